//! The monthly lot: every notice of a month that the statistical office has not got, in one message, on the first working
//! day of the next month at the latest (§ 3 (2) GewAnzV).

use super::{MONTHLY, Standing, View, Wanted, package, prepare};
use crate::catalogue::{Body, first_working_day_after};
use crate::desk::Desk;
use crate::desk::error::DeskError;
use crate::desk::folder::Purpose;
use crate::desk::outside;
use crate::desk::session::Session;
use crate::domain::assessment::Due;
use crate::domain::case::{Case, Noted, NoticeStep, Outcome};
use crate::domain::decide::Command;
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, NoticeId};
use crate::domain::problem::{Problem, Refusal};
use crate::exchange::xga::{self, Message};
use crate::exchange::{Share, Standard};
use crate::paper::template::local_word;
use crate::store::read::{self, CaseRow, Filter, Page, Sort};
use crate::store::{StoreError, Tx};
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A month's notices that the statistical office has not got.
#[derive(Debug, Clone, PartialEq)]
pub struct Lot {
    /// The first day of the month.
    pub month: NaiveDate,
    /// The last day to send it, and why.
    pub due: Option<Due>,
    /// The notices: case and number, in the order of receipt. Older ones that were forgotten are among them.
    pub cases: Vec<(CaseId, String)>,
    /// Notices that came in this month and were sent: case, number, and whether the office has confirmed.
    pub sent: Vec<(CaseId, String, bool)>,
    /// How many cases were looked at as a whole: those of the month, and those that were written to since.
    pub judged: usize,
    /// Those that could not be told, and what has to be settled in them first.
    pub left: Vec<(String, Vec<Problem>)>,
    /// The packages of a lot that was written.
    pub packages: Vec<(CaseId, NoticeId)>,
}

/// Under this key lies which cases had nothing to tell, and their last event then.
const JUDGED: &str = "lot.judged";
/// Days before the month's end from which its lot is named.
const SOON: i64 = 5;

/// Cases with the last event that was seen of each.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Judged(BTreeMap<CaseId, i64>);

/// Rows read at once.
const ROWS: usize = 200;

impl Desk {
    /// The lot of the month in which a day lies.
    pub fn lot(&self, session: &Session, day: NaiveDate) -> Result<Lot, DeskError> {
        let month = day.with_day(1).unwrap_or(day);
        let town = self.town()?;
        let due = first_working_day_after(&town, month, &local_word("lot"), "§ 3 Abs. 2 GewAnzV");
        let (mut cases, mut sent, mut judged) = (Vec::new(), Vec::new(), 0);
        let before = self.judged_before()?;
        let mut now = Judged::default();
        for row in self.trade_rows(session, month)? {
            let last = self.store.read(|db| db.last_event(Subject::Case(row.id)))?;
            let of_month = row.received_on >= month;
            // What had nothing to tell has nothing still, as long as nothing was written to it.
            if !of_month && before.0.get(&row.id) == Some(&last) {
                let _ = now.0.insert(row.id, last);
                continue;
            }
            judged += 1;
            let Some(case) = self.store.read(|db| db.case(row.id))? else { continue };
            if statistics(self, &case, &town)?.is_some() {
                cases.push((row.id, row.number));
                continue;
            }
            let _ = now.0.insert(row.id, last);
            let out = case.notice_out(MONTHLY).filter(|_| of_month);
            sent.extend(out.map(|out| (row.id, row.number, out.on(NoticeStep::Acknowledged).is_some())));
        }
        self.keep_judged(&before, now)?;
        cases.reverse();
        sent.reverse();
        Ok(Lot { month, due, cases, sent, left: Vec::new(), packages: Vec::new(), judged })
    }

    /// Cases that had nothing to tell when they were looked at last.
    fn judged_before(&self) -> Result<Judged, DeskError> {
        let kept = self.store.read(|db| db.preference(None, JUDGED))?;
        Ok(kept.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default())
    }

    /// Remembers them. Those of months behind the one that was asked for stay as they were known.
    fn keep_judged(&self, before: &Judged, mut now: Judged) -> Result<(), DeskError> {
        for (case, last) in &before.0 {
            let _ = now.0.entry(*case).or_insert(*last);
        }
        if now == *before {
            return Ok(());
        }
        let json = serde_json::to_vec(&now).map_err(StoreError::from)?;
        let keep = |tx: &mut Tx<'_>| tx.set_preference(None, JUDGED, Some(&json)).map_err(DeskError::from);
        let _ = self.store.write(keep)?;
        Ok(())
    }

