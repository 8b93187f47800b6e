//! What the read tables answer, and that nothing is told that may not be read.

mod double;
mod find;
mod list;
mod plan;

use super::*;
use crate::domain::case::{AppearsAs, Case, CaseEvent, Channel, Issued, Opened, Paid, Payment, Signature};
use crate::domain::event::{Payload, Recorded, Subject};
use crate::domain::id::{
    CaseId, ClosingId, DeviceId, Digest, EventRef, FollowUpId, PaperId, PersonId, UserId,
};
use crate::domain::money::Cents;
use crate::domain::person::{Person, fields};
use crate::domain::problem::LocalText;
use crate::domain::user::Group;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

fn database() -> Connection {
    let conn = Connection::open_in_memory().expect("opens");
    conn.execute_batch(MIGRATION).expect("migrates");
    conn.pragma_update(None, "recursive_triggers", true).expect("as the writer has it");
    conn
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
}

fn user(n: u128) -> UserId {
    UserId(Uuid::from_u128(n))
}

fn everything() -> BTreeSet<Group> {
    Group::ALL.into()
}

fn all_but_taxes() -> BTreeSet<Group> {
    Group::ALL.into_iter().filter(|group| *group != Group::Taxes).collect()
}

/// Field, value, field, value …
fn person(n: u128, values: &[(&str, &str)]) -> Person {
    let fields = values.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
    Person {
        id: PersonId(Uuid::from_u128(n)),
        fields,
        conflicts: Vec::new(),
        versions: BTreeMap::new(),
        records: BTreeSet::new(),
        written_by: BTreeMap::new(),
        also: BTreeSet::new(),
    }
}

fn zdenka() -> Person {
    person(
        1,
        &[
            (fields::FAMILY, "Ďuriš-Müller"),
            (fields::GIVEN, "Zdeňka"),
            (fields::BIRTH_DATE, "1987-03-14"),
            (fields::STREET, "Hofstr."),
            (fields::HOUSE, "23 a"),
            (fields::POSTCODE, "48712"),
            (fields::PLACE, "Gescher"),
        ],
    )
}

/// A case of the group, with what happens to it after its opening.
fn case(n: u128, group: Group, service: &str, more: Vec<CaseEvent>) -> Case {
    let id = CaseId(Uuid::from_u128(n));
    let opened = CaseEvent::CaseOpened(Box::new(Opened {
        number: format!("32.10-2026-A-{n:05}"),
        service: service.to_owned(),
        version: "1".to_owned(),
        pack: None,
        filing_plan: "32.10".to_owned(),
        group,
        channel: Channel::Counter,
        answers_to: None,
        received_on: day("2026-11-01") + TimeDelta::days(i64::try_from(n % 28).expect("small")),
        received_why: String::new(),
        filed_on: day("2026-11-24"),
        signature: Signature::Seen,
        status_code: format!("K7QX-3MPA-{n:04}"),
    }));
    let device = DeviceId(Uuid::from_u128(9));
    let events: Vec<_> = std::iter::once(opened).chain(more).zip(1..).collect();
    let recorded: Vec<Recorded<CaseEvent>> = events
        .into_iter()
        .map(|(event, seq)| Recorded {
            id: EventRef { device, seq },
            parents: (seq > 1).then_some(EventRef { device, seq: seq - 1 }).into_iter().collect(),
            at: at(1000 + i64::try_from(seq).expect("small")),
            actor: user(7),
            payload: Payload::Known(event),
        })
        .collect();
    Case::fold(id, &recorded).expect("opened")
}

fn applicant(n: u128) -> CaseEvent {
    let (person, part) = (PersonId(Uuid::from_u128(n)), "applicant".to_owned());
    CaseEvent::PersonLinked { person, part, appears_as: AppearsAs::InPerson, seen: None }
}

fn paid(receipt: &str, cents: i64) -> CaseEvent {
    let paid_on = day("2026-11-24");
    let receipt = receipt.to_owned();
    CaseEvent::Paid(Paid {
        receipt,
        charges: vec![],
        cents: Cents(cents),
        how: Payment::Cash,
        given: None,
        paid_on,
    })
}

fn issued(n: u128, title: &str) -> CaseEvent {
    CaseEvent::PaperIssued(Issued {
        paper: PaperId(Uuid::from_u128(n)),
        kind: "gewa1".to_owned(),
        title: title.to_owned(),
        sha256: Digest([7; 32]),
        size: 4000,
        pages: 2,
        issued_on: day("2026-11-24"),
        receipt: None,
        replaces: None,
        repeats: None,
        letter: None,
    })
}

fn view(name: &str, text: &str) -> CaseView {
    CaseView { service_name: name.to_owned(), search_text: text.to_owned(), ..CaseView::default() }
}

