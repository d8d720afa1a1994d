//! A small Discord: REST and gateway on one port, a list of what was asked of it, and faults on demand.
//!
//! It answers as Discord does where the bot depends on it, and it refuses what Discord would: a second answer to an
//! interaction, a mention that is not guarded.

use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing};
use madoguchi::discord::{Hangups, ServeError, ServeSettings, serve};
use madoguchi::metrics::Metrics;
use madoguchi::service::{AnswerService, Paths, Silent};
use madoguchi::settings::Settings;
use madoguchi::store::Store;
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::server::TlsStream;

/// The application, which is also the bot's user.
pub const BOT: &str = "1176384165810954250";
pub const GUILD: &str = "300000000000000001";
pub const CHANNEL: &str = "300000000000000101";
pub const ALICE: &str = "200000000000000002";
pub const BOB: &str = "200000000000000003";
pub const CAROL: &str = "200000000000000004";
pub const DAVE: &str = "200000000000000005";
/// The host of Discord's API.
const API_HOST: &str = "discord.com";
const NOBODY: u64 = 0;
pub const MANAGE_GUILD: u64 = 1 << 5;
/// The permissions of the invitation in the manual.
pub const NEEDED: u64 = 274_878_024_704;
/// Long for a loaded machine, short for a person who waits for the tests.
pub const PATIENCE: Duration = Duration::from_mins(1);
pub const TOKEN: &str = "a.stand-in.token";
/// As many events as a resumed connection can be behind.
const BACKLOG: usize = 1_000;
/// As many interactions as can be told to have their answer.
const ANSWERED: usize = 5_000;

/// The repository's own documents, for bots that do not change them.
pub static SERVICE: LazyLock<Arc<AnswerService>> = LazyLock::new(|| {
    let index = tempfile::TempDir::new().expect("a temporary folder").keep();
    let paths = Paths { config: "config".into(), seeds: "seeds".into(), index };
    let service = AnswerService::open(paths, Settings::defaults(), &Silent);
    Arc::new(service.expect("the seeds can be opened"))
});

/// A request as it came in.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: Method,
    pub path: String,
    pub body: Value,
    /// What it was answered with.
    pub status: StatusCode,
    /// When.
    pub at: Instant,
}

/// What happens to a request.
#[derive(Clone, Copy, Debug)]
pub enum Harm {
    /// It is answered with this status and nothing else.
    Status(u16),
    /// There were too many, of this kind or of all, and it is said for how many seconds.
    Limit { seconds: u64, global: bool },
    /// The connection is cut before anything happens.
    Reset,
    /// It is taken so much later, if the bot still waits for it.
    Late(Duration),
}

#[derive(Clone, Debug)]
struct Fault {
    method: Method,
    path: &'static str,
    harm: Harm,
}

/// What Discord tells a bot of itself.
#[derive(Clone, Debug)]
pub struct Account {
    /// The servers that it is on: id, name, permissions.
    pub servers: Vec<(&'static str, &'static str, u64)>,
    /// The application's flags.
    pub flags: u64,
    /// How often it may still connect today.
    pub starts: u32,
    /// The clock; none for this machine's.
    pub date: Option<&'static str>,
}

impl Default for Account {
    fn default() -> Self {
        Self { servers: vec![(GUILD, "港区", NEEDED)], flags: 0, starts: 999, date: None }
    }
}

#[derive(Default)]
struct World {
    requests: Vec<Request>,
    faults: Vec<Fault>,
    commands: Vec<Value>,
    /// Files that people attached, by their addresses.
    files: HashMap<String, Vec<u8>>,
    /// The tokens of interactions that have their answer.
    answered: VecDeque<String>,
    gateways: Vec<UnboundedSender<Value>>,
    sequence: u64,
    /// The latest events, for connections that are resumed.
    backlog: VecDeque<(u64, Value)>,
    /// The shards that identified themselves.
    identified: Vec<Value>,
    n_resumed: usize,
    intents: u64,
    refused_intents: u64,
    is_deaf: bool,
    /// What the account is told of itself.
    account: Account,
    heartbeat_ms: u64,
    /// Heartbeats that will be acknowledged.
    n_acknowledged: usize,
}

