//! Files of other systems that came over the service of the Kreis, sealed for this town's desks: opened, looked at like those of
//! the folder, taken in once. A file stays at the service until its case is filed and the log is there, so no desk that breaks
//! down takes it along.

use super::folder::{Letter, Standing};
use super::{At, CameIn, Understood, case_with};
use crate::desk::clock::legal_moment;
use crate::desk::error::DeskError;
use crate::desk::outside::Fetched;
use crate::desk::{Desk, Session};
use crate::domain::id::Digest;
use crate::domain::problem::Problem;
use crate::paper::template::word;
use crate::store::{Incoming, Reader, StoreError};
use crate::wire::{BundleError, Notice, SecretKey};
use chrono::NaiveDate;
use std::path::Path;

/// Opens one. What was sealed before this desk belonged to the town is told as such.
fn open(db: &Reader<'_>, incoming: &Incoming) -> Result<Notice, DeskError> {
    if !db.has_blob(incoming.blob)? {
        return Err(DeskError::because("mail-other-desk"));
    }
    let enrolment = db.enrolment()?.ok_or_else(|| DeskError::because("kreis-not-enrolled"))?;
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
    /// What one that came would become, or why it cannot be taken in.
    pub(in crate::desk) fn arrived(
        &self,
        session: &Session,
        incoming: &Incoming,
    ) -> Result<(Notice, Understood), DeskError> {
        let notice = self.store.read(|db| open(db, incoming))?;
        let on = self.received(incoming);
        let mut understood = self.understood(session, &shown(&notice.name), &notice.bytes, Some(on))?;
        if on < self.today() {
            understood.intake.received_why = word("portal_received", &[]);
        }
        Ok((notice, understood))
    }

    /// The day on which the service got it; this desk's today where its own clock is behind.
    fn received(&self, incoming: &Incoming) -> NaiveDate {
        legal_moment(incoming.arrived_at).date().min(self.today())
    }

    /// What came and waits, as lists show it, the newest first.
    pub(super) fn letters_arrived(&self, session: &Session) -> Result<Vec<Letter>, DeskError> {
        let waiting = self.store.read(|db| -> Result<_, StoreError> { db.notices_in() })?;
        let mut letters = Vec::new();
        for incoming in waiting.into_iter().rev() {
            let came_at = Some(legal_moment(incoming.arrived_at));
            let (name, standing) = match self.store.read(|db| open(db, &incoming)) {
                Ok(notice) => {
                    let name = shown(&notice.name);
                    let on = self.received(&incoming);
                    let standing = self.stands(session, &name, &notice.bytes, Some(on))?;
                    (name, standing)
                }
                Err(error) => {
                    let first = error.problems().into_iter().next();
                    let problem = first.unwrap_or_else(|| Problem::error("", "xga-none"));
                    (incoming.blob.to_string()[..8].to_owned(), Standing::Unreadable(problem))
                }
            };
            letters.push(Letter { at: At::Service(incoming.blob), name, came_at, standing });
        }
        Ok(letters)
    }

    /// Takes one in as a draft of whoever acts, received on the day on which the service got it.
    pub(super) fn take_in_arrived(&self, session: &Session, blob: Digest) -> Result<CameIn, DeskError> {
        let waiting = self.store.read(|db| -> Result<_, StoreError> { db.notices_in() })?;
        let incoming = waiting.into_iter().find(|incoming| incoming.blob == blob);
        let incoming = incoming.ok_or_else(|| DeskError::because("inbox-gone"))?;
        let (Notice { name, bytes }, understood) = self.arrived(session, &incoming)?;
        let name = shown(&name);
        let place = name.clone();
        self.took(session, Fetched { name, media: "application/xml", bytes }, &place, understood)
    }

    /// Lets the service forget what has become a case, here or at another desk: the original lies in the case. Gives how many.
    pub(in crate::desk) fn settle_arrived(&self) -> Result<usize, DeskError> {
        let done = self.store.read(|db| {
            let mut done = Vec::new();
            for incoming in db.notices_in()? {
                // What cannot be opened or read stays until somebody has dropped it.
                let Ok(notice) = open(db, &incoming) else { continue };
                let original = Digest::of(&[&notice.bytes]);
                // As long as the case's own copy is on its way, this one is the only one that is sure.
                if db.has_blob(original)? && case_with(db, original)?.is_some() {
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
