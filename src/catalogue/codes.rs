//! Lists of `assets/codes` that conditions look into. Knows no service.

use super::condition::Words;
use super::country;
use crate::domain::din91379::search_form;
use crate::domain::problem::LocalText;
use serde::Deserialize;
use serde_json::Value;

/// A list that a condition may name: `listed = "hwo_a"`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeList {
    /// The name of its file.
    #[serde(default)]
    pub id: String,
    /// What it lists.
    pub label: LocalText,
    /// Where it comes from.
    pub law: String,
    /// What stands in it.
    #[serde(rename = "entry", default)]
    pub entries: Vec<Entry>,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number or key in the source.
    pub no: String,
    /// What it is called.
    pub label: LocalText,
    /// Words that show it in a text; `a+b` asks for both.
    #[serde(default)]
    pub words: Words,
    /// Beginnings of codes of the classification of economic activities that show it.
    #[serde(default)]
    pub wz: Vec<String>,
    /// Codes that are it.
    #[serde(default)]
    pub codes: Vec<String>,
}

impl CodeList {
    /// The first entry that an answer shows: a code, a text, or an activity with text and WZ code.
    pub fn entry(&self, answer: &Value) -> Option<&Entry> {
        match answer {
            Value::String(text) => {
                let form = search_form(text);
                self.entries.iter().find(|e| e.codes.contains(text) || e.words.are_in(&form))
            }
            Value::Object(parts) => {
                let wz = parts.get("wz").and_then(Value::as_str).unwrap_or_default();
                let text = parts.get("text").and_then(Value::as_str).unwrap_or_default();
                let by_code =
                    |e: &&Entry| e.wz.iter().any(|code| !wz.is_empty() && wz.starts_with(code.as_str()));
                let form = search_form(text);
                self.entries.iter().find(|e| e.words.are_in(&form) || by_code(e))
            }
            Value::Array(items) => items.iter().find_map(|item| self.entry(item)),
            _ => None,
        }
    }
}

/// Nationalities that need no residence title, as a list that conditions can name.
pub(super) fn free_movement() -> CodeList {
    let free = country::all().iter().filter(|country| country.free_movement);
    let entry = |country: &country::Country| Entry {
        no: country.code.to_owned(),
        label: LocalText { de: country.de.to_owned(), en: country.en.to_owned() },
        codes: vec![country.code.to_owned()],
        ..Entry::default()
    };
    CodeList { id: "freizuegigkeit".to_owned(), entries: free.map(entry).collect(), ..CodeList::default() }
}
