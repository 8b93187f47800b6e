//! Bundles between offices, behind the cases and their papers: what was taken is said, what lies for this office comes, what
//! belongs to its cases goes, and whose desks can open what is asked where it is news. Opens none.
//!
//! Every desk of an office fetches what it can open, and a bundle stays at the service until one of them has written it to
//! its log and the log is there: whichever desk breaks down meanwhile, nothing is lost with it.

use super::SyncError;
use super::run::{GoOn, Report};
use crate::domain::id::Digest;
use crate::store::{DROPPED, OTHER_DESK, Outgoing, Store, StoreError, Tx};
use crate::wire::{
    Certificate, Cover, Lying, MOST_ASKED, MailAsk, MailName, MailState, Mailbox, OfficeMark, PART, Posted,
    PublicKey, SecretKey, Service, WireError, is_sealed_for,
};
use chrono::DateTime;

/// Pages of what lies that are asked for in one round at most.
const MOST_PAGES: usize = 100;

/// One exchange where the desk is enrolled; `report` counts on.
pub fn exchange<S: Service>(
    store: &Store,
    service: &mut S,
    report: &mut Report,
    go_on: GoOn<'_>,
) -> Result<(), SyncError>
where
    SyncError: From<S::Lost>,
{
    let Some(enrolment) = store.read(|db| -> Result<_, StoreError> { db.enrolment() })? else {
        return Ok(());
    };
    for (office, blob, dropped) in store.read(|db| -> Result<_, StoreError> { db.mail_to_settle() })? {
        let name = MailName { office, blob };
        if dropped {
            service.mail_dropped(&name)?;
        } else {
            service.mail_taken(&name)?;
        }
        write(store, |tx| tx.mail_settled(blob))?;
    }
    let Some((mailbox, waiting)) = look(store, service)? else { return Ok(()) };
    for name in &mailbox.taken {
        write(store, |tx| tx.mail_settled(name.blob))?;
    }
    forget_others(store, &mailbox)?;
    let own = SecretKey::new(&enrolment.key).public();
    for lying in mailbox.lying {
        fetch(store, service, &lying, &own, report, go_on)?;
        if report.stopped {
            return Ok(());
        }
    }
    for (bundle, state) in waiting.iter().zip(mailbox.out) {
        deliver(store, service, bundle, state, report, go_on)?;
        if report.stopped {
            return Ok(());
        }
    }
    if !mailbox.marks.is_empty() {
        let service_key = PublicKey(enrolment.service);
        for office in &mailbox.marks {
            know(store, service, office, &service_key)?;
        }
        write(store, |tx| tx.know_offices(mailbox.offices))?;
    }
    Ok(())
}

fn write(store: &Store, work: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError>) -> Result<(), SyncError> {
    store.write(work).map(drop).map_err(SyncError::from)
}

/// Asks the service about everything: what lies there, and how each of the bundles stands that are to go out.
fn look<S: Service>(store: &Store, service: &mut S) -> Result<Option<(Mailbox, Vec<Outgoing>)>, SyncError>
where
    SyncError: From<S::Lost>,
{
    let (out, held, offices) = store.read(|db| {
        let held = db.mail_in()?.into_iter().map(|come| MailName { office: come.from, blob: come.blob });
        // What is not at the service yet says that they go: it goes before them.
        let own = db.device()?.id;
        let is_there = db.acknowledged(own)? == db.chain_head(own)?;
        let out = if is_there { db.mail_to_ask()? } else { Vec::new() };
        Ok::<_, StoreError>((out, held.take(MOST_ASKED).collect(), db.offices_mark()?))
    })?;
    let name = |bundle: &Outgoing| MailName { office: bundle.to.ags.clone(), blob: bundle.blob };
    let mut batches = out.chunks(MOST_ASKED);
    let first = batches.next().unwrap_or_default().iter().map(name).collect();
    let Some(mut mailbox) = service.mail(&MailAsk { out: first, held, offices, after: None })? else {
        return Ok(None);
    };
    for batch in batches {
        let asked =
            MailAsk { out: batch.iter().map(name).collect(), offices: mailbox.offices, ..MailAsk::default() };
        mailbox.out.extend(service.mail(&asked)?.unwrap_or_default().out);
    }
    // A service that never comes to an end is not asked for ever; what is further behind is asked for next time.
    for _ in 0..MOST_PAGES {
        let Some(last) = mailbox.lying.last().filter(|_| mailbox.more) else { break };
        let asked = MailAsk { after: Some(last.clone()), offices: mailbox.offices, ..MailAsk::default() };
        let next = service.mail(&asked)?.unwrap_or_default();
        mailbox.more = next.more && !next.lying.is_empty();
        mailbox.lying.extend(next.lying);
    }
    if mailbox.out.len() != out.len() {
        return Err(WireError::Malformed("as many answers as bundles").into());
    }
    Ok(Some((mailbox, out)))
}

