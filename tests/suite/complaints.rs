//! What users of other programs complain of, each as a test whose name is the complaint: docs/complaints.md says which is
//! where. Real desks, the service's own database, lines without a socket.

use amtsstube::desk::DeskError;
use amtsstube::domain::case::Case;
use amtsstube::domain::id::CaseId;
use amtsstube::sync::SyncError;
use amtsstube::wire::push::Stop;
use std::collections::BTreeSet;
use std::path::Path;

use crate::converge::acts::Act;
use crate::converge::desks::Desks;
use crate::harness::project;

/// What a desk refuses, by the id of its sentence.
fn refuses<T: std::fmt::Debug>(done: Result<T, DeskError>, id: &str) {
    let problems = done.expect_err("refused").problems();
    assert_eq!(problems[0].id, id, "{problems:#?}");
}

fn last(desks: &Desks) -> String {
    desks.numbers.last().expect("a number").clone()
}

/// All numbers of a desk's cases and receipts.
fn numbers(cases: impl Iterator<Item = Case>) -> Vec<String> {
    cases
        .flat_map(|case| {
            case.receipts.keys().cloned().chain([case.opened.number.clone()]).collect::<Vec<_>>()
        })
        .collect()
}

/// A machine is cloned as a disk image, machine id, anchor and all: both hand out the same number, because nothing on
/// either says that there are two. Whoever agrees second hears of it, hands out no further number, and goes on as a new
/// desk; nothing that was done there is lost.
#[test]
fn the_same_number_given_out_twice() {
    let mut desks = Desks::new(2);
    desks.does(0, &Act::File(0, true));
    let _ = desks.agree(0, Vec::new()).unwrap();
    let clone = desks.clone_of(0);
    desks.does(0, &Act::File(0, true));
    desks.does(clone, &Act::File(0, true));
    desks.does(clone, &Act::Note(0));
    let given = desks.numbers.len();
    assert_eq!(desks.numbers[given - 4..given - 2], desks.numbers[given - 2..], "nobody could know");
    let _ = desks.agree(0, Vec::new()).unwrap();

    // The clone is told, in words and with what to do, and hands out nothing more.
    let stopped = desks.agree(clone, Vec::new());
    assert!(matches!(stopped, Err(DeskError::Sync(SyncError::Stop(Stop::Fork { .. })))), "{stopped:?}");
    refuses(stopped, "kreis-fork");
    let given = desks.numbers.len();
    desks.does_not(clone, &Act::File(0, false), "store-twin");
    assert_eq!(desks.numbers.len(), given);
    let behind = desks.desks[clone].desk.outbox().unwrap().behind.expect("said where the outbox is read");
    assert_eq!(behind.id, "store-twin");
    // Who was first goes on.
    desks.does(0, &Act::File(0, false));

    // The head says that it goes on, the Kreis lets it in.
    let before: BTreeSet<CaseId> = desks.cases(clone).into_iter().collect();
    let letters =
        desks.desks[clone].desk.continue_as_new(&desks.clerk, "Abbild des ersten Rechners").unwrap();
    refuses(desks.agree(clone, Vec::new()), "kreis-not-enrolled");
    desks.enrol(clone);
    desks.does(clone, &Act::File(0, true));
    assert!(last(&desks).starts_with(&letters), "{}", last(&desks));
    desks.agree_at_last();
    assert!(desks.refused.is_empty(), "{:?}", desks.refused);
    let all: BTreeSet<CaseId> = desks.cases(clone).into_iter().collect();
    assert!(all.is_superset(&before));
    for at in [1, clone] {
        assert_eq!(desks.shows(at), desks.shows(0));
    }
    // What was given out twice before anybody could know is named at every desk; everything else is sound.
    let mut twice = desks.numbers[given - 2..given].to_vec();
    twice.sort();
    for at in 0..desks.desks.len() {
        assert_eq!(desks.desks[at].desk.outbox().unwrap().doubled, twice);
        let report = desks.desks[at].desk.verify().unwrap();
        let found: Vec<_> = report.problems.iter().map(|problem| problem.id.as_str()).collect();
        assert_eq!(found, ["verify-number-twice"; 2], "{:#?}", report.problems);
    }
}

