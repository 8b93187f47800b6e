//! Taking back a publisher's key or a pack, on both databases: the list grows, and never loses what it said.

use crate::catalogue::pack::{Loaded, Withdrawn, from_folder, withdrawn};
use crate::district::{PublishError, Store, publish, withdraw};
use crate::domain::id::Digest;
use crate::domain::problem::LocalText;
use crate::wire::{SecretKey, pack};
use std::path::Path;

fn of_key(key: [u8; 32]) -> Withdrawn {
    Withdrawn { key: Some(Digest(key)), pack: None, reason: "Der Schlüssel ist fort.".into() }
}

async fn takes_back<S: Store>(store: &S, what: Withdrawn) -> Result<(u32, bool), PublishError> {
    let title = LocalText { de: "Zurückgezogenes".into(), en: "Withdrawn".into() };
    let done = withdraw(store, what, "Kreis Musterland", title, [200; 32]).await?;
    Ok((done.manifest.version, done.again))
}

pub(super) async fn what_was_taken_back_stays_taken_back<S: Store>(store: S) {
    let one = Withdrawn { key: None, pack: Some(Digest([8; 32])), reason: "Falsche Gebühr.".into() };
    assert_eq!(takes_back(&store, of_key([7; 32])).await.expect("signed"), (1, false));
    assert_eq!(takes_back(&store, one.clone()).await.expect("signed"), (2, false));
    assert_eq!(takes_back(&store, of_key([7; 32])).await.expect("known"), (2, true));
    let own = SecretKey::new(&store.seed([1; 32]).await.expect("the seed")).public();
    let no_reason = Withdrawn { reason: " ".into(), ..of_key([9; 32]) };
    let both = Withdrawn { pack: Some(Digest([9; 32])), ..of_key([9; 32]) };
    for (wrong, id) in
        [(of_key(own.0), "withdrawn-own-key"), (no_reason, "withdrawn-form"), (both, "withdrawn-form")]
    {
        let Err(PublishError::Problems(problems)) = takes_back(&store, wrong).await else { panic!("{id}") };
        assert_eq!(problems[0].id, id);
    }
    let packs = store.packs().await.expect("answered");
    assert_eq!(packs.len(), 2, "each version is delivered as a pack");
    let newest = store.pack(packs[1]).await.expect("answered").expect("bytes");
    let newest = Loaded::of_bytes(&newest).expect("a pack");
    assert_eq!(withdrawn::by([newest], own.0), [of_key([7; 32]), one]);
}

/// What was taken back is not signed again: neither the Kreis's own pack, nor a file that a lost key had signed.
pub(super) async fn what_was_taken_back_is_not_published_again<S: Store>(store: S) {
    let refused = |done: Result<_, PublishError>| match done {
        Err(PublishError::Problems(problems)) => problems[0].id.clone(),
        other => panic!("{other:?}"),
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/trauzimmer");
    let key = SecretKey::new(&[77; 32]);
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("trauzimmer.pack");
    let draft = from_folder(&folder).expect("a pack");
    std::fs::write(&file, pack::seal(&key, &draft)).expect("written");
    let _ = takes_back(&store, of_key(key.public().0)).await.expect("signed");
    assert_eq!(refused(publish(&store, &file, [1; 32]).await), "publish-withdrawn");
    // Its contents are nobody's fault: the Kreis signs them from its own folder.
    let own = publish(&store, &folder, [1; 32]).await.expect("published");
    let digest = Loaded::of_bytes(&own.bytes).expect("a pack").digest;
    let pack = Withdrawn { key: None, pack: Some(digest), reason: "Falsche Gebühr.".into() };
    let _ = takes_back(&store, pack).await.expect("signed");
    assert_eq!(refused(publish(&store, &folder, [1; 32]).await), "publish-withdrawn");
}
