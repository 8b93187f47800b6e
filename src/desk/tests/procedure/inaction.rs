//! The action for failure to act: from when, on what, who is told, and that it stops nothing.

use super::*;
use crate::desk::days::DayKind;
use crate::desk::look::{Filter, Page, Sort, Stand, View};
use crate::domain::case::{Notified, Objection, Settled, Waiting, WaitsFor, Way};
use crate::domain::decide::{Conclude, Rule, Sue};
use crate::domain::decision::Remedy;

fn sue(on: &str, number: &str) -> Command {
    brought(None, on, number)
}

/// The same with the day on which it was filed at court.
fn brought(filed_on: Option<&str>, on: &str, number: &str) -> Command {
    let (file_number, by) = (number.to_owned(), " Bernd Beispiel ".to_owned());
    let court = AtCourt { court: "VG".to_owned(), filed_on: filed_on.map(day), file_number, by };
    let sue = Sue { received_on: day(on), court, text: String::new() };
    Command::Proceed(Box::new(Proceed::Sue(sue)))
}

fn end(reason: &str) -> Command {
    Command::Proceed(Box::new(Proceed::SueEnded { how: Settled::Moot, reason: reason.to_owned() }))
}

/// Filed on 24 November 2026: three months end with 24 February 2027.
#[test]
fn an_action_is_entered_told_to_the_head_and_stops_no_deadline() {
    let office = office();
    let case = filed(&office);
    let days = || office.desk.days_of_case(&office.clerk, case).expect("days");
    let before = days();
    let last = before.iter().find(|day| day.day.kind == DayKind::Sue).expect("a day");
    assert_eq!(last.day.on, day("2027-02-24"));
    let act = |desk: &Desk, command| desk.act(&office.clerk, case, command);
    let early = later(&office, chrono::Duration::days(30));
    assert_eq!(
        ids(act(&early, sue("2026-12-24", " ")).expect_err("no number")),
        [problem("file_number", "court-number-missing")]
    );
    assert_eq!(
        ids(act(&early, sue("2026-11-23", "1 K 7/26")).expect_err("before")),
        [problem("received_on", "sued-before")]
    );
    assert_eq!(
        ids(act(&early, sue("2026-12-25", "1 K 7/26")).expect_err("tomorrow")),
        [problem("received_on", "received-in-future")]
    );
    assert_eq!(ids(act(&early, end("Zurückgenommen.")).expect_err("none")), [problem("", "sued-none")]);
    act(&early, sue("2026-12-24", "1 K 7/26")).expect("early is entered all the same: the court decides");
    assert_eq!(ids(act(&early, sue("2026-12-24", "x")).expect_err("open")), [problem("", "sued-open")]);

    let told = case_of(&office, case);
    let suit = told.open_suit().expect("open");
    assert_eq!(
        (suit.sued.court.by.as_str(), suit.sued.court.file_number.as_str()),
        ("Bernd Beispiel", "1 K 7/26")
    );
    let since = Waiting { waits_for: WaitsFor::Application, since: day("2026-11-24") };
    assert_eq!(suit.sued.waiting, since);
    assert_eq!(days(), before, "it stops no deadline");
    let filter = Filter { view: View::ToSign, ..Filter::default() };
    let heads = || {
        let page = Page::first(10);
        let rows = office.desk.cases(&office.clerk, &filter, Sort::default(), &page).expect("rows");
        rows.iter().map(Stand::of).collect::<Vec<_>>()
    };
    assert_eq!(heads(), [Stand::Sued]);
    act(&early, end("Die Klage ist zurückgenommen.")).expect("over");
    assert!(heads().is_empty() && case_of(&office, case).open_suit().is_none());
}

