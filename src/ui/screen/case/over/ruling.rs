//! What becomes of what was filed, in a dialog: an objection is decided with facts, reasons, costs and fees, an action ends as the court
//! says, an entry was a mistake. Does nothing itself.

mod form;

pub use form::{Form, Typed};

use super::court::unchosen;
use super::steps::{self, Step};
use super::{Kind, Message as InDialog, Over};
use crate::desk::case::Sheet;
use crate::domain::block::Part;
use crate::domain::case::{Act, Settled};
use crate::domain::decide::{Conclude, Proceed};
use crate::domain::decision::Remedy;
use crate::domain::id::EventRef;
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::domain::ruling::Reimburses;
use crate::fl;
use crate::timeline::timely::in_time;
use crate::timeline::{settled, whose};
use crate::ui::Element;
use crate::ui::control::{
    check, long_text, money_field, past_date_field, radio, small, state, strong, text_field,
};
use crate::ui::screen::beside::{at, sentence};
use crate::ui::screen::case::remedy::tone;
use crate::ui::theme::{Tone, space};
use crate::words;
use chrono::NaiveDate;
use iced::widget::column;

/// The controls that a problem with a field stands at, from the top of the dialog down.
pub(super) const CONTROLS: [(&str, &str); 10] = [
    ("how", "over-choice"),
    ("elsewhere", "over-authority"),
    ("decided_on", "over-decided-on"),
    ("part", "over-part"),
    ("fees", "over-fees"),
    ("lowered", "over-lowered"),
    ("in_house", "over-in-house"),
    ("reason", "over-text"),
    ("town_bears", "over-share"),
    ("counsel", "over-counsel"),
];

/// The uppermost control with which something is wrong. Which authority decided is asked for only where one `elsewhere` did.
pub(super) fn first_wrong(problems: &[Problem], elsewhere: bool) -> Option<&'static str> {
    let is_wrong = |field: &str| problems.iter().any(|problem| problem.field == field);
    let (field, control) = CONTROLS.into_iter().find(|(field, _)| is_wrong(field))?;
    Some(if field == "elsewhere" && !elsewhere { "over-elsewhere" } else { control })
}

/// Fields that bear what is wrong with them.
pub const FIELDS: [&str; 9] =
    ["how", "reason", "part", "town_bears", "fees", "lowered", "elsewhere", "decided_on", "in_house"];

fn say(typed: Typed) -> InDialog {
    InDialog::Step(steps::Message::Ruling(typed))
}

