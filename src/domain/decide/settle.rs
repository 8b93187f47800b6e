//! What becomes of what was filed: an objection is decided by a letter, an action ends as the court says, an entry was a mistake. What is
//! done, or every reason against it. Pure.

use super::{Context, refuse_if, said, undisputed};
use crate::domain::assessment::Assessment;
use crate::domain::case::{Case, CaseEvent, Fate, Filed, Lowered, Ruling, Settled, Settlement};
use crate::domain::decision::{Notice, Remedy};
use crate::domain::id::{ChargeId, EventRef};
use crate::domain::money::Cents;
use crate::domain::problem::{Problem, Refusal};
use crate::domain::user::Role;
use chrono::NaiveDate;
use std::collections::BTreeSet;

type Events = Result<Vec<CaseEvent>, Refusal>;

/// What somebody says has become of what was filed. Fields mean what they mean in [`Settlement`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are documented at `Settlement`")]
pub struct Conclude {
    pub filed: Option<EventRef>,
    /// Of the objection or of the action; may be left out where one alone is open.
    pub of: Option<Remedy>,
    pub how: Settled,
    pub reason: String,
    pub part: String,
    /// What becomes of the fees that the decision had set, where a part of it is lifted.
    pub fees: Option<Fate>,
    /// What its one fee is from now on, instead.
    pub lowered: Option<Cents>,
    /// Of an objection that is decided.
    pub ruling: Option<Rule>,
}

/// A decision about an objection, as it is typed. Fields mean what they mean in [`Ruling`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are documented at `Ruling`")]
pub struct Rule {
    pub facts: String,
    /// Per cent that the town bears; by how it ends where nothing is said: all where the objection is right, nothing where it is not.
    pub town_bears: Option<u8>,
    pub counsel: Option<bool>,
    pub elsewhere: Option<Elsewhere>,
}

/// Another authority decided about the objection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// Which.
    pub by: String,
    /// The day of its letter.
    pub on: NaiveDate,
    /// Whether that bears a notice of the action, and a right one (§ 58 VwGO).
    pub has_notice: bool,
}

/// Which of what is open it is about: the one that is named, else the only one that can end so.
fn which<'a>(case: &'a Case, wanted: &Conclude) -> Result<&'a Filed, Refusal> {
    let of = |filed: &&Filed| wanted.of.is_none_or(|of| filed.objection.remedy == of);
    let named = |filed: &&Filed| wanted.filed.is_none_or(|event| filed.event == event);
    let open: Vec<&Filed> = case.all_open().filter(of).filter(named).collect();
    refuse_if(open.is_empty(), "objection-none")?;
    let fits = |filed: &&&Filed| Settled::of(filed.objection.remedy).contains(&wanted.how);
    let fitting: Vec<&Filed> = open.iter().filter(fits).copied().collect();
    match (fitting.as_slice(), open.iter().all(|filed| filed.objection.remedy == Remedy::Objection)) {
        ([one], _) => Ok(one),
        ([], true) => Err(Problem::error("how", "settled-other-objection").into()),
        ([], false) => Err(Problem::error("how", "settled-other-action").into()),
        (several, _) if several.iter().all(|filed| filed.objection.remedy == Remedy::Objection) => {
            Err(whose("settled-whose", several).into())
        }
        _ => Err(Problem::error("of", "settled-of-which").into()),
    }
}

/// That it has to be said whose objection is meant, with whose there are.
pub fn whose(id: &str, among: &[&Filed]) -> Problem {
    let named: BTreeSet<&str> = among.iter().filter_map(|filed| filed.objection.by.as_deref()).collect();
    let has_own = among.iter().any(|filed| filed.objection.by.is_none());
    let who = match (has_own, named.is_empty()) {
        (true, true) => "own",
        (true, false) => "both",
        (false, _) => "others",
    };
    let names = named.into_iter().collect::<Vec<_>>().join(", ");
    Problem::error("objector", id).with("who", who).with("names", names)
}

/// An objection and an action end in words of their own, and each for itself. An objection is decided with a letter, which waits for its
/// second signature where the service asks for one.
pub(super) fn conclude(case: &Case, wanted: &Conclude, context: &Context<'_>) -> Events {
    let settlement = draft(case, wanted, context)?;
    let levies = || {
        let act =
            settlement.filed.and_then(|event| case.objections().iter().find(|known| known.event == event));
        let act = act.and_then(|filed| case.objected(filed));
        act.map(|act| act.decision.levies.clone()).unwrap_or_default()
    };
    let is_ours = settlement.ruling.as_ref().is_some_and(|ruling| ruling.elsewhere.is_none());
    let asks = |told: &Assessment| told.procedure.asks_second_to_rule(settlement.how, &levies());
    let second = is_ours && context.assessment.is_some_and(asks);
    let event = if second { CaseEvent::ObjectionPrepared } else { CaseEvent::ObjectionSettled };
    Ok(vec![event(Box::new(settlement))])
}

