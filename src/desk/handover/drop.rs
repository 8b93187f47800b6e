//! Dropping a sealed file that nobody can open or wants, and what was dropped so, to be looked up later. Opens none for good.

use super::mail::named;
use super::{Gone, Say, opened, own};
use crate::desk::conflict::{Names, Origin};
use crate::desk::error::DeskError;
use crate::desk::{Desk, Session};
use crate::domain::event::{Payload, Recorded};
use crate::domain::id::Digest;
use crate::domain::office::OUTSIDE;
use crate::domain::problem::{Problem, Refusal};
use crate::domain::town::TownEvent;
use crate::paper::template::word;
use crate::store::{Incoming, OTHER_DESK, Reader};
use crate::wire::Delivery;
use chrono::{DateTime, Utc};

/// So many are shown; all of them stand in the log.
const MOST: usize = 100;

/// What dropping did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dropped {
    /// It was a handover that could be opened: its case goes back.
    Refused(Box<Gone>),
    /// It is gone as it came, and its sender hears so.
    Unopened(Digest),
}

/// A sealed file that was dropped unopened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thrown {
    /// Digest of the sealed bytes.
    pub id: Digest,
    /// The office on its cover, by name where it has one here.
    pub from: String,
    /// Why: known at the desk where it was dropped, as long as the town keeps who looked at what; else empty.
    pub reason: String,
    /// Letters of that desk.
    pub desk: String,
    /// Who dropped it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What was dropped, the last one first.
pub(super) fn thrown(db: &Reader<'_>) -> Result<Vec<Thrown>, DeskError> {
    let events = db.town_events()?;
    let names = Names::of(db)?;
    let mut thrown = Vec::new();
    for Recorded { id, at, actor, payload, .. } in events {
        let Payload::Known(TownEvent::BundleDropped { blob, from, reason }) = payload else { continue };
        let (from, Origin { by, desk, .. }) = (sender(db, from)?, names.origin(id, Some((actor, at))));
        let reason = if reason.is_empty() { db.dropped_why(blob)?.unwrap_or_default() } else { reason };
        thrown.push(Thrown { id: blob, from, reason, desk, by, at });
    }
    thrown.sort_by_key(|one| std::cmp::Reverse((one.at, one.id)));
    thrown.truncate(MOST);
    Ok(thrown)
}

/// Who sent it, in words: the office by its name where it has one here, or a portal.
fn sender(db: &Reader<'_>, from: String) -> Result<String, DeskError> {
    if from == OUTSIDE {
        return Ok(word("portal", &[]));
    }
    Ok(own::called(db, &from)?.unwrap_or(from))
}

/// Whether only this person may not take it in.
pub(super) fn is_for_others(why: &Refusal) -> bool {
    why.0.iter().any(|problem| problem.id == "inbox-not-yours")
}

impl Desk {
    /// Drops what came, named by its digest or the beginning of it: nobody can open it, or nobody wants it. What is a handover
    /// that can be opened is refused, so that its case goes back; of everything else the service tells its sender. What was
    /// sealed for other desks of this office may be a good case that this desk cannot see, and a portal's notice that can be taken
    /// in is one, be it a trial or a second copy: those only `even_so`. An answer that this office waits for is dropped by nobody.
    pub fn drop_mail(
        &self,
        session: &Session,
        (id, even_so): (&str, bool),
        reason: &str,
        say: Say<'_>,
    ) -> Result<Dropped, DeskError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Problem::error("reason", "text-missing").into());
        }
        let (incoming, bytes) = self.store.read(|db| {
            let incoming = named(db, id)?;
            let is_here = db.has_blob(incoming.blob)?;
            let bytes = if is_here { db.mail_bytes(incoming.blob)? } else { Vec::new() };
            Ok::<_, DeskError>((incoming, bytes))
        })?;
        let for_others = || Err(DeskError::because("mail-drop-other-desk"));
        if incoming.note.as_deref() == Some(OTHER_DESK) && !even_so {
            return for_others();
        }
        if incoming.from == OUTSIDE
            && !even_so
            && self.hinders(session, &incoming)?.is_none_or(|why| is_for_others(&why))
        {
            return Err(DeskError::because("mail-notice-can-be-taken"));
        }
        let town = self.town()?;
        match self.store.read(|db| opened::open(db, &town, &bytes)) {
            Ok(bundle) if matches!(bundle.manifest.delivery, Delivery::Handover { .. }) => {
                return Ok(Dropped::Refused(Box::new(self.refuse(session, &bytes, reason, say)?)));
            }
            // A decision or a word that this office waits for is never thrown away by mistake.
            Ok(_) => return Err(DeskError::because("mail-can-be-taken")),
            Err(DeskError::Refused(why)) => {
                if why.0.iter().any(|problem| problem.id == "bundle-other-desk") && !even_so {
                    return for_others();
                }
            }
            Err(error) => return Err(error),
        }
        let Incoming { blob, from, .. } = incoming;
        self.act_as(session, |hand| {
            if !hand.tx.mail_dropped(blob)? {
                return Err(Problem::error("", "mail-unknown").with("id", id).into());
            }
            // Whom the words are about nobody can know: the log, which is never erased, does not get them.
            hand.tx.note_dropped(blob, hand.now, reason)?;
            hand.write_town(&TownEvent::BundleDropped { blob, from, reason: String::new() })?;
            Ok(Dropped::Unopened(blob))
        })
    }
}
