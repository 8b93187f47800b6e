//! Steps of the procedure, in a dialog: asking for what is missing, hearing somebody, signing. Takes none itself.

pub use super::step::{Step, begins_with};

use super::super::Action;
use super::remedy::undated;
use super::{Kind, Message as InDialog, OUTCOMES, Over, court, deciding, revoke, ruling, signed};
use crate::desk::case::Sheet;
use crate::desk::procedure::{Ask, Intends};
use crate::domain::case::Outcome as Decision;
use crate::domain::decide::{Command, Proceed, answered_too_late, doubled};
use crate::domain::id::{CaseId, EventRef, PersonId};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::fl;
use crate::timeline::decision;
use crate::ui::Element;
use crate::ui::control::{
    body, check, date_field, past_date_field, radio, read_date, read_past_date, small, state, strong,
};
use crate::ui::screen::beside::{at, local, sentence};
use crate::ui::screen::counter::explanation;
use crate::ui::theme::Tone;
use crate::words;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The outcomes that somebody is heard before.
const BURDENS: [Decision; 2] = [Decision::Refused, Decision::Conditional];

/// What is chosen in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    ticked: BTreeSet<String>,
    pub(super) ground: Option<usize>,
    /// For each outcome of the dialog, whether a second person signs it.
    pub(super) second: [bool; OUTCOMES.len()],
    /// Those who were asked in the hearing and have said nothing yet.
    silent: Vec<PersonId>,
    who: usize,
    /// The day on which a letter was posted that arrived on another.
    pub(super) posted: String,
    /// Whether more time than the period itself was looked at.
    even_so: bool,
    /// What something may be filed against, the last that was told first.
    acts: Vec<EventRef>,
    /// Which of them it is.
    pub(super) against: usize,
    /// Decisions about several objections, the last first, where what was told is one of them.
    pub(super) rulings: Vec<EventRef>,
    /// Which of them is notified.
    pub(super) told: usize,
    /// Who objects, where that is not whoever applied.
    pub(super) objector: String,
    /// Whether whoever sues is not whoever applied.
    pub(super) of_another: bool,
    /// What is entered with a grant.
    pub(super) grants: Vec<deciding::Entry>,
    /// An action at court.
    pub(super) court: court::Form,
    /// Taking a decision back, or revoking it.
    pub(super) revoke: revoke::Form,
    /// Deciding about an objection.
    pub(super) ruling: ruling::Form,
}

/// What happened in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A document is asked for, or not.
    DocumentTicked(String, bool),
    /// Why nobody is heard.
    GroundChosen(usize),
    /// Whose statement it is.
    WhoChosen(usize),
    /// In the field for the day of posting.
    PostedTyped(String),
    /// More time than the period itself is what is meant.
    EvenSoTicked(bool),
    /// What was filed is against this.
    AgainstChosen(usize),
    /// This decision was notified.
    ToldChosen(usize),
    /// In the field for who objects beside whoever applied.
    ObjectorTyped(String),
    /// Whether whoever sues is not whoever applied.
    OfAnotherTicked(bool),
    /// In a field that is entered with a grant.
    GrantTyped(usize, String),
    /// About an action at court.
    Court(court::Typed),
    /// About taking back or revoking.
    Revoke(revoke::Message),
    /// About deciding about an objection.
    Ruling(ruling::Typed),
}

impl Form {
    /// Everything that is missing, and who signs what; whether somebody `hears` before a decision is taken back or revoked.
    pub fn about(sheet: &Sheet, hears: bool) -> Self {
        let told = &sheet.assessment;
        let ticked = told.missing().map(|document| document.id.clone()).collect();
        let second = OUTCOMES.map(|outcome| told.procedure.asks_second(outcome, &told.levies));
        let silent = if asked_several(sheet) { sheet.case.silent() } else { Vec::new() };
        let acts = sheet.case.acts().into_iter().map(|act| act.event).collect();
        let (revoke, court) = (revoke::Form::about(sheet, hears), court::Form::about(sheet));
        let grants = deciding::entries(sheet);
        let is_ruled = sheet.case.act().is_some_and(|act| act.ruling.is_some());
        let rulings = sheet.case.rulings().iter().rev().filter(|_| is_ruled);
        let rulings: Vec<EventRef> = rulings.map(|ruled| ruled.event).collect();
        let untold = |of: &EventRef| sheet.case.notified_of(*of).is_none();
        let told = rulings.iter().position(untold).unwrap_or_default();
        Self { ticked, second, silent, acts, rulings, told, grants, court, revoke, ..Self::default() }
    }

    /// What is filed against; nothing is said where it can be against one thing alone.
    pub(super) fn against(&self) -> Option<EventRef> {
        self.acts.get(self.against).copied().filter(|_| self.acts.len() > 1)
    }

    /// Which decision is notified; nothing is said where it can be the last alone.
    pub(super) fn told(&self) -> Option<EventRef> {
        self.rulings.get(self.told).copied().filter(|_| self.rulings.len() > 1)
    }

