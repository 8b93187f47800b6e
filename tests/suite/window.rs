//! A window without a screen: keys go through the same ways as in the real one (control, then shell, then tasks and
//! their walks over the widgets), so that Tab, Enter and focus can be tried in milliseconds.

use amtsstube::ui::Element;
use amtsstube::ui::app;
use amtsstube::ui::keys::{Heard, hear};
use amtsstube::ui::theme::{FONT, Theme, size};
use iced::advanced::renderer::{Headless, Style};
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable};
use iced::advanced::{clipboard, mouse};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::widget::Id;
use iced::{Event, Point, Rectangle, Renderer, Size, Task, Vector};
use iced_test::core::SmolStr;
use iced_test::futures::futures::{StreamExt, executor::block_on};
use iced_test::runtime::user_interface::{Cache, UserInterface};
use iced_test::runtime::{Action, task};
use std::collections::VecDeque;

/// What is tried: a screen, a handful of controls, or the whole window.
pub trait Program {
    type Message: Send + 'static;
    fn update(&mut self, message: Self::Message) -> Task<Self::Message>;
    fn view(&self) -> Element<'_, Self::Message>;
    /// The message for what the window hears beside its controls.
    fn heard(&self, heard: Heard) -> Option<Self::Message>;
}

pub struct Window<P: Program> {
    pub program: P,
    renderer: Renderer,
    size: Size,
    cursor: mouse::Cursor,
    cache: Cache,
}

impl<P: Program> Window<P> {
    pub fn open(program: P, size: impl Into<Size>) -> Self {
        // Loads the fonts for every renderer of this process.
        let none: Element<'_, ()> = iced::widget::space().into();
        let _ = iced_test::Simulator::with_settings(app::settings(), none);
        let text = size::TEXT.into();
        let renderer =
            block_on(<Renderer as Headless>::new(FONT, text, Some("tiny-skia"))).expect("a renderer");
        let size = size.into();
        let cursor = mouse::Cursor::Unavailable;
        let mut window = Self { program, renderer, size, cursor, cache: Cache::new() };
        window.feed(Event::Window(iced::window::Event::Opened { position: None, size }));
        window
    }

    /// Presses and releases a key with nothing held.
    pub fn key(&mut self, key: Named) {
        self.press(Key::Named(key), Modifiers::empty(), None);
    }

    /// Presses a key with others held.
    pub fn chord(&mut self, modifiers: Modifiers, key: Key) {
        self.press(key, modifiers, None);
    }