/// The draft as it was prepared, if it would be prepared so today.
pub(super) fn sign(case: &Case, signs: EventRef, context: &Context<'_>) -> Events {
    let known = case.ruling_to_sign().filter(|known| known.event == signs);
    let known = known.ok_or_else(|| Refusal::because("draft-changed"))?.draft.clone();
    let ruling = known.ruling.clone().unwrap_or_default();
    let lowered = known.lowers.map(|lowers| lowers.to);
    let fees = match (known.part.is_empty() || lowered.is_some(), known.withdrawn.is_empty()) {
        (true, _) => None,
        (false, true) => Some(Fate::Kept),
        (false, false) => Some(Fate::Dropped),
    };
    let wanted = Conclude {
        filed: known.filed,
        of: known.of,
        how: known.how,
        reason: known.reason.clone(),
        part: known.part.clone(),
        fees,
        lowered,
        ruling: Some(Rule {
            facts: ruling.facts,
            town_bears: Some(ruling.town_bears),
            counsel: ruling.counsel,
            elsewhere: None,
        }),
    };
    let today = draft(case, &wanted, context)?;
    let same = Settlement { settled_on: known.settled_on, ..today.clone() } == known;
    refuse_if(!same, "draft-other-today")?;
    Ok(vec![CaseEvent::ObjectionSettled(Box::new(Settlement { signs: Some(signs), ..today }))])
}

/// What became of it as it would be written today, or everything that is against it.
fn draft(case: &Case, wanted: &Conclude, context: &Context<'_>) -> Result<Settlement, Refusal> {
    let filed = which(case, wanted)?;
    let how = wanted.how;
    let mut problems = Vec::new();
    if wanted.reason.trim().is_empty() {
        problems.push(Problem::error("reason", "text-missing"));
    }
    let part = String::from(wanted.part.trim());
    let says_part = !part.is_empty() || wanted.fees.is_some() || wanted.lowered.is_some();
    match how {
        _ if how.lifts_in_part() && part.is_empty() => {
            problems.push(Problem::error("part", "settled-part-missing"));
        }
        Settled::Remedied if says_part && part.is_empty() => {
            problems.push(Problem::error("part", "settled-part-missing"));
        }
        _ if says_part && !how.lifts_in_part() && how != Settled::Remedied => {
            problems.push(Problem::error("part", "settled-part-unfit"));
        }
        _ => {}
    }
    let ruling = ruling(case, filed, wanted, context, &mut problems)?;
    let elsewhere = wanted.ruling.as_ref().and_then(|rule| rule.elsewhere.as_ref());
    let settled_on = elsewhere.map_or(context.today, |elsewhere| elsewhere.on);
    let (withdrawn, lowers) = match fees(case, filed, wanted) {
        Ok(fees) => fees,
        Err(Refusal(wrong)) => {
            problems.extend(wrong);
            (Vec::new(), None)
        }
    };
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    Ok(Settlement {
        of: Some(filed.objection.remedy),
        filed: Some(filed.event),
        how,
        reason: wanted.reason.trim().to_owned(),
        part,
        withdrawn,
        lowers,
        ruling,
        settled_on,
        signs: None,
    })
}

/// The decision about an objection, where it is one; none otherwise.
fn ruling(
    case: &Case,
    filed: &Filed,
    wanted: &Conclude,
    context: &Context<'_>,
    problems: &mut Vec<Problem>,
) -> Result<Option<Ruling>, Refusal> {
    let how = wanted.how;
    let Some(rule) = wanted.ruling.as_ref().filter(|_| how.rules()) else {
        refuse_if(how.rules(), "ruling-needed")?;
        return Ok(None);
    };
    let _ = case.objected(filed).ok_or_else(|| Problem::error("how", "ruling-nothing"))?;
    // A letter goes to whoever applied, and who has what is granted is to be heard before it is lifted (§ 71 VwGO).
    refuse_if(case.is_of_another(filed) && rule.elsewhere.is_none(), "ruling-of-another")?;
    let told = context.assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    if let Some(elsewhere) = &rule.elsewhere {
        return decided_elsewhere(filed, elsewhere, told, context, problems).map(Some);
    }
    let passed_on = matches!(&filed.settled, Some((Settled::PassedOn, _, _)));
    if passed_on {
        problems.push(Problem::error("elsewhere", "ruling-passed-on"));
    }
    undisputed(case)?;
    problems.extend(told.terms.lacking_to_rule.clone());
    let town_bears = match (rule.town_bears, how) {
        (Some(share), _) => share,
        (None, Settled::Remedied) => 100,
        (None, Settled::Rejected) => 0,
        (None, _) => {
            problems.push(Problem::error("town_bears", "ruling-share-missing"));
            0
        }
    };
    let is_share = rule.town_bears.is_some() || how != Settled::RemediedInPart;
    match (how, town_bears) {
        (_, 101..) => problems.push(Problem::error("town_bears", "ruling-share-wrong")),
        // Whoever is right gets the costs back as far as they are right (§ 80 (1) sentence 1 VwVfG).
        (Settled::Remedied, share) if share != 100 => {
            problems.push(Problem::error("town_bears", "ruling-share-whole"));
        }
        (Settled::RemediedInPart, 0 | 100) if is_share => {
            problems.push(Problem::error("town_bears", "ruling-share-part"));
        }
        _ => {}
    }
    if rule.counsel.is_some() && told.procedure.counsel_law().is_none() {
        problems.push(Problem::error("counsel", "ruling-counsel-tax"));
    }
    Ok(Some(Ruling {
        facts: rule.facts.trim().to_owned(),
        town_bears,
        counsel: rule.counsel,
        notice: told.terms.action.clone(),
        elsewhere: None,
    }))
}

