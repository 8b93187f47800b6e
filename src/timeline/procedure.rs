//! What happened in the procedure, as sentences.

use super::{decision, document, one};
use crate::desk::case::Sheet;
use crate::domain::case::{
    Act, Annulled, AtCourt, CaseEvent, Charge, Fate, Ground, Objection, Settled, Settlement, Way,
};
use crate::domain::decision::Remedy;
use crate::domain::event::Payload;
use crate::domain::id::EventRef;
use crate::domain::money::Cents;
use crate::domain::revocation::{Clause, Untrusted};
use crate::fl;
use crate::words;

/// Why nobody is heard, in words.
pub fn ground(ground: Ground) -> String {
    words::text(&format!("hearing-ground-{}", ground.name().replace('_', "-")))
}

/// How a decision was notified, in words.
pub fn way(way: Way) -> String {
    words::text(&format!("notified-way-{}", way.name()))
}

/// What was filed, in words.
pub fn remedy(remedy: Remedy) -> String {
    match remedy {
        Remedy::Action => fl!("remedy-is-action"),
        Remedy::Objection => fl!("remedy-is-objection"),
    }
}

/// What came in, in words: of an action where it lies and who sues.
pub fn filed_says(filed: &Objection) -> String {
    let what = || remedy(filed.remedy);
    match (&filed.court, &filed.by) {
        (None, None) => fl!("step-filed", what = what(), on = words::date(filed.received_on)),
        (None, Some(by)) => {
            fl!("step-filed-by", what = what(), on = words::date(filed.received_on), by = by.clone())
        }
        (Some(court), _) => fl!("action-filed", on = words::date(filed.brought_on()), at = at_court(court)),
    }
}

