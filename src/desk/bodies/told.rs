//! What is told of a receiving body, and what somebody wants to tell it. Judges nothing.

use super::{BodyNotice, Withheld};
use crate::catalogue::FieldSource;
use crate::domain::problem::LocalText;
use std::path::PathBuf;

/// A receiving body, seen from a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Its id in the matrix.
    pub id: String,
    /// Its name.
    pub label: LocalText,
    /// The paragraph.
    pub law: String,
    /// Why it is told, or when it would be.
    pub why: LocalText,
    /// How many fields of the form it gets.
    pub fields: usize,
    /// What it does not get.
    pub withheld: Vec<Withheld>,
    /// Where the regulation says so.
    pub source: FieldSource,
    /// What the town says where it is; empty where it has said nothing.
    pub address: String,
    /// What is to be done, or was.
    pub standing: Standing,
    /// The newest package for it.
    pub notice: Option<BodyNotice>,
}

/// What a body does not get of a notice, and where the regulation says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// The body.
    pub body: LocalText,
    /// Where it is said.
    pub source: FieldSource,
    /// The fields, in the order of the form.
    pub withheld: Vec<Withheld>,
}

/// What is to be done for a body, or was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The answers do not ask for it; somebody may choose it, and say why.
    NotAsked,
    /// It is to be told.
    Due,
    /// It is told with the month's others.
    Monthly,
    /// A package waits to be sent.
    Waits,
    /// It has one that says something else now.
    Again,
    /// It was told.
    Sent,
    /// It has it and has said so.
    Acknowledged,
}

impl Standing {
    /// The name for scripts and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotAsked => "not-asked",
            Self::Due => "due",
            Self::Monthly => "monthly",
            Self::Waits => "waits",
            Self::Again => "again",
            Self::Sent => "sent",
            Self::Acknowledged => "acknowledged",
        }
    }

    /// Whether something is to be done now.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Due | Self::Waits | Self::Again)
    }
}

/// What somebody wants to tell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Whom; empty means everybody who is still to be told.
    pub bodies: Vec<String>,
    /// Why, where no answer asks for it.
    pub reason: String,
}

/// Packages that were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The folder with a folder for each body.
    pub folder: PathBuf,
    /// Whose packages are in it, by their labels.
    pub bodies: Vec<(String, LocalText)>,
    /// Bodies of which the town has not said where they are.
    pub unknown: Vec<LocalText>,
}