impl World {
    /// Numbers an event and keeps it.
    fn numbered(&mut self, event: &str, data: &Value) -> Value {
        self.sequence += 1;
        let event = json!({"op": 0, "t": event, "s": self.sequence, "d": data});
        if self.backlog.len() >= BACKLOG {
            self.backlog.pop_front();
        }
        self.backlog.push_back((self.sequence, event.clone()));
        event
    }
}

/// The stand-in.
#[derive(Clone)]
pub struct Discord {
    world: Arc<Mutex<World>>,
    pub address: String,
    secure: Option<Secure>,
}

/// The REST API as the bot reaches Discord's own: under its name and over TLS, with serenity's ratelimiter on.
#[derive(Clone)]
struct Secure {
    address: SocketAddr,
    /// The file of the certificate to trust.
    authority: PathBuf,
}

/// A bot that talks to the stand-in.
pub struct Stage {
    pub discord: Discord,
    pub bot: JoinHandle<Result<madoguchi::discord::ExitReason, ServeError>>,
    /// What the bot remembers.
    pub store: Store,
    /// What the bot counts.
    pub metrics: Arc<Metrics>,
    memory: Option<tempfile::TempDir>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.bot.abort();
    }
}

impl Stage {
    /// Starts a bot over the repository's documents and waits until its commands are registered.
    pub async fn ready() -> Self {
        let stage = Self::start(Discord::start().await, SERVICE.clone(), |_| {});
        stage.discord.wait("PUT", "/commands").await;
        stage
    }

    pub fn start(
        discord: Discord,
        service: Arc<AnswerService>,
        change: impl FnOnce(&mut ServeSettings),
    ) -> Self {
        let memory = tempfile::TempDir::new().expect("a temporary folder");
        Self::start_with(discord, service, memory, change)
    }

    /// Starts a bot that remembers what lies in a folder.
    pub fn start_with(
        discord: Discord,
        service: Arc<AnswerService>,
        memory: tempfile::TempDir,
        change: impl FnOnce(&mut ServeSettings),
    ) -> Self {
        let store = Store::open(memory.path(), &Settings::defaults().store);
        Self::start_over(discord, service, (memory, store), change)
    }

    /// Starts a bot over a store that is open already.
    pub fn start_over(
        discord: Discord,
        service: Arc<AnswerService>,
        (memory, store): (tempfile::TempDir, Store),
        change: impl FnOnce(&mut ServeSettings),
    ) -> Self {
        let mut settings = ServeSettings::with_token(TOKEN);
        match &discord.secure {
            Some(secure) => {
                settings.resolve = Some(secure.address);
                settings.authority = Some(secure.authority.clone());
            }
            None => settings.api = Some(discord.address.clone()),
        }
        settings.guild = GUILD.parse().ok();
        // Only a test of it wants to see how far something is.
        settings.progress = Duration::from_hours(1);
        change(&mut settings);
        let metrics = Arc::new(Metrics::new());
        let bot = tokio::spawn(serve(
            service,
            store.clone(),
            metrics.clone(),
            settings,
            Hangups::listen(),
        ));
        Self { discord, bot, store, metrics, memory: Some(memory) }
    }

    /// Stops the bot and starts another over the same folder.
    pub async fn restart(mut self, service: Arc<AnswerService>) -> Self {
        self.bot.abort();
        self.store.close(PATIENCE);
        let memory = self.memory.take().expect("it is taken only here");
        let stage = Self::start_with(Discord::start().await, service, memory, |_| {});
        stage.discord.wait("PUT", "/commands").await;
        stage
    }

    /// The folder of what the bot remembers.
    pub fn folder(&self) -> &std::path::Path {
        self.memory.as_ref().expect("there until a restart").path()
    }
}

fn snowflake() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1_300_000_000_000_000_000);
    NEXT.fetch_add(1 << 22, Ordering::SeqCst).to_string()
}

pub fn user(id: &str) -> Value {
    let name = match id {
        ALICE => "alice",
        BOB => "bob",
        CAROL => "carol",
        DAVE => "dave",
        _ => "madoguchi",
    };
    json!({"id": id, "username": name, "discriminator": "0", "avatar": null,
        "bot": id == BOT, "global_name": null})
}

