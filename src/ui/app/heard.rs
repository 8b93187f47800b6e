//! What the window hears: keys that are commands, its own size and place, and settings that change it. Routes only.

use super::{App, Message};
use crate::desk::Desk;
use crate::fl;
use crate::ui::keys::Heard;
use crate::ui::preferences::Preferences;
use crate::ui::screen::Route;
use crate::ui::screen::beside::beside;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::Tone;
use crate::ui::{a11y, focus};
use crate::words;
use iced::widget::Id;
use iced::{Size, Task};

impl App {
    /// Other settings from now on; they are kept for the next time.
    pub(super) fn prefer(&mut self, preferences: Preferences) -> Task<Message> {
        let keep = self.desk.clone().map(|desk| {
            let session = self.session.clone();
            let keep = move |desk: &Desk| desk.keep_window_settings(session.as_ref(), &preferences);
            beside(&desk, keep, Message::SettingsKept)
        });
        self.wanted = Some(preferences);
        Task::batch(keep.into_iter().chain([self.fit_to(preferences)]))
    }

    /// How the window is set, or is about to be: keys may come faster than it changes.
    fn preferred(&self) -> Preferences {
        self.wanted.unwrap_or(self.preferences)
    }

    /// Asks where the focus is, then changes: another width class is another tree of widgets.
    pub(super) fn fit_to(&mut self, preferences: Preferences) -> Task<Message> {
        let (before, after) = (self.preferences.scale(), preferences.scale());
        let size = Size::new(self.size.width * before / after, self.size.height * before / after);
        focus::held().map(move |held| Message::Fit(preferences, size, held.id))
    }

    pub(super) fn fit(&mut self, preferences: Preferences, size: Size, focused: Option<Id>) -> Task<Message> {
        self.size = size;
        self.tell_bounds();
        if preferences.language != self.preferences.language {
            words::speak(preferences.language);
        }
        self.preferences = preferences;
        let _ = self.wanted.take_if(|wanted| *wanted == preferences);
        self.screen.set(preferences);
        focused.map_or_else(focus::reveal, focus::to)
    }

    pub(super) fn heard(&mut self, heard: Heard) -> Task<Message> {
        match heard {
            Heard::Shortcut(shortcut) => return self.pressed(shortcut),
            Heard::Opened(size) => {
                self.size = size;
                self.tell_bounds();
                let fill = iced::window::latest().and_then(|id| iced::window::maximize(id, true));
                return Task::batch([fill, focus::into_column("column-middle")]);
            }
            Heard::Resized(size) => {
                let preferences = self.preferences;
                return focus::held().map(move |held| Message::Fit(preferences, size, held.id));
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

    pub(super) fn command(&mut self, shortcut: Shortcut) -> Task<Message> {
        if self.help.is_some() {
            if matches!(shortcut, Shortcut::Help | Shortcut::Escape | Shortcut::Close) {
                return self.handle(Message::HelpClosed);
            }
        } else if let Some(message) = self.screen.shortcut(shortcut) {
            return self.handle(Message::Screen(message));
        }
        match shortcut {
            Shortcut::Search | Shortcut::Go(_) | Shortcut::Prints => self.leads_away(shortcut),
            Shortcut::Help => self.handle(Message::HelpPressed),
            Shortcut::Lock => self.lock(),
            Shortcut::Next | Shortcut::NextField => focus::next(),
            Shortcut::Previous => focus::previous(),
            Shortcut::NextColumn => focus::next_column(),
            Shortcut::PreviousColumn => focus::previous_column(),
            Shortcut::ZoomIn => self.prefer(self.preferred().larger()),
            Shortcut::ZoomOut => self.prefer(self.preferred().smaller()),
            Shortcut::ZoomReset => self.prefer(Preferences { zoom: 100, ..self.preferred() }),
            _ => Task::none(),
        }
    }

    /// A command that leads elsewhere. A dialog that keeps what is written in it gives way; what has to be answered first
    /// keeps the window where it is, and says so.
    pub(super) fn leads_away(&mut self, shortcut: Shortcut) -> Task<Message> {
        if let Shortcut::Go(area) = shortcut
            && !self.areas().contains(&area)
        {
            // Nobody goes anywhere: who may is said, and the dialog stays.
            return self.go(&Route::Area(area));
        }
        let helped = self.help.is_some().then_some(Message::HelpClosed);
        let aside = self.screen.puts_aside().filter(|_| self.screen.asks()).map(Message::Screen);
        let closing: Vec<Task<Message>> =
            helped.into_iter().chain(aside).map(|message| self.handle(message)).collect();
        let closed = Task::batch(closing);
        if self.screen.asks() {
            self.status = Some((fl!("dialog-first"), Tone::Warning));
            return closed;
        }
        let goes = match shortcut {
            Shortcut::Prints if self.session.is_some() => self.go(&Route::Prints),
            Shortcut::Go(area) => self.go(&Route::Area(area)),
            Shortcut::Search => focus::to("search"),
            _ => Task::none(),
        };
        closed.chain(goes)
    }
}
