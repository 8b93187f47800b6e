//! The printing system (CUPS) of this machine: its printers, and jobs handed to it and asked after, by its own protocol
//! over its own socket. Knows no case, keeps nothing and puts no paper on the disk.
//!
//! A job is handed over in two steps: [`Cups::create`] gives its number while there is nothing to print yet, and
//! [`Cups::send`] hands over the paper. Whoever writes the number down in between can never print twice.

mod cups;
mod http;
mod ipp;
mod server;

pub use cups::{Cups, Job, JobState, Printer};

use serde::{Deserialize, Serialize};

/// Which sides of the sheets are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sides {
    /// The front alone.
    One,
    /// Both, to be turned at the long edge, as a book.
    Long,
    /// Both, to be turned at the short edge, as a pad.
    Short,
}

impl Sides {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::One, Self::Long, Self::Short];

    /// The protocol's word for it (RFC 8011, 5.2.8).
    pub const fn name(self) -> &'static str {
        match self {
            Self::One => "one-sided",
            Self::Long => "two-sided-long-edge",
            Self::Short => "two-sided-short-edge",
        }
    }

    /// By the protocol's word.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sides| sides.name() == name)
    }
}

/// How a paper is to be printed. What is not said is as the printer is set up.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Wish {
    /// The printer's name in the printing system.
    pub printer: String,
    /// How often.
    pub copies: u16,
    /// Which sides.
    pub sides: Option<Sides>,
    /// From which tray, by the protocol's word (`tray-1`).
    pub tray: Option<String>,
}

/// Why the printing system did not do it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Nobody answers, or the answer broke off: whether it was done is not known.
    #[error("no answer from the printing system: {0}")]
    Away(String),
    /// This user may not.
    #[error("the printing system does not let this user")]
    Denied,
    /// It has no room for the paper.
    #[error("the printing system has no room left")]
    Full,
    /// No such printer, or no such job.
    #[error("the printing system does not know it")]
    Unknown,
    /// The printer takes no jobs for now.
    #[error("the printer takes no jobs: {0}")]
    Closed(String),
    /// Not possible as things stand: what is done cannot be cancelled, and a user's quota may be used up.
    #[error("not possible: {0}")]
    Late(String),
    /// Anything else, in its own words.
    #[error("the printing system refused: {0}")]
    Refused(String),
}
