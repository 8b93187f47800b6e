//! Corrections (Berichtigung): answers, papers, fees and the person, all or nothing.

use super::duplicate::{later, paper};
use super::*;
use crate::desk::correct::{Effects, Wanted};
use crate::domain::case::Fees;
use crate::domain::id::CaseId;
use serde_json::{Value, json};

fn wanted(answers: Value) -> Wanted {
    let Value::Object(answers) = answers else { panic!("answers are an object") };
    Wanted {
        answers: answers.into_iter().collect(),
        reason: "Zahlendreher".to_owned(),
        own_mistake: Some(true),
        ..Wanted::default()
    }
}

fn filed(office: &Office, slug: &str, settlement: Settlement) -> CaseId {
    let mut intake = example(office, slug);
    if slug == "beglaubigung" {
        let known = [("family", "Ďuriš"), ("given", "Zdeňka")];
        intake.participants[0].party = Party::New(known.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
    }
    intake.settlement = settlement;
    office.desk.file_case(&office.clerk, &intake).expect("filed").case
}

fn cash() -> Settlement {
    Settlement::Cash { given: Cents(5000) }
}

#[track_caller]
fn corrects(office: &Office, case: CaseId, wanted: &Wanted) -> Effects {
    let done = office.desk.correct(&office.clerk, case, wanted, "de");
    done.unwrap_or_else(|error| panic!("{:#?}", error.problems())).effects
}

#[track_caller]
fn refused(office: &Office, case: CaseId, wanted: &Wanted) -> Vec<(String, String)> {
    let problems = office.desk.correct(&office.clerk, case, wanted, "de").expect_err("refused").problems();
    problems.into_iter().map(|problem| (problem.field, problem.id)).collect()
}

fn case_of(office: &Office, case: CaseId) -> crate::domain::case::Case {
    office.desk.sheet(&office.clerk, case).expect("the case").case
}

fn kinds(papers: &[crate::domain::case::Issued]) -> Vec<&str> {
    papers.iter().map(|paper| paper.kind.as_str()).collect()
}

#[test]
fn a_house_number_is_corrected_with_every_paper_that_tells_it() {
    let office = office();
    let case = filed(&office, "gewerbe-anmeldung", cash());
    let before = case_of(&office, case);
    let mut place = before.answers().0["betriebsstaette"].clone();
    place["hausnummer"] = json!("32");
    let wanted = wanted(json!({ "betriebsstaette": place }));
    let look = office.desk.look_at_correction(&office.clerk, case, &wanted.answers, "de").expect("a look");
    assert_eq!(case_of(&office, case), before, "looking changes nothing");
    let effects = corrects(&office, case, &wanted);
    assert_eq!(effects, look, "it does what it said");
    assert_eq!(kinds(&effects.reissued), ["empfangsbescheinigung", "gewa1"], "the receipt does not tell it");
    assert_eq!(effects.changes.len(), 1);
    assert!(effects.changes[0].old.contains("23") && effects.changes[0].new.contains("32"));
    let told: Vec<&str> = effects.receivers.iter().map(|to| to.de.as_str()).collect();
    assert!(!told.is_empty(), "field 15 goes to receiving bodies");
    let after = case_of(&office, case);
    assert_eq!(after.answers().text("betriebsstaette.hausnummer"), "32");
    assert_eq!(after.papers.len(), 5);
    for old in &effects.reissued {
        let new = after.replaced_by(old.paper).expect("replaced");
        assert_eq!((new.issued.replaces, new.issued.kind.as_str()), (Some(old.paper), old.kind.as_str()));
        assert!(!after.stands(old.paper) && after.stands(new.issued.paper));
        assert!(new.issued.title.ends_with(", Berichtigung"));
        assert!(office.desk.paper_bytes(&office.clerk, old.paper).is_ok(), "the old one stays in the file");
    }
    let lost = effects.reissued[0].paper;
    let again = office.desk.duplicate(&office.clerk, case, lost, &Settlement::Card).expect_err("replaced");
    assert_eq!(again.problems()[0].id, "paper-replaced");
    assert!(office.desk.verify().expect("looked at").is_clean());
}

#[test]
fn a_wrong_name_is_corrected_in_the_record_and_no_receipt_is_changed() {
    let mut office = office();
    let case = filed(&office, "gewerbe-anmeldung", cash());
    let effects = corrects(&office, case, &wanted(json!({ "familienname": "Ďurišová" })));
    assert_eq!(kinds(&effects.reissued), ["empfangsbescheinigung", "gewa1"]);
    assert_eq!(kinds(&effects.kept), ["quittung"], "a wrong receipt is cancelled, never written anew");
    assert_eq!(effects.person.len(), 1);
    let sheet = office.desk.sheet(&office.clerk, case).expect("the case");
    assert_eq!(sheet.persons.values().next().expect("somebody").get("family"), "Ďurišová");
    let receipts: Vec<_> = sheet.case.standing().filter(|paper| paper.issued.kind == "quittung").collect();
    assert_eq!(receipts.len(), 1, "the same money has one receipt that stands");
    assert_eq!(receipts[0].issued.replaces, None, "the one that was handed over");
    assert_eq!(sheet.case.receipts.len(), 1);
    // A record that says something else by now is not touched: somebody married meanwhile.
    let _ = later(&mut office, case);
    let effects = corrects(&office, case, &wanted(json!({ "familienname": "Ďuriš" })));
    assert_eq!(effects.person, []);
    let person = paper(&office, &office.clerk, case, "quittung");
    assert_eq!(person.issued_on.to_string(), "2026-11-24");
}

#[test]
fn a_second_correction_replaces_what_the_first_one_issued() {
    let office = office();
    let case = filed(&office, "gewerbe-anmeldung", cash());
    let _ = corrects(&office, case, &wanted(json!({ "geburtsdatum": "13.04.1987" })));
    let effects = corrects(&office, case, &wanted(json!({ "geburtsdatum": "14.03.1988" })));
    let case = case_of(&office, case);
    assert_eq!(case.answers().text("geburtsdatum"), "1988-03-14", "stored as everywhere");
    assert_eq!(kinds(&effects.reissued), ["gewa1"]);
    let chain: Vec<_> = case.papers.iter().filter(|paper| paper.issued.kind == "gewa1").collect();
    assert_eq!(chain.len(), 3);
    assert_eq!(chain[2].issued.replaces, Some(chain[1].issued.paper));
    assert_eq!(case.standing().filter(|paper| paper.issued.kind == "gewa1").count(), 1);
}

#[test]
fn everything_against_a_correction_is_said_at_once_and_nothing_is_stored() {
    let office = office();
    let case = filed(&office, "beglaubigung", cash());
    let before = case_of(&office, case);
    let mut wrong = wanted(json!({ "seiten": "viele", "anzahl": 5, "unbekannt": 1 }));
    wrong.reason = " ".to_owned();
    wrong.own_mistake = None;
    let told = refused(&office, case, &wrong);
    for expected in ["seiten", "unbekannt", "reason", "own_mistake", "fees"] {
        assert!(told.iter().any(|(field, _)| field == expected), "{expected} is not among {told:?}");
    }
    assert_eq!(
        refused(&office, case, &wanted(json!({ "anzahl": 3 }))),
        [(String::new(), "nothing-corrected".to_owned())]
    );
    assert_eq!(case_of(&office, case).papers, before.papers);
    assert_eq!(case_of(&office, case).answers(), before.answers());
}

#[test]
fn what_somebody_else_changed_meanwhile_is_not_overwritten() {
    let office = office();
    let case = filed(&office, "beglaubigung", cash());
    let mut mine = wanted(json!({ "seiten": 4 }));
    mine.seen = [("seiten".to_owned(), json!(2))].into();
    let _ = corrects(&office, case, &wanted(json!({ "seiten": 3 })));
    assert_eq!(refused(&office, case, &mine), [("seiten".to_owned(), "answer-changed-meanwhile".to_owned())]);
}

#[test]
fn a_fee_that_was_paid_is_raised_by_the_rest_and_never_lowered_behind_the_till() {
    let office = office();
    let case = filed(&office, "beglaubigung", cash());
    let fees = |count: u8, fees| Wanted { fees: Some(fees), ..wanted(json!({ "anzahl": count })) };
    let told = refused(&office, case, &wanted(json!({ "anzahl": 4 })));
    assert_eq!(told, [("fees".to_owned(), "correction-fee-undecided".to_owned())]);
    let effects = corrects(&office, case, &fees(4, Fees::Revised));
    assert_eq!((effects.fees[0].charged, effects.fees[0].due), (Cents(1500), Cents(2000)));
    assert_eq!(case_of(&office, case).owes(), Cents(500), "only the rest");
    let told = refused(&office, case, &fees(1, Fees::Revised));
    assert_eq!(told, [("fees".to_owned(), "correction-fee-paid".to_owned())]);
    let _ = corrects(&office, case, &fees(1, Fees::Kept));
    let kept = case_of(&office, case);
    assert_eq!((kept.owes(), kept.own_charges().count()), (Cents(500), 2), "left as it was, as decided");
}

#[test]
fn a_fee_that_was_not_paid_is_charged_anew() {
    let office = office();
    let case = filed(&office, "beglaubigung", Settlement::Later);
    let wanted = Wanted { fees: Some(Fees::Revised), ..wanted(json!({ "anzahl": 1 })) };
    let _ = corrects(&office, case, &wanted);
    let after = case_of(&office, case);
    assert_eq!((after.owes(), after.own_charges().count(), after.charges.len()), (Cents(500), 1, 2));
    let receipt = office.desk.settle(&office.clerk, case, &Settlement::Card).expect("paid");
    let paid = case_of(&office, case).receipts[&receipt.expect("a receipt")].paid.cents;
    assert_eq!(paid, Cents(500), "what is withdrawn is not paid");
    assert!(office.desk.verify().expect("looked at").is_clean());
}

#[test]
fn a_closed_case_is_corrected_too_and_what_it_owes_then_opens_it() {
    let office = office();
    let case = filed(&office, "gewerbe-anmeldung", cash());
    office.desk.act(&office.clerk, case, Command::Close { reason: String::new() }).expect("closed");
    let _ = corrects(&office, case, &wanted(json!({ "geburtsort": "Trnava" })));
    assert_eq!(case_of(&office, case).stage(), Stage::Closed);
    let case = filed(&office, "beglaubigung", cash());
    let revised = Wanted { fees: Some(Fees::Revised), ..wanted(json!({ "anzahl": 4 })) };
    let _ = corrects(&office, case, &revised);
    assert_ne!(case_of(&office, case).stage(), Stage::Closed, "somebody has to take the rest");
}

#[test]
fn a_waived_fee_stays_waived() {
    let office = office();
    let case = filed(&office, "beglaubigung", Settlement::Exempt { reason: "Ehrenamt".to_owned() });
    let effects = corrects(&office, case, &wanted(json!({ "anzahl": 1 })));
    assert_eq!((effects.fees.len(), case_of(&office, case).owes()), (0, Cents::ZERO));
}

#[test]
fn a_paper_that_the_right_answers_do_not_bring_forth_is_void_and_the_right_one_comes() {
    let office = office();
    let mut intake = example(&office, "beglaubigung");
    let _ = intake.documents.insert("ausweis".to_owned());
    let known = [("family", "Ďuriš"), ("given", "Zdeňka")];
    intake.participants[0].party = Party::New(known.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
    let case = office.desk.file_case(&office.clerk, &intake).expect("filed").case;
    let old = paper(&office, &office.clerk, case, "vermerk").id;
    let right = json!({
        "art": "unterschrift", "schriftstueck": "Vollmacht", "unterzeichner": "Zdeňka Ďuriš", "vollzug": "vollzogen",
        "anzahl": 3, "ohne_text": false, "oeffentlich": false
    });
    let wanted = Wanted { fees: Some(Fees::Kept), ..wanted(right) };
    let effects = corrects(&office, case, &wanted);
    assert_eq!((kinds(&effects.void), effects.new.len()), (vec!["vermerk"], 1));
    let case = case_of(&office, case);
    assert!(!case.stands(old));
    assert!(case.standing().any(|paper| paper.issued.kind == "vermerk_unterschrift"));
}

#[test]
fn a_tax_case_is_corrected_by_nobody_outside_its_group() {
    let office = office();
    let case = filed(&office, "hundesteuer-anmeldung", Settlement::Later);
    let other = office.desk.add_user(&office.admin, "other", "Bo Ostendarp", "1122").expect("added");
    office.desk.grant(&office.admin, other, Role::Clerk, [Group::Trade].into()).expect("granted");
    let other = office.desk.sign_in("other", "1122").expect("signed in");
    let wanted = wanted(json!({ "farbe": "braun" }));
    let refused = office.desk.correct(&other, case, &wanted, "de").expect_err("refused").problems();
    assert_eq!(refused[0].id, "case-unknown");
    let refused = office.desk.look_at_correction(&other, case, &wanted.answers, "de").expect_err("refused");
    assert_eq!(refused.problems()[0].id, "case-unknown");
}
