//! Long work beside the window's own thread: it tells how far it is, and ends where somebody wishes it. Knows no screen.

use crate::domain::problem::Problem;
use iced::Task;
use iced::futures::channel::mpsc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How often it is told how far it is.
const EVERY: Duration = Duration::from_millis(200);

/// A wish to stop. It is granted too once nobody can wish it any more: with the screen, and with a lock.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Wishes it.
    pub fn wish(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it is wished.
    pub fn is_wished(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl PartialEq for Stop {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Stop {}

/// Lets work go on a thread of its own. It calls what it is handed with how much is done of how much, and is told whether to
/// go on; `went` makes a message of that, now and then. Its last word comes back too, or `broke` where there is no thread.
pub fn long<N: 'static, M: Send + 'static>(
    stop: &Stop,
    went: impl Fn(N, N) -> M + Send + 'static,
    job: impl FnOnce(&mut dyn FnMut(N, N) -> bool) -> M + Send + 'static,
    broke: impl FnOnce(Vec<Problem>) -> M,
) -> Task<M> {
    let (tell, told) = mpsc::unbounded();
    let (say, stop) = (tell.clone(), Arc::downgrade(&stop.0));
    let begun = std::thread::Builder::new().name("desk".to_owned()).spawn(move || {
        let mut last: Option<Instant> = None;
        let mut go_on = |done, of| {
            if last.is_none_or(|last| last.elapsed() >= EVERY) {
                last = Some(Instant::now());
                let _ = say.unbounded_send(went(done, of));
            }
            stop.upgrade().is_some_and(|stop| !stop.load(Ordering::Relaxed))
        };
        let last = job(&mut go_on);
        // Nobody listens any more once the window is closed.
        let _ = say.unbounded_send(last);
    });
    if begun.is_err() {
        let _ = tell.unbounded_send(broke(vec![Problem::error("", "work-broke-off")]));
    }
    Task::run(told, |message| message)
}
