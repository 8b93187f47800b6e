//! Frozen: what one version sends, every later one reads. A change here is a new version of the format, never an edit.

use super::*;
use crate::domain::event::{Outline, code_of_salt, id_of_salt, next_salt};
use crate::domain::number::status_code;
use crate::wire::columns::{Layout, rebuild};
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

/// Unpacked events of the first form.
pub fn whole(events: &[Event]) -> Vec<u8> {
    let mut plain = Vec::new();
    let sized = |plain: &mut Vec<u8>, bytes: &[u8]| {
        plain.extend_from_slice(&u32::try_from(bytes.len()).expect("small").to_le_bytes());
        plain.extend_from_slice(bytes);
    };
    for event in events {
        sized(&mut plain, &event.envelope);
        let (salt, bytes) = event.payload.as_ref().expect("not erased");
        plain.push(1);
        plain.extend_from_slice(salt);
        sized(&mut plain, bytes);
    }
    plain
}

/// What the first version sent is read for ever; nobody writes it any longer.
#[test]
fn a_segment_of_the_first_form_is_read() {
    let after = Head { seq: 4, hash: Digest([5; 32]) };
    let all = events(device(1), after, 1);
    let plain = whole(&all);
    assert_eq!(Digest::of(&[&plain]).to_string(), PLAIN);
    let bytes = [unhex(SEGMENT), zstd::bulk::compress(&plain, 3).expect("packed")].concat();
    let read = Segment::read(&bytes, &key(1).public()).expect("read");
    let head = Head { seq: 5, hash: Digest::of(&[&all[0].envelope]) };
    assert_eq!((read.device, read.after, read.head), (device(1), after, head));
    assert_eq!(read.events.into_iter().map(|(_, event)| event).collect::<Vec<_>>(), all);
    assert_eq!(Segment::device_of(&bytes), Ok(device(1)));
}

fn unhex(text: &str) -> Vec<u8> {
    let byte = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).expect("hexadecimal");
    (0..text.len()).step_by(2).map(byte).collect()
}

/// Moment, who, role, subject, kind, parents, what else, payload.
type Said<'a> = (&'a str, Uuid, &'a str, &'a str, &'a str, &'a str, &'a str, Option<&'a str>);

