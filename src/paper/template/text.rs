//! Texts with placeholders: `{name}`. Knows no blocks.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::values::Values;
use crate::catalogue::letter::placeholders;
use crate::catalogue::letter::source::Text;
use crate::paper::hyphen::{hyphenated, words_of};
use crate::paper::letter::Letterhead;
use crate::paper::typeset::typeset;

/// The text in the wanted language, else in German.
pub(super) fn in_language<'a>(text: &'a Text, lang: &str) -> &'a str {
    text.get(lang).or_else(|| text.get("de")).map_or("", |text| text.get_ref().as_str())
}

/// Fills texts of one letter and remembers which values it put where somebody reads them.
pub(super) struct Filler<'a> {
    pub(super) values: &'a Values,
    pub(super) head: &'a Letterhead,
    texts: RefCell<BTreeMap<String, String>>,
    tables: RefCell<BTreeMap<String, Vec<Vec<String>>>>,
    /// Words of names and other values, which are never broken.
    names: OnceCell<BTreeSet<String>>,
}

/// Values that are sentences, or what a service is called. Words of any other value stay whole: names, addresses, numbers.
const PROSE: [&str; 8] =
    ["reasons", "reason", "tax_why", "due_explained", "exempt_reason", "vat_note", "service", "notice"];
/// Tables and lists whose cells are sentences, or what is paid for.
const PROSE_TABLES: [&str; 5] = ["hints", "missing", "documents", "conditions", "items"];
/// What values are written in.
const OWN: &str = "de";

impl<'a> Filler<'a> {
    pub(super) fn new(values: &'a Values, head: &'a Letterhead) -> Self {
        Self { values, head, texts: RefCell::default(), tables: RefCell::default(), names: OnceCell::new() }
    }

    /// The rows of a table that is drawn.
    pub(super) fn rows(&self, name: &str) -> &'a [Vec<String>] {
        let rows = self.values.rows(name);
        let _ = self.tables.borrow_mut().insert(name.to_owned(), rows.to_vec());
        rows
    }

    /// All that was put in so far, as it was given.
    pub(super) fn filled(&self) -> Value {
        json!({ "values": *self.texts.borrow(), "tables": *self.tables.borrow() })
    }

    /// A text in the letter's language with its values.
    pub(super) fn text(&self, text: &Text) -> String {
        self.fill(in_language(text, &self.values.lang))
    }

    /// The same as running text: its long words may be broken.
    pub(super) fn prose(&self, text: &Text) -> String {
        let lang = if text.contains_key(&self.values.lang) { self.values.lang.as_str() } else { OWN };
        self.put(in_language(text, lang), Some(lang))
    }

    /// A cell as it is printed; where it is a sentence, or a label, its long words may be broken.
    pub(super) fn cell(&self, table: &str, text: &str, label: bool) -> String {
        if label || PROSE_TABLES.contains(&table) {
            return hyphenated(&typeset(text), OWN, self.names());
        }
        printed(text)
    }

    fn names(&self) -> &BTreeSet<String> {
        self.names.get_or_init(|| {
            let values = self.values.texts().filter(|(name, _)| !PROSE.contains(name)).map(|(_, text)| text);
            let lines = self.values.recipient.iter().map(String::as_str);
            let head = [self.head.authority.as_str(), self.head.office.as_str()];
            values.chain(lines).chain(head).flat_map(words_of).collect()
        })
    }

    /// A text with its values; what is not given is left out.
    pub(super) fn fill(&self, text: &str) -> String {
        self.put(text, None)
    }

    fn put(&self, text: &str, lang: Option<&str>) -> String {
        let soft = |part: &str| match lang {
            Some(lang) => hyphenated(part, lang, self.names()),
            None => part.to_owned(),
        };
        let text = typeset(text);
        let mut out = String::new();
        let mut rest = text.as_str();
        while let Some((before, tail)) = rest.split_once('{') {
            let (name, after) = tail.split_once('}').unwrap_or((tail, ""));
            out.push_str(&soft(before));
            if let Some(value) = self.value(name) {
                if lang.is_some() && PROSE.contains(&name) {
                    out.push_str(&hyphenated(&typeset(&value), OWN, self.names()));
                } else {
                    out.push_str(&printed(&value));
                }
                let _ = self.texts.borrow_mut().insert(name.to_owned(), value);
            }
            rest = after;
        }
        out.push_str(&soft(rest));
        out
    }

    /// Whether everything the text names is given.
    pub(super) fn complete(&self, text: &str) -> bool {
        placeholders(text).flatten().all(|name| self.value(name).is_some())
    }

    /// A value as it was given.
    fn value(&self, name: &str) -> Option<String> {
        match name {
            "authority" => Some(self.head.authority.clone()),
            "office" => Some(self.head.office.clone()),
            "date" => Some(self.values.date.format("%d.%m.%Y").to_string()),
            _ => self.values.get(name).map(str::to_owned),
        }
    }
}

/// A cell or value as it is printed: citations of law and amounts get their narrow spaces.
pub(super) fn printed(value: &str) -> String {
    let cites = ['§', '€'].iter().any(|one| value.contains(*one)) || value.contains("Tarifstelle ");
    if cites { typeset(value) } else { value.to_owned() }
}
