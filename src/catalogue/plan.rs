//! The filing plan (Aktenplan): what the town's tasks are numbered by, and how long their files are kept. Files nothing.

use crate::domain::problem::LocalText;
use serde::Deserialize;

/// What stands for a retention that no paragraph names: usual, and to be confirmed by the town.
pub const COMMON_KNOWLEDGE: &str = "allgemeine Kenntnis";

/// A filing plan: groups of tasks, and the entries that cases are filed under.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What it is called.
    pub label: LocalText,
    /// Where it comes from.
    pub law: String,
    /// Its groups, by number.
    #[serde(rename = "group", default)]
    pub groups: Vec<PlanGroup>,
}

/// A group of tasks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanGroup {
    /// Its number: `32`.
    pub no: String,
    /// What it is called.
    pub label: LocalText,
    /// Its entries, by number.
    #[serde(rename = "entry", default)]
    pub entries: Vec<PlanEntry>,
}

/// What a case is filed under.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanEntry {
    /// Its number: `32.10`. Stands at the beginning of a case's number.
    pub no: String,
    /// What it is called.
    pub label: LocalText,
    /// How many years its files are kept, from the end of the year in which they were closed.
    #[serde(default)]
    pub years: Option<u16>,
    /// Whether they are kept for good, or offered to the archive.
    #[serde(default)]
    pub permanent: bool,
    /// The paragraph that says so, or [`COMMON_KNOWLEDGE`].
    pub why: String,
}

impl PlanEntry {
    /// The paragraph behind the retention, where one says it.
    pub fn law(&self) -> Option<&str> {
        Some(self.why.as_str()).filter(|why| *why != COMMON_KNOWLEDGE)
    }
}

impl Plan {
    /// All entries with their groups, by number.
    pub fn entries(&self) -> impl Iterator<Item = (&PlanGroup, &PlanEntry)> {
        self.groups.iter().flat_map(|group| group.entries.iter().map(move |entry| (group, entry)))
    }

    /// The entry with a number.
    pub fn entry(&self, no: &str) -> Option<&PlanEntry> {
        self.entries().map(|(_, entry)| entry).find(|entry| entry.no == no)
    }

    /// The plan with another laid over it: its groups and entries come in, or take the place of those of their number.
    #[must_use]
    pub fn with(mut self, over: &Self) -> Self {
        for new in &over.groups {
            let Some(group) = self.groups.iter_mut().find(|group| group.no == new.no) else {
                self.groups.push(new.clone());
                continue;
            };
            group.label.clone_from(&new.label);
            group.entries.retain(|entry| new.entries.iter().all(|other| other.no != entry.no));
            group.entries.extend(new.entries.iter().cloned());
            group.entries.sort_by(|a, b| a.no.cmp(&b.no));
        }
        self.groups.sort_by(|a, b| a.no.cmp(&b.no));
        self
    }
}

/// Key of the town's value that says which number an entry has in the town's own old plan: `plan.32.10`.
pub fn old_number_key(no: &str) -> String {
    format!("{KEY}{no}")
}

/// The entry whose old number a value of the town is.
pub fn of_old_number_key(key: &str) -> Option<&str> {
    key.strip_prefix(KEY)
}

const KEY: &str = "plan.";

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(text: &str) -> Plan {
        toml::from_str(&format!("label = {{ de = \"P\", en = \"P\" }}\nlaw = \"-\"\n{text}")).expect("a plan")
    }

    #[test]
    fn a_plan_laid_over_another_replaces_by_number_and_keeps_the_rest() {
        let entry = |no: &str, de: &str| {
            format!("{{ no = \"{no}\", label = {{ de = \"{de}\", en = \"-\" }}, years = 3, why = \"-\" }}")
        };
        let group = |no: &str, entries: &[String]| {
            let entries = entries.join(", ");
            format!("[[group]]\nno = \"{no}\"\nlabel = {{ de = \"G\", en = \"G\" }}\nentry = [{entries}]\n")
        };
        let base = plan(&group("32", &[entry("32.10", "alt"), entry("32.30", "bleibt")]));
        let over = plan(&(group("32", &[entry("32.10", "neu")]) + &group("10", &[entry("10.10", "dazu")])));
        let both = base.with(&over);
        let found: Vec<_> = both.entries().map(|(_, e)| (e.no.as_str(), e.label.de.as_str())).collect();
        assert_eq!(found, [("10.10", "dazu"), ("32.10", "neu"), ("32.30", "bleibt")]);
        assert_eq!(of_old_number_key(&old_number_key("32.10")), Some("32.10"));
    }
}
