//! A case goes to the Kreis and comes back: by the mailbox of a real service, on a stick while that is off, through a program
//! that is killed, and while another desk works on without knowing.

use serde_json::{Value, json};
use std::path::Path;

use super::{Service, TOWN, enrol_new, enrol_town, is, syncs};
use crate::harness::{Answer, Desk, PROGRAM};

const KREIS: &str = "05554000";

fn word<'a>(value: &'a Value, path: &str) -> &'a str {
    value.pointer(path).and_then(Value::as_str).unwrap_or_else(|| panic!("{path} in {value}"))
}

/// Does it as somebody, who must be let.
#[track_caller]
fn does(desk: &Desk, who: &str, args: &[&str]) -> Value {
    let answer = is(desk, who, args);
    assert_eq!(answer.code, 0, "{args:?}: {}\n{}", answer.stdout, answer.stderr);
    answer.json
}

/// What is refused, by the sentence's id.
#[track_caller]
fn refuses(desk: &Desk, who: &str, args: &[&str]) -> Value {
    let answer = is(desk, who, args);
    assert_eq!(answer.code, 1, "{args:?}: {}\n{}", answer.stdout, answer.stderr);
    answer.json["problems"][0].clone()
}

/// The Kreis as an office: a desk of its own.
fn office(service: &Service) -> Desk {
    let kreis = Desk::demo(1, 7);
    let said =
        ["ags=05554000", "name=Kreis Borken", "authority=Kreis Borken", "bewohnerparkausweis.gebuehr=30"];
    let _ = does(&kreis, "verwaltung", &[&["town", "set"][..], &said].concat());
    let (url, code) = service.code(KREIS, "Straßenverkehrsamt");
    let _ = does(&kreis, "verwaltung", &["enrol", &url, &code]);
    let _ = syncs(&kreis);
    kreis
}

/// A town and its Kreis that have heard of each other.
pub(super) fn both(service: &Service) -> (Desk, Desk) {
    let town = Desk::demo(1, 1);
    let _ = enrol_town(service, &town, None);
    let _ = syncs(&town);
    let kreis = office(service);
    let _ = syncs(&town);
    (town, kreis)
}

/// Files an application for a parking permit.
pub(super) fn files(desk: &Desk) -> String {
    let example = desk.does(["catalogue", "example", "bewohnerparkausweis"]);
    let answers = desk.put_json("answers.json", &example).display().to_string();
    let new = ["case", "new", "--service", "bewohnerparkausweis", "--answers", &answers];
    let seen = ["--new-person", "--signed", "--seen", "ausweis", "zulassung"];
    word(&desk.does(new.into_iter().chain(seen)), "/id").to_owned()
}

pub(super) fn hands_over(desk: &Desk, case: &str) -> Value {
    does(desk, "leitung", &["case", "hand-over", case, "--reason", "Der Kreis ist zuständig"])
}

pub(super) fn shows(desk: &Desk, case: &str) -> Value {
    does(desk, "leitung", &["case", "show", case])
}

