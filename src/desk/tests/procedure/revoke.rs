//! A decision is taken back or revoked: what it charged, who is heard, until when there is time, what falls, and what the letter says.

use super::*;
use crate::desk::revoke::IntendsToRevoke;
use crate::domain::case::{Fate, Ground, Notified, Objection, Settled, Stage, Way};
use crate::domain::decide::Revoke;
use crate::domain::decision::Remedy;
use crate::domain::revocation::{Clause, Untrusted};

/// The town has said what a licence costs, where one sues, and where objections go.
fn town(office: &Office) {
    let values = [
        ("court.name", "Verwaltungsgericht Münster"),
        ("court.street", "Gerichtsstraße 1"),
        ("court.place", "48000 Münster"),
        ("gestattung.klein", "25"),
        ("gestattung.mittel", "50"),
        ("gestattung.gross", "100"),
    ];
    let values = values.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    office.desk.set_town(&office.admin, &values).expect("the town");
}

fn decide_as(outcome: Outcome) -> Command {
    let reasons = if outcome == Outcome::Granted { "" } else { "Dort ist schon ein Fest." };
    Command::Decide { outcome, reasons: reasons.to_owned(), conditions: Vec::new() }
}

fn handed(on: &str) -> Command {
    let notified = Notified { way: Way::Hand, on: day(on), posted_on: None, of: None, proof: String::new() };
    Command::Proceed(Box::new(Proceed::Notify(notified)))
}

/// Granted on 24 November 2026, and handed over at once.
fn granted(office: &Office) -> CaseId {
    town(office);
    let case = filed(office);
    office.desk.act(&office.clerk, case, decide_as(Outcome::Granted)).expect("granted");
    office.desk.act(&office.clerk, case, handed("2026-11-24")).expect("handed over");
    case
}

fn wanted(ground: &str) -> Revoke {
    Revoke {
        clause: Clause::named(ground).expect("a paragraph"),
        untrusted: None,
        known_on: Some(day("2026-11-24")),
        from: None,
        part: String::new(),
        reasons: "Die Auflage zum Jugendschutz wurde nicht erfüllt.".to_owned(),
        unheard: Some(Ground::Danger),
        hand_back: Vec::new(),
        anew: false,
        fees: Some(Fate::Kept),
    }
}

fn letter(office: &Office, case: CaseId, kind: &str) -> String {
    let case = case_of(office, case);
    let paper = case.papers.iter().rfind(|paper| paper.issued.kind == kind).expect("issued");
    let bytes = office.desk.paper_bytes(&office.clerk, paper.issued.paper).expect("the bytes");
    let opened = crate::paper::aloud::open(&bytes).expect("opened");
    crate::paper::aloud::lines(&opened.pdf)
        .join(" ")
        .replace(['\u{202f}', '\u{a0}'], " ")
        .replace('\u{ad}', "")
}

fn refused(office: &Office, desk: &Desk, case: CaseId, wanted: &Revoke) -> Vec<String> {
    let error = desk.revoke_decision(&office.clerk, case, wanted).expect_err("refused");
    error.problems().into_iter().map(|problem| problem.id).collect()
}

#[test]
fn what_a_decision_sets_is_paid_at_the_till_once() {
    let office = office();
    let case = granted(&office);
    let owed = case_of(&office, case);
    assert_eq!((owed.owes(), owed.charges.len()), (Cents(5000), 1));
    assert!(
        owed.papers.iter().all(|paper| paper.issued.kind != "gebuehrenbescheid"),
        "its letter asks for it"
    );
    assert!(letter(&office, case, "gestattung").contains("50,00 €"));
    let settlement = Settlement::Cash { given: Cents(10_000) };
    let receipt = office.desk.settle(&office.clerk, case, &settlement).expect("paid").expect("a receipt");
    let paid = case_of(&office, case);
    assert_eq!((paid.owes(), paid.receipts[&receipt].paid.cents), (Cents::ZERO, Cents(5000)));
    let said = letter(&office, case, "quittung");
    assert!(said.contains(&receipt) && said.contains("50,00 €"), "{said}");
    let again = office.desk.settle(&office.clerk, case, &settlement).expect_err("nothing left");
    assert_eq!(ids(again), [problem("", "nothing-to-pay")]);
    // The right answers change neither what was decided nor what it charged.
    let sheet = office.desk.sheet(&office.clerk, case).expect("the case");
    assert!(crate::domain::correct::fee_changes(&sheet.case, &sheet.assessment).is_empty());
    office.desk.act(&office.clerk, case, Command::Close { reason: String::new() }).expect("closed");
    assert!(office.desk.verify().expect("verified").is_clean());
}

