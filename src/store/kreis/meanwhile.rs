//! What somebody wrote in a role that another desk had taken from them meanwhile. It counts: whoever has not heard of it could not
//! heed it. So somebody has to look at it. Judges nothing.

use super::super::error::StoreError;
use super::super::read::sql;
use super::super::reader::Reader;
use super::super::{Store, lock, log, seen};
use super::device;
use crate::domain::event::{Outline, Payload, Subject};
use crate::domain::id::{DeviceId, EventRef, UserId};
use crate::domain::user::{Role, User, UserEvent};
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::params;
use std::collections::BTreeSet;
use std::sync::Mutex;

/// How far two clocks are believed to be apart: within that, what seems to be written before a role was taken may have been written after.
const CLOCKS: TimeDelta = TimeDelta::minutes(15);

/// What somebody wrote between the loss of a role and the news of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meanwhile {
    /// Who.
    pub user: UserId,
    /// As they are called.
    pub by: String,
    /// The role.
    pub role: Role,
    /// When it was taken from them.
    pub taken_at: DateTime<Utc>,
    /// What they wrote at desks that had not heard of that, by desk and place; never nothing.
    pub events: Vec<EventRef>,
    /// When the last of it was written.
    pub until: DateTime<Utc>,
    /// Numbers of the cases that it is about, in order.
    pub numbers: BTreeSet<String>,
}

/// What was found last, and in which state of the log: the place of its last event, and how many it judged. Whatever was found rests
/// on nothing else.
#[derive(Debug, Default)]
pub(in crate::store) struct Found(Mutex<Option<(State, Vec<Meanwhile>)>>);

type State = (i64, i64);

impl Store {
    /// The same as [`Reader::meanwhile`], which is asked again only where something was written, came or was judged since: a round with
    /// the Kreis ends every few seconds, mostly without news.
    pub fn meanwhile(&self, db: &Reader<'_>) -> Result<Vec<Meanwhile>, StoreError> {
        let state = db.heard_so_far()?;
        if let Some((of, known)) = &*lock(&self.0.found.0)
            && *of == state
        {
            return Ok(known.clone());
        }
        let now = db.meanwhile()?;
        *lock(&self.0.found.0) = Some((state, now.clone()));
        Ok(now)
    }
}

impl Reader<'_> {
    /// What was written in roles that were taken away meanwhile, as long as nobody has noted that it was looked at.
    pub fn meanwhile(&self) -> Result<Vec<Meanwhile>, StoreError> {
        let looked_at = self.town()?.looked_at;
        let mut found = Vec::new();
        for user in self.users()? {
            for event in log::recorded::<UserEvent>(self.db, Subject::User(user.id), None)? {
                if let Payload::Known(UserEvent::RoleRevoked { role }) = event.payload {
                    let mut written = self.unaware(event.id, (&user, role))?;
                    // What was written long before was written in a role that they had; two clocks may tell another
                    // order than there was.
                    written.retain(|outline| {
                        outline.at + CLOCKS >= event.at && !looked_at.contains(&outline.id())
                    });
                    found.extend(self.told(&user, (role, event.at), &written)?);
                }
            }
        }
        Ok(found)
    }

    /// The state of the log: the place of its last event, and how many events it judged.
    fn heard_so_far(&self) -> Result<(i64, i64), StoreError> {
        let sql = "SELECT (SELECT coalesce(max(n), 0) FROM event), (SELECT count(*) FROM verdict)";
        Ok(self.db.prepare_cached(sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// What a user wrote in the role at desks that had not heard of its loss, and of which whoever took it had not heard either.
    fn unaware(&self, taken: EventRef, (user, role): (&User, Role)) -> Result<Vec<Outline>, StoreError> {
        let mut written = Vec::new();
        for desk in self.writers()?.into_iter().filter(|desk| *desk != taken.device) {
            let known = seen::upto_before(self.db, taken, desk)?.cast_signed();
            let heard = seen::since(self.db, desk, taken)?.map_or(i64::MAX, u64::cast_signed);
            let between = params![desk.0.into_bytes(), known, heard];
            let envelopes: Vec<Vec<u8>> = sql::all(self.db, BETWEEN, between, |row| row.get(0))?;
            for envelope in envelopes {
                let outline: Outline = serde_json::from_slice(&envelope)?;
                if outline.actor == user.id && outline.role == role.name() {
                    written.push(outline);
                }
            }
        }
        Ok(written)
    }

    /// Every desk of whose chain something is here.
    fn writers(&self) -> Result<Vec<DeviceId>, StoreError> {
        let mut statement =
            self.db.prepare_cached("SELECT device FROM heard UNION SELECT id FROM device ORDER BY 1")?;
        let rows = statement.query_map([], |row| device(row, 0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn told(
        &self,
        user: &User,
        (role, taken_at): (Role, DateTime<Utc>),
        written: &[Outline],
    ) -> Result<Option<Meanwhile>, StoreError> {
        let Some(until) = written.iter().map(|outline| outline.at).max() else { return Ok(None) };
        let subjects: BTreeSet<&str> = written.iter().map(|outline| outline.subject.as_str()).collect();
        let mut numbers = BTreeSet::new();
        for subject in subjects {
            if let Ok(Subject::Case(id)) = subject.parse() {
                numbers.extend(self.case(id)?.map(|case| case.opened.number));
            }
        }
        let events = written.iter().map(Outline::id).collect();
        Ok(Some(Meanwhile { user: user.id, by: user.name.clone(), role, taken_at, events, until, numbers }))
    }
}

/// What a desk wrote between two of its events, and nobody judged not to count.
const BETWEEN: &str = "SELECT e.envelope FROM event e LEFT JOIN verdict v USING (device, seq) \
     WHERE e.device = ?1 AND e.seq > ?2 AND e.seq < ?3 AND v.reason IS NULL ORDER BY e.seq";
