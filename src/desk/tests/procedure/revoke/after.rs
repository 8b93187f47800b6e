//! After a revocation, or on the way to one: which days wait, what was heard, which papers count, what becomes of fees and files.

use super::*;
use crate::desk::days::DayKind;
use crate::domain::case::Validity;
use crate::domain::id::{EventRef, PaperId};

fn days(desk: &Desk, office: &Office, case: CaseId, kind: DayKind) -> Vec<chrono::NaiveDate> {
    let all = desk.days_of_case(&office.clerk, case).expect("its days");
    all.into_iter().filter(|day| day.day.kind == kind).map(|day| day.day.on).collect()
}

fn hear(desk: &Desk, office: &Office, case: CaseId, ground: &str) {
    let intends = IntendsToRevoke {
        clause: Clause::named(ground).expect("a paragraph"),
        known_on: Some(day("2026-11-24")),
        reasons: "Die Auflage wurde nicht erfüllt.".to_owned(),
        due_on: None,
    };
    let _ = desk.hear_before(&office.clerk, case, &intends).expect("heard");
}

fn object(against: Option<EventRef>, on: &str) -> Command {
    let objection = Objection {
        remedy: Remedy::Action,
        received_on: day(on),
        text: String::new(),
        by: None,
        court: served(),
        against,
    };
    Command::Proceed(Box::new(Proceed::Object(objection)))
}

fn remedied() -> Command {
    let settle = Proceed::Conclude(Box::new(crate::domain::decide::Conclude {
        of: None,
        how: Settled::Upheld,
        reason: "Das stimmt.".to_owned(),
        ..Default::default()
    }));
    Command::Proceed(Box::new(settle))
}

fn kinds(office: &Office, case: CaseId, kind: &str) -> Vec<PaperId> {
    let case = case_of(office, case);
    case.papers.iter().filter(|paper| paper.issued.kind == kind).map(|paper| paper.issued.paper).collect()
}

/// The permit is decided, and its hearing has a day all the same, once: on the calendar and in the work list.
#[test]
fn a_hearing_before_a_revocation_has_its_day_and_just_that() {
    let office = office();
    let case = granted(&office);
    hear(&office.desk, &office, case, "49-2-2");
    assert_eq!(days(&office.desk, &office, case, DayKind::Hearing), [day("2026-12-14")]);
    assert!(days(&office.desk, &office, case, DayKind::FollowUp).is_empty(), "one day is not shown twice");
    let number = case_of(&office, case).opened.number;
    let row = office.desk.case_by_number(&office.clerk, &number).expect("read").expect("the row");
    assert_eq!(row.due_on, Some(day("2026-12-14")));
    let over = later(&office, chrono::Duration::days(21));
    let revoke = Revoke { unheard: None, part: "Der zweite Tag".to_owned(), ..wanted("49-2-2") };
    over.revoke_decision(&office.clerk, case, &revoke).expect("a part");
    assert!(days(&over, &office, case, DayKind::Hearing).is_empty());
    assert!(days(&over, &office, case, DayKind::Decide).is_empty(), "the year was for what was done");
    // The rest is taken away for other facts: the hearing was about those of the part.
    let later = later(&office, chrono::Duration::days(30));
    let rest = Revoke { unheard: None, ..wanted("49-2-2") };
    let told = later.revoke_decision(&office.clerk, case, &rest).expect_err("nobody was heard about it");
    assert!(told.problems().iter().any(|problem| problem.id == "revoke-hearing-missing"), "{told:?}");
}

