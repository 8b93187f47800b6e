//! The workshop of the catalogue: wrong packs are refused with file, line and remedy, on the command line and in the window;
//! what is right is seen live with its example, and what it changes in plain words.

use crate::harness::{Desk, project};
use crate::manned::{ByHand as _, Office};
use crate::window::Window;
use amtsstube::ui::app::{App, Message};
use amtsstube::ui::theme::Theme;
use iced::keyboard::key::Named;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const SERVICE: &str = "services/trauzimmer/2026-01-01.toml";
const LETTER: &str = "letters/terminbestaetigung/1.toml";

/// The example's folder, to be written in.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        for file in ["pack.toml", SERVICE, LETTER] {
            let text = std::fs::read_to_string(project().join("examples/trauzimmer").join(file));
            folder.write(file, &text.expect("the example"));
        }
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.path().join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("written");
    }

    fn text(&self) -> String {
        std::fs::read_to_string(self.path().join(SERVICE)).expect("the service")
    }

    #[track_caller]
    fn edit(&self, stands: &str, written: &str) {
        let before = self.text();
        assert!(before.contains(stands), "{stands}");
        self.write(SERVICE, &before.replacen(stands, written, 1));
    }

    fn other(&self, path: &str, changes: &[(&str, &str)]) {
        let text = changes.iter().fold(self.text(), |text, (stands, written)| text.replace(stands, written));
        self.write(path, &text);
    }
}

