//! What a screen reader sees and does, through AccessKit and without a fork of iced: every control says what it is
//! ([`Info`]), a walk over the widgets makes the tree, and what the reader wants done comes back as a [`Request`]
//! to the control, which then acts as if a key had been pressed. Decides nothing; speaks no language of its own.

mod act;
#[cfg(target_os = "linux")]
mod bridge;
#[cfg(not(target_os = "linux"))]
#[path = "bridge_none.rs"]
mod bridge;
mod info;
mod tree;

pub use accesskit::Role;
pub use act::{ask, perform};
pub use bridge::{active, events, install, publish, window_bounds, window_focus};
pub use info::{Info, Live, Naming, Part, Request, child_id};
pub use tree::collect;

/// What comes from the assistive technology.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A screen reader listens from now on: keep the tree up to date.
    Activated,
    /// It wants something done with a control.
    Action(accesskit::ActionRequest),
}
