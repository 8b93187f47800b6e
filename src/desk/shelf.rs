//! The catalogue as it stands on this desk: the built-in services and the packs that are here. Decides about no pack.

use super::Desk;
use super::error::DeskError;
use super::intake::Intake;
use crate::catalogue::pack::{Loaded, Withdrawn, withdrawn};
use crate::catalogue::{Catalogue, Service};
use crate::domain::case::Opened;
use crate::domain::id::Digest;
use crate::domain::problem::Problem;
use crate::store::StoreError;
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

/// Clones are the same.
#[derive(Clone)]
pub(super) struct Shelf(Arc<RwLock<Standing>>);

struct Standing {
    /// Replaced as a whole: who holds an earlier one goes on with it.
    catalogue: &'static Catalogue,
    known: Vec<&'static Loaded>,
    offered: Vec<&'static Loaded>,
    /// What the Kreis took back.
    withdrawn: Vec<Withdrawn>,
    /// When the Kreis was last asked for packs.
    asked_at: Option<DateTime<Utc>>,
}

impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shelf")
    }
}

impl Shelf {
    pub fn new() -> Self {
        let catalogue = Catalogue::built_in();
        Self(Arc::new(RwLock::new(Standing {
            catalogue,
            known: Vec::new(),
            offered: Vec::new(),
            withdrawn: Vec::new(),
            asked_at: None,
        })))
    }

    /// The catalogue as it stands now.
    pub fn catalogue(&self) -> &'static Catalogue {
        self.0.read().unwrap_or_else(PoisonError::into_inner).catalogue
    }

    /// Can read a pack from now on; `bytes` are asked for where it could not before.
    pub fn learn(&self, pack: Digest, bytes: impl FnOnce() -> Option<Vec<u8>>) {
        if self.catalogue().knows(pack) {
            return;
        }
        if let Some(loaded) = bytes().and_then(|bytes| Loaded::of_bytes(&bytes)) {
            self.change(|standing| standing.known.push(loaded));
        }
    }

    /// These packs, and no others, take new cases in; the first wins among equals.
    fn offer(&self, packs: Vec<&'static Loaded>) {
        let digests = |all: &[&Loaded]| all.iter().map(|pack| pack.digest).collect::<Vec<_>>();
        if digests(self.catalogue().offered()) == digests(&packs) {
            return;
        }
        self.change(|standing| {
            for pack in &packs {
                if !standing.known.iter().any(|known| known.digest == pack.digest) {
                    standing.known.push(pack);
                }
            }
            standing.offered = packs;
        });
    }

    /// A pack that can be read here.
    pub fn known(&self, pack: Digest) -> Option<&'static Loaded> {
        let standing = self.0.read().unwrap_or_else(PoisonError::into_inner);
        standing.known.iter().find(|known| known.digest == pack).copied()
    }

    /// What the Kreis said when it took back a pack, or the key that signed it.
    pub fn withdrawal(&self, pack: Digest, key: [u8; 32]) -> Option<Problem> {
        let standing = self.0.read().unwrap_or_else(PoisonError::into_inner);
        standing.withdrawn.iter().find(|one| one.is_about(pack, key)).map(Withdrawn::problem)
    }

    /// These keys and packs were taken back, and no others.
    fn withdraw(&self, withdrawn: Vec<Withdrawn>) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).withdrawn = withdrawn;
    }

    /// When the Kreis was last asked for packs by this program.
    pub fn asked_at(&self) -> Option<DateTime<Utc>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).asked_at
    }

    /// The Kreis was asked for packs.
    pub fn asked(&self, now: DateTime<Utc>) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).asked_at = Some(now);
    }

    fn change(&self, change: impl FnOnce(&mut Standing)) {
        let mut standing = self.0.write().unwrap_or_else(PoisonError::into_inner);
        change(&mut standing);
        let catalogue = Catalogue::built_in().with_packs(standing.known.clone(), standing.offered.clone());
        // Screens and cases hold on to services for as long as the program runs; packs change a few times a year.
        standing.catalogue = Box::leak(Box::new(catalogue));
    }
}

impl Desk {
    /// Looks which packs are here now: of the Kreis, and taken in from files on any desk of the town. Called where they may
    /// have changed, and by whatever begins a new case.
    pub fn refresh_catalogue(&self) -> Result<(), DeskError> {
        let (offered, kreis) = self.store.read(|db| {
            let service = db.enrolment()?.map(|enrolment| enrolment.service);
            let kreis = db.kreis_packs()?.into_iter().filter(|pack| pack.refused.is_empty());
            let kreis: BTreeSet<Digest> = kreis.map(|pack| pack.digest).collect();
            let town = db.town()?.packs.into_keys().filter(|pack| !kreis.contains(pack)).collect::<Vec<_>>();
            let mut packs = Vec::new();
            for (of_kreis, digest) in kreis
                .iter()
                .map(|digest| (true, *digest))
                .chain(town.into_iter().map(|digest| (false, digest)))
            {
                // One that is still on its way takes nothing in until it is here.
                if !self.shelf.catalogue().knows(digest) && !db.has_blob(digest)? {
                    continue;
                }
                self.shelf.learn(digest, || db.blob(digest).ok());
                packs.extend(self.shelf.known(digest).map(|pack| (of_kreis, pack)));
            }
            Ok::<_, StoreError>((packs, service))
        })?;
        let all = offered.iter().map(|(_, pack)| *pack);
        self.shelf.withdraw(kreis.map(|key| withdrawn::by(all, key)).unwrap_or_default());
        let counts = |pack: &Loaded| {
            pack.faults().is_empty() && self.shelf.withdrawal(pack.digest, pack.key).is_none()
        };
        let mut offered: Vec<_> = offered.into_iter().filter(|(_, pack)| counts(pack)).collect();
        offered.sort_by_key(|(kreis, pack)| (!kreis, std::cmp::Reverse(pack.manifest.version), pack.digest));
        self.shelf.offer(offered.into_iter().map(|(_, pack)| pack).collect());
        Ok(())
    }

    /// The version of the service that a case began with.
    pub fn service_of(&self, opened: &Opened) -> Result<&'static Service, DeskError> {
        self.begun(&opened.service, &opened.version, opened.pack)
    }

    /// The version of the service that an intake began with.
    pub fn service_of_intake(&self, intake: &Intake) -> Result<&'static Service, DeskError> {
        self.begun(&intake.service, &intake.version, intake.pack)
    }

    fn begun(&self, slug: &str, version: &str, pack: Option<Digest>) -> Result<&'static Service, DeskError> {
        if let Some(digest) = pack {
            self.shelf.learn(digest, || self.store.read(|db| db.blob(digest)).ok());
        }
        self.catalogue().begun(slug, version, pack).ok_or_else(|| match pack {
            Some(_) => {
                let awaited = Problem::error("service", "service-awaited");
                awaited.with("service", slug).with("version", version).into()
            }
            None => DeskError::because("service-unknown"),
        })
    }
}
