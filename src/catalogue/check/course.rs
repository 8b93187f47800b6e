//! Fees, values of the town, decisions and steps fit together. Computes no amount.

use super::Checking;
use crate::catalogue::field::FieldKind;
use crate::catalogue::service::{BEGINS, Base, Charged, FIRST, Fee, LASTS, Length, PART, Paper, Remedy};
use crate::catalogue::town::TownKind;
use crate::domain::block::Part;
use crate::domain::case::Outcome;
use crate::domain::deadline::Regime;
use crate::domain::problem::Problem;

impl Checking<'_> {
    /// A fee for duplicates names papers of the service, and only such a fee does. The duplicate of a receipt is free.
    pub(super) fn duplicates(&self) {
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
    pub(super) fn town(&self) {
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
                let prices = std::iter::once(&amount.base).chain(amount.per.iter().map(|per| &per.price));
                let keys = prices.filter_map(Base::key);
                for key in keys.filter(|key| declared(key).is_none_or(|v| v.kind != TownKind::Money)) {
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
        let numbers = self.service.checks.iter().flat_map(|check| check.when.limits());
        for (key, _) in numbers.filter(|(key, _)| declared(key).is_none_or(|v| v.kind != TownKind::Number)) {
            tell(key);
        }
        for rule in &self.service.deadlines {
            if let Length::Town(key) = &rule.value
                && declared(key).is_none_or(|value| value.kind != TownKind::Number)
            {
                tell(key);
            }
        }
    }

    /// A service against whose decision something may be filed has a letter for a refusal.
    pub(super) fn decisions(&self) {
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

    /// A building block says something, for a decision that the service takes; a condition fits only what has conditions.
    pub(super) fn blocks(&self) {
        let decides = self.service.steps.contains_key("decided");
        for block in &self.service.blocks {
            let fits = match block.part {
                Part::Reasons => true,
                Part::Condition => block.outcomes.iter().all(|outcome| *outcome == Outcome::Conditional),
            };
            if !decides || !fits || block.text.trim().is_empty() {
                self.tell(&block.id, Problem::error("", "catalogue-block-unfit").with("block", &block.id));
            }
        }
    }

    /// Deemed approval is of administrative procedure and of what is decided; a period has a length and a law.
    pub(super) fn deemed(&self) {
        let Some(deemed) = &self.service.deemed else { return };
        let decides = self.service.steps.contains_key("decided") && self.service.regime == Regime::Vwvfg;
        if !decides || deemed.months == 0 || deemed.law.trim().is_empty() {
            self.tell("deemed", Problem::error("", "catalogue-deemed-unfit"));
        }
        let sets = self.service.fees.iter().any(|fee| fee.charged == Charged::Decision);
        if deemed.fee.is_some() && !sets {
            self.tell("deemed", Problem::error("", "catalogue-deemed-no-fee"));
        }
    }

    /// The days of an occasion are days that somebody answers.
    pub(super) fn occasion(&self) {
        let fields = self.service.occasion.iter().flat_map(|days| [&days.from, &days.to]);
        let is_day = |path: &&String| {
            let field = self.service.field(path);
            field.is_some_and(|field| field.kind == FieldKind::Date)
        };
        for path in fields.filter(|path| !is_day(path)) {
            self.tell(path, Problem::error("", "catalogue-occasion-unfit").with("field", path));
        }
    }

    pub(super) fn steps(&self) {
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
