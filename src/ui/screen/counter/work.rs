//! The intake in hand: its service, its answers as typed, what the service says about them. Draws nothing, saves
//! nothing; every change assesses again.

use crate::catalogue::{
    Catalogue, Field, FieldKind, Section, Service, Situation, country, evaluate, is_in_form,
};
use crate::desk::case::Sheet;
use crate::desk::intake::{Intake, Participant, Party};
use crate::desk::person::{DIFFERS, answer, differences, from_answers, normalised, suggest_answers};
use crate::domain::answers::Answers;
use crate::domain::assessment::Assessment;
use crate::domain::case::{APPLICANT, AppearsAs, Linked, REPRESENTATIVE};
use crate::domain::id::CaseId;
use crate::domain::money::Cents;
use crate::domain::person::{display_name, fields};
use crate::domain::problem::Problem;
use crate::domain::town::{Town, keys};
use crate::ui::control::{write_amount, write_date};
use crate::words;
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The intake in hand.
#[derive(Debug, Clone)]
pub struct Work {
    /// Its service.
    pub service: &'static Service,
    /// What was entered so far.
    pub intake: Intake,
    /// What is known of the applicant, by the names of [`fields`].
    pub person: BTreeMap<String, String>,
    /// What is known of whoever acts for the applicant.
    pub representative: BTreeMap<String, String>,
    /// What the service says about it.
    pub assessment: Assessment,
    /// The answers of a filed case before they are corrected, as one types them; none at the counter.
    pub before: Option<Answers>,
    town: Town,
    today: NaiveDate,
}

impl Work {
    /// Takes an intake in hand; `None` where the catalogue does not know its service.
    pub fn new(catalogue: &'static Catalogue, intake: Intake, town: &Town, today: NaiveDate) -> Option<Self> {
        let service = catalogue.begun(&intake.service, &intake.version, intake.pack)?;
        let typed = |participant: Option<&Participant>| match participant.map(|one| &one.party) {
            Some(Party::New(known)) => known.clone(),
            _ => BTreeMap::new(),
        };
        let (person, representative) = (typed(intake.applicant()), typed(intake.representative()));
        let assessment = Assessment::default();
        let (before, town) = (None, town.clone());
        let mut work = Self { service, intake, person, representative, assessment, before, town, today };
        work.as_typed();
        work.assess();
        Some(work)
    }

    /// Takes a service in hand with its example, to be looked at: with every document that it cannot do without. Nothing
    /// of it is kept.
    pub fn of_example(service: &'static Service, town: &Town, today: NaiveDate) -> Self {
        let mut intake = Intake::new(CaseId(Uuid::nil()), &service.slug, &service.version);
        intake.answers = service.example.clone();
        let blocking = service.documents.iter().filter(|document| document.blocking);
        intake.documents = blocking.map(|document| document.id.clone()).collect();
        intake.received_on = Some(today);
        let nobody = BTreeMap::new();
        let (person, representative) = (nobody.clone(), nobody);
        let (assessment, town) = (Assessment::default(), town.clone());
        let mut work =
            Self { service, intake, person, representative, assessment, before: None, town, today };
        work.as_typed();
        work.assess();
        work
    }

    /// Takes the answers of a filed case in hand, to correct them. They are judged as on the day of filing.
    pub fn of_case(sheet: &Sheet) -> Self {
        let (case, opened) = (&sheet.case, &sheet.case.opened);
        let applicant = case.persons.values().find(|linked| linked.part == APPLICANT);
        let participant = |linked: &Linked| Participant {
            party: Party::Known(linked.person),
            part: linked.part.clone(),
            appears_as: linked.appears_as,
            seen: linked.seen.clone(),
            certain: true,
        };
        let mut intake = Intake::new(case.id, &opened.service, &opened.version);
        intake.pack = opened.pack;
        intake.answers = case.answers();
        intake.documents = case.documents.keys().cloned().collect();
        intake.channel = opened.channel;
        intake.received_on = Some(opened.received_on);
        intake.participants = applicant.map(participant).into_iter().collect();
        let person = applicant.and_then(|linked| sheet.persons.get(&linked.person));
        let mut work = Self {
            service: sheet.service,
            intake,
            person: person.map(|person| person.fields.clone()).unwrap_or_default(),
            representative: BTreeMap::new(),
            assessment: Assessment::default(),
            before: None,
            town: sheet.town.clone(),
            today: opened.filed_on,
        };
        work.as_typed();
        work.before = Some(work.intake.answers.clone());
        work.assess();
        work
    }

    /// What stood in a field before it was corrected, where something else stands there now.
    pub fn stood(&self, path: &str) -> Option<String> {
        let before = self.before.as_ref()?;
        if before.at(path) == self.intake.answers.at(path) {
            return None;
        }
        match before.at(path) {
            Some(Value::String(text)) => Some(text.clone()),
            Some(Value::Number(number)) => Some(number.to_string()),
            _ => Some(String::new()),
        }
    }

    /// Asks the service again.
    pub fn assess(&mut self) {
        let situation = Situation {
            today: self.today,
            received_on: self.intake.received_on.unwrap_or(self.today),
            town: &self.town,
            documents_seen: &self.intake.documents,
            brought: None,
            appears_as: self.intake.applicant().map_or(AppearsAs::InPerson, |applicant| applicant.appears_as),
            channel: self.intake.channel,
        };
        self.assessment = evaluate(self.service, &self.intake.answers, &situation);
        let differ = differences(self.service, &self.assessment.values, &self.known());
        self.assessment.problems.extend(differ);
        self.offer_own_postcode();
    }

