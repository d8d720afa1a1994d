//! Who is a moderator: a person who manages the server.
//!
//! Discord hides the moderators' commands from others, but an administrator may show them again, and a request may be
//! forged; so it is asked again here.

use poise::serenity_prelude::{Member, Permissions};

/// What a moderator has.
pub const PERMISSIONS: Permissions = Permissions::MANAGE_GUILD;

/// Whether the member that an interaction names is a moderator; nobody is in direct messages.
pub fn is_moderator(member: Option<&Member>) -> bool {
    has(member, PERMISSIONS)
}

/// Whether the member may remove other people's messages.
pub fn may_remove(member: Option<&Member>) -> bool {
    has(member, Permissions::MANAGE_MESSAGES) || is_moderator(member)
}

fn has(member: Option<&Member>, wanted: Permissions) -> bool {
    member
        .and_then(|member| member.permissions)
        .is_some_and(|permissions| permissions.contains(wanted) || permissions.administrator())
}
