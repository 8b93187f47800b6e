//! A day at the till: counted and closed, closed twice, corrected, receipts after it, and who may look.

use super::*;
use crate::desk::proof::Found;
use crate::desk::till::{ClosingShown, Counting, Pieces, Wanted};
use crate::domain::id::ClosingId;

/// An office with a cashier, whose second person is the head.
fn with_cashier() -> (Office, Session, Session) {
    let office = office();
    let mut people = Vec::new();
    for (login, name, role) in
        [("kasse", "Bo Ostendarp", Role::Cashier), ("leitung", "Ute Wessels", Role::Head)]
    {
        let user = office.desk.add_user(&office.admin, login, name, "1122").expect("added");
        office.desk.grant(&office.admin, user, role, Group::ALL.into()).expect("granted");
        people.push(office.desk.sign_in(login, "1122").expect("signed in"));
    }
    let head = people.pop().expect("the head");
    (office, people.pop().expect("the cashier"), head)
}

/// Files the service and pays it; gives the receipt.
fn pay(office: &Office, slug: &str, settlement: Settlement) -> String {
    let intake = Intake { settlement, ..example(office, slug) };
    office.desk.file_case(&office.clerk, &intake).expect("filed").receipt.expect("a receipt")
}

fn cash() -> Settlement {
    Settlement::Cash { given: Cents(10_000) }
}

fn counted(pieces: &[(i64, u32)]) -> Counting {
    let pieces = pieces.iter().map(|(value, pieces)| Pieces { value: Cents(*value), pieces: *pieces });
    Counting { counted: pieces.collect(), ..Counting::default() }
}

/// The same in a till that was empty at first.
fn first(pieces: &[(i64, u32)]) -> Counting {
    Counting { opening: Some(Cents::ZERO), ..counted(pieces) }
}

fn close(office: &Office, session: &Session, counting: &Counting) -> Result<ClosingShown, DeskError> {
    let id = office.desk.new_closing().expect("an id");
    office.desk.close_till(session, id, counting, None)
}

#[track_caller]
fn refused(closing: Result<ClosingShown, DeskError>) -> Vec<String> {
    closing.expect_err("refused").problems().into_iter().map(|problem| problem.id).collect()
}

#[test]
fn a_day_is_counted_closed_once_and_what_comes_after_is_the_next() {
    let (office, cashier, _) = with_cashier();
    let desk = &office.desk;
    let first = pay(&office, "gewerbe-anmeldung", cash());
    let _ = pay(&office, "gewerbe-anmeldung", Settlement::Card);
    let till = desk.till(&cashier, Wanted::default()).expect("the till");
    assert_eq!((till.expected(), till.entries.len(), till.last), (Cents(2600), 2, None));
    // Of a first closing one says from which day on it counts.
    let later = desk
        .till(&cashier, Wanted { since: desk.today().succ_opt(), ..Wanted::default() })
        .expect("the till");
    assert_eq!((later.expected(), later.entries.len(), later.left_out), (Cents::ZERO, 0, 2));

    let float = Counting { opening: Some(Cents(10_000)), ..counted(&[(10_000, 1), (2000, 1), (500, 1)]) };
    assert_eq!(refused(close(&office, &cashier, &float)), ["till-difference"], "one euro is missing");
    let right = Counting { delivered: Cents(2600), ..float.clone() };
    let right = Counting { counted: counted(&[(10_000, 1), (2000, 1), (500, 1), (100, 1)]).counted, ..right };
    let closing = close(&office, &cashier, &right).expect("closed");
    assert_eq!((closing.number.as_str(), closing.row.receipts), ("A-T00001", 2));
    assert_eq!((closing.row.expected, closing.row.difference()), (Cents(12_600), Cents::ZERO));
    let again = Counting { opening: None, ..right.clone() };
    assert_eq!(close(&office, &cashier, &again).expect("twice is once").row.id, closing.row.id);
    let same = desk.close_till(&cashier, closing.row.id, &right, None).expect("so is the same identity");
    assert_eq!(same, closing);
    let other = counted(&[(10_000, 1)]);
    assert_eq!(refused(close(&office, &cashier, &other)), ["closing-already"]);

    // After the closing: another receipt, and the first one goes back.
    let _ = pay(&office, "gewerbe-anmeldung", cash());
    let _ = desk.cancel_receipt(&cashier, &first, "doppelt bezahlt").expect("cancelled");
    let till = desk.till(&cashier, Wanted::default()).expect("the till");
    assert_eq!((till.opening, till.expected(), till.entries.len()), (Cents(10_000), Cents(10_000), 2));
    let next = close(&office, &cashier, &counted(&[(10_000, 1)])).expect("closed");
    assert_eq!((next.number.as_str(), next.row.opening), ("A-T00002", Cents(10_000)));
    assert!(desk.verify().expect("looked").is_clean(), "{:?}", desk.verify());
}

