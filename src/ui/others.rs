//! Tells the window that another program (the command line) has written to the same database. Reads nothing itself.

use crate::desk::Desk;
use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use iced::Subscription;
use std::hash::{Hash, Hasher};
use std::thread;
use std::time::Duration;

/// How long what another program wrote may stay unseen.
const PAUSE: Duration = Duration::from_secs(1);

/// The window watches one desk for as long as it is open.
struct Watched(Desk);

impl Hash for Watched {
    fn hash<H: Hasher>(&self, _state: &mut H) {}
}

/// One event for each time that others were found to have written.
pub fn written(desk: Desk) -> Subscription<()> {
    Subscription::run_with(Watched(desk), |watched| watch(watched.0.clone()))
}

/// Looks on a thread of its own, so that a window in which nothing happens does nothing.
fn watch(desk: Desk) -> UnboundedReceiver<()> {
    let (tell, told) = unbounded();
    let look = move || {
        let mut before = desk.written_elsewhere();
        while !tell.is_closed() {
            thread::sleep(PAUSE);
            let now = desk.written_elsewhere().or(before);
            if now != before {
                let _ = tell.unbounded_send(());
            }
            before = now;
        }
    };
    if let Err(error) = thread::Builder::new().name("others".to_owned()).spawn(look) {
        tracing::error!(%error, "what other programs write is not noticed");
    }
    told
}
