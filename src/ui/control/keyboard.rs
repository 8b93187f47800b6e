//! Whether a control has the keyboard: what every control of our own remembers from frame to frame. Moves no focus.

use iced::advanced::widget::operation::Focusable;

/// Whether the keyboard is here.
#[derive(Debug, Default)]
pub(super) struct Keyboard {
    /// It is.
    pub here: bool,
}

impl Focusable for Keyboard {
    fn is_focused(&self) -> bool {
        self.here
    }
    fn focus(&mut self) {
        self.here = true;
    }
    fn unfocus(&mut self) {
        self.here = false;
    }
}
