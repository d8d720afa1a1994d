//! Mentions, replies, edits and deletions.

use std::time::Duration;

use serde_json::json;

use super::stand_in::{
    ALICE, BOB, BOT, CHANNEL, Discord, SERVICE, Stage, mention, message, text_of,
};

const TOWERS: &str = "大阪市港区の津波避難ビルはいくつありますか";

#[tokio::test]
async fn a_mention_is_answered_as_a_reply() {
    let stage = Stage::ready().await;
    let question = mention(ALICE, TOWERS);
    stage.discord.dispatch("MESSAGE_CREATE", &question);
    let reply = stage.discord.wait("POST", "/messages").await;
    assert!(text_of(&reply.body).contains("108か所"));
    assert_eq!(reply.body["message_reference"]["message_id"], question["id"]);
    assert_eq!(reply.body["allowed_mentions"]["parse"], json!([]));
    assert_eq!(reply.body["enforce_nonce"], true);

    let mut edited = question.clone();
    edited["content"] = json!(format!("<@{BOT}> 地域防災の活動支援の予算は"));
    edited["edited_timestamp"] = json!("2026-11-21T00:01:00.000000+00:00");
    stage.discord.dispatch("MESSAGE_UPDATE", &edited);
    let edit = stage.discord.wait("PATCH", "/messages/").await;
    assert!(text_of(&edit.body).contains("2,738千円"), "{}", text_of(&edit.body));

    let deletion =
        json!({"id": question["id"], "channel_id": CHANNEL, "guild_id": question["guild_id"]});
    stage.discord.dispatch("MESSAGE_DELETE", &deletion);
    stage.discord.wait("DELETE", "/messages/").await;
}

#[tokio::test]
async fn what_is_not_meant_for_the_bot_is_left_alone() {
    let stage = Stage::ready().await;
    let mut by_bot = mention(ALICE, TOWERS);
    by_bot["author"]["bot"] = json!(true);
    let mut by_webhook = mention(ALICE, TOWERS);
    by_webhook["webhook_id"] = json!("400000000000000009");
    for event in
        [by_bot, by_webhook, mention(BOT, TOWERS), message(ALICE, "@everyone hi"), message(BOB, "")]
    {
        stage.discord.dispatch("MESSAGE_CREATE", &event);
    }
    stage.discord.dispatch("MESSAGE_CREATE", &mention(BOB, TOWERS));
    stage.discord.wait("POST", "/messages").await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(stage.discord.requests("POST", "/messages").len(), 1);
}

#[tokio::test]
async fn a_direct_message_and_a_chosen_channel_need_no_mention() {
    let stage = Stage::start(Discord::start().await, SERVICE.clone(), |settings| {
        settings.answer_channels = CHANNEL.parse().into_iter().collect();
    });
    stage.discord.wait("PUT", "/commands").await;
    let mut direct = message(ALICE, TOWERS);
    direct["guild_id"] = json!(null);
    direct["channel_id"] = json!("200000000000000009");
    stage.discord.dispatch("MESSAGE_CREATE", &direct);
    stage.discord.wait("POST", "/channels/200000000000000009/messages").await;
    stage.discord.dispatch("MESSAGE_CREATE", &message(BOB, TOWERS));
    stage.discord.wait("POST", &format!("/channels/{CHANNEL}/messages")).await;
}

#[tokio::test]
async fn a_sensitive_question_is_not_answered_in_public() {
    let stage = Stage::ready().await;
    stage.discord.dispatch("MESSAGE_CREATE", &mention(ALICE, "大阪市港区で虐待の相談をしたい"));
    let reply = stage.discord.wait("POST", "/messages").await;
    let text = text_of(&reply.body);
    assert!(text.contains("ほかの人に見えない"), "{text}");
    assert!(!text.contains("虐待"), "{text}");
}

#[tokio::test]
async fn a_bare_mention_is_answered_with_help() {
    let stage = Stage::ready().await;
    stage.discord.dispatch("MESSAGE_CREATE", &mention(ALICE, ""));
    let reply = stage.discord.wait("POST", "/messages").await;
    assert!(text_of(&reply.body).contains("/ask"), "{}", text_of(&reply.body));
}