    /// Types a text, one key for each grapheme or whatever `keys` gives: some keyboards send several code points.
    pub fn type_keys<'k>(&mut self, keys: impl IntoIterator<Item = &'k str>) {
        for text in keys {
            self.press(Key::Character(text.into()), Modifiers::empty(), Some(text.into()));
        }
    }

    /// Types a text, one key for each code point.
    pub fn type_text(&mut self, text: &str) {
        let keys: Vec<String> = text.chars().map(String::from).collect();
        self.type_keys(keys.iter().map(String::as_str));
    }

    pub fn press(&mut self, key: Key, modifiers: Modifiers, text: Option<SmolStr>) {
        self.feed(Event::Keyboard(keyboard::Event::KeyPressed {
            key: key.clone(),
            modified_key: key,
            physical_key: keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
            location: keyboard::Location::Standard,
            modifiers,
            repeat: false,
            text,
        }));
    }

    /// Clicks at the middle of the control with this id, where nothing is scrolled.
    pub fn click(&mut self, id: &'static str) {
        let bounds = self.bounds(id).expect("a control with this id");
        self.click_at(bounds.center());
    }

    /// Clicks somewhere.
    pub fn click_at(&mut self, at: Point) {
        self.cursor = mouse::Cursor::Available(at);
        self.feed(Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)));
        self.feed(Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)));
    }

    /// Whether the control with this id has the focus, and no other.
    pub fn is_focused(&mut self, id: &'static str) -> bool {
        self.focused() == [Some(Id::new(id))]
    }

    /// Everything that has the focus: one thing, or nothing.
    pub fn focused(&mut self) -> Vec<Option<Id>> {
        let mut found = Focused::default();
        self.operate(&mut found);
        found.0
    }

    /// Where the control with this id lies.
    pub fn bounds(&mut self, id: &'static str) -> Option<Rectangle> {
        let mut find = Find(Id::new(id), None);
        self.operate(&mut find);
        find.1
    }

    /// The control that has the keyboard.
    pub fn standing(&mut self) -> Option<Stop> {
        let mut find = Placing::new(Standing { size: self.size, met: 0, found: None });
        self.operate(&mut find);
        find.look.found
    }

    /// How many controls Tab visits.
    pub fn stops(&mut self) -> usize {
        let mut find = Placing::new(Standing { size: self.size, met: 0, found: None });
        self.operate(&mut find);
        find.look.met
    }

    /// Every text with the place where it stands; what is scrolled away is among them.
    pub fn placed_texts(&mut self) -> Vec<Placed> {
        let mut find = Placing::new(PlacedTexts::default());
        self.operate(&mut find);
        find.look.0
    }

    /// Every text that is seen.
    pub fn texts(&mut self) -> Vec<String> {
        let mut texts = Texts::default();
        self.operate(&mut texts);
        texts.0
    }

    /// Sends an event and everything that follows from it, until nothing does.
    pub fn feed(&mut self, event: Event) {
        let mut queue = VecDeque::new();
        let heard = self.deliver(&event, &mut queue);
        queue.extend(heard);
        self.drain(&mut queue);
        let frame = Event::Window(iced::window::Event::RedrawRequested(iced::time::Instant::now()));
        let _ = self.deliver(&frame, &mut queue);
        self.drain(&mut queue);
    }

    fn deliver(&mut self, event: &Event, queue: &mut VecDeque<P::Message>) -> Option<P::Message> {
        let mut messages = Vec::new();
        let cache = std::mem::take(&mut self.cache);
        let mut ui = UserInterface::build(self.program.view(), self.size, cache, &mut self.renderer);
        let events = std::slice::from_ref(event);
        let (_, statuses) =
            ui.update(events, self.cursor, &mut self.renderer, &mut clipboard::Null, &mut messages);
        self.cache = ui.into_cache();
        queue.extend(messages);
        statuses.first().and_then(|status| hear(event, *status)).and_then(|heard| self.program.heard(heard))
    }

    /// Runs a task as the window would.
    pub fn run(&mut self, task: Task<P::Message>) {
        let mut queue = VecDeque::new();
        self.follow(task, &mut queue);
        self.drain(&mut queue);
        let frame = Event::Window(iced::window::Event::RedrawRequested(iced::time::Instant::now()));
        let _ = self.deliver(&frame, &mut queue);
        self.drain(&mut queue);
    }

    fn drain(&mut self, queue: &mut VecDeque<P::Message>) {
        while let Some(message) = queue.pop_front() {
            let task = self.program.update(message);
            self.follow(task, queue);
        }
    }

    fn follow(&mut self, task: Task<P::Message>, queue: &mut VecDeque<P::Message>) {
        let Some(mut actions) = task::into_stream(task) else { return };
        while let Some(action) = block_on(actions.next()) {
            match action {
                Action::Output(message) => queue.push_back(message),
                Action::Widget(mut operation) => self.operate(operation.as_mut()),
                // The system behind the window: there is none.
                _ => {}
            }
        }
    }

    /// Draws the window into `name` in the folder of pictures.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a window has whole, positive pixels"
    )]
    pub fn picture(&mut self, name: &str, theme: Theme) {
        let pixels = Size::new(self.size.width as u32, self.size.height as u32);
        let tokens = theme.tokens();
        let cache = std::mem::take(&mut self.cache);
        let mut ui = UserInterface::build(self.program.view(), self.size, cache, &mut self.renderer);
        let now = iced::time::Instant::now();
        let frame = [Event::Window(iced::window::Event::RedrawRequested(now))];
        let _ = ui.update(&frame, self.cursor, &mut self.renderer, &mut clipboard::Null, &mut Vec::new());
        ui.draw(&mut self.renderer, &theme, &Style { text_color: tokens.text }, self.cursor);
        self.cache = ui.into_cache();
        let rgba = self.renderer.screenshot(pixels, 1.0, tokens.background);
        let mut file = format!("P6 {} {} 255\n", pixels.width, pixels.height).into_bytes();
        file.extend(rgba.chunks_exact(4).flat_map(|pixel| &pixel[..3]));
        std::fs::write(crate::harness::pictures().join(format!("{name}.ppm")), file).expect("a picture");
    }

    /// Walks over the widgets, through all the walks that follow.
    fn operate(&mut self, operation: &mut dyn Operation) {
        let cache = std::mem::take(&mut self.cache);
        let mut ui = UserInterface::build(self.program.view(), self.size, cache, &mut self.renderer);
        ui.operate(&self.renderer, operation);
        let mut outcome = operation.finish();
        while let Outcome::Chain(mut next) = outcome {
            ui.operate(&self.renderer, next.as_mut());
            outcome = next.finish();
        }
        self.cache = ui.into_cache();
    }

    /// The tree that a screen reader would get.
    pub fn tree(&mut self) -> accesskit::TreeUpdate {
        let found = task::into_stream(amtsstube::ui::a11y::collect("Test".to_owned(), "de", 1.0));
        let mut actions = found.expect("a walk");
        while let Some(action) = block_on(actions.next()) {
            match action {
                Action::Output(tree) => return tree,
                Action::Widget(mut operation) => self.operate(operation.as_mut()),
                _ => {}
            }
        }
        panic!("the walk gave no tree")
    }
}

