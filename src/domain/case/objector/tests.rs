//! Objections of several at once, in every order of arrival: each stands and ends by itself, whoever entered it where.

use super::*;
use crate::domain::case::tests::arrival::{at, day, event, folded, granted, handed};
use crate::domain::case::{AtCourt, CaseEvent, Challenged, Notified, Ruling, Settlement, Waiting, WaitsFor};
use crate::domain::decide::challenges;
use crate::domain::event::Recorded;
use crate::domain::procedure::Procedure;

const NORA: Option<&str> = Some("Nora Nachbar");
const OMAR: Option<&str> = Some("Omar Nachbar");

fn notified(on: &str) -> CaseEvent {
    CaseEvent::Notified(handed(on))
}

fn filed(by: Option<&str>, on: &str) -> CaseEvent {
    let (remedy, received_on, text) = (Remedy::Objection, day(on), String::new());
    let (by, against) = (by.map(str::to_owned), Some(at(1, 2)));
    CaseEvent::ObjectionReceived(Objection { remedy, received_on, text, by, court: None, against })
}

fn settled(filed: EventRef, how: Settled) -> CaseEvent {
    let ruling = how.rules().then(Ruling::default);
    let (of, reason, settled_on) = (Some(Remedy::Objection), "Grund".to_owned(), day("2026-12-14"));
    let filed = Some(filed);
    CaseEvent::ObjectionSettled(Box::new(Settlement {
        of,
        filed,
        how,
        reason,
        ruling,
        settled_on,
        ..Settlement::default()
    }))
}

/// Granted and handed over on 24 November 2026; then three desks that do not see each other enter an objection each.
fn objected() -> Vec<Recorded<CaseEvent>> {
    let mut events = granted();
    events.extend([
        event(1, 4, &[at(1, 3)], filed(None, "2026-12-01")),
        event(2, 1, &[at(1, 3)], filed(NORA, "2026-12-02")),
        event(3, 1, &[at(1, 3)], filed(OMAR, "2026-12-03")),
    ]);
    events
}

fn open(case: &Case) -> Vec<Option<&str>> {
    case.open_objections().map(|filed| filed.objection.by.as_deref()).collect()
}

fn stands(case: &Case, act: EventRef) -> Challenged {
    let act = case.as_act(act).expect("told");
    let notified = case.notified_of(act.event).expect("notified");
    case.challenged(act, &Procedure::default().until(notified, act).expect("a day"))
}

#[test]
fn three_desks_enter_one_each_and_all_are_open() {
    let mut events = objected();
    let case = folded(&events);
    assert_eq!(open(&case), [None, NORA, OMAR]);
    assert!(case.has_objectors() && case.clashes().is_empty());
    let since = day("2026-12-01");
    let waits_for = WaitsFor::Objection;
    assert_eq!(
        case.waiting(),
        Some(Waiting { waits_for, since }),
        "the applicant's own, whatever came later"
    );
    // Each is settled at a desk of its own, unseen by the others; the decision is not final before the last one.
    events.push(event(2, 2, &[at(2, 1)], settled(at(2, 1), Settled::TakenBack)));
    events.push(event(3, 2, &[at(3, 1)], settled(at(3, 1), Settled::TakenBack)));
    let case = folded(&events);
    assert_eq!((open(&case), stands(&case, at(1, 2))), (vec![None], Challenged::Open));
    events.push(event(1, 5, &[at(1, 4)], settled(at(1, 4), Settled::TakenBack)));
    let case = folded(&events);
    assert_eq!((open(&case), stands(&case, at(1, 2))), (vec![], Challenged::No));
    assert!(case.clashes().is_empty(), "what became of one is no second word about another");
}

/// What a desk settles keeps the others open, also where one of them lifted the decision, and no order of arrival changes that.
#[test]
fn what_is_settled_at_one_desk_leaves_what_another_desk_entered() {
    let mut events = objected();
    events.push(event(1, 5, &[at(1, 4)], settled(at(1, 4), Settled::Remedied)));
    let case = folded(&events);
    assert!(case.decisions.is_empty() && case.was_lifted());
    assert_eq!(open(&case), [NORA, OMAR]);
    assert!(
        case.open_objections().all(|filed| case.objected(filed).is_none()),
        "there is nothing left of it"
    );
    // An entry that names none, as long ago: the last one that is open.
    let old = Settlement { how: Settled::TakenBack, settled_on: day("2026-12-15"), ..Settlement::default() };
    let seen = [at(1, 5), at(2, 1), at(3, 1)];
    events.push(event(1, 6, &seen, CaseEvent::ObjectionSettled(Box::new(old))));
    assert_eq!(open(&folded(&events)), [NORA]);
}

/// Two desks entered the same objection: both stand until each is settled, and a name finds them one after the other.
#[test]
fn what_two_desks_entered_twice_is_settled_twice() {
    let mut events = objected();
    events.push(event(4, 1, &[at(1, 3)], filed(Some("nora  nachbar"), "2026-12-02")));
    let theirs = |case: &Case| case.open_objections().filter(|filed| filed.objection.is_of(NORA)).count();
    assert_eq!(theirs(&folded(&events)), 2);
    events.push(event(2, 2, &[at(2, 1), at(4, 1)], settled(at(4, 1), Settled::TakenBack)));
    assert_eq!(theirs(&folded(&events)), 1);
}

