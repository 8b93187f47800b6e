//! Periods by the law of the service, and the notice of legal remedy.

use super::*;

/// Direct action is the rule in NRW: the notice names the court with its address, and says what the town has not said.
#[test]
fn where_an_action_lies_the_court_is_named() {
    let today = day("2026-11-24");
    let mut service = Catalogue::built_in().current("hundesteuer-anmeldung", today).unwrap().clone();
    service.remedy = Remedy::Klage;
    let terms = |town: Town| {
        let none = seen(&[]);
        let situation = Situation {
            today,
            received_on: today,
            town: &town,
            documents_seen: &none,
            brought: None,
            appears_as: AppearsAs::InPerson,
            channel: Channel::Counter,
        };
        evaluate(&service, &with("hundesteuer-anmeldung", json!({})), &situation).terms
    };
    let court = [
        ("court.name", "Verwaltungsgericht Münster"),
        ("court.street", "Gerichtsstraße 1"),
        ("court.place", "48000 Münster"),
    ];
    let notice = terms(Town::of(court)).notice.expect("the court is known");
    assert_eq!(notice.remedy, crate::domain::decision::Remedy::Action);
    assert_eq!(notice.address, "Gerichtsstraße 1, 48000 Münster");
    let without = terms(Town::of([("court.name", "Verwaltungsgericht Münster")]));
    assert_eq!(without.notice, None);
    assert!(without.lacking.iter().any(|problem| problem.id == "decision-needs-court"));
}

#[test]
fn periods_follow_the_law_of_the_service() {
    let due = |slug: &str, changes| {
        let assessment = assess(slug, &with(slug, changes), AppearsAs::InPerson, &[]);
        assessment.due.iter().map(|due| (due.id.clone(), due.date.to_string())).collect::<Vec<_>>()
    };
    // Three days from Tuesday, 24 November 2026.
    assert_eq!(due("gewerbe-anmeldung", json!({})), [at("bescheinigung", "2026-11-27")]);
    // Two weeks from Saturday, 14 November 2026, end on a Saturday and move to Monday.
    assert_eq!(due("hundesteuer-anmeldung", json!({})), [at("anmeldung", "2026-11-30")]);
    assert_eq!(due("fundsache", json!({})), [at("eigentumserwerb", "2027-05-24")]);
    assert_eq!(due("fundsache", json!({ "wert": "9,50" })), [at("eigentumserwerb-kleinfund", "2027-05-20")]);
    assert_eq!(due("fundsache", json!({ "wert": "10,00" })), [at("eigentumserwerb-kleinfund", "2027-05-20")]);
    assert_eq!(due("fundsache", json!({ "wert": "10,01" })), [at("eigentumserwerb", "2027-05-24")]);
    // Nobody acquires what was found in an office (§ 978 BGB).
    assert_eq!(due("fundsache", json!({ "oeffentliche_stelle": true })), []);
}

/// § 973 BGB: found on Saturday, 27 June 2026, worth eight euros: with the end of Sunday, 27 December 2026. Neither
/// § 193 BGB nor § 31 VwVfG moves that, and the explanation says why by civil law.
#[test]
fn a_find_is_owned_after_six_months_of_civil_law() {
    let small = with("fundsache", json!({ "fundtag": "2026-06-27", "wert": 800 }));
    let assessment = assess("fundsache", &small, AppearsAs::InPerson, &[]);
    assert_eq!(assessment.due[0].date, day("2026-12-27"));
    let laws: Vec<&str> = assessment.due[0].why.iter().map(|step| step.law.as_str()).collect();
    assert_eq!(laws[0], "§ 973 Abs. 2 BGB");
    assert!(laws.contains(&"§§ 187, 188 BGB"), "{laws:?}");
    assert!(laws.iter().all(|law| !law.contains("VwVfG")), "{laws:?}");
}

