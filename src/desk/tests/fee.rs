//! Fees on invoice: a notice with the remedy that fits, asked for once, and anew only where a fee falls.

use super::*;
use crate::desk::correct::Wanted;
use crate::domain::case::{Case, Fees};
use crate::domain::id::CaseId;
use serde_json::json;

fn with_court(office: &Office) {
    let town = [
        (keys::COURT_NAME, "Verwaltungsgericht Münster"),
        (keys::COURT_STREET, "Gerichtsstraße 1"),
        (keys::COURT_PLACE, "48000 Münster"),
        (keys::BANK_HOLDER, "Stadtkasse Gescher"),
        (keys::BANK_IBAN, "DE02120300000000202051"),
    ];
    let town = town.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    office.desk.set_town(&office.admin, &town).expect("said");
}

fn files(office: &Office, slug: &str, settlement: Settlement) -> CaseId {
    let mut intake = example(office, slug);
    if slug == "beglaubigung" {
        intake.participants[0].party = Party::New([("family".to_owned(), "Brück".to_owned())].into());
    }
    intake.settlement = settlement;
    office.desk.file_case(&office.clerk, &intake).expect("filed").case
}

fn case_of(office: &Office, id: CaseId) -> Case {
    office.desk.sheet_again(&office.clerk, id).expect("the case").case
}

fn notices(case: &Case) -> Vec<&crate::domain::case::Paper> {
    case.standing().filter(|paper| paper.issued.kind == "gebuehrenbescheid").collect()
}

fn says(office: &Office, case: &Case, kind: &str) -> String {
    let paper = case.standing().filter(|paper| paper.issued.kind == kind).last().expect("issued");
    let bytes = office.desk.paper_bytes(&office.clerk, paper.issued.paper).expect("the bytes");
    let opened = crate::paper::aloud::open(&bytes).expect("opened");
    crate::paper::aloud::lines(&opened.pdf).join(" ").replace('\u{202f}', " ")
}

