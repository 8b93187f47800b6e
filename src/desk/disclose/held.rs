//! What is held on a person: their data, each case that they belong to, who was told, who looked, how long it is kept. What a
//! case says of others is theirs (Art. 15 (4) DSGVO): of a case that somebody else applied for, only the part is told.

use super::super::error::DeskError;
use super::super::hand::Hand;
use super::super::paper::day;
use crate::catalogue::{Service, show};
use crate::domain::case::{APPLICANT, AppearsAs, Case, CaseEvent, Decision};
use crate::domain::event::{Payload, Subject};
use crate::domain::holiday::Land;
use crate::domain::id::{CaseId, EventRef};
use crate::domain::person::{Person, PersonEvent};
use crate::domain::town::keys;
use crate::domain::user::Group;
use crate::paper::template::word;
use crate::store::StoreError;
use crate::store::read::{self, Page};
use chrono::NaiveDate;
use chrono_tz::Europe::Berlin;
use serde::Serialize;
use serde::ser::SerializeMap;
use std::collections::{BTreeMap, BTreeSet};

/// Cases and looks of one person at most; nobody comes near it.
const MOST: usize = 100_000;

/// All that is held on a person, as far as whoever asks may read it.
#[derive(Debug, Clone, Serialize)]
pub struct Held {
    /// Who is responsible for it: the authority.
    pub controller: String,
    /// The day.
    pub on: NaiveDate,
    /// The person.
    #[serde(serialize_with = "fields_of")]
    pub person: Person,
    /// Why one of two versions of their data was chosen, in the order in which it was written.
    pub reasons: Vec<Reason>,
    /// Their cases.
    pub cases: Vec<HeldCase>,
    /// How often somebody looked at what, by day.
    pub looks: Vec<(NaiveDate, String, usize)>,
    /// When it was disclosed before.
    pub disclosed: BTreeSet<NaiveDate>,
    /// Groups of services that whoever discloses may not read.
    pub left: BTreeSet<Group>,
    /// How many notes and answers are not told; in the place of each stands why.
    pub withheld: usize,
    /// Whether the desk agrees with others over a service of the Kreis, which passes data on for the town.
    pub passed_on: bool,
}

/// Why somebody decided between two versions of a person's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// When.
    pub on: NaiveDate,
    /// In the words of whoever did.
    pub text: String,
    /// The event that says it.
    #[serde(skip)]
    pub written: EventRef,
}

/// A case, as it concerns the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldCase {
    /// Its identity, which is the program's.
    #[serde(skip)]
    pub id: CaseId,
    /// Its number.
    pub number: String,
    /// What it is about.
    pub service: String,
    /// As what the person belongs to it.
    pub parts: Vec<String>,
    /// The day it was received.
    pub received_on: NaiveDate,
    /// Where what it says comes from.
    pub source: String,
    /// How far it has come.
    pub stage: String,
    /// The paragraphs that it rests on.
    pub laws: Vec<String>,
    /// How long it is kept; empty where that is not fixed.
    pub kept: String,
    /// Who was told of it.
    pub recipients: Vec<Received>,
    /// What it says about the person; nothing where somebody else applied.
    pub own: Option<Own>,
}

/// Somebody outside of the office who got data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Received {
    /// Who.
    pub to: String,
    /// By which paragraph, or why.
    pub why: String,
    /// When.
    pub on: NaiveDate,
}

/// What a case says about its applicant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Own {
    /// Answers: label and value.
    pub answers: Vec<(String, String)>,
    /// Documents that were seen or brought, and when.
    pub documents: Vec<(String, NaiveDate)>,
    /// Names of files.
    pub files: Vec<String>,
    /// Notes.
    pub notes: Vec<(NaiveDate, String)>,
    /// The events that wrote them, in the same order.
    #[serde(skip)]
    pub written: Vec<EventRef>,
    /// Papers that were issued.
    pub papers: Vec<(String, NaiveDate)>,
    /// Fees: what for, how much in cents, what became of it.
    pub fees: Vec<(String, i64, String)>,
    /// Decisions, with their reasons.
    pub decisions: Vec<(NaiveDate, String, String)>,
}

/// The fields alone: ids and who wrote what are the program's.
fn fields_of<S: serde::Serializer>(person: &Person, to: S) -> Result<S::Ok, S::Error> {
    let said = person.fields.iter().filter(|(_, value)| !value.is_empty());
    let mut map = to.serialize_map(None)?;
    for (name, value) in said {
        map.serialize_entry(name, value)?;
    }
    map.end()
}

