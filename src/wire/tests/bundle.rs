//! A bundle is opened by the office that it is for and by nobody else, and not at all once a byte of it was changed.

use super::{device, events, key};
use crate::domain::event::Payload;
use crate::domain::id::{CaseId, Digest};
use crate::domain::office::Office;
use crate::wire::*;
use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

const TOWN: &str = "05554016";
pub const KREIS: &str = "05554000";

fn service() -> SecretKey {
    key(9)
}

fn certificate(town: &str, number: u128, desk: &SecretKey) -> String {
    let desks = vec![OwnDesk { device: device(number), code: "A".into() }];
    let (name, key) = ("Schalter".to_owned(), desk.public());
    let certificate = Certificate {
        town: town.to_owned(),
        name,
        desks,
        key,
        given_at: DateTime::UNIX_EPOCH,
        valid_until: None,
    };
    certificate.sign(&service()).expect("signed").to_hex()
}

pub fn manifest(piece: &[u8]) -> Manifest {
    let office = |ags: &str, name: &str| Office { ags: ags.into(), name: name.into() };
    let events = events(device(1), Head::default(), 2);
    let travels = |event: &Event| {
        let payload = event.payload.as_ref().map(|(salt, bytes)| (salt, bytes.as_slice()));
        Traveller::new(&event.envelope, payload).expect("text")
    };
    Manifest {
        ver: 1,
        delivery: Delivery::Handover { reason: "Der Kreis ist zuständig".into() },
        case: CaseId(Uuid::from_u128(7)),
        number: "64.10-2026-A-00001".into(),
        service: "wohnberechtigungsschein".into(),
        version: "2025-01-01".into(),
        from: office(TOWN, "Stadt Gescher"),
        to: office(KREIS, "Kreis Borken"),
        device: device(1),
        by: "Karla Kasse".into(),
        day: NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day"),
        answers: Vec::new(),
        certificates: vec![certificate(TOWN, 1, &key(1))],
        events: events.iter().map(travels).collect(),
        persons: [].into(),
        names: [].into(),
        pieces: vec![Piece {
            digest: Digest::of(&[piece]),
            size: piece.len() as u64,
            name: "Nachweis.pdf".into(),
            media: "application/pdf".into(),
            document: None,
        }],
    }
}

pub fn sealed(manifest: &Manifest, signs: &SecretKey, seed: u8) -> (Vec<u8>, Digest) {
    let (signed, content) = Bundle::sign(manifest, signs).expect("signed");
    let desks = [key(3).public(), key(4).public()];
    let bytes = Bundle::seal(manifest, &signed, &[b"Nachweis".to_vec()], &desks, &[seed; 32]);
    (bytes.expect("sealed"), content)
}

pub fn opens(bytes: &[u8], own: &SecretKey, office: &str) -> Result<Bundle, BundleError> {
    Bundle::open(bytes, &Opener { key: own, office, service: &service().public() })
}

#[test]
fn every_desk_of_the_office_opens_it_and_nobody_else() {
    let (bytes, content) = sealed(&manifest(b"Nachweis"), &key(1), 1);
    for desk in [3, 4] {
        let bundle = opens(&bytes, &key(desk), KREIS).expect("opened");
        assert_eq!((bundle.content, &bundle.manifest), (content, &manifest(b"Nachweis")));
        assert_eq!(bundle.bytes, [b"Nachweis".to_vec()]);
        assert_eq!(Bundle::kept(bundle.record.bytes()), Ok(bundle.manifest.clone()));
        let events = bundle.manifest.recorded::<serde_json::Value>().expect("events");
        assert!(matches!(&events[1].payload, Payload::Known(said) if said["text"] == "Notiz 2"));
    }
    assert_eq!(opens(&bytes, &key(5), KREIS), Err(BundleError::OtherDesk));
    assert_eq!(opens(&bytes, &key(3), TOWN), Err(BundleError::OtherOffice(KREIS.into())));
    assert_eq!(Cover::keys(&bytes), Ok(vec![key(3).public(), key(4).public()]));
    assert_eq!(Cover::read(&bytes), Ok(Cover { from: TOWN.into(), to: KREIS.into() }));
}

