//! What the window looks at besides whole cases: rows of lists, pages as pictures.
//! Changes nothing but the folder that is remembered.

use super::Desk;
use super::bodies::Cut;
use super::error::DeskError;
use super::folder::Purpose;
use super::intake::Intake;
use super::outside::write_new;
use super::paper::Sample;
use super::serial::Text;
use super::session::Session;
use super::work_list::Listing;
use crate::domain::case::Stage;
use crate::domain::id::{CaseId, ClosingId, Digest, PaperId};
use crate::paper::{aloud, preview, raster};
use chrono::NaiveDate;
use std::path::Path;

pub use crate::paper::aloud::{Kind, Part, Spoken};
pub use crate::paper::preview::Picture;
pub use crate::store::read::{
    AWAY, CaseRow, Counts, Cursor, Filter, Hit, HitKind, Page, PaperRow, PersonHit, PersonRow, RETURNED,
    REVOKED, SUED, Sort, SortBy, TO_SIGN, View,
};

/// How a case stands, as a list says it in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Desks disagree on it.
    Conflict,
    /// The office is sued for not having decided; the head answers.
    Sued,
    /// Closed.
    Closed,
    /// It waits for a second signature.
    ToSign,
    /// Another office has it.
    Away,
    /// It came back decided.
    Returned,
    /// What was decided was taken back or revoked.
    Revoked,
    /// Documents are missing.
    Missing,
    /// Filed.
    Filed,
    /// Decided.
    Decided,
}

impl Stand {
    /// How the case of this row stands.
    pub fn of(row: &CaseRow) -> Self {
        match row.stage {
            _ if row.conflicts > 0 => Self::Conflict,
            _ if row.state == SUED => Self::Sued,
            Stage::Closed => Self::Closed,
            _ if row.state == TO_SIGN => Self::ToSign,
            Stage::Filed if row.state == AWAY => Self::Away,
            Stage::Decided if row.state == RETURNED => Self::Returned,
            Stage::Decided if row.state == REVOKED => Self::Revoked,
            Stage::Filed if row.missing > 0 => Self::Missing,
            Stage::Filed => Self::Filed,
            Stage::Decided => Self::Decided,
        }
    }

    /// The name in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Sued => "sued",
            Self::Closed => "closed",
            Self::ToSign => "to-sign",
            Self::Away => "away",
            Self::Returned => "returned",
            Self::Revoked => "revoked",
            Self::Missing => "missing",
            Self::Filed => "filed",
            Self::Decided => "decided",
        }
    }
}

/// The days a case waits for, at least one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// The next day by law.
    pub due: Option<NaiveDate>,
    /// What the office set itself, where that comes first: a reminder is no deadline and never stands in its place.
    pub reminder: Option<NaiveDate>,
}

/// The next day of the case of this row; nothing where it waits for none.
pub fn next_day(row: &CaseRow) -> Option<Next> {
    let (due, follow_up) = (row.due_on, row.follow_up_on);
    let reminder = follow_up.filter(|day| due.is_none_or(|due| *day < due));
    (due.is_some() || reminder.is_some()).then_some(Next { due, reminder })
}

/// What can be looked at page by page, and saved.
#[derive(Debug, Clone, PartialEq)]
pub enum Viewable {
    /// An issued paper.
    Paper(PaperId),
    /// The paper of a daily closing.
    Closing(ClosingId),
    /// A file of a case.
    Attachment(CaseId, Digest),
    /// A file of a draft.
    Enclosure(CaseId, Digest),
    /// The sealed file of a case for another office.
    Bundle(CaseId),
    /// The form of a trade notice as this receiving body gets it. Nothing of it is stored.
    Notice(CaseId, String),
    /// The first letter of a run that is not begun. Nothing of it is stored.
    Serial(CaseId, Box<Text>),
    /// The form of an intake as it is to be signed. Nothing of it is stored.
    Form(Box<Intake>),
    /// A paper as a service would bring it forth. Nothing of it is stored.
    Sample(Box<Sample>),
    /// A work list. Nothing of it is stored.
    WorkList(Box<Listing>),
}

/// A page as pixels, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The page.
    pub picture: Picture,
    /// Pages of the whole.
    pub pages: u16,
    /// What is read on it; nothing of a picture, and of what cannot be read.
    pub spoken: Option<Spoken>,
    /// Of a notice: what its body does not get, and why.
    pub cut: Option<Cut>,
}

impl Desk {
    /// A page, counted from 0, as it will be printed; pixels for a millimetre. A picture is one page as wide as A4.
    pub fn leaf(
        &self,
        session: &Session,
        what: &Viewable,
        page: u16,
        pixels_per_mm: f32,
    ) -> Result<Leaf, DeskError> {
        let bytes = self.bytes_of(session, what)?;
        let cut = match what {
            Viewable::Notice(case, body) => Some(self.cut_for(session, *case, body)?),
            _ => None,
        };
        Ok(match raster::media_type(&bytes) {
            Some("image/png" | "image/jpeg") => {
                let picture = preview::sheet_of(&raster::read(&bytes)?, pixels_per_mm);
                Leaf { picture, pages: 1, spoken: None, cut: None }
            }
            _ => Leaf {
                picture: preview::picture(&bytes, page, pixels_per_mm)?,
                pages: preview::pages(&bytes)?,
                spoken: aloud::open(&bytes).ok().and_then(|opened| aloud::page(&opened.pdf, page)),
                cut,
            },
        })
    }

    /// A number that changes when another program has written; nothing where it cannot be told just now.
    pub fn written_elsewhere(&self) -> Option<i64> {
        self.store.written_elsewhere().ok().flatten()
    }

    /// The bytes of it, for those who may read it.
    pub fn bytes_of(&self, session: &Session, what: &Viewable) -> Result<Vec<u8>, DeskError> {
        match what {
            Viewable::Paper(paper) => self.paper_bytes(session, *paper),
            Viewable::Closing(closing) => self.closing_bytes(session, *closing),
            Viewable::Attachment(case, blob) => self.attachment_bytes(session, *case, *blob),
            Viewable::Bundle(case) => Ok(self.bundle(session, *case)?.1),
            Viewable::Notice(case, body) => self.preview_for(session, *case, body),
            Viewable::Serial(case, text) => self.serial_preview(session, *case, text),
            Viewable::Enclosure(draft, blob) => self.enclosure_bytes(session, *draft, *blob),
            Viewable::Sample(sample) => self.sample(session, sample),
            Viewable::WorkList(listing) => self.work_list(session, listing),
            Viewable::Form(intake) => {
                self.draft_form(session, intake)?.ok_or_else(|| DeskError::because("form-none"))
            }
        }
    }

    /// Saves it in a file of its own, whole or not at all; a file that is there already is not touched. The folder is
    /// remembered.
    pub fn save_copy(&self, session: &Session, what: &Viewable, path: &Path) -> Result<(), DeskError> {
        write_new(path, &self.bytes_of(session, what)?)?;
        self.remember_folder(session, Purpose::Save, path)
    }
}

/// A name for a file, without the signs that some file system does not take.
pub fn file_name(name: &str) -> String {
    name.chars().map(|c| if "/\\:*?\"<>|".contains(c) || c.is_control() { '-' } else { c }).collect()
}