fn path(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn a_case_goes_to_the_kreis_and_comes_back_by_the_mailbox() {
    let service = Service::new();
    let (town, kreis) = both(&service);
    let case = files(&town);
    let decide = ["case", "decide", &case, "--outcome", "granted"];
    assert_eq!(refuses(&town, "leitung", &decide)["id"], "decision-is-kreis");
    let gone = hands_over(&town, &case);
    assert_eq!((word(&gone, "/office"), &gone["supplements"]), ("Kreis Borken", &json!(false)));
    // It waits and says so; here one only notes.
    let mail = does(&town, "leitung", &["mail"]);
    assert_eq!((word(&mail, "/out/0/what"), &mail["out"][0]["delivered"]), ("handover", &json!(false)));
    let refused = refuses(&town, "leitung", &decide);
    assert!(word(&refused, "/what").contains("Kreis Borken"), "{refused}");
    let _ = town.does(["case", "note", &case, "--text", "Rückfrage"]);

    let _ = (syncs(&town), syncs(&kreis));
    assert_eq!(does(&town, "leitung", &["mail"])["out"][0]["delivered"], json!(true));
    let came = does(&kreis, "leitung", &["mail"]);
    assert_eq!(word(&came, "/in/0/inside/what"), "handover");
    let taken = does(&kreis, "leitung", &["mail", "take-in"]);
    assert_eq!(word(&taken, "/taken/0/did"), "opened");
    let number = word(&taken, "/taken/0/number").to_owned();
    assert_eq!(does(&kreis, "leitung", &["mail", "take-in"])["taken"], json!([]));
    let (there, here) = (shows(&town, &case), shows(&kreis, &case));
    assert_eq!(here["answers"], there["answers"]);
    assert_eq!(
        word(&here, "/handover/came/0/office"),
        word(&does(&town, "leitung", &["town", "show"]), "/authority")
    );
    assert!(!here["attachments"].as_array().expect("files").is_empty(), "its papers came along");

    let _ = (syncs(&kreis), syncs(&town));
    assert_eq!(word(&does(&town, "leitung", &["mail", "take-in"]), "/taken/0/did"), "answered");
    let told = shows(&town, &case);
    assert_eq!(
        (word(&told, "/handover/out/0/answer/number"), &told["handover"]["away"]),
        (&*number, &json!(true))
    );

    let _ = does(&kreis, "leitung", &decide);
    let _ = does(&kreis, "leitung", &["case", "give-back", &case]);
    let _ = (syncs(&kreis), syncs(&town));
    assert_eq!(word(&does(&town, "leitung", &["mail", "take-in"]), "/taken/0/did"), "answered");
    let back = shows(&town, &case);
    assert_eq!(
        (word(&back, "/handover/out/0/answer/outcome"), &back["handover"]["away"]),
        ("granted", &json!(false))
    );
    let files = back["attachments"].as_array().expect("files");
    let file =
        files.iter().map(|file| word(file, "/name")).rfind(|name| name.ends_with("(Kreis Borken).pdf"));
    let file = file.expect("the decision").to_owned();
    let out = path(&town.file("bescheid.pdf"));
    let _ = does(&town, "leitung", &["case", "save", &case, &file, "--out", &out]);
    assert!(crate::harness::text_of(Path::new(&out)).contains("Kreis Borken"));
    let _ = does(&town, "leitung", &["case", "close", &case, "--reason", "ausgehändigt"]);
    let _ = (syncs(&town), syncs(&kreis));
    for desk in [&town, &kreis] {
        let mail = does(desk, "leitung", &["mail"]);
        assert_eq!(mail, json!({ "dropped": [], "in": [], "out": [] }), "nobody waits for anything");
        desk.is_sound();
    }
}

/// The service is off: the same bytes on a stick, there and back; and once the line is back nothing counts twice.
#[test]
fn a_case_goes_and_comes_back_on_a_stick_while_the_service_is_off() {
    let mut service = Service::new();
    let (town, kreis) = both(&service);
    let case = files(&town);
    service.stop();
    let stick = tempfile::TempDir::new().expect("a stick");
    let to = path(stick.path());
    let args = ["case", "hand-over", &case, "--reason", "zuständig", "--out", &to];
    let gone = does(&town, "leitung", &args);
    let file = word(&gone, "/file").to_owned();
    assert!(file.starts_with(&to) && Path::new(&file).extension().is_some_and(|end| end == "amb"), "{file}");
    // Nothing is overwritten, and written again it is the same bytes.
    let again = ["case", "bundle", &case, "--out", &file];
    assert_eq!(refuses(&town, "leitung", &again)["id"], "file-there");
    let other = path(&stick.path().join("noch einmal.amb"));
    let _ = does(&town, "leitung", &["case", "bundle", &case, "--out", &other]);
    assert_eq!(std::fs::read(&file).expect("the file"), std::fs::read(&other).expect("the other"));

    let taken = does(&kreis, "leitung", &["mail", "take-in", &file]);
    assert_eq!(word(&taken, "/did"), "opened");
    assert_eq!(word(&does(&kreis, "leitung", &["mail", "take-in", &other]), "/did"), "known");
    assert_eq!(refuses(&town, "leitung", &["mail", "take-in", &file])["id"], "bundle-other-office");
    let undecided = ["case", "give-back", &case, "--undecided", "Die Zone gehört der Stadt", "--out", &to];
    let back = word(&does(&kreis, "leitung", &undecided), "/file").to_owned();
    assert_eq!(word(&does(&town, "leitung", &["mail", "take-in", &back]), "/did"), "answered");
    let told = shows(&town, &case);
    assert_eq!(word(&told, "/handover/out/0/answer/reason"), "Die Zone gehört der Stadt");
    assert_eq!(told["handover"]["away"], json!(false));

    service.start();
    let _ = (syncs(&town), syncs(&kreis), syncs(&town));
    for (desk, did) in [(&kreis, "known"), (&town, "answered")] {
        let left = does(desk, "leitung", &["mail", "take-in"]);
        let all = left["taken"].as_array().expect("a list");
        assert!(all.iter().all(|taken| taken["did"] == did || taken["did"] == "known"), "{left}");
    }
    assert_eq!(shows(&town, &case)["handover"]["out"], told["handover"]["out"], "once counts");
    let _ = (syncs(&town), syncs(&kreis), syncs(&town));
    town.is_sound();
    kreis.is_sound();
}

/// Killed at exact system calls while it hands over, and while the Kreis takes in: the case is at one place, and the act can
/// be done or was done.
#[test]
fn killed_in_the_middle_it_is_at_one_place() {
    let service = Service::new();
    let (town, kreis) = both(&service);
    let stick = tempfile::TempDir::new().expect("a stick");
    for (round, (call, when)) in
        [("pwrite64", 3), ("fdatasync", 1), ("pwrite64", 9), ("fdatasync", 2)].iter().enumerate()
    {
        let case = files(&town);
        let reason = ["case", "hand-over", &case, "--reason", "zuständig"];
        killed(&town, &reason, call, *when);
        town.is_sound();
        let away = shows(&town, &case)["handover"]["away"] == json!(true);
        let again = is(&town, "leitung", &reason);
        assert_eq!(again.code, i32::from(away), "{call} {when}: {}", again.stdout);
        let file = path(&stick.path().join(format!("{round}.amb")));
        let _ = does(&town, "leitung", &["case", "bundle", &case, "--out", &file]);
        killed(&kreis, &["mail", "take-in", &file], call, *when);
        kreis.is_sound();
        let taken = does(&kreis, "leitung", &["mail", "take-in", &file]);
        assert!(["opened", "known"].contains(&word(&taken, "/did")), "{taken}");
        let listed = does(&kreis, "leitung", &["case", "show", &case]);
        assert_eq!(listed["handover"]["came"].as_array().map(Vec::len), Some(1));
    }
}

/// Runs the program, which `strace` kills as it makes this call for the so-manieth time.
fn killed(desk: &Desk, args: &[&str], call: &str, when: usize) {
    let (trace, inject) = (format!("trace={call}"), format!("inject={call}:signal=SIGKILL:when={when}"));
    let strace = ["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject, PROGRAM];
    let mut command = desk.wrap("strace", strace);
    let _ = command.args(args).args(["--json", "--as", "leitung", "--data"]).arg(desk.data());
    let _ = Answer::from(command.env("AMTSSTUBE_PIN", "2468").output().expect("strace is installed"));
}

/// Two desks of a town: one hands over, the other edits without a line. Both are told in words, the edit goes after, and
/// nothing is lost.
#[test]
fn an_edit_fails_silently_because_the_record_moved_away() {
    let service = Service::new();
    let (one, kreis) = both(&service);
    let two = enrol_new(&service, "Schalter 2");
    let case = files(&one);
    let _ = (syncs(&one), syncs(&two));
    let _ = hands_over(&one, &case);
    // The other desk has not heard of it, and corrects the plate.
    super::corrects(&two, &case, "kennzeichen", &json!("BOR-ZZ 99"));
    let _ = (syncs(&one), syncs(&two), syncs(&one));
    for desk in [&one, &two] {
        let told = shows(desk, &case);
        assert_eq!(word(&told, "/answers/kennzeichen"), "BOR-ZZ 99", "nothing is lost");
        let told: Vec<&str> =
            told["handover"]["told"].as_array().expect("words").iter().filter_map(Value::as_str).collect();
        assert!(told.iter().any(|line| line.contains("nachreichen")), "{told:?}");
    }
    // From now on it is refused at both, in words.
    let answers = two.put_json("right.json", &json!({ "kennzeichen": "BOR-A 1" })).display().to_string();
    let more = ["case", "correct", &case, "--answers", &answers, "--reason", "Tippfehler"];
    let refused = refuses(&two, "schalter", &more);
    assert!(word(&refused, "/what").contains("Kreis Borken"), "{refused}");
    let after = does(&two, "leitung", &["case", "hand-over", &case, "--reason", "Nachgereicht"]);
    assert_eq!(after["supplements"], json!(true));
    let _ = (syncs(&two), syncs(&one), syncs(&kreis));
    let taken = does(&kreis, "leitung", &["mail", "take-in"]);
    assert_eq!((taken["taken"].as_array().map(Vec::len), &taken["left"]), (Some(2), &json!([])), "{taken}");
    // The Kreis is told what was changed, whichever of both came first.
    let came = shows(&kreis, &case);
    assert_eq!(came["handover"]["came"].as_array().map(Vec::len), Some(2));
    let _ = (syncs(&kreis), syncs(&one), syncs(&two));
    let _ = (does(&one, "leitung", &["mail", "take-in"]), syncs(&one), syncs(&two));
    for desk in [&one, &two] {
        assert_eq!(shows(desk, &case)["handover"]["overlooked"], json!(0));
        desk.is_sound();
    }
    kreis.is_sound();
    assert_ne!(TOWN, KREIS);
}
