//! Printing against a real cupsd: what arrives is what was issued, once, whatever ends in between; and whatever keeps it
//! back is said in words.

pub mod cups;

use serde_json::{Value, json};

use crate::drawn::{self, difference};
use crate::harness::{Desk, PROGRAM, soak, text_of};
use crate::office::Office;
use crate::screen::Screen;
use cups::{Cups, until};

const PAPER: &str = "vermerk";

/// A demo town whose printing system is this one.
fn office(cups: &Cups) -> Office {
    let mut office = Office::new();
    office.desk.prints_with(&cups.socket());
    office
}

/// Files a case, which issues its paper; gives the case's number.
fn issued(office: &Office) -> String {
    office.files_number()
}

fn printing<'a>(case: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    ["paper", "print", case, PAPER].iter().chain(more).copied().collect()
}

/// The print jobs of a case as they stand.
#[track_caller]
fn jobs(desk: &Desk, case: &str) -> Vec<Value> {
    let queue = desk.does(["paper", "queue"]);
    let all = queue.as_array().expect("a list of jobs");
    all.iter().filter(|job| job["number"] == case).cloned().collect()
}

/// Waits until the only job of a case stands like this; gives it.
#[track_caller]
fn comes_to(desk: &Desk, cups: &Cups, case: &str, state: &str, why: &str) -> Value {
    let mut job = Value::Null;
    let fits = |job: &Value| job["state"] == state && job["why"].as_str().unwrap_or_default().contains(why);
    let looked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        until("the job stands as it should", || {
            job = jobs(desk, case).into_iter().next().unwrap_or_default();
            fits(&job)
        });
    }));
    assert!(looked.is_ok(), "not {state:?} {why:?} but {job:#}\n{}", cups.log());
    assert_eq!(jobs(desk, case).len(), 1, "one job of the case");
    assert!(job["why"].is_null() || !job["remedy"].as_str().unwrap_or_default().is_empty(), "{job}");
    job
}

/// How often the case says that the paper was printed.
#[track_caller]
fn noted(desk: &Desk, case: &str) -> u64 {
    let papers = desk.does(["paper", "list", case]);
    let paper = papers.as_array().expect("papers").iter().rfind(|paper| paper["kind"] == PAPER);
    paper.expect("the paper")["copies"].as_u64().expect("copies")
}

/// What came out for a case.
fn came_out(cups: &Cups, case: &str) -> usize {
    cups.came_out().iter().filter(|sheets| sheets.name.starts_with(case)).count()
}

/// Once out of the printer, once in the case.
#[track_caller]
fn once(desk: &Desk, cups: &Cups, case: &str) {
    assert_eq!((came_out(cups, case), noted(desk, case)), (1, 1), "once\n{}", cups.log());
}

#[test]
fn what_arrives_is_what_was_issued_and_the_case_knows_when_it_is_true() {
    let cups = Cups::with_printer("buero");
    cups.add_with_trays("flur");
    let office = office(&cups);
    let desk = &office.desk;
    let printers = desk.does(["paper", "printers"]);
    assert_eq!((&printers[0]["name"], &printers[0]["default"]), (&json!("buero"), &json!(true)));
    assert_eq!((&printers[1]["name"], &printers[1]["trays"]), (&json!("flur"), &json!(["tray-1", "tray-2"])));
    let case = issued(&office);
    cups.shut();
    let asked = desk.does(printing(
        &case,
        &["--printer", "flur", "--copies", "2", "--sides", "long", "--tray", "tray-2"],
    ));
    assert_eq!(asked["state"], "printing", "{asked}");
    assert!(asked["system_id"].is_i64());
    cups.waits();
    assert_eq!(noted(desk, &case), 0, "at the printer is not printed");
    cups.open();
    let job = comes_to(desk, &cups, &case, "printed", "");
    assert_eq!((noted(desk, &case), &job["printer"]), (2, &json!("flur")));
    let sheets = &cups.came_out()[0];
    assert_eq!(sheets.copies, "2");
    for option in ["Duplex=DuplexNoTumble", "InputSlot=Tray2"] {
        assert!(sheets.options.contains(option), "{}", sheets.options);
    }
    let saved = desk.file("saved.pdf");
    let _ = desk.does(["paper", "save", &case, PAPER, "--out", saved.to_str().expect("a path")]);
    assert!(std::fs::read(&saved).expect("saved") == sheets.bytes, "byte for byte");
    assert!(text_of(&saved).contains(&case));
    let many = desk.refuses(printing(&case, &["--copies", "100"]));
    assert_eq!(many[0]["id"], "copies-range");
    let late = desk.refuses(["paper", "withdraw", &job["job"].to_string()]);
    assert_eq!(late[0]["id"], "print-late");
    assert_eq!((came_out(&cups, &case), noted(desk, &case)), (1, 2));
    desk.is_sound();
}

