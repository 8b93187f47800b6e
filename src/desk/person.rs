//! People and businesses: finding, entering, changing. What a case knows of them stays with the case (§ 30 AO).

use super::Desk;
use super::error::DeskError;
use super::session::Session;
use crate::catalogue::{Field, FieldKind, Service, show_at};
use crate::domain::answers::Answers;
use crate::domain::din91379::{self, Kind};
use crate::domain::event::Subject;
use crate::domain::id::PersonId;
use crate::domain::partial_date::PartialDate;
use crate::domain::person::{Person, PersonEvent, fields};
use crate::domain::problem::{Problem, Refusal};
use crate::store::read::{self, CaseRow, Page, PersonHit};
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;

impl Desk {
    /// People and businesses by name, sound, birth date and street, as one types.
    pub fn find_person(
        &self,
        _session: &Session,
        text: &str,
        limit: usize,
    ) -> Result<Vec<PersonHit>, DeskError> {
        self.query(|db| read::find_person(db, text, limit))
    }

    /// A person, by any of their records. That they were looked at is noted.
    pub fn person(&self, session: &Session, id: PersonId) -> Result<Person, DeskError> {
        let person = self.store.read(|db| db.person(id))?;
        let person = person.ok_or_else(|| DeskError::because("person-unknown"))?;
        self.note_read(session, Subject::Person(person.id))?;
        Ok(person)
    }

    /// The person's cases that the user may read, the newest first.
    pub fn cases_of_person(&self, session: &Session, id: PersonId) -> Result<Vec<CaseRow>, DeskError> {
        self.query(|db| read::cases_of_person(db, &session.reads, id, &Page::first(200)))
    }

    /// Enters somebody, or changes what differs. Everything that is wrong is told at once.
    pub fn save_person(
        &self,
        session: &Session,
        id: Option<PersonId>,
        entered: &BTreeMap<String, String>,
    ) -> Result<PersonId, DeskError> {
        let entered = normalised(entered, self.today());
        let problems = problems(&entered, self.today());
        if !problems.is_empty() {
            return Err(Refusal(problems).into());
        }
        self.act_as(session, |hand| {
            let Some(id) = id else {
                let id = PersonId(hand.id()?);
                hand.person(id, &PersonEvent::PersonCreated { fields: entered })?;
                return Ok(id);
            };
            let person = hand.tx.person(id)?.ok_or_else(|| DeskError::because("person-unknown"))?;
            let differs = |(field, value): &(String, String)| person.get(field) != value;
            let changed: BTreeMap<_, _> = entered.into_iter().filter(differs).collect();
            if !changed.is_empty() {
                hand.change_person(id, changed, "")?;
            }
            Ok(person.id)
        })
    }
}

/// Trims, puts into normal form C, and writes birth dates as they are stored.
pub fn normalised(entered: &BTreeMap<String, String>, today: NaiveDate) -> BTreeMap<String, String> {
    let clean = |(field, text): (&String, &String)| {
        let text = din91379::normalise(text.trim());
        let date = (field == fields::BIRTH_DATE).then(|| PartialDate::parse(&text, today).ok()).flatten();
        (field.clone(), date.map_or(text, |date| date.to_string()))
    };
    entered.iter().map(clean).collect()
}

/// Whether a text can stand as number of a house or as postcode of any country.
fn is_numbered(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || " -/.,+()".contains(c))
        && text.chars().any(char::is_alphanumeric)
}

/// Everything that is wrong with a person's fields.
pub fn problems(entered: &BTreeMap<String, String>, today: NaiveDate) -> Vec<Problem> {
    let get = |field: &str| entered.get(field).map_or("", String::as_str);
    let mut problems = Vec::new();
    for field in entered.keys().filter(|field| !fields::ALL.contains(&field.as_str())) {
        problems.push(Problem::error(field, "answer-unknown-field").with("field", field));
    }
    if get(fields::FAMILY).is_empty() && get(fields::GIVEN).is_empty() {
        problems.push(Problem::error(fields::FAMILY, "person-name-missing"));
    }
    let natural = get(fields::KIND) != "business";
    for field in [fields::FAMILY, fields::GIVEN, fields::BIRTH_NAME, fields::STREET, fields::PLACE] {
        let is_name = natural && [fields::FAMILY, fields::GIVEN, fields::BIRTH_NAME].contains(&field);
        let kind = if is_name { Kind::PersonName } else { Kind::OtherName };
        for forbidden in din91379::check(get(field), kind).err().into_iter().flatten() {
            let problem = Problem::error(field, "answer-forbidden-character");
            problems
                .push(problem.with("character", &forbidden.sequence).with("position", forbidden.position));
        }
    }
    for (field, id) in [(fields::HOUSE, "person-house"), (fields::POSTCODE, "person-postcode")] {
        let text = get(field).trim();
        if !text.is_empty() && !is_numbered(text) {
            problems.push(Problem::error(field, id).with("text", text));
        }
    }
    let birth = get(fields::BIRTH_DATE);
    if !birth.is_empty()
        && let Err(error) = PartialDate::parse(birth, today)
    {
        problems.push(error.problem(fields::BIRTH_DATE));
    }
    problems
}

