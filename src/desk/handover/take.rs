//! Into the Kreis: what a town hands over becomes a case here, with the same identity, its own number and its own papers.
//! What was entered there is not checked again: the application came in when the town got it (§ 24 VwVfG NRW: nobody refuses
//! one because it is thought to be unfounded).

use super::own::Own;
use super::seal::{Content, seal};
use super::{Did, Say, Taken, args, put_pieces};
use crate::catalogue::Service;
use crate::desk::case::assess;
use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::domain::answers::Answers;
use crate::domain::case::handover::TakenIn;
use crate::domain::case::{Attachment, Case, CaseEvent, Opened, Stage};
use crate::domain::decide::{Command, Link, Opening};
use crate::domain::event::Recorded;
use crate::domain::id::{CaseId, ChargeId, Digest};
use crate::domain::number::{CaseNumber, status_code};
use crate::domain::person::PersonEvent;
use crate::domain::problem::Problem;
use crate::wire::{Bundle, Delivery, Manifest, Piece};
use chrono::Datelike as _;
use std::collections::BTreeMap;
use uuid::Builder;

type Events = Vec<Recorded<CaseEvent>>;

/// Takes a handover in, in a transaction that somebody else commits.
pub(super) fn take(hand: &mut Hand<'_, '_, '_>, bundle: &Bundle, say: Say<'_>) -> Result<Taken, DeskError> {
    let (own, manifest) = (Own::of(hand.tx, &hand.town)?, &bundle.manifest);
    if !own.is_kreis() {
        return Err(DeskError::because("bundle-wrong-way"));
    }
    let (there, events) = there(manifest)?;
    let done = |hand: &Hand<'_, '_, '_>, did| {
        let number = hand.case(manifest.case)?.opened.number;
        Ok(Taken { case: manifest.case, number, office: manifest.from.name.clone(), did })
    };
    let before = if hand.tx.case(manifest.case)?.is_some() {
        let before = hand.case(manifest.case)?;
        // Nobody but the office that it came from adds to it.
        let mut senders = before.origins().map(|known| &known.from.ags).peekable();
        if senders.peek().is_none() || senders.any(|ags| *ags != manifest.from.ags) {
            return Err(DeskError::because("bundle-wrong-way"));
        }
        if before.origins().any(|known| known.content == bundle.content) {
            return done(hand, Did::Known);
        }
        Some(earlier(hand, &before)?)
    } else {
        open(hand, &there, bundle)?;
        None
    };
    note_taken(hand, &own, bundle)?;
    let _ = put_pieces(hand, bundle)?;
    add(hand, &there, &manifest.pieces)?;
    let Some(earlier) = before else { return done(hand, Did::Opened) };
    link(hand, &there, manifest)?;
    note_changes(hand, &there, (earlier, events), manifest, say)?;
    done(hand, Did::Added)
}

/// The case as it is in the town.
fn there(manifest: &Manifest) -> Result<(Case, Events), DeskError> {
    let events: Events = manifest.recorded().map_err(|_| DeskError::because("bundle-malformed"))?;
    let case = Case::fold(manifest.case, &events).ok_or_else(|| DeskError::because("bundle-malformed"))?;
    if case.needs_update { Err(DeskError::because("bundle-newer")) } else { Ok((case, events)) }
}

