//! Packs: the Kreis publishes one for all towns, a town passes one on as a file. Running cases keep what they began with,
//! and whatever is wrong with a pack leaves everything as it was.

use std::path::{Path, PathBuf};

use amtsstube::catalogue::pack::Pack;
use amtsstube::domain::id::Digest;
use serde_json::{Value, json};

use super::{Service, agree, enrol_new, enrol_town, syncs};
use crate::harness::{Answer, Desk, PROGRAM, project, text_of};
use crate::job::{fill, go};
use crate::screen::Screen;

const LETTER: &str = "letters/terminbestaetigung/1.toml";
const PLACE: &str = "services/trauzimmer/2026-01-01.toml";
const NEXT: &str = "services/trauzimmer/2026-06-01.toml";

fn example() -> PathBuf {
    project().join("examples/trauzimmer")
}

fn service_text() -> String {
    std::fs::read_to_string(example().join(PLACE)).expect("the example")
}

/// The next version of the example: one field more, one question less, another fee and a longer deadline.
fn next_text() -> String {
    let old = service_text();
    let fields = "[[section.field]]\nid = \"sektempfang\"\ntype = \"yes_no\"\n\
                  label = { de = \"Sektempfang\", en = \"Reception\" }\n\n[[section]]\nid = \"paar\"";
    let changes = [
        ("\"2026-01-01\"", "\"2026-06-01\""),
        ("from = 2026-01-01", "from = 2026-06-01"),
        ("[[section]]\nid = \"paar\"", fields),
        ("cents = 12000", "cents = 13500"),
        ("value = 1\n", "value = 2\n"),
    ];
    changes.iter().fold(old, |text, (stands, written)| {
        assert!(text.contains(stands), "{stands}");
        text.replacen(stands, written, 1)
    })
}

