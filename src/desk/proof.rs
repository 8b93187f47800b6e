//! Whether a file is a paper that this office issued: byte for byte, with nothing but a signature behind it, or which one it
//! claims to be. Stores nothing of it.
//!
//! Whoever may not read the case hears that the bytes are this office's and nothing else; what a file merely claims is
//! looked up only among cases that they may read (§ 30 AO).

mod claim;
mod package;
mod told;

pub use claim::{Claim, Differs};
pub use package::Package;

use super::Desk;
use super::error::DeskError;
use super::outside;
use super::session::Session;
use super::till::ClosingShown;
use crate::domain::case::{Cancelling, Case, Validity};
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, Digest, EventRef, PaperId};
use crate::domain::problem::Problem;
use crate::domain::procedure::CANCELLATION;
use crate::domain::user::User;
use crate::paper::aloud::{self, Unreadable};
use crate::paper::raster;
use crate::paper::signature::{self, Signature, plain};
use crate::store::StoreError;
use crate::store::read::{self, Owned, PaperRow};
use chrono::{DateTime, NaiveDate, Utc};
use std::path::Path;

/// What was found about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The file's name.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: Digest,
    /// Bytes.
    pub size: u64,
    /// What it is.
    pub found: Found,
    /// The signature behind a paper that was issued, where it is the only thing there.
    pub signature: Option<Signature>,
    /// Who saved the signed copy here and when, by the case's log.
    pub saved: Option<Saved>,
}

/// What a signature says of itself, as far as a sentence may repeat it. Nobody has verified it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Who signs.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// How a signed copy came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Who saved it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Byte for byte a paper that was issued; behind it at most a signature that fits.
    Issued(Box<Issued>),
    /// The same, of a case or till that one may not read.
    IssuedHidden,
    /// Byte for byte the form of a trade notice as a receiving body got it.
    Package(Box<Package>),
    /// Byte for byte the paper of a daily closing; and the number of the closing that corrects it.
    Closing(Box<ClosingShown>, Option<String>),
    /// None that was issued, though it says it belongs to one of the office's cases.
    Claims(Box<Claim>),
    /// None that was issued, and no case that one may read is named in it.
    Foreign,
    /// A scan or a photograph: a picture proves nothing.
    Picture,
}

/// A paper that was issued, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The paper as lists show it.
    pub row: PaperRow,
    /// When it was issued, by the log.
    pub at: Option<DateTime<Utc>>,
    /// Who issued it.
    pub by: String,
    /// The day of the paper that it repeats, where it is a duplicate.
    pub repeats: Option<NaiveDate>,
    /// The paper that replaced it: which, what it is called, its day.
    pub replaced: Option<(PaperId, String, NaiveDate)>,
    /// Whether it counts today, or until when: what a revocation takes away does until that takes effect.
    pub validity: Validity,
    /// The receipt that it is about, where that was cancelled.
    pub cancelled: Option<String>,
    /// Why the cancelling that it tells does not count.
    pub groundless: Option<Groundless>,
}

/// Why a cancelling that has its paper does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Groundless {
    /// The service of the Kreis judged so, for this reason; empty where that was not heard.
    Refused(String),
    /// Another desk's was first: by whom, and when.
    Second(String, NaiveDate),
}

impl Found {
    /// Whether it is one that was issued and is known to stand. Of a case that one may not read nothing is known.
    pub fn stands(&self) -> bool {
        match self {
            Self::Issued(issued) => issued.stands(),
            Self::Package(package) => package.newer.is_none(),
            Self::Closing(_, corrected) => corrected.is_none(),
            _ => false,
        }
    }

    /// Whether it is byte for byte one that was issued.
    pub fn is_issued(&self) -> bool {
        matches!(self, Self::Issued(_) | Self::IssuedHidden | Self::Package(_) | Self::Closing(..))
    }

    /// The case to open, where one is known and may be read.
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Self::Issued(issued) => Some(issued.row.case),
            Self::Claims(claim) => Some(claim.case),
            Self::Package(package) => Some(package.case),
            _ => None,
        }
    }
}

impl Issued {
    /// Whether nothing replaced it and it still holds.
    pub fn stands(&self) -> bool {
        let holds = !matches!(self.validity, Validity::Void(_));
        holds && self.replaced.is_none() && self.cancelled.is_none() && self.groundless.is_none()
    }
}

