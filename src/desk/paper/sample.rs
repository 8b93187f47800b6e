//! A paper as a service brings it forth, written from its example as if a case had been filed, paid and decided: so that
//! whoever writes a service sees what its letters say. Files, issues and numbers nothing.

use super::scene::Scene;
use crate::catalogue::{Service, evaluate_sample};
use crate::desk::error::DeskError;
use crate::desk::person::from_answers;
use crate::desk::session::Session;
use crate::desk::{Desk, arms};
use crate::domain::answers::Answers;
use crate::domain::assessment::{Assessment, PaperDue, grants};
use crate::domain::case::{
    APPLICANT, AppearsAs, Case, CaseEvent, Channel, IDENTITY_PAPERS, Opened, Outcome, Paid, Payment,
    Signature,
};
use crate::domain::decide::{Command, Context, Link, Opening, decide};
use crate::domain::decision::Levied;
use crate::domain::event::{Payload, Recorded};
use crate::domain::id::{CaseId, ChargeId, DeviceId, EventRef, PersonId, UserId};
use crate::domain::money::Cents;
use crate::domain::person::{Person, PersonEvent};
use crate::domain::problem::Problem;
use crate::domain::user::{Group, Role, User};
use crate::paper::Mark;
use crate::paper::template::word;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use uuid::Uuid;

/// A paper that is only looked at: of which service, from which answers, which.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// The service.
    pub service: &'static Service,
    /// The answers.
    pub answers: Answers,
    /// Kind of the paper.
    pub kind: String,
}

impl Desk {
    /// The paper's PDF, marked as a sample.
    ///
    /// Errors: what the service finds wrong with the answers; the answers bring no such paper forth, or a receipt of nothing.
    pub fn sample(&self, session: &Session, sample: &Sample) -> Result<Vec<u8>, DeskError> {
        let (town, today) = (self.town()?, self.today());
        let service = sample.service;
        let assessment = evaluate_sample(service, &sample.answers, &town, today);
        let due = assessment.papers.iter().find(|due| due.kind == sample.kind);
        let unknown = || Problem::error("kind", "paper-kind-unknown").with("kind", &sample.kind);
        let due = due.ok_or_else(unknown)?;
        let mut events = filed(service, &assessment, session, today)?;
        if due.at == "decided" {
            events.push(decided(due, &assessment, today));
        }
        let receipt = (due.at == "paid").then(|| "X-0000-000000".to_owned());
        if let Some(receipt) = &receipt {
            let case = folded(&events, session, self.clock.now())?;
            // Nobody gets a receipt of nothing.
            if case.owes() <= Cents::ZERO {
                return Err(Problem::error("kind", "paper-nothing-to-pay").into());
            }
            events.push(paid(&case, receipt, today));
        }
        let case = folded(&events, session, self.clock.now())?;
        let crest = self.store.read(|db| arms::crest(db, &town))?;
        let mark = Mark { title: word("mark_sample", &[]), note: word("mark_sample_note", &[]) };
        let scene = Scene {
            answers: case.answers(),
            case,
            service,
            applicant: applicant(service, &assessment.values, session, self.clock.now()),
            assessment,
            representatives: Vec::new(),
            decided_by: session.name.clone(),
            town,
            today,
            clerk: session.name.clone(),
            receipt,
            mark: Some(mark),
            crest,
            letter: None,
            owed: None,
            handed: None,
        };
        Ok(scene.render(&sample.kind)?.bytes)
    }
}

/// Filing as the domain decides it, by somebody who may do everything.
fn filed(
    service: &Service,
    assessment: &Assessment,
    session: &Session,
    today: NaiveDate,
) -> Result<Vec<CaseEvent>, DeskError> {
    let opened = Opened {
        number: format!("{}-{}-X-00000", service.filing_plan, today.year()),
        service: service.slug.clone(),
        version: service.version.clone(),
        pack: None,
        filing_plan: service.filing_plan.clone(),
        group: service.group,
        channel: Channel::Counter,
        answers_to: None,
        received_on: today,
        received_why: String::new(),
        filed_on: today,
        signature: Signature::Seen,
        status_code: "0000-0000-0000".to_owned(),
    };
    let charges = (1..).take(assessment.charges.len()).map(|at| ChargeId(Uuid::from_u128(at))).collect();
    let needed = assessment.documents.iter().filter(|document| document.needed);
    let documents = needed.map(|document| document.id.clone()).collect();
    // Somebody who stands there and has shown who they are: some papers tell by what.
    let applicant = Link {
        person: PersonId(Uuid::nil()),
        part: APPLICANT.to_owned(),
        appears_as: AppearsAs::InPerson,
        seen: IDENTITY_PAPERS.first().map(|paper| (*paper).to_owned()),
    };
    let opening = Opening { opened, persons: vec![applicant], documents, charges };
    let everybody = User {
        id: session.user,
        login: String::new(),
        name: session.name.clone(),
        pin_hash: String::new(),
        roles: Role::ALL.into_iter().map(|role| (role, Group::ALL.into())).collect(),
        heads: Vec::new(),
    };
    let context = Context { actor: &everybody, today, assessment: Some(assessment) };
    Ok(decide(None, Command::Open(Box::new(opening)), &context)?)
}

/// The decision that the letter tells, with sample words for what a clerk would write.
fn decided(due: &PaperDue, assessment: &Assessment, today: NaiveDate) -> CaseEvent {
    let outcome = due.outcomes.first().copied().unwrap_or(Outcome::Granted);
    let sets = if grants(outcome) { assessment.levies.as_slice() } else { &[] };
    let asks = |wanted: Outcome, id: &str| {
        if outcome == wanted { vec![word(id, &[])] } else { Vec::new() }
    };
    CaseEvent::Decided {
        outcome,
        reasons: word("sample_reasons", &[]),
        conditions: asks(Outcome::Conditional, "sample_condition"),
        levies: sets.iter().map(Levied::from).collect(),
        notice: assessment.terms.notice.clone(),
        decided_on: today,
        signs: None,
    }
}

/// Everything that is owed, in cash.
fn paid(case: &Case, receipt: &str, today: NaiveDate) -> CaseEvent {
    let owed = || case.owed();
    CaseEvent::Paid(Paid {
        receipt: receipt.to_owned(),
        charges: owed().map(|charge| charge.fee.charge).collect(),
        cents: owed().map(|charge| charge.fee.amount.cents).sum(),
        how: Payment::Cash,
        given: None,
        paid_on: today,
    })
}

fn folded(events: &[CaseEvent], session: &Session, now: DateTime<Utc>) -> Result<Case, DeskError> {
    let recorded: Vec<Recorded<CaseEvent>> =
        (1..).zip(events).map(|(seq, event)| recorded(seq, event.clone(), session.user, now)).collect();
    Case::fold(CaseId(Uuid::nil()), &recorded).ok_or_else(|| DeskError::because("case-unknown"))
}

fn recorded<E>(seq: u64, event: E, actor: UserId, at: DateTime<Utc>) -> Recorded<E> {
    let id = |seq| EventRef { device: DeviceId(Uuid::nil()), seq };
    let parents = (seq > 1).then(|| id(seq - 1)).into_iter().collect();
    Recorded { id: id(seq), parents, at, actor, payload: Payload::Known(event) }
}

fn applicant(service: &Service, answers: &Answers, session: &Session, now: DateTime<Utc>) -> Option<Person> {
    let fields = from_answers(service, answers);
    let created = recorded(1, PersonEvent::PersonCreated { fields }, session.user, now);
    Person::fold(PersonId(Uuid::nil()), &[created])
}
