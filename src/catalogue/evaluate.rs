//! What a service says about answers: problems, fees, dates, documents, papers, receivers. Pure.

use super::codes::CodeList;
use super::condition::{Condition, Test, limit};
use super::facts::Facts;
use super::field::{Default, Field, FieldKind};
use super::land::cited;
use super::second::second_signature;
use super::service::{Check, From, Proxy, Responsible, Service};
use super::show::fill;
use super::terms::{Answered, terms};
use super::values::Reading;
use super::walk::Walk;
use super::{deadline, fee, own_blocks};
use crate::domain::answers::Answers;
use crate::domain::assessment::{Assessment, DocumentNeed, PaperDue, Receiver, Step};
use crate::domain::block::Block;
use crate::domain::case::{AppearsAs, Channel};
use crate::domain::complete::{Brought, Complete};
use crate::domain::deemed::{Deemed, DeemedFee};
use crate::domain::holiday::{Calendar, Land};
use crate::domain::office::is_kreis;
use crate::domain::problem::{LocalText, Problem};
use crate::domain::procedure::{Occasion, Open, Procedure};
use crate::domain::town::{Town, keys};
use chrono::NaiveDate;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What is known beside the answers.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// Today at the counter.
    pub today: NaiveDate,
    /// The day on which the case came in; periods run from it.
    pub received_on: NaiveDate,
    /// The town: values that services name, and by its AGS the holidays.
    pub town: &'a Town,
    /// Ids of the documents that were seen or brought.
    pub documents_seen: &'a BTreeSet<String>,
    /// What came after the day of receipt; nothing while it is being taken in.
    pub brought: Option<&'a Brought>,
    /// How somebody appears.
    pub appears_as: AppearsAs,
    /// The way it came in.
    pub channel: Channel,
}

/// Everything that the service says about the answers, typed or normalised.
///
/// A form that is not finished is evaluated all the same: fees, dates and papers are those of what is answered so
/// far. Nothing is charged of it, since a case with errors is not filed.
pub fn evaluate(service: &Service, answers: &Answers, situation: &Situation<'_>) -> Assessment {
    let mut reading = Reading { today: situation.today, problems: BTreeMap::new() };
    let mut read = Answers::default();
    let mut problems = Vec::new();
    for (id, raw) in &answers.0 {
        if let Some(field) = service.fields().find(|field| field.id == *id) {
            if let Some(value) = reading.read(field, raw, id, &Map::new()) {
                let _ = read.0.insert(id.clone(), value);
            }
        } else {
            problems.push(Problem::error(id, "answer-unknown-field").with("field", id));
        }
    }
    let mut facts = Facts::new(service, &read, situation.town, (situation.today, situation.received_on));
    let mut due = deadline::due(service, &facts, situation, &Complete::default());
    facts.ends = due.iter().map(|due| (due.id.clone(), due.date)).collect();
    // What is needed may hang on a period; what begins with complete documents is known after that.
    let documents = documents(service, &facts, situation);
    let nothing = Brought::default();
    let complete = Complete::of(situation.received_on, &documents, situation.brought.unwrap_or(&nothing));
    if service.deadlines.iter().any(|rule| rule.from == From::Complete) {
        due = deadline::due(service, &facts, situation, &complete);
        facts.ends = due.iter().map(|due| (due.id.clone(), due.date)).collect();
    }
    let mut walk = Walk::new(&facts, &read, reading.problems);
    for section in &service.sections {
        for field in &section.fields {
            walk.field(field);
        }
    }
    let Walk { visible, required, values, problems: found, .. } = walk;
    problems.extend(found);
    for check in &service.checks {
        problems.extend(free_check(service, check, &facts, &read));
    }
    problems.extend(appearance(service, &facts, situation));
    problems.extend(elsewhere(service, situation));
    problems.extend(documents.iter().filter(|d| d.blocking && d.needed && !d.received).map(missing_document));
    let fee::Fees { charges, levies, duplicates } = fee::fees(service, &facts, situation.town);
    problems.extend(fee::unset_at_the_counter(service, &charges));
    in_order_of_the_form(service, &mut problems);
    let blocks = blocks(service, &facts, &values, situation.town);
    let answered = Answered { visible: &visible, values: &values };
    let terms = terms(service, &levies, situation.town, &answered);
    let assessment = Assessment {
        problems,
        visible,
        required,
        values,
        charges,
        duplicates,
        terms,
        levies,
        due,
        blocks,
        documents,
        complete,
        papers: papers(service, &facts),
        legal_person: service.legal_person.as_ref().is_some_and(|legal| legal.when.holds(&facts)),
        receivers: receivers(service, &facts),
        for_kreis: service.responsible == Responsible::Kreis && !is_kreis(situation.town.get(keys::AGS)),
        steps: service.steps.iter().map(|(id, step)| (id.clone(), told(step))).collect(),
        procedure: procedure(service, situation, &facts),
    };
    match Land::of_ags(situation.town.get(keys::AGS)) {
        Some(land) if land != Land::Nw => cited(assessment, land),
        _ => assessment,
    }
}

