//! Papers and attachments, behind the cases: what the service has not goes up part by part, what other desks wrote comes
//! down. A line that breaks costs one part. Whoever files a case waits for one part and not for all of somebody's scan.

use super::SyncError;
use super::run::{GoOn, Report};
use crate::domain::id::{DeviceId, Digest};
use crate::store::{Store, StoreError};
use crate::wire::{BlobState, PART, Service, WireError};

/// Blobs that are asked about at once.
const BATCH: usize = 64;

/// Parts after which it is looked what other desks filed: half a minute at 64 kbit/s.
const PARTS: u32 = 4;

/// How long papers have had the line.
pub(super) struct Turn {
    device: DeviceId,
    parts: u32,
}

impl Turn {
    /// For the papers of a desk.
    pub fn new(device: DeviceId) -> Self {
        Self { device, parts: 0 }
    }

    /// After a part: whether cases come first now. Those of this desk do at once, those of the others after some parts.
    fn is_over(&mut self, store: &Store) -> Result<bool, StoreError> {
        self.parts += 1;
        let filed = store.read(|db| -> Result<_, StoreError> {
            Ok(db.chain_head(self.device)? != db.acknowledged(self.device)?)
        })?;
        Ok(filed || self.parts >= PARTS)
    }
}

/// What became of one paper.
enum Sent {
    Whole,
    /// It goes on from the part that the service has.
    Yields,
    Stopped,
}

/// Whether all are there, or somebody stopped it; `false` where it is the cases' turn.
pub(super) fn send<S: Service>(
    store: &Store,
    service: &mut S,
    turn: &mut Turn,
    report: &mut Report,
    go_on: GoOn<'_>,
) -> Result<bool, SyncError>
where
    SyncError: From<S::Lost>,
{
    let unsent: u64 = store.read(|db| -> Result<_, StoreError> { db.unsent_count() })?;
    report.blobs_to_send = report.blobs_sent + unsent;
    loop {
        let digests = store.read(|db| db.unsent_blobs(BATCH))?;
        if digests.is_empty() {
            return Ok(true);
        }
        let states = service.blobs(&digests)?;
        if states.len() != digests.len() {
            return Err(WireError::Malformed("as many answers as blobs").into());
        }
        for (digest, state) in digests.into_iter().zip(states) {
            if !go_on(report) {
                report.stopped = true;
                return Ok(true);
            }
            let known = state.whole;
            match send_one(store, service, (digest, state), turn, report, go_on)? {
                Sent::Whole => {}
                Sent::Yields => return Ok(false),
                Sent::Stopped => {
                    report.stopped = true;
                    return Ok(true);
                }
            }
            let _ = store.write(|tx| tx.blob_is_there(digest))?;
            report.blobs_sent += 1;
            if !known && turn.is_over(store)? {
                return Ok(false);
            }
        }
    }
}

/// Sends what is missing of it, as far as it comes: the service keeps each part.
fn send_one<S: Service>(
    store: &Store,
    service: &mut S,
    (digest, mut state): (Digest, BlobState),
    turn: &mut Turn,
    report: &Report,
    go_on: GoOn<'_>,
) -> Result<Sent, SyncError>
where
    SyncError: From<S::Lost>,
{
    if state.whole {
        return Ok(Sent::Whole);
    }
    let bytes = store.read(|db| db.blob(digest))?;
    let at = |part: u64| bytes.chunks(PART).nth(usize::try_from(part).unwrap_or(usize::MAX));
    while let Some(chunk) = at(state.parts).filter(|_| !state.whole) {
        let before = state.parts;
        state = service.put_part(digest, bytes.len() as u64, before, chunk)?;
        if state.parts == before && !state.whole {
            break;
        }
        if !state.whole && !go_on(report) {
            return Ok(Sent::Stopped);
        }
        if !state.whole && turn.is_over(store)? {
            return Ok(Sent::Yields);
        }
    }
    if !state.whole {
        return Err(WireError::Malformed("a blob that does not become whole").into());
    }
    Ok(Sent::Whole)
}

/// Whether all came that the service has, or somebody stopped it; `false` where it is the cases' turn.
pub(super) fn fetch<S: Service>(
    store: &Store,
    service: &mut S,
    turn: &mut Turn,
    report: &mut Report,
    go_on: GoOn<'_>,
) -> Result<bool, SyncError>
where
    SyncError: From<S::Lost>,
{
    let awaited = store.read(|db| -> Result<_, StoreError> { db.awaited_blobs() })?;
    report.blobs_to_receive = report.blobs_received + awaited.len() as u64;
    for digest in awaited {
        if !go_on(report) {
            report.stopped = true;
            return Ok(true);
        }
        let bytes = match fetch_one(store, service, digest, turn, report, go_on)? {
            Fetched::Whole(bytes) => bytes,
            Fetched::Nothing => continue,
            Fetched::Yields => return Ok(false),
            Fetched::Stopped => {
                report.stopped = true;
                return Ok(true);
            }
        };
        let kept = store.write(|tx| {
            tx.drop_coming(digest)?;
            // Not whole there yet, or not it: next time, from the front.
            if Digest::of(&[&bytes]) != digest {
                return Ok(false);
            }
            let _ = tx.put_blob(&bytes)?;
            tx.blob_is_there(digest).map(|()| true)
        });
        let kept = kept.map_err(|error: StoreError| error)?;
        report.blobs_received += u64::from(kept.value);
        if turn.is_over(store)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What came of one paper.
enum Fetched {
    /// All bytes that there are; whether they are it is still to be seen.
    Whole(Vec<u8>),
    /// The service has none of it yet.
    Nothing,
    /// It goes on from the part that is kept.
    Yields,
    Stopped,
}

/// Its bytes. A part that is not the last one is kept before the next is asked for.
fn fetch_one<S: Service>(
    store: &Store,
    service: &mut S,
    digest: Digest,
    turn: &mut Turn,
    report: &Report,
    go_on: GoOn<'_>,
) -> Result<Fetched, SyncError>
where
    SyncError: From<S::Lost>,
{
    let mut bytes = store.read(|db| db.coming(digest))?;
    loop {
        let number = (bytes.len() / PART) as u64;
        let part = service.part(digest, number)?.unwrap_or_default();
        bytes.extend_from_slice(&part);
        if part.len() < PART {
            return Ok(if bytes.is_empty() { Fetched::Nothing } else { Fetched::Whole(bytes) });
        }
        let _ = store.write(|tx| tx.put_coming(digest, number, &part))?;
        if !go_on(report) {
            return Ok(Fetched::Stopped);
        }
        if turn.is_over(store)? {
            return Ok(Fetched::Yields);
        }
    }
}
