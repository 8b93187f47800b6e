//! Every decoder of bytes from outside is fed valid bytes that were changed, and bytes at random: none panics, and none
//! takes more memory than its limits allow. `SOAK=100` for long; `fuzz/` holds the same for `cargo fuzz`.

use super::bundle::{KREIS, manifest, opens, sealed};
use super::*;
use crate::catalogue::pack::Draft;
use crate::wire::pull::Pull;
use chrono::DateTime;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde::de::DeserializeOwned;
use std::process::Command;

/// What may happen to bytes on the way.
#[derive(Debug, Clone)]
enum Change {
    Cut(Index),
    Flip(Index, u8),
    Set(Index, u8),
    /// Lengths and counts: all ones, or nothing.
    Fill(Index, usize, u8),
    Insert(Index, u8),
    /// Goes on with what stands elsewhere.
    Again(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Change::Cut),
        (at(), 0..8_u8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        (at(), 1..9_usize, prop_oneof![Just(0), Just(0xff)])
            .prop_map(|(at, long, byte)| Change::Fill(at, long, byte)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Insert(at, byte)),
        at().prop_map(Change::Again),
    ]
}

impl Change {
    fn happens(&self, bytes: &mut Vec<u8>, valid: &[u8]) {
        let length = bytes.len();
        let place = |at: &Index| at.index(length.max(1));
        match self {
            Self::Cut(at) => bytes.truncate(place(at)),
            Self::Insert(at, byte) => bytes.insert(place(at), *byte),
            Self::Again(at) => bytes.extend_from_slice(&valid[at.index(valid.len())..]),
            _ if bytes.is_empty() => {}
            Self::Flip(at, bit) => bytes[place(at)] ^= 1 << bit,
            Self::Set(at, byte) => bytes[place(at)] = *byte,
            Self::Fill(at, long, byte) => {
                let end = (place(at) + long).min(length);
                bytes[place(at)..end].fill(*byte);
            }
        }
    }
}

/// A decoder, what it reads, and which file of `fuzz/` feeds it for longer.
pub(crate) struct Decoder {
    pub name: &'static str,
    pub target: &'static str,
    pub valid: Vec<u8>,
    pub reads: fn(&[u8]) -> bool,
}

pub(crate) fn decoder(
    target: &'static str,
    name: &'static str,
    valid: Vec<u8>,
    reads: fn(&[u8]) -> bool,
) -> Decoder {
    Decoder { name, target, valid, reads }
}

fn text<T: std::str::FromStr>(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.parse::<T>().is_ok())
}

fn json<T: DeserializeOwned>(bytes: &[u8]) -> bool {
    serde_json::from_slice::<T>(bytes).is_ok()
}

/// A manifest as a desk of the town could sign it on purpose, whatever it says.
fn delivered(json: &[u8]) -> bool {
    let Ok(said) = serde_json::from_slice::<serde_json::Value>(json) else { return false };
    let signed = Signed::new(&key(1), Purpose::Bundle, &said).expect("signed");
    let desks = [key(3).public()];
    let sealed = Bundle::seal(&manifest(b"Nachweis"), &signed, &[b"Nachweis".to_vec()], &desks, &[1; 32]);
    let bundle = opens(&sealed.expect("sealed"), &key(3), KREIS);
    bundle.is_ok_and(|bundle| bundle.manifest.recorded::<serde_json::Value>().is_ok())
}

fn sealed_record() -> Vec<u8> {
    Bundle::sign(&manifest(b"Nachweis"), &key(1)).expect("signed").0.bytes().to_vec()
}

/// A pack of two files, signed.
fn pack() -> Vec<u8> {
    let head = crate::catalogue::pack::Manifest {
        format: 1,
        publisher: "Kreis Borken".into(),
        name: "standesamt".into(),
        title: crate::domain::problem::LocalText { de: "Standesamt".into(), en: "Registry office".into() },
        version: 1,
        from: "2027-01-01".parse().expect("a day"),
        until: None,
        files: Vec::new(),
    };
    let file = |name: &str| crate::catalogue::File { name: name.into(), text: "a = 1\n".repeat(50) };
    crate::wire::pack::seal(
        &key(1),
        &Draft::new(head, vec![file("codes/a.toml"), file("codes/b.toml")]).expect("a pack"),
    )
}

/// A segment around unpacked bytes as they are: what a desk with a key could send on purpose.
fn packed(plain: &[u8]) -> Vec<u8> {
    let all = events(device(1), Head::default(), 3);
    let bytes = Segment::pack(&key(1), device(1), Head::default(), &all).expect("packed");
    repacked(&bytes, &zstd::bulk::compress(plain, 3).expect("packed"), plain.len())
}

/// The same in the first form of segments.
fn packed_whole(plain: &[u8]) -> Vec<u8> {
    let mut bytes = packed(plain);
    let _ = bytes.splice(132..unpacked(&bytes), []);
    bytes[3] = b'1';
    bytes
}

