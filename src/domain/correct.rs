//! Correcting answers (Berichtigung): what changes, and which fees and papers rested on what was wrong. Pure; issues no
//! paper.

use super::assessment::Assessment;
use super::case::{Amount, Case, CaseEvent, Charge, Charged, Corrected, Fees, Paper};
use super::decide::Context;
use super::explain::Step;
use super::id::{ChargeId, PaperId};
use super::money::Cents;
use super::problem::{LocalText, Problem, Refusal};
use super::procedure::{OWN_PAPERS, PAYMENT};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A correction as it is asked for. The right answers are the assessment's.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Correction {
    /// Top-level fields that were answered anew. It matters where two desks dispute a field: naming it settles that.
    pub answered: BTreeSet<String>,
    /// What the clerk saw in a field before; a field that was changed meanwhile is told.
    pub seen: BTreeMap<String, Value>,
    /// Why.
    pub reason: String,
    /// Whether the office itself was mistaken (§ 42 VwVfG); must be said.
    pub own_mistake: Option<bool>,
    /// What becomes of fees whose amount changes; must be said where one does.
    pub fees: Option<Fees>,
    /// Ids for fees that arise, as many as the assessment has charges.
    pub charges: Vec<ChargeId>,
}

/// A fee whose amount the right answers change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeChange {
    /// The fee's id in the service.
    pub fee: String,
    /// What it is for.
    pub label: LocalText,
    /// What was charged; waived fees aside.
    pub charged: Cents,
    /// What the right answers ask for.
    pub due: Cents,
    /// Receipts that stand and pay for it.
    pub receipts: Vec<String>,
    /// The fees themselves.
    of: Vec<ChargeId>,
}

/// Fees of the case whose amount is another one by the assessment. A fee that was waived stays waived.
pub fn fee_changes(case: &Case, assessment: &Assessment) -> Vec<FeeChange> {
    let mut charged: BTreeMap<&str, Vec<&Charge>> = BTreeMap::new();
    for charge in case.own_charges() {
        charged.entry(&charge.fee.amount.fee).or_default().push(charge);
    }
    for due in &assessment.charges {
        let _ = charged.entry(&due.id).or_default();
    }
    let changes = charged.into_iter().filter(|(_, all)| all.iter().all(|charge| charge.waived.is_none()));
    let changes = changes.map(|(fee, all)| {
        let due = assessment.charges.iter().find(|due| due.id == fee);
        let of: Vec<ChargeId> = all.iter().map(|charge| charge.fee.charge).collect();
        let stands = case.receipts.iter().filter(|(_, receipt)| receipt.cancelled.is_none());
        let pays = stands.filter(|(_, receipt)| receipt.paid.charges.iter().any(|paid| of.contains(paid)));
        FeeChange {
            fee: fee.to_owned(),
            label: due
                .map(|due| due.label.clone())
                .or_else(|| all.first().map(|charge| charge.fee.amount.label.clone()))
                .unwrap_or_default(),
            charged: all.iter().map(|charge| charge.fee.amount.cents).sum(),
            due: due.map_or(Cents::ZERO, |due| due.cents),
            receipts: pays.map(|(number, _)| number.clone()).collect(),
            of,
        }
    });
    changes.filter(|change| change.charged != change.due).collect()
}

/// Papers that stand and that the right answers do not bring forth.
pub fn void_papers(case: &Case, assessment: &Assessment) -> Vec<PaperId> {
    // What the program writes in the procedure rests on no answer.
    let own = |kind: &str| OWN_PAPERS.contains(&kind) || kind == PAYMENT;
    let due = |kind: &str| own(kind) || assessment.papers.iter().any(|due| due.kind == kind);
    // A letter in the clerk's own words says what was written then, whatever the answers are.
    let rests = |paper: &&Paper| paper.issued.letter.is_none() && !due(&paper.issued.kind);
    case.standing().filter(rests).map(|paper| paper.issued.paper).collect()
}

