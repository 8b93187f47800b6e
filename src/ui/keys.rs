//! What the window hears beside its controls. Runs for every event, so it decides in a few comparisons.

use super::a11y;
use super::shortcut::{Shortcut, shortcut};
use iced::event::Status;
use iced::{Event, Point, Size, keyboard, mouse, window};

/// What was heard.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// A command.
    Shortcut(Shortcut),
    /// The window is there, with this size: the first moment the focus can be set.
    Opened(Size),
    /// The window has this size now, in logical pixels at the zoom of now.
    Resized(Size),
    /// The window lies here now.
    Moved(Point),
    /// The screen has this many physical pixels for a logical one.
    Density(f32),
    /// The window got or lost the keyboard.
    Focused(bool),
    /// Something inside a control may have changed that no message tells (caret, focus); only while a screen reader
    /// listens.
    Touched,
}

/// Reads an event. `status` says whether a control took it: commands with Ctrl and F-keys count all the same, Tab,
/// Enter and Esc only if it was free.
pub fn hear(event: &Event, status: Status) -> Option<Heard> {
    match event {
        Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, repeat, .. }) => {
            let command = shortcut(key, *modifiers)
                // A key that is held chooses once, not also for what comes up next.
                .filter(|command| !(*repeat && matches!(command, Shortcut::Pick(_))))
                .filter(|command| status == Status::Ignored || command.counts_if_taken())
                .map(Heard::Shortcut);
            command.or_else(|| a11y::active().then_some(Heard::Touched))
        }
        Event::Mouse(mouse::Event::ButtonReleased(_)) => a11y::active().then_some(Heard::Touched),
        Event::Window(event) => match event {
            window::Event::Opened { size, .. } => Some(Heard::Opened(*size)),
            window::Event::Resized(size) => Some(Heard::Resized(*size)),
            window::Event::Moved(position) => Some(Heard::Moved(*position)),
            window::Event::Rescaled(density) => Some(Heard::Density(*density)),
            window::Event::Focused => Some(Heard::Focused(true)),
            window::Event::Unfocused => Some(Heard::Focused(false)),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::keyboard::key::{Code, Physical};
    use iced::keyboard::{Key, Location, Modifiers};

    fn pressed(letter: &str, repeat: bool) -> Option<Heard> {
        let key = Key::Character(letter.into());
        let event = keyboard::Event::KeyPressed {
            modified_key: key.clone(),
            key,
            physical_key: Physical::Code(Code::Digit1),
            location: Location::Standard,
            modifiers: Modifiers::empty(),
            text: None,
            repeat,
        };
        hear(&Event::Keyboard(event), Status::Ignored)
    }

    #[test]
    fn a_digit_that_is_held_chooses_once() {
        assert_eq!(pressed("1", false), Some(Heard::Shortcut(Shortcut::Pick(1))));
        assert_eq!(pressed("1", true), None);
    }
}
