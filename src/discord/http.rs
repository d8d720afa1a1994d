//! The HTTP client: time-outs, the global limit, and the two ways to an address that is not Discord's own.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use poise::serenity_prelude as serenity;
use secrecy::ExposeSecret;
use serenity::{EventHandler, Http, HttpBuilder, RatelimitInfo};
use tokio::time::{Instant, sleep_until};

use super::settings::ServeSettings;

/// serenity sets no time-outs: one request without an answer would hold its answer back for ever.
const CONNECT: Duration = Duration::from_secs(4);
/// The host of Discord's API.
pub const API_HOST: &str = "discord.com";

/// Why there is no client.
#[derive(Debug, thiserror::Error)]
pub enum HttpClientError {
    /// The certificate authority's file cannot be read.
    #[error("cannot read MADOGUCHI_DISCORD_CA")]
    Authority(#[source] std::io::Error),
    /// The certificate authority's file holds no certificate, or TLS cannot be set up.
    #[error("cannot set up the HTTP client")]
    Client(#[source] reqwest::Error),
}

/// Builds what everything goes through, the API and the files that people hand in.
pub fn web(settings: &ServeSettings) -> Result<reqwest::Client, HttpClientError> {
    let mut client = reqwest::Client::builder()
        .use_rustls_tls()
        .connect_timeout(CONNECT)
        .timeout(settings.request)
        // Discord's API has none, and a file must not lead elsewhere.
        .redirect(reqwest::redirect::Policy::none());
    if let Some(path) = &settings.authority {
        let pem = fs_err::read(path).map_err(HttpClientError::Authority)?;
        let certificate = reqwest::Certificate::from_pem(&pem).map_err(HttpClientError::Client)?;
        client = client.add_root_certificate(certificate);
    }
    if let Some(address) = settings.resolve {
        client = client.resolve(API_HOST, address);
    }
    client.build().map_err(HttpClientError::Client)
}

/// Builds the client of the API.
pub fn client(settings: &ServeSettings, web: reqwest::Client) -> Http {
    let builder = HttpBuilder::new(settings.token.expose_secret())
        .client(web)
        .default_allowed_mentions(super::reply::no_mentions());
    match &settings.api {
        // With the ratelimiter on, serenity ignores the proxy without a word and the token goes to Discord itself.
        Some(api) => builder.proxy(api.clone()).ratelimiter_disabled(true).build(),
        None => builder.build(),
    }
}

/// Holds requests back while Discord's global limit lasts.
///
/// serenity 0.12 lets the request that hit the limit wait, and sends all others into it: `Ratelimiter::perform` gives
/// its global lock back before it sleeps. Answers to interactions need not wait, the limit does not count them.
#[derive(Clone, Debug, Default)]
pub struct Gate {
    opens: Arc<Mutex<Option<Instant>>>,
}

impl Gate {
    /// Holds requests back for so long, or longer where that was said before.
    pub fn close_for(&self, wait: Duration) {
        let until = Instant::now() + wait;
        let mut opens = self.opens.lock().unwrap_or_else(PoisonError::into_inner);
        *opens = opens.max(Some(until));
    }

    /// Waits until requests may be sent.
    pub async fn passed(&self) {
        while let Some(opens) = self.opens().filter(|opens| *opens > Instant::now()) {
            sleep_until(opens).await;
        }
    }

    fn opens(&self) -> Option<Instant> {
        *self.opens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[serenity::async_trait]
impl EventHandler for Gate {
    async fn ratelimit(&self, limit: RatelimitInfo) {
        if limit.global {
            tracing::warn!(wait = ?limit.timeout, "Discord's global limit is reached");
            self.close_for(limit.timeout);
        }
    }
}

/// Forgets what the ratelimiter knows of limits that are over.
///
/// It keeps an entry of about a kilobyte for every interaction ever answered.
pub async fn forget_old_limits(http: &Http) {
    let Some(limiter) = &http.ratelimiter else { return };
    let routes = limiter.routes();
    let mut routes = routes.write().await;
    let now = std::time::SystemTime::now();
    routes.retain(|_, limit| {
        // One that is locked is in use.
        limit.try_lock().map_or(true, |limit| limit.reset().is_some_and(|reset| reset > now))
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn requests_wait_for_the_longest_limit() {
        let milliseconds = Duration::from_millis;
        let gate = Gate::default();
        gate.passed().await;
        let start = Instant::now();
        // Long enough for a busy machine to come to the next line in time.
        gate.close_for(milliseconds(600));
        gate.close_for(milliseconds(20));
        let later = gate.clone();
        let waiting = tokio::spawn(async move { later.passed().await });
        tokio::time::sleep(milliseconds(30)).await;
        assert!(!waiting.is_finished());
        gate.close_for(milliseconds(800));
        waiting.await.unwrap();
        assert!(start.elapsed() >= milliseconds(830), "{:?}", start.elapsed());
    }
}