/// Two trades, one dog: the dog is a secret of the tax office.
fn town() -> Connection {
    let conn = database();
    project_person(&conn, &zdenka()).expect("projects");
    let events = vec![applicant(1), paid("A-2026-000001", 2600), issued(51, "Empfangsbescheinigung")];
    let trade = case(417, Group::Trade, "gewerbe-anmeldung", events);
    let due =
        CaseView { due_on: Some(day("2026-11-27")), ..view("Gewerbe-Anmeldung", "Bäckerei Lindenhof") };
    project_case(&conn, &trade, &due).expect("projects");
    let other = case(418, Group::Trade, "gewerbe-anmeldung", vec![CaseEvent::Assigned { to: Some(user(7)) }]);
    project_case(&conn, &other, &view("Gewerbe-Anmeldung", "Imbiss")).expect("projects");
    let events = vec![applicant(1), paid("A-2026-000002", 9600), issued(52, "Steuerbescheid")];
    let dog = case(419, Group::Taxes, "hundesteuer", events);
    project_case(&conn, &dog, &view("Hundesteuer-Anmeldung", "Rottweiler Bello")).expect("projects");
    conn
}

fn numbers(rows: &[CaseRow]) -> Vec<&str> {
    rows.iter().map(|row| &row.number[11..]).collect()
}

/// Receipts and files are counted apart: whoever types the end of a file number means that file.
#[test]
fn the_end_of_a_file_number_finds_the_file_before_a_receipt_that_ends_so() {
    let conn = database();
    let filed = |n: u128, receipt: &str| {
        let paid = case(n, Group::Trade, "gewerbe-anmeldung", vec![paid(receipt, 2600)]);
        project_case(&conn, &paid, &view("Gewerbe-Anmeldung", "")).expect("projects");
    };
    filed(16, "A-2026-000002");
    filed(25, "A-2026-000016");
    for typed in ["A-00016", "a 16", "2026-A-00016", "16"] {
        let found = hits(&conn, typed, &everything());
        let numbers: Vec<&str> = found.iter().map(|(_, number)| number.as_str()).collect();
        assert_eq!(numbers.first(), Some(&"32.10-2026-A-00016"), "{typed}: {numbers:?}");
    }
    assert_eq!(hits(&conn, "A-2026-000016", &everything())[0].1, "32.10-2026-A-00025");
}

fn found(conn: &Connection, text: &str) -> Vec<(String, Why)> {
    let hits = find_person(conn, text, 20).expect("finds");
    hits.into_iter().map(|hit| (hit.row.name, hit.why)).collect()
}

fn hits(conn: &Connection, text: &str, reads: &BTreeSet<Group>) -> Vec<(HitKind, String)> {
    let hits = search(conn, text, reads, 20).expect("searches");
    hits.into_iter().map(|hit| (hit.kind, hit.detail.first().cloned().unwrap_or_default())).collect()
}

#[test]
fn tax_secrecy_shows_counts_and_finds_nothing() {
    let (conn, reads) = (town(), all_but_taxes());
    for typed in [
        "rottweiler",
        "hundesteuer",
        "419",
        "32.10-2026-A-00419",
        "K7QX-3MPA-0419",
        "A-2026-000002",
        "steuerbescheid",
    ] {
        assert_eq!(hits(&conn, typed, &reads), [], "{typed}");
        assert!(!hits(&conn, typed, &everything()).is_empty(), "{typed}");
        let filter = Filter { view: View::All, text: Some(typed.to_owned()), ..Filter::default() };
        assert_eq!(cases(&conn, &reads, &filter, Sort::default(), &Page::first(9)).expect("lists"), []);
    }
    let all = |reads| {
        let filter = Filter { view: View::All, ..Filter::default() };
        cases(&conn, reads, &filter, Sort::default(), &Page::first(9)).expect("lists").len()
    };
    assert_eq!((all(&reads), all(&everything()), all(&BTreeSet::new())), (2, 3, 0));
    let of_person = |reads| cases_of_person(&conn, reads, zdenka().id, &Page::first(9)).expect("lists").len();
    assert_eq!((of_person(&reads), of_person(&everything())), (1, 2));
    let days = (day("2026-11-24"), day("2026-12-31"));
    let count = |reads| counts(&conn, reads, user(7), days, None).expect("counts");
    assert_eq!((count(&reads).all, count(&everything()).all), (2, 3));
    let dog = CaseId(Uuid::from_u128(419));
    assert!(case_by_number(&conn, &reads, "32.10-2026-A-00419").expect("asks").is_none());
    assert!(case_by_id(&conn, &reads, dog).expect("asks").is_none());
    assert!(papers_of_case(&conn, &reads, dog).expect("asks").is_empty());
    assert!(paper_by_id(&conn, &reads, PaperId(Uuid::from_u128(52))).expect("asks").is_none());
    assert!(receipt_by_number(&conn, &reads, "A-2026-000002").expect("asks").is_empty());
    let journal = receipts_of_day(&conn, &reads, day("2026-11-24")).expect("asks");
    assert_eq!(
        journal.iter().map(|r| r.cents.0).collect::<Vec<_>>(),
        [2600, 9600],
        "the till has one content"
    );
    assert!(journal[0].case.is_some() && journal[1].case.is_none());
}

