//! Here is a local address and a bot's figures, give them to Prometheus and to whoever watches over the process.
//!
//! `/metrics`, `/healthz` and `/readyz` over HTTP/1.1, and nothing else: a request is read up to a limit and within a
//! time, answered once, and the connection closed. Only so many are served at once.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use crate::error::{Error, ErrorKind};
use crate::metrics::Metrics;

/// The longest request, headers included.
const MAX_REQUEST: usize = 8 << 10;
/// How long one connection may take, from its first byte to its last.
const PATIENCE: Duration = Duration::from_secs(5);
/// Served at once; others wait in the system's queue.
const CONNECTIONS: usize = 16;
/// How long to wait where the system gives no connection, as when too many files are open.
const PAUSE: Duration = Duration::from_millis(200);

const METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

/// Takes an address.
pub async fn listen(address: SocketAddr) -> Result<TcpListener, Error> {
    TcpListener::bind(address).await.map_err(|error| {
        Error::new(ErrorKind::Settings, format!("cannot listen on {address}")).because(error).hint(
            "write another address as `listen` under [metrics] in madoguchi.toml, or \"\" for none",
        )
    })
}

/// Answers until it is dropped.
pub async fn serve(listener: TcpListener, metrics: Arc<Metrics>) -> Infallible {
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        // It is never closed.
        let permit = room.clone().acquire_owned().await.ok();
        match listener.accept().await {
            Ok((stream, _)) => {
                let metrics = metrics.clone();
                tokio::spawn(async move {
                    let _permit = permit;
                    // Whoever hangs up or dawdles gets nothing.
                    let _ = timeout(PATIENCE, converse(stream, &metrics)).await;
                });
            }
            Err(error) => {
                tracing::warn!(%error, "a connection to the metrics was not accepted");
                sleep(PAUSE).await;
            }
        }
    }
}

async fn converse(mut stream: TcpStream, metrics: &Metrics) -> std::io::Result<()> {
    let response = match read_head(&mut stream).await? {
        Head::Whole(head) => answer(&head, metrics),
        Head::TooLong => Response::new(431, PLAIN, "the request is too long\n"),
        Head::Cut => return Ok(()),
    };
    stream.write_all(response.to_bytes().as_slice()).await?;
    stream.shutdown().await?;
    // Closing a connection with unread bytes resets it, and the response could be lost with that.
    let mut rest = [0; 1024];
    for _ in 0..MAX_REQUEST / rest.len() {
        if stream.read(&mut rest).await? == 0 {
            break;
        }
    }
    Ok(())
}

/// What was sent up to the empty line.
enum Head {
    Whole(Vec<u8>),
    TooLong,
    Cut,
}

async fn read_head(stream: &mut TcpStream) -> std::io::Result<Head> {
    let mut head = Vec::new();
    let mut part = [0; 1024];
    loop {
        let n_read = stream.read(&mut part).await?;
        if n_read == 0 {
            return Ok(Head::Cut);
        }
        head.extend(part.iter().take(n_read));
        if head.windows(4).any(|bytes| bytes == b"\r\n\r\n") {
            return Ok(Head::Whole(head));
        }
        if head.len() > MAX_REQUEST {
            return Ok(Head::TooLong);
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Response {
    status: u16,
    kind: &'static str,
    body: String,
    /// A HEAD request gets everything but the body.
    is_bare: bool,
}

impl Response {
    fn new(status: u16, kind: &'static str, body: impl Into<String>) -> Self {
        Self { status, kind, body: body.into(), is_bare: false }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let Self { status, kind, body, is_bare } = self;
        let reason = match status {
            200 => "OK",
            400 => "Bad Request",
            404 => "Not Found",
            405 => "Method Not Allowed",
            431 => "Request Header Fields Too Large",
            503 => "Service Unavailable",
            _ => "Internal Server Error",
        };
        let allow = if *status == 405 { "Allow: GET, HEAD\r\n" } else { "" };
        let head = format!(
            "HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
             Cache-Control: no-store\r\n{allow}Connection: close\r\n\r\n",
            body.len()
        );
        let body = if *is_bare { "" } else { body };
        [head.as_bytes(), body.as_bytes()].concat()
    }
}

/// Answers a request, of which only the first line counts.
fn answer(head: &[u8], metrics: &Metrics) -> Response {
    let line = head.split(|byte| *byte == b'\r').next().unwrap_or_default();
    let words = std::str::from_utf8(line).map(|line| line.split(' ').collect::<Vec<_>>());
    let Ok([method, target, "HTTP/1.1" | "HTTP/1.0"]) = words.as_deref() else {
        return Response::new(400, PLAIN, "this is no HTTP/1.1 request\n");
    };
    let path = target.split('?').next().unwrap_or_default();
    let response = match path {
        "/metrics" | "/healthz" | "/readyz" if !matches!(*method, "GET" | "HEAD") => {
            Response::new(405, PLAIN, "only GET and HEAD\n")
        }
        "/metrics" => metrics.text().map_or_else(
            |_| Response::new(500, PLAIN, "the figures cannot be written\n"),
            |text| Response::new(200, METRICS, text),
        ),
        "/healthz" => state(&metrics.ailments()),
        "/readyz" => state(&metrics.hindrances()),
        _ => Response::new(404, PLAIN, "there are /metrics, /healthz and /readyz\n"),
    };
    Response { is_bare: *method == "HEAD", ..response }
}

fn state(amiss: &[String]) -> Response {
    if amiss.is_empty() {
        return Response::new(200, PLAIN, "ok\n");
    }
    Response::new(503, PLAIN, amiss.join("\n") + "\n")
}
