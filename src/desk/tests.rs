//! The counter's job through the desk, on a real encrypted database.

use super::*;
use crate::domain::case::{AppearsAs, Signature, Stage};
use crate::domain::decide::Command;
use crate::domain::event::Subject;
use crate::domain::money::Cents;
use crate::domain::town::keys;
use crate::domain::user::{Group, Role};
use crate::store::Place;
use crate::store::read::{self, Filter, Page, Sort, View};
use intake::{Intake, Participant, Party, Settlement};
use std::collections::{BTreeMap, BTreeSet};

mod backup;
mod disclose;
mod double;
mod fee;
mod files;
mod foreign;
mod found;
mod services;

struct Office {
    desk: Desk,
    clerk: Session,
    admin: Session,
    dir: tempfile::TempDir,
}

/// A new desk in a folder, on the morning of 24 November 2026, and its first administrator.
pub fn first_start(dir: &tempfile::TempDir) -> (Desk, Session) {
    let place = Place { data: dir.path().join("data"), state: dir.path().join("state") };
    let clock = Clock::Fixed("2026-11-24T09:00:00Z".parse().expect("a moment"));
    let chance = Chance::seeded(1);
    let key = Desk::new_key(&chance).expect("a key");
    Desk::create(&place, &key, clock, &chance).expect("created");
    let desk = Desk::open(&place, &key, clock, chance).expect("opened");
    let admin = desk.first_administrator("admin", "Admina Muster", "2468").expect("first start");
    (desk, admin)
}

fn office() -> Office {
    let dir = tempfile::tempdir().expect("a folder");
    let (desk, admin) = first_start(&dir);
    let town = [
        (keys::NAME, "Gescher"),
        (keys::AUTHORITY, "Stadt Gescher"),
        (keys::AGS, "05554016"),
        (keys::STREET, "Marktplatz 1"),
        (keys::POSTCODE, "48712"),
        (keys::PLACE, "Gescher"),
    ];
    desk.set_town(&admin, &town.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect())
        .expect("town");
    let clerk = desk.add_user(&admin, "clerk", "Ada Terhürne", "1357").expect("added");
    let groups: BTreeSet<Group> = Group::ALL.into();
    desk.grant(&admin, clerk, Role::Counter, groups.clone()).expect("granted");
    desk.grant(&admin, clerk, Role::Clerk, groups).expect("granted");
    let clerk = desk.sign_in("clerk", "1357").expect("signed in");
    Office { desk, clerk, admin, dir }
}

fn example(office: &Office, slug: &str) -> Intake {
    let mut intake = office.desk.new_intake(&office.clerk, slug).expect("an intake");
    let service = office.desk.service(&intake.service, &intake.version).expect("the service");
    intake.answers = service.example.clone();
    intake.participants = vec![Participant {
        party: Party::New(BTreeMap::new()),
        part: "applicant".to_owned(),
        appears_as: AppearsAs::InPerson,
        seen: Some("personalausweis".to_owned()),
        certain: true,
    }];
    intake.documents = service.documents.iter().filter(|d| d.blocking).map(|d| d.id.clone()).collect();
    if service.is_signed() {
        intake.signature = Some(Signature::Seen);
    }
    intake.settlement = Settlement::Cash { given: Cents(5000) };
    intake
}