#[test]
fn a_wrong_closing_stays_and_is_followed_by_one_that_corrects_it() {
    let (office, cashier, _) = with_cashier();
    let _ = pay(&office, "gewerbe-anmeldung", cash());
    let wrong = Counting { reason: "Kasse fiel um".to_owned(), ..counted(&[(2000, 1)]) };
    let wrong = close(&office, &cashier, &wrong).expect("closed");
    let _ = pay(&office, "gewerbe-anmeldung", cash());
    let right = Counting { corrects: Some(1), ..counted(&[(2000, 1), (500, 1), (100, 1)]) };
    assert_eq!(refused(close(&office, &cashier, &right)), ["closing-mistake-missing"]);
    let right = Counting { mistake: "Münzen nicht gezählt".to_owned(), ..right };
    let corrected = close(&office, &cashier, &right).expect("corrected");
    assert_eq!((corrected.row.corrects, corrected.row.receipts), (Some(1), 1));
    assert_eq!(close(&office, &cashier, &right).map(|again| again.row.id).ok(), Some(corrected.row.id));
    let till = office.desk.till(&cashier, Wanted::default()).expect("the till");
    assert_eq!(
        (till.opening, till.expected()),
        (Cents(2600), Cents(5200)),
        "the later receipt is the next's"
    );

    let prove = |closing: &ClosingShown| {
        let path = office.dir.path().join(format!("{}.pdf", closing.number));
        let bytes = office.desk.closing_bytes(&cashier, closing.row.id).expect("bytes");
        std::fs::write(&path, bytes).expect("written");
        office.desk.prove(&cashier, &path, false).expect("looked").found
    };
    let Found::Closing(_, newer) = prove(&wrong) else { panic!("not known") };
    assert_eq!(newer.as_deref(), Some("A-T00002"));
    assert!(prove(&corrected).stands() && !prove(&wrong).stands());
    let hidden =
        office.desk.prove(&office.clerk, &office.dir.path().join("A-T00002.pdf"), false).expect("looked");
    assert_eq!(hidden.found, Found::IssuedHidden);
    assert!(office.desk.verify().expect("looked").is_clean());
}

#[test]
fn a_second_person_counts_too_where_the_town_wants_it() {
    let (office, cashier, head) = with_cashier();
    let set = |value: &str| {
        let values = [(keys::CASH_SECOND.to_owned(), value.to_owned())].into();
        office.desk.set_town(&office.admin, &values)
    };
    assert!(set("vielleicht").is_err());
    set("ja").expect("set");
    let nothing = first(&[]);
    assert_eq!(refused(close(&office, &cashier, &nothing)), ["till-second-missing"]);
    let id = office.desk.new_closing().expect("an id");
    let alone = office.desk.close_till(&cashier, id, &nothing, Some(&cashier));
    assert_eq!(refused(alone), ["till-second-same"]);
    let closing = office.desk.close_till(&cashier, id, &nothing, Some(&head)).expect("closed");
    assert_eq!((closing.by.as_str(), closing.second.as_str()), ("Bo Ostendarp", "Ute Wessels"));
}

#[test]
fn who_counts_no_till_sees_none_and_nobody_closes_in_another_role() {
    let (office, _, _) = with_cashier();
    let ids = |error: DeskError| error.problems().remove(0).id;
    assert_eq!(
        office.desk.till(&office.clerk, Wanted::default()).map_err(ids),
        Err("till-not-allowed".to_owned())
    );
    let id = ClosingId(uuid::Uuid::from_u128(7));
    let closed = office.desk.close_till(&office.clerk, id, &counted(&[]), None);
    assert_eq!(refused(closed), ["not-allowed"]);
    assert!(office.desk.journal_csv(&office.clerk, office.desk.today(), office.desk.today()).is_err());
}