#[test]
fn who_may_read_nothing_is_told_nothing_and_is_no_error() {
    let (conn, nothing, today) = (town(), BTreeSet::new(), day("2026-12-24"));
    for view in [View::Open, View::Mine(user(7)), View::Due { until: today }, View::ToSign, View::Conflicts] {
        let filter = Filter { view, text: Some("linden".to_owned()), ..Filter::default() };
        assert_eq!(cases(&conn, &nothing, &filter, Sort::default(), &Page::first(9)).expect("lists"), []);
    }
    let counted = counts(&conn, &nothing, user(7), (today, today), None).expect("counts");
    assert_eq!(counted, Counts::default());
    let whose = Whose { reads: &nothing, clerk: None };
    assert_eq!(days_between(&conn, whose, (today, today), 9).expect("asks"), []);
    assert_eq!(day_counts(&conn, whose, (today, today)).expect("asks"), []);
    assert_eq!(cases_of_person(&conn, &nothing, zdenka().id, &Page::first(9)).expect("lists"), []);
    assert_eq!(case_by_number(&conn, &nothing, "32.10-2026-A-00417").expect("asks"), None);
    assert_eq!(hits(&conn, "417", &nothing), []);
    assert_eq!(hits(&conn, "duris", &nothing), [(HitKind::Person, "1987-03-14".to_owned())]);
}

#[test]
fn the_order_of_arrival_leaves_no_trace_and_twice_is_once() {
    let trade = case(
        417,
        Group::Trade,
        "gewerbe-anmeldung",
        vec![applicant(1), paid("A-2026-000001", 2600), issued(51, "Titel")],
    );
    let seen = view("Gewerbe-Anmeldung", "Bäckerei Lindenhof");
    let first = database();
    project_case(&first, &trade, &view("Alt", "Imbiss Wort")).expect("projects");
    project_case(&first, &trade, &seen).expect("projects");
    project_person(&first, &person(1, &[(fields::FAMILY, "Anders")])).expect("projects");
    project_person(&first, &zdenka()).expect("projects");
    let second = database();
    project_person(&second, &zdenka()).expect("projects");
    project_case(&second, &trade, &seen).expect("projects");
    assert_eq!(contents(&first), contents(&second));
    project_case(&second, &trade, &seen).expect("projects");
    project_person(&second, &zdenka()).expect("projects");
    assert_eq!(contents(&first), contents(&second));
    assert!(hits(&first, "imbiss", &everything()).is_empty(), "old words are gone");
}

#[test]
fn the_print_queue_goes_on_in_order() {
    let conn = town();
    let order = |paper: u128, copies| PrintOrder {
        paper: PaperId(Uuid::from_u128(paper)),
        printer: "schalter".into(),
        copies,
        sides: Some("two-sided-long-edge".into()),
        tray: None,
        asked_by: user(7),
        asked_at: at(1),
    };
    let one = enqueue_print(&conn, &order(51, 2)).expect("takes");
    let two = enqueue_print(&conn, &order(52, 1)).expect("takes");
    let jobs = open_prints(&conn).expect("asks");
    assert_eq!(jobs.iter().map(|job| job.job).collect::<Vec<_>>(), [one, two]);
    assert_eq!((jobs[0].order.clone(), jobs[0].standing.since), (order(51, 2), at(1)));
    let failed = Standing {
        state: PrintState::Failed,
        why: "print-aborted".into(),
        detail: "kein Papier".into(),
        since: at(2),
        ticket: "x".into(),
        system_id: Some(17),
    };
    assert!(mark_print(&conn, &jobs[0], &failed).expect("marks"));
    assert!(!mark_print(&conn, &jobs[0], &failed).expect("marks"), "it does not stand like that any more");
    assert_eq!(open_prints(&conn).expect("asks").len(), 1);
    let shown = print_jobs(&conn, &all_but_taxes(), 9).expect("lists");
    assert_eq!(shown.iter().map(|job| job.job).collect::<Vec<_>>(), [one], "the tax paper is not there");
    assert_eq!((&shown[0].standing, shown[0].title.is_empty()), (&failed, false));
    assert_eq!(print_jobs(&conn, &everything(), 9).expect("lists").len(), 2);
    assert_eq!(print_jobs_of(&conn, &everything(), order(51, 1).paper).expect("lists").len(), 1);
    assert!(print_job(&conn, &everything(), two).expect("asks").is_some());
    assert_eq!(print_job(&conn, &all_but_taxes(), two).expect("asks"), None);
}

