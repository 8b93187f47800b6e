//! Deciding about an objection as a clerk does: the letter with its costs and its notice, service and the period that follows, the
//! second signature, another authority's decision, and taking a mistake back.

use super::*;
use crate::desk::case::Sheet;
use crate::desk::days::DayKind;
use crate::domain::case::{Challenged, Fate, Notified, Objection, Settled, Stage, Way};
use crate::domain::decide::{Conclude, Elsewhere, Rule};
use crate::domain::decision::Remedy;
use crate::domain::remedy::Remedied;

/// Until when something may be filed against what was told last.
fn until(sheet: &Sheet) -> Remedied {
    let act = sheet.case.act().expect("told");
    let notified = sheet.case.notified_of(act.event).expect("notified");
    sheet.assessment.procedure.until(notified, act).expect("a day")
}

const REASON: &str = "Der Hund ist im Haushalt gemeldet.";

fn with_court(office: &Office) {
    let demo: toml::Table =
        toml::from_str(include_str!("../../../../assets/demo/names.toml")).expect("a town");
    let text = |value: &toml::Value| value.as_str().unwrap_or_default().to_owned();
    let values = demo["town"].as_table().expect("its values").iter();
    let mut values: std::collections::BTreeMap<_, _> =
        values.map(|(key, value)| (key.clone(), text(value))).collect();
    for (key, value) in [("gestattung.klein", "25"), ("gestattung.mittel", "50"), ("gestattung.gross", "100")]
    {
        let _ = values.insert(key.to_owned(), value.to_owned());
    }
    office.desk.set_town(&office.admin, &values).expect("the town");
}

fn proceed(wanted: Proceed) -> Command {
    Command::Proceed(Box::new(wanted))
}

fn told(way: Way, on: &str) -> Command {
    proceed(Proceed::Notify(Notified { way, on: day(on), posted_on: None, proof: String::new() }))
}

fn object(remedy: Remedy, on: &str, number: &str) -> Command {
    let court = (remedy == Remedy::Action).then(|| AtCourt {
        file_number: number.to_owned(),
        by: "Bernd Beispiel".to_owned(),
        ..AtCourt::default()
    });
    let (received_on, text) = (day(on), String::new());
    proceed(Proceed::Object(Objection { remedy, received_on, text, court, against: None }))
}

/// Granted on 24 November 2026, handed over at once, objected to.
fn objected(office: &Office, service: &str) -> CaseId {
    with_court(office);
    let mut intake = example(office, service);
    if service == "gestattung" {
        intake.documents = ["ausweis".to_owned(), "lageplan".to_owned()].into();
    }
    let case = office.desk.file_case(&office.clerk, &intake).expect("filed").case;
    let decide =
        Command::Decide { outcome: Outcome::Granted, reasons: String::new(), conditions: Vec::new() };
    let all = vec![decide, told(Way::Hand, "2026-11-24"), object(Remedy::Objection, "2026-11-24", "")];
    office.desk.act_all(&office.clerk, case, all).expect("objected");
    case
}

fn concludes(how: Settled, rule: Rule) -> Conclude {
    Conclude { how, reason: REASON.to_owned(), ruling: Some(rule), ..Conclude::default() }
}

fn conclude(wanted: Conclude) -> Command {
    proceed(Proceed::Conclude(Box::new(wanted)))
}

fn letter(office: &Office, case: CaseId, kind: &str) -> String {
    let case = case_of(office, case);
    let paper = case.papers.iter().rfind(|paper| paper.issued.kind == kind).expect("issued");
    let bytes = office.desk.paper_bytes(&office.clerk, paper.issued.paper).expect("the bytes");
    let opened = crate::paper::aloud::open(&bytes).expect("opened");
    let lines = crate::paper::aloud::lines(&opened.pdf).join(" ");
    lines.replace(['\u{202f}', '\u{a0}'], " ").replace('\u{ad}', "")
}

fn says(text: &str, all: &[&str]) {
    for words in all {
        assert!(text.contains(words), "{words} is not in: {text}");
    }
}

