//! The monthly lot: every notice of a month that the statistical office has not got, in one message, on the first working
//! day of the next month at the latest (§ 3 (2) GewAnzV).

use super::{MONTHLY, Standing, View, Wanted, package, prepare};
use crate::catalogue::{Body, first_working_day_after};
use crate::desk::Desk;
use crate::desk::error::DeskError;
use crate::desk::outside;
use crate::desk::session::Session;
use crate::domain::assessment::Due;
use crate::domain::case::{Case, Noted, NoticeStep};
use crate::domain::decide::Command;
use crate::domain::id::CaseId;
use crate::exchange::xga::{self, Message};
use crate::exchange::{Share, Standard};
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
}

/// Rows read at once.
const ROWS: usize = 200;

impl Desk {
    /// The lot of the month in which a day lies.
    pub fn lot(&self, session: &Session, day: NaiveDate) -> Result<Lot, DeskError> {
        let month = day.with_day(1).unwrap_or(day);
        let town = self.town()?;
        let due = first_working_day_after(
            &town,
            month,
            &crate::paper::template::word("lot", &[]),
            "§ 3 Abs. 2 GewAnzV",
        );
        let mut cases = Vec::new();
        for row in self.trade_rows(session, month)? {
            let sheet = self.sheet_again(session, row.id)?;
            if statistics(self, &sheet.case, &town)?.is_some() {
                cases.push((row.id, row.number));
            }
        }
        cases.reverse();
        Ok(Lot { month, due, cases })
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

    /// Writes the lot as a new file and notes it as made in every case; with `sent`, as sent as well.
    pub fn write_lot(
        &self,
        session: &Session,
        day: NaiveDate,
        out: &Path,
        sent: bool,
    ) -> Result<(Lot, PathBuf), DeskError> {
        let lot = self.lot(session, day)?;
        if lot.cases.is_empty() {
            return Err(DeskError::because("notice-nothing"));
        }
        let bytes = self.act_as(session, |hand| {
            let wanted = Wanted { bodies: vec![MONTHLY.to_owned()], reason: String::new() };
            let town = hand.town.clone();
            let mut parts: Vec<(Case, &'static crate::catalogue::Service, Share)> = Vec::new();
            for (id, _) in &lot.cases {
                let _ = prepare(hand, *id, &wanted)?;
                let case = hand.case(*id)?;
                let view = View::new(hand.desk, &case, &town)?;
                let body = of_month(&view).ok_or_else(|| DeskError::because("notice-unknown"))?;
                let shared = view.share(body);
                let service = view.service;
                if sent && let Some(waits) = case.notice_waiting(MONTHLY) {
                    let noted = Noted {
                        notice: waits.notice,
                        bodies: wanted.bodies.clone(),
                        step: NoticeStep::Sent,
                        on: hand.today,
                        note: String::new(),
                    };
                    hand.command(*id, Some(&case), Command::NoteNotices(noted), None)?;
                }
                parts.push((case, service, shared));
            }
            message(hand.desk, &town, &parts, hand.now)
        })?;
        let name = format!("{}_{MONTHLY}.xml", lot.month.format("%Y-%m"));
        let path = out.join(name);
        outside::write_new(&path, &bytes)?;
        Ok((lot, path))
    }
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
