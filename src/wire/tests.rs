//! Formats that never change, bytes that were cut or changed anywhere, and a line that breaks at every byte.

mod bundle;
pub(crate) mod foreign;
mod formats;
mod line;

use super::*;
use crate::domain::event::{Envelope, Subject, commitment};
use crate::domain::id::{CaseId, DeviceId, Digest, UserId};
use crate::domain::user::Role;
use chrono::DateTime;
use uuid::Uuid;

pub fn device(number: u128) -> DeviceId {
    DeviceId(Uuid::from_u128(number))
}

pub fn key(number: u8) -> SecretKey {
    SecretKey::new(&[number; 32])
}

/// `count` events of a desk that follow `after`.
pub fn events(device: DeviceId, after: Head, count: u64) -> Vec<Event> {
    events_of("note_added", device, after, count)
}

/// `count` events of a kind that follow `after`.
pub fn events_of(kind: &str, device: DeviceId, after: Head, count: u64) -> Vec<Event> {
    let mut head = after;
    (0..count)
        .map(|_| {
            let seq = head.seq + 1;
            let salt = [u8::try_from(seq % 251).expect("small"); 16];
            let payload = format!("{{\"kind\":\"note_added\",\"text\":\"Notiz {seq}\"}}").into_bytes();
            let envelope = Envelope {
                alg: "sha256".into(),
                ver: 1,
                device,
                seq,
                prev: head.hash,
                at: DateTime::UNIX_EPOCH,
                actor: UserId(Uuid::from_u128(7)),
                role: Role::Counter,
                subject: Subject::Case(CaseId(Uuid::from_u128(7))),
                kind: kind.into(),
                parents: Vec::new(),
                seen: Vec::new(),
                payload_commit: commitment(&salt, &payload),
            };
            let envelope = serde_json::to_vec(&envelope).expect("writes");
            head = Head { seq, hash: Digest::of(&[&envelope]) };
            Event { envelope, payload: Some((salt, payload)) }
        })
        .collect()
}

/// Where the packing of a segment begins.
pub fn unpacked(segment: &[u8]) -> usize {
    let loose = segment[132..136].try_into().expect("four bytes");
    136 + usize::try_from(u32::from_le_bytes(loose)).expect("small")
}

/// What is packed in a segment of the newest form.
pub fn unpack(segment: &[u8]) -> Vec<u8> {
    let frame = zstd::bulk::Decompressor::with_dictionary(crate::wire::words::FIRST);
    frame.and_then(|mut frame| frame.decompress(&segment[unpacked(segment)..], 1 << 20)).expect("unpacks")
}

/// The same with other packed bytes, which promise a size.
pub fn repacked(segment: &[u8], packed: &[u8], size: usize) -> Vec<u8> {
    let mut bytes = segment[..unpacked(segment)].to_vec();
    bytes[64..68].copy_from_slice(&u32::try_from(size).expect("small").to_le_bytes());
    bytes.extend_from_slice(packed);
    bytes
}

pub fn head_of(events: &[Event], seq: u64) -> Head {
    let at = usize::try_from(seq).expect("small");
    let hash = if seq == 0 { Digest::default() } else { Digest::of(&[&events[at - 1].envelope]) };
    Head { seq, hash }
}

#[test]
fn a_segment_arrives_as_it_was_packed() {
    let all = events(device(1), Head::default(), 9);
    let after = head_of(&all, 4);
    let bytes = Segment::pack(&key(1), device(1), after, &all[4..]).expect("packed");
    let read = Segment::read(&bytes, &key(1).public()).expect("read");
    assert_eq!((read.device, read.after, read.head), (device(1), after, head_of(&all, 9)));
    assert_eq!(read.events.into_iter().map(|(_, event)| event).collect::<Vec<_>>(), all[4..]);
    assert_eq!(Segment::device_of(&bytes), Ok(device(1)));
}

#[test]
fn an_erased_payload_travels_as_nothing_and_the_signature_still_holds() {
    let mut all = events(device(1), Head::default(), 3);
    let before = Segment::pack(&key(1), device(1), Head::default(), &all).expect("packed");
    all[1].payload = None;
    let after = Segment::pack(&key(1), device(1), Head::default(), &all).expect("packed");
    let heads = [before, after].map(|bytes| Segment::read(&bytes, &key(1).public()).expect("read").head);
    assert_eq!(heads[0], heads[1]);
}

#[test]
fn a_segment_cut_or_changed_at_any_byte_is_refused() {
    let all = events(device(1), Head::default(), 3);
    let bytes = Segment::pack(&key(1), device(1), Head::default(), &all).expect("packed");
    for at in 0..bytes.len() {
        assert!(Segment::read(&bytes[..at], &key(1).public()).is_err(), "cut at {at}");
        for bit in [1, 0x80] {
            let mut changed = bytes.clone();
            changed[at] ^= bit;
            // Bits of the packing itself may carry nothing; what is unpacked is then the same, and only that counts.
            if let Ok(read) = Segment::read(&changed, &key(1).public()) {
                assert_eq!(read, Segment::read(&bytes, &key(1).public()).expect("read"), "changed at {at}");
            }
        }
    }
    assert!(Segment::read(&[&bytes[..], b"x"].concat(), &key(1).public()).is_err(), "goes on");
}