#[test]
fn a_printer_that_is_stopped_shut_or_gone_is_said_in_words() {
    let cups = Cups::with_printer("buero");
    cups.add("flur");
    let office = office(&cups);
    let desk = &office.desk;

    let stopped = issued(&office);
    cups.admin("cupsdisable", &["-r", "Trommel wird getauscht", "buero"]);
    let _ = desk.does(printing(&stopped, &[]));
    let job = comes_to(desk, &cups, &stopped, "printing", "buero ist angehalten");
    assert!(job["why"].as_str().expect("why").contains("Trommel wird getauscht"), "{job}");
    assert!(job["since"].is_string());
    cups.admin("cupsenable", &["buero"]);
    let _ = comes_to(desk, &cups, &stopped, "printed", "");
    once(desk, &cups, &stopped);

    let shut = issued(&office);
    cups.admin("cupsreject", &["buero"]);
    let asked = desk.does(printing(&shut, &[]));
    assert_eq!(asked["state"], "waiting", "{asked}");
    let since = comes_to(desk, &cups, &shut, "waiting", "nimmt zurzeit keine")["since"].clone();
    assert_eq!(comes_to(desk, &cups, &shut, "waiting", "")["since"], since, "since the first time");
    cups.admin("cupsaccept", &["buero"]);
    let _ = comes_to(desk, &cups, &shut, "printed", "");
    once(desk, &cups, &shut);

    let gone = issued(&office);
    cups.admin("cupsdisable", &["buero"]);
    let job = desk.does(printing(&gone, &[]))["job"].to_string();
    let _ = comes_to(desk, &cups, &gone, "printing", "angehalten");
    cups.admin("lpadmin", &["-x", "buero"]);
    let _ = comes_to(desk, &cups, &gone, "failed", "buero gibt es nicht mehr");
    assert_eq!(desk.does(["paper", "list", &gone]).as_array().map(Vec::len), Some(1), "still issued");
    let _ = desk.does(["paper", "again", &job, "--printer", "flur"]);
    let _ = comes_to(desk, &cups, &gone, "printed", "");
    once(desk, &cups, &gone);
    let none = desk.does(printing(&issued(&office), &["--printer", "keller"]));
    assert_eq!(none["state"], "failed");
    assert!(none["why"].as_str().expect("why").contains("keller gibt es nicht"), "{none}");
}

#[test]
fn a_printer_that_takes_nothing_is_tried_again_or_given_up_as_it_is_set_up() {
    let cups = Cups::with_printer("buero");
    let office = office(&cups);
    let desk = &office.desk;
    cups.is_broken(true);
    cups.admin("lpadmin", &["-p", "buero", "-o", "printer-error-policy=abort-job"]);
    let given_up = issued(&office);
    let job = desk.does(printing(&given_up, &[]))["job"].to_string();
    let _ = comes_to(desk, &cups, &given_up, "failed", "aufgegeben");
    cups.admin("lpadmin", &["-p", "buero", "-o", "printer-error-policy=retry-job"]);
    let tried = issued(&office);
    let _ = desk.does(printing(&tried, &[]));
    let _ = comes_to(desk, &cups, &tried, "printing", "versucht es von selbst wieder");
    cups.is_broken(false);
    let _ = comes_to(desk, &cups, &tried, "printed", "");
    let _ = desk.does(["paper", "again", &job]);
    let _ = comes_to(desk, &cups, &given_up, "printed", "");
    once(desk, &cups, &given_up);
    once(desk, &cups, &tried);
}

