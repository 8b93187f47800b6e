//! What a letter is filled with. Plain data: dates, amounts and names arrive as they are to be printed.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::paper::Mark;

/// Named texts and tables, and to whom the letter goes. An empty text or table counts as not given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Values {
    /// Day of issue; printed as `{date}` and the only date in the file.
    pub date: NaiveDate,
    /// Language of the wording, `de` unless set; German stands in where a letter lacks it.
    pub lang: String,
    /// Name and address of the recipient, line by line.
    pub recipient: Vec<String>,
    /// Notes for the post above the address.
    pub notes: Vec<String>,
    /// What stands above a letter that replaces or repeats another.
    pub mark: Option<Mark>,
    /// In 16 points, for those who cannot read smaller print.
    pub large: bool,
    texts: BTreeMap<String, String>,
    tables: BTreeMap<String, Vec<Vec<String>>>,
}

impl Values {
    /// Nothing but the day.
    pub fn new(date: NaiveDate) -> Self {
        Self {
            date,
            lang: "de".into(),
            recipient: Vec::new(),
            notes: Vec::new(),
            mark: None,
            large: false,
            texts: BTreeMap::new(),
            tables: BTreeMap::new(),
        }
    }

    /// With a text.
    #[must_use]
    pub fn with(mut self, name: &str, text: impl Into<String>) -> Self {
        self.set(name, text);
        self
    }

    /// With a table: rows of cells. A list is a table of one column.
    #[must_use]
    pub fn with_table(mut self, name: &str, rows: Vec<Vec<String>>) -> Self {
        self.set_table(name, rows);
        self
    }

    /// Sets a text, replacing an earlier one.
    pub fn set(&mut self, name: &str, text: impl Into<String>) {
        let _ = self.texts.insert(name.to_owned(), text.into());
    }

    /// Sets a table, replacing an earlier one.
    pub fn set_table(&mut self, name: &str, rows: Vec<Vec<String>>) {
        let _ = self.tables.insert(name.to_owned(), rows);
    }

    /// A text that was given and is not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str).filter(|text| !text.trim().is_empty())
    }

    /// Rows of a table; none if it was not given.
    pub fn rows(&self, name: &str) -> &[Vec<String>] {
        self.tables.get(name).map_or(&[], Vec::as_slice)
    }

    /// All texts that were given, by name.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    pub(super) fn is_set(&self, name: &str) -> bool {
        self.get(name).is_some() || !self.rows(name).is_empty()
    }
}