/// An entry about one objection is taken back whatever was entered about another; of its own objection only the last.
#[test]
fn each_entry_is_the_last_about_its_own_objection() {
    let mut events = objected();
    events.push(event(2, 2, &[at(2, 1), at(1, 4)], settled(at(2, 1), Settled::PassedOn)));
    events.push(event(2, 3, &[at(2, 2)], settled(at(2, 1), Settled::TakenBack)));
    events.push(event(2, 4, &[at(2, 3)], settled(at(1, 4), Settled::Rejected)));
    let case = folded(&events);
    assert_eq!([2, 3, 4].map(|seq| case.is_last_word(at(2, seq))), [false, true, true]);
    assert_eq!(case.undoable().map(|filed| filed.event).collect::<Vec<_>>(), [at(1, 4), at(2, 1)]);
    let back = CaseEvent::SettlementUndone {
        settlement: at(2, 3),
        reason: "x".into(),
        undone_on: day("2026-12-15"),
    };
    events.push(event(2, 5, &[at(2, 4)], back));
    let case = folded(&events);
    assert_eq!(open(&case), [NORA, OMAR], "it is passed on again");
    assert_eq!(case.rulings().len(), 1, "the other decision stays");
    events.push(event(2, 6, &[at(2, 5)], notified("2026-12-16")));
    assert_eq!(folded(&events).undoable().map(|filed| filed.event).collect::<Vec<_>>(), [at(2, 1)], "told");
}

/// Each decision about an objection gives whoever filed it the form in which they sue, and is not final while somebody sues against another.
#[test]
fn whoever_sues_does_so_against_the_decision_about_their_own_objection() {
    let mut events = objected();
    events.push(event(1, 5, &[at(1, 4)], settled(at(1, 4), Settled::Rejected)));
    events.push(event(1, 6, &[at(1, 5)], notified("2026-12-15")));
    events.push(event(1, 7, &[at(1, 6), at(2, 1)], settled(at(2, 1), Settled::Rejected)));
    let case = folded(&events);
    let sued = |by, named| challenges(&case, Remedy::Action, named, by).map(|act| act.event);
    assert_eq!((sued(None, None), sued(NORA, None)), (Some(at(1, 5)), Some(at(1, 7))));
    assert_eq!((sued(None, Some(at(1, 2))), sued(NORA, Some(at(1, 2)))), (Some(at(1, 5)), Some(at(1, 7))));
    assert_eq!(sued(Some("Pia Passantin"), None), Some(at(1, 7)), "the last form, where they have none");
    assert_eq!(sued(None, Some(at(1, 7))), Some(at(1, 7)), "what is named is meant");
    assert_eq!(stands(&case, at(1, 5)), Challenged::Open, "another neighbour's waits still");
    events.push(event(3, 2, &[at(3, 1)], settled(at(3, 1), Settled::TakenBack)));
    assert_eq!(stands(&folded(&events), at(1, 5)), Challenged::No);
    let court =
        Some(AtCourt { file_number: "1 K 1/27".into(), by: "Nora Nachbar".into(), ..AtCourt::default() });
    let (received_on, text, by) = (day("2027-01-04"), String::new(), NORA.map(str::to_owned));
    let (remedy, against) = (Remedy::Action, Some(at(1, 7)));
    let sues = CaseEvent::ObjectionReceived(Objection { remedy, received_on, text, by, court, against });
    events.push(event(1, 8, &[at(1, 7)], sues));
    assert_eq!(stands(&folded(&events), at(1, 5)), Challenged::Open);
}

/// Each decision has the day on which it was told, whichever was taken last; what names none is about the last one that was seen.
#[test]
fn each_decision_is_told_by_itself() {
    let mut events = objected();
    events.push(event(1, 5, &[at(1, 4)], settled(at(1, 4), Settled::Rejected)));
    events.push(event(1, 6, &[at(1, 5), at(2, 1)], settled(at(2, 1), Settled::Rejected)));
    assert_eq!(folded(&events).untold().map(|ruled| ruled.event).collect::<Vec<_>>(), [at(1, 5), at(1, 6)]);
    let CaseEvent::Notified(told) = notified("2026-12-16") else { unreachable!("it is one") };
    events.push(event(1, 7, &[at(1, 6)], CaseEvent::Notified(Notified { of: Some(at(1, 5)), ..told })));
    let on = |case: &Case, act| case.notified_of(act).map(|told| told.on);
    let case = folded(&events);
    assert_eq!((on(&case, at(1, 5)), on(&case, at(1, 6))), (Some(day("2026-12-16")), None));
    events.push(event(3, 2, &[at(1, 6), at(3, 1)], notified("2026-12-18")));
    let case = folded(&events);
    assert_eq!(
        (on(&case, at(1, 5)), on(&case, at(1, 6))),
        (Some(day("2026-12-16")), Some(day("2026-12-18")))
    );
    let written = serde_json::to_value(notified("2026-12-18")).expect("writes");
    assert!(written.get("of").is_none(), "what names none is written as before");
}
