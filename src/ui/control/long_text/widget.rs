//! The widget: iced's editor with the text kept beside it, so that the screen need not know its content type.

use crate::ui::a11y::{Info, Request};
use crate::ui::control::input::keys::{Meaning, meaning};
use crate::ui::control::input::typing::{pass_on, steady};
use crate::ui::control::{draw, ring};
use crate::ui::theme::{FONT, Theme, size};
use iced::advanced::text::highlighter::PlainText;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, input_method, layout, mouse, renderer};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::time::Instant;
use iced::widget::text_editor::{Action, Content, Edit, State as InnerState, Style};
use iced::widget::{TextEditor, text};
use iced::{Border, Color, Event, Fill, Length, Rectangle, Renderer, Size};
use std::rc::Rc;
use unicode_normalization::UnicodeNormalization;

type Inner<'c> = TextEditor<'c, PlainText, Action, Theme, Renderer>;

pub(super) struct Editor<'a, M> {
    pub id: Id,
    pub value: String,
    pub info: Info,
    pub lines: u8,
    pub on_input: Option<Rc<dyn Fn(String) -> M + 'a>>,
}

struct State {
    /// Older than any focus, for a caret that does not blink.
    born: Instant,
    content: Content<Renderer>,
    /// What the content says, as the screen was last told or told us.
    text: String,
    set: Option<String>,
}

fn inner<'c>(content: &'c Content<Renderer>, id: &Id, height: f32, writable: bool) -> Inner<'c> {
    let style = move |theme: &Theme, _| {
        let tokens = theme.tokens();
        Style {
            background: Color::TRANSPARENT.into(),
            border: Border::default(),
            placeholder: tokens.muted,
            value: if writable { tokens.text } else { tokens.muted },
            selection: tokens.selection,
        }
    };
    let line = text::LineHeight::Absolute(size::TEXT_LINE.into());
    let editor = TextEditor::new(content)
        .id(id.clone())
        .font(FONT)
        .size(size::TEXT)
        .line_height(line)
        .padding([6.0, 10.0])
        .height(height)
        .style(style);
    if writable { editor.on_action(std::convert::identity) } else { editor }
}

fn is_focused(tree: &Tree) -> bool {
    tree.children
        .first()
        .is_some_and(|child| child.state.downcast_ref::<InnerState<PlainText>>().is_focused())
}

/// Whether a key moves, deletes or breaks the line.
fn edits(key: &Key, modifiers: Modifiers) -> bool {
    let plain = modifiers.difference(Modifiers::SHIFT).is_empty();
    match key {
        Key::Named(Named::Enter | Named::PageUp | Named::PageDown | Named::ArrowUp | Named::ArrowDown) => {
            plain
        }
        Key::Named(
            Named::ArrowLeft
            | Named::ArrowRight
            | Named::Home
            | Named::End
            | Named::Backspace
            | Named::Delete,
        ) => !modifiers.alt(),
        _ => false,
    }
}

impl<M> Editor<'_, M> {
    fn height(&self) -> f32 {
        f32::from(self.lines.max(2)) * size::TEXT_LINE + 12.0
    }

    fn forward(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        (layout, cursor, renderer, viewport): (Layout<'_>, mouse::Cursor, &Renderer, &Rectangle),
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
    ) {
        let (height, writable) = (self.height(), self.on_input.is_some());
        let Some(child) = tree.children.first_mut() else { return };
        let state = tree.state.downcast_mut::<State>();
        let mut actions = Vec::new();
        let mut local = Shell::new(&mut actions);
        let mut editor = inner(&state.content, &self.id, height, writable);
        let event = &*steady(event, state.born);
        Widget::update(&mut editor, child, event, layout, cursor, renderer, clipboard, &mut local, viewport);
        pass_on(&local, shell);
        drop(editor);
        let mut edited = false;
        for action in actions {
            edited |= action.is_edit();
            state.content.perform(action);
            shell.request_redraw();
        }
        if edited {
            self.say(state, shell);
        }
    }

    fn say(&self, state: &mut State, shell: &mut Shell<'_, M>) {
        let text: String = state.content.text().nfc().collect();
        if let Some(on_input) = self.on_input.as_ref().filter(|_| text != state.text) {
            shell.publish(on_input(text.clone()));
            state.text = text;
        }
    }
}

