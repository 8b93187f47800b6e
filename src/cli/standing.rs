//! How far the procedure of a case is, in lines for people: what is missing, who is heard, until when, and why. Does nothing.

use super::say::explained;
use super::{inaction, revoke};
use crate::desk::case::Sheet;
use crate::domain::assessment::Assessment;
use crate::domain::case::{Filed, Stage};
use crate::domain::explain::Explanation;
use crate::timeline;
use crate::timeline::timely::until;
use crate::words;

pub(super) fn said(id: &str, args: &[(&str, String)]) -> String {
    let args = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    words::said(id, &args.collect())
}

pub(super) fn because(why: &Explanation) -> impl Iterator<Item = String> + '_ {
    why.iter().map(|step| format!("  {}", explained(step)))
}

/// What follows from a step that was just taken.
pub(super) fn follows(sheet: &Sheet, step: &str) -> Vec<String> {
    match step {
        "ask" => awaited(sheet),
        "received" | "answered" | "refuse-document" => complete(sheet),
        "hear" | "statement" => heard(sheet).into_iter().chain(revoke::lines(sheet)).collect(),
        "extend" | "deem" => deemed(sheet),
        "notify" | "object" | "settle" | "unsettle" | "sign" => remedy(sheet),
        "sue" | "sue-end" => inaction::lines(sheet),
        "decide" if sheet.assessment.terms.remedy_open => vec![words::text("case-decide-remedy-open")],
        "revoke" => revoke::lines(sheet),
        _ => Vec::new(),
    }
}

/// How far it is.
pub(super) fn lines(sheet: &Sheet) -> Vec<String> {
    let mut lines = Vec::new();
    if sheet.case.stage() == Stage::Filed {
        lines.extend(complete(sheet));
        lines.extend(awaited(sheet));
        lines.extend(heard(sheet));
        lines.extend(deemed(sheet));
        if let Some(draft) = sheet.case.to_sign() {
            lines.push(said("cli-to-sign", &[("date", draft.draft.prepared_on.to_string())]));
        }
    }
    if sheet.case.stage() != Stage::Filed {
        lines.extend(deemed(sheet));
    }
    lines.extend(revoke::lines(sheet));
    lines.extend(remedy(sheet));
    lines.extend(inaction::lines(sheet));
    lines
}

/// Whether everything is there, since when and why; else what is missing.
fn complete(sheet: &Sheet) -> Vec<String> {
    let (case, told) = (&sheet.case, &sheet.assessment);
    if case.requested().is_none() && told.documents.iter().all(|document| !document.needed) {
        return Vec::new();
    }
    if let Some(since) = told.complete.since {
        let first = said("step-complete-since", &[("on", words::date_with_day(since))]);
        return std::iter::once(first).chain(because(&told.complete.why)).collect();
    }
    let language = words::language().tag();
    let missing: Vec<&str> = told.missing().map(|document| document.label.get(language)).collect();
    let missing = (!missing.is_empty()).then(|| said("step-missing", &[("documents", missing.join(", "))]));
    let answers: Vec<&str> = case.requests().flat_map(|asked| &asked.answers).map(String::as_str).collect();
    let answers =
        case.awaits_answers().then(|| said("step-answers-missing", &[("answers", answers.join(", "))]));
    missing.into_iter().chain(answers).collect()
}

/// Until when what is missing was asked for.
fn awaited(sheet: &Sheet) -> Vec<String> {
    let Some(asked) = sheet.case.awaited() else { return Vec::new() };
    let days = [("on", words::date(asked.requested_on)), ("due", words::date_with_day(asked.due_on))];
    let why = asked.why(&sheet.assessment.procedure);
    std::iter::once(said("step-asked", &days)).chain(because(&why)).collect()
}

/// Until when there is time to decide before it counts as granted, and why; or that it does.
fn deemed(sheet: &Sheet) -> Vec<String> {
    let (case, told) = (&sheet.case, &sheet.assessment);
    if let Some(decision) = case.standing_decision().filter(|decision| decision.deemed) {
        let since = said("deemed-since", &[("on", words::date_with_day(decision.decided_on))]);
        let fee = told.procedure.deemed.as_ref().and_then(|deemed| deemed.fee_of(decision));
        let fee = fee.filter(|_| !told.levies.is_empty()).map(|fee| words::text(fee.told()));
        return std::iter::once(since).chain(fee).collect();
    }
    let Some(by) = case.to_decide_by(told) else { return Vec::new() };
    let first = said("deemed-runs", &[("by", words::date_with_day(by.date))]);
    std::iter::once(first).chain(because(&by.explanation)).chain(fee(told)).collect()
}