#[test]
fn the_journal_as_a_file_has_a_line_for_each_fee_and_what_is_due_to_others() {
    let (office, cashier, _) = with_cashier();
    let receipt = pay(&office, "fuehrungszeugnis", cash());
    let _ = close(&office, &cashier, &first(&[(1000, 1), (200, 1), (100, 1)])).expect("closed");
    let _ = office.desk.cancel_receipt(&cashier, &receipt, "zurück").expect("cancelled");
    let today = office.desk.today();
    let csv = office.desk.journal_csv(&cashier, today, today).expect("written");
    let csv = String::from_utf8(csv).expect("UTF-8");
    let lines: Vec<Vec<&str>> =
        csv.trim_start_matches('\u{feff}').lines().map(|line| line.split(';').collect()).collect();
    assert_eq!(lines.len(), 3, "{csv}");
    assert!(lines.iter().all(|line| line.len() == 14), "{csv}");
    assert_eq!(lines[1][..4], ["A", "A-T00001", receipt.as_str(), "24.11.2026"]);
    assert_eq!((lines[1][9], lines[1][11], lines[1][12]), ("13,00", "das Bundesamt für Justiz", "7,80"));
    assert_eq!((lines[2][1], lines[2][9], lines[2][12], lines[2][13]), ("", "-13,00", "-7,80", "ja"));
    // Of one closing alone: what it counted, and not what came after.
    let closing = office.desk.closing_named(&cashier, "A-T00001").expect("the closing").row.id;
    let own = office.desk.closing_csv(&cashier, closing).expect("written");
    let own = String::from_utf8(own).expect("UTF-8");
    assert_eq!(own.lines().collect::<Vec<_>>(), csv.lines().take(2).collect::<Vec<_>>());
    assert!(office.desk.closing_csv(&office.clerk, closing).is_err(), "who counts no till gets none");
    let yesterday = today.pred_opt().expect("a day");
    assert_eq!(office.desk.journal_between(&cashier, yesterday, yesterday).expect("asked"), []);
    assert!(office.desk.journal_between(&cashier, today, yesterday).is_err());
}

#[test]
fn what_a_cashier_may_not_read_is_counted_and_not_told() {
    let (office, everybody, _) = with_cashier();
    let user = office.desk.add_user(&office.admin, "vertretung", "Ira Rott", "1122").expect("added");
    office.desk.grant(&office.admin, user, Role::Cashier, [Group::General].into()).expect("granted");
    let cashier = office.desk.sign_in("vertretung", "1122").expect("signed in");
    let _ = pay(&office, "gewerbe-anmeldung", cash());
    let till = office.desk.till(&cashier, Wanted::default()).expect("the till");
    assert_eq!((till.expected(), till.entries[0].case.as_ref()), (Cents(2600), None));
    assert_eq!(till.entries[0].items().len(), 1);
    assert!(!till.entries[0].items()[0].label.contains("Gewerbe"), "{:?}", till.entries[0].items());
    // A paper that names the case is for those who may read it; one that does not is for whoever closed.
    let named = close(&office, &everybody, &first(&[(2000, 1), (500, 1), (100, 1)])).expect("closed");
    let hidden = office.desk.closing_bytes(&cashier, named.row.id).expect_err("it names the case");
    assert_eq!(hidden.problems()[0].id, "closing-hidden");
    assert!(office.desk.closing_bytes(&everybody, named.row.id).is_ok());
    let _ = pay(&office, "gewerbe-anmeldung", cash());
    let own = [(2000, 2), (1000, 1), (200, 1)];
    let own = close(&office, &cashier, &counted(&own)).expect("closed");
    assert!(office.desk.closing_bytes(&cashier, own.row.id).is_ok());
}

#[test]
fn the_paper_of_a_closing_stands_in_the_queue_for_those_who_counted() {
    let (office, cashier, head) = with_cashier();
    let user = office.desk.add_user(&office.admin, "zweite", "Ira Rott", "1122").expect("added");
    office.desk.grant(&office.admin, user, Role::Cashier, Group::ALL.into()).expect("granted");
    let other = office.desk.sign_in("zweite", "1122").expect("signed in");
    let _ = pay(&office, "gewerbe-anmeldung", cash());
    let id = office.desk.new_closing().expect("an id");
    let counted = first(&[(2000, 1), (500, 1), (100, 1)]);
    let closing = office.desk.close_till(&cashier, id, &counted, Some(&head)).expect("closed");
    let job = office.desk.print_closing(&cashier, closing.row.id, "flur").expect("queued");
    assert_eq!((job.title.as_str(), job.number.as_str()), ("Tagesabschluss", "A-T00001"));
    let twice = office.desk.print_closing(&cashier, closing.row.id, "flur").expect("asked again");
    assert_eq!(twice.job, job.job, "it is on its way already");
    let jobs = |session| office.desk.print_jobs(session, 9).expect("jobs").len();
    assert_eq!((jobs(&cashier), jobs(&head), jobs(&other), jobs(&office.clerk)), (1, 1, 0, 0));
    assert!(office.desk.withdraw_print(&other, job.job).is_err(), "nobody else moves it to another printer");
    office.desk.withdraw_print(&head, job.job).expect("withdrawn");
    let again = office.desk.print_closing(&cashier, closing.row.id, "flur").expect("queued");
    assert_ne!(again.job, job.job);
    assert!(office.desk.verify().expect("looked").is_clean(), "{:?}", office.desk.verify());
}
