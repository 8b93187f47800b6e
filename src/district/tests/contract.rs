//! What every database must do, whichever it is.

use super::erased::*;
use super::judged::*;
use super::mail::*;
use super::present::*;
use super::standing::*;
use super::withdrawn::{what_was_taken_back_is_not_published_again, what_was_taken_back_stays_taken_back};
use super::*;
use crate::district::store::{NewPack, NotEnrolled, Published, Sign};
use crate::wire::push::Answer;
use crate::wire::tests::{device, events_of, head_of, key};
use crate::wire::{BlobState, Event, Head, Kind, PART, Segment, Verdict};
use std::sync::Arc;

/// The contract on PostgreSQL: one server, a database for each part.
#[test]
fn postgres_keeps_the_contract() {
    let server = super::server::Server::start();
    macro_rules! part {
        ($($test:ident),* $(,)?) => {
            $(run(async {
                let url = server.database(stringify!($test), None);
                $test(crate::district::Postgres::open(&url, None).await.expect("opened")).await;
            });)*
        };
    }
    part!(
        it_says_that_it_is_ready_and_with_which_tables,
        the_service_keeps_its_key,
        a_code_lets_one_desk_in,
        a_desk_with_numbers_keeps_its_letters_and_takes_nobody_elses,
        segments_are_kept_once_and_in_order,
        a_desk_hears_what_the_others_wrote_and_no_other_town,
        a_long_sequence_comes_in_pages,
        a_blob_comes_in_parts_and_is_what_its_name_says,
        a_desk_is_cut_off,
        a_machine_is_cut_off_as_whatever_it_wrote,
        a_certificate_ends_and_is_renewed,
        what_a_desk_writes_after_it_was_cut_off_lies_aside,
        a_check_finds_what_is_missing,
        packs_are_published_once_and_their_versions_rise,
        what_was_taken_back_stays_taken_back,
        what_was_taken_back_is_not_published_again,
        nodes_that_take_from_many_desks_at_once_give_every_place_once,
        a_verdict_waits_for_what_its_desk_had_seen,
        a_bundle_comes_in_parts_and_stays_until_it_is_taken,
        what_lies_for_an_office_has_limits,
        whatever_lies_is_heard_of_page_by_page,
        a_file_from_outside_lies_sealed_for_the_towns_desks,
        an_answer_to_a_portal_lies_for_the_service,
        an_offices_desks_are_those_that_write_now,
        what_is_open_is_told_within_the_town_and_forgotten,
        what_is_erased_goes_out_of_what_is_stored,
        what_comes_after_it_was_erased_is_stored_without,
        what_does_not_count_is_erased_as_well,
        one_person_erases_nothing,
    );
    let nodes = "a_node_judges_by_what_another_one_heard";
    run(a_node_judges_by_what_another_one_heard(&server.database(nodes, None)));
    run(no_row_has_a_byte_of_it(&server.database("no_row_has_a_byte_of_it", None)));
}

/// The contract, as tests of one database.
macro_rules! contract {
    ($backend:ident, $open:expr, [$($test:ident),* $(,)?]) => {
        mod $backend {
            $(
                #[test]
                fn $test() {
                    let (_kept, store) = $open;
                    super::run(super::$test(store));
                }
            )*
        }
    };
}

