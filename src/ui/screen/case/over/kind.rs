//! What a dialog of a case is for. Draws none.

use super::steps;
use crate::domain::id::PaperId;

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A note.
    Note,
    /// A reminder.
    FollowUp,
    /// Money comes in, or is not asked for.
    Pay,
    /// A receipt is cancelled.
    CancelReceipt(String),
    /// It is decided.
    Decide,
    /// It is closed.
    Close,
    /// It is opened again.
    Reopen,
    /// It goes to the office that decides it.
    HandOver,
    /// What another desk wrote without knowing goes after it.
    SendAfter,
    /// It goes back decided.
    GiveBack,
    /// It goes back undecided.
    GiveBackUndecided,
    /// One more paper, of this kind.
    Issue(String),
    /// A duplicate of a lost paper.
    Duplicate(PaperId),
    /// A paper is printed.
    Print(PaperId),
    /// Somebody acts for the applicant, or does no longer.
    Proxy,
    /// A step of the procedure.
    Step(steps::Step),
    /// A document that came is of no use.
    RefuseDocument(String),
    /// A package that waits for this body is not to be sent.
    WithdrawNotice(String),
}

impl Kind {
    /// Whether a decision is to be taken back or revoked, or somebody heard before.
    pub(super) fn revokes(&self) -> bool {
        matches!(self, Self::Step(steps::Step::Revoke | steps::Step::HearBefore))
    }
}
