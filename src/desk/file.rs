//! Filing: an intake becomes a case, paid and with its papers, in one transaction. Prints nothing.

use super::Desk;
use super::counter::{answers, situation};
use super::error::DeskError;
use super::hand::Hand;
use super::inbox::back::send_back;
use super::inbox::case_with;
use super::intake::{Enclosure, Intake, Participant, Party};
use super::session::Session;
use super::similar;
use crate::catalogue::{PersonNeed, Service, evaluate};
use crate::domain::assessment::Assessment;
use crate::domain::case::{
    APPLICANT, AppearsAs, Case, Channel, IDENTITY_PAPERS, KNOWN_PERSONALLY, Opened, REPRESENTATIVE, Signature,
};
use crate::domain::decide::{Command, Link, Opening};
use crate::domain::id::{CaseId, ChargeId, PaperId, PersonId};
use crate::domain::money::Cents;
use crate::domain::number::{CaseNumber, status_code};
use crate::domain::person::{PersonEvent, fields};
use crate::domain::problem::{Problem, Refusal};
use crate::domain::similar::Likeness;
use crate::store::StoreError;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// How many of those who are likely the same are named at most.
const LIKELY_NAMED: usize = 8;

/// What filing gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// The code under which the resident asks how it stands.
    pub status_code: String,
    /// Number of the receipt, if money was taken.
    pub receipt: Option<String>,
    /// What goes back, if cash was handed over.
    pub change: Option<Cents>,
    /// Papers, in the order in which they are handed over.
    pub papers: Vec<FiledPaper>,
}

/// A paper that filing gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledPaper {
    /// Identity.
    pub id: PaperId,
    /// Kind in the service.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// Pages.
    pub pages: u16,
}

impl Desk {
    /// Everything that would keep the intake from being filed now.
    pub fn stops(&self, session: &Session, intake: &Intake) -> Result<Vec<Problem>, DeskError> {
        self.act_as(session, |hand| {
            let service = hand.desk.service_of_intake(intake)?;
            let situation = situation(intake, &hand.town, hand.today);
            let assessment = evaluate(service, &answers(service, intake), &situation);
            stops(service, intake, &assessment, hand)
        })
    }

    /// Files an intake. Filed already, it answers as it did the first time: twice is once.
    pub fn file_case(&self, session: &Session, intake: &Intake) -> Result<Filed, DeskError> {
        self.act_as(session, |hand| file(hand, intake))
    }
}

/// Files an intake in a transaction that somebody else commits.
pub(super) fn file(hand: &mut Hand<'_, '_, '_>, intake: &Intake) -> Result<Filed, DeskError> {
    if hand.tx.case(intake.case)?.is_some() {
        return Ok(filed(&hand.case(intake.case)?));
    }
    let service = hand.desk.service_of_intake(intake)?;
    let assessment = evaluate(service, &answers(service, intake), &situation(intake, &hand.town, hand.today));
    let problems = stops(service, intake, &assessment, hand)?;
    if !problems.is_empty() {
        return Err(Refusal(problems).into());
    }
    let persons = persons(hand, intake, &assessment)?;
    let opening = opening(hand, service, intake, &assessment, persons)?;
    hand.command(intake.case, None, Command::Open(Box::new(opening)), Some(&assessment))?;
    for file in &intake.enclosures {
        let case = hand.case(intake.case)?;
        let (blob, name, media, size) = (file.blob, file.name.clone(), file.media.clone(), file.size);
        let attach = Command::Attach { blob, name, media, size, document: file.document.clone() };
        hand.command(intake.case, Some(&case), attach, None)?;
    }
    let receipt = super::money::settle(hand, intake.case, &intake.settlement, None)?;
    super::paper::fee::ask(hand, intake.case, false)?;
    super::paper::issue_due(hand, intake.case, "filed", None)?;
    if let Some(receipt) = &receipt {
        super::paper::issue_due(hand, intake.case, "paid", Some(receipt))?;
    }
    send_back(hand, intake.case)?;
    super::case::close_if_done(hand, intake.case)?;
    hand.tx.delete_draft(intake.case)?;
    Ok(filed(&hand.case(intake.case)?))
}

