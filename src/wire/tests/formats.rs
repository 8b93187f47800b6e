//! Frozen: what one version sends, every later one reads. A change here is a new version of the format, never an edit.

use super::*;
use chrono::DateTime;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

fn code() -> EnrolmentCode {
    EnrolmentCode {
        expires: DateTime::from_timestamp(1_800_000_000, 0).expect("a moment"),
        pin: Digest([0xab; 32]),
        secret: [7; 16],
        town: "05554024".into(),
        name: "Schalter 2".into(),
    }
}

#[test]
fn the_enrolment_code_keeps_its_form() {
    assert_eq!(code().to_string(), CODE);
    assert_eq!(CODE.parse(), Ok(code()));
    let typed = CODE.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
    assert_eq!(typed.parse(), Ok(code()));
    assert_eq!(code().proof().to_string(), PROOF);
}

#[test]
fn a_slip_of_the_finger_is_noticed_at_every_letter() {
    for (at, letter) in CODE.char_indices().filter(|(_, c)| *c != '-') {
        let other = if letter == 'Z' { "Y" } else { "Z" };
        let slipped = format!("{}{other}{}", &CODE[..at], &CODE[at + 1..]);
        assert!(slipped.parse::<EnrolmentCode>().is_err(), "at {at}");
        assert!(CODE[..at].parse::<EnrolmentCode>().is_err(), "cut at {at}");
    }
}

#[test]
fn a_segment_keeps_its_form() {
    let after = Head { seq: 4, hash: Digest([5; 32]) };
    let bytes = Segment::pack(&key(1), device(1), after, &events(device(1), after, 1)).expect("packed");
    // Everything before the packing: zstd may pack better one day, and reads what it packed today.
    assert_eq!(hex(&bytes[..132]), SEGMENT);
    let plain = zstd::bulk::decompress(&bytes[132..], 4096).expect("unpacks");
    assert_eq!(Digest::of(&[&plain]).to_string(), PLAIN);
}

#[test]
fn a_page_keeps_its_form() {
    let entries = vec![
        Entry { town_seq: 3, kind: Kind::Certificate, bytes: b"c".to_vec() },
        Entry { town_seq: 9, kind: Kind::Later(77), bytes: b"?".to_vec() },
    ];
    let next = Head { seq: 9, hash: Digest([7; 32]) };
    let page = Page { entries, next, more: true, own: Head { seq: 2, hash: Digest([5; 32]) } };
    let bytes = page.bytes().expect("written");
    assert_eq!(hex(&bytes), PAGE);
    assert_eq!(Page::read(&bytes, 2), Ok(page));
    for at in 0..bytes.len() {
        assert!(Page::read(&bytes[..at], 2).is_err(), "cut at {at}");
    }
    assert!(Page::read(&bytes, 3).is_err(), "places that were asked for already");
}

#[test]
fn signed_words_keep_their_form() {
    let certificate = Certificate {
        town: "05554024".into(),
        name: "Schalter 2".into(),
        desks: vec![OwnDesk { device: device(1), code: "B".into() }],
        key: key(1).public(),
        given_at: DateTime::UNIX_EPOCH,
        valid_until: None,
    };
    let signed = certificate.sign(&key(3)).expect("signed");
    assert_eq!(hex(&signed.bytes()[..64]), CERTIFICATE_SIGNATURE);
    assert_eq!(std::str::from_utf8(&signed.bytes()[64..]), Ok(CERTIFICATE));
    assert_eq!(Certificate::read(&signed, &key(3).public()), Ok(certificate.clone()));
    let ends = Certificate { valid_until: Some(DateTime::UNIX_EPOCH), ..certificate };
    let signed = ends.sign(&key(3)).expect("signed");
    let json = CERTIFICATE.trim_end_matches('}').to_owned() + r#","valid_until":"1970-01-01T00:00:00Z"}"#;
    assert_eq!(std::str::from_utf8(&signed.bytes()[64..]), Ok(json.as_str()));
    assert_eq!(Certificate::read(&signed, &key(3).public()), Ok(ends));
    let answer = push::Answer::Gap { head: Head::default() };
    assert_eq!(serde_json::to_string(&answer).expect("writes"), ANSWER);
}

const CODE: &str = "040D4JBB-0000005B-NENTQAXB-NENTQAXB-NENTQAXB-NENTQAXB-NENTQAXB-NENTQAXB-NC3GE1R7-0W3GE1R7-0W3GE1R7-\
    0W3K0D9N-6MT30CHM-ADHPGRBC-EHJQ481J-WZ6ZYV8";
const PROOF: &str = "ad7590d0eed4d2bc9e59cef9514a18cc9f38233d3d2540b3e750ffa387e386a5";
const SEGMENT: &str = "414d53310000000000000000000000000000000105000000000000000505050505050505050505050505050505050505\
    05050505050505050505050501000000e00100002e7e430f26fad2575414134e3b5fa1f0821db6e62973d78a9bc9d599\
    430a361bc90c178d2f334d3c96e3dca69a6476b278b8dc7086b613059ae77bace5f10408";
const PLAIN: &str = "f87a8fafc8f770d89d732731bb128eadfe22e0a7b093db913493f57fcda0bed5";
const PAGE: &str = "414d5032020000000900000000000000070707070707070707070707070707070707070707070707070707070707070701020000000000000005050505050505050505050505050505050505050505050505\
     05050505050505030000000000000001010000006309000000000000004d010000003f";
const CERTIFICATE_SIGNATURE: &str = "b1e726545aab0a541bb6e89ef865393da39beeb044407121b0109cbc9a7e1773\
    3743e6bdb7bdcd96b78dcbd3309a7f9c032ebe0703df3a4b37c8a9206dc21200";
const CERTIFICATE: &str = concat!(
    r#"{"town":"05554024","name":"Schalter 2","desks":[{"device":"00000000-0000-0000-0000-000000000001","code":"B"}]"#,
    r#","key":"8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c","given_at":"1970-01-01T00:00:00Z"}"#
);
const ANSWER: &str = r#"{"answer":"gap","head":{"seq":0,"hash":"0000000000000000000000000000000000000000000000000000000000000000"}}"#;