/// A clone that wrote nothing is told as well, as soon as the other one has.
#[test]
fn a_clone_that_wrote_nothing_is_told_too() {
    let mut desks = Desks::new(1);
    let clone = desks.clone_of(0);
    desks.does(0, &Act::File(0, true));
    let _ = desks.agree(0, Vec::new()).unwrap();
    refuses(desks.agree(clone, Vec::new()), "kreis-behind");
    desks.does_not(clone, &Act::File(0, false), "store-twin");
    let _ = desks.desks[clone].desk.continue_as_new(&desks.clerk, "Abbild").unwrap();
    desks.enrol(clone);
    desks.agree_at_last();
    desks.does(clone, &Act::File(1, false));
    desks.agree_at_last();
    assert_eq!(desks.shows(clone), desks.shows(0));
    desks.is_sound(clone);
    desks.is_sound(0);
}

/// A database is put back from an old copy on the same machine: it overwrites nothing, hands out nothing until the head has
/// decided, and has everything again that was acknowledged.
#[test]
fn a_restored_computer_overwrites_the_others() {
    let mut desks = Desks::new(2);
    desks.does(0, &Act::File(0, true));
    desks.agree_at_last();
    desks.copy(0);
    desks.does(0, &Act::File(1, false));
    desks.does(0, &Act::File(0, true));
    desks.does(0, &Act::Correct(0, 1));
    desks.does(1, &Act::Correct(0, 2));
    desks.agree_at_last();
    let wanted = desks.shows(1);
    desks.put_back(0);
    desks.does_not(0, &Act::File(0, false), "store-behind");
    let _ = desks.desks[0].desk.continue_as_new(&desks.clerk, "Sicherung eingespielt").unwrap();
    refuses(desks.agree(0, Vec::new()), "kreis-desk-is-new");
    desks.enrol(0);
    desks.agree_at_last();
    // All but that a new desk goes on, which stands in its own chain.
    let (shown, others) = (desks.shows(0), desks.shows(1));
    assert_eq!(shown, others);
    assert_eq!(shown.len(), wanted.len());
    assert_eq!(desks.cases(0), desks.cases(1));
    desks.does(0, &Act::File(0, true));
    desks.agree_at_last();
    let all = numbers(desks.cases(1).into_iter().map(|id| desks.case(1, id)));
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
    (0..2).for_each(|at| desks.is_sound(at));
}

/// The line drops after each page: what arrived is kept, and the next round asks from there.
#[test]
fn a_first_sync_starts_from_zero_after_a_dropped_line() {
    let mut desks = Desks::new(1);
    for _ in 0..4 {
        desks.does(0, &Act::File(2, true));
        desks.agree_at_last();
    }
    desks.attaches(0, 400_000);
    desks.agree_at_last();
    let whole = desks.new_desk();
    desks.enrol(whole);
    let (_, once, agreed) = desks.measured(whole, Vec::new());
    assert!(agreed.is_ok() && once > 500_000, "{agreed:?} {once}");
    let new = desks.new_desk();
    desks.enrol(new);
    // Two exchanges get through (what is new, and one part of a paper), the next one is lost.
    let (mut broken, mut carried) = (0, 0);
    loop {
        let (_, bytes, agreed) = desks.measured(new, vec![0, 0, 1]);
        carried += bytes;
        if agreed.is_ok() {
            break;
        }
        broken += 1;
        assert!(broken < 200, "it never comes to its end");
    }
    assert!(broken > 10, "the line hardly broke: {broken}");
    // Nothing is carried twice; each round asks once more what is new, and hears that nothing is.
    let empty_pages = broken * 200;
    assert!(carried <= once + empty_pages, "{carried} bytes with {broken} breaks, {once} without any");
    assert_eq!(desks.shows(new), desks.shows(0));
    desks.is_sound(new);
}

