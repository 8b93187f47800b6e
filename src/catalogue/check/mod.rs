//! What must be true of a service beyond its spelling. Tells every fault; mends none.

mod conditions;
mod course;
mod texts;

use super::field::Field;
use super::plan::Plan;
use super::read::{File, Source};
use super::service::{RETAINED, Service};
use crate::domain::problem::Problem;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One service by itself.
pub fn service(service: &Service, source: &Source<'_>) {
    let check = Checking { service, source };
    check.identity();
    check.ids();
    check.conditions();
    check.circles();
    check.translations();
    check.steps();
    check.duplicates();
    check.town();
    check.decisions();
    check.deemed();
    check.occasion();
    check.blocks();
}

/// A service stands in the filing plan.
pub fn filed(service: &Service, plan: &Plan, source: &Source<'_>) {
    let no = &service.filing_plan;
    if plan.entry(no).is_none() {
        source.tell_at(0, no, 0, Problem::error("", "catalogue-plan-unknown").with("no", no));
    }
}

/// A filing plan by itself: no number twice, each below its group, each says how long and why, in both languages.
pub fn plan(plan: &Plan, source: &Source<'_>) {
    let mut seen = BTreeSet::new();
    let groups = plan.groups.iter().map(|group| (&group.no, &group.label));
    for (no, label) in groups.chain(plan.entries().map(|(_, entry)| (&entry.no, &entry.label))) {
        if !seen.insert(no) {
            let problem = Problem::error("", "catalogue-id-twice").with("what", "number").with("id", no);
            source.tell_at(0, no, 1, problem);
        }
        if label.de.is_empty() || label.en.is_empty() {
            let known = if label.de.is_empty() { &label.en } else { &label.de };
            source.tell_at(0, no, 0, Problem::error("", "catalogue-translation-missing").with("text", known));
        }
    }
    for (group, entry) in plan.entries() {
        let tail = entry.no.strip_prefix(&group.no).and_then(|tail| tail.strip_prefix('.'));
        if !tail.is_some_and(|tail| !tail.is_empty() && tail.bytes().all(|byte| byte.is_ascii_digit())) {
            let problem = Problem::error("", "catalogue-plan-number").with("no", &entry.no);
            source.tell_at(0, &entry.no, 0, problem.with("group", &group.no));
        }
        if entry.permanent == entry.years.is_some() || entry.why.trim().is_empty() {
            let problem = Problem::error("", "catalogue-plan-retention").with("no", &entry.no);
            source.tell_at(0, &entry.no, 0, problem);
        }
    }
}

/// Services beside each other: two with one key, versions that overlap or leave a gap.
pub fn together(found: &[(&File, Service)]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut by_slug: BTreeMap<&str, Vec<&(&File, Service)>> = BTreeMap::new();
    for item in found {
        by_slug.entry(&item.1.slug).or_default().push(item);
    }
    for versions in by_slug.values_mut() {
        versions.sort_by_key(|(_, service)| service.valid_from);
        for pair in versions.windows(2) {
            let [(_, old), (file, new)] = pair else { continue };
            let id = match old.valid_to {
                _ if old.version == new.version => "catalogue-version-twice",
                Some(to) if to.succ_opt() == Some(new.valid_from) => continue,
                Some(to) if to < new.valid_from => "catalogue-validity-gap",
                _ => "catalogue-validity-overlap",
            };
            let word = if id == "catalogue-version-twice" { "version" } else { "valid" };
            let problem = Problem::error(place(file, word), id);
            problems.push(
                problem.with("slug", &new.slug).with("version", &new.version).with("other", &old.version),
            );
        }
    }
    let mut keys: BTreeMap<&str, &str> = BTreeMap::new();
    for (file, service) in found {
        for key in &service.leika {
            let other = *keys.entry(key).or_insert(&service.slug);
            if other != service.slug {
                let problem = Problem::error(place(file, &format!("\"{key}\"")), "catalogue-key-twice");
                problems.push(problem.with("key", key).with("other", other));
            }
        }
    }
    problems
}

/// File and line where this stands for the first time; the first line where it does not.
pub fn place(file: &File, word: &str) -> String {
    let before = file.text.find(word).map_or(0, |at| file.text[..at].matches('\n').count());
    format!("{}:{}", file.name, before + 1)
}

struct Checking<'a> {
    service: &'a Service,
    source: &'a Source<'a>,
}

impl Checking<'_> {
    fn tell(&self, word: &str, problem: Problem) {
        self.source.tell_at(0, word, 0, problem);
    }

    fn identity(&self) {
        let Service { slug, version, valid_from, valid_to, leika, .. } = self.service;
        let ending = format!("{slug}/{version}.toml");
        if !self.source.name.replace('\\', "/").ends_with(&ending) {
            self.tell(slug, Problem::error("", "catalogue-file-misnamed").with("wanted", ending));
        }
        if version.parse::<NaiveDate>().is_err() {
            self.tell(version, Problem::error("", "catalogue-version-form").with("version", version));
        }
        if let Some(kept) = self.service.retention.as_ref().filter(|kept| !RETAINED.contains(&&*kept.from)) {
            self.tell(&kept.from, Problem::error("", "catalogue-retention-unknown").with("from", &kept.from));
        }
        if valid_to.is_some_and(|to| to < *valid_from) {
            self.tell(version, Problem::error("", "catalogue-validity-ends-first"));
        }
        for key in leika.iter().filter(|key| key.len() != 14 || !key.bytes().all(|b| b.is_ascii_digit())) {
            self.tell(key, Problem::error("", "catalogue-key-malformed").with("key", key));
        }
    }

    fn ids(&self) {
        let service = self.service;
        let mut groups: Vec<(&str, Vec<&str>)> = vec![
            ("section", service.sections.iter().map(|section| section.id.as_str()).collect()),
            ("field", service.fields().map(|field| field.id.as_str()).collect()),
            ("check", service.checks.iter().map(|check| check.id.as_str()).collect()),
            ("document", service.documents.iter().map(|document| document.id.as_str()).collect()),
            ("town", service.town.iter().map(|value| value.key.as_str()).collect()),
            ("fee", service.fees.iter().map(|fee| fee.id.as_str()).collect()),
            ("deadline", service.deadlines.iter().map(|deadline| deadline.id.as_str()).collect()),
            ("block", service.blocks.iter().map(|block| block.id.as_str()).collect()),
            ("paper", service.papers.iter().map(|paper| paper.kind.as_str()).collect()),
        ];
        for field in service.fields().flat_map(Field::all) {
            groups.push(("part", field.parts().iter().map(|part| part.id.as_str()).collect()));
            groups.push(("option", field.options().iter().map(|choice| choice.id.as_str()).collect()));
        }
        for (what, ids) in groups {
            let mut seen = BTreeSet::new();
            for id in ids {
                if id.is_empty() {
                    self.tell(id, Problem::error("", "catalogue-id-missing").with("what", what));
                } else if !seen.insert(id) {
                    let problem = Problem::error("", "catalogue-id-twice").with("what", what).with("id", id);
                    self.source.tell_at(0, id, 1, problem);
                }
            }
        }
    }
}
