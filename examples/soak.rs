//! Asks the bot many questions through a stand-in for Discord in this process, with reloads and faults, and prints what
//! came of it: `cargo run --release --example soak -- [QUESTIONS] [PER SECOND] [SECONDS BETWEEN RELOADS]`
//! (100,000 questions, 100 in a second and a minute where nothing is said). Warnings of the bot go to standard error.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a trial ends where its ground is missing, and prints what it found"
)]

#[expect(dead_code, reason = "the tests need more of it")]
#[path = "../tests/it/discord/stand_in.rs"]
mod stand_in;

#[path = "../tests/it/discord/soak.rs"]
mod soak;

#[expect(dead_code, reason = "the tests need more of it")]
#[path = "../tests/it/support.rs"]
mod support;

use std::process::ExitCode;
use std::time::Duration;

use soak::Plan;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::WARN)
        .with_writer(std::io::stderr)
        .init();
    let mut numbers = std::env::args().skip(1).filter_map(|arg| arg.parse::<u32>().ok());
    let n = numbers.next().unwrap_or(100_000) as usize;
    let plan = Plan {
        n,
        per_second: numbers.next().unwrap_or(100),
        most_open: None,
        reload_every: Duration::from_secs(numbers.next().unwrap_or(60).into()),
        fault_every: 100,
        report_every: (n / 10).max(1),
    };
    let installation = support::Installation::new(&support::SEEDS);
    let tally = soak::run(installation, &plan, |tally| println!("{tally}")).await;
    println!("{tally}");
    let is_whole = tally.n_lost() == 0 && tally.n_twice() == 0 && tally.n_late == 0;
    if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
