//! What counts although the role was gone, because nobody at that desk could know; and what does not count. Both are somebody's
//! to look at.

use super::*;
use crate::domain::user::{Group, Role};
use crate::store::StoreError;

/// Two desks that know each other, and the administrator and head of the first.
fn both() -> ([Office; 2], Session, Session) {
    let desks = [1, 2].map(|seed| Office::new(TOWN, "Stadt Gescher", seed));
    let admin = desks[0].desk.sign_in("admin", "2468").expect("signed in");
    let head = desks[0].desk.add_user(&admin, "head", "Hanna Wenning", "8642").expect("added");
    desks[0].desk.grant(&admin, head, Role::Head, Group::ALL.into()).expect("granted");
    let head = desks[0].desk.sign_in("head", "8642").expect("signed in");
    (desks, admin, head)
}

fn number(office: &Office, case: CaseId) -> String {
    office.case(case).opened.number.clone()
}

#[test]
fn work_in_a_role_that_was_taken_meanwhile_counts_and_is_somebodys_to_look_at() {
    let ([first, second], admin, head) = both();
    let before = second.files("gewerbe-anmeldung");
    hears(&first, &second);
    for role in [Role::Counter, Role::Clerk] {
        first.desk.revoke(&admin, second.clerk.user, role).expect("revoked");
    }
    let unaware = second.files("gewerbe-anmeldung");
    let open = |office: &Office| office.desk.outbox().expect("read").meanwhile;
    assert_eq!(open(&first), [], "it has not arrived");
    hears(&first, &second);
    hears(&second, &first);
    let told = open(&first);
    assert_eq!(told, open(&second), "the same at both");
    assert!(told.iter().all(|one| one.by == "Ada Terhürne" && !one.events.is_empty()));
    let numbers: BTreeSet<&String> = told.iter().flat_map(|one| &one.numbers).collect();
    assert_eq!(numbers, BTreeSet::from([&number(&second, unaware)]), "not what was known");
    assert_ne!(number(&second, before), number(&second, unaware));
    let asks = first.desk.open_matters(&head).expect("counted");

    let events: Vec<EventRef> = told.iter().flat_map(|one| one.events.clone()).collect();
    let settle = |session, events: &[EventRef]| first.desk.settle_work(session, events, "durchgesehen");
    assert!(settle(&first.clerk, &events).is_err(), "the head does it");
    assert_eq!(settle(&head, &events).expect("noted"), events.len());
    hears(&second, &first);
    assert_eq!((open(&first), open(&second)), (Vec::new(), Vec::new()));
    let left = first.desk.open_matters(&head).expect("counted");
    assert_eq!(asks - left, told.len(), "the top bar said that somebody has to look");
    assert_eq!(settle(&head, &events).expect_err("done").problems()[0].id, "work-none");
}

#[test]
fn work_to_be_looked_at_is_shown_to_whoever_wrote_it_and_to_the_head() {
    let ([first, _], admin, head) = both();
    let sees = |session: &Session| {
        let outbox = first.desk.outbox_of(session).expect("read");
        (outbox.refused.len(), first.desk.open_matters(session).expect("counted"))
    };
    let before = [&head, &first.clerk, &admin].map(|session| sees(session).1);
    let case = first.files("gewerbe-anmeldung");
    let note = Command::Note { text: "Rückruf".to_owned(), call: false };
    first.desk.act(&first.clerk, case, note).expect("noted");
    let written = first.case(case).timeline.last().expect("the note").id;
    let _ =
        first.desk.store.write(|tx| tx.skip(written, "not_held").map_err(DeskError::from)).expect("heard");
    let [by_head, by_clerk, by_admin] = before;
    assert_eq!(sees(&head), (1, by_head + 1));
    assert_eq!(sees(&first.clerk), (1, by_clerk + 1));
    assert_eq!(sees(&admin), (0, by_admin), "neither wrote it nor may settle it");
}