pub(crate) fn decoders() -> Vec<Decoder> {
    let log = events(device(1), Head::default(), 3);
    let segment = Segment::pack(&key(1), device(1), Head::default(), &log).expect("packed");
    let plain = unpack(&segment);
    let certificate = Certificate {
        town: "05554024".into(),
        name: "Schalter 1".into(),
        desks: vec![OwnDesk { device: device(1), code: "A".into() }],
        key: key(1).public(),
        given_at: DateTime::UNIX_EPOCH,
        valid_until: Some(DateTime::UNIX_EPOCH),
    };
    let signed = certificate.sign(&key(3)).expect("signed");
    let verdict =
        Verdict { event: crate::domain::id::EventRef { device: device(1), seq: 3 }, reason: "role".into() };
    let code = EnrolmentCode {
        expires: DateTime::UNIX_EPOCH,
        pin: Digest([1; 32]),
        secret: [2; 16],
        town: "05554024".into(),
        name: "Schalter 1".into(),
    };
    let entry = |town_seq, kind, bytes: &[u8]| Entry { town_seq, kind, bytes: bytes.to_vec() };
    let entries = vec![
        entry(1, Kind::Certificate, signed.bytes()),
        entry(2, Kind::Segment, &segment),
        entry(3, Kind::Verdict, verdict.sign(&key(3)).expect("signed").bytes()),
    ];
    let page = Page { entries, next: Head { seq: 3, ..Head::default() }, more: false, own: Head::default() }
        .bytes()
        .expect("written");
    let request = EnrolRequest {
        secret: Digest([1; 32]),
        key: key(1).public(),
        desks: certificate.desks.clone(),
        has_events: true,
    };
    let challenge = Challenge(Digest([9; 32]));
    let shown = Credentials::new(&key(1), device(1), challenge, "GET", "/hello", b"").to_string();
    let welcome = Welcome { version: VERSION, service: key(3).public(), challenge };
    let papers = vec![Digest([1; 32]), Digest([2; 32])];
    let answer = push::Answer::Stored { head: Head::default() };
    vec![
        decoder("segment", "segment", segment, |bytes| Segment::read(bytes, &key(1).public()).is_ok()),
        decoder("segment", "events", plain, |bytes| Segment::read(&packed(bytes), &key(1).public()).is_ok()),
        decoder("segment", "whole events", super::formats::whole(&log), |bytes| {
            Segment::read(&packed_whole(bytes), &key(1).public()).is_ok()
        }),
        decoder("page", "page", page.clone(), |bytes| Page::read(bytes, 0).is_ok()),
        decoder("page", "pull", page, |bytes| {
            Pull::new("05554024".into(), key(3).public(), [].into(), Head::default()).take(bytes).is_ok()
        }),
        decoder("certificate", "certificate", signed.bytes().to_vec(), |bytes| {
            Certificate::read(&Signed::from_bytes(bytes.to_vec()), &key(3).public()).is_ok()
        }),
        decoder("certificate", "certificate, unsigned", signed.bytes()[64..].to_vec(), json::<Certificate>),
        decoder(
            "certificate",
            "verdict, unsigned",
            serde_json::to_vec(&verdict).expect("JSON"),
            json::<Verdict>,
        ),
        decoder("bundle", "bundle", sealed(&manifest(b"Nachweis"), &key(1), 1).0, |bytes| {
            let _ = Cover::read(bytes);
            opens(bytes, &key(3), KREIS).is_ok()
        }),
        decoder("bundle", "manifest", serde_json::to_vec(&manifest(b"Nachweis")).expect("JSON"), delivered),
        decoder("bundle", "record", sealed_record(), |bytes| Bundle::kept(bytes).is_ok()),
        decoder("pack", "pack", pack(), |bytes| crate::wire::pack::open(bytes).is_ok()),
        decoder("request", "welcome", serde_json::to_vec(&welcome).expect("JSON"), json::<Welcome>),
        decoder("request", "papers", serde_json::to_vec(&papers).expect("JSON"), json::<Vec<Digest>>),
        decoder(
            "request",
            "state",
            serde_json::to_vec(&BlobState::default()).expect("JSON"),
            json::<BlobState>,
        ),
        decoder("request", "enrolment", serde_json::to_vec(&request).expect("JSON"), json::<EnrolRequest>),
        decoder("request", "answer", serde_json::to_vec(&answer).expect("JSON"), json::<push::Answer>),
        decoder("code", "code", code.to_string().into_bytes(), text::<EnrolmentCode>),
        decoder("request", "credentials", shown.into_bytes(), text::<Credentials>),
        decoder("mail", "mailbox", json_of(&mailbox()), json::<Mailbox>),
        decoder("mail", "question", json_of(&question()), json::<MailAsk>),
        decoder("mail", "part", json_of(&MailState::default()), json::<MailState>),
        decoder("presence", "here", json_of(&Some(here())), json::<Option<Here>>),
        decoder("presence", "present", json_of(&[present()]), |bytes| {
            serde_json::from_slice::<Vec<Present>>(bytes).is_ok_and(|all| presence_mark(&all).len() == 16)
        }),
        decoder("sealed", "notice", sealed_notice(), |bytes| {
            Notice::open(bytes, &key(3), "05554024").is_ok()
        }),
        decoder("sealed", "notice, unsealed", [b"AMN1\x05\0a.xml", XML].concat(), |bytes| {
            Notice::read(bytes).is_ok()
        }),
    ]
}

