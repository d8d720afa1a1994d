//! Files that moderators hand in: fetched from Discord and from nowhere else, and no more than may be taken.

use std::time::Duration;

use poise::serenity_prelude::Attachment;
use reqwest::Url;

use super::super::bot::Bot;
use super::super::http::API_HOST;
use super::super::settings::ServeSettings;
use crate::service::Incoming;

/// Where Discord keeps what people attach.
const HOSTS: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];
/// How long a file may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// Why a file was not fetched.
#[derive(Debug, thiserror::Error)]
pub(super) enum FetchError {
    /// It is larger than may be taken.
    #[error("the file is too large")]
    TooLarge,
    /// Its address is not one of Discord's.
    #[error("the file does not lie at Discord")]
    Elsewhere,
    /// It did not come, or not as a whole.
    #[error("the file did not come")]
    Lost,
}

/// Fetches a file.
pub(super) async fn fetch(bot: &Bot, file: &Attachment) -> Result<Vec<u8>, FetchError> {
    if is_too_large(u64::from(file.size)) {
        return Err(FetchError::TooLarge);
    }
    let url = Url::parse(&file.url).ok().filter(|url| is_discords(url, &bot.settings));
    let url = url.ok_or(FetchError::Elsewhere)?;
    // The address holds a signature: it does not go to the log.
    let lost = |_: reqwest::Error| FetchError::Lost;
    let request = bot.web.get(url).timeout(PATIENCE);
    let response = request.send().await.and_then(reqwest::Response::error_for_status);
    let mut response = response.map_err(lost)?;
    if !response.status().is_success() {
        return Err(FetchError::Lost);
    }
    let mut bytes = Vec::new();
    // What was said of the size need not be true.
    while let Some(chunk) = response.chunk().await.map_err(lost)? {
        bytes.extend_from_slice(&chunk);
        if is_too_large(bytes.len() as u64) {
            return Err(FetchError::TooLarge);
        }
    }
    if bytes.len() as u64 == u64::from(file.size) { Ok(bytes) } else { Err(FetchError::Lost) }
}

pub(super) fn is_too_large(bytes: u64) -> bool {
    bytes > Incoming::MAX_BYTES as u64
}

/// Whether an address is one of Discord's, or of what stands in its place.
fn is_discords(url: &Url, settings: &ServeSettings) -> bool {
    let host = url.host_str().unwrap_or_default();
    let is_safe = url.scheme() == "https";
    let stand_in = settings.api.as_deref().and_then(|api| Url::parse(api).ok());
    (is_safe && url.port().is_none() && HOSTS.contains(&host))
        || (is_safe && settings.resolve.is_some() && host == API_HOST)
        || stand_in.is_some_and(|api| api.origin() == url.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_taken(url: &str, settings: &ServeSettings) -> bool {
        is_discords(&Url::parse(url).unwrap(), settings)
    }

    #[test]
    fn files_come_from_discord_alone() {
        let mut settings = ServeSettings::with_token("a.b.c");
        for url in [
            "https://cdn.discordapp.com/ephemeral-attachments/1/2/x.txt?ex=1&hm=2",
            "https://media.discordapp.net/attachments/1/2/x.txt",
        ] {
            assert!(is_taken(url, &settings), "{url}");
        }
        let elsewhere = [
            "http://cdn.discordapp.com/x.txt",
            "https://cdn.discordapp.com:8443/x.txt",
            "https://cdn.discordapp.com@evil.example/x.txt",
            "https://cdn.discordapp.com.evil.example/x.txt",
            "https://evil.example/cdn.discordapp.com/x.txt",
            "https://discord.com/x.txt",
            "http://127.0.0.1:9/x.txt",
            "http://169.254.169.254/latest/meta-data",
            "file:///etc/passwd",
            "data:text/plain,x",
        ];
        for url in elsewhere {
            assert!(!is_taken(url, &settings), "{url}");
        }
        settings.api = Some("http://127.0.0.1:9".to_owned());
        assert!(is_taken("http://127.0.0.1:9/x.txt", &settings));
        assert!(!is_taken("http://127.0.0.1:10/x.txt", &settings));
        settings.resolve = "127.0.0.1:8443".parse().ok();
        assert!(is_taken("https://discord.com/x.txt", &settings));
    }
}
