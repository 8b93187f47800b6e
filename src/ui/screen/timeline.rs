//! The history of a case, the newest first: its sentences with their days, people and tones. Says nothing of its own.

use crate::desk::case::Sheet;
use crate::desk::clock::legal_moment;
use crate::domain::case::CaseEvent;
use crate::domain::case::handover::Said;
use crate::domain::event::{Payload, Recorded};
use crate::timeline::sentence;
use crate::ui::control::Happening;
use crate::ui::theme::Tone;
use crate::words;

/// Everything that happened, the newest first.
pub fn happenings(sheet: &Sheet) -> Vec<Happening> {
    let mut last = None;
    let mut told: Vec<Happening> = Vec::new();
    for event in sheet.case.timeline.iter().rev() {
        let at = legal_moment(event.at);
        // The day stands only where it changes.
        let day = if last == Some(at.date()) { String::new() } else { words::date_with_day(at.date()) };
        last = Some(at.date());
        let who = sheet.users.get(&event.actor).cloned().unwrap_or_default();
        let (when, what, tone) = (words::time(at.time()), sentence(sheet, event), tone(event));
        told.push(Happening { day, when, what, note: who, tone });
    }
    told
}

/// How it is meant.
fn tone(event: &Recorded<CaseEvent>) -> Tone {
    let event = match &event.payload {
        Payload::Known(event) => event,
        Payload::Erased => return Tone::Muted,
        Payload::Refused | Payload::Unknown => return Tone::Warning,
    };
    match event {
        CaseEvent::Closed { .. } => Tone::Good,
        CaseEvent::HandedOver(_) | CaseEvent::TakenIn(_) => Tone::Accent,
        CaseEvent::HandoverAnswered(answered) => match &answered.said {
            Said::Acknowledged => Tone::Plain,
            Said::Refused { .. } => Tone::Warning,
            Said::Returned { .. } => Tone::Good,
        },
        CaseEvent::GivenBack(given) if given.refused.is_none() => Tone::Good,
        CaseEvent::GivenBack(_)
        | CaseEvent::ReceiptCancelled { .. }
        | CaseEvent::Corrected(_)
        | CaseEvent::Reopened { .. }
        | CaseEvent::DoubleJudged { double: true, .. }
        | CaseEvent::HoldSet { .. }
        | CaseEvent::HoldLifted { .. }
        | CaseEvent::ApprovalDeemed { .. }
        | CaseEvent::DecisionRevoked(_)
        | CaseEvent::DocumentRefused { .. }
        | CaseEvent::HearingOmitted { .. }
        | CaseEvent::DecisionReturned { .. }
        | CaseEvent::SettlementUndone { .. }
        | CaseEvent::InactionSued(_)
        | CaseEvent::ObjectionReceived(_) => Tone::Warning,
        _ => Tone::Plain,
    }
}
