//! Two versions of one thing: who wrote which, where and when, and which one stands from now on. In cases, of people, of the
//! town's values. Chooses none itself.

mod decided;
mod mark;
mod papers;
mod settled;
mod texts;
mod work;

pub use decided::Decided;
pub use papers::{Papers, Printed, Since};

use super::Desk;
use super::correct::{Wanted, correct};
use super::double::{self, Doubles};
use super::error::DeskError;
use super::look::{CaseRow, Filter, Page, Sort, View};
use super::session::Session;
use crate::catalogue::{own_blocks, plan, show_at};
use crate::domain::answers::Answers;
use crate::domain::case::{Case, Clash};
use crate::domain::decide::Command;
use crate::domain::id::{CaseId, DeviceId, EventRef, PersonId, UserId};
use crate::domain::problem::{Problem, Refusal};
use crate::domain::town::{Town, TownEvent};
use crate::paper::template::local_word;
use crate::store::{Reader, StoreError, read};
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What desks disagree about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// An answer of a case.
    Case(CaseId),
    /// What is known of somebody.
    Person(PersonId),
    /// A value of the town.
    Town,
}

/// Who did something, where and when.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// Who.
    pub by: String,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// Letters of the desk where it was done.
    pub desk: String,
}

/// One of the versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The answer or value.
    pub value: Value,
    /// As a person reads it, in the language asked for.
    pub shown: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The event that wrote it.
    pub written: EventRef,
}

/// What stands from now on, and what it was chosen among.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// One of the versions, or a third.
    pub value: Value,
    /// The events of the versions that somebody had before their eyes: what came since is not overruled unseen.
    pub among: BTreeSet<EventRef>,
}

/// Something on which desks disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Whose.
    pub about: About,
    /// The case's number or the person's name; empty of the town.
    pub name: String,
    /// The field.
    pub field: String,
    /// What the service calls the field; empty for people and for those of the town's values that have names of their own.
    pub label: String,
    /// The versions, in the same order at every desk.
    pub versions: Vec<Version>,
    /// Papers that were issued already and may bear one of them.
    pub papers: Papers,
}

/// What desks did without seeing each other and somebody has to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// What.
    pub clash: Clash,
    /// What was done (the kind of event), by whom.
    pub acts: Vec<(&'static str, Origin)>,
}

/// Everything that waits for somebody to decide.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Open {
    /// Versions that stand against each other.
    pub conflicts: Vec<Conflict>,
    /// What was done twice, or against each other.
    pub tasks: Vec<Task>,
    /// Who and what was entered twice.
    pub doubles: Doubles,
}

/// A third version as it was typed: JSON, else the text as it stands.
pub fn read_value(typed: &str) -> Value {
    serde_json::from_str(typed).unwrap_or_else(|_| Value::String(typed.trim().to_owned()))
}

/// Cases and people that are listed at once.
const MOST: usize = 1000;

/// Names that a conflict needs: who works here, and the letters of the desks.
pub(super) struct Names {
    users: BTreeMap<UserId, String>,
    desks: BTreeMap<DeviceId, String>,
}

impl Names {
    pub(super) fn of(db: &Reader<'_>) -> Result<Self, StoreError> {
        let users = db.users()?.into_iter().map(|user| (user.id, user.name)).collect();
        let own = db.own_desks()?.into_iter().map(|desk| (desk.id, desk.code));
        let town = db.town_desks()?.into_iter().map(|desk| (desk.device, desk.code));
        Ok(Self { users, desks: town.chain(own).collect() })
    }

    pub(super) fn origin(&self, id: EventRef, by: Option<(UserId, DateTime<Utc>)>) -> Origin {
        Origin {
            by: by.and_then(|(actor, _)| self.users.get(&actor)).cloned().unwrap_or_default(),
            at: by.map(|(_, at)| at),
            desk: self.desks.get(&id.device).cloned().unwrap_or_default(),
        }
    }
}

impl Desk {
    /// Everything on which desks disagree and that may be read, in the same order at every desk: the town, people, cases.
    pub fn conflicts(&self, session: &Session, language: &str) -> Result<Open, DeskError> {
        let mut open = self.undecided(session, language)?;
        self.store.read(|db| papers::name(self, db, session, &mut open.conflicts))?;
        Ok(open)
    }

