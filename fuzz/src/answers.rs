//! Question → reading → plan → answer, over the repository's own documents.

use madoguchi::answer::{Answer, Outcome};
use madoguchi::discord::{self, custom_id::Action};
use madoguchi::furigana::Level;
use madoguchi::question::{Language, Question};
use madoguchi::render;
use madoguchi::service::AnswerService;
use serde_json::Value;

/// Parts a question from the earlier ones of its conversation.
const BETWEEN: char = '\u{1e}';

/// Any question gets an answer that holds together, in every form.
///
/// The input is the question, behind the earlier ones of its conversation with U+001E between them.
pub fn question(service: &AnswerService, bytes: &[u8]) {
    let input = String::from_utf8_lossy(bytes);
    let mut asked: Vec<String> = input.split(BETWEEN).map(str::to_owned).collect();
    let text = asked.pop().unwrap_or_default();
    let question = Question { text, context: asked, ..Question::default() };
    let answer = service.answer(&question).expect("every question is answered somehow");
    check(service, &question, &answer);
    put_into_words(service, &question, &answer);
    let plan = service.with_composer(|composer| composer.reader.plan(&question.text));
    let n_chars = question.text.chars().count();
    assert!(plan.terms.len() <= 4 * n_chars && plan.grams.len() <= 4 * n_chars, "a bounded plan");
    let suggested = service.suggest(&question.text, 25).expect("something or nothing is suggested");
    assert!(suggested.len() <= 25);
    check_readings(service, &question.text);
}

fn check(service: &AnswerService, question: &Question, answer: &Answer) {
    // Offices of the config stand in no measure.
    let is_told = answer.aggregate.is_some() || !answer.offices.is_empty();
    match answer.outcome {
        Outcome::Answered => assert!(!answer.answers.is_empty() || is_told),
        Outcome::Choose => assert!(answer.answers.len() > 1 || is_told),
        // That nothing rose is an answer of figures, too.
        Outcome::Suggested => assert!(!answer.answers.is_empty() || answer.aggregate.is_some()),
        Outcome::NotFound => assert!(answer.answers.is_empty() && answer.reason.is_some()),
    }
    let library = service.corpus();
    for found in &answer.answers {
        assert!(found.score.is_finite());
        let known = library.measure(&found.measure.id).expect("a measure of the documents");
        assert_eq!(*known, *found.measure);
    }
    let again = service.answer(question).expect("every question is answered somehow");
    let locale = service.locales().get(answer.language);
    let json = |answer| render::json(answer, locale, &service.furigana());
    assert_eq!(json(answer), json(&again), "equal question, equal answer");
}

fn put_into_words(service: &AnswerService, question: &Question, answer: &Answer) {
    let furigana = service.furigana();
    for language in Language::ALL {
        let locale = service.locales().get(language);
        let reply = render::reply(answer, locale, &furigana);
        assert!(!reply.text().trim().is_empty());
        let spoken = render::reply(answer, &locale.spoken(), &furigana);
        assert!(!render::plain(&spoken).trim().is_empty());
        let page = render::html(&reply, language, Some(Level::ALL), &furigana);
        assert!(page.ends_with("</html>\n") && !page.to_lowercase().contains("<script"));
    }
    let locale = service.locales().get(answer.language);
    let json = render::json(answer, locale, &furigana);
    assert!(!json.contains('\n'));
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["question"], *question.text);
    let message = discord::preview(service, question, None).expect("a message");
    assert_eq!(discord::check::message(&message), Vec::<String>::new(), "{message}");
    check_buttons(&message);
}

/// Every button means something, even after a restart.
fn check_buttons(message: &Value) {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    for component in list(&message["components"]).iter().flat_map(|row| list(&row["components"])) {
        if let Some(id) = component["custom_id"].as_str() {
            assert!(Action::decode(id).is_some(), "{id} can be pressed");
        }
    }
}

/// Readings stand beside a text and never in its place.
fn check_readings(service: &AnswerService, text: &str) {
    let furigana = service.furigana();
    let parts = furigana.ruby(text, Level::ALL);
    let joined: String = parts.iter().map(|part| part.text).collect();
    assert_eq!(joined, text, "the text stays");
}