/// A message as portals send it.
pub(crate) const XML: &[u8] = include_bytes!("../../../tests/formats/xgewerbeanzeige-2.2-gewa1.xml");

pub(crate) fn json_of<T: serde::Serialize + ?Sized>(said: &T) -> Vec<u8> {
    serde_json::to_vec(said).expect("JSON")
}

fn mailbox() -> Mailbox {
    let name = MailName { office: "05554000".into(), blob: Digest([1; 32]) };
    Mailbox {
        lying: vec![lying()],
        more: true,
        out: vec![MailState { parts: 2, whole: true, taken: true, dropped: true }],
        taken: vec![name],
        offices: Digest([2; 32]),
        marks: vec![OfficeMark { ags: "05554000".into(), mark: Digest([3; 32]) }],
    }
}

fn lying() -> Lying {
    Lying { from: "05554000".into(), blob: Digest([1; 32]), size: 70_000, came: 1_800_000_000 }
}

fn question() -> MailAsk {
    let name = MailName { office: "05554000".into(), blob: Digest([1; 32]) };
    let (out, held) = (vec![name.clone()], vec![name]);
    MailAsk { out, held, offices: Digest([2; 32]), after: Some(lying()) }
}

fn here() -> Here {
    let case = crate::domain::id::CaseId(uuid::Uuid::from_u128(7));
    Here { case, name: "Frau Kühn".into(), seconds: 30 }
}

fn present() -> Present {
    let Here { case, name, .. } = here();
    Present { case, device: device(1), desk: "Schalter 1".into(), name, since: 1_800_000_000 }
}

fn sealed_notice() -> Vec<u8> {
    let notice = Notice { name: "anzeige.xml".into(), bytes: XML.to_vec() };
    notice.seal("05554024", &[key(3).public()], &[1; 32]).expect("sealed")
}

fn feed(decoder: &Decoder, rounds: u32) {
    // The events stand in a segment whose signature is of others: they are read to their end and then refused.
    let refused = decoder.name.ends_with("events");
    let valid = (decoder.reads)(&decoder.valid);
    assert!(valid || refused, "{} does not read what is valid", decoder.name);
    let config = Config { cases: rounds, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let bytes = (vec(change(), 1..5), vec(any::<u8>(), 0..200));
    let fed = TestRunner::new_with_rng(config, rng).run(&bytes, |(changes, random)| {
        let mut changed = decoder.valid.clone();
        for change in &changes {
            change.happens(&mut changed, &decoder.valid);
        }
        let _ = ((decoder.reads)(&changed), (decoder.reads)(&random));
        Ok(())
    });
    assert!(fed.is_ok(), "{}: {fed:?}", decoder.name);
}

/// Feeds them all within the test of this name, in a process of its own, whose memory is nobody else's.
pub(crate) fn feed_alone(decoders: fn() -> Vec<Decoder>, test: &str) {
    feed_within(decoders, test, 160_000);
}

/// The same where they may take so many kilobytes at once.
pub(crate) fn feed_within(decoders: fn() -> Vec<Decoder>, test: &str, most: u64) {
    if std::env::var_os("FOREIGN_BYTES").is_some() {
        let soak = std::env::var("SOAK").ok().and_then(|factor| factor.parse().ok()).unwrap_or(1_u32);
        for decoder in decoders() {
            feed(&decoder, 500 * soak);
        }
        let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
        println!("peak {}", peak.trim().trim_end_matches(" kB"));
        return;
    }
    let child = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env("FOREIGN_BYTES", "1")
        .output()
        .expect("starts");
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success(), "{said}\n{}", String::from_utf8_lossy(&child.stderr));
    let peak = said.lines().find_map(|line| line.split_once("peak ")?.1.parse::<u64>().ok());
    let peak = peak.expect("a peak");
    assert!(peak < most, "{peak} kB at most at once");
}

#[test]
fn any_bytes_are_read_or_refused_and_cost_no_more_than_they_may() {
    let test = "wire::tests::foreign::any_bytes_are_read_or_refused_and_cost_no_more_than_they_may";
    feed_alone(decoders, test);
}
