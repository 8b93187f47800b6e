//! The read tables: rows that lists and search need, made from folded cases and persons. Knows no event.

mod view;

pub use view::{CaseView, TO_SIGN};

use crate::domain::case::Case;
use crate::domain::person::Person;
use rusqlite::{Connection, Result};

/// Replaces everything that the read tables know of the case. Run it in the transaction that appended its events.
pub fn project_case(_conn: &Connection, _case: &Case, _view: &CaseView) -> Result<()> {
    Ok(())
}

/// Replaces everything that the read tables know of the person. Run it in the transaction that appended the events.
pub fn project_person(_conn: &Connection, _person: &Person) -> Result<()> {
    Ok(())
}
