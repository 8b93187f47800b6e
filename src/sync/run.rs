//! One round: everything out, everything in, then the papers both ways. Each exchange is noted before the next begins, so
//! that a round that breaks off goes on where it stopped.

use super::{SyncError, blobs, twin};
use crate::domain::id::{DeviceId, Digest, EventRef};
use crate::store::{Logged, Store, StoreError, TownDesk, Tx};
use crate::wire::pull::{Arrived, Pull};
use crate::wire::push::{Push, Stop, agrees};
use crate::wire::{Certificate, Event, Head, PublicKey, SecretKey, Segment, Service, cut};
use std::time::Duration;

/// Events that are read for one segment.
const BATCH: usize = 500;

/// What a round has done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// Events that the service acknowledged.
    pub sent: u64,
    /// Events of other desks that arrived.
    pub received: u64,
    /// Papers and attachments that the service has whole.
    pub blobs_sent: u64,
    /// Papers and attachments that arrived.
    pub blobs_received: u64,
    /// Bundles for other offices that the service has now.
    pub mail_sent: u64,
    /// Bundles of other offices that arrived.
    pub mail_received: u64,
    /// Whether somebody stopped it.
    pub stopped: bool,
}

/// Hears how far the round is and answers whether to go on.
pub type GoOn<'a> = &'a mut dyn FnMut(&Report) -> bool;

/// One round with the service where the desk is enrolled. Waits up to `wait` for something new from other desks.
/// A desk that is not enrolled has nothing to do.
pub fn once<S: Service>(
    store: &Store,
    service: &mut S,
    wait: Duration,
    go_on: GoOn<'_>,
) -> Result<Report, SyncError>
where
    SyncError: From<S::Lost>,
{
    let mut report = Report::default();
    let Some(enrolment) = store.read(|db| -> Result<_, StoreError> { db.enrolment() })? else {
        return Ok(report);
    };
    let key = SecretKey::new(&enrolment.key);
    let (own, own_desks) = store.read(|db| Ok::<_, StoreError>((db.device()?.id, db.own_desks()?)))?;
    for desk in own_desks.into_iter().filter(|desk| desk.id != own) {
        match push(store, service, desk.id, &key, &mut report, go_on) {
            // What this database was before it was put back had written more: that comes like the events of others.
            Err(SyncError::Stop(Stop::Behind { .. })) => {}
            other => other?,
        }
    }
    let agreed = push(store, service, own, &key, &mut report, go_on)
        .and_then(|()| if report.stopped { Ok(()) } else { pull(store, service, wait, &mut report, go_on) });
    if let Err(SyncError::Stop(Stop::Fork { seq: there } | Stop::Behind { there, .. })) = agreed {
        twin::note(store, service, own, &key, there)?;
    }
    agreed?;
    // The new certificate comes with the next page, as for everybody.
    let _ = service.renew()?;
    // A service that was put back to an earlier day has less than it once acknowledged.
    if !report.stopped && store.read(|db| db.acknowledged(own))? != store.read(|db| db.chain_head(own))? {
        push(store, service, own, &key, &mut report, go_on)?;
    }
    if !report.stopped {
        blobs::send(store, service, &mut report, go_on)?;
    }
    if !report.stopped {
        blobs::fetch(store, service, &mut report, go_on)?;
    }
    Ok(report)
}

fn push<S: Service>(
    store: &Store,
    service: &mut S,
    device: DeviceId,
    key: &SecretKey,
    report: &mut Report,
    go_on: GoOn<'_>,
) -> Result<(), SyncError>
where
    SyncError: From<S::Lost>,
{
    let (own, acknowledged) = store
        .read(|db| Ok::<_, StoreError>((db.chain_head(device)?, db.acknowledged(device)?)))
        .map(|(own, acknowledged)| (head(own), head(acknowledged)))?;
    let mut push = Push::new(own, acknowledged);
    while let Some(after) = push.next() {
        if !go_on(report) {
            report.stopped = true;
            break;
        }
        let events = store.read(|db| db.chain_after(device, after.seq, BATCH))?;
        let events: Vec<Event> = events.into_iter().map(event).collect();
        let segment = Segment::pack(key, device, after, &events[..cut(&events)])?;
        push.sent();
        let answer = service.push(device, after.seq + 1, &segment)?;
        let hash_at = |seq| store.read(|db| db.hash_at(EventRef { device, seq })).ok().flatten();
        push.hear(answer, hash_at)?;
        let there = push.acknowledged();
        if push.is_aside() {
            continue;
        }
        let _ = store.write(|tx| tx.acknowledge(device, there.seq, there.hash))?;
        report.sent += there.seq.saturating_sub(after.seq);
    }
    if push.is_aside() { Err(Stop::CutOff.into()) } else { Ok(()) }
}

