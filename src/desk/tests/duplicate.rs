//! Duplicates (Zweitschrift): the same content as the original, their fee, and what is refused.

use super::*;
use crate::domain::id::PaperId;
use crate::store::read::PaperRow;
use desk_paper::Scene;

use crate::desk::paper as desk_paper;

/// The same office on a later day, with a clerk who was not there before, another telephone and another name of the
/// applicant: nothing that was issued before may know of it.
pub(super) fn later(office: &mut Office, case: crate::domain::id::CaseId) -> Session {
    office.desk.clock = Clock::Fixed("2026-12-02T08:00:00Z".parse().expect("a moment"));
    let desk = &office.desk;
    let town = [(keys::PHONE.to_owned(), "02542 000999".to_owned())];
    desk.set_town(&office.admin, &town.into()).expect("town");
    let other = desk.add_user(&office.admin, "other", "Bo Ostendarp", "1122").expect("added");
    for role in [Role::Counter, Role::Head] {
        desk.grant(&office.admin, other, role, Group::ALL.into()).expect("granted");
    }
    let other = desk.sign_in("other", "1122").expect("signed in");
    let sheet = desk.sheet(&other, case).expect("the case");
    let mut person = sheet.persons.values().next().expect("somebody").clone();
    let _ = person.fields.insert("family".to_owned(), "Neuname".to_owned());
    let _ = desk.save_person(&other, Some(person.id), &person.fields).expect("saved");
    other
}

pub(super) fn paper(
    office: &Office,
    session: &Session,
    case: crate::domain::id::CaseId,
    kind: &str,
) -> PaperRow {
    let papers = office.desk.papers_of(session, case).expect("papers");
    papers.into_iter().find(|paper| paper.kind == kind).expect("a paper of the kind")
}

fn refused(result: Result<crate::desk::duplicate::Duplicated, DeskError>) -> Vec<String> {
    result.expect_err("refused").problems().into_iter().map(|problem| problem.id).collect()
}

#[test]
fn every_paper_is_written_again_from_where_it_was() {
    let mut office = office();
    let filed = office.desk.file_case(&office.clerk, &example(&office, "gewerbe-anmeldung")).expect("filed");
    let other = later(&mut office, filed.case);
    let again = |hand: &mut crate::desk::hand::Hand<'_, '_, '_>| {
        let case = hand.case(filed.case)?;
        let now = Scene::now(hand, case.id, None)?;
        assert_eq!((now.clerk.as_str(), now.town.get(keys::PHONE)), ("Bo Ostendarp", "02542 000999"));
        let papers = case.papers.iter().map(|paper| {
            let then = Scene::then(hand, &case, paper.issued.paper)?;
            Ok((paper.issued.clone(), then.render(&paper.issued.kind)?.sha256()))
        });
        papers.collect::<Result<Vec<_>, DeskError>>()
    };
    let papers = office.desk.act_as(&other, again).expect("written again");
    assert_eq!(papers.len(), 3);
    for (issued, sha256) in papers {
        assert_eq!(issued.sha256.0, sha256, "{} is not byte for byte what it was", issued.title);
    }
}

#[test]
fn a_lost_certificate_costs_its_fee_at_once_and_nothing_else_that_is_owed() {
    let mut office = office();
    let mut intake = example(&office, "gewerbe-anmeldung");
    intake.settlement = Settlement::Later;
    let filed = office.desk.file_case(&office.clerk, &intake).expect("filed");
    let other = later(&mut office, filed.case);
    let lost = paper(&office, &other, filed.case, "empfangsbescheinigung");
    let little = Settlement::Cash { given: Cents(1400) };
    assert_eq!(refused(office.desk.duplicate(&other, filed.case, lost.id, &little)), ["given-too-little"]);
    assert_eq!(office.desk.papers_of(&other, filed.case).expect("papers").len(), 2, "nothing is left behind");
    let given = Settlement::Cash { given: Cents(2000) };
    let made = office.desk.duplicate(&other, filed.case, lost.id, &given).expect("issued");
    assert_eq!(
        (made.fee, made.change, made.receipt.as_deref()),
        (Cents(1500), Some(Cents(500)), Some("A-2026-000001"))
    );
    let case = office.desk.sheet(&other, filed.case).expect("the case").case;
    assert_eq!(case.owes(), Cents(2600), "the fee of the notice is still owed");
    let issued = &case.paper(made.paper).expect("the duplicate").issued;
    assert_eq!((issued.repeats, issued.replaces), (Some(lost.id), None));
    assert_eq!(issued.title, "Empfangsbescheinigung, Zweitschrift");
    assert!(case.stands(lost.id) && case.stands(made.paper));
    assert!(case.papers.iter().any(|paper| paper.issued.receipt == made.receipt), "a receipt for the fee");
    // Lost again: the duplicate of a duplicate repeats the original.
    let card = Settlement::Card;
    let second = office.desk.duplicate(&other, filed.case, made.paper, &card).expect("issued").paper;
    let case = office.desk.sheet(&other, filed.case).expect("the case").case;
    assert_eq!(case.paper(second).expect("there").issued.repeats, Some(lost.id));
}

