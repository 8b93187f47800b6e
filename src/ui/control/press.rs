//! Anything that can be pressed: with the mouse, with Space and Enter, by a screen reader. The base of buttons, tabs,
//! check boxes, entries of the navigation. Decides no look of its own.

use super::ring;
use crate::ui::Element;
use crate::ui::a11y::{Info, Request, Role};
use crate::ui::theme::{Theme, Tokens, size};
use iced::advanced::widget::operation::{Focusable, Operation};
use iced::advanced::widget::{Id, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::{Border, Color, Event, Length, Rectangle, Renderer, Size, Vector, touch, window};

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
    Press {
        content: content.into(),
        on_press,
        id: None,
        info,
        stops: true,
        enter_is_free: false,
        look: Box::new(|tokens, _| Look::plain(tokens)),
        on_key: None,
    }
}

impl<'a, M> Press<'a, M> {
    /// What tests, `focus::to` and screen readers find it by.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What a screen reader calls it, and as what.
    #[must_use]
    pub fn named(mut self, role: Role, label: impl Into<String>) -> Self {
        self.info.role = role;
        self.info.label = label.into();
        self
    }

    /// More for the screen reader.
    #[must_use]
    pub fn info(mut self, change: impl FnOnce(&mut Info)) -> Self {
        change(&mut self.info);
        self
    }

    /// How it looks.
    #[must_use]
    pub fn look(mut self, look: impl Fn(&Tokens, Status) -> Look + 'a) -> Self {
        self.look = Box::new(look);
        self
    }

    /// Keys beside Space and Enter, while it has the focus.
    #[must_use]
    pub fn on_key(mut self, on_key: impl Fn(&Key, Modifiers) -> Option<M> + 'a) -> Self {
        self.on_key = Some(Box::new(on_key));
        self
    }

    /// Whether Tab stops here; the other buttons of a radio group do not.
    #[must_use]
    pub fn stops(mut self, stops: bool) -> Self {
        self.stops = stops;
        self
    }

    /// Leaves Enter to the shell, which goes to the next field with it: for answers, not for deeds.
    #[must_use]
    pub fn enter_is_free(mut self) -> Self {
        self.enter_is_free = true;
        self
    }

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
    focused: bool,
    hovered: bool,
    held: bool,
    request: Option<Request>,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }
    fn focus(&mut self) {
        self.focused = true;
    }
    fn unfocus(&mut self) {
        self.focused = false;
    }
}

impl<M: Clone> Press<'_, M> {
    fn on_event(&self, state: &mut State, event: &Event, over: bool, shell: &mut Shell<'_, M>) {
        let Some(message) = &self.on_press else {
            state.focused = false;
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
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) if state.focused => {
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

impl<M: Clone> Widget<M, Theme, Renderer> for Press<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.content.as_widget().size_hint()
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let Some(child) = tree.children.first_mut() else { return layout::Node::new(Size::ZERO) };
        self.content.as_widget_mut().layout(child, renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        walk: &mut dyn Operation,
    ) {
        let state = tree.state.downcast_mut::<State>();
        self.info.request = None;
        walk.custom(self.id.as_ref(), layout.bounds(), &mut self.info);
        if let Some(request) = self.info.request.take() {
            state.request = Some(request);
        }
        if self.stops && self.on_press.is_some() {
            walk.focusable(self.id.as_ref(), layout.bounds(), state);
        }
        let Some(child) = tree.children.first_mut() else { return };
        walk.traverse(&mut |walk| self.content.as_widget_mut().operate(child, layout, renderer, walk));
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        viewport: &Rectangle,
    ) {
        if let Some(child) = tree.children.first_mut() {
            let content = self.content.as_widget_mut();
            content.update(child, event, layout, cursor, renderer, clipboard, shell, viewport);
        }
        let state = tree.state.downcast_mut::<State>();
        let over = cursor.is_over(layout.bounds());
        if state.hovered != over {
            state.hovered = over;
            shell.request_redraw();
        }
        if let Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) = event {
            let focused = over && self.stops && self.on_press.is_some();
            if state.focused != focused {
                state.focused = focused;
                shell.request_redraw();
            }
        }
        if !shell.is_event_captured() {
            self.on_event(state, event, over, shell);
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let look = (self.look)(theme.tokens(), self.status(state));
        let bounds = layout.bounds();
        let shown = look.background != Color::TRANSPARENT || look.border.width > 0.0;
        if shown {
            let quad = renderer::Quad { bounds, border: look.border, ..renderer::Quad::default() };
            renderer.fill_quad(quad, look.background);
        }
        if let Some(bar) = look.bar {
            let bounds = Rectangle { width: 4.0, ..bounds };
            renderer.fill_quad(renderer::Quad { bounds, ..renderer::Quad::default() }, bar);
        }
        if let Some(color) = look.underline {
            let y = bounds.center_y() + size::TEXT_LINE / 2.0 - 3.0;
            let bounds = Rectangle { y, height: 1.0, ..bounds };
            renderer.fill_quad(renderer::Quad { bounds, ..renderer::Quad::default() }, color);
        }
        if let Some(child) = tree.children.first() {
            let style = renderer::Style { text_color: look.text };
            self.content.as_widget().draw(child, renderer, theme, &style, layout, cursor, viewport);
        }
        if state.focused {
            ring::draw(renderer, bounds, viewport, look.border.radius.top_left, look.ring);
        }
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        if cursor.is_over(layout.bounds()) && self.on_press.is_some() {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::None
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, Renderer>> {
        let child = tree.children.first_mut()?;
        self.content.as_widget_mut().overlay(child, layout, renderer, viewport, translation)
    }
}

impl<'a, M: Clone + 'a> From<Press<'a, M>> for Element<'a, M> {
    fn from(press: Press<'a, M>) -> Self {
        Self::new(press)
    }
}
