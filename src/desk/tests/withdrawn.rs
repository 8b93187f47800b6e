//! A publisher's key that the Kreis takes back: nothing more of it, what cases began with stays, and nobody else can do it.

use super::*;
use crate::catalogue::pack::{Draft, Manifest, Withdrawn, withdrawn};
use crate::domain::id::Digest;
use crate::domain::problem::LocalText;
use crate::store::{Enrolment, StoreError};
use crate::wire::{SecretKey, pack};
use std::path::PathBuf;

const SERVICE: &str = include_str!("../../../examples/trauzimmer/services/trauzimmer/2026-01-01.toml");
const LETTER: &str = include_str!("../../../examples/trauzimmer/letters/terminbestaetigung/1.toml");

fn key(seed: u8) -> SecretKey {
    SecretKey::new(&[seed; 32])
}

fn sealed(seed: u8, name: &str, version: u32, files: &[(&str, &str)]) -> Vec<u8> {
    let manifest = Manifest {
        format: 1,
        publisher: "Musterstadt".into(),
        name: name.into(),
        title: LocalText { de: "Paket".into(), en: "Pack".into() },
        version,
        from: "2026-01-01".parse().expect("a day"),
        until: None,
        files: Vec::new(),
    };
    let file =
        |(name, text): &(&str, &str)| crate::catalogue::File { name: (*name).into(), text: (*text).into() };
    let files = files.iter().map(file).collect();
    pack::seal(&key(seed), &Draft::new(manifest, files).expect("a pack"))
}

fn rooms(version: u32) -> Vec<u8> {
    let files =
        [("services/trauzimmer/2026-01-01.toml", SERVICE), ("letters/terminbestaetigung/1.toml", LETTER)];
    sealed(7, "trauzimmer", version, &files)
}

fn withdrawing(seed: u8, what: Withdrawn) -> Vec<u8> {
    let file = withdrawn::write(&[what]).expect("written");
    sealed(seed, withdrawn::NAME, 1, &[(&file.name, &file.text)])
}

fn of_key(seed: u8) -> Withdrawn {
    Withdrawn {
        key: Some(Digest(key(seed).public().0)),
        pack: None,
        reason: "Der Schlüssel ist fort.".into(),
    }
}

fn file(office: &Office, name: &str, bytes: &[u8]) -> PathBuf {
    let path = office.dir.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    path
}

/// With the Kreis whose key has the seed 200, and the rooms of a neighbour.
fn town() -> Office {
    let office = office();
    let enrolment = Enrolment {
        key: [1; 32],
        url: "https://kreis".into(),
        pin: Digest::default(),
        town: "05554016".into(),
        service: key(200).public().0,
        heard: (0, Digest::default()),
        heard_at: None,
        silent_from: None,
    };
    let enrolled = office.desk.store.write(|tx| tx.enrol(&enrolment)).map_err(|error: StoreError| error);
    let _ = enrolled.expect("enrolled");
    let path = file(&office, "1.pack", &rooms(1));
    let _ = office.desk.import_pack(&office.admin, &path, true).expect("taken in");
    office
}

fn hears(office: &Office, bytes: &[u8]) {
    let take = |tx: &mut crate::store::Tx<'_>| tx.take_kreis_pack(bytes, "1").map(drop);
    let _ = office.desk.store.write(take).map_err(|error: StoreError| error).expect("kept");
    office.desk.refresh_catalogue().expect("looked");
}

fn offers(office: &Office) -> bool {
    office.desk.catalogue().offer("trauzimmer", office.desk.today()).is_some()
}

#[test]
fn nothing_more_of_a_key_that_was_taken_back_and_cases_keep_what_they_began_with() {
    let office = town();
    let intake = office.desk.new_intake(&office.clerk, "trauzimmer").expect("an intake");
    hears(&office, &withdrawing(200, of_key(7)));
    assert!(!offers(&office), "it takes nothing in any more");
    let service = office.desk.service_of_intake(&intake).expect("what was begun goes on");
    assert_eq!(service.slug, "trauzimmer");
    let again = file(&office, "2.pack", &rooms(2));
    let refused = office.desk.import_pack(&office.admin, &again, true).expect_err("refused").problems();
    let told: Vec<_> = refused.iter().map(|one| (one.id.as_str(), one.args["reason"].as_str())).collect();
    assert_eq!(told, [("pack-key-withdrawn", "Der Schlüssel ist fort.")]);
    let out = office.dir.path().join("out.pack");
    let _ = office.desk.export_pack(&office.admin, "trauzimmer", &out).expect_err("nor is it passed on");
    let held = office.desk.packs().expect("packs");
    let states: Vec<_> = held.iter().map(|held| (held.withdrawn, held.problems.len())).collect();
    assert_eq!(states, [(true, 1), (false, 0)], "{held:#?}");
}

#[test]
fn one_pack_is_taken_back_and_the_next_of_its_key_counts() {
    let office = town();
    let pack = Some(Digest::of(&[&rooms(1)]));
    hears(&office, &withdrawing(200, Withdrawn { key: None, pack, reason: "Falsche Gebühr.".into() }));
    assert!(!offers(&office));
    let next = file(&office, "2.pack", &rooms(2));
    let _ = office.desk.import_pack(&office.admin, &next, false).expect("the key is trusted as before");
    assert!(offers(&office));
}

#[test]
fn only_the_kreis_takes_back_and_never_its_own_key() {
    let office = town();
    let path = file(&office, "other.pack", &withdrawing(9, of_key(7)));
    let refused = office.desk.import_pack(&office.admin, &path, true).expect_err("refused").problems();
    assert_eq!(refused.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["withdrawn-not-kreis"]);
    hears(&office, &withdrawing(200, of_key(200)));
    assert!(offers(&office));
    let held = office.desk.packs().expect("packs");
    assert!(held.iter().all(|held| !held.withdrawn), "{held:#?}");
}
