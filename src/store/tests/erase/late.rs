//! What nobody had seen as a case was destroyed: written meanwhile, held, or on its way out.

use super::*;

#[test]
fn what_was_written_meanwhile_is_not_lost() {
    let ((_a, one), (_b, two)) = (desk(1), desk(2));
    let _ = one.write(|tx| staff(tx).and_then(|()| marked(tx))).expect("filed");
    let whole = chain(&one, 1);
    let _ = send(&whole, &two);
    // Unseen by the second person: a note, and a new case of the same person.
    let work = |tx: &mut Tx<'_>| -> Result<(), StoreError> {
        let _ = tx.append_case(case_id(1), &note("noch etwas"), &stamp())?;
        let blob = tx.put_blob(b"%PDF late")?;
        let late = CaseEvent::PaperIssued(Issued { paper: PaperId(Uuid::from_u128(77)), ..late_paper(blob) });
        let _ = tx.append_case(case_id(1), &late, &stamp())?;
        let away = tx.put_blob(b"sealed late")?;
        let _ = tx.append_case(case_id(1), &given_back(away), &stamp())?;
        let _ = file(tx, case_id(2), b"%PDF two")?;
        let _ = tx.append_case(case_id(2), &linked(1), &by(CLERK, Role::Clerk))?;
        Ok(())
    };
    let _ = two.write(work).expect("written");
    let proposed = propose(&one, CLERK);
    erase(&one, proposed, HEAD);
    let _ = send(&chain(&one, 1)[whole.len()..], &two);
    let found = left(&two);
    assert_eq!(found.len(), 1);
    assert!(!found[0].held && found[0].events.len() == 3 && found[0].number == "10.20-2026-A-00001");
    assert!(two.read(|db| db.case(case_id(1))).expect("read").is_none());
    for late in [&b"%PDF late"[..], b"sealed late"] {
        let digest = crate::domain::id::Digest::of(&[late]);
        assert!(
            two.read(|db| db.has_blob(digest)).expect("read"),
            "what was written meanwhile has its bytes"
        );
    }
    let name = |store: &Store| {
        let person = store.read(|db| db.person(person_id(1))).expect("read");
        person.map(|person| person.name())
    };
    assert_eq!(name(&two).as_deref(), Some(MARKER), "entered again for the case that needs them");
    assert_clean(&two);
    let _ = send(&chain(&two, 2), &one);
    assert_eq!(left(&one).len(), 1);
    assert_eq!(name(&one).as_deref(), Some(MARKER));
    // Somebody decides that it goes too.
    let mut rest = erasing(&one, proposed);
    rest.truncate(1);
    let _ = one.write(|tx| tx.append_disposal(list(), &rest[0], &by(HEAD, Role::Head))).expect("finished");
    assert!(left(&one).is_empty());
    let sent = chain(&one, 1);
    let _ = send(&sent, &two);
    assert!(left(&two).is_empty());
    let (one_case, two_case) = (one.read(|db| db.case(case_id(2))), two.read(|db| db.case(case_id(2))));
    assert_eq!(one_case.expect("read"), two_case.expect("read"));
    assert_clean(&two);
}

fn given_back(blob: crate::domain::id::Digest) -> CaseEvent {
    let to = crate::domain::office::Office { ags: "05554016".into(), name: "Stadt Gescher".into() };
    let bundle = crate::domain::case::handover::Sealed { content: blob, blob, size: 11, to };
    CaseEvent::GivenBack(Box::new(crate::domain::case::handover::GivenBack {
        bundle,
        given_on: day(),
        refused: None,
    }))
}

fn late_paper(sha256: crate::domain::id::Digest) -> Issued {
    let CaseEvent::PaperIssued(issued) = issued(77, sha256) else { panic!("a paper") };
    issued
}

#[test]
fn a_hold_that_nobody_had_seen_keeps_the_case_where_it_was_set() {
    let ((_a, one), (_b, two)) = (desk(1), desk(2));
    let _ = one.write(|tx| staff(tx).and_then(|()| marked(tx))).expect("filed");
    let whole = chain(&one, 1);
    let _ = send(&whole, &two);
    let hold = CaseEvent::HoldSet { hold: Hold::Legal, reason: "Klage".into(), set_on: day() };
    let _ = two.write(|tx| tx.append_case(case_id(1), &hold, &by(CLERK, Role::Clerk))).expect("held");
    let proposed = propose(&one, CLERK);
    erase(&one, proposed, HEAD);
    let _ = send(&chain(&one, 1)[whole.len()..], &two);
    assert!(two.read(|db| db.case(case_id(1))).expect("read").is_some(), "the only copy stays");
    let found = left(&two);
    assert!(found.len() == 1 && found[0].held);
    assert_clean(&two);
    // Finished by a person, it goes.
    let rest = erasing(&two, proposed);
    let work = |tx: &mut Tx<'_>| -> Result<(), StoreError> {
        rest.iter().try_for_each(|event| tx.append_disposal(list(), event, &by(HEAD, Role::Head)).map(drop))
    };
    let _ = two.write(work).expect("finished");
    is_gone(&two);
    assert!(left(&two).is_empty());
}

/// Nobody can send it after that; whose answer it was only the number tells.
#[test]
fn an_answer_that_had_not_gone_out_goes_with_its_case_and_that_is_listed() {
    let (_dir, one) = desk(1);
    let sealed = Digest::of(&[b"sealed answer"]);
    let answer = Answer {
        case: case_id(1),
        name: format!("{MARKER}.pdf"),
        paper: Digest::of(&[b"paper"]),
        note: None,
    };
    let prepared = one.write(|tx| {
        staff(tx)?;
        marked(tx)?;
        tx.enrol(&enrolment(1))?;
        let _ = tx.put_blob(b"paper")?;
        tx.answer(answer.case, &answer.name, answer.paper)?;
        tx.seal_answer(&answer, &[1; 32], b"sealed answer")
    });
    let _ = prepared.expect("written");
    let asked = || one.read(|db| -> Result<_, StoreError> { db.mail_to_ask() }).expect("read").len();
    assert_eq!(asked(), 1);
    let proposed = propose(&one, CLERK);
    erase(&one, proposed, HEAD);
    assert_eq!(asked(), 0);
    assert!(!one.read(|db| db.has_blob(sealed)).expect("read"));
    let unsent = one.read(|db| -> Result<_, StoreError> { db.unsent() }).expect("read");
    let told: Vec<_> = unsent.iter().map(|one| (one.list, one.number.as_str())).collect();
    assert_eq!(told, [(list(), "10.20-2026-A-00001")]);
    is_gone(&one);
}
