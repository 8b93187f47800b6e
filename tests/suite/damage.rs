//! Things that happen to disks and folders: full, read-only, a flipped bit, an older copy put back. Each is noticed,
//! said in words, nothing is handed out and nothing that was there is lost.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::harness::{Answer, Desk, PROGRAM, soak};
use crate::office::{Office, receipts_are_gapless};

/// Everything that writes, on a disk that is full from some call on.
#[test]
fn a_full_disk_is_said_and_nothing_is_handed_out() {
    let office = Office::new();
    let case = office.files();
    let scan = office.desk.file("scan.pdf");
    fs::write(&scan, vec![7; 300_000]).expect("a scan");
    let attaching =
        [office.filing(), ["--attach", &scan.display().to_string()].map(str::to_owned).to_vec()].concat();
    let (mut refused, mut done) = (0, 0);
    let mut before = state(&office.desk, &case);
    for args in [office.filing(), attaching, office.issuing(&case)] {
        for call in ["pwrite64", "fdatasync", "fsync", "ftruncate", "write"] {
            for when in [1, 2, 7] {
                let answer = with_full_disk(&office.desk, &args, call, when);
                office.desk.is_sound();
                let after = state(&office.desk, &case);
                let same = after == before;
                before = after;
                let what = format!("{args:?}: {call} fails from the {when}. time");
                if answer.code == 0 {
                    done += 1;
                    assert!(!same, "{what}: said done and is not there");
                } else if call == "write" && answer.stdout.is_empty() {
                    // Not even the answer could be written: a script sees the exit code.
                    assert_ne!(answer.code, 0);
                } else {
                    refused += 1;
                    is_told(&answer, &what);
                    // Only the anchor may be left behind by what is stored, and then the answer says so.
                    let unanchored = answer.json["problems"][0]["id"] == "store-not-anchored";
                    assert_eq!(same, !unanchored, "{what}: refused and yet there: {}", answer.stdout);
                    let damaged = problems(&answer).any(|problem| problem["id"] == "store-broken");
                    assert!(!damaged, "{what}: a full disk is no damage: {}", answer.stdout);
                }
            }
        }
    }
    println!("acts on a full disk: {refused} refused in words, {done} done");
    assert!(refused >= 12, "is this disk full?");
    let _ = office.desk.does(office.paying(&case));
    receipts_are_gapless(&office);
}

/// Where the paper is saved to there is no room, or somebody else's file: said, and nothing is overwritten.
#[test]
fn a_paper_that_cannot_be_saved_is_said() {
    let office = Office::new();
    let case = office.files();
    let paper = office.desk.does(["paper", "list", &case])[0]["id"].as_str().expect("a paper").to_owned();
    let full = office.desk.run(["paper", "save", &case, &paper, "--out", "/dev/full"]);
    is_told(&full, "/dev/full");
    let there = office.desk.file("there.pdf");
    fs::write(&there, "somebody's").expect("a file");
    let taken = office.desk.run(["paper", "save", &case, &paper, "--out", &there.display().to_string()]);
    is_told(&taken, "a file that is there");
    assert_eq!(fs::read(&there).expect("the file"), b"somebody's");
    let nowhere = office.desk.file("nowhere/paper.pdf").display().to_string();
    is_told(
        &office.desk.run(["paper", "save", &case, &paper, "--out", &nowhere]),
        "a folder that is not there",
    );
}