/// The tax on a dog: rejected on 24 November, served with a record on the 26th. A month ends on Saturday, 26 December, so on Monday.
#[test]
fn a_rejected_objection_is_served_and_the_period_for_the_action_is_computed() {
    let office = office();
    let case = objected(&office, "hundesteuer-anmeldung");
    let act = |command| office.desk.act(&office.clerk, case, command);
    let wrong = |wanted| ids(act(conclude(wanted)).expect_err("refused"));
    let bare = Conclude { how: Settled::Rejected, reason: REASON.into(), ..Conclude::default() };
    assert_eq!(wrong(bare), [problem("", "ruling-needed")], "no objection ends without its letter");
    let counsel = Rule { counsel: Some(true), ..Rule::default() };
    assert_eq!(wrong(concludes(Settled::Rejected, counsel)), [problem("counsel", "ruling-counsel-tax")]);
    let facts = "Der Hund lebt seit Oktober im Haushalt.".to_owned();
    act(conclude(concludes(Settled::Rejected, Rule { facts, ..Rule::default() }))).expect("rejected");
    let said = letter(&office, case, "widerspruchsbescheid");
    says(
        &said,
        &[
            "Wir weisen Ihren Widerspruch zurück.",
            "Die Kosten des Widerspruchsverfahrens tragen Sie.",
            "seit Oktober im Haushalt",
            REASON,
            "§ 73 Abs. 3 Satz 3 VwGO",
            "§ 2 Abs. 2 Nr. 1 VwVfG NRW",
            "in der Gestalt dieses Widerspruchsbescheids können Sie innerhalb eines Monats nach Zustellung",
            "Verwaltungsgericht Münster",
            "§ 80 Abs. 2 Satz 1 Nr. 1 VwGO",
        ],
    );
    let dues = |desk: &Desk| {
        let days = desk.days_of_case(&office.clerk, case).expect("days").into_iter();
        days.filter(|day| day.day.kind == DayKind::Remedy)
            .map(|day| (day.day.on, day.day.label.de, day.why.first().map(|step| step.id.clone())))
            .collect::<Vec<_>>()
    };
    assert!(dues(&office.desk).is_empty(), "it does not run before it is served");
    let last = later(&office, chrono::Duration::days(70));
    let act = |command| last.act(&office.clerk, case, command);
    act(told(Way::Served, "2026-11-26")).expect("served");
    let label = "Klagefrist nach dem Widerspruch endet".to_owned();
    let first = Some("remedy-after-objection".to_owned());
    assert_eq!(dues(&last), [(day("2026-12-28"), label, first)]);
    let stands = || {
        let sheet = last.sheet(&office.clerk, case).expect("the case");
        let ends = until(&sheet);
        (sheet.case.challenged(sheet.case.act().expect("told"), &ends), ends.final_from())
    };
    let is_final = (Challenged::No, day("2026-12-29"));
    assert_eq!(stands(), is_final);
    act(object(Remedy::Action, "2026-12-29", "1 K 1/27")).expect("entered");
    let sheet = last.sheet(&office.clerk, case).expect("the case");
    let filed = sheet.case.open_of(Remedy::Action).expect("open");
    let against = sheet.case.objected(filed);
    assert!(against.is_some_and(|act| act.ruling.is_some()), "against the decision in that form");
    assert!(!until(&sheet).in_time(filed.objection.brought_on()));
    assert_eq!(stands(), is_final, "what came late changes nothing");
    // A second person sues in time; the same number is not entered twice.
    let twice = act(object(Remedy::Action, "2027-01-05", "1 k 1/27")).expect_err("there");
    assert_eq!(ids(twice), [problem("file_number", "action-there")]);
    act(object(Remedy::Action, "2026-12-28", "1 K 2/27")).expect("two actions are open");
    let which = Conclude { how: Settled::Dismissed, reason: "Urteil".into(), ..Conclude::default() };
    assert_eq!(ids(act(conclude(which.clone())).expect_err("which?")), [problem("of", "settled-of-which")]);
    let second = case_of(&office, case).open_of(Remedy::Action).map(|filed| filed.event);
    act(conclude(Conclude { filed: second, ..which })).expect("ended");
    let open = case_of(&office, case).all_open().count();
    assert_eq!(open, 1, "the other one is open still");
    assert!(last.verify().expect("verified").is_clean());
}

/// By plain post a decision about an objection is not served: nothing is called final, and the case says why.
#[test]
fn what_went_by_plain_post_is_never_called_final() {
    let office = office();
    let case = objected(&office, "hundesteuer-anmeldung");
    office
        .desk
        .act(&office.clerk, case, conclude(concludes(Settled::Rejected, Rule::default())))
        .expect("rejected");
    let last = later(&office, chrono::Duration::days(70));
    last.act(&office.clerk, case, told(Way::Post, "2026-11-24")).expect("entered");
    let sheet = last.sheet(&office.clerk, case).expect("the case");
    let act = sheet.case.act().expect("told");
    let ends = until(&sheet);
    assert_eq!((ends.notified_on, ends.ends_on), (day("2026-11-28"), day("2026-12-28")));
    assert!(ends.why.iter().any(|step| step.id == "ruling-unserved"));
    assert_eq!(sheet.case.challenged(act, &ends), Challenged::Unserved);
}

