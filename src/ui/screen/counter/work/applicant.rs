//! Whom the intake is about: their names, what the form takes from what is known of them and gives back to it, and who acts
//! for them. Finds nobody.

use super::Work;
use crate::catalogue::Field;
use crate::desk::intake::{Participant, Party};
use crate::desk::person::{DIFFERS, answer, from_answers, normalised, suggest_answers};
use crate::domain::case::{APPLICANT, AppearsAs, REPRESENTATIVE};
use crate::domain::person::{display_name, fields};
use crate::domain::problem::Problem;
use serde_json::Value;
use std::collections::BTreeMap;

impl Work {
    /// The applicant's name; empty while there is none.
    pub fn person_name(&self) -> String {
        let get = |field| self.person.get(field).map_or("", String::as_str);
        display_name(get(fields::FAMILY), get(fields::GIVEN))
    }

    /// The name of whoever acts for the applicant; empty while nobody is entered.
    pub fn representative_name(&self) -> String {
        let get = |field| self.representative.get(field).map_or("", String::as_str);
        display_name(get(fields::FAMILY), get(fields::GIVEN))
    }

    /// Somebody acts for the applicant: letters go to them (§ 14 (3) `VwVfG`).
    pub fn set_representative(&mut self, party: Party, known: BTreeMap<String, String>) {
        self.drop_representative();
        let (part, appears_as) = (REPRESENTATIVE.to_owned(), AppearsAs::InPerson);
        self.intake.participants.push(Participant { party, part, appears_as, seen: None, certain: false });
        self.representative = known;
    }

    /// Nobody who is entered acts for the applicant.
    pub fn drop_representative(&mut self) {
        self.intake.participants.retain(|participant| participant.part != REPRESENTATIVE);
        self.representative.clear();
    }

    /// Whether the applicant's address must not be told (§ 51 BMG).
    pub fn person_is_blocked(&self) -> bool {
        self.person.get(fields::BLOCKED).is_some_and(|blocked| blocked == "yes")
    }

    /// Whether the applicant wants letters in large print.
    pub fn person_wants_large_print(&self) -> bool {
        self.person.get(fields::LARGE_PRINT).is_some_and(|wanted| wanted == "yes")
    }

    /// Fills what the form asks about the applicant. A blocked address is typed by hand, never put in (§ 51 BMG).
    pub fn fill_from_person(&mut self) {
        suggest_answers(self.service, &self.person, &mut self.intake.answers);
        self.as_typed();
        self.other_words();
    }

    /// Answers a field with what is known of the applicant.
    pub fn take_known(&mut self, path: &str) {
        if let Some(field) = self.service.field(path) {
            self.put_known(field);
        }
        self.as_typed();
        self.assess();
    }

    fn put_known(&mut self, field: &Field) {
        if let Some(answer) = answer(field, &self.person) {
            self.intake.answers.set(&field.path, answer);
        }
    }

    /// Somebody who is entered with this case is known otherwise from now on: the form follows, but for what was typed
    /// there against what was known.
    pub fn change_new_person(&mut self, person: BTreeMap<String, String>) {
        let differs = |problem: &&Problem| problem.id == DIFFERS;
        let differ: Vec<String> =
            self.assessment.problems.iter().filter(differs).map(|problem| problem.field.clone()).collect();
        let before = std::mem::replace(&mut self.person, person.clone());
        for field in self.service.fields().flat_map(Field::all) {
            let Some(name) = field.person.as_ref().filter(|_| !differ.contains(&field.path)) else {
                continue;
            };
            if before.get(name) != person.get(name) {
                self.intake.answers.set(&field.path, Value::Null);
                self.put_known(field);
            }
        }
        self.as_typed();
        self.intake.signature = None;
        self.set_new_person(person);
    }

    /// What is known of the applicant, as it is stored: somebody new has typed it.
    pub(super) fn known(&self) -> BTreeMap<String, String> {
        normalised(&self.person, self.today)
    }

    /// The applicant with what the form says at this path: what would be known of them if that is right.
    pub fn person_as_said(&self, path: &str) -> BTreeMap<String, String> {
        let mut person = self.known();
        let field = self.service.field(path).and_then(|field| field.person.clone());
        let said = from_answers(self.service, &self.assessment.values);
        if let Some((name, said)) = field.and_then(|name| said.get_key_value(&name)) {
            let _ = person.insert(name.clone(), said.clone());
        }
        person
    }

    /// Somebody who is entered with this case is known by this from now on.
    pub fn set_new_person(&mut self, person: BTreeMap<String, String>) {
        if let Some(participant) = self.intake.participants.iter_mut().find(|p| p.part == APPLICANT) {
            participant.party = Party::New(person.clone());
        }
        self.person = person;
        self.assess();
    }
}
