//! The work list as a paper (Arbeitsliste), for whoever works it off away from the screen: what the screen shows of what they may
//! read. It belongs to no case, and nothing of it is stored.

use super::Desk;
use super::clock::legal_moment;
use super::error::DeskError;
use super::look::{CaseRow, Filter, Page, Sort, SortBy, Stand, View, next_day};
use super::paper::{day, letterhead};
use super::session::Session;
use crate::domain::id::UserId;
use crate::paper::letter::Letterhead;
use crate::paper::template::{self, Values, word};
use chrono::NaiveDate;
use std::collections::BTreeMap;

const LETTER: &str = "arbeitsliste/1";

/// Most cases on one list: some forty pages.
pub const MOST: usize = 1000;

/// Letters of the narrowing text in the line above further pages.
const NARROWED: usize = 24;

/// Which list, in which order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Listing {
    /// Which cases.
    pub filter: Filter,
    /// Their order.
    pub sort: Sort,
}

impl Desk {
    /// The list as it stands now, as a PDF: at most [`MOST`] cases, and it says where there are more.
    pub fn work_list(&self, session: &Session, listing: &Listing) -> Result<Vec<u8>, DeskError> {
        let page = Page::first(MOST + 1);
        let mut rows = self.cases(session, &listing.filter, listing.sort, &page)?;
        let is_whole = rows.len() <= MOST;
        rows.truncate(MOST);
        let names = self.users(session)?.into_iter().map(|user| (user.id, user.name)).collect();
        let mut values = Values::new(self.today());
        self.said_of(&mut values, session, listing);
        values.set(if is_whole { "count" } else { "more" }, rows.len().to_string());
        let cells = |row: &CaseRow| cells(row, &names, self.today());
        values.set_table("cases", rows.iter().map(cells).collect());
        let town = self.town()?;
        let crest = self.store.read(|db| super::arms::crest(db, &town))?;
        Ok(template::render(LETTER, &values, &Letterhead { crest, ..letterhead(&town) })?.bytes)
    }

    /// Prints the list as it stands now, once, at the default printer; gives the printer's name.
    pub fn print_work_list(&self, session: &Session, listing: &Listing) -> Result<String, DeskError> {
        let bytes = self.work_list(session, listing)?;
        self.print_at_once("list_job", &bytes)
    }

    /// Which list it is, of when and for whom: in the head of the first page, and shorter on each further one.
    fn said_of(&self, values: &mut Values, session: &Session, listing: &Listing) {
        let Listing { filter, sort } = listing;
        let service = filter.service.as_deref().map(|slug| {
            let known = self.catalogue().versions(slug);
            known.last().map_or_else(|| slug.to_owned(), |service| service.name.de.clone())
        });
        let text = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        // The line above further pages has room for the beginning of it.
        let short = text.map(|text| match text.char_indices().nth(NARROWED) {
            Some((end, _)) => format!("{}…", text[..end].trim_end()),
            None => text.to_owned(),
        });
        let quoted = |text: &str| word("list_text", &[("text", text)]);
        let (text, short) = (text.map(quoted), short.as_deref().map(quoted));
        let (list, at) = (called(filter.view), legal_moment(self.clock.now()).format("%H:%M").to_string());
        let of = word("list_at", &[("date", &day(values.date)), ("time", &at)]);
        let heading = [word("list_title", &[])].into_iter().chain([list.clone()]);
        let heading = heading.chain(service.clone()).chain(short).chain([of]);
        values.set("heading", heading.collect::<Vec<_>>().join(" · "));
        values.set("list", list);
        values.set("only", service.unwrap_or_default());
        values.set("narrowed", text.unwrap_or_default());
        values.set("sorted", ordered(*sort));
        values.set("at", at);
        values.set("reader", &session.name);
    }
}

fn called(view: View) -> String {
    match view {
        View::Mine(_) => word("list_mine", &[]),
        View::Open => word("list_open", &[]),
        View::Due { until } => word("list_due", &[("date", &day(until))]),
        View::Overdue { .. } => word("list_overdue", &[]),
        View::ToSign => word("list_to_sign", &[]),
        View::Conflicts => word("list_conflicts", &[]),
        View::All => word("list_all", &[]),
    }
}

fn ordered(sort: Sort) -> String {
    let by = match sort.by {
        SortBy::Received => "received",
        SortBy::Due => "due",
        SortBy::Applicant => "applicant",
        SortBy::Number => "number",
    };
    let by = word(&format!("sorted_{by}"), &[]);
    if sort.descending { word("sorted_down", &[("by", &by)]) } else { by }
}

/// A row as the screen shows it. What is only coloured there is said here.
fn cells(row: &CaseRow, names: &BTreeMap<UserId, String>, today: NaiveDate) -> Vec<String> {
    let none = || "–".to_owned();
    let said = |id: &str, on: NaiveDate| word(id, &[("date", &day(on))]);
    let next = next_day(row).map(|next| match (next.due, next.reminder) {
        (Some(due), _) if due < today => said("list_late", due),
        (Some(due), Some(on)) if on <= today => said("list_due_reminder_late", due),
        (Some(due), Some(_)) => said("list_due_reminder", due),
        (Some(due), None) => day(due),
        (None, Some(on)) if on < today => said("list_reminder_late", on),
        (None, on) => on.map_or_else(none, |on| said("list_reminder", on)),
    });
    let by = row.assigned.and_then(|by| names.get(&by)).cloned();
    let stand = word(&format!("stand_{}", Stand::of(row).name().replace('-', "_")), &[]);
    vec![
        format!("{}\n{}", row.number, row.service_name),
        row.applicant_name.clone(),
        stand,
        next.unwrap_or_else(none),
        by.unwrap_or_else(none),
    ]
}