impl Held {
    /// Gathers it, in the transaction of whoever discloses.
    pub(super) fn of(hand: &Hand<'_, '_, '_>, person: Person) -> Result<Self, DeskError> {
        let (db, reads) = (hand.tx.rows(), hand.user.reads());
        let rows = read::cases_of_person(db, &reads, person.id, &Page::first(MOST));
        let rows = rows.map_err(StoreError::from)?;
        let (mut cases, mut subjects) = (Vec::new(), BTreeMap::new());
        // A town without a key is taken for one of North Rhine-Westphalia, as its holidays are.
        let land = Land::of_ags(hand.town.get(keys::AGS)).unwrap_or(Land::Nw);
        for record in &person.records {
            let _ = subjects.insert(Subject::Person(*record), word("held_person", &[]));
        }
        for row in rows {
            let case = hand.case(row.id)?;
            let looked = word("held_case", &[("number", &case.opened.number)]);
            let _ = subjects.insert(Subject::Case(case.id), looked);
            cases.push(HeldCase::of(&case, hand.desk.service_of(&case.opened)?, &person, land));
        }
        let mut looks: BTreeMap<(NaiveDate, String), usize> = BTreeMap::new();
        for (subject, what) in subjects {
            for look in read::audits_of(db, subject, None, MOST).map_err(StoreError::from)? {
                let on = look.at.with_timezone(&Berlin).date_naive();
                *looks.entry((on, what.clone())).or_default() += 1;
            }
        }
        let (mut disclosed, mut reasons) = (BTreeSet::new(), Vec::new());
        for record in &person.records {
            for event in hand.tx.person_log(*record)? {
                let on = event.at.with_timezone(&Berlin).date_naive();
                match event.payload {
                    Payload::Known(PersonEvent::PersonDisclosed { .. }) => drop(disclosed.insert(on)),
                    Payload::Known(PersonEvent::PersonChanged { reason: text, .. }) if !text.is_empty() => {
                        reasons.push(Reason { on, text, written: event.id });
                    }
                    _ => {}
                }
            }
        }
        Ok(Self {
            disclosed,
            reasons,
            controller: hand.town.get(keys::AUTHORITY).to_owned(),
            on: hand.today,
            person,
            cases,
            looks: looks.into_iter().rev().map(|((on, what), count)| (on, what, count)).collect(),
            left: Group::ALL.into_iter().filter(|group| !reads.contains(group)).collect(),
            withheld: 0,
            passed_on: hand.tx.enrolment()?.is_some(),
        })
    }
}

impl HeldCase {
    fn of(case: &Case, service: &Service, person: &Person, land: Land) -> Self {
        let linked: Vec<_> = case.persons.iter().filter(|((_, id), _)| person.records.contains(id)).collect();
        let is_own = linked.iter().any(|(_, linked)| linked.part == APPLICANT);
        let part = |part: &str| match word(&format!("part_{part}"), &[]) {
            said if said.starts_with("part_") => part.to_owned(),
            said => said,
        };
        let opened = &case.opened;
        Self {
            id: case.id,
            number: opened.number.clone(),
            service: service.name.de.clone(),
            parts: linked.iter().map(|(_, linked)| part(&linked.part)).collect(),
            received_on: opened.received_on,
            source: source(case, is_own),
            stage: word(&format!("stage_{}", case.stage().name()), &[]),
            laws: service.laws.iter().map(|law| land.cites(&law.reference)).collect(),
            kept: kept(service, land),
            recipients: recipients(case, service),
            own: is_own.then(|| Own::of(case, service)),
        }
    }
}

/// From whom the office has it, and by which way.
fn source(case: &Case, is_own: bool) -> String {
    if let Some(came) = case.origins().next() {
        return word("source_office", &[("office", &came.from.name), ("date", &day(came.taken_on))]);
    }
    let channel = word(&format!("channel_{}", case.opened.channel.name()), &[]);
    let acts = case.appears_as().is_some_and(AppearsAs::is_represented);
    let id = match (is_own, acts) {
        (false, _) => "source_other",
        (true, true) => "source_for_them",
        (true, false) => "source_self",
    };
    word(id, &[("channel", &channel), ("date", &day(case.opened.received_on))])
}

