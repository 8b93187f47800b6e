//! What another version of a service changes, as somebody at the counter would say it. Judges no change.

use super::field::{Field, Required};
use super::service::{Base, Count, DeadlineRule, Document, Fee, FeeAmount, Length, Paper, Service};
use super::show::amount;
use crate::domain::deadline::Unit;
use crate::domain::problem::{Args, LocalText};

/// One change: the id of a sentence, and its values. What differs in English stands beside it as `name-en`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Message id.
    pub id: &'static str,
    /// Values for the sentence.
    pub args: Args,
}

/// Everything that the new version does otherwise than the old one, in the order of the form.
pub fn differ(old: &Service, new: &Service) -> Vec<Difference> {
    let mut told = Vec::new();
    if old.name != new.name {
        told.push(said("change-name").text("old", &old.name).text("new", &new.name));
    }
    told.extend(fields(old, new));
    told.extend(items(&old.documents, &new.documents, "document", |d| &d.id, document_name, document));
    told.extend(items(
        &old.checks,
        &new.checks,
        "check",
        |c| &c.id,
        |c| &c.says,
        |old, new| (old != new).then(|| said("change-check").text("label", &new.says)).into_iter().collect(),
    ));
    told.extend(items(&old.fees, &new.fees, "fee", |f| &f.id, |f| &f.label, fee));
    told.extend(items(&old.deadlines, &new.deadlines, "deadline", |d| &d.id, |d| &d.label, deadline));
    told.extend(items(&old.papers, &new.papers, "paper", |p| &p.kind, |p| &p.label, paper));
    told.extend(items(&old.town, &new.town, "town", |t| &t.key, |t| &t.label, |_, _| Vec::new()));
    told.extend(rest(old, new));
    told
}

fn document_name(document: &Document) -> &LocalText {
    &document.label
}

/// What is in one and not in the other, by id; `same` says what differs in what is in both.
fn items<'a, T>(
    old: &'a [T],
    new: &'a [T],
    what: &'static str,
    id: impl Fn(&T) -> &String,
    label: impl Fn(&T) -> &LocalText,
    same: impl Fn(&'a T, &'a T) -> Vec<Difference>,
) -> Vec<Difference> {
    let find = |all: &'a [T], wanted: &T| all.iter().find(|item| id(item) == id(wanted));
    let mut told = Vec::new();
    for item in new {
        match find(old, item) {
            Some(before) => told.extend(same(before, item)),
            None => told.push(said(added(what)).text("label", label(item))),
        }
    }
    let gone = old.iter().filter(|item| find(new, item).is_none());
    told.extend(gone.map(|item| said(removed(what)).text("label", label(item))));
    told
}

fn added(what: &str) -> &'static str {
    match what {
        "document" => "change-document-added",
        "check" => "change-check-added",
        "fee" => "change-fee-added",
        "deadline" => "change-deadline-added",
        "paper" => "change-paper-added",
        "town" => "change-town-added",
        _ => "change-field-added",
    }
}

fn removed(what: &str) -> &'static str {
    match what {
        "document" => "change-document-removed",
        "check" => "change-check-removed",
        "fee" => "change-fee-removed",
        "deadline" => "change-deadline-removed",
        "paper" => "change-paper-removed",
        "town" => "change-town-removed",
        _ => "change-field-removed",
    }
}

fn fields(old: &Service, new: &Service) -> Vec<Difference> {
    let all = |service: &Service| -> Vec<Field> { service.fields().cloned().collect() };
    let (before, after) = (all(old), all(new));
    items(&before, &after, "field", |f| &f.id, |f| &f.label, field)
}

fn field(old: &Field, new: &Field) -> Vec<Difference> {
    let of = |id| said(id).text("label", &new.label);
    let mut told = Vec::new();
    if old.label != new.label {
        told.push(said("change-field-label").text("old", &old.label).text("new", &new.label));
    }
    if old.required != new.required {
        told.push(of(match new.required {
            Required::Always => "change-field-required",
            Required::Never => "change-field-optional",
            Required::When(_) => "change-field-required-when",
        }));
    }
    let labels =
        |field: &Field| field.options().iter().map(|choice| choice.label.clone()).collect::<Vec<_>>();
    let (had, has) = (labels(old), labels(new));
    for choice in has.iter().filter(|choice| !had.contains(choice)) {
        told.push(of("change-choice-added").text("choice", choice));
    }
    for choice in had.iter().filter(|choice| !has.contains(choice)) {
        told.push(of("change-choice-removed").text("choice", choice));
    }
    let alike = Field { label: new.label.clone(), required: new.required.clone(), ..old.clone() };
    if told.is_empty() && alike != *new {
        told.push(of("change-field"));
    }
    told
}

