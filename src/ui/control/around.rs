//! A widget around another one. iced has no way to hand a widget's life on to what is inside; here it is handed on once,
//! and a wrapper says only what it changes. Draws nothing and takes no key itself.

use super::ring;
use crate::ui::Element;
use crate::ui::theme::Theme;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Event, Length, Rectangle, Renderer, Size, Vector};

/// What a wrapper changes; everything it does not mention stays as it is inside.
pub(in crate::ui) trait Around<M> {
    /// What it remembers from one frame to the next.
    type State: Default + 'static;

    /// Whether keys, pointer, walks and open lists reach the inside. Where they do not, it draws no focus ring either.
    fn is_open(&self) -> bool {
        true
    }

    /// A walk comes by, before it goes inside.
    fn visited(&mut self, state: &mut Self::State, bounds: Rectangle, walk: &mut dyn Operation) {
        let _ = (state, bounds, walk);
    }

    /// Something happens: which events the inside gets now, each by itself; nothing means this one as it comes. What
    /// is kept back is taken from everybody.
    fn instead(
        &mut self,
        state: &mut Self::State,
        event: &Event,
        shell: &mut Shell<'_, M>,
    ) -> Option<Vec<Event>> {
        let _ = (state, event, shell);
        None
    }

    /// Something happened, and the inside had its turn. `walk` sends a walk through the inside.
    fn heard(
        &mut self,
        state: &mut Self::State,
        event: &Event,
        place: (Rectangle, mouse::Cursor),
        shell: &mut Shell<'_, M>,
        walk: &mut dyn FnMut(&mut dyn Operation),
    ) {
        let _ = (state, event, place, shell, walk);
    }

    /// Draws what lies under the inside and says in which style the inside is drawn.
    fn under(
        &self,
        state: &Self::State,
        renderer: &mut Renderer,
        theme: &Theme,
        bounds: Rectangle,
        style: renderer::Style,
    ) -> renderer::Style {
        let _ = (state, renderer, theme, bounds);
        style
    }

    /// Draws what lies over the inside.
    fn over(
        &self,
        state: &Self::State,
        renderer: &mut Renderer,
        theme: &Theme,
        bounds: Rectangle,
        viewport: &Rectangle,
    ) {
        let _ = (state, renderer, theme, bounds, viewport);
    }

    /// What the pointer looks like, if the inside is not to be asked.
    fn pointer(&self, over: bool) -> Option<mouse::Interaction> {
        let _ = over;
        None
    }
}

/// Puts a wrapper around content.
pub(in crate::ui) fn around<'a, M: 'a>(
    content: impl Into<Element<'a, M>>,
    change: impl Around<M> + 'a,
) -> Element<'a, M> {
    Element::new(Wrapped { content: content.into(), change })
}

/// Tells a wrapper's state from that of a widget that has none, which iced tags with `()`.
struct Own<S>(S);

struct Wrapped<'a, M, A> {
    content: Element<'a, M>,
    change: A,
}

/// Where an event is handed on.
type Place<'p> = (Layout<'p>, mouse::Cursor, &'p Renderer, &'p Rectangle);

impl<M, A: Around<M>> Wrapped<'_, M, A> {
    /// Hands an event on to the inside; then the wrapper hears it.
    fn pass(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        (layout, cursor, renderer, viewport): Place<'_>,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
    ) {
        let Some(child) = tree.children.first_mut() else { return };
        let content = self.content.as_widget_mut();
        if self.change.is_open() || !comes_from_outside(event) {
            content.update(child, event, layout, cursor, renderer, clipboard, shell, viewport);
        }
        let place = (layout.bounds(), cursor);
        self.change.heard(tree.state.downcast_mut(), event, place, shell, &mut |walk| {
            content.operate(child, layout, renderer, walk);
        });
    }
}

fn comes_from_outside(event: &Event) -> bool {
    matches!(event, Event::Keyboard(_) | Event::Mouse(_) | Event::Touch(_) | Event::InputMethod(_))
}

impl<M, A: Around<M>> Widget<M, Theme, Renderer> for Wrapped<'_, M, A> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Own<A::State>>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(A::State::default())
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
        self.change.visited(tree.state.downcast_mut(), layout.bounds(), walk);
        let Some(child) = tree.children.first_mut().filter(|_| self.change.is_open()) else { return };
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
        let Some(events) = self.change.instead(tree.state.downcast_mut(), event, shell) else {
            let place = (layout, cursor, renderer, viewport);
            return self.pass(tree, event, place, clipboard, shell);
        };
        for event in events {
            // Each has a shell of its own: what one control took is not taken from the next event.
            let mut messages = Vec::new();
            let mut own = Shell::new(&mut messages);
            self.pass(tree, &event, (layout, cursor, renderer, viewport), clipboard, &mut own);
            shell.merge(own, std::convert::identity);
        }
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
        let (state, bounds) = (tree.state.downcast_ref(), layout.bounds());
        let style = self.change.under(state, renderer, theme, bounds, *style);
        if let Some(child) = tree.children.first() {
            ring::covered(!self.change.is_open(), || {
                self.content.as_widget().draw(child, renderer, theme, &style, layout, cursor, viewport);
            });
        }
        self.change.over(state, renderer, theme, bounds, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let inside = || {
            let child = tree.children.first();
            child.map(|child| {
                self.content.as_widget().mouse_interaction(child, layout, cursor, viewport, renderer)
            })
        };
        self.change.pointer(cursor.is_over(layout.bounds())).or_else(inside).unwrap_or_default()
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, Renderer>> {
        let child = tree.children.first_mut().filter(|_| self.change.is_open())?;
        self.content.as_widget_mut().overlay(child, layout, renderer, viewport, translation)
    }
}
