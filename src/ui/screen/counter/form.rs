//! The form that a service asks for: what is typed goes into the intake at once, what is wrong is shown when its
//! field is left. Made from the service's data alone; knows no service and no rule.

mod control;
mod layout;
mod list;
mod view;

use super::outcome::Action;
use super::work::{Work, country_name};
use crate::catalogue::{Field, FieldKind, country, wz};
use crate::desk::intake::Party;
use crate::domain::problem::{Problem, Severity};
use crate::ui::control::Suggestion;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// How many suggestions are offered under a field.
const OFFERED: usize = 8;

/// Where the clerk is in the form.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The section that is open, among the visible ones.
    pub section: usize,
    /// Paths of fields that were left.
    left: BTreeSet<String>,
    /// Ids of sections that were left.
    passed: BTreeSet<String>,
    /// The field one types in.
    pub typing: Option<String>,
    /// Whether everything that is wrong is shown.
    pub strict: bool,
    /// Groups whose rarely used parts are shown.
    opened: BTreeSet<String>,
    /// What is offered under a field.
    offer: Option<Offer>,
}

#[derive(Debug, Clone)]
struct Offer {
    path: String,
    rows: Vec<Suggestion>,
    values: Vec<String>,
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something was typed into a field.
    Typed(String, String),
    /// A field was left.
    Left(String),
    /// An answer was chosen.
    Chosen(String, Value),
    /// One of several answers was ticked or not.
    Ticked(String, String, bool),
    /// A suggestion was taken.
    Offered(String, usize),
    /// One more item of a list.
    ItemAdded(String),
    /// An item of a list less.
    ItemRemoved(String, usize),
    /// The one item of a list that is marked: list, item, part.
    Marked(String, usize, String),
    /// The rarely used parts of a group are wanted.
    MorePressed(String),
    /// A remedy was pressed: field and value.
    FixPressed(String, String),
    /// A field says something else than is known of the person: what is known is right.
    KnownRight(String),
    /// What the form says is right.
    SaidRight(String),
    /// It is somebody else.
    OtherPerson,
    /// To a problem.
    JumpPressed(String),
    /// To a section.
    SectionPressed(usize),
    /// To the next section.
    NextPressed,
    /// On to checking, signing and paying.
    FinishPressed,
}

/// The paths of an answer that say something.
fn answered(path: &str, answer: &Value, paths: &mut BTreeSet<String>) {
    match answer {
        Value::Object(parts) => {
            parts.iter().for_each(|(part, answer)| answered(&format!("{path}.{part}"), answer, paths));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(at, answer)| answered(&format!("{path}.{at}"), answer, paths));
        }
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        _ => {
            let _ = paths.insert(path.to_owned());
        }
    }
}

impl State {
    /// The form of an intake that was begun before: what was answered was left, and what is wrong with it is shown again.
    pub fn of(work: &Work) -> Self {
        let mut state = Self::default();
        for (field, answer) in &work.intake.answers.0 {
            answered(field, answer, &mut state.left);
        }
        state
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message, work: &mut Work) -> Action {
        match message {
            Message::Typed(path, text) => self.type_into(&path, text, work),
            Message::Left(path) => {
                self.leave(path);
                // What is wrong with it moves what stands below, the next field among it.
                Action::Reveal
            }
            Message::Chosen(path, value) => {
                self.leave(path.clone());
                work.answer(&path, value);
                Action::None
            }
            Message::Ticked(path, id, on) => self.tick(&path, &id, on, work),
            Message::Offered(path, index) => self.take_offer(&path, index, work),
            Message::ItemAdded(path) => add_item(&path, work),
            Message::ItemRemoved(path, index) => remove_item(&path, index, work),
            Message::Marked(list, index, part) => {
                mark(&list, index, &part, work);
                Action::None
            }
            Message::MorePressed(path) => self.open_more(path, work),
            Message::FixPressed(path, fix) => {
                work.answer(&path, fix);
                self.leave(path.clone());
                Action::focus(path)
            }
            Message::KnownRight(path) => {
                work.take_known(&path);
                self.leave(path.clone());
                Action::focus(stop_of(work, &path))
            }
            Message::SaidRight(path) => said_right(&path, work),
            Message::JumpPressed(path) => self.jump(&path, work),
            Message::SectionPressed(index) => self.open(index, work),
            Message::NextPressed => self.open(self.section + 1, work),
            // The counter as a whole goes on.
            Message::FinishPressed | Message::OtherPerson => Action::None,
        }
    }

