//! Judges a letter's file as a whole, so that no placeholder is found missing at the counter.

use std::collections::BTreeSet;

use toml::Spanned;

use super::source::{Block, Fact, Source, Text};
use super::{BUILT_IN, placeholders};
use crate::domain::problem::Problem;

/// Something wrong in a line of a letter's file.
pub(super) fn at(file: &str, line: usize, id: &str) -> Problem {
    Problem::error(format!("{file}:{line}"), id)
}

/// The line, counted from 1, in which a byte stands.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

/// All problems of a letter.
pub(super) fn check(file: &str, text: &str, source: &Source) -> Vec<Problem> {
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
    problems: Vec<Problem>,
    /// Line of the last thing seen, for faults that have no place of their own.
    line: usize,
}

impl Check<'_> {
    /// What is wrong where something was seen last, with the name that it is about.
    fn report(&mut self, id: &str, name: &str) {
        self.problems.push(at(self.file, self.line, id).with("name", name));
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
                self.report("letter-condition-unknown", name);
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
                self.report("letter-code-alt", "");
            }
        }
        self.columns(block);
        if kinds(block) != 1 {
            self.report("letter-block-kinds", "");
        }
    }

    fn columns(&mut self, block: &Block) {
        let Some(table) = block.table.as_ref().or(block.list.as_ref()) else { return };
        self.at(table);
        let Some(columns) = self.source.tables.get(table.get_ref()).copied() else {
            return self.report("letter-table-unknown", table.get_ref());
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
                let problem = at(self.file, self.line, "letter-columns").with("what", what);
                self.problems.push(problem.with("found", found).with("columns", columns));
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
            self.report("letter-no-german", "");
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
                self.report("letter-unguarded", name);
            }
        }
    }

    fn known(&mut self, name: Option<&str>) -> bool {
        match name {
            None => self.report("letter-open-brace", ""),
            Some(name) if self.needs.contains(name) || self.may.contains(name) => return true,
            Some(name) => self.report("letter-placeholder-unknown", name),
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