/// The correction and the fees that it charges, or everything that is against it. A closed case is corrected as any
/// other: a mistake may be put right at any time (§ 42 VwVfG), and what is owed then opens the case by itself.
pub(super) fn correct(
    case: &Case,
    correction: Correction,
    context: &Context<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    let assessment = context.assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    let disputed: BTreeSet<&str> = case.conflicts().into_iter().map(|(field, _)| field).collect();
    let (old, new) = changes(case, assessment, &correction, &disputed);
    let fees = fee_changes(case, assessment);
    let mut problems: Vec<Problem> = assessment.errors().cloned().collect();
    if new.is_empty() {
        problems.push(Problem::error("", "nothing-corrected"));
    }
    for field in disputed.iter().filter(|field| !new.contains_key(**field)) {
        problems.push(Problem::error(*field, "answer-disputed"));
    }
    let changed_meanwhile =
        |(field, seen): &(&String, &Value)| old.get(*field).is_some_and(|old| old != *seen);
    for (field, _) in correction.seen.iter().filter(changed_meanwhile) {
        problems.push(Problem::error(field, "answer-changed-meanwhile"));
    }
    problems.extend(fees.iter().filter_map(|change| fee_problem(change, correction.fees)));
    if correction.own_mistake.is_none() {
        problems.push(Problem::error("own_mistake", "correction-whose-mistake"));
    }
    if correction.reason.trim().is_empty() {
        problems.push(Problem::error("reason", "text-missing"));
    }
    if correction.charges.len() != assessment.charges.len() {
        problems.push(Problem::error("", "case-not-assessed"));
    }
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let revised = correction.fees == Some(Fees::Revised);
    let withdraws = fees.iter().filter(|change| revised && change.receipts.is_empty());
    let mut events = vec![CaseEvent::Corrected(Box::new(Corrected {
        old,
        new,
        reason: correction.reason.trim().to_owned(),
        own_mistake: correction.own_mistake.unwrap_or_default(),
        corrected_on: context.today,
        fees: correction.fees.filter(|_| !fees.is_empty()),
        withdrawn: withdraws.flat_map(|change| change.of.clone()).collect(),
        void: void_papers(case, assessment),
    }))];
    if revised {
        events.extend(fees.iter().filter_map(|change| charge(change, assessment, &correction.charges)));
    }
    Ok(events)
}

type Values = BTreeMap<String, Value>;

/// What stood and what is to stand in each field that changes, or whose dispute is settled.
fn changes(
    case: &Case,
    assessment: &Assessment,
    correction: &Correction,
    disputed: &BTreeSet<&str>,
) -> (Values, Values) {
    let (before, after) = (case.answers().0, &assessment.values.0);
    let fields: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let value = |all: &Values, field: &String| all.get(field).cloned().unwrap_or(Value::Null);
    let settles = |field: &String| disputed.contains(field.as_str()) && correction.answered.contains(field);
    let changed =
        fields.into_iter().filter(|field| before.get(*field) != after.get(*field) || settles(field));
    changed
        .map(|field| ((field.clone(), value(&before, field)), (field.clone(), value(after, field))))
        .unzip()
}

/// A changed amount is never left or changed in silence; money that came in too much goes back over the till first.
fn fee_problem(change: &FeeChange, fees: Option<Fees>) -> Option<Problem> {
    let id = match fees {
        None => "correction-fee-undecided",
        Some(Fees::Revised) if !change.receipts.is_empty() && change.due < change.charged => {
            "correction-fee-paid"
        }
        Some(_) => return None,
    };
    let problem = Problem::error("fees", id)
        .with("fee", &change.label.de)
        .with("fee-en", change.label.get("en"))
        .with("paid", change.charged.0)
        .with("due", change.due.0);
    Some(problem.with("receipts", change.receipts.join(", ")))
}