    fn leave(&mut self, path: String) {
        if self.typing.as_ref() == Some(&path) {
            self.typing = None;
        }
        let _ = self.left.insert(path);
    }

    fn type_into(&mut self, path: &str, text: String, work: &mut Work) -> Action {
        self.typing = Some(path.to_owned());
        self.offer = offer(work, path, &text);
        work.answer(path, text);
        Action::None
    }

    fn tick(&mut self, path: &str, id: &str, on: bool, work: &mut Work) -> Action {
        let mut chosen = work.intake.answers.at(path).and_then(Value::as_array).cloned().unwrap_or_default();
        chosen.retain(|one| one != id);
        if on {
            chosen.push(id.into());
        }
        self.leave(path.to_owned());
        work.answer(path, chosen);
        Action::None
    }

    fn take_offer(&mut self, path: &str, index: usize, work: &mut Work) -> Action {
        let Some(offer) = self.offer.take().filter(|offer| offer.path == path) else { return Action::None };
        let Some(value) = offer.values.get(index) else { return Action::None };
        // The words of an activity stay as they were said; what is taken is the class they belong to.
        let target = wz_beside(work, path).unwrap_or_else(|| path.to_owned());
        work.answer(&target, value.as_str());
        self.leave(target);
        Action::FocusNext
    }

    /// Opens a section at its first field.
    pub fn open(&mut self, index: usize, work: &Work) -> Action {
        let sections = work.sections();
        let index = index.min(sections.len().saturating_sub(1));
        // What was never gone through is not found fault with: opening the form is not leaving its first section.
        if let Some(section) = sections.get(self.section).filter(|_| index != self.section) {
            let _ = self.passed.insert(section.id.clone());
        }
        self.typing = None;
        self.section = index;
        let asked = sections
            .get(self.section)
            .and_then(|section| section.fields.iter().find(|f| work.is_visible(f, &f.path)));
        asked.map_or(Action::None, |field| Action::focus(stop_of(work, &field.path)))
    }

    /// Opens the section of a problem, at its field.
    pub fn jump(&mut self, path: &str, work: &Work) -> Action {
        if let Some(section) = work.section_of(path) {
            self.section = section;
        }
        if let Some((group, part)) = path.rsplit_once('.')
            && work
                .service
                .field(group)
                .is_some_and(|field| layout::spare(field).any(|spare| spare.id == part))
        {
            let _ = self.opened.insert(group.to_owned());
        }
        Action::focus(stop_of(work, path))
    }

    fn open_more(&mut self, path: String, work: &Work) -> Action {
        let first = work.service.field(&path).and_then(|field| layout::spare(field).next().cloned());
        let _ = self.opened.insert(path.clone());
        first.map_or(Action::None, |part| Action::focus(format!("{path}.{}", part.id)))
    }

    /// Everything that is wrong is shown from now on; goes to the first error, if there is one.
    pub fn be_strict(&mut self, work: &Work) -> Option<Action> {
        self.strict = true;
        let first =
            work.assessment.errors().find(|problem| work.section_of(&problem.field).is_some())?.field.clone();
        Some(self.jump(&first, work))
    }

    /// Whether a problem is shown by now.
    pub fn shows(&self, work: &Work, problem: &Problem) -> bool {
        let path = problem.field.as_str();
        let typing = self.typing.as_deref() == Some(path);
        let section = || {
            work.section_of(path).and_then(|at| work.sections().get(at).map(|s| self.passed.contains(&s.id)))
        };
        let below = format!("{path}.");
        let left = || {
            self.left.contains(path)
                || self.left.range(below.clone()..).next().is_some_and(|l| l.starts_with(&below))
        };
        let begun = problem.severity == Severity::Warning || self.strict;
        !typing && (begun || left() || section().unwrap_or(false))
    }
}

/// What is known of the person becomes what the form says: at once where they are known already, with the case where
/// they are entered with it.
fn said_right(path: &str, work: &mut Work) -> Action {
    let person = work.person_as_said(path);
    let change = match work.intake.applicant().map(|applicant| &applicant.party) {
        Some(Party::Known(id)) => Action::ChangePerson(*id, person),
        Some(Party::New(_)) => {
            work.set_new_person(person);
            Action::None
        }
        None => Action::None,
    };
    change.and(Action::focus(stop_of(work, path)))
}

