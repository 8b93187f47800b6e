//! Packs of the catalogue: looking at one, taking it in from a file, passing it on. What the Kreis publishes comes with
//! [`super::kreis`]; what a pack is, [`crate::catalogue::pack`] knows.

use super::Desk;
use super::error::DeskError;
use super::outside;
use super::session::Session;
use crate::catalogue::pack::{Loaded, Manifest, Pack, from_folder};
use crate::catalogue::{Difference, Offer, Service, differ};
use crate::domain::id::Digest;
use crate::domain::problem::{LocalText, Problem, Refusal};
use crate::domain::town::{Town, TownEvent};
use crate::domain::user::Role;
use crate::store::{KreisPack, StoreError, Tx};
use crate::wire::{self, PublicKey, SecretKey};
use chrono::NaiveDate;
use std::path::Path;

/// Where the key lies with which this desk signs packs of its town.
const OWN_KEY: &str = "pack-key";

/// How somebody who signed a pack stands to this town.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// The Kreis, trusted by being enrolled there.
    Kreis,
    /// An administrator accepted the key.
    Accepted,
    /// This desk itself.
    Own,
    /// Nobody has accepted the key yet.
    Unknown,
}

/// What taking a pack in changes about one service.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The service.
    pub slug: String,
    /// What it is called.
    pub name: LocalText,
    /// The version that counts now; nothing where there is none yet.
    pub old: Option<String>,
    /// The version of the pack.
    pub new: String,
    /// First day of receipt that it counts for.
    pub from: NaiveDate,
    /// What the new version does otherwise.
    pub differences: Vec<Difference>,
}

/// A pack, looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// Its digest.
    pub pack: Digest,
    /// What it says about itself.
    pub manifest: Manifest,
    /// The key that signed it: 64 hexadecimal digits.
    pub key: String,
    /// Whose that is.
    pub trust: Trust,
    /// Whether it is here already.
    pub here: bool,
    /// What it changes.
    pub changes: Vec<Change>,
    /// Entries of the filing plan that are new or otherwise.
    pub plan_entries: usize,
    /// Values that it suggests to the town.
    pub suggestions: usize,
    /// What speaks against taking it in, with file and line.
    pub problems: Vec<Problem>,
}

/// Where a pack came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The Kreis published it.
    Kreis,
    /// It was taken in from a file.
    File,
}

/// A pack of this town.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// Its digest.
    pub pack: Digest,
    /// Where it came from.
    pub origin: Origin,
    /// What it says about itself; nothing while it is on its way, or where it was refused.
    pub manifest: Option<Manifest>,
    /// The key that signed it.
    pub key: String,
    /// What it brings.
    pub contains: Vec<String>,
    /// What is wrong with it: it takes nothing in, and the versions before go on.
    pub problems: Vec<Problem>,
    /// Whether the Kreis took it back, or the key that signed it; the problems say why.
    pub withdrawn: bool,
}

/// A service that takes new cases in today.
#[derive(Debug, Clone, PartialEq)]
pub struct Offered {
    /// Its slug.
    pub slug: String,
    /// What it is called.
    pub name: LocalText,
    /// Its version.
    pub version: String,
    /// Title of the pack that it comes from; nothing where it is built in.
    pub source: Option<LocalText>,
    /// First day of receipt that it counts for.
    pub from: NaiveDate,
    /// The last one, where there is one.
    pub to: Option<NaiveDate>,
}

/// Packs and services, for a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Overview {
    /// The packs that are here.
    pub packs: Vec<Held>,
    /// The services that take new cases in today.
    pub services: Vec<Offered>,
}