/// A fault, how it is made, what is told, and what stands in the line that is named.
type Fault = (&'static str, fn(&Folder), &'static str, &'static str);

const FAULTS: [Fault; 6] = [
    (
        "catalogue-field-unknown",
        |folder| folder.edit("visible = { field = \"raum\"", "visible = { field = \"zimmer\""),
        "Ein Feld zimmer gibt es in dieser Datei nicht.",
        "zimmer",
    ),
    (
        "catalogue-circle",
        |folder| {
            folder.edit(
                "id = \"raum\"\n",
                "id = \"raum\"\nvisible = { field = \"schlechtwetter\", is = true }\n",
            );
        },
        "hängt im Kreis von sich selbst ab",
        "raum",
    ),
    (
        "catalogue-validity-gap",
        |folder| {
            folder.other(
                "services/trauzimmer/2027-01-01.toml",
                &[("\"2026-01-01\"", "\"2027-01-01\""), ("from = 2026-01-01", "from = 2027-01-01")],
            );
            folder.edit("from = 2026-01-01 }", "from = 2026-01-01, to = 2026-11-30 }");
        },
        "Zwischen den Fassungen 01.01.2026 und 01.01.2027",
        "valid",
    ),
    (
        "catalogue-letter-unknown",
        |folder| folder.edit("terminbestaetigung/1", "terminbestaetigung/7"),
        "Ein Schreiben terminbestaetigung/7 gibt es nicht.",
        "terminbestaetigung/7",
    ),
    (
        "catalogue-placeholder-unknown",
        |folder| folder.edit("room_name = ", "ort_name = \"{raum}\"\nroom_name = "),
        "kennt keinen Platzhalter ort_name",
        "[[paper]]",
    ),
    (
        "catalogue-key-twice",
        |folder| {
            folder.edit("leika = []", "leika = \"99059001012001\"");
            folder.other(
                "services/festsaal/2026-01-01.toml",
                &[("slug = \"trauzimmer\"", "slug = \"festsaal\"")],
            );
        },
        "Den Leistungsschlüssel 99059001012001 hat schon",
        "leika",
    ),
];

#[test]
fn wrong_packs_are_refused_on_the_command_line_with_file_line_and_remedy() {
    for (id, spoil, says, word) in FAULTS {
        let (desk, folder) = (Desk::new(), Folder::new());
        spoil(&folder);
        let problems = desk.refuses(["catalogue", "check", folder.path().to_str().unwrap()]);
        let problem = problems.iter().find(|problem| problem["id"] == id);
        let problem = problem.unwrap_or_else(|| panic!("{id} is not told: {problems:#?}"));
        assert!(problem["what"].as_str().unwrap().contains(says), "{problem}");
        assert!(!problem["remedy"].as_str().unwrap().is_empty(), "{problem}");
        let (file, line) = problem["where"].as_str().unwrap().rsplit_once(':').expect("a line");
        let text = std::fs::read_to_string(file).unwrap_or_else(|_| panic!("{file} is no file"));
        let line = text.lines().nth(line.parse::<usize>().unwrap() - 1).unwrap_or_default();
        assert!(line.contains(word), "{id} names the line {line:?}");
    }
}

/// The window with the workshop open on a folder or file.
fn at_the_bench(office: &Office, path: &Path) -> Window<App> {
    let mut window = office.window(1366.0, 768.0);
    window.sign_in("clerk", "1357");
    window.key(Named::F8);
    window.tab_to("settings");
    window.key(Named::ArrowRight);
    window.key(Named::ArrowRight);
    window.ctrl("o");
    window.type_text(path.to_str().unwrap());
    window.key(Named::Enter);
    window
}

fn saved(window: &mut Window<App>) {
    let task = window.program.update(Message::FilesChanged);
    window.run(task);
}

#[test]
fn wrong_packs_are_shown_in_the_window_with_file_line_and_remedy_as_they_are_saved() {
    let (office, first) = (Office::new(), Folder::new());
    let mut window = at_the_bench(&office, &first.path().join("pack.toml"));
    assert!(window.says("Ohne Fehler") && window.has_text("Gewünschter Tag"), "{:?}", window.texts());
    for (id, spoil, says, _) in FAULTS {
        // The same folder as it was, and then spoilt by somebody's editor.
        let fresh = Folder::new();
        for file in ["services/trauzimmer/2027-01-01.toml", "services/festsaal/2026-01-01.toml"] {
            let _ = std::fs::remove_file(first.path().join(file));
        }
        first.write(SERVICE, &fresh.text());
        saved(&mut window);
        assert!(window.says("Ohne Fehler"), "before {id}: {:?}", window.texts());
        spoil(&first);
        saved(&mut window);
        window.ctrl("n");
        assert!(window.says(says), "{id} is not told: {:?}", window.texts());
        assert_eq!(window.at(), "workshop-faults");
        assert!(window.says("services/") && window.says(", Zeile "), "{id}: {:?}", window.texts());
        window.picture(&format!("workshop-{id}"), Theme::Light);
        window.tab_to("workshop-pages");
        window.key(Named::Home);
    }
}

#[test]
fn a_service_is_seen_as_the_counter_will_have_it_and_follows_the_editor() {
    let (office, folder) = (Office::new(), Folder::new());
    let mut window = at_the_bench(&office, &folder.path().join(SERVICE));
    window.picture("workshop-form", Theme::Light);
    for part in
        ["Gewünschter Tag", "Bei Regen lieber ins Rathaus", "120,00", "Termin zusagen", "Terminbestätigung"]
    {
        assert!(window.has_text(part), "{part}: {:?}", window.texts());
    }
    // Typed here, the fee follows.
    window.tab_to("raum*");
    window.key(Named::ArrowUp);
    assert!(window.says("150,00"), "{:?}", window.texts());
    folder.edit("cents = 15000", "cents = 16500");
    folder.edit("label = { de = \"Gäste\"", "label = { de = \"Personen\"");
    saved(&mut window);
    assert!(window.says("165,00") && window.says("Personen"), "the choice stays: {:?}", window.texts());
    window.tab_to("workshop-pages");
    window.key(Named::ArrowRight);
    assert!(window.says("Entgelt für den Raum") && window.says("Angelegt") && window.says("Schalter"));
    window.picture("workshop-told", Theme::Light);
    window.key(Named::ArrowRight);
    assert!(window.has_text("Seite 1 von 1"), "{:?}", window.texts());
    window.picture("workshop-paper", Theme::Light);
    window.key(Named::ArrowRight);
    assert!(window.says("die Leistung ist neu"));
    // A second version beside it.
    folder.other(
        "services/trauzimmer/2027-01-01.toml",
        &[
            ("\"2026-01-01\"", "\"2027-01-01\""),
            ("from = 2026-01-01", "from = 2027-01-01"),
            ("cents = 12000", "cents = 13500"),
            ("value = 1\n", "value = 2\n"),
            ("id = \"schlechtwetter\"", "id = \"zelt\"\ntype = \"text\"\nlabel = { de = \"Zelt\", en = \"Tent\" }\nrequired = true\n[[section.field]]\nid = \"schlechtwetter\""),
            ("[example]\n", "[example]\nzelt = \"nein\"\n"),
        ],
    );
    folder.edit("from = 2026-01-01 }", "from = 2026-01-01, to = 2026-12-31 }");
    saved(&mut window);
    window.tab_to("workshop-service");
    window.key(Named::ArrowDown);
    for part in
        ["ab 01.01.2027", "120,00\u{a0}€ → ", "135,00", "2 statt 1 Wochen", "Neue Angabe: Zelt, Pflicht"]
    {
        assert!(window.says(part), "{part}: {:?}", window.texts());
    }
    window.picture("workshop-changes", Theme::Light);
    window.key(Named::Escape);
    assert!(window.says("Leistungen, die heute angenommen werden"), "back at the catalogue");
}

#[test]
fn what_cannot_be_read_is_told_in_the_choosing_and_large_files_are_refused() {
    let (office, folder) = (Office::new(), tempfile::tempdir().unwrap());
    std::fs::write(folder.path().join("Brief.pdf"), b"%PDF-1.7").unwrap();
    let large = std::fs::File::create(folder.path().join("groß.toml")).unwrap();
    large.set_len(2 << 20).unwrap();
    for file in ["Brief.pdf", "groß.toml"] {
        let mut window = at_the_bench(&office, &folder.path().join(file));
        assert!(window.says("weder ein Paket noch die Datei einer Leistung"), "{:?}", window.texts());
        window.key(Named::Escape);
        assert!(window.says("Leistungen, die heute angenommen werden"), "back at the catalogue");
    }
}

#[test]
fn two_versions_are_compared_in_plain_words_on_the_command_line() {
    let (desk, folder) = (Desk::new(), tempfile::tempdir().unwrap());
    let built_in = project().join("assets/services/gewerbe-anmeldung/2025-11-01.toml");
    let text = std::fs::read_to_string(built_in).unwrap();
    let text = text.replace("2025-11-01", "2027-01-01").replacen("cents = 2600", "cents = 2800", 1);
    let path: PathBuf = folder.path().join("gewerbe-anmeldung/2027-01-01.toml");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, text).unwrap();
    let told = desk.does(["catalogue", "compare", "gewerbe-anmeldung", path.to_str().unwrap()]);
    let changes: Vec<&str> =
        told["changes"].as_array().unwrap().iter().filter_map(|one| one.as_str()).collect();
    assert!(
        changes.len() == 1 && changes[0].contains("26,00 €") && changes[0].contains("→ 28,00 €"),
        "{told:#}"
    );
    assert_eq!((&told["old"], &told["new"]), (&"2025-11-01".into(), &"2027-01-01".into()));
    let licence =
        std::fs::read_to_string(project().join("assets/services/gestattung/2026-01-01.toml")).unwrap();
    let licence = licence.replace("2026-01-01", "2027-01-01").replacen("months = 3", "months = 2", 1);
    let later = folder.path().join("gestattung/2027-01-01.toml");
    std::fs::create_dir_all(later.parent().unwrap()).unwrap();
    std::fs::write(&later, licence).unwrap();
    let told = desk.does(["catalogue", "compare", "gestattung", later.to_str().unwrap()]);
    let changes = told["changes"].as_array().unwrap();
    assert!(changes.len() == 1 && changes[0].as_str().unwrap().starts_with("Verfahren geändert"), "{told:#}");
    let shown = desk.does(["catalogue", "show", "gewerbe-anmeldung"]);
    assert_eq!(shown["fees"][0]["cents"], 2600, "{shown:#}");
    assert!(shown["papers"].as_array().unwrap().contains(&"gewa1".into()), "{shown:#}");
    let problems = desk.refuses(["catalogue", "show", "gibtesnicht"]);
    assert_eq!(problems[0]["id"], "service-unknown");
}
