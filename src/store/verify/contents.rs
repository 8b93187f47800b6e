//! Blobs and numbers: each paper is what its name says, no receipt is missing or doubled. Looks at no list.

use super::Report;
use crate::domain::case::CaseEvent;
use crate::domain::id::Digest;
use crate::domain::number::ReceiptNumber;
use crate::domain::problem::Problem;
use crate::store::error::StoreError;
use crate::store::reader::Reader;
use rusqlite::params;

/// Each blob is what its name says and is needed; each that is needed is here.
pub(super) fn blobs(reader: &Reader<'_>, report: &mut Report) -> Result<u64, StoreError> {
    let each = |sql: &str, look: &mut dyn FnMut(Digest)| -> Result<u64, StoreError> {
        let mut statement = reader.db.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            count += 1;
            look(Digest(row.get(0)?));
        }
        Ok(count)
    };
    let count = each("SELECT digest FROM blob ORDER BY digest", &mut |digest| {
        if reader.blob(digest).is_err() {
            report.wrong("blobs", "verify-blob", digest);
        }
    })?;
    let unused = "SELECT digest FROM blob WHERE digest NOT IN (SELECT digest FROM blob_use)";
    let _ = each(unused, &mut |digest| report.wrong("blobs", "verify-blob-unused", digest))?;
    // What another desk wrote may still lie at the service; `outbox` says how much.
    let missing = "SELECT DISTINCT digest FROM blob_use WHERE digest NOT IN (SELECT digest FROM blob) \
                   AND digest NOT IN (SELECT digest FROM blob_awaited)";
    let _ = each(missing, &mut |digest| report.wrong("blobs", "verify-blob-missing", digest))?;
    Ok(count)
}

/// Numbers stand in the table as in the log; own ones once; receipts of each own desk and year without a gap.
pub(super) fn numbers(reader: &Reader<'_>, report: &mut Report) -> Result<u64, StoreError> {
    let mut noted = reader.db.prepare(
        "SELECT n.number, p.bytes FROM number n LEFT JOIN event e ON (e.device, e.seq) = (n.device, n.seq) \
         LEFT JOIN payload p ON p.n = e.n WHERE e.erased IS NOT 1",
    )?;
    let mut rows = noted.query([])?;
    while let Some(row) = rows.next()? {
        let number: String = row.get(0)?;
        if number_in(row.get(1)?).as_ref() != Some(&number) {
            report.wrong("numbers", "verify-number", number);
        }
    }
    let mut forgotten = reader.db.prepare(
        "SELECT p.bytes FROM event e JOIN payload p USING (n) WHERE kind IN ('case_opened', 'paid') \
         AND NOT EXISTS (SELECT 1 FROM number n WHERE (n.device, n.seq) = (e.device, e.seq)) \
         AND NOT EXISTS (SELECT 1 FROM later l WHERE (l.device, l.seq) = (e.device, e.seq))",
    )?;
    let mut rows = forgotten.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(number) = number_in(row.get(0)?) {
            report.wrong("numbers", "verify-number", number);
        }
    }
    let mut twice = reader
        .db
        .prepare("SELECT number FROM number GROUP BY number HAVING count(*) > count(DISTINCT what)")?;
    let settled = reader.town()?.settled;
    for number in twice.query_map([], |row| row.get::<_, String>(0))? {
        let number = number?;
        match settled.get(&number) {
            Some(beside) if beside.is_empty() => {
                report.told.push(Problem::warning("numbers", "verify-number-beside").with("what", number));
            }
            Some(reason) => {
                let told = Problem::warning("numbers", "verify-number-settled");
                report.told.push(told.with("what", number).with("reason", reason));
            }
            None => report.wrong("numbers", "verify-number-twice", number),
        }
    }
    receipts(reader, report)?;
    Ok(reader.db.query_row("SELECT count(*) FROM number", [], |row| row.get::<_, i64>(0))?.cast_unsigned())
}

/// The number that stands in the event, if one does.
fn number_in(payload: Option<Vec<u8>>) -> Option<String> {
    match serde_json::from_slice(&payload?) {
        Ok(CaseEvent::CaseOpened(opened)) => Some(opened.number),
        Ok(CaseEvent::Paid(paid)) => Some(paid.receipt),
        _ => None,
    }
}

fn receipts(reader: &Reader<'_>, report: &mut Report) -> Result<(), StoreError> {
    let mut statement = reader.db.prepare(
        "SELECT d.code, c.year, c.last, d.id, d.n = (SELECT max(n) FROM device) \
         FROM counter c JOIN device d ON d.id = c.device WHERE what = 'receipt'",
    )?;
    let mut booked = reader.db.prepare(
        "SELECT EXISTS (SELECT 1 FROM number WHERE what = 'receipt' AND number = ?1 AND device = ?2)",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (desk, year): (String, i32) = (row.get(0)?, row.get(1)?);
        let device: [u8; 16] = row.get(3)?;
        let last = row.get::<_, i64>(2)?.cast_unsigned();
        for count in 1..=last {
            let number = ReceiptNumber { desk: &desk, year, count }.to_string();
            if !booked.query_row(params![number, device], |row| row.get::<_, bool>(0))? {
                report.wrong("numbers", "verify-receipt-gap", number);
            }
        }
        // What a desk had written after the copy from which this one went on came back from the others, uncounted here.
        let writes: bool = row.get(4)?;
        let next = ReceiptNumber { desk: &desk, year, count: last + 1 }.to_string();
        if writes && booked.query_row(params![next, device], |row| row.get::<_, bool>(0))? {
            report.wrong("numbers", "verify-receipt-gap", next);
        }
    }
    Ok(())
}
