//! Serial letters: one for each case, once, whatever ends in between; and who gets none.

use super::*;
use crate::desk::print::Wish;
use crate::desk::serial::{KIND, Progress, Text};
use crate::domain::id::CaseId;
use crate::paper::aloud;
use uuid::Uuid;

fn dogs(office: &Office, count: usize) -> Vec<CaseId> {
    let file = |_| {
        let intake = example(office, "hundesteuer-anmeldung");
        office.desk.file_case(&office.clerk, &intake).expect("filed").case
    };
    (0..count).map(file).collect()
}

fn text() -> Text {
    Text {
        subject: "Bestandsaufnahme Hunde".into(),
        text: "zu {aktenzeichen}, eingegangen am {eingang}:\n\nBitte melden Sie uns {unbekannt}".into(),
        kind: None,
    }
}

fn go_on(office: &Office, run: Uuid, wish: Option<&Wish>, most: usize) -> Progress {
    let mut told = |done: usize, _: usize| done < most;
    office.desk.serial_go_on(&office.clerk, run, wish, &mut told).expect("gone on")
}

fn letters(office: &Office, case: CaseId) -> Vec<crate::store::read::PaperRow> {
    let papers = office.desk.papers_of(&office.clerk, case).expect("papers");
    papers.into_iter().filter(|paper| paper.kind == KIND).collect()
}

#[test]
fn a_run_that_was_stopped_goes_on_with_the_rest_and_writes_to_nobody_twice() {
    let office = office();
    let cases = dogs(&office, 4);
    let refused = office.desk.serial_begin(&office.clerk, &cases, &text()).expect_err("refused").problems();
    assert_eq!(refused[0].id, "serial-placeholder");
    let mut text = text();
    text.text = text.text.replace("{unbekannt}", "jeden Hund.");
    let run = office.desk.serial_begin(&office.clerk, &cases, &text).expect("begun");
    let wish = Wish { printer: "buero".into(), copies: 1, ..Wish::default() };
    let first = go_on(&office, run, Some(&wish), 2);
    assert!((first.issued.len(), first.stopped) == (2, true), "{first:?}");
    let known = &office.desk.serial_runs(&office.clerk).expect("runs")[0];
    assert_eq!((known.cases, known.issued, known.left), (4, 2, 0));
    let rest = go_on(&office, run, Some(&wish), 9);
    assert!((rest.issued.len(), rest.stopped, rest.left.len()) == (4, false, 0), "{rest:?}");
    assert_eq!(go_on(&office, run, Some(&wish), 9).issued, rest.issued, "nothing is left to do");
    for case in &cases {
        let [letter] = &letters(&office, *case)[..] else { panic!("one letter each") };
        assert_eq!(letter.title, "Bestandsaufnahme Hunde");
        let bytes = office.desk.paper_bytes(&office.clerk, letter.id).expect("bytes");
        let said = aloud::lines(&aloud::open(&bytes).expect("opened").pdf).join("\n");
        assert!(said.contains(&format!("zu {}, eingegangen am 24.11.2026:", letter.number)), "{said}");
        assert!(said.contains("Sehr geehrte") || said.contains("Guten Tag"), "{said}");
    }
    assert_eq!(office.desk.print_jobs(&office.clerk, 9).expect("jobs").len(), 4, "each printed once");
}

#[test]
fn a_letter_that_was_lost_says_the_same_again_and_a_correction_leaves_it() {
    let mut office = office();
    let case = dogs(&office, 1)[0];
    let text = Text { text: "Bitte.".into(), ..text() };
    let run = office.desk.serial_begin(&office.clerk, &[case], &text).expect("begun");
    let paper = go_on(&office, run, None, 9).issued[0];
    let other = super::duplicate::later(&mut office, case);
    let again = office.desk.duplicate(&other, case, paper, &Settlement::Later).expect("repeated");
    let bytes = office.desk.paper_bytes(&other, again.paper).expect("bytes");
    let said = aloud::lines(&aloud::open(&bytes).expect("opened").pdf).join("\n");
    assert!(said.contains("Bitte.") && said.contains("Zweitschrift"), "{said}");
    let case = office.desk.sheet(&other, case).expect("the case").case;
    assert!(case.stands(paper));
}

