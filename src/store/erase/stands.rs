//! Whether an erasing event counts: two people, each with the role, by what their desks had seen. The same as the judge of
//! the service finds; asked here before anything is lost, because a verdict may come later. Erases nothing.

use super::find;
use crate::domain::disposal::{DisposalEvent, goes_back};
use crate::domain::event::Outline;
use crate::domain::id::EventRef;
use crate::domain::user::{Role, may};
use crate::store::error::StoreError;
use crate::store::reader::Reader;
use crate::store::seen;
use rusqlite::params;
use serde::Deserialize as _;
use serde::de::{IntoDeserializer as _, value};

/// What is found.
pub(super) enum Standing {
    /// It is carried out.
    Counts,
    /// It is skipped.
    Void,
    /// What it rests on has not arrived.
    Open,
}

pub(super) fn check(
    reader: &Reader<'_>,
    outline: &Outline,
    event: &DisposalEvent,
) -> Result<Standing, StoreError> {
    let Some(proposed) = event.proposal() else { return Ok(Standing::Void) };
    if !seen::before(reader.db, outline.id())?.contains(proposed) {
        return Ok(Standing::Void);
    }
    let Some((proposal, proposes)) = find(reader.db, proposed)? else { return Ok(Standing::Open) };
    let back =
        proposal.subject == outline.subject && goes_back(event, outline.actor, &proposes, proposal.actor);
    if !back || is_refused(reader, outline.id())? || is_refused(reader, proposed)? {
        return Ok(Standing::Void);
    }
    for outline in [outline, &proposal] {
        match held(reader, outline)? {
            Some(true) => {}
            Some(false) => return Ok(Standing::Void),
            None => return Ok(Standing::Open),
        }
    }
    Ok(Standing::Counts)
}

fn is_refused(reader: &Reader<'_>, id: EventRef) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM verdict WHERE device = ?1 AND seq = ?2)";
    let key = params![id.device.0.into_bytes(), id.seq.cast_signed()];
    Ok(reader.db.prepare_cached(sql)?.query_row(key, |row| row.get(0))?)
}

/// Whether whoever wrote it held the role then, and the role may; nothing as long as what they had seen is not here.
fn held(reader: &Reader<'_>, outline: &Outline) -> Result<Option<bool>, StoreError> {
    let name: value::StrDeserializer<'_, value::Error> = outline.role.as_str().into_deserializer();
    let Ok(role) = Role::deserialize(name) else { return Ok(Some(false)) };
    if !may(role, &outline.kind) {
        return Ok(Some(false));
    }
    let then = match reader.as_of(outline.id()) {
        Ok(then) => then,
        Err(StoreError::NotAnEvent(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(Some(then.user(outline.actor)?.is_some_and(|user| user.roles.contains_key(&role))))
}