#[test]
fn the_paper_of_a_closing_comes_out_once_and_again_and_what_keeps_it_back_is_told() {
    let cups = Cups::with_printer("kasse");
    let mut desk = Desk::demo_at("2026-11-27T11:30:00Z", 2, 1).signed_in("kasse", "2468");
    desk.prints_with(&cups.socket());
    let closing = desk.does(["cash", "close-day", "--counted", "5=1", "--opening", "5"]);
    let number = closing["number"].as_str().expect("a number");
    cups.admin("cupsdisable", &["-r", "Toner leer", "kasse"]);
    let job = desk.does(["cash", "print", number]);
    assert_eq!((job["number"].as_str(), job["title"].as_str()), (Some(number), Some("Tagesabschluss")));
    let waits = comes_to(&desk, &cups, number, "printing", "ist angehalten");
    let again = desk.does(["cash", "print", number]);
    assert_eq!(again["job"], waits["job"], "it is on its way already");
    cups.admin("cupsenable", &["kasse"]);
    let _ = comes_to(&desk, &cups, number, "printed", "");
    let paper = desk.file("abschluss.pdf");
    let _ = desk.does(["cash", "save", number, "--out", &paper.display().to_string()]);
    let sheets = cups.came_out();
    assert_eq!(sheets.len(), 1, "{}", cups.log());
    assert_eq!(sheets[0].bytes, std::fs::read(&paper).expect("the paper"), "byte for byte");
    assert!(!sheets[0].name.contains(number), "the queue of the system tells no number: {}", sheets[0].name);

    // Nachdruck: the same bytes. At a printer that is gone it says so, and goes on at another.
    cups.admin("lpadmin", &["-x", "kasse"]);
    let gone = desk.does(["cash", "print", number, "--printer", "kasse"]);
    assert_eq!(gone["state"], "failed", "{gone}");
    assert!(gone["why"].as_str().is_some_and(|why| why.contains("gibt es nicht mehr")), "{gone}");
    cups.add("flur");
    let job = gone["job"].to_string();
    let _ = desk.does(["paper", "again", &job, "--printer", "flur"]);
    until("it came out", || {
        let _ = desk.does(["paper", "queue"]);
        cups.came_out().len() == 2
    });
    assert_eq!(cups.came_out()[1].bytes, sheets[0].bytes);
    let clerk = desk.signed_in("schalter", "2468");
    assert!(jobs(&clerk, number).is_empty(), "who counts no till sees none");
}

#[test]
fn a_work_list_is_printed_at_once_or_it_says_why_not() {
    let cups = Cups::new();
    let mut desk = Desk::demo(12, 1);
    desk.prints_with(&cups.socket());
    let refused = desk.refuses(["case", "list", "--view", "open", "--print"]);
    assert_eq!(refused[0]["id"], "counter-no-printer", "{refused:?}");
    cups.add("buero");
    cups.admin("lpadmin", &["-d", "buero"]);
    let printed = desk.does(["case", "list", "--view", "open", "--print"]);
    assert_eq!(printed["printer"], "buero");
    until("it came out", || cups.came_out().len() == 1);
    let out = desk.file("liste.pdf");
    let _ = desk.does(["case", "list", "--view", "open", "--out", &out.display().to_string()]);
    let text = text_of(&out);
    assert!(text.contains("Arbeitsliste") && text.contains("Offene Vorgänge"), "{text}");
    for row in desk.does(["case", "list", "--view", "open"]).as_array().expect("cases") {
        assert!(text.contains(row["number"].as_str().expect("a number")), "{row} in {text}");
    }
    let there = desk.refuses(["case", "list", "--out", &out.display().to_string()]);
    assert_eq!(there[0]["id"], "file-there", "no file is overwritten");
}

#[test]
fn what_is_taken_back_or_cancelled_does_not_come_out() {
    let cups = Cups::with_printer("buero");
    let office = office(&cups);
    let desk = &office.desk;
    cups.admin("cupsdisable", &["buero"]);
    let (back, cancelled, last) = (issued(&office), issued(&office), issued(&office));
    let job = desk.does(printing(&back, &[]))["job"].to_string();
    assert_eq!(desk.does(["paper", "withdraw", &job])["state"], "withdrawn");
    let there = desk.does(printing(&cancelled, &[]));
    cups.admin("cancel", &[&format!("buero-{}", there["system_id"])]);
    let _ = comes_to(desk, &cups, &cancelled, "failed", "abgebrochen");
    let _ = desk.does(printing(&last, &[]));
    cups.admin("cupsenable", &["buero"]);
    let _ = comes_to(desk, &cups, &last, "printed", "");
    assert_eq!(came_out(&cups, &back) + came_out(&cups, &cancelled), 0);
    let _ = desk.does(["paper", "again", &there["job"].to_string()]);
    let _ = comes_to(desk, &cups, &cancelled, "printed", "");
    once(desk, &cups, &cancelled);
    let unknown = desk.refuses(["paper", "again", "4711"]);
    assert_eq!(unknown[0]["id"], "print-job-unknown");
}