    /// The same with what was written in another one; what was chosen there need not fit.
    #[must_use]
    pub fn with_words_of(mut self, written: Self) -> Self {
        for entry in &mut self.grants {
            let same = written.grants.iter().find(|known| known.is_same_field(entry));
            if let Some(known) = same {
                entry.typed.clone_from(&known.typed);
            }
        }
        self.revoke.take_words_of(written.revoke);
        let (objector, of_another) = (written.objector, written.of_another);
        let (posted, court, ruling) = (written.posted, written.court, written.ruling);
        Self { posted, objector, of_another, court, ruling, ..self }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::DocumentTicked(id, true) => drop(self.ticked.insert(id)),
            Message::DocumentTicked(id, false) => drop(self.ticked.remove(&id)),
            Message::GroundChosen(at) => self.ground = Some(at),
            Message::WhoChosen(at) => self.who = at,
            Message::PostedTyped(text) => self.posted = text,
            Message::EvenSoTicked(on) => self.even_so = on,
            Message::AgainstChosen(at) => self.against = at,
            Message::ToldChosen(at) => self.told = at,
            Message::ObjectorTyped(text) => self.objector = text,
            Message::OfAnotherTicked(on) => self.of_another = on,
            Message::GrantTyped(at, text) => {
                if let Some(entry) = self.grants.get_mut(at) {
                    entry.typed = text;
                }
            }
            Message::Court(typed) => self.court.update(typed),
            Message::Revoke(message) => self.revoke.update(message),
            Message::Ruling(typed) => self.ruling.update(typed),
        }
    }
}

impl Over {
    /// What the step asks for, or what is missing.
    pub(super) fn step_wanted(
        &self,
        step: Step,
        id: CaseId,
        today: NaiveDate,
    ) -> Result<Action, Vec<Problem>> {
        let text = self.text.trim().to_owned();
        let proceed = |wanted| Ok(Action::Do(id, Box::new(Command::Proceed(Box::new(wanted)))));
        let wrong = || vec![Problem::error("due_on", "problem-date")];
        let past = || vec![undated("received_on", &self.date, today)];
        match step {
            Step::Ask => {
                let due_on = Some(read_date(&self.date, today).ok_or_else(wrong)?);
                let documents = self.steps.ticked.iter().cloned().collect();
                let answers = text.lines().map(|line| line.trim().to_owned());
                let answers = answers.filter(|line| !line.is_empty()).collect();
                Ok(Action::Ask(id, Ask { documents, answers, due_on }))
            }
            Step::Hear => {
                let due_on = Some(read_date(&self.date, today).ok_or_else(wrong)?);
                let outcome = self.picked(&BURDENS).unwrap_or(Decision::Refused);
                Ok(Action::Hear(id, Intends { outcome, reasons: text, due_on }))
            }
            Step::Statement => {
                let received_on = read_past_date(&self.date, today).ok_or_else(past)?;
                let from = self.steps.silent.get(self.steps.who).copied();
                proceed(Proceed::Statement { text, received_on, from })
            }
            Step::Answered => {
                let received_on = read_past_date(&self.date, today).ok_or_else(past)?;
                proceed(Proceed::Answered { text, received_on })
            }
            Step::Extend => {
                let wrong = || vec![Problem::error("until", "problem-date")];
                let until = read_date(&self.date, today).ok_or_else(wrong)?;
                Ok(Action::Extend(id, until, text, self.steps.even_so))
            }
            Step::Deem => proceed(Proceed::Deem),
            Step::Sign(draft) => proceed(Proceed::Sign { draft }),
            Step::Return(draft) => proceed(Proceed::Return { draft, reason: text }),
            Step::Notify | Step::Object => proceed(self.remedy_wanted(step, text, today)?),
            Step::Settle(..) | Step::Undo(_) => proceed(self.ruling_wanted(step, text, today)?),
            Step::Sue | Step::SueEnd => proceed(self.inaction_wanted(step, text, today)?),
            Step::HearBefore | Step::Revoke => self.revoke_wanted(step, id, today),
        }
    }

