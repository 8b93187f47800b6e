//! What counts as granted because nobody decided in time (§ 42a VwVfG).

use super::*;
use crate::domain::case::{Notified, Objection, Settled, Way};
use crate::domain::decide::Conclude;
use crate::domain::decision::Remedy;
use crate::domain::deemed::DeemedFee;

/// A licence of which everything is there on Tuesday, 24 November 2026: three months end on Wednesday, 24 February 2027
/// (§ 6a (2) GewO, § 42a (2) VwVfG).
fn whole(office: &Office) -> CaseId {
    let mut intake = example(office, "gestattung");
    intake.documents = ["ausweis".to_owned(), "lageplan".to_owned()].into();
    office.desk.file_case(&office.clerk, &intake).expect("filed").case
}

fn deem() -> Command {
    Command::Proceed(Box::new(Proceed::Deem))
}

fn dated(error: crate::desk::DeskError) -> Vec<(String, String)> {
    let date =
        |problem: &crate::domain::problem::Problem| problem.args.get("date").cloned().unwrap_or_default();
    error.problems().into_iter().map(|problem| (problem.id.clone(), date(&problem))).collect()
}

fn with_court(office: &Office) {
    let court = [("court.name", "VG"), ("court.street", "Weg 1"), ("court.place", "48000 M")];
    let court = court.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    office.desk.set_town(&office.admin, &court).expect("the court");
}

/// An action that came that day is upheld.
fn lifted_by_court(office: &Office, over: &Desk, case: CaseId, received_on: &str) {
    let received_on = day(received_on);
    let objection = Objection {
        remedy: Remedy::Action,
        received_on,
        text: String::new(),
        by: None,
        court: served(),
        against: None,
    };
    let (how, reason) = (Settled::Upheld, "Der Nachbar hat recht.".to_owned());
    let upheld = Proceed::Conclude(Box::new(Conclude { how, reason, ..Conclude::default() }));
    for wanted in [Proceed::Object(objection), upheld] {
        over.act(&office.clerk, case, Command::Proceed(Box::new(wanted))).expect("lifted");
    }
}

#[test]
fn what_is_not_decided_in_time_counts_as_granted_once_somebody_enters_it() {
    let office = office();
    let (case, incomplete) = (whole(&office), filed(&office));
    let row = |case| {
        let number = case_of(&office, case).opened.number;
        office.desk.case_by_number(&office.clerk, &number).expect("read").expect("a row")
    };
    assert_eq!(row(case).due_on, Some(day("2027-02-24")), "the work list names the day");
    let act = |desk: &Desk, case, command: Command| desk.act_all(&office.clerk, case, vec![command]);
    let last = later(&office, chrono::Duration::days(92));
    assert_eq!(
        dated(act(&last, case, deem()).expect_err("today is in time")),
        [problem("deemed-not-yet", "2027-02-24")]
    );
    assert_eq!(
        ids(act(&last, incomplete, deem()).expect_err("incomplete")),
        [problem("", "deemed-not-running")]
    );
    let over = later(&office, chrono::Duration::days(93));
    let certify = |desk: &Desk| desk.issue(&office.clerk, case, "fiktionsbescheinigung");
    assert_eq!(ids(certify(&over).expect_err("not entered")), [problem("", "deemed-not-entered")]);
    let refused = over.act_all(&office.clerk, case, vec![unheard(), refuse()]).expect_err("too late");
    assert!(dated(refused).contains(&problem("deemed-over", "2027-02-24")));
    let more = over.extend(&office.clerk, case, day("2027-03-31"), "Gutachten", false).expect_err("too late");
    assert_eq!(ids(more), [problem("until", "deemed-extended-late")]);
    // What the law has granted is not taken back by wanting more.
    let (document, reason) = ("lageplan".to_owned(), "Ohne Maßstab".to_owned());
    let refuses = Command::Proceed(Box::new(Proceed::RefuseDocument { document, reason }));
    let late = dated(act(&over, case, refuses).expect_err("too late"));
    assert_eq!(late, [problem("deemed-over", "2027-02-24")]);
    let answers = vec!["Wie viele Toiletten?".to_owned()];
    let ask = Ask { documents: Vec::new(), answers, due_on: None };
    let late = dated(over.ask(&office.clerk, case, &ask).expect_err("too late"));
    assert_eq!(late, [problem("deemed-over", "2027-02-24")]);
    act(&over, case, deem()).expect("entered");
    let granted = case_of(&office, case);
    let decision = &granted.decisions[0];
    assert!(decision.deemed && decision.decided_on == day("2027-02-25") && decision.levies.is_empty());
    assert_eq!((granted.stage().name(), row(case).due_on), ("decided", None));
    let letter = over.issue(&office.clerk, case, "gestattung").expect_err("nobody decided");
    assert_eq!(ids(letter), [problem("", "paper-without-decision")]);
    let paper = certify(&over).expect("certified");
    assert_eq!(
        case_of(&office, case).paper(paper).map(|paper| paper.issued.kind.as_str()),
        Some("fiktionsbescheinigung")
    );
    assert_eq!(ids(act(&over, case, deem()).expect_err("twice")), [problem("", "case-already-decided")]);
    assert!(over.verify().expect("verified").is_clean());
}