    /// Where a postcode is none and the place is this town, the town's own is offered.
    fn offer_own_postcode(&mut self) {
        let (own, place) = (self.town.get(keys::POSTCODE), self.town.get(keys::PLACE));
        if own.is_empty() {
            return;
        }
        for problem in self.assessment.problems.iter_mut().filter(|problem| problem.id == "postcode-form") {
            let beside = problem.field.rsplit_once('.').map_or("", |(group, _)| group);
            if self.intake.answers.text(&format!("{beside}.ort")).trim() == place {
                problem.fix = Some(own.to_owned());
            }
        }
    }

    /// Answers a field and asks the service again.
    pub fn answer(&mut self, path: &str, value: impl Into<Value>) {
        self.intake.answers.set(path, value.into());
        self.assess();
    }

    /// Other words than those that may have been signed already, where no form was typed in (that tells by itself).
    fn other_words(&mut self) {
        self.intake.signature = None;
        self.assess();
    }

    /// Notes that a document was seen, or was not after all.
    pub fn see_document(&mut self, id: String, seen: bool) {
        let _ = if seen { self.intake.documents.insert(id) } else { self.intake.documents.remove(&id) };
        self.assess();
    }

    /// The day at the counter.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// What is typed in a field.
    pub fn typed(&self, path: &str) -> String {
        match self.intake.answers.at(path) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// Items of a list; one empty item where there is none, so that there is something to type into.
    pub fn items(&self, path: &str) -> usize {
        self.intake.answers.at(path).and_then(Value::as_array).map_or(0, Vec::len).max(1)
    }

    /// Whether a field is asked with the answers of now.
    pub fn is_visible(&self, field: &Field, path: &str) -> bool {
        // An item that nobody has typed into yet is not among the answers; it is asked all the same.
        let begun = self.assessment.visible.contains(path);
        is_in_form(field)
            && (begun || path.split('.').any(|part| part.parse::<usize>().is_ok()) && field.visible.is_none())
    }

    /// The sections that have something to ask.
    pub fn sections(&self) -> Vec<&'static Section> {
        let asks =
            |section: &&Section| section.fields.iter().any(|field| self.is_visible(field, &field.path));
        self.service.sections.iter().filter(asks).collect()
    }

    /// The section in which a path is asked.
    pub fn section_of(&self, path: &str) -> Option<usize> {
        let top = path.split('.').next().unwrap_or_default();
        self.sections().iter().position(|section| section.fields.iter().any(|field| field.id == top))
    }

    /// Problems at a path itself.
    pub fn problems_at<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a Problem> {
        self.assessment.problems.iter().filter(move |problem| problem.field == path)
    }

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
    fn known(&self) -> BTreeMap<String, String> {
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

    /// Takes the answers of an earlier case; what is said anew each time (the day of the notice) stays as it is.
    pub fn take_over(&mut self, answers: &Answers) {
        use crate::catalogue::Default::{Received, Today};
        for (id, value) in &answers.0 {
            let field = self.service.fields().find(|field| field.id == *id);
            let anew = field
                .is_none_or(|field| !is_in_form(field) || matches!(field.default, Some(Today | Received)));
            if !anew {
                self.intake.answers.set(id, value.clone());
            }
        }
        self.as_typed();
        self.other_words();
    }

    /// Writes stored values as one types them: dates with points, amounts in euros, countries by name.
    fn as_typed(&mut self) {
        let answers = &mut self.intake.answers.0;
        for field in self.service.fields() {
            if let Some(value) = answers.get_mut(&field.id) {
                write_as_typed(field, value);
            }
        }
    }
}

fn write_as_typed(field: &Field, value: &mut Value) {
    match (&field.kind, &mut *value) {
        (FieldKind::Group { fields, .. }, Value::Object(parts)) => {
            for part in fields {
                if let Some(value) = parts.get_mut(&part.id) {
                    write_as_typed(part, value);
                }
            }
        }
        (FieldKind::List { item, .. }, Value::Array(items)) => {
            for value in items {
                write_as_typed(item, value);
            }
        }
        (FieldKind::Money, Value::Number(cents)) => {
            *value = write_amount(Cents(cents.as_i64().unwrap_or_default())).into();
        }
        (FieldKind::Year | FieldKind::Integer, Value::Number(number)) => *value = number.to_string().into(),
        (FieldKind::Date | FieldKind::PartialDate, Value::String(text)) => {
            if let Some(date) = written_date(text) {
                *value = date.into();
            }
        }
        (FieldKind::Country, Value::String(code)) => {
            if let Some(country) = country::by_code(code) {
                *value = country_name(&country).into();
            }
        }
        _ => {}
    }
}

/// `1987-03-14` as `14.03.1987`, unknown parts as zeros; `None` for what is not stored like that.
pub fn written_date(stored: &str) -> Option<String> {
    if let Ok(date) = stored.parse::<NaiveDate>() {
        return Some(write_date(date));
    }
    let [year, month, day] = <[&str; 3]>::try_from(stored.split('-').collect::<Vec<_>>()).ok()?;
    let digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(year, 4) && digits(month, 2) && digits(day, 2)).then(|| format!("{day}.{month}.{year}"))
}

/// A country's name in the language of the window.
pub fn country_name(country: &country::Country) -> &'static str {
    if words::language() == words::Language::English { country.en } else { country.de }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_dates_are_written_as_one_types_them() {
        assert_eq!(written_date("1987-03-14").as_deref(), Some("14.03.1987"));
        assert_eq!(written_date("1990-00-00").as_deref(), Some("00.00.1990"));
        assert_eq!(written_date("14.03.1987"), None);
        assert_eq!(written_date("140387"), None);
    }
}