    /// A lot that has to be sent soon, or should have been: its month, the last day, and how many notices are in it. The one
    /// of the month before comes first; that of this month in the days before its end.
    pub fn lot_due(&self, session: &Session) -> Result<Option<Lot>, DeskError> {
        let today = self.today();
        let this = today.with_day(1).unwrap_or(today);
        let before = this.checked_sub_months(Months::new(1)).unwrap_or(this);
        let lot = self.lot(session, before)?;
        if !lot.cases.is_empty() {
            return Ok(Some(lot));
        }
        let next = this.checked_add_months(Months::new(1)).unwrap_or(this);
        if (next - today).num_days() > SOON {
            return Ok(None);
        }
        Ok(Some(self.lot(session, this)?).filter(|lot| !lot.cases.is_empty()))
    }

    /// Notes at every case of a month's lot that it was sent, or that the office has confirmed it. Returns at how many.
    pub fn note_lot(&self, session: &Session, day: NaiveDate, step: NoticeStep) -> Result<usize, DeskError> {
        let lot = self.lot(session, day)?;
        let told = lot.cases.iter().map(|(id, _)| *id).chain(lot.sent.iter().map(|(id, ..)| *id));
        let told: Vec<CaseId> = told.collect();
        self.act_as(session, |hand| {
            let mut noted = 0;
            for id in told {
                let case = hand.case(id)?;
                let notice = match step {
                    NoticeStep::Sent => case.notice_waiting(MONTHLY),
                    _ => case.notice_out(MONTHLY).filter(|out| out.on(step).is_none()),
                };
                let Some(notice) = notice.map(|notice| notice.notice) else { continue };
                let (bodies, on, note) = (vec![MONTHLY.to_owned()], hand.today, String::new());
                let said = Noted { notice, bodies, step, on, note };
                hand.command(id, Some(&case), Command::NoteNotices(said), None)?;
                noted += 1;
            }
            if noted == 0 { Err(DeskError::because("lot-note-none")) } else { Ok(noted) }
        })
    }

    /// Trade notices that came in until the month's end, the newest first.
    fn trade_rows(&self, session: &Session, month: NaiveDate) -> Result<Vec<CaseRow>, DeskError> {
        let end = month.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX);
        let mut slugs: Vec<&str> = Vec::new();
        for service in self.catalogue().services().filter(|service| service.receiving.is_some()) {
            if !slugs.contains(&service.slug.as_str()) {
                slugs.push(&service.slug);
            }
        }
        let mut found = Vec::new();
        for slug in slugs {
            let filter =
                Filter { view: read::View::All, service: Some(slug.to_owned()), ..Filter::default() };
            let mut page = Page::first(ROWS);
            loop {
                let rows =
                    self.query(|db| read::cases(db, &session.reads, &filter, Sort::default(), &page))?;
                page.after = rows.last().map(|row| row.cursor.clone());
                let whole = rows.len() == ROWS;
                found.extend(rows.into_iter().filter(|row| row.received_on < end));
                if !whole {
                    break;
                }
            }
        }
        found.sort_by(|a, b| (b.received_on, &b.number).cmp(&(a.received_on, &a.number)));
        Ok(found)
    }

    /// The same as a new file of this very path, not yet sent. The folder is remembered.
    pub fn write_lot_at(
        &self,
        session: &Session,
        day: NaiveDate,
        path: &Path,
    ) -> Result<(Lot, PathBuf), DeskError> {
        let (lot, bytes) = self.make_lot(session, day)?;
        outside::write_new(path, &bytes)?;
        self.remember_folder(session, Purpose::Save, path)?;
        Ok((lot, path.to_owned()))
    }

    /// Writes the lot as a new file and notes it as made in every case; with `sent`, as sent as well, once the file is there.
    /// What has to be settled in a case before it can be told to anybody stays for the next lot, and is named.
    pub fn write_lot(
        &self,
        session: &Session,
        day: NaiveDate,
        out: &Path,
        sent: bool,
    ) -> Result<(Lot, PathBuf), DeskError> {
        let (lot, bytes) = self.make_lot(session, day)?;
        let path = write_beside(out, &format!("{}_{MONTHLY}", lot.month.format("%Y-%m")), &bytes)?;
        if sent {
            let _ = self.note_lot_sent(session, &lot.packages)?;
        }
        Ok((lot, path))
    }

    /// Notes the lot as made in every case: what is in it, and its file.
    fn make_lot(&self, session: &Session, day: NaiveDate) -> Result<(Lot, Vec<u8>), DeskError> {
        let mut lot = self.lot(session, day)?;
        if lot.cases.is_empty() {
            return Err(DeskError::because("notice-nothing"));
        }
        let wanted = Wanted { bodies: vec![MONTHLY.to_owned()], reason: String::new() };
        let (mut packages, mut left) = (Vec::new(), Vec::new());
        let bytes = self.act_as(session, |hand| {
            let town = hand.town.clone();
            let mut parts: Vec<(Case, &'static crate::catalogue::Service, Share)> = Vec::new();
            for (id, number) in &lot.cases {
                match prepare(hand, *id, &wanted) {
                    Ok(_) => {}
                    Err(DeskError::Refused(refused)) => {
                        left.push((number.clone(), refused.0));
                        continue;
                    }
                    Err(error) => return Err(error),
                }
                let case = hand.case(*id)?;
                let view = View::new(hand.desk, &case, &town)?;
                let body = of_month(&view).ok_or_else(|| DeskError::because("notice-unknown"))?;
                let (shared, service) = (view.share(body), view.service);
                packages.extend(case.notice_waiting(MONTHLY).map(|waits| (*id, waits.notice)));
                parts.push((case, service, shared));
            }
            if parts.is_empty() {
                return Err(Refusal(left.iter().flat_map(|(_, why)| why.clone()).collect()).into());
            }
            message(hand.desk, &town, &parts, hand.now)
        })?;
        lot.cases.retain(|(_, number)| left.iter().all(|(other, _)| other != number));
        (lot.left, lot.packages) = (left, packages);
        Ok((lot, bytes))
    }

    /// Notes as sent what was written, and nothing that came meanwhile. Returns at how many cases.
    pub fn note_lot_sent(
        &self,
        session: &Session,
        packages: &[(CaseId, NoticeId)],
    ) -> Result<usize, DeskError> {
        self.act_as(session, |hand| {
            for (id, notice) in packages {
                let case = hand.case(*id)?;
                let noted = Noted {
                    notice: *notice,
                    bodies: vec![MONTHLY.to_owned()],
                    step: NoticeStep::Sent,
                    on: hand.today,
                    note: String::new(),
                };
                hand.command(*id, Some(&case), Command::NoteNotices(noted), None)?;
            }
            Ok(packages.len())
        })
    }
}

