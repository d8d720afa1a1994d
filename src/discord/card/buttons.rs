//! Buttons and menus as data, cut to Discord's limits when they are built.

use poise::serenity_prelude as serenity;
use serenity::{
    ButtonStyle, CreateActionRow, CreateButton, CreateSelectMenu, CreateSelectMenuKind,
    CreateSelectMenuOption,
};

use crate::answer::Found;
use crate::render::Look;

use super::super::custom_id::{Action, MeasureRef};
use super::super::limits::{self, BUTTON_LABEL, OPTION, OPTIONS, PLACEHOLDER};
use super::super::say::Voice;
use super::measure::{document_line, heading};
use super::{View, clean, words};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The one to press.
    Primary,
    /// One of several.
    Plain,
    /// One that takes something away.
    Danger,
}

/// A button.
#[derive(Clone, Debug)]
pub struct Button {
    /// What it does.
    pub action: Action,
    /// What it says.
    pub label: String,
    /// How it looks.
    pub style: Style,
}

/// One entry of a menu.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is sent back.
    pub value: String,
    /// What it says.
    pub label: String,
    /// What it says below, in grey.
    pub description: String,
    /// Whether it is the one that holds now.
    pub chosen: bool,
}

/// A menu of which one entry is taken.
#[derive(Clone, Debug)]
pub struct Menu {
    /// What it does.
    pub action: Action,
    /// What it says while nothing is chosen.
    pub placeholder: String,
    /// Its entries; those beyond 25 are dropped, as are repeated values.
    pub choices: Vec<Choice>,
}

/// A row below a message.
#[derive(Clone, Debug)]
pub enum Row {
    /// Up to five buttons.
    Buttons(Vec<Button>),
    /// A menu.
    Menu(Menu),
}

impl Button {
    /// Makes a plain button.
    pub fn new(action: Action, label: impl Into<String>) -> Self {
        Self { action, label: label.into(), style: Style::Plain }
    }

    /// Makes it look otherwise.
    #[must_use]
    pub fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }
}

impl Row {
    /// Builds the row; none for one without anything in it.
    pub fn build(&self) -> Option<CreateActionRow> {
        match self {
            Row::Buttons(buttons) => {
                let buttons: Vec<CreateButton> = buttons.iter().take(5).map(build).collect();
                (!buttons.is_empty()).then_some(CreateActionRow::Buttons(buttons))
            }
            Row::Menu(menu) => {
                let mut values: Vec<&str> = Vec::new();
                let mut options = Vec::new();
                for choice in &menu.choices {
                    if values.contains(&choice.value.as_str()) || choice.value.is_empty() {
                        continue;
                    }
                    values.push(&choice.value);
                    options.push(option(choice));
                }
                options.truncate(OPTIONS);
                if options.is_empty() {
                    return None;
                }
                let kind = CreateSelectMenuKind::String { options };
                let menu = CreateSelectMenu::new(menu.action.encode(), kind)
                    .placeholder(limits::fit(&menu.placeholder, PLACEHOLDER));
                Some(CreateActionRow::SelectMenu(menu))
            }
        }
    }
}

fn build(button: &Button) -> CreateButton {
    CreateButton::new(button.action.encode()).label(limits::fit(&button.label, BUTTON_LABEL)).style(
        match button.style {
            Style::Primary => ButtonStyle::Primary,
            Style::Plain => ButtonStyle::Secondary,
            Style::Danger => ButtonStyle::Danger,
        },
    )
}

fn option(choice: &Choice) -> CreateSelectMenuOption {
    let label = clean(&choice.label).replace('\n', " ");
    let label = if label.trim().is_empty() { "…" } else { label.trim() };
    let option = CreateSelectMenuOption::new(limits::fit(label, OPTION), choice.value.clone())
        .default_selection(choice.chosen);
    match clean(&choice.description).trim() {
        "" => option,
        description => option.description(limits::fit(description, OPTION)),
    }
}

