//! What whoever decides or asks for more is told before, and on which day an applicant's own period was met.

use super::*;
use crate::domain::decide::{answered_too_late, doubts};

/// A feast on 12 December 2026, applied for on 20 November and typed in on the 24th.
fn feast(office: &Office) -> CaseId {
    let lead = [("gestattung.vorlauf".to_owned(), "2".to_owned())].into();
    office.desk.set_town(&office.admin, &lead).expect("the lead");
    let mut intake = example(office, "gestattung");
    intake.answers.set("von", "2026-12-12".into());
    intake.answers.set("bis", "2026-12-13".into());
    intake.received_on = Some(day("2026-11-20"));
    intake.received_why = "Lag im Briefkasten.".to_owned();
    office.desk.file_case(&office.clerk, &intake).expect("filed").case
}

#[test]
fn an_applicants_period_is_met_by_what_came_in_and_not_by_what_was_typed() {
    let office = office();
    let case = feast(&office);
    let sheet = office.desk.sheet(&office.clerk, case).expect("the case");
    let lead = sheet.assessment.due.iter().find(|due| due.id == "vorlauf").expect("the lead");
    assert_eq!((lead.date, sheet.case.met_on(lead)), (day("2026-11-28"), Some(day("2026-11-20"))));
}

#[test]
fn whoever_decides_is_told_of_a_hearing_that_runs_and_of_a_feast_that_is_over() {
    let office = office();
    let case = feast(&office);
    let told = |outcome, today: &str| {
        let sheet = office.desk.sheet(&office.clerk, case).expect("the case");
        let doubts = doubts(&sheet.case, &sheet.assessment, outcome, day(today));
        doubts.into_iter().map(|doubt| doubt.id).collect::<Vec<_>>()
    };
    assert!(told(Outcome::Granted, "2026-11-24").is_empty());
    let reasons = "Am Ort findet schon ein Fest statt.".to_owned();
    let intends = Intends { outcome: Outcome::Refused, reasons, due_on: Some(day("2026-12-11")) };
    let _ = office.desk.hear(&office.clerk, case, &intends).expect("heard");
    for outcome in [Outcome::Granted, Outcome::Conditional] {
        assert_eq!(told(outcome, "2026-12-11"), ["hearing-runs"], "{outcome:?}");
        assert!(told(outcome, "2026-12-12").is_empty() && told(outcome, "2026-12-13").is_empty());
        assert_eq!(told(outcome, "2026-12-14"), ["occasion-over"], "{outcome:?}");
    }
    for outcome in [Outcome::Refused, Outcome::Withdrawn] {
        assert!(told(outcome, "2026-12-14").is_empty(), "{outcome:?} is of use all the same");
    }
}

#[test]
fn whoever_asks_for_more_is_told_that_the_answer_comes_too_late() {
    let office = office();
    let case = feast(&office);
    let sheet = office.desk.sheet(&office.clerk, case).expect("the case");
    let told = |on, today| answered_too_late(&sheet.assessment, day(on), day(today)).map(|told| told.id);
    let late = |on| told(on, "2026-12-01");
    assert_eq!(late("2026-12-11"), None);
    assert_eq!(late("2026-12-12").as_deref(), Some("answer-after-occasion"));
    assert_eq!(told("2027-01-04", "2026-12-14"), None, "there is no earlier day any more");
}
