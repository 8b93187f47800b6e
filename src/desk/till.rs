//! The till of this desk and its daily closing (Tagesabschluss): what has to be in it, closing it, its papers. Hands no money
//! out; what a closing needs is decided by the domain.

mod due;
mod entry;
mod export;
mod paper;

pub use self::due::Wanted;
pub use self::entry::Entry;
pub use self::export::Journal;
pub use crate::domain::till::count::{
    DENOMINATIONS, Pieces, SMALLEST_NOTE, pieces, read as read_count, total,
};
pub use crate::domain::till::{Booking, Closed, Closing, Counting, Item, Share, by_share, taken};
pub use crate::store::read::ClosingRow;

use self::due::{Due, due};
use self::entry::entries;
use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::session::Session;
use crate::domain::decide::role_for;
use crate::domain::id::{ClosingId, Digest, PaperId, UserId};
use crate::domain::money::Cents;
use crate::domain::number::ClosingNumber;
use crate::domain::problem::Problem;
use crate::domain::till::{ClosingEvent, KIND, Standing, Stretch, by_item};
use crate::domain::town::{Town, keys};
use crate::domain::user::may;
use crate::paper::letter::Letterhead;
use crate::store::{Booked, Device, Reader, Stamp, StoreError, read};
use chrono::{DateTime, NaiveDate, Utc};

/// How the till of this desk stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Till {
    /// The desk's code.
    pub code: String,
    /// Its last closing; none where it was never closed.
    pub last: Option<ClosingShown>,
    /// What the last closing left, or what it counted where that is corrected.
    pub opening: Cents,
    /// Money since then, in its order.
    pub entries: Vec<Entry>,
    /// Of a till that was never closed: receipts from before the day, which the first closing leaves out.
    pub left_out: usize,
    /// Of a till that was never closed and goes on for another desk: that one's code, and whether its money is left out.
    pub goes_on: Option<(String, bool)>,
    /// Whether the town wants a second person.
    pub second_wanted: bool,
}

/// A closing with the names of those who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosingShown {
    /// The closing.
    pub row: ClosingRow,
    /// Its number as it is printed.
    pub number: String,
    /// Who closed.
    pub by: String,
    /// The second person; empty where there was none.
    pub second: String,
}

impl Till {
    /// What came in by these means since the last closing.
    pub fn taken(&self, how: crate::domain::case::Payment) -> Cents {
        self.entries.iter().filter(|entry| entry.how == how).map(|entry| entry.cents).sum()
    }

    /// Cash that has to be in it.
    pub fn expected(&self) -> Cents {
        self.opening + self.taken(crate::domain::case::Payment::Cash)
    }
}

impl Desk {
    /// Whether this person may look into tills.
    pub fn may_close(session: &Session) -> bool {
        session.roles.iter().any(|role| may(*role, KIND))
    }

    /// How the till of this desk stands, or as it stood when its last closing was written.
    pub fn till(&self, session: &Session, wanted: Wanted) -> Result<Till, DeskError> {
        cashier(session)?;
        let today = self.clock.today();
        self.store.read(|db| -> Result<_, DeskError> {
            let device = db.device()?;
            let due = due(db, &device, wanted, today)?;
            let opening = match (&due.last, &due.before) {
                (Some(last), _) if wanted.corrects => last.closed.opening,
                (Some(last), _) | (None, Some(last)) => last.closed.left(),
                (None, None) => Cents::ZERO,
            };
            let row = read::last_closing(db.rows(), device.id, &device.code).map_err(StoreError::from)?;
            Ok(Till {
                code: device.code,
                last: row.map(|row| shown(db, row)).transpose()?,
                opening,
                entries: entries(db, &session.reads, due.booked)?,
                left_out: due.left_out,
                goes_on: due.goes_on,
                second_wanted: second_wanted(&db.town()?),
            })
        })
    }

