//! Sealing: what a bundle says of a case, signed by this desk and closed for the desks of the office that gets it. The sealed
//! bytes become a blob of the case in the same transaction.

use super::own::{self, Own};
use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::desk::look::file_name;
use crate::domain::case::handover::Sealed;
use crate::domain::case::{Case, CaseEvent, Issued};
use crate::domain::event::{Payload, Subject};
use crate::domain::id::{Digest, EventRef, PersonId, UserId};
use crate::domain::office::Office;
use crate::domain::problem::Problem;
use crate::store::Reader;
use crate::wire::{Bundle, Delivery, MAX_SEALED, Manifest, Piece, Signed, Traveller};
use std::collections::{BTreeMap, BTreeSet};

/// What goes out.
pub(super) struct Content<'a> {
    /// What it is.
    pub delivery: Delivery,
    /// The case.
    pub case: &'a Case,
    /// Who gets it.
    pub to: Office,
    /// What it answers.
    pub answers: Vec<Digest>,
    /// Certificates of the receiver's desks that came another way than by the service.
    pub certificates: Vec<Signed>,
    /// Bytes that go along.
    pub pieces: Vec<Piece>,
}

/// Signs and seals it, and stores the sealed bytes.
pub(super) fn seal(
    hand: &mut Hand<'_, '_, '_>,
    own: &Own,
    content: Content<'_>,
) -> Result<Sealed, DeskError> {
    let desks = own.keys_of(hand.tx, &content.to.ags, &content.certificates)?;
    if desks.is_empty() {
        return Err(Problem::error("", "handover-office-unknown").with("office", &content.to.name).into());
    }
    let bytes = bytes_of(hand.tx, &content.pieces)?;
    let manifest = manifest(hand, own, content)?;
    let too_large = |_| too_large(&manifest.pieces);
    let (signed, name) = Bundle::sign(&manifest, &own.key()).map_err(|error| too_large(error.into()))?;
    let seed = hand.desk.chance.bytes::<32>()?;
    let sealed = Bundle::seal(&manifest, &signed, &bytes, &desks, &seed).map_err(too_large)?;
    let blob = hand.tx.put_blob(&sealed)?;
    Ok(Sealed { content: name, blob, size: sealed.len() as u64, to: manifest.to })
}

fn too_large(pieces: &[Piece]) -> Problem {
    let size: u64 = pieces.iter().map(|piece| piece.size).sum();
    let megabytes = |bytes: u64| format!("{} MB", bytes.div_ceil(1 << 20));
    let most = megabytes(MAX_SEALED as u64);
    Problem::error("", "handover-too-large").with("size", megabytes(size)).with("most", most)
}

/// The pieces' bytes; refused where one has not arrived at this desk.
fn bytes_of(db: &Reader<'_>, pieces: &[Piece]) -> Result<Vec<Vec<u8>>, DeskError> {
    let mut bytes = Vec::new();
    for piece in pieces {
        if !db.has_blob(piece.digest)? {
            return Err(Problem::error("", "handover-blob-missing").with("name", &piece.name).into());
        }
        bytes.push(db.blob(piece.digest)?);
    }
    Ok(bytes)
}

fn manifest(hand: &Hand<'_, '_, '_>, own: &Own, content: Content<'_>) -> Result<Manifest, DeskError> {
    let case = content.case;
    // The own office's certificates: who signed, and for whom an answer is sealed.
    let certificates = own::certificates(hand.tx, &own.office.ags)?;
    let mut manifest = Manifest {
        ver: 1,
        delivery: content.delivery,
        case: case.id,
        number: case.opened.number.clone(),
        service: case.opened.service.clone(),
        version: case.opened.version.clone(),
        from: own.office.clone(),
        to: content.to,
        device: hand.tx.device()?.id,
        by: hand.user.name.clone(),
        day: hand.today,
        answers: content.answers,
        certificates: certificates.iter().map(Signed::to_hex).collect(),
        events: Vec::new(),
        persons: BTreeMap::new(),
        names: BTreeMap::new(),
        pieces: content.pieces,
    };
    if matches!(manifest.delivery, Delivery::Handover { .. }) {
        manifest.events = events(hand.tx, case)?;
        manifest.persons = persons(hand.tx, case)?;
        manifest.names = names(hand.tx, case)?;
    }
    if manifest.desks(&own.service()).iter().all(|(desk, _)| *desk != manifest.device) {
        return Err(DeskError::because("handover-own-unknown"));
    }
    Ok(manifest)
}

