//! An action against a decision: where it lies, by which day it is judged, how it ends, and that it may come beside an objection.

use super::*;
use crate::desk::look::{Filter, Page, Sort, Stand, View};
use crate::domain::case::{Notified, Objection, Settled, WaitsFor, Way};
use crate::domain::decision::Remedy;

fn object(remedy: Remedy, on: &str, court: Option<AtCourt>) -> Command {
    let (received_on, text) = (day(on), String::new());
    Command::Proceed(Box::new(Proceed::Object(Objection {
        remedy,
        received_on,
        text,
        by: None,
        court,
        against: None,
    })))
}

fn filed_at_court(on: &str) -> Option<AtCourt> {
    Some(AtCourt { filed_on: Some(day(on)), ..served().expect("served") })
}

fn settle(of: Option<Remedy>, how: Settled) -> Command {
    Command::Proceed(Box::new(Proceed::Conclude(Box::new(crate::domain::decide::Conclude {
        of,
        how,
        reason: "Urteil vom 1.3.2027.".to_owned(),
        ..Default::default()
    }))))
}

fn notified(on: &str) -> Command {
    let (way, proof) = (Way::Hand, String::new());
    Command::Proceed(Box::new(Proceed::Notify(Notified {
        way,
        on: day(on),
        posted_on: None,
        of: None,
        proof,
    })))
}

fn with_court(office: &Office) {
    let demo: toml::Table =
        toml::from_str(include_str!("../../../../assets/demo/names.toml")).expect("a town");
    let text = |value: &toml::Value| value.as_str().unwrap_or_default().to_owned();
    let values = demo["town"].as_table().expect("its values").iter();
    let values = values.map(|(key, value)| (key.clone(), text(value))).collect();
    office.desk.set_town(&office.admin, &values).expect("the town");
}

/// Refused and handed over on 24 November: the court has until 24 December. It got the action on that day and served it in the new year.
#[test]
fn an_action_is_judged_by_the_day_on_which_the_court_got_it_and_ends_as_one() {
    let office = office();
    with_court(&office);
    let case = filed(&office);
    office
        .desk
        .act_all(&office.clerk, case, vec![unheard(), refuse(), notified("2026-11-24")])
        .expect("told");
    let last = later(&office, chrono::Duration::days(60));
    let act = |command| last.act(&office.clerk, case, command);
    let wrong = |command| ids(act(command).expect_err("refused"));
    assert_eq!(
        wrong(object(Remedy::Action, "2027-01-05", None)),
        [problem("file_number", "court-number-missing"), problem("by", "plaintiff-missing")],
        "whoever answers the court needs its number"
    );
    let before = object(Remedy::Action, "2027-01-05", filed_at_court("2026-11-23"));
    assert_eq!(wrong(before), [problem("filed_on", "objection-before-decision")]);
    act(object(Remedy::Action, "2027-01-05", filed_at_court("2026-12-24"))).expect("entered");
    let sheet = office.desk.sheet(&office.clerk, case).expect("the case");
    let filed = sheet.case.open_of(Remedy::Action).expect("open").objection.clone();
    let ends = sheet
        .assessment
        .procedure
        .remedied(sheet.case.notified().expect("told"), sheet.case.act().expect("decided").notice);
    let ends = ends.expect("a day");
    assert!(ends.in_time(filed.brought_on()) && !ends.in_time(filed.received_on));
    let filter = Filter { view: View::ToSign, ..Filter::default() };
    let heads = || {
        let rows =
            office.desk.cases(&office.clerk, &filter, Sort::default(), &Page::first(10)).expect("rows");
        rows.iter().map(Stand::of).collect::<Vec<_>>()
    };
    assert_eq!(heads(), [Stand::Sued], "the head answers the court");
    for how in [Settled::Remedied, Settled::Rejected, Settled::PassedOn] {
        assert_eq!(wrong(settle(None, how)), [problem("how", "settled-other-action")], "{how:?}");
    }
    act(settle(None, Settled::Dismissed)).expect("dismissed");
    assert!(heads().is_empty() && case_of(&office, case).decisions.len() == 1, "the decision stands");
    act(object(Remedy::Action, "2027-01-05", served())).expect("another one");
    act(settle(None, Settled::Upheld)).expect("upheld");
    assert!(case_of(&office, case).decisions.is_empty(), "the court lifted it");
}