    /// Draws the step.
    pub(super) fn step_fields<'a>(
        &'a self,
        step: Step,
        sheet: &Sheet,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, InDialog>> {
        let text = |label: String| self.said(label, None);
        match step {
            Step::Ask => {
                let mut fields: Vec<Element<'a, InDialog>> = self.answer_by(sheet, today, &[]);
                fields.push(strong(fl!("step-request-which")).into());
                fields.extend(sheet.assessment.missing().map(|document| {
                    let (id, ticked) = (document.id.clone(), self.steps.ticked.contains(&document.id));
                    let tick = move |on| InDialog::Step(Message::DocumentTicked(id.clone(), on));
                    check(format!("over-document.{}", document.id), local(&document.label), ticked, tick)
                        .into()
                }));
                fields.push(text(fl!("step-request-answers")));
                fields
            }
            Step::Hear => {
                let intends = BURDENS.map(decision).to_vec();
                let intends = radio("over-choice", intends, self.chosen, InDialog::Chosen);
                let mut fields: Vec<Element<'a, InDialog>> =
                    vec![intends.label(fl!("step-hear-intends")).into()];
                fields.push(text(fl!("step-hear-reasons")));
                fields.extend(self.answer_by(sheet, today, &[]));
                fields
            }
            Step::Answered => {
                let asked = sheet.case.requests().flat_map(|asked| asked.answers.iter().cloned());
                let mut fields: Vec<Element<'a, InDialog>> =
                    asked.map(|asked| strong(asked).into()).collect();
                fields.extend([self.day_of(today), text(fl!("step-answered-text"))]);
                fields
            }
            Step::Statement => {
                let name =
                    |person: &PersonId| sheet.persons.get(person).map(Person::name).unwrap_or_default();
                let names: Vec<String> = self.steps.silent.iter().map(name).collect();
                let who = (!names.is_empty()).then(|| {
                    let chosen = |at| InDialog::Step(Message::WhoChosen(at));
                    radio("over-who", names, Some(self.steps.who), chosen)
                        .label(fl!("step-statement-who"))
                        .into()
                });
                who.into_iter().chain([self.day_of(today), text(fl!("step-statement-text"))]).collect()
            }
            Step::Extend => {
                let by = sheet.case.to_decide_by(&sheet.assessment).map(|by| by.date);
                let day = date_field("over-date", &self.date, today, InDialog::DateTyped);
                let mut fields: Vec<Element<'a, InDialog>> = vec![day.label(fl!("deemed-extend-day")).into()];
                fields.push(text(fl!("deemed-extend-reasons")));
                fields.extend(
                    by.map(|by| body(fl!("deemed-extend-says", by = words::date_with_day(by))).into()),
                );
                // What is posted today may be notified too late (§ 42a (2) sentence 4: told in time).
                let notified = sheet.assessment.procedure.notified(today).ok();
                let late = by.zip(notified).is_some_and(|(by, notified)| notified > by);
                fields.extend(late.then(|| state(fl!("deemed-extend-by-hand"), Tone::Warning)));
                fields.extend(self.looks_twice(sheet, by, today));
                fields
            }
            Step::Deem => {
                let by = sheet.case.to_decide_by(&sheet.assessment);
                let why = by.map(|by| small(explanation(&by.explanation)).into());
                std::iter::once(body(fl!("deemed-enter-says")).into()).chain(why).collect()
            }
            Step::Sign(_) => {
                let mut fields = signed::draft_of(sheet, today);
                fields.push(body(fl!("step-sign-says")).into());
                fields
            }
            Step::Return(_) => {
                let mut fields = signed::draft_of(sheet, today);
                fields.push(text(fl!("case-reason")));
                fields
            }
            Step::Notify | Step::Object => self.remedy_fields(step, sheet, today, problems),
            Step::Settle(..) | Step::Undo(_) => self.ruling_fields(step, sheet, today, problems),
            Step::Sue | Step::SueEnd => self.inaction_fields(step, sheet, today, problems),
            Step::HearBefore | Step::Revoke => self.revoke_fields(step, sheet, today, problems),
        }
    }

    /// Asks whether more time than the period itself is what is meant: § 42a (2) sentence 3 allows what is reasonable.
    fn looks_twice<'a>(
        &'a self,
        sheet: &Sheet,
        by: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Option<Element<'a, InDialog>> {
        let (last, until) = (doubled(by?, &sheet.assessment)?, read_date(&self.date, today)?);
        let says = fl!("deemed-extend-even-so", last = words::date(last));
        let ticked = |on| InDialog::Step(Message::EvenSoTicked(on));
        (until > last).then(|| check("over-even-so", says, self.steps.even_so, ticked).into())
    }

    /// The day on which something came.
    fn day_of(&self, today: NaiveDate) -> Element<'_, InDialog> {
        let day = past_date_field("over-date", &self.date, today, InDialog::DateTyped);
        day.label(fl!("step-statement-day")).into()
    }

    /// The day to answer, and why that one.
    pub(super) fn answer_by<'a>(
        &'a self,
        sheet: &Sheet,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, InDialog>> {
        let day = date_field("over-date", &self.date, today, InDialog::DateTyped);
        let day = day.label(fl!("step-answer-by")).problem(at(problems, "due_on"));
        let why = read_date(&self.date, today).map(|day| sheet.assessment.procedure.explained(today, day));
        let why = why.map(|why| small(explanation(&why)).into());
        let typed = read_date(&self.date, today).filter(|_| matches!(self.kind, Kind::Step(Step::Ask)));
        let late = typed.and_then(|day| answered_too_late(&sheet.assessment, day, today));
        let late = late.map(|late| state(sentence(&late), Tone::Warning));
        std::iter::once(day.into()).chain(why).chain(late).collect()
    }
}

/// Whether several people were asked in the hearing.
fn asked_several(sheet: &Sheet) -> bool {
    sheet.case.hearing().is_some_and(|hearing| hearing.asked.len() > 1)
}

/// Which documents are missing; nothing where all are there.
pub fn missing(sheet: &Sheet) -> Option<String> {
    let missing: Vec<String> = sheet.assessment.missing().map(|document| local(&document.label)).collect();
    (!missing.is_empty()).then(|| fl!("step-missing", documents = missing.join(", ")))
}
