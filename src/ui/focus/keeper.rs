//! Moves the focus in the very moment of the key, so that what is typed next lands in the next field. A task would
//! come a frame later: a fast hand or a scanner would type into the field it has just left. Decides no other key.

use super::{Survey, Wish};
use crate::ui::Element;
use crate::ui::a11y::Naming;
use crate::ui::shortcut::{Shortcut, shortcut};
use crate::ui::theme::Theme;
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Event, Length, Rectangle, Renderer, Size, Vector, keyboard};
use std::marker::PhantomData;

/// Wraps the whole window: Tab, Shift+Tab and Enter that no control took move the focus at once.
pub fn keeper<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    Element::new(Keeper { content: content.into() })
}

struct Keeper<'a, M> {
    content: Element<'a, M>,
}

/// Where a key moves the focus to.
fn wish(event: &Event) -> Option<Wish> {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event else { return None };
    match shortcut(key, *modifiers)? {
        Shortcut::Next | Shortcut::NextField => Some(Wish::Next),
        Shortcut::Previous => Some(Wish::Previous),
        _ => None,
    }
}

impl<M> Widget<M, Theme, Renderer> for Keeper<'_, M> {
    fn tag(&self) -> tree::Tag {
        self.content.as_widget().tag()
    }

    fn state(&self) -> tree::State {
        self.content.as_widget().state()
    }

    fn children(&self) -> Vec<Tree> {
        self.content.as_widget().children()
    }

    fn diff(&self, tree: &mut Tree) {
        self.content.as_widget().diff(tree);
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.content.as_widget().size_hint()
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        self.content.as_widget_mut().layout(tree, renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        walk: &mut dyn Operation,
    ) {
        self.content.as_widget_mut().operate(tree, layout, renderer, walk);
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
        let content = self.content.as_widget_mut();
        content.update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        let Some(wish) = wish(event).filter(|_| !shell.is_event_captured()) else { return };
        let mut walk: Box<dyn Operation> = Box::new(Survey::<()> {
            wish,
            stops: Vec::new(),
            columns: vec![(0, None)],
            met: 0,
            last: None,
            names: Naming::default(),
            of: PhantomData,
        });
        loop {
            content.operate(tree, layout, renderer, walk.as_mut());
            match walk.finish() {
                Outcome::Chain(next) => walk = next,
                Outcome::None | Outcome::Some(()) => break,
            }
        }
        shell.capture_event();
        shell.request_redraw();
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        self.content.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        self.content.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer)
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, Renderer>> {
        self.content.as_widget_mut().overlay(tree, layout, renderer, viewport, translation)
    }
}