contract!(
    sqlite,
    {
        let dir = tempfile::tempdir().expect("folder");
        let store = crate::district::Sqlite::open(&dir.path().join("kreis.db")).expect("opened");
        (dir, store)
    },
    [
        it_says_that_it_is_ready_and_with_which_tables,
        the_service_keeps_its_key,
        a_code_lets_one_desk_in,
        a_desk_with_numbers_keeps_its_letters_and_takes_nobody_elses,
        segments_are_kept_once_and_in_order,
        a_desk_hears_what_the_others_wrote_and_no_other_town,
        a_long_sequence_comes_in_pages,
        a_blob_comes_in_parts_and_is_what_its_name_says,
        a_desk_is_cut_off,
        a_machine_is_cut_off_as_whatever_it_wrote,
        a_certificate_ends_and_is_renewed,
        what_a_desk_writes_after_it_was_cut_off_lies_aside,
        a_check_finds_what_is_missing,
        packs_are_published_once_and_their_versions_rise,
        what_was_taken_back_stays_taken_back,
        what_was_taken_back_is_not_published_again,
        nodes_that_take_from_many_desks_at_once_give_every_place_once,
        a_verdict_waits_for_what_its_desk_had_seen,
        a_bundle_comes_in_parts_and_stays_until_it_is_taken,
        what_lies_for_an_office_has_limits,
        whatever_lies_is_heard_of_page_by_page,
        a_file_from_outside_lies_sealed_for_the_towns_desks,
        an_answer_to_a_portal_lies_for_the_service,
        an_offices_desks_are_those_that_write_now,
        what_is_open_is_told_within_the_town_and_forgotten,
        what_is_erased_goes_out_of_what_is_stored,
        what_comes_after_it_was_erased_is_stored_without,
        what_does_not_count_is_erased_as_well,
        one_person_erases_nothing,
    ]
);

async fn it_says_that_it_is_ready_and_with_which_tables<S: Store>(store: S) {
    // Both databases go on step by step together.
    let steps = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/district/sqlite");
    let steps = std::fs::read_dir(steps).expect("the migrations").count();
    assert_eq!(usize::try_from(store.ready().await.expect("ready")), Ok(steps));
}

async fn the_service_keeps_its_key<S: Store>(store: S) {
    assert_eq!(store.seed([1; 32]).await.expect("seed"), [1; 32]);
    assert_eq!(store.seed([2; 32]).await.expect("seed"), [1; 32]);
}

async fn a_code_lets_one_desk_in<S: Store>(store: S) {
    code(&store, TOWN, 1).await;
    let asked = asks(1, device(1), &key(1), "A", false);
    let unknown = enrol(&store, TOWN, asks(9, device(1), &key(1), "A", false), now()).await;
    assert_eq!(unknown, Err(NotEnrolled::UnknownCode));
    assert_eq!(enrol(&store, OTHER_TOWN, asked.clone(), now()).await, Err(NotEnrolled::UnknownCode));
    let late = now() + chrono::Duration::days(8);
    assert_eq!(enrol(&store, TOWN, asked.clone(), late).await, Err(NotEnrolled::Expired));
    let first = enrol(&store, TOWN, asked.clone(), now()).await.expect("let in");
    assert_eq!((first.name.as_str(), first.desks[0].code.as_str()), ("Platz 1", "A"));
    let again = enrol(&store, TOWN, asked, now()).await.expect("the answer was lost");
    assert_eq!(again, first);
    let other = enrol(&store, TOWN, asks(1, device(2), &key(2), "A", false), now()).await;
    assert_eq!(other, Err(NotEnrolled::Used));
}

async fn a_desk_with_numbers_keeps_its_letters_and_takes_nobody_elses<S: Store>(store: S) {
    for proof in 1..=4 {
        code(&store, TOWN, proof).await;
    }
    let old = enrol(&store, TOWN, asks(1, device(1), &key(1), "A", true), now()).await.expect("let in");
    assert_eq!(old.desks[0].code, "A");
    let new = enrol(&store, TOWN, asks(2, device(2), &key(2), "A", false), now()).await.expect("let in");
    assert_eq!(new.desks[0].code, "B");
    let twin = enrol(&store, TOWN, asks(3, device(3), &key(3), "A", true), now()).await;
    assert_eq!(twin, Err(NotEnrolled::CodeTaken));
    let thief = enrol(&store, TOWN, asks(3, device(1), &key(3), "A", true), now()).await;
    assert_eq!(thief, Err(NotEnrolled::DeviceTaken));
    // Nothing of a refusal stays: the code still opens.
    let next = enrol(&store, TOWN, asks(3, device(3), &key(3), "", false), now()).await.expect("let in");
    assert_eq!(next.desks[0].code, "C");
}

