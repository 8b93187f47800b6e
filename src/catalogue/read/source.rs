//! One file with its lines: turns places in the text into `file:line`. Knows TOML, not what it says.

use super::fault::fault;
use crate::domain::problem::Problem;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// A file of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name as problems tell it: `assets/services/fundsache/2026-01-01.toml`.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// A file being read, and what was found wrong so far.
pub struct Source<'a> {
    pub name: &'a str,
    pub text: &'a str,
    problems: RefCell<Vec<(usize, Problem)>>,
}

impl<'a> Source<'a> {
    pub fn new(file: &'a File) -> Self {
        Self { name: &file.name, text: &file.text, problems: RefCell::default() }
    }

    /// The file as a table; what TOML refuses is told, all of it, and left out.
    pub fn table(&self) -> DeTable<'a> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            self.not_understood(error.span().map_or(0, |span| span.start), error.message());
        }
        table.into_inner()
    }

    /// A table as what it should be; the first thing wrong in it is told.
    pub fn take<T: DeserializeOwned>(&self, value: Spanned<DeValue<'a>>) -> Option<T> {
        let start = value.span().start;
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(found) => Some(found),
            Err(error) => {
                self.not_understood(error.span().map_or(start, |span| span.start), error.message());
                None
            }
        }
    }

    /// The same for a part that was already read as a value, said to stand near `offset`.
    pub fn part<T: DeserializeOwned>(&self, value: toml::Value, offset: usize) -> Option<T> {
        value.try_into().map_err(|error: toml::de::Error| self.not_understood(offset, error.message())).ok()
    }

    fn not_understood(&self, offset: usize, message: &str) {
        self.tell(offset, fault(message));
    }

    /// Tells a problem at a place in the text.
    pub fn tell(&self, offset: usize, problem: Problem) {
        let line = self.text[..offset.min(self.text.len())].matches('\n').count() + 1;
        let place = format!("{}:{line}", self.name);
        self.problems.borrow_mut().push((line, Problem { field: place, ..problem }));
    }

    /// Tells a problem that has a place of its own, in another file.
    pub fn tell_elsewhere(&self, problem: Problem) {
        self.problems.borrow_mut().push((usize::MAX, problem));
    }

    /// Tells a problem where `"word"` stands for the `nth` time (from 0) from `offset` on, or at `offset`.
    pub fn tell_at(&self, offset: usize, word: &str, nth: usize, problem: Problem) {
        let quoted = format!("\"{word}\"");
        let tail = self.text.get(offset..).unwrap_or_default();
        let found = tail.match_indices(&quoted).nth(nth).map_or(offset, |(at, _)| offset + at);
        self.tell(found, problem);
    }

    /// All that was told, in the order of the lines.
    pub fn finish(self) -> Vec<Problem> {
        let mut told = self.problems.into_inner();
        told.sort_by_key(|(line, _)| *line);
        told.dedup();
        told.into_iter().map(|(_, problem)| problem).collect()
    }
}
