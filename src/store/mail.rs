//! Bundles between offices: what is to be delivered, what came and waits to be opened, and whose desks can open what.
//! Opens and seals none, and sends nothing.

use super::error::StoreError;
use super::reader::Reader;
use super::tx::Tx;
use crate::domain::id::{CaseId, Digest};
use crate::domain::office::{OUTSIDE, Office};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Row, params};
use uuid::Uuid;

/// Why a bundle is not here that was sealed for other desks of this office only.
pub const OTHER_DESK: &str = "other-desk";

/// What is noted of a bundle that the office that got it dropped unopened.
pub const DROPPED: &str = "dropped";

/// Who holds the bundles that came.
pub(super) const HOLDER: &str = "mail";

/// A sealed bundle of a case for another office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The case.
    pub case: CaseId,
    /// The bundle's name, however often it is sealed.
    pub content: Digest,
    /// Digest of the sealed bytes; they may still be on their way here from another desk.
    pub blob: Digest,
    /// Bytes.
    pub size: u64,
    /// The office that gets it.
    pub to: Office,
    /// Whether this desk knows that the service has it.
    pub delivered: bool,
    /// Why the service did not take it, as it said: a word.
    pub note: Option<String>,
}

/// A sealed bundle for this office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Digest of the sealed bytes.
    pub blob: Digest,
    /// Bytes.
    pub size: u64,
    /// The office on its cover (AGS); nothing is proved by it.
    pub from: String,
    /// When it came to the service.
    pub arrived_at: DateTime<Utc>,
    /// Why it could not be opened: a word.
    pub note: Option<String>,
}

/// The desks of an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeDesks {
    /// What the service calls the office; empty where it does not say.
    pub name: String,
    /// Their certificates as the service signed them, without desks that were cut off.
    pub certificates: Vec<Vec<u8>>,
}

const OUT: &str = "SELECT c.id, m.content, m.blob, m.size, m.ags, m.office, coalesce(s.delivered, 0), s.note \
    FROM mail_row m JOIN case_row c ON c.row = m.case_row LEFT JOIN mail_sent s USING (content)";

