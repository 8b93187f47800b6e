//! The form of somebody: as they are known, as it is typed, and what is saved of it. Finds nobody.

use super::{Action, State};
use crate::desk::look::PersonRow;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, fields};
use crate::ui::screen::counter::work::written_date;
use std::collections::BTreeMap;

/// The form of a person.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// Who; nobody yet while they are being entered.
    pub id: Option<PersonId>,
    /// What is typed, by the names of [`fields`].
    pub values: BTreeMap<String, String>,
    /// The same as it was found.
    pub(super) before: BTreeMap<String, String>,
    /// Who may be the same.
    pub alike: Vec<PersonRow>,
    /// Fields on whose value two desks disagree.
    pub conflicts: Vec<String>,
    pub(super) busy: bool,
}

impl Form {
    pub(super) fn of(person: &Person) -> Self {
        let mut values = person.fields.clone();
        if let Some(birth) = values.get_mut(fields::BIRTH_DATE)
            && let Some(written) = written_date(birth)
        {
            *birth = written;
        }
        Self {
            id: Some(person.id),
            before: values.clone(),
            values,
            conflicts: person.conflicts.clone(),
            ..Self::default()
        }
    }

    /// What is typed in a field.
    pub fn get(&self, field: &str) -> &str {
        self.values.get(field).map_or("", String::as_str)
    }
}

impl State {
    /// Somebody new; what was searched for is taken as the name.
    pub(super) fn enter(&mut self) -> Action {
        let mut values = BTreeMap::from([(fields::KIND.to_owned(), "natural".to_owned())]);
        let typed = self.text.trim();
        if !typed.is_empty() && !typed.contains(|c: char| c.is_ascii_digit()) {
            let (family, given) = typed.split_once(',').unwrap_or((typed, ""));
            let _ = values.insert(fields::FAMILY.to_owned(), family.trim().to_owned());
            let _ = values.insert(fields::GIVEN.to_owned(), given.trim().to_owned());
        }
        self.form = Some(Form { values, ..Form::default() });
        self.cases = None;
        self.problems.clear();
        Action::Focus(fields::FAMILY)
    }

    pub(super) fn type_in(&mut self, field: &'static str, text: String) -> Action {
        let Some(form) = &mut self.form else { return Action::None };
        let _ = form.values.insert(field.to_owned(), text);
        self.problems.retain(|problem| problem.field != field);
        self.typed += 1;
        Action::Rest(self.typed, true)
    }

    pub(super) fn ask_alike(&self) -> Action {
        let Some(form) = &self.form else { return Action::None };
        let named = [fields::FAMILY, fields::GIVEN].iter().any(|field| form.get(field).chars().count() > 2);
        if named { Action::Alike(self.typed, form.values.clone(), form.id) } else { Action::None }
    }

    pub(super) fn save(&mut self) -> Action {
        let Some(form) = self.form.as_mut().filter(|form| !form.busy) else { return Action::None };
        if form.id.is_some() && form.conflicts.is_empty() && form.values == form.before {
            return Action::SaidUnchanged;
        }
        form.busy = true;
        let mut values = form.values.clone();
        if form.id.is_none() {
            values.retain(|_, value| !value.trim().is_empty());
        }
        Action::Save(form.id, values)
    }
}