    /// A new closing's identity: whoever begins to count carries it, so that closing twice closes once.
    pub fn new_closing(&self) -> Result<ClosingId, DeskError> {
        Ok(ClosingId(self.chance.id(self.clock.now().timestamp_millis())?))
    }

    /// Counts and closes the till of this desk; the paper is issued with it. The same again gives the same closing.
    pub fn close_till(
        &self,
        session: &Session,
        id: ClosingId,
        counting: &Counting,
        second: Option<&Session>,
    ) -> Result<ClosingShown, DeskError> {
        let id = self.act_as(session, |hand| close(hand, id, counting, second.map(|second| second.user)))?;
        self.closing(session, id)
    }

    /// A closing.
    pub fn closing(&self, session: &Session, id: ClosingId) -> Result<ClosingShown, DeskError> {
        cashier(session)?;
        self.store.read(|db| {
            let row = read::closing_by_id(db.rows(), id).map_err(StoreError::from)?;
            Ok(shown(db, row.ok_or_else(|| DeskError::because("closing-gone"))?)?)
        })
    }

    /// The closing with this number (`A-T00012`) or identity.
    pub fn closing_named(&self, session: &Session, named: &str) -> Result<ClosingShown, DeskError> {
        let named = named.trim();
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let all = self.closings(session, day(1, 1, 1), day(9999, 12, 31), usize::MAX)?;
        let found = all.into_iter().find(|one| one.number == named || one.row.id.to_string() == named);
        found.ok_or_else(|| Problem::error("closing", "closing-unknown").with("number", named).into())
    }

    /// The closings of all tills in these days, the newest first.
    pub fn closings(
        &self,
        session: &Session,
        from: NaiveDate,
        until: NaiveDate,
        limit: usize,
    ) -> Result<Vec<ClosingShown>, DeskError> {
        cashier(session)?;
        self.store.read(|db| {
            let rows = read::closings(db.rows(), from, until, limit).map_err(StoreError::from)?;
            Ok(rows.into_iter().map(|row| shown(db, row)).collect::<Result<_, StoreError>>()?)
        })
    }

    /// The closing whose paper has exactly these bytes, and the number of the one that corrects it. Who may look is for whoever
    /// asks.
    pub(super) fn closing_of(
        &self,
        digest: Digest,
    ) -> Result<Option<(ClosingShown, Option<String>)>, DeskError> {
        self.store.read(|db| {
            let row = read::closing_by_digest(db.rows(), digest).map_err(StoreError::from)?;
            let Some(row) = row else { return Ok(None) };
            let newer = read::corrected_by(db.rows(), &row).map_err(StoreError::from)?;
            let newer = newer.map(|count| ClosingNumber { desk: &row.code, count }.to_string());
            Ok(Some((shown(db, row)?, newer)))
        })
    }

    /// The paper of a closing, byte for byte as it was issued. It names the cases that whoever closed may read (§ 30 AO): so it
    /// is for them and the second person, and for whoever may read all of them.
    pub fn closing_bytes(&self, session: &Session, id: ClosingId) -> Result<Vec<u8>, DeskError> {
        let row = self.allowed(session, id)?;
        Ok(self.store.read(|db| db.blob(row.sha256))?)
    }

    /// The paper's identity, for those who may have it.
    pub(super) fn closing_paper(&self, session: &Session, id: ClosingId) -> Result<PaperId, DeskError> {
        Ok(self.allowed(session, id)?.paper)
    }

    /// The closing, for those who may have its paper.
    fn allowed(&self, session: &Session, id: ClosingId) -> Result<ClosingRow, DeskError> {
        let row = self.closing(session, id)?.row;
        let is_own = row.by == session.user || row.second == Some(session.user);
        self.store.read(|db| -> Result<_, DeskError> {
            if !is_own && counts_hidden(db, session, id)? {
                return Err(DeskError::because("closing-hidden"));
            }
            Ok(row)
        })
    }
}

