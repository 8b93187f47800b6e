//! A screen without a window: a view, a keyboard, and the tasks that a screen asks for, run at once. Presses keys as the
//! window hears them: a control takes what it needs, the rest are commands. Knows no screen of the program.

#![allow(dead_code, reason = "each topic uses its own part, and the topics are still growing")]

use amtsstube::ui::Element;
use amtsstube::ui::a11y::Info;
use amtsstube::ui::app;
use amtsstube::ui::focus;
use amtsstube::ui::keys::{Heard, hear};
use amtsstube::ui::layout::Space;
use amtsstube::ui::shortcut::Shortcut;
use amtsstube::ui::theme::{FONT, Theme, size};
use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome};
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::{Event, Rectangle, Renderer, Size, Task, keyboard, mouse, window};
use iced_test::core::clipboard;
use iced_test::core::renderer::{Headless, Style};
use iced_test::futures::futures::StreamExt;
use iced_test::futures::futures::executor::block_on;
use iced_test::runtime::user_interface::{Cache, UserInterface};
use iced_test::runtime::{Action, task};
use std::any::Any;

/// What can be shown and worked with.
pub trait Shown {
    /// What happens in it.
    type Message: Clone + Send + 'static;
    /// Draws it.
    fn view(&self, room: Space) -> Element<'_, Self::Message>;
    /// Takes a message in.
    fn update(&mut self, message: Self::Message) -> Task<Self::Message>;
    /// A command of the keyboard that is not about moving on.
    fn command(&mut self, shortcut: Shortcut) -> Task<Self::Message>;
}

/// Something shown, with a keyboard.
pub struct Hands<S: Shown> {
    /// What is shown.
    pub screen: S,
    size: Size,
    cache: Option<Cache>,
    renderer: Renderer,
}

/// What stands in the view: id, role, name, value, description.
#[derive(Debug, Clone, Default)]
pub struct Node {
    /// Id of the control.
    pub id: Option<String>,
    /// What it says about itself.
    pub info: Option<Info>,
}

impl<S: Shown> Hands<S> {
    /// Shows `screen` in a window of this size; `task` is what it asks for at first.
    pub fn new(screen: S, size: (f32, f32), task: Task<S::Message>) -> Self {
        let settings = app::settings();
        for font in settings.fonts {
            iced_test::renderer::graphics::text::font_system().write().expect("fonts").load_font(font);
        }
        let renderer = block_on(<Renderer as Headless>::new(FONT, size::TEXT.into(), Some("tiny-skia")));
        let renderer = renderer.expect("a renderer without a window");
        let mut hands =
            Self { screen, size: Size::new(size.0, size.1), cache: Some(Cache::default()), renderer };
        hands.run(task);
        hands
    }