/// It was decided on 24 November and handed over on the 26th: what was filed at court until then crossed it, whenever the court served
/// it; what was filed later is against the decision.
#[test]
fn what_comes_after_the_decision_is_no_failure_to_act_unless_an_objection_waits() {
    let office = office();
    let court =
        [("court.name", "VG"), ("court.street", "Weg 1"), ("court.place", "48000 M"), ("street", "Markt 1")];
    let court = court.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    office.desk.set_town(&office.admin, &court).expect("the court");
    let case = filed(&office);
    let omit = Command::Proceed(Box::new(Proceed::Omit { ground: crate::domain::case::Ground::AsDeclared }));
    office.desk.act_all(&office.clerk, case, vec![omit, refuse()]).expect("refused");
    let last = later(&office, chrono::Duration::days(120));
    let act = |command| last.act(&office.clerk, case, command);
    for (filed, on) in
        [(Some("2026-11-24"), "2026-11-27"), (Some("2026-11-25"), "2026-11-27"), (None, "2026-11-27")]
    {
        act(brought(filed, on, "1 K 7/26")).expect("it crossed the decision, or may have");
        assert_eq!(
            case_of(&office, case).open_suit().expect("open").sued.waiting.waits_for,
            WaitsFor::Application
        );
        act(end("Erledigt erklärt.")).expect("over");
    }
    let proof = String::new();
    let notified = Notified { way: Way::Hand, on: day("2026-11-26"), posted_on: None, of: None, proof };
    act(Command::Proceed(Box::new(Proceed::Notify(notified)))).expect("notified");
    let wrong = |filed, on| ids(act(brought(Some(filed), on, "1 K 7/26")).expect_err("refused"));
    assert_eq!(wrong("2026-11-27", "2026-11-27"), [problem("filed_on", "sued-decided")]);
    assert_eq!(wrong("2026-11-28", "2026-11-27"), [problem("filed_on", "sued-filed-after")]);
    act(brought(Some("2026-11-26"), "2026-11-27", "1 K 7/26")).expect("on the day it was told");
    act(end("Erledigt erklärt.")).expect("over");
    let object = |remedy| {
        let (received_on, text) = (day("2026-12-01"), String::new());
        Command::Proceed(Box::new(Proceed::Object(Objection {
            remedy,
            received_on,
            text,
            by: None,
            court: None,
            against: None,
        })))
    };
    // The notice names the court: an objection that is not open waits for nothing.
    act(object(Remedy::Objection)).expect("entered");
    assert_eq!(case_of(&office, case).waiting(), None);
}

/// An objection against the dog tax waits for its own decision, from its own day.
#[test]
fn an_objection_waits_from_its_own_day() {
    let office = office();
    let demo = include_str!("../../../../assets/demo/names.toml");
    let demo: toml::Table = toml::from_str(demo).expect("a town");
    let values = demo["town"].as_table().expect("its values");
    let text = |value: &toml::Value| value.as_str().unwrap_or_default().to_owned();
    let values = values.iter().map(|(key, value)| (key.clone(), text(value))).collect();
    office.desk.set_town(&office.admin, &values).expect("the town");
    let case =
        office.desk.file_case(&office.clerk, &example(&office, "hundesteuer-anmeldung")).expect("filed").case;
    let decide =
        Command::Decide { outcome: Outcome::Granted, reasons: String::new(), conditions: Vec::new() };
    office.desk.act(&office.clerk, case, decide).expect("decided");
    let last = later(&office, chrono::Duration::days(120));
    let objection = Objection {
        remedy: Remedy::Objection,
        received_on: day("2026-11-30"),
        text: String::new(),
        by: None,
        court: None,
        against: None,
    };
    last.act(&office.clerk, case, Command::Proceed(Box::new(Proceed::Object(objection)))).expect("entered");
    let since = Waiting { waits_for: WaitsFor::Objection, since: day("2026-11-30") };
    assert_eq!(case_of(&office, case).waiting(), Some(since));
    let days = last.days_of_case(&office.clerk, case).expect("days");
    let suable = days.iter().find(|day| day.day.kind == DayKind::Sue).expect("a day");
    assert_eq!(suable.day.on, day("2027-02-28"), "a Sunday moves nothing");
    let act = |command| last.act(&office.clerk, case, command);
    act(sue("2027-03-01", "2 K 9/27")).expect("entered");
    assert_eq!(case_of(&office, case).suits()[0].sued.waiting, since);
    act(end("Erledigt erklärt.")).expect("over");
    // The objection is settled on 24 March; an action that the court got on that day, and served later, crossed it.
    let (how, reason, ruling) = (Settled::Rejected, "Zu Recht.".to_owned(), Some(Rule::default()));
    let reject = Conclude { how, reason, ruling, ..Conclude::default() };
    act(Command::Proceed(Box::new(Proceed::Conclude(Box::new(reject))))).expect("settled");
    let later = self::later(&office, chrono::Duration::days(130));
    let settled_on = case_of(&office, case).objections()[0].settled.clone().expect("settled").2;
    let crossing = brought(Some(&settled_on.to_string()), "2027-04-01", "3 K 1/27");
    later.act(&office.clerk, case, crossing).expect("it crossed");
    assert_eq!(case_of(&office, case).suits()[1].sued.waiting, since);
}
