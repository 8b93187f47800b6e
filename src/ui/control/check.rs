//! Check boxes and groups of radio buttons. A group is one stop of Tab; arrows and first letters choose within it.

use super::caption::Caption;
use super::press::{Look, press};
use super::problem::Problem;
use super::text::body;
use crate::ui::Element;
use crate::ui::a11y::{Role, child_id};
use crate::ui::theme::{SYMBOLS, Theme, Tokens, size, space};
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::widget::{Id, container, row, text};
use iced::{Alignment, Border, Color};
use std::rc::Rc;

/// See [`check`].
pub struct Check<'a, M> {
    id: Id,
    on: bool,
    words: String,
    caption: Caption<M>,
    on_toggle: Option<Box<dyn Fn(bool) -> M + 'a>>,
}

/// A box to tick, with its words beside it.
pub fn check<'a, M>(
    id: impl Into<Id>,
    words: impl Into<String>,
    on: bool,
    on_toggle: impl Fn(bool) -> M + 'a,
) -> Check<'a, M> {
    Check {
        id: id.into(),
        on,
        words: words.into(),
        caption: Caption::default(),
        on_toggle: Some(Box::new(on_toggle)),
    }
}

impl<M> Check<'_, M> {
    /// The number on the official form.
    #[must_use]
    pub fn number(mut self, number: impl Into<String>) -> Self {
        self.caption.number = Some(number.into());
        self
    }

    /// A label above, where the words beside the box are only the answer.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.caption.label = label.into();
        self
    }

    /// What is wrong with it, or nothing.
    #[must_use]
    pub fn problem(mut self, problem: Option<Problem<M>>) -> Self {
        self.caption.problem = problem;
        self
    }

    /// Can be seen but not ticked.
    #[must_use]
    pub fn read_only(mut self, read_only: bool) -> Self {
        if read_only {
            self.on_toggle = None;
        }
        self
    }
}

fn mark_edge(tokens: &Tokens, on: bool) -> Border {
    let color = if on { tokens.accent } else { tokens.field_border };
    Border::default().width(if on { 2.0 } else { 1.5 }).color(color)
}

fn tick<'a, M: 'a>(on: bool) -> Element<'a, M> {
    let style = move |theme: &Theme| {
        let tokens = theme.tokens();
        container::Style {
            background: Some(if on { tokens.accent } else { tokens.panel }.into()),
            text_color: Some(tokens.on_accent),
            border: mark_edge(tokens, on).rounded(3),
            ..container::Style::default()
        }
    };
    let mark = if on { "\u{2713}" } else { "" };
    container(text(mark).font(SYMBOLS).size(size::TEXT)).center(18).style(style).into()
}

fn dot<'a, M: 'a>(on: bool) -> Element<'a, M> {
    let inner = move |theme: &Theme| container::Style {
        background: Some(if on { theme.tokens().accent } else { Color::TRANSPARENT }.into()),
        border: Border::default().rounded(4),
        ..container::Style::default()
    };
    let outer = move |theme: &Theme| container::Style {
        background: Some(theme.tokens().panel.into()),
        border: mark_edge(theme.tokens(), on).rounded(9),
        ..container::Style::default()
    };
    let heart = container(iced::widget::space().width(8).height(8)).style(inner);
    container(heart).center(18).style(outer).into()
}

fn marked<'a, M: 'a>(mark: Element<'a, M>, words: String) -> Element<'a, M> {
    let line = row![mark, body(words)].spacing(space::S).align_y(Alignment::Center);
    container(line).padding([4.0, space::XS]).into()
}

impl<'a, M: Clone + 'static> From<Check<'a, M>> for Element<'a, M> {
    fn from(check: Check<'a, M>) -> Self {
        let on = check.on;
        let name = match check.caption.name() {
            label if label.trim().is_empty() => check.words.clone(),
            label => format!("{label}: {}", check.words),
        };
        let (description, invalid) = (check.caption.description(), check.caption.invalid());
        let toggle = check.on_toggle.map(|on_toggle| on_toggle(!on));
        let control = press(marked(tick(on), check.words), toggle)
            .id(check.id)
            .named(Role::CheckBox, name)
            .enter_is_free()
            .info(|i| {
                i.toggled = Some(on);
                i.description = description;
                i.invalid = invalid;
            });
        check.caption.around(control)
    }
}

/// See [`radio`].
pub struct Radio<'a, M> {
    id: Id,
    options: Vec<String>,
    chosen: Option<usize>,
    caption: Caption<M>,
    read_only: bool,
    on_choose: Rc<dyn Fn(usize) -> M + 'a>,
}

