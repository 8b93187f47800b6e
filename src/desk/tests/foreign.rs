//! What a desk reads of others beside the wire: trade notices and backups. Fed as the decoders of the wire are.

use crate::catalogue::Catalogue;
use crate::domain::id::Digest;
use crate::exchange::{read, take_in};
use crate::store::backup::Header;
use crate::wire::tests::foreign::{self, Decoder, XML, decoder, feed_alone, json_of};
use std::collections::BTreeSet;

/// Bytes of a database that nobody reads here.
const DATABASE: u64 = 4096;

fn decoders() -> Vec<Decoder> {
    vec![
        decoder("notice", "trade notice", XML.to_vec(), trade_notice),
        decoder("backup", "backup", backup(), |bytes| {
            // What it says of the database's length holds only where nothing was cut or added.
            let there = bytes.len() as u64 + DATABASE;
            Header::parse(bytes, there).is_ok()
        }),
    ]
}

/// As far as the answers, for every service that takes such messages.
fn trade_notice(bytes: &[u8]) -> bool {
    let Ok(root) = read::read(bytes) else { return false };
    let Ok(message) = take_in::incoming(&root) else { return false };
    let catalogue = Catalogue::built_in();
    for service in catalogue.services().filter(|service| service.receiving.is_some()) {
        let _ = message.answers(service);
    }
    true
}

/// The beginning of a backup, as it stood before the first release.
fn backup() -> Vec<u8> {
    let salt = vec![10_u8; 16];
    let json = serde_json::json!({
        "version": 1, "town": "05554024", "name": "Stadt Gescher", "desk": "A", "made": "2027-01-01T00:00:00Z",
        "events": 7, "bytes": DATABASE, "digest": Digest([1; 32]), "key_check": Digest([2; 32]),
        "key": {
            "kdf": "argon2id", "memory_kib": 65536, "passes": 3, "lanes": 1, "salt": salt,
            "sealed": Digest([3; 32]), "proof": Digest([4; 32]),
        },
    });
    let json = json_of(&json);
    let length = u32::try_from(json.len()).expect("small");
    [&b"AMTSBAK1"[..], &length.to_le_bytes(), &json].concat()
}

/// What is fed here is fed in `fuzz/` as well, and the other way round.
#[test]
fn every_decoder_has_a_target_in_fuzz_and_every_target_a_decoder() {
    let fuzz = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let files = std::fs::read_dir(fuzz.join("fuzz_targets")).expect("the targets");
    let files: BTreeSet<String> = files
        .map(|file| file.expect("a file").path().file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    let fed: BTreeSet<String> =
        foreign::decoders().iter().chain(&decoders()).map(|decoder| decoder.target.to_owned()).collect();
    assert_eq!(fed, files);
    let known = std::fs::read_to_string(fuzz.join("Cargo.toml")).expect("its manifest");
    for target in &files {
        assert!(known.contains(&format!("path = \"fuzz_targets/{target}.rs\"")), "{target} is never built");
    }
}

#[test]
fn any_bytes_are_read_or_refused_and_cost_no_more_than_they_may() {
    let test = "desk::tests::foreign::any_bytes_are_read_or_refused_and_cost_no_more_than_they_may";
    feed_alone(decoders, test);
}
