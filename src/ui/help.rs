//! F1: what one does on this screen, what the field with the keyboard asks for, and every key that works. Changes
//! nothing and knows no screen; the screens say which of their texts applies.

use super::control::{Dialog, KeyHint, body, button, dialog, key_cap, reader, section, strong};
use super::focus::Held;
use super::shortcut::{Area, Shortcut};
use super::theme::space;
use crate::{fl, words};
use iced::Alignment;
use iced::widget::{Id, column, container, row};

/// Width of the keys before what they do.
const KEYS: f32 = 132.0;

/// The open help.
#[derive(Debug, Clone)]
pub struct Help {
    title: String,
    text: &'static str,
    field: Held,
    here: Vec<KeyHint>,
    areas: Vec<Area>,
}

impl Help {
    /// The help of a screen: its title, the id of its text, what has the keyboard, the keys that work there, and the
    /// areas one can go to.
    pub fn new(title: String, text: &'static str, field: Held, here: Vec<KeyHint>, areas: Vec<Area>) -> Self {
        Self { title, text, field, here, areas }
    }

    /// Where the keyboard was.
    pub fn back(self) -> Option<Id> {
        self.field.id
    }

    /// The keys that work everywhere in the window.
    fn everywhere(&self) -> Vec<KeyHint> {
        let areas = self.areas.iter().map(|area| KeyHint::new(area.key(), area.name()));
        let mut keys: Vec<KeyHint> = areas.collect();
        let commands = [
            (Shortcut::Next, fl!("key-next-stop")),
            (Shortcut::Previous, fl!("key-stop-before")),
            (Shortcut::NextColumn, fl!("key-next-column")),
            (Shortcut::PreviousColumn, fl!("key-column-before")),
            (Shortcut::Search, fl!("key-search-all")),
            (Shortcut::Variants, fl!("key-variants")),
            (Shortcut::Prints, fl!("prints-title")),
            (Shortcut::Lock, fl!("key-lock")),
            (Shortcut::ZoomIn, fl!("key-larger")),
            (Shortcut::ZoomOut, fl!("key-smaller")),
            (Shortcut::ZoomReset, fl!("key-as-large-as-usual")),
        ];
        keys.extend(commands.map(|(shortcut, does)| KeyHint::new(shortcut.keys(), does)));
        keys.push(KeyHint::new(fl!("key-pages"), fl!("key-turn")));
        keys.push(KeyHint::new(fl!("key-space"), fl!("key-press-it")));
        keys.push(KeyHint::new(fl!("key-open-list-keys"), fl!("key-open-list")));
        keys
    }

    /// Draws it.
    pub fn view<M: Clone + 'static>(&self, on_close: M) -> Dialog<'_, M> {
        let list = |keys: Vec<KeyHint>| {
            column(keys.into_iter().map(|key| {
                let cap = container(key_cap(key.keys)).width(KEYS);
                row![cap, body(key.does)].spacing(space::S).align_y(Alignment::Center).into()
            }))
            .spacing(space::XS)
        };
        let mut page = column![body(words::text(self.text))].spacing(space::M);
        if !self.field.says.is_empty() {
            page = page.push(section(fl!("help-field")));
            page = page.push(column![strong(self.field.name.clone()), body(self.field.says.clone())]);
        }
        if !self.here.is_empty() {
            page = page.push(section(fl!("help-keys-here"))).push(list(self.here.clone()));
        }
        page = page.push(section(fl!("help-keys-everywhere"))).push(list(self.everywhere()));
        // Room for the ring, so that it goes around the words.
        let page = reader("help-text", fl!("help"), container(page).padding(space::S));
        let close = button(fl!("close")).id("help-close").keys(Shortcut::Escape.keys());
        dialog(fl!("help-title", screen = self.title.clone()), page, on_close.clone())
            .width(640.0)
            .button(close.on_press(on_close))
    }
}
