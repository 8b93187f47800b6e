//! The window as a program: which screen is open, what the keys do, what the screen reader sees. Routes only: what a
//! screen does stands in its own file.

use super::a11y;
use super::control::KeyHint;
use super::keys::{Heard, hear};
use super::layout::Space;
use super::preferences::Preferences;
use super::screen::{Action, Route, appearance};
use super::shell::frame;
use super::shortcut::{Area, Shortcut};
use super::theme::{BOLD_TTF, FONT, REGULAR_TTF, SYMBOLS_TTF, Theme, Tone, size};
use super::{Element, focus};
use crate::{fl, words};
use iced::widget::Id;
use iced::{Point, Size, Subscription, Task};
use std::sync::Arc;

/// The window's state.
#[derive(Debug)]
pub struct App {
    preferences: Preferences,
    screen: Screen,
    size: Size,
    place: Point,
    density: f32,
    status: Option<(String, Tone)>,
}

/// The screen that is open.
#[derive(Debug)]
enum Screen {
    Appearance(appearance::State),
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key or the window itself.
    Heard(Heard),
    /// A press in the navigation.
    AreaPressed(Area),
    /// The screen reader.
    Reader(a11y::Event),
    /// The tree for the screen reader has to be made anew.
    TreeStale,
    /// The tree for the screen reader is ready.
    TreeReady(Arc<accesskit::TreeUpdate>),
    /// The room changes, by the window's edge or by the zoom; the focus stays with this control.
    Fit(Preferences, Size, Option<Id>),
    /// The screen "Ansicht".
    Appearance(appearance::Message),
}

impl App {
    /// The window with these preferences.
    pub fn new(preferences: Preferences) -> (Self, Task<Message>) {
        words::speak(preferences.language);
        let app = Self {
            preferences,
            screen: Screen::Appearance(appearance::State::new(preferences)),
            size: Size::new(1366.0, 768.0),
            place: Point::ORIGIN,
            density: 1.0,
            status: None,
        };
        (app, Task::none())
    }

    /// The title of the window.
    pub fn title(&self) -> String {
        match &self.screen {
            Screen::Appearance(_) => format!("{} – Amtsstube", fl!("appearance-title")),
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        let stale = a11y::active() && !matches!(message, Message::TreeReady(_) | Message::TreeStale);
        let task = self.handle(message);
        if stale { Task::batch([task, Task::done(Message::TreeStale)]) } else { task }
    }

    fn handle(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Heard(heard) => self.heard(heard),
            Message::AreaPressed(area) => self.go(&Route::Area(area)),
            Message::Fit(preferences, size, focused) => self.fit(preferences, size, focused),
            Message::Reader(a11y::Event::Activated) => Task::none(),
            Message::Reader(a11y::Event::Action(request)) => a11y::perform(request),
            Message::TreeStale => {
                let scale = self.preferences.scale() * self.density;
                a11y::collect(self.title(), self.preferences.language.tag(), scale)
                    .map(|tree| Message::TreeReady(Arc::new(tree)))
            }
            Message::TreeReady(tree) => {
                a11y::publish(Arc::unwrap_or_clone(tree));
                Task::none()
            }
            Message::Appearance(message) => {
                let Screen::Appearance(screen) = &mut self.screen;
                let action = screen.update(&message);
                self.act(action, Message::Appearance)
            }
        }
    }

