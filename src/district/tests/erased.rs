//! What the service keeps of a case after its destruction, in every database. Part of the contract.

use super::contract::{at, desk, push, sign};
use super::judged::{told, written};
use super::*;
use crate::domain::case::Payment;
use crate::domain::disposal::{CaseErased, DisposalEvent, KeptReceipt, Listed};
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, EventRef, ListId, UserId};
use crate::domain::money::Cents;
use crate::domain::user::{Group, Role, UserEvent};
use crate::wire::tests::{device, head_of};
use crate::wire::{BlobState, Event, Head, Kind, Segment};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Nobody is called that.
const MARKER: &str = "Zyxwvutmarke";
const ADMIN: u128 = 1;
const CLERK: u128 = 2;
const HEAD: u128 = 3;
/// Holds no role.
const STRANGER: u128 = 4;

type Act = (Role, Subject, &'static str, Vec<u8>);

fn user(number: u128) -> UserId {
    UserId(Uuid::from_u128(number))
}

fn case(number: u128) -> CaseId {
    CaseId(Uuid::from_u128(number))
}

fn json<T: serde::Serialize>(event: &T) -> Vec<u8> {
    serde_json::to_vec(event).expect("writes")
}

fn paper() -> Vec<u8> {
    format!("%PDF {MARKER}").into_bytes()
}

/// An administrator, a clerk and a head, as they are entered at a first desk.
fn staff(log: &mut Vec<Event>) {
    let about = |who: u128, event: &UserEvent, kind: &'static str| -> Act {
        (Role::Administrator, Subject::User(user(who)), kind, json(event))
    };
    let added = |who: u128| UserEvent::UserAdded { login: format!("u{who}"), name: "N".into() };
    let granted = |role| UserEvent::RoleGranted { role, groups: BTreeSet::from([Group::General]) };
    let mut acts = Vec::new();
    for (who, role) in [(ADMIN, Role::Administrator), (CLERK, Role::Clerk), (HEAD, Role::Head)] {
        acts.push(about(who, &added(who), "user_added"));
        acts.push(about(who, &granted(role), "role_granted"));
    }
    // A clerk who was made a head too: the same person has both roles then.
    acts.push(about(CLERK, &granted(Role::Head), "role_granted"));
    written(log, 1, ADMIN, &[], &acts);
}

/// Two cases of the marker that somebody wrote, and a list with the first of them: events 8 to 12 of the first desk.
fn filed(log: &mut Vec<Event>, who: u128) {
    let said = format!("{{\"kind\":\"note_added\",\"text\":\"{MARKER}\"}}").into_bytes();
    let act = |number, kind: &'static str| (Role::Clerk, Subject::Case(case(number)), kind, said.clone());
    let acts = [act(1, "answers_set"), act(1, "note_added"), act(2, "note_added"), act(1, "note_added")];
    written(log, 1, who, &[], &acts);
    let day = NaiveDate::MIN;
    let listed = Listed {
        case: case(1),
        number: "10.20-2026-A-00001".into(),
        group: Group::General,
        plan: "10.20".into(),
        law: String::new(),
        closed_on: day,
        began_on: day,
        years: 1,
        last_day: day,
    };
    let proposed = DisposalEvent::DisposalProposed { on: day, cases: vec![listed] };
    written(log, 1, CLERK, &[], &[(Role::Clerk, list(), "disposal_proposed", json(&proposed))]);
}

fn list() -> Subject {
    Subject::Disposal(ListId(Uuid::from_u128(0x1157)))
}

fn of_one(seq: u64) -> EventRef {
    EventRef { device: device(1), seq }
}

/// Erases the first case; names an event of the second one and one of a user besides, which no list may.
fn erasing() -> Act {
    let erased = CaseErased {
        proposed: of_one(12),
        case: case(1),
        number: "10.20-2026-A-00001".into(),
        group: Group::General,
        events: [8, 9, 11, 10, 1].map(of_one).to_vec(),
        blobs: vec![Digest::of(&[&paper()])],
        receipts: vec![KeptReceipt {
            number: "A-2026-000001".into(),
            cents: Cents(500),
            how: Payment::Cash,
            paid_on: NaiveDate::MIN,
            taken_by: user(CLERK),
            cancelled: false,
        }],
    };
    (Role::Head, list(), "case_erased", json(&DisposalEvent::CaseErased(Box::new(erased))))
}