/// Heard about a refusal, refused, and taken back by the office itself: nobody waits for the old hearing.
#[test]
fn an_old_hearing_makes_no_reopened_case_overdue() {
    let office = office();
    town(&office);
    let case = filed(&office);
    let intends = crate::desk::procedure::Intends {
        outcome: Outcome::Refused,
        reasons: "Dort ist schon ein Fest.".to_owned(),
        due_on: None,
    };
    let _ = office.desk.hear(&office.clerk, case, &intends).expect("heard");
    assert_eq!(days(&office.desk, &office, case, DayKind::Hearing), [day("2026-12-14")]);
    let over = later(&office, chrono::Duration::days(21));
    over.act(&office.clerk, case, decide_as(Outcome::Refused)).expect("refused");
    over.act(&office.clerk, case, handed("2026-12-15")).expect("handed over");
    let back = Revoke { unheard: None, known_on: None, fees: None, ..wanted("48-1") };
    over.revoke_decision(&office.clerk, case, &back).expect("taken back");
    assert_eq!(case_of(&office, case).stage(), Stage::Filed);
    assert!(days(&over, &office, case, DayKind::Hearing).is_empty());
    let told =
        over.act(&office.clerk, case, decide_as(Outcome::Refused)).expect_err("heard about other grounds");
    assert!(told.problems().iter().any(|problem| problem.id == "hearing-missing"), "{told:?}");
}

#[test]
fn who_was_heard_about_one_paragraph_was_not_about_another() {
    let office = office();
    let case = granted(&office);
    hear(&office.desk, &office, case, "49-2-2");
    let over = later(&office, chrono::Duration::days(21));
    let other = Revoke { unheard: None, ..wanted("48-3") };
    assert_eq!(refused(&office, &over, case, &other), ["revoke-hearing-other"]);
    // Heard about both, the first is not lost behind the second.
    hear(&over, &office, case, "48-3");
    assert_eq!(refused(&office, &over, case, &other), ["hearing-not-over"]);
    let first = Revoke { unheard: None, ..wanted("49-2-2") };
    over.revoke_decision(&office.clerk, case, &first).expect("that was heard about");
    assert!(letter(&office, case, "aufhebung").contains("14.12.2026"), "its own day");
}

/// Said to the first of two hearings: the day of the first need not be waited for, and its letter does not say that nobody spoke.
#[test]
fn what_was_said_to_an_earlier_hearing_counts_for_it() {
    let office = office();
    let case = granted(&office);
    hear(&office.desk, &office, case, "49-2-2");
    let text = "Die Auflage war nicht zu erfüllen.".to_owned();
    let said = Proceed::Statement { text, received_on: office.desk.today(), from: None };
    office.desk.act(&office.clerk, case, Command::Proceed(Box::new(said))).expect("said");
    hear(&office.desk, &office, case, "48-3");
    let other = Revoke { unheard: None, ..wanted("48-3") };
    assert_eq!(refused(&office, &office.desk, case, &other), ["hearing-not-over"], "nothing was said to it");
    let first = Revoke { unheard: None, ..wanted("49-2-2") };
    office.desk.revoke_decision(&office.clerk, case, &first).expect("they have spoken");
    let letter = letter(&office, case, "aufhebung");
    assert!(letter.contains("haben Sie sich am 24.11.2026 geäußert"), "{letter}");
}

/// A revocation that was lifted has used its hearing: what comes again is heard about again.
#[test]
fn a_revocation_that_comes_again_is_heard_about_again() {
    let office = office();
    let case = granted(&office);
    hear(&office.desk, &office, case, "49-2-2");
    let over = later(&office, chrono::Duration::days(21));
    let revoke = Revoke { unheard: None, ..wanted("49-2-2") };
    over.revoke_decision(&office.clerk, case, &revoke).expect("heard");
    over.act(&office.clerk, case, handed("2026-12-15")).expect("handed over");
    over.act(&office.clerk, case, object(None, "2026-12-15")).expect("filed");
    let written = case_of(&office, case).objections()[0].objection.against;
    assert_eq!(written, Some(case_of(&office, case).revocations()[0].event), "it says against what");
    over.act(&office.clerk, case, remedied()).expect("lifted");
    assert_eq!(refused(&office, &over, case, &revoke), ["revoke-hearing-missing"]);
}

