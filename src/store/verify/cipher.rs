//! Whether every page of the file is as it was encrypted. Somebody may write beside this: `SQLite` moves pages from the log
//! into the file whenever it likes, and leaves out those that a reader must not see yet.

use super::{Report, pages, said};
use crate::store::error::StoreError;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, Read as _};
use std::path::Path;

/// How often a page has to read wrong before it is: the first time it may just then have been written.
const LOOKS: usize = 8;

/// Checks each page of the file but for those of which the log has a newer state; gives how many there are.
pub(super) fn check(db: &Connection, log: &Path, report: &mut Report) -> Result<u64, StoreError> {
    let mut wrong = looked(db, log)?;
    for _ in 1..LOOKS {
        if wrong.is_empty() {
            break;
        }
        let again = looked(db, log)?;
        wrong.retain(|what| again.contains(what));
    }
    for what in wrong {
        report.wrong("cipher", "verify-file", what);
    }
    pages(db)
}

fn looked(db: &Connection, log: &Path) -> Result<BTreeSet<String>, StoreError> {
    let mut wrong = said(db, "cipher_integrity_check")?;
    if !wrong.is_empty() {
        // Without a log every page of the file counts.
        let newer = in_log(log).unwrap_or_default();
        wrong.retain(|what| !page(what).is_some_and(|page| newer.contains(&page)));
    }
    Ok(wrong)
}

/// The page that `SQLCipher` names: `HMAC verification failed for page 108`.
fn page(what: &str) -> Option<u32> {
    what.rsplit(' ').next()?.parse().ok()
}

/// Pages of which the write-ahead log has a state (SQLite file format, 4: a header of 32 bytes, then frames of 24 bytes and
/// a page each; what has the header's salt belongs to this log, anything behind it to an earlier one).
fn in_log(log: &Path) -> io::Result<BTreeSet<u32>> {
    let mut log = BufReader::new(File::open(log)?);
    let (mut header, mut frame) = ([0; 32], [0; 24]);
    log.read_exact(&mut header)?;
    let page_size = i64::from(word(&header, 8));
    let mut pages = BTreeSet::new();
    while log.read_exact(&mut frame).is_ok() && frame[8..16] == header[16..24] {
        let _ = pages.insert(word(&frame, 0));
        log.seek_relative(page_size)?;
    }
    Ok(pages)
}

/// A number of four bytes, the highest first.
fn word(bytes: &[u8], at: usize) -> u32 {
    bytes[at..at + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}
