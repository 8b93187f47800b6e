//! The town's values that can be typed: which there are, what stands in them, what packs suggest for the empty ones. Draws
//! nothing.

use super::State;
use crate::catalogue::{Catalogue, TownValue};
use crate::desk::suggested::Suggested;
use crate::domain::town::keys;
use std::collections::BTreeMap;

/// A value of the town that can be typed here.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) key: String,
    /// What a service says of it; nothing where it is the town's own.
    pub(super) value: Option<TownValue>,
}

/// The town's values in the order of the form: its own, then those that services leave to it.
pub(super) fn asked_of(catalogue: &Catalogue) -> Vec<Asked> {
    // The coat of arms is a picture and is not typed.
    let own = keys::ALL.iter().filter(|key| **key != keys::ARMS);
    let own = own.map(|key| Asked { key: (*key).to_owned(), value: None });
    let left = catalogue.town_values().into_iter();
    own.chain(left.map(|value| Asked { key: value.key.clone(), value: Some(value.clone()) })).collect()
}

impl Asked {
    /// What is stored, as one types it.
    pub(super) fn typed(&self, stored: &str) -> String {
        self.value.as_ref().map_or_else(|| stored.to_owned(), |value| value.typed(stored))
    }
}

impl State {
    /// What is suggested for fields in which nothing stands.
    pub(super) fn open_suggestions(&self) -> impl Iterator<Item = &Suggested> {
        let stands = |key: &str| self.town.get(key).is_some_and(|typed| !typed.trim().is_empty());
        self.suggested.values().filter(move |one| !stands(&one.key))
    }

    /// The values that can be typed here; nothing else of the town is written.
    pub(super) fn values(&self) -> BTreeMap<String, String> {
        let typed = |asked: &Asked| Some((asked.key.clone(), self.town.get(&asked.key)?.clone()));
        self.asked.iter().filter_map(typed).collect()
    }
}
