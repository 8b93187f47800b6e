//! What another version of a service changes, as somebody at the counter would say it. Judges no change.

use super::field::{Field, FieldKind, Required};
use super::service::{Base, Check, Count, DeadlineRule, Document, Fee, FeeAmount, Length, Paper, Service};
use super::show::amount;
use crate::domain::deadline::Unit;
use crate::domain::problem::{Args, LocalText, Severity};

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
    told.extend(items(&old.checks, &new.checks, "check", |c| &c.id, |c| &c.says, check));
    told.extend(items(&old.fees, &new.fees, "fee", |f| &f.id, |f| &f.label, fee));
    told.extend(items(&old.deadlines, &new.deadlines, "deadline", |d| &d.id, |d| &d.label, deadline));
    told.extend(items(&old.papers, &new.papers, "paper", |p| &p.kind, |p| &p.label, paper));
    told.extend(items(
        &old.blocks,
        &new.blocks,
        "block",
        |b| &b.id,
        |b| &b.title,
        |old, new| (old != new).then(|| said("change-block").text("label", &new.title)).into_iter().collect(),
    ));
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
        "block" => "change-block-added",
        _ => "change-town-added",
    }
}

fn removed(what: &str) -> &'static str {
    match what {
        "document" => "change-document-removed",
        "check" => "change-check-removed",
        "fee" => "change-fee-removed",
        "deadline" => "change-deadline-removed",
        "paper" => "change-paper-removed",
        "block" => "change-block-removed",
        _ => "change-town-removed",
    }
}

fn fields(old: &Service, new: &Service) -> Vec<Difference> {
    let all = |service: &Service| -> Vec<Field> { service.fields().flat_map(Field::all).map(bare).collect() };
    let (before, after) = (all(old), all(new));
    // What comes or goes with its group is told with the group.
    let with_its_group = |path: &str, side: &[Field], other: &[Field]| {
        path.rsplit_once('.').is_some_and(|(group, _)| {
            let has = |fields: &[Field]| fields.iter().any(|field| field.path == group);
            has(side) && !has(other)
        })
    };
    let mut told = Vec::new();
    for field_now in &after {
        match before.iter().find(|field| field.path == field_now.path) {
            Some(was) => told.extend(field(was, field_now)),
            None if with_its_group(&field_now.path, &after, &before) => {}
            None => {
                let id = match field_now.required {
                    Required::Always => "change-field-added-required",
                    Required::When(_) => "change-field-added-when",
                    Required::Never => "change-field-added",
                };
                told.push(said(id).text("label", &field_now.label));
            }
        }
    }
    let gone = before.iter().filter(|field| !after.iter().any(|now| now.path == field.path));
    let gone = gone.filter(|field| !with_its_group(&field.path, &before, &after));
    told.extend(gone.map(|field| said("change-field-removed").text("label", &field.label)));
    told
}