/// A licence for a feast with a fee of 50 euros: right in part, with counsel; the fee is lowered, the costs are shared, and the rest stands.
#[test]
fn what_is_right_in_part_changes_decision_and_fee() {
    let office = office();
    let case = objected(&office, "gestattung");
    let act = |command| office.desk.act(&office.clerk, case, command);
    let wrong = |wanted| ids(act(conclude(wanted)).expect_err("refused"));
    let all = [
        problem("part", "settled-part-missing"),
        problem("town_bears", "ruling-share-missing"),
        problem("fees", "ruling-fees-say"),
    ];
    assert_eq!(wrong(concludes(Settled::RemediedInPart, Rule::default())), all);
    let rule = || Rule { town_bears: Some(60), counsel: Some(true), ..Rule::default() };
    let part = "Die Gebühr beträgt 20 Euro".to_owned();
    let wanted = |lowered: i64| Conclude {
        part: part.clone(),
        lowered: Some(Cents(lowered)),
        ..concludes(Settled::RemediedInPart, rule())
    };
    assert_eq!(wrong(wanted(5000)), [problem("lowered", "ruling-lowered-wrong")]);
    act(conclude(wanted(2000))).expect("in part");
    let said = letter(&office, case, "widerspruchsbescheid");
    says(
        &said,
        &[
            "Wir ändern unseren Bescheid vom 24.11.2026 teilweise: Die Gebühr beträgt 20 Euro.",
            "Statt 50,00 € verlangen wir 20,00 €",
            "Im Übrigen weisen wir Ihren Widerspruch zurück.",
            "tragen wir 60 Prozent und Sie 40 Prozent",
            "hinzugezogen haben (§ 80 Abs. 2 VwVfG NRW)",
            "in dem Umfang, in dem wir die Kosten tragen (§ 80 Abs. 1 VwVfG NRW)",
        ],
    );
    let told = case_of(&office, case);
    assert_eq!((told.owes(), told.decisions.len()), (Cents(2000), 1));
    assert!(told.form_of(told.decisions[0].event).is_some());
    let permit = told.papers.iter().find(|paper| paper.issued.kind == "gestattung").expect("the permit");
    assert!(permit.void.is_none(), "the permit holds in its new form");
    // What is lost is written again word for word.
    let paper = told.papers.iter().find(|paper| paper.issued.kind == "widerspruchsbescheid").expect("it");
    let fetched = office.desk.issue(&office.clerk, case, "widerspruchsbescheid").expect("the same");
    assert_eq!(fetched, paper.issued.paper);
    assert!(office.desk.verify().expect("verified").is_clean());
}

/// A refusal is objected to with success: it is lifted, the letter tells it like a decision, and what was asked for is decided anew.
#[test]
fn what_is_right_is_lifted_by_a_letter() {
    let office = office();
    with_court(&office);
    let case = filed(&office);
    let unheard = proceed(Proceed::Omit { ground: crate::domain::case::Ground::Danger });
    let all =
        vec![unheard, refuse(), told(Way::Hand, "2026-11-24"), object(Remedy::Objection, "2026-11-24", "")];
    office.desk.act_all(&office.clerk, case, all).expect("refused");
    let act = |command| office.desk.act(&office.clerk, case, command);
    act(Command::Close { reason: String::new() }).expect("closed; the objection is decided all the same");
    act(conclude(concludes(Settled::Remedied, Rule::default()))).expect("remedied");
    let said = letter(&office, case, "abhilfebescheid");
    says(
        &said,
        &[
            "Ihr Widerspruch hat Erfolg. Wir heben unseren Bescheid vom 24.11.2026 auf.",
            "Über Ihren Antrag entscheiden wir neu.",
            "Die Kosten des Widerspruchsverfahrens tragen wir.",
            "§ 80 Abs. 1 VwVfG NRW",
            "Soweit die Entscheidung über die Kosten Sie belastet",
        ],
    );
    let open = case_of(&office, case);
    assert!(open.decisions.is_empty() && open.stage() == Stage::Filed, "it waits for its decision");
    act(told(Way::Post, "2026-11-24")).expect("told like a decision");
    let sheet = office.desk.sheet(&office.clerk, case).expect("the case");
    let ends = until(&sheet);
    assert!(ends.why.iter().all(|step| step.id != "ruling-unserved"), "it need not be served");
    assert_eq!(ids(act(refuse()).expect_err("anew")), [problem("hearing", "hearing-missing")]);
}

