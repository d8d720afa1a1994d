//! Lines that say whom to ask.

use std::sync::LazyLock;

use regex::Regex;

use super::markers::{
    BRACKETS, CONTACT_LABELS, DEPARTMENT_ENDS, DESK_LABELS, OFFICE_ENDS, ORGANIZATION_ENDS,
    OTHERS_LABELS, OTHERS_OFFICES,
};
use super::{markup, pattern};
use crate::text::{fold, squeeze};

/// Labels of the office that made the page.
const PAGE_LABELS: [&str; 4] = ["所属課室", "編集", "編集・発行", "発行"];

/// What a line says about whom to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ContactLine {
    pub(super) department: String,
    pub(super) phone: String,
    pub(super) fax: String,
    /// It stood behind a label such as 問合せ先.
    pub(super) is_labelled: bool,
    /// The label is a word over the whole of a contact, not over an office alone.
    pub(super) asks: bool,
    /// A label of the page's own office: 所属課室.
    pub(super) is_page: bool,
}

impl ContactLine {
    /// Does it name an office and its telephone number?
    fn is_whole(&self) -> bool {
        !self.phone.is_empty() && is_department(&self.department)
    }
}

fn phones() -> &'static Regex {
    static PHONE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?:(?P<label>(?:(?:電話|TEL|ＴＥＬ)\s?[/／・＆&]\s?(?:FAX|ＦＡＸ|ファックス|ファクス)(?:共通)?|電話番号|電話|ＴＥＬ|TEL|Tel|tel|℡|☎|[(（]?直通[)）]?|内線|ファックス番号|ファクス番号|ファクシミリ番号|ファクシミリ|ファックス|ファクス|",
            r"ＦＡＸ番号|FAX番号|ＦＡＸ|FAX|Fax|fax)\s*[.．】〕］]?\s*[:：]?\s*)?",
            r"(?:(?P<number>[(（]?[0０][0-9０-９]{1,4}[)）]?\s?[-‐‑–−－ーｰ(（]?\s?[0-9０-９]{1,4}\s?[-‐‑–−－ーｰ)）]\s?[0-9０-９]{3,4})",
            r"|(?P<local>[1-9１-９][0-9０-９]{1,3}[-‐‑–−－ーｰ][0-9０-９]{4})))",
            r"|(?P<extension>内線\s*[:：]?\s*[0-9０-９]{3,5})",
        ))
    });
    &PHONE
}

/// Does a line name a desk or a place of others, whose number is not the one to ask: 【申】, 会場：, 協力：?
pub(super) fn is_of_others(line: &str) -> bool {
    static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"^[\s　・■◆●○〇※【〔\[［(（<＜〈]*(?:{})(?:先|場所|み|者|のとき|のときは)?(?:[】〕\]］>＞〉)）:：\s　]|$)",
            [DESK_LABELS.join("|"), OTHERS_LABELS.join("|")].join("|")
        ))
    });
    OTHERS.is_match(line)
}

/// The office of the municipality's own that takes applications, behind the word for that: 【申】生涯学習課 ☎….
fn own_desk(line: &str) -> Option<&str> {
    static DESK: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"^[\s　・■◆●○〇※【〔\[［(（<＜〈]*(?:{})先?[】〕\]］>＞〉)）:：\s　]+(?P<office>[^0-9０-９]{{1,30}}[課係室](?:[^一-龥].*)?)$",
            DESK_LABELS.join("|")
        ))
    });
    DESK.captures(line)?.name("office").map(|office| office.as_str())
}

/// Is it an office of the state, a prefecture or the police, or a body that is no office at all?
fn is_foreign(department: &str) -> bool {
    static PREFECTURE: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^[一-龥]{2,3}県[^市町村区民道立]*$"));
    OTHERS_OFFICES.iter().any(|name| department.contains(name)) || PREFECTURE.is_match(department)
}

/// Does a cell name an office at all? A dash does not.
pub(super) fn is_named(cell: &str) -> bool {
    cell.chars().any(char::is_alphanumeric)
}