/// What another authority decided is entered with its day and whether it says what may be filed.
fn decided_elsewhere(
    filed: &Filed,
    elsewhere: &Elsewhere,
    told: &Assessment,
    context: &Context<'_>,
    problems: &mut Vec<Problem>,
) -> Result<Ruling, Refusal> {
    let by = elsewhere.by.trim().to_owned();
    if by.is_empty() {
        problems.push(Problem::error("elsewhere", "text-missing"));
    }
    let (on, received_on) = (elsewhere.on, filed.objection.received_on);
    if on > context.today {
        problems.push(Problem::error("decided_on", "received-in-future").with("date", on));
    } else if on < received_on {
        let problem = Problem::error("decided_on", "ruling-before-objection").with("date", on);
        problems.push(problem.with("received", received_on));
    }
    let unnamed = || Notice { remedy: Remedy::Action, body: String::new(), address: String::new() };
    let notice = elsewhere.has_notice.then(|| told.terms.action.clone().unwrap_or_else(unnamed));
    Ok(Ruling { notice, elsewhere: Some(by), ..Ruling::default() })
}

/// What becomes of the fees of a decision of which a part is lifted: said, never guessed; what was paid goes back over the till first.
fn fees(case: &Case, filed: &Filed, wanted: &Conclude) -> Result<(Vec<ChargeId>, Option<Lowered>), Refusal> {
    let none = (Vec::new(), None);
    let act = case.objected(filed).filter(|act| act.revocation.is_none());
    let in_part =
        wanted.how.lifts_in_part() || wanted.how == Settled::Remedied && !wanted.part.trim().is_empty();
    let Some(act) = act.filter(|_| in_part) else { return Ok(none) };
    let set: Vec<_> = case.set_by(act.decision.event).collect();
    if set.is_empty() {
        return Ok(none);
    }
    let ids: Vec<ChargeId> = set.iter().map(|charge| charge.fee.charge).collect();
    let stands = case.receipts.iter().filter(|(_, receipt)| receipt.cancelled.is_none());
    let pays = stands.filter(|(_, receipt)| receipt.paid.charges.iter().any(|paid| ids.contains(paid)));
    let paid: Vec<&str> = pays.map(|(number, _)| number.as_str()).collect();
    if !paid.is_empty() && (wanted.lowered.is_some() || wanted.fees == Some(Fate::Dropped)) {
        return Err(Problem::error("fees", "ruling-fees-paid").with("receipts", paid.join(", ")).into());
    }
    match (wanted.lowered, wanted.fees, set.as_slice()) {
        (None, Some(Fate::Kept), _) => Ok(none),
        (None, Some(Fate::Dropped), _) => Ok((ids, None)),
        (None, None, _) => Err(Problem::error("fees", "ruling-fees-say").into()),
        (Some(to), _, [one]) if to > Cents::ZERO && to < one.fee.amount.cents => {
            Ok((Vec::new(), Some(Lowered { charge: one.fee.charge, to })))
        }
        (Some(_), _, [one]) => Err(Problem::error("lowered", "ruling-lowered-wrong")
            .with("cents", one.fee.amount.cents.0)
            .into()),
        (Some(_), _, _) => Err(Problem::error("lowered", "ruling-lowered-several").into()),
    }
}

/// Takes an entry back that was a mistake. What was told has effect: a court, or a new decision, changes that. Its letter, once printed,
/// may be on its way: only where it is `in_house`. What two people signed the head takes back.
pub(super) fn undo(
    case: &Case,
    settlement: EventRef,
    reason: &str,
    in_house: bool,
    context: &Context<'_>,
) -> Events {
    let known = case.settlement(settlement).ok_or_else(|| Refusal::because("settlement-unknown"))?;
    refuse_if(!case.is_last_word(settlement), "settlement-unknown")?;
    refuse_if(case.notified_of(settlement).is_some(), "settlement-told")?;
    let sued = case.objections().iter().any(|filed| filed.against == Some(settlement));
    refuse_if(sued, "settlement-sued")?;
    refuse_if(known.lifts() && case.is_decided_since(settlement), "settlement-decided-anew")?;
    if case.was_printed_with(settlement) && !in_house {
        return Err(Problem::error("in_house", "settlement-printed").into());
    }
    let group = Some(case.opened.group);
    let head = context.actor.role_among("decision_returned", group, &[Role::Head]);
    if known.signs.is_some() && head.is_none() {
        let problem = Problem::error("", "not-allowed").with("kind", "settlement_undone");
        return Err(problem.with("roles", Role::Head.name()).into());
    }
    said(reason, "reason")?;
    let (reason, undone_on) = (reason.trim().to_owned(), context.today);
    Ok(vec![CaseEvent::SettlementUndone { settlement, reason, undone_on }])
}
