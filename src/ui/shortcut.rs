//! Which key is which command, in one table. Counts only with Alt and `AltGr` up: `AltGr` is Ctrl+Alt, and what
//! it types (euro sign, @) must stay typable. Does nothing itself.

use crate::words;
use iced::keyboard::{Key, Modifiers, key::Named};

/// An area of the window, each with its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Area {
    /// F2 Schalter.
    Counter,
    /// F3 Vorgänge.
    Cases,
    /// F4 Personen.
    Persons,
    /// F5 Kasse.
    Cash,
    /// F9 Fristen.
    Deadlines,
    /// F7 Kreis.
    District,
    /// F8 Verwaltung.
    Settings,
}

impl Area {
    /// In the order of the navigation.
    pub const ALL: [Self; 7] = [
        Self::Counter,
        Self::Cases,
        Self::Persons,
        Self::Cash,
        Self::Deadlines,
        Self::District,
        Self::Settings,
    ];

    /// Its key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Counter => "F2",
            Self::Cases => "F3",
            Self::Persons => "F4",
            Self::Cash => "F5",
            Self::District => "F7",
            Self::Settings => "F8",
            Self::Deadlines => "F9",
        }
    }

    /// Its name.
    pub fn name(self) -> String {
        words::text(match self {
            Self::Counter => "nav-counter",
            Self::Cases => "nav-cases",
            Self::Persons => "nav-persons",
            Self::Cash => "nav-cash",
            Self::Deadlines => "nav-deadlines",
            Self::District => "nav-district",
            Self::Settings => "nav-settings",
        })
    }
}

/// A command that a key gives anywhere in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shortcut {
    /// Tab: the next control.
    Next,
    /// Shift+Tab: the control before.
    Previous,
    /// Enter that no control took: the next field.
    NextField,
    /// F6: the next column.
    NextColumn,
    /// Shift+F6: the column before.
    PreviousColumn,
    /// F2 to F9: an area.
    Go(Area),
    /// F1: help.
    Help,
    /// Ctrl+F: the search field.
    Search,
    /// Ctrl+Enter: finish.
    Finish,
    /// Ctrl+P: print.
    Print,
    /// Ctrl+D: what is printed, waits or did not come out.
    Prints,
    /// Ctrl+W: close and keep the draft.
    Close,
    /// Ctrl+T: follow-up.
    FollowUp,
    /// Ctrl+U: take over from an earlier case, or from another entry of the same person.
    TakeOver,
    /// Ctrl+N: phone note.
    Note,
    /// Ctrl+G: hand over, or give back.
    HandOver,
    /// Ctrl+E: packages for receiving bodies.
    Bodies,
    /// Ctrl+K: how far the procedure of a case is, and its steps.
    Procedure,
    /// Ctrl+S: a letter to each case of a list.
    Serial,
    /// Ctrl+R: compute a date.
    Calculate,
    /// Ctrl+O: attach a file.
    Attach,
    /// Ctrl+J: take a decision back, or revoke it.
    Revoke,
    /// Ctrl+I: disclosure of what is held on somebody (Art. 15 DSGVO).
    Disclose,
    /// Ctrl+Punkt: variants of a letter.
    Variants,
    /// 1 to 9, where no control took it: what bears the number.
    Pick(u8),
    /// Ctrl+L: lock.
    Lock,
    /// Ctrl+Plus.
    ZoomIn,
    /// Ctrl+Minus.
    ZoomOut,
    /// Ctrl+0.
    ZoomReset,
    /// Esc that no control took.
    Escape,
}

/// The command of a key press, if it is one.
pub fn shortcut(key: &Key, modifiers: Modifiers) -> Option<Shortcut> {
    if modifiers.alt() || modifiers.logo() {
        return None;
    }
    match (modifiers.control(), modifiers.shift(), key) {
        (false, shift, Key::Named(named)) => plain(*named, shift),
        (true, false, Key::Named(Named::Enter)) => Some(Shortcut::Finish),
        (false, false, Key::Character(digit)) => picked(digit),
        (true, _, Key::Character(letter)) => with_ctrl(&letter.to_lowercase()),
        _ => None,
    }
}

