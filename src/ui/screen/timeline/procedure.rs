//! What happened in the procedure, as sentences.

use super::{decision, document, one};
use crate::desk::case::Sheet;
use crate::domain::case::{CaseEvent, Ground, Settled, Way};
use crate::domain::decision::Remedy;
use crate::fl;
use crate::ui::theme::Tone;
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

/// What became of it, in words.
pub fn settled(how: Settled) -> String {
    words::text(&format!("objection-{}", how.name().replace('_', "-")))
}

/// What happened; nothing for an event of another kind.
pub fn sentence(sheet: &Sheet, event: &CaseEvent) -> (String, Tone) {
    let id = format!("event-{}", event.kind().replace('_', "-"));
    match event {
        CaseEvent::Decided { outcome, signs, .. } => {
            let id = if signs.is_some() { "event-decision-signed" } else { &id };
            (one(id, "outcome", decision(*outcome)), Tone::Plain)
        }
        CaseEvent::DocumentsRequested(asked) => {
            let named = asked.documents.iter().map(|id| document(sheet, id));
            let what = named.chain(asked.answers.iter().cloned()).collect::<Vec<_>>().join(", ");
            (fl!("event-documents-requested", date = words::date(asked.due_on), what = what), Tone::Plain)
        }
        CaseEvent::HearingBegun(hearing) => {
            let (by, outcome) = (words::date(hearing.due_on), decision(hearing.intended));
            (fl!("event-hearing-begun", date = by, outcome = outcome), Tone::Plain)
        }
        CaseEvent::StatementReceived(said) => (one(&id, "text", said.text.clone()), Tone::Plain),
        CaseEvent::DecisionTimeExtended(extended) => {
            let (by, reason) = (words::date(extended.until), extended.reason.clone());
            (fl!("event-decision-time-extended", date = by, reason = reason), Tone::Plain)
        }
        CaseEvent::ApprovalDeemed { since, .. } => (one(&id, "date", words::date(*since)), Tone::Warning),
        CaseEvent::AnswersReceived { text, received_on } => (
            fl!("event-answers-received", date = words::date(*received_on), text = text.clone()),
            Tone::Plain,
        ),
        CaseEvent::DocumentRefused { document: which, reason, .. } => {
            let (which, reason) = (document(sheet, which), reason.clone());
            (fl!("event-document-refused", document = which, reason = reason), Tone::Warning)
        }
        CaseEvent::HearingOmitted { ground: why, .. } => (one(&id, "ground", ground(*why)), Tone::Warning),
        CaseEvent::DecisionPrepared(draft) => (one(&id, "outcome", decision(draft.outcome)), Tone::Plain),
        CaseEvent::DecisionReturned { reason, .. } => (one(&id, "reason", reason.clone()), Tone::Warning),
        CaseEvent::Notified(notified) => {
            let (way, on) = (way(notified.way), words::date(notified.on));
            (fl!("event-notified", way = way, date = on), Tone::Plain)
        }
        CaseEvent::ObjectionReceived(filed) => {
            let (what, on) = (remedy(filed.remedy), words::date(filed.received_on));
            (fl!("event-objection-received", what = what, date = on), Tone::Warning)
        }
        CaseEvent::ObjectionSettled { how, reason, .. } => {
            (fl!("event-objection-settled", how = settled(*how), reason = reason.clone()), Tone::Plain)
        }
        _ => (String::new(), Tone::Muted),
    }
}
