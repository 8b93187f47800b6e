//! A real window beside other programs and under a power cut: what the command line files is seen without a key, what was
//! typed is there again, and a case that was being filed is there or its draft is: never both, never none.

use std::collections::BTreeSet;
use std::thread;
use std::time::{Duration, Instant};

use amtsstube::desk::chance::Chance;
use amtsstube::desk::clock::Clock;
use amtsstube::desk::open::Key;
use amtsstube::desk::{self, intake::Intake};
use amtsstube::store::Place;
use serde_json::json;

use crate::harness::{Desk, KEY};
use crate::job::{fill, go, signs_in};
use crate::office::Office;
use crate::screen::{PATIENCE, Screen, Window};

const DOCUMENT: &str = "Genaue Bezeichnung des Schriftstücks";

/// From the open counter into the form of a certification.
fn begins(window: &mut Window<'_>) {
    window.keys(&["F2"]);
    fill(window, "Leistung", "beg", "beg");
    let _ = window.sees(&json!({ "role": "list box" }));
    window.keys(&["Return"]);
    let _ = window.sees(&json!({ "name": "Name, Geburtsdatum, Straße", "states": ["focused"] }));
    to_the_form(window);
}

fn to_the_form(window: &mut Window<'_>) {
    window.keys(&["ctrl+Return"]);
    window.focused("radio button", "Abschrift oder Kopie");
}

/// Everything but the document's description, up to the stop where one pays.
fn completes(window: &mut Window<'_>) {
    go(window, "Return", "Ausgestellt von");
    fill(window, "Ausgestellt von", "Gymnasium Muster", "Gymnasium Muster");
    go(window, "Return", "Von einer Behörde ausgestellt");
    window.keys(&["Left"]);
    window.focused("radio button", "nein");
    go(window, "Return", "Zur Vorlage bei");
    fill(window, "Zur Vorlage bei", "Hochschule Muster", "Hochschule Muster");
    go(window, "Tab", "Urschrift");
    window.keys(&["space"]);
    let _ = window.sees(&json!({ "name": "Urschrift", "states": ["checked"] }));
    to_the_till(window);
}

fn to_the_till(window: &mut Window<'_>) {
    window.keys(&["ctrl+Return"]);
    let _ = window.sees(&json!({ "name": "Bitte vorlesen: Stimmt alles?" }));
    let _ = window.sees(&json!({ "role": "push button", "states": ["focused"] }));
    window.keys(&["Return"]);
    let _ = window.sees(&json!({ "name": "Gegeben", "states": ["focused"] }));
}

/// A whole certification by keys.
fn certifies(window: &mut Window<'_>, document: &str) {
    begins(window);
    go(window, "Return", DOCUMENT);
    fill(window, DOCUMENT, document, document);
    completes(window);
    window.keys(&["Return"]);
    window.focused("push button", "Nächster Vorgang");
}

/// By window four, by command line the rest; the window is among the writers and sees what the others did.
#[test]
fn a_window_and_four_writers_file_two_hundred_cases_at_once() {
    const BY_WINDOW: usize = 4;
    const EACH: usize = 49;
    let office = Office::new();
    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&office.desk, &[]);
    signs_in(&mut window);
    let by_others = thread::scope(|scope| {
        let office = &office;
        let writer = || (0..EACH).map(|_| office.files_number()).collect::<Vec<_>>();
        let writers: Vec<_> = (0..4).map(|_| scope.spawn(writer)).collect();
        for at in 0..BY_WINDOW {
            certifies(&mut window, &format!("Zeugnis Nr. {at}"));
        }
        writers.into_iter().flat_map(|writer| writer.join().expect("a writer")).collect::<Vec<_>>()
    });
    let distinct: BTreeSet<&String> = by_others.iter().collect();
    assert_eq!(distinct.len(), 4 * EACH, "a number was handed out twice");
    window.keys(&["F3"]);
    window.shows("Alle 200");
    let _ = window.picture("beside-writers");
    window.kill();
    office.desk.is_sound();
    let listed = office.desk.does(["case", "list", "--limit", "1000"]);
    let listed: Vec<&str> =
        listed.as_array().unwrap().iter().map(|case| case["number"].as_str().unwrap()).collect();
    let all: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!((listed.len(), all.len()), (200, 200), "a case is lost, or a number stands twice");
    let lost: Vec<_> = by_others.iter().filter(|number| !all.contains(number.as_str())).collect();
    assert!(lost.is_empty(), "handed out and not there: {lost:?}");
}

