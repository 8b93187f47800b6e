//! What a case's rows need beside the case itself: what only the catalogue knows. Computes nothing.

use super::due::DayOf;
use chrono::NaiveDate;

/// The state of a case that waits for a second signature.
pub const TO_SIGN: &str = "to_sign";
/// The office is sued for not having decided: a task of the head, in the same list.
pub const SUED: &str = "sued";
/// The state of a case that is with another office.
pub const AWAY: &str = "away";
/// The state of a case that came back decided.
pub const RETURNED: &str = "returned";
/// Of a case whose decision was taken back or revoked as a whole.
pub const REVOKED: &str = "revoked";

/// What the service says about a case, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseView {
    /// Name of the service in the version that the case keeps.
    pub service_name: String,
    /// The next day that the law sets.
    pub due_on: Option<NaiveDate>,
    /// What has to have happened by then; empty without a day.
    pub due_label: String,
    /// Every day of it that a calendar shows, reminders included.
    pub days: Vec<DayOf>,
    /// Documents that are needed and not there.
    pub missing: u32,
    /// The step it is in; [`TO_SIGN`] puts it into the list of cases to sign.
    pub state: String,
    /// Answers as text, in any spelling: what the search finds it by. What is alike in every case (the town's own
    /// postcode and place) is best left out.
    pub search_text: String,
}
