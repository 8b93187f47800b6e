//! This office and those that it knows: who they are, which of their desks open what is sealed for them. Seals nothing.

use crate::desk::error::DeskError;
use crate::domain::office::{Office, is_kreis, kreis_of};
use crate::domain::town::{Town, keys};
use crate::store::{Enrolment, Reader};
use crate::wire::{Certificate, PublicKey, SecretKey, Signed};

/// This desk as one that seals and opens.
pub(super) struct Own {
    /// Where it is enrolled.
    pub enrolment: Enrolment,
    /// The office that it belongs to.
    pub office: Office,
}

impl Own {
    /// This desk; refused where it does not belong to the Kreis's service.
    pub fn of(db: &Reader<'_>, town: &Town) -> Result<Self, DeskError> {
        let enrolment = db.enrolment()?.ok_or_else(|| DeskError::because("handover-not-enrolled"))?;
        let office = Office { ags: enrolment.town.clone(), name: name_of(town) };
        Ok(Self { enrolment, office })
    }

    /// Its key.
    pub fn key(&self) -> SecretKey {
        SecretKey::new(&self.enrolment.key)
    }

    /// The key with which the service signs.
    pub fn service(&self) -> PublicKey {
        PublicKey(self.enrolment.service)
    }

    /// Whether it is the Kreis.
    pub fn is_kreis(&self) -> bool {
        is_kreis(&self.office.ags)
    }

    /// The Kreis that decides.
    pub fn kreis(&self, db: &Reader<'_>, town: &Town) -> Result<Office, DeskError> {
        let ags = kreis_of(&self.office.ags).ok_or_else(|| DeskError::because("handover-no-ags"))?;
        let called = called(db, &ags)?.or_else(|| Some(town.get(keys::KREIS_NAME).to_owned()));
        let name = called.filter(|name| !name.is_empty()).unwrap_or_else(|| ags.clone());
        Ok(Office { ags, name })
    }

    /// Keys of an office's desks, by what the service certified; `signed` are certificates that came another way.
    pub fn keys_of(
        &self,
        db: &Reader<'_>,
        office: &str,
        signed: &[Signed],
    ) -> Result<Vec<PublicKey>, DeskError> {
        let service = self.service();
        let read = |one: &Signed| {
            Certificate::read(one, &service).ok().filter(|certificate| certificate.town == office)
        };
        let mut known: Vec<Certificate> = certificates(db, office)?.iter().filter_map(read).collect();
        // Whoever had a certificate before the service last said which desks the office has, and is none of them, was cut
        // off since: nothing is sealed for them any more.
        let last = known.iter().map(|certificate| certificate.given_at).max();
        let newer = |one: &Certificate| last.is_none_or(|last| one.given_at > last);
        known.extend(signed.iter().filter_map(read).filter(newer));
        let mut keys: Vec<PublicKey> = known.into_iter().map(|certificate| certificate.key).collect();
        keys.sort_unstable();
        keys.dedup();
        Ok(keys)
    }
}

/// As the office signs.
fn name_of(town: &Town) -> String {
    let name = [keys::AUTHORITY, keys::NAME].map(|key| town.get(key));
    name.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| town.get(keys::AGS)).to_owned()
}

/// What an office is called, where the service has said so.
pub(super) fn called(db: &Reader<'_>, ags: &str) -> Result<Option<String>, DeskError> {
    Ok(db.office(ags)?.map(|office| office.name).filter(|name| !name.is_empty()))
}

/// Certificates of an office's desks, as the service signed them; without desks that were cut off.
pub(super) fn certificates(db: &Reader<'_>, ags: &str) -> Result<Vec<Signed>, DeskError> {
    let certificates = db.office(ags)?.map(|office| office.certificates).unwrap_or_default();
    Ok(certificates.into_iter().map(Signed::from_bytes).collect())
}
