//! One round: everything out, everything in, then the papers both ways, part by part, and between the parts whatever was filed
//! meanwhile. Each exchange is noted before the next begins, so that a round that breaks off goes on where it stopped.

use super::{SyncError, blobs, twin};
use crate::domain::event::Outline;
use crate::domain::id::{DeviceId, Digest, EventRef};
use crate::store::{Followed, Logged, Store, StoreError, TownDesk, Tx};
use crate::wire::pull::{Arrived, Pull, Taken};
use crate::wire::push::{Push, Stop, agrees};
use crate::wire::{Certificate, Event, Form, Head, PublicKey, SecretKey, Segment, Service, cut};
use std::thread;
use std::time::Duration;

/// Events that are read for one segment.
const BATCH: usize = 4000;

/// What a round has done so far, and of how much, as far as that is known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// Events that the service acknowledged.
    pub sent: u64,
    /// Events that were to be sent when the round began.
    pub to_send: u64,
    /// Events of other desks that arrived.
    pub received: u64,
    /// Events of other desks that were there to come; nothing where the service did not say.
    pub to_receive: Option<u64>,
    /// Papers and attachments that the service has whole.
    pub blobs_sent: u64,
    /// Papers and attachments that were to be sent.
    pub blobs_to_send: u64,
    /// Papers and attachments that arrived.
    pub blobs_received: u64,
    /// Papers and attachments that were to come.
    pub blobs_to_receive: u64,
    /// Bundles for other offices that the service has now.
    pub mail_sent: u64,
    /// Bundles of other offices that arrived.
    pub mail_received: u64,
    /// Whether somebody stopped it.
    pub stopped: bool,
}

impl Report {
    /// What there is to do, as a word, with how much of it is done and of how much, where that is known.
    pub fn far(&self) -> Vec<(&'static str, u64, Option<u64>)> {
        let all = [
            ("sent", self.sent, Some(self.to_send)),
            ("received", self.received, self.to_receive),
            ("papers-sent", self.blobs_sent, Some(self.blobs_to_send)),
            ("papers-received", self.blobs_received, Some(self.blobs_to_receive)),
        ];
        all.into_iter().filter(|(_, done, of)| *done > 0 || of.is_some_and(|of| of > 0)).collect()
    }

    /// Whether something came or went.
    pub fn did_something(&self) -> bool {
        self.sent
            + self.received
            + self.blobs_sent
            + self.blobs_received
            + self.mail_sent
            + self.mail_received
            > 0
    }
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
    agree(store, service, (own, &key), wait, &mut report, go_on)?;
    // The new certificate comes with the next page, as for everybody.
    let _ = service.renew()?;
    // A service that was put back to an earlier day has less than it once acknowledged.
    if !report.stopped && store.read(|db| db.acknowledged(own))? != store.read(|db| db.chain_head(own))? {
        push(store, service, own, &key, &mut report, go_on)?;
    }
    // Papers have the line as long as no case wants it.
    while !report.stopped && !papers(store, service, own, &mut report, go_on)? {
        agree(store, service, (own, &key), Duration::ZERO, &mut report, go_on)?;
    }
    Ok(report)
}

/// What this desk wrote goes out, what the others wrote comes in.
fn agree<S: Service>(
    store: &Store,
    service: &mut S,
    (own, key): (DeviceId, &SecretKey),
    wait: Duration,
    report: &mut Report,
    go_on: GoOn<'_>,
) -> Result<(), SyncError>
where
    SyncError: From<S::Lost>,
{
    let agreed = push(store, service, own, key, report, go_on)
        .and_then(|()| if report.stopped { Ok(()) } else { pull(store, service, wait, report, go_on) });
    if let Err(SyncError::Stop(Stop::Fork { seq: there } | Stop::Behind { there, .. })) = agreed {
        twin::note(store, service, own, key, there)?;
    }
    agreed
}

