//! The procedure as a clerk goes through it: asking for what is missing, hearing the applicant, a second signature. Brings
//! ids and letters; decides nothing itself.

use super::Desk;
use super::case::{assess, decide};
use super::error::DeskError;
use super::hand::Hand;
use super::paper::{issue_due, issue_one};
use super::session::Session;
use crate::domain::assessment::Assessment;
use crate::domain::case::{Case, Outcome};
use crate::domain::decide::{Command, Proceed};
use crate::domain::id::{CaseId, FollowUpId, PaperId};
use crate::domain::problem::Problem;
use crate::domain::procedure::{EXTENSION, HEARING, REQUEST};
use crate::paper::template::word;
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;

/// What is to be asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask {
    /// Ids of documents in the service.
    pub documents: Vec<String>,
    /// What else is to be said.
    pub answers: Vec<String>,
    /// By when; by the rule of the service where no day is given.
    pub due_on: Option<NaiveDate>,
}

/// What is intended, and is to be said to the applicant before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intends {
    /// What.
    pub outcome: Outcome,
    /// Why.
    pub reasons: String,
    /// By when something can be said to it; by the rule of the service where no day is given.
    pub due_on: Option<NaiveDate>,
}

/// What the service says about a case today.
pub(super) fn assessed(hand: &Hand<'_, '_, '_>, case: &Case) -> Result<Assessment, DeskError> {
    let service = hand.desk.service_of(&case.opened)?;
    Ok(assess(service, case, &case.answers(), &hand.town, hand.today))
}

/// The same with what whoever decides has typed.
fn assessed_with(
    hand: &Hand<'_, '_, '_>,
    case: &Case,
    typed: Option<&BTreeMap<String, String>>,
) -> Result<Assessment, DeskError> {
    let service = hand.desk.service_of(&case.opened)?;
    let mut answers = case.answers();
    for (path, text) in typed.into_iter().flatten().filter(|(path, _)| service.field(path).is_some()) {
        answers.set(path, Value::String(text.clone()));
    }
    Ok(assess(service, case, &answers, &hand.town, hand.today))
}

/// The day that is given, or that of the rule.
pub(super) fn day_of(
    told: &Assessment,
    given: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<NaiveDate, DeskError> {
    let by_rule = || told.procedure.answer_by(today).map(|by| by.date);
    let out = |_| Problem::error("due_on", "deadline-out-of-range");
    Ok(given.map_or_else(by_rule, Ok).map_err(out)?)
}

/// Goes on in the procedure, and issues the letters that a signed decision brings. In a transaction that somebody else
/// commits.
pub(super) fn proceed(hand: &mut Hand<'_, '_, '_>, id: CaseId, command: Command) -> Result<(), DeskError> {
    let signs = matches!(&command, Command::Proceed(wanted) if matches!(**wanted, Proceed::Sign { .. }));
    let revokes = matches!(&command, Command::Proceed(wanted) if matches!(**wanted, Proceed::Revoke { .. }));
    let settles = matches!(&command, Command::Proceed(wanted)
        if matches!(**wanted, Proceed::Conclude(_) | Proceed::Undo { .. }));
    let deems = matches!(&command, Command::Proceed(wanted) if matches!(**wanted, Proceed::Deem));
    let case = hand.case(id)?;
    let typed = match &command {
        Command::Proceed(wanted) => match &**wanted {
            Proceed::Grant { fields } => Some(fields),
            _ => None,
        },
        _ => None,
    };
    let told = assessed_with(hand, &case, typed)?;
    let before = case.revocations().len();
    hand.command(id, Some(&case), command, Some(&told))?;
    if (signs || revokes) && hand.case(id)?.revocations().len() > before {
        return super::revoke::tell(hand, id);
    }
    if deems {
        super::case::charge_decided(hand, id)?;
        return super::paper::fee::ask(hand, id, false);
    }
    if (signs || settles) && super::ruling::tell(hand, &case)? {
        return super::paper::fee::ask(hand, id, true);
    }
    if signs {
        super::case::charge_decided(hand, id)?;
        return issue_due(hand, id, "decided", None);
    }
    // What fell with a decision that was lifted is asked for no more.
    if settles { super::paper::fee::ask(hand, id, true) } else { Ok(()) }
}

impl Desk {
    /// Asks for what is missing, with a date, and issues the letter.
    pub fn ask(&self, session: &Session, id: CaseId, ask: &Ask) -> Result<PaperId, DeskError> {
        self.act_as(session, |hand| {
            let case = hand.case(id)?;
            let told = assessed(hand, &case)?;
            let due_on = day_of(&told, ask.due_on, hand.today)?;
            let named = |id: &String| {
                let known = told.documents.iter().find(|known| known.id == *id);
                known.map_or_else(|| id.clone(), |known| known.label.de.clone())
            };
            let all: Vec<String> =
                ask.documents.iter().map(named).chain(ask.answers.iter().cloned()).collect();
            let date = super::paper::day(due_on);
            let command = Proceed::Request {
                documents: ask.documents.clone(),
                answers: ask.answers.clone(),
                due_on,
                follow_up: FollowUpId(hand.id_in(id)?),
                remind: word("remind_nachforderung", &[("date", &date), ("what", &all.join(", "))]),
            };
            hand.command(id, Some(&case), Command::Proceed(Box::new(command)), Some(&told))?;
            issue_one(hand, id, REQUEST, None)
        })
    }

    /// Hears the applicant: tells what is intended and why, with a date, by a letter.
    pub fn hear(&self, session: &Session, id: CaseId, intends: &Intends) -> Result<PaperId, DeskError> {
        self.act_as(session, |hand| {
            let case = hand.case(id)?;
            let told = assessed(hand, &case)?;
            let due_on = day_of(&told, intends.due_on, hand.today)?;
            let command = Proceed::Hear {
                intended: intends.outcome,
                reasons: intends.reasons.clone(),
                due_on,
                follow_up: FollowUpId(hand.id_in(id)?),
                remind: word("remind_anhoerung", &[("date", &super::paper::day(due_on))]),
            };
            hand.command(id, Some(&case), Command::Proceed(Box::new(command)), Some(&told))?;
            issue_one(hand, id, HEARING, None)
        })
    }

    /// Takes more time to decide, with a reason, and issues the letter that says so. For longer than the period itself only `even_so`.
    pub fn extend(
        &self,
        session: &Session,
        id: CaseId,
        until: NaiveDate,
        reason: &str,
        even_so: bool,
    ) -> Result<PaperId, DeskError> {
        self.act_as(session, |hand| {
            let wanted = Proceed::Extend { until, reason: reason.to_owned(), even_so };
            proceed(hand, id, Command::Proceed(Box::new(wanted)))?;
            issue_one(hand, id, EXTENSION, None)
        })
    }

    /// Does several things to a case, all or none: hearing nobody, and refusing.
    pub fn act_all(&self, session: &Session, id: CaseId, commands: Vec<Command>) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            for command in commands {
                match command {
                    Command::Decide { .. } => decide(hand, id, command)?,
                    Command::Close { .. } => super::case::close(hand, id, command)?,
                    _ => proceed(hand, id, command)?,
                }
            }
            Ok(())
        })
    }
}
