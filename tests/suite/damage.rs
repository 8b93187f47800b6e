//! Things that happen to disks and folders: full, read-only, a flipped bit, an older copy put back. Each is noticed,
//! said in words, nothing is handed out and nothing that was there is lost.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;

use serde_json::Value;

use crate::harness::{Answer, Desk, PROGRAM, soak};
use crate::office::Office;

#[test]
fn a_full_disk_is_said_and_nothing_is_handed_out() {
    let office = Office::new();
    for call in ["pwrite64", "fdatasync", "fsync"] {
        for when in [1, 2, 3, 5, 8, 13] {
            let before = cases(&office.desk);
            let (trace, inject) =
                (format!("trace={call}"), format!("inject={call}:error=ENOSPC:when={when}+"));
            let strace = ["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject, PROGRAM];
            let args = office.desk.args(office.filing());
            let output = office.desk.wrap("strace", strace).args(args).output().expect("strace is installed");
            let answer = Answer::from(output);
            office.desk.is_sound();
            let after = cases(&office.desk);
            if answer.code == 0 {
                assert_eq!(after, before + 1, "{call} {when}: said done and is not there");
            } else {
                is_told(&answer, &format!("{call} fails from the {when}. time"));
                // Only the anchor may be left behind by what is stored, and then the answer says so.
                let unanchored = answer.json["problems"][0]["id"] == "store-not-anchored";
                assert_eq!(after, before + usize::from(unanchored), "{call} {when}: refused and yet there");
            }
        }
    }
    let _ = office.files();
}

#[test]
fn a_read_only_folder_is_said() {
    let office = Office::new();
    let before = cases(&office.desk);
    for folder in [office.desk.data(), office.desk.state()] {
        let inner = deepest(&folder);
        permit(&inner, 0o500);
        let answer = without_privilege(&office.desk, office.filing());
        permit(&inner, 0o700);
        assert_eq!(answer.code, 1, "written to a read-only folder: {}", answer.stdout);
        is_told(&answer, "a read-only folder");
    }
    office.desk.is_sound();
    assert_eq!(cases(&office.desk), before);
}

#[test]
fn a_flipped_bit_in_the_database_is_noticed() {
    let office = Office::new();
    let _ = office.files();
    let database = file_ending(&office.desk.data(), ".db");
    let whole = fs::read(&database).expect("the database");
    let places = soak(12) as usize;
    for place in 0..places {
        let mut broken = whole.clone();
        let at = whole.len() * (2 * place + 1) / (2 * places);
        broken[at] ^= 1 << (place % 8);
        fs::write(&database, &broken).expect("a broken database");
        let answer = office.desk.run(["verify"]);
        is_told(&answer, &format!("bit {at} of {} flipped", whole.len()));
    }
    fs::write(&database, &whole).expect("the whole database");
    office.desk.is_sound();
}

#[test]
fn a_flipped_bit_in_the_write_ahead_log_loses_no_case_unnoticed() {
    let office = Office::new();
    let snapshot = with_a_log(&office);
    let log = file_ending(&office.desk.data(), ".db-wal");
    let whole = fs::read(&log).expect("the write-ahead log of a killed writer");
    assert!(whole.len() > 4096, "the killed writer left no log");
    let known = numbers(&office.desk);
    for place in 0..soak(8) as usize {
        put_back(&snapshot, &office.desk.data());
        let mut broken = whole.clone();
        let at = 32 + (whole.len() - 33) * place / soak(8) as usize;
        broken[at] ^= 0x10;
        fs::write(&log, &broken).expect("a broken log");
        let answer = office.desk.run(office.filing());
        if answer.code == 0 {
            // What the log held was in the database already: then every case is still there, and the new one.
            office.desk.is_sound();
            let missing: Vec<_> = known.difference(&numbers(&office.desk)).cloned().collect();
            assert!(missing.is_empty(), "byte {at} of the log flipped, and these are gone: {missing:?}");
        } else {
            is_told(&answer, "a damaged log");
        }
    }
}

#[test]
fn an_older_copy_put_back_hands_out_no_number() {
    let office = Office::new();
    let older = copy(&office.desk.data(), &office.desk.file("older"));
    let lost = office.files();
    put_back(&older, &office.desk.data());
    let answer = office.desk.run(office.filing());
    assert_eq!(answer.code, 1, "an older copy went on as if nothing had happened: {}", answer.stdout);
    is_told(&answer, "an older copy");
    let shown = office.desk.does(["case", "list", "--limit", "100000"]);
    let known = shown.as_array().into_iter().flatten().any(|case| case["id"] == lost.as_str());
    assert!(!known, "the copy is not older");
}

/// Refused by exit code and in words: never a crash, never silence.
#[track_caller]
fn is_told(answer: &Answer, what: &str) {
    assert_eq!(answer.code, 1, "{what}: {}\n{}", answer.stdout, answer.stderr);
    let told = answer.json["problems"].as_array().is_some_and(|problems| !problems.is_empty());
    assert!(told, "{what}: no problem is named\n{}\n{}", answer.stdout, answer.stderr);
    assert!(!answer.stderr.contains("panicked"), "{what}: {}", answer.stderr);
}

/// Runs the program as somebody whom a folder's permissions hold: the suite may be run by root.
fn without_privilege(desk: &Desk, args: Vec<String>) -> Answer {
    let root = fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    let bare = ["--bounding-set=-all", "--inh-caps=-all", PROGRAM];
    let mut command = if root { desk.wrap("setpriv", bare) } else { desk.command() };
    Answer::from(command.args(desk.args(args)).output().expect("the program starts"))
}

/// The numbers of all cases.
fn numbers(desk: &Desk) -> BTreeSet<String> {
    let listed = desk.does(["case", "list", "--limit", "100000"]);
    let listed = listed.as_array().into_iter().flatten().filter_map(|case| case["number"].as_str());
    listed.map(str::to_owned).collect()
}

fn cases(desk: &Desk) -> usize {
    desk.does(["case", "list", "--limit", "100000"]).as_array().map_or(0, Vec::len)
}

/// Kills a writer before it can tidy its log away, and returns a copy of the data folder with that log.
fn with_a_log(office: &Office) -> std::path::PathBuf {
    let inject = "inject=unlink:signal=SIGKILL:when=1";
    for _ in 0..3 {
        let strace = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=unlink", "-e", inject, PROGRAM];
        let args = office.desk.args(office.filing());
        let _ = office.desk.wrap("strace", strace).args(args).output().expect("strace is installed");
    }
    copy(&office.desk.data(), &office.desk.file("with-log"))
}

fn permit(folder: &Path, mode: u32) {
    fs::set_permissions(folder, fs::Permissions::from_mode(mode)).expect("a folder of the desk");
}

/// The folder that holds the files, however deep below `folder`.
fn deepest(folder: &Path) -> std::path::PathBuf {
    let inner = fs::read_dir(folder).expect("a folder").filter_map(Result::ok).map(|entry| entry.path());
    inner.filter(|path| path.is_dir()).map(|path| deepest(&path)).next().unwrap_or_else(|| folder.to_owned())
}

fn file_ending(folder: &Path, ending: &str) -> std::path::PathBuf {
    let folder = deepest(folder);
    let mut files = fs::read_dir(&folder).expect("a folder").filter_map(Result::ok).map(|entry| entry.path());
    let found = files.find(|path| path.to_string_lossy().ends_with(ending));
    found.unwrap_or_else(|| panic!("no file *{ending} in {}", folder.display()))
}

fn copy(from: &Path, to: &Path) -> std::path::PathBuf {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").filter_map(Result::ok) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            let _ = copy(&entry.path(), &target);
        } else {
            let _ = fs::copy(entry.path(), target).expect("a copied file");
        }
    }
    to.to_owned()
}

fn put_back(snapshot: &Path, folder: &Path) {
    fs::remove_dir_all(folder).expect("the data folder");
    let _ = copy(snapshot, folder);
}

#[test]
fn the_answer_of_a_refusal_is_data() {
    let desk = Desk::new();
    let answer = desk.run(["case", "show", "nothing"]);
    assert_ne!(answer.code, 0);
    assert!(answer.json == Value::Null || answer.json["problems"].is_array(), "{}", answer.stdout);
}
