//! Taking a decision back or revoking it, and hearing about it before: what is done, or every reason against it. Pure.

use super::procedure::{day_to_answer, reminder};
use super::{Context, refuse_if};
use crate::domain::assessment::Assessment;
use crate::domain::case::{
    Act, Case, CaseEvent, Charge, Decision, Fate, Ground, Hearing, Intended, Notified, Outcome, Revocation,
    Revoked, Stage,
};
use crate::domain::deadline::Regime;
use crate::domain::decision::Levied;
use crate::domain::id::{ChargeId, EventRef, FollowUpId, PaperId};
use crate::domain::problem::{Problem, Refusal};
use crate::domain::procedure::CERTIFICATE;
use crate::domain::revocation::{Clause, Untrusted};
use chrono::NaiveDate;

type Events = Result<Vec<CaseEvent>, Refusal>;

/// Grounds on which nobody is heard before what was granted is taken away (§ 28 (2) No. 1, 2, (3) VwVfG): the others are about
/// what was asked for, many decisions of one kind, or enforcement.
pub const UNHEARD: [Ground; 3] = [Ground::Danger, Ground::Deadline, Ground::Forbidden];

/// What somebody wants to take back or revoke. Fields mean what they mean in [`Revocation`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are documented at `Revocation`")]
pub struct Revoke {
    pub clause: Clause,
    pub untrusted: Option<Untrusted>,
    pub known_on: Option<NaiveDate>,
    pub from: Option<NaiveDate>,
    pub part: String,
    pub reasons: String,
    pub unheard: Option<Ground>,
    pub hand_back: Vec<String>,
    pub anew: bool,
    pub fees: Option<Fate>,
}

/// Somebody is to be heard before. Fields mean what they mean in [`Hearing`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are documented at `Hearing` and `Intended`")]
pub struct HearBefore {
    pub clause: Clause,
    pub known_on: Option<NaiveDate>,
    pub reasons: String,
    pub due_on: NaiveDate,
    pub follow_up: FollowUpId,
    /// What the reminder says.
    pub remind: String,
    /// Why a closed case is opened again.
    pub reopen: String,
}

/// The decision that can be taken back or revoked now, or why there is none.
pub fn revocable(case: &Case) -> Result<&Decision, Refusal> {
    let decision = case.decisions.last().ok_or_else(|| Refusal::because("revoke-undecided"))?;
    refuse_if(decision.outcome == Outcome::Withdrawn, "revoke-nothing-decided")?;
    refuse_if(case.is_revoked(decision.event), "revoke-already")?;
    // What was not told has no effect yet (§ 43 (1) VwVfG); what is granted by law has it without being told.
    let told = decision.deemed || case.notified_of(decision.event).is_some();
    refuse_if(!told, "revoke-not-notified")?;
    Ok(decision)
}

/// A closed case is opened again: there is something to be done.
fn reopened(case: &Case, reason: &str, today: NaiveDate) -> Option<CaseEvent> {
    let reason = reason.to_owned();
    (case.stage() == Stage::Closed).then_some(CaseEvent::Reopened { reopened_on: today, reason })
}

fn told<'a>(context: &Context<'a>) -> Result<&'a Assessment, Refusal> {
    let told = context.assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    refuse_if(told.for_kreis, "decision-is-kreis")?;
    Ok(told)
}

/// Whether a decision burdens: a tax that is set, or a refusal. A condition or a fee alone is a part that burdens, and a
/// rate that is granted favours.
pub fn burdens(decision: &Decision, told: &Assessment) -> bool {
    // What was decided before rates were marked as such is known by its service.
    let taxes = |levied: &Levied| {
        !levied.rate && told.levies.iter().all(|due| due.id != levied.amount.fee || !due.rate)
    };
    decision.outcome == Outcome::Refused
        || told.procedure.regime == Regime::Ao && decision.levies.iter().any(taxes)
}

