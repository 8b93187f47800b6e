//! What is left of a case after its destruction: its number, and not one byte of what it said, at every desk.

mod late;
mod void;

use super::mail::enrolment;
use super::pages::{places, plain};
use super::town::*;
use crate::domain::case::{AppearsAs, CaseEvent, Hold, Issued};
use crate::domain::disposal::{CaseErased, DisposalEvent, KeptReceipt, Listed};
use crate::domain::event::Subject;
use crate::domain::id::{Digest, EventRef, ListId, PaperId, UserId};
use crate::domain::user::{Group, Role, UserEvent};
use crate::store::{Answer, Arrival, Draft, Left, Logged, Stamp, Store, StoreError, Tx, read};
use chrono::DateTime;
use std::collections::BTreeSet;
use std::fs;
use uuid::Uuid;

/// Nobody is called that.
const MARKER: &str = "Zyxwvutmarke";
const CLERK: u128 = 21;
const HEAD: u128 = 22;

fn by(who: u128, role: Role) -> Stamp {
    Stamp { at: DateTime::UNIX_EPOCH, actor: UserId(Uuid::from_u128(who)), role }
}

fn list() -> ListId {
    ListId(Uuid::from_u128(0x1157))
}

/// A clerk and a head.
fn staff(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    for (who, role) in [(CLERK, Role::Clerk), (HEAD, Role::Head)] {
        let added = UserEvent::UserAdded { login: format!("u{who}"), name: format!("U {who}") };
        let granted = UserEvent::RoleGranted { role, groups: BTreeSet::from([Group::General]) };
        for event in [added, granted] {
            let _ = tx.append_user(UserId(Uuid::from_u128(who)), &event, &by(1, Role::Administrator))?;
        }
    }
    Ok(())
}

fn linked(person: u128) -> CaseEvent {
    CaseEvent::PersonLinked {
        person: person_id(person),
        part: "applicant".into(),
        appears_as: AppearsAs::InPerson,
        seen: None,
    }
}

/// A case that says the marker wherever it can, of a person of that name.
fn marked(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let _ = tx.append_person(person_id(1), &named(MARKER), &stamp())?;
    let receipt = file(tx, case_id(1), format!("%PDF {MARKER}").repeat(9000).as_bytes())?;
    let blob = tx.put_blob(format!("scan of {MARKER}").as_bytes())?;
    let attached = CaseEvent::AttachmentAdded {
        blob,
        name: format!("{MARKER}.png"),
        media: "image/png".into(),
        size: 9,
        document: None,
    };
    let cancelled =
        CaseEvent::ReceiptCancelled { receipt, reason: format!("falsch: {MARKER}"), cancelled_on: day() };
    let follow_up = CaseEvent::FollowUpSet {
        follow_up: crate::domain::id::FollowUpId(Uuid::from_u128(1)),
        due_on: day(),
        text: MARKER.into(),
    };
    let events = [linked(1), answer("name", MARKER), note(MARKER), attached, cancelled, follow_up];
    for event in events {
        let _ = tx.append_case(case_id(1), &event, &by(CLERK, Role::Head))?;
    }
    let body = format!("{{\"name\":\"{MARKER}\"}}").into_bytes();
    let draft = Draft {
        id: case_id(1),
        owner: UserId(Uuid::from_u128(CLERK)),
        service: "beglaubigung".into(),
        updated_at: DateTime::UNIX_EPOCH,
        body,
        blobs: BTreeSet::new(),
    };
    tx.save_draft(&draft)
}

fn listed(case: u128) -> Listed {
    let number = "10.20-2026-A-00001".into();
    let (plan, law, years) = ("10.20".into(), String::new(), 3);
    Listed {
        case: case_id(case),
        number,
        group: Group::General,
        plan,
        law,
        closed_on: day(),
        began_on: day(),
        years,
        last_day: day(),
    }
}

fn propose(store: &Store, who: u128) -> EventRef {
    let event = DisposalEvent::DisposalProposed { on: day(), cases: vec![listed(1)] };
    let role = if who == CLERK { Role::Clerk } else { Role::Head };
    store.write(|tx| tx.append_disposal(list(), &event, &by(who, role))).expect("proposed").value
}

