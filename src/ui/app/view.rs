//! Draws the window, and says what it listens to. Changes nothing.

use super::open::{self, ScreenMessage};
use super::{App, Message};
use crate::fl;
use crate::ui::control::{KeyHint, with_dialog};
use crate::ui::keys::hear;
use crate::ui::layout::Space;
use crate::ui::screen::kreis;
use crate::ui::shell::frame;
use crate::ui::shortcut::{Area, Shortcut};
use crate::ui::theme::Theme;
use crate::ui::{Element, a11y, focus, others};
use iced::Subscription;

impl App {
    /// Draws the window.
    pub fn view(&self) -> Element<'_, Message> {
        let space = Space::new(self.size.width, self.size.height);
        let mut keys = self.screen.keys();
        let prints = self.watch.summary();
        if prints.is_some() {
            keys.insert(0, KeyHint::new(Shortcut::Prints.keys(), fl!("prints-title")));
        }
        if !self.screen.asks() {
            keys.push(KeyHint::new(Shortcut::NextColumn.keys(), fl!("key-next-column")));
        }
        keys.push(KeyHint::new(Shortcut::Help.keys(), fl!("key-help")));
        let mut frame = frame(space, self.screen.view(space).map(Message::Screen))
            .town(self.town.clone())
            .keys(keys)
            .help(Message::HelpPressed)
            .status(self.status.clone().or(prints));
        if let (Some(_), Some(session)) = (&self.desk, &self.session) {
            let search = self.search.view().map(|message| Message::Screen(ScreenMessage::Search(message)));
            frame = frame.user(session.name.clone(), Message::LockPressed).search(search);
            let kreis = self.kreis.as_ref().map(|agreed| kreis::in_top_bar(agreed, self.to_settle));
            if let Some((words, tone)) = kreis {
                frame = frame.connection(words, tone);
            }
        }
        let frame = frame.areas(self.areas(), self.screen.area(), Message::AreaPressed);
        let help = self.help.as_ref().map(|help| help.view(Message::HelpClosed));
        let holding = focus::Holding {
            done: self.holding.done(),
            waits: Message::CommandWaits,
            comes: Message::CommandComes,
            given_back: || Message::FocusGivenBack,
        };
        focus::holding_keeper(with_dialog(frame, help, space), holding)
    }

    /// The areas one can go to now.
    pub(super) fn areas(&self) -> Vec<Area> {
        match (&self.desk, &self.session) {
            (Some(_), None) => Vec::new(),
            (None, _) if self.fresh.is_some() => Vec::new(),
            (None, _) => vec![Area::Settings],
            (Some(_), Some(session)) => open::areas(session),
        }
    }

    /// What the window listens to.
    pub fn subscription(&self) -> Subscription<Message> {
        let heard = iced::event::listen_with(|event, status, _| hear(&event, status).map(Message::Heard));
        let watched = self.desk.clone().map_or_else(Subscription::none, others::written);
        let others = watched.map(|()| Message::OthersWrote);
        let files = self.screen.watched().map_or_else(Subscription::none, others::changed);
        let files = files.map(|()| Message::FilesChanged);
        Subscription::batch([heard, a11y::events().map(Message::Reader), others, files])
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
