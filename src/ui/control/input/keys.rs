//! Which keys a field takes and in what shape. Everything else stays free for the shell.

use iced::keyboard::{Key, Modifiers, key::Named};

/// What a key press means to a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ui::control) enum Meaning {
    /// Text to be put in, all of it.
    Text(String),
    /// Moving, deleting, copying: iced's own input knows how.
    Edit,
    /// Enter alone.
    Enter,
    /// Esc alone.
    Escape,
    /// One up (1) or down (−1): in the suggestions, or a date's next day.
    Step(i32),
    /// Not the field's.
    Free,
}

/// Reads a key press. `AltGr` counts as neither Ctrl nor Alt, so that the euro sign and @ stay typable.
pub(in crate::ui::control) fn meaning(key: &Key, modifiers: Modifiers, text: Option<&str>) -> Meaning {
    let graph = modifiers.control() && modifiers.alt();
    let command = modifiers.command() && !graph;
    let alt = modifiers.alt() && !graph;
    match key {
        Key::Named(Named::Enter) if modifiers.is_empty() => return Meaning::Enter,
        Key::Named(Named::Escape) if modifiers.is_empty() => return Meaning::Escape,
        Key::Named(Named::ArrowUp) if modifiers.is_empty() => return Meaning::Step(1),
        Key::Named(Named::ArrowDown) if modifiers.is_empty() => return Meaning::Step(-1),
        Key::Named(
            Named::ArrowLeft
            | Named::ArrowRight
            | Named::Home
            | Named::End
            | Named::Backspace
            | Named::Delete,
        ) if !alt => return Meaning::Edit,
        Key::Named(Named::Space) if !command && !alt => return Meaning::Text(" ".to_owned()),
        Key::Named(_) if text.is_none() => return Meaning::Free,
        Key::Character(letter) if command => {
            let edits = matches!(letter.to_lowercase().as_str(), "a" | "c" | "x" | "v");
            return if edits { Meaning::Edit } else { Meaning::Free };
        }
        _ => {}
    }
    let typed: String = text.unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
    if typed.is_empty() || command || alt { Meaning::Free } else { Meaning::Text(typed) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(key: &str, modifiers: Modifiers, text: &str) -> Meaning {
        meaning(&Key::Character(key.into()), modifiers, Some(text))
    }

    #[test]
    fn every_code_point_of_a_letter_is_taken() {
        assert_eq!(letter("d", Modifiers::empty(), "D\u{302}"), Meaning::Text("D\u{302}".to_owned()));
    }

    #[test]
    fn alt_graph_types() {
        let graph = Modifiers::CTRL | Modifiers::ALT;
        assert_eq!(letter("q", graph, "@"), Meaning::Text("@".to_owned()));
        assert_eq!(letter("e", Modifiers::empty(), "€"), Meaning::Text("€".to_owned()));
        assert_eq!(letter("a", graph, "æ"), Meaning::Text("æ".to_owned()));
    }

    #[test]
    fn shortcuts_of_the_shell_stay_free() {
        for key in ["f", ".", "+", "l", "p", "1"] {
            assert_eq!(letter(key, Modifiers::CTRL, key), Meaning::Free, "Ctrl+{key}");
            assert_eq!(letter(key, Modifiers::ALT, key), Meaning::Free, "Alt+{key}");
        }
        let enter = Key::Named(Named::Enter);
        assert_eq!(meaning(&enter, Modifiers::CTRL, Some("\r")), Meaning::Free);
        assert_eq!(meaning(&enter, Modifiers::empty(), Some("\r")), Meaning::Enter);
        assert_eq!(meaning(&Key::Named(Named::F6), Modifiers::empty(), None), Meaning::Free);
        assert_eq!(meaning(&Key::Named(Named::Tab), Modifiers::empty(), Some("\t")), Meaning::Free);
    }

    #[test]
    fn editing_stays_with_the_input() {
        for key in ["a", "c", "x", "v"] {
            assert_eq!(letter(key, Modifiers::CTRL, ""), Meaning::Edit);
        }
        assert_eq!(meaning(&Key::Named(Named::Backspace), Modifiers::CTRL, Some("\u{8}")), Meaning::Edit);
    }
}
