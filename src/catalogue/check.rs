//! What must be true of a service beyond its spelling. Tells every fault; mends none.

use super::condition::{Amount, Condition, Moment, Test};
use super::field::{Field, FieldKind, Required};
use super::plan::Plan;
use super::read::{File, Source};
use super::service::{
    BEGINS, Base, Charged, FIRST, Fee, From, LASTS, PART, Paper, RETAINED, Remedy, Service,
};
use super::show::pattern_paths;
use super::town::TownKind;
use crate::domain::case::Outcome;
use crate::domain::problem::{LocalText, Problem};
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
            let problem = Problem::error(format!("{}:1", file.name), id);
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
                let problem = Problem::error(format!("{}:1", file.name), "catalogue-key-twice");
                problems.push(problem.with("key", key).with("other", other));
            }
        }
    }
    problems
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

    /// All conditions of the file, and the paths of fields named beside them.
    fn conditions(&self) {
        let service = self.service;
        let mut all: Vec<&Condition> =
            service.sections.iter().filter_map(|section| section.visible.as_ref()).collect();
        for field in service.fields().flat_map(Field::all) {
            all.extend(field.visible.iter());
            if let Required::When(condition) = &field.required {
                all.push(condition);
            }
            self.one_of_several(field);
        }
        all.extend(&service.in_person);
        all.extend(service.legal_person.as_ref().map(|legal| &legal.when));
        all.extend(service.checks.iter().map(|check| &check.when));
        all.extend(service.documents.iter().filter_map(|document| document.needed.as_ref()));
        all.extend(
            service.fees.iter().flat_map(|fee| &fee.amounts).filter_map(|amount| amount.when.as_ref()),
        );
        all.extend(service.deadlines.iter().filter_map(|deadline| deadline.when.as_ref()));
        let papers = service.papers.iter();
        all.extend(papers.flat_map(|paper| {
            paper.when.iter().chain(paper.fill.values().filter_map(|fill| fill.when.as_ref()))
        }));
        all.extend(service.receiving.iter().flat_map(|r| &r.bodies).filter_map(|body| body.when.as_ref()));
        for condition in all {
            self.fits(condition);
        }
        self.periods();
        let amounts = service.fees.iter().flat_map(|fee| &fee.amounts);
        let mut paths: Vec<&str> =
            amounts.filter_map(|a| a.per.as_ref()).map(|per| per.field.as_str()).collect();
        paths.extend(service.checks.iter().map(|check| check.at.as_str()).filter(|at| !at.is_empty()));
        paths.extend(service.subject.iter().chain(&service.business_name).map(String::as_str));
        paths.extend(service.legal_person.as_ref().map(|legal| legal.address.as_str()));
        let yearly = service.fees.iter().filter_map(|fee| fee.yearly.as_ref());
        paths.extend(
            yearly.flat_map(|yearly| std::iter::once(&yearly.from).chain(&yearly.set)).map(String::as_str),
        );
        let fills = service.papers.iter().flat_map(|paper| paper.fill.values());
        paths.extend(fills.flat_map(|fill| pattern_paths(&fill.says)));
        paths.extend(service.deadlines.iter().filter_map(|deadline| match &deadline.from {
            From::Field(path) => Some(path.as_str()),
            From::Received => None,
        }));
        for path in paths {
            let _ = self.known(path);
        }
    }

    /// Which fields count and which periods run is known before it is known when they end.
    fn periods(&self) {
        let service = self.service;
        let mut early: Vec<&Condition> = service.sections.iter().filter_map(|s| s.visible.as_ref()).collect();
        for field in service.fields().flat_map(Field::all) {
            early.extend(field.visible.iter());
            if let Required::When(condition) = &field.required {
                early.push(condition);
            }
        }
        early.extend(service.deadlines.iter().filter_map(|deadline| deadline.when.as_ref()));
        for period in early.into_iter().flat_map(Condition::periods) {
            self.tell(period, Problem::error("", "catalogue-period-too-early").with("period", period));
        }
    }

    fn known(&self, path: &str) -> Option<&Field> {
        let field = self.service.field(path);
        if field.is_none() {
            let own = path.rsplit('.').next().unwrap_or(path);
            let word = if self.source.text.contains(&format!("\"{path}\"")) {
                path.to_owned()
            } else {
                format!(".{own}")
            };
            self.tell(&word, Problem::error("", "catalogue-field-unknown").with("field", path));
        }
        field
    }

    /// The fields of a condition exist, and what is compared with a choice is one of the choices.
    fn fits(&self, condition: &Condition) {
        match condition {
            Condition::All(all) | Condition::Any(all) => {
                for condition in all {
                    self.fits(condition);
                }
            }
            Condition::Not(not) => self.fits(not),
            Condition::Overdue(period) => {
                if !self.service.deadlines.iter().any(|deadline| deadline.id == *period) {
                    self.tell(period, Problem::error("", "catalogue-period-unknown").with("period", period));
                }
            }
            Condition::Field { path, test } => {
                match test {
                    Test::Before(Moment::Field(other)) | Test::After(Moment::Field(other)) => {
                        let _ = self.known(other);
                    }
                    Test::Less(Amount::Field { path, .. }) | Test::More(Amount::Field { path, .. }) => {
                        let _ = self.known(path);
                    }
                    _ => {}
                }
                let Some(field) = self.known(path).filter(|field| !field.options().is_empty()) else {
                    return;
                };
                let wanted = match test {
                    Test::Is(one) => std::slice::from_ref(one),
                    Test::In(many) | Test::NotIn(many) | Test::Has(many) => many,
                    _ => return,
                };
                for value in wanted {
                    if !field.options().iter().any(|choice| value.as_str() == Some(&choice.id)) {
                        let name = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                        let problem = Problem::error("", "catalogue-choice-unknown");
                        self.tell(&name, problem.with("field", path).with("choice", &name));
                    }
                }
            }
        }
    }

    fn one_of_several(&self, field: &Field) {
        let FieldKind::List { item, one: Some(one) } = &field.kind else { return };
        if !item.parts().iter().any(|part| part.id == *one && part.kind == FieldKind::YesNo) {
            self.tell(one, Problem::error("", "catalogue-field-unknown").with("field", one));
        }
    }

    /// A field must not depend, over whatever ways, on whether it is itself visible.
    fn circles(&self) {
        let mut needs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for section in &self.service.sections {
            for top in &section.fields {
                let top_needs = needs.entry(&top.id).or_default();
                let conditions = top.visible.iter().chain(&section.visible);
                let named = conditions.flat_map(Condition::fields);
                top_needs.extend(named.filter_map(|path| path.split('.').next()));
            }
        }
        for start in needs.keys() {
            let (mut seen, mut open) = (BTreeSet::new(), vec![*start]);
            while let Some(here) = open.pop() {
                for next in needs.get(here).into_iter().flatten() {
                    if next == start {
                        self.tell(start, Problem::error("", "catalogue-circle").with("field", start));
                        open.clear();
                        break;
                    }
                    if seen.insert(*next) {
                        open.push(next);
                    }
                }
            }
        }
    }

    fn translations(&self) {
        let service = self.service;
        let mut texts: Vec<&LocalText> = vec![&service.name];
        for section in &service.sections {
            texts.push(&section.title);
            texts.extend(&section.help);
        }
        for field in service.fields().flat_map(Field::all) {
            texts.push(&field.label);
            texts.extend(&field.help);
            texts.extend(field.options().iter().map(|choice| &choice.label));
        }
        texts.extend(service.laws.iter().map(|law| &law.says));
        texts.extend(service.checks.iter().map(|check| &check.says));
        texts.extend(service.documents.iter().flat_map(|document| [&document.label, &document.says]));
        texts.extend(service.fees.iter().map(|fee| &fee.label));
        texts.extend(
            service.fees.iter().flat_map(|fee| &fee.amounts).filter_map(|amount| amount.says.as_ref()),
        );
        for value in &service.town {
            texts.push(&value.label);
            texts.extend(&value.help);
            if let TownKind::Choice(choices) = &value.kind {
                texts.extend(choices.iter().map(|choice| &choice.label));
            }
        }
        texts.extend(service.deadlines.iter().map(|deadline| &deadline.label));
        texts.extend(service.papers.iter().map(|paper| &paper.label));
        texts.extend(
            service.receiving.iter().flat_map(|r| &r.bodies).flat_map(|body| [&body.label, &body.why]),
        );
        for text in texts.into_iter().filter(|text| text.de.is_empty() || text.en.is_empty()) {
            let known = if text.de.is_empty() { &text.en } else { &text.de };
            self.tell(known, Problem::error("", "catalogue-translation-missing").with("text", known));
        }
    }

    /// A fee for duplicates names papers of the service, and only such a fee does. The duplicate of a receipt is free.
    fn duplicates(&self) {
        for fee in &self.service.fees {
            if fee.papers.is_empty() == (fee.charged == Charged::Duplicate) {
                self.tell(&fee.id, Problem::error("", "catalogue-fee-papers").with("fee", &fee.id));
            }
            let of = |kind: &String| self.service.papers.iter().any(|p| p.kind == *kind && p.at != "paid");
            for kind in fee.papers.iter().filter(|kind| !of(kind)) {
                let problem = Problem::error("", "catalogue-duplicate-unknown").with("fee", &fee.id);
                self.tell(kind, problem.with("paper", kind));
            }
        }
    }

    /// Values of the town are declared as what they are used for.
    fn town(&self) {
        let declared = |key: &str| self.service.town.iter().find(|value| value.key == key);
        let tell = |key: &str| {
            self.tell(key, Problem::error("", "catalogue-town-undeclared").with("key", key));
        };
        let chosen = |key: &str, ids: &[&str]| {
            let known = declared(key).is_some_and(|value| match &value.kind {
                TownKind::Choice(choices) => {
                    choices.iter().map(|choice| choice.id.as_str()).eq(ids.iter().copied())
                }
                _ => false,
            });
            if !known {
                tell(key);
            }
        };
        for fee in &self.service.fees {
            for amount in &fee.amounts {
                if let Base::Town(key) = &amount.base
                    && declared(key).is_none_or(|value| value.kind != TownKind::Money)
                {
                    tell(key);
                }
            }
            let Some(yearly) = &fee.yearly else { continue };
            chosen(&yearly.begins, &BEGINS);
            chosen(&yearly.part, &PART);
            chosen(&yearly.first, &FIRST);
            chosen(&yearly.lasts, &LASTS);
            if declared(&yearly.days).is_none_or(|value| value.kind != TownKind::Days) {
                tell(&yearly.days);
            }
        }
    }

    /// A service against whose decision something may be filed has a letter for a refusal.
    fn decisions(&self) {
        let refuses = |paper: &Paper| paper.at == "decided" && paper.outcomes.contains(&Outcome::Refused);
        if self.service.remedy != Remedy::None && !self.service.papers.iter().any(refuses) {
            self.tell("remedy", Problem::error("", "catalogue-refusal-without-letter"));
        }
        let sets = |fee: &Fee| fee.charged == Charged::Decision;
        let told = self.service.papers.iter().any(|paper| paper.at == "decided");
        let decides = self.service.steps.contains_key("decided");
        if (told || self.service.fees.iter().any(sets)) && !decides {
            self.tell("decided", Problem::error("", "catalogue-decision-without-step"));
        }
        // § 37 (6) VwVfG: a decision says what can be filed against it.
        if decides && self.service.remedy == Remedy::None {
            self.tell("decided", Problem::error("", "catalogue-decision-without-remedy"));
        }
    }

    fn steps(&self) {
        let steps = &self.service.steps;
        for next in steps.values().flat_map(|step| &step.then).filter(|next| !steps.contains_key(*next)) {
            self.tell(next, Problem::error("", "catalogue-step-unknown").with("step", next));
        }
        let moments = ["filed", "paid", "decided", "asked"];
        for paper in self.service.papers.iter().filter(|paper| !moments.contains(&paper.at.as_str())) {
            self.tell(&paper.at, Problem::error("", "catalogue-step-unknown").with("step", &paper.at));
        }
        let kinds = |kind: &String| self.service.papers.iter().any(|paper| paper.kind == *kind);
        for kind in
            self.service.deadlines.iter().filter_map(|rule| rule.met_by.as_ref()).filter(|k| !kinds(k))
        {
            self.tell(kind, Problem::error("", "catalogue-paper-unknown").with("paper", kind));
        }
        for id in ["filed", "closed"].into_iter().filter(|id| !steps.contains_key(*id)) {
            self.tell("step", Problem::error("", "catalogue-step-missing").with("step", id));
        }
        for (id, _) in steps.iter().filter(|(_, step)| step.by.is_empty()) {
            self.tell(id, Problem::error("", "catalogue-step-by-nobody").with("step", id));
        }
        for (id, _) in steps.iter().filter(|(id, step)| step.by_itself && *id != "closed") {
            self.tell(id, Problem::error("", "catalogue-step-by-itself").with("step", id));
        }
    }
}
