//! What binds this desk to the Kreis, and how far each has heard the other. Sends nothing and checks no signature.

mod meanwhile;
mod waits;

use super::error::StoreError;
use super::log::{self, Logged};
use super::reader::{Device, Reader};
use super::tx::Tx;
use crate::domain::event::{Outline, Subject};
use crate::domain::id::{DeviceId, Digest, EventRef, UserId};
use chrono::{DateTime, Utc};
pub(super) use meanwhile::Found;
pub use meanwhile::Meanwhile;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
pub use waits::Waiting;

/// Where this desk is enrolled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// Seed of the key with which this desk signs.
    pub key: [u8; 32],
    /// The service.
    pub url: String,
    /// SHA-256 of its TLS certificate.
    pub pin: Digest,
    /// The town (AGS).
    pub town: String,
    /// The key with which the service signs.
    pub service: [u8; 32],
    /// How far the town's sequence has arrived here: the place and its mark.
    pub heard: (u64, Digest),
    /// When the service last answered.
    pub heard_at: Option<DateTime<Utc>>,
    /// Since when it does not.
    pub silent_from: Option<DateTime<Utc>>,
}

/// A desk of the town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TownDesk {
    /// Identity.
    pub device: DeviceId,
    /// What its numbers bear.
    pub code: String,
    /// What the Kreis calls it.
    pub name: String,
    /// Its key.
    pub key: [u8; 32],
}

/// An event that the service judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The event.
    pub event: EventRef,
    /// What it is about, as `case:…`; empty where it has not arrived.
    pub subject: String,
    /// The case's number, where it is about a case that is here.
    pub number: String,
    /// Who wrote it; nothing where it has not arrived.
    pub user: Option<UserId>,
    /// As they are called here; empty where nobody knows them.
    pub by: String,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// What it would have done.
    pub kind: String,
    /// Why it does not count.
    pub reason: String,
}

