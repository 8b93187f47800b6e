//! How far a long work is, in one line of a terminal that is written over, and Ctrl+C as a wish to stop. Says nothing where
//! nobody looks: into a file or a pipe.

use crate::words;
use std::io::{IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// How often the line is written anew.
const EVERY: Duration = Duration::from_millis(200);

/// The line.
pub(super) struct Shown {
    last: Option<Instant>,
    is_seen: bool,
    is_written: bool,
}

impl Shown {
    /// Nothing yet. From now on Ctrl+C is a wish, which the work hears.
    pub fn new() -> Self {
        super::interrupt::hear();
        Self { last: None, is_seen: std::io::stderr().is_terminal(), is_written: false }
    }

    /// So many bytes are done, of so many; whether to go on.
    pub fn bytes(&mut self, id: &str, done: u64, of: u64) -> bool {
        let part = (done * 100).checked_div(of).unwrap_or(100).min(100);
        self.words(|| words::said(id, &[("part".to_owned(), part.to_string())].into()))
    }

    /// So far it is; whether to go on.
    pub fn words(&mut self, words: impl FnOnce() -> String) -> bool {
        if self.is_seen && self.last.is_none_or(|last| last.elapsed() >= EVERY) {
            self.last = Some(Instant::now());
            self.is_written = true;
            let _ = write!(std::io::stderr().lock(), "\r\x1b[K{}", words());
            let _ = std::io::stderr().flush();
        }
        !super::interrupt::was_heard()
    }

    /// Takes the line away.
    pub fn clear(&mut self) {
        if std::mem::take(&mut self.is_written) {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[K");
        }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.clear();
    }
}