/// Whether a closing counts money of a case that the session may not read.
fn counts_hidden(db: &Reader<'_>, session: &Session, id: ClosingId) -> Result<bool, StoreError> {
    let Some(closing) = db.closing(id)? else { return Ok(false) };
    let booked = counted_by(db, &closing)?;
    Ok(entries(db, &session.reads, booked)?.iter().any(|entry| entry.case.is_none()))
}

/// What a closing counts, as far as it is still there.
fn counted_by(db: &Reader<'_>, closing: &Closing) -> Result<Vec<Booked>, StoreError> {
    let closed = &closing.closed;
    let own = Stretch { device: closing.event.device, after: closed.after, upto: closed.upto };
    db.to_count(own, &closed.inherited, closed.since)
}

/// Refused for whoever has no business with tills.
fn cashier(session: &Session) -> Result<(), DeskError> {
    if Desk::may_close(session) { Ok(()) } else { Err(DeskError::because("till-not-allowed")) }
}

fn second_wanted(town: &Town) -> bool {
    !town.get(keys::CASH_SECOND).is_empty()
}

/// The last closing of a till.
fn last(db: &Reader<'_>, device: &Device) -> Result<Option<Closing>, StoreError> {
    match read::last_closing(db.rows(), device.id, &device.code)? {
        Some(row) => db.closing(row.id),
        None => Ok(None),
    }
}

fn shown(db: &Reader<'_>, row: ClosingRow) -> Result<ClosingShown, StoreError> {
    let number = ClosingNumber { desk: &row.code, count: row.number }.to_string();
    let second = row.second.map(|second| name_of(db, second)).transpose()?.unwrap_or_default();
    Ok(ClosingShown { by: name_of(db, row.by)?, second, number, row })
}

fn name_of(db: &Reader<'_>, user: UserId) -> Result<String, StoreError> {
    Ok(db.user(user)?.map(|user| user.name).unwrap_or_default())
}

/// Closes the till, in a transaction that somebody else commits.
fn close(
    hand: &mut Hand<'_, '_, '_>,
    id: ClosingId,
    counting: &Counting,
    second: Option<UserId>,
) -> Result<ClosingId, DeskError> {
    if hand.tx.closing(id)?.is_some() {
        return Ok(id);
    }
    let role = role_for(&hand.user, KIND, None, None)?;
    let device = hand.tx.device()?;
    let _ = hand.tx.own_head()?;
    let (since, alone) = (counting.since, counting.alone);
    let wanted = Wanted { corrects: counting.corrects.is_some(), since, alone };
    let due = due(hand.tx, &device, wanted, hand.today)?;
    if due.last.is_none() && !due.inherited.is_empty() && !has_heard(hand.tx)? {
        return Err(DeskError::because("till-agree-first"));
    }
    if let Some(done) = repeats(&due, counting, hand)? {
        return Ok(done);
    }
    let goes_on = goes_on(hand.tx, &due)?;
    let entries = entries(hand.tx, &hand.user.reads(), due.booked.clone())?;
    let bookings: Vec<Booking> = entries.iter().map(Entry::booking).collect();
    let standing = Standing {
        last: due.last.as_ref().map(|last| &last.closed),
        before: due.before.as_ref().map(|before| &before.closed),
        bookings: &bookings,
        second_wanted: second_wanted(&hand.town),
        by: hand.user.id,
        second,
    };
    if let Some(since) = counting.since.filter(|since| *since > hand.today) {
        return Err(Problem::error("since", "till-since-future").with("date", since).into());
    }
    standing.check(counting)?;
    let second = second.map(|second| hand.tx.user(second)).transpose()?.flatten();
    let witness = second.as_ref().map(|second| role_for(second, "till_witnessed", None, None)).transpose()?;
    let mut closed = Closed {
        number: due.last.as_ref().map_or(0, |last| last.closed.number) + 1,
        code: device.code,
        corrects: counting.corrects,
        mistake: counting.mistake.trim().to_owned(),
        after: due.own.after,
        upto: due.own.upto,
        inherited: due.inherited,
        since: due.since,
        closed_on: hand.today,
        opening: standing.opening(counting),
        items: by_item(entries.iter().flat_map(Entry::sums)),
        bookings,
        counted: counting.counted.clone(),
        terminal: counting.terminal,
        reason: counting.reason.trim().to_owned(),
        delivered: counting.delivered,
        paper: PaperId(hand.id()?),
        sha256: Digest::default(),
        size: 0,
        pages: 0,
    };
    let names = (hand.user.name.as_str(), second.as_ref().map_or("", |second| second.name.as_str()));
    let left_out = due.left_out;
    let sheet = paper::Sheet { closed: &closed, entries: &entries, left_out, goes_on, names, at: hand.now };
    let crest = super::arms::crest(hand.tx, &hand.town)?;
    let head = Letterhead { crest, ..super::paper::letterhead(&hand.town) };
    let rendered = sheet.render(&hand.town, &head)?;
    closed.sha256 = hand.tx.put_blob(&rendered.bytes)?;
    (closed.size, closed.pages) = (rendered.bytes.len() as u64, rendered.pages);
    let number = closed.number;
    let stamp = Stamp { at: hand.now, actor: hand.user.id, role };
    let _ = hand.tx.append_closing(id, &ClosingEvent::TillClosed(Box::new(closed)), &stamp)?;
    if let Some((second, role)) = second.zip(witness) {
        let stamp = Stamp { at: hand.now, actor: second.id, role };
        let _ = hand.tx.append_closing(id, &ClosingEvent::TillWitnessed { number }, &stamp)?;
    }
    Ok(id)
}

