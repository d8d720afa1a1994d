//! The local port of the running bot: what it answers, and to whom it does not.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use madoguchi::answer::Outcome;
use madoguchi::metrics::Metrics;
use madoguchi::monitor;
use madoguchi::service::{AuditFile, Silent};
use regex::Regex;
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::Installation;

/// Longer than a connection may take.
const PATIENCE: Duration = Duration::from_secs(15);

async fn start() -> (std::net::SocketAddr, Arc<Metrics>) {
    let any = "127.0.0.1:0".parse().expect("an address");
    let listener = monitor::listen(any).await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let metrics = Arc::new(Metrics::new());
    tokio::spawn(monitor::serve(listener, metrics.clone()));
    (address, metrics)
}

/// Sends bytes and returns all that comes back.
async fn send(address: std::net::SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).await.expect("it listens");
    stream.write_all(request).await.expect("sent");
    let mut reply = Vec::new();
    let read = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut reply)).await;
    read.expect("it ends").expect("read");
    String::from_utf8(reply).expect("text")
}

async fn get(address: std::net::SocketAddr, path: &str) -> String {
    send(address, format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes()).await
}

#[tokio::test]
async fn it_answers_three_paths_and_refuses_the_rest() {
    let (address, _) = start().await;
    assert!(get(address, "/metrics").await.starts_with("HTTP/1.1 200 OK\r\n"));
    assert!(get(address, "/metrics?all=1").await.starts_with("HTTP/1.1 200 "));
    assert!(get(address, "/healthz").await.ends_with("\r\n\r\nok\n"));
    let unready = get(address, "/readyz").await;
    assert!(unready.starts_with("HTTP/1.1 503 Service Unavailable\r\n"), "{unready}");
    assert!(unready.ends_with("data: not loaded yet\ngateway: not connected yet\n"), "{unready}");
    assert!(get(address, "/").await.starts_with("HTTP/1.1 404 "));
    let post = send(address, b"POST /metrics HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}").await;
    assert!(post.starts_with("HTTP/1.1 405 "), "{post}");
    assert!(post.contains("\r\nAllow: GET, HEAD\r\n"), "{post}");
    let head = send(address, b"HEAD /healthz HTTP/1.0\r\n\r\n").await;
    assert!(head.starts_with("HTTP/1.1 200 ") && head.ends_with("\r\n\r\n"), "{head}");
    assert!(head.contains("\r\nContent-Length: 3\r\n"), "{head}");
}

#[tokio::test]
async fn what_is_no_request_is_told_so() {
    let (address, _) = start().await;
    let requests: [&[u8]; 6] = [
        b"\r\n\r\n",
        b"hello\r\n\r\n",
        b"GET /metrics\r\n\r\n",
        b"GET /metrics HTTP/9.9\r\n\r\n",
        b"GET  /metrics HTTP/1.1\r\n\r\n",
        b"\xff\xfe /metrics HTTP/1.1\r\n\r\n",
    ];
    for request in requests {
        let reply = send(address, request).await;
        let shown = String::from_utf8_lossy(request).into_owned();
        assert!(reply.starts_with("HTTP/1.1 400 "), "{shown:?}: {reply}");
    }
    let long = format!("GET /metrics HTTP/1.1\r\nX: {}", "x".repeat(20_000));
    assert!(send(address, long.as_bytes()).await.starts_with("HTTP/1.1 431 "));
    assert!(get(address, "/healthz").await.starts_with("HTTP/1.1 200 "));
}

#[tokio::test]
async fn those_who_say_nothing_are_left_and_others_served() {
    let (address, _) = start().await;
    let mut silent = Vec::new();
    for _ in 0..40 {
        silent.push(TcpStream::connect(address).await.expect("it listens"));
    }
    let start = Instant::now();
    // In the queue behind all of them.
    let reply = get(address, "/healthz");
    let reply = tokio::time::timeout(PATIENCE * 2, reply).await.expect("served in the end");
    assert!(reply.starts_with("HTTP/1.1 200 "), "{reply}");
    assert!(start.elapsed() > Duration::from_secs(1), "nobody was waited for");
}