/// A folder that is to become a pack.
fn folder(desk: &Desk, name: &str, version: u32, files: &[(&str, String)]) -> PathBuf {
    let folder = desk.file(name);
    let head = format!(
        "publisher = \"Musterstadt\"\nname = \"trauzimmer\"\ntitle = {{ de = \"Trauzimmer\", en = \"Wedding rooms\" }}\n\
         version = {version}\nfrom = 2026-01-01\n"
    );
    let letter = std::fs::read_to_string(example().join(LETTER)).expect("the example's letter");
    let own = [("pack.toml", head.as_str()), (LETTER, letter.as_str())];
    for (path, text) in own.into_iter().chain(files.iter().map(|(path, text)| (*path, text.as_str()))) {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("written");
    }
    folder
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

/// As the administrator of a demo town, whoever is signed in otherwise.
fn administrator(desk: &Desk, args: &[&str]) -> Answer {
    let mut command = desk.command();
    let data = text(&desk.data());
    let all = args.iter().copied().chain(["--json", "--as", "verwaltung", "--data", &data]);
    Answer::from(command.args(all).env("AMTSSTUBE_PIN", "2468").output().expect("the program starts"))
}

#[track_caller]
fn does(desk: &Desk, args: &[&str]) -> Value {
    let answer = administrator(desk, args);
    assert_eq!(answer.code, 0, "{args:?}: {}\n{}", answer.stdout, answer.stderr);
    answer.json
}

#[track_caller]
fn refuses(desk: &Desk, args: &[&str]) -> Vec<String> {
    let answer = administrator(desk, args);
    assert_eq!(answer.code, 1, "{args:?}: {}\n{}", answer.stdout, answer.stderr);
    let problems = answer.json["problems"].as_array().expect("problems").clone();
    assert!(problems.iter().all(|problem| problem["remedy"].as_str().is_some_and(|text| !text.is_empty())));
    problems.iter().map(|problem| problem["id"].as_str().expect("an id").to_owned()).collect()
}

/// Version and pack of the service that takes new cases in; nothing where there is none.
fn offered(desk: &Desk) -> Option<(String, u64)> {
    let list = desk.does(["catalogue", "list"]);
    let services = list["services"].as_array().expect("services");
    let service = services.iter().find(|service| service["slug"] == "trauzimmer")?;
    Some((service["version"].as_str()?.to_owned(), service["pack"]["version"].as_u64().unwrap_or_default()))
}

/// Files the example; gives the case.
fn files(desk: &Desk, received_on: Option<&str>) -> Value {
    let answers = json!({
        "raum": "park", "tag": "2099-06-12", "uhrzeit": "11", "gaeste": 30, "schlechtwetter": true,
        "familienname": "Hövelmann", "vornamen": "Jule", "partner": "Kilian Ostendarp",
        "anschrift": { "strasse": "Lindenweg", "hausnummer": "4", "plz": "48712", "ort": "Gescher" },
    });
    let answers = text(&desk.put_json("trauzimmer.json", &answers));
    let mut args = vec!["case", "new", "--service", "trauzimmer", "--answers", &answers, "--new-person"];
    if let Some(day) = received_on {
        args.extend(["--received-on", day, "--why", "lag im Briefkasten"]);
    }
    let filed = desk.does(args);
    desk.does(["case", "show", filed["id"].as_str().expect("an id")])
}

#[test]
fn the_kreis_publishes_once_and_running_cases_keep_their_version() {
    let service = Service::new();
    let one = Desk::demo(1, 1);
    let _ = enrol_town(&service, &one, None);
    let _ = does(&one, &["town", "set", "hundesteuer.erster=48"]);
    let _ = syncs(&one);
    let two = enrol_new(&service, "Schalter 2");
    assert_eq!((offered(&one), offered(&two)), (None, None));

    let published = service.says(&["publish", &text(&example())]);
    assert_eq!((&published["name"], &published["again"]), (&json!("trauzimmer"), &json!(false)));
    assert_eq!(service.says(&["publish", &text(&example())])["again"], true);
    let _ = (syncs(&one), syncs(&two));
    let first = Some(("2026-01-01".to_owned(), 1));
    assert_eq!((offered(&one), offered(&two)), (first.clone(), first.clone()));
    let case = files(&one, None);
    assert_eq!((&case["version"], &case["charges"][0]["cents"]), (&json!("2026-01-01"), &json!(12000)));

    // A wrong pack is refused whole, everything that is wrong at once, and nothing changes anywhere.
    let wrong = next_text()
        .replace("filing_plan = \"34.21\"", "filing_plan = \"34.99\"")
        .replace("field = \"raum\", is = \"park\"", "field = \"saal\", is = \"park\"");
    let bad = folder(
        &one,
        "bad",
        2,
        &[(PLACE, service_text()), (NEXT, wrong), ("letters/x/1.toml", String::new())],
    );
    let output = Answer::from(service.command(&["publish", &text(&bad)]).output().expect("starts"));
    assert!(output.code != 0 && output.stderr.contains("letters/x/1.toml"), "{}", output.stderr);
    std::fs::remove_dir_all(bad.join("letters")).expect("removed");
    let output = Answer::from(service.command(&["publish", &text(&bad)]).output().expect("starts"));
    for part in ["34.99", "saal", "2026-06-01.toml:"] {
        assert!(output.stderr.contains(part), "{part}: {}", output.stderr);
    }
    let _ = (syncs(&one), syncs(&two));
    assert_eq!((offered(&one), offered(&two)), (first.clone(), first));

    // The next version. What is under way stays as it is; new intakes go by their day of receipt.
    let good = folder(&one, "good", 2, &[(NEXT, next_text())]);
    let _ = service.says(&["publish", &text(&good)]);
    let _ = (syncs(&one), syncs(&two));
    let second = Some(("2026-06-01".to_owned(), 2));
    assert_eq!((offered(&one), offered(&two)), (second.clone(), second));
    let again = two.does(["case", "show", case["id"].as_str().expect("an id")]);
    assert_eq!(again["version"], "2026-01-01", "{again}");
    assert_eq!(again["answers"], case["answers"]);
    let (new, late) = (files(&two, None), files(&two, Some("2026-03-02")));
    assert_eq!((&new["version"], &new["charges"][0]["cents"]), (&json!("2026-06-01"), &json!(13500)));
    assert_eq!((&late["version"], &late["charges"][0]["cents"]), (&json!("2026-01-01"), &json!(12000)));
    assert_eq!(one.does(["town", "show"])["hundesteuer.erster"], "48,00", "the town's values are its own");
    let _ = (syncs(&two), syncs(&one), syncs(&two));
    agree(&one, &two);

    // A desk that comes later reads every case by the case's own pack.
    let three = enrol_new(&service, "Schalter 3");
    assert_eq!(three.does(["case", "show", case["id"].as_str().expect("an id")])["version"], "2026-01-01");
}

#[test]
fn a_pack_goes_from_town_to_town_as_a_file() {
    let (from, to) = (Desk::demo(0, 1), Desk::demo(0, 2));
    let file = from.file("trauzimmer.pack");
    let path = text(&file);
    let _ = does(&from, &["catalogue", "export", &text(&example()), "--out", &path]);
    let pack = std::fs::read(&file).expect("the pack");

    // Only the administration takes one in, and only from somebody whose key it has accepted.
    let counter = to.refuses(["catalogue", "import", &path]);
    assert_eq!(counter[0]["id"], "pack-administrator");
    let look = does(&to, &["catalogue", "import", &path, "--look"]);
    assert_eq!((&look["publisher"], &look["trust"]), (&json!("Musterstadt"), &json!("trust-unknown")));
    assert!(look["services"][0]["old"].is_null() && look["problems"] == json!([]), "{look}");
    assert_eq!(refuses(&to, &["catalogue", "import", &path]), ["pack-publisher-unknown"]);
    assert_eq!(offered(&to), None);
    for at in [0, 10, 50, 101, 150, 900, pack.len() - 1] {
        let mut changed = pack.clone();
        changed[at] ^= 0x20;
        let other = to.file("changed.pack");
        std::fs::write(&other, changed).expect("written");
        let told = refuses(&to, &["catalogue", "import", &text(&other), "--accept"]);
        assert!(told.iter().all(|id| id.starts_with("pack-")), "{told:?}");
    }
    let taken = does(&to, &["catalogue", "import", &path, "--accept"]);
    assert_eq!(taken["here"], false);
    assert_eq!(offered(&to), Some(("2026-01-01".to_owned(), 1)));
    assert_eq!(does(&to, &["catalogue", "import", &path])["here"], true, "twice is once");

    // The next one needs no acceptance, says what changes, and an older one is not laid over it.
    let next = folder(&from, "next", 2, &[(NEXT, next_text())]);
    let newer = text(&from.file("next.pack"));
    let _ = does(&from, &["catalogue", "export", &text(&next), "--out", &newer]);
    let look = does(&to, &["catalogue", "import", &newer]);
    let changes: Vec<&str> = look["services"][0]["changes"]
        .as_array()
        .expect("changes")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    for part in ["Neue Angabe: Sektempfang", "135,00 €", "2 statt 1 Wochen"] {
        assert!(changes.iter().any(|change| change.contains(part)), "{part}: {changes:?}");
    }
    assert_eq!(offered(&to), Some(("2026-06-01".to_owned(), 2)));
    let other = folder(&from, "other", 1, &[(PLACE, service_text().replace("cents = 12000", "cents = 1"))]);
    let older = text(&from.file("older.pack"));
    let _ = does(&from, &["catalogue", "export", &text(&other), "--out", &older]);
    assert_eq!(refuses(&to, &["catalogue", "import", &older]), ["pack-older", "pack-version-other"]);

    // Passed on by name it is the same bytes, and the town's own cases are filed with it.
    let on = to.file("on.pack");
    let _ = does(&to, &["catalogue", "export", "trauzimmer", "--out", &text(&on)]);
    assert_eq!(std::fs::read(&on).expect("written"), std::fs::read(&newer).expect("there"));
    assert_eq!(files(&to, None)["version"], "2026-06-01");
    to.is_sound();
}

#[test]
fn a_pack_of_a_file_reaches_the_towns_other_desks() {
    let service = Service::new();
    let one = Desk::demo(0, 1);
    let _ = enrol_town(&service, &one, None);
    let file = text(&one.file("trauzimmer.pack"));
    let _ = does(&one, &["catalogue", "export", &text(&example()), "--out", &file]);
    let _ = does(&one, &["catalogue", "import", &file]);
    let case = files(&one, None);
    let _ = syncs(&one);
    let two = enrol_new(&service, "Schalter 2");
    assert_eq!(offered(&two), Some(("2026-01-01".to_owned(), 1)));
    let id = case["id"].as_str().expect("an id");
    assert_eq!(two.does(["case", "show", id]), one.does(["case", "show", id]));
    agree(&one, &two);
}

/// A kill at any system call of an import leaves the pack there or not, the file sound, and the import can be done again.
#[test]
fn an_import_that_is_killed_leaves_all_or_nothing() {
    let desk = Desk::demo(0, 1).signed_in("verwaltung", "2468");
    let file = text(&desk.file("trauzimmer.pack"));
    let _ = desk.does(["catalogue", "export", &text(&example()), "--out", &file]);
    let args = desk.args(["catalogue", "import", &file, "--accept"]);
    let mut killed = 0;
    for (call, points) in [("pwrite64", 12), ("fdatasync", 6), ("fsync", 4), ("rename", 3)] {
        for when in (1..=points).map(|at| at * 2 - 1) {
            let inject = format!("inject={call}:signal=SIGKILL:when={when}");
            let trace = format!("trace={call}");
            let strace = ["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject, PROGRAM];
            let output = desk.wrap("strace", strace).args(&args).output().expect("strace is installed");
            killed += u32::from(!output.status.success());
            desk.is_sound();
            let list = desk.does(["catalogue", "list"]);
            let packs = list["packs"].as_array().expect("packs");
            assert!(packs.len() <= 1 && packs.iter().all(|pack| pack["problems"] == json!([])), "{list}");
            assert_eq!(packs.len() == 1, offered(&desk).is_some());
        }
    }
    assert!(killed > 3, "hardly a kill: {killed}");
    let _ = desk.does(["catalogue", "import", &file, "--accept"]);
    assert_eq!(offered(&desk), Some(("2026-01-01".to_owned(), 1)));
    desk.is_sound();
}

/// A letter comes with its service: what it asks for has to be there before anybody stands at the counter.
#[test]
fn a_letter_of_a_pack_is_printed_and_a_wrong_one_is_refused_with_its_lines() {
    let desk = Desk::demo(0, 1);
    let file = text(&desk.file("trauzimmer.pack"));
    let _ = does(&desk, &["catalogue", "export", &text(&example()), "--out", &file]);
    let _ = does(&desk, &["catalogue", "import", &file, "--accept"]);
    let case = files(&desk, None);
    let id = case["id"].as_str().expect("an id");
    let list = desk.does(["paper", "list", id]);
    // What is to be paid has a paper of its own.
    let letter = list.as_array().expect("papers").iter().find(|paper| paper["kind"] == "terminbestaetigung");
    let paper = letter.expect("the letter")["id"].as_str().expect("an id");
    let out = desk.file("termin.pdf");
    let _ = desk.does(["paper", "save", id, paper, "--out", &text(&out)]);
    let said = text_of(&out).split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Ihr Termin: Pavillon im Stadtpark am 12.06.2099",
        "Jule Hövelmann und Kilian Ostendarp",
        "Bei Regen trauen wir Sie im Rathaus.",
        "120,00 €",
        "nur vorgemerkt, noch nicht zugesagt",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    desk.is_sound();

    let letter = std::fs::read_to_string(example().join(LETTER)).expect("the example's letter");
    let wrong = letter
        .replace("\"couple\"]", "\"couple\", \"fee_basis\"]")
        .replace("\"rain\", ", "\"rain\", \"weather\", ")
        .replace("{day}, {hour}", "{day}, {minute}")
        .replace("when = [\"rain\"]\ntext = { de = \"Bei", "text = { de = \"{rain}: bei");
    let bad = folder(&desk, "bad", 1, &[(PLACE, service_text()), (LETTER, wrong.clone())]);
    let told = desk.refuses(["catalogue", "check", &text(&bad)]);
    let told: Vec<_> = told.iter().map(|problem| (&problem["where"], &problem["id"])).collect();
    let place = |words: &str| {
        let line = wrong.lines().position(|line| line.contains(words)).expect("the words") + 1;
        json!(format!("{}/{LETTER}:{line}", text(&bad)))
    };
    let (unknown, open) = (json!("letter-placeholder-unknown"), json!("letter-unguarded"));
    // What cannot be read is no letter of the service either.
    assert_eq!(told[..2], [(&place("{minute}"), &unknown), (&place("{rain}"), &open)]);
    assert_eq!(told[2].1, &json!("catalogue-letter-unknown"));
    let asks = letter
        .replace("\"couple\"]", "\"couple\", \"fee_basis\"]")
        .replace("\"rain\", ", "\"rain\", \"weather\", ");
    let bad = folder(
        &desk,
        "asks",
        1,
        &[(PLACE, service_text()), (LETTER, asks.replace("missing = 1", "missing = 1, rows = 2"))],
    );
    let told = desk.refuses(["catalogue", "check", &text(&bad)]);
    let ids: Vec<_> = told.iter().map(|problem| problem["id"].as_str().unwrap_or_default()).collect();
    assert_eq!(ids, ["letter-value-sometimes", "letter-value-unknown", "letter-table-not-given"], "{told:?}");
    let empty = service_text().replace(
        "couple = \"{vornamen} {familienname} und {partner}\"",
        "couple = { says = \"{partner}\", when = { field = \"raum\", is = \"muehle\" } }",
    );
    let bad = folder(&desk, "empty", 1, &[(PLACE, empty)]);
    assert_eq!(desk.refuses(["catalogue", "check", &text(&bad)])[0]["id"], "pack-letter-unfilled");
    let own = std::fs::read_to_string(project().join("assets/letters/quittung/1.toml")).expect("a letter");
    let bad = folder(&desk, "own", 1, &[(PLACE, service_text()), ("letters/quittung/1.toml", own)]);
    assert_eq!(desk.refuses(["catalogue", "check", &text(&bad)])[0]["id"], "letter-built-in");
}

#[test]
fn a_folder_is_checked_before_anything_is_published() {
    let desk = Desk::new();
    assert_eq!(desk.does(["catalogue", "check", &text(&example())])["problems"], json!([]));
    let wrong = service_text().replace("type = \"date\"", "type = \"datum\"").replace("34.21", "1.2");
    let bad = folder(&desk, "bad", 1, &[(PLACE, wrong)]);
    let told = desk.refuses(["catalogue", "check", &text(&bad)]);
    let places: Vec<_> = told.iter().map(|problem| problem["where"].as_str().unwrap_or_default()).collect();
    assert!(
        places.iter().all(|place| place.starts_with(&text(&bad.join("services/trauzimmer/")))),
        "{places:?}"
    );
    assert!(told.len() >= 2, "all at once: {told:?}");
    std::fs::remove_file(bad.join("pack.toml")).expect("removed");
    assert_eq!(desk.refuses(["catalogue", "check", &text(&bad)])[0]["id"], "pack-head-missing");
}

/// A publisher's key that was lost: the Kreis takes it back, and the window of a town says so.
#[test]
fn what_a_lost_key_signed_takes_no_case_in_any_more_and_the_window_says_why() {
    let service = Service::new();
    let (from, one) = (Desk::demo(0, 2), Desk::demo(0, 1));
    let _ = enrol_town(&service, &one, None);
    let file = from.file("trauzimmer.pack");
    let _ = does(&from, &["catalogue", "export", &text(&example()), "--out", &text(&file)]);
    let _ = does(&one, &["catalogue", "import", &text(&file), "--accept"]);
    assert!(offered(&one).is_some());
    let pack = Pack::read(&std::fs::read(&file).expect("the pack")).expect("reads");
    let key = Digest(pack.key).to_string();
    let publisher = ["--publisher", "Kreis Musterland", "--reason", "Der Schlüssel ist verloren"];
    let _ = service.says(&[&["withdraw", "--key", &key][..], &publisher].concat());
    let _ = syncs(&one);
    assert_eq!(offered(&one), None);
    let one = one.signed_in("verwaltung", "2468");
    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&one, &[]);
    fill(&mut window, "Anmeldename", "verwaltung", "verwaltung");
    go(&mut window, "Tab", "PIN");
    window.types("2468");
    window.keys(&["Return"]);
    window.focused("combo box", "Leistung");
    window.keys(&["F8"]);
    window.shows("Katalog");
    window.keys(&["Right", "Right"]);
    window.shows("zurückgezogen");
    let _ = window.picture("withdrawn-key");
    window.kill();
}