/// Events that say the marker, as the town is told them.
async fn speaking<S: Store>(store: &S) -> Vec<EventRef> {
    let page = store.since(TOWN.into(), device(9), at(0)).await.expect("answered").expect("there");
    let mut speaking = Vec::new();
    for entry in page.entries.iter().filter(|entry| entry.kind == Kind::Segment) {
        let number = if Segment::device_of(&entry.bytes) == Ok(device(1)) { 1 } else { 2 };
        let segment = Segment::read(&entry.bytes, &key(number).public()).expect("chain and signature hold");
        for (outline, event) in segment.events {
            let payload = event.payload.map(|(_, bytes)| bytes).unwrap_or_default();
            if String::from_utf8_lossy(&payload).contains(MARKER) {
                speaking.push(outline.id());
            }
        }
    }
    speaking
}

/// A town with both logs; the second desk's erases, at the word of `second`, what the clerk wrote.
async fn logs<S: Store>(store: &S, second: u128) -> (Vec<Event>, Vec<Event>) {
    logs_of(store, CLERK, second).await
}

/// The same of what somebody wrote.
async fn logs_of<S: Store>(store: &S, who: u128, second: u128) -> (Vec<Event>, Vec<Event>) {
    let (mut one, mut two) = (desk(store, TOWN, 1, 0).await, desk(store, TOWN, 2, 0).await);
    staff(&mut one);
    filed(&mut one, who);
    written(&mut two, 2, second, &[of_one(12)], &[erasing()]);
    (one, two)
}

/// A destruction that counts takes payloads out of what is stored, papers too, and nothing of any other subject.
pub async fn what_is_erased_goes_out_of_what_is_stored<S: Store>(store: S) {
    let (one, two) = logs(&store, HEAD).await;
    let digest = Digest::of(&[&paper()]);
    let _ = store.put_part(TOWN.into(), digest, paper().len() as u64, 0, paper()).await.expect("kept");
    let _ = push(&store, TOWN, 1, &one, 0, 9).await;
    let _ = push(&store, TOWN, 1, &one, 9, 12).await;
    let mark = store.since(TOWN.into(), device(9), at(0)).await.expect("answered").expect("there").next;
    assert_eq!(speaking(&store).await, [8, 9, 10, 11].map(of_one));
    let bytes = Segment::pack(&key(2), device(2), Head::default(), &two).expect("packed");
    let segment = Segment::read(&bytes, &key(2).public()).expect("read");
    let taken = store.append(TOWN.into(), segment, bytes, sign()).await.expect("stored");
    assert_eq!((taken.refused, taken.erased), (0, 5));
    assert_eq!(speaking(&store).await, [of_one(10)], "the other case stays");
    let states = store.blob_states(TOWN.into(), vec![digest]).await.expect("answered");
    assert_eq!(states, [BlobState::default()]);
    // Whoever had heard everything before goes on from there, and a check finds nothing wrong.
    assert!(store.since(TOWN.into(), device(9), mark).await.expect("answered").is_some());
    let checked = check(&store, key(200).public()).await.expect("checked");
    assert_eq!((checked.events, checked.faults), (13, vec![]));
    let again = push(&store, TOWN, 1, &one, 9, 12).await;
    assert_eq!(again, crate::wire::push::Answer::Stored { head: head_of(&one, 12) });
    assert_eq!(speaking(&store).await, [of_one(10)]);
}

/// A service that was put back hears the destruction first: what comes later loses its payloads as it is stored.
pub async fn what_comes_after_it_was_erased_is_stored_without<S: Store>(store: S) {
    let (one, two) = logs(&store, HEAD).await;
    let _ = push(&store, TOWN, 2, &two, 0, 1).await;
    let _ = push(&store, TOWN, 1, &one, 0, 12).await;
    assert_eq!(speaking(&store).await, [of_one(10)]);
    assert_eq!(told(&store).await, []);
}

/// What was written in a role that nobody held never became a case: it goes all the same, and what was found of it stays.
pub async fn what_does_not_count_is_erased_as_well<S: Store>(store: S) {
    let (one, two) = logs_of(&store, STRANGER, HEAD).await;
    let _ = push(&store, TOWN, 1, &one, 0, 12).await;
    assert_eq!(speaking(&store).await.len(), 4, "it is kept as it came");
    let refused = told(&store).await;
    assert_eq!(refused.iter().map(|verdict| verdict.event).collect::<Vec<_>>(), [8, 9, 10, 11].map(of_one));
    let _ = push(&store, TOWN, 2, &two, 0, 1).await;
    assert_eq!(speaking(&store).await, [of_one(10)], "the other one is on no list");
    assert_eq!(told(&store).await, refused);
}