/// Opens the case here.
fn open(hand: &mut Hand<'_, '_, '_>, there: &Case, bundle: &Bundle) -> Result<(), DeskError> {
    let manifest = &bundle.manifest;
    let unknown = || {
        let problem = Problem::error("", "bundle-service-unknown").with("service", &manifest.service);
        problem.with("version", &manifest.version)
    };
    let catalogue = hand.desk.catalogue();
    let offer = catalogue.offer(&manifest.service, there.opened.received_on);
    let offer = offer.filter(|offer| offer.service.version == manifest.version);
    let service = offer.map(|offer| offer.service);
    let service = service.or_else(|| catalogue.service(&manifest.service, &manifest.version));
    let service: &'static Service = service.ok_or_else(unknown)?;
    let pack = offer.and_then(|offer| offer.pack).map(|pack| pack.digest);
    enter_persons(hand, manifest)?;
    let mut assessment = assess(service, there, &there.answers(), &hand.town, hand.today);
    assessment.problems.retain(|problem| !problem.is_error());
    // The same at each desk that opens the bundle: what two of them enter is one.
    let charge = |at: u32| {
        let digest = Digest::of(&[b"amtsstube taken charge 1", &bundle.content.0, &at.to_le_bytes()]);
        let bytes: [u8; 16] = std::array::from_fn(|byte| digest.0[byte]);
        ChargeId(Builder::from_random_bytes(bytes).into_uuid())
    };
    let charges = (0..).zip(&assessment.charges).map(|(at, _)| charge(at)).collect();
    let opened = opened(hand, service, there, manifest, pack)?;
    let opening = Opening { opened, persons: links(there), documents: Vec::new(), charges };
    hand.command(manifest.case, None, Command::Open(Box::new(opening)), Some(&assessment))
}

fn opened(
    hand: &mut Hand<'_, '_, '_>,
    service: &Service,
    there: &Case,
    manifest: &Manifest,
    pack: Option<Digest>,
) -> Result<Opened, DeskError> {
    let year = hand.today.year();
    let (count, desk) = (hand.tx.next_case_count(year)?, hand.tx.device()?.code);
    Ok(Opened {
        number: CaseNumber { plan: &service.filing_plan, year, desk: &desk, count }.to_string(),
        service: service.slug.clone(),
        version: service.version.clone(),
        pack,
        filing_plan: service.filing_plan.clone(),
        group: service.group,
        channel: there.opened.channel,
        answers_to: None,
        received_on: there.opened.received_on.min(hand.today),
        // Who got it then.
        received_why: manifest.from.name.clone(),
        filed_on: hand.today,
        signature: there.opened.signature.clone(),
        status_code: status_code(hand.tx.code_for(manifest.case)?),
    })
}

/// Those whom the case concerns keep the record that they have in the town; whoever is known by it already stays as they are
/// known here.
fn enter_persons(hand: &mut Hand<'_, '_, '_>, manifest: &Manifest) -> Result<(), DeskError> {
    for (id, fields) in &manifest.persons {
        if hand.tx.person(*id)?.is_none() {
            hand.person(*id, &PersonEvent::PersonCreated { fields: fields.clone() })?;
        }
    }
    Ok(())
}

fn links(there: &Case) -> Vec<Link> {
    let link = |linked: &crate::domain::case::Linked| Link {
        person: linked.person,
        part: linked.part.clone(),
        appears_as: linked.appears_as,
        seen: linked.seen.clone(),
    };
    there.persons.values().map(link).collect()
}

/// Links those who came later.
fn link(hand: &mut Hand<'_, '_, '_>, there: &Case, manifest: &Manifest) -> Result<(), DeskError> {
    enter_persons(hand, manifest)?;
    for link in links(there) {
        let case = hand.case(manifest.case)?;
        if !case.persons.contains_key(&(link.part.clone(), link.person)) {
            hand.command(manifest.case, Some(&case), Command::Link(link), None)?;
        }
    }
    Ok(())
}

