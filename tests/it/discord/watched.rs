//! The bot as a watcher sees it: counted, connected, ready.

use std::time::Duration;

use tokio::time::timeout;

use super::stand_in::{PATIENCE, Person, Stage};

const TOWERS: &str = "大阪市港区の津波避難ビルはいくつありますか";

async fn until(condition: impl Fn() -> bool) {
    let seen = async {
        while !condition() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(PATIENCE, seen).await.expect("it comes about");
}

#[tokio::test]
async fn a_bot_is_ready_once_it_is_connected_and_counts_what_it_is_asked() {
    let stage = Stage::ready().await;
    until(|| stage.metrics.hindrances().is_empty()).await;
    stage.discord.ask(TOWERS, &Person::alice()).await;
    stage.discord.ask("こんにちは", &Person::bob()).await;
    let text = stage.metrics.text().expect("figures");
    let value = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.unwrap_or_else(|| panic!("no {name} in\n{text}")).to_owned()
    };
    assert_eq!(value(r#"madoguchi_questions_total{outcome="answered"}"#), "1");
    assert_eq!(value(r#"madoguchi_questions_total{outcome="not_found"}"#), "1");
    assert_eq!(value("madoguchi_answer_duration_seconds_count"), "2");
    assert_eq!(value(r#"madoguchi_gateway_connected{shard="0"}"#), "1");
    assert_eq!(value("madoguchi_documents"), "5");
    assert_eq!(value("madoguchi_store_usable"), "1");
    assert_eq!(value(r#"madoguchi_store_lost_total{why="dropped"}"#), "0");
    let age: f64 = value("madoguchi_generation_age_seconds").parse().expect("a number");
    assert!((0.0..3_600.0).contains(&age), "{age}");
    assert!(!text.contains("津波") && !text.contains(super::stand_in::ALICE), "{text}");
}

#[tokio::test]
async fn a_bot_whose_gateway_hangs_up_is_not_ready_and_lives() {
    let stage = Stage::ready().await;
    until(|| stage.metrics.hindrances().is_empty()).await;
    stage.discord.refuse_gateways();
    stage.discord.drop_gateways();
    until(|| !stage.metrics.hindrances().is_empty()).await;
    assert_eq!(stage.metrics.ailments(), Vec::<String>::new());
}