/// What becomes of the fee of what counts as granted; nothing where a decision sets none.
fn fee(told: &Assessment) -> Option<String> {
    let deemed = told.procedure.deemed.as_ref().filter(|_| !told.levies.is_empty())?;
    Some(words::text(deemed.fee_told()))
}

/// Until when the applicant can say something to what is intended, and what was said.
fn heard(sheet: &Sheet) -> Vec<String> {
    let case = &sheet.case;
    let Some(hearing) = case.hearing() else { return Vec::new() };
    let days = [("on", words::date(hearing.begun_on)), ("due", words::date_with_day(hearing.due_on))];
    let mut lines = vec![said("step-hearing-open", &days)];
    lines.extend(because(&sheet.assessment.procedure.explained(hearing.begun_on, hearing.due_on)));
    for statement in case.statements() {
        let told = [("on", words::date(statement.received_on)), ("text", statement.text.clone())];
        lines.push(said("step-hearing-said", &told));
    }
    lines
}

/// When the decision counts as notified, until when something may be filed and why, and what was filed.
fn remedy(sheet: &Sheet) -> Vec<String> {
    let mut lines = Vec::new();
    let acts = sheet.case.acts();
    for act in &acts {
        let Some(ends) = until(sheet, *act) else { continue };
        if acts.len() > 1 {
            lines.push(timeline::act(act));
        }
        let days =
            [("on", words::date_with_day(ends.notified_on)), ("by", words::date_with_day(ends.ends_on))];
        lines.push(said("step-remedy-until", &days));
        if act.revocation.is_none()
            && let Some((by, on)) = sheet.case.notified_late(&sheet.assessment)
        {
            let days = [("by", words::date_with_day(by.date)), ("on", words::date_with_day(on))];
            lines.push(said("deemed-notified-late", &days));
        }
        lines.extend(because(&ends.why));
        lines.extend(timeline::timely::finality(sheet, *act).map(|says| format!("  {says}")));
    }
    let ruled = sheet.case.act().and_then(|act| act.ruling).filter(|ruled| ruled.is_served());
    if let Some(ruled) = ruled {
        let informal = sheet.case.notified_of(ruled.event).is_some_and(|told| !told.way.is_service());
        let untold = sheet.case.notified_of(ruled.event).is_none();
        lines.extend(informal.then(|| words::text("step-notify-informal")));
        lines.extend(untold.then(|| words::text("step-not-served")));
    }
    let last = sheet.case.act().map(|act| act.event);
    let untold = sheet.case.untold().filter(|ruled| Some(ruled.event) != last);
    let untold = untold.filter_map(|ruled| sheet.case.as_act(ruled.event));
    lines.extend(untold.map(|act| said("step-untold-beside", &[("what", timeline::act(&act))])));
    if let Some(draft) = sheet.case.ruling_to_sign() {
        lines.push(said("cli-to-sign", &[("date", draft.draft.settled_on.to_string())]));
    }
    lines.extend(sheet.case.objections().iter().flat_map(|filed| self::filed(sheet, filed)));
    lines
}

fn filed(sheet: &Sheet, filed: &Filed) -> Vec<String> {
    let objection = &filed.objection;
    let act = sheet.case.objected(filed);
    let (stands, _) = timeline::timely::in_time(sheet, act, objection);
    let other = objection.by.as_ref().map(|_| format!("  {}", words::text("objection-of-another")));
    let against =
        act.map(|act| format!("  {}", said("step-filed-against", &[("what", timeline::act(&act))])));
    let first = timeline::filed_says(objection);
    let settled = filed.settled.as_ref().map(|(how, reason, on)| {
        let args = [("how", timeline::settled(*how)), ("on", words::date(*on)), ("reason", reason.clone())];
        format!("  {}", said("step-settled", &args))
    });
    let part = (!filed.part.is_empty())
        .then(|| format!("  {}", said("settled-part", &[("part", filed.part.clone())])));
    let stands = [format!("  {stands}")];
    std::iter::once(first).chain(other).chain(against).chain(stands).chain(settled).chain(part).collect()
}
