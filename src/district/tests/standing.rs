//! How a desk stands, in every database: certified until an end, cut off, and what it writes then. Part of the contract.

use super::contract::{at, desk, push};
use super::*;
use crate::district::store::NotEnrolled;
use crate::wire::Segment;
use crate::wire::push::Answer;
use crate::wire::tests::{device, head_of};

pub async fn a_desk_is_cut_off<S: Store>(store: S) {
    let _ = desk(&store, TOWN, 1, 1).await;
    let known = || async { store.device(TOWN.into(), device(1)).await.expect("answered").expect("there") };
    assert!(!known().await.revoked);
    assert!(store.revoke(device(1), true).await.expect("answered"));
    assert!(known().await.revoked);
    assert!(store.revoke(device(1), false).await.expect("answered"));
    assert!(!known().await.revoked);
    assert!(!store.revoke(device(7), true).await.expect("answered"));
}

pub async fn a_machine_is_cut_off_as_whatever_it_wrote<S: Store>(store: S) {
    let _ = desk(&store, TOWN, 1, 0).await;
    // What was put back went on as a new desk with the same key.
    code(&store, TOWN, 2).await;
    let mut again = asks(2, device(1), &key(1), "A", true);
    again.desks.push(OwnDesk { device: device(9), code: String::new() });
    let _ = enrol(&store, TOWN, again, now()).await.expect("let in");
    assert!(store.revoke(device(9), true).await.expect("answered"));
    let old = store.device(TOWN.into(), device(1)).await.expect("answered").expect("there");
    assert!(old.revoked, "nor may it ask as what it was before");
}

pub async fn a_certificate_ends_and_is_renewed<S: Store>(store: S) {
    let _ = desk(&store, TOWN, 1, 1).await;
    let until = || async {
        store.device(TOWN.into(), device(1)).await.expect("answered").expect("there").valid_until
    };
    let end = now() + chrono::Duration::days(400);
    assert_eq!(until().await, Some(end.timestamp()));
    let certify = || Box::new(|certificate: &crate::wire::Certificate| certificate.sign(&key(200)));
    let later = Term { given: end, until: end + chrono::Duration::days(400) };
    assert_eq!(store.renew(OTHER_TOWN.into(), device(1), later, certify()).await.expect("answered"), None);
    let signed =
        store.renew(TOWN.into(), device(1), later, certify()).await.expect("answered").expect("renewed");
    let renewed = Certificate::read(&signed, &key(200).public()).expect("signed");
    assert_eq!((renewed.key, renewed.valid_until), (key(1).public(), Some(later.until)));
    assert_eq!((renewed.desks[0].device, renewed.desks[0].code.as_str()), (device(1), "A"));
    assert_eq!(until().await, Some(later.until.timestamp()));
    let told = store.since(TOWN.into(), device(2), at(1)).await.expect("answered").expect("there");
    assert_eq!(told.entries[0].bytes, signed.bytes(), "the town hears of it");
    let code = asks(1, device(1), &key(1), "A", true);
    assert_eq!(enrol(&store, TOWN, code, end).await, Err(NotEnrolled::Expired), "an old code renews nothing");
}

pub async fn what_a_desk_writes_after_it_was_cut_off_lies_aside<S: Store>(store: S) {
    let log = desk(&store, TOWN, 1, 9).await;
    assert_eq!(push(&store, TOWN, 1, &log, 0, 3).await, Answer::Stored { head: head_of(&log, 3) });
    let _ = store.revoke(device(1), true).await.expect("answered");
    let aside = |after: u64, to: usize| {
        let from = usize::try_from(after).expect("small");
        let bytes = Segment::pack(&key(1), device(1), head_of(&log, after), &log[from..to]).expect("packed");
        let segment = Segment::read(&bytes, &key(1).public()).expect("read");
        let store = store.clone();
        async move { store.put_aside(TOWN.into(), segment, bytes, now()).await.expect("answered").expect("room") }
    };
    let lies = |seq| Answer::Aside { head: head_of(&log, seq) };
    assert_eq!(aside(5, 6).await, Answer::Gap { head: head_of(&log, 3) });
    assert_eq!(aside(3, 5).await, lies(5));
    assert_eq!(aside(3, 5).await, lies(5), "again");
    assert_eq!(aside(5, 9).await, lies(9));
    assert_eq!(aside(3, 4).await, lies(9), "from the last acknowledged event again");
    let told = store.since(TOWN.into(), device(2), at(0)).await.expect("answered").expect("there");
    assert_eq!(told.entries.len(), 2, "nobody hears of it");
    let listed = store.aside().await.expect("answered");
    assert_eq!((listed.len(), listed[0].events, listed[0].code.as_str()), (1, 6, "A"));
    let by = || "Leitung".to_owned();
    let decided = decide_aside(&store, &key(200), device(1), true, by()).await.expect("decided");
    assert_eq!(decided, 6);
    assert!(store.aside().await.expect("answered").is_empty());
    let checked = check(&store, key(200).public()).await.expect("checked");
    assert_eq!((checked.events, checked.faults), (9, Vec::new()), "each event once");
    assert!(decide_aside(&store, &key(200), device(1), false, by()).await.is_err(), "nothing is left");
}