fn picked(digit: &str) -> Option<Shortcut> {
    let number = digit.parse().ok().filter(|number| (1..=9).contains(number));
    number.map(Shortcut::Pick)
}

fn plain(key: Named, shift: bool) -> Option<Shortcut> {
    Some(match (key, shift) {
        (Named::Tab, false) => Shortcut::Next,
        (Named::Tab, true) => Shortcut::Previous,
        (Named::F6, false) => Shortcut::NextColumn,
        (Named::F6, true) => Shortcut::PreviousColumn,
        (_, true) => return None,
        (Named::Enter, _) => Shortcut::NextField,
        (Named::Escape, _) => Shortcut::Escape,
        (Named::F1, _) => Shortcut::Help,
        (Named::F2, _) => Shortcut::Go(Area::Counter),
        (Named::F3, _) => Shortcut::Go(Area::Cases),
        (Named::F4, _) => Shortcut::Go(Area::Persons),
        (Named::F5, _) => Shortcut::Go(Area::Cash),
        (Named::F7, _) => Shortcut::Go(Area::District),
        (Named::F8, _) => Shortcut::Go(Area::Settings),
        (Named::F9, _) => Shortcut::Go(Area::Deadlines),
        _ => return None,
    })
}

fn with_ctrl(letter: &str) -> Option<Shortcut> {
    Some(match letter {
        "f" => Shortcut::Search,
        "p" => Shortcut::Print,
        "d" => Shortcut::Prints,
        "w" => Shortcut::Close,
        "t" => Shortcut::FollowUp,
        "u" => Shortcut::TakeOver,
        "n" => Shortcut::Note,
        "g" => Shortcut::HandOver,
        "e" => Shortcut::Bodies,
        "k" => Shortcut::Procedure,
        "s" => Shortcut::Serial,
        "r" => Shortcut::Calculate,
        "o" => Shortcut::Attach,
        "j" => Shortcut::Revoke,
        "i" => Shortcut::Disclose,
        "." => Shortcut::Variants,
        "l" => Shortcut::Lock,
        "+" | "=" => Shortcut::ZoomIn,
        "-" => Shortcut::ZoomOut,
        "0" => Shortcut::ZoomReset,
        _ => return None,
    })
}

impl Shortcut {
    /// The keys as they stand on the keyboard, in the language spoken: "Strg+Enter".
    pub fn keys(self) -> String {
        let (ctrl, shift) = (words::text("key-ctrl"), words::text("key-shift"));
        match self {
            Self::Next => words::text("key-tab"),
            Self::Previous => format!("{shift}+{}", words::text("key-tab")),
            Self::NextField => words::text("key-enter"),
            Self::NextColumn => "F6".to_owned(),
            Self::PreviousColumn => format!("{shift}+F6"),
            Self::Go(area) => area.key().to_owned(),
            Self::Help => "F1".to_owned(),
            Self::Finish => format!("{ctrl}+{}", words::text("key-enter")),
            Self::Escape => words::text("key-escape"),
            Self::Search => format!("{ctrl}+F"),
            Self::Print => format!("{ctrl}+P"),
            Self::Prints => format!("{ctrl}+D"),
            Self::Close => format!("{ctrl}+W"),
            Self::FollowUp => format!("{ctrl}+T"),
            Self::TakeOver => format!("{ctrl}+U"),
            Self::Note => format!("{ctrl}+N"),
            Self::HandOver => format!("{ctrl}+G"),
            Self::Bodies => format!("{ctrl}+E"),
            Self::Procedure => format!("{ctrl}+K"),
            Self::Serial => format!("{ctrl}+S"),
            Self::Calculate => format!("{ctrl}+R"),
            Self::Attach => format!("{ctrl}+O"),
            Self::Revoke => format!("{ctrl}+J"),
            Self::Disclose => format!("{ctrl}+I"),
            Self::Variants => format!("{ctrl}+."),
            Self::Pick(number) => number.to_string(),
            Self::Lock => format!("{ctrl}+L"),
            Self::ZoomIn => format!("{ctrl}++"),
            Self::ZoomOut => format!("{ctrl}+-"),
            Self::ZoomReset => format!("{ctrl}+0"),
        }
    }

