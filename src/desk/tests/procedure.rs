//! The procedure between filing and decision: what is missing, who is heard, whose signature is asked for.

use super::*;
use crate::desk::procedure::{Ask, Intends};
use crate::domain::case::{Case, Outcome};
use crate::domain::decide::Proceed;
use crate::domain::id::CaseId;

fn case_of(office: &Office, case: CaseId) -> Case {
    office.desk.sheet(&office.clerk, case).expect("the case").case
}

/// A licence for 300 visitors: the identity card and the plan are missing.
fn filed(office: &Office) -> CaseId {
    let mut intake = example(office, "gestattung");
    intake.documents.clear();
    office.desk.file_case(&office.clerk, &intake).expect("filed").case
}

fn ids(error: crate::desk::DeskError) -> Vec<(String, String)> {
    error.problems().into_iter().map(|problem| (problem.field, problem.id)).collect()
}

fn problem(field: &str, id: &str) -> (String, String) {
    (field.to_owned(), id.to_owned())
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

fn refuse() -> Command {
    let reasons = "Am Ort findet schon ein Fest statt.".to_owned();
    Command::Decide { outcome: Outcome::Refused, reasons, conditions: Vec::new() }
}

/// Posted on Tuesday, 24 November 2026: notified on Saturday, 28 November, which VwVfG does not move. Two weeks end on
/// Saturday, 12 December, and move to Monday.
#[test]
fn what_is_missing_is_asked_for_until_it_is_there() {
    let office = office();
    let case = filed(&office);
    let ask = |due_on: Option<&str>, documents: &[&str]| {
        let documents = documents.iter().map(|id| (*id).to_owned()).collect();
        let ask = Ask { documents, answers: Vec::new(), due_on: due_on.map(day) };
        office.desk.ask(&office.clerk, case, &ask)
    };
    assert_eq!(ids(ask(None, &[]).expect_err("nothing")), [problem("documents", "request-nothing")]);
    let both = [problem("documents", "document-unknown"), problem("due_on", "answer-too-soon")];
    assert_eq!(ids(ask(Some("2026-11-28"), &["taufschein"]).expect_err("both")), both);
    let saturday = ask(Some("2026-12-12"), &["lageplan"]).expect_err("closed").problems().remove(0);
    assert_eq!((saturday.id.as_str(), saturday.args["next"].as_str()), ("answer-on-day-off", "2026-12-14"));
    let paper = ask(None, &["lageplan", "ausweis"]).expect("asked");
    let asked = case_of(&office, case);
    assert_eq!(asked.awaited().map(|asked| asked.due_on), Some(day("2026-12-14")));
    assert_eq!(asked.paper(paper).map(|paper| paper.issued.kind.as_str()), Some("nachforderung"));
    let reminder = asked.next_follow_up().expect("a reminder");
    assert_eq!(reminder.due_on, day("2026-12-15"));
    assert!(reminder.text.contains("Lageplan") && reminder.text.contains("14.12.2026"), "{}", reminder.text);

    let brings = |document: &str| {
        let received_on = office.desk.today();
        let command = Command::ReceiveDocument { document: document.to_owned(), received_on };
        office.desk.act(&office.clerk, case, command).expect("received");
        case_of(&office, case)
    };
    assert!(brings("lageplan").awaited().is_some(), "one of two");
    let there = brings("ausweis");
    assert!(there.awaited().is_none() && there.next_follow_up().is_none(), "the reminder has served");
    let again = ask(None, &["lageplan"]).expect_err("it is there");
    assert_eq!(ids(again), [problem("documents", "request-there")]);
}

#[test]
fn nobody_is_refused_unheard_but_on_a_ground_of_the_law() {
    let office = office();
    let case = filed(&office);
    let act = |desk: &Desk, command: Command| desk.act(&office.clerk, case, command);
    let refused = act(&office.desk, refuse()).expect_err("unheard");
    assert!(ids(refused).contains(&problem("hearing", "hearing-missing")));
    let statement = |text: &str| {
        let received_on = office.desk.today();
        Command::Proceed(Box::new(Proceed::Statement { text: text.to_owned(), received_on }))
    };
    assert_eq!(ids(act(&office.desk, statement("Doch!")).expect_err("none")), [problem("", "hearing-none")]);
    let intends = |outcome, reasons: &str| Intends { outcome, reasons: reasons.to_owned(), due_on: None };
    let hear = |intends: &Intends| office.desk.hear(&office.clerk, case, intends);
    let both = [problem("reasons", "text-missing"), problem("outcome", "hearing-not-needed")];
    assert_eq!(ids(hear(&intends(Outcome::Granted, "")).expect_err("both")), both);
    let _ = hear(&intends(Outcome::Refused, "Dort ist schon ein Fest.")).expect("heard");
    assert_eq!(case_of(&office, case).hearing().map(|hearing| hearing.due_on), Some(day("2026-12-14")));
    let wait = |desk: &Desk| act(desk, refuse()).map_err(ids);
    let waits = problem("hearing", "hearing-not-over");
    assert!(wait(&office.desk).expect_err("waits").contains(&waits));
    let last = later(&office, chrono::Duration::days(20));
    assert!(wait(&last).expect_err("the last day counts").contains(&waits));
    // What is said ends the waiting.
    act(&office.desk, statement("Das andere Fest ist verlegt.")).expect("said");
    assert!(case_of(&office, case).next_follow_up().is_none());
    let court = [
        ("court.name", "VG"),
        ("court.street", "Weg 1"),
        ("court.place", "48000 Münster"),
        ("street", "Markt 1"),
    ];
    let court = court.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    office.desk.set_town(&office.admin, &court).expect("the court");
    act(&office.desk, refuse()).expect("refused");
}
