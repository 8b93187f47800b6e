//! An action for failure to act, in a dialog: what the court served, or how it ended. Whether it came early stands below.

use super::remedy::undated;
use super::steps::{self, Step};
use super::{Message, Over};
use crate::desk::case::Sheet;
use crate::domain::decide::{Proceed, Sue};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
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
    filed_on: String,
    file_number: String,
    by: String,
}

/// What happened in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// In the field for the day at court.
    FiledOn(String),
    /// In the field for the court's file number.
    FileNumber(String),
    /// In the field for who sues.
    By(String),
}

impl Form {
    /// Most often whoever applied sues.
    pub fn about(sheet: &Sheet) -> Self {
        let applicant = sheet.case.applicant().and_then(|id| sheet.persons.get(&id));
        Self { by: applicant.map(Person::name).unwrap_or_default(), ..Self::default() }
    }

    /// Takes in what is typed.
    pub fn update(&mut self, typed: Typed) {
        match typed {
            Typed::FiledOn(text) => self.filed_on = text,
            Typed::FileNumber(text) => self.file_number = text,
            Typed::By(text) => self.by = text,
        }
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
            return Ok(Proceed::SueEnded { reason: text });
        }
        let Form { filed_on, file_number, by } = self.steps.inaction.clone();
        let received_on = read_past_date(&self.date, today);
        let at_court = !filed_on.trim().is_empty();
        let filed_typed = filed_on;
        let filed_on = at_court.then(|| read_past_date(&filed_typed, today)).flatten();
        match received_on {
            Some(received_on) if !at_court || filed_on.is_some() => {
                Ok(Proceed::Sue(Sue { received_on, filed_on, file_number, by, text }))
            }
            _ => {
                let received = received_on.is_none().then(|| undated("received_on", &self.date, today));
                let filed =
                    (at_court && filed_on.is_none()).then(|| undated("filed_on", &filed_typed, today));
                Err(received.into_iter().chain(filed).collect())
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
            return vec![self.said(fl!("sued-end-reason"))];
        }
        let say = |typed| Message::Step(steps::Message::Inaction(typed));
        let form = &self.steps.inaction;
        let day = past_date_field("over-date", &self.date, today, Message::DateTyped);
        let filed =
            past_date_field("over-filed-on", &form.filed_on, today, move |text| say(Typed::FiledOn(text)));
        let number =
            text_field("over-file-number", &form.file_number, move |text| say(Typed::FileNumber(text)));
        let by = text_field("over-by", &form.by, move |text| say(Typed::By(text)));
        let mut fields: Vec<Element<'a, Message>> = vec![
            day.label(fl!("step-statement-day")).problem(at(problems, "received_on")).into(),
            filed.label(fl!("sued-filed-on")).problem(at(problems, "filed_on")).into(),
            small(fl!("sued-filed-hint")).into(),
            number.label(fl!("sued-file-number")).problem(at(problems, "file_number")).into(),
            by.label(fl!("sued-by")).problem(at(problems, "by")).into(),
            self.said(fl!("step-object-text")),
        ];
        if let Some(suable) = warned(sheet) {
            fields.push(body(warning(&suable, today)).into());
            fields.push(small(explanation(&suable.by.explanation)).into());
        }
        fields.push(small(fl!("sued-stops-nothing")).into());
        fields
    }
}