impl Proof {
    /// What the signature says of itself, where it fits the file; one that does not says nothing that is worth a line.
    pub fn claims(&self) -> Option<Claims> {
        let signature = self.signature.as_ref().filter(|signature| signature.by.is_some())?;
        let (name, reason) = (plain(&signature.said.authority), plain(&signature.said.reason));
        Some(Claims { at: signature.at, name, reason })
    }
}

impl Desk {
    /// Looks what the file is. Refused where it is no file that can be read through, or nothing that could be a paper.
    /// Of people whose data must not be told (§ 51 BMG) no stored line is shown, unless that is `confirmed`.
    pub fn prove(&self, session: &Session, path: &Path, confirmed: bool) -> Result<Proof, DeskError> {
        let file = outside::read(path).map_err(too_large)?;
        let signature = self.signature(session, &file.bytes)?;
        let found = match &signature {
            Some((paper, Signature { by: Some(_), .. })) => self.found(session, paper, confirmed),
            _ => self.found(session, &file.bytes, confirmed),
        };
        let found = found.map_err(|error| named(error, path))?;
        if let Some(case) = found.case() {
            self.note_read(session, Subject::Case(case))?;
        }
        let (sha256, size) = (Digest::of(&[&file.bytes]), file.bytes.len() as u64);
        let saved = match (&found, &signature) {
            (Found::Issued(issued), Some(_)) => self.saved(issued.row.case, sha256)?,
            _ => None,
        };
        let signature = signature.map(|(_, signature)| signature);
        Ok(Proof { file: file.name, sha256, size, found, signature, saved })
    }

    /// Who saved the signed copy with these bytes, as the case notes it.
    fn saved(&self, case: CaseId, copy: Digest) -> Result<Option<Saved>, DeskError> {
        self.store.read(|db| {
            let Some(case) = db.case(case)? else { return Ok(None) };
            let Some(event) = case.signing_of(copy) else { return Ok(None) };
            let by = db.user(event.actor)?.map(|user| user.name).unwrap_or_default();
            Ok(Some(Saved { by, at: event.at }))
        })
    }

