//! Why a date or an amount is what it is, as data. `words` turns it into sentences.

use super::problem::{Args, LocalText};
use serde::{Deserialize, Serialize};

/// One step on the way to a date or an amount.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Step {
    /// Message id in `assets/i18n`.
    pub id: String,
    /// Values for the sentence's placeholders: dates as `2026-11-24`, amounts in cents.
    #[serde(default, skip_serializing_if = "Args::is_empty")]
    pub args: Args,
    /// The catalogue's own sentence; shown instead of the message id's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<LocalText>,
    /// The paragraph, if one asks for this step.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub law: String,
}

impl Step {
    /// A step by its message id and paragraph.
    pub fn new(id: &str, law: &str) -> Self {
        Self { id: id.to_owned(), law: law.to_owned(), ..Self::default() }
    }

    /// With a value for a placeholder of the sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        let _ = self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

/// The steps, in the order in which they are taken.
pub type Explanation = Vec<Step>;