/// Passed on: the other authority's decision has no letter here, its service and its missing notice count all the same.
#[test]
fn what_another_authority_decides_is_entered_without_a_letter() {
    let office = office();
    let case = objected(&office, "hundesteuer-anmeldung");
    let last = later(&office, chrono::Duration::days(70));
    let act = |command| last.act(&office.clerk, case, command);
    let passed = Conclude { how: Settled::PassedOn, reason: "An den Kreis.".into(), ..Conclude::default() };
    act(conclude(passed)).expect("passed on");
    let own = act(conclude(concludes(Settled::Rejected, Rule::default()))).expect_err("not ours");
    assert_eq!(ids(own), [problem("elsewhere", "ruling-passed-on")]);
    let by = |on: &str, has_notice| Rule {
        elsewhere: Some(Elsewhere { by: "Kreis Borken".into(), on: day(on), has_notice }),
        ..Rule::default()
    };
    let early = act(conclude(concludes(Settled::Rejected, by("2026-11-23", true)))).expect_err("before");
    assert_eq!(ids(early), [problem("decided_on", "ruling-before-objection")]);
    act(conclude(concludes(Settled::Rejected, by("2026-12-01", false)))).expect("entered");
    let told = case_of(&office, case);
    assert!(told.papers.iter().all(|paper| paper.issued.kind != "widerspruchsbescheid"));
    act(self::told(Way::Served, "2026-12-03")).expect("served by the Kreis");
    let sheet = last.sheet(&office.clerk, case).expect("the case");
    let ends = until(&sheet);
    assert_eq!(ends.ends_on, day("2027-12-03"), "no notice, so a year");
}

/// The town wants a second person under every refusal; what was entered by mistake is taken back before anybody is told.
#[test]
fn a_second_person_signs_it_and_a_mistake_is_taken_back() {
    let office = office();
    let case = objected(&office, "hundesteuer-anmeldung");
    let second = [("second.signature".to_owned(), "Ablehnung".to_owned())].into();
    office.desk.set_town(&office.admin, &second).expect("the town");
    let head = office.desk.add_user(&office.admin, "haupt", "Hilde Haupt", "2244").expect("added");
    office.desk.grant(&office.admin, head, Role::Head, Group::ALL.into()).expect("granted");
    let head = office.desk.sign_in("haupt", "2244").expect("in");
    let act = |command| office.desk.act(&office.clerk, case, command);
    let head_act = |command| office.desk.act(&head, case, command);
    act(conclude(concludes(Settled::Rejected, Rule::default()))).expect("prepared");
    let waits = case_of(&office, case);
    let draft = waits.ruling_to_sign().expect("a draft").event;
    assert!(waits.papers.iter().all(|paper| paper.issued.kind != "widerspruchsbescheid"));
    assert_eq!(ids(act(proceed(Proceed::Sign { draft })).expect_err("own")), [problem("", "draft-own")]);
    office.desk.act(&head, case, proceed(Proceed::Sign { draft })).expect("signed");
    says(&letter(&office, case, "widerspruchsbescheid"), &["Hilde Haupt"]);
    let settlement = case_of(&office, case).objections()[0].settled_by.expect("settled");
    let undo =
        |reason: &str| proceed(Proceed::Undo { settlement, reason: reason.to_owned(), in_house: false });
    assert_eq!(ids(head_act(undo(" ")).expect_err("why?")), [problem("reason", "text-missing")]);
    let clerk = act(undo("Falscher Vorgang")).expect_err("two people signed it");
    assert_eq!(ids(clerk), [problem("", "not-allowed")]);
    head_act(undo("Falscher Vorgang")).expect("taken back");
    let back = case_of(&office, case);
    assert!(back.open_objection().is_some() && back.rulings().is_empty());
    let paper = back.papers.iter().find(|paper| paper.issued.kind == "widerspruchsbescheid").expect("it");
    assert!(paper.void.is_some(), "its letter does not hold");
    act(conclude(concludes(Settled::Rejected, Rule::default()))).expect("prepared again");
    let draft = case_of(&office, case).ruling_to_sign().expect("a draft").event;
    office.desk.act(&head, case, proceed(Proceed::Sign { draft })).expect("signed");
    act(told(Way::Served, "2026-11-24")).expect("served");
    let settlement = case_of(&office, case).objections()[0].settled_by.expect("settled");
    let undo = proceed(Proceed::Undo { settlement, reason: "Doch".to_owned(), in_house: true });
    assert_eq!(ids(act(undo).expect_err("told")), [problem("", "settlement-told")]);
    assert!(office.desk.verify().expect("verified").is_clean());
}