/// Taken in on Saturday, 14 November 2026: two weeks end on Saturday, 28 November, and so on Monday, 30 November
/// (§ 193 BGB, § 108 (3) AO). Who comes on that Monday is not late; who comes on Tuesday is.
#[test]
fn a_dog_is_registered_late_only_after_the_computed_day() {
    let warned = |taken_in: &str, received: &str| {
        let received_on = day(received);
        let service = Catalogue::built_in().current("hundesteuer-anmeldung", received_on).unwrap();
        let (town, none) = (town(), seen(&[]));
        let situation = Situation {
            today: received_on,
            received_on,
            town: &town,
            documents_seen: &none,
            brought: None,
            appears_as: AppearsAs::InPerson,
            channel: Channel::Counter,
        };
        let answers = with("hundesteuer-anmeldung", json!({ "aufgenommen_am": taken_in }));
        let assessment = evaluate(service, &answers, &situation);
        let warning = assessment.problems.iter().find(|problem| problem.id == "hundesteuer-verspaetet");
        warning.map(|warning| warning.says.clone().unwrap().de)
    };
    assert_eq!(warned("2026-11-14", "2026-11-30"), None);
    assert!(warned("2026-11-14", "2026-12-01").unwrap().contains("30.11.2026"));
    // From 21 May 2026 the end is Fronleichnam, 4 June; from 10 December it is Christmas Eve, a working day.
    assert_eq!(warned("2026-05-21", "2026-06-05"), None);
    assert!(warned("2026-05-21", "2026-06-08").unwrap().contains("05.06.2026"));
    assert_eq!(warned("2026-12-10", "2026-12-24"), None);
    assert!(warned("2026-12-10", "2026-12-28").unwrap().contains("24.12.2026"));
}

/// Three months from complete documents: nothing runs before, and the explanation says what came when. Complete on Friday,
/// 4 December 2026; the third month ends on Thursday, 4 March 2027.
#[test]
fn what_begins_with_complete_documents_runs_from_the_last_of_them() {
    use crate::domain::complete::Brought;
    let today = day("2026-11-24");
    let mut service = Catalogue::built_in().current("gestattung", today).unwrap().clone();
    service.deadlines = vec![DeadlineRule {
        id: "entscheidung".into(),
        label: crate::domain::problem::LocalText::default(),
        when: None,
        from: From::Complete,
        kind: crate::domain::deadline::Kind::Frist,
        unit: crate::domain::deadline::Unit::Months,
        value: Length::Fixed(3),
        basis: None,
        law: "§ 42a Abs. 2 VwVfG".into(),
        met_by: None,
        confirmed: true,
    }];
    let needed: Vec<String> = service.documents.iter().map(|document| document.id.clone()).collect();
    let due = |came: &[(&str, &str)], awaits_answers| {
        let documents = came.iter().map(|(id, on)| ((*id).to_owned(), day(on))).collect();
        let brought = Brought { documents, awaits_answers, answered_on: None };
        let documents_seen = brought.documents.keys().cloned().collect();
        let situation = Situation {
            today,
            received_on: today,
            town: &town(),
            documents_seen: &documents_seen,
            brought: Some(&brought),
            appears_as: AppearsAs::InPerson,
            channel: Channel::Counter,
        };
        evaluate(&service, &service.example, &situation).due
    };
    assert!(due(&[], false).is_empty());
    let all: Vec<(&str, &str)> = needed
        .iter()
        .map(|id| (id.as_str(), if *id == needed[0] { "2026-12-04" } else { "2026-11-24" }))
        .collect();
    assert!(due(&all, true).is_empty(), "what was asked for is not said yet");
    let found = due(&all, false);
    assert_eq!(found.iter().map(|due| due.date).collect::<Vec<_>>(), [day("2027-03-04")]);
    let ids: Vec<&str> = found[0].why.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(
        ids[..5],
        ["deadline-because", "complete-received", "complete-document", "complete-since", "deadline-event"]
    );
}

/// The month's lot: 1 December 2026 is a Tuesday, 1 January a holiday before a weekend, 1 May a holiday on a Friday; 1 November, All
/// Saints', is a holiday in Münster and not in Kiel.
#[test]
fn the_lot_is_due_on_the_first_working_day_of_the_next_month() {
    let due = |ags: &str, month: &str| {
        let town = Town::of([(crate::domain::town::keys::AGS, ags)]);
        let due =
            first_working_day_after(&town, day(month), &crate::domain::problem::LocalText::default(), "§ 3");
        due.expect("a day").date.to_string()
    };
    for (month, on) in [
        ("2026-11-01", "2026-12-01"),
        ("2026-11-30", "2026-12-01"),
        ("2026-12-31", "2027-01-04"),
        ("2026-04-15", "2026-05-04"),
        ("2027-10-01", "2027-11-02"),
    ] {
        assert_eq!(due("05554020", month), on, "{month}");
    }
    assert_eq!(due("01002000", "2027-10-01"), "2027-11-01");
}
