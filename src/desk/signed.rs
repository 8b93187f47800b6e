//! A signed copy of a paper, saved as a file and noted in its case. What was issued stays as it is; the key stays in its file, the
//! passphrase is stored nowhere.

use super::clock::legal_day;
use super::error::DeskError;
use super::folder::Purpose;
use super::outside::{self, Waiting, is_free};
use super::{Desk, Session};
use crate::domain::case::{SignedCopy, Validity};
use crate::domain::decide::{Command, role_for};
use crate::domain::id::{CaseId, Digest, PaperId};
use crate::domain::problem::{Problem, Refusal};
use crate::domain::town::keys;
use crate::paper::signature::{self, Fault, Said, Signer};
use crate::store::StoreError;
use chrono::{DateTime, Utc};
use std::fmt;
use std::path::{Path, PathBuf};

/// Under this key the desk remembers the PKCS#12 file that was last signed with.
const CERTIFICATE: &str = "signing.certificate";

/// The words that open a key. Never shown, not even to whoever looks for a fault in the program.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Passphrase(pub String);

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// With what a copy is signed, and what the signature says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signing {
    /// The PKCS#12 file with key and certificate.
    pub certificate: PathBuf,
    /// The file's passphrase, where one was given.
    pub passphrase: Option<Passphrase>,
    /// Why it is signed, in words.
    pub reason: String,
    /// What the signature's field is called, in words.
    pub label: String,
}

/// A signed copy that lies there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Whose certificate it is.
    pub subject: String,
    /// Where it lies: as wanted, unless somebody took that name while it was being signed.
    pub path: PathBuf,
}

impl Saved {
    /// Whether it lies where it was wanted. Errors: where else, in words.
    pub fn lies_at(&self, wanted: &Path) -> Result<(), DeskError> {
        if self.path == wanted {
            return Ok(());
        }
        let problem = Problem::error("path", "copy-beside").with("path", self.path.display());
        Err(problem.with("wanted", wanted.display()).into())
    }
}

impl Desk {
    /// Saves the paper with a signature behind it, whole or not at all, and notes that in its case; a file that is there already
    /// is not touched. Errors: all that is in the way, of certificate, passphrase and file.
    pub fn save_signed(
        &self,
        session: &Session,
        paper: PaperId,
        signing: &Signing,
        path: &Path,
    ) -> Result<Saved, DeskError> {
        let bytes = self.paper_bytes(session, paper)?;
        let case = self.may_be_signed(session, paper)?;
        let authority = self.town()?.get(keys::AUTHORITY).to_owned();
        let now = self.clock.now();
        let free = is_free(path).map_err(|error| error.problems());
        let signer = match (signer(signing, now), free) {
            (Ok(signer), Ok(())) => signer,
            (signer, free) => {
                let problems = signer.err().into_iter().chain(free.err()).flatten();
                return Err(Refusal(problems.collect()).into());
            }
        };
        let said = Said { authority, reason: signing.reason.clone(), label: signing.label.clone() };
        let copy = signature::sign(&bytes, &signer, &said, now)?;
        let subject = signer.subject().to_owned();
        let waits = Waiting::file(path, &copy)?;
        let sha256 = Digest::of(&[&copy]);
        // A signed copy that nobody knows of is worse than none: it has its name once it is noted, or one beside it where somebody
        // took that in the meantime.
        self.note_signed(session, case, SignedCopy { paper, sha256, subject: subject.clone() })?;
        let stands = waits.stand_somewhere()?;
        self.remember_folder(session, Purpose::Save, path)?;
        Ok(Saved { subject, path: stands })
    }

    fn note_signed(&self, session: &Session, case: CaseId, copy: SignedCopy) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let known = hand.case(case)?;
            hand.command(case, Some(&known), Command::NoteSigned(copy), None)
        })
    }

    /// The case of the paper, where whoever asks may sign a copy. Nobody signs today what counts no more: others believe the
    /// signature.
    fn may_be_signed(&self, session: &Session, paper: PaperId) -> Result<CaseId, DeskError> {
        let known = self.issued(self.paper_row(session, paper)?)?;
        let case = known.row.case;
        self.store.read(|db| {
            let user = db.user(session.user)?.ok_or_else(|| DeskError::because("user-unknown"))?;
            let case = db.case(case)?.ok_or_else(|| DeskError::because("case-unknown"))?;
            Ok::<_, DeskError>(role_for(&user, "copy_signed", Some(case.opened.group), None).map(drop)?)
        })?;
        if let Some((_, title, date)) = known.replaced {
            let problem = Problem::error("paper", "paper-replaced");
            return Err(problem.with("title", title).with("date", date).into());
        }
        if known.groundless.is_some() {
            return Err(DeskError::because("paper-of-no-cancelling"));
        }
        match (known.validity, known.cancelled) {
            (Validity::Void(_), _) => Err(DeskError::because("paper-void")),
            (_, Some(_)) => Err(DeskError::because("paper-of-cancelled-receipt")),
            _ => Ok(case),
        }
    }

    /// The PKCS#12 file that was last signed with at this desk.
    pub fn signing_certificate(&self) -> Result<Option<PathBuf>, DeskError> {
        let json = self.store.read(|db| db.preference(None, CERTIFICATE))?;
        Ok(json.and_then(|json| serde_json::from_slice(&json).ok()))
    }

    /// Remembers it for whoever signs next at this desk: where it lies, and nothing that is in it.
    pub fn keep_signing_certificate(&self, certificate: &Path) -> Result<(), DeskError> {
        // A path that is no text is not worth failing for.
        let Ok(json) = serde_json::to_vec(certificate) else { return Ok(()) };
        let noted = self.store.write(|tx| tx.set_preference(None, CERTIFICATE, Some(&json)));
        Ok(noted.map(drop).or_else(StoreError::unless_unwritable)?)
    }
}

/// The key, if it can sign now.
fn signer(signing: &Signing, now: DateTime<Utc>) -> Result<Signer, Vec<Problem>> {
    let path = signing.certificate.display().to_string();
    let missing = || Problem::error("AMTSSTUBE_CERTIFICATE_PASSPHRASE", "certificate-passphrase-missing");
    let file = outside::read(&signing.certificate).map_err(|error| error.problems());
    match (file, &signing.passphrase) {
        (Ok(file), Some(Passphrase(passphrase))) => Signer::open(&file.bytes, passphrase, now)
            .map_err(|faults| faults.into_iter().map(|fault| problem(fault, &path)).collect()),
        (file, passphrase) => {
            let missing = passphrase.is_none().then(missing);
            Err(file.err().into_iter().flatten().chain(missing).collect())
        }
    }
}

fn problem(fault: Fault, path: &str) -> Problem {
    let because = |id: &str| Problem::error(path, id).with("path", path);
    match fault {
        Fault::NoStore => because("certificate-no-store"),
        Fault::Passphrase => because("certificate-passphrase"),
        Fault::Outdated => because("certificate-outdated"),
        Fault::NoKey => because("certificate-no-key"),
        Fault::NoCertificate => because("certificate-none"),
        Fault::Key => because("certificate-weak"),
        Fault::Usage => because("certificate-usage"),
        Fault::NotYet(from) => because("certificate-not-yet").with("date", legal_day(from)),
        Fault::Expired(until) => because("certificate-expired").with("date", legal_day(until)),
    }
}
