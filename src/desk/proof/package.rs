//! The form of a trade notice as a receiving body got it. It is stored nowhere: it is made again as it was made then, and
//! compared.

use super::super::{Desk, DeskError};
use crate::desk::bodies;
use crate::domain::case::NoticeStep;
use crate::domain::id::{CaseId, Digest};
use crate::domain::problem::LocalText;
use crate::store::read::CaseRow;
use chrono::NaiveDate;

/// A package of a receiving body, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// For whom it is.
    pub body: LocalText,
    /// The day that it bears.
    pub prepared_on: NaiveDate,
    /// The day it was sent; none where that was not noted.
    pub sent_on: Option<NaiveDate>,
    /// The day of a newer one for the same body.
    pub newer: Option<NaiveDate>,
}

impl Desk {
    /// The package of the case that has these bytes.
    pub(super) fn package(&self, row: &CaseRow, digest: Digest) -> Result<Option<Package>, DeskError> {
        self.store.read(|db| {
            let Some(case) = db.case(row.id)? else { return Ok(None) };
            for (at, notice) in case.notices().iter().enumerate() {
                // What another desk knew then may not have arrived here: then it cannot be made again.
                let Ok(known) = db.as_of(notice.event) else { continue };
                let (Some(then), town) = (known.case(case.id)?, known.town()?) else { continue };
                let Some((body, bytes)) = bodies::as_it_was(self, &then, &town, notice)? else { continue };
                if Digest::of(&[&bytes]) != digest {
                    continue;
                }
                let later = case.notices().iter().skip(at + 1).rfind(|later| later.body == notice.body);
                return Ok(Some(Package {
                    case: case.id,
                    number: row.number.clone(),
                    body,
                    prepared_on: notice.prepared_on,
                    sent_on: notice.on(NoticeStep::Sent),
                    newer: later.map(|later| later.prepared_on),
                }));
            }
            Ok(None)
        })
    }
}