impl Over {
    /// The uppermost control with which something is wrong.
    pub(super) fn ruling_wrong(&self, problems: &[Problem]) -> Option<&'static str> {
        first_wrong(problems, self.steps.ruling.is_elsewhere)
    }

    /// What is chosen of how it ends.
    fn ends_as(&self, of: Remedy) -> Option<Settled> {
        self.picked(Settled::of(of))
    }

    /// What is to be entered, or what is missing.
    pub(super) fn ruling_wanted(
        &self,
        step: Step,
        reason: String,
        today: NaiveDate,
    ) -> Result<Proceed, Vec<Problem>> {
        let (of, filed) = match step {
            Step::Undo(settlement) => {
                let in_house = self.steps.ruling.in_house;
                return Ok(Proceed::Undo { settlement, reason, in_house });
            }
            Step::Settle(of, filed) => (of, filed),
            _ => return Err(Vec::new()),
        };
        let how = self.ends_as(of).ok_or_else(|| vec![unchosen("how")])?;
        let form = &self.steps.ruling;
        let mut problems = Vec::new();
        let is_part = how.lifts_in_part() || how == Settled::Remedied && !form.part.trim().is_empty();
        let (fees, lowered) = if is_part { form.fees(&mut problems) } else { (None, None) };
        let ruling = how.rules().then(|| form.rule(today, &mut problems));
        if !problems.is_empty() {
            return Err(problems);
        }
        let part = if is_part { form.part.clone() } else { String::new() };
        let (filed, of) = (Some(filed), Some(of));
        Ok(Proceed::Conclude(Box::new(Conclude { filed, of, how, reason, part, fees, lowered, ruling })))
    }

    /// Draws it.
    pub(super) fn ruling_fields<'a>(
        &'a self,
        step: Step,
        sheet: &Sheet,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, InDialog>> {
        let (of, filed) = match step {
            Step::Settle(of, filed) => (of, filed),
            Step::Undo(settlement) => return self.undo_fields(settlement, sheet, problems),
            _ => return Vec::new(),
        };
        let filed = sheet.case.objections().iter().find(|known| known.event == filed);
        let act = filed.and_then(|filed| sheet.case.objected(filed));
        let label = if of == Remedy::Action { fl!("sued-end-how") } else { fl!("step-settle-how") };
        let options = Settled::of(of).iter().copied().map(settled).collect();
        let choice = radio("over-choice", options, self.chosen, InDialog::Chosen).label(label);
        // Each part in a column of its own: what comes and goes in it leaves the keyboard in the others where it is.
        let part = |fields: Vec<Element<'a, InDialog>>| column(fields).spacing(space::M).into();
        let how = self.ends_as(of);
        let rules = how.is_some_and(Settled::rules);
        let of_another = filed.is_some_and(|filed| sheet.case.is_of_another(filed));
        let ours = rules && !self.steps.ruling.is_elsewhere;
        let late = filed.filter(|_| rules).map(|filed| {
            let (says, good) = in_time(sheet, act, &filed.objection);
            state(says, tone(good))
        });
        let whose = filed.and_then(|filed| whose(sheet, filed.event)).map(|says| strong(says).into());
        let mut fields: Vec<Element<'a, InDialog>> = whose.into_iter().collect();
        fields.push(choice.problem(at(problems, "how")).into());
        fields.push(part(
            late.into_iter().chain(self.elsewhere_fields(rules, of_another, today, problems)).collect(),
        ));
        fields.push(part(self.part_fields(how, act, sheet, problems)));
        if ours {
            let facts = long_text("over-facts", &self.steps.ruling.facts, |text| say(Typed::Facts(text)));
            fields.push(facts.label(fl!("ruling-facts")).into());
        }
        let why = match of {
            Remedy::Action => fl!("sued-end-reason"),
            Remedy::Objection if ours => fl!("ruling-reasons"),
            Remedy::Objection => fl!("case-reason"),
        };
        fields.push(self.said(why, at(problems, "reason")));
        if ours {
            let outcome = act.map(|act| act.decision.outcome);
            fields.extend(outcome.and_then(|outcome| Self::blocks_for(sheet, Part::Reasons, outcome)));
            fields.extend(self.cost_fields(sheet, problems));
            fields.extend(follows(how, act, sheet));
        }
        if of == Remedy::Action {
            fields.push(small(fl!("action-end-hint")).into());
        }
        fields
    }

    /// Why it was a mistake, and whether a letter that was printed is still in the house.
    fn undo_fields<'a>(
        &'a self,
        settlement: EventRef,
        sheet: &Sheet,
        problems: &[Problem],
    ) -> Vec<Element<'a, InDialog>> {
        let printed = sheet.case.was_printed_with(settlement).then(|| {
            let ticked = |on| say(Typed::InHouse(on));
            check("over-in-house", fl!("settlement-in-house"), self.steps.ruling.in_house, ticked).into()
        });
        let of = sheet.case.objections().iter().find(|filed| filed.settled_by == Some(settlement));
        let whose = of.and_then(|filed| whose(sheet, filed.event)).map(|says| strong(says).into());
        let says = small(fl!("settlement-undo-says")).into();
        let told = at(problems, "in_house").map(Element::from);
        let reason = self.said(fl!("case-reason"), at(problems, "reason"));
        whose.into_iter().chain([says]).chain(printed).chain(told).chain([reason]).collect()
    }

    /// Who decided, where that is another authority, or by hand: of somebody else's objection no letter is written here.
    fn elsewhere_fields<'a>(
        &'a self,
        rules: bool,
        of_another: bool,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, InDialog>> {
        let form = &self.steps.ruling;
        if !rules {
            return Vec::new();
        }
        let ticked = |on| say(Typed::Elsewhere(on));
        let first: Element<'a, InDialog> = if of_another {
            state(sentence(&Problem::error("", "ruling-of-another")), Tone::Warning)
        } else {
            check("over-elsewhere", fl!("ruling-elsewhere"), form.is_elsewhere, ticked).into()
        };
        let mut fields = vec![first];
        if form.is_elsewhere {
            let by = text_field("over-authority", &form.by, |text| say(Typed::By(text)));
            let on = past_date_field("over-decided-on", &form.on, today, |text| say(Typed::On(text)));
            let notice = |on| say(Typed::NoNotice(on));
            fields.extend([
                by.label(fl!("ruling-elsewhere-by")).problem(at(problems, "elsewhere")).into(),
                on.label(fl!("ruling-elsewhere-on")).problem(at(problems, "decided_on")).into(),
                check("over-no-notice", fl!("ruling-no-notice"), form.has_no_notice, notice).into(),
            ]);
        } else if problems.iter().any(|problem| problem.field == "elsewhere") {
            fields.extend(at(problems, "elsewhere").map(Element::from));
        }
        fields
    }

    /// What is lifted or changed, where that is a part, and what becomes of the fees.
    fn part_fields<'a>(
        &'a self,
        how: Option<Settled>,
        act: Option<Act<'_>>,
        sheet: &Sheet,
        problems: &[Problem],
    ) -> Vec<Element<'a, InDialog>> {
        let form = &self.steps.ruling;
        let whole = how == Some(Settled::Remedied);
        if !whole && !how.is_some_and(Settled::lifts_in_part) {
            return Vec::new();
        }
        let (label, hint) = if whole {
            (fl!("ruling-part-alone"), fl!("ruling-part-alone-hint"))
        } else {
            (fl!("ruling-part"), fl!("ruling-part-hint"))
        };
        let part = long_text("over-part", &form.part, |text| say(Typed::Part(text)));
        let part = part.label(label).problem(at(problems, "part"));
        let mut fields: Vec<Element<'a, InDialog>> = vec![part.into(), small(hint).into()];
        if whole && form.part.trim().is_empty() {
            return fields;
        }
        let set: Vec<Cents> = act
            .filter(|act| act.revocation.is_none())
            .map(|act| sheet.case.set_by(act.decision.event).map(|charge| charge.fee.amount.cents).collect())
            .unwrap_or_default();
        if set.is_empty() {
            return fields;
        }
        let amount = words::amount(set.iter().copied().sum::<Cents>().0);
        let mut ways = vec![
            fl!("ruling-fees-kept", amount = amount.clone()),
            fl!("ruling-fees-dropped", amount = amount),
        ];
        if set.len() == 1 {
            ways.push(fl!("ruling-fees-lowered"));
        }
        let fees = radio("over-fees", ways, form.fees, |at| say(Typed::Fees(at)));
        fields.push(fees.label(fl!("ruling-fees")).problem(at(problems, "fees")).into());
        if form.fees == Some(2) {
            let lowered = money_field("over-lowered", &form.lowered, |text| say(Typed::Lowered(text)));
            fields.push(lowered.label(fl!("ruling-lowered")).problem(at(problems, "lowered")).into());
        }
        fields
    }

    /// Who bears the costs, and whether counsel was necessary.
    fn cost_fields<'a>(&'a self, sheet: &Sheet, problems: &[Problem]) -> Vec<Element<'a, InDialog>> {
        let form = &self.steps.ruling;
        let share = text_field("over-share", &form.share, |text| say(Typed::Share(text)));
        let share = share.label(fl!("ruling-share")).hint(fl!("ruling-share-hint"));
        let mut fields: Vec<Element<'a, InDialog>> = vec![share.problem(at(problems, "town_bears")).into()];
        let procedure = &sheet.assessment.procedure;
        if procedure.counsel_law().is_some() {
            let ways =
                vec![fl!("ruling-counsel-none"), fl!("ruling-counsel-needed"), fl!("ruling-counsel-not")];
            let counsel = radio("over-counsel", ways, Some(form.counsel), |at| say(Typed::Counsel(at)));
            fields.push(counsel.label(fl!("ruling-counsel")).into());
        }
        let says = match procedure.reimburses() {
            Reimburses::By(law) => fl!("ruling-costs-law", law = law),
            Reimburses::Not(law) => fl!("ruling-costs-tax", law = law),
            Reimburses::Open => fl!("ruling-costs-open"),
        };
        fields.push(small(says).into());
        fields
    }
}