#[test]
fn sealed_again_it_is_other_bytes_and_the_same_bundle() {
    let (first, content) = sealed(&manifest(b"Nachweis"), &key(1), 1);
    let (second, again) = sealed(&manifest(b"Nachweis"), &key(1), 2);
    assert_eq!(content, again);
    assert_ne!(first, second);
    assert_eq!(first, sealed(&manifest(b"Nachweis"), &key(1), 1).0, "the same seed gives the same bytes");
}

/// Every byte changed, in each of its bits at least once, and every cut: refused as a whole.
#[test]
fn a_byte_changed_anywhere_is_noticed() {
    let (bytes, _) = sealed(&manifest(b"Nachweis"), &key(1), 1);
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(opens(&changed, &key(3), KREIS).is_err(), "byte {at} of {}", bytes.len());
        assert!(opens(&bytes[..at], &key(3), KREIS).is_err(), "cut at {at}");
    }
    assert!(opens(&[&bytes[..], b"x"].concat(), &key(3), KREIS).is_err());
}

#[test]
fn only_a_desk_that_the_service_knows_signs_for_its_office() {
    let known = manifest(b"Nachweis");
    assert_eq!(opens(&sealed(&known, &key(2), 1).0, &key(3), KREIS), Err(BundleError::NotSigned));
    let mut other_town = known.clone();
    other_town.certificates = vec![certificate("05554020", 1, &key(1))];
    assert_eq!(opens(&sealed(&other_town, &key(1), 1).0, &key(3), KREIS), Err(BundleError::NotSigned));
    let mut other_desk = known.clone();
    other_desk.device = device(2);
    assert_eq!(opens(&sealed(&other_desk, &key(1), 1).0, &key(3), KREIS), Err(BundleError::NotSigned));
    let mut newer = known;
    newer.ver = 2;
    assert_eq!(opens(&sealed(&newer, &key(1), 1).0, &key(3), KREIS), Err(BundleError::Newer(2)));
}

#[test]
fn what_is_not_the_case_or_not_the_piece_is_refused() {
    let mut foreign = manifest(b"Nachweis");
    foreign.case = CaseId(Uuid::from_u128(8));
    assert_eq!(opens(&sealed(&foreign, &key(1), 1).0, &key(3), KREIS), Err(BundleError::Malformed));
    let other_piece = manifest(b"Nachweiz");
    assert_eq!(opens(&sealed(&other_piece, &key(1), 1).0, &key(3), KREIS), Err(BundleError::Malformed));
    let mut payload = manifest(b"Nachweis");
    payload.events[0].payload.as_mut().expect("a payload").1.push(' ');
    assert_eq!(opens(&sealed(&payload, &key(1), 1).0, &key(3), KREIS), Err(BundleError::Malformed));
}

#[test]
fn more_than_a_case_may_have_is_not_sealed() {
    let manifest = manifest(b"Nachweis");
    let (signed, _) = Bundle::sign(&manifest, &key(1)).expect("signed");
    let large = vec![vec![0; 33 << 20]];
    let sealed = Bundle::seal(&manifest, &signed, &large, &[key(3).public()], &[1; 32]);
    assert_eq!(sealed, Err(BundleError::TooLarge));
    assert_eq!(Bundle::seal(&manifest, &signed, &[], &[], &[1; 32]), Err(BundleError::TooLarge));
}

/// Frozen: a bundle that lies on a stick somewhere is opened by every later version.
#[test]
fn a_bundle_keeps_its_form() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/formats/bundle-1.amb");
    let bytes = std::fs::read(path).expect("the frozen bundle");
    let bundle = opens(&bytes, &key(3), KREIS).expect("opened");
    assert_eq!(bundle.manifest, manifest(b"Nachweis"));
}