#[test]
fn every_sample_belongs_to_a_described_family() {
    let metrics = Metrics::new();
    metrics.asked(Some(Outcome::Answered), Duration::from_micros(300));
    metrics.asked(None, Duration::from_secs(3));
    metrics.shard(0, true, Some(Duration::from_millis(42)));
    let text = metrics.text().expect("figures");
    let mut families = Vec::new();
    for line in text.lines() {
        if let Some(described) = line.strip_prefix("# TYPE ") {
            families.push(described.split(' ').next().expect("a name").to_owned());
        } else if !line.starts_with('#') {
            let (name, value) = line.rsplit_once(' ').expect("a name and a value");
            let family = families.last().expect("a family comes first");
            assert!(name.starts_with(family.as_str()), "{line} in {family}");
            assert!(name.starts_with("madoguchi_"), "{line}");
            value.parse::<f64>().expect("a number");
        }
    }
    assert!(text.ends_with("# EOF\n"));
    for line in [
        r#"madoguchi_questions_total{outcome="answered"} 1"#,
        r#"madoguchi_questions_total{outcome="not_found"} 0"#,
        r#"madoguchi_questions_total{outcome="error"} 1"#,
        r#"madoguchi_answer_duration_seconds_bucket{le="0.00025"} 0"#,
        r#"madoguchi_answer_duration_seconds_bucket{le="0.0005"} 1"#,
        r#"madoguchi_answer_duration_seconds_bucket{le="+Inf"} 2"#,
        r#"madoguchi_gateway_connected{shard="0"} 1"#,
        r#"madoguchi_gateway_latency_seconds{shard="0"} 0.042"#,
        r#"madoguchi_data_operations_total{operation="reload",result="failed"} 0"#,
    ] {
        assert!(text.lines().any(|it| it == line), "no {line} in\n{text}");
    }
    metrics.disconnected();
    let text = metrics.text().expect("figures");
    assert!(text.contains(r#"madoguchi_gateway_connected{shard="0"} 0"#));
}

/// The names of the series that a text speaks of.
fn named(text: &str) -> BTreeSet<String> {
    let name = Regex::new("madoguchi_[a-z_]+[a-z]").expect("a good pattern");
    name.find_iter(text).map(|found| found.as_str().to_owned()).collect()
}

#[test]
fn the_dashboard_and_the_manual_speak_of_every_series_and_of_no_other() {
    let metrics = Metrics::new();
    metrics.shard(0, true, Some(Duration::from_millis(42)));
    let text = metrics.text().expect("figures");
    let samples = text.lines().filter(|line| !line.starts_with('#'));
    let samples: BTreeSet<String> = samples.flat_map(named).collect();
    let parts = ["_bucket", "_sum", "_count"];
    let family = |name: &str| {
        let whole = parts.iter().find_map(|part| name.strip_suffix(part));
        whole.unwrap_or(name).to_owned()
    };
    let families: BTreeSet<String> = samples.iter().map(|name| family(name)).collect();
    assert!(families.len() > 12, "{families:?}");

    let dashboard = std::fs::read_to_string("deploy/grafana.json").expect("there is a dashboard");
    let dashboard: Value = serde_json::from_str(&dashboard).expect("JSON");
    let panels = dashboard["panels"].as_array().expect("panels");
    let targets = panels.iter().flat_map(|panel| panel["targets"].as_array().expect("targets"));
    let asked: BTreeSet<String> =
        targets.flat_map(|target| named(target["expr"].as_str().expect("a query"))).collect();
    let strange: Vec<_> = asked.difference(&samples).collect();
    assert!(strange.is_empty(), "no such series: {strange:?}");
    assert_eq!(asked.iter().map(|name| family(name)).collect::<BTreeSet<_>>(), families);

    let manual = std::fs::read_to_string("docs/operating.md").expect("there is a manual");
    let told: BTreeSet<String> = named(&manual).iter().map(|name| family(name)).collect();
    assert_eq!(told, families);
}

#[test]
fn what_is_done_to_the_data_is_counted() {
    let installation = Installation::quick(&["nishi-osaka-r2-management-policy.txt"]);
    let metrics = Metrics::new();
    let trail = metrics.counted(AuditFile::of(&installation.paths));
    let service = installation.open().with_audit(Box::new(trail));
    service.reload("a test", &Silent).expect("nothing has changed");
    std::fs::remove_dir_all(&installation.paths.seeds).expect("removed");
    service.reload("a test", &Silent).expect_err("no documents");
    let text = metrics.text().expect("figures");
    for result in ["done", "failed"] {
        let line =
            format!(r#"madoguchi_data_operations_total{{operation="reload",result="{result}"}} 1"#);
        assert!(text.contains(&line), "no {line} in\n{text}");
    }
}

#[tokio::test]
async fn a_taken_address_is_told() {
    let (address, _) = start().await;
    let error = monitor::listen(address).await.expect_err("it is taken");
    assert!(error.to_string().contains(&address.to_string()), "{error}");
    assert!(error.hints().iter().any(|hint| hint.contains("[metrics]")));
}
