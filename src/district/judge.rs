//! Judging a segment where it is taken: what the town's judge kept is loaded, the domain finds, and what changed is written
//! back in the same transaction. Finds nothing itself and stops no segment.

use super::store::{Sign, StoreError};
use crate::domain::disposal::DisposalEvent;
use crate::domain::event::Outline;
use crate::domain::id::EventRef;
use crate::domain::judge::{Finding, Judge, Kept};
use crate::domain::seen::Seen;
use crate::wire::{Segment, Signed, Verdict, WireError};
use std::collections::BTreeMap;

/// An event that the judge keeps, as the database has it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Which.
    pub event: EventRef,
    /// Its envelope.
    pub envelope: Vec<u8>,
    /// Its payload, where it was not erased.
    pub payload: Option<Vec<u8>>,
    /// What its desk had seen, as JSON.
    pub seen: String,
    /// What was found.
    pub finding: i16,
}

/// The same as it is read, once for however many segments.
#[derive(Debug, Clone)]
pub(super) struct Before {
    /// Which.
    pub event: EventRef,
    row: Row,
    kept: Kept,
}

impl Before {
    pub fn of(row: Row) -> Result<Self, StoreError> {
        Ok(Self { event: row.event, kept: kept(&row)?, row })
    }
}

/// What a segment changes.
#[derive(Debug)]
pub(super) struct Judged {
    /// What the desk has seen now, as JSON.
    pub seen: String,
    /// Rows that are new, or whose finding is.
    pub write: Vec<Row>,
    /// Events that need not be kept any longer.
    pub forget: Vec<EventRef>,
    /// What the town is told.
    pub verdicts: Vec<Signed>,
    /// What was found to count and erases.
    pub erasing: Vec<DisposalEvent>,
}

/// Lets the judge of a town hear a segment. `seen` is the desk's as it was kept, `here` how far each chain was here.
pub(super) fn hear(
    before: &[Before],
    here: Seen,
    seen: &str,
    segment: &Segment,
    sign: &Sign,
) -> Result<Judged, StoreError> {
    let mut judge = Judge::new(before.iter().map(|before| before.kept.clone()), here);
    let mut seen: Seen = serde_json::from_str(seen).map_err(|_| broken())?;
    let events = segment
        .events
        .iter()
        .map(|(outline, event)| (outline, event.payload.as_ref().map(|(_, bytes)| bytes.as_slice())));
    let refused = judge.hear(&mut seen, events);
    let erasing = judge.take_erasing();
    let verdict = |(event, why): (EventRef, crate::domain::judge::Why)| {
        sign(&Verdict { event, reason: why.name().to_owned() })
    };
    let mut before: BTreeMap<EventRef, &Row> =
        before.iter().map(|before| (before.event, &before.row)).collect();
    let mut write = Vec::new();
    for kept in judge.kept() {
        let (event, finding) = (kept.outline.id(), kept.finding.number());
        match before.remove(&event) {
            Some(row) if row.finding == finding => {}
            Some(row) => write.push(Row { finding, ..row.clone() }),
            None => write.extend(new_row(segment, kept)?),
        }
    }
    Ok(Judged {
        seen: json(&seen)?,
        write,
        forget: before.into_keys().collect(),
        erasing,
        verdicts: refused.into_iter().map(verdict).collect::<Result<_, _>>()?,
    })
}

fn kept(row: &Row) -> Result<Kept, StoreError> {
    let outline: Outline = serde_json::from_slice(&row.envelope).map_err(|_| broken())?;
    let seen = serde_json::from_str(&row.seen).map_err(|_| broken())?;
    Ok(Kept { finding: Finding::of(row.finding), ..Kept::new(outline, row.payload.as_deref(), seen) })
}

fn new_row(segment: &Segment, kept: &Kept) -> Result<Option<Row>, StoreError> {
    let id = kept.outline.id();
    let Some((_, event)) = segment.events.iter().find(|(outline, _)| outline.id() == id) else {
        return Ok(None);
    };
    Ok(Some(Row {
        event: id,
        envelope: event.envelope.clone(),
        payload: event.payload.as_ref().map(|(_, bytes)| bytes.clone()),
        seen: json(&kept.seen)?,
        finding: kept.finding.number(),
    }))
}

fn json(seen: &Seen) -> Result<String, StoreError> {
    serde_json::to_string(seen).map_err(|_| broken())
}

fn broken() -> StoreError {
    WireError::Malformed("what the judge kept").into()
}