/// What is against the paragraph for this decision.
fn clause_problem(decision: &Decision, clause: Clause, part: &str, told: &Assessment) -> Option<Problem> {
    if clause.regime() != told.procedure.regime {
        let law = if told.procedure.regime == Regime::Ao { "§§ 130, 131 AO" } else { "§§ 48, 49 VwVfG" };
        return Some(Problem::error("ground", "revoke-other-law").with("law", told.procedure.law(law, law)));
    }
    let burdens = burdens(decision, told);
    match clause.favours() {
        true if decision.outcome == Outcome::Refused => Some(Problem::error("ground", "revoke-burdens")),
        false if !burdens && part.is_empty() => Some(Problem::error("ground", "revoke-favours")),
        _ => None,
    }
}

/// The paragraphs that can be right for the decision, for a part of it at least; where somebody is to be heard, those before which that
/// is due.
pub fn fitting(case: &Case, told: &Assessment, hears: bool) -> Vec<Clause> {
    let Ok(decision) = revocable(case) else { return Vec::new() };
    let fits = |clause: &Clause| clause_problem(decision, *clause, "-", told).is_none();
    Clause::of(told.procedure.regime).filter(|clause| fits(clause) && (clause.favours() || !hears)).collect()
}

/// What is wrong with the day on which the facts became known, and whether the year from it is over.
fn year_problem(
    decision: &Decision,
    wanted: &Revoke,
    told: &Assessment,
    today: NaiveDate,
) -> Option<Problem> {
    let deceived = wanted.clause.asks_trust() && wanted.untrusted == Some(Untrusted::Deceived);
    let Some(known) = wanted.known_on else {
        let asks = wanted.clause.has_year() && !deceived;
        return asks.then(|| Problem::error("known_on", "revoke-known-missing"));
    };
    known_problem(decision, known, today).or_else(|| {
        let until = told.procedure.revocable_until(wanted.clause, wanted.untrusted, known);
        match until {
            Err(_) => Some(Problem::error("known_on", "deadline-out-of-range")),
            Ok(Some(until)) if today > until.date => {
                let id =
                    if wanted.clause.asks_trust() { "revoke-year-over-trust" } else { "revoke-year-over" };
                Some(Problem::error("known_on", id).with("known", known).with("date", until.date))
            }
            Ok(_) => None,
        }
    })
}

/// The authority learns of what justifies it neither tomorrow nor before it decided.
fn known_problem(decision: &Decision, known: NaiveDate, today: NaiveDate) -> Option<Problem> {
    let id = match known {
        _ if known > today => "revoke-known-future",
        _ if known < decision.decided_on => "revoke-known-before",
        _ => return None,
    };
    Some(Problem::error("known_on", id).with("date", known).with("decided", decision.decided_on))
}

/// A revocation counts from its notification on, or from a later day; only what § 48, § 49 (3), § 130 allow reaches back.
fn from_problem(decision: &Decision, wanted: &Revoke, today: NaiveDate) -> Option<Problem> {
    let from = wanted.from?;
    let id = match wanted.clause.reaches_back() {
        true if from < decision.decided_on => "revoke-from-before",
        false if from < today => "revoke-from-past",
        _ => return None,
    };
    Some(Problem::error("from", id).with("date", from).with("decided", decision.decided_on))
}

/// What stands against taking away what was granted without having heard anybody (§ 28 VwVfG, § 91 AO).
pub fn unheard_before(case: &Case, decision: EventRef, clause: Clause, today: NaiveDate) -> Option<Problem> {
    if !clause.favours() {
        return None;
    }
    let Some(hearing) = heard_about(case, decision, clause).filter(|hearing| !case.is_used_up(hearing))
    else {
        let other = |intended: &Intended| intended.decision == decision && intended.clause != clause;
        let other = case.hearings().filter_map(|hearing| hearing.revokes.as_ref()).any(other);
        let id = if other { "revoke-hearing-other" } else { "revoke-hearing-missing" };
        return Some(Problem::error("hearing", id));
    };
    let waits = hearing.due_on >= today && case.awaits(hearing);
    waits.then(|| Problem::error("hearing", "hearing-not-over").with("date", hearing.due_on))
}

/// The last hearing about a decision and just that paragraph: whoever is heard says something to the facts that it asks for, and
/// another one asks for others (§ 28 (1) VwVfG, § 91 (1) AO).
pub fn heard_about(case: &Case, decision: EventRef, clause: Clause) -> Option<&Hearing> {
    let about = |intended: &Intended| intended.decision == decision && intended.clause == clause;
    case.hearings().rfind(|hearing| hearing.revokes.as_ref().is_some_and(about))
}

