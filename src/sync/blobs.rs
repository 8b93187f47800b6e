//! Papers and attachments, behind the cases: what the service has not goes up part by part, what other desks wrote comes
//! down. A line that breaks on the way up costs one part.

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
            send_one(store, service, digest, state)?;
            let _ = store.write(|tx| tx.blob_is_there(digest))?;
            report.blobs_sent += 1;
        }
    }
}

fn send_one<S: Service>(
    store: &Store,
    service: &mut S,
    digest: Digest,
    mut state: BlobState,
) -> Result<(), SyncError>
where
    SyncError: From<S::Lost>,
{
    if state.whole {
        return Ok(());
    }
    let bytes = store.read(|db| db.blob(digest))?;
    let at = |part: u64| bytes.chunks(PART).nth(usize::try_from(part).unwrap_or(usize::MAX));
    while let Some(chunk) = at(state.parts).filter(|_| !state.whole) {
        let before = state.parts;
        state = service.put_part(digest, bytes.len() as u64, before, chunk)?;
        if state.parts == before && !state.whole {
            break;
        }
    }
    if state.whole { Ok(()) } else { Err(WireError::Malformed("a blob that does not become whole").into()) }
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
    for digest in store.read(|db| -> Result<_, StoreError> { db.awaited_blobs() })? {
        if !go_on(report) {
            report.stopped = true;
            return Ok(());
        }
        let mut bytes = Vec::new();
        for number in 0.. {
            let Some(part) = service.part(digest, number)? else { break };
            bytes.extend_from_slice(&part);
            if part.len() < PART {
                break;
            }
        }
        // Not whole there yet: the desk that wrote it has not sent it. Next time.
        if Digest::of(&[&bytes]) != digest {
            continue;
        }
        let kept = store.write(|tx| {
            let _ = tx.put_blob(&bytes)?;
            tx.blob_is_there(digest)
        });
        let _ = kept.map_err(|error: StoreError| error)?;
        report.blobs_received += 1;
    }
    Ok(())
}
