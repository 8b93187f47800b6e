//! Deciding about an objection as a clerk does: the letter with its costs and its notice, service and the period that follows, and another
//! authority's decision.

mod another;
mod part;
mod several;
mod undone;

use super::*;
use crate::desk::case::Sheet;
use crate::desk::days::DayKind;
use crate::domain::case::{Challenged, Fate, Notified, Objection, Settled, Stage, Way};
use crate::domain::decide::{Conclude, Elsewhere, Rule};
use crate::domain::decision::Remedy;
use crate::domain::remedy::Remedied;

/// Until when something may be filed against what was told last.
fn until(sheet: &Sheet) -> Remedied {
    let act = sheet.case.act().expect("told");
    let notified = sheet.case.notified_of(act.event).expect("notified");
    sheet.assessment.procedure.until(notified, act).expect("a day")
}

const REASON: &str = "Der Hund ist im Haushalt gemeldet.";

fn with_court(office: &Office) {
    let demo: toml::Table =
        toml::from_str(include_str!("../../../../assets/demo/names.toml")).expect("a town");
    let text = |value: &toml::Value| value.as_str().unwrap_or_default().to_owned();
    let values = demo["town"].as_table().expect("its values").iter();
    let mut values: std::collections::BTreeMap<_, _> =
        values.map(|(key, value)| (key.clone(), text(value))).collect();
    for (key, value) in [("gestattung.klein", "25"), ("gestattung.mittel", "50"), ("gestattung.gross", "100")]
    {
        let _ = values.insert(key.to_owned(), value.to_owned());
    }
    office.desk.set_town(&office.admin, &values).expect("the town");
}

fn proceed(wanted: Proceed) -> Command {
    Command::Proceed(Box::new(wanted))
}

fn told(way: Way, on: &str) -> Command {
    proceed(Proceed::Notify(Notified { way, on: day(on), posted_on: None, of: None, proof: String::new() }))
}

fn object(remedy: Remedy, on: &str, number: &str) -> Command {
    let court = (remedy == Remedy::Action).then(|| AtCourt {
        file_number: number.to_owned(),
        by: "Bernd Beispiel".to_owned(),
        ..AtCourt::default()
    });
    let (received_on, text) = (day(on), String::new());
    proceed(Proceed::Object(Objection { remedy, received_on, text, by: None, court, against: None }))
}

/// Granted on 24 November 2026, handed over at once, objected to.
fn objected(office: &Office, service: &str) -> CaseId {
    with_court(office);
    let mut intake = example(office, service);
    if service == "gestattung" {
        intake.documents = ["ausweis".to_owned(), "lageplan".to_owned()].into();
    }
    let case = office.desk.file_case(&office.clerk, &intake).expect("filed").case;
    let decide =
        Command::Decide { outcome: Outcome::Granted, reasons: String::new(), conditions: Vec::new() };
    let all = vec![decide, told(Way::Hand, "2026-11-24"), object(Remedy::Objection, "2026-11-24", "")];
    office.desk.act_all(&office.clerk, case, all).expect("objected");
    case
}

fn concludes(how: Settled, rule: Rule) -> Conclude {
    Conclude { how, reason: REASON.to_owned(), ruling: Some(rule), ..Conclude::default() }
}

fn conclude(wanted: Conclude) -> Command {
    proceed(Proceed::Conclude(Box::new(wanted)))
}

fn letter(office: &Office, case: CaseId, kind: &str) -> String {
    let case = case_of(office, case);
    let paper = case.papers.iter().rfind(|paper| paper.issued.kind == kind).expect("issued");
    let bytes = office.desk.paper_bytes(&office.clerk, paper.issued.paper).expect("the bytes");
    let opened = crate::paper::aloud::open(&bytes).expect("opened");
    let lines = crate::paper::aloud::lines(&opened.pdf).join(" ");
    lines.replace(['\u{202f}', '\u{a0}'], " ").replace('\u{ad}', "")
}

fn says(text: &str, all: &[&str]) {
    for words in all {
        assert!(text.contains(words), "{words} is not in: {text}");
    }
}

