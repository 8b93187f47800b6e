//! What is wrong, where, and what to do, as data. Holds no sentence of its own: `words` and the catalogue do.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text in the languages of the window. German is law, English helps.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalText {
    /// German.
    pub de: String,
    /// English; German where it is empty.
    #[serde(default)]
    pub en: String,
}

impl LocalText {
    /// The text in the language (`de`, `en`).
    pub fn get(&self, language: &str) -> &str {
        if language == "en" && !self.en.is_empty() { &self.en } else { &self.de }
    }
}

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Nothing is stored until it is mended.
    Error,
    /// Shown and recorded; the clerk goes on.
    Warning,
}

/// Values for the placeholders of a sentence.
pub type Args = BTreeMap<String, String>;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// How much it weighs.
    pub severity: Severity,
    /// Where: a field's path (`betriebsstaette.plz`, `taetigkeit.0.text`), a file and line, or empty.
    pub field: String,
    /// The field's number on the official form, if it has one.
    pub no: Option<String>,
    /// Message id in `assets/i18n`; `<id>-remedy` is the sentence that says what to do.
    pub id: String,
    /// Values for the sentence's placeholders.
    pub args: Args,
    /// The catalogue's own sentence; shown instead of the message id's.
    pub says: Option<LocalText>,
    /// What a paper says of it to whom it is for; nothing where it is the clerk's matter alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tells: Option<Box<LocalText>>,
    /// The paragraph that asks for it.
    pub law: Option<String>,
    /// A value for the field that would mend it, offered as something to press.
    pub fix: Option<String>,
}

impl Problem {
    /// An error at a field.
    pub fn error(field: impl Into<String>, id: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            field: field.into(),
            no: None,
            id: id.into(),
            args: Args::new(),
            says: None,
            tells: None,
            law: None,
            fix: None,
        }
    }

    /// A warning at a field.
    pub fn warning(field: impl Into<String>, id: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(field, id) }
    }

    /// With a value for a placeholder of the sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        let _ = self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// With the number on the official form.
    #[must_use]
    pub fn numbered(mut self, no: Option<String>) -> Self {
        self.no = no;
        self
    }

    /// With the paragraph that asks for it.
    #[must_use]
    pub fn by_law(mut self, law: impl Into<String>) -> Self {
        self.law = Some(law.into());
        self
    }

    /// Whether it keeps the case from being filed.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Why a command was refused: at least one problem, all that were found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("refused: {}", .0.iter().map(|p| p.id.as_str()).collect::<Vec<_>>().join(", "))]
pub struct Refusal(pub Vec<Problem>);

impl Refusal {
    /// A refusal for one reason that belongs to no field.
    pub fn because(id: &str) -> Self {
        Self(vec![Problem::error("", id)])
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}
