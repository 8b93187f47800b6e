//! Deciding about an objection by two people, and taking an entry back that was a mistake.

use super::*;

/// The town wants a second person under every refusal; what was entered by mistake is taken back before anybody is told.
#[test]
fn a_second_person_signs_it_and_a_mistake_is_taken_back() {
    let office = office();
    let case = objected(&office, "hundesteuer-anmeldung");
    let second = [("second.signature".to_owned(), "Ablehnung".to_owned())].into();
    office.desk.set_town(&office.admin, &second).expect("the town");
    let head = office.desk.add_user(&office.admin, "haupt", "Hilde Haupt", "2244").expect("added");
    office.desk.grant(&office.admin, head, Role::Head, Group::ALL.into()).expect("granted");
    let head = office.desk.sign_in("haupt", "2244").expect("in");
    let act = |command| office.desk.act(&office.clerk, case, command);
    let head_act = |command| office.desk.act(&head, case, command);
    act(conclude(concludes(Settled::Rejected, Rule::default()))).expect("prepared");
    let waits = case_of(&office, case);
    let draft = waits.ruling_to_sign().expect("a draft").event;
    assert!(waits.papers.iter().all(|paper| paper.issued.kind != "widerspruchsbescheid"));
    assert_eq!(ids(act(proceed(Proceed::Sign { draft })).expect_err("own")), [problem("", "draft-own")]);
    office.desk.act(&head, case, proceed(Proceed::Sign { draft })).expect("signed");
    says(&letter(&office, case, "widerspruchsbescheid"), &["Hilde Haupt"]);
    let settlement = case_of(&office, case).objections()[0].settled_by.expect("settled");
    let undo =
        |reason: &str| proceed(Proceed::Undo { settlement, reason: reason.to_owned(), in_house: false });
    assert_eq!(ids(head_act(undo(" ")).expect_err("why?")), [problem("reason", "text-missing")]);
    let clerk = act(undo("Falscher Vorgang")).expect_err("two people signed it");
    assert_eq!(ids(clerk), [problem("", "not-allowed")]);
    head_act(undo("Falscher Vorgang")).expect("taken back");
    let back = case_of(&office, case);
    assert!(back.open_objection().is_some() && back.rulings().is_empty());
    let paper = back.papers.iter().find(|paper| paper.issued.kind == "widerspruchsbescheid").expect("it");
    assert!(paper.void.is_some(), "its letter does not hold");
    act(conclude(concludes(Settled::Rejected, Rule::default()))).expect("prepared again");
    let draft = case_of(&office, case).ruling_to_sign().expect("a draft").event;
    office.desk.act(&head, case, proceed(Proceed::Sign { draft })).expect("signed");
    act(told(Way::Served, "2026-11-24")).expect("served");
    let settlement = case_of(&office, case).objections()[0].settled_by.expect("settled");
    let undo = proceed(Proceed::Undo { settlement, reason: "Doch".to_owned(), in_house: true });
    assert_eq!(ids(act(undo).expect_err("told")), [problem("", "settlement-told")]);
    assert!(office.desk.verify().expect("verified").is_clean());
}

/// The action ended before the objection: what was written last is taken back, and a letter that was printed only while it is in the house.
#[test]
fn what_was_written_last_is_taken_back() {
    let office = office();
    let case = objected(&office, "hundesteuer-anmeldung");
    let act = |command| office.desk.act(&office.clerk, case, command);
    act(object(Remedy::Action, "2026-11-24", "1 K 1/26")).expect("sued");
    let (of, how, reason) = (Some(Remedy::Action), Settled::Dismissed, "Urteil".to_owned());
    act(conclude(Conclude { of, how, reason, ..Conclude::default() })).expect("dismissed");
    act(conclude(concludes(Settled::Rejected, Rule::default()))).expect("rejected");
    let told = case_of(&office, case);
    let settlement = told.last_settlement().expect("settled");
    assert_eq!(told.objections()[0].settled_by, Some(settlement));
    let paper = told.papers.iter().rfind(|paper| paper.issued.kind == "widerspruchsbescheid").expect("it");
    let printed = Command::Printed { paper: paper.issued.paper, printer: "Flur".to_owned(), copies: 1 };
    act(printed).expect("printed");
    let undo = |in_house| proceed(Proceed::Undo { settlement, reason: "Falsch".to_owned(), in_house });
    assert_eq!(ids(act(undo(false)).expect_err("out?")), [problem("in_house", "settlement-printed")]);
    act(undo(true)).expect("taken back");
    let back = case_of(&office, case);
    assert!(back.open_of(Remedy::Objection).is_some() && back.open_of(Remedy::Action).is_none());
}

/// A permit is taken away, and the objection to that is right: the permit holds again, and the entry can be taken back as any other.
#[test]
fn an_objection_to_a_revocation_is_decided_and_that_is_taken_back() {
    let office = office();
    with_court(&office);
    let case = filed(&office);
    let grant = Command::Decide { outcome: Outcome::Granted, reasons: String::new(), conditions: Vec::new() };
    office.desk.act_all(&office.clerk, case, vec![grant, told(Way::Hand, "2026-11-24")]).expect("granted");
    let revoke = crate::domain::decide::Revoke {
        clause: crate::domain::revocation::Clause::named("49-2-3").expect("a paragraph"),
        untrusted: None,
        known_on: Some(day("2026-11-24")),
        from: None,
        part: String::new(),
        reasons: "Die Auflage wurde nicht erfüllt.".to_owned(),
        unheard: Some(crate::domain::case::Ground::Danger),
        hand_back: Vec::new(),
        anew: false,
        fees: Some(Fate::Kept),
    };
    office.desk.revoke_decision(&office.clerk, case, &revoke).expect("revoked");
    let act = |command| office.desk.act(&office.clerk, case, command);
    act(told(Way::Hand, "2026-11-24")).expect("told");
    act(object(Remedy::Objection, "2026-11-24", "")).expect("objected");
    act(conclude(concludes(Settled::Remedied, Rule::default()))).expect("right");
    says(&letter(&office, case, "abhilfebescheid"), &["zurückgenommen oder widerrufen hatte, gilt wieder."]);
    let holds = case_of(&office, case);
    assert!(holds.standing_decision().is_some() && holds.revocations().is_empty());
    let settlement = holds.last_settlement().expect("settled");
    act(proceed(Proceed::Undo { settlement, reason: "Falsch".to_owned(), in_house: false })).expect("back");
    let back = case_of(&office, case);
    assert!(back.standing_decision().is_none() && back.open_of(Remedy::Objection).is_some());
}
