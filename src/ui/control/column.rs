//! Gives content a role and a name for the screen reader, and marks the columns that F6 visits. Draws nothing.

use crate::ui::Element;
use crate::ui::a11y::{Info, Live, Role};
use crate::ui::theme::Theme;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Event, Length, Rectangle, Renderer, Size, Vector};

/// A column of the window: F6 goes to its first control. `name` is read out on the way in.
pub fn column<'a, M: 'a>(
    id: impl Into<Id>,
    name: impl Into<String>,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let mut info = Info::new(Role::Region, name);
    info.column = true;
    named(Some(id.into()), info, content)
}

/// A text whose changes are read out without moving the focus: errors at once, everything else in a pause.
pub fn announced<'a, M: 'a>(
    text: impl Into<String>,
    live: Live,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let role = if live == Live::Assertive { Role::Alert } else { Role::Status };
    let mut info = Info::new(role, text);
    info.live = Some(live);
    named(None, info, content)
}

/// Gives content a role and a name.
pub fn named<'a, M: 'a>(id: Option<Id>, info: Info, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    Element::new(Named { content: content.into(), id, info })
}

struct Named<'a, M> {
    content: Element<'a, M>,
    id: Option<Id>,
    info: Info,
}

/// Passes everything through but `operate`, where it says its name first.
impl<M> Widget<M, Theme, Renderer> for Named<'_, M> {
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
        walk.custom(self.id.as_ref(), layout.bounds(), &mut self.info);
        walk.traverse(&mut |walk| self.content.as_widget_mut().operate(tree, layout, renderer, walk));
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