/// A control that has the keyboard.
#[derive(Debug, Clone)]
pub struct Stop {
    /// Which of all controls that Tab visits.
    pub at: usize,
    /// Its id; empty if it has none.
    pub id: String,
    /// Where it lies, scrolling counted in.
    pub bounds: Rectangle,
    /// What the panes around it leave to be seen.
    pub seen: Option<Rectangle>,
    /// How large the innermost pane around it is.
    pub room: Size,
}

/// A text in its place.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The words.
    pub text: String,
    /// Where they stand, scrolling counted in.
    pub place: Rectangle,
    /// What the panes around them leave to be seen.
    pub seen: Option<Rectangle>,
}

/// Follows the panes on the way down: what lies in them is moved and cut.
#[derive(Default)]
struct Panes {
    open: Vec<(Vector, Rectangle)>,
    entered: Option<(Vector, Rectangle)>,
}

impl Panes {
    /// Where something lies in the window, and what is seen of it.
    fn place(&self, bounds: Rectangle) -> (Rectangle, Option<Rectangle>) {
        let moved = bounds - self.open.last().map_or(Vector::ZERO, |(by, _)| *by);
        let cut = self.open.iter().try_fold(moved, |seen, (_, pane)| seen.intersection(pane));
        (moved, cut)
    }

    fn meet(&mut self, bounds: Rectangle, by: Vector) {
        let (around, _) = self.place(bounds);
        let before = self.open.last().map_or(Vector::ZERO, |(by, _)| *by);
        self.entered = Some((before + by, around));
    }
}

/// What is looked for on a walk that knows where everything lies.
trait Look: Send {
    fn control(&mut self, _panes: &Panes, _id: Option<&Id>, _bounds: Rectangle, _focused: bool) {}
    fn text(&mut self, _panes: &Panes, _bounds: Rectangle, _text: &str) {}
}

/// Walks with the panes in mind.
struct Placing<L> {
    panes: Panes,
    look: L,
}

impl<L: Look> Placing<L> {
    fn new(look: L) -> Self {
        Self { panes: Panes::default(), look }
    }
}

impl<L: Look> Operation for Placing<L> {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation)) {
        let pane = self.panes.entered.take();
        self.panes.open.extend(pane);
        walk(self);
        if pane.is_some() {
            let _ = self.panes.open.pop();
        }
    }
    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        _content: Rectangle,
        by: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.panes.meet(bounds, by);
    }
    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        self.look.control(&self.panes, id, bounds, state.is_focused());
    }
    fn text(&mut self, _id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.look.text(&self.panes, bounds, text);
    }
}

struct Standing {
    size: Size,
    met: usize,
    found: Option<Stop>,
}

impl Look for Standing {
    fn control(&mut self, panes: &Panes, id: Option<&Id>, bounds: Rectangle, focused: bool) {
        if focused {
            let (bounds, seen) = panes.place(bounds);
            let room = panes.open.last().map_or(self.size, |(_, pane)| pane.size());
            let id = id.map(|id| format!("{id:?}")).unwrap_or_default();
            let id = id.split('"').nth(1).unwrap_or_default().to_owned();
            self.found = Some(Stop { at: self.met, id, bounds, seen, room });
        }
        self.met += 1;
    }
}

#[derive(Default)]
struct PlacedTexts(Vec<Placed>);

impl Look for PlacedTexts {
    fn text(&mut self, panes: &Panes, bounds: Rectangle, text: &str) {
        if !text.trim().is_empty() {
            let (place, seen) = panes.place(bounds);
            self.0.push(Placed { text: text.to_owned(), place, seen });
        }
    }
}

#[derive(Default)]
struct Focused(Vec<Option<Id>>);
impl Operation for Focused {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation)) {
        walk(self);
    }
    fn focusable(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.0.push(id.cloned());
        }
    }
}

struct Find(Id, Option<Rectangle>);
impl Operation for Find {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation)) {
        walk(self);
    }
    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, _state: &mut dyn Focusable) {
        if id == Some(&self.0) {
            self.1 = Some(bounds);
        }
    }
}

#[derive(Default)]
struct Texts(Vec<String>);
impl Operation for Texts {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation)) {
        walk(self);
    }
    fn text(&mut self, _id: Option<&Id>, _bounds: Rectangle, text: &str) {
        self.0.push(text.to_owned());
    }
}