/// Handed over on 24 and 25 November 2026: a month each, and the second ends on Christmas Day, a Friday, so on Monday, the 28th.
#[test]
fn the_rest_of_a_decision_keeps_its_own_day_and_takes_its_own_objection() {
    let office = office();
    let case = granted(&office);
    let next = later(&office, chrono::Duration::days(1));
    let part = Revoke { part: "Der zweite Tag".to_owned(), ..wanted("49-2-2") };
    next.revoke_decision(&office.clerk, case, &part).expect("a part");
    next.act(&office.clerk, case, handed("2026-11-25")).expect("handed over");
    let remedies = |desk: &Desk| days(desk, &office, case, DayKind::Remedy);
    assert_eq!(remedies(&next), [day("2026-12-24"), day("2026-12-28")]);
    let acts: Vec<EventRef> = case_of(&office, case).acts().iter().map(|act| act.event).collect();
    let [revocation, decision] = acts[..] else { panic!("two: {acts:?}") };
    // The day is looked at with what it is against: the revocation was not there on the 24th, the decision was.
    let early = next.act(&office.clerk, case, object(Some(revocation), "2026-11-24")).expect_err("early");
    assert_eq!(ids(early), [problem("on", "objection-before-decision")]);
    let nothing = EventRef { seq: decision.seq + 1000, ..decision };
    let unknown = next.act(&office.clerk, case, object(Some(nothing), "2026-11-25")).expect_err("nothing");
    assert_eq!(ids(unknown), [problem("against", "objection-against-none")]);
    next.act(&office.clerk, case, object(Some(decision), "2026-11-24")).expect("filed");
    assert_eq!(remedies(&next), [day("2026-12-28")], "that of the revocation is left");
    next.act(&office.clerk, case, remedied()).expect("lifted");
    assert_eq!((remedies(&next).len(), case_of(&office, case).stage()), (0, Stage::Filed));
    let last = later(&office, chrono::Duration::days(2));
    last.act(&office.clerk, case, decide_as(Outcome::Granted)).expect("decided anew");
    assert!(remedies(&last).is_empty(), "nobody was told");
    last.act(&office.clerk, case, handed("2026-11-26")).expect("handed over");
    assert_eq!(remedies(&last), [day("2026-12-28")], "a month ends on a Saturday");
}

#[test]
fn a_permit_counts_until_the_day_that_its_revocation_names() {
    let office = office();
    let case = granted(&office);
    let permit = kinds(&office, case, "gestattung")[0];
    let revoke = Revoke { from: Some(day("2026-12-31")), ..wanted("49-2-2") };
    office.desk.revoke_decision(&office.clerk, case, &revoke).expect("revoked");
    let counts = |desk: &Desk| desk.sheet_again(&office.clerk, case).expect("the case").validity(permit);
    assert_eq!(counts(&office.desk), Validity::Falls(None), "nobody was told");
    office.desk.act(&office.clerk, case, handed("2026-11-24")).expect("handed over");
    let eve = later(&office, chrono::Duration::days(36));
    let new = later(&office, chrono::Duration::days(37));
    assert_eq!((eve.today(), counts(&eve)), (day("2026-12-30"), Validity::Falls(Some(day("2026-12-31")))));
    assert_eq!((new.today(), counts(&new)), (day("2026-12-31"), Validity::Void(day("2026-12-31"))));
    // Who decides between two versions is told the same.
    let out = |desk: &Desk| {
        let (known, town) = (case_of(&office, case), desk.town().expect("read"));
        let title = &known.paper(permit).expect("the permit").issued.title;
        let named = desk.papers_out(&known, &town).named;
        named.into_iter().find(|paper| paper.title == *title).map(|paper| paper.falls)
    };
    assert_eq!((out(&office.desk), out(&eve), out(&new)), (Some(true), Some(true), None));
    // Whoever brings it is told the same, and a lost one is of use until then.
    let bytes = office.desk.paper_bytes(&office.clerk, permit).expect("the bytes");
    let file = office.dir.path().join("gestattung.pdf");
    std::fs::write(&file, bytes).expect("saved");
    let says = |desk: &Desk| {
        let proof = desk.prove(&office.clerk, &file, true).expect("looked at");
        (proof.found.stands(), proof.says().pop().expect("a sentence").id)
    };
    assert_eq!(says(&eve), (true, "proof-falls".to_owned()));
    assert_eq!(says(&new), (false, "proof-void".to_owned()));
    let lost = |desk: &Desk| desk.duplicate(&office.clerk, case, permit, &Settlement::Later);
    let twin = lost(&eve).expect("it still counts").paper;
    assert!(lost(&new).is_err());
    assert_eq!(eve.sheet_again(&office.clerk, case).expect("read").validity(twin), counts(&eve));
}

