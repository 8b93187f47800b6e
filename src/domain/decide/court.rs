//! What is asked of every action at court, against a decision or for failure to act. Pure.

use crate::domain::case::AtCourt;
use crate::domain::problem::{Problem, Refusal};
use chrono::NaiveDate;

/// The action as it is written down, or what it lacks: whoever answers the court needs its number and who sues.
pub(super) fn checked(court: AtCourt, received_on: NaiveDate) -> Result<AtCourt, Refusal> {
    let AtCourt { court, filed_on, file_number, by } = court;
    let asked = [("file_number", "court-number-missing", &file_number), ("by", "plaintiff-missing", &by)];
    let missing = asked.into_iter().filter(|(_, _, text)| text.trim().is_empty());
    let mut problems: Vec<Problem> =
        missing.map(|(field, problem, _)| Problem::error(field, problem)).collect();
    if let Some(filed_on) = filed_on.filter(|day| *day > received_on) {
        problems.push(Problem::error("filed_on", "sued-filed-after").with("date", filed_on));
    }
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let trimmed = |text: String| String::from(text.trim());
    Ok(AtCourt { court: trimmed(court), filed_on, file_number: trimmed(file_number), by: trimmed(by) })
}