/// The case's events as they were written, without those that do not count.
fn events(db: &Reader<'_>, case: &Case) -> Result<Vec<Traveller>, DeskError> {
    let refused: BTreeSet<EventRef> = case
        .timeline
        .iter()
        .filter(|event| matches!(event.payload, Payload::Refused))
        .map(|event| event.id)
        .collect();
    let mut events = Vec::new();
    for logged in db.events(Subject::Case(case.id))? {
        if !refused.contains(&logged.id) {
            let payload = logged.payload.as_ref().map(|(salt, bytes)| (salt, bytes.as_slice()));
            events.extend(Traveller::new(&logged.envelope, payload));
        }
    }
    Ok(events)
}

fn persons(db: &Reader<'_>, case: &Case) -> Result<BTreeMap<PersonId, BTreeMap<String, String>>, DeskError> {
    let mut persons = BTreeMap::new();
    for linked in case.persons.values() {
        if let Some(person) = db.person(linked.person)? {
            let _ = persons.insert(linked.person, person.fields);
        }
    }
    Ok(persons)
}

/// Who worked on it, by name.
fn names(db: &Reader<'_>, case: &Case) -> Result<BTreeMap<UserId, String>, DeskError> {
    let actors: BTreeSet<UserId> = case.timeline.iter().map(|event| event.actor).collect();
    let mut names = BTreeMap::new();
    for actor in actors {
        names.extend(db.user(actor)?.map(|user| (actor, user.name)));
    }
    Ok(names)
}

/// Papers that stand and attachments of a case, named as a file is called at the other office. `only` are the events that
/// brought them, where not all are wanted.
pub(super) fn pieces(case: &Case, own: &Office, only: Option<&[EventRef]>) -> Vec<Piece> {
    let brought = |what: &dyn Fn(&CaseEvent) -> bool| {
        let wanted = |id| only.is_none_or(|only| only.contains(&id));
        let mut known = case.timeline.iter().filter(|event| wanted(event.id));
        known.any(|event| matches!(&event.payload, Payload::Known(event) if what(event)))
    };
    let attached = |digest| {
        brought(&|event| matches!(event, CaseEvent::AttachmentAdded { blob, .. } if *blob == digest))
    };
    let issued =
        |paper| brought(&|event| matches!(event, CaseEvent::PaperIssued(issued) if issued.paper == paper));
    let mut pieces: Vec<Piece> = case
        .attachments
        .iter()
        .filter(|file| attached(file.blob))
        .map(|file| Piece {
            digest: file.blob,
            size: file.size,
            name: file.name.clone(),
            media: file.media.clone(),
            document: file.document.clone(),
        })
        .collect();
    let papers = case.to_pass_on().map(|paper| &paper.issued).filter(|paper| issued(paper.paper));
    pieces.extend(papers.map(|paper| piece_of(paper, own)));
    pieces.sort_by(|one, other| (one.digest, &one.name).cmp(&(other.digest, &other.name)));
    pieces.dedup_by_key(|piece| piece.digest);
    pieces
}

/// A paper, named as a file is called at the other office.
pub(super) fn piece_of(paper: &Issued, own: &Office) -> Piece {
    Piece {
        digest: paper.sha256,
        size: paper.size,
        name: file_name(&format!("{} ({}).pdf", paper.title, own.name)),
        media: "application/pdf".to_owned(),
        document: None,
    }
}
