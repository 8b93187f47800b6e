//! Judges a letter's file as a whole, so that no placeholder is found missing at the counter.

use std::collections::BTreeSet;

use thiserror::Error;
use toml::Spanned;

use super::source::{Block, Fact, Source, Text};
use super::text::{BUILT_IN, placeholders};

/// Something wrong in a letter's file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}:{line}: {fault}")]
pub struct TemplateProblem {
    /// Path below `assets/letters`.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong in a letter.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// Not readable as the format.
    #[error("{0}")]
    Syntax(String),
    /// A placeholder that is neither in `needs` nor in `may`.
    #[error("{{{0}}} is not named in needs or may")]
    UnknownPlaceholder(String),
    /// A brace without its partner.
    #[error("a brace is not closed")]
    OpenBrace,
    /// A value that may be missing stands in a block that is shown without it.
    #[error("{{{0}}} may be missing: the block needs it in when")]
    Unguarded(String),
    /// A table that is not named in `tables`.
    #[error("{0} is not named in tables")]
    UnknownTable(String),
    /// A condition on something that is not named at all.
    #[error("{0} is neither a value nor a table of this letter")]
    UnknownCondition(String),
    /// Head, foot, shares or align do not match the table's columns.
    #[error("{what} has {found} entries, the table has {columns} columns")]
    Columns {
        /// Which entry.
        what: &'static str,
        /// How many it has.
        found: usize,
        /// How many the table has.
        columns: usize,
    },
    /// A block that says nothing or several things.
    #[error("a block says exactly one of heading, text, small, facts, table, list, code, signature, gap")]
    Kinds,
    /// A text without German wording.
    #[error("a text needs de")]
    NoGerman,
    /// A code without what is read instead of it.
    #[error("a code needs alt and caption")]
    NoAlt,
}

/// The line, counted from 1, in which a byte stands.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

/// All problems of a letter.
pub(super) fn check(file: &str, text: &str, source: &Source) -> Vec<TemplateProblem> {
    let needs = names(&source.needs).chain(BUILT_IN).collect();
    let may: BTreeSet<&str> = names(&source.may).collect();
    let mut check = Check { file, text, source, needs, may, problems: Vec::new(), line: 1 };
    check.texts(&source.title, &[]);
    check.optional(source.subject.as_ref(), &[]);
    check.optional(source.running.as_ref(), &[]);
    source.info.iter().for_each(|fact| check.fact(fact));
    source.blocks.iter().for_each(|block| check.block(block));
    check.problems
}

fn names(list: &[Spanned<String>]) -> impl Iterator<Item = &str> {
    list.iter().map(|name| name.get_ref().as_str())
}

struct Check<'a> {
    file: &'a str,
    text: &'a str,
    source: &'a Source,
    needs: BTreeSet<&'a str>,
    may: BTreeSet<&'a str>,
    problems: Vec<TemplateProblem>,
    /// Line of the last thing seen, for faults that have no place of their own.
    line: usize,
}

impl Check<'_> {
    fn report(&mut self, fault: Fault) {
        self.problems.push(TemplateProblem { file: self.file.to_owned(), line: self.line, fault });
    }

    fn at(&mut self, place: &Spanned<String>) {
        self.line = line_of(self.text, place.span().start);
    }

    fn block(&mut self, block: &Block) {
        let given: Vec<&str> = names(&block.when).collect();
        for condition in block.when.iter().chain(&block.unless) {
            self.at(condition);
            let name = condition.get_ref();
            let known = self.needs.contains(name.as_str()) || self.may.contains(name.as_str());
            if !known && !self.source.tables.contains_key(name) {
                self.report(Fault::UnknownCondition(name.clone()));
            }
        }
        for text in [&block.heading, &block.text, &block.small, &block.caption, &block.alt] {
            self.optional(text.as_ref(), &given);
        }
        block.facts.iter().flatten().for_each(|fact| self.fact(fact));
        for list in [&block.head, &block.foot] {
            for text in list {
                self.texts(text, &given);
            }
        }
        if let Some(signature) = &block.signature {
            self.texts(&signature.place, &given);
            self.texts(&signature.name, &given);
            self.optional(signature.seal.as_ref(), &given);
        }
        if let Some(code) = &block.code {
            self.one(code, &given);
            if block.alt.is_none() || block.caption.is_none() {
                self.report(Fault::NoAlt);
            }
        }
        self.columns(block);
        if kinds(block) != 1 {
            self.report(Fault::Kinds);
        }
    }

    fn columns(&mut self, block: &Block) {
        let Some(table) = block.table.as_ref().or(block.list.as_ref()) else { return };
        self.at(table);
        let Some(columns) = self.source.tables.get(table.get_ref()).copied() else {
            return self.report(Fault::UnknownTable(table.get_ref().clone()));
        };
        let counts = [
            ("head", block.head.len()),
            ("foot", block.foot.len()),
            ("shares", block.shares.len()),
            ("align", block.align.len()),
            ("list", usize::from(block.list.is_some())),
        ];
        for (what, found) in counts {
            if found != 0 && found != columns {
                self.report(Fault::Columns { what, found, columns });
            }
        }
    }

    /// A fact is left out where a value is missing, so it needs no guard.
    fn fact(&mut self, fact: &Fact) {
        self.texts(&fact.label, &[]);
        self.at(&fact.value);
        for name in placeholders(fact.value.get_ref()) {
            let _ = self.known(name);
        }
    }

    fn optional(&mut self, text: Option<&Text>, given: &[&str]) {
        if let Some(text) = text {
            self.texts(text, given);
        }
    }

    fn texts(&mut self, text: &Text, given: &[&str]) {
        if let Some(first) = text.values().next() {
            self.at(first);
        }
        if !text.contains_key("de") {
            self.report(Fault::NoGerman);
        }
        for one in text.values() {
            self.one(one, given);
        }
    }

    fn one(&mut self, text: &Spanned<String>, given: &[&str]) {
        self.at(text);
        for name in placeholders(text.get_ref()) {
            if self.known(name)
                && let Some(name) = name
                && self.may.contains(name)
                && !given.contains(&name)
            {
                self.report(Fault::Unguarded(name.to_owned()));
            }
        }
    }

    fn known(&mut self, name: Option<&str>) -> bool {
        match name {
            None => self.report(Fault::OpenBrace),
            Some(name) if self.needs.contains(name) || self.may.contains(name) => return true,
            Some(name) => self.report(Fault::UnknownPlaceholder(name.to_owned())),
        }
        false
    }
}

fn kinds(block: &Block) -> usize {
    let said = [
        block.heading.is_some(),
        block.text.is_some(),
        block.small.is_some(),
        block.facts.is_some(),
        block.table.is_some(),
        block.list.is_some(),
        block.code.is_some(),
        block.signature.is_some(),
        block.gap.is_some(),
    ];
    said.iter().filter(|said| **said).count()
}
