//! Anything that can be pressed: with the mouse, with Space and Enter, by a screen reader. The base of buttons, tabs,
//! check boxes, entries of the navigation. Decides no look of its own.

use super::around::{Around, around};
use super::keyboard::Keyboard;
use super::{draw, ring};
use crate::ui::Element;
use crate::ui::a11y::{Info, Request, Role};
use crate::ui::theme::{Theme, Tokens, size};
use iced::advanced::widget::Id;
use iced::advanced::widget::operation::Operation;
use iced::advanced::{Shell, mouse, renderer};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::{Border, Color, Event, Rectangle, Renderer, touch, window};

/// How a pressable stands at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Status {
    /// The pointer is over it.
    pub hovered: bool,
    /// It is held down.
    pub held: bool,
    /// It cannot be used now.
    pub disabled: bool,
}

/// How a pressable looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Behind the content.
    pub background: Color,
    /// Around it.
    pub border: Border,
    /// Text without a colour of its own.
    pub text: Color,
    /// A bar at the left edge, for what is chosen.
    pub bar: Option<Color>,
    /// A line under the content, for links.
    pub underline: Option<Color>,
    /// The focus ring.
    pub ring: Color,
}

impl Look {
    /// No background, no border, the theme's text.
    pub fn plain(tokens: &Tokens) -> Self {
        Self {
            background: Color::TRANSPARENT,
            border: Border::default().rounded(size::RADIUS),
            text: tokens.text,
            bar: None,
            underline: None,
            ring: tokens.ring,
        }
    }
}

type LookOf<'a> = Box<dyn Fn(&Tokens, Status) -> Look + 'a>;
type OnKey<'a, M> = Box<dyn Fn(&Key, Modifiers) -> Option<M> + 'a>;

/// See [`press`].
pub struct Press<'a, M> {
    content: Element<'a, M>,
    pressed: Pressed<'a, M>,
}

struct Pressed<'a, M> {
    on_press: Option<M>,
    id: Option<Id>,
    info: Info,
    stops: bool,
    enter_is_free: bool,
    look: LookOf<'a>,
    on_key: Option<OnKey<'a, M>>,
}

/// Makes any content pressable. Without a message it is shown as disabled and skipped by Tab.
pub fn press<'a, M>(content: impl Into<Element<'a, M>>, on_press: Option<M>) -> Press<'a, M> {
    let mut info = Info::new(Role::Button, "");
    info.pressable = on_press.is_some();
    info.disabled = on_press.is_none();
    info.covers_children = true;
    let pressed = Pressed {
        on_press,
        id: None,
        info,
        stops: true,
        enter_is_free: false,
        look: Box::new(|tokens, _| Look::plain(tokens)),
        on_key: None,
    };
    Press { content: content.into(), pressed }
}

impl<'a, M> Press<'a, M> {
    /// What tests, `focus::to` and screen readers find it by.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.pressed.id = Some(id.into());
        self
    }

    /// What a screen reader calls it, and as what.
    #[must_use]
    pub fn named(mut self, role: Role, label: impl Into<String>) -> Self {
        self.pressed.info.role = role;
        self.pressed.info.label = label.into();
        self
    }

    /// More for the screen reader.
    #[must_use]
    pub fn info(mut self, change: impl FnOnce(&mut Info)) -> Self {
        change(&mut self.pressed.info);
        self
    }

    /// How it looks.
    #[must_use]
    pub fn look(mut self, look: impl Fn(&Tokens, Status) -> Look + 'a) -> Self {
        self.pressed.look = Box::new(look);
        self
    }

    /// Keys beside Space and Enter, while it has the focus.
    #[must_use]
    pub fn on_key(mut self, on_key: impl Fn(&Key, Modifiers) -> Option<M> + 'a) -> Self {
        self.pressed.on_key = Some(Box::new(on_key));
        self
    }

    /// Whether Tab stops here; the other buttons of a radio group do not.
    #[must_use]
    pub fn stops(mut self, stops: bool) -> Self {
        self.pressed.stops = stops;
        self
    }

    /// Leaves Enter to the shell, which goes to the next field with it: for answers, not for deeds.
    #[must_use]
    pub fn enter_is_free(mut self) -> Self {
        self.pressed.enter_is_free = true;
        self
    }
}