/// Papers up, then down; `false` where it is the cases' turn before all are through.
fn papers<S: Service>(
    store: &Store,
    service: &mut S,
    own: DeviceId,
    report: &mut Report,
    go_on: GoOn<'_>,
) -> Result<bool, SyncError>
where
    SyncError: From<S::Lost>,
{
    let mut turn = blobs::Turn::new(own);
    let sent = blobs::send(store, service, &mut turn, report, go_on)?;
    Ok(sent && (report.stopped || blobs::fetch(store, service, &mut turn, report, go_on)?))
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
    report.to_send += own.seq.saturating_sub(acknowledged.seq);
    let mut push = Push::new(own, acknowledged);
    if push.next().is_none() {
        return Ok(());
    }
    let form = service.form()?;
    let pack = |after| Packed::new(store, form, key, device, after);
    let mut ahead = None;
    while let Some(after) = push.next() {
        if !go_on(report) {
            report.stopped = true;
            break;
        }
        let packed = match ahead.take().filter(|packed: &Packed| packed.after == after) {
            Some(packed) => packed,
            None => pack(after)?,
        };
        push.sent();
        // The next one is packed while this one is on its way. It is sent only where the answer leads to it.
        let next = Some(packed.head).filter(|head| head.seq < own.seq);
        let answer = thread::scope(|scope| {
            let packing = next.map(|head| scope.spawn(move || pack(head)));
            let answer = service.push(device, after.seq + 1, &packed.segment);
            ahead = packing.and_then(|packing| packing.join().ok()?.ok());
            answer
        })?;
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

/// A segment that is ready to be sent.
struct Packed {
    after: Head,
    head: Head,
    segment: Vec<u8>,
}

impl Packed {
    fn new(
        store: &Store,
        form: Form,
        key: &SecretKey,
        device: DeviceId,
        after: Head,
    ) -> Result<Self, SyncError> {
        let events = store.read(|db| db.chain_after(device, after.seq, BATCH))?;
        let mut events: Vec<Event> = events.into_iter().map(event).collect();
        events.truncate(cut(&events));
        let segment = Segment::pack_as(form, key, device, after, &events)?;
        let hash = events.last().map_or(after.hash, |event| Digest::of(&[&event.envelope]));
        Ok(Self { after, head: Head { seq: after.seq + events.len() as u64, hash }, segment })
    }
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
    if !go_on(report) {
        report.stopped = true;
        return Ok(());
    }
    let (mut asked, mut ahead) = (pull.since(), None);
    loop {
        let taken = match ahead.take() {
            Some(taken) => taken,
            None => hear(service, &mut pull, wait)?,
        };
        let Some(taken) = taken else {
            // The service was put back to an earlier day: everything is heard again, and what is known counts once. Which
            // papers it has is asked again too.
            let _ = store.write(|tx| {
                pull.begin_again();
                tx.forget_sent_blobs()
            })?;
            asked = pull.since();
            continue;
        };
        own_chain(store, taken.own)?;
        let (place, more, arrived) = (pull.since(), taken.more, taken.arrived);
        let told = Report { received: report.received + events(&arrived), ..*report };
        let goes = more && go_on(&told);
        // The next page comes and is checked while this one is written. Whatever becomes of it, this one counts.
        let (written, next) = thread::scope(|scope| {
            let writing =
                scope.spawn(move || if place == asked { Ok(0) } else { write(store, arrived, place) });
            let next = goes.then(|| behind(service, &mut pull, wait, &told));
            (writing.join(), next)
        });
        asked = place;
        report.received += written.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        let Some(next) = next else {
            report.stopped = more;
            if !more && !store.read(|db| -> Result<_, StoreError> { db.has_heard_all() })? {
                let _ = store.write(|tx| -> Result<_, StoreError> { tx.heard_all() })?;
            }
            if !more && report.received > 0 {
                report.to_receive = Some(report.received.max(report.to_receive.unwrap_or_default()));
            }
            return Ok(());
        };
        let (to_receive, taken) = next?;
        report.to_receive = to_receive;
        ahead = Some(taken);
    }
}

/// Events of other desks that arrived.
fn events(arrived: &[Arrived]) -> u64 {
    let of = |what: &Arrived| match what {
        Arrived::Segment(segment) => segment.events.len() as u64,
        Arrived::Certificate(_) | Arrived::Verdict(_) => 0,
    };
    arrived.iter().map(of).sum()
}

/// Writes a page, and gives how many events of it are new.
fn write(store: &Store, arrived: Vec<Arrived>, place: Head) -> Result<u64, SyncError> {
    let taken = store.write(|tx| {
        let mut events = 0;
        for what in arrived {
            events += take(tx, what)?;
        }
        tx.arrived_to(place.seq, place.hash)?;
        Ok::<_, StoreError>(events)
    })?;
    Ok(taken.value)
}

/// What is new behind the place, checked; nothing where the service does not have the place any more.
fn hear<S: Service>(service: &mut S, pull: &mut Pull, wait: Duration) -> Result<Option<Taken>, SyncError>
where
    SyncError: From<S::Lost>,
{
    let page = service.since(pull.since(), wait)?;
    Ok(page.map(|page| pull.take(&page)).transpose()?)
}

/// How much there is in all, where the service says so, and the next page, where it still has the place.
type Behind = (Option<u64>, Option<Taken>);

/// What is behind a page that is not the last one; how much there is is asked once.
fn behind<S: Service>(
    service: &mut S,
    pull: &mut Pull,
    wait: Duration,
    told: &Report,
) -> Result<Behind, SyncError>
where
    SyncError: From<S::Lost>,
{
    let to_receive = match told.to_receive {
        Some(known) => Some(known),
        None => service.waiting(pull.since())?.map(|left| told.received + left),
    };
    Ok((to_receive, hear(service, pull, wait)?))
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
            let piece: Vec<Followed<'_>> = segment.events.iter().map(followed).collect();
            tx.insert_chain(&piece)
        }
    }
}

fn followed((outline, event): &(Outline, Event)) -> Followed<'_> {
    let payload = event.payload.as_ref().map(|(salt, bytes)| (salt, bytes.as_slice()));
    Followed { outline, envelope: &event.envelope, payload }
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
