//! What a clerk waits for at the window, with a large town behind it: from a key to the picture that shows it, and, where
//! there is an `Xvfb`, from the start of the program to its first picture, with its memory and what it does when idle.
//! `CASES=1000000 cargo bench --bench window`; usual are 100,000.
//!
//! Pictures are drawn whole and in memory; the real window draws only what changed, so it is not slower.

use super::told::{Times, load, screen, size as cases, town};
use amtsstube::ui::app::{App, Message, settings};
use amtsstube::ui::keys::hear;
use amtsstube::ui::preferences::Preferences;
use amtsstube::ui::theme::{FONT, Theme, size};
use amtsstube::ui::{Element, focus};
use amtsstube::words::{Language, speak};
use iced::advanced::renderer::{Headless, Style};
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::{clipboard, mouse};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::{Event, Renderer, Size, Task};
use iced_test::futures::futures::stream::BoxStream;
use iced_test::futures::futures::{FutureExt as _, StreamExt as _, executor::block_on};
use iced_test::runtime::user_interface::{Cache, UserInterface};
use iced_test::runtime::{Action, task};
use std::time::{Duration, Instant};

const WINDOW: Size = Size::new(1366.0, 700.0);

pub fn tell() {
    let place = town::place(cases("CASES", 100_000));
    speak(Language::German);
    let began = Instant::now();
    let mut window = Window::open(&place);
    println!(
        "in memory, fonts and all, opened in {:.0} ms   ({})",
        began.elapsed().as_secs_f64() * 1e3,
        load()
    );
    let tell = |what: &str, times: Vec<Duration>| println!("{what:48} {}", Times::from(times));
    tell("sign-in: a letter", window.types("schalter"));
    let _ = window.press(Key::Named(Named::Tab), Modifiers::empty(), None);
    tell("sign-in: a digit", window.types("2468"));
    window.enters();
    tell("counter: a letter of the service", window.types("gew"));
    window.enters();
    tell("counter: a letter of the person", window.types("Ostendarp"));
    window.settle();
    window.enters();
    let _ = window.types("p");
    let _ = window.press(Key::Named(Named::Enter), Modifiers::CTRL, None);
    window.settle();
    for _ in 0..2 {
        window.goes_to("next-section");
        window.enters();
    }
    window.goes_to("betriebsstaette.strasse");
    tell("counter: a letter in the form", window.types("Große Mühlenstiege am Wall, Hinterhaus"));
    window.goes_to("taetigkeit.0.text");
    tell("counter: a letter of the activity (WZ 2025)", window.types("Reparatur von Fahrrädern"));
    window.settle();
    tell("F3: the work list", vec![window.press(Key::Named(Named::F3), Modifiers::empty(), None)]);
    window.settle();
    window.goes_to("cases-list");
    let _ = window.press(Key::Named(Named::End), Modifiers::empty(), None);
    window.settle();
    window.goes_to("cases");
    let downs = (0..60).map(|_| window.press(Key::Named(Named::ArrowDown), Modifiers::empty(), None));
    let downs = downs.collect();
    tell("work list: a row down", downs);
    window.settle();
    window.goes_to("search");
    tell("search: a letter", window.types("reparatur hofstraße"));
    window.settle();
    tell("search: a letter, the hits below", window.types(" mü"));
    screen::measure(&place);
}

struct Window {
    app: App,
    renderer: Renderer,
    cache: Cache,
    waiting: Vec<BoxStream<'static, Action<Message>>>,
}

impl Window {
    fn open(place: &amtsstube::store::Place) -> Self {
        let none: Element<'_, ()> = iced::widget::space().into();
        drop(iced_test::Simulator::with_settings(settings(), none));
        let renderer = block_on(<Renderer as Headless>::new(FONT, size::TEXT.into(), Some("tiny-skia")));
        let (app, task) = App::of(town::open(place).0, Preferences::default());
        let renderer = renderer.expect("a renderer");
        let mut window = Self { app, renderer, cache: Cache::new(), waiting: Vec::new() };
        window.follow(task);
        let _ = window.sends(Event::Window(iced::window::Event::Opened { position: None, size: WINDOW }));
        window
    }