#[test]
fn a_fee_on_invoice_is_asked_for_by_a_notice_with_its_remedy_and_by_no_other_paper() {
    let office = office();
    with_court(&office);
    let id = files(&office, "gewerbe-anmeldung", Settlement::Later);
    let case = case_of(&office, id);
    assert_eq!(notices(&case).len(), 1);
    let said = says(&office, &case, "gebuehrenbescheid");
    for part in
        ["Verwaltungsgericht Münster", "Klage", "28.12.2026", "DE02 1203 0000 0000 2020 51", "Banking-App"]
    {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    assert!(!said.contains("Widerspruch erheben"));
    let other = says(&office, &case, "empfangsbescheinigung");
    assert!(other.contains("Gebührenbescheid") && !other.contains("Banking-App"), "asked for once: {other}");
    let again = office.desk.issue(&office.clerk, id, "gebuehrenbescheid").expect_err("asked for already");
    assert_eq!(again.problems()[0].id, "paper-nothing-to-ask");
    // Whoever pays at the counter gets none.
    let paid = case_of(&office, files(&office, "gewerbe-anmeldung", Settlement::Card));
    assert!(notices(&paid).is_empty());
}

#[test]
fn a_fee_by_the_towns_own_statute_bears_an_objection() {
    use crate::catalogue::Remedy::{Klage, None, Widerspruch};
    let office = office();
    with_court(&office);
    let fee = |service: &str| {
        let service = office.desk.catalogue().find(service, office.desk.today());
        service[0].fees.iter().map(|fee| fee.remedy).collect::<Vec<_>>()
    };
    assert_eq!(fee("lebensbescheinigung"), [Widerspruch]);
    assert!(fee("gewerbe-anmeldung").iter().all(|remedy| *remedy == Klage));
    assert!(fee("gewerbezentralregister").iter().all(|remedy| *remedy == None), "federal law sets it");
    // What no decision of the town sets is demanded.
    let id = files(&office, "gewerbezentralregister", Settlement::Later);
    let case = case_of(&office, id);
    let said = says(&office, &case, "zahlungsaufforderung");
    assert!(said.contains("13,00") && said.contains("keine Rechtsbehelfsbelehrung."), "{said}");
}

#[test]
fn what_the_town_has_not_said_holds_no_filing_up_and_is_named_when_the_notice_is_wanted() {
    let office = office();
    let id = files(&office, "gewerbe-anmeldung", Settlement::Later);
    assert!(notices(&case_of(&office, id)).is_empty());
    let refused = office.desk.issue(&office.clerk, id, "gebuehrenbescheid").expect_err("no court");
    assert_eq!(refused.problems()[0].id, "decision-needs-court");
    with_court(&office);
    let _ = office.desk.issue(&office.clerk, id, "gebuehrenbescheid").expect("issued");
    assert_eq!(notices(&case_of(&office, id)).len(), 1);
}

#[test]
fn a_fee_that_falls_by_a_correction_is_asked_for_anew_and_a_name_changes_nothing() {
    let office = office();
    with_court(&office);
    let id = files(&office, "beglaubigung", Settlement::Later);
    let first = notices(&case_of(&office, id))[0].issued.paper;
    let wanted = |answers: serde_json::Value, fees| Wanted {
        answers: serde_json::from_value(answers).expect("answers"),
        reason: "verzählt".to_owned(),
        own_mistake: Some(true),
        fees,
        ..Wanted::default()
    };
    let corrected = wanted(json!({ "anzahl": 1 }), Some(Fees::Revised));
    let _ = office.desk.correct(&office.clerk, id, &corrected, "de").expect("corrected");
    let case = case_of(&office, id);
    assert_eq!(notices(&case).len(), 1);
    assert_eq!(notices(&case)[0].issued.replaces, Some(first));
    assert!(says(&office, &case, "gebuehrenbescheid").contains("5,00"));
    let _ = office
        .desk
        .correct(&office.clerk, id, &wanted(json!({ "seiten": 9 }), None), "de")
        .expect("corrected");
    assert_eq!(notices(&case_of(&office, id))[0].issued.paper, notices(&case)[0].issued.paper);
    // The duplicate of a lost notice says word for word what it said.
    let paper = notices(&case)[0].issued.paper;
    let twin = office.desk.duplicate(&office.clerk, id, paper, &Settlement::Later).expect("issued").paper;
    let bytes = office.desk.paper_bytes(&office.clerk, twin).expect("the bytes");
    let lines = crate::paper::aloud::lines(&crate::paper::aloud::open(&bytes).expect("opened").pdf);
    assert!(lines.iter().any(|line| line.contains("Zweitschrift")) && lines.join(" ").contains("5,00"));
    assert!(office.desk.verify().expect("looked at").is_clean());
}

/// What was paid when a notice was written is not in it: once its receipt is cancelled, another one asks for it.
#[test]
fn a_fee_whose_receipt_is_cancelled_is_asked_for_although_a_notice_stands() {
    let office = office();
    with_court(&office);
    let head = office.desk.add_user(&office.admin, "leitung", "Ute Wessels", "1122").expect("added");
    office.desk.grant(&office.admin, head, Role::Head, Group::ALL.into()).expect("granted");
    let head = office.desk.sign_in("leitung", "1122").expect("signed in");
    let id = files(&office, "gewerbe-anmeldung", Settlement::Card);
    let case = case_of(&office, id);
    let lost = case.standing().find(|paper| paper.issued.kind == "empfangsbescheinigung").expect("issued");
    let _ = office.desk.duplicate(&office.clerk, id, lost.issued.paper, &Settlement::Later).expect("issued");
    assert!(says(&office, &case_of(&office, id), "gebuehrenbescheid").contains("15,00"));
    let receipt = case.receipts.keys().next().expect("a receipt");
    let _ = office.desk.cancel_receipt(&head, receipt, "Karte abgelehnt").expect("cancelled");
    let _ = office.desk.issue(&office.clerk, id, "gebuehrenbescheid").expect("it is owed again");
    let said = says(&office, &case_of(&office, id), "gebuehrenbescheid");
    assert!(said.contains("26,00") && !said.contains("15,00"), "{said}");
    let again = office.desk.issue(&office.clerk, id, "gebuehrenbescheid").expect_err("asked for once");
    assert_eq!(again.problems()[0].id, "paper-nothing-to-ask");
}

#[test]
fn tax_that_an_amount_contains_is_rounded_to_the_cent() {
    use crate::domain::assessment::Vat;
    assert_eq!(Vat::Standard.contained(Cents(11900)), Some(Cents(1900)));
    assert_eq!(Vat::Standard.contained(Cents(1)), Some(Cents(0)));
    assert_eq!(Vat::Reduced.contained(Cents(1000)), Some(Cents(65)));
    assert_eq!(Vat::Sovereign.contained(Cents(2600)), None);
}

/// Nothing of what it asked for is owed any more: the notice is lifted, once, and a later fee is asked for anew.
#[test]
fn a_notice_whose_fees_all_fall_is_lifted() {
    let office = office();
    with_court(&office);
    let id = files(&office, "gewerbe-anmeldung", Settlement::Later);
    let owed = case_of(&office, id);
    let charge = owed.owed().next().expect("owed").fee.charge;
    let waive = Command::Waive { charge, reason: "Ehrenamt".to_owned() };
    office.desk.act(&office.clerk, id, waive).expect("waived");
    let lifted = case_of(&office, id);
    assert_eq!((notices(&lifted).len(), lifted.owes()), (0, Cents::ZERO));
    let said = says(&office, &lifted, "gebuehrenaufhebung");
    for part in ["nicht mehr zu zahlen", "26,00 €", "erlassen", "Aus dem Bescheid vom 24.11.2026 ist"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let again = office.desk.issue(&office.clerk, id, "gebuehrenaufhebung").expect_err("once");
    assert_eq!(again.problems()[0].id, "paper-nothing-to-lift");
    assert!(office.desk.verify().expect("verified").is_clean());

    // What was paid is not lifted: the notice did what it was for.
    let paid = files(&office, "gewerbe-anmeldung", Settlement::Later);
    let _ = office.desk.settle(&office.clerk, paid, &Settlement::Card).expect("paid");
    let paid = case_of(&office, paid);
    assert!(paid.papers.iter().all(|paper| paper.issued.kind != "gebuehrenaufhebung"));
}

fn with_head(office: &Office) -> Session {
    let head = office.desk.add_user(&office.admin, "leitung", "Ute Wessels", "1122").expect("added");
    office.desk.grant(&office.admin, head, Role::Head, Group::ALL.into()).expect("granted");
    office.desk.sign_in("leitung", "1122").expect("signed in")
}

/// Whoever gives money back has a paper that says so, to be signed for. It stands although the receipt does not.
#[test]
fn a_cancelled_receipt_has_a_paper_of_its_own() {
    let office = office();
    with_court(&office);
    let (head, cash) = (with_head(&office), Settlement::Cash { given: Cents(5000) });
    let id = files(&office, "gewerbe-anmeldung", cash);
    let number = case_of(&office, id).receipts.keys().next().expect("a receipt").clone();
    let none = office.desk.issue(&office.clerk, id, "storno").expect_err("none is cancelled");
    assert_eq!(none.problems()[0].id, "paper-nothing-cancelled");
    // As the window asks for it: the case's own command.
    let command = Command::CancelReceipt { receipt: number.clone(), reason: " Karte statt bar ".to_owned() };
    office.desk.act(&head, id, command).expect("cancelled");
    let twice = office.desk.cancel_receipt(&head, &number, "noch einmal").expect_err("once");
    assert_eq!(twice.problems()[0].id, "receipt-already-cancelled");
    let case = case_of(&office, id);
    let storno = case.standing().find(|paper| paper.issued.kind == "storno").expect("issued with it");
    assert_eq!(storno.issued.receipt.as_deref(), Some(number.as_str()));
    let said = says(&office, &case, "storno");
    for part in [
        number.as_str(),
        "Karte statt bar",
        "Den Betrag von 26,00 € haben wir bar zurückgegeben",
        "wieder 26,00 € zu zahlen",
        "Datum, Unterschrift",
        "Ute Wessels",
    ] {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    let again = office.desk.issue(&office.clerk, id, "storno").expect_err("once");
    assert_eq!(again.problems()[0].id, "paper-nothing-cancelled");
    let receipt = case.papers.iter().find(|paper| paper.issued.kind == "quittung").expect("a receipt");
    let copy = |paper| office.desk.duplicate(&office.clerk, id, paper, &Settlement::Later);
    assert_eq!(
        copy(receipt.issued.paper).expect_err("it counts no more").problems()[0].id,
        "paper-of-cancelled-receipt"
    );
    let _ = copy(storno.issued.paper).expect("what was lost has its duplicate");
    let stands = |paper| {
        let file = office.dir.path().join("paper.pdf");
        std::fs::write(&file, office.desk.paper_bytes(&office.clerk, paper).expect("bytes"))
            .expect("written");
        office.desk.prove(&office.clerk, &file, false).expect("looked at").found.stands()
    };
    assert!(stands(storno.issued.paper) && !stands(receipt.issued.paper));
    assert!(office.desk.verify().expect("looked at").is_clean());
}

#[test]
fn money_that_was_paid_by_card_goes_back_to_it() {
    let office = office();
    with_court(&office);
    let head = with_head(&office);
    let id = files(&office, "gewerbe-anmeldung", Settlement::Card);
    let number = case_of(&office, id).receipts.keys().next().expect("a receipt").clone();
    let (of, _) = office.desk.cancel_receipt(&head, &number, "doppelt").expect("cancelled");
    assert_eq!(of, id);
    let said = says(&office, &case_of(&office, id), "storno");
    assert!(said.contains("geht auf die Karte zurück") && !said.contains("Unterschrift:"), "{said}");
}

/// The booking depends on no paper: a reason that no letter can print is entered, and the paper is offered later.
#[test]
fn a_receipt_is_cancelled_also_where_its_paper_cannot_be_made() {
    let office = office();
    with_court(&office);
    let head = with_head(&office);
    let id = files(&office, "gewerbe-anmeldung", Settlement::Card);
    let number = case_of(&office, id).receipts.keys().next().expect("a receipt").clone();
    let (_, paper) = office.desk.cancel_receipt(&head, &number, "証明書").expect("cancelled");
    let case = case_of(&office, id);
    assert!(paper.is_none() && case.receipts[&number].cancelled.is_some());
    assert_eq!(case.owes(), Cents(2600));
    let sheet = office.desk.sheet_again(&office.clerk, id).expect("the case");
    let offered = crate::desk::paper::issuable(&sheet.case, sheet.service, &sheet.assessment);
    assert!(offered.iter().any(|due| due.kind == "storno"), "{offered:?}");
}