/// One of everything that a segment can hold: what can be left out, what cannot, ids in payloads, what was seen and erased.
/// The third form also leaves out salts that follow, and moments in ids; the fourth ids and codes that follow from a salt.
fn of_all_kinds(form: u8) -> Vec<Event> {
    let third = form >= 3;
    let ids = [
        "01a20d6d-5230-7abc-8def-0123456789ab",
        "01a20d6d-5a05-7fff-bfff-ffffffffffff",
        "019c0479-8a00-7000-8000-000000000001",
    ]
    .map(str::parse::<Uuid>);
    let [mut one, near, far] = ids.map(|id| id.expect("an id"));
    if !third {
        one = Uuid::from_u128(0x018f << 112);
    }
    let (two, own) = (Uuid::from_u128(0xff), device(1));
    let (case, sha) = (format!("case:{one}"), "ab".repeat(32));
    let (noon, later) = ("2026-11-24T12:00:00Z", "2026-11-24T11:59:58.125Z");
    let other = format!("[{{\"device\":\"{two}\",\"seq\":7}},{{\"device\":\"{own}\",\"seq\":1}}]");
    let back = |seq: u64| format!("[{{\"device\":\"{own}\",\"seq\":{seq}}}]");
    let seen = format!(",\"seen\":{other}");
    let (id, mut paper) = (format!("{{\"id\":\"{one}\"}}"), format!("[\"{sha}\",\"case:{one}\",\"{sha}0\"]"));
    if form >= 4 {
        let (made, code) = (made(NOON, &[9; 16], 3), status_code(code_of_salt(&[9; 16])));
        paper = format!("[\"{sha}\",\"{made}\",\"{code}\",\"X{code}\",\"{made}\"]");
    }
    let (none, town, person, user) =
        ("[]".to_owned(), "town", format!("person:{one}"), format!("user:{two}"));
    let dog = format!("dog:{one}");
    let met = if third { format!("{{\"near\":\"{near}\",\"far\":\"{far}\"}}") } else { "{}".to_owned() };
    let events: [Said<'_>; 8] = [
        (noon, one, "counter", &case, "case_opened", &none, "", Some(&id)),
        (later, one, "counter", &case, "paper_issued", &back(1), "", Some(&paper)),
        (noon, one, "head", town, "town_set", &other, "", Some("\u{1}\u{2}\u{3}")),
        (noon, two, "counter", &case, "case_opened", &back(2), &seen, None),
        (noon, two, "counter", &person, "merged", &none, &seen, Some(&met)),
        (noon, two, "counter", &dog, "barked", &none, "", Some("{}")),
        (noon, two, "counter", &user, "merged", &none, ",\"later\":1", Some("\"ab")),
        ("2026-11-24T12:00:00.000Z", two, "counter", &user, "merged", &none, "", None),
    ];
    let mut prev = Digest::default();
    let mut write = |(seq, said): (u64, Said<'_>)| {
        let (at, actor, role, subject, kind, parents, more, payload) = said;
        let salt = if third && seq == 2 { next_salt(&[9; 16]) } else { [9; 16] };
        let payload = payload.map(|text| (salt, text.as_bytes().to_vec()));
        let bound = payload.as_ref().map_or(Digest([3; 32]), |(salt, bytes)| commitment(salt, bytes));
        let text = format!(
            "{{\"alg\":\"sha256\",\"ver\":1,\"device\":\"{own}\",\"seq\":{seq},\"prev\":\"{prev}\",\"at\":\"{at}\",\
             \"actor\":\"{actor}\",\"role\":\"{role}\",\"subject\":\"{subject}\",\"kind\":\"{kind}\",\
             \"parents\":{parents}{more},\"payload_commit\":\"{bound}\"}}"
        );
        prev = Digest::of(&[text.as_bytes()]);
        Event { envelope: text.into_bytes(), payload }
    };
    (1..).zip(events).map(&mut write).collect()
}

/// When the events were written, in milliseconds.
const NOON: u64 = 1_795_521_600_000;

/// An id that follows from a salt.
fn made(millis: u64, salt: &[u8; 16], number: u32) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(millis, &id_of_salt(salt, number)).into_uuid()
}

/// What the second version sent, from a file of its own.
#[test]
fn a_segment_of_the_second_form_is_read() {
    assert_eq!(read_whole(include_bytes!("../../../tests/formats/segment-2.ams")), of_all_kinds(2));
}

fn read_whole(bytes: &[u8]) -> Vec<Event> {
    let read = Segment::read(bytes, &key(1).public()).expect("read");
    assert_eq!((read.device, read.after), (device(1), Head::default()));
    for (outline, event) in &read.events {
        assert_eq!(serde_json::from_slice::<Outline>(&event.envelope).expect("an envelope"), *outline);
    }
    read.events.into_iter().map(|(_, event)| event).collect()
}

/// Everything but the packing: zstd may pack better one day, and reads what it packed today.
fn keeps(form: Form, all: &[Event], frozen: &[u8], words: &[u8], columns: [&str; 2]) {
    let bytes = Segment::pack_as(form, &key(1), device(1), Head::default(), all).expect("packed");
    assert_eq!(read_whole(&bytes), all, "bit by bit");
    let begin = unpacked(&bytes);
    let frame = zstd::bulk::Decompressor::with_dictionary(words);
    let plain = frame.and_then(|mut frame| frame.decompress(&bytes[begin..], 4096)).expect("unpacks");
    let said = [&bytes[136..begin], &plain].map(|part| Digest::of(&[part]).to_string());
    assert_eq!(said, columns, "{}", hex(&bytes));
    assert_eq!(bytes[..begin], frozen[..begin]);
    assert_eq!(read_whole(frozen), all);
}

