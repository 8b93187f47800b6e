//! An action at court, in a dialog: what the court served, against a decision or for failure to act, and how it ended. Whether it came
//! early stands below.

use super::remedy::undated;
use super::steps::{self, Step};
use super::{Message, Over};
use crate::desk::case::Sheet;
use crate::domain::case::{AtCourt, Settled};
use crate::domain::decide::{Proceed, Sue};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::town::keys;
use crate::fl;
use crate::timeline::inaction::{warned, warning};
use crate::ui::Element;
use crate::ui::control::{body, past_date_field, read_past_date, small, text_field};
use crate::ui::screen::beside::at;
use crate::ui::screen::counter::explanation;
use chrono::NaiveDate;

/// Fields that bear what is wrong with them.
pub const FIELDS: [&str; 4] = ["received_on", "filed_on", "file_number", "by"];

/// What is typed of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    court: String,
    filed_on: String,
    file_number: String,
    by: String,
}

/// What happened in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// In the field for the court.
    Court(String),
    /// In the field for the day at court.
    FiledOn(String),
    /// In the field for the court's file number.
    FileNumber(String),
    /// In the field for who sues.
    By(String),
}

impl Form {
    /// Most often whoever applied sues, at the court of the town's settings.
    pub fn about(sheet: &Sheet) -> Self {
        let applicant = sheet.case.applicant().and_then(|id| sheet.persons.get(&id));
        let (court, by) = (sheet.town.get(keys::COURT_NAME).to_owned(), applicant.map(Person::name));
        Self { court, by: by.unwrap_or_default(), ..Self::default() }
    }

    /// Who sues, as it is typed.
    pub(super) fn by(&self) -> &str {
        &self.by
    }

    /// Takes in what is typed.
    pub fn update(&mut self, typed: Typed) {
        match typed {
            Typed::Court(text) => self.court = text,
            Typed::FiledOn(text) => self.filed_on = text,
            Typed::FileNumber(text) => self.file_number = text,
            Typed::By(text) => self.by = text,
        }
    }

    /// Where it lies and who sues, or that its day is none.
    pub(super) fn wanted(&self, today: NaiveDate) -> Result<AtCourt, Vec<Problem>> {
        let Self { court, filed_on, file_number, by } = self.clone();
        let at_court = !filed_on.trim().is_empty();
        let day = at_court.then(|| read_past_date(&filed_on, today)).flatten();
        if at_court && day.is_none() {
            return Err(vec![undated("filed_on", &filed_on, today)]);
        }
        Ok(AtCourt { court, filed_on: day, file_number, by })
    }

    /// Draws it: what stands in the letter of the court.
    pub(super) fn fields<'a>(&'a self, today: NaiveDate, problems: &[Problem]) -> Vec<Element<'a, Message>> {
        let say = |typed| Message::Step(steps::Message::Court(typed));
        let filed =
            past_date_field("over-filed-on", &self.filed_on, today, move |text| say(Typed::FiledOn(text)));
        let court = text_field("over-court", &self.court, move |text| say(Typed::Court(text)));
        let number =
            text_field("over-file-number", &self.file_number, move |text| say(Typed::FileNumber(text)));
        let by = text_field("over-by", &self.by, move |text| say(Typed::By(text)));
        vec![
            filed.label(fl!("sued-filed-on")).problem(at(problems, "filed_on")).into(),
            small(fl!("sued-filed-hint")).into(),
            court.label(fl!("sued-court")).into(),
            number.label(fl!("sued-file-number")).problem(at(problems, "file_number")).into(),
            by.label(fl!("sued-by")).problem(at(problems, "by")).into(),
        ]
    }
}

impl Over {
    /// What is to be entered, or what is missing.
    pub(super) fn inaction_wanted(
        &self,
        step: Step,
        text: String,
        today: NaiveDate,
    ) -> Result<Proceed, Vec<Problem>> {
        if step == Step::SueEnd {
            let how = self.picked(&Settled::AT_COURT).ok_or_else(|| vec![unchosen("how")])?;
            return Ok(Proceed::SueEnded { how, reason: text });
        }
        let (received_on, court) = self.served(today)?;
        Ok(Proceed::Sue(Sue { received_on, court, text }))
    }

    /// The day on which the court served it, and where it lies and who sues; else all that is wrong with both.
    pub(super) fn served(&self, today: NaiveDate) -> Result<(NaiveDate, AtCourt), Vec<Problem>> {
        let served_on = read_past_date(&self.date, today);
        let served_on = served_on.ok_or_else(|| vec![undated("received_on", &self.date, today)]);
        match (served_on, self.steps.court.wanted(today)) {
            (Ok(served_on), Ok(court)) => Ok((served_on, court)),
            (served_on, court) => {
                Err([served_on.err(), court.err()].into_iter().flatten().flatten().collect())
            }
        }
    }

    /// Draws it.
    pub(super) fn inaction_fields<'a>(
        &'a self,
        step: Step,
        sheet: &Sheet,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, Message>> {
        if step == Step::SueEnd {
            return self.ends(&Settled::AT_COURT, fl!("sued-end-how"), fl!("sued-end-reason"), problems);
        }
        let day = past_date_field("over-date", &self.date, today, Message::DateTyped);
        let mut fields: Vec<Element<'a, Message>> =
            vec![day.label(fl!("sued-served-on")).problem(at(problems, "received_on")).into()];
        fields.extend(self.steps.court.fields(today, problems));
        fields.push(self.said(fl!("step-object-text"), None));
        if let Some(suable) = warned(sheet) {
            fields.push(body(warning(&suable, today)).into());
            fields.push(small(explanation(&suable.by.explanation)).into());
        }
        fields.push(small(fl!("sued-stops-nothing")).into());
        fields
    }
}

/// Nothing is preselected: whoever presses on without having chosen is told so.
pub(super) fn unchosen(field: &str) -> Problem {
    Problem::error(field, "choice-missing")
}
