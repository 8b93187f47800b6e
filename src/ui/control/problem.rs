//! What is wrong and what to do about it: a line under the field, a strip on top that jumps. Finds no problem itself.

use super::button::link;
use super::column::announced;
use super::press::Press;
use super::text::{strong, toned};
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::Live;
use crate::ui::theme::{Theme, Tone, size, space};
use iced::widget::{container, row};
use iced::{Alignment, Border, Fill};

/// A problem in words, with its remedy as something to press.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem<M> {
    /// [`Tone::Error`] or [`Tone::Warning`].
    pub tone: Tone,
    /// What is wrong.
    pub text: String,
    /// What to press, and what that does.
    pub remedies: Vec<(String, M)>,
}

impl<M> Problem<M> {
    /// Something that has to be mended first.
    pub fn error(text: impl Into<String>) -> Self {
        Self { tone: Tone::Error, text: text.into(), remedies: Vec::new() }
    }

    /// Something to know, that holds nothing up.
    pub fn warning(text: impl Into<String>) -> Self {
        Self { tone: Tone::Warning, text: text.into(), remedies: Vec::new() }
    }

    /// Adds what to press.
    #[must_use]
    pub fn remedy(mut self, label: impl Into<String>, message: M) -> Self {
        self.remedies.push((label.into(), message));
        self
    }

    /// Whether it holds something up.
    pub fn is_error(&self) -> bool {
        self.tone == Tone::Error
    }
}

impl<M: Clone + 'static> From<Problem<M>> for Element<'_, M> {
    fn from(problem: Problem<M>) -> Self {
        let live = if problem.is_error() { Live::Assertive } else { Live::Polite };
        let error = problem.is_error();
        let says = problem.text.clone();
        let remedies = problem.remedies.into_iter().map(move |(label, message)| {
            let link = Press::from(link(label.clone()).says(format!("{label}: {says}")).on_press(message));
            // A warning holds nothing up: Enter, which goes from field to field, does not take back what was typed.
            Element::from(if error { link } else { link.enter_is_free() })
        });
        let words = announced(problem.text.clone(), live, toned(problem.text, problem.tone));
        row![words].extend(remedies).spacing(space::S).align_y(Alignment::Center).wrap().into()
    }
}

/// All problems of a form, in one line on top; each jumps to its field. See [`strip`].
#[derive(Debug, Clone)]
pub struct Strip<M> {
    tone: Tone,
    items: Vec<(String, M)>,
    most: usize,
}

/// The strip of problems: where ("15 Betriebsstätte: Postleitzahl") and the message that goes there. Nothing at all
/// is shown while `items` is empty.
pub fn strip<M>(tone: Tone, items: Vec<(String, M)>) -> Strip<M> {
    Strip { tone, items, most: usize::MAX }
}

impl<M> Strip<M> {
    /// Shows this many at most; the others are counted, and their count goes to the first of them.
    #[must_use]
    pub fn most(mut self, most: usize) -> Self {
        self.most = most;
        self
    }
}

impl<M: Clone + 'static> From<Strip<M>> for Element<'_, M> {
    fn from(strip: Strip<M>) -> Self {
        if strip.items.is_empty() {
            return iced::widget::space().into();
        }
        let tone = strip.tone;
        let count = strip.items.len();
        let (title, live) = if tone == Tone::Error {
            (fl!("problems-count", count = count), Live::Assertive)
        } else {
            (fl!("warnings-count", count = count), Live::Polite)
        };
        let rest = count.saturating_sub(strip.most);
        let first = strip.items.get(strip.most).map(|(_, message)| message.clone());
        let rest = first.map(|first| link(fl!("problems-more", count = rest)).on_press(first));
        let links = strip
            .items
            .into_iter()
            .take(strip.most)
            .map(|(place, message)| link(place).on_press(message).into());
        let title = announced(title.clone(), live, strong(title));
        let inside = row![title].extend(links).push(rest).spacing(space::M).align_y(Alignment::Center).wrap();
        let style = move |theme: &Theme| {
            let tokens = theme.tokens();
            container::Style {
                background: Some(tokens.tint(tone).into()),
                text_color: Some(tokens.tone(tone)),
                border: Border::default().rounded(size::RADIUS).width(1.0).color(tokens.tone(tone)),
                ..container::Style::default()
            }
        };
        container(inside).padding([6.0, space::M]).width(Fill).style(style).into()
    }
}