/// A new file; where one of that name is there already, the next number is put behind it.
fn write_beside(out: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, DeskError> {
    let behind = |round: u32| if round == 1 { String::new() } else { format!("_{round}") };
    let named = |round| out.join(format!("{name}{}.xml", behind(round)));
    let path = (1..100).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1));
    outside::write_new(&path, bytes)?;
    Ok(path)
}

fn of_month(view: &View<'_>) -> Option<&'static Body> {
    view.receiving.bodies.iter().find(|body| body.id == MONTHLY)
}

/// The body of the month, where the case has still to be told to it.
fn statistics(
    desk: &Desk,
    case: &Case,
    town: &crate::domain::town::Town,
) -> Result<Option<&'static Body>, DeskError> {
    // Another office's, a second one of the same, and what was taken back are nobody's news.
    let elsewhere = case.away().is_some() || case.given_back().is_some() || case.double_of().next().is_some();
    if elsewhere || case.decisions.last().is_some_and(|decision| decision.outcome == Outcome::Withdrawn) {
        return Ok(None);
    }
    let view = View::new(desk, case, town)?;
    let open =
        |body: &&Body| matches!(view.standing(body), Standing::Monthly | Standing::Waits | Standing::Again);
    Ok(of_month(&view).filter(open))
}

fn message(
    desk: &Desk,
    town: &crate::domain::town::Town,
    parts: &[(Case, &'static crate::catalogue::Service, Share)],
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Vec<u8>, DeskError> {
    let wrong = || DeskError::because("exchange-not-written");
    let views: Vec<View<'_>> =
        parts.iter().map(|(case, ..)| View::new(desk, case, town)).collect::<Result<_, _>>()?;
    let mut messages: Vec<Message<'_>> = Vec::new();
    for view in &views {
        let body = of_month(view).ok_or_else(wrong)?;
        let notice = view.case.notices().iter().rfind(|notice| notice.body == MONTHLY).ok_or_else(wrong)?;
        messages.push(package::message(view, body, notice));
    }
    let mut head = messages.first().cloned().ok_or_else(wrong)?;
    head.made_at = package::moment(now);
    let notices: Vec<_> = messages
        .into_iter()
        .zip(parts)
        .map(|(message, (_, service, share))| (message, *service, &share.answers))
        .collect();
    let standard = Standard::newest().ok_or_else(wrong)?;
    xga::write_lot(standard, &head, &notices).map_err(|_| wrong())
}