/// What a form says about the person it is for: fields that name a field of the person. Where it names nobody, it is
/// for the business that the service names.
pub fn from_answers(service: &Service, answers: &Answers) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for field in service.fields().flat_map(Field::all) {
        let Some(name) = &field.person else { continue };
        let value = answers.at(&field.path).map(as_text).unwrap_or_default();
        if !value.is_empty() {
            let _ = found.insert(name.clone(), value);
        }
    }
    let business =
        service.business_name.as_ref().map(|path| answers.text(path)).filter(|name| !name.is_empty());
    if let (false, Some(business)) = (is_named(&found), business) {
        let _ = found.insert(fields::FAMILY.to_owned(), business.to_owned());
        let _ = found.insert(fields::KIND.to_owned(), "business".to_owned());
    }
    found
}

/// Id of the warning of [`differences`].
pub const DIFFERS: &str = "answer-differs-from-person";

/// Where a form says something else about the person it is for than is known of them: a warning at each such field,
/// with what is known. An address that must not be told (§ 51 BMG) is not compared, since the warning would tell it.
pub fn differences(service: &Service, answers: &Answers, known: &BTreeMap<String, String>) -> Vec<Problem> {
    let blocked = known.get(fields::BLOCKED).is_some_and(|blocked| blocked == "yes");
    let mut person = Answers::default();
    to_answers(service, known, &mut person);
    let mut found = Vec::new();
    for field in service.fields().flat_map(Field::all) {
        let Some(name) = field.person.as_deref() else { continue };
        let text = |of: &Answers| of.at(&field.path).map(as_text).unwrap_or_default();
        let (said, own) = (text(answers), text(&person));
        let same = din91379::normalise(said.trim()) == din91379::normalise(own.trim());
        if same || said.is_empty() || own.is_empty() || (blocked && fields::ADDRESS.contains(&name)) {
            continue;
        }
        let shown = |language| show_at(service, &person, &field.path, language).replace('\n', ", ");
        let problem = Problem::warning(&field.path, DIFFERS).with("known", shown("de"));
        found.push(problem.with("known-en", shown("en")));
    }
    found
}

/// Whether a family name or a given name is there.
pub fn is_named(known: &BTreeMap<String, String>) -> bool {
    [fields::FAMILY, fields::GIVEN].iter().any(|field| known.get(*field).is_some_and(|name| !name.is_empty()))
}

/// What a person's data answers in a form.
pub fn to_answers(service: &Service, person: &BTreeMap<String, String>, answers: &mut Answers) {
    for field in service.fields().flat_map(Field::all) {
        if let Some(answer) = answer(field, person) {
            answers.set(&field.path, answer);
        }
    }
}

/// The same, where the form says nothing yet. An address under Auskunftssperre (§ 51 BMG) is never suggested.
pub fn suggest_answers(service: &Service, person: &BTreeMap<String, String>, answers: &mut Answers) {
    let blocked = person.get(fields::BLOCKED).is_some_and(|blocked| blocked == "yes");
    for field in service.fields().flat_map(Field::all) {
        let address = field.person.as_ref().is_some_and(|name| fields::ADDRESS.contains(&name.as_str()));
        if answers.is_set(&field.path) || blocked && address {
            continue;
        }
        if let Some(answer) = answer(field, person) {
            answers.set(&field.path, answer);
        }
    }
}

/// What a person's data answers in one field; nothing where it asks nothing that is known.
pub fn answer(field: &Field, person: &BTreeMap<String, String>) -> Option<Value> {
    let value = field.person.as_ref().and_then(|name| person.get(name)).filter(|value| !value.is_empty())?;
    Some(match &field.kind {
        FieldKind::List { .. } => value.split("; ").map(Value::from).collect(),
        FieldKind::YesNo => Value::Bool(value == "yes"),
        _ => Value::from(value.as_str()),
    })
}

fn as_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(is) => {
            if *is {
                "yes".to_owned()
            } else {
                String::new()
            }
        }
        Value::Array(items) => items.iter().map(as_text).collect::<Vec<_>>().join("; "),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Object(_) => String::new(),
    }
}