    /// Whether it begins something: what was said of what was done before it goes.
    pub const fn begins(self) -> bool {
        let looks = matches!(self, Self::Help | Self::NextColumn | Self::PreviousColumn | Self::Pick(_));
        !looks && (self.counts_if_taken() || matches!(self, Self::Escape))
    }

    /// Whether it counts even where a control took the key. Everything but the plain keys of controls does, and what types.
    pub const fn counts_if_taken(self) -> bool {
        let zooms = matches!(self, Self::ZoomIn | Self::ZoomOut | Self::ZoomReset);
        !zooms
            && !matches!(self, Self::Next | Self::Previous | Self::NextField | Self::Escape | Self::Pick(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(letter: &str, modifiers: Modifiers) -> Option<Shortcut> {
        shortcut(&Key::Character(letter.into()), modifiers)
    }

    #[test]
    fn alt_graph_gives_no_command() {
        let graph = Modifiers::CTRL | Modifiers::ALT;
        for key in ["e", "q", "m", "f", "p", "l", "."] {
            assert_eq!(letter(key, graph), None, "AltGr+{key} types");
            assert_eq!(letter(key, Modifiers::ALT), None);
        }
        assert_eq!(letter("f", Modifiers::CTRL), Some(Shortcut::Search));
        assert_eq!(letter("F", Modifiers::CTRL | Modifiers::SHIFT), Some(Shortcut::Search));
        assert_eq!(letter("f", Modifiers::empty()), None);
    }

    #[test]
    fn a_digit_picks_only_where_nobody_types_it() {
        assert_eq!(letter("3", Modifiers::empty()), Some(Shortcut::Pick(3)));
        assert!(!Shortcut::Pick(3).counts_if_taken());
        assert!(!Shortcut::ZoomIn.counts_if_taken(), "a page that is looked at zooms itself");
        for (key, modifiers) in
            [("0", Modifiers::empty()), ("12", Modifiers::empty()), ("3", Modifiers::SHIFT)]
        {
            assert_eq!(letter(key, modifiers), None);
        }
        assert_eq!(letter("3", Modifiers::ALT), None);
    }

    #[test]
    fn named_keys_give_their_commands() {
        let named = |key, modifiers| shortcut(&Key::Named(key), modifiers);
        assert_eq!(named(Named::F3, Modifiers::empty()), Some(Shortcut::Go(Area::Cases)));
        assert_eq!(named(Named::F6, Modifiers::SHIFT), Some(Shortcut::PreviousColumn));
        assert_eq!(named(Named::Enter, Modifiers::CTRL), Some(Shortcut::Finish));
        assert_eq!(named(Named::Enter, Modifiers::empty()), Some(Shortcut::NextField));
        assert_eq!(named(Named::F4, Modifiers::ALT), None);
        assert_eq!(named(Named::Tab, Modifiers::CTRL), None);
    }

    #[test]
    fn every_area_has_the_key_that_goes_there() {
        let keys = [Named::F2, Named::F3, Named::F4, Named::F5, Named::F9, Named::F7, Named::F8];
        for (key, area) in keys.into_iter().zip(Area::ALL) {
            assert_eq!(shortcut(&Key::Named(key), Modifiers::empty()), Some(Shortcut::Go(area)));
            assert_eq!(format!("{key:?}"), area.key());
        }
    }
}
