//! Papers and attachments, behind the cases: what the service has not goes up part by part, what other desks wrote comes
//! down. A line that breaks costs one part.

use super::SyncError;
use super::run::{GoOn, Report};
use crate::domain::id::Digest;
use crate::store::{Store, StoreError};
use crate::wire::{BlobState, PART, Service, WireError};

/// Blobs that are asked about at once.
const BATCH: usize = 64;

pub(super) fn send<S: Service>(
    store: &Store,
    service: &mut S,
    report: &mut Report,
    go_on: GoOn<'_>,
) -> Result<(), SyncError>
where
    SyncError: From<S::Lost>,
{
    report.blobs_to_send = store.read(|db| -> Result<_, StoreError> { db.unsent_count() })?;
    loop {
        let digests = store.read(|db| db.unsent_blobs(BATCH))?;
        if digests.is_empty() {
            return Ok(());
        }
        let states = service.blobs(&digests)?;
        if states.len() != digests.len() {
            return Err(WireError::Malformed("as many answers as blobs").into());
        }
        for (digest, state) in digests.into_iter().zip(states) {
            if !go_on(report) {
                report.stopped = true;
                return Ok(());
            }
            if !send_one(store, service, (digest, state), report, go_on)? {
                report.stopped = true;
                return Ok(());
            }
            let _ = store.write(|tx| tx.blob_is_there(digest))?;
            report.blobs_sent += 1;
        }
    }
}

/// Sends what is missing of it; `false` where it was stopped between two parts, which the service keeps.
fn send_one<S: Service>(
    store: &Store,
    service: &mut S,
    (digest, mut state): (Digest, BlobState),
    report: &Report,
    go_on: GoOn<'_>,
) -> Result<bool, SyncError>
where
    SyncError: From<S::Lost>,
{
    if state.whole {
        return Ok(true);
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
            return Ok(false);
        }
    }
    if state.whole { Ok(true) } else { Err(WireError::Malformed("a blob that does not become whole").into()) }
}

pub(super) fn fetch<S: Service>(
    store: &Store,
    service: &mut S,
    report: &mut Report,
    go_on: GoOn<'_>,
) -> Result<(), SyncError>
where
    SyncError: From<S::Lost>,
{
    let awaited = store.read(|db| -> Result<_, StoreError> { db.awaited_blobs() })?;
    report.blobs_to_receive = awaited.len() as u64;
    for digest in awaited {
        if !go_on(report) {
            report.stopped = true;
            return Ok(());
        }
        let Some(bytes) = fetch_one(store, service, digest, report, go_on)? else {
            if report.stopped {
                return Ok(());
            }
            continue;
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
    }
    Ok(())
}

/// The bytes, once all parts are here; nothing where the service has none, or where it was stopped. A part that is not the
/// last one is kept before the next is asked for.
fn fetch_one<S: Service>(
    store: &Store,
    service: &mut S,
    digest: Digest,
    report: &mut Report,
    go_on: GoOn<'_>,
) -> Result<Option<Vec<u8>>, SyncError>
where
    SyncError: From<S::Lost>,
{
    let mut bytes = store.read(|db| db.coming(digest))?;
    loop {
        let number = (bytes.len() / PART) as u64;
        let part = service.part(digest, number)?.unwrap_or_default();
        bytes.extend_from_slice(&part);
        if part.len() < PART {
            return Ok((!bytes.is_empty()).then_some(bytes));
        }
        let _ = store.write(|tx| tx.put_coming(digest, number, &part))?;
        if !go_on(report) {
            report.stopped = true;
            return Ok(None);
        }
    }
}
