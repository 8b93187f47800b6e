//! Who has which case open, while they have it: what a desk tells and what the others are told. Stands in no log, is signed
//! by nobody, and claims nothing about a desk without a line.

use crate::domain::id::{CaseId, DeviceId, Digest};
use serde::{Deserialize, Serialize};

/// Longest name that is passed on, in characters.
pub const LONGEST_NAME: usize = 200;

/// What a desk has on its screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Here {
    /// The case.
    pub case: CaseId,
    /// Who sits there, as they are called.
    pub name: String,
    /// For how long it has been open, in seconds: no clock of a desk plays a part.
    pub seconds: u32,
}

/// What another desk of the town has on its screen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Present {
    /// The case.
    pub case: CaseId,
    /// The desk.
    pub device: DeviceId,
    /// What the Kreis calls the desk.
    pub desk: String,
    /// Who sits there, as they are called.
    pub name: String,
    /// Since when, in seconds since 1970.
    pub since: i64,
}

/// Tells whether something changed: the same for the same desks with the same cases, in whichever order.
pub fn presence_mark(present: &[Present]) -> String {
    let mut all: Vec<String> = present
        .iter()
        .map(|one| format!("{}\0{}\0{}\0{}\0{}", one.device, one.case, one.desk, one.name, one.since))
        .collect();
    all.sort();
    Digest::of(&[all.join("\n").as_bytes()]).to_string().chars().take(16).collect()
}