/// Whether the desk has heard what the Kreis has of the desk before, so that nothing is counted which that one closed. A desk
/// without a Kreis has all there is; one that goes on beside a twin has no enrolment for a while, and knows the town's desks.
fn has_heard(db: &Reader<'_>) -> Result<bool, StoreError> {
    let is_by_itself = db.enrolment()?.is_none() && db.town_desks()?.is_empty();
    Ok(is_by_itself || db.has_heard_all()?)
}

/// For which desk the till goes on, and how many of that one's bookings it counts; told with its first closing, and whenever
/// there are any.
fn goes_on(db: &Reader<'_>, due: &Due) -> Result<Option<(String, usize)>, StoreError> {
    let Some(before) = due.inherited.first() else { return Ok(None) };
    let count = due.booked.iter().filter(|booked| booked.id.device != due.own.device).count();
    if due.last.is_some() && count == 0 {
        return Ok(None);
    }
    Ok(db.code_of(before.device)?.map(|code| (code, count)))
}

/// The closing that this one repeats: nothing was booked since, on the same day, and the same was counted. Refused where
/// something else was: that is a correction.
fn repeats(due: &Due, counting: &Counting, hand: &Hand<'_, '_, '_>) -> Result<Option<ClosingId>, DeskError> {
    let Some(last) = due.last.as_ref().filter(|last| last.closed.closed_on == hand.today) else {
        return Ok(None);
    };
    let closed = &last.closed;
    let same = (&closed.counted, closed.delivered) == (&counting.counted, counting.delivered)
        && closed.terminal == counting.terminal;
    if counting.corrects.is_some() {
        let again = counting.corrects.is_some() && counting.corrects == closed.corrects && same;
        return Ok(again.then_some(last.id));
    }
    if !due.booked.is_empty() {
        return Ok(None);
    }
    if same {
        return Ok(Some(last.id));
    }
    let number = ClosingNumber { desk: &closed.code, count: closed.number };
    let problem = Problem::error("", "closing-already").with("number", number);
    let time = super::clock::legal_moment(last.at).format("%H:%M");
    Err(problem.with("time", time).with("count", closed.number).into())
}

/// A moment in the office's legal time, as papers write it.
fn time_of(at: DateTime<Utc>) -> String {
    super::clock::legal_moment(at).format("%H:%M").to_string()
}