/// Reads a line as a contact; none where it is something else.
pub(super) fn read(text: &str) -> Option<ContactLine> {
    if text.chars().take(201).count() > 200 {
        return None;
    }
    let text = match own_desk(text) {
        Some(office) => squeeze(office),
        None if is_of_others(text) => return None,
        None => squeeze(text),
    };
    if let Some(contact) = bracketed(&text) {
        return Some(contact);
    }
    let text = markup::without_mark(&text)
        .trim_start_matches([
            '・', '■', '◆', '●', '○', '〇', '※', '▶', '►', '【', '〔', '[', '［', '(', '（', '<',
            '＜', '〈', '☎',
        ])
        .trim_start();
    let (label, rest) = label(text);
    let mut contact = ContactLine {
        is_labelled: label.is_some(),
        asks: label.is_some_and(is_label),
        is_page: label.is_some_and(|label| PAGE_LABELS.contains(&label)),
        ..ContactLine::default()
    };
    let mut department_ends = rest.len();
    let mut n_phones = 0;
    for found in phones().captures_iter(rest) {
        let label = found.name("label").map_or("", |label| label.as_str());
        // Without its area code, a number is one only behind a word that says so, or in brackets behind an office.
        let local = found.name("local").filter(|number| {
            let before = rest.get(..number.start()).unwrap_or_default();
            let is_postal = before.trim_end().ends_with('〒');
            let is_told = !label.is_empty()
                || contact.asks
                || before.strip_suffix(['(', '（']).is_some_and(is_department);
            is_told && !is_postal
        });
        let number = found
            .name("number")
            .filter(|number| is_phone(rest, number))
            .or(local)
            .or(found.name("extension"));
        let Some(number) = number else {
            continue;
        };
        let whole = found.get(0).map_or(number.start(), |whole| whole.start());
        let is_fax = fold(label).starts_with("fa") || label.starts_with("ファ");
        let slot = if is_fax { &mut contact.fax } else { &mut contact.phone };
        if slot.is_empty() {
            let printed = number.as_str().trim();
            let is_open = printed.starts_with(['(', '（']) && !printed.contains([')', '）']);
            *slot =
                if is_open { printed.trim_start_matches(['(', '（']) } else { printed }.to_owned();
        }
        let is_both = !is_fax && (fold(label).contains("fa") || label.contains("ファ"));
        if is_both && contact.fax.is_empty() {
            contact.fax.clone_from(&contact.phone);
        }
        department_ends = department_ends.min(whole);
        n_phones += 1;
    }
    let (department, _) = rest.split_at_checked(department_ends)?;
    contact.department = department_of(department);
    // Behind the office, the number is that of a body named after it: 水産課　鳥羽原漁協 0599-….
    let body = contact.department.rsplit_once(' ').filter(|(office, body)| {
        is_department(office) && ORGANIZATION_ENDS.iter().any(|end| body.ends_with(end))
    });
    if let Some((office, _)) = body.filter(|_| n_phones > 0) {
        contact.department = office.to_owned();
        contact.phone.clear();
        contact.fax.clear();
    }
    if n_phones > 0 && !contact.asks && is_foreign(&contact.department) {
        return None;
    }
    if n_phones > 0 {
        // A title before its office, or with its amount, is a line of its own.
        if contact.department.contains(['(', '（', '【', '[', '［', '円']) {
            return None;
        }
        // A sentence with a telephone number in it is no contact line, nor is an address.
        let is_sentence = text.contains('。') || text.chars().count() > 120;
        let starts_with_label = contact.department.is_empty();
        let names_one = is_department(&contact.department) || contact.is_labelled;
        return (!is_sentence && (starts_with_label || names_one)).then_some(contact);
    }
    let opens = contact.is_labelled && rest.is_empty() && is_label(label.unwrap_or(""));
    let names = contact.is_labelled
        && is_department(&contact.department)
        && contact.department.chars().count() <= 40;
    (opens || names).then_some(contact)
}

/// Reads what stands where an office is named: the office, with its telephone number if there is one.
pub(super) fn of_office(text: &str) -> ContactLine {
    let office = || ContactLine { department: text.to_owned(), ..ContactLine::default() };
    read(text).unwrap_or_else(office)
}

fn is_phone(text: &str, number: &regex::Match<'_>) -> bool {
    let before = text.get(..number.start()).and_then(|before| before.chars().next_back());
    let after = text.get(number.end()..).and_then(|after| after.chars().next());
    let n_digits = number.as_str().chars().filter(|c| c.is_numeric()).count();
    (9..=11).contains(&n_digits)
        && !before.is_some_and(|c| c.is_numeric() || c == '-')
        && !after.is_some_and(|c| c.is_numeric() || matches!(c, '号' | '番' | '円'))
}

