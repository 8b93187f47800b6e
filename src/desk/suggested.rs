//! Values that packs suggest to the town: shown beside its own, taken over as if they had been typed. What a town has set
//! itself stays as it is unless somebody names it.

use super::Desk;
use super::error::DeskError;
use super::session::Session;
use crate::domain::problem::{LocalText, Problem, Refusal};
use std::collections::BTreeMap;

/// A value that a pack suggests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested {
    /// Whose value: `court.name`.
    pub key: String,
    /// What is suggested, as one types it.
    pub typed: String,
    /// What the town has set, as one types it; empty where it has set nothing.
    pub now: String,
    /// Who suggests it.
    pub publisher: String,
    /// Title of the pack.
    pub title: LocalText,
    /// Version of the pack.
    pub version: u32,
}

impl Suggested {
    /// Whether the town has just this value.
    pub fn is_taken(&self) -> bool {
        self.now == self.typed
    }

    /// Whether the town has set nothing yet.
    pub fn is_open(&self) -> bool {
        self.now.is_empty()
    }
}

impl Desk {
    /// What the packs that count today suggest, by key.
    pub fn suggested(&self) -> Result<Vec<Suggested>, DeskError> {
        self.refresh_catalogue()?;
        let (catalogue, town) = (self.catalogue(), self.town()?);
        let values = catalogue.town_values();
        let typed = |key: &str, stored: &str| match values.iter().find(|value| value.key == key) {
            Some(value) => value.typed(stored),
            None => stored.to_owned(),
        };
        let suggested = catalogue.suggested(self.today()).into_iter().map(|(key, (one, pack))| Suggested {
            key: key.to_owned(),
            typed: typed(key, &one.stored),
            now: typed(key, town.get(key)),
            publisher: pack.manifest.publisher.clone(),
            title: pack.manifest.title.clone(),
            version: pack.manifest.version,
        });
        Ok(suggested.collect())
    }

    /// Takes over what is suggested for these keys; for none named, for all that the town has not set. Says which.
    pub fn take_suggested(&self, session: &Session, keys: &[String]) -> Result<Vec<Suggested>, DeskError> {
        let suggested = self.suggested()?;
        let unknown = keys.iter().filter(|key| !suggested.iter().any(|one| one.key == **key));
        let problems: Vec<Problem> =
            unknown.map(|key| Problem::error(key, "town-not-suggested").with("key", key)).collect();
        if !problems.is_empty() {
            return Err(Refusal(problems).into());
        }
        let wanted = |one: &Suggested| if keys.is_empty() { one.is_open() } else { keys.contains(&one.key) };
        let taken: Vec<Suggested> =
            suggested.into_iter().filter(|one| wanted(one) && !one.is_taken()).collect();
        let values: BTreeMap<String, String> =
            taken.iter().map(|one| (one.key.clone(), one.typed.clone())).collect();
        self.set_town(session, &values)?;
        Ok(taken)
    }
}
