//! What never became a case, because the service found that its opening does not count.

use super::*;

/// Of which the opening is told not to count.
fn refused(store: &Store) {
    let work = |tx: &mut Tx<'_>| -> Result<(), StoreError> {
        let opened = tx.events(Subject::Case(case_id(1)))?.first().expect("its opening").id;
        tx.skip(opened, "not_held")
    };
    let _ = store.write(work).expect("heard");
}

#[test]
fn no_byte_of_what_never_became_a_case_is_left_at_any_desk() {
    let ((a, one), (b, two)) = (desk(1), desk(2));
    let _ = one.write(|tx| staff(tx).and_then(|()| marked(tx))).expect("filed");
    let whole = chain(&one, 1);
    let _ = send(&whole, &two);
    for store in [&one, &two] {
        refused(store);
        assert_eq!(store.read(|db| db.case(case_id(1))).expect("read"), None);
        let void = store.read(|db| db.void(case_id(1))).expect("read").expect("it lies in the log");
        assert_eq!((void.people(), void.receipts().len()), (BTreeSet::from([person_id(1)]), 1));
        assert!(void.receipts()[0].cancelled);
        assert!(
            store.read(|db| db.is_referred(person_id(1))).expect("read"),
            "it names them as long as it lies"
        );
    }
    let named = one.read(|db| db.only_of(case_id(1))).expect("read");
    assert!(named.contains(&Digest::of(&[format!("scan of {MARKER}").as_bytes()])), "the service has it");
    let proposed = propose(&one, CLERK);
    erase(&one, proposed, HEAD);
    let _ = send(&chain(&one, 1)[whole.len()..], &two);
    for (dir, store) in [(&a, &one), (&b, &two)] {
        is_gone(store);
        assert_eq!(store.read(|db| Ok::<_, StoreError>(db.voids()?.len())).expect("read"), 0);
        assert!(!store.read(|db| db.is_referred(person_id(1))).expect("read"));
        no_byte_of_it(dir.path());
    }
}