/// What becomes of the fees that the decision set is said, never guessed; what was paid goes back over the till first.
fn fees_problem(case: &Case, decision: EventRef, anew: bool, fees: Option<Fate>) -> Option<Problem> {
    let set: Vec<&Charge> = case.set_by(decision).collect();
    if set.is_empty() {
        return None;
    }
    let pays = |number: &str| {
        let charges = case.receipts.get(number).map(|receipt| &receipt.paid.charges);
        charges.is_some_and(|paid| set.iter().any(|charge| paid.contains(&charge.fee.charge)))
    };
    let stands = case.receipts.iter().filter(|(_, receipt)| receipt.cancelled.is_none());
    let paid: Vec<&str> = stands.map(|(number, _)| number.as_str()).filter(|number| pays(number)).collect();
    match fees {
        None => Some(Problem::error("fees", "revoke-fees-say")),
        // The new decision sets its own: nobody pays for one matter twice.
        Some(Fate::Kept) if anew => Some(Problem::error("fees", "revoke-fees-anew")),
        Some(Fate::Dropped) if !paid.is_empty() => {
            Some(Problem::error("fees", "revoke-fees-paid").with("receipts", paid.join(", ")))
        }
        Some(_) => None,
    }
}

/// Papers that tell what is left of nothing: the letters of the decision, and the certificate of a deemed approval.
pub fn falls_with(case: &Case, told: &Assessment) -> Vec<PaperId> {
    let tells = |kind: &str| {
        kind == CERTIFICATE || told.papers.iter().any(|due| due.kind == kind && due.at == "decided")
    };
    case.standing().filter(|paper| tells(&paper.issued.kind)).map(|paper| paper.issued.paper).collect()
}

/// The revocation as it would be written today, or everything that is against it.
fn draft(case: &Case, wanted: Revoke, context: &Context<'_>) -> Result<Revocation, Refusal> {
    let told = told(context)?;
    let decision = revocable(case)?;
    let (event, today) = (decision.event, context.today);
    let part = wanted.part.trim().to_owned();
    let mut problems: Vec<Problem> = told.terms.lacking.clone();
    problems.extend(clause_problem(decision, wanted.clause, &part, told));
    if wanted.untrusted.is_some() && !wanted.clause.asks_trust() {
        problems.push(Problem::error("untrusted", "revoke-trust-unfit"));
    }
    problems.extend(year_problem(decision, &wanted, told, today));
    problems.extend(from_problem(decision, &wanted, today));
    if wanted.reasons.trim().is_empty() {
        problems.push(Problem::error("reasons", "reasons-missing"));
    }
    if wanted.anew && !part.is_empty() {
        problems.push(Problem::error("anew", "revoke-part-anew"));
    }
    match wanted.unheard {
        Some(ground) if !UNHEARD.contains(&ground) => {
            problems.push(Problem::error("hearing", "revoke-ground-unfit"));
        }
        Some(_) => {}
        None => problems.extend(unheard_before(case, event, wanted.clause, today)),
    }
    let fees_law = || told.procedure.calendar.land().cites("§ 14 Abs. 2 GebG NRW");
    problems
        .extend(fees_problem(case, event, wanted.anew, wanted.fees).map(|fees| fees.with("law", fees_law())));
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let whole = part.is_empty();
    let set: Vec<ChargeId> = case.set_by(event).map(|charge| charge.fee.charge).collect();
    let lines = wanted.hand_back.iter().map(|line| line.trim().to_owned());
    Ok(Revocation {
        decision: event,
        clause: wanted.clause,
        untrusted: wanted.untrusted,
        known_on: wanted.known_on,
        from: wanted.from,
        reasons: wanted.reasons.trim().to_owned(),
        // Who was heard all the same was heard.
        unheard: wanted.unheard.filter(|_| unheard_before(case, event, wanted.clause, today).is_some()),
        hand_back: lines.filter(|line| !line.is_empty()).collect(),
        // Without its refusal an application is not decided.
        anew: whole && (wanted.anew || decision.outcome == Outcome::Refused),
        fees: wanted.fees.filter(|_| !set.is_empty()),
        withdrawn: if wanted.fees == Some(Fate::Dropped) { set } else { Vec::new() },
        void: if whole { falls_with(case, told) } else { Vec::new() },
        notice: told.terms.notice.clone(),
        revoked_on: today,
        part,
    })
}

