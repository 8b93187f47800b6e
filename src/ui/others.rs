//! Tells the window that another program has written: the command line to the same database, an editor to files that are
//! worked at. Reads nothing itself.

use crate::desk::Desk;
use crate::domain::id::Digest;
use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use iced::Subscription;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
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

/// A folder or file whose changes somebody wants to hear of.
struct Changing(PathBuf, Stamp);

/// What tells that files changed: another number each time.
pub type Stamp = fn(&Path) -> Digest;

impl Hash for Changing {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// One event for each time that files of a folder, or one file, were found to have changed. Nothing is read here.
pub fn changed((path, stamp): (&Path, Stamp)) -> Subscription<()> {
    let changing = Changing(path.to_owned(), stamp);
    Subscription::run_with(changing, |changing| watch_files(changing.0.clone(), changing.1))
}

/// Looks on a thread of its own: the folder may lie on a slow network.
fn watch_files(path: PathBuf, stamp: Stamp) -> UnboundedReceiver<()> {
    let (tell, told) = unbounded();
    let look = move || {
        let mut before = stamp(&path);
        while !tell.is_closed() {
            thread::sleep(PAUSE);
            let now = stamp(&path);
            if now != before {
                let _ = tell.unbounded_send(());
            }
            before = now;
        }
    };
    if let Err(error) = thread::Builder::new().name("files".to_owned()).spawn(look) {
        tracing::error!(%error, "what changes in files is not noticed");
    }
    told
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