/// Is it a word over the whole of a contact: 問合せ先, お問い合わせ先?
pub(super) fn is_label(text: &str) -> bool {
    let text = text.trim();
    CONTACT_LABELS.contains(&text)
        && (text.contains('問') || text.contains("照会") || text == "連絡先")
}

/// Is it a heading over an office: お問い合わせ先, 所属課室?
pub(super) fn is_over_office(heading: &str) -> bool {
    is_label(heading) || heading.trim() == PAGE_LABELS[0]
}

fn label(text: &str) -> (Option<&'static str>, &str) {
    // One desk for both: 申・問, 申込・問合せ先.
    let asks_too = ["申・", "申込・", "申込み・", "申し込み・", "申込先・", "お申込み・"];
    let text = asks_too
        .iter()
        .find_map(|word| text.strip_prefix(word).filter(|it| it.starts_with(['問', 'お'])))
        .unwrap_or(text);
    // Newsletters shorten it to one character: 問 防災課, 問=防災課.
    if let Some(rest) = text.strip_prefix(['問', '問']).filter(|rest| {
        rest.starts_with([' ', '　', '=', '＝', ':', '：', '】', ']', '〉', '＞', ')', '）', '／'])
    }) {
        return (
            Some("問い合わせ"),
            rest.trim_start_matches([
                ' ', '　', '=', '＝', ':', '：', '】', ']', '〉', '＞', ')', '）', '／',
            ]),
        );
    }
    for label in CONTACT_LABELS {
        let Some(rest) = text.strip_prefix(label) else {
            continue;
        };
        // What parts a label from its office: the end of its bracket, a colon, a stroke, a blank.
        let behind = rest.trim_start_matches(['】', '〕', ']', '>', '＞', ')', '）']).trim_start();
        let behind = behind.strip_prefix([':', '：', '／', '/']).unwrap_or(behind);
        if behind.is_empty() || behind.len() < rest.len() {
            return (Some(label), behind.trim_start());
        }
    }
    (None, text)
}

fn department_of(text: &str) -> String {
    let text = text
        .trim()
        .trim_end_matches(['(', '（', ':', '：', ',', '、', '/', '／', '【', '[', '電', '☎', '℡'])
        .trim()
        .trim_start_matches([')', '）', ':', '：', '】', '、'])
        .trim();
    let text = text.split('〒').next().unwrap_or(text).trim();
    // 申し込みは農産振興課
    let lead = text.split_once('は').filter(|(lead, office)| {
        is_department(office) && ["申", "問", "詳"].iter().any(|word| lead.contains(word))
    });
    let text = lead.map_or(text, |(_, office)| office.trim());
    let text = text.strip_prefix('問').filter(|office| is_office(office)).unwrap_or(text);
    // 区政だより 4月1日号 発行：広報課
    let behind = text.rsplit([':', '：']).next().map(str::trim);
    let text = behind.filter(|it| is_office(it) && !text.contains(['(', '（'])).unwrap_or(text);
    // The name of a person behind the office is no part of it: 総務課 担当：山田.
    let office = text.split_once("担当：").or_else(|| text.split_once("担当:"));
    let office =
        office.filter(|(office, person)| is_department(office.trim()) && !is_department(person));
    let office = office.map_or(text, |(office, _)| office.trim());
    // 財政課長 speaks for 財政課.
    squeeze(office.strip_suffix('長').filter(|office| is_office(office)).unwrap_or(office))
}

/// Reads the contact at the end of a text: …をつくります。（保育課 電話 0120-00-1111）, …【問合せ】保育課☎5307-0600
pub(super) fn at_end(text: &str) -> Option<ContactLine> {
    let labelled = || {
        let start = text.rfind(['【', '［', '〔', '＜', '〈'])?;
        text.get(start..).and_then(read).filter(|contact| contact.asks)
    };
    in_brackets(text).or_else(labelled).filter(|contact| !contact.phone.is_empty())
}

/// Reads the contact in the brackets at the end of a text.
fn in_brackets(text: &str) -> Option<ContactLine> {
    let inner = text.trim_end().strip_suffix([')', '）'])?;
    let start = inner.rfind(['(', '（'])?;
    let inner = inner.get(start..)?.trim_start_matches(['(', '（']);
    read(inner).filter(ContactLine::is_whole)
}