/// What the three stops would refuse, together with everything that is wrong with the answers.
fn stops(
    service: &Service,
    intake: &Intake,
    assessment: &Assessment,
    hand: &Hand<'_, '_, '_>,
) -> Result<Vec<Problem>, DeskError> {
    let mut problems: Vec<Problem> = assessment.errors().cloned().collect();
    if service.person == PersonNeed::Required && intake.participants.is_empty() {
        problems.push(Problem::error("person", "person-missing"));
    }
    problems.extend(appearance(intake, assessment));
    let gone = |file: &&Enclosure| !hand.tx.has_blob(file.blob).unwrap_or(false);
    problems.extend(
        intake
            .enclosures
            .iter()
            .filter(gone)
            .map(|file| Problem::error("attachment", "attachment-gone").with("name", &file.name)),
    );
    // Another desk was quicker with the same file of a portal.
    if intake.channel == Channel::Portal {
        for file in &intake.enclosures {
            if let Some((id, number)) = case_with(hand.tx, file.blob)?
                && id != intake.case
            {
                problems.push(Problem::error("attachment", "inbox-filed").with("number", number));
            }
        }
    }
    if service.is_signed() && intake.is_signed_here() && intake.signature.is_none() {
        problems.push(Problem::error("signature", "signature-missing"));
    }
    problems.extend(super::money::settlement_problem(&intake.settlement, assessment.total()));
    let received_on = intake.received_on.unwrap_or(hand.today);
    if received_on > hand.today {
        problems.push(Problem::error("received_on", "received-in-future").with("date", received_on));
    } else if let Some(offer) = hand.desk.catalogue().offer(&intake.service, received_on)
        && offer.service != service
    {
        let problem = Problem::error("received_on", "service-version-of-day").with("day", received_on);
        let name = |language| offer.service.name.get(language).to_owned();
        let problem = problem.with("service", name("de")).with("service-en", name("en"));
        problems.push(problem.with("version", &offer.service.version));
    }
    if received_on < hand.today && intake.received_why.trim().is_empty() {
        problems.push(Problem::error("received_why", "received-why-missing").with("date", received_on));
    }
    for participant in intake.participants.iter().filter(|participant| !participant.certain) {
        if let Party::New(known) = &participant.party {
            problems
                .extend(likely_known(hand, &entered(service, participant, known, assessment, hand.today))?);
        }
    }
    Ok(problems)
}

/// Those who are likely the one to be entered: nobody is entered twice by the way.
fn likely_known(
    hand: &Hand<'_, '_, '_>,
    entered: &BTreeMap<String, String>,
) -> Result<Vec<Problem>, DeskError> {
    let all = similar::find(hand.tx.rows(), entered, None, hand.today).map_err(StoreError::from)?;
    let asked = all.iter().filter(|likely| likely.similar.likeness >= Likeness::Likely);
    Ok(asked.take(LIKELY_NAMED).map(similar::problem).collect())
}

fn opening(
    hand: &mut Hand<'_, '_, '_>,
    service: &Service,
    intake: &Intake,
    assessment: &Assessment,
    persons: Vec<Link>,
) -> Result<Opening, DeskError> {
    let year = hand.today.year();
    let count = hand.tx.next_case_count(year)?;
    let desk = hand.tx.device()?.code;
    let charges =
        assessment.charges.iter().map(|_| hand.id_in(intake.case).map(ChargeId)).collect::<Result<_, _>>()?;
    Ok(Opening {
        opened: Opened {
            number: CaseNumber { plan: &service.filing_plan, year, desk: &desk, count }.to_string(),
            service: service.slug.clone(),
            version: service.version.clone(),
            pack: intake.pack,
            filing_plan: service.filing_plan.clone(),
            group: service.group,
            channel: intake.channel,
            answers_to: intake.answers_to.clone(),
            received_on: intake.received_on.unwrap_or(hand.today),
            received_why: intake.received_why.trim().to_owned(),
            filed_on: hand.today,
            signature: intake.signature.clone().unwrap_or(Signature::NotNeeded),
            status_code: status_code(hand.tx.code_for(intake.case)?),
        },
        persons,
        documents: intake.documents.iter().cloned().collect(),
        charges,
    })
}