/// Makes the entry of a menu that stands for a measure.
pub fn choice_of(voice: Voice, found: &Found) -> Choice {
    let measure = &found.measure;
    Choice {
        value: MeasureRef::of(measure).to_string(),
        label: heading(measure),
        description: document_line(voice, &measure.document),
        chosen: false,
    }
}

/// Makes the menu of other candidates; none without any.
pub fn candidates(voice: Voice, found: &[Found]) -> Option<Row> {
    let choices: Vec<Choice> = found.iter().map(|found| choice_of(voice, found)).collect();
    (!choices.is_empty()).then(|| {
        Row::Menu(Menu {
            action: Action::Candidates,
            placeholder: voice.plain("menu-candidates"),
            choices,
        })
    })
}

/// Makes the rows below an answer.
pub fn of_answer(found: &Found, all: &[Found], sensitive: bool, view: &View) -> Vec<Row> {
    let voice = view.voice;
    let measure = MeasureRef::of(&found.measure);
    let mut buttons = opinions(voice, Some(&measure));
    let more = Action::More { measure: measure.clone(), page: 0, turn: false };
    buttons.push(Button::new(more, voice.plain("button-more")));
    if !view.private {
        buttons.push(delete(view));
    } else if !sensitive {
        buttons.push(Button::new(Action::Share(measure), voice.plain("button-share")));
    }
    let others: Vec<Found> =
        all.iter().filter(|other| other.measure.id != found.measure.id).cloned().collect();
    let mut rows = vec![Row::Buttons(buttons), tools(Some(found), view)];
    rows.extend(candidates(voice, &others));
    rows
}

/// Makes the row of buttons that show an answer otherwise, to whoever presses them.
pub fn tools(found: Option<&Found>, view: &View) -> Row {
    let voice = view.voice;
    let measure = || found.map(|found| MeasureRef::of(&found.measure));
    let mut buttons = Vec::new();
    if view.look != Look::Readings {
        buttons.push(Button::new(Action::Read(measure()), voice.plain("button-readings")));
    }
    if view.look != Look::Plain {
        buttons.push(Button::new(Action::Hear(measure()), voice.plain("button-plain")));
    }
    if let Some(found) = found.filter(|found| !words::of(found, view).is_empty()) {
        let action = Action::Words(MeasureRef::of(&found.measure));
        buttons.push(Button::new(action, voice.plain("button-words")));
    }
    Row::Buttons(buttons)
}

/// Makes the buttons for what a person thinks of an answer.
fn opinions(voice: Voice, measure: Option<&MeasureRef>) -> Vec<Button> {
    let of = || measure.cloned();
    vec![
        Button::new(Action::Helpful(of()), voice.plain("button-helpful")),
        Button::new(Action::NotHelpful(of()), voice.plain("button-not-helpful")),
        Button::new(Action::Report(of()), voice.plain("button-report")),
    ]
}

/// Makes the buttons for what a person thinks of an answer, and for removing it where others see it.
pub fn feedback(view: &View, measure: Option<&MeasureRef>) -> Vec<Button> {
    let mut buttons = opinions(view.voice, measure);
    if !view.private {
        buttons.push(delete(view));
    }
    buttons
}

/// Makes the button that removes an answer.
pub fn delete(view: &View) -> Button {
    Button::new(Action::Delete { asker: view.asker }, view.voice.plain("button-delete"))
        .style(Style::Danger)
}

/// Makes the buttons that turn pages; none for a single page.
pub fn turn_pages(
    voice: Voice,
    at: usize,
    last: usize,
    action: impl Fn(u16) -> Action,
) -> Vec<Row> {
    let page = |page: usize| action(u16::try_from(page).unwrap_or(u16::MAX));
    let mut buttons = Vec::new();
    if at > 0 {
        buttons.push(Button::new(page(at - 1), voice.plain("button-previous")));
    }
    if at < last {
        buttons.push(Button::new(page(at + 1), voice.plain("button-next")));
    }
    if buttons.is_empty() { Vec::new() } else { vec![Row::Buttons(buttons)] }
}
