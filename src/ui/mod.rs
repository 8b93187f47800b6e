//! The window. Draws and listens; no rule lives here and no query.

pub mod a11y;
pub mod control;
pub mod focus;
pub mod layout;
pub mod shortcut;
pub mod theme;

/// A piece of the window in our theme.
pub type Element<'a, M> = iced::Element<'a, M, theme::Theme>;