/// The id of the control where the keyboard goes for a path: the first part of a group, the first item of a list.
pub fn stop_of(work: &Work, path: &str) -> String {
    let Some(field) = work.service.field(path) else { return path.to_owned() };
    let at_item = path.rsplit('.').next().is_some_and(|last| last.parse::<usize>().is_ok());
    match &field.kind {
        FieldKind::Group { fields, .. } => {
            let first = fields.iter().find(|part| work.is_visible(part, &format!("{path}.{}", part.id)));
            first.map_or_else(|| path.to_owned(), |part| stop_of(work, &format!("{path}.{}", part.id)))
        }
        FieldKind::List { item, .. } => {
            let item_path = if at_item { path.to_owned() } else { format!("{path}.0") };
            match item.parts().first() {
                Some(part) => format!("{item_path}.{}", part.id),
                None => item_path,
            }
        }
        FieldKind::Choices(choices) => {
            choices.first().map_or_else(|| path.to_owned(), |choice| format!("{path}={}", choice.id))
        }
        _ => path.to_owned(),
    }
}

/// Where the class of an activity stands, for the path of its words.
fn wz_beside(work: &Work, path: &str) -> Option<String> {
    let (item, part) = path.rsplit_once('.')?;
    let list = item.rsplit_once('.').map_or(item, |(list, _)| list);
    let beside = work.service.field(list)?.parts().iter().find(|field| field.kind == FieldKind::Wz)?;
    (part != beside.id && part == "text").then(|| format!("{item}.{}", beside.id))
}

/// What is offered for a text typed into a field.
fn offer(work: &Work, path: &str, text: &str) -> Option<Offer> {
    let field = work.service.field(path)?;
    let of_classes = field.kind == FieldKind::Wz || wz_beside(work, path).is_some();
    let typed = text.trim();
    if typed.chars().count() < 2 {
        return None;
    }
    let item = if let FieldKind::List { item, .. } = &field.kind { &item.kind } else { &field.kind };
    let (rows, values): (Vec<Suggestion>, Vec<String>) = if of_classes {
        let found = wz::find(typed, OFFERED);
        let row = |class: &wz::Wz| {
            let words = match wz::everyday(typed, class) {
                Some(word) => format!("{word}: {}", class.title),
                None => class.title.to_owned(),
            };
            (Suggestion::new(words).strong(class.code), class.code.to_owned())
        };
        found.iter().map(row).unzip()
    } else if matches!(item, FieldKind::Country | FieldKind::Nationality) {
        let found = country::find(typed, OFFERED);
        let row = |c: &country::Country| {
            (Suggestion::new(country_name(c)).note(c.nationality), country_name(c).to_owned())
        };
        found.iter().map(row).unzip()
    } else {
        return None;
    };
    Some(Offer { path: path.to_owned(), rows, values })
}

fn items(path: &str, work: &Work) -> Vec<Value> {
    work.intake.answers.at(path).and_then(Value::as_array).cloned().unwrap_or_default()
}

fn empty_item(field: &Field) -> Value {
    if field.parts().is_empty() { json!("") } else { json!({}) }
}

/// One more item, with the keyboard in it. The first of several is marked unless another is.
fn add_item(path: &str, work: &mut Work) -> Action {
    let Some(field) = work.service.field(path) else { return Action::None };
    let mut all = items(path, work);
    while all.len() < work.items(path) + 1 {
        all.push(empty_item(field));
    }
    if let FieldKind::List { one: Some(one), .. } = &field.kind
        && !all.iter().any(|item| item.get(one) == Some(&Value::Bool(true)))
        && let Some(Value::Object(first)) = all.first_mut()
    {
        let _ = first.insert(one.clone(), true.into());
    }
    let last = all.len() - 1;
    work.answer(path, all);
    Action::focus(stop_of(work, &format!("{path}.{last}")))
}

fn remove_item(path: &str, index: usize, work: &mut Work) -> Action {
    let mut all = items(path, work);
    if index < all.len() {
        let _ = all.remove(index);
    }
    let stay = index.min(all.len().saturating_sub(1));
    work.answer(path, all);
    Action::focus(stop_of(work, &format!("{path}.{stay}")))
}

/// Marks one item and takes the mark from all others.
fn mark(list: &str, index: usize, part: &str, work: &mut Work) {
    let mut all = items(list, work);
    for (at, item) in all.iter_mut().enumerate() {
        if let Value::Object(fields) = item {
            let _ = fields.insert(part.to_owned(), (at == index).into());
        }
    }
    work.answer(list, all);
}

#[cfg(test)]
mod tests;
