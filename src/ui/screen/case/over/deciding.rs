//! The dialog of the decision: who signs, who was heard, and what whoever decides enters with a grant, fields that are the decision's
//! own (`to_grant` in the catalogue). Reads nothing that is typed, but days: the service does.

use super::super::{Action, decide};
use super::court::unchosen;
use super::{Message, OUTCOMES, Over, steps};
use crate::desk::case::Sheet;
use crate::domain::assessment::grants;
use crate::domain::block::Part;
use crate::domain::case::{Ground, Outcome as Decision};
use crate::domain::deadline::Regime;
use crate::domain::decide::{Command, Proceed, doubts, unheard};
use crate::domain::decision::ToGrant;
use crate::domain::id::CaseId;
use crate::domain::problem::Problem;
use crate::fl;
use crate::timeline::{decision, ground};
use crate::ui::Element;
use crate::ui::control::{body, date_field, long_text, radio, read_date, state, text_field, write_date};
use crate::ui::screen::beside::{at, local, sentence};
use crate::ui::theme::Tone;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One field, and what is typed in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    field: ToGrant,
    /// What was known of it when the dialog was opened, as one types it.
    known: String,
    /// As it stands in the field.
    pub typed: String,
}

/// The field for the reasons, by the law that wants them.
pub(super) fn reasons(sheet: &Sheet) -> String {
    match sheet.assessment.procedure.regime {
        Regime::Vwvfg => fl!("case-reasons"),
        Regime::Ao => fl!("case-reasons-tax"),
    }
}

impl Entry {
    /// Whether it is about the field of this name.
    pub fn is_of(&self, field: &str) -> bool {
        self.field.path == field
    }

    /// Whether another one is about the same.
    pub fn is_same_field(&self, other: &Self) -> bool {
        self.field.path == other.field.path
    }
}

/// The fields, with what is known of them.
pub fn entries(sheet: &Sheet) -> Vec<Entry> {
    let told = &sheet.assessment;
    let entry = |field: &ToGrant| {
        let known = told.values.at(&field.path);
        let written = known.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        let written = written.unwrap_or_default();
        let day = written.parse().ok().filter(|_| field.is_day);
        let known = day.map_or(written, write_date);
        Entry { field: field.clone(), typed: known.clone(), known }
    };
    told.terms.to_grant.iter().map(entry).collect()
}

impl Over {
    /// Draws the dialog: how it is decided, on what terms and why, and what stands in the way of it.
    pub(super) fn decide_fields<'a>(
        &'a self,
        sheet: &Sheet,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, Message>> {
        let outcomes = radio("over-choice", OUTCOMES.map(decision).to_vec(), self.chosen, Message::Chosen);
        let outcomes = outcomes.label(fl!("case-outcome")).problem(at(problems, "outcome"));
        let mut fields: Vec<Element<'a, Message>> = vec![outcomes.into()];
        let doubts = self.outcome().map(|outcome| doubts(&sheet.case, &sheet.assessment, outcome, today));
        fields.extend(doubts.into_iter().flatten().map(|doubt| state(sentence(&doubt), Tone::Warning)));
        if self.outcome() == Some(Decision::Conditional) {
            let conditions = long_text("over-conditions", &self.conditions, Message::ConditionsTyped);
            fields.push(conditions.label(fl!("case-conditions")).into());
            fields.extend(self.blocks(sheet, Part::Condition));
        }
        fields.extend(self.grant_fields(today, problems));
        fields.push(self.said(reasons(sheet), at(problems, "reasons")));
        fields.extend(self.blocks(sheet, Part::Reasons));
        fields.extend(self.hears(sheet, today));
        fields.extend(self.outcome().map(|outcome| decide::about(sheet, outcome, today)));
        fields
    }

    /// Whether what is chosen needs a second signature.
    pub(super) fn asks_second(&self) -> bool {
        self.picked(&self.steps.second).unwrap_or_default()
    }

    /// The decision, or its draft; and before it that nobody is heard, where a ground is chosen.
    pub(super) fn decides(
        &self,
        id: CaseId,
        reasons: String,
        today: NaiveDate,
    ) -> Result<Action, Vec<Problem>> {
        let outcome = self.outcome().ok_or_else(|| vec![unchosen("outcome")])?;
        let conditions = self.conditions();
        let last = if self.asks_second() {
            Command::Proceed(Box::new(Proceed::Prepare { outcome, reasons, conditions }))
        } else {
            Command::Decide { outcome, reasons, conditions }
        };
        let ground = self.steps.ground.and_then(|at| Ground::ALL.get(at)).copied();
        let ground = ground.filter(|_| outcome == Decision::Refused);
        let omits = ground.map(|ground| Command::Proceed(Box::new(Proceed::Omit { ground })));
        let mut all: Vec<Command> = self.grant_wanted(today).into_iter().chain(omits).collect();
        if all.is_empty() {
            return Ok(Action::Do(id, Box::new(last)));
        }
        all.push(last);
        Ok(Action::DoAll(id, all))
    }

    /// Before a refusal: whether somebody was heard, else why not. And whether a second person signs.
    pub(super) fn hears<'a>(&'a self, sheet: &Sheet, today: NaiveDate) -> Vec<Element<'a, Message>> {
        let mut fields: Vec<Element<'a, Message>> = Vec::new();
        if self.outcome().and_then(|outcome| unheard(&sheet.case, outcome, today)).is_some() {
            let grounds = Ground::ALL.map(ground).to_vec();
            let chosen = |at| Message::Step(steps::Message::GroundChosen(at));
            fields.push(
                radio("over-ground", grounds, self.steps.ground, chosen).label(fl!("step-ground")).into(),
            );
        }
        if self.asks_second() {
            fields.push(body(fl!("step-second")).into());
        }
        fields
    }

    /// Entering what was changed, before what is granted; a field that was emptied too, and the decision says what it lacks.
    pub(super) fn grant_wanted(&self, today: NaiveDate) -> Option<Command> {
        let typed = self.steps.grants.iter().filter(|entry| entry.typed.trim() != entry.known.trim());
        let written = |entry: &Entry| {
            let day = read_date(&entry.typed, today).filter(|_| entry.field.is_day);
            day.map_or_else(|| entry.typed.trim().to_owned(), |day| day.to_string())
        };
        let fields: BTreeMap<String, String> =
            typed.map(|entry| (entry.field.path.clone(), written(entry))).collect();
        let grants = self.outcome().is_some_and(grants) && !fields.is_empty();
        grants.then(|| Command::Proceed(Box::new(Proceed::Grant { fields })))
    }

    /// The fields, where the outcome grants.
    pub(super) fn granted_fields(&self) -> impl Iterator<Item = &str> {
        let shown = self.outcome().is_some_and(grants);
        self.steps.grants.iter().filter(move |_| shown).map(|entry| entry.field.path.as_str())
    }

    /// Draws the fields, where the outcome grants.
    pub(super) fn grant_fields<'a>(
        &'a self,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, Message>> {
        if !self.outcome().is_some_and(grants) {
            return Vec::new();
        }
        let control = |(place, Entry { field, typed, .. }): (usize, &'a Entry)| {
            let on_input = move |text| Message::Step(steps::Message::GrantTyped(place, text));
            let id = format!("grant.{}", field.path);
            let control = if field.is_day {
                date_field(id, typed, today, on_input)
            } else {
                text_field(id, typed, on_input)
            };
            let control = control.label(local(&field.label)).problem(at(problems, &field.path));
            match &field.help {
                Some(help) => control.hint(local(help)).into(),
                None => control.into(),
            }
        };
        self.steps.grants.iter().enumerate().map(control).collect()
    }
}