#[test]
fn a_segment_keeps_its_form() {
    let third = include_bytes!("../../../tests/formats/segment-3.ams");
    keeps(Form::Third, &of_all_kinds(3), third, &[], COLUMNS);
    let fourth = include_bytes!("../../../tests/formats/segment-4.ams");
    keeps(Form::Fourth, &of_all_kinds(4), fourth, crate::wire::words::FIRST, FOURTH);
}

/// A desk from before the fourth form gets the third, below the same signature; what it reads is passed on as it is.
#[test]
fn an_older_desk_gets_what_it_reads() {
    let all = of_all_kinds(4);
    let newest = Segment::pack(&key(1), device(1), Head::default(), &all).expect("packed");
    let older = |bytes: &[u8], form| Segment::for_older(bytes, &key(1).public(), form).expect("sound");
    let third = older(&newest, Form::Third).expect("another form");
    assert!(third.starts_with(b"AMS3"));
    assert_eq!(read_whole(&third), all);
    assert_eq!((older(&third, Form::Third), older(&newest, Form::Fourth)), (None, None));
}

/// Ids and codes of the transaction's first salt cost no random byte, and those of another salt are told.
#[test]
fn ids_that_follow_from_a_salt_are_left_out_and_no_others() {
    let ids = |salt: [u8; 16]| (0..4).map(|number| made(1, &salt, number).to_string()).collect::<Vec<_>>();
    let loose = |form, said: Vec<String>| {
        let events = salted_with([1; 16], &serde_json::to_string(&said).expect("JSON"));
        let bytes = Segment::pack_as(form, &key(1), device(1), Head::default(), &events).expect("packed");
        assert_eq!(read_whole(&bytes), events);
        unpacked(&bytes)
    };
    let none = loose(Form::Fourth, vec![String::new()]);
    assert_eq!(loose(Form::Fourth, ids([1; 16])), none);
    assert_eq!(loose(Form::Fourth, ids([2; 16])), none + 40);
    assert_eq!(loose(Form::Third, ids([1; 16])), none + 40);
}

/// One event with this salt and payload.
fn salted_with(salt: [u8; 16], payload: &str) -> Vec<Event> {
    let mut all = salted(vec![salt]);
    let old = commitment(&salt, &all[0].payload.as_ref().expect("there").1).to_string();
    let new = commitment(&salt, payload.as_bytes()).to_string();
    let envelope = String::from_utf8(all[0].envelope.clone()).expect("text").replace(&old, &new);
    all[0] = Event { envelope: envelope.into_bytes(), payload: Some((salt, payload.as_bytes().to_vec())) };
    all
}

/// Each salt on its own, where they do not follow each other; none where a subject's first is missing.
#[test]
fn salts_that_follow_are_left_out_and_no_others() {
    let follows = |first: [u8; 16], count| {
        let salts = std::iter::successors(Some(first), |salt| Some(next_salt(salt))).take(count);
        salted(salts.collect())
    };
    let size = |events: &[Event]| {
        let bytes = Segment::pack(&key(1), device(1), Head::default(), events).expect("packed");
        assert_eq!(read_whole(&bytes), events);
        unpacked(&bytes) - 136
    };
    let one = size(&follows([1; 16], 1));
    assert_eq!(size(&follows([1; 16], 5)), one);
    assert_eq!(size(&salted(vec![[1; 16]; 5])), one + 64);
    // Erased events in between and at the front: what is left says what it needs, and nothing of them.
    let mut events = follows([1; 16], 5);
    (events[0].payload, events[1].payload) = (None, None);
    assert_eq!(size(&events), one + 64);
    let bytes = Segment::pack(&key(1), device(1), Head::default(), &events).expect("packed");
    assert!(!bytes.windows(16).any(|bytes| bytes == [1; 16]));
}