impl Reader<'_> {
    /// Whether this desk began with a neighbour's backup and has not been let in yet.
    pub fn is_to_be_let_in(&self) -> Result<bool, StoreError> {
        Ok(self.device()?.code.is_empty())
    }

    /// Where this desk is enrolled, if it is.
    pub fn enrolment(&self) -> Result<Option<Enrolment>, StoreError> {
        let mut statement = self.db.prepare_cached(
            "SELECT key, url, pin, town, service, town_seq, heard_at, silent_from, town_mark FROM enrolment",
        )?;
        let moment = |seconds: Option<i64>| seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        let row = statement.query_row([], |row| {
            Ok(Enrolment {
                key: row.get(0)?,
                url: row.get(1)?,
                pin: Digest(row.get(2)?),
                town: row.get(3)?,
                service: row.get(4)?,
                heard: (row.get::<_, i64>(5)?.cast_unsigned(), Digest(row.get(8)?)),
                heard_at: moment(row.get(6)?),
                silent_from: moment(row.get(7)?),
            })
        });
        Ok(row.optional()?)
    }

    /// Whether this desk has once heard everything that the Kreis had of the town.
    pub fn has_heard_all(&self) -> Result<bool, StoreError> {
        let heard: Option<String> = self
            .db
            .query_row("SELECT value FROM note WHERE key = ?1", [HEARD], |row| row.get(0))
            .optional()?;
        Ok(heard == Some(self.device()?.id.to_string()))
    }

    /// The desks that this database is and was, the present one last; without those as which another machine writes.
    pub fn own_desks(&self) -> Result<Vec<Device>, StoreError> {
        let mut statement =
            self.db.prepare_cached(&format!("SELECT id, code FROM device d WHERE {OWN} ORDER BY n"))?;
        let rows = statement.query_map([], |row| Ok(Device { id: device(row, 0)?, code: row.get(1)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The desks of the town, by the letters of their numbers.
    pub fn town_desks(&self) -> Result<Vec<TownDesk>, StoreError> {
        let mut statement =
            self.db.prepare_cached("SELECT device, code, name, key FROM town_desk ORDER BY code, device")?;
        let rows = statement.query_map([], |row| {
            Ok(TownDesk { device: device(row, 0)?, code: row.get(1)?, name: row.get(2)?, key: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Number and hash of the last event of a desk's chain; zeros before the first.
    pub fn chain_head(&self, device: DeviceId) -> Result<(u64, Digest), StoreError> {
        log::head(self.db, device)
    }

    /// The hash of an event, if it is here.
    pub fn hash_at(&self, event: EventRef) -> Result<Option<Digest>, StoreError> {
        Ok(log::find(self.db, event)?.map(|(hash, _)| hash))
    }

    /// How far an own chain lies at the service, as it last said.
    pub fn acknowledged(&self, device: DeviceId) -> Result<(u64, Digest), StoreError> {
        let row = self
            .db
            .prepare_cached("SELECT seq, hash FROM acknowledged WHERE device = ?1")?
            .query_row([device.0.into_bytes()], |row| {
                Ok((row.get::<_, i64>(0)?.cast_unsigned(), Digest(row.get(1)?)))
            })
            .optional()?;
        Ok(row.unwrap_or_default())
    }

    /// Events of a desk's chain after a number, in order, at most so many.
    pub fn chain_after(&self, device: DeviceId, seq: u64, limit: usize) -> Result<Vec<Logged>, StoreError> {
        log::chain_after(self.db, device, seq, limit)
    }

    /// Numbers that were given out twice, by two machines that were one desk without knowing, as long as the head has not
    /// noted what was done about them.
    pub fn doubled(&self) -> Result<Vec<String>, StoreError> {
        let settled = self.town()?.settled;
        let mut statement = self.db.prepare_cached("SELECT number FROM doubled ORDER BY number")?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        let all: Vec<String> = rows.collect::<Result<_, _>>()?;
        Ok(all.into_iter().filter(|number| !settled.contains_key(number)).collect())
    }

    /// The events in which a number stands, each with what it is about.
    pub fn bearing(&self, number: &str) -> Result<Vec<(EventRef, Subject)>, StoreError> {
        let sql = "SELECT device, seq, subject FROM number WHERE number = ?1 ORDER BY device, seq";
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query([number])?;
        let mut bearing = Vec::new();
        while let Some(row) = rows.next()? {
            let event = EventRef { device: device(row, 0)?, seq: row.get::<_, i64>(1)?.cast_unsigned() };
            bearing.extend(row.get::<_, String>(2)?.parse().ok().map(|subject| (event, subject)));
        }
        Ok(bearing)
    }

    /// What an event is about; nothing where it is not here, or of a later version.
    pub fn subject_of(&self, event: EventRef) -> Result<Option<Subject>, StoreError> {
        let subject: Option<String> = self
            .db
            .prepare_cached("SELECT subject FROM event WHERE device = ?1 AND seq = ?2")?
            .query_row(params![event.device.0.into_bytes(), event.seq.cast_signed()], |row| row.get(0))
            .optional()?;
        Ok(subject.and_then(|text| text.parse().ok()))
    }

    /// Why the service judged that events of the kind about this subject do not count, in the order in which each desk wrote them.
    pub fn refused_of(&self, subject: Subject, kind: &str) -> Result<Vec<(EventRef, String)>, StoreError> {
        let mut statement = self.db.prepare_cached(
            "SELECT v.device, v.seq, v.reason FROM verdict v JOIN event e USING (device, seq) \
             WHERE e.subject = ?1 AND e.kind = ?2 ORDER BY v.device, v.seq",
        )?;
        let mut rows = statement.query(rusqlite::params![subject.to_string(), kind])?;
        let mut refused = Vec::new();
        while let Some(row) = rows.next()? {
            let event = EventRef { device: device(row, 0)?, seq: row.get::<_, i64>(1)?.cast_unsigned() };
            refused.push((event, row.get(2)?));
        }
        Ok(refused)
    }

    /// Events that do not count, as long as nobody has noted that they were looked at.
    pub fn refused(&self) -> Result<Vec<Refused>, StoreError> {
        let mut statement = self.db.prepare_cached(
            "SELECT v.device, v.seq, coalesce(e.subject, ''), coalesce(e.kind, ''), v.reason, e.envelope \
             FROM verdict v LEFT JOIN event e USING (device, seq) ORDER BY v.device, v.seq",
        )?;
        let looked_at = self.town()?.looked_at;
        let mut rows = statement.query([])?;
        let mut refused = Vec::new();
        while let Some(row) = rows.next()? {
            let event = EventRef { device: device(row, 0)?, seq: row.get::<_, i64>(1)?.cast_unsigned() };
            if looked_at.contains(&event) {
                continue;
            }
            let outline: Option<Outline> = match row.get::<_, Option<Vec<u8>>>(5)? {
                Some(envelope) => Some(serde_json::from_slice(&envelope)?),
                None => None,
            };
            let subject: String = row.get(2)?;
            let number = match subject.parse() {
                Ok(Subject::Case(id)) => self.case(id)?.map(|case| case.opened.number).unwrap_or_default(),
                _ => String::new(),
            };
            let by = outline.as_ref().map(|outline| self.user(outline.actor)).transpose()?.flatten();
            refused.push(Refused {
                event,
                subject,
                number,
                user: outline.as_ref().map(|outline| outline.actor),
                by: by.map(|user| user.name).unwrap_or_default(),
                at: outline.map(|outline| outline.at),
                kind: row.get(3)?,
                reason: row.get(4)?,
            });
        }
        Ok(refused)
    }
}

/// A desk that this database is or was, and no other machine.
const OWN: &str = "(d.shared IS NULL OR d.n = (SELECT max(n) FROM device))";

fn device(row: &Row<'_>, at: usize) -> rusqlite::Result<DeviceId> {
    Ok(DeviceId(Uuid::from_bytes(row.get(at)?)))
}

/// What a desk that began with a neighbour's backup has heard already, until it is let in: where the town's sequence
/// stands in it, with the key of the service that this was heard from.
#[derive(Debug, Serialize, Deserialize)]
struct Begun {
    town: String,
    service: [u8; 32],
    seq: u64,
    mark: Digest,
}

/// The note of the desk that has heard everything of its town once.
const HEARD: &str = "heard-all";

/// Under this key it is noted.
const BEGUN: &str = "begun-at";

/// Notes what a desk that begins now has heard already, by what its neighbour had.
pub(super) fn begin_at(db: &Connection, neighbour: &Enrolment) -> Result<(), StoreError> {
    let Enrolment { town, service, heard: (seq, mark), .. } = neighbour;
    let begun = Begun { town: town.clone(), service: *service, seq: *seq, mark: *mark };
    let sql = "INSERT OR REPLACE INTO note (key, value) VALUES (?1, ?2)";
    let _ = db.execute(sql, params![BEGUN, serde_json::to_string(&begun)?])?;
    Ok(())
}

fn begun(db: &Connection) -> Result<Option<Begun>, StoreError> {
    let sql = "SELECT value FROM note WHERE key = ?1";
    let json: Option<String> = db.query_row(sql, [BEGUN], |row| row.get(0)).optional()?;
    Ok(json.map(|json| serde_json::from_str(&json)).transpose()?)
}

impl Tx<'_> {
    /// Notes where this desk is enrolled. What was enrolled before is forgotten; what was sent there counts no more. A desk
    /// that began with a neighbour's backup goes on from there, where it is the same service of the same town.
    pub fn enrol(&mut self, enrolment: &Enrolment) -> Result<(), StoreError> {
        let begun = begun(self.db)?;
        let begun = begun.filter(|at| (&at.town, at.service) == (&enrolment.town, enrolment.service));
        self.offer_answers_anew()?;
        self.db.execute_batch(
            "DELETE FROM enrolment; DELETE FROM acknowledged; DELETE FROM mail_sent; DELETE FROM office; \
             DELETE FROM note WHERE key IN ('offices', 'begun-at');",
        )?;
        let (seq, mark) = begun.as_ref().map(|begun| (begun.seq, begun.mark)).unwrap_or_default();
        if begun.is_none() {
            self.db.execute_batch("DELETE FROM town_desk; DELETE FROM blob_sent;")?;
        }
        let _ = self.db.execute(
            "INSERT INTO enrolment (one, key, url, pin, town, service, town_seq, town_mark) \
             VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                enrolment.key,
                enrolment.url,
                enrolment.pin.0,
                enrolment.town,
                enrolment.service,
                seq.cast_signed(),
                mark.0
            ],
        )?;
        Ok(())
    }

    /// Takes the letters that the Kreis gave this desk. Refused once a number bears the old ones.
    pub fn take_code(&mut self, code: &str) -> Result<(), StoreError> {
        let own = self.device.id.0.into_bytes();
        let _ = self.db.execute(
            "UPDATE device SET code = ?2 WHERE id = ?1 AND code <> ?2 AND NOT EXISTS (SELECT 1 FROM event WHERE device = ?1)",
            params![own, code],
        )?;
        self.device = self.reader.device()?;
        if self.device.code == code { Ok(()) } else { Err(StoreError::NumberTaken(self.device.code.clone())) }
    }

    /// Knows a desk of the town from now on.
    pub fn know_desk(&mut self, desk: &TownDesk) -> Result<(), StoreError> {
        let _ = self
            .db
            .prepare_cached(
                "INSERT OR REPLACE INTO town_desk (device, code, name, key) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![desk.device.0.into_bytes(), desk.code, desk.name, desk.key])?;
        Ok(())
    }

    /// Notes how far an own chain lies at the service.
    pub fn acknowledge(&mut self, device: DeviceId, seq: u64, hash: Digest) -> Result<(), StoreError> {
        let _ = self
            .db
            .prepare_cached("INSERT OR REPLACE INTO acknowledged (device, seq, hash) VALUES (?1, ?2, ?3)")?
            .execute(params![device.0.into_bytes(), seq.cast_signed(), hash.0])?;
        Ok(())
    }

    /// Notes how far the town's sequence has arrived, with what arrived.
    pub fn arrived_to(&mut self, seq: u64, mark: Digest) -> Result<(), StoreError> {
        let sql = "UPDATE enrolment SET town_seq = ?1, town_mark = ?2";
        let _ = self.db.execute(sql, params![seq.cast_signed(), mark.0])?;
        self.awaits = true;
        Ok(())
    }

    /// Notes that nothing more of the town is to come for now.
    pub fn heard_all(&mut self) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO note (key, value) VALUES (?1, ?2)";
        let _ = self.db.execute(sql, params![HEARD, self.device.id.to_string()])?;
        Ok(())
    }

    /// Notes that the service answered, or that it does not; the first silence counts.
    pub fn heard(&mut self, now: DateTime<Utc>, answered: bool) -> Result<(), StoreError> {
        let sql = if answered {
            "UPDATE enrolment SET heard_at = ?1, silent_from = NULL"
        } else {
            "UPDATE enrolment SET silent_from = coalesce(silent_from, ?1)"
        };
        let _ = self.db.execute(sql, [now.timestamp()])?;
        Ok(())
    }

    /// Skips an event from now on.
    pub fn skip(&mut self, event: EventRef, reason: &str) -> Result<(), StoreError> {
        let key = params![event.device.0.into_bytes(), event.seq.cast_signed(), reason];
        let _ = self
            .db
            .prepare_cached("INSERT OR REPLACE INTO verdict (device, seq, reason) VALUES (?1, ?2, ?3)")?
            .execute(key)?;
        if let Some(subject) = self.subject_of(event)? {
            self.touch(subject);
        }
        Ok(())
    }
}
