//! What whoever decides enters with a grant, in the dialog of the decision: fields that are the decision's own (`to_grant` in the
//! catalogue). Reads nothing that is typed, but days: the service does.

use super::steps;
use super::{Message, Over};
use crate::desk::case::Sheet;
use crate::domain::assessment::grants;
use crate::domain::decide::{Command, Proceed};
use crate::domain::decision::ToGrant;
use crate::domain::problem::Problem;
use crate::ui::Element;
use crate::ui::control::{date_field, read_date, text_field, write_date};
use crate::ui::screen::beside::{at, local};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One field, and what is typed in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    field: ToGrant,
    /// As it stands in the field.
    pub typed: String,
}

/// The fields, with what is known of them.
pub fn entries(sheet: &Sheet) -> Vec<Entry> {
    let told = &sheet.assessment;
    let entry = |field: &ToGrant| {
        let known = told.values.at(&field.path);
        let written = known.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        let written = written.unwrap_or_default();
        let day = written.parse().ok().filter(|_| field.is_day);
        Entry { field: field.clone(), typed: day.map_or(written, write_date) }
    };
    told.terms.to_grant.iter().map(entry).collect()
}

impl Over {
    /// Entering it, before what is granted; nothing where nothing is typed, and the decision says what it lacks.
    pub(super) fn grant_wanted(&self, today: NaiveDate) -> Option<Command> {
        let typed = self.steps.grants.iter().filter(|entry| !entry.typed.trim().is_empty());
        let written = |entry: &Entry| {
            let day = read_date(&entry.typed, today).filter(|_| entry.field.is_day);
            day.map_or_else(|| entry.typed.trim().to_owned(), |day| day.to_string())
        };
        let fields: BTreeMap<String, String> =
            typed.map(|entry| (entry.field.path.clone(), written(entry))).collect();
        let grants = grants(self.outcome()) && !fields.is_empty();
        grants.then(|| Command::Proceed(Box::new(Proceed::Grant { fields })))
    }

    /// Draws the fields, where the outcome grants.
    pub(super) fn grant_fields<'a>(
        &'a self,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, Message>> {
        if !grants(self.outcome()) {
            return Vec::new();
        }
        let control = |(place, Entry { field, typed }): (usize, &'a Entry)| {
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
