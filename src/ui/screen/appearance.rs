//! How the window looks and speaks: theme, language, zoom. Everything works at once; nothing has to be saved.

use super::{Action, Route};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{KeyHint, choice, panel, radio, title};
use crate::ui::layout::{Space, columns};
use crate::ui::preferences::{Preferences, ZOOMS};
use crate::ui::shortcut::{Area, Shortcut};
use crate::ui::theme::Theme;
use crate::words::Language;
use iced::widget::container;

/// The preferences of now.
#[derive(Debug, Clone)]
pub struct State {
    preferences: Preferences,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A theme was chosen; the first entry is the system's.
    ThemeChosen(usize),
    /// A language was chosen.
    LanguageChosen(usize),
    /// A zoom was chosen.
    ZoomChosen(usize),
    /// Back to the pages beside it.
    BackPressed,
}

impl State {
    /// Shows these preferences.
    pub fn new(preferences: Preferences) -> Self {
        Self { preferences }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: &Message) -> Action<Message> {
        let old = self.preferences;
        self.preferences = match *message {
            Message::ThemeChosen(index) => {
                let theme = index.checked_sub(1).and_then(|index| Theme::ALL.get(index)).copied();
                Preferences { theme, ..old }
            }
            Message::LanguageChosen(index) => {
                Preferences { language: Language::ALL.get(index).copied().unwrap_or(old.language), ..old }
            }
            Message::ZoomChosen(index) => {
                Preferences { zoom: ZOOMS.get(index).copied().unwrap_or(old.zoom), ..old }
            }
            Message::BackPressed => return Action::Go(Route::Area(Area::Settings)),
        };
        Action::Prefer(self.preferences)
    }

    /// The preferences were changed elsewhere, by a key for example.
    pub fn set(&mut self, preferences: Preferences) {
        self.preferences = preferences;
    }

    /// Draws the screen.
    pub fn view(&self, space: Space) -> Element<'_, Message> {
        let now = self.preferences;
        let theme =
            now.theme.and_then(|theme| Theme::ALL.iter().position(|t| *t == theme)).map_or(0, |at| at + 1);
        let themes =
            vec![fl!("theme-system"), fl!("theme-light"), fl!("theme-dark"), fl!("theme-high-contrast")];
        let languages = Language::ALL.map(|language| language.own_name().to_owned()).to_vec();
        let language = Language::ALL.iter().position(|language| *language == now.language);
        let zooms = ZOOMS.map(|zoom| format!("{zoom} %"));
        let zoom = ZOOMS.iter().position(|zoom| *zoom == now.zoom);
        let form = panel()
            .spacing(16.0)
            .push(title(fl!("appearance-title")))
            .push(radio("theme", themes, Some(theme), Message::ThemeChosen).label(fl!("appearance-theme")))
            .push(
                radio("language", languages, language, Message::LanguageChosen)
                    .label(fl!("appearance-language")),
            )
            .push(
                choice("zoom", zooms, zoom, Message::ZoomChosen)
                    .label(fl!("appearance-zoom"))
                    .hint(fl!("appearance-zoom-hint"))
                    .width(240.0),
            );
        columns(space, space.scrolls(container(form).max_width(720.0))).into()
    }

    /// What a command of the window is here.
    pub fn shortcut(shortcut: Shortcut) -> Option<Message> {
        (shortcut == Shortcut::Escape).then_some(Message::BackPressed)
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        vec![
            KeyHint::new(Shortcut::ZoomIn.keys(), fl!("key-larger")),
            KeyHint::new(Shortcut::ZoomOut.keys(), fl!("key-smaller")),
            KeyHint::new(Shortcut::Escape.keys(), fl!("appearance-back")),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_asked_for_at_once() {
        let mut state = State::new(Preferences::default());
        let asked =
            |action| if let Action::Prefer(preferences) = action { preferences } else { panic!("no wish") };
        assert_eq!(asked(state.update(&Message::ThemeChosen(3))).theme, Some(Theme::HighContrast));
        assert_eq!(asked(state.update(&Message::ZoomChosen(5))).zoom, 200);
        assert_eq!(asked(state.update(&Message::ThemeChosen(0))).theme, None);
        assert_eq!(asked(state.update(&Message::LanguageChosen(1))).language, Language::English);
        let back = State::shortcut(Shortcut::Escape).expect("a way back");
        assert!(matches!(state.update(&back), Action::Go(Route::Area(Area::Settings))));
    }
}