#[test]
fn the_time_to_decide_is_extended_once_and_in_time() {
    let office = office();
    let case = whole(&office);
    let extend =
        |desk: &Desk, until: &str, reason: &str| desk.extend(&office.clerk, case, day(until), reason, false);
    let both = [problem("until", "deemed-extended-short"), problem("reason", "text-missing")];
    assert_eq!(ids(extend(&office.desk, "2027-02-24", " ").expect_err("both")), both);
    let saturday = extend(&office.desk, "2027-03-06", "Gutachten").expect_err("closed");
    assert_eq!(ids(saturday), [problem("until", "answer-on-day-off")]);
    let paper = extend(&office.desk, "2027-03-31", "Das Lärmgutachten steht aus.").expect("extended");
    let extended = case_of(&office, case);
    assert_eq!(extended.paper(paper).map(|paper| paper.issued.kind.as_str()), Some("fristverlaengerung"));
    let again = extend(&office.desk, "2027-04-30", "Noch mehr").expect_err("once");
    assert_eq!(ids(again), [problem("", "deemed-extended-already")]);
    let act = |desk: &Desk| desk.act_all(&office.clerk, case, vec![deem()]);
    let old = later(&office, chrono::Duration::days(93));
    assert_eq!(dated(act(&old).expect_err("there is more time")), [problem("deemed-not-yet", "2027-03-31")]);
    act(&later(&office, chrono::Duration::days(128))).expect("entered");
    assert_eq!(case_of(&office, case).decisions[0].decided_on, day("2027-04-01"));
}

/// What was decided in time and lifted since is decided anew, whatever day it is: nothing is granted by itself any more.
#[test]
fn what_was_decided_in_time_and_lifted_is_decided_anew() {
    let office = office();
    with_court(&office);
    let case = whole(&office);
    office.desk.act_all(&office.clerk, case, vec![unheard(), refuse()]).expect("refused");
    let over = later(&office, chrono::Duration::days(100));
    lifted_by_court(&office, &over, case, "2026-12-10");
    assert!(case_of(&office, case).decisions.is_empty());
    let granted = over.act_all(&office.clerk, case, vec![deem()]).expect_err("it was decided");
    assert_eq!(ids(granted), [problem("", "deemed-lifted")]);
    over.act_all(&office.clerk, case, vec![unheard(), refuse()]).expect("anew");
    assert_eq!(case_of(&office, case).decisions.len(), 1);
}

/// No law orders it for posters.
#[test]
fn nothing_counts_as_granted_where_no_law_orders_it() {
    let office = office();
    let case = office.desk.file_case(&office.clerk, &example(&office, "plakatierung")).expect("filed").case;
    let over = later(&office, chrono::Duration::days(200));
    let refused = over.act_all(&office.clerk, case, vec![deem()]).expect_err("no law");
    assert_eq!(ids(refused), [problem("", "deemed-not-here")]);
}

/// The law wants it said in time (§ 42a VwVfG): what is posted too late is told before, and what was notified too late after.
#[test]
fn what_is_decided_in_time_and_notified_late_is_told() {
    let office = office();
    with_court(&office);
    let case = whole(&office);
    let last = later(&office, chrono::Duration::days(92));
    last.act_all(&office.clerk, case, vec![unheard(), refuse()]).expect("refused on the last day");
    let late = |desk: &Desk| {
        let sheet = desk.sheet(&office.clerk, case).expect("the case");
        sheet.case.notified_late(&sheet.assessment).map(|(by, on)| (by.date, on))
    };
    assert_eq!(late(&last), None, "nobody knows yet");
    let notify = |way, on: &str| {
        let told = Proceed::Notify(Notified {
            way,
            on: day(on),
            posted_on: None,
            of: None,
            proof: "Unterschrift".to_owned(),
        });
        Command::Proceed(Box::new(told))
    };
    last.act(&office.clerk, case, notify(Way::Hand, "2027-02-24")).expect("handed over");
    assert_eq!(late(&last), None, "the last day is in time");
    last.act(&office.clerk, case, notify(Way::Post, "2027-02-24")).expect("posted");
    assert_eq!(late(&last), Some((day("2027-02-24"), day("2027-02-28"))));
}