#[test]
fn what_the_command_line_does_is_seen_without_a_key() {
    let office = Office::new();
    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&office.desk, &[]);
    signs_in(&mut window);
    window.keys(&["F3"]);
    window.shows("Offen 0");
    window.keys(&["Right"]);
    let _ = window.sees(&json!({ "name": "Offen 0", "states": ["focused"] }));
    let number = office.files_number();
    window.shows("Offen 1");
    window.shows(&number);
    window.keys(&["Return"]);
    window.shows("Notiz");
    let _ = office.desk.does(["case", "note", &number, "--text", "Rückruf erbeten"]);
    window.shows("Rückruf erbeten");
    // A second window would not know what is typed in the first.
    let second = office.desk.run(Vec::<&str>::new());
    assert_eq!((second.code, second.json["problems"][0]["id"].as_str()), (1, Some("window-open-already")));
}

/// The drafts on the disk, read by another program while the window is open.
fn drafts(desk: &Desk) -> Vec<Intake> {
    // Where its anchor lies is the program's business; without one a database is read and no more.
    let place = Place { data: desk.data(), state: desk.file("elsewhere") };
    let key = Key::from_hex(KEY).unwrap();
    let desk = desk::Desk::open(&place, &key, Clock::System, Chance::System).unwrap();
    let clerk = desk.sign_in("schalter", "2468").unwrap();
    let drafts = desk.drafts(&clerk).unwrap();
    drafts.iter().map(|draft| desk.draft(&clerk, draft.id).unwrap().unwrap()).collect()
}

/// Waits until a draft on the disk says `text`.
#[track_caller]
fn is_saved(desk: &Desk, text: &str) {
    let give_up = Instant::now() + Duration::from_secs(PATIENCE.into());
    while !drafts(desk).iter().any(|draft| serde_json::to_string(draft).unwrap().contains(text)) {
        assert!(Instant::now() < give_up, "never saved: {text}");
        thread::sleep(Duration::from_millis(50));
    }
}

fn cases(desk: &Desk) -> usize {
    desk.does(["case", "list"]).as_array().unwrap().len()
}

fn resumes(window: &mut Window<'_>, whom: &str) {
    signs_in(window);
    go(window, "Tab", &format!("Amtliche Beglaubigung für {whom} fortsetzen"));
    window.keys(&["Return"]);
}