impl<M> Pressed<'_, M> {
    /// Whether Space or Enter was pressed, alone.
    fn is_pressed_by(&self, key: &Key, modifiers: Modifiers) -> bool {
        let enter = !self.enter_is_free && *key == Key::Named(Named::Enter);
        modifiers.is_empty() && (enter || *key == Key::Named(Named::Space))
    }

    fn status(&self, state: &State) -> Status {
        Status { hovered: state.hovered, held: state.held, disabled: self.on_press.is_none() }
    }
}

#[derive(Debug, Default)]
struct State {
    keyboard: Keyboard,
    hovered: bool,
    held: bool,
    request: Option<Request>,
}

impl<M: Clone> Pressed<'_, M> {
    fn on_event(&self, state: &mut State, event: &Event, over: bool, shell: &mut Shell<'_, M>) {
        let Some(message) = &self.on_press else {
            state.keyboard.here = false;
            return;
        };
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                state.held = over;
                if over {
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. }) => {
                if std::mem::take(&mut state.held) && over {
                    shell.publish(message.clone());
                    shell.capture_event();
                }
            }
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) if state.keyboard.here => {
                if let Some(message) = self.on_key.as_ref().and_then(|on_key| on_key(key, *modifiers)) {
                    shell.publish(message);
                    shell.capture_event();
                } else if self.is_pressed_by(key, *modifiers) {
                    shell.publish(message.clone());
                    shell.capture_event();
                }
            }
            Event::Window(window::Event::RedrawRequested(_)) => {
                if state.request.take() == Some(Request::Press) {
                    shell.publish(message.clone());
                }
            }
            _ => {}
        }
    }
}

impl<M: Clone> Around<M> for Pressed<'_, M> {
    type State = State;

    fn visited(&mut self, state: &mut State, bounds: Rectangle, walk: &mut dyn Operation) {
        let asked = self.info.tell(self.id.as_ref(), bounds, walk);
        state.request = asked.or(state.request.take());
        if self.stops && self.on_press.is_some() {
            walk.focusable(self.id.as_ref(), bounds, &mut state.keyboard);
        }
    }

    fn heard(
        &mut self,
        state: &mut State,
        event: &Event,
        (bounds, cursor): (Rectangle, mouse::Cursor),
        shell: &mut Shell<'_, M>,
        _walk: &mut dyn FnMut(&mut dyn Operation),
    ) {
        let over = cursor.is_over(bounds);
        if state.hovered != over {
            state.hovered = over;
            shell.request_redraw();
        }
        if let Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) = event {
            let focused = over && self.stops && self.on_press.is_some();
            if state.keyboard.here != focused {
                state.keyboard.here = focused;
                shell.request_redraw();
            }
        }
        if !shell.is_event_captured() {
            self.on_event(state, event, over, shell);
        }
    }

    fn under(
        &self,
        state: &State,
        renderer: &mut Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _style: renderer::Style,
    ) -> renderer::Style {
        let look = (self.look)(theme.tokens(), self.status(state));
        if look.background != Color::TRANSPARENT || look.border.width > 0.0 {
            draw::frame(renderer, bounds, look.background, look.border);
        }
        if let Some(bar) = look.bar {
            draw::fill(renderer, Rectangle { width: 4.0, ..bounds }, bar);
        }
        if let Some(color) = look.underline {
            let y = bounds.y + bounds.height - 5.0;
            draw::fill(renderer, Rectangle { y, height: 1.0, ..bounds }, color);
        }
        renderer::Style { text_color: look.text }
    }

    fn over(
        &self,
        state: &State,
        renderer: &mut Renderer,
        theme: &Theme,
        bounds: Rectangle,
        viewport: &Rectangle,
    ) {
        if state.keyboard.here {
            let look = (self.look)(theme.tokens(), self.status(state));
            ring::draw(renderer, bounds, viewport, look.border.radius.top_left, look.ring);
        }
    }

    fn pointer(&self, over: bool) -> Option<mouse::Interaction> {
        let presses = over && self.on_press.is_some();
        Some(if presses { mouse::Interaction::Pointer } else { mouse::Interaction::None })
    }
}

impl<'a, M: Clone + 'a> From<Press<'a, M>> for Element<'a, M> {
    fn from(press: Press<'a, M>) -> Self {
        around(press.content, press.pressed)
    }
}