#[test]
fn of_several_letters_the_last_is_printed_again() {
    let office = office();
    let case = granted(&office);
    let part = Revoke { part: "Der zweite Tag".to_owned(), ..wanted("49-2-2") };
    office.desk.revoke_decision(&office.clerk, case, &part).expect("a part");
    office.desk.revoke_decision(&office.clerk, case, &wanted("49-2-2")).expect("the rest");
    let letters = kinds(&office, case, "aufhebung");
    assert_eq!(letters.len(), 2);
    assert_eq!(office.desk.issue(&office.clerk, case, "aufhebung").expect("again"), letters[1]);
}

/// A fee that a decision set is waived: a letter says so, once, and the permit stands.
#[test]
fn a_waived_fee_of_a_decision_is_told_in_writing() {
    let office = office();
    let case = granted(&office);
    let charge = case_of(&office, case).owed().next().expect("owed").fee.charge;
    let next = later(&office, chrono::Duration::days(1));
    let waive = Command::Waive { charge, reason: "Ehrenamt".to_owned() };
    next.act(&office.clerk, case, waive).expect("waived");
    let said = letter(&office, case, "gebuehrenaufhebung");
    for part in ["50,00 €", "24.11.2026", "nicht mehr zu zahlen"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let permit = kinds(&office, case, "gestattung")[0];
    let waived = case_of(&office, case);
    assert!(waived.stands(permit) && waived.owes() == Cents::ZERO);
    let again = next.issue(&office.clerk, case, "gebuehrenaufhebung").expect_err("once");
    assert_eq!(ids(again), [problem("kind", "paper-nothing-to-lift")]);
    assert!(office.desk.verify().expect("verified").is_clean());
}

/// The name was misspelt: the permit is issued anew, and asks nobody for what was paid or waived meanwhile.
#[test]
fn a_letter_that_is_issued_anew_asks_for_nothing_twice() {
    for (paid, asks) in [(None, true), (Some(true), false), (Some(false), false)] {
        let office = office();
        let case = granted(&office);
        let next = later(&office, chrono::Duration::days(1));
        let charge = case_of(&office, case).owed().next().expect("owed").fee.charge;
        match paid {
            Some(true) => {
                let _ = next.settle(&office.clerk, case, &Settlement::Card).expect("paid");
            }
            Some(false) => {
                let waive = Command::Waive { charge, reason: "Ehrenamt".to_owned() };
                next.act(&office.clerk, case, waive).expect("waived");
            }
            None => {}
        }
        let corrected = crate::desk::correct::Wanted {
            answers: [("vornamen".to_owned(), serde_json::json!("Bjarne"))].into(),
            reason: "verschrieben".to_owned(),
            own_mistake: Some(true),
            ..Default::default()
        };
        let _ = next.correct(&office.clerk, case, &corrected, "de").expect("corrected");
        assert_eq!(kinds(&office, case, "gestattung").len(), 2);
        let said = letter(&office, case, "gestattung");
        assert!(said.contains("Bjarne") && said.contains("50,00 €"), "it says what was set: {said}");
        assert_eq!(said.contains("Bitte zahlen"), asks, "{paid:?}: {said}");
        if paid.is_none() {
            // Waived after the correction, the letter that says so names the newest.
            let last = later(&office, chrono::Duration::days(2));
            last.act(&office.clerk, case, Command::Waive { charge, reason: "Ehrenamt".to_owned() })
                .expect("waived");
            let lifted = self::letter(&office, case, "gebuehrenaufhebung");
            assert!(lifted.contains("„Gestattung, Berichtigung“"), "{lifted}");
        }
    }
}

/// What was paid for a decision that was lifted goes back before anything is closed or destroyed.
#[test]
fn money_that_goes_back_keeps_a_case_open() {
    let office = office();
    let case = granted(&office);
    let receipt = office.desk.settle(&office.clerk, case, &Settlement::Card).expect("paid").expect("one");
    let next = later(&office, chrono::Duration::days(1));
    next.act(&office.clerk, case, object(None, "2026-11-25")).expect("filed");
    next.act(&office.clerk, case, remedied()).expect("lifted");
    let lifted = case_of(&office, case);
    assert_eq!(lifted.to_give_back().map(|(number, _)| number).collect::<Vec<_>>(), [receipt.as_str()]);
    assert_eq!(lifted.levied().count(), 0, "nothing is set any more");
    let obstacles = crate::domain::disposal::obstacles(&lifted, false, false);
    assert!(obstacles.iter().any(|problem| problem.id == "retention-money"), "{obstacles:?}");
    next.act(&office.clerk, case, decide_as(Outcome::Granted)).expect("decided anew");
    let close = || Command::Close { reason: String::new() };
    let refused = next.act(&office.clerk, case, close()).expect_err("money goes back");
    assert_eq!(ids(refused), [problem("", "case-gives-back")]);
    let head = office.desk.add_user(&office.admin, "haupt", "Hilde Haupt", "2244").expect("added");
    office.desk.grant(&office.admin, head, Role::Head, Group::ALL.into()).expect("granted");
    let head = office.desk.sign_in("haupt", "2244").expect("in");
    let _ = next.cancel_receipt(&head, &receipt, "Abgeholfen").expect("given back");
    next.act(&office.clerk, case, close()).expect("closed");
}

/// What is set as a rate alone gives an advantage: it is not taken back as what burdens is.
#[test]
fn a_rate_that_is_granted_is_taken_back_as_what_favours() {
    let office = office();
    let grounds = ["grundsicherung", "rettungshund", "tierheim", "wachhund", "anderes"];
    let values = grounds.map(|ground| (format!("hundesteuer.ermaessigt_{ground}"), "24".to_owned())).into();
    office.desk.set_town(&office.admin, &values).expect("the by-law");
    town(&office);
    let intake = example(&office, "hundesteuer-ermaessigung");
    let case = office.desk.file_case(&office.clerk, &intake).expect("filed").case;
    office.desk.act(&office.clerk, case, decide_as(Outcome::Granted)).expect("granted");
    office.desk.act(&office.clerk, case, handed("2026-11-24")).expect("handed over");
    let back = Revoke { known_on: None, fees: None, unheard: None, ..wanted("130-1") };
    assert_eq!(refused(&office, &office.desk, case, &back), ["revoke-favours"]);
    let sheet = office.desk.sheet(&office.clerk, case).expect("the case");
    let heard = crate::domain::decide::fitting(&sheet.case, &sheet.assessment, true);
    assert!(!heard.is_empty() && heard.iter().all(|clause| clause.favours()));
}

/// Whoever asks what is stored about them is told that it was revoked, and why.
#[test]
fn a_disclosure_tells_what_was_revoked() {
    use crate::desk::disclose::{Looked, Verdict};
    let office = office();
    let case = granted(&office);
    office.desk.revoke_decision(&office.clerk, case, &wanted("49-2-2")).expect("revoked");
    let person = case_of(&office, case).applicant().expect("an applicant");
    let asked = office.desk.review_disclosure(&office.clerk, person).expect("reviewed").asked;
    let verdicts = asked.into_iter().map(|asked| (asked.item, Verdict::Told)).collect();
    let looked = Looked { confirmed: true, alone: true, verdicts };
    let told = office.desk.disclose(&office.clerk, person, &looked, office.dir.path()).expect("disclosed");
    let bytes = std::fs::read(told.folder.join("Auskunft.pdf")).expect("the paper");
    let lines = crate::paper::aloud::lines(&crate::paper::aloud::open(&bytes).expect("opened").pdf);
    let said = lines.join(" ").replace(['\u{202f}', '\u{a0}'], " ").replace('\u{ad}', "");
    for part in ["Entscheidung widerrufen", "Jugendschutz"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}