/// The same for somebody who comes to the counter on a day with every document: what a sample is shown as.
pub fn evaluate_sample(service: &Service, answers: &Answers, town: &Town, day: NaiveDate) -> Assessment {
    let nothing = BTreeSet::new();
    let before = Situation {
        today: day,
        received_on: day,
        town,
        documents_seen: &nothing,
        brought: None,
        appears_as: AppearsAs::InPerson,
        channel: Channel::Counter,
    };
    let needed = evaluate(service, answers, &before).documents.into_iter().filter(|document| document.needed);
    let seen = needed.map(|document| document.id).collect();
    evaluate(service, answers, &Situation { documents_seen: &seen, ..before })
}

/// What the service says about its own example, in no town. Holidays are those of North Rhine-Westphalia; an example asks for
/// no more.
pub fn evaluate_example(service: &Service, day: NaiveDate) -> Assessment {
    evaluate_sample(service, &service.example, &Town::of([(keys::AGS, "05000000")]), day)
}

/// What a form begins with: the defaults of the service's fields.
pub fn initial_answers(service: &Service, situation: &Situation<'_>) -> Answers {
    let mut answers = Answers::default();
    for field in service.fields() {
        for part in std::iter::once(field).chain(if field.is_list() { &[] } else { field.parts() }) {
            let value = match &part.default {
                None => continue,
                Some(Default::Value(value)) => value.clone(),
                Some(Default::Today) => situation.today.to_string().into(),
                Some(Default::Received) => situation.received_on.to_string().into(),
                Some(Default::Town(key)) => situation.town.get(key).into(),
            };
            if value != "" {
                answers.set(&part.path, value);
            }
        }
    }
    answers
}

/// A check once, or, below a list, once for each item.
fn free_check(service: &Service, check: &Check, facts: &Facts<'_>, read: &Answers) -> Vec<Problem> {
    let no = service.field(&check.at).and_then(|field| field.no.clone());
    let tell = |path: String, facts: &Facts<'_>| {
        let answer = read.text(&path).to_owned();
        Problem {
            severity: check.severity,
            field: path,
            no: no.clone(),
            id: check.id.clone(),
            args: crate::domain::problem::Args::new(),
            says: Some(with_match(&check.says, &check.when, facts)),
            tells: check.tells.as_ref().map(|tells| Box::new(with_match(tells, &check.when, facts))),
            law: law(check, facts),
            fix: check.append.as_ref().filter(|_| !answer.is_empty()).map(|more| format!("{answer}{more}")),
        }
    };
    if !check.at.is_empty() && !facts.is_visible(&check.at) {
        return Vec::new();
    }
    let list = check.at.split_once('.').filter(|(list, _)| {
        service.fields().any(|field| field.id == *list && matches!(field.kind, FieldKind::List { .. }))
    });
    let Some((list, part)) = list else {
        return if check.when.holds(facts) { vec![tell(check.at.clone(), facts)] } else { Vec::new() };
    };
    let count = read.0.get(list).and_then(Value::as_array).map_or(0, Vec::len);
    let items = (0..count).map(|index| (index, facts.at_item(list, index)));
    let wrong = items.filter(|(_, item)| check.when.holds(item));
    wrong.map(|(index, item)| tell(format!("{list}.{index}.{part}"), &item)).collect()
}

/// The paragraph of a check; a limit that the town has not confirmed says so.
fn law(check: &Check, facts: &Facts<'_>) -> Option<String> {
    let unset = check.when.limits().into_iter().any(|(key, other)| !limit(facts.town, key, other).1);
    let law = check.law.clone()?;
    Some(match check.unconfirmed.as_ref().filter(|_| unset) {
        Some(says) => format!("{law} ({says})"),
        None => law,
    })
}

