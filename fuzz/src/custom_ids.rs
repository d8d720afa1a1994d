//! What comes back with a button.

use madoguchi::discord::custom_id::Action;

/// Any id that means something is the one that would be written for it.
pub fn custom_id(bytes: &[u8]) {
    let Ok(id) = std::str::from_utf8(bytes) else { return };
    if let Some(action) = Action::decode(id) {
        assert_eq!(action.encode(), id);
    }
}
