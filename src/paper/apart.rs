//! Reads somebody else's file on a thread of its own: what makes the reader fall over takes that thread along and nothing else.
//! Knows no format.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::{self, Builder};
use std::time::Duration;

/// Files nest lists and strings a hundred deep before they are refused.
const STACK: usize = 16 << 20;

/// What was read; nothing where the reader fell over.
pub(super) fn apart<T: Send>(read: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| {
        let reader = Builder::new().stack_size(STACK).spawn_scoped(scope, read).ok()?;
        reader.join().ok()
    })
}

/// The same where the reader may never come to an end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Within<T> {
    Read(T),
    /// The reader fell over.
    Fell,
    /// It still reads: nobody can stop a thread, so it goes on until the program ends, and nobody hears of it.
    Late,
}

/// Reads for as long as that at most.
pub(super) fn apart_within<T: Send + 'static>(
    most: Duration,
    read: impl FnOnce() -> T + Send + 'static,
) -> Within<T> {
    let (send, receive) = channel();
    let begun = Builder::new().name("apart".to_owned()).stack_size(STACK).spawn(move || {
        let _ = send.send(read());
    });
    if begun.is_err() {
        return Within::Fell;
    }
    match receive.recv_timeout(most) {
        Ok(read) => Within::Read(read),
        Err(RecvTimeoutError::Disconnected) => Within::Fell,
        Err(RecvTimeoutError::Timeout) => Within::Late,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_reads_may_fall_over_or_never_end_and_the_others_go_on() {
        let long = Duration::from_mins(1);
        assert_eq!(apart(|| 7), Some(7));
        assert_eq!(apart_within(long, || 7), Within::Read(7));
        assert_eq!(apart_within(long, || -> u8 { panic!("a file like that") }), Within::Fell);
        let (hold, held) = channel::<()>();
        let late = apart_within(Duration::from_millis(1), move || held.recv().is_ok());
        assert_eq!(late, Within::Late);
        drop(hold);
    }
}
