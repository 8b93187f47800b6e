//! Publishing a pack: the same checks as a desk makes, the Kreis's signature, then the store. Serves nothing.

use super::clock;
use super::store::{NewPack, Published, Store, StoreError};
use crate::catalogue::pack::withdrawn::{self, NAME, Withdrawn};
use crate::catalogue::pack::{Draft, Loaded, Manifest, Pack, from_folder};
use crate::domain::id::Digest;
use crate::domain::problem::Problem;
use crate::wire::{SecretKey, pack};
use std::path::Path;

/// Why a pack is not published. Nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// All that speaks against it, with file and line.
    #[error("{} problems", .0.len())]
    Problems(Vec<Problem>),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A published pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// What it says about itself.
    pub manifest: Manifest,
    /// Its bytes as every desk gets them.
    pub bytes: Vec<u8>,
    /// Whether it was published before, byte by byte.
    pub again: bool,
}

/// Publishes a folder with `pack.toml`, or the contents of a pack's file, under the Kreis's signature. `fresh` seeds the
/// Kreis's key where it has none yet.
pub async fn publish<S: Store>(store: &S, path: &Path, fresh: [u8; 32]) -> Result<Publication, PublishError> {
    let (draft, file) = if path.is_dir() {
        (from_folder(path).map_err(PublishError::Problems)?, None)
    } else {
        let file = pack::open(&read(path)?).map_err(PublishError::Problems)?;
        (file.draft(), Some((file.digest, file.key)))
    };
    let key = SecretKey::new(&store.seed(fresh).await?);
    signed(store, &key, &draft, file).await
}

/// Checks a draft, signs it and stores it. `file` is the digest and the key of the pack that it was read from.
pub(super) async fn signed<S: Store>(
    store: &S,
    key: &SecretKey,
    draft: &Draft,
    file: Option<(Digest, [u8; 32])>,
) -> Result<Publication, PublishError> {
    let bytes = pack::seal(key, draft);
    let pack = pack::open(&bytes).map_err(PublishError::Problems)?;
    let now = clock::now();
    let loaded = Loaded::of(&pack);
    let mut problems = loaded.check(now.date_naive());
    problems.extend(beside_published(store, loaded).await?);
    problems.extend(taken_back(store, key, file.into_iter().chain([(pack.digest, pack.key)])).await?);
    if !problems.is_empty() {
        return Err(PublishError::Problems(problems));
    }
    let Manifest { name, version, .. } = &pack.manifest;
    let new =
        NewPack { digest: pack.digest, name: name.clone(), version: *version, at: now, bytes: bytes.clone() };
    let again = match store.publish(new).await? {
        Published::New => false,
        Published::Known => true,
        Published::NotNewer(newest) => {
            let id = if newest == *version { "pack-same-version" } else { "pack-older" };
            let problem = Problem::error("version", id).with("name", name).with("here", newest);
            return Err(PublishError::Problems(vec![problem.with("version", version)]));
        }
    };
    Ok(Publication { manifest: pack.manifest, bytes, again })
}

/// What the Kreis took back is not signed again: neither these bytes, nor what such a key had signed.
async fn taken_back<S: Store>(
    store: &S,
    key: &SecretKey,
    packs: impl Iterator<Item = (Digest, [u8; 32])>,
) -> Result<Vec<Problem>, StoreError> {
    let mut lists = Vec::new();
    for digest in store.packs().await? {
        let bytes = store.pack(digest).await?;
        lists.extend(
            bytes.and_then(|bytes| Loaded::of_bytes(&bytes)).filter(|list| list.manifest.name == NAME),
        );
    }
    let all = withdrawn::by(lists, key.public().0);
    let about = |(digest, key): (Digest, [u8; 32])| all.iter().find(move |one| one.is_about(digest, key));
    let said = |one: &Withdrawn| Problem::error("", "publish-withdrawn").with("reason", &one.reason);
    let mut problems: Vec<Problem> = packs.filter_map(about).map(said).collect();
    problems.dedup();
    Ok(problems)
}

fn read(path: &Path) -> Result<Vec<u8>, PublishError> {
    std::fs::read(path).map_err(|error| {
        let place = path.display().to_string();
        let problem = Problem::error(place, "catalogue-file-unreadable").with("message", error);
        PublishError::Problems(vec![problem])
    })
}

/// A version of a service that was published with another content.
async fn beside_published<S: Store>(store: &S, loaded: &Loaded) -> Result<Vec<Problem>, StoreError> {
    let mut problems = Vec::new();
    for digest in store.packs().await? {
        let Some(bytes) = store.pack(digest).await? else { continue };
        let Some(other) = Pack::read(&bytes).ok().map(|pack| Loaded::of(&pack)) else { continue };
        for service in &loaded.services {
            let mut alike = other.services.iter();
            let alike = alike.find(|one| one.slug == service.slug && one.version == service.version);
            if alike.is_some_and(|one| one != service) {
                let problem = Problem::error(&service.slug, "pack-version-other").with("slug", &service.slug);
                problems.push(problem.with("version", &service.version).with("pack", &other.manifest.name));
            }
        }
    }
    Ok(problems)
}
