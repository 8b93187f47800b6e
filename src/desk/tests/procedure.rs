//! The procedure between filing and decision: what is missing, who is heard, whose signature is asked for.

mod action;
mod deemed;
mod doubt;
mod inaction;
mod letters;
mod revoke;
mod ruling;

use super::*;
use crate::desk::procedure::{Ask, Intends};
use crate::domain::case::{AtCourt, Case, Outcome};
use crate::domain::decide::Proceed;
use crate::domain::id::CaseId;

fn case_of(office: &Office, case: CaseId) -> Case {
    office.desk.sheet(&office.clerk, case).expect("the case").case
}

/// A licence for 300 visitors: the identity card and the plan are missing.
fn filed(office: &Office) -> CaseId {
    let mut intake = example(office, "gestattung");
    intake.documents.clear();
    office.desk.file_case(&office.clerk, &intake).expect("filed").case
}

fn ids(error: crate::desk::DeskError) -> Vec<(String, String)> {
    error.problems().into_iter().map(|problem| (problem.field, problem.id)).collect()
}

fn problem(field: &str, id: &str) -> (String, String) {
    (field.to_owned(), id.to_owned())
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

/// An action as the court serves it.
fn served() -> Option<AtCourt> {
    let (court, file_number) = ("VG Münster".to_owned(), "1 K 7/26".to_owned());
    Some(AtCourt { court, filed_on: None, file_number, by: "Bernd Beispiel".to_owned() })
}

fn refuse() -> Command {
    let reasons = "Am Ort findet schon ein Fest statt.".to_owned();
    Command::Decide { outcome: Outcome::Refused, reasons, conditions: Vec::new() }
}

/// Posted on Tuesday, 24 November 2026: notified on Saturday, 28 November, which VwVfG does not move. Two weeks end on
/// Saturday, 12 December, and move to Monday.
#[test]
fn what_is_missing_is_asked_for_until_it_is_there() {
    let office = office();
    let case = filed(&office);
    let ask = |due_on: Option<&str>, documents: &[&str]| {
        let documents = documents.iter().map(|id| (*id).to_owned()).collect();
        let ask = Ask { documents, answers: Vec::new(), due_on: due_on.map(day) };
        office.desk.ask(&office.clerk, case, &ask)
    };
    assert_eq!(ids(ask(None, &[]).expect_err("nothing")), [problem("documents", "request-nothing")]);
    let both = [problem("documents", "document-unknown"), problem("due_on", "answer-too-soon")];
    assert_eq!(ids(ask(Some("2026-11-28"), &["taufschein"]).expect_err("both")), both);
    let saturday = ask(Some("2026-12-12"), &["lageplan"]).expect_err("closed").problems().remove(0);
    assert_eq!((saturday.id.as_str(), saturday.args["next"].as_str()), ("answer-on-day-off", "2026-12-14"));
    let paper = ask(None, &["lageplan", "ausweis"]).expect("asked");
    let asked = case_of(&office, case);
    assert_eq!(asked.awaited().map(|asked| asked.due_on), Some(day("2026-12-14")));
    assert_eq!(asked.paper(paper).map(|paper| paper.issued.kind.as_str()), Some("nachforderung"));
    let reminder = asked.next_follow_up().expect("a reminder");
    assert_eq!(reminder.due_on, day("2026-12-15"));
    assert!(reminder.text.contains("Lageplan") && reminder.text.contains("14.12.2026"), "{}", reminder.text);

    let brings = |document: &str| {
        let received_on = office.desk.today();
        let command = Command::ReceiveDocument { document: document.to_owned(), received_on };
        office.desk.act(&office.clerk, case, command).expect("received");
        case_of(&office, case)
    };
    assert!(brings("lageplan").awaited().is_some(), "one of two");
    let there = brings("ausweis");
    assert!(there.awaited().is_none() && there.next_follow_up().is_none(), "the reminder has served");
    let again = ask(None, &["lageplan"]).expect_err("it is there");
    assert_eq!(ids(again), [problem("documents", "request-there")]);
}

#[test]
fn nobody_is_refused_unheard_but_on_a_ground_of_the_law() {
    let office = office();
    let case = filed(&office);
    let act = |desk: &Desk, command: Command| desk.act(&office.clerk, case, command);
    let refused = act(&office.desk, refuse()).expect_err("unheard");
    assert!(ids(refused).contains(&problem("hearing", "hearing-missing")));
    let statement = |text: &str| {
        let received_on = office.desk.today();
        Command::Proceed(Box::new(Proceed::Statement { text: text.to_owned(), received_on, from: None }))
    };
    assert_eq!(ids(act(&office.desk, statement("Doch!")).expect_err("none")), [problem("", "hearing-none")]);
    let intends = |outcome, reasons: &str| Intends { outcome, reasons: reasons.to_owned(), due_on: None };
    let hear = |intends: &Intends| office.desk.hear(&office.clerk, case, intends);
    let both = [problem("reasons", "reasons-missing"), problem("outcome", "hearing-not-needed")];
    assert_eq!(ids(hear(&intends(Outcome::Granted, "")).expect_err("both")), both);
    let _ = hear(&intends(Outcome::Refused, "Dort ist schon ein Fest.")).expect("heard");
    assert_eq!(case_of(&office, case).hearing().map(|hearing| hearing.due_on), Some(day("2026-12-14")));
    let wait = |desk: &Desk| act(desk, refuse()).map_err(ids);
    let waits = problem("hearing", "hearing-not-over");
    assert!(wait(&office.desk).expect_err("waits").contains(&waits));
    let last = later(&office, chrono::Duration::days(20));
    assert!(wait(&last).expect_err("the last day counts").contains(&waits));
    // What is said ends the waiting.
    act(&office.desk, statement("Das andere Fest ist verlegt.")).expect("said");
    assert!(case_of(&office, case).next_follow_up().is_none());
    let court = [
        ("court.name", "VG"),
        ("court.street", "Weg 1"),
        ("court.place", "48000 Münster"),
        ("street", "Markt 1"),
    ];
    let court = court.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    office.desk.set_town(&office.admin, &court).expect("the court");
    act(&office.desk, refuse()).expect("refused");
}

/// The town wants a second person under every refusal. The head signs what the clerk prepared, never their own draft.
#[test]
fn a_refusal_is_signed_by_another_person_and_nothing_is_issued_before() {
    let office = office();
    let values = [
        ("second.signature", "Ablehnung"),
        ("court.name", "VG"),
        ("court.street", "Weg 1"),
        ("court.place", "48000 Münster"),
        ("street", "Markt 1"),
    ];
    let values = values.map(|(key, value)| (key.to_owned(), value.to_owned()));
    office.desk.set_town(&office.admin, &values.into()).expect("the town");
    let wrong = [("second.signature".to_owned(), "manchmal".to_owned())];
    let wrong = ids(office.desk.set_town(&office.admin, &wrong.into()).expect_err("wrong"));
    assert_eq!(wrong, [problem("second.signature", "second-signature-form")]);
    let head = office.desk.add_user(&office.admin, "haupt", "Hilde Haupt", "2244").expect("added");
    for role in [Role::Clerk, Role::Head] {
        office.desk.grant(&office.admin, head, role, Group::ALL.into()).expect("granted");
    }
    let head = office.desk.sign_in("haupt", "2244").expect("in");
    let case = filed(&office);
    let both = vec![unheard(), refuse()];
    let needs = office.desk.act_all(&office.clerk, case, both).expect_err("needs a second person");
    assert_eq!(ids(needs), [problem("", "second-needed")]);
    let prepare = || {
        let (outcome, reasons) = (Outcome::Refused, "Dort ist schon ein Fest.".to_owned());
        Command::Proceed(Box::new(Proceed::Prepare { outcome, reasons, conditions: Vec::new() }))
    };
    let act = |who: &Session, command: Command| office.desk.act_all(who, case, vec![command]);
    let draft = || case_of(&office, case).to_sign().expect("a draft").event;
    let sign = || Command::Proceed(Box::new(Proceed::Sign { draft: draft() }));
    office.desk.act_all(&head, case, vec![unheard(), prepare()]).expect("prepared");
    assert_eq!(ids(act(&head, sign()).expect_err("own")), [problem("", "draft-own")]);
    assert_eq!(ids(act(&office.clerk, sign()).expect_err("no head")), [problem("", "not-allowed")]);
    let before = sign();
    act(&office.clerk, prepare()).expect("another draft");
    assert_eq!(ids(act(&head, before).expect_err("replaced")), [problem("", "draft-changed")]);
    let filter = crate::desk::look::Filter { view: crate::desk::look::View::ToSign, ..Default::default() };
    let to_sign = || {
        let page = crate::desk::look::Page::first(9);
        office.desk.cases(&head, &filter, crate::desk::look::Sort::default(), &page).expect("the list").len()
    };
    assert_eq!(to_sign(), 1);
    let back = |reason: &str| {
        let reason = reason.to_owned();
        Command::Proceed(Box::new(Proceed::Return { draft: draft(), reason }))
    };
    assert_eq!(ids(act(&head, back(" ")).expect_err("why")), [problem("reason", "text-missing")]);
    act(&head, back("Welches Fest?")).expect("given back");
    assert!(to_sign() == 0 && case_of(&office, case).papers.len() == 1, "nothing is issued");
    act(&office.clerk, prepare()).expect("prepared anew");
    act(&head, sign()).expect("signed");
    let signed = case_of(&office, case);
    assert_eq!((signed.decisions.len(), signed.decisions[0].by), (1, head.user));
    assert_eq!(signed.papers.last().map(|paper| paper.issued.kind.as_str()), Some("ablehnung"));
    assert!(signed.clashes().is_empty() && office.desk.verify().expect("verified").is_clean());
}

/// Refused on 24 November and posted that day: notified on the 28th, the action can be filed until 28 December. What comes
/// in on the 29th is entered and told to be late; what is right is decided anew.
#[test]
fn what_is_filed_against_a_decision_is_in_time_or_late() {
    use crate::domain::case::{Notified, Objection, Settled, Way};
    use crate::domain::decision::Remedy;
    let office = office();
    let court =
        [("court.name", "VG"), ("court.street", "Weg 1"), ("court.place", "48000 M"), ("street", "Markt 1")];
    let court = court.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    office.desk.set_town(&office.admin, &court).expect("the court");
    let case = filed(&office);
    let notify = |on: &str| {
        let proof = " Einwurf ".to_owned();
        let notified = Notified { way: Way::Post, on: day(on), posted_on: None, of: None, proof };
        Command::Proceed(Box::new(Proceed::Notify(notified)))
    };
    let act = |desk: &Desk, command: Command| desk.act_all(&office.clerk, case, vec![command]);
    let undecided = act(&office.desk, notify("2026-11-24")).expect_err("undecided");
    assert_eq!(ids(undecided), [problem("", "remedy-undecided")]);
    office.desk.act_all(&office.clerk, case, vec![unheard(), refuse()]).expect("refused");
    let early = act(&office.desk, notify("2026-11-23")).expect_err("before");
    assert_eq!(ids(early), [problem("on", "notified-before-decision")]);
    let tomorrow = act(&office.desk, notify("2026-11-25")).expect_err("tomorrow");
    assert_eq!(ids(tomorrow), [problem("on", "notified-in-future")]);
    let receipt = office.desk.issue(&office.clerk, case, "empfangsbekenntnis").expect("a receipt to sign");
    assert!(office.desk.paper_bytes(&office.clerk, receipt).expect("bytes").starts_with(b"%PDF-"));
    let arrived = |posted_on: Option<&str>| {
        let notified = Notified {
            way: Way::Arrived,
            on: day("2026-11-24"),
            posted_on: posted_on.map(day),
            of: None,
            proof: String::new(),
        };
        Command::Proceed(Box::new(Proceed::Notify(notified)))
    };
    let unposted = act(&office.desk, arrived(None)).expect_err("when was it posted?");
    assert_eq!(ids(unposted), [problem("posted", "notified-posted-missing")]);
    let after = act(&office.desk, arrived(Some("2026-11-25"))).expect_err("after it arrived");
    assert_eq!(ids(after), [problem("posted", "notified-posted-after")]);
    act(&office.desk, notify("2026-11-24")).expect("notified");
    let close = Command::Close { reason: String::new() };
    office.desk.act(&office.clerk, case, close).expect("closed; what is filed comes all the same");
    let object = |on: &str| {
        let objection = Objection {
            remedy: Remedy::Action,
            received_on: day(on),
            text: String::new(),
            by: None,
            court: served(),
            against: None,
        };
        Command::Proceed(Box::new(Proceed::Object(objection)))
    };
    let last = later(&office, chrono::Duration::days(36));
    act(&last, object("2026-12-29")).expect("entered");
    assert_eq!(
        ids(act(&last, object("2026-12-29")).expect_err("open")),
        [problem("file_number", "action-there")]
    );
    let sheet = office.desk.sheet(&office.clerk, case).expect("the case");
    let (decision, notified) = (&sheet.case.decisions[0], sheet.case.notified().expect("notified"));
    assert_eq!(notified.proof, "Einwurf");
    let ends = sheet.assessment.procedure.remedied(notified, decision.notice.as_ref()).expect("a day");
    assert_eq!((ends.notified_on, ends.ends_on), (day("2026-11-28"), day("2026-12-28")));
    assert!(ends.in_time(day("2026-12-28")) && !ends.in_time(day("2026-12-29")));
    let settle = Proceed::Conclude(Box::new(crate::domain::decide::Conclude {
        of: None,
        how: Settled::Upheld,
        reason: "Das Fest fällt aus.".to_owned(),
        ..Default::default()
    }));
    act(&last, Command::Proceed(Box::new(settle))).expect("remedied");
    let case = case_of(&office, case);
    assert!(case.decisions.is_empty() && case.notified().is_none() && case.open_objection().is_none());
    let letter = case.papers.iter().find(|paper| paper.issued.kind == "ablehnung").expect("the letter");
    assert_eq!(letter.void, Some(day("2026-12-30")), "it holds no longer");
}

/// What is missing comes later: the case is complete with the last of it, and what a document was worth is looked at again.
/// The day of completeness says what came when.
#[test]
fn a_case_is_complete_with_the_last_thing_that_was_missing() {
    let office = office();
    let case = filed(&office);
    let complete = || office.desk.sheet(&office.clerk, case).expect("the case").assessment.complete;
    assert_eq!(complete().since, None);
    let ask = Ask {
        documents: vec!["lageplan".to_owned(), "ausweis".to_owned()],
        answers: vec!["Wie viele Toiletten?".to_owned()],
        due_on: None,
    };
    let _ = office.desk.ask(&office.clerk, case, &ask).expect("asked");
    let act = |desk: &Desk, command: Command| desk.act(&office.clerk, case, command);
    let brings = |document: &str, received_on: &str| Command::ReceiveDocument {
        document: document.to_owned(),
        received_on: day(received_on),
    };
    let answered = |received_on: &str| {
        let (text, received_on) = ("Zwei.".to_owned(), day(received_on));
        Command::Proceed(Box::new(Proceed::Answered { text, received_on }))
    };
    let refuses = |document: &str, reason: &str| {
        let (document, reason) = (document.to_owned(), reason.to_owned());
        Command::Proceed(Box::new(Proceed::RefuseDocument { document, reason }))
    };
    act(&office.desk, brings("ausweis", "2026-11-24")).expect("seen");
    let later = later(&office, chrono::Duration::days(10));
    act(&later, brings("lageplan", "2026-12-01")).expect("brought");
    assert!(
        complete().since.is_none() && case_of(&office, case).awaited().is_some(),
        "the answer is missing"
    );
    let early = act(&later, answered("2026-11-23")).expect_err("before it was asked for");
    assert_eq!(ids(early), [problem("received_on", "answers-before-request")]);
    act(&later, answered("2026-12-03")).expect("answered");
    assert_eq!(complete().since, Some(day("2026-12-03")));
    let there = case_of(&office, case);
    assert!(there.awaited().is_none() && there.next_follow_up().is_none(), "the reminder has served");
    assert_eq!(
        ids(act(&later, answered("2026-12-03")).expect_err("again")),
        [problem("", "answers-none-awaited")]
    );

    let both = [problem("document", "document-not-there"), problem("reason", "text-missing")];
    assert_eq!(ids(act(&later, refuses("taufschein", " ")).expect_err("both")), both);
    act(&later, refuses("lageplan", "Ohne Maßstab")).expect("of no use");
    assert_eq!(complete().since, None);
    let row =
        office.desk.case_by_number(&office.clerk, &there.opened.number).expect("read").expect("the row");
    assert_eq!(row.missing, 1, "the work list says so");
    act(&later, brings("lageplan", "2026-12-04")).expect("a better one");
    let ids: Vec<(String, Option<String>)> =
        complete().why.into_iter().map(|step| (step.id, step.args.get("date").cloned())).collect();
    let step = |id: &str, on: &str| (id.to_owned(), Some(on.to_owned()));
    assert_eq!(
        ids,
        [
            step("complete-received", "2026-11-24"),
            step("complete-document", "2026-12-04"),
            step("complete-answers", "2026-12-03"),
            step("complete-since", "2026-12-04"),
        ]
    );
    assert!(office.desk.verify().expect("verified").is_clean());
}

/// A number is named as it is read off a paper; what could be two is not guessed.
#[test]
fn the_end_of_a_number_means_one_case_or_all_that_fit() {
    let office = office();
    let cases = [filed(&office), filed(&office)].map(|case| case_of(&office, case).opened.number);
    let meant = |typed: &str| -> Vec<String> {
        let rows = office.desk.cases_by_number(&office.clerk, typed).expect("read");
        rows.into_iter().map(|row| row.number).collect()
    };
    for number in &cases {
        let tail = number.rsplit('-').next().expect("a tail");
        let short =
            format!("{}-{}", number.rsplit('-').nth(1).expect("a desk"), tail.trim_start_matches('0'));
        assert_eq!(meant(number), std::slice::from_ref(number));
        assert_eq!(meant(&short), std::slice::from_ref(number), "{short}");
    }
    assert!(meant("A-99999").is_empty() && meant("Fest").is_empty());
}
