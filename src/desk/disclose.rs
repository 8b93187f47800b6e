//! Disclosure (Art. 15 DSGVO): everything that is held on somebody, as a paper and as data, and that it was disclosed. Tells
//! nothing of what whoever discloses may not read (§ 30 AO): it names the groups that have to add theirs.

mod held;
mod paper;

pub use held::{Held, HeldCase, Received};

use super::Desk;
use super::error::DeskError;
use super::folder::Purpose;
use super::look::file_name;
use super::outside;
use super::session::Session;
use crate::domain::id::{Digest, PersonId};
use crate::domain::person::PersonEvent;
use crate::domain::problem::Problem;
use crate::domain::user::Group;
use crate::store::StoreError;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The paper and the data in the folder.
const PAPER: &str = "Auskunft.pdf";
const DATA: &str = "Auskunft.json";

/// What was disclosed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    /// The folder with both files.
    pub folder: PathBuf,
    /// Cases in them.
    pub cases: usize,
    /// Groups of services whose office has to add what it holds, if it holds anything.
    pub left: BTreeSet<Group>,
}

impl Desk {
    /// Writes everything that is held on a person into a new folder below `out`, and notes that. Where the address must not be
    /// told (§ 51 BMG), `confirmed` says that it is the person themselves who gets it.
    pub fn disclose(
        &self,
        session: &Session,
        person: PersonId,
        confirmed: bool,
        out: &Path,
    ) -> Result<Disclosed, DeskError> {
        self.write_disclosure(session, person, confirmed, out, None)
    }

    /// The same as a new folder of this very path. The folder around it is remembered.
    pub fn disclose_at(
        &self,
        session: &Session,
        person: PersonId,
        confirmed: bool,
        path: &Path,
    ) -> Result<Disclosed, DeskError> {
        let out = path.parent().unwrap_or(path);
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let disclosed = self.write_disclosure(session, person, confirmed, out, name)?;
        self.remember_folder(session, Purpose::Save, path)?;
        Ok(disclosed)
    }

    fn write_disclosure(
        &self,
        session: &Session,
        id: PersonId,
        confirmed: bool,
        out: &Path,
        called: Option<String>,
    ) -> Result<Disclosed, DeskError> {
        self.act_as(session, |hand| {
            let person = hand.tx.person(id)?.ok_or_else(|| DeskError::because("person-unknown"))?;
            if person.is_blocked() && !confirmed {
                return Err(Problem::error("confirmed", "disclose-blocked")
                    .with("name", person.name())
                    .into());
            }
            let held = Held::of(hand, person)?;
            let pdf = paper::render(hand, &held)?;
            let data = serde_json::to_vec_pretty(&held).map_err(StoreError::from)?;
            hand.person(
                held.person.id,
                &PersonEvent::PersonDisclosed {
                    paper: Digest::of(&[&pdf]),
                    data: Digest::of(&[&data]),
                    left: held.left.clone(),
                },
            )?;
            // The files come before the commit: what cannot be written was not disclosed, and is not noted.
            let name = called.unwrap_or_else(|| default_name(&held));
            let files = [(PathBuf::from(PAPER), pdf), (PathBuf::from(DATA), data)];
            let folder = outside::write_folder(out, &name, &files)?;
            Ok(Disclosed { folder, cases: held.cases.len(), left: held.left })
        })
    }
}

fn default_name(held: &Held) -> String {
    file_name(&format!("Auskunft {} {}", held.person.name(), held.on))
}
