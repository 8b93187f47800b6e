//! Taking back a publisher's key or a pack: a new version of the list that the Kreis signs and every desk fetches as a pack.
//! Nothing that was taken back is given again.

use super::clock;
use super::publish::{self, Publication, PublishError};
use super::store::Store;
use crate::catalogue::pack::withdrawn::{self, NAME, Withdrawn};
use crate::catalogue::pack::{Draft, Loaded, Manifest};
use crate::domain::id::Digest;
use crate::domain::problem::{LocalText, Problem};
use crate::wire::SecretKey;

/// Takes back whatever a key signed, or one pack. Said again, it changes nothing. `title` is what the list is called, and
/// `publisher` who signs it, as people say it. `fresh` seeds the Kreis's key where it has none yet.
pub async fn withdraw<S: Store>(
    store: &S,
    new: Withdrawn,
    publisher: &str,
    title: LocalText,
    fresh: [u8; 32],
) -> Result<Publication, PublishError> {
    let refused = |id: &str| PublishError::Problems(vec![Problem::error("", id)]);
    let key = SecretKey::new(&store.seed(fresh).await?);
    if new.key == Some(Digest(key.public().0)) {
        return Err(refused("withdrawn-own-key"));
    }
    let (mut lists, mut newest) = (Vec::new(), None);
    for digest in store.packs().await? {
        let Some(bytes) = store.pack(digest).await? else { continue };
        let Some(loaded) = Loaded::of_bytes(&bytes).filter(|loaded| loaded.manifest.name == NAME) else {
            continue;
        };
        lists.push(loaded);
        // By version, the highest last.
        newest = Some((loaded.manifest.clone(), bytes));
    }
    let mut all = withdrawn::by(lists, key.public().0);
    let is_known = |one: &Withdrawn| (one.key, one.pack) == (new.key, new.pack);
    if let Some((manifest, bytes)) = newest.clone().filter(|_| all.iter().any(is_known)) {
        return Ok(Publication { manifest, bytes, again: true });
    }
    all.push(new);
    let manifest = Manifest {
        format: 1,
        publisher: publisher.to_owned(),
        name: NAME.to_owned(),
        title,
        version: newest.map_or(0, |(manifest, _)| manifest.version).saturating_add(1),
        from: clock::now().date_naive(),
        until: None,
        files: Vec::new(),
    };
    let file = withdrawn::write(&all).ok_or_else(|| refused("withdrawn-form"))?;
    let draft = Draft::new(manifest, vec![file]).map_err(PublishError::Problems)?;
    publish::signed(store, &key, &draft, None).await
}
