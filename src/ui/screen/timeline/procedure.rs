//! What happened in the procedure, as sentences.

use super::{decision, document, one};
use crate::desk::case::Sheet;
use crate::domain::case::{CaseEvent, Ground};
use crate::fl;
use crate::ui::theme::Tone;
use crate::words;

/// Why nobody is heard, in words.
pub fn ground(ground: Ground) -> String {
    words::text(&format!("hearing-ground-{}", ground.name().replace('_', "-")))
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
        CaseEvent::HearingOmitted { ground: why, .. } => (one(&id, "ground", ground(*why)), Tone::Warning),
        CaseEvent::DecisionPrepared(draft) => (one(&id, "outcome", decision(draft.outcome)), Tone::Plain),
        CaseEvent::DecisionReturned { reason, .. } => (one(&id, "reason", reason.clone()), Tone::Warning),
        _ => (String::new(), Tone::Muted),
    }
}