/// What follows: the letter, how it is told, whether a second person signs, which court it names.
fn follows<'a>(how: Option<Settled>, act: Option<Act<'_>>, sheet: &Sheet) -> Vec<Element<'a, InDialog>> {
    let Some(how) = how else { return Vec::new() };
    let says = if how == Settled::Remedied { fl!("ruling-redress-says") } else { fl!("ruling-serve-says") };
    let mut fields: Vec<Element<'a, InDialog>> = vec![small(says).into()];
    let action = sheet.assessment.terms.action.as_ref();
    fields.extend(action.map(|notice| {
        let (body, address) = (notice.body.clone(), notice.address.clone());
        small(fl!("ruling-court", body = body, address = address)).into()
    }));
    let levies = act.map(|act| act.decision.levies.as_slice()).unwrap_or_default();
    let second = sheet.assessment.procedure.asks_second_to_rule(how, levies);
    fields.extend(second.then(|| state(fl!("step-second"), Tone::Plain)));
    fields
}

/// What was written down before, where it waits for no signature any more: how it ends, and why. Somebody else's objection is decided by
/// hand, and the result entered.
pub(super) fn begin(over: &mut Over, sheet: &Sheet) {
    let Kind::Step(Step::Settle(of, filed)) = over.kind else { return };
    if let Some(known) = sheet.case.objections().iter().find(|known| known.event == filed) {
        over.steps.ruling = Form::about(sheet, known);
    }
    let draft = sheet.case.ruling_drafted().map(|known| &known.draft);
    if let Some(draft) = draft.filter(|draft| draft.filed == Some(filed)) {
        over.text.clone_from(&draft.reason);
        over.chosen = Settled::of(of).iter().position(|how| *how == draft.how);
    }
}