impl Desk {
    /// Packs and services as they are.
    pub fn pack_overview(&self) -> Result<Overview, DeskError> {
        let packs = self.packs()?;
        let offered = |offer: Offer<'_>| {
            let (service, manifest) = (offer.service, offer.pack.map(|pack| &pack.manifest));
            let ends = service.valid_to.into_iter().chain(manifest.and_then(|manifest| manifest.until));
            Offered {
                slug: service.slug.clone(),
                name: service.name.clone(),
                version: service.version.clone(),
                source: manifest.map(|manifest| manifest.title.clone()),
                from: manifest.map_or(service.valid_from, |manifest| manifest.from.max(service.valid_from)),
                to: ends.min(),
            }
        };
        let services = self.catalogue().offers(self.today()).into_iter().map(offered).collect();
        Ok(Overview { packs, services })
    }

    /// Looks at a pack's file, or at a folder that is to become one. Takes nothing in.
    pub fn look_at_pack(&self, path: &Path) -> Result<Look, DeskError> {
        let pack = if path.is_dir() { self.drafted(path)? } else { opened(&outside::read(path)?.bytes)? };
        self.refresh_catalogue()?;
        self.look(&pack)
    }

    /// Takes a pack in from a file, as an event of the town. An unknown publisher's key is accepted with it where `accept`
    /// says so, else refused. Whatever speaks against it is told at once, and then nothing changes.
    pub fn import_pack(&self, session: &Session, path: &Path, accept: bool) -> Result<Look, DeskError> {
        if !session.roles.contains(&Role::Administrator) {
            return Err(DeskError::because("pack-administrator"));
        }
        let bytes = outside::read(path)?.bytes;
        let pack = opened(&bytes)?;
        self.refresh_catalogue()?;
        let look = self.look(&pack)?;
        let mut problems = look.problems.clone();
        if look.trust == Trust::Unknown && !accept {
            problems.push(
                Problem::error("publisher", "pack-publisher-unknown")
                    .with("publisher", &pack.manifest.publisher)
                    .with("key", spelled(&look.key)),
            );
        }
        if !problems.is_empty() {
            return Err(Refusal(problems).into());
        }
        if look.here {
            return Ok(look);
        }
        self.act_as(session, |hand| {
            if look.trust != Trust::Accepted && look.trust != Trust::Kreis {
                let name = pack.manifest.publisher.clone();
                hand.write_town(&TownEvent::PublisherAccepted { key: look.key.clone(), name })?;
            }
            let _ = hand.tx.put_blob(&bytes)?;
            let Manifest { name, version, .. } = pack.manifest.clone();
            let installed =
                TownEvent::PackInstalled { pack: pack.digest, key: look.key.clone(), name, version };
            hand.write_town(&installed)
        })?;
        self.refresh_catalogue()?;
        Ok(look)
    }

    /// Writes a pack to a new file: one that is here, by name, as its publisher signed it; or a folder with `pack.toml`,
    /// signed by this desk for its town.
    pub fn export_pack(&self, session: &Session, what: &str, to: &Path) -> Result<Manifest, DeskError> {
        if !session.roles.contains(&Role::Administrator) {
            return Err(DeskError::because("pack-administrator"));
        }
        let folder = Path::new(what);
        let bytes = if folder.is_dir() {
            let draft = from_folder(folder).map_err(Refusal)?;
            let bytes = wire::pack::seal(&self.own_pack_key()?, &draft);
            let problems = Loaded::of(&opened(&bytes)?).check(self.today());
            if !problems.is_empty() {
                return Err(Refusal(problems).into());
            }
            bytes
        } else {
            let held = self.packs()?.into_iter().filter_map(|held| Some((held.manifest?, held.pack)));
            let named = held.filter(|(manifest, _)| manifest.name == what);
            let newest = named.max_by_key(|(manifest, _)| manifest.version);
            let unknown = || Problem::error("pack", "pack-unknown").with("name", what);
            let (_, digest) = newest.ok_or_else(unknown)?;
            let known = self.shelf.known(digest);
            if let Some(problem) = known.and_then(|known| self.shelf.withdrawal(digest, known.key)) {
                return Err(problem.into());
            }
            self.store.read(|db| db.blob(digest))?
        };
        outside::write_new(to, &bytes)?;
        Ok(opened(&bytes)?.manifest)
    }

    /// All packs: those of the Kreis, taken and refused, and those that were taken in from files.
    pub fn packs(&self) -> Result<Vec<Held>, DeskError> {
        self.refresh_catalogue()?;
        let (kreis, town) =
            self.store.read(|db| Ok::<_, StoreError>((db.kreis_packs()?, db.town()?.packs)))?;
        let of_file = |pack: &Digest| !kreis.iter().any(|one| one.digest == *pack && one.refused.is_empty());
        let town: Vec<Held> = town
            .keys()
            .filter(|pack| of_file(pack))
            .map(|pack| self.held(*pack, Origin::File, Vec::new()))
            .collect();
        let kreis = kreis
            .into_iter()
            .map(|KreisPack { digest, refused, .. }| self.held(digest, Origin::Kreis, refused));
        let mut all: Vec<Held> = kreis.chain(town).collect();
        let order = |held: &Held| {
            held.manifest
                .as_ref()
                .map(|manifest| (manifest.name.clone(), std::cmp::Reverse(manifest.version)))
        };
        all.sort_by_key(order);
        Ok(all)
    }

    fn held(&self, pack: Digest, origin: Origin, refused: Vec<Problem>) -> Held {
        let known = self.shelf.known(pack);
        let mut problems =
            if refused.is_empty() { known.map(Loaded::faults).unwrap_or_default() } else { refused };
        let withdrawn = known.and_then(|known| self.shelf.withdrawal(pack, known.key));
        let is_withdrawn = withdrawn.is_some();
        problems.extend(withdrawn);
        Held {
            pack,
            origin,
            manifest: known.map(|known| known.manifest.clone()),
            key: known.map(|known| Digest(known.key).to_string()).unwrap_or_default(),
            contains: known.map(Loaded::contains).unwrap_or_default(),
            problems,
            withdrawn: is_withdrawn,
        }
    }

    fn look(&self, pack: &Pack) -> Result<Look, DeskError> {
        let (town, kreis, own) = self.store.read(|db| {
            let kreis = db.enrolment()?.map(|enrolment| enrolment.service);
            Ok::<_, StoreError>((db.town()?, kreis, db.preference(None, OWN_KEY)?))
        })?;
        let key = Digest(pack.key).to_string();
        let own = own.and_then(|seed| seed.try_into().ok()).map(|seed| SecretKey::new(&seed).public());
        let trust = match () {
            () if kreis == Some(pack.key) => Trust::Kreis,
            () if town.publishers.contains_key(&key) => Trust::Accepted,
            () if own == Some(PublicKey(pack.key)) => Trust::Own,
            () => Trust::Unknown,
        };
        let loaded = Loaded::of(pack);
        let here = town.packs.contains_key(&pack.digest)
            || self.catalogue().offered().iter().any(|known| known.digest == pack.digest);
        let mut problems = loaded.check(self.today());
        if !here {
            problems.extend(self.beside_others(loaded, &town));
        }
        problems.extend(self.shelf.withdrawal(pack.digest, pack.key));
        if !loaded.withdrawn.is_empty() && trust != Trust::Kreis {
            problems.push(Problem::error("", "withdrawn-not-kreis"));
        }
        let manifest = pack.manifest.clone();
        let changes = loaded.services.iter().map(|service| self.change(service, &manifest)).collect();
        let plan = self.catalogue().plan();
        let entries = loaded.plan.iter().flat_map(super::super::catalogue::plan::Plan::entries);
        let plan_entries = entries.filter(|(_, entry)| plan.entry(&entry.no) != Some(*entry)).count();
        let (pack, suggestions) = (pack.digest, loaded.suggestions.len());
        Ok(Look { pack, manifest, key, trust, here, changes, plan_entries, suggestions, problems })
    }

    /// What other packs that are here speak against it: a newer version, the same version with other bytes, a service whose
    /// version has another content there.
    fn beside_others(&self, loaded: &Loaded, town: &Town) -> Vec<Problem> {
        let mut problems = Vec::new();
        let known = town.packs.keys().filter_map(|pack| self.shelf.known(*pack));
        let others: Vec<&Loaded> = known
            .chain(self.catalogue().offered().iter().copied())
            .filter(|o| o.digest != loaded.digest)
            .collect();
        let Manifest { name, version, .. } = &loaded.manifest;
        let same = |other: &&&Loaded| other.key == loaded.key && other.manifest.name == *name;
        if let Some(newest) = others.iter().filter(same).map(|other| other.manifest.version).max() {
            let id = if newest == *version { "pack-same-version" } else { "pack-older" };
            if newest >= *version {
                let problem = Problem::error("version", id).with("name", name);
                problems.push(problem.with("version", version).with("here", newest));
            }
        }
        for service in &loaded.services {
            let differs = |other: &&&Loaded| {
                let alike = |one: &&Service| one.slug == service.slug && one.version == service.version;
                other.services.iter().find(alike).is_some_and(|one| one != service)
            };
            if let Some(other) = others.iter().find(differs) {
                let problem = Problem::error(&service.slug, "pack-version-other").with("slug", &service.slug);
                problems.push(problem.with("version", &service.version).with("pack", &other.manifest.name));
            }
        }
        problems
    }

    fn change(&self, service: &Service, manifest: &Manifest) -> Change {
        let from = service.valid_from.max(manifest.from);
        let old = self.catalogue().offer(&service.slug, from.max(self.today())).map(|offer| offer.service);
        Change {
            slug: service.slug.clone(),
            name: service.name.clone(),
            old: old.map(|old| old.version.clone()),
            new: service.version.clone(),
            from,
            differences: old.map(|old| differ(old, service)).unwrap_or_default(),
        }
    }

    /// A folder as the pack it would be, signed by this desk.
    fn drafted(&self, folder: &Path) -> Result<Pack, DeskError> {
        let draft = from_folder(folder).map_err(Refusal)?;
        opened(&wire::pack::seal(&self.own_pack_key()?, &draft))
    }

    /// The key with which this desk signs packs; made once.
    fn own_pack_key(&self) -> Result<SecretKey, DeskError> {
        let kept = self.store.read(|db| db.preference(None, OWN_KEY))?.and_then(|seed| seed.try_into().ok());
        if let Some(seed) = kept {
            return Ok(SecretKey::new(&seed));
        }
        let seed = self.chance.bytes::<32>()?;
        let keep = |tx: &mut Tx<'_>| tx.set_preference(None, OWN_KEY, Some(&seed)).map_err(DeskError::from);
        let _ = self.store.write(keep)?;
        Ok(SecretKey::new(&seed))
    }
}

fn opened(bytes: &[u8]) -> Result<Pack, DeskError> {
    Ok(wire::pack::open(bytes).map_err(Refusal)?)
}

/// A key in groups of four, as one reads it out on the telephone.
pub fn spelled(key: &str) -> String {
    let groups: Vec<&str> = (0..key.len()).step_by(4).filter_map(|at| key.get(at..at + 4)).collect();
    groups.join(" ")
}