#[test]
fn the_duplicate_of_a_receipt_is_free_and_its_money_is_not_counted_twice() {
    let mut office = office();
    let filed = office.desk.file_case(&office.clerk, &example(&office, "gewerbe-anmeldung")).expect("filed");
    let other = later(&mut office, filed.case);
    let lost = paper(&office, &other, filed.case, "quittung");
    let made = office.desk.duplicate(&other, filed.case, lost.id, &Settlement::Later).expect("issued");
    assert_eq!((made.fee, made.receipt), (Cents::ZERO, None));
    let case = office.desk.sheet(&other, filed.case).expect("the case").case;
    assert_eq!((case.receipts.len(), case.owes()), (1, Cents::ZERO));
    assert_eq!(case.paper(made.paper).expect("there").issued.receipt, lost.receipt);
    let number = lost.receipt.expect("a receipt");
    let _ = office.desk.cancel_receipt(&other, &number, "vertippt").expect("cancelled");
    let again = office.desk.duplicate(&other, filed.case, lost.id, &Settlement::Later);
    assert_eq!(refused(again), ["paper-of-cancelled-receipt"]);
}

#[test]
fn a_closed_case_gives_a_duplicate_too_and_is_open_while_it_owes() {
    let office = office();
    let (desk, clerk) = (&office.desk, &office.clerk);
    let filed = desk.file_case(clerk, &example(&office, "gewerbe-anmeldung")).expect("filed");
    desk.act(clerk, filed.case, Command::Close { reason: String::new() }).expect("closed");
    let lost = paper(&office, clerk, filed.case, "gewa1").id;
    let stage = || desk.sheet(clerk, filed.case).expect("the case").case.stage();
    let silent = Settlement::Exempt { reason: " ".to_owned() };
    assert_eq!(refused(desk.duplicate(clerk, filed.case, lost, &silent)), ["text-missing"]);
    let exempt = Settlement::Exempt { reason: "Wasserschaden im Rathaus".to_owned() };
    let made = desk.duplicate(clerk, filed.case, lost, &exempt).expect("issued");
    assert_eq!((made.fee, made.receipt, stage()), (Cents(1500), None, Stage::Closed));
    let _ = desk.duplicate(clerk, filed.case, lost, &Settlement::Later).expect("issued");
    assert_eq!(stage(), Stage::Filed, "the fee is still to be paid");
    let _ = desk.settle(clerk, filed.case, &Settlement::Card).expect("paid");
    assert_eq!(stage(), Stage::Closed);
    let unknown = desk.duplicate(clerk, filed.case, PaperId(uuid::Uuid::nil()), &Settlement::Later);
    assert_eq!(refused(unknown), ["paper-unknown"]);
}

#[test]
fn a_paper_is_issued_once() {
    let office = office();
    let (desk, clerk) = (&office.desk, &office.clerk);
    let filed = desk.file_case(clerk, &example(&office, "gewerbe-anmeldung")).expect("filed");
    for kind in ["empfangsbescheinigung", "gewa1", "quittung"] {
        let problems = desk.issue(clerk, filed.case, kind).expect_err("there already").problems();
        assert_eq!(problems[0].id, "paper-already-issued", "{kind}");
    }
    let sheet = desk.sheet(clerk, filed.case).expect("the case");
    assert_eq!(desk_paper::issuable(&sheet.case, sheet.service, &sheet.assessment), []);
}

#[test]
fn whoever_may_work_on_a_case_has_what_they_filed() {
    let office = office();
    let desk = &office.desk;
    let filed = desk.file_case(&office.clerk, &example(&office, "gewerbe-anmeldung")).expect("filed");
    let mine = Filter { view: View::Mine(office.clerk.user), ..Filter::default() };
    let mine = desk.cases(&office.clerk, &mine, Sort::default(), &Page::first(10)).expect("a list");
    assert_eq!(mine.iter().map(|row| row.id).collect::<Vec<_>>(), [filed.case]);
    let counter = desk.add_user(&office.admin, "counter", "Cy Tresen", "1122").expect("added");
    desk.grant(&office.admin, counter, Role::Counter, Group::ALL.into()).expect("granted");
    let counter = desk.sign_in("counter", "1122").expect("signed in");
    let filed = desk.file_case(&counter, &example(&office, "gewerbe-anmeldung")).expect("filed");
    assert_eq!(desk.sheet(&counter, filed.case).expect("the case").case.assigned(), None);
}