/// What a court lifts in part is said with what becomes of the fee; paid money goes back over the till first.
#[test]
fn what_a_court_lifts_in_part_is_said() {
    let office = office();
    with_court(&office);
    let case = filed(&office);
    let decide =
        Command::Decide { outcome: Outcome::Granted, reasons: String::new(), conditions: Vec::new() };
    let all = vec![decide, told(Way::Hand, "2026-11-24"), object(Remedy::Action, "2026-11-24", "1 K 1/26")];
    office.desk.act_all(&office.clerk, case, all).expect("sued");
    let act = |command| office.desk.act(&office.clerk, case, command);
    let cash = Settlement::Cash { given: Cents(5000) };
    let receipt = office.desk.settle(&office.clerk, case, &cash).expect("paid").expect("a receipt");
    let part = "Die Gebühr wird aufgehoben.".to_owned();
    let (how, reason, fees) = (Settled::UpheldInPart, "Urteil".to_owned(), Some(Fate::Dropped));
    let wanted = Conclude { how, reason, part, fees, ..Conclude::default() };
    assert_eq!(ids(act(conclude(wanted.clone())).expect_err("paid")), [problem("fees", "ruling-fees-paid")]);
    let all = Group::ALL.into();
    office.desk.grant(&office.admin, office.clerk.user, Role::Cashier, all).expect("granted");
    let _ = office.desk.cancel_receipt(&office.clerk, &receipt, "Urteil").expect("cancelled");
    act(conclude(wanted)).expect("in part");
    let told = case_of(&office, case);
    assert_eq!((told.owes(), told.decisions.len(), told.rulings().len()), (Cents::ZERO, 1, 0));
    assert_eq!(told.lifted_in_part(told.decisions[0].event).count(), 1);
}

/// An organiser objects to a condition alone and is right: it falls, the permit holds, nothing is rejected. A share of the costs does not fit.
#[test]
fn what_is_right_about_a_part_alone_leaves_the_permit() {
    let office = office();
    let case = objected(&office, "gestattung");
    let act = |command| office.desk.act(&office.clerk, case, command);
    let wrong = |wanted| ids(act(conclude(wanted)).expect_err("refused"));
    let part = || "Die Nebenbestimmung Nr. 2 entfällt.".to_owned();
    let unfit = Conclude { part: part(), ..concludes(Settled::Rejected, Rule::default()) };
    assert_eq!(wrong(unfit), [problem("part", "settled-part-unfit")]);
    let shared = Rule { town_bears: Some(0), ..Rule::default() };
    assert_eq!(wrong(concludes(Settled::Remedied, shared)), [problem("town_bears", "ruling-share-whole")]);
    let wanted = |fees| Conclude { part: part(), fees, ..concludes(Settled::Remedied, Rule::default()) };
    assert_eq!(wrong(wanted(None)), [problem("fees", "ruling-fees-say")]);
    act(conclude(wanted(Some(Fate::Kept)))).expect("right");
    let said = letter(&office, case, "abhilfebescheid");
    says(&said, &["teilweise: Die Nebenbestimmung Nr. 2 entfällt.", "tragen wir."]);
    assert!(!said.contains("weisen"), "{said}");
    let told = case_of(&office, case);
    assert_eq!((told.decisions.len(), told.owes(), told.was_lifted()), (1, Cents(5000), false));
    let permit = told.papers.iter().find(|paper| paper.issued.kind == "gestattung").expect("the permit");
    assert!(permit.void.is_none());
}