#[test]
fn every_service_is_filed_paid_and_its_papers_are_kept() {
    let office = office();
    for service in office.desk.catalogue().find("", office.desk.today()) {
        let mut intake = example(&office, &service.slug);
        if service.slug == "beglaubigung" {
            let known = [("family", "Ďuriš"), ("given", "Zdeňka")];
            intake.participants[0].party =
                Party::New(known.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
        }
        let filed = office.desk.file_case(&office.clerk, &intake).unwrap_or_else(|error| {
            panic!("{}: {:#?}", service.slug, error.problems());
        });
        assert_eq!(office.desk.file_case(&office.clerk, &intake).expect("twice is once"), filed);
        assert!(!filed.papers.is_empty(), "{} gives no paper", service.slug);
        for paper in &filed.papers {
            let bytes = office.desk.paper_bytes(&office.clerk, paper.id).expect("the bytes");
            assert!(bytes.starts_with(b"%PDF-"), "{} {}", service.slug, paper.kind);
        }
        let sheet = office.desk.sheet(&office.clerk, filed.case).expect("the case");
        let by_itself = service.steps["closed"].by_itself;
        let stage = if by_itself { Stage::Closed } else { Stage::Filed };
        assert_eq!((sheet.case.stage(), sheet.case.owes()), (stage, Cents::ZERO), "{}", service.slug);
        if !by_itself {
            let close = Command::Close { reason: String::new() };
            office.desk.act(&office.clerk, filed.case, close).expect("closed");
        }
    }
}

#[test]
fn a_certified_copy_is_done_once_it_is_paid_and_open_again_when_the_receipt_was_wrong() {
    let office = office();
    let mut intake = example(&office, "beglaubigung");
    intake.participants[0].party = Party::New([("family".to_owned(), "Brück".to_owned())].into());
    intake.settlement = Settlement::Later;
    let filed = office.desk.file_case(&office.clerk, &intake).expect("filed");
    let stage = || office.desk.sheet(&office.clerk, filed.case).expect("the case").case.stage();
    assert_eq!(stage(), Stage::Filed, "it owes");
    let cash = Settlement::Cash { given: Cents(5000) };
    let receipt = office.desk.settle(&office.clerk, filed.case, &cash).expect("paid").expect("a receipt");
    assert_eq!(stage(), Stage::Closed);
    let all: BTreeSet<Group> = Group::ALL.into();
    office.desk.grant(&office.admin, office.clerk.user, Role::Cashier, all).expect("granted");
    let cancel = Command::CancelReceipt { receipt, reason: "falscher Betrag".to_owned() };
    office.desk.act(&office.clerk, filed.case, cancel).expect("cancelled");
    assert_eq!(stage(), Stage::Filed, "it owes again");
    let _ = office.desk.settle(&office.clerk, filed.case, &cash).expect("paid again");
    assert_eq!(stage(), Stage::Closed);
}

#[test]
fn a_cashier_who_may_close_nothing_takes_the_money_all_the_same() {
    let office = office();
    let mut intake = example(&office, "beglaubigung");
    intake.participants[0].party = Party::New([("family".to_owned(), "Brück".to_owned())].into());
    intake.settlement = Settlement::Later;
    let filed = office.desk.file_case(&office.clerk, &intake).expect("filed");
    let cashier = office.desk.add_user(&office.admin, "kasse", "Bo Ostendarp", "1122").expect("added");
    office.desk.grant(&office.admin, cashier, Role::Cashier, Group::ALL.into()).expect("granted");
    let cashier = office.desk.sign_in("kasse", "1122").expect("signed in");
    let cash = Settlement::Cash { given: Cents(5000) };
    assert!(office.desk.settle(&cashier, filed.case, &cash).expect("paid").is_some());
    let case = office.desk.sheet(&office.clerk, filed.case).expect("the case").case;
    assert_eq!(
        (case.stage(), case.owes()),
        (Stage::Filed, Cents::ZERO),
        "open for somebody who may close it"
    );
}

#[test]
fn a_trade_receipt_that_was_handed_over_is_not_due() {
    let office = office();
    let filed = office.desk.file_case(&office.clerk, &example(&office, "gewerbe-anmeldung")).expect("filed");
    let sheet = office.desk.sheet(&office.clerk, filed.case).expect("the case");
    let due = sheet.assessment.due.iter().find(|due| due.id == "bescheinigung").expect("three days");
    assert_eq!(sheet.case.met_on(due), Some(office.desk.today()));
    let row = office.desk.case_by_number(&office.clerk, &filed.number).expect("a query").expect("a row");
    assert_eq!(row.due_on, None);
}

#[test]
fn what_is_refused_leaves_nothing_behind() {
    let office = office();
    let mut intake = example(&office, "gewerbe-anmeldung");
    intake.signature = None;
    intake.answers.set("beginn", "31.02.2026".into());
    intake.answers.set("unbekannt", "x".into());
    let problems = office.desk.file_case(&office.clerk, &intake).expect_err("refused").problems();
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    for field in ["beginn", "unbekannt", "signature"] {
        assert!(fields.contains(&field), "{field} is not among {fields:?}");
    }
    let all = Filter { view: View::All, ..Filter::default() };
    let cases = office.desk.cases(&office.clerk, &all, Sort::default(), &Page::first(10)).expect("a list");
    assert!(cases.is_empty());
}

#[test]
fn tax_cases_do_not_exist_for_others() {
    let office = office();
    let filed =
        office.desk.file_case(&office.clerk, &example(&office, "hundesteuer-anmeldung")).expect("filed");
    let other = office.desk.add_user(&office.admin, "other", "Bo Ostendarp", "1122").expect("added");
    office.desk.grant(&office.admin, other, Role::Counter, [Group::Trade].into()).expect("granted");
    let other = office.desk.sign_in("other", "1122").expect("signed in");
    assert!(office.desk.sheet(&other, filed.case).is_err());
    assert!(office.desk.paper_bytes(&other, filed.papers[0].id).is_err());
    assert!(office.desk.case_by_number(&other, &filed.number).expect("a query").is_none());
    let note = Command::Note { text: "gesehen".into(), call: false };
    assert!(office.desk.act(&other, filed.case, note).is_err());
}

#[test]
fn a_wrong_pin_costs_time() {
    let office = office();
    for _ in 0..3 {
        assert_eq!(
            office.desk.sign_in("clerk", "0000").expect_err("wrong").problems()[0].id,
            "sign-in-wrong"
        );
    }
    assert_eq!(office.desk.sign_in("clerk", "1357").expect_err("waits").problems()[0].id, "sign-in-wait");
}

#[test]
fn somebody_entered_at_the_counter_is_stored_as_everywhere_else() {
    let office = office();
    let mut intake = example(&office, "beglaubigung");
    let typed = [("family", "  Brück "), ("birth_date", "140387")];
    intake.participants[0].party = Party::New(typed.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
    let filed = office.desk.file_case(&office.clerk, &intake).expect("filed");
    let sheet = office.desk.sheet(&office.clerk, filed.case).expect("the case");
    let person = sheet.persons.values().next().expect("somebody");
    assert_eq!((person.get("family"), person.get("birth_date")), ("Brück", "1987-03-14"));
}

#[test]
fn no_decision_paper_without_a_decision_and_none_that_grants_for_a_refusal() {
    let office = office();
    let filed =
        office.desk.file_case(&office.clerk, &example(&office, "hundesteuer-anmeldung")).expect("filed");
    let refused = office.desk.issue(&office.clerk, filed.case, "bescheid").expect_err("not decided");
    assert_eq!(refused.problems()[0].id, "paper-without-decision");
    let outcome = crate::domain::case::Outcome::Refused;
    let reasons = "Der Hund lebt in Borken.".to_owned();
    let decide = Command::Decide { outcome, reasons, conditions: Vec::new() };
    office.desk.act_all(&office.clerk, filed.case, vec![unheard(), decide]).expect("decided");
    let papers = office.desk.papers_of(&office.clerk, filed.case).expect("papers");
    assert!(papers.iter().all(|paper| paper.kind != "bescheid"));
}

/// Nobody is heard, since what was declared is not departed from.
pub(crate) fn unheard() -> Command {
    let ground = crate::domain::case::Ground::AsDeclared;
    Command::Proceed(Box::new(crate::domain::decide::Proceed::Omit { ground }))
}

/// Moves the clock of an office.
fn later(office: &Office, by: chrono::Duration) -> Desk {
    Desk { clock: Clock::Fixed(office.desk.clock.now() + by), ..office.desk.clone() }
}

#[test]
fn a_wrong_pin_that_cannot_be_noted_costs_its_growing_time_all_the_same() {
    let office = office();
    office.desk.store.takes_nothing();
    let try_at = |seconds, pin| {
        let refused = later(&office, chrono::Duration::seconds(seconds)).sign_in("clerk", pin).err();
        refused.map(|error| error.problems()[0].id.clone())
    };
    let (wrong, wait) = (Some("sign-in-wrong".to_owned()), Some("sign-in-wait".to_owned()));
    for second in 0..3 {
        assert_eq!(try_at(second, "0000"), wrong, "{second}");
    }
    assert_eq!(try_at(6, "1357"), wait, "the right PIN waits with the wrong ones");
    assert_eq!(try_at(7, "0000"), wrong);
    assert_eq!(try_at(16, "1357"), wait, "and longer after the next");
    assert_eq!(try_at(17, "1357"), None, "who has waited is let in, though the disk takes nothing");
    assert_eq!(try_at(17, "0000"), wrong, "and begins anew");
}

#[test]
fn who_looked_is_forgotten_after_the_term_of_the_town() {
    let office = office();
    let days = chrono::Duration::days;
    let person = [("family", "Muster"), ("given", "Ayşe")].map(|(k, v)| (k.to_owned(), v.to_owned()));
    let person = office.desk.save_person(&office.clerk, None, &person.into()).expect("entered");
    let looks = || {
        let all = |db: &read::Rows| read::audits_of(db, Subject::Person(person), None, 99);
        office.desk.query(all).expect("read").len()
    };
    for day in [0, 100, 364, 366] {
        let _ = later(&office, days(day)).person(&office.clerk, person).expect("read");
    }
    let sign_in = |day| later(&office, days(day)).sign_in("clerk", "1357").map(drop).expect("signed in");
    sign_in(364);
    assert_eq!(looks(), 4, "a year is not over");
    sign_in(366);
    assert_eq!(looks(), 3, "twelve months unless the town says otherwise");
    let set = |value: &str| {
        office.desk.set_town(&office.admin, &[(keys::AUDIT_MONTHS.to_owned(), value.to_owned())].into())
    };
    for wrong in ["0", "37", "zwölf", "1.5", "-1"] {
        let refused = set(wrong).expect_err("no term").problems();
        assert_eq!(refused[0].id, "audit-months-form", "{wrong}");
    }
    set("1").expect("set");
    sign_in(366);
    assert_eq!(looks(), 2, "a month");
    // Looking alone takes nothing out, and a disk that takes nothing keeps nobody out.
    office.desk.store.takes_nothing();
    sign_in(900);
    assert_eq!(looks(), 2);
}

#[test]
fn a_draft_that_cannot_be_saved_is_said() {
    let office = office();
    let intake = example(&office, "beglaubigung");
    office.desk.store.takes_nothing();
    let refused = office.desk.save_draft(&office.clerk, &intake).expect_err("not saved").problems();
    assert_eq!(refused[0].id, "store-read-only");
    assert!(office.desk.file_case(&office.clerk, &intake).is_err());
    assert!(office.desk.drafts(&office.clerk).expect("read").is_empty());
}

/// A decision whose letter was not issued at once (a large demo town) is told as it was taken, whatever the town's values
/// and the answers have become: byte for byte the letter that would have been issued then.
#[test]
fn a_letter_that_was_not_issued_says_what_was_decided_then() {
    let letter = |at_once: bool| {
        let office = office();
        let values = [
            ("court.name", "Verwaltungsgericht Münster"),
            ("hundesteuer.erster", "48"),
            ("hundesteuer.beginn", "monat"),
            ("hundesteuer.anteil", "monate"),
        ];
        let texts =
            |pairs: &[(&str, &str)]| pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        office.desk.set_town(&office.admin, &texts(&values)).expect("town");
        let filed =
            office.desk.file_case(&office.clerk, &example(&office, "hundesteuer-anmeldung")).expect("filed");
        let command = Command::Decide {
            outcome: crate::domain::case::Outcome::Granted,
            reasons: "Steuer nach der Satzung.".to_owned(),
            conditions: Vec::new(),
        };
        let decided = office.desk.act_as(&office.clerk, |hand| {
            hand.issues = at_once;
            case::decide(hand, filed.case, command)
        });
        decided.expect("decided");
        if !at_once {
            office.desk.set_town(&office.admin, &texts(&[("hundesteuer.erster", "66")])).expect("town");
        }
        let paper = office.desk.issue(&office.clerk, filed.case, "bescheid").expect("issued");
        office.desk.paper_bytes(&office.clerk, paper).expect("the bytes")
    };
    assert!(letter(true) == letter(false));
}

mod correct;
mod duplicate;
mod procedure;
mod proof;
mod represent;
pub mod retired;
mod serial;
mod suggested;
mod till;
mod withdrawn;
mod work_list;
