//! Keys: what names an entry within its document, from printed numbers and places.

use std::collections::{HashMap, HashSet};

use super::heading::{self, Class};
use super::tree::Tree;
use crate::model::MeasureKind;
use crate::text::fold;

impl Tree<'_> {
    /// Gives every draft its key within the document.
    pub(super) fn keys(&self) -> Vec<String> {
        let mut keys = vec![String::new(); self.drafts.len()];
        let mut taken: HashSet<String> = HashSet::new();
        let mut suffixes: HashMap<String, usize> = HashMap::new();
        let mut ordinals: HashMap<usize, usize> = HashMap::new();
        let mut letters: HashMap<usize, u32> = HashMap::new();
        let mut lists: HashMap<usize, (usize, u32)> = HashMap::new();
        for (idx, draft) in self.drafts.iter().enumerate() {
            // A group without text of its own does not count: what stands below is numbered on.
            let above = self.ancestors(idx).find(|above| {
                keys.get(*above).is_some_and(|key| !key.is_empty()) && !self.is_bare_group(*above)
            });
            let prefix =
                above.and_then(|above| keys.get(above)).map_or("", |key| below(key)).to_owned();
            let counted = above.unwrap_or(0);
            let is_counted = self.kind(idx).is_some();
            let mut ordinal = || {
                let n = ordinals.entry(counted).or_default();
                *n += usize::from(is_counted);
                n.to_string()
            };
            let join = |prefix: &str, own: &str| {
                if prefix.is_empty() { own.to_owned() } else { format!("{prefix}-{own}") }
            };
            let key = if idx == 0 {
                String::new()
            } else if let Some((_, key)) = draft.frame.filter(|(_, key)| {
                !key.is_empty() && !matches!(draft.class, Some(Class::Title | Class::Roman))
            }) {
                form(&draft.printed).unwrap_or_else(|| key.to_owned())
            } else if let Some(form) = form(&draft.printed)
                .filter(|_| draft.frame.is_some() || draft.class == Some(Class::Bare(0)))
            {
                form
            } else if draft.is_overview_line {
                let n = ordinal();
                format!("o{}", join(&draft.number_path, &n))
            } else if draft.is_row
                && !draft.number_path.is_empty()
                && draft.number_path.contains('-')
            {
                draft.number_path.clone()
            } else if draft.is_row && !draft.number.is_empty() {
                // Lists that begin again at 1 are told apart by their order.
                let list = lists.entry(counted).or_insert((0, u32::MAX));
                let number: u32 = draft.number.parse().unwrap_or(0);
                if number <= list.1 {
                    list.0 += 1;
                }
                list.1 = number;
                let own = draft.number.clone();
                if list.0 > 1
                    || self.drafts.get(idx).is_some_and(|d| d.group.is_empty() && prefix.is_empty())
                {
                    join(&prefix, &format!("{}-{own}", list.0))
                } else {
                    join(&prefix, &own)
                }
            } else {
                match draft.class {
                    Some(Class::Title) => "P0".to_owned(),
                    Some(Class::Issue) => {
                        format!("{}K{}", if draft.has_echo { "o" } else { "" }, draft.number)
                    }
                    Some(Class::Strategy) => format!("S{}", draft.number),
                    Some(Class::Dotted(2)) if self.kind(idx) == Some(MeasureKind::Section) => {
                        format!("S{}", draft.number)
                    }
                    Some(Class::Dotted(_)) => draft.number.clone(),
                    Some(Class::Roman) => draft.number.clone(),
                    Some(Class::Chapter(_)) => join(&prefix, &format!("C{}", draft.number)),
                    Some(Class::Number) if draft.echo_of.is_some() => {
                        let n = ordinal();
                        let n = if draft.number.is_empty() { n } else { draft.number.clone() };
                        format!("G{n}")
                    }
                    Some(Class::Number | Class::Paren | Class::Circled)
                        if !draft.number.is_empty() =>
                    {
                        let _ = ordinal();
                        join(&prefix, &draft.number)
                    }
                    _ if self.is_bare_group(idx) || self.is_beside_numbers(idx) => {
                        let n = letters.entry(counted).or_default();
                        *n += 1;
                        join(&prefix, &letter(*n))
                    }
                    _ => {
                        let n = ordinal();
                        join(&prefix, &n)
                    }
                }
            };
            let mut unique = key.clone();
            let is_entry = self.kind(idx).is_some();
            while is_entry && !unique.is_empty() && !taken.insert(unique.clone()) {
                let n = suffixes.entry(key.clone()).or_insert(1);
                *n += 1;
                unique = format!("{key}_{n}");
            }
            if let Some(slot) = keys.get_mut(idx) {
                *slot =
                    if is_entry || !key.is_empty() && idx != 0 { unique } else { String::new() };
            }
        }
        keys
    }

    /// A heading without a mark beside numbered ones, whose keys it must not take.
    pub(super) fn is_beside_numbers(&self, idx: usize) -> bool {
        let Some(draft) =
            self.drafts.get(idx).filter(|draft| matches!(draft.class, Some(Class::Bare(_))))
        else {
            return false;
        };
        let is_leaf_section =
            self.kind(idx) == Some(MeasureKind::Section) && !self.has_entries(idx);
        is_leaf_section && !draft.title.is_empty()
            || self.over_numbers.contains(&self.counted_in(idx))
    }

    /// The heading in which a draft is numbered: the next one above that is no bare group.
    pub(super) fn counted_in(&self, idx: usize) -> usize {
        self.ancestors(idx).find(|above| !self.is_bare_group(*above)).unwrap_or(0)
    }

    /// A heading without a mark over other headings, with no sentence of its own.
    pub(super) fn is_bare_group(&self, idx: usize) -> bool {
        self.drafts.get(idx).is_some_and(|draft| {
            matches!(draft.class, Some(Class::Bare(_)))
                && draft.body.iter().all(|text| heading::is_slogan(text))
        }) && self.has_entries(idx)
    }
}

/// a, b, c …
fn letter(n: u32) -> String {
    char::from_digit(9 + n, 36).map_or_else(|| format!("x{n}"), String::from)
}

/// What ids below a key begin with: K2 → 2, S2-1 → 2-1, P0 → nothing; II and Y3 stay.
fn below(key: &str) -> &str {
    if key.starts_with('P') || key == "OV" {
        return "";
    }
    match key.strip_prefix(['K', 'S', 'G', 'C']) {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => rest,
        _ => key.strip_prefix("oK").unwrap_or(key),
    }
}

/// The form's sheet that a heading names: （様式3） → Y3.
fn form(title: &str) -> Option<String> {
    let folded = fold(title);
    let (_, behind) = folded.split_once("様式")?;
    let number: String = behind.chars().take_while(char::is_ascii_digit).collect();
    (!number.is_empty()).then(|| format!("Y{number}"))
}
