//! Which steps of the procedure have a dialog, what they are called, and with what they begin. Draws nothing.

use crate::desk::case::Sheet;
use crate::domain::decision::Remedy;
use crate::domain::id::EventRef;
use crate::fl;
use chrono::NaiveDate;

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// What is missing is asked for.
    Ask,
    /// The answers that were asked for are there.
    Answered,
    /// More time is taken to decide.
    Extend,
    /// It counts as granted.
    Deem,
    /// The applicant is heard.
    Hear,
    /// They have said something.
    Statement,
    /// A draft is signed.
    Sign(EventRef),
    /// A draft is given back.
    Return(EventRef),
    /// The decision was notified.
    Notify,
    /// Something was filed against it.
    Object,
    /// Something became of that.
    Settle(Remedy, EventRef),
    /// An entry of what became of it was a mistake.
    Undo(EventRef),
    /// The office is sued for not having decided.
    Sue,
    /// That is over.
    SueEnd,
    /// Somebody is heard before the decision is taken back or revoked.
    HearBefore,
    /// It is taken back or revoked.
    Revoke,
}

impl Step {
    /// The control with which it begins.
    pub fn first(self) -> &'static str {
        match self {
            Self::Ask | Self::Answered | Self::Extend | Self::Statement => "over-date",
            Self::Hear
            | Self::Notify
            | Self::Object
            | Self::Settle(..)
            | Self::SueEnd
            | Self::HearBefore
            | Self::Revoke => "over-choice",
            Self::Sign(_) | Self::Deem => "over-go",
            Self::Sue => "over-file-number",
            Self::Return(_) | Self::Undo(_) => "over-text",
        }
    }

    /// What stands above the dialog, and on its button.
    pub fn words(self) -> (String, String) {
        match self {
            Self::Ask => (fl!("step-request"), fl!("step-request-go")),
            Self::Answered => (fl!("step-answered"), fl!("step-enter")),
            Self::Extend => (fl!("deemed-extend"), fl!("deemed-extend-go")),
            Self::Deem => (fl!("deemed-enter"), fl!("step-enter")),
            Self::Hear => (fl!("step-hear"), fl!("step-hear-go")),
            Self::Statement => (fl!("step-statement"), fl!("step-statement")),
            Self::Sign(_) => (fl!("step-sign"), fl!("step-sign")),
            Self::Return(_) => (fl!("step-return"), fl!("step-return")),
            Self::Notify => (fl!("step-notify"), fl!("step-enter")),
            Self::Object => (fl!("step-object"), fl!("step-enter")),
            Self::Settle(Remedy::Objection, _) => (fl!("step-settle"), fl!("step-enter")),
            Self::Settle(Remedy::Action, _) => (fl!("action-end"), fl!("step-enter")),
            Self::Undo(_) => (fl!("settlement-undo"), fl!("settlement-undo")),
            Self::Sue => (fl!("step-sued"), fl!("step-enter")),
            Self::SueEnd => (fl!("step-sued-end"), fl!("step-enter")),
            Self::HearBefore => (fl!("revoke-hear"), fl!("step-hear-go")),
            Self::Revoke => (fl!("revoke-button"), fl!("revoke-go")),
        }
    }
}

/// The day that the dialog begins with.
pub fn begins_with(step: Step, sheet: &Sheet, today: NaiveDate) -> Option<NaiveDate> {
    match step {
        Step::Ask | Step::Hear | Step::HearBefore => {
            sheet.assessment.procedure.answer_by(today).ok().map(|by| by.date)
        }
        Step::Answered | Step::Statement | Step::Notify | Step::Object | Step::Sue => Some(today),
        Step::Sign(_)
        | Step::Return(_)
        | Step::Settle(..)
        | Step::Undo(_)
        | Step::SueEnd
        | Step::Extend
        | Step::Deem
        | Step::Revoke => None,
    }
}
