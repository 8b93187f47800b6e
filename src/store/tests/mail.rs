//! Bundles that go and come: what waits, what was said of it, and that nothing of it gets lost or is kept for ever.

#![expect(clippy::redundant_closure_for_method_calls, reason = "the method's path fixes its lifetime")]

use super::town::*;
use crate::domain::case::CaseEvent;
use crate::domain::case::handover::{Answered, HandedOver, Said, Sealed};
use crate::domain::id::Digest;
use crate::domain::office::{OUTSIDE, Office};
use crate::store::{Answer, Enrolment, Incoming, OfficeDesks, Reader, Store, StoreError, Tx};
use chrono::DateTime;

fn write<T>(store: &Store, work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>) -> T {
    store.write(work).expect("written").value
}

fn read<T>(store: &Store, work: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>) -> T {
    store.read(work).expect("read")
}

/// At the service with this key.
pub(super) fn enrolment(service: u8) -> Enrolment {
    Enrolment {
        key: [1; 32],
        url: "https://kreis".into(),
        pin: Digest::default(),
        town: "05554024".into(),
        service: [service; 32],
        heard: (0, Digest::default()),
        heard_at: None,
        silent_from: None,
    }
}

fn handed_over(content: Digest, sealed: &[u8]) -> CaseEvent {
    let to = Office { ags: "05554000".into(), name: "Kreis Borken".into() };
    let blob = Digest::of(&[sealed]);
    CaseEvent::HandedOver(Box::new(HandedOver {
        bundle: Sealed { content, blob, size: sealed.len() as u64, to },
        reason: "zuständig".into(),
        handed_on: day(),
    }))
}

#[test]
fn what_goes_out_waits_until_the_service_has_it_and_an_answer_came() {
    let (_dir, store) = desk(1);
    let content = Digest([7; 32]);
    write(&store, |tx| {
        let _ = file(tx, case_id(1), b"paper")?;
        let _ = tx.put_blob(b"sealed")?;
        tx.append_case(case_id(1), &handed_over(content, b"sealed"), &stamp()).map(drop)
    });
    let out = || read(&store, |db| db.mail_out());
    let [waits] = out().try_into().expect("one");
    assert_eq!((waits.case, waits.content, waits.size), (case_id(1), content, 6));
    assert_eq!((waits.to.name.as_str(), waits.delivered, waits.note), ("Kreis Borken", false, None));
    write(&store, |tx| tx.mail_not_taken(content, Some("mail_full")));
    assert_eq!(out()[0].note.as_deref(), Some("mail_full"));
    write(&store, |tx| tx.mail_delivered(content));
    assert!(out()[0].delivered && out()[0].note.is_none());
    // A service that was put back may have lost it: as long as nobody answers, it is asked.
    assert_eq!(read(&store, |db| db.mail_to_ask()).len(), 1);
    assert_clean(&store);
    let _ = store.rebuild(|_, _| true).expect("made again");
    assert_eq!(out().len(), 1);
    let answered = Answered {
        bundles: vec![content],
        content: Digest([8; 32]),
        by: "Ida Kreis".into(),
        number: "50.40-2026-K-00001".into(),
        answered_on: day(),
        said: Said::Acknowledged,
    };
    write(&store, |tx| {
        tx.append_case(case_id(1), &CaseEvent::HandoverAnswered(Box::new(answered)), &stamp()).map(drop)
    });
    assert_eq!(out(), []);
    assert_clean(&store);
}

#[test]
fn what_came_stays_until_it_is_dealt_with_and_the_service_hears_of_it_behind_its_case() {
    let (_dir, store) = desk(1);
    let at = DateTime::from_timestamp(1_800_000_000, 0).expect("a moment");
    let arrive = |bytes: &[u8]| write(&store, |tx| tx.mail_arrived(bytes, "05554024", at));
    let (one, two) = (arrive(b"one"), arrive(b"two"));
    assert_eq!(arrive(b"one"), one, "twice is once");
    write(&store, |tx| tx.mail_refused(two, "other-desk"));
    let waits = read(&store, |db| db.mail_in());
    let row = |blob, note: Option<&str>| Incoming {
        blob,
        size: 3,
        from: "05554024".into(),
        arrived_at: at,
        note: note.map(str::to_owned),
    };
    assert_eq!(waits.len(), 2);
    assert!(waits.contains(&row(one, None)) && waits.contains(&row(two, Some("other-desk"))));
    assert_eq!(read(&store, |db| db.mail_bytes(one)), b"one");
    assert_eq!(read(&store, |db| db.unsent_blobs(9)), [], "it goes to no other desk");
    assert_clean(&store);
    write(&store, |tx| {
        let _ = file(tx, case_id(1), b"paper")?;
        tx.mail_taken(one)
    });
    assert_eq!(read(&store, |db| db.mail_in()), [row(two, Some("other-desk"))]);
    assert!(!read(&store, |db| db.has_blob(one)), "its bytes are in the case");
    assert_eq!(read(&store, |db| db.mail_to_settle()), [], "the case is not at the service yet");
    write(&store, |tx| {
        let own = tx.device()?.id;
        let (seq, hash) = tx.chain_head(own)?;
        tx.acknowledge(own, seq, hash)
    });
    assert_eq!(read(&store, |db| db.mail_to_settle()), [("05554024".to_owned(), one, false)]);
    assert_eq!(arrive(b"one"), one);
    assert!(read(&store, |db| db.mail_in()).len() == 1, "what was taken does not come again");
    let others = Digest([9; 32]);
    write(&store, |tx| tx.mail_for_others(others, 5, "05554024", at));
    write(&store, |tx| tx.mail_taken(others));
    assert!(read(&store, |db| db.mail_in()).iter().any(|waits| waits.blob == others), "theirs to take");
    write(&store, |tx| tx.mail_settled(others));
    write(&store, |tx| tx.mail_settled(one));
    write(&store, |tx| tx.mail_settled(two));
    assert!(!read(&store, |db| db.has_mail(one)) && !read(&store, |db| db.has_blob(two)));
    assert_clean(&store);
}