/// A wrong PIN costs its time on a disk that takes no writing too: the program waits before it answers.
#[test]
fn a_wrong_pin_costs_time_on_a_full_disk_too() {
    let office = Office::new();
    let log = office.desk.file("waits");
    for (pin, waits) in [("9999", true), ("2468", false)] {
        let output = log.display().to_string();
        let strace = ["-f", "-qq", "-o", &output, "-e", "trace=pwrite64,clock_nanosleep,nanosleep"];
        let mut command = office.desk.wrap("strace", strace);
        // The first eight make the index of the log, without which nothing can even be read.
        let _ = command.args(["-e", "inject=pwrite64:error=ENOSPC:when=9+", PROGRAM]);
        let _ = command.args(office.desk.args(["person", "find", "Muster"])).env("AMTSSTUBE_PIN", pin);
        let answer = Answer::from(command.output().expect("strace is installed"));
        let seen = fs::read_to_string(&log).expect("what strace saw");
        assert_eq!(seen.contains("tv_sec=5"), waits, "{pin}: {seen}");
        if waits {
            is_told(&answer, "a wrong PIN");
            assert_eq!(answer.json["problems"][0]["id"], "sign-in-wrong");
        } else {
            assert_eq!(answer.code, 0, "looking must stay possible: {}", answer.stdout);
        }
    }
}

/// What the tests of full disks compare: how many cases there are, and the papers of one.
fn state(desk: &Desk, case: &str) -> (usize, Value) {
    (cases(desk), desk.does(["paper", "list", case]))
}