    /// Does what a screen wants. `wrap` makes the screen's message the window's.
    fn act<M: Send + 'static>(&mut self, action: Action<M>, wrap: fn(M) -> Message) -> Task<Message> {
        match action {
            Action::None | Action::Lock => Task::none(),
            Action::Run(task) => task.map(wrap),
            Action::Go(route) => self.go(&route),
            Action::Say(words, tone) => {
                self.status = Some((words, tone));
                Task::none()
            }
            Action::Prefer(preferences) => self.prefer(preferences),
            Action::All(actions) => Task::batch(actions.into_iter().map(|action| self.act(action, wrap))),
        }
    }

    fn go(&mut self, route: &Route) -> Task<Message> {
        self.status = None;
        if *route == Route::Area(Area::Settings) {
            self.screen = Screen::Appearance(appearance::State::new(self.preferences));
            return focus::into_column("column-middle");
        }
        Task::none()
    }

    /// Asks where the focus is, then changes: another width class is another tree of widgets.
    fn prefer(&mut self, preferences: Preferences) -> Task<Message> {
        let (before, after) = (self.preferences.scale(), preferences.scale());
        let size = Size::new(self.size.width * before / after, self.size.height * before / after);
        focus::held().map(move |focused| Message::Fit(preferences, size, focused))
    }

    fn fit(&mut self, preferences: Preferences, size: Size, focused: Option<Id>) -> Task<Message> {
        self.size = size;
        self.tell_bounds();
        if preferences.language != self.preferences.language {
            words::speak(preferences.language);
        }
        self.preferences = preferences;
        let Screen::Appearance(screen) = &mut self.screen;
        screen.set(preferences);
        focused.map_or_else(focus::reveal, focus::to)
    }

    fn heard(&mut self, heard: Heard) -> Task<Message> {
        match heard {
            Heard::Shortcut(shortcut) => return self.command(shortcut),
            Heard::Opened(size) => {
                self.size = size;
                self.tell_bounds();
                let fill = iced::window::latest().and_then(|id| iced::window::maximize(id, true));
                return Task::batch([fill, focus::into_column("column-middle")]);
            }
            Heard::Resized(size) => {
                let preferences = self.preferences;
                return focus::held().map(move |focused| Message::Fit(preferences, size, focused));
            }
            Heard::Moved(place) => {
                self.place = place;
                self.tell_bounds();
            }
            Heard::Density(density) => self.density = density,
            Heard::Focused(focused) => a11y::window_focus(focused),
            Heard::Touched => {}
        }
        Task::none()
    }

    fn tell_bounds(&self) {
        let scale = f64::from(self.preferences.scale() * self.density);
        let physical = |logical: f32| f64::from(logical) * scale;
        let (x, y) = (physical(self.place.x), physical(self.place.y));
        a11y::window_bounds(x, y, physical(self.size.width), physical(self.size.height));
    }

    fn command(&mut self, shortcut: Shortcut) -> Task<Message> {
        match shortcut {
            Shortcut::Next | Shortcut::NextField => focus::next(),
            Shortcut::Previous => focus::previous(),
            Shortcut::NextColumn => focus::next_column(),
            Shortcut::PreviousColumn => focus::previous_column(),
            Shortcut::Search => focus::to("search"),
            Shortcut::Go(area) => self.go(&Route::Area(area)),
            Shortcut::ZoomIn => self.prefer(self.preferences.larger()),
            Shortcut::ZoomOut => self.prefer(self.preferences.smaller()),
            Shortcut::ZoomReset => self.prefer(Preferences { zoom: 100, ..self.preferences }),
            _ => Task::none(),
        }
    }

    /// Draws the window.
    pub fn view(&self) -> Element<'_, Message> {
        let space = Space::new(self.size.width, self.size.height);
        let (body, mut keys, here) = match &self.screen {
            Screen::Appearance(screen) => {
                (screen.view(space).map(Message::Appearance), screen.keys(), Area::Settings)
            }
        };
        keys.push(KeyHint::new(Shortcut::NextColumn.keys(), fl!("key-next-column")));
        frame(space, body)
            .town("Amtsstube")
            .areas(vec![Area::Settings], Some(here), Message::AreaPressed)
            .keys(keys)
            .status(self.status.clone())
            .into()
    }

    /// What the window listens to.
    pub fn subscription(&self) -> Subscription<Message> {
        let heard = iced::event::listen_with(|event, status, _| hear(&event, status).map(Message::Heard));
        Subscription::batch([heard, a11y::events().map(Message::Reader)])
    }

    /// The theme of now; nothing means: as the system has it.
    pub fn theme(&self) -> Option<Theme> {
        self.preferences.theme
    }

    /// The zoom of now.
    pub fn scale(&self) -> f32 {
        self.preferences.scale()
    }
}

/// iced's settings: fonts and sizes. Tests use the same.
pub fn settings() -> iced::Settings {
    iced::Settings {
        id: Some("de.amtsstube".to_owned()),
        fonts: vec![REGULAR_TTF.into(), BOLD_TTF.into(), SYMBOLS_TTF.into()],
        default_font: FONT,
        default_text_size: size::TEXT.into(),
        ..iced::Settings::default()
    }
}

/// Opens the window and returns when it is closed.
pub fn run(preferences: Preferences) -> iced::Result {
    a11y::install();
    iced::application(move || App::new(preferences), App::update, App::view)
        .settings(settings())
        .title(App::title)
        .theme(App::theme)
        .scale_factor(App::scale)
        .subscription(App::subscription)
        .window(iced::window::Settings {
            size: Size::new(1366.0 / preferences.scale(), 700.0 / preferences.scale()),
            min_size: Some(Size::new(320.0, 240.0)),
            ..iced::window::Settings::default()
        })
        .run()
}