/// The action ended before the objection: what was written last is taken back, and a letter that was printed only while it is in the house.
#[test]
fn what_was_written_last_is_taken_back() {
    let office = office();
    let case = objected(&office, "hundesteuer-anmeldung");
    let act = |command| office.desk.act(&office.clerk, case, command);
    act(object(Remedy::Action, "2026-11-24", "1 K 1/26")).expect("sued");
    let (of, how, reason) = (Some(Remedy::Action), Settled::Dismissed, "Urteil".to_owned());
    act(conclude(Conclude { of, how, reason, ..Conclude::default() })).expect("dismissed");
    act(conclude(concludes(Settled::Rejected, Rule::default()))).expect("rejected");
    let told = case_of(&office, case);
    let settlement = told.last_settlement().expect("settled");
    assert_eq!(told.objections()[0].settled_by, Some(settlement));
    let paper = told.papers.iter().rfind(|paper| paper.issued.kind == "widerspruchsbescheid").expect("it");
    let printed = Command::Printed { paper: paper.issued.paper, printer: "Flur".to_owned(), copies: 1 };
    act(printed).expect("printed");
    let undo = |in_house| proceed(Proceed::Undo { settlement, reason: "Falsch".to_owned(), in_house });
    assert_eq!(ids(act(undo(false)).expect_err("out?")), [problem("in_house", "settlement-printed")]);
    act(undo(true)).expect("taken back");
    let back = case_of(&office, case);
    assert!(back.open_of(Remedy::Objection).is_some() && back.open_of(Remedy::Action).is_none());
}

/// The first year of a dog's tax is asked for in one sum: what is less of it is less wherever it stands, and what falls is not asked for.
#[test]
fn what_a_tax_is_after_an_objection_stands_everywhere() {
    for dropped in [false, true] {
        let office = office();
        let case = objected(&office, "hundesteuer-anmeldung");
        let before = case_of(&office, case).owes();
        assert!(before > Cents(100), "in one sum");
        let rule = Rule { town_bears: Some(50), ..Rule::default() };
        let wanted = Conclude {
            part: "Die Steuer beginnt später.".to_owned(),
            fees: dropped.then_some(Fate::Dropped),
            lowered: (!dropped).then_some(Cents(100)),
            ..concludes(Settled::RemediedInPart, rule)
        };
        office.desk.act(&office.clerk, case, conclude(wanted)).expect("in part");
        let said = letter(&office, case, "widerspruchsbescheid");
        assert_eq!(said.contains("müssen Sie die Abgabe zunächst zahlen"), !dropped, "{said}");
        let told = case_of(&office, case);
        assert_eq!(told.owes(), if dropped { Cents::ZERO } else { Cents(100) });
        let first = told.levied().next().and_then(|levied| levied.first.as_ref()).map(|first| first.cents);
        assert_eq!(first, (!dropped).then_some(Cents(100)));
    }
}

/// A permit is taken away, and the objection to that is right: the permit holds again, and the entry can be taken back as any other.
#[test]
fn an_objection_to_a_revocation_is_decided_and_that_is_taken_back() {
    let office = office();
    with_court(&office);
    let case = filed(&office);
    let grant = Command::Decide { outcome: Outcome::Granted, reasons: String::new(), conditions: Vec::new() };
    office.desk.act_all(&office.clerk, case, vec![grant, told(Way::Hand, "2026-11-24")]).expect("granted");
    let revoke = crate::domain::decide::Revoke {
        clause: crate::domain::revocation::Clause::named("49-2-3").expect("a paragraph"),
        untrusted: None,
        known_on: Some(day("2026-11-24")),
        from: None,
        part: String::new(),
        reasons: "Die Auflage wurde nicht erfüllt.".to_owned(),
        unheard: Some(crate::domain::case::Ground::Danger),
        hand_back: Vec::new(),
        anew: false,
        fees: Some(Fate::Kept),
    };
    office.desk.revoke_decision(&office.clerk, case, &revoke).expect("revoked");
    let act = |command| office.desk.act(&office.clerk, case, command);
    act(told(Way::Hand, "2026-11-24")).expect("told");
    act(object(Remedy::Objection, "2026-11-24", "")).expect("objected");
    act(conclude(concludes(Settled::Remedied, Rule::default()))).expect("right");
    says(&letter(&office, case, "abhilfebescheid"), &["zurückgenommen oder widerrufen hatte, gilt wieder."]);
    let holds = case_of(&office, case);
    assert!(holds.standing_decision().is_some() && holds.revocations().is_empty());
    let settlement = holds.last_settlement().expect("settled");
    act(proceed(Proceed::Undo { settlement, reason: "Falsch".to_owned(), in_house: false })).expect("back");
    let back = case_of(&office, case);
    assert!(back.standing_decision().is_none() && back.open_of(Remedy::Objection).is_some());
}