fn with_full_disk(desk: &Desk, args: &[String], call: &str, when: u32) -> Answer {
    let (trace, inject) = (format!("trace={call}"), format!("inject={call}:error=ENOSPC:when={when}+"));
    let strace = ["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject, PROGRAM];
    let output = desk.wrap("strace", strace).args(desk.args(args)).output();
    Answer::from(output.expect("strace is installed"))
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
    let mut chance = Chance::new(7);
    for _ in 0..soak(24) {
        let mut broken = whole.clone();
        let what = chance.flip(&mut broken);
        fs::write(&database, &broken).expect("a broken database");
        let answer = office.desk.run(["verify"]);
        is_told(&answer, &what);
        let ids: Vec<_> = problems(&answer).map(|problem| problem["id"].clone()).collect();
        let fits = |id: &Value| {
            ["store-broken", "store-wrong-key", "verify-file", "verify-unreadable"]
                .iter()
                .any(|known| id == known)
        };
        assert!(ids.iter().any(fits), "{what}: told as {ids:?}");
    }
    fs::write(&database, &whole).expect("the whole database");
    office.desk.is_sound();
}

/// At a point where the log matters: the writers were killed before anything of it was folded into the database. SQLite
/// leaves out what follows a flipped bit, and says nothing: the anchor does.
#[test]
fn a_flipped_bit_in_the_log_loses_nothing_unnoticed() {
    let scene = Scene::new();
    let (mut noticed, mut harmless) = (0, 0);
    let mut chance = Chance::new(11);
    for _ in 0..soak(40) {
        scene.restore();
        let log = scene.log();
        let mut bytes = fs::read(&log).expect("the log");
        let what = chance.flip(&mut bytes);
        fs::write(&log, &bytes).expect("a broken log");
        if scene.hands_out_nothing(&what) {
            noticed += 1;
            // SQLite is about to forget what follows the damage; who may get it back has the file.
            let kept = fs::read(log.with_extension("db-wal.kept")).expect("the damaged log is kept");
            assert!(kept == bytes, "{what}: not the log that was damaged");
        } else {
            harmless += 1;
        }
    }
    println!("bits flipped in a log that matters: {noticed} noticed, {harmless} without harm");
    assert!(noticed > harmless, "{noticed} noticed, {harmless} without harm: does this log matter?");
}

/// Each is noticed, said in words, and hands out nothing; reading goes on.
#[test]
fn what_is_cut_off_missing_or_foreign_is_noticed() {
    let scene = Scene::new();
    let stranger = Office::new();
    let foreign = fs::read(anchor(&stranger.desk)).expect("an anchor");
    let in_anchor = |name: &str, value: Value| {
        let path = anchor(&scene.office.desk);
        let mut json: Value = serde_json::from_slice(&fs::read(&path).expect("an anchor")).expect("JSON");
        json[name] = value;
        fs::write(path, json.to_string()).expect("an anchor");
    };
    let cut = |share: u64| {
        let log = fs::OpenOptions::new().write(true).open(scene.log()).expect("the log");
        log.set_len(log.metadata().expect("its length").len() * share / 100).expect("cut off");
    };
    let elsewhere = "00".repeat(32);
    let harms: [(&str, &dyn Fn()); 10] = [
        ("the log is cut in the last commit", &|| cut(97)),
        ("the log is cut in the first commit", &|| cut(9)),
        ("the log is empty", &|| cut(0)),
        ("the log is gone", &|| fs::remove_file(scene.log()).expect("removed")),
        ("the log and its index are gone", &|| {
            fs::remove_file(scene.log()).expect("removed");
            fs::remove_file(file_ending(&scene.office.desk.data(), "-shm")).expect("removed");
        }),
        ("the anchor is gone", &|| fs::remove_file(anchor(&scene.office.desk)).expect("removed")),
        ("the anchor is empty", &|| fs::write(anchor(&scene.office.desk), "").expect("emptied")),
        ("the anchor is another desk's", &|| {
            fs::write(anchor(&scene.office.desk), &foreign).expect("put there");
        }),
        ("the anchor is another machine's", &|| in_anchor("machine", elsewhere.clone().into())),
        ("the anchor has another hash", &|| in_anchor("hash", elsewhere.clone().into())),
    ];
    for (what, harm) in harms {
        scene.restore();
        harm();
        assert!(scene.hands_out_nothing(what), "{what}: nobody noticed");
    }
    scene.restore();
    fs::remove_file(file_ending(&scene.office.desk.data(), "-shm")).expect("removed");
    assert!(!scene.hands_out_nothing("the index of the log is gone"), "SQLite makes it again");
    scene.restore();
    assert!(!scene.hands_out_nothing("nothing at all"), "a killed writer's log is read again");
}

/// A desk whose last three cases stand in the write-ahead log alone: their writers were killed after commit and anchor,
/// just before the log would have been folded into the database.
struct Scene {
    office: Office,
    data: PathBuf,
    state: PathBuf,
    known: BTreeSet<String>,
}

impl Scene {
    fn new() -> Self {
        let office = Office::new();
        let database = file_ending(&office.desk.data(), ".db");
        let before = fs::read(&database).expect("the database");
        let path = database.display().to_string();
        let strace = ["-f", "-qq", "-o", "/dev/null", "-P", &path, "-e", "trace=pwrite64"];
        let inject = ["-e", "inject=pwrite64:signal=SIGKILL:when=1", PROGRAM];
        for _ in 0..3 {
            let args = office.desk.args(office.filing());
            let killed = office.desk.wrap("strace", strace.iter().chain(&inject)).args(args).output();
            assert_ne!(
                killed.expect("strace is installed").status.code(),
                Some(0),
                "the writer was not killed"
            );
        }
        assert!(fs::read(&database).expect("the database") == before, "the log was folded into the database");
        let data = copy(&office.desk.data(), &office.desk.file("data-kept"));
        let state = copy(&office.desk.state(), &office.desk.file("state-kept"));
        let known = numbers(&office.desk);
        assert_eq!(known.len(), 3);
        Self { office, data, state, known }
    }

    fn restore(&self) {
        put_back(&self.data, &self.office.desk.data());
        put_back(&self.state, &self.office.desk.state());
    }

    fn log(&self) -> PathBuf {
        file_ending(&self.office.desk.data(), ".db-wal")
    }

    /// Tries to file. Either that is refused in words, and nothing is new; or it is done, and everything is there.
    #[track_caller]
    fn hands_out_nothing(&self, what: &str) -> bool {
        let answer = self.office.desk.run(self.office.filing());
        if answer.code == 0 {
            self.office.desk.is_sound();
            let now = numbers(&self.office.desk);
            let lost: Vec<_> = self.known.difference(&now).collect();
            assert!(lost.is_empty(), "{what}, and these are gone: {lost:?}");
            assert_eq!(now.len(), self.known.len() + 1, "{what}");
            return false;
        }
        is_told(&answer, what);
        assert!(
            problems(&answer).any(|problem| problem["id"] == "store-behind"),
            "{what}: {}",
            answer.stdout
        );
        let verify = self.office.desk.run(["verify"]);
        assert!(
            problems(&verify).any(|problem| problem["id"] == "verify-anchor"),
            "{what}: {}",
            verify.stdout
        );
        let now = numbers(&self.office.desk);
        assert!(now.is_subset(&self.known), "{what}, and yet handed out: {now:?}");
        true
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
    // The head decides, and nobody else: it goes on with numbers of its own.
    let on = ["go-on", "--reason", "Sicherung zurückgespielt"];
    assert_eq!(office.desk.refuses(on)[0]["id"], "not-allowed");
    let head = [
        "--data".into(),
        office.desk.data().into_os_string(),
        "--json".into(),
        "--as".into(),
        "leitung".into(),
    ];
    let mut command = office.desk.command();
    let went_on = Answer::from(command.args(on).args(head).output().expect("the program starts"));
    assert_eq!(went_on.code, 0, "{}", went_on.stdout);
    let code = went_on.json["code"].as_str().expect("the code of the new desk").to_owned();
    let number = office.files_number();
    assert!(code.len() == 4 && number.contains(&format!("-{code}-00001")), "{number} of {code}");
    office.desk.is_sound();
}

#[test]
fn the_newest_database_does_not_go_on_as_another_desk() {
    let desk = Desk::demo(0, 1).signed_in("leitung", "2468");
    assert_eq!(desk.refuses(["go-on", "--reason", "Versehen"])[0]["id"], "desk-is-newest");
    assert_eq!(desk.refuses(["go-on", "--reason", " "])[0]["id"], "text-missing");
}

/// A generator with a seed: the same places each time.
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(0x2545_f491_4f6c_dd1d ^ seed)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).expect("64 bits") % limit
    }

    /// Flips one bit, and says which.
    fn flip(&mut self, bytes: &mut [u8]) -> String {
        let (at, bit) = (self.below(bytes.len()), self.below(8));
        bytes[at] ^= 1 << bit;
        format!("bit {bit} of byte {at} of {} flipped", bytes.len())
    }
}