/// What a second person writes about the case and its person, by what is here.
fn erasing(store: &Store, proposed: EventRef) -> Vec<DisposalEvent> {
    store
        .read(|db| -> Result<_, StoreError> {
            let case = DisposalEvent::CaseErased(Box::new(CaseErased {
                proposed,
                case: case_id(1),
                number: "10.20-2026-A-00001".into(),
                group: Group::General,
                events: db.ids_of(Subject::Case(case_id(1)))?,
                blobs: db.only_of(case_id(1))?,
                receipts: vec![KeptReceipt {
                    number: "A-2026-000001".into(),
                    cents: crate::domain::money::Cents(500),
                    how: crate::domain::case::Payment::Card,
                    paid_on: day(),
                    taken_by: stamp().actor,
                    cancelled: true,
                }],
            }));
            let events = db.ids_of(Subject::Person(person_id(1)))?;
            Ok(vec![case, DisposalEvent::PersonErased { proposed, person: person_id(1), events }])
        })
        .expect("read")
}

fn erase(store: &Store, proposed: EventRef, who: u128) {
    let events = erasing(store, proposed);
    let work = |tx: &mut Tx<'_>| -> Result<(), StoreError> {
        events.iter().try_for_each(|event| tx.append_disposal(list(), event, &by(who, Role::Head)).map(drop))
    };
    let _ = store.write(work).expect("written");
}

/// Everything that a desk has of a chain, as it would be passed on.
fn chain(store: &Store, device: u128) -> Vec<Logged> {
    let device = crate::domain::id::DeviceId(Uuid::from_u128(device));
    store.read(|db| db.chain_after(device, 0, 1000)).expect("read")
}

fn send(events: &[Logged], to: &Store) -> Vec<Arrival> {
    let take = |tx: &mut Tx<'_>| -> Result<Vec<Arrival>, StoreError> {
        let taken = events.iter().map(|event| {
            let payload = event.payload.as_ref().map(|(salt, bytes)| (salt, bytes.as_slice()));
            tx.insert_foreign(&event.envelope, payload)
        });
        let taken = taken.collect();
        tx.arrived_to(1, crate::domain::id::Digest::default())?;
        taken
    };
    to.write(take).expect("sent").value
}

fn reads() -> BTreeSet<Group> {
    Group::ALL.into()
}

fn left(store: &Store) -> Vec<Left> {
    store.read(|db| -> Result<_, StoreError> { db.left() }).expect("read")
}

fn is_gone(store: &Store) {
    let hits = store.read(|db| db.search(MARKER, &reads(), UserId(Uuid::nil()), 9)).expect("searched");
    assert!(hits.is_empty(), "{hits:?}");
    assert_eq!(store.read(|db| db.case(case_id(1))).expect("read"), None);
    assert_eq!(store.read(|db| db.person(person_id(1))).expect("read"), None);
    assert!(store.read(|db| db.erased_of("10.20-2026-A-00001")).expect("read").is_some());
    assert_clean(store);
}

fn no_byte_of_it(dir: &std::path::Path) {
    let at = place(dir);
    let log = fs::metadata(at.log()).map_or(0, |log| log.len());
    assert_eq!(log, 0, "the write-ahead log is empty");
    let pages = plain(&at.database(), &KEY);
    assert!(!places(&pages, "beglaubigung").is_empty() || !places(&pages, "erased_case").is_empty(), "read");
    let left = places(&pages, MARKER);
    let around = |at: &usize| {
        let text = String::from_utf8_lossy(&pages[at.saturating_sub(60)..(at + 40).min(pages.len())]);
        format!("page {}: {text:?}", at / 4016 + 1)
    };
    assert!(left.is_empty(), "{:#?}", left.iter().map(around).collect::<Vec<_>>());
}

