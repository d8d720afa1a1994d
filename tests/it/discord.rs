//! The bot against a stand-in for Discord, in this process: what it sends, seen from Discord's side.

mod data;
mod desk;
mod doctor;
mod interactions;
mod life;
mod logs;
mod memory;
mod messages;
mod signals;
mod soak;
mod stand_in;
mod watched;
