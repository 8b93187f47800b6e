//! The monthly lot: every notice of a month that the statistical office has not got, in one message, on the first working
//! day of the next month at the latest (§ 3 (2) GewAnzV).

use super::{MONTHLY, Standing, View, Wanted, package, prepare};
use crate::catalogue::{Body, first_working_day_after};
use crate::desk::Desk;
use crate::desk::error::DeskError;
use crate::desk::outside;
use crate::desk::session::Session;
use crate::domain::assessment::Due;
use crate::domain::case::{Case, Noted, NoticeStep, Outcome};
use crate::domain::decide::Command;
use crate::domain::id::{CaseId, NoticeId};
use crate::domain::problem::{Problem, Refusal};
use crate::exchange::xga::{self, Message};
use crate::exchange::{Share, Standard};
use crate::paper::template::local_word;
use crate::store::read::{self, CaseRow, Filter, Page, Sort};
use chrono::{Datelike, Months, NaiveDate};
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
    /// Those that could not be told, and what has to be settled in them first.
    pub left: Vec<(String, Vec<Problem>)>,
}

/// Rows read at once.
const ROWS: usize = 200;

impl Desk {
    /// The lot of the month in which a day lies.
    pub fn lot(&self, session: &Session, day: NaiveDate) -> Result<Lot, DeskError> {
        let month = day.with_day(1).unwrap_or(day);
        let town = self.town()?;
        let due = first_working_day_after(&town, month, &local_word("lot"), "§ 3 Abs. 2 GewAnzV");
        let mut cases = Vec::new();
        for row in self.trade_rows(session, month)? {
            let sheet = self.sheet_again(session, row.id)?;
            if statistics(self, &sheet.case, &town)?.is_some() {
                cases.push((row.id, row.number));
            }
        }
        cases.reverse();
        Ok(Lot { month, due, cases, left: Vec::new() })
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

    /// Writes the lot as a new file and notes it as made in every case; with `sent`, as sent as well, once the file is there.
    /// What has to be settled in a case before it can be told to anybody stays for the next lot, and is named.
    pub fn write_lot(
        &self,
        session: &Session,
        day: NaiveDate,
        out: &Path,
        sent: bool,
    ) -> Result<(Lot, PathBuf), DeskError> {
        let mut lot = self.lot(session, day)?;
        if lot.cases.is_empty() {
            return Err(DeskError::because("notice-nothing"));
        }
        let wanted = Wanted { bodies: vec![MONTHLY.to_owned()], reason: String::new() };
        let (mut told, mut left) = (Vec::new(), Vec::new());
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
                told.extend(case.notice_waiting(MONTHLY).map(|waits| (*id, waits.notice)));
                parts.push((case, service, shared));
            }
            if parts.is_empty() {
                return Err(Refusal(left.iter().flat_map(|(_, why)| why.clone()).collect()).into());
            }
            message(hand.desk, &town, &parts, hand.now)
        })?;
        let path = write_beside(out, &format!("{}_{MONTHLY}", lot.month.format("%Y-%m")), &bytes)?;
        if sent {
            self.note_sent(session, &told)?;
        }
        lot.cases.retain(|(_, number)| left.iter().all(|(other, _)| other != number));
        lot.left = left;
        Ok((lot, path))
    }

    /// Notes as sent what was written, and nothing that came meanwhile.
    fn note_sent(&self, session: &Session, told: &[(CaseId, NoticeId)]) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            for (id, notice) in told {
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
            Ok(())
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