fn kept(service: &Service, land: Land) -> String {
    let Some(retention) = &service.retention else { return String::new() };
    let from = word(&format!("kept_{}", retention.from), &[]);
    let years = retention.years.to_string();
    word("kept", &[("years", &years), ("from", &from), ("law", &land.cites(&retention.law))])
}

/// Bodies that were told by law, and the office that has the case or had it.
fn recipients(case: &Case, service: &Service) -> Vec<Received> {
    let bodies = service.receiving.iter().flat_map(|receiving| &receiving.bodies);
    let bodies: BTreeMap<&str, _> = bodies.map(|body| (body.id.as_str(), body)).collect();
    let told = case.notices().iter().filter(|notice| notice.is_out());
    let told = told.map(|notice| {
        let known = bodies.get(notice.body.as_str());
        Received {
            to: known.map_or_else(|| notice.body.clone(), |body| body.label.de.clone()),
            why: known.map(|body| body.law.clone()).unwrap_or_default(),
            on: notice.on(crate::domain::case::NoticeStep::Sent).unwrap_or(notice.prepared_on),
        }
    });
    let handed = case.handovers().iter().map(|handover| Received {
        to: handover.given.bundle.to.name.clone(),
        why: handover.given.reason.clone(),
        on: handover.given.handed_on,
    });
    let back = case.given_back().map(|given| Received {
        to: given.bundle.to.name.clone(),
        why: word("given_back", &[]),
        on: given.given_on,
    });
    told.chain(handed).chain(back).collect()
}

impl Own {
    fn of(case: &Case, service: &Service) -> Self {
        let label = |id: &String| {
            let known = service.documents.iter().find(|known| known.id == *id);
            known.map_or_else(|| id.clone(), |known| known.label.de.clone())
        };
        let shown = show(service, &case.answers(), "de").into_iter();
        let fees = case.charges.values().map(|charge| {
            let state = match (charge.withdrawn, charge.waived.is_some(), case.is_paid(charge.fee.charge)) {
                (true, _, _) => "fee_withdrawn",
                (_, true, _) => "fee_waived",
                (_, _, true) => "fee_paid",
                _ => "fee_open",
            };
            (charge.fee.amount.label.de.clone(), charge.fee.amount.cents.0, word(state, &[]))
        });
        let (written, notes) = notes(case).into_iter().unzip();
        Self {
            written,
            answers: shown.map(|shown| (shown.label, shown.value)).collect(),
            documents: case.documents.iter().map(|(id, on)| (label(id), *on)).collect(),
            files: case.attachments.iter().map(|file| file.name.clone()).collect(),
            notes,
            papers: case.papers.iter().map(|p| (p.issued.title.clone(), p.issued.issued_on)).collect(),
            fees: fees.collect(),
            decisions: decided(case),
        }
    }
}

/// Decisions, those that a revocation took out as well, and what was taken back or revoked of them: what, which part, why.
fn decided(case: &Case) -> Vec<(NaiveDate, String, String)> {
    let mut decisions: Vec<&Decision> = case.decisions.iter().collect();
    for known in case.revocations() {
        if decisions.iter().all(|decision| decision.event != known.of.event) {
            decisions.push(&known.of);
        }
    }
    let told = decisions.into_iter().map(|decision| {
        let outcome = word(&format!("outcome_{}", decision.outcome.name()), &[]);
        (decision.decided_on, outcome, decision.reasons.clone())
    });
    let revoked = case.revocations().iter().map(|known| {
        let what = &known.what;
        let id = if what.clause.takes_back() { "outcome_taken_back" } else { "outcome_revoked" };
        let said = [what.part.as_str(), what.reasons.as_str()].into_iter().filter(|said| !said.is_empty());
        (what.revoked_on, word(id, &[]), said.collect::<Vec<_>>().join(": "))
    });
    let mut all: Vec<_> = told.chain(revoked).collect();
    all.sort_by_key(|(on, _, _)| *on);
    all
}

fn notes(case: &Case) -> Vec<(EventRef, (NaiveDate, String))> {
    let note = |event: &crate::domain::event::Recorded<CaseEvent>| match &event.payload {
        Payload::Known(CaseEvent::NoteAdded { text, .. }) => {
            Some((event.id, (event.at.with_timezone(&Berlin).date_naive(), text.clone())))
        }
        _ => None,
    };
    case.timeline.iter().filter_map(note).collect()
}
