//! The window. Draws and listens; no rule lives here and no query.
//!
//! One screen is one file in [`screen`], and all look the same:
//! ```text
//! pub struct State { … }                  what is shown; plain data, no widget
//! pub enum Message { NameChanged(String), SavePressed, Saved(Result<…>) }   what happened, in the past
//! impl State {
//!     pub fn new(desk: Desk, …) -> (Self, Task<Message>)      loads on another thread
//!     pub fn update(&mut self, message: Message) -> screen::Action<Message>   short; never waits, never reads a clock
//!     pub fn view(&self, space: layout::Space) -> Element<'_, Message>        only controls, names and text ids
//!     pub fn keys(&self) -> Vec<KeyHint>                      the keys that work now
//!     pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message>           commands such as Ctrl+Enter
//! }
//! ```
//! The window ([`app`]) routes messages to the open screen and does what its [`screen::Action`] wants: run a task, go
//! elsewhere, say something. A use case of `desk` that touches the disk runs in `Task::perform` on another thread and
//! comes back as a message, its failure included. Every field has an id; [`focus::to`] goes there. Views are built from
//! [`layout::columns`], panels and controls of [`control`]; sentences come from `fl!` and `words::text`. No colour, size
//! or sentence stands in a screen. Past 400 lines, parts of the view move to a child module.
//!
//! Keys: Tab, Enter (next field), F-keys and commands are heard by [`keys`] and done by the window; a control takes
//! only what it needs, so a screen never handles a raw key.

#![allow(
    clippy::collapsible_match,
    clippy::struct_field_names,
    clippy::struct_excessive_bools,
    clippy::trivially_copy_pass_by_ref,
    reason = "a match guard that acts hides the act; on_press of a Press is iced's own word; a control's states are \
              independent of each other; iced hands every theme in by reference"
)]

pub mod a11y;
pub mod app;
pub mod control;
pub mod focus;
pub mod help;
pub mod keys;
pub mod layout;
mod others;
pub mod preferences;
pub mod screen;
pub mod shell;
pub mod shortcut;
pub mod theme;

/// A piece of the window in our theme.
pub type Element<'a, M> = iced::Element<'a, M, theme::Theme>;