/// `{limit}` in a sentence is the number of the town that it compares with, `{due}` is the end of the period that is over, `{match}` the
/// entry of the list that an answer was found in.
fn with_match(says: &LocalText, when: &Condition, facts: &Facts<'_>) -> LocalText {
    let end = when.periods().into_iter().find_map(|period| facts.ends.get(period));
    let end = end.map(|end| end.format("%d.%m.%Y").to_string());
    let found = first_match(when, facts);
    let limits = when.limits().into_iter().map(|(key, other)| limit(facts.town, key, other).0.to_string());
    let limits: Vec<String> = limits.collect();
    let put = |text: &str, language: &str| {
        let text = end.as_ref().map_or_else(|| text.to_owned(), |end| text.replace("{due}", end));
        let text = limits.iter().fold(text, |text, limit| text.replace("{limit}", limit));
        match &found {
            Some((no, label)) => text.replace("{match}", label.get(language)).replace("{no}", no),
            None => text,
        }
    };
    LocalText { de: put(&says.de, "de"), en: put(&says.en, "en") }
}

fn first_match(when: &Condition, facts: &Facts<'_>) -> Option<(String, LocalText)> {
    let find = |list: &CodeList, path: &str| {
        let values = facts.values(path);
        values.into_iter().find_map(|value| list.entry(value)).map(|e| (e.no.clone(), e.label.clone()))
    };
    match when {
        Condition::All(all) | Condition::Any(all) => all.iter().find_map(|when| first_match(when, facts)),
        Condition::Not(_) => None,
        Condition::Field { path, test: Test::Listed(list) } => find(list, path),
        Condition::Field { .. } | Condition::Overdue(_) => None,
    }
}

/// A service of one Land is none of a town in another: there it rests on a law that this one does not know.
fn elsewhere(service: &Service, situation: &Situation<'_>) -> Option<Problem> {
    let land = Land::of_ags(situation.town.get(keys::AGS)).filter(|land| !service.is_of(*land))?;
    let of: Vec<&str> = service.laender.iter().map(|land| land.name()).collect();
    let problem = Problem::error("service", "service-other-land").with("of", of.join(", "));
    Some(problem.with("land", land.name()).with("service", &service.name.de))
}

/// The place of a problem with how somebody appears.
pub const APPEARS_AS: &str = "appears_as";

fn appearance(service: &Service, facts: &Facts<'_>, situation: &Situation<'_>) -> Option<Problem> {
    let in_person = service.in_person.as_ref().is_some_and(|condition| condition.holds(facts));
    let proxy = if in_person { Proxy::Never } else { service.proxy };
    let allowed = match (proxy, situation.appears_as) {
        (Proxy::Allowed, _) | (_, AppearsAs::InPerson | AppearsAs::Representative) => true,
        (Proxy::Messenger, other) => other != AppearsAs::Proxy,
        (Proxy::Never, _) => false,
    };
    (!allowed)
        .then(|| Problem::error(APPEARS_AS, "proxy-not-allowed").with("as", situation.appears_as.name()))
}

fn documents(service: &Service, facts: &Facts<'_>, situation: &Situation<'_>) -> Vec<DocumentNeed> {
    let need = |document: &super::service::Document| DocumentNeed {
        id: document.id.clone(),
        label: document.label.clone(),
        needed: document.needed.as_ref().is_none_or(|needed| needed.holds(facts))
            || (document.proxy && situation.appears_as == AppearsAs::Proxy),
        received: situation.documents_seen.contains(&document.id),
        blocking: document.blocking,
        says: document.says.clone(),
        law: document.law.clone(),
    };
    service.documents.iter().map(need).collect()
}

fn missing_document(document: &DocumentNeed) -> Problem {
    let problem = Problem::error(format!("documents.{}", document.id), "document-missing");
    Problem { says: Some(document.says.clone()), law: document.law.clone(), ..problem }
}

fn papers(service: &Service, facts: &Facts<'_>) -> Vec<PaperDue> {
    let due = service.papers.iter().filter(|paper| paper.when.as_ref().is_none_or(|when| when.holds(facts)));
    due.map(|paper| PaperDue {
        kind: paper.kind.clone(),
        label: paper.label.clone(),
        letter: paper.letter.clone(),
        form: paper.form.clone(),
        at: paper.at.clone(),
        outcomes: paper.outcomes.clone(),
        fill: paper
            .fill
            .iter()
            .filter(|(_, fill)| fill.when.as_ref().is_none_or(|when| when.holds(facts)))
            .map(|(name, fill)| (name.clone(), fill.says.clone()))
            .collect(),
    })
    .collect()
}

