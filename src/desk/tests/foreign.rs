//! What a desk reads of others beside the wire: trade notices, backups, pictures, signatures, keys, PDFs. Fed as the decoders of the
//! wire are.

use crate::catalogue::Catalogue;
use crate::domain::id::Digest;
use crate::exchange::{read, take_in};
use crate::paper::aloud;
use crate::paper::preview;
use crate::paper::raster::{self, Pixels, tests::crc};
use crate::paper::signature::tests as signature;
use crate::store::backup::Header;
use crate::wire::tests::foreign::{self, Decoder, XML, decoder, feed_alone, feed_within, json_of};
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
        decoder("signature", "signature", signature::SIGNATURE.to_vec(), signature::reads),
        decoder("signature", "update of a paper", signature::tail(), signature::reads_tail),
        decoder("keys", "PKCS#12", signature::KEYS.to_vec(), signature::opens),
    ]
}

/// Files of others that are looked at, read aloud and compared with papers.
fn papers() -> Vec<Decoder> {
    let small = include_bytes!("../../../tests/files/small.pdf").to_vec();
    let says = |bytes: &[u8]| {
        let Ok(opened) = aloud::open(bytes) else { return false };
        let page = aloud::page(&opened.pdf, 0);
        let lines = aloud::lines(&opened.pdf);
        page.is_some_and(|page| page.tagged) && lines.iter().any(|line| line.contains("Guten Tag"))
    };
    let shows = |bytes: &[u8]| {
        let pages = preview::pages(bytes);
        preview::picture(bytes, 0, 0.5).is_ok() && pages == Ok(1)
    };
    vec![decoder("paper", "PDF aloud", small.clone(), says), decoder("drawing", "PDF drawn", small, shows)]
}

/// Pictures as they are attached.
fn pictures() -> Vec<Decoder> {
    let reads = |bytes: &[u8]| raster::read(bytes).is_ok();
    let rgb = (0..64 * 48).flat_map(|at: u32| [at.to_le_bytes()[0], 20, 30]).collect();
    let png = Pixels { width: 64, height: 48, rgb }.png(256).expect("written");
    let jpeg = include_bytes!("../../../tests/files/red.jpg").to_vec();
    vec![
        decoder("picture", "JPEG", jpeg, reads),
        decoder("picture", "PNG", png.clone(), reads),
        decoder("picture", "PNG with right sums", png, |bytes| raster::read(&summed(bytes)).is_ok()),
    ]
}

/// The same with the check sum of each part put right: else nothing that was changed is looked into.
fn summed(bytes: &[u8]) -> Vec<u8> {
    let (mut bytes, mut at) = (bytes.to_vec(), 8);
    while let Some(length) = bytes.get(at..at + 4) {
        let length = length.iter().fold(0, |length, byte| length << 8 | usize::from(*byte));
        let (from, to) = (at + 4, at + 8 + length);
        let Some(part) = bytes.get(from..to) else { break };
        let sum = crc(part).to_be_bytes();
        let Some(place) = bytes.get_mut(to..to + 4) else { break };
        place.copy_from_slice(&sum);
        at = to + 4;
    }
    bytes
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

/// What is fed here is fed in `fuzz/` as well, and the other way round. `SEEDS=fuzz/corpus` writes what is valid there, to begin with.
#[test]
fn every_decoder_has_a_target_in_fuzz_and_every_target_a_decoder() {
    let fuzz = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let files = std::fs::read_dir(fuzz.join("fuzz_targets")).expect("the targets");
    let files: BTreeSet<String> = files
        .map(|file| file.expect("a file").path().file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    let all: Vec<Decoder> =
        [foreign::decoders(), decoders(), pictures(), papers()].into_iter().flatten().collect();
    if let Some(seeds) = std::env::var_os("SEEDS") {
        for Decoder { name, target, valid, .. } in &all {
            let folder = std::path::Path::new(&seeds).join(target);
            std::fs::create_dir_all(&folder).expect("a folder");
            std::fs::write(folder.join(name), valid).expect("written");
        }
    }
    let fed: BTreeSet<String> = all.iter().map(|decoder| decoder.target.to_owned()).collect();
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

/// A picture may be as large as it may: its pixels, unpacked and once more in colours.
#[test]
fn any_picture_is_read_or_refused_and_costs_no_more_than_the_largest_may() {
    let test = "desk::tests::foreign::any_picture_is_read_or_refused_and_costs_no_more_than_the_largest_may";
    feed_within(pictures, test, 160_000 + raster::MOST_MEGAPIXELS * 1000 * 7);
}

/// What makes a reader fall over is refused; a page in memory and fonts take what they take.
#[test]
fn any_pdf_is_shown_or_refused_and_costs_no_more_than_a_page_does() {
    let test = "desk::tests::foreign::any_pdf_is_shown_or_refused_and_costs_no_more_than_a_page_does";
    feed_within(papers, test, 400_000);
}