    fn types(&mut self, text: &str) -> Vec<Duration> {
        let press = |letter: char| {
            let text = letter.to_string();
            self.press(Key::Character(text.as_str().into()), Modifiers::empty(), Some(&text))
        };
        text.chars().map(press).collect()
    }

    fn enters(&mut self) {
        let _ = self.press(Key::Named(Named::Enter), Modifiers::empty(), None);
        self.settle();
    }

    fn goes_to(&mut self, id: &'static str) {
        self.follow(focus::to(id));
    }

    fn press(&mut self, key: Key, modifiers: Modifiers, text: Option<&str>) -> Duration {
        self.sends(Event::Keyboard(keyboard::Event::KeyPressed {
            key: key.clone(),
            modified_key: key,
            physical_key: keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
            location: keyboard::Location::Standard,
            modifiers,
            repeat: false,
            text: text.map(Into::into),
        }))
    }

    /// From the event to the picture, with everything that is ready at once.
    fn sends(&mut self, event: Event) -> Duration {
        let cache = std::mem::take(&mut self.cache);
        let mut ui = UserInterface::build(self.app.view(), WINDOW, cache, &mut self.renderer);
        let began = Instant::now();
        let (mut messages, events) = (Vec::new(), std::slice::from_ref(&event));
        let (_, statuses) = ui.update(
            events,
            mouse::Cursor::Unavailable,
            &mut self.renderer,
            &mut clipboard::Null,
            &mut messages,
        );
        self.cache = ui.into_cache();
        messages.extend(hear(&event, statuses[0]).map(Message::Heard));
        for message in messages {
            let task = self.app.update(message);
            self.follow(task);
        }
        self.draws();
        began.elapsed()
    }

    /// Lays out and draws the whole picture.
    fn draws(&mut self) {
        let theme = Theme::Light;
        let tokens = theme.tokens();
        let cache = std::mem::take(&mut self.cache);
        let mut ui = UserInterface::build(self.app.view(), WINDOW, cache, &mut self.renderer);
        let redraw = [Event::Window(iced::window::Event::RedrawRequested(iced::time::Instant::now()))];
        let nowhere = mouse::Cursor::Unavailable;
        let _ = ui.update(&redraw, nowhere, &mut self.renderer, &mut clipboard::Null, &mut Vec::new());
        ui.draw(&mut self.renderer, &theme, &Style { text_color: tokens.text }, nowhere);
        let picture = self.renderer.screenshot(Size::new(1366, 700), 1.0, tokens.background);
        drop(divan::black_box(picture));
        self.cache = ui.into_cache();
    }

    /// Does what is ready; what takes longer goes on waiting.
    fn follow(&mut self, task: Task<Message>) {
        let Some(mut actions) = task::into_stream(task) else { return };
        loop {
            match actions.next().now_or_never() {
                Some(Some(action)) => self.does(action),
                Some(None) => return,
                None => return self.waiting.push(actions),
            }
        }
    }

    fn does(&mut self, action: Action<Message>) {
        match action {
            Action::Output(message) => {
                let task = self.app.update(message);
                self.follow(task);
            }
            Action::Widget(mut operation) => self.operate(operation.as_mut()),
            _ => {}
        }
    }

    /// Waits for everything that was begun.
    fn settle(&mut self) {
        while let Some(mut actions) = self.waiting.pop() {
            while let Some(action) = block_on(actions.next()) {
                self.does(action);
            }
        }
        self.draws();
    }

    fn operate(&mut self, operation: &mut dyn Operation) {
        let cache = std::mem::take(&mut self.cache);
        let mut ui = UserInterface::build(self.app.view(), WINDOW, cache, &mut self.renderer);
        ui.operate(&self.renderer, operation);
        let mut outcome = operation.finish();
        while let Outcome::Chain(mut next) = outcome {
            ui.operate(&self.renderer, next.as_mut());
            outcome = next.finish();
        }
        self.cache = ui.into_cache();
    }
}
