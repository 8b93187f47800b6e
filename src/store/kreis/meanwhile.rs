//! What somebody wrote in a role that another desk had taken from them meanwhile. It counts: whoever has not heard of it could not
//! heed it. So somebody has to look at it. Judges nothing.

use super::super::error::StoreError;
use super::super::reader::Reader;
use super::super::{log, seen};
use super::device;
use crate::domain::event::{Outline, Payload, Subject};
use crate::domain::id::{DeviceId, EventRef};
use crate::domain::user::{Role, User, UserEvent};
use chrono::{DateTime, Utc};
use rusqlite::params;
use std::collections::BTreeSet;

/// What somebody wrote between the loss of a role and the news of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meanwhile {
    /// Who.
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

impl Reader<'_> {
    /// What was written in roles that were taken away meanwhile, as long as nobody has noted that it was looked at.
    pub fn meanwhile(&self) -> Result<Vec<Meanwhile>, StoreError> {
        let looked_at = self.town()?.looked_at;
        let mut found = Vec::new();
        for user in self.users()? {
            for event in log::recorded::<UserEvent>(self.db, Subject::User(user.id), None)? {
                if let Payload::Known(UserEvent::RoleRevoked { role }) = event.payload {
                    let mut written = self.unaware(event.id, (&user, role))?;
                    // What was written before, by the clocks, was written in a role that they had.
                    written
                        .retain(|outline| outline.at >= event.at && !looked_at.contains_key(&outline.id()));
                    found.extend(self.told(&user, (role, event.at), &written)?);
                }
            }
        }
        Ok(found)
    }

    /// What a user wrote in the role at desks that had not heard of its loss, and of which whoever took it had not heard either.
    fn unaware(&self, taken: EventRef, (user, role): (&User, Role)) -> Result<Vec<Outline>, StoreError> {
        let known = seen::before(self.db, taken)?;
        let mut statement = self.db.prepare_cached(
            "SELECT e.envelope FROM event e LEFT JOIN verdict v USING (device, seq) \
             WHERE e.device = ?1 AND e.seq > ?2 AND v.reason IS NULL \
               AND e.seq < coalesce((SELECT min(s.seq) FROM seen s \
                 WHERE s.device = ?1 AND s.other = ?3 AND s.upto >= ?4), 9223372036854775807) \
             ORDER BY e.seq",
        )?;
        let mut written = Vec::new();
        for desk in self.writers()?.into_iter().filter(|desk| *desk != taken.device) {
            let upto = known.iter().find(|upto| upto.device == desk).map_or(0, |upto| upto.seq);
            let asked = (desk.0.into_bytes(), upto.cast_signed());
            let of = (taken.device.0.into_bytes(), taken.seq.cast_signed());
            let mut rows = statement.query(params![asked.0, asked.1, of.0, of.1])?;
            while let Some(row) = rows.next()? {
                let outline: Outline = serde_json::from_slice(&row.get::<_, Vec<u8>>(0)?)?;
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
        Ok(Some(Meanwhile { by: user.name.clone(), role, taken_at, events, until, numbers }))
    }
}