/// Who sues, where and under which number: `Bernd Beispiel, Verwaltungsgericht Münster, Aktenzeichen 1 K 7/26`.
pub fn at_court(court: &AtCourt) -> String {
    let number = fl!("action-number", number = court.file_number.clone());
    let parts = [court.by.clone(), court.court.clone(), number];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What came in, and that it is not from whoever applied.
fn received(filed: &Objection) -> String {
    let on = words::date(filed.received_on);
    match (&filed.court, &filed.by) {
        (Some(court), by) => {
            let says = fl!("event-action-received", date = on, at = at_court(court));
            let of_another = by.as_ref().map(|_| fl!("objection-of-another"));
            std::iter::once(says).chain(of_another).collect::<Vec<_>>().join(" · ")
        }
        (None, Some(by)) => {
            let what = remedy(filed.remedy);
            fl!("event-objection-received-by", what = what, by = by.clone(), date = on)
        }
        (None, None) => fl!("event-objection-received", what = remedy(filed.remedy), date = on),
    }
}

/// Whose objection it is, in words, where not all of a case are of whoever applied; nothing of an action, which bears its number.
pub fn whose(sheet: &Sheet, filed: EventRef) -> Option<String> {
    let filed = sheet.case.objections().iter().find(|known| known.event == filed)?;
    let is_objection = filed.objection.remedy == Remedy::Objection;
    (is_objection && sheet.case.has_objectors()).then(|| match &filed.objection.by {
        Some(by) => fl!("objection-whose", by = by.clone()),
        None => fl!("objection-whose-own"),
    })
}

/// What became of it as it was entered, with whose it is, what was lifted and who decided.
fn settled_says(sheet: &Sheet, known: &Settlement) -> String {
    let (how, reason) = (settled(known.how), known.reason.clone());
    let says = match known.filed.and_then(|filed| whose(sheet, filed)) {
        Some(whose) => fl!("event-objection-settled-of", whose = whose, how = how, reason = reason),
        None => fl!("event-objection-settled", how = how, reason = reason),
    };
    let part = (!known.part.is_empty()).then(|| fl!("settled-part", part = known.part.clone()));
    let elsewhere = known.ruling.as_ref().and_then(|ruling| ruling.elsewhere.clone());
    let by = elsewhere.map(|by| fl!("ruling-decided-by", by = by, on = words::date(known.settled_on)));
    std::iter::once(says).chain(part).chain(by).collect::<Vec<_>>().join(" · ")
}

/// That an entry of what became of it was taken back, with whose it is.
fn undone_says(sheet: &Sheet, settlement: EventRef, reason: &str) -> String {
    let entry = sheet.case.timeline.iter().find(|known| known.id == settlement);
    let filed = entry.and_then(|entry| match &entry.payload {
        Payload::Known(CaseEvent::ObjectionSettled(known)) => known.filed,
        _ => None,
    });
    match filed.and_then(|filed| whose(sheet, filed)) {
        Some(whose) => fl!("event-settlement-undone-of", whose = whose, reason = reason.to_owned()),
        None => fl!("event-settlement-undone", reason = reason.to_owned()),
    }
}

/// What became of it, in words.
pub fn settled(how: Settled) -> String {
    words::text(&format!("objection-{}", how.name().replace('_', "-")))
}

fn law(sheet: &Sheet, clause: Clause, untrusted: Option<Untrusted>) -> String {
    sheet.assessment.procedure.clause_law(clause, untrusted)
}

/// What an objection may be against, in words: a decision, its being taken back or revoked, and the day.
pub fn act(act: &Act<'_>) -> String {
    let date = words::date(act.on);
    if let Some(ruled) = act.ruling {
        return match (ruled.is_served(), ruled.objector.clone()) {
            (true, None) => fl!("act-ruling", date = date),
            (true, Some(by)) => fl!("act-ruling-of", date = date, by = by),
            (false, None) => fl!("act-redress", date = date),
            (false, Some(by)) => fl!("act-redress-of", date = date, by = by),
        };
    }
    match act.revocation.map(|known| known.what.clause.takes_back()) {
        None => fl!("act-decision", date = date),
        Some(true) => fl!("act-back", date = date),
        Some(false) => fl!("act-revoked", date = date),
    }
}

/// What became of the fees that the decision had set, with their sum; nothing where none was set.
pub fn fees_of(sheet: &Sheet, known: &Annulled) -> Option<String> {
    let of_it = sheet.case.charges.values().filter(|charge| charge.fee.decision == Some(known.of.event));
    let fell = |charge: &&Charge| known.what.withdrawn.contains(&charge.fee.charge);
    let sum = |charges: Vec<&Charge>| {
        words::amount(charges.iter().map(|one| one.fee.amount.cents).sum::<Cents>().0)
    };
    match known.what.fees? {
        Fate::Dropped => Some(fl!("revoked-fees-dropped", amount = sum(of_it.filter(fell).collect()))),
        Fate::Kept => {
            Some(fl!("revoked-fees-kept", amount = sum(sheet.case.set_by(known.of.event).collect())))
        }
    }
}

/// From when a revocation takes effect, in words; until then the decision holds.
pub fn takes_effect(sheet: &Sheet, known: &Annulled) -> String {
    match sheet.case.effect(known, &sheet.assessment.procedure) {
        None => fl!("revoked-effect-waits"),
        Some(effect) if effect.on > sheet.today => fl!("revoked-effect-from", date = words::date(effect.on)),
        Some(effect) => fl!("revoked-effect-since", date = words::date(effect.since)),
    }
}

/// What happened; nothing for an event of another kind.
pub fn sentence(sheet: &Sheet, event: &CaseEvent) -> String {
    let id = format!("event-{}", event.kind().replace('_', "-"));
    match event {
        CaseEvent::Decided { outcome, signs, .. } => {
            let id = if signs.is_some() { "event-decision-signed" } else { &id };
            one(id, "outcome", decision(*outcome))
        }
        CaseEvent::DocumentsRequested(asked) => {
            let named = asked.documents.iter().map(|id| document(sheet, id));
            let what = named.chain(asked.answers.iter().cloned()).collect::<Vec<_>>().join(", ");
            fl!("event-documents-requested", date = words::date(asked.due_on), what = what)
        }
        CaseEvent::HearingBegun(hearing) if hearing.revokes.is_some() => {
            fl!("event-hearing-before", date = words::date(hearing.due_on))
        }
        CaseEvent::RevocationPrepared(draft) => one(&id, "law", law(sheet, draft.clause, draft.untrusted)),
        CaseEvent::DecisionRevoked(revoked) => {
            let what = &revoked.revocation;
            let back = what.clause.takes_back();
            let id = if back { "event-decision-taken-back" } else { "event-decision-revoked" };
            one(id, "law", law(sheet, what.clause, what.untrusted))
        }
        CaseEvent::HearingBegun(hearing) => {
            let (by, outcome) = (words::date(hearing.due_on), decision(hearing.intended));
            fl!("event-hearing-begun", date = by, outcome = outcome)
        }
        CaseEvent::StatementReceived(said) => one(&id, "text", said.text.clone()),
        CaseEvent::DecisionTimeExtended(extended) => {
            let (by, reason) = (words::date(extended.until), extended.reason.clone());
            fl!("event-decision-time-extended", date = by, reason = reason)
        }
        CaseEvent::ApprovalDeemed { since, .. } => one(&id, "date", words::date(*since)),
        CaseEvent::AnswersReceived { text, received_on } => {
            fl!("event-answers-received", date = words::date(*received_on), text = text.clone())
        }
        CaseEvent::DocumentRefused { document: which, reason, .. } => {
            let (which, reason) = (document(sheet, which), reason.clone());
            fl!("event-document-refused", document = which, reason = reason)
        }
        CaseEvent::HearingOmitted { ground: why, .. } => one(&id, "ground", ground(*why)),
        CaseEvent::DecisionPrepared(draft) => one(&id, "outcome", decision(draft.outcome)),
        CaseEvent::DecisionReturned { reason, .. } => one(&id, "reason", reason.clone()),
        CaseEvent::Notified(notified) => {
            let (way, on) = (way(notified.way), words::date(notified.on));
            let of = notified.of.and_then(|of| sheet.case.as_act(of));
            let says = fl!("event-notified", way = way, date = on);
            std::iter::once(says).chain(of.map(|of| act(&of))).collect::<Vec<_>>().join(" · ")
        }
        CaseEvent::ObjectionReceived(filed) => received(filed),
        CaseEvent::ObjectionPrepared(draft) => one(&id, "how", settled(draft.how)),
        CaseEvent::ObjectionSettled(known) => settled_says(sheet, known),
        CaseEvent::SettlementUndone { settlement, reason, .. } => undone_says(sheet, *settlement, reason),
        CaseEvent::InactionSued(sued) => {
            fl!("event-inaction-sued", date = words::date(sued.received_on), at = at_court(&sued.court))
        }
        CaseEvent::InactionEnded { how, reason, .. } => {
            fl!("event-inaction-ended", how = settled(*how), reason = reason.clone())
        }
        _ => String::new(),
    }
}