#[test]
fn looks_are_noted_and_go_when_their_term_is_over() {
    let conn = database();
    let subject = Subject::Person(zdenka().id);
    for n in 0..5 {
        note_read(&conn, at(n), user(7), subject, "opened").expect("notes");
    }
    note_read(&conn, at(9), user(8), Subject::Town, "opened").expect("notes");
    let page = audits_of(&conn, subject, None, 3).expect("lists");
    assert_eq!(page.iter().map(|entry| entry.at).collect::<Vec<_>>(), [at(4), at(3), at(2)]);
    assert_eq!(audits_of(&conn, subject, Some(page[2].entry), 9).expect("lists").len(), 2);
    assert_eq!(audits_by(&conn, user(8), None, 9).expect("lists")[0].subject, Subject::Town);
    assert_eq!(
        (
            purge_audit(&conn, at(4), 3).expect("purges"),
            audits_of(&conn, subject, None, 9).expect("lists").iter().map(|entry| entry.at).collect()
        ),
        (3, vec![at(4), at(3)]),
        "the oldest first, and no more at once"
    );
    assert!(audit_is_due(&conn, at(4)).expect("asked"));
    assert_eq!(purge_audit(&conn, at(4), 3).expect("purges"), 1);
    assert!(!audit_is_due(&conn, at(4)).expect("asked"), "what was noted at that very moment stays");
}

/// Everything in the tables but row numbers, which follow the order of arrival.
fn contents(conn: &Connection) -> BTreeMap<String, Vec<String>> {
    let mut contents = BTreeMap::new();
    for sql in [
        "SELECT hex(id), number, applicant_name, applicant_sort, owes_cents, next_on, changed_at FROM case_row",
        "SELECT service, grp, cases, open_cases, service_name, 0, 0 FROM case_part",
        "SELECT grp, word, uses, 0, 0, 0, 0 FROM case_word",
        "SELECT grp, title, uses, 0, 0, 0, 0 FROM paper_title",
        "SELECT words, names, 0, 0, 0, 0, 0 FROM case_text",
        "SELECT number, cents, cancelled, 0, 0, 0, 0 FROM receipt_row",
        "SELECT hex(id), kind, title, copies, 0, 0, 0 FROM paper_row",
        "SELECT hex(id), name, street, 0, 0, 0, 0 FROM person_row",
        "SELECT words, 0, 0, 0, 0, 0, 0 FROM person_text",
    ] {
        let mut statement = conn.prepare(sql).expect("prepares");
        let rows = statement.query_map([], |row| {
            Ok((0..7)
                .map(|n| format!("{:?}", row.get_ref(n).expect("a value")))
                .collect::<Vec<_>>()
                .join(" "))
        });
        let mut rows: Vec<String> = rows.expect("asks").map(|row| row.expect("reads")).collect();
        rows.sort();
        let _ = contents.insert(sql.to_owned(), rows);
    }
    contents
}

/// `SQLite` 3.53 counts words wrong where a row is changed and another one deleted before the first is on the disk.
#[test]
fn the_index_of_words_is_sound_after_two_records_became_one() {
    let one = |n, family: &str, street: &str| {
        person(n, &[(fields::FAMILY, family), (fields::BIRTH_DATE, "1987-03-14"), (fields::STREET, street)])
    };
    let conn = Connection::open_in_memory().expect("opens");
    conn.execute_batch(MIGRATION).expect("migrates");
    for (n, family, street) in
        [(1, "Öztürk", "Große Mühlenstiege"), (2, "Oeztuerk", "Am Markt"), (3, "Ostmann", "Am Markt")]
    {
        project_person(&conn, &one(n, family, street)).expect("projects");
    }
    let mut merged = one(1, "Oeztuerk", "Am Markt");
    let _ = merged.also.insert("Öztürk".into());
    conn.execute_batch("BEGIN").expect("begins");
    project_person(&conn, &merged).expect("projects");
    remove_person(&conn, PersonId(Uuid::from_u128(2))).expect("removes");
    project_person(&conn, &one(3, "Ostmann-Öztürk", "Große Mühlenstiege")).expect("projects");
    conn.execute_batch("COMMIT").expect("commits");
    let sound: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("checks");
    assert_eq!(sound, "ok");
    let found = find_person(&conn, "Öztürk Markt", 9).expect("finds");
    assert_eq!(found.iter().map(|hit| hit.row.id.0.as_u128()).collect::<Vec<_>>(), [1]);
}