#[test]
fn a_foreign_key_a_foreign_desk_and_a_gap_are_refused() {
    let all = events(device(1), Head::default(), 3);
    let bytes = Segment::pack(&key(2), device(1), Head::default(), &all).expect("packed");
    assert_eq!(Segment::read(&bytes, &key(1).public()), Err(WireError::Signature));
    let refused = Segment::pack(&key(1), device(2), Head::default(), &all);
    assert_eq!(refused, Err(WireError::Chain(1)));
    let refused = Segment::pack(&key(1), device(1), Head::default(), &all[1..]);
    assert_eq!(refused, Err(WireError::Chain(1)));
    let mut other = all.clone();
    other[2].payload = Some(([0; 16], b"{}".to_vec()));
    let refused = Segment::pack(&key(1), device(1), Head::default(), &other);
    assert_eq!(refused, Err(WireError::Chain(3)));
}

#[test]
fn what_unpacks_to_more_than_it_says_is_not_unpacked() {
    let all = events(device(1), Head::default(), 1);
    let mut bytes = Segment::pack(&key(1), device(1), Head::default(), &all).expect("packed");
    let bomb = zstd::bulk::compress(&vec![0; 64 << 20], 3).expect("packed");
    bytes.truncate(unpacked(&bytes));
    bytes.extend_from_slice(&bomb);
    assert_eq!(Segment::read(&bytes, &key(1).public()), Err(WireError::TooLarge("segment")));
    // One that does not say how much it holds is stopped where its promise ends.
    bytes.truncate(unpacked(&bytes));
    let mut silent = zstd::stream::Encoder::new(Vec::new(), 3).expect("an encoder");
    std::io::Write::write_all(&mut silent, &vec![0; 64 << 20]).expect("packed");
    bytes.extend_from_slice(&silent.finish().expect("packed"));
    assert_eq!(Segment::read(&bytes, &key(1).public()), Err(WireError::Malformed("not packed")));
    // A header that promises too much is refused by the promise alone.
    bytes[64..68].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(Segment::read(&bytes, &key(1).public()), Err(WireError::TooLarge("segment")));
}

#[test]
fn segments_are_cut_where_the_line_likes_it_and_never_empty() {
    let mut all = events(device(1), Head::default(), 8000);
    let first = cut(&all);
    assert!(first > 0 && first < all.len());
    let bytes = Segment::pack(&key(1), device(1), Head::default(), &all[..first]).expect("packed");
    // Each note has a salt of its own here, which is the most that a segment can cost: cases take two thirds of it.
    assert!((8 << 10..96 << 10).contains(&bytes.len()), "{} bytes", bytes.len());
    assert!(bytes.len() < 24 * first, "{} bytes for {first} notes of 16 random bytes each", bytes.len());
    all[0].payload = Some(([0; 16], vec![b' '; 2100 << 10]));
    assert_eq!(cut(&all), 1);
}

#[test]
fn a_request_shows_who_asks_what() {
    let challenge = Challenge(Digest([9; 32]));
    let shown = Credentials::new(&key(1), device(1), challenge, "GET", "/t/05554024/since/7", b"");
    let read: Credentials = shown.to_string().parse().expect("reads");
    assert_eq!(read, shown);
    assert_eq!(read.check(&key(1).public(), "GET", "/t/05554024/since/7", b""), Ok(()));
    for (method, path, body) in [
        ("POST", "/t/05554024/since/7", &b""[..]),
        ("GET", "/t/05554025/since/7", b""),
        ("GET", "/t/05554024/since/7", b"x"),
    ] {
        assert_eq!(read.check(&key(1).public(), method, path, body), Err(WireError::Signature));
    }
    assert_eq!(read.check(&key(2).public(), "GET", "/t/05554024/since/7", b""), Err(WireError::Signature));
    assert!("Amtsstube 00".parse::<Credentials>().is_err());
    assert!("Bearer x".parse::<Credentials>().is_err());
}

#[test]
fn a_certificate_is_no_verdict() {
    let verdict =
        Verdict { event: crate::domain::id::EventRef { device: device(1), seq: 3 }, reason: "role".into() };
    let signed = verdict.sign(&key(3)).expect("signed");
    assert_eq!(Verdict::read(&signed, &key(3).public()), Ok(verdict));
    assert_eq!(Certificate::read(&signed, &key(3).public()), Err(WireError::Signature));
    assert_eq!(Verdict::read(&signed, &key(1).public()), Err(WireError::Signature));
}

/// Bytes that look sealed: a cover for desks of an office, and something behind it.
pub fn covered(from: &str, to: &str, desks: &[PublicKey], rest: &[u8]) -> Vec<u8> {
    let mut bytes = b"AMB1".to_vec();
    bytes.extend_from_slice(from.as_bytes());
    bytes.extend_from_slice(to.as_bytes());
    bytes.push(u8::try_from(desks.len()).expect("few"));
    bytes.extend_from_slice(&[0; 4]);
    for desk in desks {
        bytes.extend_from_slice(&desk.0);
        bytes.extend_from_slice(&[0; 80]);
    }
    bytes.extend_from_slice(rest);
    bytes
}

#[test]
fn a_cover_says_who_can_open() {
    let bytes = covered("05554024", "05554000", &[key(1).public(), key(2).public()], b"sealed");
    assert_eq!(is_sealed_for(&bytes, &key(2).public()), Ok(true));
    assert_eq!(is_sealed_for(&bytes, &key(3).public()), Ok(false));
    assert!(is_sealed_for(&bytes[..100], &key(2).public()).is_err(), "cut");
    let real = bundle::sealed(&bundle::manifest(b"Nachweis"), &key(1), 1).0;
    assert_eq!(is_sealed_for(&real, &key(4).public()), Ok(true));
}
