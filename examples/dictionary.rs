//! Makes a dictionary that segments are packed with: `cargo run --example dictionary > dictionary.txt`. The one in `assets/wire`
//! is frozen, since what was packed with it needs just those bytes: another one is another form of segment. It came from here,
//! from the program of November 2026; a later one draws other cases from the seed, so it makes other bytes.
//!
//! Of a made-up town it takes one event of each kind for each service, document, paper and fee, without what a person
//! entered: what is left are names of fields, words of the catalogue, and the shape of an event. So it holds nothing of
//! anybody, and it helps a real town as much as the made-up one.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a recipe has no readers and says why it cannot go on"
)]

use amtsstube::desk::chance::Chance;
use amtsstube::desk::demo;
use amtsstube::desk::open::{Given, Key, Place};
use amtsstube::domain::case::Case;
use amtsstube::domain::event::Outline;
use amtsstube::domain::town::Town;
use amtsstube::store::{CaseView, Projector, Store, StoreError};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const KEY: &str = "a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf";

/// The last 200 cases of a made-up town have papers; so many have each service a few times.
const CASES: usize = 600;
const SEED: u64 = 77;

/// What people entered, or what is another one each time.
const ENTERED: [&str; 16] = [
    "fields",
    "text",
    "reasons",
    "number",
    "status_code",
    "receipt",
    "body",
    "address",
    "name",
    "size",
    "values",
    "value",
    "login",
    "digest",
    "cents",
    "given",
];

/// By which fields events of one kind differ in what stands in them.
const TOLD_APART: [&str; 5] = ["kind", "document", "paper_kind", "fee", "outcome"];

struct NoWords;

impl Projector for NoWords {
    fn view(&self, _: &Case, _: &Town) -> CaseView {
        CaseView::default()
    }
}

fn main() {
    let folder = std::env::temp_dir().join(format!("amtsstube-dictionary-{}", std::process::id()));
    let place = Place { data: folder.join("data"), state: folder.join("state") };
    let given = Given { text: Some(KEY.to_owned()), file: None };
    let _ = demo::make(&place, &given, SEED, CASES).expect("a town");
    let key = Key::from_hex(KEY).expect("a key");
    let salts = Arc::new(|| Chance::System.bytes().ok());
    let store = Store::open(&place, &key, Arc::new(NoWords), salts).expect("opens");
    let all: Result<_, StoreError> = store.read(|db| db.chain_after(db.device()?.id, 0, usize::MAX >> 1));
    let (mut services, mut met, mut kinds) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
    for event in all.expect("read") {
        let outline: Outline = serde_json::from_slice(&event.envelope).expect("an envelope");
        let (_, payload) = event.payload.expect("not erased");
        let said: Value = serde_json::from_slice(&payload).expect("JSON");
        if let Some(service) = said["service"].as_str() {
            let _ = services.insert(outline.subject.clone(), service.to_owned());
        }
        let differs = TOLD_APART.map(|field| said[field].as_str().unwrap_or_default().to_owned());
        if met.insert((services.get(&outline.subject).cloned(), differs)) {
            let kind: &mut Vec<u8> = kinds.entry(outline.kind).or_default();
            let mut rest = payload.as_slice();
            value(&mut rest, kind, false);
        }
    }
    let text: Vec<u8> = kinds.into_values().flatten().collect();
    print!("{}", String::from_utf8(text).expect("text"));
    let _ = std::fs::remove_dir_all(folder);
}

/// Copies one JSON value from the front; without its texts and numbers where somebody entered them.
fn value(rest: &mut &[u8], out: &mut Vec<u8>, entered: bool) {
    match rest[0] {
        b'{' | b'[' => {
            let is_object = rest[0] == b'{';
            take(rest, 1, out);
            while !matches!(rest[0], b'}' | b']') {
                let hides = is_object && {
                    let key = text(rest);
                    out.extend_from_slice(&rest[..key]);
                    let hides = ENTERED.iter().any(|word| word.as_bytes() == &rest[1..key - 1]);
                    *rest = &rest[key..];
                    take(rest, 1, out);
                    hides
                };
                value(rest, out, entered || hides);
                if rest[0] == b',' {
                    take(rest, 1, out);
                }
            }
            take(rest, 1, out);
        }
        b'"' => {
            let end = text(rest);
            out.push(b'"');
            if !entered {
                out.extend_from_slice(in_segments(&rest[1..end - 1]));
            }
            out.push(b'"');
            *rest = &rest[end..];
        }
        _ => {
            let end = rest.iter().position(|byte| matches!(byte, b',' | b']' | b'}')).expect("an end");
            let is_number = rest[0] == b'-' || rest[0].is_ascii_digit();
            out.extend_from_slice(if entered && is_number { b"0" } else { &rest[..end] });
            *rest = &rest[end..];
        }
    }
}

/// Ids and digests stand in segments as one byte; a day says no more than its year here.
fn in_segments(text: &[u8]) -> &[u8] {
    let digits = text.iter().filter(|byte| byte.is_ascii_hexdigit()).count();
    match (text.len(), digits) {
        (64, 64) => b"\x01",
        (36, 32) => b"\x03",
        (10, 8) if text[4] == b'-' && text[7] == b'-' => b"2026-01-01",
        _ => text,
    }
}

fn take(rest: &mut &[u8], count: usize, out: &mut Vec<u8>) {
    out.extend_from_slice(&rest[..count]);
    *rest = &rest[count..];
}

/// How long the text at the front is, with its quotation marks.
fn text(rest: &[u8]) -> usize {
    let mut at = 1;
    while rest[at] != b'"' {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
}
