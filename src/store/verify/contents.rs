//! Blobs and numbers: each paper is what its name says, no receipt is missing or doubled. Looks at no list.

use super::Report;
use crate::domain::case::CaseEvent;
use crate::domain::id::Digest;
use crate::domain::number::ReceiptNumber;
use crate::store::error::StoreError;
use crate::store::reader::Reader;
use rusqlite::params;
use std::collections::BTreeMap;

/// Each blob is what its name says and is needed; each that is needed is here.
pub(super) fn blobs(reader: &Reader<'_>, report: &mut Report) -> Result<u64, StoreError> {
    let list = |sql: &str| -> Result<Vec<Digest>, StoreError> {
        let mut statement = reader.db.prepare(sql)?;
        let digests = statement.query_map([], |row| Ok(Digest(row.get(0)?)))?;
        Ok(digests.collect::<Result<_, _>>()?)
    };
    let all = list("SELECT digest FROM blob ORDER BY digest")?;
    for digest in &all {
        if reader.blob(*digest).is_err() {
            report.wrong("blobs", "verify-blob", digest);
        }
    }
    for digest in list("SELECT digest FROM blob WHERE digest NOT IN (SELECT digest FROM blob_use)")? {
        report.wrong("blobs", "verify-blob-unused", digest);
    }
    for digest in list("SELECT DISTINCT digest FROM blob_use WHERE digest NOT IN (SELECT digest FROM blob)")?
    {
        report.wrong("blobs", "verify-blob-missing", digest);
    }
    Ok(all.len() as u64)
}

/// Numbers stand in the table as in the log; own ones once; receipts of each own desk and year without a gap.
pub(super) fn numbers(reader: &Reader<'_>, report: &mut Report) -> Result<u64, StoreError> {
    let mut in_log = numbers_in_log(reader)?;
    let mut statement = reader.db.prepare("SELECT device, seq, number FROM number")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, number): (([u8; 16], i64), String) = ((row.get(0)?, row.get(1)?), row.get(2)?);
        if in_log.remove(&id).as_ref() != Some(&number) {
            report.wrong("numbers", "verify-number", number);
        }
    }
    for number in in_log.into_values() {
        report.wrong("numbers", "verify-number", number);
    }
    let mut statement =
        reader.db.prepare("SELECT number FROM number GROUP BY what, number HAVING count(*) > 1")?;
    for number in statement.query_map([], |row| row.get::<_, String>(0))? {
        report.wrong("numbers", "verify-number-twice", number?);
    }
    receipts(reader, report)?;
    Ok(reader.db.query_row("SELECT count(*) FROM number", [], |row| row.get::<_, i64>(0))?.cast_unsigned())
}

fn numbers_in_log(reader: &Reader<'_>) -> Result<BTreeMap<([u8; 16], i64), String>, StoreError> {
    let mut statement = reader.db.prepare(
        "SELECT e.device, e.seq, p.bytes FROM event e JOIN payload p USING (n) WHERE kind IN ('case_opened', 'paid')",
    )?;
    let mut rows = statement.query([])?;
    let mut numbers = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let number = match serde_json::from_slice(&row.get::<_, Vec<u8>>(2)?) {
            Ok(CaseEvent::CaseOpened(opened)) => opened.number,
            Ok(CaseEvent::Paid(paid)) => paid.receipt,
            _ => continue,
        };
        let _ = numbers.insert((row.get(0)?, row.get(1)?), number);
    }
    Ok(numbers)
}

fn receipts(reader: &Reader<'_>, report: &mut Report) -> Result<(), StoreError> {
    let mut statement = reader.db.prepare(
        "SELECT d.code, c.year, c.last, d.id FROM counter c JOIN device d ON d.id = c.device WHERE what = 'receipt'",
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
        let next = ReceiptNumber { desk: &desk, year, count: last + 1 }.to_string();
        if booked.query_row(params![next, device], |row| row.get::<_, bool>(0))? {
            report.wrong("numbers", "verify-receipt-gap", next);
        }
    }
    Ok(())
}
