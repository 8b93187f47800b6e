//! Conditions and paths: what they name exists and fits, and nothing goes in circles. Judges no answer.

use super::Checking;
use crate::catalogue::condition::{Amount, Condition, Moment, Test};
use crate::catalogue::field::{Field, FieldKind, Required};
use crate::catalogue::service::From;
use crate::catalogue::show::pattern_paths;
use crate::domain::problem::Problem;
use std::collections::{BTreeMap, BTreeSet};

impl Checking<'_> {
    /// All conditions of the file, and the paths of fields named beside them.
    pub(super) fn conditions(&self) {
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
        all.extend(service.fees.iter().flat_map(|fee| &fee.waivers).map(|waiver| &waiver.when));
        all.extend(service.deadlines.iter().filter_map(|deadline| deadline.when.as_ref()));
        let papers = service.papers.iter();
        all.extend(papers.flat_map(|paper| {
            paper.when.iter().chain(paper.fill.values().filter_map(|fill| fill.when.as_ref()))
        }));
        all.extend(service.blocks.iter().filter_map(|block| block.when.as_ref()));
        all.extend(service.receiving.iter().flat_map(|r| &r.bodies).filter_map(|body| body.when.as_ref()));
        for condition in all {
            self.fits(condition);
        }
        self.periods();
        let amounts = service.fees.iter().flat_map(|fee| &fee.amounts);
        let counts = amounts.filter_map(|amount| amount.per.as_ref()).flat_map(|per| &per.counts);
        let mut paths: Vec<&str> = counts.flat_map(|one| one.paths()).collect();
        paths.extend(service.checks.iter().map(|check| check.at.as_str()).filter(|at| !at.is_empty()));
        paths.extend(service.subject.iter().chain(&service.business_name).map(String::as_str));
        paths.extend(service.legal_person.as_ref().map(|legal| legal.address.as_str()));
        let yearly = service.fees.iter().filter_map(|fee| fee.yearly.as_ref());
        paths.extend(
            yearly.flat_map(|yearly| std::iter::once(&yearly.from).chain(&yearly.set)).map(String::as_str),
        );
        let fills = service.papers.iter().flat_map(|paper| paper.fill.values());
        paths.extend(fills.flat_map(|fill| pattern_paths(&fill.says)));
        paths.extend(service.blocks.iter().flat_map(|block| pattern_paths(&block.text)));
        paths.extend(service.deadlines.iter().filter_map(|deadline| match &deadline.from {
            From::Field(path) | From::Easter { year: path, .. } => Some(path.as_str()),
            From::Received | From::Complete => None,
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
        // What is needed says when it is complete, so it cannot hang on a period that begins with that.
        let from_complete = |period: &str| {
            service.deadlines.iter().any(|rule| rule.id == period && rule.from == From::Complete)
        };
        let needs = service.documents.iter().filter_map(|document| document.needed.as_ref());
        for period in needs.flat_map(Condition::periods).filter(|period| from_complete(period)) {
            self.tell(period, Problem::error("", "catalogue-period-too-early").with("period", period));
        }
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
    pub(super) fn circles(&self) {
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
                        let problem = Problem::error("", "catalogue-circle").with("field", start);
                        let begins = self.source.text.find(&format!("id = \"{start}\""));
                        self.source.tell_at(begins.unwrap_or(0), start, 0, problem);
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
}
