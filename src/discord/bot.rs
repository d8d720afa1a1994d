//! What every command and button works with.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use poise::serenity_prelude::{ChannelId, GuildId, InteractionId, User};

use crate::answer::{Answer, Found, Outcome, Reason};
use crate::clock;
use crate::error::Error;
use crate::library::LoadedDocument;
use crate::metrics::Metrics;
use crate::model::{FiscalYear, Measure, MeasureId};
use crate::question::{Language, Question};
use crate::render::Look;
use crate::service::AnswerService;
use crate::store::{Asked, Said, Store, StoreError, Surface};

use super::card::View;
use super::cooldown::Cooldown;
use super::custom_id::{MeasureRef, Since};
use super::failure::Failure;
use super::http::Gate;
use super::mentions::Mentions;
use super::say::{Voice, language_of};
use super::settings::ServeSettings;
use super::shutdown::InFlight;

/// What a command gets.
pub type Context<'a> = poise::ApplicationContext<'a, Arc<Bot>, Failure>;
/// A command.
pub type Command = poise::Command<Arc<Bot>, Failure>;

/// As many interactions as are remembered, to answer none of them twice.
const SEEN: usize = 512;
/// How many candidates a card's menu can show.
const CANDIDATES: usize = 10;

/// The bot.
pub struct Bot {
    /// Answers.
    pub service: Arc<AnswerService>,
    /// Remembers.
    pub store: Store,
    /// Counts.
    pub metrics: Arc<Metrics>,
    /// How often people ask.
    pub cooldown: Cooldown,
    /// Replies in channels.
    pub mentions: Mentions,
    /// The HTTP client, of the API and for the files that people hand in.
    pub web: reqwest::Client,
    /// Holds messages in channels back while Discord's global limit lasts.
    pub gate: Gate,
    /// Answers in flight.
    pub flights: InFlight,
    /// How it is set up.
    pub settings: ServeSettings,
    /// When it was started.
    pub started: Instant,
    /// Whether Discord sends the text of messages that do not mention the bot.
    reads_messages: AtomicBool,
    seen: Mutex<VecDeque<InteractionId>>,
}

/// Who asks, and where.
#[derive(Clone, Debug)]
pub struct Asker {
    /// The person.
    pub user: u64,
    /// The name of their account.
    pub name: String,
    /// The guild; 0 for direct messages.
    pub guild: u64,
    /// The channel.
    pub channel: u64,
    /// The locale of the person's client; of the guild, where that is not known.
    pub locale: String,
}

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// The question.
    pub text: String,
    /// Earlier questions of the conversation.
    pub context: Vec<String>,
    /// The ward, where it was chosen.
    pub ward: Option<String>,
    /// The year, where it was chosen.
    pub year: Option<FiscalYear>,
}

impl Asker {
    /// Takes what Discord says of who does something, and where.
    pub fn new(user: &User, guild: Option<GuildId>, channel: ChannelId, locale: &str) -> Self {
        Self {
            user: user.id.get(),
            name: user.name.clone(),
            guild: guild.map_or(0, GuildId::get),
            channel: channel.get(),
            locale: locale.to_owned(),
        }
    }

    /// Names a moderator to others and in the audit trail: names change, ids do not.
    pub fn who(&self) -> String {
        format!("{} ({})", self.name, self.user)
    }
}

impl Bot {
    /// Sets the bot up.
    pub fn new(
        service: Arc<AnswerService>,
        store: Store,
        metrics: Arc<Metrics>,
        settings: ServeSettings,
        web: reqwest::Client,
    ) -> Self {
        Self {
            service,
            store,
            metrics,
            cooldown: Cooldown::new(settings.burst, settings.cooldown),
            mentions: Mentions::default(),
            web,
            gate: Gate::default(),
            flights: InFlight::default(),
            settings,
            started: Instant::now(),
            reads_messages: AtomicBool::new(false),
            seen: Mutex::default(),
        }
    }

    /// Whether Discord sends the text of messages that do not mention the bot.
    pub fn reads_messages(&self) -> bool {
        self.reads_messages.load(Ordering::Relaxed)
    }

    /// Says which intent was asked for, before it is known whether Discord grants it.
    pub fn set_reads_messages(&self, reads: bool) {
        self.reads_messages.store(reads, Ordering::Relaxed);
    }