/// Events about one subject with these salts.
fn salted(salts: Vec<[u8; 16]>) -> Vec<Event> {
    let mut head = Head::default();
    let mut write = |salt: [u8; 16]| {
        let mut events = events(device(1), head, 1);
        let (envelope, (old, payload)) = (
            String::from_utf8(events[0].envelope.clone()).expect("text"),
            events[0].payload.take().expect("there"),
        );
        let [old, new] = [&old, &salt].map(|salt| commitment(salt, &payload).to_string());
        let envelope = envelope.replace(&old, &new).into_bytes();
        head = Head { seq: head.seq + 1, hash: Digest::of(&[&envelope]) };
        Event { envelope, payload: Some((salt, payload)) }
    };
    salts.into_iter().map(&mut write).collect()
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
/// Loose and packed bytes, as another program wrote them by the description alone.
const COLUMNS: [&str; 2] = [
    "3d1cd2c054ecf75a57b12022fcd9f2d1e647010001dfaa3484f0f8889c1c51b9",
    "0b72c25dacb10e12661c840a5ba41946f53085eec5943fdaf08316b8f9cdf832",
];
const FOURTH: [&str; 2] = [
    "3d1cd2c054ecf75a57b12022fcd9f2d1e647010001dfaa3484f0f8889c1c51b9",
    "03918dca66886c7001d2a07e5bbc1c164f0363bc15abdbcd74adf1eeb83f6847",
];
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

/// A few bytes on the wire are no hundred megabytes of links.
#[test]
fn more_links_than_anybody_could_send_whole_are_not_built() {
    let links: u32 = 80_000;
    let mut long = Vec::new();
    super::super::bytes::put_number(&mut long, links.into());
    long.extend((0..links).flat_map(|_| [0, 1]));
    // Another subject (the town), another writer, other parents; no payload.
    let columns: [&[u8]; 10] = [&[28], &[0, 0], &[0], b"\0t", &[0], &long, &[], b"\x01r\x01k", &[], &[]];
    let mut plain = Vec::new();
    for column in columns {
        super::super::bytes::put_number(&mut plain, column.len() as u64);
        plain.extend_from_slice(column);
    }
    let device = crate::domain::id::DeviceId(uuid::Uuid::nil());
    let built = rebuild(Layout::Second, device, Head::default(), &[0; 48], &plain, 1);
    assert_eq!(built, Err(WireError::TooLarge("links")));
}

/// What every version reads of an event is what stands in its envelope: a word that breaks out of its quotes says what JSON makes
/// of it, or nothing.
#[test]
fn a_word_that_json_would_have_written_otherwise_says_what_is_read_of_it() {
    let build = |kind: &str| {
        let mut words = b"\x01r".to_vec();
        super::super::bytes::put_number(&mut words, kind.len() as u64);
        words.extend_from_slice(kind.as_bytes());
        // Another subject (the town), another writer; no payload.
        let columns: [&[u8]; 10] = [&[12], &[0, 0], &[0], b"\0t", &[0], &[], &[], &words, &[], &[]];
        let mut plain = Vec::new();
        for column in columns {
            super::super::bytes::put_number(&mut plain, column.len() as u64);
            plain.extend_from_slice(column);
        }
        rebuild(Layout::Second, device(1), Head::default(), &[0; 48], &plain, 1)
    };
    for (sent, read) in [("paid", "paid"), ("paid\",\"more\":\"x", "paid"), ("p\\u0061id", "paid")] {
        let built = build(sent).expect("an envelope");
        let (outline, event) = &built.events[0];
        assert_eq!(serde_json::from_slice::<Outline>(&event.envelope).expect("an envelope"), *outline);
        assert_eq!((outline.kind.as_str(), built.head.hash), (read, Digest::of(&[&event.envelope])));
    }
    for wrong in ["paid\",\"kind\":\"town_set", "paid\"", "pa\nid"] {
        assert_eq!(build(wrong), Err(WireError::Malformed("envelope")), "{wrong:?}");
    }
}
