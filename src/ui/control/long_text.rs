//! The field for several lines: a reason, a note, a description. Enter makes a new line, Tab leaves, Ctrl+Enter and the
//! other commands stay the shell's. Keeps iced's editor inside, so that a screen only sees text.

mod widget;

use super::caption::Caption;
use super::problem::Problem;
use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use iced::widget::Id;
use std::rc::Rc;

/// See [`long_text`].
pub struct LongText<'a, M> {
    id: Id,
    value: String,
    caption: Caption<M>,
    lines: u8,
    on_input: Option<Rc<dyn Fn(String) -> M + 'a>>,
}

/// Several lines of text; `on_input` gets the whole new text (composed, NFC).
pub fn long_text<'a, M>(
    id: impl Into<Id>,
    value: impl Into<String>,
    on_input: impl Fn(String) -> M + 'a,
) -> LongText<'a, M> {
    let on_input = Some(Rc::new(on_input) as Rc<dyn Fn(String) -> M + 'a>);
    LongText { id: id.into(), value: value.into(), caption: Caption::default(), lines: 4, on_input }
}

impl<M> LongText<'_, M> {
    /// What is asked, above the field.
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

    /// Whether it has to be filled (told to the screen reader).
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

    /// A line of help under it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.caption.hint = Some(hint.into());
        self
    }

    /// How many lines are seen; 4 unless told.
    #[must_use]
    pub fn lines(mut self, lines: u8) -> Self {
        self.lines = lines;
        self
    }

    /// Can be read but not changed.
    #[must_use]
    pub fn read_only(mut self, read_only: bool) -> Self {
        if read_only {
            self.on_input = None;
        }
        self
    }
}

impl<'a, M: Clone + 'static> From<LongText<'a, M>> for Element<'a, M> {
    fn from(field: LongText<'a, M>) -> Self {
        let mut info = Info::new(Role::MultilineTextInput, field.caption.name());
        info.value = Some(field.value.clone());
        info.description = field.caption.description();
        info.invalid = field.caption.invalid();
        info.required = field.caption.required;
        info.disabled = field.on_input.is_none();
        info.settable = field.on_input.is_some();
        let editor = Self::new(widget::Editor {
            id: field.id,
            value: field.value,
            info,
            lines: field.lines,
            on_input: field.on_input,
        });
        field.caption.around(editor)
    }
}
