//! What a dialog of a case is for. Draws none.

use super::steps;
use crate::domain::id::PaperId;
use crate::fl;

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
    /// What is chosen at first: the usual one, but never how something is decided or ends.
    pub(super) fn begins_with(&self) -> Option<usize> {
        let decides =
            matches!(self, Self::Decide | Self::Step(steps::Step::Settle(..) | steps::Step::SueEnd));
        (!decides).then_some(0)
    }

    /// Whether a decision is to be taken back or revoked, or somebody heard before.
    pub(super) fn revokes(&self) -> bool {
        matches!(self, Self::Step(steps::Step::Revoke | steps::Step::HearBefore))
    }

    /// What stands above the dialog, and on its button; `second` where somebody else signs what is decided.
    pub(super) fn words(&self, second: bool) -> (String, String) {
        match self {
            Self::Note => (fl!("case-note-title"), fl!("case-note-save")),
            Self::FollowUp => (fl!("case-follow-up"), fl!("case-follow-up-set")),
            Self::Pay => (fl!("case-pay-title"), fl!("case-pay-go")),
            Self::CancelReceipt(number) => {
                (fl!("case-cancel-title", number = number.clone()), fl!("case-cancel-go"))
            }
            Self::Decide if second => (fl!("case-decide"), fl!("step-prepare-go")),
            Self::Decide => (fl!("case-decide"), fl!("case-decide-go")),
            Self::Step(step) => step.words(),
            Self::Close => (fl!("case-close-title"), fl!("case-close-it")),
            Self::Reopen => (fl!("case-reopen"), fl!("case-reopen")),
            Self::WithdrawNotice(_) => (fl!("bodies-withdraw"), fl!("bodies-withdraw-go")),
            Self::HandOver => (fl!("case-hand-over"), fl!("case-hand-over-go")),
            Self::SendAfter => (fl!("case-supplement"), fl!("case-supplement")),
            Self::GiveBack => (fl!("case-give-back"), fl!("case-give-back-go")),
            Self::GiveBackUndecided => (fl!("case-give-back-refuse"), fl!("case-give-back-go")),
            Self::Issue(_) => (fl!("case-issue-title"), fl!("case-issue-go")),
            Self::Duplicate(_) => (fl!("duplicate-title"), fl!("duplicate-go")),
            Self::Print(_) => (fl!("case-print"), fl!("case-print")),
            Self::Proxy => (fl!("case-proxy-title"), fl!("case-proxy-go")),
            Self::RefuseDocument(_) => (fl!("case-document-refuse"), fl!("case-document-refuse-go")),
        }
    }
}