/// The tax on a dog: rejected on 24 November, served with a record on the 26th. A month ends on Saturday, 26 December, so on Monday.
#[test]
fn a_rejected_objection_is_served_and_the_period_for_the_action_is_computed() {
    let office = office();
    let case = objected(&office, "hundesteuer-anmeldung");
    let act = |command| office.desk.act(&office.clerk, case, command);
    let wrong = |wanted| ids(act(conclude(wanted)).expect_err("refused"));
    let bare = Conclude { how: Settled::Rejected, reason: REASON.into(), ..Conclude::default() };
    assert_eq!(wrong(bare), [problem("", "ruling-needed")], "no objection ends without its letter");
    let counsel = Rule { counsel: Some(true), ..Rule::default() };
    assert_eq!(wrong(concludes(Settled::Rejected, counsel)), [problem("counsel", "ruling-counsel-tax")]);
    let facts = "Der Hund lebt seit Oktober im Haushalt.".to_owned();
    act(conclude(concludes(Settled::Rejected, Rule { facts, ..Rule::default() }))).expect("rejected");
    let said = letter(&office, case, "widerspruchsbescheid");
    says(
        &said,
        &[
            "Wir weisen Ihren Widerspruch zurück.",
            "Die Kosten des Widerspruchsverfahrens tragen Sie.",
            "seit Oktober im Haushalt",
            REASON,
            "§ 73 Abs. 3 Satz 3 VwGO",
            "§ 2 Abs. 2 Nr. 1 VwVfG NRW",
            "in der Gestalt dieses Widerspruchsbescheids können Sie innerhalb eines Monats nach Zustellung",
            "Verwaltungsgericht Münster",
            "§ 80 Abs. 2 Satz 1 Nr. 1 VwGO",
        ],
    );
    let dues = |desk: &Desk| {
        let days = desk.days_of_case(&office.clerk, case).expect("days").into_iter();
        days.filter(|day| day.day.kind == DayKind::Remedy)
            .map(|day| (day.day.on, day.day.label.de, day.why.first().map(|step| step.id.clone())))
            .collect::<Vec<_>>()
    };
    assert!(dues(&office.desk).is_empty(), "it does not run before it is served");
    let last = later(&office, chrono::Duration::days(70));
    let act = |command| last.act(&office.clerk, case, command);
    act(told(Way::Served, "2026-11-26")).expect("served");
    let label = "Klagefrist nach dem Widerspruch endet".to_owned();
    let first = Some("remedy-after-objection".to_owned());
    assert_eq!(dues(&last), [(day("2026-12-28"), label, first)]);
    let stands = || {
        let sheet = last.sheet(&office.clerk, case).expect("the case");
        let ends = until(&sheet);
        (sheet.case.challenged(sheet.case.act().expect("told"), &ends), ends.final_from())
    };
    let is_final = (Challenged::No, day("2026-12-29"));
    assert_eq!(stands(), is_final);
    act(object(Remedy::Action, "2026-12-29", "1 K 1/27")).expect("entered");
    let sheet = last.sheet(&office.clerk, case).expect("the case");
    let filed = sheet.case.open_of(Remedy::Action).expect("open");
    let against = sheet.case.objected(filed);
    assert!(against.is_some_and(|act| act.ruling.is_some()), "against the decision in that form");
    assert!(!until(&sheet).in_time(filed.objection.brought_on()));
    assert_eq!(stands(), is_final, "what came late changes nothing");
    // A second person sues in time; the same number is not entered twice.
    let twice = act(object(Remedy::Action, "2027-01-05", "1 k 1/27")).expect_err("there");
    assert_eq!(ids(twice), [problem("file_number", "action-there")]);
    act(object(Remedy::Action, "2026-12-28", "1 K 2/27")).expect("two actions are open");
    let which = Conclude { how: Settled::Dismissed, reason: "Urteil".into(), ..Conclude::default() };
    assert_eq!(ids(act(conclude(which.clone())).expect_err("which?")), [problem("of", "settled-of-which")]);
    let second = case_of(&office, case).open_of(Remedy::Action).map(|filed| filed.event);
    act(conclude(Conclude { filed: second, ..which })).expect("ended");
    let open = case_of(&office, case).all_open().count();
    assert_eq!(open, 1, "the other one is open still");
    assert!(last.verify().expect("verified").is_clean());
}

