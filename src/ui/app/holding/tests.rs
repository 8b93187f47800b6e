//! A whole window without a screen: keys that come all at once, before anything is drawn again.

use crate::desk::tests::first_start;
use crate::domain::user::{Group, Role};
use crate::ui::app::open::Screen;
use crate::ui::app::{App, Message, settings};
use crate::ui::keys::{Heard, hear};
use crate::ui::preferences::Preferences;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{FONT, Theme, size};
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::{Event, Renderer, Size, Task, keyboard, mouse, window};
use iced_test::core::clipboard;
use iced_test::core::renderer::Headless;
use iced_test::core::time::Instant;
use iced_test::core::widget::operation::Outcome;
use iced_test::futures::futures::{StreamExt, executor::block_on};
use iced_test::runtime::user_interface::{Cache, UserInterface};
use iced_test::runtime::{Action, task};

struct Window {
    app: App,
    cache: Option<Cache>,
    renderer: Renderer,
    _dir: tempfile::TempDir,
}

fn press(key: Key, modifiers: Modifiers, text: Option<&str>) -> Event {
    Event::Keyboard(keyboard::Event::KeyPressed {
        key: key.clone(),
        modified_key: key,
        physical_key: keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
        location: keyboard::Location::Standard,
        modifiers,
        repeat: false,
        text: text.map(Into::into),
    })
}

fn named(key: Named) -> Event {
    press(Key::Named(key), Modifiers::empty(), None)
}

fn typed(text: &str) -> Vec<Event> {
    let letters = text.chars().map(|letter| letter.to_string());
    letters
        .map(|letter| press(Key::Character(letter.as_str().into()), Modifiers::empty(), Some(&letter)))
        .collect()
}

impl Window {
    /// A window in which somebody is signed in who may do everything, at the counter.
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let (desk, admin) = first_start(&dir);
        for role in [Role::Clerk, Role::Counter, Role::Cashier] {
            desk.grant(&admin, admin.user, role, Group::ALL.into()).expect("granted");
        }
        for font in settings().fonts {
            iced_test::renderer::graphics::text::font_system().write().expect("fonts").load_font(font);
        }
        let renderer = block_on(<Renderer as Headless>::new(FONT, size::TEXT.into(), Some("tiny-skia")));
        let session = desk.sign_in("admin", "2468").expect("signed in");
        let (mut app, _) = App::of(desk, Preferences::default());
        app.session = Some(session);
        let renderer = renderer.expect("a renderer without a window");
        let mut window = Self { app, cache: Some(Cache::default()), renderer, _dir: dir };
        window.at_once(&[named(Named::F2)]);
        window
    }

    fn with<T>(
        &mut self,
        work: impl FnOnce(&mut UserInterface<'_, Message, Theme, Renderer>, &mut Renderer) -> T,
    ) -> T {
        let cache = self.cache.take().unwrap_or_default();
        let size = Size::new(1366.0, 700.0);
        let mut ui = UserInterface::build(self.app.view(), size, cache, &mut self.renderer);
        let out = work(&mut ui, &mut self.renderer);
        self.cache = Some(ui.into_cache());
        out
    }

    /// All of these before anything is drawn again; then everything that comes of them, to its end.
    fn at_once(&mut self, events: &[Event]) {
        self.hears(events);
        let mut drawn = 0;
        loop {
            let before = self.app.holding.done();
            self.hears(&[Event::Window(window::Event::RedrawRequested(Instant::now()))]);
            drawn += 1;
            if drawn > 2 && before == self.app.holding.done() {
                break;
            }
        }
    }

    fn hears(&mut self, events: &[Event]) {
        let (messages, statuses) = self.with(|ui, renderer| {
            let mut messages = Vec::new();
            let away = mouse::Cursor::Unavailable;
            let (_, statuses) = ui.update(events, away, renderer, &mut clipboard::Null, &mut messages);
            (messages, statuses)
        });
        for message in messages {
            self.tell(message);
        }
        for heard in events.iter().zip(statuses).filter_map(|(event, status)| hear(event, status)) {
            self.tell(Message::Heard(heard));
        }
    }

    fn tell(&mut self, message: Message) {
        let task = self.app.update(message);
        self.run(task);
    }

    fn run(&mut self, task: Task<Message>) {
        let Some(mut stream) = task::into_stream(task) else { return };
        while let Some(action) = block_on(stream.next()) {
            match action {
                Action::Output(message) => self.tell(message),
                Action::Widget(mut operation) => self.with(|ui, renderer| {
                    loop {
                        ui.operate(renderer, operation.as_mut());
                        match operation.finish() {
                            Outcome::Chain(next) => operation = next,
                            _ => break,
                        }
                    }
                }),
                _ => {}
            }
        }
    }
}