#[test]
fn a_case_is_closed_though_its_decision_is_still_to_be_paid_and_paid_when_it_is() {
    let office = office();
    let case = granted(&office);
    office.desk.act(&office.clerk, case, Command::Close { reason: String::new() }).expect("closed");
    let closed = case_of(&office, case);
    assert_eq!((closed.stage(), closed.owes()), (Stage::Closed, Cents(5000)));
    let _ = office.desk.settle(&office.clerk, case, &Settlement::Card).expect("paid later");
    assert_eq!(case_of(&office, case).owes(), Cents::ZERO);
}

#[test]
fn a_tax_of_the_first_year_is_charged_and_a_mere_rate_is_not() {
    let office = office();
    let mut refused = 0;
    for (fee, charges) in [("hundesteuer-anmeldung", true), ("hundesteuer-ermaessigung", false)] {
        let intake = example(&office, fee);
        let service = office.desk.service(&intake.service, &intake.version).expect("the service");
        let due = service.fees.iter().find(|due| due.id == "hundesteuer").expect("a tax");
        assert_eq!((due.yearly.is_some(), due.rate), (charges, !charges), "{fee}");
        refused += 1;
    }
    assert_eq!(refused, 2);
}

#[test]
fn nobody_is_taken_anything_unheard_and_the_letter_says_who_was_heard() {
    let office = office();
    let case = granted(&office);
    let mut revoke = Revoke { unheard: None, ..wanted("49-2-2") };
    assert_eq!(refused(&office, &office.desk, case, &revoke), ["revoke-hearing-missing"]);
    let intends = |reasons: &str, ground: &str| IntendsToRevoke {
        clause: Clause::named(ground).expect("a paragraph"),
        known_on: Some(day("2026-11-24")),
        reasons: reasons.to_owned(),
        due_on: None,
    };
    let hear = |intends: &IntendsToRevoke| office.desk.hear_before(&office.clerk, case, intends);
    assert_eq!(ids(hear(&intends("", "49-2-2")).expect_err("why")), [problem("reasons", "reasons-missing")]);
    let other = hear(&intends("x", "130-2-3")).expect_err("tax law");
    assert_eq!(ids(other), [problem("ground", "revoke-other-law")]);
    office.desk.act(&office.clerk, case, Command::Close { reason: String::new() }).expect("closed");
    let _ = hear(&intends("Die Auflage wurde nicht erfüllt.", "49-2-2")).expect("heard");
    let heard = case_of(&office, case);
    assert_eq!(
        (heard.stage(), heard.hearing().map(|known| known.due_on)),
        (Stage::Decided, Some(day("2026-12-14")))
    );
    let said = letter(&office, case, "anhoerung-aufhebung");
    for part in ["Bescheid vom 24.11.2026 zu widerrufen", "§ 49 Abs. 2 Satz 1 Nr. 2 VwVfG NRW", "14.12.2026"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(refused(&office, &office.desk, case, &revoke), ["hearing-not-over"]);
    let statement = Proceed::Statement {
        text: "Das Schild hing doch.".into(),
        received_on: day("2026-11-24"),
        from: None,
    };
    office.desk.act(&office.clerk, case, Command::Proceed(Box::new(statement))).expect("said");
    revoke.hand_back = vec!["Gestattung vom 24.11.2026".to_owned()];
    office.desk.revoke_decision(&office.clerk, case, &revoke).expect("revoked");
    let said = letter(&office, case, "aufhebung");
    for part in [
        "Wir widerrufen den Bescheid vom 24.11.2026",
        "ab der Bekanntgabe",
        // The day until which they could have said more lies ahead.
        "haben Sie sich am 24.11.2026 geäußert",
        "Jahresfrist, die am 24.11.2027 endet",
        "bleibt bestehen: 50,00 €",
        "§ 52 VwVfG NRW",
        "Verwaltungsgericht Münster",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("Ausgleich eines Nachteils"), "No. 2 makes up for nothing");
    let case = case_of(&office, case);
    let reminder = case.next_follow_up().expect("a reminder");
    // Posted on the 24th: notified on Saturday, 28 November; a month ends on Monday, 28 December.
    assert_eq!(reminder.due_on, day("2026-12-29"));
    assert!(reminder.text.contains("Gestattung vom 24.11.2026"), "{}", reminder.text);
    assert_eq!((case.standing_decision().is_none(), case.owes()), (true, Cents(5000)));
    assert!(office.desk.verify().expect("verified").is_clean());
}

/// Known on 27 November 2026: the year ends on Saturday, 27 November 2027, so on Monday, the 29th; by post the letter would have to
/// go to the post four days before.
#[test]
fn the_year_is_over_on_its_day_and_only_deceit_has_none() {
    let office = office();
    let case = granted(&office);
    let known = Some(day("2026-11-27"));
    let at = |days| later(&office, chrono::Duration::days(days));
    let late = Revoke { known_on: known, ..wanted("48-3") };
    assert_eq!(refused(&office, &office.desk, case, &late), ["revoke-known-future"]);
    let early = Revoke { known_on: Some(day("2026-11-23")), ..wanted("48-3") };
    assert_eq!(refused(&office, &office.desk, case, &early), ["revoke-known-before"]);
    let unsaid = Revoke { known_on: None, ..wanted("48-3") };
    assert_eq!(refused(&office, &office.desk, case, &unsaid), ["revoke-known-missing"]);
    // 30 November 2027.
    let over = at(371);
    assert_eq!(over.today(), day("2027-11-30"));
    assert_eq!(refused(&office, &over, case, &late), ["revoke-year-over-trust"]);
    let revoked = Revoke { known_on: known, ..wanted("49-2-1") };
    assert_eq!(refused(&office, &over, case, &revoked), ["revoke-year-over"]);
    let untrue = Revoke { untrusted: Some(Untrusted::Untrue), ..late.clone() };
    assert_eq!(refused(&office, &over, case, &untrue), ["revoke-year-over-trust"]);
    let last = at(370);
    assert_eq!(last.today(), day("2027-11-29"));
    last.revoke_decision(&office.clerk, case, &late).expect("on the last day");
    // Handed over on the day after, it comes too late: that is told.
    over.act(&office.clerk, case, handed("2027-11-30")).expect("entered");
    let sheet = office.desk.sheet(&office.clerk, case).expect("the case");
    let act = sheet.case.act().expect("told");
    let late =
        crate::domain::decide::revoked_late(act, sheet.case.notified().expect("told"), &sheet.assessment);
    assert_eq!(late, Some((day("2027-11-29"), day("2027-11-30"))));
    assert!(letter(&office, case, "aufhebung").contains("Ausgleich eines Nachteils"));

    let other = self::office();
    let case = granted(&other);
    let over = later(&other, chrono::Duration::days(371));
    let deceived = Revoke {
        untrusted: Some(Untrusted::Deceived),
        known_on: None,
        from: Some(day("2026-11-24")),
        ..wanted("48-3")
    };
    over.revoke_decision(&other.clerk, case, &deceived).expect("deceit has no year");
    let said = letter(&other, case, "aufhebung");
    assert!(
        said.contains("§ 48 Abs. 2 Satz 3 Nr. 1") && said.contains("rückwirkend ab dem 24.11.2026"),
        "{said}"
    );
    assert!(!said.contains("Ausgleich eines Nachteils") && !said.contains("Jahresfrist"), "{said}");
}

#[test]
fn a_revocation_says_all_that_is_against_it() {
    let office = office();
    town(&office);
    let case = filed(&office);
    assert_eq!(refused(&office, &office.desk, case, &wanted("49-2-2")), ["revoke-undecided"]);
    office.desk.act(&office.clerk, case, decide_as(Outcome::Granted)).expect("granted");
    assert_eq!(refused(&office, &office.desk, case, &wanted("49-2-2")), ["revoke-not-notified"]);
    office.desk.act(&office.clerk, case, handed("2026-11-24")).expect("handed over");
    let all = Revoke {
        from: Some(day("2026-11-23")),
        reasons: " ".into(),
        part: "Der zweite Tag".into(),
        anew: true,
        unheard: Some(Ground::Many),
        untrusted: Some(Untrusted::Knew),
        fees: None,
        ..wanted("49-2-2")
    };
    let told = refused(&office, &office.desk, case, &all);
    let expected = [
        "revoke-trust-unfit",
        "revoke-from-past",
        "reasons-missing",
        "revoke-part-anew",
        "revoke-ground-unfit",
        "revoke-fees-say",
    ];
    assert_eq!(told, expected);
    assert_eq!(refused(&office, &office.desk, case, &wanted("48-1")), ["revoke-favours"]);
    let before = Revoke { from: Some(day("2026-11-23")), ..wanted("48-3") };
    assert_eq!(refused(&office, &office.desk, case, &before), ["revoke-from-before"]);
    let anew = Revoke { anew: true, ..wanted("48-3") };
    assert_eq!(refused(&office, &office.desk, case, &anew), ["revoke-fees-anew"]);
    let _ = office.desk.settle(&office.clerk, case, &Settlement::Card).expect("paid");
    let drops = Revoke { fees: Some(Fate::Dropped), ..wanted("48-3") };
    assert_eq!(refused(&office, &office.desk, case, &drops), ["revoke-fees-paid"]);
    office
        .desk
        .revoke_decision(&office.clerk, case, &Revoke { part: "Der zweite Tag".into(), ..wanted("49-2-2") })
        .expect("a part");
    assert!(letter(&office, case, "aufhebung").contains("teilweise"));
    office.desk.revoke_decision(&office.clerk, case, &wanted("49-2-2")).expect("the rest");
    assert_eq!(refused(&office, &office.desk, case, &wanted("49-2-2")), ["revoke-already"]);
    let issued = office.desk.issue(&office.clerk, case, "gestattung").expect_err("its letter holds no more");
    assert_eq!(ids(issued), [problem("", "paper-decision-revoked")]);
}

/// A refusal that was wrong is taken back by the office itself, and what was asked for is granted.
#[test]
fn a_refusal_is_taken_back_and_decided_anew() {
    let office = office();
    town(&office);
    let case = filed(&office);
    let omit = Command::Proceed(Box::new(Proceed::Omit { ground: Ground::Danger }));
    office.desk.act_all(&office.clerk, case, vec![omit, decide_as(Outcome::Refused)]).expect("refused");
    office.desk.act(&office.clerk, case, handed("2026-11-24")).expect("handed over");
    assert_eq!(refused(&office, &office.desk, case, &wanted("48-3")), ["revoke-burdens"]);
    let back =
        Revoke { unheard: None, known_on: None, fees: None, from: Some(day("2026-11-24")), ..wanted("48-1") };
    office.desk.revoke_decision(&office.clerk, case, &back).expect("taken back, nobody is heard");
    let open = case_of(&office, case);
    assert_eq!((open.stage(), open.is_anew()), (Stage::Filed, true));
    assert!(letter(&office, case, "aufhebung").contains("In der Sache entscheiden wir neu"));
    office.desk.act(&office.clerk, case, decide_as(Outcome::Granted)).expect("granted");
    let case = case_of(&office, case);
    assert_eq!((case.stage(), case.owes(), case.decisions.len()), (Stage::Decided, Cents(5000), 1));
}

/// What counts as granted by law can be taken back as any decision; its certificate falls.
#[test]
fn a_deemed_approval_is_taken_back() {
    let office = office();
    town(&office);
    let mut intake = example(&office, "gestattung");
    intake.documents = ["ausweis", "lageplan"].map(str::to_owned).into();
    let case = office.desk.file_case(&office.clerk, &intake).expect("filed").case;
    // Complete on 24 November 2026: three months end on 24 February 2027.
    let over = later(&office, chrono::Duration::days(93));
    over.act(&office.clerk, case, Command::Proceed(Box::new(Proceed::Deem))).expect("granted by law");
    let _ = over.issue(&office.clerk, case, "fiktionsbescheinigung").expect("certified");
    let back = Revoke { known_on: Some(over.today()), fees: None, ..wanted("48-3") };
    over.revoke_decision(&office.clerk, case, &back).expect("taken back");
    let said = letter(&office, case, "aufhebung");
    assert!(
        said.contains("Die Genehmigung gilt seit dem 25.02.2027 als erteilt")
            && said.contains("§ 6a Abs. 2 GewO"),
        "{said}"
    );
    let case = case_of(&office, case);
    let certificate =
        case.papers.iter().find(|paper| paper.issued.kind == "fiktionsbescheinigung").expect("there");
    assert!(!certificate.falls.is_empty() && case.standing_decision().is_none());
    assert_eq!(case.to_decide_by(&office.desk.sheet(&office.clerk, case.id).expect("read").assessment), None);
}

/// The town wants a second person under every refusal: taking something away is one. An objection that is right lifts it again.
#[test]
fn a_second_person_signs_it_and_an_objection_lifts_it() {
    let office = office();
    let case = granted(&office);
    let second = [("second.signature".to_owned(), "Ablehnung".to_owned())].into();
    office.desk.set_town(&office.admin, &second).expect("the town");
    let head = office.desk.add_user(&office.admin, "haupt", "Hilde Haupt", "2244").expect("added");
    office.desk.grant(&office.admin, head, Role::Head, Group::ALL.into()).expect("granted");
    let head = office.desk.sign_in("haupt", "2244").expect("in");
    office.desk.revoke_decision(&office.clerk, case, &wanted("49-2-3")).expect("prepared");
    let waits = case_of(&office, case);
    let draft = waits.revocation_to_sign().expect("a draft").event;
    assert!(
        waits.revocations().is_empty() && waits.papers.iter().all(|paper| paper.issued.kind != "aufhebung")
    );
    let sign = || Command::Proceed(Box::new(Proceed::Sign { draft }));
    let own = office.desk.act(&office.clerk, case, sign()).expect_err("own");
    assert_eq!(ids(own), [problem("", "draft-own")]);
    office.desk.act(&head, case, sign()).expect("signed");
    let said = letter(&office, case, "aufhebung");
    assert!(said.contains("Hilde Haupt") && said.contains("§ 49 Abs. 6 VwVfG NRW"), "{said}");
    office.desk.act(&office.clerk, case, handed("2026-11-24")).expect("handed over");
    let objection = Objection {
        remedy: Remedy::Action,
        received_on: day("2026-11-24"),
        text: String::new(),
        by: None,
        court: served(),
        against: None,
    };
    office
        .desk
        .act(&office.clerk, case, Command::Proceed(Box::new(Proceed::Object(objection))))
        .expect("sued");
    let settle = Proceed::Conclude(Box::new(crate::domain::decide::Conclude {
        of: None,
        how: Settled::Upheld,
        reason: "Die Auflage war erfüllt.".to_owned(),
        ..Default::default()
    }));
    office.desk.act(&office.clerk, case, Command::Proceed(Box::new(settle))).expect("lifted");
    let lifted = case_of(&office, case);
    assert!(lifted.standing_decision().is_some() && lifted.revocations().is_empty());
    let permit = lifted.papers.iter().find(|paper| paper.issued.kind == "gestattung").expect("the permit");
    let letter = lifted.papers.iter().find(|paper| paper.issued.kind == "aufhebung").expect("the letter");
    assert!(permit.void.is_none() && letter.void.is_some());
    assert!(office.desk.verify().expect("verified").is_clean());
}

mod after;
