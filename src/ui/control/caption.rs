//! What stands around a field: the number of the official form in its box, the label, the problem under it.

use super::around::{Around, around};
use super::problem::Problem;
use super::text::small;
use crate::ui::Element;
use crate::ui::focus::Whole;
use crate::ui::theme::{FONT, Theme, size, space};
use iced::advanced::widget::Operation;
use iced::widget::{column, container, row, text};
use iced::{Alignment, Border, Rectangle};

/// Number, label and problem of a field. Part of every field control, set through its builder.
#[derive(Debug, Clone)]
pub struct Caption<M> {
    /// Number on the official form.
    pub number: Option<String>,
    /// What is asked. Always shown, never only a placeholder.
    pub label: String,
    /// Whether it has to be filled.
    pub required: bool,
    /// What is wrong with it.
    pub problem: Option<Problem<M>>,
    /// What is wrong with it where that is shown elsewhere, under a group of fields for example.
    pub wrong: Option<String>,
    /// A line of help under the field, where there is no problem.
    pub hint: Option<String>,
}

impl<M> Default for Caption<M> {
    fn default() -> Self {
        Self { number: None, label: String::new(), required: false, problem: None, wrong: None, hint: None }
    }
}

impl<M> Caption<M> {
    /// What a screen reader says after the name and value.
    pub(super) fn description(&self) -> Option<String> {
        let problem = self.problem.as_ref().map(|problem| problem.text.clone());
        problem.or_else(|| self.wrong.clone()).or_else(|| self.hint.clone())
    }

    /// What a screen reader calls the field: number and label.
    pub(super) fn name(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.label),
            None => self.label.clone(),
        }
    }

    /// Whether the field gets the border of an error.
    pub(super) fn invalid(&self) -> bool {
        self.wrong.is_some() || self.problem.as_ref().is_some_and(Problem::is_error)
    }
}

impl<M: Clone + 'static> Caption<M> {
    /// Puts label above and problem under the field.
    pub(super) fn around<'a>(self, field: impl Into<Element<'a, M>>) -> Element<'a, M> {
        // The mark is for the eye; the screen reader is told in its own words.
        let mark = if self.required && !self.label.is_empty() { " *" } else { "" };
        let words = format!("{}{mark}", self.label);
        let above = (!self.label.is_empty() || self.number.is_some()).then(|| label(self.number, words));
        let below: Option<Element<'a, M>> = match (self.problem, self.hint) {
            (Some(problem), _) => Some(problem.into()),
            (None, Some(hint)) => Some(small(hint).into()),
            (None, None) => None,
        };
        together(column![].push(above).push(field.into()).push(below).spacing(space::XS))
    }
}

/// What is seen as a whole where something in it has the keyboard: fields with the words about them.
pub fn together<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    around(content, Together)
}

struct Together;

impl<M> Around<M> for Together {
    type State = ();

    fn visited(&mut self, _state: &mut (), bounds: Rectangle, walk: &mut dyn Operation) {
        walk.custom(None, bounds, &mut Whole);
    }
}

/// A label with the number of the official form in a box before it.
pub fn label<'a, M: 'a>(number: Option<String>, label: impl Into<String>) -> Element<'a, M> {
    let line = text::LineHeight::Absolute(size::SECTION_LINE.into());
    let color = |theme: &Theme| text::Style { color: Some(theme.tokens().muted) };
    let words = text(label.into()).font(FONT).size(size::SECTION).line_height(line).style(color);
    row![].push(number.map(number_box)).push(words).spacing(space::S).align_y(Alignment::Center).into()
}

fn number_box<'a, M: 'a>(number: String) -> Element<'a, M> {
    let style = |theme: &Theme| container::Style {
        background: Some(theme.tokens().panel.into()),
        border: Border::default().rounded(3).width(1.0).color(theme.tokens().field_border),
        text_color: Some(theme.tokens().text),
        ..container::Style::default()
    };
    let line = text::LineHeight::Absolute(size::SMALL_LINE.into());
    let digits = text(number).font(FONT).size(11.0).line_height(line);
    container(digits).padding([1.0, 6.0]).style(style).into()
}
