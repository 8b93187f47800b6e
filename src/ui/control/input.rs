//! The line one types into: iced's text input with what it lacks. Letters of more than one code point (DIN 91379)
//! arrive whole, Enter and the shell's shortcuts stay free, Tab selects everything, a value is brought into form
//! when the field is left. Knows no kind of value; the fields above it do.

pub(super) mod keys;
mod letters;
pub(super) mod typing;
mod widget;

use super::popup::Suggestions;
use crate::ui::a11y::Info;
use crate::ui::theme::Theme;
use iced::widget::{TextInput, text_input};
use iced::{Alignment, Element, Length, Padding, Renderer};
use std::rc::Rc;

/// What the wrapped input says: the text that stands in it now.
type Inner<'a> = TextInput<'a, String, Theme, Renderer>;
/// Brings a typed value into form, or leaves it.
pub(super) type Normalise<'a> = Rc<dyn Fn(&str) -> Option<String> + 'a>;

/// One line of text. See the module.
pub(super) struct Input<'a, M> {
    inner: Inner<'a>,
    value: String,
    id: iced::widget::Id,
    info: Info,
    on_input: Option<Rc<dyn Fn(String) -> M + 'a>>,
    on_enter: Option<M>,
    on_leave: Option<M>,
    on_step: Option<Rc<dyn Fn(i32) -> Option<String> + 'a>>,
    on_arrow: Option<Rc<dyn Fn(i32) -> M + 'a>>,
    on_tab: Option<M>,
    normalise: Option<Normalise<'a>>,
    suggestions: Option<Suggestions<'a, M>>,
    invalid: bool,
    /// What a click on an open row says; made anew each time the list opens.
    on_row: Option<Rc<dyn Fn(usize) -> M + 'a>>,
}

/// What a field asks of its input.
pub(super) struct Setup<'a, M> {
    pub id: iced::widget::Id,
    pub info: Info,
    pub value: String,
    pub placeholder: String,
    pub secret: bool,
    pub align: Alignment,
    pub width: Length,
    pub on_input: Option<Rc<dyn Fn(String) -> M + 'a>>,
    pub on_enter: Option<M>,
    pub on_leave: Option<M>,
    pub on_step: Option<Rc<dyn Fn(i32) -> Option<String> + 'a>>,
    pub on_arrow: Option<Rc<dyn Fn(i32) -> M + 'a>>,
    pub on_tab: Option<M>,
    pub normalise: Option<Normalise<'a>>,
    pub suggestions: Option<Suggestions<'a, M>>,
}

impl<'a, M> Input<'a, M> {
    pub(super) fn new(setup: Setup<'a, M>) -> Self {
        use crate::ui::theme::{FONT, size};
        let line = iced::widget::text::LineHeight::Absolute(size::TEXT_LINE.into());
        let mut inner: Inner<'a> = text_input(&setup.placeholder, &setup.value)
            .id(setup.id.clone())
            .font(FONT)
            .size(size::TEXT)
            .line_height(line)
            .padding(Padding::from([6.0, 10.0]))
            .width(setup.width)
            .align_x(setup.align)
            .secure(setup.secret);
        if setup.on_input.is_some() {
            inner = inner.on_input(std::convert::identity);
        }
        let mut info = setup.info;
        info.settable = setup.on_input.is_some();
        info.disabled = setup.on_input.is_none();
        info.value = (!setup.secret).then(|| setup.value.clone());
        Self {
            inner,
            value: setup.value,
            id: setup.id,
            invalid: info.invalid,
            info,
            on_input: setup.on_input,
            on_enter: setup.on_enter,
            on_leave: setup.on_leave,
            on_step: setup.on_step,
            on_arrow: setup.on_arrow,
            on_tab: setup.on_tab,
            normalise: setup.normalise,
            suggestions: setup.suggestions,
            on_row: None,
        }
    }
}

impl<'a, M: Clone + 'a> From<Input<'a, M>> for Element<'a, M, Theme> {
    fn from(input: Input<'a, M>) -> Self {
        Self::new(input)
    }
}
