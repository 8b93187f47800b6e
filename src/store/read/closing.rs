//! Daily closings as lists show them. Counts nothing.

use super::sql::{self, Day, Key, Moment};
use crate::domain::id::{ClosingId, DeviceId, Digest, PaperId, UserId};
use crate::domain::money::Cents;
use crate::domain::till::Closing;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Result, Row, params};

/// A daily closing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosingRow {
    /// Identity.
    pub id: ClosingId,
    /// The till.
    pub device: DeviceId,
    /// Counts from 1 for each till.
    pub number: u64,
    /// The till's code.
    pub code: String,
    /// The closing that it corrects.
    pub corrects: Option<u64>,
    /// Its day.
    pub closed_on: NaiveDate,
    /// Its moment.
    pub closed_at: DateTime<Utc>,
    /// Who closed.
    pub by: UserId,
    /// The second person.
    pub second: Option<UserId>,
    /// Change at the beginning.
    pub opening: Cents,
    /// Cash that had to be there.
    pub expected: Cents,
    /// Cash that was there.
    pub counted: Cents,
    /// Taken by card.
    pub card: Cents,
    /// Brought to the bank.
    pub delivered: Cents,
    /// Why there was a difference.
    pub reason: String,
    /// Receipts and cancelled ones that it counts.
    pub receipts: usize,
    /// Its paper.
    pub paper: PaperId,
    /// Digest of its paper.
    pub sha256: Digest,
    /// Bytes of the paper.
    pub size: u64,
    /// Pages of the paper.
    pub pages: u16,
}

impl ClosingRow {
    /// More cash (positive) or less than had to be there.
    pub fn difference(&self) -> Cents {
        self.counted - self.expected
    }
}

const COLUMNS: &str = "id, device, number, code, corrects, closed_on, closed_at, closed_by, second, opening, expected, \
    counted, card, delivered, reason, receipts, sha256, size, pages, paper";

fn read(row: &Row<'_>) -> Result<ClosingRow> {
    Ok(ClosingRow {
        id: ClosingId(row.get::<_, Key>(0)?.0),
        device: DeviceId(row.get::<_, Key>(1)?.0),
        number: row.get::<_, i64>(2)?.unsigned_abs(),
        code: row.get(3)?,
        corrects: row.get::<_, Option<i64>>(4)?.map(i64::unsigned_abs),
        closed_on: row.get::<_, Day>(5)?.0,
        closed_at: row.get::<_, Moment>(6)?.0,
        by: UserId(row.get::<_, Key>(7)?.0),
        second: row.get::<_, Option<Key>>(8)?.map(|key| UserId(key.0)),
        opening: Cents(row.get(9)?),
        expected: Cents(row.get(10)?),
        counted: Cents(row.get(11)?),
        card: Cents(row.get(12)?),
        delivered: Cents(row.get(13)?),
        reason: row.get(14)?,
        receipts: row.get::<_, u32>(15)? as usize,
        sha256: Digest(row.get(16)?),
        size: row.get::<_, i64>(17)?.unsigned_abs(),
        pages: row.get(18)?,
        paper: PaperId(row.get::<_, Key>(19)?.0),
    })
}

/// Makes the row of a closing.
pub fn project_closing(conn: &Connection, closing: &Closing) -> Result<()> {
    let closed = &closing.closed;
    let sql = format!(
        "INSERT OR REPLACE INTO closing_row ({COLUMNS})
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)"
    );
    sql::run(
        conn,
        &sql,
        params![
            Key(closing.id.0),
            Key(closing.event.device.0),
            closed.number.cast_signed(),
            closed.code,
            closed.corrects.map(u64::cast_signed),
            Day(closed.closed_on),
            Moment(closing.at),
            Key(closing.by.0),
            closing.second.map(|second| Key(second.0)),
            closed.opening.0,
            closed.expected().0,
            closed.cash().0,
            closed.taken(crate::domain::case::Payment::Card).0,
            closed.delivered.0,
            closed.reason,
            sql::int(closed.bookings.len()),
            closed.sha256.0,
            closed.size.cast_signed(),
            closed.pages,
            Key(closed.paper.0),
        ],
    )
    .map(drop)
}

/// Takes the row of a closing away.
pub fn remove_closing(conn: &Connection, id: ClosingId) -> Result<()> {
    sql::run(conn, "DELETE FROM closing_row WHERE id = ?1", [Key(id.0)]).map(drop)
}

/// The last closing of a till. What a desk went on with from the one before it bears that one's code, and is not its own.
pub fn last_closing(conn: &Connection, device: DeviceId, code: &str) -> Result<Option<ClosingRow>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM closing_row WHERE device = ?1 AND code = ?2 ORDER BY number DESC, id DESC LIMIT 1"
    );
    sql::first(conn, &sql, params![Key(device.0), code], read)
}

/// The closings that a till brought along from the chain that it left: they bear another desk's code.
pub fn closings_brought(conn: &Connection, device: DeviceId, code: &str) -> Result<Vec<ClosingId>> {
    let sql = "SELECT id FROM closing_row WHERE device = ?1 AND code <> ?2 ORDER BY closed_at, number";
    sql::all(conn, sql, params![Key(device.0), code], |row| Ok(ClosingId(row.get::<_, Key>(0)?.0)))
}

/// The closings of all tills in these days, the newest day first.
pub fn closings(
    conn: &Connection,
    from: NaiveDate,
    until: NaiveDate,
    limit: usize,
) -> Result<Vec<ClosingRow>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM closing_row WHERE closed_on BETWEEN ?1 AND ?2
         ORDER BY closed_on DESC, code, number DESC LIMIT ?3"
    );
    sql::all(conn, &sql, params![Day(from), Day(until), sql::int(limit)], read)
}

/// All closings of a till, as it numbered them.
pub fn closings_of(conn: &Connection, device: DeviceId) -> Result<Vec<ClosingRow>> {
    let sql = format!("SELECT {COLUMNS} FROM closing_row WHERE device = ?1 ORDER BY number, id");
    sql::all(conn, &sql, [Key(device.0)], read)
}

/// A closing.
pub fn closing_by_id(conn: &Connection, id: ClosingId) -> Result<Option<ClosingRow>> {
    sql::first(conn, &format!("SELECT {COLUMNS} FROM closing_row WHERE id = ?1"), [Key(id.0)], read)
}

/// The closing with this paper.
pub fn closing_by_paper(conn: &Connection, paper: PaperId) -> Result<Option<ClosingRow>> {
    sql::first(conn, &format!("SELECT {COLUMNS} FROM closing_row WHERE paper = ?1"), [Key(paper.0)], read)
}

/// The closing whose paper has exactly these bytes.
pub fn closing_by_digest(conn: &Connection, digest: Digest) -> Result<Option<ClosingRow>> {
    sql::first(conn, &format!("SELECT {COLUMNS} FROM closing_row WHERE sha256 = ?1"), [digest.0], read)
}

/// The number of the closing that corrects this one, if there is one.
pub fn corrected_by(conn: &Connection, row: &ClosingRow) -> Result<Option<u64>> {
    let sql = "SELECT number FROM closing_row WHERE device = ?1 AND corrects = ?2 ORDER BY number LIMIT 1";
    let params = params![Key(row.device.0), row.number.cast_signed()];
    sql::first(conn, sql, params, |found| found.get::<_, i64>(0).map(i64::unsigned_abs))
}