/// The dog tax asks for an objection first (§ 68 VwGO). A court serves an action all the same: both are open, each ends for itself.
#[test]
fn an_action_may_come_while_an_objection_is_open() {
    let office = office();
    with_court(&office);
    let case =
        office.desk.file_case(&office.clerk, &example(&office, "hundesteuer-anmeldung")).expect("filed").case;
    let decide =
        Command::Decide { outcome: Outcome::Granted, reasons: String::new(), conditions: Vec::new() };
    office.desk.act_all(&office.clerk, case, vec![decide, notified("2026-11-24")]).expect("told");
    let last = later(&office, chrono::Duration::days(60));
    let act = |command| last.act(&office.clerk, case, command);
    let wrong = |command| ids(act(command).expect_err("refused"));
    act(object(Remedy::Objection, "2026-12-01", None)).expect("an objection");
    act(object(Remedy::Action, "2026-12-20", served())).expect("an action, too early or not");
    assert_eq!(wrong(object(Remedy::Objection, "2026-12-20", None)), [problem("objector", "objection-open")]);
    let told = case_of(&office, case);
    assert_eq!(told.waiting().map(|waiting| waiting.waits_for), Some(WaitsFor::Objection), "it waits still");
    assert_eq!(wrong(settle(None, Settled::TakenBack)), [problem("of", "settled-of-which")]);
    let other = settle(Some(Remedy::Objection), Settled::Dismissed);
    assert_eq!(wrong(other), [problem("how", "settled-other-objection")]);
    act(settle(Some(Remedy::Objection), Settled::TakenBack)).expect("taken back");
    let told = case_of(&office, case);
    assert!(told.open_of(Remedy::Objection).is_none() && told.open_of(Remedy::Action).is_some());
    act(settle(None, Settled::Moot)).expect("settled");
    assert!(case_of(&office, case).open_objection().is_none());
}

/// Whoever opens a letter of the court has its number and nothing else of the case. It is found while the action is open and when it is
/// over, in the search over everything and in the list.
#[test]
fn a_case_is_found_by_the_courts_file_number() {
    let office = office();
    let (case, other) = (filed(&office), filed(&office));
    let suit = |number: &str| {
        let court = AtCourt { file_number: number.to_owned(), ..served().expect("served") };
        let sue = crate::domain::decide::Sue { received_on: day("2026-11-24"), court, text: String::new() };
        Command::Proceed(Box::new(Proceed::Sue(sue)))
    };
    let found = |typed: &str| {
        let hits = office.desk.search(&office.clerk, typed, 10).expect("hits");
        let listed = Filter { view: View::All, text: Some(typed.to_owned()), ..Filter::default() };
        let rows =
            office.desk.cases(&office.clerk, &listed, Sort::default(), &Page::first(10)).expect("rows");
        let rows: Vec<_> = rows.iter().map(|row| row.id).collect();
        let cases: Vec<_> = hits.iter().filter_map(|hit| hit.case).collect();
        assert_eq!(cases, rows, "{typed}");
        cases
    };
    assert_eq!(found("7 K 4711/26"), []);
    office.desk.act(&office.clerk, case, suit("7 K 4711/26")).expect("entered");
    office.desk.act(&office.clerk, other, suit("7 K 4712/26")).expect("entered");
    let ended = Proceed::SueEnded { how: Settled::Moot, reason: "Erledigt.".to_owned() };
    office.desk.act(&office.clerk, case, Command::Proceed(Box::new(ended))).expect("over");
    for typed in ["7 K 4711/26", "4711/26", "7 k 4711"] {
        assert_eq!(found(typed), [case], "{typed}");
    }
}