/// A message as Discord would send it.
pub fn message(author: &str, content: &str) -> Value {
    json!({"id": snowflake(), "channel_id": CHANNEL, "guild_id": GUILD, "author": user(author),
        "content": content, "timestamp": "2026-11-21T00:00:00.000000+00:00", "edited_timestamp": null,
        "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "pinned": false, "type": 0, "components": []})
}

/// A message that mentions the bot.
pub fn mention(author: &str, text: &str) -> Value {
    let mut message = message(author, &format!("<@{BOT}> {text}"));
    message["mentions"] = json!([user(BOT)]);
    message
}

impl Discord {
    /// Starts where a rate-limiting proxy would stand: what is refused is not sent again by serenity.
    pub async fn start() -> Self {
        Self::start_with(None).await
    }

    /// Starts in the place of Discord's own host.
    pub async fn start_secure() -> Self {
        let issued = rcgen::generate_simple_self_signed([API_HOST.to_owned()]);
        let issued = issued.expect("a certificate");
        let folder = tempfile::TempDir::new().expect("a temporary folder").keep();
        let authority = folder.join("authority.pem");
        std::fs::write(&authority, issued.cert.pem()).expect("a file");
        let key = PrivateKeyDer::try_from(issued.signing_key.serialize_der()).expect("a key");
        let config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![issued.cert.der().clone()], key)
            .expect("a certificate with its key");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let secure = Secure { address, authority };
        Self::start_with(Some((secure, Tls { listener, acceptor }))).await
    }

    async fn start_with(tls: Option<(Secure, Tls)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let world = World { heartbeat_ms: 41_250, n_acknowledged: usize::MAX, ..World::default() };
        let secure = tls.as_ref().map(|(secure, _)| secure.clone());
        let discord = Self { world: Arc::new(Mutex::new(world)), address, secure };
        let router = Router::new()
            .route("/gateway", routing::get(upgrade))
            .route("/files/{id}", routing::get(file))
            .fallback(rest)
            .with_state(discord.clone());
        if let Some((_, tls)) = tls {
            let router = router.clone();
            tokio::spawn(async move { axum::serve(tls, router).await });
        }
        tokio::spawn(async move { axum::serve(listener, router).await });
        discord
    }

    fn world(&self) -> std::sync::MutexGuard<'_, World> {
        self.world.lock().expect("no test panics while it holds the world")
    }

    /// Answers the next such request with a status and nothing else.
    pub fn fail(&self, method: Method, path: &'static str, status: u16) {
        self.harm(method, path, Harm::Status(status));
    }

    /// Harms the next such request.
    pub fn harm(&self, method: Method, path: &'static str, harm: Harm) {
        self.world().faults.push(Fault { method, path, harm });
    }

    fn harm_to(&self, method: &Method, path: &str) -> Option<Harm> {
        let mut world = self.world();
        let is_meant = |it: &Fault| it.method == *method && path.contains(it.path);
        let at = world.faults.iter().position(is_meant)?;
        Some(world.faults.remove(at).harm)
    }

    /// Asks for heartbeats so often.
    pub fn beat_every(&self, interval: Duration) {
        self.world().heartbeat_ms = u64::try_from(interval.as_millis()).expect("not for ever");
    }

    /// Acknowledges so many more heartbeats, and none after them.
    pub fn acknowledge_only(&self, n: usize) {
        self.world().n_acknowledged = n;
    }

    /// Refuses privileged intents, as Discord does where they are not switched on.
    pub fn refuse_intents(&self, intents: u64) {
        self.world().refused_intents = intents;
    }

    /// Changes what the account is told of itself.
    pub fn change_account(&self, change: impl FnOnce(&mut Account)) {
        change(&mut self.world().account);
    }

    /// Takes no gateway connection from now on.
    pub fn refuse_gateways(&self) {
        self.world().is_deaf = true;
    }

    pub fn intents(&self) -> u64 {
        self.world().intents
    }

    /// The shards that identified themselves, as `[shard, total]`, in their order.
    pub fn identified(&self) -> Vec<Value> {
        self.world().identified.clone()
    }

    pub fn n_resumed(&self) -> usize {
        self.world().n_resumed
    }

    /// Has commands registered already.
    pub fn keep_commands(&self, commands: Vec<Value>) {
        self.world().commands = commands;
    }

    pub fn commands(&self) -> Vec<Value> {
        self.world().commands.clone()
    }

    pub fn requests(&self, method: &str, path: &str) -> Vec<Request> {
        let is_such = |it: &&Request| it.method.as_str() == method && it.path.contains(path);
        self.world().requests.iter().filter(is_such).cloned().collect()
    }

    /// Takes all requests so far, so that a long run does not pile them up.
    pub fn take_requests(&self) -> Vec<Request> {
        std::mem::take(&mut self.world().requests)
    }

    /// Waits until a bot is there, however long that takes.
    pub async fn wait_ready(&self) {
        while self.requests("PUT", "/commands").is_empty() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits for the first such request.
    pub async fn wait(&self, method: &str, path: &str) -> Request {
        self.wait_for(method, path, 1).await
    }

    /// Waits until there are so many such requests; returns the last.
    pub async fn wait_for(&self, method: &str, path: &str, n: usize) -> Request {
        let found = timeout(PATIENCE, async {
            loop {
                let requests = self.requests(method, path);
                if let Some(request) = requests.get(n - 1) {
                    return request.clone();
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        });
        let Ok(found) = found.await else {
            panic!("no {method} {path} among {:#?}", self.world().requests);
        };
        found
    }

    /// Closes every gateway connection without a word.
    pub fn drop_gateways(&self) {
        self.world().gateways.clear();
    }

    pub fn dispatch(&self, event: &str, data: &Value) {
        let mut world = self.world();
        let event = world.numbered(event, data);
        world.gateways.retain(|gateway| gateway.send(event.clone()).is_ok());
    }

    fn interaction(&self, kind: u8, data: Value, by: &Person) -> Value {
        let mut it = json!({"id": snowflake(), "application_id": BOT, "type": kind,
            "token": format!("token-{}", snowflake()), "version": 1, "locale": by.locale,
            "data": data, "channel_id": CHANNEL, "entitlements": [],
            "channel": {"id": CHANNEL, "type": 0, "name": "general"}, "app_permissions": "0",
            "authorizing_integration_owners": {}, "attachment_size_limit": 1000});
        if by.direct {
            it["user"] = user(by.id);
        } else {
            it["guild_id"] = json!(GUILD);
            it["member"] = json!({"user": user(by.id), "roles": by.roles, "deaf": false, "mute": false,
                "joined_at": "2024-01-01T00:00:00.000000+00:00", "flags": 0,
                "permissions": by.permissions.to_string()});
        }
        it
    }

    async fn send(&self, it: &Value) -> Answered {
        self.dispatch("INTERACTION_CREATE", it);
        let token = it["token"].as_str().expect("a token").to_owned();
        let callback = self.wait("POST", &format!("{token}/callback")).await.body;
        // A form that a button opened comes back with the button's message.
        Answered { token, callback, on: it["message"].clone() }
    }

    /// Uses a command; `options` as Discord sends them.
    pub async fn command(&self, name: &str, options: Value, by: &Person) -> Answered {
        let data = json!({"id": snowflake(), "name": name, "type": 1, "options": options});
        self.send(&self.interaction(2, data, by)).await
    }

    pub fn command_payload(&self, name: &str, options: Value, by: &Person) -> Value {
        let data = json!({"id": snowflake(), "name": name, "type": 1, "options": options});
        self.interaction(2, data, by)
    }

    /// Asks a question.
    pub async fn ask(&self, question: &str, by: &Person) -> Answered {
        self.command("ask", json!([{"name": "question", "type": 3, "value": question}]), by).await
    }

    pub async fn autocomplete(&self, command: &str, option: &str, typed: &str) -> Vec<Value> {
        let options = json!([{"name": option, "type": 3, "value": typed, "focused": true}]);
        let data = json!({"id": snowflake(), "name": command, "type": 1, "options": options});
        let answered = self.send(&self.interaction(4, data, &Person::alice())).await;
        assert_eq!(answered.callback["type"], 8);
        answered.callback["data"]["choices"].as_array().cloned().unwrap_or_default()
    }

    pub async fn answer_this(&self, text: &str) -> Answered {
        let target = message(BOB, text);
        let id = target["id"].as_str().expect("an id").to_owned();
        let data = json!({"id": snowflake(), "name": "Answer this", "type": 3, "target_id": id,
            "resolved": {"messages": {&id: target}}});
        self.send(&self.interaction(2, data, &Person::alice())).await
    }

    /// Presses a button by its label.
    pub async fn press(&self, on: &Answered, label: &str, by: &Person) -> Answered {
        let id = on.custom_id(label);
        self.press_id(on, &id, by).await
    }

    pub async fn press_id(&self, on: &Answered, id: &str, by: &Person) -> Answered {
        self.component(on, json!({"component_type": 2, "custom_id": id}), by).await
    }

    /// Takes an entry of the menu with the given placeholder.
    pub async fn choose(&self, on: &Answered, menu: &str, entry: usize, by: &Person) -> Answered {
        let menu = on.parts().into_iter().find(|part| part["placeholder"] == menu);
        let menu = menu.expect("there is such a menu");
        let value = &menu["options"][entry]["value"];
        let data = json!({"component_type": 3, "custom_id": menu["custom_id"], "values": [value]});
        self.component(on, data, by).await
    }

    async fn component(&self, on: &Answered, data: Value, by: &Person) -> Answered {
        let mut it = self.interaction(3, data, by);
        let mut shown = message(BOT, on.data()["content"].as_str().unwrap_or_default());
        for key in ["embeds", "components", "flags"] {
            if !on.data()[key].is_null() {
                shown[key] = on.data()[key].clone();
            }
        }
        it["message"] = shown;
        self.send(&it).await
    }

    /// Fills in the form that a button opened.
    pub async fn fill_in(&self, form: &Answered, text: &str) -> Answered {
        self.fill_in_all(form, &[text], &Person::alice()).await
    }

    /// Fills in all lines of a form.
    pub async fn fill_in_all(&self, form: &Answered, texts: &[&str], by: &Person) -> Answered {
        assert_eq!(form.callback["type"], 9, "not a form: {}", form.callback);
        let rows = form.data()["components"].as_array().expect("a form has lines");
        assert_eq!(rows.len(), texts.len(), "{rows:?}");
        let filled = rows.iter().zip(texts).map(|(row, text)| {
            let id = &row["components"][0]["custom_id"];
            json!({"type": 1, "components": [{"type": 4, "custom_id": id, "value": text}]})
        });
        let components: Vec<Value> = filled.collect();
        let data = json!({"custom_id": form.data()["custom_id"], "components": components});
        let mut it = self.interaction(5, data, by);
        it["message"] = form.on.clone();
        self.send(&it).await
    }

    /// Takes a file as Discord does when somebody attaches it.
    pub fn attach(&self, name: &str, bytes: &[u8]) -> Value {
        let id = snowflake();
        self.world().files.insert(format!("/files/{id}"), bytes.to_vec());
        let url = format!("{}/files/{id}", self.address);
        json!({"id": id, "filename": name, "size": bytes.len(), "url": url, "proxy_url": url,
            "content_type": "text/plain", "ephemeral": true})
    }

    /// Uses a subcommand with a file, which [`Discord::attach`] took.
    pub async fn sub_with_file(
        &self,
        (name, sub): (&str, &str),
        mut options: Value,
        file: &Value,
        by: &Person,
    ) -> Answered {
        let id = file["id"].as_str().expect("an id");
        let all = options.as_array_mut().expect("a list");
        all.insert(0, json!({"name": "file", "type": 11, "value": id}));
        let options = json!([{"name": sub, "type": 1, "options": options}]);
        let data = json!({"id": snowflake(), "name": name, "type": 1, "options": options,
            "resolved": {"attachments": {id: file}}});
        self.send(&self.interaction(2, data, by)).await
    }

    /// What came in the place of "thinking…", or of the message with the button.
    pub async fn delivered(&self, answered: &Answered) -> Answered {
        let kind = answered.callback["type"].as_u64();
        assert!(matches!(kind, Some(5 | 6)), "not deferred: {}", answered.callback);
        let data = self.wait("PATCH", &answered.token).await.body;
        Answered { callback: json!({"type": 4, "data": data}), ..answered.clone() }
    }

    /// Uses a subcommand.
    pub async fn sub(&self, name: &str, sub: &str, options: Value, by: &Person) -> Answered {
        let options = json!([{"name": sub, "type": 1, "options": options}]);
        self.command(name, options, by).await
    }
}

/// Who does something.
#[derive(Clone, Copy)]
pub struct Person {
    pub id: &'static str,
    pub locale: &'static str,
    pub permissions: u64,
    pub roles: &'static [&'static str],
    pub direct: bool,
}

impl Person {
    pub fn alice() -> Self {
        Self { id: ALICE, locale: "ja", permissions: NOBODY, roles: &[], direct: false }
    }

    pub fn bob() -> Self {
        Self { id: BOB, ..Self::alice() }
    }

    pub fn moderator() -> Self {
        Self { id: CAROL, permissions: MANAGE_GUILD, ..Self::alice() }
    }
}

/// The answer to an interaction.
#[derive(Clone, Debug)]
pub struct Answered {
    pub token: String,
    pub callback: Value,
    on: Value,
}

impl Answered {
    pub fn data(&self) -> &Value {
        &self.callback["data"]
    }

    pub fn is_private(&self) -> bool {
        self.data()["flags"] == 64
    }

    /// Everything that can be read.
    pub fn text(&self) -> String {
        text_of(self.data())
    }

    fn parts(&self) -> Vec<Value> {
        parts_of(self.data())
    }

    pub fn labels(&self) -> Vec<String> {
        self.parts().iter().filter_map(|part| part["label"].as_str().map(str::to_owned)).collect()
    }

    fn custom_id(&self, label: &str) -> String {
        let parts = self.parts();
        let part = parts.iter().find(|part| part["label"] == label);
        let part = part.unwrap_or_else(|| panic!("no {label} among {:?}", self.labels()));
        part["custom_id"].as_str().expect("a button has an id").to_owned()
    }
}

fn parts_of(data: &Value) -> Vec<Value> {
    let rows = data["components"].as_array().into_iter().flatten();
    rows.filter_map(|row| row["components"].as_array()).flatten().cloned().collect()
}

pub fn text_of(data: &Value) -> String {
    let mut text = vec![data["content"].as_str().unwrap_or_default().to_owned()];
    for embed in data["embeds"].as_array().into_iter().flatten() {
        let line = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        text.push(line(&embed["author"]["name"]));
        text.push(line(&embed["title"]));
        text.push(line(&embed["description"]));
        for field in embed["fields"].as_array().into_iter().flatten() {
            text.push(line(&field["name"]));
            text.push(line(&field["value"]));
        }
        text.push(line(&embed["footer"]["text"]));
    }
    text.join("\n")
}

/// Reads JSON, or the JSON part of a form with files.
fn body_of(headers: &HeaderMap, bytes: &Bytes) -> Value {
    let kind = headers.get("content-type").and_then(|it| it.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("multipart/") {
        return serde_json::from_slice(bytes).unwrap_or(Value::Null);
    }
    let text = String::from_utf8_lossy(bytes);
    let part = text.split_once("name=\"payload_json\"").map_or("", |(_, rest)| rest);
    let json = part.split_once("\r\n\r\n").map_or("", |(_, rest)| rest);
    let json = json.split_once("\r\n--").map_or(json, |(json, _)| json);
    let mut body: Value = serde_json::from_str(json).unwrap_or(Value::Null);
    body["stand_in_files"] = json!(text);
    body
}

async fn file(State(discord): State<Discord>, uri: Uri) -> Response {
    let mut world = discord.world();
    let path = uri.path().to_owned();
    let file = world.files.get(&path).cloned();
    let reply =
        file.map_or_else(|| StatusCode::NOT_FOUND.into_response(), IntoResponse::into_response);
    let status = reply.status();
    let at = Instant::now();
    world.requests.push(Request { method: Method::GET, path, body: Value::Null, status, at });
    reply
}

async fn rest(
    State(discord): State<Discord>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    bytes: Bytes,
) -> Response {
    let path = uri.path().to_owned();
    let body = body_of(&headers, &bytes);
    let harm = discord.harm_to(&method, &path);
    if let Some(Harm::Late(delay)) = harm {
        // A request that is given up ends here.
        sleep(delay).await;
    }
    let mut reply = match harm {
        Some(Harm::Status(status)) => refuse(StatusCode::from_u16(status).expect("a status"), 0),
        Some(Harm::Limit { seconds, global }) => too_many(seconds, global),
        Some(Harm::Reset) => std::panic::resume_unwind(Box::new("the connection is cut")),
        Some(Harm::Late(_)) | None => answer(&discord, &method, &path, &body),
    };
    if let Some(date) = discord.world().account.date {
        reply.headers_mut().insert("date", HeaderValue::from_static(date));
    }
    let status = reply.status();
    let at = Instant::now();
    discord.world().requests.push(Request { method, path, body, status, at });
    reply
}

fn too_many(seconds: u64, global: bool) -> Response {
    let body = json!({"message": "You are being rate limited.", "retry_after": seconds,
        "global": global, "code": 0});
    let mut reply = (StatusCode::TOO_MANY_REQUESTS, Json(body)).into_response();
    let headers = reply.headers_mut();
    headers.insert("retry-after", seconds.into());
    if global {
        headers.insert("x-ratelimit-global", HeaderValue::from_static("true"));
    }
    reply
}

fn refuse(status: StatusCode, code: u32) -> Response {
    (status, Json(json!({"code": code, "message": "refused", "errors": {}}))).into_response()
}

fn answer(discord: &Discord, method: &Method, path: &str, body: &Value) -> Response {
    let mut world = discord.world();
    let data = if path.ends_with("/callback") { &body["data"] } else { body };
    let is_message = !data["content"].is_null() || !data["embeds"].is_null();
    if is_message && data["allowed_mentions"]["parse"] != json!([]) {
        return refuse(StatusCode::BAD_REQUEST, 50035);
    }
    let steps: Vec<&str> = path.trim_start_matches("/api/v10/").split('/').collect();
    match (method.as_str(), steps.as_slice()) {
        ("GET", ["gateway"] | ["gateway", "bot"]) => {
            let url = format!("{}/gateway", discord.address.replace("http://", "ws://"));
            Json(json!({"url": url, "shards": 1, "session_start_limit":
                {"total": 1000, "remaining": world.account.starts, "reset_after": 1, "max_concurrency": 1}}))
            .into_response()
        }
        ("GET", ["applications", _, "guilds", _, "commands"]) => {
            Json(world.commands.clone()).into_response()
        }
        ("GET", ["applications", "@me"]) => {
            Json(json!({"id": BOT, "name": "madoguchi", "flags": world.account.flags}))
                .into_response()
        }
        ("GET", ["applications", ..]) => Json(json!([])).into_response(),
        ("GET", ["users", "@me"]) => Json(user(BOT)).into_response(),
        ("GET", ["users", "@me", "guilds"]) => {
            let servers = world.account.servers.iter().map(|(id, name, permissions)| {
                json!({"id": id, "name": name, "permissions": permissions.to_string()})
            });
            Json(servers.collect::<Vec<_>>()).into_response()
        }
        ("PUT", ["applications", ..]) => {
            let known = world.commands.clone();
            let id_of = |name: &Value| {
                known.iter().find(|it| it["name"] == *name).map(|it| it["id"].clone())
            };
            let commands = body.as_array().into_iter().flatten().map(|command| {
                let mut command = command.clone();
                command["id"] = id_of(&command["name"]).unwrap_or_else(|| json!(snowflake()));
                command["application_id"] = json!(BOT);
                command["version"] = json!(snowflake());
                command["guild_id"] = json!(GUILD);
                for key in ["options", "description"] {
                    if command[key].is_null() {
                        command[key] = if key == "options" { json!([]) } else { json!("") };
                    }
                }
                if command["type"].is_null() {
                    command["type"] = json!(1);
                }
                command
            });
            world.commands = commands.collect();
            Json(world.commands.clone()).into_response()
        }
        ("POST", ["interactions", _, token, "callback"]) => {
            if world.answered.iter().any(|it| it == token) {
                return refuse(StatusCode::BAD_REQUEST, 40060);
            }
            if world.answered.len() >= ANSWERED {
                world.answered.pop_front();
            }
            world.answered.push_back((*token).to_owned());
            StatusCode::NO_CONTENT.into_response()
        }
        ("PATCH", ["webhooks", _, token, "messages", "@original"]) => {
            if world.answered.iter().any(|it| it == token) {
                Json(message(BOT, "")).into_response()
            } else {
                refuse(StatusCode::NOT_FOUND, 10015)
            }
        }
        ("POST", ["channels", _, "messages", _, "threads"]) => {
            Json(json!({"id": snowflake(), "type": 11, "guild_id": GUILD, "name": data["name"],
                "parent_id": CHANNEL, "owner_id": BOT, "position": 0, "permission_overwrites": []}))
            .into_response()
        }
        ("POST", ["channels", _, "messages"]) | ("PATCH", ["channels", _, "messages", _]) => {
            Json(message(BOT, "")).into_response()
        }
        ("DELETE", _) => StatusCode::NO_CONTENT.into_response(),
        _ => refuse(StatusCode::NOT_FOUND, 0),
    }
}

/// Takes connections over TLS.
struct Tls {
    listener: TcpListener,
    acceptor: TlsAcceptor,
}

impl axum::serve::Listener for Tls {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let Ok((stream, address)) = self.listener.accept().await else { continue };
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, address);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

async fn upgrade(State(discord): State<Discord>, upgrade: WebSocketUpgrade) -> Response {
    if discord.world().is_deaf {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    upgrade.on_upgrade(move |socket| gateway(discord, socket))
}

async fn say(socket: &mut WebSocket, payload: &Value) -> bool {
    socket.send(Message::Text(payload.to_string().into())).await.is_ok()
}

async fn gateway(discord: Discord, mut socket: WebSocket) {
    let (heartbeat, is_deaf) = {
        let world = discord.world();
        (world.heartbeat_ms, world.is_deaf)
    };
    if is_deaf
        || !say(&mut socket, &json!({"op": 10, "d": {"heartbeat_interval": heartbeat}})).await
    {
        return;
    }
    let (sender, mut events) = unbounded_channel::<Value>();
    // The world alone holds it later: what the world drops, closes.
    let mut sender = Some(sender);
    loop {
        tokio::select! {
            event = events.recv() => {
                let Some(event) = event else { return };
                if !say(&mut socket, &event).await {
                    return;
                }
            }
            received = socket.recv() => {
                let Some(Ok(received)) = received else { return };
                let Ok(text) = received.to_text() else { continue };
                let Ok(payload) = serde_json::from_str::<Value>(text) else { continue };
                match payload["op"].as_u64() {
                    Some(1) => {
                        let left = discord.world().n_acknowledged.checked_sub(1);
                        if let Some(left) = left {
                            discord.world().n_acknowledged = left;
                            say(&mut socket, &json!({"op": 11})).await;
                        }
                    }
                    Some(2) => {
                        let intents = payload["d"]["intents"].as_u64().unwrap_or_default();
                        let is_refused = {
                            let mut world = discord.world();
                            world.intents = intents;
                            world.refused_intents & intents != 0
                        };
                        if is_refused {
                            let frame = CloseFrame { code: 4014, reason: "Disallowed intent(s).".into() };
                            let _ = socket.send(Message::Close(Some(frame))).await;
                            return;
                        }
                        let shard = payload["d"]["shard"].clone();
                        let ready = json!({"v": 10, "user": user(BOT), "guilds": [{"id": GUILD, "unavailable": true}],
                            "session_id": snowflake(), "resume_gateway_url": discord.address.replace("http", "ws") + "/gateway",
                            "shard": shard, "application": {"id": BOT, "flags": 0}});
                        let mut world = discord.world();
                        world.identified.push(shard);
                        if let Some(sender) = sender.take() {
                            let _ = sender.send(world.numbered("READY", &ready));
                            world.gateways.push(sender);
                        }
                    }
                    Some(6) => {
                        let known = payload["d"]["seq"].as_u64().unwrap_or_default();
                        let mut world = discord.world();
                        world.n_resumed += 1;
                        if let Some(sender) = sender.take() {
                            for (_, event) in world.backlog.iter().filter(|(n, _)| *n > known) {
                                let _ = sender.send(event.clone());
                            }
                            let _ = sender.send(world.numbered("RESUMED", &json!({})));
                            world.gateways.push(sender);
                        }
                    }
                    _ => {}
                }
            }
        }
    }
}
