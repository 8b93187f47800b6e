//! The cases of a demo town, filed and worked on as clerks would, in every state. Invents no person.

use super::{BATCH, Data, Draw, Resident, WITH_PAPERS, moment};
use crate::catalogue::{FieldKind, Proxy, Responsible, Service};
use crate::desk::Desk;
use crate::desk::case::{close, close_if_done, decide};
use crate::desk::clock::legal_day;
use crate::desk::error::DeskError;
use crate::desk::file::file;
use crate::desk::hand::Hand;
use crate::desk::intake::{Intake, Participant, Party, Settlement};
use crate::desk::procedure::proceed;
use crate::desk::session::Session;
use crate::desk::{money, paper, person};
use crate::domain::case::{APPLICANT, AppearsAs, Channel, Ground, Outcome, Signature, Stage};
use crate::domain::decide::{Command, Proceed};
use crate::domain::id::{CaseId, FollowUpId};
use crate::domain::money::Cents;
use crate::domain::user::User;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Those who work there, by login.
pub(super) type Users = BTreeMap<String, User>;

/// What cases are made from.
pub(super) struct Town {
    pub days: Vec<NaiveDate>,
    pub residents: Vec<Resident>,
    pub workers: BTreeMap<String, Session>,
}

/// Who files, in turn. All of them may file every service.
const FILING: [&str; 2] = ["schalter", "schalter2"];