    /// The same without the papers, which only whoever decides asks for.
    fn undecided(&self, session: &Session, language: &str) -> Result<Open, DeskError> {
        let filter = Filter { view: View::Conflicts, ..Filter::default() };
        let page = Page::first(MOST);
        let mut rows: Vec<CaseRow> =
            self.query(|db| read::cases(db, &session.reads, &filter, Sort::default(), &page))?;
        rows.sort_by(|a, b| a.number.cmp(&b.number));
        self.store.read(|db| {
            let names = Names::of(db)?;
            let mut open = Open::default();
            let town = db.town()?;
            texts::conflicts(db, &names, (About::Town, ""), &town.versions, &mut open.conflicts)?;
            open.conflicts.iter_mut().for_each(|conflict| self.name_value(conflict, language));
            for id in read::disputed_persons(db.rows(), MOST).map_err(StoreError::from)? {
                if let Some(person) = db.person(id)? {
                    let (name, versions) = (person.name(), &person.versions);
                    texts::conflicts(db, &names, (About::Person(id), &name), versions, &mut open.conflicts)?;
                }
            }
            for row in rows {
                if let Some(case) = db.case(row.id)? {
                    self.of_case(&case, &town, (&names, language), &mut open);
                }
            }
            open.doubles = double::unseen(db, &names, session)?;
            Ok(open)
        })
    }

    /// How much of that there is.
    pub fn open_matters(&self, session: &Session) -> Result<usize, DeskError> {
        let Open { conflicts, tasks, doubles } = self.undecided(session, "de")?;
        let others = self.store.read(|db| self.work_shown(db, session))?;
        Ok(conflicts.len() + tasks.len() + doubles.persons.len() + doubles.cases.len() + others)
    }

    /// Names a value of the town that a service has left to it, or that the town wrote for a service, and shows it as it is typed
    /// there. Of building blocks it shows those that differ, not the whole file.
    fn name_value(&self, conflict: &mut Conflict, language: &str) {
        let key = conflict.field.as_str();
        let values = self.catalogue().town_values();
        if let Some(value) = values.into_iter().find(|value| value.key == key) {
            value.label.get(language).clone_into(&mut conflict.label);
            for version in &mut conflict.versions {
                let typed = value.typed(&version.shown);
                version.shown = value.named(&version.shown, language).unwrap_or_else(|| typed.clone());
                version.value = Value::String(typed);
            }
            return;
        }
        if let Some(no) = plan::of_old_number_key(key) {
            conflict.label = local_word("town_old_number").get(language).replace("{no}", no);
            return;
        }
        let mut services = self.catalogue().services();
        let Some(service) = services.find(|service| own_blocks::key(&service.slug) == key) else { return };
        let name = service.name.get(language);
        conflict.label = local_word("town_blocks").get(language).replace("{service}", name);
        let texts: Vec<&str> = conflict.versions.iter().map(|version| version.shown.as_str()).collect();
        let shown = own_blocks::apart(&texts, language);
        conflict.versions.iter_mut().zip(shown).for_each(|(version, shown)| version.shown = shown);
    }

    fn of_case(&self, case: &Case, town: &Town, (names, language): (&Names, &str), open: &mut Open) {
        // A case of a service that only a later version knows shows its answers as they are stored.
        let service = self.service_of(&case.opened).ok();
        let origin = |id: EventRef| {
            let event = case.timeline.iter().find(|event| event.id == id);
            names.origin(id, event.map(|event| (event.actor, event.at)))
        };
        for (field, versions) in case.conflicts() {
            let version = |(value, writer): (&Value, EventRef)| {
                let alone = Answers([(field.to_owned(), value.clone())].into());
                let shown = service.map(|service| show_at(service, &alone, field, language));
                let shown = shown.unwrap_or_else(|| value.to_string());
                Version { value: value.clone(), shown, origin: origin(writer), written: writer }
            };
            let known = service.and_then(|service| service.field(field));
            open.conflicts.push(Conflict {
                about: About::Case(case.id),
                name: case.opened.number.clone(),
                field: field.to_owned(),
                label: known.map_or(field, |known| known.label.get(language)).to_owned(),
                versions: versions.into_iter().map(version).collect(),
                papers: self.papers_out(case, town),
            });
        }
        for clash in case.clashes() {
            let of_it = case.timeline.iter().filter(|event| clash.events.contains(&event.id));
            let acts = of_it.filter_map(|event| match &event.payload {
                crate::domain::event::Payload::Known(what) => Some((what.kind(), origin(event.id))),
                _ => None,
            });
            let acts = acts.collect();
            open.tasks.push(Task { case: case.id, number: case.opened.number.clone(), clash, acts });
        }
    }