#[test]
fn an_offices_desks_are_those_that_the_service_last_gave() {
    let (_dir, store) = desk(1);
    let office = || read(&store, |db| db.office("05554000"));
    assert_eq!(office(), None);
    let set = |mark, desks: &[Vec<u8>]| write(&store, |tx| tx.set_office("05554000", "Kreis", mark, desks));
    set(Digest([1; 32]), &[b"a".to_vec(), b"b".to_vec()]);
    set(Digest([2; 32]), &[b"b".to_vec()]);
    write(&store, |tx| tx.know_offices(Digest([3; 32])));
    let known = OfficeDesks { name: "Kreis".into(), certificates: vec![b"b".to_vec()] };
    assert_eq!(office(), Some(known));
    let marks = || read(&store, |db| Ok((db.office_mark("05554000")?, db.offices_mark()?)));
    assert_eq!(marks(), (Digest([2; 32]), Digest([3; 32])));
    // Another Kreis vouches for others.
    write(&store, |tx| tx.enrol(&enrolment(0)));
    assert_eq!((office(), marks()), (None, (Digest::default(), Digest::default())));
}

/// A case with a paper, enrolled at the service 1, whose answer is to go out.
fn answering(store: &Store) -> Answer {
    write(store, |tx| {
        let _ = file(tx, case_id(1), b"paper")?;
        let paper = Digest::of(&[b"paper"]);
        tx.enrol(&enrolment(1))?;
        tx.answer(case_id(1), "anzeige.pdf", paper)?;
        tx.answer(case_id(1), "anzeige.pdf", paper)
    });
    let [answer] = read(store, |db| db.answers_to_seal()).try_into().expect("one, however often");
    answer
}

#[test]
fn an_answer_to_a_portal_waits_until_the_service_has_it_and_is_kept_no_longer() {
    let (_dir, store) = desk(1);
    let answer = answering(&store);
    let sealed = Digest::of(&[b"sealed answer"]);
    let asked = || read(&store, |db| db.mail_to_ask());
    assert_eq!(asked(), [], "nothing that is not sealed");
    write(&store, |tx| tx.seal_answer(&answer, &[1; 32], b"sealed answer"));
    let [waits] = asked().try_into().expect("one");
    assert_eq!((waits.case, waits.content, waits.blob, waits.size), (case_id(1), sealed, sealed, 13));
    assert_eq!((waits.to.ags.as_str(), waits.delivered), (OUTSIDE, false));
    write(&store, |tx| tx.mail_not_taken(sealed, Some("mail_full")));
    assert_eq!(asked()[0].note.as_deref(), Some("mail_full"), "it is offered again");
    assert_eq!(read(&store, |db| db.answers_to_seal()), [], "as it is sealed");
    assert!(read(&store, |db| db.has_undelivered(case_id(1))), "and the case is not destroyed before");
    assert_clean(&store);
    write(&store, |tx| tx.mail_delivered(sealed));
    assert_eq!(asked(), []);
    assert!(!read(&store, |db| db.has_undelivered(case_id(1))) && !read(&store, |db| db.has_blob(sealed)));
    assert_clean(&store);
}

#[test]
fn an_answer_is_sealed_again_for_another_service_and_sent_to_none_that_cannot_open_it() {
    let (_dir, store) = desk(1);
    let answer = answering(&store);
    let sealed = Digest::of(&[b"sealed answer"]);
    write(&store, |tx| tx.seal_answer(&answer, &[1; 32], b"sealed answer"));
    write(&store, |tx| tx.mail_not_taken(sealed, Some("other_office")));
    write(&store, |tx| tx.enrol(&enrolment(1)));
    let asked = || read(&store, |db| db.mail_to_ask());
    let to_seal = || read(&store, |db| db.answers_to_seal());
    assert_eq!((asked().len(), asked()[0].note.clone(), to_seal()), (1, None, vec![]), "the same service");
    write(&store, |tx| tx.enrol(&enrolment(2)));
    assert_eq!((asked(), to_seal()), (vec![], vec![answer.clone()]));
    write(&store, |tx| tx.cannot_seal(&answer, "too_large"));
    assert_eq!((asked(), to_seal()), (vec![], vec![]), "and that is said");
    assert!(!read(&store, |db| db.has_blob(sealed)), "nobody can open it any more");
    write(&store, |tx| tx.enrol(&enrolment(3)));
    write(&store, |tx| tx.seal_answer(&answer, &[3; 32], b"sealed anew"));
    assert_eq!(asked()[0].content, Digest::of(&[b"sealed anew"]));
    assert_clean(&store);
}