/// Whether what is granted by law costs a fee no law says here: told as open, set once the town has said so, and then by a notice of
/// its own with its remedy.
#[test]
fn what_counts_as_granted_costs_what_the_town_has_said() {
    for (said, due) in [("", false), ("nein", false), ("ja", true)] {
        let office = office();
        with_court(&office);
        let set = [("deemed.fee", said), ("gestattung.mittel", "60,00")];
        let set = set.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
        office.desk.set_town(&office.admin, &set).expect("set");
        let case = whole(&office);
        let over = later(&office, chrono::Duration::days(93));
        over.act_all(&office.clerk, case, vec![deem()]).expect("entered");
        let sheet = over.sheet(&office.clerk, case).expect("the case");
        let told = sheet.assessment.procedure.deemed.as_ref().map(crate::domain::deemed::Deemed::fee_told);
        let wanted = match said {
            "" => "deemed-fee-open",
            "nein" => "deemed-fee-free",
            _ => "deemed-fee-due",
        };
        assert_eq!(told, Some(wanted));
        let owes = if due { crate::domain::money::Cents(6000) } else { crate::domain::money::Cents::ZERO };
        assert_eq!(sheet.case.owes(), owes, "{said}");
        let kinds: Vec<&str> = sheet.case.standing().map(|paper| paper.issued.kind.as_str()).collect();
        assert_eq!(kinds.contains(&"gebuehrenbescheid"), due, "{said}: {kinds:?}");
        let again = over.issue(&office.clerk, case, "gebuehrenbescheid").expect_err("asked once");
        assert_eq!(ids(again), [problem("kind", "paper-nothing-to-ask")]);
        let _ = over.issue(&office.clerk, case, "fiktionsbescheinigung").expect("certified");
        let closes = over.act(&office.clerk, case, Command::Close { reason: String::new() });
        assert!(closes.is_ok(), "what a decision sets keeps no case open");
        assert!(over.verify().expect("verified").is_clean());
        // What was set when it was entered stays, whatever the town says afterwards.
        let other = if due { "nein" } else { "ja" };
        office
            .desk
            .set_town(&office.admin, &[("deemed.fee".to_owned(), other.to_owned())].into())
            .expect("said");
        let sheet = over.sheet(&office.clerk, case).expect("the case");
        let deemed = sheet.assessment.procedure.deemed.as_ref().expect("the law orders it");
        assert_eq!(deemed.fee_of(&sheet.case.decisions[0]), due.then_some(DeemedFee::Due), "{said}");
    }
    let office = office();
    let wrong = [("deemed.fee".to_owned(), "vielleicht".to_owned())].into();
    let refused = office.desk.set_town(&office.admin, &wrong).expect_err("neither");
    assert_eq!(ids(refused), [problem("deemed.fee", "yes-no-form")]);
}

/// A fee that is due and of which nobody knows how much it is cannot be set, and a notice of it cannot be promised.
#[test]
fn a_fee_that_is_due_and_unknown_is_asked_for_before_it_counts_as_granted() {
    let office = office();
    with_court(&office);
    let set = |key: &str, value: &str| {
        office.desk.set_town(&office.admin, &[(key.to_owned(), value.to_owned())].into()).expect("set");
    };
    set("deemed.fee", "ja");
    let case = whole(&office);
    let over = later(&office, chrono::Duration::days(93));
    let lacking = over.act_all(&office.clerk, case, vec![deem()]).expect_err("how much?");
    assert!(ids(lacking).iter().any(|(field, _)| field == "gestattung.mittel"));
    set("gestattung.mittel", "60,00");
    over.act_all(&office.clerk, case, vec![deem()]).expect("entered");
}

/// The notice of the fee is an act of its own: it is lifted by a letter, whoever lifts the approval.
#[test]
fn a_court_that_lifts_the_approval_leaves_no_notice_of_its_fee() {
    let office = office();
    with_court(&office);
    let set = [("deemed.fee", "ja"), ("gestattung.mittel", "60,00")];
    let set = set.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    office.desk.set_town(&office.admin, &set).expect("set");
    let case = whole(&office);
    let over = later(&office, chrono::Duration::days(93));
    over.act_all(&office.clerk, case, vec![deem()]).expect("entered");
    lifted_by_court(&office, &over, case, "2027-02-25");
    let lifted = case_of(&office, case);
    assert!(lifted.decisions.is_empty() && lifted.owes() == crate::domain::money::Cents::ZERO);
    let kinds: Vec<&str> = lifted.papers.iter().map(|paper| paper.issued.kind.as_str()).collect();
    assert!(kinds.contains(&"gebuehrenaufhebung"), "{kinds:?}");
}
