//! Taking a decision back or revoking it, as a clerk goes through it: hearing somebody before, the letter, and what is asked back.
//! Decides nothing itself.

use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::paper::{put, revoked};
use super::procedure::{assessed, day_of};
use super::session::Session;
use crate::desk::paper::{Scene, issue_one};
use crate::domain::case::{Case, Notified, Revocation, Way};
use crate::domain::decide::{Command, HearBefore, Proceed, Revoke};
use crate::domain::id::{CaseId, FollowUpId, PaperId};
use crate::domain::procedure::{Procedure, REVOCATION, REVOCATION_HEARING};
use crate::domain::revocation::Clause;
use crate::paper::template::word;
use chrono::NaiveDate;

/// What is intended, and is to be said before to whoever was granted something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntendsToRevoke {
    /// By which paragraph.
    pub clause: Clause,
    /// Since when the facts are known, as far as that is clear.
    pub known_on: Option<NaiveDate>,
    /// Why.
    pub reasons: String,
    /// By when something can be said to it; by the rule of the service where no day is given.
    pub due_on: Option<NaiveDate>,
}

impl Desk {
    /// Hears whoever was granted something before it is taken back or revoked, by a letter.
    pub fn hear_before(
        &self,
        session: &Session,
        id: CaseId,
        intends: &IntendsToRevoke,
    ) -> Result<PaperId, DeskError> {
        self.act_as(session, |hand| {
            let case = hand.case(id)?;
            let told = assessed(hand, &case)?;
            let due_on = day_of(&told, intends.due_on, hand.today)?;
            let wanted = HearBefore {
                clause: intends.clause,
                known_on: intends.known_on,
                reasons: intends.reasons.clone(),
                due_on,
                follow_up: FollowUpId(hand.id_in(id)?),
                remind: word("remind_anhoerung", &[("date", &super::paper::day(due_on))]),
                reopen: word("revoke_reopen_hear", &[]),
            };
            let command = Command::Proceed(Box::new(Proceed::HearBefore(wanted)));
            hand.command(id, Some(&case), command, Some(&told))?;
            issue_one(hand, id, REVOCATION_HEARING, None)
        })
    }

    /// Takes the last decision back or revokes it, with its letter and the reminder of what is asked back; or writes it down where a
    /// second person signs it.
    pub fn revoke_decision(&self, session: &Session, id: CaseId, wanted: &Revoke) -> Result<(), DeskError> {
        self.act_as(session, |hand| super::procedure::proceed(hand, id, command(wanted.clone())))
    }
}

/// The command that takes it back or revokes it.
pub fn command(wanted: Revoke) -> Command {
    let does = if wanted.clause.takes_back() { "back" } else { "revoked" };
    let reopen = word(&format!("revoke_reopen_{does}"), &[]);
    Command::Proceed(Box::new(Proceed::Revoke { wanted: Box::new(wanted), reopen }))
}

/// What follows from a revocation that was just written: its letter, and the reminder of what is asked back. In a transaction that
/// somebody else commits.
pub(super) fn tell(hand: &mut Hand<'_, '_, '_>, id: CaseId) -> Result<(), DeskError> {
    if hand.issues {
        let scene = Scene::now(hand, id, None)?;
        let clause = scene.case.revocations().last().map(|known| known.what.clause);
        let title = clause.map(revoked::title).unwrap_or_default();
        let issued = put(hand, &scene, REVOCATION, title)?;
        hand.command(id, Some(&scene.case), Command::Issue(issued), Some(&scene.assessment))?;
    }
    let case = hand.case(id)?;
    remind(hand, id, &case)?;
    super::paper::fee::ask(hand, id, true)
}

/// Reminds of what is asked back on the first day on which nothing can be filed any more, as far as that is known today.
fn remind(hand: &mut Hand<'_, '_, '_>, id: CaseId, case: &Case) -> Result<(), DeskError> {
    let Some(known) = case.revocations().last().filter(|known| !known.what.hand_back.is_empty()) else {
        return Ok(());
    };
    let procedure = assessed(hand, case)?.procedure;
    let (law, what) = (procedure.hand_back_law(), known.what.hand_back.join(", "));
    let text = word("remind_aufhebung", &[("law", law.as_str()), ("what", what.as_str())]);
    let due_on = asked_back_on(&known.what, &procedure, hand.today);
    let follow_up = FollowUpId(hand.id_in(id)?);
    hand.command(id, Some(case), Command::SetFollowUp { follow_up, due_on, text }, None)
}

/// The first day on which nothing can be filed against a letter that is posted today (§ 52 VwVfG: what cannot be challenged any more).
pub fn asked_back_on(what: &Revocation, procedure: &Procedure, today: NaiveDate) -> NaiveDate {
    let posted = Notified { way: Way::Post, on: today, posted_on: None, of: None, proof: String::new() };
    let ends = procedure.remedied(&posted, what.notice.as_ref());
    ends.map_or(today, |ends| ends.final_from())
}