/// The hundredth round with equal work asks as often and carries as much as the first.
#[test]
fn sync_grows_from_seconds_to_hours() {
    let mut desks = Desks::new(2);
    desks.does(0, &Act::File(0, false));
    desks.agree_at_last();
    let mut costs = Vec::new();
    for _ in 0..100 {
        desks.does(0, &Act::Note(0));
        let ((sends, sent, _), (hears, heard, _)) =
            (desks.measured(0, Vec::new()), desks.measured(1, Vec::new()));
        costs.push((sends + hears, sent + heard));
    }
    let ((asked, carried), (last_asked, last_carried)) = (costs[1], costs[99]);
    assert_eq!(asked, last_asked, "exchanges");
    // Numbers grow by a digit, and packing differs by some bytes.
    assert!(last_carried <= carried + 64, "{carried} bytes first, {last_carried} the hundredth time");
}

/// Waiting is said as long as it lasts: what, since when and why, at the desk where the paper was signed; and the line takes
/// the record before anything else that waits.
#[test]
fn a_certificate_is_printed_and_signed_but_its_record_is_stuck_in_the_outbox() {
    let mut desks = Desks::new(2);
    desks.does(0, &Act::File(0, true));
    assert!(desks.agree(0, vec![1]).is_err(), "the line is gone");
    let outbox = desks.desks[0].desk.outbox().unwrap();
    assert_eq!(outbox.waiting.cases, 1);
    assert!(
        outbox.waiting.since.is_some() && outbox.waiting.events > 0 && outbox.waiting.blobs > 0,
        "{outbox:?}"
    );
    assert!(matches!(outbox.connection, amtsstube::desk::kreis::Connection::Silent { .. }), "{outbox:?}");
    // One exchange is enough for the record; its papers follow behind.
    let _ = desks.agree(0, vec![0, 1]).expect_err("the line is gone again");
    assert_eq!(desks.desks[0].desk.outbox().unwrap().waiting.events, 0);
    let _ = desks.agree(1, Vec::new()).unwrap();
    assert_eq!(desks.cases(1), desks.cases(0));
    // A part of it that the service finds not to count does not hold up the rest.
    desks.agree_at_last();
    assert_eq!(desks.desks[0].desk.outbox().unwrap().waiting.blobs, 0);
}

/// Everything that was ever entered at this desk or came here is found without a line: what waits in the outbox and a draft
/// as well as what came from others a moment ago.
#[test]
fn search_finds_only_what_was_downloaded() {
    let mut desks = Desks::new(2);
    desks.does(1, &Act::File(0, false));
    desks.agree_at_last();
    desks.does(0, &Act::File(1, false));
    desks.draft(0, "Wiesengrund");
    let desk = &desks.desks[0].desk;
    let found = |text: &str| desk.search(&desks.clerk, text, 20).unwrap().len();
    // The other desk's, and the own one that waits.
    for number in &desks.numbers {
        assert!(found(number) > 0, "{number}");
    }
    assert!(found("Nienhausa") > 0);
    assert!(found("Wiesengr") > 0, "the draft");
    assert!(desk.outbox().unwrap().waiting.events > 0);
}

/// Each complaint names its test, and each test is there.
#[test]
fn every_complaint_names_a_test_that_is_there() {
    let table = std::fs::read_to_string(project().join("docs/complaints.md")).expect("the table");
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| ") && line.contains('`')).collect();
    assert_eq!(rows.len(), 9, "{rows:?}");
    let sources = sources(&project().join("tests/suite")) + &sources(&project().join("src"));
    for row in rows {
        let name = row.split('`').nth(1).expect("a name").rsplit("::").next().expect("a function").to_owned();
        assert!(sources.contains(&format!("fn {name}(")), "{name} is in no source");
    }
}

fn sources(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let read = |path: std::path::PathBuf| {
        if path.is_dir() {
            sources(&path)
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            std::fs::read_to_string(&path).expect("a source")
        } else {
            String::new()
        }
    };
    entries.map(read).collect()
}
