//! What a closing needs, what it refuses, what its sums are.

use super::*;
use crate::domain::id::{DeviceId, Digest, PaperId};
use uuid::Uuid;

const CASHIER: UserId = UserId(Uuid::from_u128(1));
const HEAD: UserId = UserId(Uuid::from_u128(2));

fn booking(receipt: &str, cents: i64, how: Payment) -> Booking {
    Booking { receipt: receipt.to_owned(), cents: Cents(cents), how, cancels: cents < 0 }
}

fn pieces(value: i64, pieces: u32) -> Pieces {
    Pieces { value: Cents(value), pieces }
}

fn closed(number: u64) -> Closed {
    Closed {
        number,
        code: "A".to_owned(),
        corrects: None,
        mistake: String::new(),
        after: 0,
        upto: 7,
        inherited: Vec::new(),
        since: None,
        closed_on: NaiveDate::from_ymd_opt(2026, 11, 27).expect("a day"),
        bookings: vec![booking("A-2026-000001", 2600, Payment::Cash)],
        items: Vec::new(),
        opening: Cents(10_000),
        counted: vec![pieces(10_000, 1), pieces(2000, 1), pieces(500, 1), pieces(100, 1)],
        terminal: None,
        reason: String::new(),
        delivered: Cents(2600),
        paper: PaperId(Uuid::nil()),
        sha256: Digest::default(),
        size: 0,
        pages: 1,
    }
}

fn refused(standing: &Standing<'_>, counting: &Counting) -> Vec<String> {
    let problems = standing.check(counting).map_or_else(|refusal| refusal.0, |()| Vec::new());
    problems.into_iter().map(|problem| problem.id).collect()
}

#[test]
fn the_change_of_one_day_is_that_of_the_next() {
    let last = closed(1);
    assert_eq!(
        (last.expected(), last.difference(), last.left()),
        (Cents(12_600), Cents::ZERO, Cents(10_000))
    );
    let bookings =
        [booking("A-2026-000002", 500, Payment::Cash), booking("A-2026-000002", -500, Payment::Cash)];
    let standing = Standing {
        last: Some(&last),
        before: None,
        bookings: &bookings,
        second_wanted: false,
        by: CASHIER,
        second: None,
    };
    let counting = Counting { counted: vec![pieces(10_000, 1)], ..Counting::default() };
    assert_eq!(refused(&standing, &counting), [""; 0]);
    let opening = Counting { opening: Some(Cents(5)), since: Some(last.closed_on), ..counting };
    assert_eq!(refused(&standing, &opening), ["till-opening-known", "till-since-known"]);
}

#[test]
fn a_difference_wants_a_reason_and_everything_is_told_at_once() {
    let bookings =
        [booking("A-2026-000001", 2600, Payment::Cash), booking("A-2026-000002", 500, Payment::Card)];
    let standing = Standing {
        last: None,
        before: None,
        bookings: &bookings,
        second_wanted: true,
        by: CASHIER,
        second: None,
    };
    let counting = Counting {
        counted: vec![pieces(2000, 1)],
        terminal: Some(Cents(600)),
        delivered: Cents(2001),
        corrects: Some(3),
        ..Counting::default()
    };
    let all = [
        "till-difference",
        "till-card-difference",
        "till-delivered",
        "till-second-missing",
        "closing-unknown",
    ];
    assert_eq!(refused(&standing, &counting), all);
    let counting =
        Counting { reason: "Rückgeld".to_owned(), delivered: Cents::ZERO, corrects: None, ..counting };
    let same = Standing { second: Some(CASHIER), ..standing };
    assert_eq!(refused(&same, &counting), ["till-second-same"]);
    assert_eq!(refused(&Standing { second: Some(HEAD), ..standing }, &counting), [""; 0]);
}

/// What the closing before left lies in the box of a till that goes on for another, unless somebody counted something else.
#[test]
fn a_till_that_goes_on_begins_with_what_was_left() {
    let before = closed(7);
    let standing = Standing {
        last: None,
        before: Some(&before),
        bookings: &[],
        second_wanted: false,
        by: CASHIER,
        second: None,
    };
    let counting = Counting { counted: vec![pieces(10_000, 1)], ..Counting::default() };
    assert_eq!((before.left(), standing.opening(&counting)), (Cents(10_000), Cents(10_000)));
    assert_eq!(refused(&standing, &counting), [""; 0]);
    let other = Counting { opening: Some(Cents(9000)), ..counting };
    assert_eq!(
        (standing.opening(&other), refused(&standing, &other)),
        (Cents(9000), vec!["till-difference".to_owned()])
    );
}