#[test]
fn no_byte_of_an_erased_case_is_left_in_the_file() {
    let (dir, store) = desk(1);
    let _ = store.write(staff).expect("staff");
    let _ = store.write(marked).expect("filed");
    let paper = read::papers_of_case;
    let work = |tx: &mut Tx<'_>| -> Result<(), StoreError> {
        let rows = paper(tx.rows(), &reads(), case_id(1))?;
        let order = read::PrintOrder {
            paper: rows[0].id,
            printer: "Drucker".into(),
            copies: 1,
            sides: None,
            tray: None,
            asked_by: UserId(Uuid::nil()),
            asked_at: DateTime::UNIX_EPOCH,
        };
        let _ = read::enqueue_print(tx.rows(), &order)?;
        Ok(read::note_read(
            tx.rows(),
            DateTime::UNIX_EPOCH,
            UserId(Uuid::nil()),
            Subject::Case(case_id(1)),
            MARKER,
        )?)
    };
    let _ = store.write(work).expect("printed");
    // Neighbours, so that rows stand on pages with others.
    for number in 2..40_u128 {
        let work = |tx: &mut Tx<'_>| -> Result<(), StoreError> {
            let _ = tx.append_person(person_id(number), &named("Anders"), &stamp())?;
            let _ = file(tx, case_id(number), b"%PDF another")?;
            let _ = tx.append_case(case_id(number), &linked(number), &stamp())?;
            Ok(())
        };
        let _ = store.write(work).expect("filed");
    }
    drop(store);
    let there = places(&plain(&place(dir.path()).database(), &KEY), MARKER);
    assert!(there.len() > 10, "the marker is found where it stands: {}", there.len());
    let store = open(dir.path()).expect("opened");
    let proposed = propose(&store, CLERK);
    erase(&store, proposed, HEAD);
    no_byte_of_it(dir.path());
    is_gone(&store);
    let hash = store.read(|db| db.chain_head(db.device()?.id)).expect("read");
    assert_eq!(chain(&store, 1).len() as u64, hash.0, "no envelope is missing");
    let journal = store.read(|db| Ok::<_, StoreError>(read::receipts_of_day(db.rows(), &reads(), day())?));
    let kept = journal.expect("read").into_iter().find(|row| row.number == "A-2026-000001").expect("booked");
    assert!(kept.cents.0 == 500 && kept.case.is_none() && kept.cancelled.is_some());
    drop(store);
    no_byte_of_it(dir.path());
    let store = open(dir.path()).expect("opened again");
    assert!(store.rebuild(|_, _| true).expect("made again"));
    is_gone(&store);
}

#[test]
fn every_desk_drops_it_and_what_comes_later_is_discarded() {
    let ((_a, one), (b, two), (c, three)) = (desk(1), desk(2), desk(3));
    let _ = one.write(|tx| staff(tx).and_then(|()| marked(tx))).expect("filed");
    let whole = chain(&one, 1);
    let _ = send(&whole, &two);
    let proposed = propose(&one, CLERK);
    erase(&one, proposed, HEAD);
    let after = chain(&one, 1);
    let _ = send(&after[whole.len()..], &two);
    is_gone(&two);
    no_byte_of_it(b.path());
    // A desk that was off hears the erasing first, or the payloads from somebody who still has them.
    let (before, rest) = whole.split_at(6);
    let _ = send(before, &three);
    let _ = send(&after[whole.len()..], &three);
    let _ = send(rest, &three);
    is_gone(&three);
    no_byte_of_it(c.path());
    // A new desk hears envelopes alone.
    let (_d, four) = desk(4);
    let _ = send(&after, &four);
    is_gone(&four);
    assert_eq!(chain(&four, 1), after);
}

#[test]
fn nothing_goes_at_the_word_of_one_person_or_of_the_wrong_ones() {
    let (_a, one) = desk(1);
    let _ = one.write(|tx| staff(tx).and_then(|()| marked(tx))).expect("filed");
    let proposed = propose(&one, HEAD);
    erase(&one, proposed, HEAD);
    assert!(one.read(|db| db.case(case_id(1))).expect("read").is_some(), "the same person twice");
    let (_b, two) = desk(2);
    let _ = two.write(|tx| staff(tx).and_then(|()| marked(tx))).expect("filed");
    let proposed = propose(&two, CLERK);
    let events = erasing(&two, proposed);
    for who in [CLERK, 99] {
        let work = |tx: &mut Tx<'_>| tx.append_disposal(list(), &events[0], &by(who, Role::Head));
        let _ = two.write(work).expect("written");
        assert!(two.read(|db| db.case(case_id(1))).expect("read").is_some(), "{who} is no head");
    }
    // Whatever a list names, nothing of another subject goes.
    let DisposalEvent::CaseErased(mut foreign) = events[0].clone() else { panic!("a case") };
    foreign.events = two.read(|db| db.ids_of(Subject::User(UserId(Uuid::from_u128(CLERK))))).expect("read");
    let foreign = DisposalEvent::CaseErased(foreign);
    let _ = two.write(|tx| tx.append_disposal(list(), &foreign, &by(HEAD, Role::Head))).expect("written");
    assert!(two.read(|db| db.user(UserId(Uuid::from_u128(CLERK)))).expect("read").is_some());
    assert_clean(&two);
}