    /// Says what stands from now on, for each field of a case, a person or the town: one of the versions, or a third. In a
    /// case it is a correction like any other, so the file shows who decided, and why; a case in which several answers are
    /// disputed is decided as a whole, because papers rest on all of them.
    ///
    /// Errors: nothing is disputed there; there are other versions than it was chosen among.
    pub fn resolve(
        &self,
        session: &Session,
        about: About,
        choices: &BTreeMap<String, Choice>,
        reason: &str,
    ) -> Result<(), DeskError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Problem::error("reason", "text-missing").into());
        }
        let texts = choices.iter().map(|(field, choice)| (field.clone(), text(&choice.value)));
        match about {
            About::Case(case) => {
                let answers = choices.iter().map(|(field, choice)| (field.clone(), choice.value.clone()));
                let wanted = Wanted {
                    answers: answers.collect(),
                    reason: reason.to_owned(),
                    own_mistake: Some(false),
                    ..Wanted::default()
                };
                self.act_as(session, |hand| {
                    is_as_seen(hand.tx, about, choices)?;
                    correct(hand, case, &wanted, "de").map(drop)
                })
            }
            About::Person(id) => self.act_as(session, |hand| {
                is_as_seen(hand.tx, about, choices)?;
                hand.change_person(id, texts.collect(), reason)
            }),
            About::Town => {
                let versions = self.town()?.versions;
                let left = self.catalogue().town_values();
                let stands = |(key, value): (String, String)| {
                    // What services leave to the town is chosen as it is typed, an amount in euros; of the rest a version stands as it is.
                    let is_typed = left.iter().any(|asked| asked.key == key);
                    let known =
                        versions.get(&key).is_some_and(|all| all.iter().any(|(known, _)| *known == value));
                    let value = if known && !is_typed { Ok(value) } else { self.value_typed(&key, &value) };
                    value.map(|value| (key, value))
                };
                let values = texts.map(stands).collect::<Result<Vec<_>, Refusal>>()?;
                let set = |(key, value)| TownEvent::ValueSet { key, value, reason: reason.to_owned() };
                self.act_as(session, |hand| {
                    is_as_seen(hand.tx, about, choices)?;
                    values.into_iter().map(set).try_for_each(|event| hand.write_town(&event))
                })
            }
        }
    }

    /// Notes that a task was looked at, and what was done about it.
    pub fn settle_clash(
        &self,
        session: &Session,
        case: CaseId,
        clash: &Clash,
        reason: &str,
    ) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let known = hand.case(case)?;
            let command = Command::Settle { clash: clash.clone(), reason: reason.to_owned() };
            hand.command(case, Some(&known), command, None)
        })
    }
}

/// Refuses a choice among other versions than there are now.
fn is_as_seen(db: &Reader<'_>, about: About, choices: &BTreeMap<String, Choice>) -> Result<(), DeskError> {
    let of_texts = |versions: BTreeMap<String, Vec<(String, EventRef)>>| {
        let written = |all: Vec<(String, EventRef)>| all.into_iter().map(|(_, writer)| writer).collect();
        versions.into_iter().map(|(field, all)| (field, written(all))).collect()
    };
    let disputed: BTreeMap<String, BTreeSet<EventRef>> = match about {
        About::Case(id) => db.case(id)?.map_or_else(BTreeMap::new, |case| {
            let written = |(field, all): (&str, Vec<(&Value, EventRef)>)| {
                (field.to_owned(), all.into_iter().map(|(_, writer)| writer).collect())
            };
            case.conflicts().into_iter().map(written).collect()
        }),
        About::Person(id) => db.person(id)?.map(|person| of_texts(person.versions)).unwrap_or_default(),
        About::Town => of_texts(db.town()?.versions),
    };
    let wrong = choices.iter().filter_map(|(field, choice)| match disputed.get(field) {
        None => Some(Problem::error(field.clone(), "conflict-none")),
        Some(now) => (*now != choice.among).then(|| Problem::error(field.clone(), "conflict-changed")),
    });
    let wrong: Vec<Problem> = wrong.collect();
    if wrong.is_empty() { Ok(()) } else { Err(Refusal(wrong).into()) }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

#[cfg(test)]
mod tests;