#[test]
fn a_printing_system_that_is_away_full_or_dies_loses_and_doubles_nothing() {
    let mut cups = Cups::with_printer("buero");
    let office = office(&cups);
    let desk = &office.desk;

    cups.kill();
    let away = issued(&office);
    let asked = desk.does(printing(&away, &["--printer", "buero"]));
    assert_eq!(asked["state"], "waiting", "{asked}");
    let _ = comes_to(desk, &cups, &away, "waiting", "antwortet nicht");
    let none = desk.refuses(printing(&away, &[]));
    assert_eq!(none[0]["id"], "print-away", "without a name it has to be asked for the default printer");
    cups.start();
    let _ = comes_to(desk, &cups, &away, "printed", "");
    once(desk, &cups, &away);

    let dies = issued(&office);
    cups.shut();
    let _ = desk.does(printing(&dies, &[]));
    cups.waits();
    cups.kill();
    let _ = comes_to(desk, &cups, &dies, "printing", "antwortet nicht");
    cups.open();
    cups.start();
    let _ = comes_to(desk, &cups, &dies, "printed", "");
    once(desk, &cups, &dies);

    let full = issued(&office);
    cups.kill();
    cups.start_without_room();
    let asked = desk.does(printing(&full, &[]));
    assert_eq!(asked["state"], "failed", "{asked}\n{}", cups.log());
    assert!(asked["why"].as_str().expect("why").contains("keinen Platz"), "{asked}");
    cups.kill();
    cups.start();
    let _ = desk.does(["paper", "again", &asked["job"].to_string()]);
    let _ = comes_to(desk, &cups, &full, "printed", "");
    once(desk, &cups, &full);
}

/// The PDF printer of CUPS goes the way of a real device: filters, `PostScript`, pages again. They look as they were issued.
#[test]
fn a_paper_goes_through_the_filters_of_cups_and_comes_out_as_it_looks() {
    let cups = Cups::new();
    let out = cups.add_pdf_printer("pdf");
    let office = office(&cups);
    let desk = &office.desk;
    let case = issued(&office);
    let files = || std::fs::read_dir(&out).expect("a folder").map(|file| file.expect("a file").path());
    files().for_each(|old| std::fs::remove_file(old).expect("removed"));
    let _ = desk.does(printing(&case, &["--printer", "pdf"]));
    let _ = comes_to(desk, &cups, &case, "printed", "");
    let printed: Vec<_> = files().collect();
    assert_eq!(printed.len(), 1, "{printed:?}\n{}", cups.log());
    let (saved, came) = (desk.file("saved.pdf"), desk.file("came.pdf"));
    let _ = desk.does(["paper", "save", &case, PAPER, "--out", saved.to_str().expect("a path")]);
    let _ = std::fs::copy(&printed[0], &came).expect("copied");
    // The printer's page is a pixel narrower. One that is empty, turned or moved by half a millimetre differs by far more.
    let drawn = |pdf| drawn::part(pdf, 1, 72, (595, 842));
    let share = difference(&drawn(&saved), &drawn(&came));
    assert!(share < 0.02, "{:.2} % of the pixels differ: {}", share * 100.0, printed[0].display());
    assert_eq!(noted(desk, &case), 1);
}

/// What talks to the printing system and what writes the queue down: a kill between two of them is a state that a crash
/// can leave.
const CALLS: &str = "connect,sendto,write,recvfrom,read,pwrite64,fdatasync,flock";