fn document(old: &Document, new: &Document) -> Vec<Difference> {
    let id = match (old.blocking, new.blocking) {
        (false, true) => "change-document-blocking",
        (true, false) => "change-document-warning",
        _ if old != new => "change-document",
        _ => return Vec::new(),
    };
    vec![said(id).text("label", &new.label)]
}

fn fee(old: &Fee, new: &Fee) -> Vec<Difference> {
    if old == new {
        return Vec::new();
    }
    let (before, after) = (amounts(old), amounts(new));
    let id = if before == after { "change-fee" } else { "change-fee-amount" };
    let told = said(id).text("label", &new.label);
    vec![told.value("old", before.0, before.1).value("new", after.0, after.1)]
}

/// The amounts of a fee, in German and English.
fn amounts(fee: &Fee) -> (String, String) {
    let list = |language| {
        let base = |base: &Base| match base {
            Base::Cents(cents) | Base::Either(_, cents) => amount(*cents, language),
            Base::Town(key) => key.clone(),
        };
        let one = |one: &FeeAmount| match &one.per {
            None => base(&one.base),
            Some(per) => {
                let counts: Vec<&str> = per.counts.iter().map(Count::name).collect();
                format!("{} + {} × {}", base(&one.base), base(&per.price), counts.join(" × "))
            }
        };
        fee.amounts.iter().map(one).collect::<Vec<_>>().join(" / ")
    };
    (list("de"), list("en"))
}

fn deadline(old: &DeadlineRule, new: &DeadlineRule) -> Vec<Difference> {
    if old == new {
        return Vec::new();
    }
    let id = match new.unit {
        _ if old.unit != new.unit || old.value == new.value => "change-deadline",
        Unit::Days => "change-deadline-days",
        Unit::Weeks => "change-deadline-weeks",
        Unit::Months => "change-deadline-months",
        Unit::Years => "change-deadline-years",
    };
    let told = said(id).text("label", &new.label);
    let length = |rule: &DeadlineRule| match &rule.value {
        Length::Fixed(value) => value.to_string(),
        Length::Town(key) => key.clone(),
    };
    vec![told.plain("old", &length(old)).plain("new", &length(new))]
}

fn paper(old: &Paper, new: &Paper) -> Vec<Difference> {
    (old != new).then(|| said("change-paper").text("label", &new.label)).into_iter().collect()
}

fn rest(old: &Service, new: &Service) -> Vec<Difference> {
    let mut told = Vec::new();
    if old.filing_plan != new.filing_plan {
        told.push(said("change-plan").plain("old", &old.filing_plan).plain("new", &new.filing_plan));
    }
    let kept = |service: &Service| service.retention.as_ref().map(|kept| kept.years.to_string());
    if old.retention != new.retention {
        let (old, new) = (kept(old).unwrap_or_default(), kept(new).unwrap_or_default());
        told.push(said("change-retention").plain("old", &old).plain("new", &new));
    }
    let others = [
        (old.laws != new.laws, "change-law"),
        (old.remedy != new.remedy, "change-remedy"),
        (old.proxy != new.proxy || old.in_person != new.in_person, "change-proxy"),
        (old.steps != new.steps, "change-steps"),
        (old.receiving != new.receiving, "change-receiving"),
        (old.group != new.group, "change-group"),
        (old.responsible != new.responsible, "change-responsible"),
        (old.signature != new.signature || old.person != new.person, "change-signature"),
    ];
    told.extend(others.into_iter().filter(|(differs, _)| *differs).map(|(_, id)| said(id)));
    if let Some(to) = new.valid_to {
        told.push(said("change-ends").plain("date", &to.to_string()));
    }
    told
}

fn said(id: &'static str) -> Difference {
    Difference { id, args: Args::new() }
}

impl Difference {
    fn text(self, name: &str, text: &LocalText) -> Self {
        self.value(name, text.get("de").to_owned(), text.get("en").to_owned())
    }

    fn plain(self, name: &str, text: &str) -> Self {
        self.value(name, text.to_owned(), text.to_owned())
    }

    fn value(mut self, name: &str, de: String, en: String) -> Self {
        if de != en {
            let _ = self.args.insert(format!("{name}-en"), en);
        }
        let _ = self.args.insert(name.to_owned(), de);
        self
    }
}
