//! Closings of tills: numbers follow, each goes on where the one before ended, and counts what the log has. Looks at no paper:
//! those are blobs.

use super::Report;
use crate::domain::case::{Case, Payment};
use crate::domain::id::DeviceId;
use crate::domain::money::Cents;
use crate::domain::number::ClosingNumber;
use crate::domain::till::{Closed, Stretch};
use crate::store::error::StoreError;
use crate::store::read;
use crate::store::reader::Reader;
use crate::store::till::{Booked, What};
use rusqlite::params;

/// Looks at all closings of all tills. Counts them.
pub(super) fn closings(reader: &Reader<'_>, report: &mut Report) -> Result<u64, StoreError> {
    let mut count = 0;
    for device in reader.tills()? {
        let mut before: Option<Closed> = None;
        let code = reader.code_of(device)?;
        for row in read::closings_of(reader.db, device)? {
            count += 1;
            // What a desk went on with from the one before it counts that one's chain.
            if code.as_ref().is_some_and(|code| *code != row.code) {
                continue;
            }
            let name = ClosingNumber { desk: &row.code, count: row.number }.to_string();
            let Some(closing) = reader.closing(row.id)? else { continue };
            let closed = closing.closed;
            // What another desk wrote arrives in the order of its chain; the first that is here may not be its first.
            if before.is_some() || row.number > 1 {
                follows(before.as_ref(), &closed, &name, report);
            }
            if closed.upto >= closing.event.seq || closed.after > closed.upto {
                report.wrong("closings", "verify-closing-order", &name);
            }
            if closed.difference() != Cents::ZERO && closed.reason.is_empty() {
                report.wrong("closings", "verify-closing-reason", &name);
            }
            if is_counted_twice(reader, &closed)? {
                report.wrong("closings", "verify-closing-twice", &name);
            }
            if !counts(reader, device, &closed)? {
                report.wrong("closings", "verify-closing-sums", &name);
            }
            before = Some(closed);
        }
    }
    Ok(count)
}

fn follows(before: Option<&Closed>, closed: &Closed, name: &str, report: &mut Report) {
    let Some(before) = before.filter(|before| before.number + 1 == closed.number) else {
        report.wrong("closings", "verify-closing-gap", name);
        return;
    };
    let fits = match closed.corrects {
        None => closed.after == before.upto && closed.opening == before.left() && goes_on(before, closed),
        Some(corrects) => {
            corrects == before.number
                && (closed.after, closed.upto, closed.opening, &closed.bookings)
                    == (before.after, before.upto, before.opening, &before.bookings)
                && closed.inherited == before.inherited
        }
    };
    if !fits {
        report.wrong("closings", "verify-closing-order", name);
    }
}

/// Whether what the till inherited begins where the closing before ended; what is at work again it leaves out from then on.
fn goes_on(before: &Closed, closed: &Closed) -> bool {
    let ended =
        |device, after| before.inherited.iter().any(|part| (part.device, part.upto) == (device, after));
    closed.inherited.iter().all(|part| ended(part.device, part.after))
}

/// Whether a desk closed itself what another one counts as inherited from it: that desk was at work still.
fn is_counted_twice(reader: &Reader<'_>, closed: &Closed) -> Result<bool, StoreError> {
    for part in &closed.inherited {
        for row in read::closings_of(reader.db, part.device)? {
            let Some(own) = reader.closing(row.id)? else { continue };
            let own = own.closed;
            let booked = reader.booked(part.device, own.after.max(part.after), own.upto.min(part.upto))?;
            if !booked.is_empty() {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Whether the closing counts what the log has: each of its bookings once and no other. What was erased after its term is
/// believed; the closing is all that is left of it.
fn counts(reader: &Reader<'_>, device: DeviceId, closed: &Closed) -> Result<bool, StoreError> {
    let mut left: Vec<_> = closed.bookings.iter().collect();
    let own = Stretch { device, after: closed.after, upto: closed.upto };
    for booked in reader.to_count(own, &closed.inherited, closed.since)? {
        let (receipt, cancels) = (booked.receipt(), booked.cancels());
        let at = left.iter().position(|known| known.receipt == receipt && known.cancels == cancels);
        let Some(at) = at else { return Ok(false) };
        let known = left.remove(at);
        let amount = amount(reader, &booked)?;
        if amount.is_some_and(|(cents, how)| (known.cents, known.how) != (cents, how)) {
            return Ok(false);
        }
    }
    if left.is_empty() {
        return Ok(true);
    }
    let sql =
        "SELECT EXISTS (SELECT 1 FROM event WHERE device = ?1 AND seq > ?2 AND seq <= ?3 AND erased = 1)";
    let mut erased = reader.db.prepare_cached(sql)?;
    for part in closed.inherited.iter().chain([&own]) {
        let range = params![part.device.0.into_bytes(), part.after.cast_signed(), part.upto.cast_signed()];
        if erased.query_row(range, |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How much it is; nothing where the receipt that it cancels is not here.
fn amount(reader: &Reader<'_>, booked: &Booked) -> Result<Option<(Cents, Payment)>, StoreError> {
    Ok(match &booked.what {
        What::Paid(paid) => Some((paid.cents, paid.how)),
        What::Cancelled { receipt, .. } => {
            let case: Option<Case> = reader.case(booked.case)?;
            let receipt = case.and_then(|case| case.receipts.get(receipt).cloned());
            receipt.map(|receipt| (-receipt.paid.cents, receipt.paid.how))
        }
    })
}