/// Building blocks that fit the answers, with the answers in them; the town's behind the catalogue's.
fn blocks(service: &Service, facts: &Facts<'_>, values: &Answers, town: &Town) -> Vec<Block> {
    let fits = service.blocks.iter().filter(|block| block.when.as_ref().is_none_or(|when| when.holds(facts)));
    let offered = fits.map(|block| Block {
        id: block.id.clone(),
        title: block.title.clone(),
        part: block.part,
        text: fill(service, values, &block.text, "de"),
        law: block.law.clone(),
        outcomes: block.outcomes.clone(),
        own: false,
    });
    let own = own_blocks::of(service, town).into_iter().map(|block| Block {
        text: fill(service, values, &block.text, "de"),
        id: format!("town.{}", block.id),
        title: block.title,
        part: block.part,
        law: block.law,
        outcomes: block.outcomes,
        own: true,
    });
    offered.chain(own).collect()
}

/// The bodies that are told (§ 14 (8) GewO, § 3 GewAnzV), each with its reason.
fn receivers(service: &Service, facts: &Facts<'_>) -> Vec<Receiver> {
    let bodies = service.receiving.iter().flat_map(|receiving| &receiving.bodies);
    let told = bodies.filter(|body| body.when.as_ref().is_none_or(|when| when.holds(facts)));
    told.map(|body| Receiver { id: body.id.clone(), label: body.label.clone(), why: body.why.clone() })
        .collect()
}

/// What the law says about the service's procedure, with the holidays of the town's Land.
fn procedure(service: &Service, situation: &Situation<'_>, facts: &Facts<'_>) -> Procedure {
    let (usual, town) = (Procedure::default(), situation.town);
    let answer_weeks = service.answer_weeks.or_else(|| town.weeks(keys::ANSWER_WEEKS));
    let open = Open { answer: answer_weeks.is_none(), notification: !town.says_yes(keys::TAX_NOTIFICATION) };
    Procedure {
        regime: service.regime,
        calendar: Calendar::of_ags(situation.town.get(keys::AGS)).unwrap_or(usual.calendar),
        answer_weeks: answer_weeks.unwrap_or(usual.answer_weeks),
        pay_weeks: town.weeks(keys::PAY_WEEKS).unwrap_or(usual.pay_weeks),
        delivery_law: Some(town.get(keys::DELIVERY_LAW).to_owned()).filter(|law| !law.is_empty()),
        open,
        deemed: service
            .deemed
            .clone()
            .map(|deemed| Deemed { fee: deemed.fee.or_else(|| deemed_fee(town)), ..deemed }),
        occasion: occasion(service, facts),
        second: service.second.or_else(|| second_signature(situation.town.get(keys::SECOND_SIGNATURE))),
    }
}

/// What the town says of the fee where the law of the service is silent.
fn deemed_fee(town: &Town) -> Option<DeemedFee> {
    match town.get(keys::DEEMED_FEE) {
        keys::YES => Some(DeemedFee::Due),
        keys::NO => Some(DeemedFee::Free),
        _ => None,
    }
}

/// The days for which something is asked for; nothing as long as one of them is no day.
fn occasion(service: &Service, facts: &Facts<'_>) -> Option<Occasion> {
    let fields = service.occasion.as_ref()?;
    let day = |path: &str| facts.values(path).first()?.as_str()?.parse().ok();
    Some(Occasion { from: day(&fields.from)?, to: day(&fields.to)? })
}

fn told(step: &super::service::Step) -> Step {
    Step { by: step.by.clone(), then: step.then.clone() }
}

fn in_order_of_the_form(service: &Service, problems: &mut Vec<Problem>) {
    let order: BTreeMap<&str, usize> =
        service.fields().enumerate().map(|(at, f)| (f.id.as_str(), at)).collect();
    let place = |problem: &Problem| {
        let mut parts = problem.field.split('.');
        let top = parts.next().and_then(|top| order.get(top).copied()).unwrap_or(usize::MAX);
        (top, parts.next().and_then(|index| index.parse::<usize>().ok()))
    };
    problems.sort_by_key(place);
    problems.dedup();
}

/// Whether a field is asked in the form, and not at the stop "sign".
pub fn is_in_form(field: &Field) -> bool {
    field.kind != FieldKind::Signature
}