/// What only other desks can open is not here; once the service has it no more, nothing of it is to be said.
fn forget_others(store: &Store, mailbox: &Mailbox) -> Result<(), SyncError> {
    let lies = |blob: Digest| mailbox.lying.iter().any(|lying| lying.blob == blob);
    for come in store.read(|db| -> Result<_, StoreError> { db.mail_in() })? {
        if come.note.as_deref() == Some(OTHER_DESK) && !lies(come.blob) {
            write(store, |tx| tx.mail_settled(come.blob))?;
        }
    }
    Ok(())
}

/// Brings a bundle here, if this desk can open it and it is not here. A part that is not the last one is kept before the next
/// is asked for.
fn fetch<S: Service>(
    store: &Store,
    service: &mut S,
    lying: &Lying,
    own: &PublicKey,
    report: &mut Report,
    go_on: GoOn<'_>,
) -> Result<(), SyncError>
where
    SyncError: From<S::Lost>,
{
    let Lying { from, blob, size, came } = lying;
    let came = DateTime::from_timestamp(*came, 0).unwrap_or_default();
    let (is_here, mut bytes) =
        store.read(|db| Ok::<_, StoreError>((db.has_mail(*blob)?, db.coming(*blob)?)))?;
    if is_here {
        return Ok(());
    }
    let name = MailName { office: from.clone(), blob: *blob };
    while (bytes.len() as u64) < *size {
        if !go_on(report) {
            report.stopped = true;
            return Ok(());
        }
        let number = (bytes.len() / PART) as u64;
        let Some(part) = service.mail_part(&name, number)? else {
            // Another desk took it meanwhile.
            return write(store, |tx| tx.drop_coming(*blob));
        };
        if number == 0 && is_sealed_for(&part, own) == Ok(false) {
            return write(store, |tx| tx.mail_for_others(*blob, *size, from, came));
        }
        let is_short = part.len() < PART;
        bytes.extend_from_slice(&part);
        if is_short {
            break;
        }
        write(store, |tx| tx.put_coming(*blob, number, &part))?;
    }
    // Not it: next time, from the front.
    if Digest::of(&[&bytes]) != *blob {
        return write(store, |tx| tx.drop_coming(*blob));
    }
    let from = Cover::read(&bytes).map_or_else(|_| from.clone(), |cover| cover.from);
    write(store, |tx| {
        tx.drop_coming(*blob)?;
        tx.mail_arrived(&bytes, &from, came).map(drop)
    })?;
    report.mail_received += 1;
    Ok(())
}

/// Sends what the service has not of a bundle, and notes it once all of it is there. One that is not taken keeps no other
/// one waiting.
fn deliver<S: Service>(
    store: &Store,
    service: &mut S,
    bundle: &Outgoing,
    mut state: MailState,
    report: &mut Report,
    go_on: GoOn<'_>,
) -> Result<(), SyncError>
where
    SyncError: From<S::Lost>,
{
    if state.dropped {
        return refused(store, bundle, DROPPED);
    }
    if !state.whole {
        // Sealed at another desk, and still on its way from there.
        if !store.read(|db| db.has_blob(bundle.blob))? {
            return Ok(());
        }
        let bytes = store.read(|db| db.blob(bundle.blob))?;
        let at = |part: u64| bytes.chunks(PART).nth(usize::try_from(part).unwrap_or(usize::MAX));
        let name = MailName { office: bundle.to.ags.clone(), blob: bundle.blob };
        while let Some(part) = at(state.parts).filter(|_| !state.whole) {
            if !go_on(report) {
                report.stopped = true;
                return Ok(());
            }
            let before = state.parts;
            state = match service.put_mail(&name, bytes.len() as u64, before, part)? {
                Posted::There(state) => state,
                Posted::Refused(word) => return refused(store, bundle, &word),
            };
            if state.parts == before && !state.whole {
                break;
            }
        }
        if !state.whole {
            return Err(WireError::Malformed("a bundle that does not become whole").into());
        }
        report.mail_sent += 1;
    }
    if bundle.delivered { Ok(()) } else { write(store, |tx| tx.mail_delivered(bundle.content)) }
}

/// Notes why a bundle is not taken, where that is news.
fn refused(store: &Store, bundle: &Outgoing, word: &str) -> Result<(), SyncError> {
    if bundle.note.as_deref() == Some(word) && !bundle.delivered {
        return Ok(());
    }
    write(store, |tx| tx.mail_not_taken(bundle.content, Some(word)))
}

/// Asks for the desks of an office that has others now. What the service did not sign for that office is not believed.
fn know<S: Service>(
    store: &Store,
    service: &mut S,
    office: &OfficeMark,
    signs: &PublicKey,
) -> Result<(), SyncError>
where
    SyncError: From<S::Lost>,
{
    let OfficeMark { ags, mark } = office;
    if store.read(|db| db.office_mark(ags))? == *mark {
        return Ok(());
    }
    let mut certificates = Vec::new();
    for signed in service.office(ags)? {
        if Certificate::read(&signed, signs)?.town != *ags {
            return Err(WireError::Malformed("a certificate of another office").into());
        }
        certificates.push(signed.bytes().to_vec());
    }
    write(store, |tx| tx.set_office(ags, "", *mark, &certificates))
}