#[test]
fn what_is_typed_right_behind_a_key_of_the_navigation_arrives_whole() {
    let mut window = Window::new();
    window.at_once(&[vec![named(Named::F4)], typed("müller")].concat());
    let Screen::Persons(persons) = &window.app.screen else { panic!("not there") };
    assert_eq!(persons.searched(), "müller");
    window.at_once(&[vec![named(Named::F9)], typed("24.12.2026"), vec![named(Named::Enter)]].concat());
    let Screen::Calendar(calendar) = &window.app.screen else { panic!("not there") };
    assert_eq!(calendar.day().to_string(), "2026-12-24");
}

#[test]
fn commands_that_come_at_once_are_done_one_after_the_other() {
    let mut window = Window::new();
    let note = press(Key::Character("n".into()), Modifiers::CTRL, None);
    let keys =
        [vec![named(Named::F3), named(Named::F4)], typed("Öztürk"), vec![note], typed("-Şahin")].concat();
    window.at_once(&keys);
    let Screen::Persons(persons) = &window.app.screen else { panic!("not there") };
    assert_eq!(persons.searched(), "Öztürk");
    assert_eq!(
        persons.entered().as_deref(),
        Some("-Şahin"),
        "the field is chosen whole when it takes the keyboard"
    );
    assert!(window.app.holding.waiting.is_empty());
}

#[test]
fn esc_behind_a_command_closes_what_the_command_opened() {
    let mut window = Window::new();
    let find = press(Key::Character("n".into()), Modifiers::CTRL, None);
    window.at_once(&[named(Named::F4), find, named(Named::Escape)]);
    let Screen::Persons(persons) = &window.app.screen else { panic!("not there") };
    assert_eq!(persons.entered(), None);
    window.at_once(&typed("x"));
    let Screen::Persons(persons) = &window.app.screen else { panic!("not there") };
    assert_eq!(persons.searched(), "x");
}

/// What was done stands there until something else begins.
#[test]
fn what_was_said_goes_with_the_next_command() {
    let mut window = Window::new();
    window.app.status = Some(("Gespeichert.".into(), crate::ui::theme::Tone::Good));
    window.at_once(&[named(Named::Tab)]);
    assert!(window.app.status.is_some(), "to move is to begin nothing");
    window.at_once(&[named(Named::F4)]);
    window.app.status = Some(("Gespeichert.".into(), crate::ui::theme::Tone::Good));
    window.at_once(&[press(Key::Character("w".into()), Modifiers::CTRL, None)]);
    assert!(window.app.status.is_none());
}

/// The window asks where its focus is before it changes; whoever presses twice meanwhile wants two steps.
#[test]
fn each_press_makes_the_window_larger_however_fast_they_come() {
    let mut window = Window::new();
    let larger = || Message::Heard(Heard::Shortcut(Shortcut::ZoomIn));
    let (first, second) = (window.app.update(larger()), window.app.update(larger()));
    window.run(first);
    window.run(second);
    assert_eq!(window.app.preferences.zoom, 125);
    assert!(window.app.wanted.is_none());
}
