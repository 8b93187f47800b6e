//! What the window looks at besides whole cases: rows of lists, pages as pictures.
//! Changes nothing.

use super::Desk;
use super::error::DeskError;
use super::session::Session;
use crate::domain::id::PaperId;
use crate::paper::preview;
use directories::UserDirs;
use std::path::PathBuf;

pub use crate::paper::preview::Picture;
pub use crate::store::read::{
    CaseRow, Counts, Cursor, Filter, Hit, HitKind, Page, PaperRow, PersonHit, PersonRow, Sort, SortBy,
    TO_SIGN, View,
};

impl Desk {
    /// A page of an issued paper, counted from 0, as it will be printed; pixels for a millimetre.
    pub fn page_picture(
        &self,
        session: &Session,
        paper: PaperId,
        page: u16,
        pixels_per_mm: f32,
    ) -> Result<Picture, DeskError> {
        Ok(preview::picture(&self.paper_bytes(session, paper)?, page, pixels_per_mm)?)
    }

    /// A number that changes when another program has written; nothing where it cannot be told just now.
    pub fn written_elsewhere(&self) -> Option<i64> {
        self.store.written_elsewhere().ok().flatten()
    }

    /// Where a paper would be saved unless somebody says otherwise: among the user's documents, by this name.
    pub fn offered_path(&self, name: &str) -> PathBuf {
        let plain: String = name.chars().map(|c| if "/\\:*?\"<>|".contains(c) { '-' } else { c }).collect();
        let folder = UserDirs::new().map(|dirs| dirs.document_dir().unwrap_or(dirs.home_dir()).to_owned());
        folder.unwrap_or_default().join(plain)
    }
}