#[test]
fn nobody_settles_their_own_work_while_there_is_another_head() {
    let ([first, _], admin, head) = both();
    let other = first.desk.add_user(&admin, "leitung2", "Hilde Kern", "8642").expect("added");
    let case = first.files("gewerbe-anmeldung");
    let both_wrote = [&head, &first.clerk].map(|session| {
        let note = Command::Note { text: "Rückruf".to_owned(), call: false };
        first.desk.act(session, case, note).expect("noted");
        first.case(case).timeline.last().expect("the note").id
    });
    for event in both_wrote {
        let _ =
            first.desk.store.write(|tx| tx.skip(event, "not_held").map_err(DeskError::from)).expect("heard");
    }
    let settle = |session, events: &[EventRef]| first.desk.settle_work(session, events, "durchgesehen");
    first.desk.grant(&admin, other, Role::Head, Group::ALL.into()).expect("granted");
    assert_eq!(settle(&head, &both_wrote).expect("what is not their own"), 1);
    assert_eq!(first.desk.work_to_settle().expect("read"), both_wrote[..1].to_vec());
    assert_eq!(settle(&head, &both_wrote[..1]).expect_err("their own").problems()[0].id, "work-own");
    first.desk.revoke(&admin, other, Role::Head).expect("revoked");
    assert_eq!(settle(&head, &both_wrote[..1]).expect("nobody else can"), 1);
}

#[test]
fn what_the_service_refused_is_told_until_somebody_looked_at_it() {
    let ([first, second], _, head) = both();
    let case = second.files("gewerbe-anmeldung");
    let note = Command::Note { text: "Rückruf".to_owned(), call: false };
    second.desk.act(&second.clerk, case, note).expect("noted");
    hears(&first, &second);
    let written = first.case(case).timeline.last().expect("the note").id;
    let _ =
        first.desk.store.write(|tx| tx.skip(written, "not_held").map_err(DeskError::from)).expect("heard");
    let refused = first.desk.outbox().expect("read").refused;
    let told: Vec<_> = refused
        .iter()
        .map(|one| (one.kind.as_str(), one.number.as_str(), one.by.as_str(), one.reason.as_str()))
        .collect();
    assert_eq!(told, [("note_added", number(&first, case).as_str(), "Ada Terhürne", "not_held")]);
    let asks = first.desk.open_matters(&head).expect("counted");
    let noted = first.desk.settle_work(&head, &[written], "noch einmal geschrieben");
    assert_eq!(noted.expect("noted"), 1);
    assert_eq!(first.desk.outbox().expect("read").refused, []);
    let says = |payload: &str| payload.contains("noch einmal geschrieben");
    let town = first.desk.store.read(|db| -> Result<_, StoreError> { db.town_events() }).expect("read");
    assert!(!says(&format!("{town:?}")), "the town's log is never erased");
    assert!(says(&format!("{:?}", first.case(case).timeline)), "the case's is");
    assert_eq!(first.desk.open_matters(&head).expect("counted"), asks - 1);
}

fn town_log(office: &Office) -> String {
    let events = office.desk.store.read(|db| -> Result<_, StoreError> { db.town_events() });
    format!("{:?}", events.expect("read"))
}

/// Whose button it is, is whose act the desk takes.
#[test]
fn only_who_may_settle_it_is_offered_to() {
    let ([first, _], admin, head) = both();
    let case = first.files("gewerbe-anmeldung");
    let [by_head, by_clerk] = [&head, &first.clerk].map(|session| {
        let note = Command::Note { text: "Rückruf".to_owned(), call: false };
        first.desk.act(session, case, note).expect("noted");
        let event = first.case(case).timeline.last().expect("the note").id;
        let _ =
            first.desk.store.write(|tx| tx.skip(event, "not_held").map_err(DeskError::from)).expect("heard");
        event
    });
    let offered = |session: &Session| first.desk.outbox_of(session).expect("read").to_settle.events;
    assert_eq!(offered(&first.clerk), BTreeSet::new(), "whoever wrote it, and is no head");
    assert_eq!(offered(&head), BTreeSet::from([by_head, by_clerk]), "nobody else can");
    let other = first.desk.add_user(&admin, "leitung2", "Hilde Kern", "8642").expect("added");
    first.desk.grant(&admin, other, Role::Head, Group::ALL.into()).expect("granted");
    assert_eq!(offered(&head), BTreeSet::from([by_clerk]), "not their own while there is another head");
    let open: Vec<EventRef> = offered(&head).into_iter().collect();
    assert_eq!(first.desk.settle_work(&head, &open, "durchgesehen").expect("noted"), 1);
}

