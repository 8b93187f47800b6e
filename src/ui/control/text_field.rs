//! The field for one line of text, with suggestions under it if the screen offers any.

use super::caption::Caption;
use super::input::{Input, Normalise, Setup};
use super::popup::{Suggestion, Suggestions};
use super::problem::Problem;
use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use iced::widget::{Id, container};
use iced::{Alignment, Fill, Length};
use std::rc::Rc;

/// See [`text_field`].
pub struct TextField<'a, M> {
    id: Id,
    value: String,
    caption: Caption<M>,
    placeholder: String,
    role: Role,
    says: Option<String>,
    width: Length,
    align: Alignment,
    on_input: Option<Rc<dyn Fn(String) -> M + 'a>>,
    on_enter: Option<M>,
    on_leave: Option<M>,
    on_step: Option<Rc<dyn Fn(i32) -> Option<String> + 'a>>,
    on_arrow: Option<Rc<dyn Fn(i32) -> M + 'a>>,
    on_tab: Option<M>,
    normalise: Option<Normalise<'a>>,
    suggestions: Option<Suggestions<'a, M>>,
}

/// One line of text. `id` names it for tests, focus and screen readers; `value` is what stands in it; `on_input`
/// gets the whole new text (composed, NFC).
pub fn text_field<'a, M>(
    id: impl Into<Id>,
    value: impl Into<String>,
    on_input: impl Fn(String) -> M + 'a,
) -> TextField<'a, M> {
    TextField {
        id: id.into(),
        value: value.into(),
        caption: Caption::default(),
        placeholder: String::new(),
        role: Role::TextInput,
        says: None,
        width: Fill,
        align: Alignment::Start,
        on_input: Some(Rc::new(on_input)),
        on_enter: None,
        on_leave: None,
        on_step: None,
        on_arrow: None,
        on_tab: None,
        normalise: None,
        suggestions: None,
    }
}

impl<'a, M> TextField<'a, M> {
    /// What is asked, above the field.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.caption.label = label.into();
        self
    }

    /// The number on the official form, in a box before the label.
    #[must_use]
    pub fn number(mut self, number: impl Into<String>) -> Self {
        self.caption.number = Some(number.into());
        self
    }

    /// What is wrong with it, or nothing.
    #[must_use]
    pub fn problem(mut self, problem: Option<Problem<M>>) -> Self {
        self.caption.problem = problem;
        self
    }

    /// What is wrong with it, where the screen shows the [`Problem`] itself under a group of narrow fields: gives the
    /// border, and tells the screen reader.
    #[must_use]
    pub fn wrong(mut self, words: Option<String>) -> Self {
        self.caption.wrong = words;
        self
    }

    /// A line of help under it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.caption.hint = Some(hint.into());
        self
    }

    /// Whether it has to be filled (told to the screen reader).
    #[must_use]
    pub fn required(mut self, required: bool) -> Self {
        self.caption.required = required;
        self
    }

    /// Muted words inside the empty field: an example, never the label.
    #[must_use]
    pub fn placeholder(mut self, placeholder: impl Into<String>) -> Self {
        self.placeholder = placeholder.into();
        self
    }

    /// Name for the screen reader where no label is seen (the search field).
    #[must_use]
    pub fn says(mut self, name: impl Into<String>) -> Self {
        self.says = Some(name.into());
        self
    }

    /// Shows dots instead of letters.
    #[must_use]
    pub fn secret(mut self) -> Self {
        self.role = Role::PasswordInput;
        self
    }

    /// How wide; all there is unless told.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Puts the text to the right, for amounts.
    #[must_use]
    pub fn align_right(mut self) -> Self {
        self.align = Alignment::End;
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

    /// What Enter does here; otherwise Enter goes to the next field.
    #[must_use]
    pub fn on_enter(mut self, message: M) -> Self {
        self.on_enter = Some(message);
        self
    }

    /// Said when the keyboard goes elsewhere: the time to look at what was typed.
    #[must_use]
    pub fn on_leave(mut self, message: M) -> Self {
        self.on_leave = Some(message);
        self
    }

    /// What the arrow keys make of the value: up is 1, down is −1.
    #[must_use]
    pub(super) fn on_step(mut self, step: impl Fn(i32) -> Option<String> + 'a) -> Self {
        self.on_step = Some(Rc::new(step));
        self
    }

    /// What the arrow keys do to a list beside it: down is 1, up is −1.
    #[must_use]
    pub fn on_arrow(mut self, on_arrow: impl Fn(i32) -> M + 'a) -> Self {
        self.on_arrow = Some(Rc::new(on_arrow));
        self
    }

    /// What Tab does here while there is something to do; with nothing it goes on as everywhere.
    #[must_use]
    pub fn on_tab(mut self, message: Option<M>) -> Self {
        self.on_tab = message;
        self
    }

    /// Brings the value into form when the field is left or Enter is pressed.
    #[must_use]
    pub fn normalise(mut self, normalise: impl Fn(&str) -> Option<String> + 'a) -> Self {
        self.normalise = Some(Rc::new(normalise));
        self
    }

    /// Rows under the field, renewed by the screen as one types; `on_take` gets the index of the taken row. Arrows
    /// choose, Enter takes, Esc closes. Nothing is chosen until an arrow is pressed.
    #[must_use]
    pub fn suggestions(mut self, rows: Vec<Suggestion>, on_take: impl Fn(usize) -> M + 'a) -> Self {
        self.suggestions = Some(Suggestions { rows, on_take: Rc::new(on_take), first: false });
        self.role = Role::EditableComboBox;
        self
    }

    /// The first suggestion is chosen at once, so that Enter takes it: for fields where only a suggestion counts.
    #[must_use]
    pub fn first(mut self) -> Self {
        if let Some(suggestions) = &mut self.suggestions {
            suggestions.first = true;
        }
        self
    }
}

impl<'a, M: Clone + 'static> From<TextField<'a, M>> for Element<'a, M> {
    fn from(field: TextField<'a, M>) -> Self {
        let mut info = Info::new(field.role, field.says.unwrap_or_else(|| field.caption.name()));
        info.description = field.caption.description();
        info.invalid = field.caption.invalid();
        info.required = field.caption.required;
        let width = field.width;
        let input = Input::new(Setup {
            id: field.id,
            info,
            value: field.value,
            placeholder: field.placeholder,
            secret: field.role == Role::PasswordInput,
            align: field.align,
            width: Fill,
            on_input: field.on_input,
            on_enter: field.on_enter,
            on_leave: field.on_leave,
            on_step: field.on_step,
            on_arrow: field.on_arrow,
            on_tab: field.on_tab,
            normalise: field.normalise,
            suggestions: field.suggestions,
        });
        // Words under a narrow field have the room that there is.
        let told = field.caption.problem.is_some() || field.caption.hint.is_some();
        if told && matches!(width, Length::Fixed(_)) {
            return field.caption.around(container(input).width(width));
        }
        container(field.caption.around(input)).width(width).into()
    }
}