impl<M> Widget<M, Theme, Renderer> for Editor<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        let content = Content::with_text(&self.value);
        tree::State::new(State { born: Instant::now(), content, text: self.value.clone(), set: None })
    }

    fn children(&self) -> Vec<Tree> {
        let content = Content::new();
        let editor = inner(&content, &self.id, self.height(), true);
        vec![Tree::new(&editor as &dyn Widget<Action, Theme, Renderer>)]
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();
        if state.text != self.value {
            state.text.clone_from(&self.value);
            state.content = Content::with_text(&self.value);
        }
    }

    fn size(&self) -> Size<Length> {
        Size::new(Fill, Length::Fixed(self.height()))
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let (height, writable) = (self.height(), self.on_input.is_some());
        let Some(child) = tree.children.first_mut() else { return layout::Node::new(Size::ZERO) };
        let state = tree.state.downcast_ref::<State>();
        Widget::layout(&mut inner(&state.content, &self.id, height, writable), child, renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &Renderer,
        walk: &mut dyn Operation,
    ) {
        let state = tree.state.downcast_mut::<State>();
        if let Some(Request::SetValue(value)) = self.info.tell(Some(&self.id), layout.bounds(), walk) {
            state.set = Some(value);
        }
        if let Some(child) = tree.children.first_mut().filter(|_| self.on_input.is_some()) {
            let inner = child.state.downcast_mut::<InnerState<PlainText>>();
            walk.focusable(Some(&self.id), layout.bounds(), inner);
        }
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
        let place = (layout, cursor, renderer, viewport);
        let state = tree.state.downcast_mut::<State>();
        if let Some(value) = state.set.take() {
            state.content = Content::with_text(&value);
            self.say(state, shell);
        }
        let before = is_focused(tree);
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, text, .. }) => {
                if !before || shell.is_event_captured() {
                    return;
                }
                match meaning(key, *modifiers, text.as_deref()) {
                    Meaning::Text(text) if self.on_input.is_some() => {
                        let state = tree.state.downcast_mut::<State>();
                        state.content.perform(Action::Edit(Edit::Paste(std::sync::Arc::new(text))));
                        self.say(state, shell);
                        shell.capture_event();
                        shell.request_redraw();
                    }
                    Meaning::Edit => self.forward(tree, event, place, clipboard, shell),
                    _ if edits(key, *modifiers) => self.forward(tree, event, place, clipboard, shell),
                    _ => {}
                }
            }
            Event::InputMethod(input_method::Event::Commit(_)) if !before => {}
            _ => self.forward(tree, event, place, clipboard, shell),
        }
        if before != is_focused(tree) {
            shell.request_redraw();
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
        let (tokens, focused) = (theme.tokens(), is_focused(tree));
        let (color, width) = match (self.info.invalid, focused) {
            (true, _) => (tokens.error, 2.0),
            (false, true) => (tokens.accent, 2.0),
            (false, false) => (tokens.field_border, 1.0),
        };
        let border = Border::default().rounded(size::RADIUS).width(width).color(color);
        let background = if self.on_input.is_some() { tokens.panel } else { tokens.background };
        draw::frame(renderer, layout.bounds(), background, border);
        let state = tree.state.downcast_ref::<State>();
        if let Some(child) = tree.children.first() {
            let editor = inner(&state.content, &self.id, self.height(), self.on_input.is_some());
            Widget::draw(&editor, child, renderer, theme, style, layout, cursor, viewport);
        }
        if focused {
            ring::draw(renderer, layout.bounds(), viewport, size::RADIUS, tokens.ring);
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
        if cursor.is_over(layout.bounds()) { mouse::Interaction::Text } else { mouse::Interaction::None }
    }
}