#[test]
fn only_the_last_closing_is_corrected_and_from_the_same_change() {
    let last = closed(2);
    let standing = Standing {
        last: Some(&last),
        before: None,
        bookings: &last.bookings,
        second_wanted: false,
        by: CASHIER,
        second: None,
    };
    let counting = Counting { counted: last.counted.clone(), corrects: Some(1), ..Counting::default() };
    assert_eq!(refused(&standing, &counting), ["closing-not-last"]);
    let counting = Counting { corrects: Some(2), ..counting };
    assert_eq!(refused(&standing, &counting), ["closing-mistake-missing"]);
    let counting = Counting { mistake: "Eine Rolle nicht gezählt".to_owned(), ..counting };
    assert_eq!((refused(&standing, &counting), standing.opening(&counting)), (Vec::new(), Cents(10_000)));
}

#[test]
fn whoever_closed_is_no_second_person() {
    let event = |seq, actor, payload| Recorded {
        id: EventRef { device: DeviceId(Uuid::nil()), seq },
        parents: Vec::new(),
        at: DateTime::UNIX_EPOCH,
        actor,
        payload: Payload::Known(payload),
    };
    let first = event(1, CASHIER, ClosingEvent::TillClosed(Box::new(closed(1))));
    let own = event(2, CASHIER, ClosingEvent::TillWitnessed { number: 1 });
    let other = event(3, HEAD, ClosingEvent::TillWitnessed { number: 1 });
    let id = ClosingId(Uuid::nil());
    let second = |events: &[Recorded<ClosingEvent>]| Closing::fold(id, events).expect("closed").second;
    assert_eq!(second(&[first.clone(), own.clone()]), None);
    assert_eq!(second(&[first, own, other.clone()]), Some(HEAD));
    assert_eq!(Closing::fold(id, &[other]), None);
}

#[test]
fn sums_by_fee_share_and_tax() {
    let item = |label: &str, vat, cents, share: Option<i64>| Item {
        label: label.to_owned(),
        tariff: "T".to_owned(),
        vat,
        cents: Cents(cents),
        count: 1,
        share: share.map(|cents| Share { to: "Bund".to_owned(), cents: Cents(cents) }),
    };
    let items = by_item([
        item("Zeugnis", Vat::Sovereign, 1300, Some(780)),
        item("Karte", Vat::Standard, 1000, None),
        item("Zeugnis", Vat::Sovereign, 1300, Some(780)),
        item("Buch", Vat::Reduced, 1999, None),
        item("Karte", Vat::Standard, -500, None),
    ]);
    let lines: Vec<(&str, i64, u32)> =
        items.iter().map(|item| (item.label.as_str(), item.cents.0, item.count)).collect();
    assert_eq!(lines, [("Buch", 1999, 1), ("Karte", 500, 2), ("Zeugnis", 2600, 2)]);
    assert_eq!(by_share(&items), [Share { to: "Bund".to_owned(), cents: Cents(1560) }]);
    let taxes = [
        (Vat::Sovereign, Cents(2600), Cents::ZERO),
        (Vat::Reduced, Cents(1999), Cents(131)),
        (Vat::Standard, Cents(500), Cents(80)),
    ];
    assert_eq!(by_vat(&items), taxes);
    let back = [Cents(-500), Cents(500)].map(|gross| Vat::Standard.contained(gross));
    assert_eq!(back, [Some(Cents(-80)), Some(Cents(80))]);
}

/// Frozen: closings are read as long as the books are kept.
#[test]
fn a_closing_keeps_its_form() {
    let text = "{\"kind\":\"till_closed\",\"number\":1,\"code\":\"A\",\"after\":0,\"upto\":7,\
                \"closed_on\":\"2026-11-27\",\"bookings\":[{\"receipt\":\"A-2026-000001\",\"cents\":2600,\
                \"how\":\"cash\"}],\"items\":[],\"opening\":10000,\"counted\":[{\"value\":10000,\"pieces\":1},\
                {\"value\":2000,\"pieces\":1},{\"value\":500,\"pieces\":1},{\"value\":100,\"pieces\":1}],\
                \"delivered\":2600,\"paper\":\"00000000-0000-0000-0000-000000000000\",\
                \"sha256\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"size\":0,\
                \"pages\":1}";
    let event = ClosingEvent::TillClosed(Box::new(closed(1)));
    assert_eq!(serde_json::to_string(&event).expect("writes"), text);
    assert_eq!(serde_json::from_str::<ClosingEvent>(text).expect("reads"), event);
}

/// Nobody knows what a box held at first but whoever counts it.
#[test]
fn a_first_closing_needs_the_change_at_the_beginning_or_a_word() {
    let standing =
        Standing { last: None, before: None, bookings: &[], second_wanted: false, by: CASHIER, second: None };
    let nothing = Counting::default();
    assert_eq!(refused(&standing, &nothing), ["till-opening-missing"]);
    let none = Counting { opening: Some(Cents::ZERO), ..nothing.clone() };
    assert_eq!(refused(&standing, &none), [""; 0], "nothing is an amount, too");
    let said = Counting { reason: "Weiß niemand mehr".to_owned(), ..nothing };
    assert_eq!(refused(&standing, &said), [""; 0]);
}
