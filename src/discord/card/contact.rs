//! Whom to ask, in words: the department, its numbers, and where they are known from.

use crate::model::{Contact, ContactBasis, ContactScope};

use super::super::say::Voice;
use super::escape;

/// Writes a contact; without one, the plain sentence that the document names none.
pub fn field(voice: Voice, contact: Option<&Contact>) -> String {
    let Some(contact) = contact else { return voice.plain("contact-none") };
    let mut rows = vec![format!("**{}**", escape(&contact.department))];
    if !contact.phone.is_empty() {
        rows.push(voice.say("contact-phone", &[("number", escape(&contact.phone).into())]));
    }
    if !contact.fax.is_empty() {
        rows.push(voice.say("contact-fax", &[("number", escape(&contact.fax).into())]));
    }
    let date = contact.as_of.clone().unwrap_or_default();
    rows.push(match (contact.basis, contact.scope) {
        (ContactBasis::Document, ContactScope::Page) => {
            voice.say("contact-of-page", &[("date", date.into())])
        }
        (ContactBasis::Document, _) => voice.say("contact-of-document", &[("date", date.into())]),
        (ContactBasis::Config, _) => voice.say("contact-of-config", &[("date", date.into())]),
    });
    rows.join("\n")
}
