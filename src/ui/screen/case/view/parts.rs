//! The cards of a case: documents, money, persons, answers. Changes nothing.

use crate::catalogue::show;
use crate::desk::case::Sheet;
use crate::domain::case::{APPLICANT, Charge, REPRESENTATIVE, Stage};
use crate::fl;
use crate::timeline::payment;
use crate::ui::Element;
use crate::ui::control::{badge, body, button, link, pairs, panel, primary, section, small, state, strong};
use crate::ui::screen::beside::local;
use crate::ui::screen::case::over::Kind;
use crate::ui::screen::case::{Message, State, files};
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::Alignment;
use iced::widget::row;

type El<'a> = Element<'a, Message>;

impl State {
    /// The documents that are asked for, there or missing.
    pub(super) fn documents<'a>(&self, sheet: &Sheet) -> Option<El<'a>> {
        let shown = sheet.assessment.documents.iter().filter(|document| document.needed || document.received);
        let open = sheet.case.stage() == Stage::Filed && sheet.case.away().is_none();
        let mut card = panel().title(fl!("case-documents"));
        let mut any = false;
        for document in shown {
            any = true;
            let there = if document.received {
                let day = sheet.case.documents.get(&document.id).copied();
                let day = day.map(words::date).unwrap_or_default();
                state(fl!("case-document-there", date = day), Tone::Good)
            } else {
                state(fl!("case-document-missing"), Tone::Warning)
            };
            let tick = (!document.received && self.may("document_received")).then(|| {
                let name = local(&document.label);
                link(fl!("case-document-tick"))
                    .says(format!("{name}: {}", fl!("case-document-tick")))
                    .on_press(Message::DocumentTicked(document.id.clone()))
            });
            let attach = self.may("attachment_added").then(|| {
                let name = local(&document.label);
                link(fl!("file-attach"))
                    .id(format!("attach.{}", document.id))
                    .says(fl!("file-attach-to", document = name))
                    .on_press(Message::File(files::Message::AttachPressed(Some(document.id.clone()))))
            });
            let refuse = (document.received && open && self.may("document_refused")).then(|| {
                let name = local(&document.label);
                link(fl!("case-document-refuse"))
                    .id(format!("refuse.{}", document.id))
                    .says(format!("{name}: {}", fl!("case-document-refuse")))
                    .on_press(Message::OverOpened(Kind::RefuseDocument(document.id.clone())))
            });
            let line = row![body(local(&document.label)), there].push(tick).push(attach).push(refuse);
            card = card.push(line.spacing(space::M).align_y(Alignment::Center).wrap());
        }
        any.then(|| card.into())
    }

    /// Fees, receipts and what is owed.
    pub(super) fn money<'a>(&self, sheet: &Sheet) -> Option<El<'a>> {
        let case = &sheet.case;
        if case.charges.is_empty() {
            return None;
        }
        let mut card = panel().title(fl!("case-money"));
        for (id, charge) in &case.charges {
            let stand = match &charge.waived {
                _ if charge.withdrawn && !case.is_paid(*id) => state(fl!("case-withdrawn"), Tone::Muted),
                Some(why) => state(fl!("case-waived", reason = why.clone()), Tone::Muted),
                None if case.is_paid(*id) => state(fl!("case-paid"), Tone::Good),
                None if charge.fee.amount.cents.0 == 0 => state(free(charge), Tone::Muted),
                None => state(fl!("case-owed"), Tone::Warning),
            };
            let amount = strong(words::amount(charge.fee.amount.cents.0));
            let line = row![
                amount,
                body(local(&charge.fee.amount.label)),
                small(charge.fee.amount.tariff.clone()),
                stand
            ];
            card = card.push(line.spacing(space::M).align_y(Alignment::Center).wrap());
        }
        for (number, receipt) in &case.receipts {
            let paid = &receipt.paid;
            let words = fl!(
                "case-receipt",
                number = number.clone(),
                amount = words::amount(paid.cents.0),
                how = payment(paid.how),
                date = words::date(paid.paid_on)
            );
            let cancelled = receipt
                .cancelled
                .as_ref()
                .map(|why| state(fl!("case-cancelled", reason = why.reason.clone()), Tone::Warning));
            let cancel = (receipt.cancelled.is_none() && self.may("receipt_cancelled")).then(|| {
                link(fl!("case-cancel")).on_press(Message::OverOpened(Kind::CancelReceipt(number.clone())))
            });
            let line = row![body(words)].push(cancelled).push(cancel);
            card = card.push(line.spacing(space::M).align_y(Alignment::Center).wrap());
        }
        if case.owes().0 > 0 && self.may("paid") {
            let words = fl!("case-pay", amount = words::amount(case.owes().0));
            card = card.push(primary(words).id("case-pay").on_press(Message::OverOpened(Kind::Pay)));
        }
        Some(card.into())
    }

    /// Who belongs to it, and how; a proxy can be appointed.
    pub(super) fn persons<'a>(&self, sheet: &Sheet) -> El<'a> {
        let mut card = panel().title(fl!("case-persons"));
        for linked in sheet.case.persons.values() {
            let Some(person) = sheet.persons.get(&linked.person) else { continue };
            let name = link(person.name()).on_press(Message::PersonPressed(linked.person));
            let blocked = person.is_blocked().then(|| badge(fl!("persons-blocked"), Tone::Error));
            let part = match linked.part.as_str() {
                APPLICANT => Some(small(fl!("case-applicant"))),
                REPRESENTATIVE if sheet.case.representatives().contains(&linked.person) => {
                    Some(small(fl!("case-representative")))
                }
                _ => None,
            };
            let line = row![Element::from(name)].push(part).push(blocked);
            card = card.push(line.spacing(space::M).align_y(Alignment::Center).wrap());
        }
        let proxy = (self.may("person_linked") && sheet.case.applicant().is_some())
            .then(|| button(fl!("case-proxy")).id("case-proxy").on_press(Message::OverOpened(Kind::Proxy)));
        card.push_maybe(proxy).into()
    }
}

/// The answers, by section.
pub(super) fn answers<'a>(sheet: &Sheet) -> El<'a> {
    let mut card = panel().title(fl!("case-answers"));
    let shown = show(sheet.service, &sheet.case.answers(), words::language().tag());
    for part in &sheet.service.sections {
        let own: Vec<_> = shown.iter().filter(|answer| answer.section == part.id).collect();
        if own.is_empty() {
            continue;
        }
        let facts = own.into_iter().map(|answer| {
            let no = answer.no.as_ref().map_or_else(String::new, |no| format!("{no} "));
            (format!("{no}{}", answer.label), answer.value.clone())
        });
        card = card.push(section(local(&part.title))).push(pairs(facts));
    }
    card.into()
}

/// Why a fee costs nothing.
fn free(charge: &Charge) -> String {
    let says = charge.fee.amount.why.iter().find(|step| step.id == "fee-waived");
    let says = says.and_then(|step| step.says.as_ref());
    says.map_or_else(|| fl!("counter-no-fee"), |says| fl!("case-waived", reason = local(says)))
}