/// Lets a desk in and gives what it writes.
pub async fn desk<S: Store>(store: &S, town: &str, number: u8, count: u64) -> Vec<Event> {
    code(store, town, number).await;
    let desk = device(number.into());
    let _ = enrol(store, town, asks(number, desk, &key(number), "", false), now()).await.expect("let in");
    events_of(UNJUDGED, desk, Head::default(), count)
}

/// A kind of a later version: nobody here judges it.
const UNJUDGED: &str = "carried";

pub fn sign() -> Sign {
    Arc::new(|verdict: &Verdict| verdict.sign(&key(200)))
}

pub async fn push<S: Store>(
    store: &S,
    town: &str,
    number: u8,
    log: &[Event],
    after: u64,
    to: usize,
) -> Answer {
    let (desk, key) = (device(number.into()), key(number));
    let from = usize::try_from(after).expect("small");
    let bytes = Segment::pack(&key, desk, head_of(log, after), &log[from..to]).expect("packed");
    let segment = Segment::read(&bytes, &key.public()).expect("read");
    store.append(town.into(), segment, bytes, sign()).await.expect("answered").answer
}

async fn segments_are_kept_once_and_in_order<S: Store>(store: S) {
    let log = desk(&store, TOWN, 1, 9).await;
    let stored = |seq| Answer::Stored { head: head_of(&log, seq) };
    assert_eq!(push(&store, TOWN, 1, &log, 3, 5).await, Answer::Gap { head: Head::default() });
    assert_eq!(push(&store, TOWN, 1, &log, 0, 3).await, stored(3));
    assert_eq!(push(&store, TOWN, 1, &log, 0, 3).await, stored(3), "again");
    assert_eq!(push(&store, TOWN, 1, &log, 0, 2).await, stored(3), "cut anew and again");
    assert_eq!(push(&store, TOWN, 1, &log, 1, 5).await, stored(3), "what overlaps is cut anew");
    assert_eq!(push(&store, TOWN, 1, &log, 3, 9).await, stored(9));
    let mut forked = log.clone();
    forked[1].envelope =
        String::from_utf8(forked[1].envelope.clone()).expect("text").replace("counter", "clerk").into();
    assert_eq!(push(&store, TOWN, 1, &forked, 0, 2).await, Answer::Fork { head: head_of(&log, 9) });
    let there = store.since(TOWN.into(), device(99), at(0)).await.expect("answered").expect("there");
    let segments: Vec<_> = there.entries.iter().filter(|entry| entry.kind == Kind::Segment).collect();
    assert_eq!(segments.len(), 2, "each event once");
    let known = store.desks().await.expect("answered");
    assert_eq!((known.len(), known[0].events), (1, 9));
}

/// A place of the sequence without its mark, which fits whatever stands there.
pub fn at(seq: u64) -> Head {
    Head { seq, ..Head::default() }
}

async fn a_desk_hears_what_the_others_wrote_and_no_other_town<S: Store>(store: S) {
    let one = desk(&store, TOWN, 1, 2).await;
    let _ = desk(&store, TOWN, 2, 0).await;
    // A counter decides nothing.
    let two = events_of("decided", device(2), Head::default(), 1);
    let other = desk(&store, OTHER_TOWN, 3, 2).await;
    let _ = push(&store, TOWN, 1, &one, 0, 2).await;
    let _ = push(&store, OTHER_TOWN, 3, &other, 0, 2).await;
    let bytes = Segment::pack(&key(2), device(2), Head::default(), &two).expect("packed");
    let segment = Segment::read(&bytes, &key(2).public()).expect("read");
    let taken = store.append(TOWN.into(), segment, bytes, sign()).await.expect("stored");
    assert_eq!(taken.refused, 1);
    let kinds = |page: crate::wire::Page| page.entries.iter().map(|entry| entry.kind).collect::<Vec<_>>();
    let hears = |town: &str, number: u128, since| store.since(town.into(), device(number), since);
    let first = hears(TOWN, 1, at(0)).await.expect("answered").expect("there");
    assert_eq!((first.next.seq, first.own), (5, head_of(&one, 2)));
    assert_eq!(kinds(first), [Kind::Certificate, Kind::Certificate, Kind::Segment, Kind::Verdict]);
    let second = hears(TOWN, 2, at(2)).await.expect("answered").expect("there");
    assert_eq!(kinds(second), [Kind::Segment, Kind::Verdict]);
    let third = hears(OTHER_TOWN, 3, at(0)).await.expect("answered").expect("there");
    assert_eq!(
        kinds(third),
        [Kind::Certificate],
        "the own segment is not told, the other town's are not seen"
    );
    assert_eq!(store.device(OTHER_TOWN.into(), device(1)).await.expect("answered"), None);
    assert_eq!(hears(TOWN, 1, at(6)).await.expect("answered"), None, "further than the town has come");
    assert_eq!(hears("05554000", 1, at(0)).await.expect("answered").expect("empty").next, at(0));
}

