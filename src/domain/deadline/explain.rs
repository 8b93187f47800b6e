//! Why a deadline is that day, as data: ids of sentences, their values, paragraphs and dates.
//! Knows no language; the sentences lie in `assets/i18n/*/amtsstube.ftl` under the same ids.

use crate::domain::holiday::Names;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The steps of a computation, in their order; the last one names the result.
pub type Explanation = Vec<Step>;

/// One step: a sentence with its values, the law behind it and the day that it arrives at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The id of the sentence, `deadline-…`.
    pub id: Cow<'static, str>,
    /// The values the sentence names, `date` always among them.
    pub args: BTreeMap<Cow<'static, str>, Value>,
    /// The paragraph, in German citation; empty where none is needed.
    pub paragraph: Cow<'static, str>,
    /// The day after this step.
    pub date: NaiveDate,
}

/// A value in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Value {
    /// A date, to be written in the reader's way.
    Date(NaiveDate),
    /// A number.
    Number(u16),
    /// A name that the data gives in both languages (a holiday).
    Name(Names),
    /// A word that needs no translation (the note of a law, German).
    Text(String),
}

impl Step {
    pub(super) fn new(id: &'static str, paragraph: &'static str, date: NaiveDate) -> Self {
        Self { id: id.into(), args: BTreeMap::new(), paragraph: paragraph.into(), date }
            .with("date", Value::Date(date))
    }

    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: Value) -> Self {
        let _ = self.args.insert(name.into(), value);
        self
    }
}