fn problems(answer: &Answer) -> impl Iterator<Item = &Value> {
    answer.json["problems"].as_array().into_iter().flatten()
}

/// The anchor of a desk.
fn anchor(desk: &Desk) -> PathBuf {
    let folder = deepest(&desk.state());
    let files = fs::read_dir(&folder).expect("a folder").filter_map(Result::ok).map(|entry| entry.path());
    let is_anchor = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "json");
    files.into_iter().find(is_anchor).unwrap_or_else(|| panic!("no anchor in {}", folder.display()))
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

fn permit(folder: &Path, mode: u32) {
    fs::set_permissions(folder, fs::Permissions::from_mode(mode)).expect("a folder of the desk");
}

/// The folder that holds the files, however deep below `folder`.
fn deepest(folder: &Path) -> PathBuf {
    let inner = fs::read_dir(folder).expect("a folder").filter_map(Result::ok).map(|entry| entry.path());
    inner.filter(|path| path.is_dir()).map(|path| deepest(&path)).next().unwrap_or_else(|| folder.to_owned())
}

fn file_ending(folder: &Path, ending: &str) -> PathBuf {
    let folder = deepest(folder);
    let mut files = fs::read_dir(&folder).expect("a folder").filter_map(Result::ok).map(|entry| entry.path());
    let found = files.find(|path| path.to_string_lossy().ends_with(ending));
    found.unwrap_or_else(|| panic!("no file *{ending} in {}", folder.display()))
}

fn copy(from: &Path, to: &Path) -> PathBuf {
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
