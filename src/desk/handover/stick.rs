//! The same bytes on a stick: a sealed file is written as it is in the case, read as it came. Nothing is overwritten.

use crate::desk::error::DeskError;
use crate::desk::folder::Purpose;
use crate::desk::look::file_name;
use crate::desk::outside::write_new;
use crate::desk::{Desk, Session};
use crate::domain::case::Case;
use crate::domain::case::handover::Sealed;
use crate::domain::id::CaseId;
use crate::store::Reader;
use std::path::{Path, PathBuf};

/// How the names of sealed files end.
pub const ENDING: &str = "amb";

impl Desk {
    /// The sealed file of a case that went out last.
    pub fn bundle(&self, session: &Session, case: CaseId) -> Result<(Sealed, Vec<u8>), DeskError> {
        self.store.read(|db| {
            let case = readable(db, session, case)?;
            let sealed = last(&case).ok_or_else(|| DeskError::because("handover-no-bundle"))?;
            if !db.has_blob(sealed.blob)? {
                return Err(DeskError::because("handover-not-arrived"));
            }
            Ok((sealed.clone(), db.blob(sealed.blob)?))
        })
    }

    /// What the sealed file of a case is called on a stick.
    pub fn bundle_name(&self, session: &Session, case: CaseId) -> Result<String, DeskError> {
        self.store.read(|db| {
            let case = readable(db, session, case)?;
            let sealed = last(&case).ok_or_else(|| DeskError::because("handover-no-bundle"))?;
            Ok(file_name(&format!("{} {}.{ENDING}", case.opened.number, sealed.to.name)))
        })
    }

    /// Writes the sealed file of a case that went out last, under a name of its own where `path` is a folder.
    pub fn save_bundle(&self, session: &Session, case: CaseId, path: &Path) -> Result<PathBuf, DeskError> {
        let (_, bytes) = self.bundle(session, case)?;
        let path = if path.is_dir() { path.join(self.bundle_name(session, case)?) } else { path.to_owned() };
        write_new(&path, &bytes)?;
        self.remember_folder(session, Purpose::Save, &path)?;
        Ok(path)
    }
}

fn readable(db: &Reader<'_>, session: &Session, case: CaseId) -> Result<Case, DeskError> {
    let case = db.case(case)?.filter(|case| session.reads.contains(&case.opened.group));
    case.ok_or_else(|| DeskError::because("case-unknown"))
}

/// What went out last: the newest handover, else what went back, else the acknowledgement.
fn last(case: &Case) -> Option<&Sealed> {
    let out = case.handovers().last().map(|handover| &handover.given.bundle);
    let back = case.given_back().map(|given| &given.bundle);
    out.or(back).or_else(|| case.origins().last().map(|taken| &taken.answer))
}