/// One certification through four power cuts: while typing, before the commit, after it, and once it is done.
#[test]
fn a_killed_window_has_the_draft_again_or_the_case_and_never_both() {
    let desk = Desk::demo(0, 1).signed_in("schalter", "2468");
    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&desk, &[]);
    signs_in(&mut window);
    begins(&mut window);
    go(&mut window, "Return", DOCUMENT);
    // Nobody stops typing for the draft's sake: it is saved all the same.
    window.types("Zeugnis der Reife");
    window.types(" vom 12. Juni 2015");
    is_saved(&desk, "Zeugnis der Reife");
    window.types(" mit Anlage");
    window.kill();
    desk.is_sound();
    let kept = drafts(&desk);
    let typed = kept[0].answers.text("dokument").to_owned();
    assert!(
        "Zeugnis der Reife vom 12. Juni 2015 mit Anlage".starts_with(&typed) && typed.len() > 16,
        "{typed:?}"
    );
    println!("of what was typed up to the kill, this was saved: {typed:?}");

    // A draft takes a handful of writes, a case with its papers a hundred: in the middle of them nothing is filed yet.
    let log = desk.data().join("amtsstube.db-wal").display().to_string();
    let mut window = screen.open_under(&desk, "pwrite64:signal=SIGKILL:when=40", &log);
    resumes(&mut window, "noch ohne Person");
    let _ = window.sees(&json!({ "name": "Name, Geburtsdatum, Straße", "states": ["focused"] }));
    to_the_form(&mut window);
    let _ = window.sees(&json!({ "name": DOCUMENT, "value": typed }));
    completes(&mut window);
    // The tick comes after everything that was typed.
    is_saved(&desk, r#""documents":["urschrift"]"#);
    window.keys(&["Return"]);
    window.ends();
    desk.is_sound();
    assert_eq!((cases(&desk), drafts(&desk).len()), (0, 1), "killed before the commit");

    // The anchor is moved just after it: the case is there, and nobody saw its number yet.
    let mut window = screen.open_under(&desk, "rename:signal=SIGKILL:when=1", "");
    resumes(&mut window, "noch ohne Person");
    let _ = window.sees(&json!({ "name": "Name, Geburtsdatum, Straße", "states": ["focused"] }));
    to_the_form(&mut window);
    to_the_till(&mut window);
    window.keys(&["Return"]);
    window.ends();
    desk.is_sound();
    assert_eq!((cases(&desk), drafts(&desk).len()), (1, 0), "killed after the commit");

    let mut window = screen.open(&desk, &[]);
    signs_in(&mut window);
    window.misses(&json!({ "name": "Geparkte Entwürfe" }));
    certifies(&mut window, "Zweites Zeugnis");
    window.kill();
    desk.is_sound();
    assert_eq!((cases(&desk), drafts(&desk).len()), (2, 0));
}

/// Somebody new is typed in field by field before they are taken: that is kept too.
#[test]
fn somebody_who_is_being_entered_is_in_the_draft() {
    let desk = Desk::demo(0, 1).signed_in("schalter", "2468");
    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&desk, &[]);
    signs_in(&mut window);
    window.keys(&["F2"]);
    fill(&mut window, "Leistung", "beg", "beg");
    let _ = window.sees(&json!({ "role": "list box" }));
    window.keys(&["Return"]);
    fill(&mut window, "Name, Geburtsdatum, Straße", "Öztürk", "Öztürk");
    go(&mut window, "Tab", "Neue Person");
    window.keys(&["Return"]);
    let _ = window.sees(&json!({ "name": "Name", "states": ["focused"], "value": "Öztürk" }));
    go(&mut window, "Return", "Vornamen");
    window.types("Ayse");
    is_saved(&desk, "Ayse");
    window.kill();
    let mut window = screen.open(&desk, &[]);
    resumes(&mut window, "Öztürk, Ayse");
    let _ = window.sees(&json!({ "name": "Name", "states": ["focused"], "value": "Öztürk" }));
    let _ = window.sees(&json!({ "name": "Vornamen", "value": "Ayse" }));
}

/// A disk that takes nothing: the clerk is told, in words, and what is typed stays on the screen.
#[test]
fn a_full_disk_is_said_in_the_window_and_what_is_typed_stays() {
    let desk = Desk::demo(0, 1).signed_in("schalter", "2468");
    let mut screen = Screen::new(1366, 768);
    let log = desk.data().join("amtsstube.db-wal").display().to_string();
    let mut window = screen.open_under(&desk, "pwrite64:error=ENOSPC", &log);
    signs_in(&mut window);
    begins(&mut window);
    go(&mut window, "Return", DOCUMENT);
    fill(&mut window, DOCUMENT, "Zeugnis", "Zeugnis");
    window.shows("Der Datenträger ist voll");
    let _ = window.picture("beside-full-disk");
    // The sentence takes no keyboard away: one types on.
    fill(&mut window, DOCUMENT, " der Reife", "Zeugnis der Reife");
    completes(&mut window);
    window.keys(&["Return"]);
    window.shows("Der Datenträger ist voll");
    let _ = window.sees(&json!({ "name": "Gegeben" }));
    window.kill();
    desk.is_sound();
    assert_eq!(cases(&desk), 0);
}
