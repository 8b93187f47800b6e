//! Opening what came in: for this office, by a desk that the service knows, whole. Whatever is wrong is told with its reason,
//! and nothing of it is used then.

use super::glance::Glances;
use super::own::{self, Own};
use crate::desk::error::DeskError;
use crate::domain::id::Digest;
use crate::domain::problem::Problem;
use crate::domain::town::Town;
use crate::store::Reader;
use crate::wire::{Bundle, BundleError, Certificate, Cover, Manifest, Opener, Signed};
use std::sync::Arc;

/// Opens sealed bytes and checks them.
pub(super) fn open(db: &Reader<'_>, town: &Town, bytes: &[u8]) -> Result<Bundle, DeskError> {
    let own = Own::of(db, town)?;
    let opener = Opener { key: &own.key(), office: &own.office.ags, service: &own.service() };
    let bundle = match Bundle::open(bytes, &opener) {
        Ok(bundle) => bundle,
        Err(error) => return Err(problem(db, &error, bytes)?.into()),
    };
    stands(db, &own, &bundle.manifest)?;
    Ok(bundle)
}

/// What a sealed file says that waits, without what is in it: opened once, and looked at again each time whether its sender
/// still stands.
pub(super) fn glance(
    db: &Reader<'_>,
    town: &Town,
    blob: Digest,
    glances: &Glances,
) -> Result<Arc<Manifest>, DeskError> {
    if let Some(known) = glances.of(blob) {
        stands(db, &Own::of(db, town)?, &known)?;
        return Ok(known);
    }
    let bundle = open(db, town, &db.mail_bytes(blob)?)?;
    Ok(glances.keep(blob, bundle.manifest))
}

/// The desk that made it was not cut off.
fn stands(db: &Reader<'_>, own: &Own, manifest: &Manifest) -> Result<(), DeskError> {
    if is_cut_off(db, own, manifest)? {
        let problem = Problem::error("", "bundle-cut-off").with("office", &manifest.from.name);
        return Err(problem.into());
    }
    Ok(())
}

/// Why a file is not taken, in words.
fn problem(db: &Reader<'_>, error: &BundleError, bytes: &[u8]) -> Result<Problem, DeskError> {
    let problem = |id: &str| Problem::error("", id);
    Ok(match error {
        BundleError::Malformed => problem("bundle-malformed"),
        BundleError::TooLarge => problem("bundle-too-large"),
        BundleError::NotSigned => problem("bundle-not-signed"),
        BundleError::Newer(version) => problem("bundle-newer").with("version", version),
        BundleError::OtherOffice(ags) => {
            let name = own::called(db, ags)?.unwrap_or_else(|| ags.clone());
            problem("bundle-other-office").with("office", name)
        }
        BundleError::OtherDesk => match able(db, bytes)?.as_str() {
            "" => problem("bundle-no-desk"),
            desks => problem("bundle-other-desk").with("desks", desks),
        },
    })
}

/// The desks of this office that can open it, by name.
fn able(db: &Reader<'_>, bytes: &[u8]) -> Result<String, DeskError> {
    let keys = Cover::keys(bytes).unwrap_or_default();
    let desks = db.town_desks()?;
    let able = desks.into_iter().filter(|desk| keys.iter().any(|key| key.0 == desk.key));
    let names: Vec<String> = able.map(|desk| format!("{} ({})", desk.name, desk.code)).collect();
    Ok(names.join(", "))
}

/// Whether the desk that signed it was cut off since: it had its certificate before the service last said which desks the
/// office has, and is none of them. A newer one is believed, since the service signed its certificate.
fn is_cut_off(db: &Reader<'_>, own: &Own, manifest: &Manifest) -> Result<bool, DeskError> {
    let read = |signed: &Signed| Certificate::read(signed, &own.service()).ok();
    let known: Vec<Certificate> =
        own::certificates(db, &manifest.from.ags)?.iter().filter_map(read).collect();
    let Some(last) = known.iter().map(|certificate| certificate.given_at).max() else { return Ok(false) };
    let is_signer =
        |certificate: &&Certificate| certificate.desks.iter().any(|desk| desk.device == manifest.device);
    if known.iter().any(|certificate| is_signer(&certificate)) {
        return Ok(false);
    }
    let own: Vec<Certificate> = manifest.signed_certificates().iter().filter_map(read).collect();
    Ok(own.iter().filter(is_signer).all(|certificate| certificate.given_at <= last))
}