impl Reader<'_> {
    /// Bundles of this office's cases that no answer has closed, by case. An answer stays here when it is delivered: nobody
    /// answers it.
    pub fn mail_out(&self) -> Result<Vec<Outgoing>, StoreError> {
        self.outgoing(&format!("{OUT} ORDER BY m.case_row, m.content"))
    }

    /// Those of them that the service is asked about: what this desk does not know to be delivered, and what awaits an
    /// answer, since a service that was put back may have lost it.
    pub fn mail_to_ask(&self) -> Result<Vec<Outgoing>, StoreError> {
        let mut out = self.outgoing(&format!(
            "{OUT} WHERE m.awaits = 1 OR s.delivered IS NULL OR s.delivered = 0 ORDER BY m.case_row, m.content"
        ))?;
        out.extend(self.answers_out()?);
        Ok(out)
    }

    /// Whether something of the case is for another office, and nobody has said that it has come: its answer, or for what
    /// is not answered, the service. An answer to a portal is such a thing.
    pub fn has_undelivered(&self, case: CaseId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM case_row c JOIN mail_row m ON m.case_row = c.row \
                   LEFT JOIN mail_sent s USING (content) \
                   WHERE c.id = ?1 AND (m.awaits = 1 OR coalesce(s.delivered, 0) = 0)) \
                   OR EXISTS (SELECT 1 FROM answer_out WHERE case_id = ?1)";
        Ok(self.db.prepare_cached(sql)?.query_row([case.0.into_bytes()], |row| row.get(0))?)
    }

    pub(super) fn outgoing(&self, sql: &str) -> Result<Vec<Outgoing>, StoreError> {
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(Outgoing {
                case: CaseId(Uuid::from_bytes(row.get(0)?)),
                content: Digest(row.get(1)?),
                blob: Digest(row.get(2)?),
                size: row.get::<_, i64>(3)?.cast_unsigned(),
                to: Office { ags: row.get(4)?, name: row.get(5)? },
                delivered: row.get(6)?,
                note: row.get(7)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Bundles that came for this office and wait to be opened, the oldest first.
    pub fn mail_in(&self) -> Result<Vec<Incoming>, StoreError> {
        let mut statement = self.db.prepare_cached(
            "SELECT blob, size, sender, arrived_at, note FROM mail_in WHERE taken = 0 ORDER BY arrived_at, blob",
        )?;
        let rows = statement.query_map([], incoming)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Those of them that are bundles of offices.
    pub fn bundles_in(&self) -> Result<Vec<Incoming>, StoreError> {
        Ok(self.mail_in()?.into_iter().filter(|come| come.from != OUTSIDE).collect())
    }

    /// Those of them that are files of other systems.
    pub fn notices_in(&self) -> Result<Vec<Incoming>, StoreError> {
        Ok(self.mail_in()?.into_iter().filter(|come| come.from == OUTSIDE).collect())
    }

    /// Whether the bundle is here, waits to be opened or was.
    pub fn has_mail(&self, blob: Digest) -> Result<bool, StoreError> {
        let mut statement =
            self.db.prepare_cached("SELECT EXISTS (SELECT 1 FROM mail_in WHERE blob = ?1)")?;
        Ok(statement.query_row([blob.0], |row| row.get(0))?)
    }

    /// The sealed bytes of a bundle that came.
    pub fn mail_bytes(&self, blob: Digest) -> Result<Vec<u8>, StoreError> {
        self.blob(blob)
    }

    /// Bundles that were taken or dropped here, of which the service has not heard: the office that sent each, its name and
    /// whether it was dropped. None as long as
    /// anything that was written here is not at the service: the bundle stays there until its case is.
    pub fn mail_to_settle(&self) -> Result<Vec<(String, Digest, bool)>, StoreError> {
        let own = self.device()?.id;
        if self.acknowledged(own)? != self.chain_head(own)? {
            return Ok(Vec::new());
        }
        let mut statement = self
            .db
            .prepare_cached("SELECT sender, blob, taken = 2 FROM mail_in WHERE taken > 0 ORDER BY blob")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, Digest(row.get(1)?), row.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Why a bundle was dropped unopened, where that was done at this desk and is known still.
    pub fn dropped_why(&self, blob: Digest) -> Result<Option<String>, StoreError> {
        let sql = "SELECT reason FROM dropped_why WHERE blob = ?1";
        Ok(self.db.prepare_cached(sql)?.query_row([blob.0], |row| row.get(0)).optional()?)
    }

    /// Whether such words were written before the moment.
    pub fn dropped_is_due(&self, before: DateTime<Utc>) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM dropped_why WHERE at < ?1)";
        Ok(self.db.prepare_cached(sql)?.query_row([before.timestamp()], |row| row.get(0))?)
    }

    /// The desks of an office: of the Kreis, of its towns, or of this office itself; nothing where the service gave none.
    pub fn office(&self, ags: &str) -> Result<Option<OfficeDesks>, StoreError> {
        let mut statement = self.db.prepare_cached("SELECT name FROM office WHERE ags = ?1")?;
        let Some(name) = statement.query_row([ags], |row| row.get(0)).optional()? else { return Ok(None) };
        let mut statement =
            self.db.prepare_cached("SELECT certificate FROM office_desk WHERE ags = ?1 ORDER BY ord")?;
        let certificates = statement.query_map([ags], |row| row.get(0))?;
        Ok(Some(OfficeDesks { name, certificates: certificates.collect::<Result<_, _>>()? }))
    }

    /// What the desks of an office were told from when they were last given; zeros where they never were.
    pub fn office_mark(&self, ags: &str) -> Result<Digest, StoreError> {
        let mut statement = self.db.prepare_cached("SELECT mark FROM office WHERE ags = ?1")?;
        Ok(statement.query_row([ags], |row| Ok(Digest(row.get(0)?))).optional()?.unwrap_or_default())
    }

    /// The same of all offices together.
    pub fn offices_mark(&self) -> Result<Digest, StoreError> {
        let mut statement = self.db.prepare_cached("SELECT value FROM note WHERE key = 'offices'")?;
        let mark: Option<String> = statement.query_row([], |row| row.get(0)).optional()?;
        Ok(mark.and_then(|mark| mark.parse().ok()).unwrap_or_default())
    }
}

fn incoming(row: &Row<'_>) -> rusqlite::Result<Incoming> {
    Ok(Incoming {
        blob: Digest(row.get(0)?),
        size: row.get::<_, i64>(1)?.cast_unsigned(),
        from: row.get(2)?,
        arrived_at: DateTime::from_timestamp(row.get(3)?, 0).unwrap_or_default(),
        note: row.get(4)?,
    })
}

impl Tx<'_> {
    /// Notes that the service has a bundle. Of an answer to a portal nothing is kept then.
    pub fn mail_delivered(&mut self, content: Digest) -> Result<(), StoreError> {
        if self.answer_delivered(content)? { Ok(()) } else { self.note_sent(content, true, None) }
    }

    /// Notes why the service does not take a bundle; it is offered again.
    pub fn mail_not_taken(&mut self, content: Digest, word: Option<&str>) -> Result<(), StoreError> {
        if self.answer_not_taken(content, word)? { Ok(()) } else { self.note_sent(content, false, word) }
    }

    fn note_sent(&self, content: Digest, delivered: bool, note: Option<&str>) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO mail_sent (content, delivered, note) VALUES (?1, ?2, ?3)";
        let _ = self.db.prepare_cached(sql)?.execute(params![content.0, delivered, note])?;
        Ok(())
    }

    /// Keeps a bundle that came, until it is taken. `from` stands on its cover. Twice is once.
    pub fn mail_arrived(
        &mut self,
        bytes: &[u8],
        from: &str,
        at: DateTime<Utc>,
    ) -> Result<Digest, StoreError> {
        let blob = self.put_blob(bytes)?;
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        let new = self
            .db
            .prepare_cached(
                "INSERT OR IGNORE INTO mail_in (blob, size, sender, arrived_at) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![blob.0, size, from, at.timestamp()])?;
        if new > 0 {
            let sql = "INSERT OR IGNORE INTO blob_use (holder, digest) VALUES (?1, ?2)";
            let _ = self.db.prepare_cached(sql)?.execute(params![HOLDER, blob.0])?;
        }
        Ok(blob)
    }

    /// A bundle came that only other desks of this office can open: it is not kept here, and stays at the service.
    pub fn mail_for_others(
        &mut self,
        blob: Digest,
        size: u64,
        from: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let sql = "INSERT OR IGNORE INTO mail_in (blob, size, sender, arrived_at, note) VALUES (?1, ?2, ?3, ?4, ?5)";
        let row = params![blob.0, size.cast_signed(), from, at.timestamp(), OTHER_DESK];
        let _ = self.db.prepare_cached(sql)?.execute(row)?;
        Ok(())
    }

    /// A bundle is dealt with: opened and written to its case in this transaction, known already, or not wanted. It waits no
    /// more, and its bytes go. The service hears of it once all that was written here is there, and gives it to no other desk then. What only
    /// other desks can open is theirs to take.
    pub fn mail_taken(&mut self, blob: Digest) -> Result<(), StoreError> {
        let sql = "UPDATE mail_in SET taken = 1 WHERE blob = ?1 AND blob IN (SELECT digest FROM blob)";
        let _ = self.db.prepare_cached(sql)?.execute([blob.0])?;
        self.let_go(blob)
    }

    /// A bundle is dropped unopened, whichever desk could open it: it waits no more, and its bytes go here and at the service.
    /// Says whether it still waited.
    pub fn mail_dropped(&mut self, blob: Digest) -> Result<bool, StoreError> {
        let sql = "UPDATE mail_in SET taken = 2 WHERE blob = ?1 AND taken = 0";
        let waited = self.db.prepare_cached(sql)?.execute([blob.0])? == 1;
        if waited {
            self.let_go(blob)?;
        }
        Ok(waited)
    }

    /// Keeps at this desk alone why a bundle was dropped unopened: no log has these words.
    pub fn note_dropped(&mut self, blob: Digest, at: DateTime<Utc>, reason: &str) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO dropped_why (blob, at, reason) VALUES (?1, ?2, ?3)";
        let _ = self.db.prepare_cached(sql)?.execute(params![blob.0, at.timestamp(), reason])?;
        Ok(())
    }

    /// Takes out such words that were written before the moment.
    pub fn purge_dropped(&mut self, before: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "DELETE FROM dropped_why WHERE at < ?1";
        let _ = self.db.prepare_cached(sql)?.execute([before.timestamp()])?;
        Ok(())
    }

    /// A bundle cannot be opened: it stays, with the reason.
    pub fn mail_refused(&mut self, blob: Digest, word: &str) -> Result<(), StoreError> {
        let sql = "UPDATE mail_in SET note = ?2 WHERE blob = ?1";
        let _ = self.db.prepare_cached(sql)?.execute(params![blob.0, word])?;
        Ok(())
    }

    /// The service knows that a bundle was taken, here or at another desk of this office: nothing of it is kept.
    pub fn mail_settled(&mut self, blob: Digest) -> Result<(), StoreError> {
        let _ = self.db.prepare_cached("DELETE FROM mail_in WHERE blob = ?1")?.execute([blob.0])?;
        self.let_go(blob)
    }

    pub(super) fn let_go(&mut self, blob: Digest) -> Result<(), StoreError> {
        let sql = "DELETE FROM blob_use WHERE holder = ?1 AND digest = ?2";
        let _ = self.db.prepare_cached(sql)?.execute(params![HOLDER, blob.0])?;
        let _ = self.blobs.insert(blob);
        Ok(())
    }

    /// Keeps the desks of an office as the service gave them, in place of those before. `mark` is what they are told from.
    pub fn set_office(
        &mut self,
        ags: &str,
        name: &str,
        mark: Digest,
        certificates: &[Vec<u8>],
    ) -> Result<(), StoreError> {
        self.forget_office(ags)?;
        let sql = "INSERT INTO office (ags, name, mark) VALUES (?1, ?2, ?3)";
        let _ = self.db.prepare_cached(sql)?.execute(params![ags, name, mark.0])?;
        let sql = "INSERT INTO office_desk (ags, ord, certificate) VALUES (?1, ?2, ?3)";
        for (ord, certificate) in (0_i64..).zip(certificates) {
            let _ = self.db.prepare_cached(sql)?.execute(params![ags, ord, certificate])?;
        }
        Ok(())
    }

    /// The service knows no such office.
    pub fn forget_office(&mut self, ags: &str) -> Result<(), StoreError> {
        let _ = self.db.prepare_cached("DELETE FROM office WHERE ags = ?1")?.execute([ags])?;
        Ok(())
    }

    /// Notes that all offices are known as they are told from this mark.
    pub fn know_offices(&mut self, mark: Digest) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO note (key, value) VALUES ('offices', ?1)";
        let _ = self.db.prepare_cached(sql)?.execute([mark.to_string()])?;
        Ok(())
    }
}