/// Whose opening does not count is no case: what was said about it lies with it all the same.
#[test]
fn words_about_what_never_became_a_case_are_not_in_the_towns_log() {
    let ([first, second], _, head) = both();
    let case = second.files("gewerbe-anmeldung");
    let opened = second.case(case).timeline.first().expect("its opening").id;
    hears(&first, &second);
    let _ = first.desk.store.write(|tx| tx.skip(opened, "not_held").map_err(DeskError::from)).expect("heard");
    assert!(first.desk.sheet_again(&first.clerk, case).is_err(), "it is no case here");
    assert_eq!(first.desk.settle_work(&head, &[opened], "Frau Terhürne angerufen").expect("noted"), 1);
    assert!(!town_log(&first).contains("angerufen"), "the town's log is never erased");
    let beside =
        first.desk.store.read(|db| db.events(crate::domain::event::Subject::Case(case))).expect("read");
    let says = |logged: &crate::store::Logged| {
        logged.payload.as_ref().is_some_and(|(_, bytes)| String::from_utf8_lossy(bytes).contains("angerufen"))
    };
    assert_eq!(beside.iter().filter(|logged| says(logged)).count(), 1);
    assert!(first.desk.verify().expect("verified").is_clean());
}

/// Two machines that were one desk gave a number out twice; the second went on as a new desk.
#[test]
fn a_number_given_twice_is_told_to_whom_it_concerns_and_its_words_go_with_the_cases() {
    let ([first, second], admin, head) = both();
    let cases = [first.files("gewerbe-anmeldung"), second.files("gewerbe-anmeldung")];
    assert_eq!(number(&first, cases[0]), number(&second, cases[1]), "both begin with the same letters");
    hears(&first, &second);
    let twice = number(&first, cases[0]);
    let seen = |session: &Session| {
        let outbox = first.desk.outbox_of(session).expect("read");
        (outbox.doubled, outbox.to_settle.numbers, first.desk.open_matters(session).expect("counted"))
    };
    let (by_head, by_clerk, by_admin) = (seen(&head), seen(&first.clerk), seen(&admin));
    assert_eq!((&by_head.0[..], by_head.1), (&[twice.clone()][..], true));
    assert_eq!((&by_clerk.0[..], by_clerk.1), (&[twice.clone()][..], false), "one of the two desks is this");
    assert_eq!((&by_admin.0[..], by_admin.1), (&[][..], false), "may not read either case");
    let third = Office::new(TOWN, "Stadt Gescher", 3);
    let clerk = third.desk.outbox_of(&third.clerk).expect("read").doubled;
    assert_eq!(clerk, [""; 0], "nothing was given out there");

    first.desk.settle_number(&head, &twice, "Herrn Ö. angerufen").expect("noted");
    assert!(!town_log(&first).contains("angerufen"), "the town's log is never erased");
    for case in cases {
        assert!(format!("{:?}", first.case(case).timeline).contains("angerufen"), "each case says it");
    }
    assert_eq!(seen(&head).0, [""; 0]);
    assert_eq!((seen(&head).2, seen(&first.clerk).2), (by_head.2 - 1, by_clerk.2 - 1));
    let told = first.desk.verify().expect("verified");
    assert!(told.told.iter().any(|problem| problem.id == "verify-number-beside"), "{:?}", told.told);
}