#[test]
fn who_has_a_block_or_may_not_be_read_gets_no_letter_and_the_others_do() {
    let office = office();
    let cases = dogs(&office, 2);
    let sheet = office.desk.sheet(&office.clerk, cases[0]).expect("the case");
    let mut person = sheet.persons.values().next().expect("somebody").clone();
    let _ = person.fields.insert(crate::domain::person::fields::BLOCKED.to_owned(), "yes".to_owned());
    let _ = office.desk.save_person(&office.clerk, Some(person.id), &person.fields).expect("saved");
    let text = Text { text: "Bitte.".into(), ..text() };
    let run = office.desk.serial_begin(&office.clerk, &cases, &text).expect("begun");
    let progress = go_on(&office, run, None, 9);
    assert_eq!(progress.left.iter().map(|(_, why)| why.id.as_str()).collect::<Vec<_>>(), ["serial-blocked"]);
    assert_eq!((progress.issued.len(), letters(&office, cases[0]).len()), (1, 0));
    let foreign =
        office.desk.serial_go_on(&office.admin, run, None, &mut |_, _| true).expect_err("not theirs");
    assert_eq!(foreign.problems()[0].id, "serial-run-unknown");
}

#[test]
fn whoever_has_the_paper_already_gets_none_from_a_run() {
    let office = office();
    let case = dogs(&office, 1)[0];
    let has = office.desk.papers_of(&office.clerk, case).expect("papers");
    let kind = has.first().expect("the receipt of intake").kind.clone();
    let text = Text { subject: String::new(), text: String::new(), kind: Some(kind) };
    let run = office.desk.serial_begin(&office.clerk, &[case], &text).expect("begun");
    let done = go_on(&office, run, None, 9);
    assert_eq!(done.left.iter().map(|(_, why)| why.id.as_str()).collect::<Vec<_>>(), ["serial-has-it"]);
    assert_eq!(office.desk.papers_of(&office.clerk, case).expect("papers").len(), has.len());
}

#[test]
fn a_letter_to_the_proxy_calls_the_proxy_by_name_and_is_seen_before_it_is_written() {
    let office = office();
    let mut intake = example(&office, "fundsache");
    intake.participants[0].appears_as = AppearsAs::Proxy;
    let proxy = [("family", "Vertreterin"), ("given", "Vera")].map(|(k, v)| (k.to_owned(), v.to_owned()));
    intake.participants.push(Participant {
        party: Party::New(proxy.into()),
        part: "representative".to_owned(),
        appears_as: AppearsAs::Proxy,
        seen: None,
        certain: true,
    });
    let case = office.desk.file_case(&office.clerk, &intake).expect("filed").case;
    let text = Text { subject: "Fund".into(), text: "für {name} liegt etwas bereit.".into(), kind: None };
    let read = |bytes: &[u8]| aloud::lines(&aloud::open(bytes).expect("opened").pdf).join(" ");
    let seen = office.desk.serial_preview(&office.clerk, case, &text).expect("a look");
    assert!(read(&seen).contains("für Vera Vertreterin liegt"), "{}", read(&seen));
    assert!(letters(&office, case).is_empty(), "a look issues nothing");
    let run = office.desk.serial_begin(&office.clerk, &[case], &text).expect("begun");
    let done = go_on(&office, run, None, 9);
    let bytes = office.desk.paper_bytes(&office.clerk, done.issued[0]).expect("bytes");
    assert!(read(&bytes).contains("elektronisch erstellt"));
    let earlier = office.desk.serial_earlier(&office.clerk).expect("runs");
    assert_eq!((earlier[0].text.subject.as_str(), earlier[0].issued, earlier[0].cases), ("Fund", 1, 1));
}
