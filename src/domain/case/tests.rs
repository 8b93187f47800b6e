//! Who has a case: in every order of arrival the same.

pub(super) mod arrival;

use super::handover::*;
use super::*;
use crate::domain::office::Office;
use crate::domain::user::Group;
use arrival::{at, event};
use uuid::Uuid;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a day")
}

fn opened() -> CaseEvent {
    let opened = Opened::sample("50.40-2026-A-00001", "wohnberechtigungsschein", Group::Social, day(24));
    CaseEvent::CaseOpened(Box::new(opened))
}

fn digest(name: &str) -> Digest {
    Digest::of(&[name.as_bytes()])
}

fn sealed(name: &str) -> Sealed {
    let to = Office { ags: "05554000".into(), name: "Kreis Borken".into() };
    Sealed { content: digest(name), blob: digest(&format!("{name} sealed")), size: 1, to }
}

fn handed(name: &str) -> CaseEvent {
    CaseEvent::HandedOver(Box::new(HandedOver {
        bundle: sealed(name),
        reason: "zuständig".into(),
        handed_on: day(24),
    }))
}

fn answered(bundle: &str, said: Said) -> CaseEvent {
    CaseEvent::HandoverAnswered(Box::new(Answered {
        bundles: vec![digest(bundle)],
        content: digest(said.name()),
        by: "Ida Kreis".into(),
        number: "50.40-2026-K-00001".into(),
        answered_on: day(25),
        said,
    }))
}

fn set(field: &str) -> CaseEvent {
    CaseEvent::AnswersSet { fields: [(field.to_owned(), Value::from(1))].into() }
}

/// Folds every permutation of the events and gives the state that all of them have.
fn folded(events: &[Recorded<CaseEvent>]) -> Case {
    let id = CaseId(Uuid::nil());
    let case = Case::fold(id, events).expect("opened");
    let mut order: Vec<usize> = (0..events.len()).collect();
    permute(&mut order, 0, &mut |order| {
        let arrived: Vec<_> = order.iter().map(|at| events[*at].clone()).collect();
        assert_eq!(Case::fold(id, &arrived).as_ref(), Some(&case), "{order:?}");
    });
    case
}

fn permute(order: &mut Vec<usize>, from: usize, see: &mut dyn FnMut(&[usize])) {
    if from == order.len() {
        return see(order);
    }
    for at in from..order.len() {
        order.swap(from, at);
        permute(order, from + 1, see);
        order.swap(from, at);
    }
}

#[test]
fn a_case_is_away_until_it_comes_back() {
    let mut events = vec![
        event(1, 1, &[], opened()),
        event(1, 2, &[at(1, 1)], handed("one")),
        event(1, 3, &[at(1, 2)], answered("one", Said::Acknowledged)),
    ];
    let away = folded(&events);
    let known = away.away().and_then(|away| away.acknowledged.as_ref());
    assert_eq!(known.map(|known| known.number.as_str()), Some("50.40-2026-K-00001"));
    assert_eq!((away.stage(), away.overlooked().len()), (Stage::Filed, 0));

    let refused = Said::Refused { reason: "nicht zuständig".into() };
    events.push(event(1, 4, &[at(1, 3)], answered("one", refused)));
    let back = folded(&events);
    assert!(back.away().is_none() && back.returned().is_none());
    assert_eq!(back.stage(), Stage::Filed);

    events.push(event(1, 5, &[at(1, 4)], handed("two")));
    assert_eq!(folded(&events).away().map(|away| away.given.bundle.content), Some(digest("two")));
    let decided = Said::Returned {
        outcome: Outcome::Granted,
        reasons: String::new(),
        conditions: Vec::new(),
        decided_on: day(26),
    };
    events.push(event(1, 6, &[at(1, 5)], answered("two", decided)));
    let decided = folded(&events);
    assert!(decided.away().is_none() && decided.returned().is_some());
    assert_eq!(decided.stage(), Stage::Decided);
}

/// One desk hands over, the other edits without knowing: nothing is lost, and it is named until it was sent after.
#[test]
fn what_a_desk_changed_without_knowing_is_named() {
    let mut events = vec![
        event(1, 1, &[], opened()),
        event(1, 2, &[at(1, 1)], handed("one")),
        event(2, 1, &[at(1, 1)], set("personen")),
        event(2, 2, &[at(2, 1)], CaseEvent::NoteAdded { text: "Rückruf".into(), call: true }),
    ];
    let case = folded(&events);
    assert_eq!(case.overlooked(), [at(2, 1)], "a note needs no sending");
    assert_eq!(case.answers().0.get("personen"), Some(&Value::from(1)), "nothing is lost");
    events.push(event(1, 3, &[at(1, 2), at(2, 2)], handed("after")));
    let sent = folded(&events);
    assert!(sent.overlooked().is_empty());
    assert_eq!(sent.away().map(|away| away.given.bundle.content), Some(digest("one")));
    assert!(!sent.handed_over_twice());
}

#[test]
fn two_desks_that_hand_over_at_the_same_time_are_named() {
    let mut events = vec![
        event(1, 1, &[], opened()),
        event(1, 2, &[at(1, 1)], handed("one")),
        event(2, 1, &[at(1, 1)], handed("two")),
    ];
    assert!(folded(&events).handed_over_twice());
    let both = Answered {
        bundles: vec![digest("one"), digest("two")],
        content: digest("both"),
        by: "Ida Kreis".into(),
        number: "1".into(),
        answered_on: day(26),
        said: Said::Refused { reason: "doppelt".into() },
    };
    events.push(event(1, 3, &[at(1, 2), at(2, 1)], CaseEvent::HandoverAnswered(Box::new(both))));
    assert!(folded(&events).away().is_none());
}

/// Two desks at the Kreis take in the same bundle: one case, and it stays one after it went back and came again.
#[test]
fn the_same_bundle_taken_in_twice_counts_once() {
    let taken = |bundle: &str| {
        CaseEvent::TakenIn(Box::new(TakenIn {
            content: digest(bundle),
            record: digest("record"),
            from: Office { ags: "05554016".into(), name: "Stadt Gescher".into() },
            number: "50.40-2026-A-00001".into(),
            reason: "zuständig".into(),
            by: "Karla Kasse".into(),
            handed_on: day(24),
            taken_on: day(25),
            answer: sealed("answer"),
        }))
    };
    let back = CaseEvent::GivenBack(Box::new(GivenBack {
        bundle: sealed("back"),
        given_on: day(26),
        refused: Some("doch nicht".into()),
    }));
    let mut events = vec![
        event(1, 1, &[], opened()),
        event(1, 2, &[at(1, 1)], taken("one")),
        event(2, 1, &[at(1, 1)], taken("one")),
        event(1, 3, &[at(1, 2), at(2, 1)], back),
    ];
    let case = folded(&events);
    assert_eq!(case.origins().count(), 1);
    assert!(case.given_back().is_some());
    events.push(event(1, 4, &[at(1, 3)], taken("again")));
    let again = folded(&events);
    assert!(again.given_back().is_none());
    assert_eq!(again.origins().count(), 2);
}