    /// Whether an interaction comes for the first time; the gateway may deliver one twice.
    pub fn is_new(&self, id: InteractionId) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if seen.contains(&id) {
            return false;
        }
        if seen.len() >= SEEN {
            seen.pop_front();
        }
        seen.push_back(id);
        true
    }

    /// Returns the language to speak to a person in: their own choice, else that of their client.
    pub fn voice(&self, user: u64, locale: &str) -> Voice {
        Voice::of(self.store.person(user).language.unwrap_or_else(|| language_of(locale)))
    }

    /// Counts a question; returns how long to wait where there are too many.
    pub fn may_ask(&self, asker: &Asker) -> Result<(), Duration> {
        self.cooldown.ask((asker.user, asker.guild), Instant::now())
    }

    /// Answers a question that somebody asked just now, and keeps it.
    pub fn ask(&self, asker: &Asker, ask: Ask, surface: Surface) -> Result<Answer, Error> {
        let started = Instant::now();
        let answered = self.answer(asker, ask);
        let latency = started.elapsed();
        self.metrics.asked(answered.as_ref().ok().map(|answer| answer.outcome), latency);
        let answer = answered?;
        self.store.asked(&Asked {
            user: asker.user,
            guild: asker.guild,
            surface,
            answer: &answer,
            latency,
        });
        Ok(answer)
    }

    /// Keeps what a person said of an answer. The log gets no person and no text, which may hold anything.
    pub fn said(&self, said: Said) {
        tracing::info!(
            verdict = ?said.verdict,
            measure = said.measure.as_deref().unwrap_or("none"),
            comment_chars = said.comment.chars().count(),
            "feedback"
        );
        self.store.said(said);
    }

    /// Has the store do what may wait for the disk.
    pub async fn with_store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Failure> {
        let store = self.store.clone();
        match tokio::task::spawn_blocking(move || work(&store)).await {
            Ok(done) => done.map_err(Failure::Store),
            Err(panic) => Err(Failure::Panic(panic.to_string())),
        }
    }

    /// Has the service do what waits for the disk.
    pub async fn with_service<T: Send + 'static>(
        &self,
        work: impl FnOnce(&AnswerService) -> Result<T, Error> + Send + 'static,
    ) -> Result<Result<T, Error>, Failure> {
        let service = self.service.clone();
        let working = tokio::task::spawn_blocking(move || work(&service)).await;
        working.map_err(|panic| Failure::Panic(panic.to_string()))
    }

    /// Answers a question.
    pub fn answer(&self, asker: &Asker, ask: Ask) -> Result<Answer, Error> {
        let language = self
            .chosen_language(asker)
            .or_else(|| language_without_words(&ask.text, &asker.locale));
        let mut question = Question {
            id: None,
            municipality: ask.ward,
            text: ask.text,
            context: ask.context,
            fiscal_year: ask.year,
            limit: CANDIDATES,
            language,
        };
        let answer = self.service.answer(&question)?;
        // A ward that was set or chosen before counts only where the question names none.
        let names_none = answer.reading.municipality.is_none()
            && !matches!(answer.reason, Some(Reason::OtherMunicipality(_)))
            && matches!(answer.outcome, Outcome::Choose | Outcome::Answered | Outcome::Suggested);
        match self.ward_for(asker).filter(|_| names_none && question.municipality.is_none()) {
            Some(ward) if self.service.corpus().has_municipality(&ward) => {
                question.municipality = Some(ward);
                self.service.answer(&question)
            }
            _ => Ok(answer),
        }
    }

    /// Returns the id of the measure that a button names; its digest, where the measure is gone.
    pub fn measure_id(&self, measure: Option<&MeasureRef>) -> Option<String> {
        let measure = measure?;
        Some(self.id_of(measure).map_or_else(|| measure.to_string(), |id| id.0))
    }

    fn id_of(&self, measure: &MeasureRef) -> Option<MeasureId> {
        measure.id().or_else(|| {
            let corpus = self.service.corpus();
            corpus.documents().iter().flat_map(LoadedDocument::ids).find(|id| measure.names(id))
        })
    }

    /// Finds the measure that a button names, and whether it changed since.
    pub fn find(&self, measure: &MeasureRef) -> Option<(Found, Since)> {
        let found = self.service.show(&self.id_of(measure)?)?;
        let since = measure.since(&found.measure);
        Some((found, since))
    }

    /// Finds what is known of a measure, for menus.
    pub fn found(&self, measures: &[Arc<Measure>]) -> Vec<Found> {
        measures.iter().filter_map(|measure| self.service.show(&measure.id)).collect()
    }

    /// Returns the words of a text that can be looked for, as the question of a resident is read.
    pub fn terms(&self, text: &str) -> Vec<String> {
        let question = Question { text: text.to_owned(), ..Question::default() };
        self.service.with_composer(|composer| {
            let content = composer.reader.read(&question).content;
            composer.reader.terms(&content).into_iter().map(|term| term.text).collect()
        })
    }

    /// Returns the language to answer in: the person's own choice, else that of the channel; none for the question's.
    pub fn chosen_language(&self, asker: &Asker) -> Option<Language> {
        let own = self.store.person(asker.user).language;
        own.or_else(|| self.store.channel(asker.channel).language)
    }

    /// Returns the ward for a question that names none: the person's own choice, else that of the channel.
    pub fn ward_for(&self, asker: &Asker) -> Option<String> {
        let own = self.store.person(asker.user).ward_in(asker.channel);
        own.or_else(|| self.store.channel(asker.channel).ward)
    }

    /// Whether the moderators want answers in a channel to be for the asker alone.
    pub fn is_private(&self, asker: &Asker) -> bool {
        self.store.channel(asker.channel).private
    }

    /// Makes the view of a card.
    pub fn view(&self, asker: &Asker, voice: Voice, private: bool) -> View {
        let chosen = self.store.person(asker.user).look;
        View {
            voice,
            private,
            asker: asker.user,
            today: this_year(),
            look: chosen.unwrap_or(Look::of(voice.language)),
            furigana: self.service.furigana(),
            glossary: self.service.glossary(),
        }
    }
}

/// The fiscal year that today lies in, in Japan.
pub fn this_year() -> FiscalYear {
    let today = clock::today();
    FiscalYear::of_date(i32::from(today.year()), i32::from(today.month()))
}

/// A question without words of any language is answered in that of the client; others in their own.
fn language_without_words(text: &str, locale: &str) -> Option<Language> {
    let is_east_asian =
        |c: char| matches!(c, 'ぁ'..='ヿ' | 'ｦ'..='ﾟ' | '가'..='힣' | '\u{3400}'..='\u{9FFF}');
    let tells = text.chars().any(is_east_asian) || Language::detect(text) != Language::Japanese;
    (!tells).then(|| language_of(locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emoji_are_answered_in_the_language_of_the_client() {
        assert_eq!(language_without_words("😀😀", "ko"), Some(Language::Korean));
        assert_eq!(language_without_words("防災", "en-US"), None);
        assert_eq!(language_without_words("Where can I evacuate?", "ja"), None);
    }
}
