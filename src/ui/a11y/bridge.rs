//! The way to the desktop's accessibility bus (AT-SPI). Carries trees out and actions in, looks at neither.

use super::Event;
use accesskit::{ActionHandler, ActionRequest, ActivationHandler, DeactivationHandler, Rect, TreeUpdate};
use accesskit_unix::Adapter;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use iced::Subscription;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

static ADAPTER: Mutex<Option<Adapter>> = Mutex::new(None);
static ACTIVE: AtomicBool = AtomicBool::new(false);
static EVENTS: Mutex<Option<UnboundedReceiver<Event>>> = Mutex::new(None);

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Listener(UnboundedSender<Event>);

impl ActivationHandler for Listener {
    fn request_initial_tree(&mut self) -> Option<TreeUpdate> {
        ACTIVE.store(true, Ordering::Relaxed);
        let _ = self.0.unbounded_send(Event::Activated);
        None
    }
}

impl ActionHandler for Listener {
    fn do_action(&mut self, request: ActionRequest) {
        let _ = self.0.unbounded_send(Event::Action(request));
    }
}

impl DeactivationHandler for Listener {
    fn deactivate_accessibility(&mut self) {
        ACTIVE.store(false, Ordering::Relaxed);
    }
}

/// Puts the program on the accessibility bus. Call once, before the window opens; without a bus nothing happens.
pub fn install() {
    let (sender, receiver) = unbounded();
    *hold(&EVENTS) = Some(receiver);
    *hold(&ADAPTER) =
        Some(Adapter::new(Listener(sender.clone()), Listener(sender.clone()), Listener(sender)));
}

/// Whether a screen reader listens. While none does, no tree is made.
pub fn active() -> bool {
    ACTIVE.load(Ordering::Relaxed)
}

/// Shows this tree to the screen reader, if there is one.
pub fn publish(tree: TreeUpdate) {
    if let Some(adapter) = hold(&ADAPTER).as_mut() {
        adapter.update_if_active(|| tree);
    }
}

/// Tells where the window lies, in physical pixels of the screen.
pub fn window_bounds(x: f64, y: f64, width: f64, height: f64) {
    let bounds = Rect { x0: x, y0: y, x1: x + width, y1: y + height };
    if let Some(adapter) = hold(&ADAPTER).as_mut() {
        adapter.set_root_window_bounds(bounds, bounds);
    }
}

/// Tells whether the window has the keyboard.
pub fn window_focus(focused: bool) {
    if let Some(adapter) = hold(&ADAPTER).as_mut() {
        adapter.update_window_focus_state(focused);
    }
}

/// What the screen reader wants. One subscriber: the window.
pub fn events() -> Subscription<Event> {
    Subscription::run(|| {
        hold(&EVENTS).take().unwrap_or_else(|| {
            let (_, closed) = unbounded();
            closed
        })
    })
}
