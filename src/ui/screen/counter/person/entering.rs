//! Entering somebody new, and changing them once they are taken: with their fields as they were typed, and who is likely
//! the same shown before. Stores nobody.

use super::State;
use crate::desk::intake::Party;
use crate::desk::person;
use crate::domain::case::{APPLICANT, REPRESENTATIVE};
use crate::domain::person::fields;
use crate::domain::problem::Problem;
use crate::ui::screen::counter::outcome::{Action, Found};
use crate::ui::screen::counter::work::Work;
use std::collections::BTreeMap;

impl State {
    /// Somebody who was entered here, with their fields as they were typed.
    pub(super) fn change(&mut self, other: bool, work: &Work) -> Action {
        self.forget_search();
        self.for_other = other;
        self.changes = true;
        self.new = Some(if other { work.representative.clone() } else { work.person.clone() });
        Action::focus(fields::FAMILY)
    }

    /// One step back within the page, keeping what is typed; nothing where the page itself is left.
    pub fn escape(&mut self, work: &mut Work) -> Option<Action> {
        if !self.similar.is_empty() {
            self.similar.clear();
            return Some(Action::focus(fields::FAMILY));
        }
        let new = self.new.take()?;
        self.problems.clear();
        if self.changes {
            return Some(self.search_again(work));
        }
        self.aside = Some(new);
        Some(Action::focus(self.search_id()))
    }

    /// Whether somebody is being entered.
    pub fn is_entering(&self) -> bool {
        self.new.is_some()
    }

    /// Ctrl+Enter while somebody is entered: takes them, but goes to those who are likely the same, whom a person looks at.
    pub fn finish(&mut self, work: &mut Work) -> Result<Action, Vec<Problem>> {
        match self.similar.first() {
            Some(first) => Ok(Action::focus(format!("similar.{}", first.id))),
            None => self.finish_new(work),
        }
    }

    /// Somebody new needs a name and no impossible birth date; then whoever is like them is looked for first.
    pub(super) fn finish_new(&mut self, work: &mut Work) -> Result<Action, Vec<Problem>> {
        let Some(new) = &self.new else { return Ok(Action::None) };
        self.problems = person::problems(&person::normalised(new, work.today()), work.today());
        if let Some(first) = self.problems.first() {
            return Ok(Action::focus(first.field.clone()));
        }
        if !self.similar.is_empty() {
            return Ok(self.enter(work));
        }
        Ok(Action::SimilarPersons(new.clone()))
    }

    pub(super) fn compare(&mut self, similar: Vec<Found>, work: &mut Work) -> Action {
        if similar.is_empty() {
            return self.enter(work);
        }
        let first = format!("similar.{}", similar[0].id);
        self.similar = similar;
        Action::focus(first)
    }

    pub(super) fn enter(&mut self, work: &mut Work) -> Action {
        let Some(mut new) = self.new.take() else { return Action::None };
        new.retain(|_, value| !value.trim().is_empty());
        let _ = new.entry(fields::KIND.to_owned()).or_insert_with(|| "natural".to_owned());
        let looked_at = !self.similar.is_empty();
        if self.changes {
            return self.changed(new, looked_at, work);
        }
        self.link(work, Party::New(new.clone()), new);
        if let Some(applicant) = work.intake.participants.last_mut() {
            applicant.certain = looked_at;
        }
        Action::focus("seen")
    }

    /// Somebody who was entered before: how they appear and what was seen of them stays.
    fn changed(&mut self, new: BTreeMap<String, String>, looked_at: bool, work: &mut Work) -> Action {
        let other = self.for_other;
        self.forget_search();
        self.for_other = false;
        let part = if other { REPRESENTATIVE } else { APPLICANT };
        if let Some(one) = work.intake.participants.iter_mut().find(|one| one.part == part) {
            one.party = Party::New(new.clone());
            one.certain = looked_at;
        }
        if other {
            work.representative = new;
            return Action::focus("representative-change");
        }
        work.change_new_person(new);
        Action::focus("seen")
    }
}

/// What was typed to find somebody, as the fields of somebody new: "Öztürk, Şebnem 14.03.1987".
pub(super) fn from_typed(typed: &str) -> BTreeMap<String, String> {
    let mut new = BTreeMap::new();
    let is_date = |word: &&str| word.bytes().filter(u8::is_ascii_digit).count() >= 4;
    let mut put = |field: &str, text: String| {
        if !text.trim().is_empty() {
            let _ = new.insert(field.to_owned(), text.trim().to_owned());
        }
    };
    let words: Vec<&str> = typed.split_whitespace().collect();
    put(
        fields::BIRTH_DATE,
        words.iter().copied().find(is_date).unwrap_or_default().trim_end_matches(',').to_owned(),
    );
    let name = words.iter().copied().filter(|word| !is_date(word)).collect::<Vec<_>>().join(" ");
    let (family, given) = name.split_once(',').or_else(|| name.split_once(' ')).unwrap_or((&name, ""));
    put(fields::FAMILY, family.to_owned());
    put(fields::GIVEN, given.trim_end_matches(',').to_owned());
    new
}
