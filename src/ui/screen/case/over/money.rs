//! How money comes in, in a dialog: for what a case owes, and for the duplicate of a lost paper. Takes none itself.

use super::{Kind, Message, Over};
use crate::desk::case::Sheet;
use crate::desk::intake::Settlement;
use crate::domain::assessment::ChargeDue;
use crate::domain::id::PaperId;
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{Problem as Wrong, body, long_text, money_field, radio, small, small_toned, strong};
use crate::ui::screen::back::back;
use crate::ui::screen::beside::{at, local};
use crate::ui::screen::counter::stops::How;
use crate::ui::theme::Tone;
use crate::words;

/// Cash that comes in, as it is typed.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// What is handed over.
    pub amount: String,
    /// The unlikely amount that was asked about.
    pub(super) asked: Option<Cents>,
}

/// The fee for the duplicate of a paper; nothing where it costs none.
fn fee(sheet: &Sheet, paper: PaperId) -> Option<&ChargeDue> {
    sheet.assessment.duplicates.get(&sheet.case.original(paper)?.issued.kind)
}

impl Over {
    /// How an amount is settled, or what is wrong with what was typed.
    pub(super) fn settlement(&self, due: Cents) -> Result<Settlement, Vec<Problem>> {
        Ok(match self.how() {
            How::Cash if self.money.amount.trim().is_empty() => Settlement::Cash { given: due },
            How::Cash => match Cents::parse(&self.money.amount) {
                Some(given) => Settlement::Cash { given },
                None => return Err(vec![Problem::error("given", "problem-amount")]),
            },
            How::Card => Settlement::Card,
            How::Exempt => Settlement::Exempt { reason: self.text.trim().to_owned() },
            How::Invoice => Settlement::Later,
        })
    }

    /// The ways to settle it, in the order of the counter. What is owed already cannot be put off once more.
    fn ways(&self) -> Vec<How> {
        let later = matches!(self.kind, Kind::Duplicate(_));
        How::ALL.into_iter().filter(|how| later || *how != How::Invoice).collect()
    }

    fn how(&self) -> How {
        self.picked(&self.ways()).unwrap_or(How::Cash)
    }

    /// Whether cash is taken, and the field for it is shown.
    pub(super) fn asks_given(&self) -> bool {
        self.how() == How::Cash
    }

    /// What is to be paid in this dialog.
    pub(super) fn due(&self, sheet: &Sheet) -> Cents {
        match &self.kind {
            Kind::Pay => sheet.case.owes(),
            Kind::Duplicate(paper) => fee(sheet, *paper).map_or(Cents::ZERO, |fee| fee.cents),
            _ => Cents::ZERO,
        }
    }

    /// Asks once whether so much was handed over; confirmed again, it was.
    ///
    /// # Errors
    /// The question, at its field.
    pub(in crate::ui::screen::case) fn asks_back(
        &mut self,
        sheet: Option<&Sheet>,
    ) -> Result<(), Vec<Problem>> {
        let takes = matches!(self.kind, Kind::Pay | Kind::Duplicate(_)) && self.asks_given();
        let Some(due) = sheet.filter(|_| takes).map(|sheet| self.due(sheet)) else { return Ok(()) };
        let given =
            Cents::parse(&self.money.amount).filter(|given| due > Cents::ZERO && given.is_unlikely_for(due));
        let Some(given) = given.filter(|given| self.money.asked != Some(*given)) else { return Ok(()) };
        self.money.asked = Some(given);
        let asks = Problem::warning("given", "given-unlikely");
        Err(vec![asks.with("given", given.0).with("change", (given - due).0)])
    }

    /// A receipt is cancelled: how its money goes back, and why.
    pub(super) fn cancels<'a>(
        &'a self,
        sheet: &Sheet,
        receipt: &str,
        wrong: Option<Wrong<Message>>,
    ) -> Vec<Element<'a, Message>> {
        let paid = sheet.case.receipts.get(receipt).map(|receipt| &receipt.paid);
        let goes_back = paid.map(|paid| body(back(receipt, paid.how, paid.cents)).into());
        goes_back.into_iter().chain([self.said(fl!("case-reason"), wrong)]).collect()
    }

    /// How the duplicate of a paper is paid.
    pub(super) fn settles_duplicate(
        &self,
        sheet: Option<&Sheet>,
        paper: PaperId,
    ) -> Result<Settlement, Vec<Problem>> {
        match sheet.and_then(|sheet| fee(sheet, paper)) {
            Some(fee) => self.settlement(fee.cents),
            None => Ok(Settlement::Later),
        }
    }

    /// What a duplicate is and is not, what it costs, and how that is paid.
    pub(super) fn duplicate<'a>(
        &'a self,
        sheet: &Sheet,
        paper: PaperId,
        problems: &[Problem],
    ) -> Vec<Element<'a, Message>> {
        let title = sheet.case.original(paper).map(|paper| {
            let day = words::date(paper.issued.issued_on);
            strong(fl!("correct-paper", title = paper.issued.title.clone(), date = day)).into()
        });
        let mut fields: Vec<Element<'a, Message>> = title.into_iter().collect();
        fields.push(body(fl!("duplicate-or-reprint")).into());
        let Some(fee) = fee(sheet, paper) else {
            fields.push(body(fl!("duplicate-free")).into());
            return fields;
        };
        let words = fl!("duplicate-fee", amount = words::amount(fee.cents.0), tariff = fee.tariff.clone());
        fields.push(body(words).into());
        fields.extend(
            fee.why.iter().filter_map(|step| step.says.as_ref()).map(|says| small(local(says)).into()),
        );
        if !fee.confirmed {
            fields.push(small_toned(fl!("counter-fee-unconfirmed"), Tone::Warning).into());
        }
        fields.extend(self.paying(fee.cents, problems));
        fields
    }

    /// What the case owes, and how it is paid.
    pub(super) fn pay<'a>(&'a self, sheet: &Sheet, problems: &[Problem]) -> Vec<Element<'a, Message>> {
        let owes = sheet.case.owes();
        let mut fields: Vec<Element<'a, Message>> =
            vec![body(fl!("cases-owes", amount = words::amount(owes.0))).into()];
        fields.extend(self.paying(owes, problems));
        fields
    }

    /// How it is paid.
    fn paying<'a>(&'a self, due: Cents, problems: &[Problem]) -> Vec<Element<'a, Message>> {
        let ways = self.ways().into_iter().map(How::name).collect();
        let how = radio("over-choice", ways, self.chosen, Message::Chosen).label(fl!("case-pay-how"));
        let mut fields: Vec<Element<'a, Message>> = vec![how.into()];
        match self.how() {
            How::Cash => {
                let given = money_field("over-amount", &self.money.amount, Message::AmountTyped);
                let given = given.label(fl!("case-pay-given")).hint(fl!("case-pay-given-hint"));
                fields.push(given.problem(at(problems, "given")).into());
                let change = Cents::parse(&self.money.amount)
                    .map(|given| given.0 - due.0)
                    .filter(|change| *change >= 0);
                if let Some(change) = change {
                    fields.push(body(fl!("case-pay-change", amount = words::amount(change))).into());
                }
            }
            How::Exempt => fields.push(
                long_text("over-text", &self.text, Message::TextTyped).label(fl!("case-reason")).into(),
            ),
            How::Card | How::Invoice => {}
        }
        fields
    }
}
