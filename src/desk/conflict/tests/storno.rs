//! What `verify` says of the paper of a cancelling that does not count.

use super::*;
use crate::desk::intake::Settlement;
use crate::desk::proof::Found;
use crate::domain::id::CaseId;
use crate::domain::money::Cents;
use crate::domain::procedure::CANCELLATION;
use crate::domain::user::{Group, Role};

/// Two desks with one head and one paid case; the case, and the number of its receipt.
fn both() -> ([Office; 2], [Session; 2], CaseId, String) {
    let desks = [1, 2].map(|seed| Office::new(TOWN, "Stadt Gescher", seed));
    let admin = desks[0].desk.sign_in("admin", "2468").expect("signed in");
    let head = desks[0].desk.add_user(&admin, "head", "Hanna Wenning", "8642").expect("added");
    desks[0].desk.grant(&admin, head, Role::Head, Group::ALL.into()).expect("granted");
    let case = desks[0].files("gewerbe-anmeldung");
    let cash = Settlement::Cash { given: Cents(5000) };
    let _ = desks[0].desk.settle(&desks[0].clerk, case, &cash).expect("paid");
    hears(&desks[1], &desks[0]);
    let number = desks[0].case(case).receipts.keys().next().expect("a receipt").clone();
    let heads = [0, 1].map(|at: usize| desks[at].desk.sign_in("head", "8642").expect("signed in"));
    (desks, heads, case, number)
}

/// What a desk says of a storno, and whether it stands.
fn told(office: &Office, session: &Session, bytes: &[u8]) -> (Vec<String>, bool) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("storno.pdf");
    std::fs::write(&path, bytes).expect("written");
    let proof = office.desk.prove(session, &path, false).expect("read");
    assert!(matches!(proof.found, Found::Issued(_)), "{proof:?}");
    (proof.says().into_iter().map(|said| said.id).collect(), proof.found.stands())
}

#[test]
fn of_two_desks_that_cancelled_one_receipt_only_the_first_ones_paper_counts() {
    let ([first, second], heads, case, number) = both();
    let mut papers = Vec::new();
    for (office, head, reason) in [(&first, &heads[0], "doppelt"), (&second, &heads[1], "Karte statt bar")] {
        let _ = office.desk.cancel_receipt(head, &number, reason).expect("cancelled");
        let known = office.case(case);
        let storno = known.papers.iter().find(|paper| paper.issued.kind == CANCELLATION).expect("its paper");
        let bytes = office.desk.paper_bytes(head, storno.issued.paper).expect("bytes");
        assert_eq!(told(office, head, &bytes).0, ["proof-issued", "proof-stands"], "alone");
        papers.push(bytes);
    }
    hears(&first, &second);
    hears(&second, &first);
    for (office, head) in [(&first, &heads[0]), (&second, &heads[1])] {
        let both: Vec<_> = papers.iter().map(|paper| told(office, head, paper)).collect();
        let stands = vec!["proof-issued".to_owned(), "proof-stands".to_owned()];
        let falls = vec!["proof-issued".to_owned(), "proof-cancelling-second".to_owned()];
        let counts = both.iter().filter(|told| **told == (stands.clone(), true)).count();
        let not = both.iter().filter(|told| **told == (falls.clone(), false)).count();
        assert_eq!((counts, not), (1, 1), "{both:?}");
    }
}

#[test]
fn a_cancelling_that_the_service_refused_is_told_with_its_reason() {
    let ([first, _], heads, case, number) = both();
    let _ = first.desk.cancel_receipt(&heads[0], &number, "doppelt").expect("cancelled");
    let known = first.case(case);
    let storno = known.papers.iter().find(|paper| paper.issued.kind == CANCELLATION).expect("its paper");
    let bytes = first.desk.paper_bytes(&heads[0], storno.issued.paper).expect("bytes");
    let cancelled = known.timeline.iter().find(|event| {
        matches!(&event.payload, crate::domain::event::Payload::Known(known) if known.kind() == "receipt_cancelled")
    });
    let cancelled = cancelled.expect("the cancelling").id;
    for (reason, said) in [
        ("not_held", "proof-cancelling-not-held"),
        ("role", "proof-cancelling-role"),
        ("new", "proof-cancelling-none"),
    ] {
        let skip = |tx: &mut crate::store::Tx<'_>| tx.skip(cancelled, reason).map_err(DeskError::from);
        let _ = first.desk.store.write(skip).expect("heard");
        let (says, stands) = told(&first, &heads[0], &bytes);
        assert_eq!((says, stands), (vec!["proof-issued".to_owned(), said.to_owned()], false));
    }
}