/// The same person twice erases nothing, and hears why.
pub async fn one_person_erases_nothing<S: Store>(store: S) {
    let (one, two) = logs(&store, CLERK).await;
    let _ = push(&store, TOWN, 1, &one, 0, 12).await;
    let _ = push(&store, TOWN, 2, &two, 0, 1).await;
    assert_eq!(speaking(&store).await.len(), 4);
    let verdicts = told(&store).await;
    assert_eq!((verdicts.len(), verdicts[0].reason.as_str()), (1, "not_second"));
}

/// Not one byte of the packed segment stays in the file of SQLite.
#[test]
fn no_byte_of_it_is_left_in_the_file() {
    let dir = tempfile::tempdir().expect("folder");
    let path = dir.path().join("kreis.db");
    let store = crate::district::Sqlite::open(&path).expect("opened");
    let pieces = run(async {
        let (one, two) = logs(&store, HEAD).await;
        let digest = Digest::of(&[&paper()]);
        let _ = store.put_part(TOWN.into(), digest, paper().len() as u64, 0, paper()).await.expect("kept");
        let _ = push(&store, TOWN, 1, &one, 0, 12).await;
        let packed = Segment::pack(&key(1), device(1), Head::default(), &one).expect("packed");
        let _ = push(&store, TOWN, 2, &two, 0, 1).await;
        gone(&store, &packed).await
    });
    let holds = |piece: &[u8]| {
        let log = std::fs::read(dir.path().join("kreis.db-wal")).unwrap_or_default();
        let file = std::fs::read(&path).expect("the file");
        [file, log].iter().any(|bytes| bytes.windows(piece.len()).any(|part| part == piece))
    };
    assert!(pieces.iter().all(|piece| !holds(piece)), "a piece of the packed segment");
    assert!(!holds(MARKER.as_bytes()), "a piece of the paper");
}

/// Pieces of a packed segment that are not in what the town is told now.
async fn gone<S: Store>(store: &S, packed: &[u8]) -> Vec<Vec<u8>> {
    let page = store.since(TOWN.into(), device(9), at(0)).await.expect("answered").expect("there");
    let told = |piece: &[u8]| {
        let mut all = page.entries.iter();
        all.any(|entry| entry.bytes.windows(piece.len()).any(|part| part == piece))
    };
    let pieces = packed[132..].chunks_exact(24).filter(|piece| !told(piece)).map(<[u8]>::to_vec);
    let pieces: Vec<_> = pieces.collect();
    assert!(pieces.len() > 4, "only {} pieces went", pieces.len());
    pieces
}

/// The same for the rows of PostgreSQL. What the server keeps in dead rows until it tidies up is not its to answer for.
pub async fn no_row_has_a_byte_of_it(url: &str) {
    let store = crate::district::Postgres::open(url, None).await.expect("opened");
    let (one, two) = logs(&store, HEAD).await;
    let digest = Digest::of(&[&paper()]);
    let _ = store.put_part(TOWN.into(), digest, paper().len() as u64, 0, paper()).await.expect("kept");
    let _ = push(&store, TOWN, 1, &one, 0, 12).await;
    let packed = Segment::pack(&key(1), device(1), Head::default(), &one).expect("packed");
    let (asks, line) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("connected");
    let line = tokio::spawn(line);
    let rows = async |piece: &[u8]| {
        let sql = "SELECT (SELECT count(*) FROM entry WHERE position($1 IN bytes) > 0) \
                   + (SELECT count(*) FROM blob_part WHERE position($1 IN bytes) > 0) \
                   + (SELECT count(*) FROM kept WHERE position($1 IN payload) > 0)";
        asks.query_one(sql, &[&piece]).await.expect("asked").get::<_, i64>(0)
    };
    assert!(rows(&packed[150..190]).await > 0 && rows(MARKER.as_bytes()).await > 0, "before");
    let _ = push(&store, TOWN, 2, &two, 0, 1).await;
    for piece in gone(&store, &packed).await.iter().map(Vec::as_slice).chain([MARKER.as_bytes()]) {
        assert_eq!(rows(piece).await, 0);
    }
    drop(asks);
    line.abort();
}
