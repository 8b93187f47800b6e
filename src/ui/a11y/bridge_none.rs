//! No accessibility bus on this system yet: everything here does nothing.

use super::Event;
use accesskit::TreeUpdate;
use iced::Subscription;

/// Nothing to put the program on.
pub fn install() {}
/// Nobody listens.
pub fn active() -> bool {
    false
}
/// Nobody to show it to.
pub fn publish(_tree: TreeUpdate) {}
/// Nobody to tell.
pub fn window_bounds(_x: f64, _y: f64, _width: f64, _height: f64) {}
/// Nobody to tell.
pub fn window_focus(_focused: bool) {}
/// Never anything.
pub fn events() -> Subscription<Event> {
    Subscription::none()
}
