//! Files of other systems that came over the service of the Kreis, sealed for this town's desks: opened, looked at like those of
//! the folder, taken in once. A file stays at the service until its case is filed and the log is there, so no desk that breaks
//! down takes it along.

use super::folder::{Letter, Standing, unreadable};
use super::found::Found;
use super::{At, CameIn, case_with, said_of};
use crate::desk::clock::legal_moment;
use crate::desk::error::DeskError;
use crate::desk::outside::Fetched;
use crate::desk::{Desk, Session};
use crate::domain::id::Digest;
use crate::domain::problem::Refusal;
use crate::paper::template::word;
use crate::store::{Incoming, Reader, StoreError};
use crate::wire::{BundleError, Notice, SecretKey};
use chrono::NaiveDate;
use std::path::Path;
use std::sync::Arc;

#[cfg(test)]
thread_local! {
    /// How often one was opened.
    pub(super) static OPENED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Opens one. What was sealed before this desk belonged to the town is told as such.
fn open(db: &Reader<'_>, incoming: &Incoming) -> Result<Notice, DeskError> {
    if !db.has_blob(incoming.blob)? {
        return Err(DeskError::because("mail-other-desk"));
    }
    let enrolment = db.enrolment()?.ok_or_else(|| DeskError::because("kreis-not-enrolled"))?;
    #[cfg(test)]
    OPENED.with(|opened| opened.set(opened.get() + 1));
    let opened =
        Notice::open(&db.mail_bytes(incoming.blob)?, &SecretKey::new(&enrolment.key), &enrolment.town);
    opened.map_err(|error| {
        DeskError::because(match error {
            BundleError::OtherDesk => "bundle-no-desk",
            BundleError::OtherOffice(_) => "notice-other-office",
            _ => "bundle-malformed",
        })
    })
}

/// Its name as lists show it: no folder, and nothing that a line cannot show.
fn shown(name: &str) -> String {
    let last = Path::new(name).file_name().map(|name| name.to_string_lossy().into_owned());
    last.unwrap_or_default().chars().filter(|sign| !sign.is_control()).collect()
}

impl Desk {
    /// What is known of one that came: opened once, and asked again from then on.
    fn found_out(&self, db: &Reader<'_>, incoming: &Incoming) -> Result<Arc<Found>, DeskError> {
        if let Some(known) = self.founds.of(incoming.blob) {
            return Ok(known);
        }
        let Notice { name, bytes } = open(db, incoming)?;
        Ok(self.founds.keep(incoming.blob, Found::of(shown(&name), &bytes)))
    }

    /// Everything that waits, the oldest first. What waits no more is forgotten.
    fn waiting(&self) -> Result<Vec<Incoming>, DeskError> {
        let waiting = self.store.read(|db| -> Result<_, StoreError> { db.notices_in() })?;
        self.founds.only(&waiting.iter().map(|incoming| incoming.blob).collect());
        Ok(waiting)
    }

    /// Why one that came cannot be taken in by whoever asks; nothing where it can.
    pub(in crate::desk) fn hinders(
        &self,
        session: &Session,
        incoming: &Incoming,
    ) -> Result<Option<Refusal>, DeskError> {
        let begun = self.store.read(|db| self.found_out(db, incoming)).and_then(|found| {
            let begun = found.head.clone().map_err(|problem| DeskError::from(*problem));
            let begun = begun.and_then(|head| self.intake_for(session, &head, Some(self.received(incoming))));
            begun.map_err(|error| said_of(&found.name, error))
        });
        match begun {
            Ok(_) => Ok(None),
            Err(DeskError::Refused(why)) => Ok(Some(why)),
            Err(error) => Err(error),
        }
    }

    /// The day on which the service got it; this desk's today where its own clock is behind.
    fn received(&self, incoming: &Incoming) -> NaiveDate {
        legal_moment(incoming.arrived_at).date().min(self.today())
    }

    /// What came and waits, as lists show it, the newest first.
    pub(super) fn letters_arrived(&self, session: &Session) -> Result<Vec<Letter>, DeskError> {
        let mut letters = Vec::new();
        for incoming in self.waiting()?.into_iter().rev() {
            let came_at = Some(legal_moment(incoming.arrived_at));
            let (name, standing) = match self.store.read(|db| self.found_out(db, &incoming)) {
                Ok(found) => (found.name.clone(), self.stands_arrived(session, &incoming, &found)?),
                Err(error) => (incoming.blob.to_string()[..8].to_owned(), unreadable(&error)),
            };
            letters.push(Letter { at: At::Service(incoming.blob), name, came_at, standing, answer: None });
        }
        Ok(letters)
    }

    /// How one stands. It is opened again only where it can be taken in: then lists say whom it is for.
    fn stands_arrived(
        &self,
        session: &Session,
        incoming: &Incoming,
        found: &Found,
    ) -> Result<Standing, DeskError> {
        if let Some(taken) = self.was_taken(session, found.original)? {
            return Ok(taken);
        }
        if let Some(why) = self.hinders(session, incoming)? {
            return Ok(unreadable(&why.into()));
        }
        let bytes = self.store.read(|db| open(db, incoming))?.bytes;
        self.stands(session, &found.name, &bytes, Some(self.received(incoming)))
    }

    /// Takes one in as a draft of whoever acts, received on the day on which the service got it.
    pub(super) fn take_in_arrived(&self, session: &Session, blob: Digest) -> Result<CameIn, DeskError> {
        let incoming = self.waiting()?.into_iter().find(|incoming| incoming.blob == blob);
        let incoming = incoming.ok_or_else(|| DeskError::because("inbox-gone"))?;
        let Notice { name, bytes } = self.store.read(|db| open(db, &incoming))?;
        let (name, on) = (shown(&name), self.received(&incoming));
        let mut understood = self.understood(session, &name, &bytes, Some(on))?;
        if on < self.today() {
            understood.intake.received_why = word("portal_received", &[]);
        }
        understood.intake.answers_to = Some(name.clone());
        let place = name.clone();
        self.took(session, Fetched { name, media: "application/xml", bytes }, &place, understood)
    }

    /// Lets the service forget what has become a case, here or at another desk: the original lies in the case. Gives how many.
    pub(in crate::desk) fn settle_arrived(&self) -> Result<usize, DeskError> {
        let waiting = self.waiting()?;
        let done = self.store.read(|db| {
            let mut done = Vec::new();
            for incoming in waiting {
                // What cannot be opened or read stays until somebody has dropped it.
                let Ok(found) = self.found_out(db, &incoming) else { continue };
                // As long as the case's own copy is on its way, this one is the only one that is sure.
                if db.has_blob(found.original)? && case_with(db, found.original)?.is_some() {
                    done.push(incoming.blob);
                }
            }
            Ok::<_, DeskError>(done)
        })?;
        if !done.is_empty() {
            let _ = self
                .store
                .write(|tx| done.iter().try_for_each(|blob| tx.mail_taken(*blob)).map_err(DeskError::from))?;
        }
        Ok(done.len())
    }
}
