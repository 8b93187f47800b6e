//! Handing a case over to the office that decides it (Abgabe) and back: a sealed file goes out, what comes in is opened,
//! checked and entered. By the mailbox at the service or on a stick, the same bytes. Decides no case, carries nothing.
//!
//! Every file may come twice, by both ways and at several desks: its name is the digest of what is sealed in it, and what a
//! name brought is entered once.

mod answer;
mod back;
mod drop;
mod give;
mod glance;
mod mail;
mod opened;
mod own;
mod seal;
mod stick;
mod take;
mod told;

pub(super) use glance::Glances;

pub use crate::store::DROPPED;
pub use drop::{Dropped, Thrown};
pub use mail::{Inside, Letter, Mail, Sent, Tried, What};
pub use stick::ENDING;
pub use told::{Told, Weight, whereabouts};

use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::session::Session;
use crate::domain::case::handover::Sealed;
use crate::domain::id::{CaseId, Digest};
use crate::domain::problem::Args;
use crate::wire::{Bundle, Delivery};

/// Makes a sentence of its id and values: a few become part of the file, in the language of whoever writes them.
pub type Say<'a> = &'a dyn Fn(&str, &Args) -> String;

/// What a case that went out gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The case.
    pub case: CaseId,
    /// Its number here.
    pub number: String,
    /// The sealed file and whom it is for.
    pub bundle: Sealed,
    /// Whether it only brings what an earlier one did not know.
    pub supplements: bool,
}

/// What a sealed file that came in gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The case.
    pub case: CaseId,
    /// Its number here.
    pub number: String,
    /// The office that sent it, by name.
    pub office: String,
    /// What it did.
    pub did: Did,
}

/// What a sealed file did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// A case was opened.
    Opened,
    /// It was added to a case that came before.
    Added,
    /// An answer was entered.
    Answered,
    /// It came before: nothing changed.
    Known,
}

impl Did {
    /// The name for scripts and message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Added => "added",
            Self::Answered => "answered",
            Self::Known => "known",
        }
    }
}

impl Desk {
    /// Hands a case over to the Kreis: the sealed file is a part of the case from now on, and here one only notes. A case
    /// that is there already, and that another desk worked on without knowing, sends that after.
    pub fn hand_over(&self, session: &Session, case: CaseId, reason: &str) -> Result<Gone, DeskError> {
        self.act_as(session, |hand| give::hand_over(hand, case, reason))
    }

    /// Takes in a sealed file: at the Kreis a case, in the town what the Kreis says. Known already, it changes nothing.
    pub fn take_in(&self, session: &Session, bytes: &[u8], say: Say<'_>) -> Result<Taken, DeskError> {
        self.act_as(session, |hand| {
            let bundle = opened::open(hand.tx, &hand.town, bytes)?;
            enter(hand, bytes, &bundle, say)
        })
    }

    /// Takes a handover in and gives it back at once: this office does not work on it.
    pub fn refuse(
        &self,
        session: &Session,
        bytes: &[u8],
        reason: &str,
        say: Say<'_>,
    ) -> Result<Gone, DeskError> {
        self.act_as(session, |hand| {
            let bundle = opened::open(hand.tx, &hand.town, bytes)?;
            if !matches!(bundle.manifest.delivery, Delivery::Handover { .. }) {
                return Err(DeskError::because("bundle-wrong-way"));
            }
            let taken = enter(hand, bytes, &bundle, say)?;
            back::give_back(hand, taken.case, Some(reason))
        })
    }

    /// Gives a case back: with its decision and papers, or undecided for a reason.
    pub fn give_back(
        &self,
        session: &Session,
        case: CaseId,
        refused: Option<&str>,
    ) -> Result<Gone, DeskError> {
        self.act_as(session, |hand| back::give_back(hand, case, refused))
    }
}

/// Enters what was opened, in a transaction that somebody else commits.
fn enter(
    hand: &mut Hand<'_, '_, '_>,
    bytes: &[u8],
    bundle: &Bundle,
    say: Say<'_>,
) -> Result<Taken, DeskError> {
    let taken = match bundle.manifest.delivery {
        Delivery::Handover { .. } => take::take(hand, bundle, say)?,
        _ => answer::hear(hand, bundle)?,
    };
    hand.tx.mail_taken(Digest::of(&[bytes]))?;
    Ok(taken)
}

/// A value for a sentence.
fn args<const N: usize>(values: [(&str, &str); N]) -> Args {
    values.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

/// The pieces' digests are their names.
fn put_pieces(hand: &mut Hand<'_, '_, '_>, bundle: &Bundle) -> Result<Vec<Digest>, DeskError> {
    bundle.bytes.iter().map(|bytes| Ok(hand.tx.put_blob(bytes)?)).collect()
}

#[cfg(test)]
pub(super) mod tests;
