//! `madoguchi serve`: the Discord bot.

use std::sync::Arc;
use std::time::Duration;

use super::args::Folders;
use super::{Ending, Failure, open_with};
use crate::discord::{self, ExitReason, Hangups, ServeError, ServeSettings, SettingError, Trail};
use crate::error::{Error, ErrorKind};
use crate::metrics::Metrics;
use crate::monitor;
use crate::service::AnswerService;
use crate::settings::Settings;
use crate::store::Store;

/// How long what is to be kept may take to be written when the bot stops.
const WRITING: Duration = Duration::from_secs(5);

pub(super) fn run(folders: Folders) -> Result<Ending, Failure> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| {
        Error::new(ErrorKind::Internal, "cannot start the runtime").because(error)
    })?;
    // Before the data is there: a supervisor may ask for a reload as soon as the process is started.
    let hangups = runtime.block_on(async { Hangups::listen() });
    let index = folders.index.clone();
    let settings = Settings::load(&folders.config).map_err(Error::from)?;
    let bot = ServeSettings::from_environment(&settings.discord).map_err(|error| {
        let hint = match &error {
            SettingError::NoToken => "the token stands in the developer portal, page Bot",
            SettingError::TokenFile { .. } => {
                "see that the file is there, and that the bot's user can read it"
            }
            SettingError::Variable { .. } => "write it so, or do not set it",
        };
        Error::from_source(ErrorKind::Settings, error).hint(hint)
    })?;
    discord::speak_as_in(&folders.config).map_err(Error::from)?;
    let metrics = Arc::new(Metrics::new());
    // Before the data is there, which may take minutes the first time: whoever watches sees the process alive.
    if let Some(address) = settings.metrics.listen {
        let listener = runtime.block_on(monitor::listen(address))?;
        tracing::info!(%address, "serving /metrics, /healthz and /readyz");
        runtime.spawn(monitor::serve(listener, metrics.clone()));
    }
    let service = open_with(folders, settings, AnswerService::open_to_serve)?;
    tracing::info!(
        generation = service.manifest().fingerprint,
        documents = service.corpus().documents().len(),
        "answering"
    );
    let store = Store::open(&index, &service.settings().store);
    let trail = metrics.counted(Trail(store.clone()));
    let service = Arc::new(service.with_audit(Box::new(trail)));
    let ended = runtime.block_on(discord::serve(service, store.clone(), metrics, bot, hangups));
    store.close(WRITING);
    // A request that hangs must not hold the process back.
    runtime.shutdown_background();
    match ended {
        Ok(ExitReason::ToldTo) => Ok(Ending::Done),
        Err(error) => Err(failure(error).into()),
    }
}

/// What a person has to mend is told apart from what a supervisor should try again.
fn failure(error: ServeError) -> Error {
    let kind = if error.is_lasting() { ErrorKind::Settings } else { ErrorKind::Internal };
    let hint = match &error {
        ServeError::TokenRefused => Some("copy the token anew from the developer portal, page Bot"),
        ServeError::IntentRefused => Some("switch the intent on in the developer portal, page Bot"),
        _ => None,
    };
    let error = Error::from_source(kind, error);
    match hint {
        Some(hint) => error.hint(hint),
        None => error,
    }
}