    fn with<T>(
        &mut self,
        work: impl FnOnce(&mut UserInterface<'_, S::Message, Theme, Renderer>, &mut Renderer) -> T,
    ) -> T {
        let room = Space::new(self.size.width, self.size.height);
        let cache = self.cache.take().unwrap_or_default();
        let mut ui = UserInterface::build(self.screen.view(room), self.size, cache, &mut self.renderer);
        let out = work(&mut ui, &mut self.renderer);
        self.cache = Some(ui.into_cache());
        out
    }

    fn events(&mut self, events: &[Event]) {
        let (messages, statuses) = self.with(|ui, renderer| {
            let mut messages = Vec::new();
            let (_, statuses) =
                ui.update(events, mouse::Cursor::Unavailable, renderer, &mut clipboard::Null, &mut messages);
            (messages, statuses)
        });
        for message in messages {
            let task = self.screen.update(message);
            self.run(task);
        }
        for (event, status) in events.iter().zip(statuses) {
            if let Some(Heard::Shortcut(shortcut)) = hear(event, status) {
                let task = match shortcut {
                    Shortcut::Next | Shortcut::NextField => focus::next(),
                    Shortcut::Previous => focus::previous(),
                    Shortcut::NextColumn => focus::next_column(),
                    Shortcut::PreviousColumn => focus::previous_column(),
                    other => self.screen.command(other),
                };
                self.run(task);
            }
        }
    }

    /// A frame is drawn: controls say what they noticed.
    fn frame(&mut self) {
        let now = iced_test::core::time::Instant::now();
        let redraw = Event::Window(window::Event::RedrawRequested(now));
        let messages = self.with(|ui, renderer| {
            let mut messages = Vec::new();
            let _ = ui.update(
                &[redraw],
                mouse::Cursor::Unavailable,
                renderer,
                &mut clipboard::Null,
                &mut messages,
            );
            messages
        });
        for message in messages {
            let task = self.screen.update(message);
            self.run(task);
        }
    }

    /// Does what a task asks for, to its end.
    pub fn run(&mut self, task: Task<S::Message>) {
        let Some(mut stream) = task::into_stream(task) else { return };
        while let Some(action) = block_on(stream.next()) {
            match action {
                Action::Output(message) => {
                    let task = self.screen.update(message);
                    self.run(task);
                }
                Action::Widget(mut operation) => {
                    self.with(|ui, renderer| {
                        loop {
                            ui.operate(renderer, operation.as_mut());
                            match operation.finish() {
                                Outcome::Chain(next) => operation = next,
                                _ => break,
                            }
                        }
                    });
                    self.frame();
                }
                _ => {}
            }
        }
    }

    /// A message, as if it came from outside.
    pub fn tell(&mut self, message: S::Message) {
        let task = self.screen.update(message);
        self.run(task);
        self.frame();
    }

    fn press(&mut self, key: Key, modifiers: Modifiers, text: Option<&str>) {
        let event = Event::Keyboard(keyboard::Event::KeyPressed {
            key: key.clone(),
            modified_key: key,
            physical_key: keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
            location: keyboard::Location::Standard,
            modifiers,
            repeat: false,
            text: text.map(Into::into),
        });
        self.events(&[event]);
        self.frame();
    }

    /// A key with a name.
    pub fn key(&mut self, key: Named) {
        let text = (key == Named::Space).then_some(" ");
        self.press(Key::Named(key), Modifiers::empty(), text);
    }

    /// Shift and a key with a name.
    pub fn shift(&mut self, key: Named) {
        self.press(Key::Named(key), Modifiers::SHIFT, None);
    }

    /// Ctrl and a key with a name.
    pub fn ctrl(&mut self, key: Named) {
        self.press(Key::Named(key), Modifiers::CTRL, None);
    }

    /// Ctrl and a letter.
    pub fn ctrl_letter(&mut self, letter: &str) {
        self.press(Key::Character(letter.into()), Modifiers::CTRL, None);
    }

    /// Types a text, letter by letter.
    pub fn types(&mut self, text: &str) {
        for letter in text.chars().map(|letter| letter.to_string()) {
            if letter == " " {
                self.key(Named::Space);
            } else {
                self.press(Key::Character(letter.as_str().into()), Modifiers::empty(), Some(&letter));
            }
        }
    }

    /// Id of the control that has the keyboard.
    pub fn focused(&mut self) -> Option<String> {
        let mut find = Find::default();
        self.with(|ui, renderer| ui.operate(renderer, &mut find));
        find.focused
    }

    /// Presses Enter, as to the next field, until the control has the keyboard.
    #[track_caller]
    pub fn enter_to(&mut self, id: &str) {
        self.go_to(id, Named::Enter);
    }

    /// Presses Tab until the control has the keyboard.
    #[track_caller]
    pub fn tab_to(&mut self, id: &str) {
        self.go_to(id, Named::Tab);
    }

    #[track_caller]
    fn go_to(&mut self, id: &str, key: Named) {
        let mut way = Vec::new();
        for _ in 0..200 {
            let at = self.focused();
            if at.as_deref() == Some(id) {
                return;
            }
            way.push(at.unwrap_or_default());
            self.key(key);
        }
        panic!("{key:?} never came to {id}, but to {way:?}");
    }

    /// What every control says about itself.
    pub fn nodes(&mut self) -> Vec<Node> {
        let mut find = Find::default();
        self.with(|ui, renderer| ui.operate(renderer, &mut find));
        find.nodes
    }

    /// What the control with this id says about itself.
    #[track_caller]
    pub fn node(&mut self, id: &str) -> Info {
        let nodes = self.nodes();
        let found = nodes.iter().find(|node| node.id.as_deref() == Some(id));
        let ids = || nodes.iter().filter_map(|node| node.id.clone()).collect::<Vec<_>>();
        found
            .and_then(|node| node.info.clone())
            .unwrap_or_else(|| panic!("there is no {id} among {:?}", ids()))
    }

    /// Whether a control with this id is there.
    pub fn has(&mut self, id: &str) -> bool {
        self.nodes().iter().any(|node| node.id.as_deref() == Some(id))
    }

    /// Whether a text stands anywhere in the view.
    pub fn says(&mut self, text: &str) -> bool {
        let mut find = Find::default();
        self.with(|ui, renderer| ui.operate(renderer, &mut find));
        let named = |node: &Node| {
            node.info.as_ref().is_some_and(|info| {
                info.label.contains(text) || info.value.as_ref().is_some_and(|value| value.contains(text))
            })
        };
        find.texts.iter().any(|said| said.contains(text)) || find.nodes.iter().any(named)
    }

    /// Every text of the view.
    pub fn texts(&mut self) -> Vec<String> {
        let mut find = Find::default();
        self.with(|ui, renderer| ui.operate(renderer, &mut find));
        find.texts
    }

    /// Draws the view into `name` in the folder of pictures.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a window has whole, positive pixels"
    )]
    pub fn picture(&mut self, name: &str, theme: Theme) {
        self.frame();
        let pixels = Size::new(self.size.width as u32, self.size.height as u32);
        let tokens = theme.tokens();
        let now = iced_test::core::time::Instant::now();
        let redraw = [Event::Window(window::Event::RedrawRequested(now))];
        let rgba = self.with(|ui, renderer| {
            let _ = ui.update(
                &redraw,
                mouse::Cursor::Unavailable,
                renderer,
                &mut clipboard::Null,
                &mut Vec::new(),
            );
            ui.draw(renderer, &theme, &Style { text_color: tokens.text }, mouse::Cursor::Unavailable);
            renderer.screenshot(pixels, 1.0, tokens.background)
        });
        let mut file = format!("P6 {} {} 255\n", pixels.width, pixels.height).into_bytes();
        file.extend(rgba.chunks_exact(4).flat_map(|pixel| &pixel[..3]));
        std::fs::write(crate::harness::pictures().join(format!("{name}.ppm")), file).expect("a picture");
    }
}

#[derive(Default)]
struct Find {
    focused: Option<String>,
    nodes: Vec<Node>,
    texts: Vec<String>,
}

fn plain(id: &Id) -> String {
    let shown = format!("{id:?}");
    shown.split('"').nth(1).unwrap_or_default().to_owned()
}

impl Operation for Find {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation)) {
        walk(self);
    }

    fn custom(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        if let Some(info) = state.downcast_ref::<Info>() {
            self.nodes.push(Node { id: id.map(plain), info: Some(info.clone()) });
        }
    }

    fn focusable(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.focused = Some(id.map(plain).unwrap_or_default());
        }
    }

    fn text(&mut self, _id: Option<&Id>, _bounds: Rectangle, text: &str) {
        self.texts.push(text.to_owned());
    }
}