/// Files all cases, many in one transaction.
pub(super) fn file_all(
    desk: &Desk,
    data: &Data,
    draw: &Draw,
    town: &Town,
    cases: usize,
) -> Result<(), DeskError> {
    // What the Kreis decides needs a Kreis: the demo town works alone.
    let own = desk.catalogue().find("", desk.today()).into_iter();
    let own = own.filter(|service| service.responsible == Responsible::Town);
    let slugs: Vec<&str> = own.map(|service| service.slug.as_str()).collect();
    let all: Vec<usize> = (0..cases).collect();
    for batch in all.chunks(BATCH) {
        desk.act_as_many(&town.workers, |hand, users| {
            for at in batch {
                let place = at * town.days.len() * 540 / cases;
                let day = town.days.get(place / 540).copied().unwrap_or(hand.today);
                hand.now = moment(day, place % 540);
                hand.today = legal_day(hand.now);
                hand.issues = at + WITH_PAPERS >= cases;
                let service = slugs.get(draw.below(slugs.len())).copied().unwrap_or_default();
                one(hand, users, data, draw, town, *at, service)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn act(hand: &mut Hand<'_, '_, '_>, users: &Users, login: &str) {
    if let Some(user) = users.get(login) {
        hand.user = user.clone();
    }
}

fn one(
    hand: &mut Hand<'_, '_, '_>,
    users: &Users,
    data: &Data,
    draw: &Draw,
    town: &Town,
    at: usize,
    slug: &str,
) -> Result<(), DeskError> {
    let unknown = || DeskError::because("service-unknown");
    let service = hand.desk.catalogue().current(slug, hand.today).ok_or_else(unknown)?;
    let resident = town.residents.get(draw.below(town.residents.len())).ok_or_else(unknown)?;
    act(hand, users, FILING[at % FILING.len()]);
    let intake = intake(hand, data, draw, service, resident, at)?;
    let _ = file(hand, &intake)?;
    let id = intake.case;
    if at % 12 != 2 {
        pay(hand, id, at)?;
    }
    act(hand, users, "leitung");
    work_on(hand, users, data, draw, id, at)
}

/// The service's example as this resident would answer it on this day.
fn intake(
    hand: &Hand<'_, '_, '_>,
    data: &Data,
    draw: &Draw,
    service: &Service,
    resident: &Resident,
    at: usize,
) -> Result<Intake, DeskError> {
    let mut intake = Intake::new(CaseId(hand.id()?), &service.slug, &service.version);
    let mut answers = service.example.clone();
    let day = hand.today.to_string();
    for field in service.fields().filter(|field| matches!(field.kind, FieldKind::Date)) {
        if field.person.is_none() && answers.is_set(&field.path) {
            answers.set(&field.path, day.as_str().into());
        }
    }
    person::to_answers(service, &resident.fields, &mut answers);
    for (path, part) in [("strasse", "street"), ("hausnummer", "house")] {
        let path = format!("anschrift.{path}");
        if let (true, Some(value)) = (answers.is_set(&path), resident.fields.get(part)) {
            answers.set(&path, value.as_str().into());
        }
    }
    for (path, from) in [("gegenstand", &data.item), ("rufname", &data.dog)] {
        if answers.is_set(path) {
            answers.set(path, draw.one(from).into());
        }
    }
    intake.answers = answers;
    // Who has to come in person writes no letter.
    let by_post = at % 12 == 11 && service.proxy != Proxy::Never;
    intake.channel = if by_post { Channel::Post } else { Channel::Counter };
    intake.participants = vec![Participant {
        party: Party::Known(resident.id),
        part: APPLICANT.to_owned(),
        appears_as: if by_post { AppearsAs::InWriting } else { AppearsAs::InPerson },
        seen: (!by_post).then(|| "personalausweis".to_owned()),
        certain: false,
    }];
    let complete = at % 12 != 3;
    let seen = service.documents.iter().filter(|document| document.blocking || complete);
    intake.documents = seen.map(|document| document.id.clone()).collect();
    intake.signature = service.is_signed().then_some(Signature::Seen);
    Ok(intake)
}

/// Pays what is owed, by card or with the next larger notes.
fn pay(hand: &mut Hand<'_, '_, '_>, id: CaseId, at: usize) -> Result<(), DeskError> {
    let owes = hand.case(id)?.owes();
    if owes == Cents::ZERO {
        return Ok(());
    }
    let given = Cents((owes.0 + 499) / 500 * 500);
    let settlement = if at % 5 == 1 { Settlement::Card } else { Settlement::Cash { given } };
    if let Some(receipt) = money::settle(hand, id, &settlement, None)? {
        paper::issue_due(hand, id, "paid", Some(&receipt))?;
    }
    close_if_done(hand, id)
}

/// What became of it.
fn work_on(
    hand: &mut Hand<'_, '_, '_>,
    users: &Users,
    data: &Data,
    draw: &Draw,
    id: CaseId,
    at: usize,
) -> Result<(), DeskError> {
    // Done at the counter: the certified copy went home.
    if hand.case(id)?.stage() == Stage::Closed {
        return Ok(());
    }
    let does = |hand: &mut Hand<'_, '_, '_>, command: Command| {
        match command {
            Command::Decide { .. } => return decide(hand, id, command),
            Command::Close { .. } => return close(hand, id, command),
            Command::Proceed(_) => return proceed(hand, id, command),
            _ => {}
        }
        let case = hand.case(id)?;
        hand.command(id, Some(&case), command, None)
    };
    let follow_up = |hand: &mut Hand<'_, '_, '_>| -> Result<Command, DeskError> {
        let due_on = hand.today.checked_add_days(Days::new(14 + draw.below(30) as u64)).unwrap_or(hand.today);
        let text = draw.one(&data.follow_up).to_owned();
        Ok(Command::SetFollowUp { follow_up: FollowUpId(hand.id_in(id)?), due_on, text })
    };
    let decision = |outcome, reasons: &str| Command::Decide {
        outcome,
        reasons: reasons.to_owned(),
        conditions: Vec::new(),
    };
    let opened = hand.case(id)?.opened;
    // Only some services decide; of the others a case is done when it is closed.
    let decides = hand.desk.service(&opened.service, &opened.version)?.steps.contains_key("decided");
    let note = || Command::Note { text: draw.one(&data.note).to_owned(), call: at % 24 == 4 };
    let done = || Command::Close { reason: String::new() };
    match at % 12 {
        2 | 3 => {
            let command = follow_up(hand)?;
            does(hand, command)
        }
        4 | 11 => {
            does(hand, note())?;
            does(hand, Command::Assign { to: users.get("schalter").map(|user| user.id) })
        }
        5 if decides => does(hand, decision(Outcome::Granted, "")),
        6 if decides => {
            does(hand, decision(Outcome::Granted, ""))?;
            does(hand, done())
        }
        10 if decides => {
            does(hand, Command::Proceed(Box::new(Proceed::Omit { ground: Ground::AsDeclared })))?;
            does(hand, decision(Outcome::Refused, &data.reasons))
        }
        6..=10 => does(hand, done()),
        _ => Ok(()),
    }
}
