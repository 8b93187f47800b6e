//! What was corrected in a case, and which papers stand no more because of it. Changes nothing.

use super::Message;
use crate::desk::case::Sheet;
use crate::desk::correct::changes;
use crate::domain::answers::Answers;
use crate::domain::case::{CaseEvent, Corrected, Validity};
use crate::domain::event::Payload;
use crate::domain::id::PaperId;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{body, panel, small, strong};
use crate::ui::theme::space;
use crate::words;
use iced::Fill;
use iced::widget::column;

/// That a paper stands no more, and which one replaced it, or until when it counts; nothing where it stands.
pub fn outdated(sheet: &Sheet, paper: PaperId) -> Option<String> {
    if let Some(newer) = sheet.case.replaced_by(paper) {
        let day = words::date(newer.issued.issued_on);
        return Some(fl!("case-paper-replaced", title = newer.issued.title.clone(), date = day));
    }
    match sheet.validity(paper) {
        Validity::Counts => None,
        Validity::Falls(Some(day)) => Some(fl!("case-paper-falls", date = words::date(day))),
        Validity::Falls(None) => Some(fl!("case-paper-falls-notified")),
        Validity::Void(day) => Some(fl!("case-paper-void", date = words::date(day))),
    }
}

/// All corrections, the newest first: what stood there, what stands there, why and by whom.
pub fn corrections<'a>(sheet: &Sheet) -> Option<Element<'a, Message>> {
    let all = sheet.case.timeline.iter().rev().filter_map(|event| match &event.payload {
        Payload::Known(CaseEvent::Corrected(corrected)) => Some((event.actor, corrected)),
        _ => None,
    });
    let mut card = panel().title(fl!("case-corrections"));
    let mut any = false;
    for (by, corrected) in all {
        any = true;
        let name = sheet.users.get(&by).cloned().unwrap_or_default();
        let why = if corrected.own_mistake { fl!("correct-own") } else { fl!("correct-other") };
        let head = format!("{} · {name} · {why}", words::date(corrected.corrected_on));
        let lines = column![small(head), body(corrected.reason.clone())].extend(answers(sheet, corrected));
        card = card.push(lines.spacing(space::XS).width(Fill));
    }
    any.then(|| card.into())
}

fn answers<'a>(sheet: &Sheet, corrected: &Corrected) -> Vec<Element<'a, Message>> {
    let (old, new) = (Answers(corrected.old.clone()), Answers(corrected.new.clone()));
    let or_none = |text: String| if text.is_empty() { fl!("correct-nothing") } else { text };
    let lines = changes(sheet.service, &old, &new, words::language().tag()).into_iter().map(|change| {
        let no = change.no.map_or_else(String::new, |no| format!("{no} "));
        let name = strong(format!("{no}{}", change.label));
        let (old, new) = (or_none(change.old), or_none(change.new));
        column![name, body(fl!("case-corrected", old = old, new = new))].width(Fill).into()
    });
    lines.collect()
}
