//! A field with a fixed set of answers that opens below it. Arrows and first letters choose without opening; Space
//! or Alt+Down opens; Enter takes, Esc closes. Our own, because iced's is repainted only in half by the software
//! renderer and knows no keyboard.

mod widget;

use super::caption::Caption;
use super::popup::Suggestion;
use super::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use iced::widget::{Id, container};
use iced::{Fill, Length};
use std::rc::Rc;

/// See [`choice`].
pub struct Choice<'a, M> {
    id: Id,
    options: Vec<Suggestion>,
    chosen: Option<usize>,
    caption: Caption<M>,
    width: Length,
    read_only: bool,
    waits: bool,
    says: Option<String>,
    on_choose: Rc<dyn Fn(usize) -> M + 'a>,
}

/// One of several answers, closed until needed. `on_choose` gets the index.
pub fn choice<'a, M>(
    id: impl Into<Id>,
    options: impl IntoIterator<Item = impl Into<Suggestion>>,
    chosen: Option<usize>,
    on_choose: impl Fn(usize) -> M + 'a,
) -> Choice<'a, M> {
    Choice {
        id: id.into(),
        options: options.into_iter().map(Into::into).collect(),
        chosen,
        caption: Caption::default(),
        width: Fill,
        read_only: false,
        waits: false,
        says: None,
        on_choose: Rc::new(on_choose),
    }
}

impl From<String> for Suggestion {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Suggestion {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl<M> Choice<'_, M> {
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

    /// A line of help under it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.caption.hint = Some(hint.into());
        self
    }

    /// How wide; all there is unless told.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Name for the screen reader where no label is seen.
    #[must_use]
    pub fn says(mut self, name: impl Into<String>) -> Self {
        self.says = Some(name.into());
        self
    }

    /// Chooses only from the open list: for a menu, where each entry does something at once.
    #[must_use]
    pub fn waits(mut self) -> Self {
        self.waits = true;
        self
    }

    /// Can be seen but not changed.
    #[must_use]
    pub fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }
}

impl<'a, M: Clone + 'static> From<Choice<'a, M>> for Element<'a, M> {
    fn from(choice: Choice<'a, M>) -> Self {
        let shown = choice.chosen.and_then(|at| choice.options.get(at));
        let name = choice.says.unwrap_or_else(|| choice.caption.name());
        let none = if choice.waits { name.clone() } else { fl!("choice-none") };
        let mut info = Info::new(Role::ComboBox, name);
        info.value = Some(shown.map_or(none, Suggestion::spoken));
        info.description = choice.caption.description();
        info.invalid = choice.caption.invalid();
        info.required = choice.caption.required;
        info.disabled = choice.read_only;
        info.pressable = !choice.read_only;
        let field = Self::new(widget::Field {
            id: choice.id,
            options: choice.options,
            chosen: choice.chosen,
            info,
            waits: choice.waits,
            on_choose: choice.on_choose,
        });
        container(choice.caption.around(field)).width(choice.width).into()
    }
}
