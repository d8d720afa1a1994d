//! Whether the sentences of a config folder are those that the program asks for: of a name that it does not know nobody
//! sees the sentence, of a value the reader sees the braces.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};

use super::{LocaleError, SPOKEN};

/// The sentences of some files, each with the values that it is given.
pub(super) struct Known(HashMap<String, HashSet<String>>);

impl Known {
    /// Reads the files that the program carries.
    pub(super) fn of(files: impl IntoIterator<Item = &'static str>) -> Self {
        let mut known: HashMap<String, HashSet<String>> = HashMap::new();
        for text in files {
            // A test parses every one of them.
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(it, _)| it);
            for message in messages(&resource) {
                known.entry(message.id.name.to_owned()).or_default().extend(values(message));
            }
        }
        Self(known)
    }

    /// Returns the first mistake in a file of an operator's.
    pub(super) fn check(&self, path: &Path, own: &FluentResource) -> Result<(), LocaleError> {
        for message in messages(own) {
            let name = message.id.name;
            let written = name.strip_suffix(SPOKEN).unwrap_or(name);
            let wrong = match self.0.get(name).or_else(|| self.0.get(written)) {
                None => Some(format!("the program has no sentence `{name}`")),
                Some(given) => values(message)
                    .into_iter()
                    .find(|value| !given.contains(value))
                    .map(|value| format!("`{name}` is given no `{{ ${value} }}`")),
            };
            if let Some(message) = wrong {
                let line = line_of(own.source(), name);
                return Err(LocaleError::Unknown { path: path.to_owned(), line, message });
            }
        }
        Ok(())
    }
}

fn messages(resource: &FluentResource) -> impl Iterator<Item = &Message<&str>> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    })
}

/// Returns the line on which a sentence begins, 1-based.
fn line_of(text: &str, name: &str) -> usize {
    let begins =
        |line: &str| line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='));
    1 + text.lines().position(begins).unwrap_or(0)
}

/// Returns the values that a sentence asks for, in its order.
fn values(message: &Message<&str>) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(pattern) = &message.value {
        of_pattern(pattern, &mut found);
    }
    found
}

fn of_pattern(pattern: &Pattern<&str>, found: &mut Vec<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, found);
        }
    }
}

fn of_expression(expression: &Expression<&str>, found: &mut Vec<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, found),
        Expression::Select { selector, variants } => {
            of_inline(selector, found);
            variants.iter().for_each(|variant| of_pattern(&variant.value, found));
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, found: &mut Vec<String>) {
    match inline {
        InlineExpression::VariableReference { id } => found.push(id.name.to_owned()),
        InlineExpression::Placeable { expression } => of_expression(expression, found),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|it| of_inline(it, found));
        }
        _ => {}
    }
}
