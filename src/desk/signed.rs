//! A signed copy of a paper, saved as a file. What was issued stays as it is; key and passphrase are stored nowhere, and
//! neither is that a copy was made.

use super::clock::legal_day;
use super::error::DeskError;
use super::folder::Purpose;
use super::outside::{self, is_free, write_new};
use super::{Desk, Session};
use crate::domain::case::Validity;
use crate::domain::id::PaperId;
use crate::domain::problem::{Problem, Refusal};
use crate::domain::town::keys;
use crate::paper::signature::{self, Fault, Said, Signer};
use chrono::{DateTime, Utc};
use std::path::Path;

/// With what a copy is signed, and what the signature says of itself.
pub struct Pen<'a> {
    /// The PKCS#12 file with key and certificate.
    pub certificate: &'a Path,
    /// The file's passphrase, where one was given.
    pub passphrase: Option<&'a str>,
    /// Why it is signed, in words.
    pub reason: String,
    /// What the signature's field is called, in words.
    pub label: String,
}

/// Without the passphrase.
impl std::fmt::Debug for Pen<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pen").field("certificate", &self.certificate).finish_non_exhaustive()
    }
}

impl Desk {
    /// Saves the paper with a signature behind it, whole or not at all; a file that is there already is not touched. Returns
    /// whose certificate it is. Errors: all that is in the way, of certificate, passphrase and file.
    pub fn save_signed(
        &self,
        session: &Session,
        paper: PaperId,
        pen: &Pen<'_>,
        path: &Path,
    ) -> Result<String, DeskError> {
        let bytes = self.paper_bytes(session, paper)?;
        self.may_be_signed(session, paper)?;
        let authority = self.town()?.get(keys::AUTHORITY).to_owned();
        let now = self.clock.now();
        let free = is_free(path).map_err(|error| error.problems());
        let signer = match (signer(pen, now), free) {
            (Ok(signer), Ok(())) => signer,
            (signer, free) => {
                let problems = signer.err().into_iter().chain(free.err()).flatten();
                return Err(Refusal(problems.collect()).into());
            }
        };
        let said = Said { authority, reason: pen.reason.clone(), label: pen.label.clone() };
        write_new(path, &signature::sign(&bytes, &signer, &said, now)?)?;
        self.remember_folder(session, Purpose::Save, path)?;
        Ok(signer.subject().to_owned())
    }
}

impl Desk {
    /// Nobody signs today what counts no more: others believe the signature.
    fn may_be_signed(&self, session: &Session, paper: PaperId) -> Result<(), DeskError> {
        let known = self.issued(self.paper_row(session, paper)?)?;
        if let Some((_, title, date)) = known.replaced {
            let problem = Problem::error("paper", "paper-replaced");
            return Err(problem.with("title", title).with("date", date).into());
        }
        match (known.validity, known.cancelled) {
            (Validity::Void(_), _) => Err(DeskError::because("paper-void")),
            (_, Some(_)) => Err(DeskError::because("paper-of-cancelled-receipt")),
            _ => Ok(()),
        }
    }
}

/// The key, if it can sign now.
fn signer(pen: &Pen<'_>, now: DateTime<Utc>) -> Result<Signer, Vec<Problem>> {
    let path = pen.certificate.display().to_string();
    let missing = || Problem::error("AMTSSTUBE_CERTIFICATE_PASSPHRASE", "certificate-passphrase-missing");
    let file = outside::read(pen.certificate).map_err(|error| error.problems());
    match (file, pen.passphrase) {
        (Ok(file), Some(passphrase)) => Signer::open(&file.bytes, passphrase, now)
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