/// Notes that it came, and answers that it did. What was closed is open again.
fn note_taken(hand: &mut Hand<'_, '_, '_>, own: &Own, bundle: &Bundle) -> Result<(), DeskError> {
    let manifest = &bundle.manifest;
    let Delivery::Handover { reason } = &manifest.delivery else {
        return Err(DeskError::because("bundle-wrong-way"));
    };
    let case = hand.case(manifest.case)?;
    let record = hand.tx.put_blob(bundle.record.bytes())?;
    let acknowledgement = Content {
        delivery: Delivery::Acknowledgement,
        case: &case,
        to: manifest.from.clone(),
        answers: vec![bundle.content],
        certificates: manifest.signed_certificates(),
        pieces: Vec::new(),
    };
    let answer = seal(hand, own, acknowledgement)?;
    let taken = TakenIn {
        content: bundle.content,
        record,
        from: manifest.from.clone(),
        number: manifest.number.clone(),
        reason: reason.clone(),
        by: manifest.by.clone(),
        handed_on: manifest.day,
        taken_on: hand.today,
        answer,
    };
    hand.command(manifest.case, Some(&case), Command::TakeIn(Box::new(taken)), None)?;
    if case.stage() == Stage::Closed {
        let case = hand.case(manifest.case)?;
        hand.command(manifest.case, Some(&case), Command::Reopen { reason: reason.clone() }, None)?;
    }
    Ok(())
}

/// Papers and attachments of the town, and the documents that were seen there.
fn add(hand: &mut Hand<'_, '_, '_>, there: &Case, pieces: &[Piece]) -> Result<(), DeskError> {
    for file in pieces.iter().map(attachment) {
        let case = hand.case(there.id)?;
        if case.attachments.iter().all(|known| known.blob != file.blob || known.document != file.document) {
            let Attachment { blob, name, media, size, document } = file;
            let attach = Command::Attach { blob, name, media, size, document };
            hand.command(there.id, Some(&case), attach, None)?;
        }
    }
    for (document, day) in &there.documents {
        let case = hand.case(there.id)?;
        if !case.documents.contains_key(document) {
            let received_on = (*day).min(hand.today);
            let receive = Command::ReceiveDocument { document: document.clone(), received_on };
            hand.command(there.id, Some(&case), receive, None)?;
        }
    }
    Ok(())
}

/// A piece as a file of the case.
pub(super) fn attachment(piece: &Piece) -> Attachment {
    Attachment {
        blob: piece.digest,
        name: piece.name.clone(),
        media: piece.media.clone(),
        size: piece.size,
        document: piece.document.clone(),
    }
}

/// What is known of the case in the town by what came before.
fn earlier(hand: &Hand<'_, '_, '_>, before: &Case) -> Result<Events, DeskError> {
    let mut all = BTreeMap::new();
    for taken in before.origins() {
        let manifest = Bundle::kept(&hand.tx.blob(taken.record)?);
        let events = manifest.and_then(|manifest| manifest.recorded::<CaseEvent>());
        let events = events.map_err(|_| DeskError::because("bundle-malformed"))?;
        all.extend(events.into_iter().map(|event| (event.id, event)));
    }
    Ok(all.into_values().collect())
}

/// Names the answers that the town changed: they stand here as they are until somebody corrects them, since papers and a
/// decision may rest on them.
fn note_changes(
    hand: &mut Hand<'_, '_, '_>,
    there: &Case,
    (mut known, new): (Events, Events),
    manifest: &Manifest,
    say: Say<'_>,
) -> Result<(), DeskError> {
    let before = answers(there.id, &known);
    known.retain(|event| new.iter().all(|other| other.id != event.id));
    known.extend(new);
    let after = answers(there.id, &known);
    let case = hand.case(there.id)?;
    let here = case.answers();
    let service = hand.desk.service_of(&case.opened)?;
    let changed = service.fields().filter(|field| {
        let value = |answers: &Answers| answers.0.get(&field.id).cloned();
        value(&before) != value(&after) && value(&here) != value(&after)
    });
    let labels: Vec<&str> = changed.map(|field| field.label.de.as_str()).collect();
    if labels.is_empty() {
        return Ok(());
    }
    let text = say(
        "handover-note-differs",
        &args([("office", &manifest.from.name), ("fields", &labels.join(", "))]),
    );
    hand.command(there.id, Some(&case), Command::Note { text, call: false }, None)
}

fn answers(id: CaseId, events: &Events) -> Answers {
    Case::fold(id, events).map(|case| case.answers()).unwrap_or_default()
}
