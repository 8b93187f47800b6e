//! Disclosure (Art. 15 DSGVO): everything that is held on somebody, as a paper and as data, and that it was disclosed. Tells
//! nothing of what whoever discloses may not read (§ 30 AO): it names the groups that have to add theirs. Nothing that may be
//! somebody else's is told before they have gone through it.

mod asked;
mod held;
mod paper;

pub use asked::{Asked, Item, Verdict, Verdicts};
pub use held::{Held, HeldCase, Reason, Received};

use super::Desk;
use super::error::DeskError;
use super::folder::Purpose;
use super::hand::Hand;
use super::look::file_name;
use super::outside::Waiting;
use super::session::Session;
use super::similar::{Likely, PersonRow};
use crate::domain::id::{Digest, PersonId};
use crate::domain::person::{Person, PersonEvent};
use crate::domain::problem::Problem;
use crate::domain::similar::Likeness;
use crate::domain::user::Group;
use crate::store::{StoreError, read};
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

/// What whoever discloses has looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Looked {
    /// Where the address must not be told (§ 51 BMG): it is the person themselves who gets it.
    pub confirmed: bool,
    /// Others who may be the same person are not: what is held on them is theirs.
    pub alone: bool,
    /// What becomes of reasons, notes and others' addresses.
    pub verdicts: Verdicts,
}

/// What has to be looked at before a disclosure is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Review {
    /// Reasons, notes and answers to go through.
    pub asked: Vec<Asked>,
    /// Others who may be the same person, so that what is held may lie there too.
    pub doubles: Vec<PersonRow>,
}

impl Desk {
    /// What has to be looked at before everything that is held on the person can be told.
    pub fn review_disclosure(&self, session: &Session, id: PersonId) -> Result<Review, DeskError> {
        let doubles = self.perhaps_the_same(session, id)?;
        let asked = self.act_as(session, |hand| {
            let person = hand.tx.person(id)?.ok_or_else(|| DeskError::because("person-unknown"))?;
            asked::asked(hand.tx, &Held::of(hand, person)?)
        })?;
        Ok(Review { asked, doubles })
    }

    /// Everybody who is likely the same person and about whom nobody has said that they are two.
    fn perhaps_the_same(&self, session: &Session, id: PersonId) -> Result<Vec<PersonRow>, DeskError> {
        let person = self.store.read(|db| db.person(id))?;
        let person = person.ok_or_else(|| DeskError::because("person-unknown"))?;
        let mut likely = self.similar_persons(session, &person.fields, Some(person.id))?;
        likely.retain(|likely| likely.similar.likeness >= Likeness::Likely);
        let mut found = Vec::new();
        for Likely { row, .. } in likely {
            let is_own = person.records.contains(&row.id);
            if !is_own && !self.query(|db| read::told_apart(db, person.id, row.id))? {
                found.push(row);
            }
        }
        Ok(found)
    }

    /// Writes everything that is held on a person into a new folder below `out`, and notes that.
    ///
    /// Errors: a ban on disclosure that nobody confirmed, notes or others' addresses that nobody has gone through, others who
    /// may be the same person; each at once with what to do.
    pub fn disclose(
        &self,
        session: &Session,
        person: PersonId,
        looked: &Looked,
        out: &Path,
    ) -> Result<Disclosed, DeskError> {
        self.write_disclosure(session, person, looked, out, None)
    }

    /// The same as a new folder of this very path. The folder around it is remembered.
    pub fn disclose_at(
        &self,
        session: &Session,
        person: PersonId,
        looked: &Looked,
        path: &Path,
    ) -> Result<Disclosed, DeskError> {
        let out = path.parent().unwrap_or(path);
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let disclosed = self.write_disclosure(session, person, looked, out, name)?;
        self.remember_folder(session, Purpose::Save, path)?;
        Ok(disclosed)
    }

    /// The files lie on the disk before the disclosure is noted, and get their name only then: what cannot be written is not
    /// noted, and a crash in between leaves a note of what nobody got, never something given that is noted nowhere. No
    /// other program waits for the disk, which may be a stick.
    fn write_disclosure(
        &self,
        session: &Session,
        id: PersonId,
        looked: &Looked,
        out: &Path,
        called: Option<String>,
    ) -> Result<Disclosed, DeskError> {
        let doubles = if looked.alone { Vec::new() } else { self.perhaps_the_same(session, id)? };
        if !doubles.is_empty() {
            let names = doubles.iter().map(|row| row.name.as_str()).collect::<Vec<_>>().join("; ");
            return Err(Problem::error("alone", "disclose-doubles").with("names", names).into());
        }
        let made = self.act_as(session, |hand| Made::of(hand, id, looked))?;
        let name = called.unwrap_or_else(|| default_name(&made.held));
        let waits = Waiting::folder(out, &name, &made.files)?;
        self.act_as(session, |hand| made.note(hand, looked.confirmed))?;
        let folder = waits.stand()?;
        Ok(Disclosed { folder, cases: made.held.cases.len(), left: made.held.left })
    }
}

/// A disclosure that is written nowhere yet, and not noted.
pub(super) struct Made {
    held: Held,
    /// The paper, then the data.
    pub(super) files: [(PathBuf, Vec<u8>); 2],
}

impl Made {
    /// Gathers and draws it. Notes nothing.
    pub(super) fn of(hand: &Hand<'_, '_, '_>, id: PersonId, looked: &Looked) -> Result<Self, DeskError> {
        let mut held = Held::of(hand, disclosed_to(hand, id, looked.confirmed)?)?;
        asked::apply(hand, &mut held, &looked.verdicts)?;
        let pdf = paper::render(hand, &held)?;
        let data = serde_json::to_vec_pretty(&held).map_err(StoreError::from)?;
        Ok(Self { held, files: [(PathBuf::from(PAPER), pdf), (PathBuf::from(DATA), data)] })
    }

    /// Notes it, if it may still be given: a ban may have come, or the person gone, while it was being written.
    pub(super) fn note(&self, hand: &mut Hand<'_, '_, '_>, confirmed: bool) -> Result<(), DeskError> {
        let person = disclosed_to(hand, self.held.person.id, confirmed)?;
        let [paper, data] = self.files.each_ref().map(|(_, bytes)| Digest::of(&[bytes]));
        hand.person(person.id, &PersonEvent::PersonDisclosed { paper, data, left: self.held.left.clone() })
    }
}

/// The person, where what is held on them may be given away.
fn disclosed_to(hand: &Hand<'_, '_, '_>, id: PersonId, confirmed: bool) -> Result<Person, DeskError> {
    let person = hand.tx.person(id)?.ok_or_else(|| DeskError::because("person-unknown"))?;
    if person.is_blocked() && !confirmed {
        return Err(Problem::error("confirmed", "disclose-blocked").with("name", person.name()).into());
    }
    Ok(person)
}

fn default_name(held: &Held) -> String {
    file_name(&format!("Auskunft {} {}", held.person.name(), held.on))
}
