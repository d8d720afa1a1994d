//! Who is a moderator: a person who manages the server, or has a role that the settings name.
//!
//! Discord hides the moderators' commands from others, but an administrator may show them again, and a request may be
//! forged; so it is asked again here.

use poise::serenity_prelude::{Member, Permissions};

use super::settings::ServeSettings;

/// Whether the member that an interaction names is a moderator; nobody is in direct messages (`server` 0).
pub fn is_moderator(member: Option<&Member>, server: u64, settings: &ServeSettings) -> bool {
    let servers = &settings.moderator_servers;
    let is_ours = server != 0 && (servers.is_empty() || servers.contains(&server));
    is_ours && (has(member, Permissions::MANAGE_GUILD) || has_role(member, settings))
}

/// Whether the member may remove other people's messages.
pub fn may_remove(member: Option<&Member>, settings: &ServeSettings) -> bool {
    has(member, Permissions::MANAGE_MESSAGES)
        || has(member, Permissions::MANAGE_GUILD)
        || has_role(member, settings)
}

fn has(member: Option<&Member>, wanted: Permissions) -> bool {
    member
        .and_then(|member| member.permissions)
        .is_some_and(|permissions| permissions.contains(wanted) || permissions.administrator())
}

fn has_role(member: Option<&Member>, settings: &ServeSettings) -> bool {
    member.is_some_and(|member| {
        member.roles.iter().any(|role| settings.moderator_roles.contains(&role.get()))
    })
}