async fn nodes_that_take_from_many_desks_at_once_give_every_place_once<S: Store>(store: S) {
    let mut logs = Vec::new();
    for number in 1..=6 {
        logs.push((number, desk(&store, TOWN, number, 10).await));
    }
    let tasks: Vec<_> = logs
        .into_iter()
        .map(|(number, log)| {
            let store = store.clone();
            tokio::spawn(async move {
                for to in 1..=10 {
                    let after = to as u64 - 1;
                    let stored = Answer::Stored { head: head_of(&log, to as u64) };
                    assert_eq!(push(&store, TOWN, number, &log, after, to).await, stored);
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("pushed");
    }
    let page = store.since(TOWN.into(), device(99), at(0)).await.expect("answered").expect("there");
    let places: Vec<u64> = page.entries.iter().map(|entry| entry.town_seq).collect();
    assert_eq!(places, (1..=66).collect::<Vec<_>>(), "six certificates and sixty segments");
}

async fn a_long_sequence_comes_in_pages<S: Store>(store: S) {
    let log = desk(&store, TOWN, 1, 24_000).await;
    let mut after = 0;
    while after < 24_000 {
        let to = usize::try_from(after + 3000).expect("small");
        let _ = push(&store, TOWN, 1, &log, after, to).await;
        after += 3000;
    }
    let (mut since, mut pages, mut heard) = (at(0), 0, 0);
    loop {
        let page = store.since(TOWN.into(), device(2), since).await.expect("answered").expect("there");
        assert!(page.next.seq > since.seq);
        heard += page.entries.iter().filter(|entry| entry.kind == Kind::Segment).count();
        (since, pages) = (page.next, pages + 1);
        if !page.more {
            break;
        }
    }
    assert_eq!(heard, 8);
    let waiting = async |town: &str, number: u8, seq: u64| {
        store.waiting(town.into(), device(number.into()), seq).await.expect("answered")
    };
    let all = [waiting(TOWN, 2, 0).await, waiting(TOWN, 1, 0).await, waiting(OTHER_TOWN, 2, 0).await];
    assert_eq!(all, [24_000, 0, 0], "of others, in this town");
    assert_eq!(waiting(TOWN, 2, since.seq - 1).await, 3000);
    assert!(pages > 1, "one page took all");
    // What was put back and has grown again has another mark at the place, or no such place.
    let hears = |place| store.since(TOWN.into(), device(2), place);
    assert_eq!(hears(since).await.expect("answered").map(|page| page.next), Some(since));
    for other in [Head { hash: Digest([1; 32]), ..since }, at(since.seq + 1)] {
        assert_eq!(hears(other).await.expect("answered"), None);
    }
}

async fn a_blob_comes_in_parts_and_is_what_its_name_says<S: Store>(store: S) {
    let bytes: Vec<u8> = (0..50_000_u32).flat_map(u32::to_le_bytes).collect();
    let digest = Digest::of(&[&bytes]);
    let put = |digest, part: usize| {
        let chunk = bytes.chunks(PART).nth(part).expect("a part").to_vec();
        store.put_part(TOWN.into(), digest, bytes.len() as u64, part as u64, chunk)
    };
    let state = |whole, parts| BlobState { size: Some(bytes.len() as u64), whole, parts };
    assert_eq!(put(digest, 1).await.expect("answered"), BlobState::default(), "not in order");
    assert_eq!(put(digest, 0).await.expect("answered"), state(false, 1));
    assert_eq!(put(digest, 0).await.expect("answered"), state(false, 1), "again");
    assert_eq!(store.part(TOWN.into(), digest, 0).await.expect("answered"), None, "not whole yet");
    for part in 1..4 {
        assert_eq!(put(digest, part).await.expect("answered"), state(part == 3, part as u64 + 1));
    }
    let back = store.part(TOWN.into(), digest, 3).await.expect("answered");
    assert_eq!(back.as_deref(), bytes.chunks(PART).nth(3));
    let states = store.blob_states(TOWN.into(), vec![digest, Digest::default()]).await.expect("answered");
    assert_eq!(states, [state(true, 4), BlobState::default()]);
    assert_eq!(store.part(OTHER_TOWN.into(), digest, 0).await.expect("answered"), None, "another town");
    for part in 0..4 {
        let _ = put(Digest([1; 32]), part).await.expect("answered");
    }
    let lie = store.blob_states(TOWN.into(), vec![Digest([1; 32])]).await.expect("answered");
    assert_eq!(lie, [BlobState::default()], "not what its name says");
}

async fn a_check_finds_what_is_missing<S: Store>(store: S) {
    let log = desk(&store, TOWN, 1, 9).await;
    let _ = desk(&store, OTHER_TOWN, 2, 1).await;
    for (after, to) in [(0, 3), (3, 9)] {
        let _ = push(&store, TOWN, 1, &log, after, to).await;
    }
    let bytes = b"a paper".to_vec();
    let digest = Digest::of(&[&bytes]);
    let _ = store.put_part(TOWN.into(), digest, 7, 0, bytes).await.expect("kept");
    let checked = check(&store, key(200).public()).await.expect("checked");
    assert_eq!((checked.towns, checked.desks, checked.events, checked.papers), (2, 2, 9, 1));
    assert_eq!(checked.faults, []);
    // Another service's key vouches for nothing here.
    let faults = check(&store, key(201).public()).await.expect("checked").faults;
    let whats: Vec<_> = faults.iter().map(|fault| fault.what).collect();
    assert_eq!(whats, ["certificate", "certificate", "segment", "segment", "head"]);
}

async fn packs_are_published_once_and_their_versions_rise<S: Store>(store: S) {
    let pack = |name: &str, version, text: &str| NewPack {
        digest: Digest::of(&[text.as_bytes()]),
        name: name.into(),
        version,
        at: now(),
        bytes: text.as_bytes().to_vec(),
    };
    let publish = async |pack| store.publish(pack).await.expect("answered");
    assert_eq!(store.packs().await.expect("answered"), []);
    assert_eq!(publish(pack("b", 1, "eins")).await, Published::New);
    assert_eq!(publish(pack("b", 1, "eins")).await, Published::Known);
    assert_eq!(publish(pack("b", 1, "anders")).await, Published::NotNewer(1));
    assert_eq!(publish(pack("b", 3, "drei")).await, Published::New);
    assert_eq!(publish(pack("b", 2, "zwei")).await, Published::NotNewer(3));
    assert_eq!(publish(pack("a", 1, "ein anderes")).await, Published::New);
    let all = ["ein anderes", "eins", "drei"].map(|text| Digest::of(&[text.as_bytes()]));
    assert_eq!(store.packs().await.expect("answered"), all, "by name and version");
    assert_eq!(store.pack(all[2]).await.expect("answered").as_deref(), Some("drei".as_bytes()));
    let other = Digest::of(&[b"anders"]);
    assert_eq!(store.pack(other).await.expect("answered"), None, "what was refused is not kept");
}