/// A few answers beside each other, one of them. Arrows and first letters choose, Space takes the first.
pub fn radio<'a, M>(
    id: impl Into<Id>,
    options: Vec<String>,
    chosen: Option<usize>,
    on_choose: impl Fn(usize) -> M + 'a,
) -> Radio<'a, M> {
    let on_choose = Rc::new(on_choose);
    Radio { id: id.into(), options, chosen, caption: Caption::default(), read_only: false, on_choose }
}

impl<M> Radio<'_, M> {
    /// What is asked, above the answers.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.caption.label = label.into();
        self
    }

    /// The number on the official form.
    #[must_use]
    pub fn number(mut self, number: impl Into<String>) -> Self {
        self.caption.number = Some(number.into());
        self
    }

    /// Whether an answer is needed (told to the screen reader).
    #[must_use]
    pub fn required(mut self, required: bool) -> Self {
        self.caption.required = required;
        self
    }

    /// What is wrong with it, or nothing.
    #[must_use]
    pub fn problem(mut self, problem: Option<Problem<M>>) -> Self {
        self.caption.problem = problem;
        self
    }

    /// Can be seen but not chosen.
    #[must_use]
    pub fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }
}

/// Where an arrow key leads among `count` entries, round and round.
pub(super) fn arrow(key: &Key, modifiers: Modifiers, at: Option<usize>, count: usize) -> Option<usize> {
    if count == 0 || !modifiers.is_empty() {
        return None;
    }
    match key {
        Key::Named(Named::ArrowRight | Named::ArrowDown) => Some(at.map_or(0, |at| (at + 1) % count)),
        Key::Named(Named::ArrowLeft | Named::ArrowUp) => {
            Some(at.map_or(count - 1, |at| (at + count - 1) % count))
        }
        Key::Named(Named::Home) => Some(0),
        Key::Named(Named::End) => Some(count - 1),
        _ => None,
    }
}

/// Where a letter leads: to the next answer that begins with it, round and round.
fn lettered(key: &Key, modifiers: Modifiers, options: &[String], at: Option<usize>) -> Option<usize> {
    let Key::Character(letter) = key else { return None };
    if !modifiers.difference(Modifiers::SHIFT).is_empty() {
        return None;
    }
    let (letter, count) = (letter.to_lowercase(), options.len());
    let start = at.map_or(0, |at| at + 1);
    let begins = |at: &usize| options.get(*at).is_some_and(|words| words.to_lowercase().starts_with(&letter));
    (0..count).map(|step| (start + step) % count).find(begins)
}

impl<'a, M: Clone + 'static> From<Radio<'a, M>> for Element<'a, M> {
    fn from(radio: Radio<'a, M>) -> Self {
        let (chosen, count) = (radio.chosen, radio.options.len());
        let value = chosen.and_then(|at| radio.options.get(at)).cloned();
        let choose = |index: usize| (!radio.read_only).then(|| (radio.on_choose)(index));
        let buttons = radio.options.iter().enumerate().map(|(index, words)| {
            let on = chosen == Some(index);
            press(marked(dot(on), words.clone()), choose(index))
                .named(Role::RadioButton, words.clone())
                .info(|info| info.toggled = Some(on))
                .id(child_id(&radio.id, index))
                .stops(false)
                .into()
        });
        let line = row(buttons).spacing(space::M).align_y(Alignment::Center).wrap();
        let (name, description) = (radio.caption.name(), radio.caption.description());
        let (invalid, required) = (radio.caption.invalid(), radio.caption.required);
        let on_choose = Rc::clone(&radio.on_choose);
        let options = radio.options.clone();
        let active = chosen.map(|index| child_id(&radio.id, index));
        let group = press(line, choose(chosen.unwrap_or(0)))
            .id(radio.id.clone())
            .named(Role::RadioGroup, name)
            .look(move |tokens, _| Look {
                border: Border::default().rounded(size::RADIUS),
                ..Look::plain(tokens)
            })
            .on_key(move |key, modifiers| {
                let at = arrow(key, modifiers, chosen, count);
                at.or_else(|| lettered(key, modifiers, &options, chosen)).map(|at| on_choose(at))
            })
            .enter_is_free()
            .info(|info| {
                info.value = value;
                info.active_child = active;
                info.description = description;
                info.invalid = invalid;
                info.required = required;
                info.covers_children = false;
            });
        radio.caption.around(group)
    }
}
