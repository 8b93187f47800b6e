//! What somebody signs, as it stands above the button: a decision, its being taken back or revoked, or what is decided about an
//! objection. Changes nothing.

use super::super::decide;
use super::Message as InDialog;
use crate::desk::case::Sheet;
use crate::fl;
use crate::timeline::{decision, settled};
use crate::ui::Element;
use crate::ui::control::{body, small, strong};
use crate::words;
use chrono::NaiveDate;

/// What is signed: outcome, conditions, reasons, amounts, remedy.
pub(super) fn draft_of<'a>(sheet: &Sheet, today: NaiveDate) -> Vec<Element<'a, InDialog>> {
    let Some(prepared) = sheet.case.to_sign() else { return revocation_of(sheet) };
    let draft = &prepared.draft;
    let mut fields: Vec<Element<'a, InDialog>> = vec![strong(decision(draft.outcome)).into()];
    for (condition, number) in draft.conditions.iter().zip(1..) {
        fields.push(body(format!("{number}. {condition}")).into());
    }
    if !draft.reasons.is_empty() {
        fields.push(body(draft.reasons.clone()).into());
    }
    fields.push(decide::about(sheet, draft.outcome, today));
    fields
}

/// What is signed that takes a decision back or revokes it: the paragraph, from when, the part, the reasons.
fn revocation_of<'a>(sheet: &Sheet) -> Vec<Element<'a, InDialog>> {
    let Some(prepared) = sheet.case.revocation_to_sign() else { return ruling_of(sheet) };
    let draft = &prepared.draft;
    let law = sheet.assessment.procedure.clause_law(draft.clause, draft.untrusted);
    let what = if draft.clause.takes_back() { fl!("revoke-is-back") } else { fl!("revoke-is-revoked") };
    let mut fields: Vec<Element<'a, InDialog>> = vec![strong(format!("{what}: {law}")).into()];
    if !draft.is_whole() {
        fields.push(body(fl!("revoked-part", part = draft.part.clone())).into());
    }
    fields.extend(draft.from.map(|from| body(fl!("revoked-from", date = words::date(from))).into()));
    fields.push(body(draft.reasons.clone()).into());
    fields.extend(draft.hand_back.iter().map(|line| small(line.clone()).into()));
    fields.extend(draft.fees.map(|fate| body(words::text(&format!("revoke-fees-{}", fate.name()))).into()));
    fields
}

/// What is signed that decides about an objection: how it ends, what is lifted, facts, reasons, costs, what becomes of the fee.
fn ruling_of<'a>(sheet: &Sheet) -> Vec<Element<'a, InDialog>> {
    let Some(prepared) = sheet.case.ruling_to_sign() else { return Vec::new() };
    let draft = &prepared.draft;
    let mut fields: Vec<Element<'a, InDialog>> = vec![strong(settled(draft.how)).into()];
    if !draft.part.is_empty() {
        fields.push(body(fl!("settled-part", part = draft.part.clone())).into());
    }
    let ruling = draft.ruling.as_ref();
    fields
        .extend(ruling.filter(|known| !known.facts.is_empty()).map(|known| body(known.facts.clone()).into()));
    fields.push(body(draft.reason.clone()).into());
    fields.extend(
        ruling.map(|known| small(fl!("ruling-costs-say", share = i64::from(known.town_bears))).into()),
    );
    let law = sheet.assessment.procedure.counsel_law().unwrap_or_default();
    let counsel = ruling.and_then(|known| known.counsel).map(|needed| {
        if needed {
            fl!("ruling-counsel-say-needed", law = law)
        } else {
            fl!("ruling-counsel-say-not", law = law)
        }
    });
    fields.extend(counsel.map(|says| small(says).into()));
    let fell = draft.withdrawn.iter().filter_map(|charge| sheet.case.charges.get(charge));
    let fell: i64 = fell.map(|charge| charge.fee.amount.cents.0).sum();
    fields.extend((fell > 0).then(|| small(fl!("ruling-fees-dropped", amount = words::amount(fell))).into()));
    let lowered = draft.lowers.map(|lowers| fl!("ruling-lowered-to", amount = words::amount(lowers.to.0)));
    fields.extend(lowered.map(|says| small(says).into()));
    fields
}