/// A field without its parts, which are compared by themselves.
fn bare(field: &Field) -> Field {
    let kind = match &field.kind {
        FieldKind::Group { of, .. } => FieldKind::Group { of: of.clone(), fields: Vec::new() },
        FieldKind::List { item, one } => FieldKind::List { item: Box::new(bare(item)), one: one.clone() },
        kind => kind.clone(),
    };
    Field { kind, ..field.clone() }
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
    if old.visible != new.visible {
        told.push(of(if new.visible.is_none() { "change-field-always" } else { "change-field-visible" }));
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
    for (before, after, least, id) in
        [(old.min, new.min, "0", "change-field-min"), (old.max, new.max, "–", "change-field-max")]
    {
        if before != after {
            let shown =
                |limit: Option<i64>| limit.map_or_else(|| least.to_owned(), |limit| limit.to_string());
            told.push(of(id).plain("old", &shown(before)).plain("new", &shown(after)));
        }
    }
    if old.default != new.default {
        told.push(of("change-field-default"));
    }
    if old.help != new.help {
        told.push(of("change-field-help"));
    }
    let alike = Field {
        label: new.label.clone(),
        required: new.required.clone(),
        visible: new.visible.clone(),
        help: new.help.clone(),
        default: new.default.clone(),
        min: new.min,
        max: new.max,
        ..old.clone()
    };
    if alike != *new && had == has {
        told.push(of("change-field"));
    }
    told
}

fn document(old: &Document, new: &Document) -> Vec<Difference> {
    let of = |id| said(id).text("label", &new.label);
    let mut told = Vec::new();
    match (old.blocking, new.blocking) {
        (false, true) => told.push(of("change-document-blocking")),
        (true, false) => told.push(of("change-document-warning")),
        _ => {}
    }
    if old.needed != new.needed {
        told.push(of("change-document-needed"));
    }
    if told.is_empty() && old != new {
        told.push(of("change-document"));
    }
    told
}

fn check(old: &Check, new: &Check) -> Vec<Difference> {
    let of = |id| said(id).text("label", &new.says);
    let mut told = Vec::new();
    if old.when != new.when {
        told.push(of("change-check-when"));
    }
    if old.severity != new.severity {
        told.push(of(if new.severity == Severity::Error {
            "change-check-error"
        } else {
            "change-check-warning"
        }));
    }
    if told.is_empty() && old != new {
        told.push(of("change-check"));
    }
    told
}

fn fee(old: &Fee, new: &Fee) -> Vec<Difference> {
    let of = |id| said(id).text("label", &new.label);
    let mut told = Vec::new();
    if amounts(old, "de") != amounts(new, "de") {
        let [de, en] = ["de", "en"].map(|language| changed(amounts(old, language), amounts(new, language)));
        told.push(of("change-fee-amount").value("old", de.0, en.0).value("new", de.1, en.1));
    }
    if old.waivers != new.waivers {
        told.push(of("change-fee-waiver"));
    }
    if old.confirmed != new.confirmed {
        told.push(of(if new.confirmed { "change-fee-confirmed" } else { "change-fee-unconfirmed" }));
    }
    if told.is_empty() && old != new {
        told.push(of("change-fee"));
    }
    told
}

/// The amounts that differ, side by side; all of them where one has come or gone.
fn changed(old: Vec<String>, new: Vec<String>) -> (String, String) {
    let differ = |(was, is): &(String, String)| was != is;
    let (old, new): (Vec<String>, Vec<String>) =
        if old.len() == new.len() { old.into_iter().zip(new).filter(differ).unzip() } else { (old, new) };
    (old.join(" / "), new.join(" / "))
}

/// The amounts of a fee.
fn amounts(fee: &Fee, language: &str) -> Vec<String> {
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
    fee.amounts.iter().map(one).collect()
}

fn deadline(old: &DeadlineRule, new: &DeadlineRule) -> Vec<Difference> {
    if old == new {
        return Vec::new();
    }
    let of = |id| said(id).text("label", &new.label);
    let length = |rule: &DeadlineRule| match &rule.value {
        Length::Fixed(value) => value.to_string(),
        Length::Town(key) => key.clone(),
    };
    if (old.unit, &old.value) == (new.unit, &new.value) {
        return vec![of(match () {
            () if old.from != new.from => "change-deadline-from",
            () if old.kind != new.kind => "change-deadline-kind",
            () => "change-deadline",
        })];
    }
    let id = match new.unit {
        _ if old.unit != new.unit => "change-deadline-unit",
        Unit::Days => "change-deadline-days",
        Unit::Weeks => "change-deadline-weeks",
        Unit::Months => "change-deadline-months",
        Unit::Years => "change-deadline-years",
    };
    let told = of(id).plain("old", &length(old)).plain("new", &length(new));
    vec![told.plain("old-unit", unit(old.unit)).plain("new-unit", unit(new.unit))]
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
        Unit::Years => "years",
    }
}

fn paper(old: &Paper, new: &Paper) -> Vec<Difference> {
    let of = |id| said(id).text("label", &new.label);
    let mut told = Vec::new();
    if old.when != new.when {
        told.push(of("change-paper-when"));
    }
    if (&old.letter, &old.form, &old.wording) != (&new.letter, &new.form, &new.wording) {
        told.push(of("change-paper-wording"));
    }
    if told.is_empty() && old != new {
        told.push(of("change-paper"));
    }
    told
}

/// What the law says about how it is decided: answering, signing, what counts as granted, and for which days it is.
fn procedure(service: &Service) -> impl PartialEq + '_ {
    (service.regime, service.answer_weeks, service.second, &service.deemed, &service.occasion)
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
        ((old.remedy, old.remedy_confirmed) != (new.remedy, new.remedy_confirmed), "change-remedy"),
        (procedure(old) != procedure(new), "change-procedure"),
        (old.filed != new.filed, "change-filed"),
        (old.proxy != new.proxy || old.in_person != new.in_person, "change-proxy"),
        (old.steps != new.steps, "change-steps"),
        (old.receiving != new.receiving, "change-receiving"),
        (old.group != new.group, "change-group"),
        (old.responsible != new.responsible, "change-responsible"),
        (old.laender != new.laender, "change-laender"),
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
