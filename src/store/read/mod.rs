//! The read tables: rows that lists and search need, made from folded cases and persons, and the questions they
//! answer. Knows SQL; knows no event, decides nothing, and reads nothing of a group that the asker may not read.
//!
//! Every question takes `reads`, the groups of services whose cases the user may see (§ 30 AO): cases of other
//! groups are not shown, not counted and not found, and their index rows are not touched.
//! Every list is paged by keyset: the next page begins after the last row's [`Cursor`], however long the list is.

mod audit;
mod case_list;
mod case_number;
mod case_row;
mod case_search;
mod closed;
mod closing;
mod door;
mod double;
mod draft;
mod due;
mod money;
mod paper;
mod person_find;
mod person_pair;
mod person_query;
mod person_row;
mod print_queue;
mod project_case;
mod project_person;
mod recount;
mod scope;
mod search;
mod serial;
pub(super) mod sql;
mod view;
mod words;

pub use audit::{AuditEntry, audit_is_due, audits_by, audits_of, note_read, purge_audit};
pub use case_list::{Counts, Cursor, Filter, Page, Sort, SortBy, View, cases, cases_of_person, counts};
pub use case_number::cases_by_number_end;
pub use case_row::{CaseRow, case_by_code, case_by_id, case_by_number};
pub use closed::{ClosedCase, closed_until, readable_services};
pub use closing::{
    ClosingRow, closing_by_digest, closing_by_id, closing_by_paper, closings, closings_brought, closings_of,
    corrected_by, last_closing, project_closing, remove_closing,
};
pub use double::{doubles_with_money, same_cases, same_persons};
pub use due::{DayCount, DayItem, DayKind, DayOf, Whose, day_counts, days_between, overdue, overdue_count};
pub use money::{ReceiptRow, receipt_by_number, receipts_of_day};
pub use paper::{Owned, PaperRow, paper_by_digest, paper_by_id, papers_of_case, papers_since};
pub use person_find::{PersonHit, Why, find_person};
pub use person_pair::{beside, cases_with, records, standing, told_apart, write_pairs};
pub use person_row::{PersonRow, blocked_persons, disputed_persons, person_by_id, similar_persons};
pub use print_queue::{
    Belongs, PrintJob, PrintOrder, PrintState, Standing, enqueue_print, mark_print, open_prints, print_job,
    print_jobs, print_jobs_of,
};
pub use project_case::{project_case, remove_case};
pub use project_person::{project_person, remove_person};
pub use recount::miscounted;
pub use search::{Hit, HitKind, search};
pub use serial::{
    SerialCase, SerialRun, begin_serial, mark_serial, retry_serial, serial_cases, serial_run, serial_runs,
};
pub use view::{AWAY, CaseView, RETURNED, REVOKED, SUED, TO_SIGN};

/// What questions are put to: one state of the database.
pub type Rows = rusqlite::Connection;
/// What a question gives.
pub type Answer<T> = rusqlite::Result<T>;

/// The tables of this module, as migrations.
pub const MIGRATION: &str = concat!(
    include_str!("../../../migrations/desk/0002_read.sql"),
    include_str!("../../../migrations/desk/0009_same.sql"),
    include_str!("../../../migrations/desk/0010_mail.sql"),
    include_str!("../../../migrations/desk/0011_erase.sql"),
    include_str!("../../../migrations/desk/0012_proof.sql"),
    include_str!("../../../migrations/desk/0013_serial.sql"),
    include_str!("../../../migrations/desk/0014_closing.sql"),
    include_str!("../../../migrations/desk/0016_days.sql"),
    include_str!("../../../migrations/desk/0017_closing_paper.sql"),
    include_str!("../../../migrations/desk/0018_blocked.sql"),
    include_str!("../../../migrations/desk/0019_erased_person.sql"),
    include_str!("../../../migrations/desk/0020_twice.sql"),
    include_str!("../../../migrations/desk/0021_twice_once.sql"),
);

#[cfg(test)]
mod tests;
