//! Who looked at whom or what (Art. 5 (2) DSGVO): noted on looking, and taken out when its term is over, and with it why bundles were
//! dropped unopened. Shows it to nobody.

use super::Desk;
use super::error::DeskError;
use super::session::Session;
use crate::domain::event::Subject;
use crate::store::{StoreError, read};
use chrono::Months;

/// Entries that go in one transaction: a tenth of a second. What is left goes when the next one signs in.
const AT_ONCE: usize = 5_000;

impl Desk {
    /// Notes that somebody looked.
    pub(super) fn note_read(&self, session: &Session, subject: Subject) -> Result<(), DeskError> {
        let at = self.clock.now();
        let noted = self.store.write(|tx| {
            Ok::<_, StoreError>(read::note_read(tx.rows(), at, session.user, subject, "opened")?)
        });
        // Looking must stay possible on a disk that takes nothing more; it is the writing that is refused then.
        noted.map(drop).or_else(StoreError::unless_unwritable).map_err(DeskError::from)
    }

    /// Takes out what has been kept for the town's term. Asked whenever somebody signs in; writes only where something
    /// is due.
    pub(super) fn purge_reads(&self) -> Result<(), DeskError> {
        let term = Months::new(self.town()?.audit_months());
        let Some(before) = self.clock.now().checked_sub_months(term) else { return Ok(()) };
        let is_due = self.store.read(|db| {
            let looks = read::audit_is_due(db.rows(), before)?;
            Ok::<_, StoreError>(looks || db.dropped_is_due(before)?)
        });
        if !is_due? {
            return Ok(());
        }
        let purged = self.store.write(|tx| {
            tx.purge_dropped(before)?;
            Ok::<_, StoreError>(read::purge_audit(tx.rows(), before, AT_ONCE)?)
        });
        purged.map(drop).or_else(StoreError::unless_unwritable).map_err(DeskError::from)
    }
}