/// Takes back or revokes, or writes it down for the second signature where the service asks for one. `reopen` is why a closed case is
/// opened again.
pub(super) fn revoke(case: &Case, wanted: Revoke, reopen: &str, context: &Context<'_>) -> Events {
    let draft = draft(case, wanted, context)?;
    let levies = case.decisions.last().map(|decision| decision.levies.as_slice()).unwrap_or_default();
    let second = told(context)?.procedure.asks_second_to_revoke(draft.clause, levies);
    let event = if second {
        CaseEvent::RevocationPrepared(Box::new(draft))
    } else {
        CaseEvent::DecisionRevoked(Box::new(Revoked { revocation: draft, signs: None }))
    };
    Ok(reopened(case, reopen, context.today).into_iter().chain([event]).collect())
}

/// The revocation as it was prepared, if it would be prepared so today.
pub(super) fn sign(case: &Case, signs: EventRef, context: &Context<'_>) -> Events {
    let known = case.revocation_to_sign().filter(|known| known.event == signs);
    let known = known.ok_or_else(|| Refusal::because("draft-changed"))?.draft.clone();
    let wanted = Revoke {
        clause: known.clause,
        untrusted: known.untrusted,
        known_on: known.known_on,
        from: known.from,
        part: known.part.clone(),
        reasons: known.reasons.clone(),
        unheard: known.unheard,
        hand_back: known.hand_back.clone(),
        anew: known.anew,
        fees: known.fees,
    };
    let today = draft(case, wanted, context)?;
    let same = Revocation { revoked_on: known.revoked_on, ..today.clone() } == known;
    refuse_if(!same, "draft-other-today")?;
    Ok(vec![CaseEvent::DecisionRevoked(Box::new(Revoked { revocation: today, signs: Some(signs) }))])
}

/// Hears whoever was granted something before it is taken away.
pub(super) fn hear(case: &Case, wanted: HearBefore, context: &Context<'_>) -> Events {
    let told = told(context)?;
    let decision = revocable(case)?;
    let reasons = wanted.reasons.trim().to_owned();
    let mut problems: Vec<Problem> = clause_problem(decision, wanted.clause, "", told).into_iter().collect();
    if problems.is_empty() && !wanted.clause.favours() {
        problems.push(Problem::error("ground", "revoke-hearing-not-needed"));
    }
    problems.extend(wanted.known_on.and_then(|known| known_problem(decision, known, context.today)));
    if reasons.is_empty() {
        problems.push(Problem::error("reasons", "reasons-missing"));
    }
    problems.extend(day_to_answer(wanted.due_on, context));
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let intended = Intended { decision: decision.event, clause: wanted.clause, known_on: wanted.known_on };
    let hearing = Hearing {
        intended: Outcome::Refused,
        reasons,
        due_on: wanted.due_on,
        begun_on: context.today,
        follow_up: wanted.follow_up,
        revokes: Some(intended),
        asked: case.recipients(),
    };
    let remind = reminder(wanted.follow_up, wanted.due_on, wanted.remind);
    let opens = reopened(case, &wanted.reopen, context.today);
    Ok(opens.into_iter().chain([CaseEvent::HearingBegun(Box::new(hearing)), remind]).collect())
}

/// Whether a revocation reaches whom it is for too late: the year is over by then. The last day, and the day of notification.
pub fn revoked_late(act: Act<'_>, notified: &Notified, told: &Assessment) -> Option<(NaiveDate, NaiveDate)> {
    let what = &act.revocation?.what;
    let until = told.procedure.revocable_until(what.clause, what.untrusted, what.known_on?).ok()??;
    let on = told.procedure.remedied(notified, act.notice).ok()?.notified_on;
    (on > until.date).then_some((until.date, on))
}
