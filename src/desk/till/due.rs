//! What a till counts next: its own chain since its last closing, and where it goes on for another desk, what that one had not
//! closed. Closes nothing.

use super::last;
use crate::domain::id::DeviceId;
use crate::domain::till::{Closing, Stretch};
use crate::store::{Booked, Device, Reader, StoreError, read};
use chrono::NaiveDate;

/// What somebody wants counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// The last closing is corrected, so what that one counted.
    pub corrects: bool,
    /// From which day on a till's first closing counts; today where none is said.
    pub since: Option<NaiveDate>,
    /// Whether a till that goes on for another desk leaves that one's money out; see [`crate::domain::till::Counting::alone`].
    pub alone: Option<bool>,
}

/// What a till counts next.
pub(super) struct Due {
    /// Its last closing.
    pub last: Option<Closing>,
    /// Of a till that was never closed and goes on for another desk: that one's last closing, where its money is counted here.
    pub before: Option<Closing>,
    /// What of its own chain it counts.
    pub own: Stretch,
    /// What of the chains that it goes on for.
    pub inherited: Vec<Stretch>,
    /// From which day on.
    pub since: Option<NaiveDate>,
    /// The bookings.
    pub booked: Vec<Booked>,
    /// How many are from days before, and are left out.
    pub left_out: usize,
    /// Of a till that was never closed and goes on for another desk: that one's code, and whether it is left out.
    pub goes_on: Option<(String, bool)>,
}

/// What the till counts next, or what its last closing counted where that is corrected.
pub(super) fn due(
    db: &Reader<'_>,
    device: &Device,
    wanted: Wanted,
    today: NaiveDate,
) -> Result<Due, StoreError> {
    let part = |after, upto| Stretch { device: device.id, after, upto };
    let (last, head) = (last(db, device)?, db.head_of(device.id)?);
    let (mut before, mut goes_on) = (None, None);
    let (own, inherited, since) = match &last {
        Some(Closing { closed, .. }) if wanted.corrects => {
            (part(closed.after, closed.upto), closed.inherited.clone(), closed.since)
        }
        Some(Closing { closed, .. }) => (part(closed.upto, head), further(db, &closed.inherited)?, None),
        None => {
            let for_whom = db.goes_on_for(device.id)?;
            let alone = wanted.alone.unwrap_or_else(|| for_whom.is_some_and(|(_, twin)| twin));
            let desks = if alone { Vec::new() } else { db.same_box(device.id, true)? };
            let (counted, closings) = closed(db, device, &desks)?;
            if let Some((of, _)) = for_whom {
                goes_on = Some((db.code_of(of)?.unwrap_or_default(), alone));
            }
            let open = |of: &DeviceId| {
                let upto = counted.iter().filter(|part| part.device == *of).map(|part| part.upto).max();
                onwards(db, *of, upto.unwrap_or_default())
            };
            let inherited = desks.iter().map(open).collect::<Result<_, _>>()?;
            before = closings.into_iter().max_by_key(|closing| (closing.at, closing.closed.number));
            let since = if before.is_some() { wanted.since } else { wanted.since.or(Some(today)) };
            (part(0, head), inherited, since)
        }
    };
    let booked = db.to_count(own, &inherited, since)?;
    let left_out = match since {
        Some(_) => db.to_count(own, &inherited, None)?.len() - booked.len(),
        None => 0,
    };
    Ok(Due { last, before, own, inherited, since, booked, left_out, goes_on })
}

/// What turns up still of what a till inherited. A desk that has closed its own till since is at work again and counts itself.
fn further(db: &Reader<'_>, inherited: &[Stretch]) -> Result<Vec<Stretch>, StoreError> {
    let mut further = Vec::new();
    for part in inherited {
        let own = match db.code_of(part.device)? {
            Some(code) => last(db, &Device { id: part.device, code })?,
            None => None,
        };
        if own.is_none_or(|own| own.closed.upto <= part.upto) {
            further.push(onwards(db, part.device, part.upto)?);
        }
    }
    Ok(further)
}

/// What a desk's chain has after this event, as far as it is here.
fn onwards(db: &Reader<'_>, device: DeviceId, after: u64) -> Result<Stretch, StoreError> {
    Ok(Stretch { device, after, upto: db.head_of(device)?.max(after) })
}

/// What the last closings of these desks count, of their own chains and of what they had inherited, and those closings; with
/// the last one that the till brought along.
fn closed(
    db: &Reader<'_>,
    device: &Device,
    desks: &[DeviceId],
) -> Result<(Vec<Stretch>, Vec<Closing>), StoreError> {
    let (mut counted, mut closings) = (Vec::new(), Vec::new());
    if let Some(id) = read::closings_brought(db.rows(), device.id, &device.code)?.pop() {
        closings.extend(db.closing(id)?);
    }
    for id in desks {
        let Some(code) = db.code_of(*id)? else { continue };
        let Some(last) = last(db, &Device { id: *id, code })? else { continue };
        counted.push(Stretch { device: *id, after: last.closed.after, upto: last.closed.upto });
        counted.extend(last.closed.inherited.iter().copied());
        closings.push(last);
    }
    Ok((counted, closings))
}
