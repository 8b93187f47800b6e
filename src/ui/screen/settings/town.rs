//! The town's values that can be typed: which there are, by topic, what stands in them and is not saved, what packs suggest for
//! the empty ones. Draws nothing.

use super::{Action, Outcome, State};
use crate::catalogue::{Catalogue, TownValue};
use crate::desk::suggested::Suggested;
use crate::domain::procedure::{ANSWER_WEEKS, PAY_WEEKS};
use crate::domain::town::{AUDIT_MONTHS_UNLESS_SET, Town, keys};
use crate::fl;
use crate::ui::control::write_amount;
use crate::ui::screen::beside::local;
use crate::words;
use std::collections::BTreeMap;

/// The topics of the town's own values, in the order of the form, each with its values.
const TOPICS: [(&str, &[&str]); 7] = [
    (
        "town",
        &[
            keys::NAME,
            keys::AUTHORITY,
            keys::HEAD,
            keys::AGS,
            keys::STREET,
            keys::POSTCODE,
            keys::PLACE,
            keys::PHONE,
            keys::EMAIL,
            keys::WEB,
            keys::HOURS,
            keys::ACCENT,
        ],
    ),
    ("kreis", &[keys::KREIS_NAME, keys::KREIS_ADDRESS, keys::KREIS_CONTACT]),
    ("remedy", &[keys::COURT_NAME, keys::COURT_STREET, keys::COURT_PLACE, keys::REMEDY_CONFIRMED]),
    ("procedure", &[keys::SECOND_SIGNATURE, keys::ANSWER_WEEKS, keys::DELIVERY_LAW, keys::TAX_NOTIFICATION]),
    ("money", &[keys::BANK_HOLDER, keys::BANK_IBAN, keys::BANK_NAME, keys::PAY_WEEKS, keys::DEEMED_FEE]),
    ("till", &[keys::CASH_SECOND]),
    ("looks", &[keys::AUDIT_MONTHS]),
];

/// A value of the town that can be typed here.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) key: String,
    /// What it belongs to: a topic of the town, or the matter of the services that leave it to the town (`hundesteuer`).
    pub(super) topic: String,
    /// What a service says of it; nothing where it is the town's own.
    pub(super) value: Option<TownValue>,
    /// What counts as long as nothing stands there, as one types it; empty where nothing does.
    pub(super) unless_set: String,
}

/// The town's values in the order of the form: its own by topic, then those that services leave to it by matter. The coat
/// of arms is a picture and is not typed.
pub(super) fn asked_of(catalogue: &Catalogue) -> Vec<Asked> {
    let own = TOPICS.iter().flat_map(|(topic, keys)| {
        keys.iter().map(|key| Asked {
            key: (*key).to_owned(),
            topic: (*topic).to_owned(),
            value: None,
            unless_set: unless_set(key),
        })
    });
    let left = catalogue.town_values().into_iter().map(|value| Asked {
        key: value.key.clone(),
        topic: value.key.split('.').next().unwrap_or_default().to_owned(),
        value: Some(value.clone()),
        unless_set: catalogue.charged_unless_set(&value.key).map(write_amount).unwrap_or_default(),
    });
    own.chain(left).collect()
}

/// What counts of the town's own values where none is set.
fn unless_set(key: &str) -> String {
    match key {
        keys::AUDIT_MONTHS => AUDIT_MONTHS_UNLESS_SET.to_string(),
        keys::ANSWER_WEEKS => ANSWER_WEEKS.to_string(),
        keys::PAY_WEEKS => PAY_WEEKS.to_string(),
        keys::SECOND_SIGNATURE => fl!("settings-never"),
        keys::CASH_SECOND => fl!("settings-no"),
        keys::ACCENT => fl!("settings-black"),
        keys::DELIVERY_LAW => fl!("settings-of-the-land"),
        _ => String::new(),
    }
}

/// What stands over a topic: its own words, else the service that leaves the values to the town.
pub(super) fn heading(topic: &str, asked: &Asked) -> String {
    let id = format!("settings-topic-{topic}");
    if words::knows(&id) {
        return words::text(&id);
    }
    let service = Catalogue::built_in().asks_for(&asked.key);
    service.map_or_else(|| topic.to_owned(), |service| local(&service.name))
}

impl Asked {
    /// What stands in the empty field: that it is not what somebody entered, but what counts otherwise.
    pub(super) fn otherwise(&self) -> String {
        match self.unless_set.as_str() {
            "" => String::new(),
            value => fl!("settings-unless-set", value = value),
        }
    }

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

    /// What is typed and not saved.
    pub fn unsaved(&self) -> Option<BTreeMap<String, String>> {
        let stored = |key: &str| self.stored.get(key).map_or("", String::as_str);
        let changed = self.town.iter().filter(|(key, typed)| typed.trim() != stored(key).trim());
        let changed: BTreeMap<_, _> = changed.map(|(key, typed)| (key.clone(), typed.clone())).collect();
        (!changed.is_empty()).then_some(changed)
    }

    /// What was typed before and not saved stands there again.
    pub fn goes_on_with(&mut self, typed: BTreeMap<String, String>) {
        self.typed_before = typed;
    }

    /// They are saved, and whether anything was new; or why not.
    pub(super) fn town_kept(&mut self, kept: Outcome<bool>) -> Action {
        if kept.is_ok() {
            self.stored.clone_from(&self.town);
        }
        let unchanged = kept == Ok(false);
        let done = self.done(kept.map(drop));
        if unchanged { Action::SaidUnchanged } else { done }
    }

    /// The town's values are there; what is typed and not saved stays.
    pub(super) fn town_loaded(&mut self, town: &Town) {
        self.typed_before.extend(self.unsaved().into_iter().flatten());
        let typed = |asked: &Asked| (asked.key.clone(), asked.typed(town.get(&asked.key)));
        self.stored = self.asked.iter().map(typed).collect();
        self.town.clone_from(&self.stored);
        self.town.append(&mut self.typed_before);
    }
}