#[test]
fn a_program_killed_while_it_prints_prints_once_or_never_began() {
    let cups = Cups::with_printer("buero");
    let office = office(&cups);
    let desk = &office.desk;
    let points = printing_calls(&office);
    let rounds = soak(16) as usize;
    for round in 1..=rounds {
        let (call, when) = &points[(round * points.len()).div_ceil(rounds) - 1];
        let case = issued(&office);
        let (trace, inject) = (format!("trace={call}"), format!("inject={call}:signal=SIGKILL:when={when}"));
        let strace = ["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject, PROGRAM];
        let run = desk.wrap("strace", strace).args(desk.args(printing(&case, &[]))).output();
        let _ = run.expect("strace is installed");
        let began = jobs(desk, &case).len();
        assert!(began <= 1, "{call} {when}: {began} jobs");
        if began == 1 {
            let _ = comes_to(desk, &cups, &case, "printed", "");
            once(desk, &cups, &case);
        } else {
            assert_eq!((came_out(&cups, &case), noted(desk, &case)), (0, 0), "{call} {when}");
        }
    }
    desk.is_sound();
}

/// The calls of one whole run from its first word with the printing system on, and those that write the queue before.
fn printing_calls(office: &Office) -> Vec<(String, usize)> {
    let case = issued(office);
    let log = office.desk.file("calls");
    let (trace, output) = (format!("trace={CALLS}"), log.display().to_string());
    let strace = ["-f", "-y", "-qq", "-e", "signal=none", "-e", &trace, "-o", &output, PROGRAM];
    let run = office.desk.wrap("strace", strace).args(office.desk.args(printing(&case, &[]))).output();
    assert!(run.expect("strace is installed").status.success());
    let text = std::fs::read_to_string(log).expect("what strace saw");
    let first = text.lines().position(|line| line.contains("print.lock")).expect("the queue is worked off");
    let mut seen = std::collections::BTreeMap::<(String, String), usize>::new();
    let mut calls = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let Some((call, _)) = rest.trim_start().split_once('(') else { continue };
        let count = seen.entry((thread.to_owned(), call.to_owned())).or_default();
        *count += 1;
        if !CALLS.split(',').any(|known| known == call) {
            continue;
        }
        if at + 12 >= first {
            calls.push((call.to_owned(), *count));
        }
    }
    assert!(calls.len() > 30, "strace saw hardly a call:\n{text}");
    calls
}

#[test]
fn a_clerk_prints_and_sees_what_becomes_of_it_by_keyboard() {
    let cups = Cups::with_printer("buero");
    cups.add_with_trays("flur");
    let office = office(&cups);
    let case = issued(&office);
    cups.admin("cupsdisable", &["-r", "Toner leer", "buero"]);
    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&office.desk, &[]);
    window.types("schalter");
    window.keys(&["Tab"]);
    let _ = window.sees(&json!({ "name": "PIN", "states": ["focused"] }));
    window.types("2468");
    window.keys(&["Return"]);
    window.focused("combo box", "Leistung");
    window.keys(&["ctrl+f"]);
    let _ = window.sees(&json!({ "name": "Suche", "states": ["focused"] }));
    window.types(&case);
    let _ = window.sees(&json!({ "role": "list box" }));
    window.keys(&["Down", "Return"]);
    let _ = window.sees(&json!({ "name": "nicht gedruckt" }));
    window.keys(&["ctrl+p"]);
    window.focused("combo box", "Drucker");
    window.shows("ist angehalten");
    let _ = window.picture("print-dialog");
    window.keys(&["Down"]);
    window.focused("combo box", "Drucker");
    let _ = window.sees(&json!({ "role": "combo box", "name": "Papierfach" }));
    let _ = window.picture("print-trays");
    window.keys(&["Up"]);
    window.misses(&json!({ "role": "combo box", "name": "Papierfach" }));
    window.keys(&["ctrl+Return"]);
    window.misses(&json!({ "role": "combo box", "name": "Drucker" }));
    window.shows("Ein Schriftstück wartet auf den Drucker");
    let _ = window.picture("print-stopped");
    window.keys(&["ctrl+d"]);
    let _ = window.sees(&json!({ "role": "push button", "name": "Zurückziehen" }));
    let _ = window.picture("print-queue");
    cups.admin("cupsenable", &["buero"]);
    let _ = window.sees(&json!({ "name": "gedruckt" }));
    until("it came out", || came_out(&cups, &case) == 1);
    let _ = window.picture("print-done");
    window.kill();
    once(&office.desk, &cups, &case);
}
