//! The mailbox over a real line: a desk of a town and a desk of its Kreis, and a bundle in parts from one to the other.

use amtsstube::domain::id::{DeviceId, Digest};
use amtsstube::sync::{Http, Lost, enrol};
use amtsstube::wire::{
    Certificate, EnrolmentCode, MailAsk, MailName, MailState, OwnDesk, PART, Posted, PublicKey, SecretKey,
    Service as _,
};
use uuid::Uuid;

use crate::kreis::{Service, TOWN};

const KREIS: &str = "05554000";

/// A desk of an office, let in, and the key with which the service signs.
fn desk(service: &Service, office: &str, number: u8) -> (Http, PublicKey) {
    let (url, code) = service.code(office, "Schalter");
    let code: EnrolmentCode = code.parse().expect("a code");
    let (key, device) = (SecretKey::new(&[number; 32]), DeviceId(Uuid::from_u128(number.into())));
    let mut line = Http::new(&url, code.pin, office, device, key.clone()).expect("a line");
    let desks = vec![OwnDesk { device, code: String::new() }];
    let enrolled = enrol(&mut line, &url, &code, &key, desks, false).expect("let in");
    (line, PublicKey(enrolled.enrolment.service))
}

#[test]
fn a_bundle_goes_from_a_town_to_its_kreis_in_parts() {
    let service = Service::new();
    let (mut town, signs) = desk(&service, TOWN, 1);
    let mut bytes = format!("AMB1{TOWN}{KREIS}").into_bytes();
    bytes.extend((0..50_000_u32).flat_map(u32::to_le_bytes));
    let (size, blob) = (bytes.len() as u64, Digest::of(&[&bytes]));
    let to = MailName { office: KREIS.to_owned(), blob };
    let parts: Vec<&[u8]> = bytes.chunks(PART).collect();
    let refused = town.put_mail(&to, size, 0, parts[0]).expect("an answer");
    assert_eq!(refused, Posted::Refused("no_office".to_owned()));

    let (mut kreis, _) = desk(&service, KREIS, 2);
    let [certificate] = town.office(KREIS).expect("an answer").try_into().expect("one desk");
    let certificate = Certificate::read(&certificate, &signs).expect("signed");
    assert_eq!(certificate.key, SecretKey::new(&[2; 32]).public());
    let foreign = town.office("05558000");
    assert!(matches!(&foreign, Err(Lost::Said(word)) if word == "other_office"), "{foreign:?}");

    for (part, chunk) in (0..).zip(&parts) {
        let posted = town.put_mail(&to, size, part, chunk).expect("an answer");
        let whole = part + 1 == parts.len() as u64;
        assert_eq!(posted, Posted::There(MailState { parts: part + 1, whole, ..MailState::default() }));
    }
    let said = &service.says(&["mail"])["mail"][0];
    assert_eq!((&said["office"], &said["from"]), (&KREIS.into(), &TOWN.into()), "{said}");
    assert_eq!((&said["bundles"], &said["bytes"]), (&1.into(), &size.into()), "{said}");

    let mailbox = kreis.mail(&MailAsk::default()).expect("an answer").expect("a mailbox");
    let from = MailName { office: mailbox.lying[0].from.clone(), blob: mailbox.lying[0].blob };
    let part = |kreis: &mut Http, part| kreis.mail_part(&from, part).expect("an answer");
    let fetched: Vec<u8> = (0..).map_while(|number| part(&mut kreis, number)).flatten().collect();
    assert_eq!(fetched, bytes);
    kreis.mail_taken(&from).expect("an answer");
    assert_eq!(part(&mut kreis, 0), None);
    let asked = MailAsk { out: vec![to], ..MailAsk::default() };
    let stands = town.mail(&asked).expect("an answer").expect("a mailbox");
    assert!(stands.out[0].taken, "{stands:?}");
    assert_eq!(service.says(&["mail"])["mail"], serde_json::json!([]));
}
