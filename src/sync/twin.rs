//! Two machines that write as one desk (a disk image put back or cloned together with what tells machines apart): found when
//! the service has something else of this desk than this database. Decides nothing; the town's head does.

use super::SyncError;
use super::run::{event, head};
use crate::domain::id::{DeviceId, EventRef};
use crate::store::{Store, StoreError};
use crate::wire::push::Answer;
use crate::wire::{Event, SecretKey, Segment, Service, WireError};

/// Finds the last event that service and database have in common, and notes it: from now on this database hands out no
/// number as this desk. `there` is how many of its events the service has.
pub(super) fn note<S: Service>(
    store: &Store,
    service: &mut S,
    device: DeviceId,
    key: &SecretKey,
    there: u64,
) -> Result<(), SyncError>
where
    SyncError: From<S::Lost>,
{
    let own = store.read(|db| db.chain_head(device))?.0;
    // Everything up to `shared` is common, nothing from `differs` on.
    let (mut shared, mut differs) = (0, own.min(there) + 1);
    while shared + 1 < differs {
        let asked = if differs > own.min(there) { differs - 1 } else { shared.midpoint(differs) };
        if has(store, service, device, key, asked)? { shared = asked } else { differs = asked }
    }
    let _ = store.write(|tx| tx.found_twin(shared))?;
    Ok(())
}

/// Whether the service has just this event. It is sent alone, before the service's head, so it is never taken.
fn has<S: Service>(
    store: &Store,
    service: &mut S,
    device: DeviceId,
    key: &SecretKey,
    seq: u64,
) -> Result<bool, SyncError>
where
    SyncError: From<S::Lost>,
{
    let (before, events) = store.read(|db| {
        let before = db.hash_at(EventRef { device, seq: seq - 1 })?.unwrap_or_default();
        Ok::<_, StoreError>((head((seq - 1, before)), db.chain_after(device, seq - 1, 1)?))
    })?;
    let events: Vec<Event> = events.into_iter().map(event).collect();
    let segment = Segment::pack_as(service.form()?, key, device, before, &events)?;
    match service.push(device, seq, &segment)? {
        Answer::Stored { .. } => Ok(true),
        Answer::Fork { .. } => Ok(false),
        _ => Err(WireError::Malformed("neither the event nor another one").into()),
    }
}
