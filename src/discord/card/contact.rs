//! Whom to ask, in words: the department, its numbers, and where they are known from.

use crate::model::{Contact, ContactBasis, ContactScope};
use crate::question::Language;

use super::super::say::Voice;
use super::escape;

/// Writes a contact; without one, the plain sentence that the document names none.
pub fn field(voice: Voice, contact: Option<&Contact>) -> String {
    let Some(contact) = contact else { return voice.plain("contact-none") };
    let mut rows = vec![format!("**{}**", escape(&contact.department))];
    if !contact.phone.is_empty() {
        rows.push(voice.say("contact-phone", &[("number", escape(&contact.phone).into())]));
    }
    if !contact.fax.is_empty() {
        rows.push(voice.say("contact-fax", &[("number", escape(&contact.fax).into())]));
    }
    let basis = match (contact.basis, contact.scope) {
        (ContactBasis::Document, ContactScope::Page) => "contact-of-page",
        (ContactBasis::Document, _) => "contact-of-document",
        (ContactBasis::Config, _) => "contact-of-config",
    };
    let date = contact.as_of.as_ref().map_or_else(String::new, |date| {
        let date = voice.locale().date(date);
        let as_of = escape(&voice.say("contact-as-of", &[("date", date.into())]));
        match voice.language {
            Language::English | Language::Korean => format!(" ({as_of})"),
            _ => format!("（{as_of}）"),
        }
    });
    rows.push(format!("{}{date}", voice.plain(basis)));
    rows.join("\n")
}