/// Who acts for somebody has a name: else nobody knows whose authority was seen (§ 14 (1) `VwVfG`) or who represents by law (§ 12
/// (1) No. 3 `VwVfG`), nor whom letters reach. Identity is the kind of a paper that somebody showed who stood there; its number is not kept.
fn appearance(intake: &Intake, assessment: &Assessment) -> Vec<Problem> {
    let mut problems = Vec::new();
    let how = intake.applicant().map(|applicant| applicant.appears_as);
    // Whoever is entered for a legal person is the one who represents it: the answers name the company.
    let by_law = |how: &AppearsAs| *how == AppearsAs::Representative && assessment.legal_person;
    let unnamed = how.filter(|how| how.is_represented() && intake.representative().is_none());
    let unnamed = unnamed.filter(|how| !by_law(how));
    problems.extend(unnamed.map(|how| {
        let id = if how == AppearsAs::Proxy { "proxy-unnamed" } else { "representative-unnamed" };
        Problem::error("representative", id)
    }));
    if let Some(Party::Known(acts)) = intake.representative().map(|acts| &acts.party)
        && intake.is_represented()
        && intake.is_applicant(*acts)
    {
        problems.push(Problem::error("representative", "proxy-is-applicant"));
    }
    let seen: Vec<&str> = intake.participants.iter().filter_map(|one| one.seen.as_deref()).collect();
    if seen.iter().any(|seen| !IDENTITY_PAPERS.contains(seen)) {
        problems.push(Problem::error("seen", "identity-unknown"));
    }
    if how == Some(AppearsAs::InWriting) && seen.iter().any(|seen| *seen != KNOWN_PERSONALLY) {
        problems.push(Problem::error("seen", "identity-nobody-there"));
    }
    problems
}

/// Whose identity was seen: where somebody acts by proxy it is they who stand there, and not the applicant.
fn identified<'a>(intake: &'a Intake, participant: &'a Participant) -> Option<&'a String> {
    let applicant = intake.applicant().filter(|applicant| applicant.appears_as == AppearsAs::Proxy);
    let Some(applicant) = applicant else { return participant.seen.as_ref() };
    match participant.part.as_str() {
        APPLICANT => None,
        REPRESENTATIVE => participant.seen.as_ref().or(applicant.seen.as_ref()),
        _ => participant.seen.as_ref(),
    }
}

/// Links those who belong to it; whoever is new is entered, with what the form says about them.
fn persons(
    hand: &mut Hand<'_, '_, '_>,
    intake: &Intake,
    assessment: &Assessment,
) -> Result<Vec<Link>, DeskError> {
    let mut links = Vec::new();
    // Somebody who was entered as acting for the applicant and then does not is no part of the case.
    let belongs = |participant: &&Participant| participant.part != REPRESENTATIVE || intake.is_represented();
    for participant in intake.participants.iter().filter(belongs) {
        let person = match &participant.party {
            Party::Known(id) => hand.tx.person(*id)?.ok_or_else(|| DeskError::because("person-unknown"))?.id,
            Party::New(known) => {
                let service = hand.desk.service_of_intake(intake)?;
                enter(hand, entered(service, participant, known, assessment, hand.today))?
            }
        };
        links.push(Link {
            person,
            part: participant.part.clone(),
            appears_as: participant.appears_as,
            seen: identified(intake, participant).cloned(),
        });
    }
    Ok(links)
}

/// What is known of somebody to be entered: what the form says of the applicant, and what was typed of them.
fn entered(
    service: &Service,
    participant: &Participant,
    known: &BTreeMap<String, String>,
    assessment: &Assessment,
    today: NaiveDate,
) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    if participant.part == APPLICANT {
        all = super::person::from_answers(service, &assessment.values);
    }
    all.extend(
        known.iter().filter(|(_, value)| !value.trim().is_empty()).map(|(k, v)| (k.clone(), v.clone())),
    );
    let _ = all.entry(fields::KIND.to_owned()).or_insert_with(|| "natural".to_owned());
    super::person::normalised(&all, today)
}

fn enter(hand: &mut Hand<'_, '_, '_>, entered: BTreeMap<String, String>) -> Result<PersonId, DeskError> {
    let problems = super::person::problems(&entered, hand.today);
    if !problems.is_empty() {
        return Err(Refusal(problems).into());
    }
    let id = PersonId(hand.id()?);
    hand.person(id, &PersonEvent::PersonCreated { fields: entered })?;
    Ok(id)
}

/// What filing gave, read from the case.
fn filed(case: &Case) -> Filed {
    let receipt = case.receipts.values().find(|receipt| receipt.cancelled.is_none());
    let paper = |paper: &crate::domain::case::Paper| FiledPaper {
        id: paper.issued.paper,
        kind: paper.issued.kind.clone(),
        title: paper.issued.title.clone(),
        pages: paper.issued.pages,
    };
    Filed {
        case: case.id,
        number: case.opened.number.clone(),
        status_code: case.opened.status_code.clone(),
        receipt: receipt.map(|receipt| receipt.paid.receipt.clone()),
        change: receipt.and_then(|receipt| Some(receipt.paid.given? - receipt.paid.cents)),
        papers: case.papers.iter().map(paper).collect(),
    }
}