/// The fee by the right answers; where a part of it is paid, only the rest.
fn charge(change: &FeeChange, assessment: &Assessment, ids: &[ChargeId]) -> Option<CaseEvent> {
    let (due, id) = assessment.charges.iter().zip(ids).find(|(due, _)| due.id == change.fee)?;
    let (mut cents, mut why) = (due.cents, due.why.clone());
    if !change.receipts.is_empty() {
        cents = due.cents - change.charged;
        why.push(Step::new("fee-charged-before", "").with("cents", change.charged.0));
    }
    let amount = Amount { cents, why, ..due.into() };
    Some(CaseEvent::FeeCharged(Charged { charge: *id, amount, duplicate: None, decision: None }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answers::Answers;
    use crate::domain::case::Opened;
    use crate::domain::decide::{Command, decide};
    use crate::domain::event::{Payload, Recorded};
    use crate::domain::id::{CaseId, DeviceId, EventRef, UserId};
    use crate::domain::user::{Group, Role, User};
    use chrono::NaiveDate;
    use serde_json::json;
    use uuid::Uuid;

    fn event(device: u128, seq: u64, parents: &[(u128, u64)], what: CaseEvent) -> Recorded<CaseEvent> {
        let at = |(device, seq): (u128, u64)| EventRef { device: DeviceId(Uuid::from_u128(device)), seq };
        Recorded {
            id: at((device, seq)),
            parents: parents.iter().map(|parent| at(*parent)).collect(),
            at: chrono::DateTime::UNIX_EPOCH,
            actor: UserId(Uuid::nil()),
            payload: Payload::Known(what),
        }
    }

    fn set(field: &str, value: &str) -> CaseEvent {
        CaseEvent::AnswersSet { fields: [(field.to_owned(), json!(value))].into() }
    }

    /// A case on whose house number two desks disagree: 23 and 32.
    fn disputed() -> Case {
        let opened =
            Opened::sample("32.10-2026-A-00001", "gewerbe-anmeldung", Group::Trade, NaiveDate::default());
        let events = [
            event(1, 1, &[], CaseEvent::CaseOpened(Box::new(opened))),
            event(1, 2, &[(1, 1)], set("ort", "Gescher")),
            event(1, 3, &[(1, 2)], set("nummer", "23")),
            event(2, 1, &[(1, 2)], set("nummer", "32")),
        ];
        Case::fold(CaseId(Uuid::nil()), &events).expect("opened")
    }

    fn corrects(answered: &str, values: [(&str, &str); 2]) -> Result<Vec<CaseEvent>, Refusal> {
        let roles = [(Role::Counter, [Group::Trade].into())].into();
        let actor = User {
            id: UserId(Uuid::nil()),
            login: "clerk".into(),
            name: "Ada".into(),
            pin_hash: String::new(),
            roles,
            heads: Vec::new(),
        };
        let values = Answers(values.map(|(field, value)| (field.to_owned(), json!(value))).into());
        let assessment = Assessment { values, ..Assessment::default() };
        let context = Context { actor: &actor, today: NaiveDate::default(), assessment: Some(&assessment) };
        let correction = Correction {
            answered: [answered.to_owned()].into(),
            reason: "Rückfrage".into(),
            own_mistake: Some(false),
            ..Correction::default()
        };
        decide(Some(&disputed()), Command::Correct(correction), &context)
    }

    #[test]
    fn a_dispute_is_settled_by_naming_its_field_also_with_the_value_that_stands_first() {
        for number in ["23", "32", "33"] {
            let events = corrects("nummer", [("nummer", number), ("ort", "Gescher")]).expect("corrected");
            let [CaseEvent::Corrected(corrected)] = &events[..] else { panic!("one event: {events:?}") };
            assert_eq!(corrected.new, [("nummer".to_owned(), json!(number))].into());
        }
    }

    #[test]
    fn nothing_else_is_corrected_while_a_dispute_is_open() {
        let refusal = corrects("ort", [("nummer", "23"), ("ort", "Borken")]).expect_err("refused");
        let told: Vec<_> = refusal.0.iter().map(|p| (p.field.as_str(), p.id.as_str())).collect();
        assert_eq!(told, [("nummer", "answer-disputed")]);
    }
}
