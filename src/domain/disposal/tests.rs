//! Terms, lists, and who may be the second person.

use super::*;
use crate::domain::case::{Case, CaseEvent, Hold, Opened};
use crate::domain::id::DeviceId;
use crate::domain::user::Group;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn at(seq: u64) -> EventRef {
    EventRef { device: DeviceId(Uuid::from_u128(1)), seq }
}

fn user(number: u128) -> UserId {
    UserId(Uuid::from_u128(number))
}

fn recorded<E>(seq: u64, actor: u128, what: E) -> Recorded<E> {
    let parents = if seq > 1 { vec![at(seq - 1)] } else { Vec::new() };
    let payload = Payload::Known(what);
    Recorded { id: at(seq), parents, at: DateTime::UNIX_EPOCH, actor: user(actor), payload }
}

fn case(events: impl IntoIterator<Item = CaseEvent>) -> Case {
    let opened = Opened::sample("32.30-2026-A-00001", "fundsache", Group::PublicOrder, day("2026-03-04"));
    let all = [CaseEvent::CaseOpened(Box::new(opened))].into_iter().chain(events);
    let all: Vec<_> = (1..).zip(all).map(|(seq, event)| recorded(seq, 1, event)).collect();
    Case::fold(CaseId(Uuid::nil()), &all).expect("opened")
}

fn closed(on: &str) -> CaseEvent {
    CaseEvent::Closed { closed_on: day(on), reason: String::new() }
}

#[test]
fn a_term_begins_with_the_year_after_and_ends_on_new_years_eve() {
    let keeping =
        |years| Keeping { plan: "32.30".into(), years, law: String::new(), from: Start::CaseClosed };
    for (closed, years, begins, last) in [
        ("2026-01-01", 3, "2027-01-01", "2029-12-31"),
        ("2026-12-31", 3, "2027-01-01", "2029-12-31"),
        ("2027-01-01", 3, "2028-01-01", "2030-12-31"),
        ("2024-02-29", 10, "2025-01-01", "2034-12-31"),
        ("2026-06-30", 0, "2027-01-01", "2026-12-31"),
    ] {
        let term = Term::of(&keeping(years), day(closed), day(closed)).expect("a term");
        assert_eq!((term.begins, term.last_day), (day(begins), day(last)), "closed on {closed}");
        assert!(!term.is_over(term.last_day) && term.is_over(term.last_day.succ_opt().expect("a day")));
    }
}

#[test]
fn what_stands_in_the_way_is_said_all_at_once() {
    let ids =
        |case: &Case, parked| obstacles(case, parked, false).into_iter().map(|p| p.id).collect::<Vec<_>>();
    let set = |hold| CaseEvent::HoldSet { hold, reason: "Klage".into(), set_on: day("2026-05-01") };
    let lift = |hold| CaseEvent::HoldLifted { hold, reason: "erledigt".into(), lifted_on: day("2026-06-01") };
    assert_eq!(ids(&case([]), true), ["retention-open", "retention-parked"]);
    assert!(ids(&case([closed("2026-04-01")]), false).is_empty());
    let held = case([closed("2026-04-01"), set(Hold::Legal), set(Hold::Archive)]);
    assert_eq!(ids(&held, false), ["retention-held", "retention-archive"]);
    assert_eq!(obstacles(&held, false, false)[0].args["reason"], "Klage");
    assert_eq!(obstacles(&case([closed("2026-04-01")]), false, true)[0].id, "retention-undelivered");
    assert!(ids(&case([closed("2026-04-01"), set(Hold::Legal), lift(Hold::Legal)]), false).is_empty());
}

#[test]
fn a_reopened_case_counts_from_its_last_closing() {
    let again = CaseEvent::Reopened { reopened_on: day("2027-01-01"), reason: "neu".into() };
    assert_eq!(case([closed("2026-04-01"), again.clone()]).closed_on(), None);
    let closed_again = case([closed("2026-04-01"), again, closed("2027-02-01")]);
    assert_eq!(closed_again.closed_on(), Some(day("2027-02-01")));
}

fn listed(case: u128) -> Listed {
    Listed {
        case: CaseId(Uuid::from_u128(case)),
        number: "32.30-2026-A-00001".into(),
        group: Group::General,
        plan: "32.30".into(),
        law: String::new(),
        closed_on: day("2026-04-01"),
        began_on: day("2026-04-01"),
        years: 3,
        last_day: day("2029-12-31"),
    }
}

fn erased(case: u128) -> DisposalEvent {
    DisposalEvent::CaseErased(Box::new(CaseErased {
        proposed: at(1),
        case: CaseId(Uuid::from_u128(case)),
        number: "32.30-2026-A-00001".into(),
        group: Group::PublicOrder,
        events: vec![at(9)],
        blobs: Vec::new(),
        receipts: Vec::new(),
    }))
}

#[test]
fn whoever_proposed_is_never_the_second_person() {
    let proposal = DisposalEvent::DisposalProposed { on: day("2030-01-02"), cases: vec![listed(5)] };
    let list = |events: Vec<Recorded<DisposalEvent>>| Disposal::fold(ListId(Uuid::nil()), &events);
    assert_eq!(list(vec![]), None);
    let open = list(vec![recorded(1, 1, proposal.clone())]).expect("proposed");
    let why = |refusal: Refusal| refusal.0[0].id.clone();
    assert_eq!(open.second(user(1)).map_err(why), Err("disposal-same-person".into()));
    assert_eq!(open.second(user(2)), Ok(()));
    assert!(goes_back(&erased(5), user(2), &proposal, user(1)));
    assert!(!goes_back(&erased(5), user(1), &proposal, user(1)), "the same person twice");
    assert!(!goes_back(&erased(6), user(2), &proposal, user(1)), "a case that is not on the list");
    assert!(!goes_back(&erased(5), user(2), &erased(5), user(1)), "no list");
    let done = DisposalEvent::DisposalConfirmed {
        proposed: at(1),
        confirmed_on: day("2030-02-01"),
        cases: 1,
        persons: 0,
        events: 1,
    };
    let events = vec![recorded(1, 1, proposal), recorded(2, 2, erased(5)), recorded(3, 2, done)];
    let done = list(events).expect("proposed");
    assert!(!done.is_open() && done.erased.len() == 1);
    assert_eq!(done.second(user(2)).map_err(why), Err("disposal-not-open".into()));
}

/// Frozen: what was written once is read for good.
#[test]
fn kinds_are_what_is_written() {
    let withdrawn = DisposalEvent::DisposalWithdrawn { reason: "zu früh".into() };
    for event in [erased(5), withdrawn] {
        let text = serde_json::to_string(&event).expect("writes");
        let value: serde_json::Value = serde_json::from_str(&text).expect("reads");
        assert_eq!(value["kind"], event.kind());
        assert_eq!(serde_json::from_str::<DisposalEvent>(&text).expect("reads"), event);
    }
}