pub(super) fn head((seq, hash): (u64, Digest)) -> Head {
    Head { seq, hash }
}

pub(super) fn event(logged: Logged) -> Event {
    Event { envelope: logged.envelope, payload: logged.payload }
}

fn pull<S: Service>(
    store: &Store,
    service: &mut S,
    wait: Duration,
    report: &mut Report,
    go_on: GoOn<'_>,
) -> Result<(), SyncError>
where
    SyncError: From<S::Lost>,
{
    let mut pull = store.read(|db| {
        let enrolment = db.enrolment()?.ok_or(StoreError::NotAnEvent("not enrolled"))?;
        let keys = db.town_desks()?.into_iter().map(|desk| (desk.device, PublicKey(desk.key))).collect();
        let heard = head(enrolment.heard);
        Ok::<_, StoreError>(Pull::new(enrolment.town, PublicKey(enrolment.service), keys, heard))
    })?;
    loop {
        if !go_on(report) {
            report.stopped = true;
            return Ok(());
        }
        let asked = pull.since();
        let Some(page) = service.since(asked, wait)? else {
            // The service was put back to an earlier day: everything is heard again, and what is known counts once. Which
            // papers it has is asked again too.
            let _ = store.write(|tx| {
                pull.begin_again();
                tx.forget_sent_blobs()
            })?;
            continue;
        };
        let taken = pull.take(&page)?;
        let more = taken.more;
        own_chain(store, taken.own)?;
        if pull.since() != asked {
            let taken = store.write(|tx| {
                let mut events = 0;
                for what in taken.arrived {
                    events += take(tx, what)?;
                }
                tx.arrived_to(pull.since().seq, pull.since().hash)?;
                Ok::<_, StoreError>(events)
            })?;
            report.received += taken.value;
        }
        if !more {
            return Ok(());
        }
    }
}

/// Looks whether the service's head of the own chain is one of it, and notes it where it is less than was acknowledged.
fn own_chain(store: &Store, there: Head) -> Result<(), SyncError> {
    let (device, own, acknowledged) = store.read(|db| {
        let device = db.device()?.id;
        Ok::<_, StoreError>((device, head(db.chain_head(device)?), head(db.acknowledged(device)?)))
    })?;
    let hash_at = |seq| store.read(|db| db.hash_at(EventRef { device, seq })).ok().flatten();
    agrees(own, there, hash_at)?;
    if there.seq < acknowledged.seq {
        let _ = store.write(|tx| {
            tx.acknowledge(device, there.seq, there.hash)?;
            tx.forget_sent_blobs()
        })?;
    }
    Ok(())
}

/// Writes what arrived, and gives how many events of it are new.
fn take(tx: &mut Tx<'_>, arrived: Arrived) -> Result<u64, StoreError> {
    match arrived {
        Arrived::Certificate(certificate) => know(tx, &certificate).map(|()| 0),
        Arrived::Verdict(verdict) => tx.skip(verdict.event, &verdict.reason).map(|()| 0),
        Arrived::Segment(segment) => {
            let mut new = 0;
            for (_, event) in segment.events {
                let payload = event.payload.as_ref().map(|(salt, bytes)| (salt, bytes.as_slice()));
                let arrival = tx.insert_foreign(&event.envelope, payload)?;
                new += u64::from(arrival != crate::store::Arrival::Known);
            }
            Ok(new)
        }
    }
}

/// Knows the desks of a certificate.
pub(super) fn know(tx: &mut Tx<'_>, certificate: &Certificate) -> Result<(), StoreError> {
    certificate.desks.iter().try_for_each(|desk| {
        tx.know_desk(&TownDesk {
            device: desk.device,
            code: desk.code.clone(),
            name: certificate.name.clone(),
            key: certificate.key.0,
        })
    })
}