    /// The signature behind a paper that was issued, and that paper. What was never issued here is not looked into.
    fn signature<'a>(
        &self,
        session: &Session,
        bytes: &'a [u8],
    ) -> Result<Option<(&'a [u8], Signature)>, DeskError> {
        let Some(paper) = signature::before(bytes) else { return Ok(None) };
        let owned = self.query(|db| read::paper_by_digest(db, &session.reads, Digest::of(&[paper])))?;
        let Some(owned) = owned else { return Ok(None) };
        let read = signature::read(paper, bytes).map(|signature| (paper, signature));
        // Of a paper that one may not read nothing is said that its own bytes do not say.
        Ok(read.filter(|(_, read)| read.by.is_some() || matches!(owned, Owned::Read(_))))
    }

    fn found(&self, session: &Session, bytes: &[u8], confirmed: bool) -> Result<Found, DeskError> {
        let digest = Digest::of(&[bytes]);
        match self.query(|db| read::paper_by_digest(db, &session.reads, digest))? {
            Some(Owned::Read(row)) => return Ok(Found::Issued(Box::new(self.issued(*row)?))),
            Some(Owned::Hidden) => return Ok(Found::IssuedHidden),
            None => {}
        }
        if let Some((closing, corrected)) = self.closing_of(digest)? {
            let found = Found::Closing(Box::new(closing), corrected);
            return Ok(if Self::may_close(session) { found } else { Found::IssuedHidden });
        }
        if matches!(raster::media_type(bytes), Some("image/png" | "image/jpeg")) {
            return Ok(Found::Picture);
        }
        let opened = aloud::open(bytes).map_err(|why| DeskError::because(unreadable(why)))?;
        let lines = aloud::lines(&opened.pdf);
        if let Some(row) = self.named_case(session, &opened, &lines)? {
            if let Some(package) = self.package(&row, digest)? {
                return Ok(Found::Package(Box::new(package)));
            }
            let mut claim = self.claim(session, row, bytes, &opened, &lines)?;
            if !confirmed && self.is_about_blocked(claim.case)? {
                claim.withhold();
            }
            return Ok(Found::Claims(Box::new(claim)));
        }
        let silent = lines.iter().all(|line| line.trim().is_empty());
        Ok(if silent && opened.pages > 0 { Found::Picture } else { Found::Foreign })
    }

    /// Whether somebody in the case has a ban on disclosure (§ 51 BMG).
    fn is_about_blocked(&self, case: CaseId) -> Result<bool, DeskError> {
        self.store.read(|db| {
            let case = db.case(case)?.ok_or_else(|| DeskError::because("case-unknown"))?;
            for linked in case.persons.values() {
                if db.person(linked.person)?.is_some_and(|person| person.is_blocked()) {
                    return Ok(true);
                }
            }
            Ok(false)
        })
    }

    /// A paper that was issued and what became of it.
    pub(super) fn issued(&self, row: PaperRow) -> Result<Issued, DeskError> {
        let (case, users, town) =
            self.store.read(|db| Ok::<_, StoreError>((db.case(row.case)?, db.users()?, db.town()?)))?;
        let case = case.ok_or_else(|| DeskError::because("case-unknown"))?;
        let event = case.issuing(row.id);
        let by = event.and_then(|event| users.iter().find(|user| user.id == event.actor));
        let own = case.paper(row.id);
        let validity = if let Some(validity) = case.validity_without_law(row.id) {
            validity
        } else {
            let service = self.service_of(&case.opened)?;
            let told = super::case::assess(service, &case, &case.answers(), &town, self.today());
            case.validity(row.id, &told.procedure, self.today())
        };
        Ok(Issued {
            at: event.map(|event| event.at),
            by: by.map(|user| user.name.clone()).unwrap_or_default(),
            repeats: own
                .and_then(|own| own.issued.repeats)
                .and_then(|repeated| case.paper(repeated))
                .map(|repeated| repeated.issued.issued_on),
            replaced: case
                .replaced_by(row.id)
                .map(|newer| (newer.issued.paper, newer.issued.title.clone(), newer.issued.issued_on)),
            validity,
            cancelled: row.receipt.clone().filter(|number| {
                let cancelled = case.receipts.get(number).is_some_and(|receipt| receipt.cancelled.is_some());
                cancelled && row.kind != CANCELLATION
            }),
            groundless: self.groundless(&case, row.id, &users)?,
            row,
        })
    }

    /// Why the cancelling that a paper tells does not count; nothing where it does, and for papers of other kinds.
    fn groundless(
        &self,
        case: &Case,
        paper: PaperId,
        users: &[User],
    ) -> Result<Option<Groundless>, DeskError> {
        Ok(match case.cancelling_of(paper) {
            None | Some(Cancelling::Stands) => None,
            Some(Cancelling::Second(first)) => {
                let by = users.iter().find(|user| user.id == first.by).map(|user| user.name.clone());
                Some(Groundless::Second(by.unwrap_or_default(), first.on))
            }
            Some(Cancelling::Refused) => {
                let issued = case.original(paper).and_then(|paper| case.issuing(paper.issued.paper));
                let of_case = Subject::Case(case.id);
                let refused = self.store.read(|db| db.refused_of(of_case, "receipt_cancelled"))?;
                // It was written just before its paper, at the same desk.
                let before = |event: &EventRef| {
                    issued.is_some_and(|paper| paper.id.device == event.device && event.seq < paper.id.seq)
                };
                let why = refused.into_iter().rfind(|(event, _)| before(event)).map(|(_, why)| why);
                Some(Groundless::Refused(why.unwrap_or_default()))
            }
        })
    }
}

fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::NoPdf => "proof-no-pdf",
        Unreadable::Encrypted => "proof-encrypted",
        Unreadable::Broken => "proof-broken",
    }
}

/// A refusal that names the file.
fn named(error: DeskError, path: &Path) -> DeskError {
    let DeskError::Refused(mut refusal) = error else { return error };
    for problem in &mut refusal.0 {
        problem.field = path.display().to_string();
        let _ = problem.args.insert("path".to_owned(), problem.field.clone());
    }
    refusal.into()
}

/// What is too large to be attached is too large to be one of our papers: said in other words.
fn too_large(error: DeskError) -> DeskError {
    let DeskError::Refused(mut refusal) = error else { return error };
    for problem in &mut refusal.0 {
        if problem.id == "file-too-large" {
            *problem = Problem::error(problem.field.clone(), "proof-too-large")
                .with("path", &problem.field)
                .with("megabytes", outside::LARGEST_FILE / 1024 / 1024);
        }
    }
    refusal.into()
}