/// By plain post a decision about an objection is not served: nothing is called final, and the case says why.
#[test]
fn what_went_by_plain_post_is_never_called_final() {
    let office = office();
    let case = objected(&office, "hundesteuer-anmeldung");
    office
        .desk
        .act(&office.clerk, case, conclude(concludes(Settled::Rejected, Rule::default())))
        .expect("rejected");
    let last = later(&office, chrono::Duration::days(70));
    last.act(&office.clerk, case, told(Way::Post, "2026-11-24")).expect("entered");
    let sheet = last.sheet(&office.clerk, case).expect("the case");
    let act = sheet.case.act().expect("told");
    let ends = until(&sheet);
    assert_eq!((ends.notified_on, ends.ends_on), (day("2026-11-28"), day("2026-12-28")));
    assert!(ends.why.iter().any(|step| step.id == "ruling-unserved"));
    assert_eq!(sheet.case.challenged(act, &ends), Challenged::Unserved);
}

/// A refusal is objected to with success: it is lifted, the letter tells it like a decision, and what was asked for is decided anew.
#[test]
fn what_is_right_is_lifted_by_a_letter() {
    let office = office();
    with_court(&office);
    let case = filed(&office);
    let unheard = proceed(Proceed::Omit { ground: crate::domain::case::Ground::Danger });
    let all =
        vec![unheard, refuse(), told(Way::Hand, "2026-11-24"), object(Remedy::Objection, "2026-11-24", "")];
    office.desk.act_all(&office.clerk, case, all).expect("refused");
    let act = |command| office.desk.act(&office.clerk, case, command);
    act(Command::Close { reason: String::new() }).expect("closed; the objection is decided all the same");
    act(conclude(concludes(Settled::Remedied, Rule::default()))).expect("remedied");
    let said = letter(&office, case, "abhilfebescheid");
    says(
        &said,
        &[
            "Ihr Widerspruch hat Erfolg. Wir heben unseren Bescheid vom 24.11.2026 auf.",
            "Über Ihren Antrag entscheiden wir neu.",
            "Die Kosten des Widerspruchsverfahrens tragen wir.",
            "§ 80 Abs. 1 VwVfG NRW",
            "Soweit die Entscheidung über die Kosten Sie belastet",
        ],
    );
    let open = case_of(&office, case);
    assert!(open.decisions.is_empty() && open.stage() == Stage::Filed, "it waits for its decision");
    act(told(Way::Post, "2026-11-24")).expect("told like a decision");
    let sheet = office.desk.sheet(&office.clerk, case).expect("the case");
    let ends = until(&sheet);
    assert!(ends.why.iter().all(|step| step.id != "ruling-unserved"), "it need not be served");
    assert_eq!(ids(act(refuse()).expect_err("anew")), [problem("hearing", "hearing-missing")]);
}

/// Passed on: the other authority's decision has no letter here, its service and its missing notice count all the same.
#[test]
fn what_another_authority_decides_is_entered_without_a_letter() {
    let office = office();
    let case = objected(&office, "hundesteuer-anmeldung");
    let last = later(&office, chrono::Duration::days(70));
    let act = |command| last.act(&office.clerk, case, command);
    let passed = Conclude { how: Settled::PassedOn, reason: "An den Kreis.".into(), ..Conclude::default() };
    act(conclude(passed)).expect("passed on");
    let own = act(conclude(concludes(Settled::Rejected, Rule::default()))).expect_err("not ours");
    assert_eq!(ids(own), [problem("elsewhere", "ruling-passed-on")]);
    let by = |on: &str, has_notice| Rule {
        elsewhere: Some(Elsewhere { by: "Kreis Borken".into(), on: day(on), has_notice }),
        ..Rule::default()
    };
    let early = act(conclude(concludes(Settled::Rejected, by("2026-11-23", true)))).expect_err("before");
    assert_eq!(ids(early), [problem("decided_on", "ruling-before-objection")]);
    act(conclude(concludes(Settled::Rejected, by("2026-12-01", false)))).expect("entered");
    let told = case_of(&office, case);
    assert!(told.papers.iter().all(|paper| paper.issued.kind != "widerspruchsbescheid"));
    act(self::told(Way::Served, "2026-12-03")).expect("served by the Kreis");
    let sheet = last.sheet(&office.clerk, case).expect("the case");
    let ends = until(&sheet);
    assert_eq!(ends.ends_on, day("2027-12-03"), "no notice, so a year");
}