/// Is a text an office with its telephone number: 保育課 電話 0120-00-1111?
pub(super) fn names_office_and_phone(text: &str) -> bool {
    read(text).is_some_and(|contact| contact.is_whole())
}

/// Reads a line that is a department in brackets: 【保育課】, （担当：福祉課）.
pub(super) fn bracketed(text: &str) -> Option<ContactLine> {
    let inner = BRACKETS
        .iter()
        .find_map(|(open, close)| text.trim().strip_prefix(*open)?.strip_suffix(*close))?;
    if inner.contains(['【', '(', '（', '[', '〔']) {
        return None;
    }
    let (_, name) = label(inner);
    (is_office(name) && name.chars().count() >= 3).then(|| ContactLine {
        department: squeeze(name),
        is_labelled: true,
        ..ContactLine::default()
    })
}

/// Does a name end like a department's?
pub(super) fn is_department(text: &str) -> bool {
    let text = text.trim_end_matches([')', '）', ' ']);
    let n_chars = text.chars().count();
    (2..=40).contains(&n_chars)
        && !text.contains('。')
        && DEPARTMENT_ENDS.iter().any(|end| text.ends_with(end))
}

/// Does a name end like that of an office that has work of its own?
pub(super) fn is_office(text: &str) -> bool {
    is_department(text)
        && OFFICE_ENDS.iter().any(|end| text.ends_with(end))
        && !text.contains(|c: char| c.is_numeric() || c == '円')
}

/// Cuts the departments from the end of a title: `寿地区保健対策事業 福祉保健課 高齢・障害支援課`.
pub(super) fn split_department(text: &str) -> (&str, &str) {
    let mut title_ends = text.trim_end().len();
    while let Some((before, _)) = text.split_at_checked(title_ends) {
        let word = before.rsplit([' ', '　']).next().unwrap_or(before);
        let starts = before.len() - word.len();
        let is_ward_word = OFFICE_ENDS.iter().any(|end| word.ends_with(end));
        if starts == 0 || !is_ward_word || word.chars().count() > 20 || word.contains("事業") {
            break;
        }
        title_ends = before.trim_end().len() - word.len();
        title_ends = text.get(..title_ends).map_or(0, |before| before.trim_end().len());
    }
    let (title, department) = text.split_at_checked(title_ends).unwrap_or((text, ""));
    (title.trim(), department.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, &str, &str)>) {
        let got = read(text);
        let got = got.as_ref().map(|c| (c.department.as_str(), c.phone.as_str(), c.fax.as_str()));
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn contact_lines() {
        check("所属課室:企画経営部企画課企画担当", Some(("企画経営部企画課企画担当", "", "")));
        check("電話番号:03-3578-2086", Some(("", "03-3578-2086", "")));
        check("ファックス番号:03-3578-2034", Some(("", "", "03-3578-2034")));
        check(
            "問合せ先:港区役所協働まちづくり推進課(06-6576-9734)",
            Some(("港区役所協働まちづくり推進課", "06-6576-9734", "")),
        );
        check(
            "産業振興課 産業振興係 03-6435-4601",
            Some(("産業振興課 産業振興係", "03-6435-4601", "")),
        );
        check(
            "問い合わせ:区役所企画課 電話044-201-3267 ファクス044-201-3209",
            Some(("区役所企画課", "044-201-3267", "044-201-3209")),
        );
        check("移転先 港区土地区画整理記念・交流会館 6階(大阪市港区磯路1丁目7番17号)", None);
        check("ふれあい相談員の電話相談などを行います。", None);
        check("担当：地域振興課", Some(("地域振興課", "", "")));
        check(
            "- 担当課: 危機管理課（電話 0277-00-0001）",
            Some(("危機管理課", "0277-00-0001", "")),
        );
    }

    #[test]
    fn departments_behind_titles() {
        assert_eq!(
            split_department("寿地区保健対策事業 福祉保健課 高齢・障害支援課"),
            ("寿地区保健対策事業", "福祉保健課 高齢・障害支援課")
        );
        assert_eq!(split_department("区民活動支援事業"), ("区民活動支援事業", ""));
    }
}
