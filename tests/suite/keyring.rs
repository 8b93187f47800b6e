//! The key in the system's keyring: a real Secret Service (gnome-keyring) on a bus of its own. The first start keeps the
//! key there, the next ones find it, it lies in no folder; a keyring that is locked or not there is told in words.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::harness::{Answer, Desk, PROGRAM, project};
use crate::screen::{Process, first_line};

/// A session with an unlocked keyring, and a desk whose program finds no key in its surroundings.
struct Session {
    desk: Desk,
    bus: String,
    _processes: [Process; 2],
}

impl Session {
    fn new() -> Self {
        let desk = Desk::new();
        let bus = ["--session", "--nofork", "--nopidfile", "--print-address=1"];
        let (server, bus) = first_line(Command::new("dbus-daemon").args(bus));
        let mut keyring =
            desk.wrap("gnome-keyring-daemon", ["--foreground", "--unlock", "--components=secrets"]);
        let keyring = keyring.env("DBUS_SESSION_BUS_ADDRESS", &bus).env("XDG_DATA_HOME", desk.file("home"));
        let keyring = keyring.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut keyring = keyring.expect("gnome-keyring is installed");
        keyring.stdin.take().expect("piped").write_all(b"Kennwort der Sitzung").expect("it listens");
        let session = Self { desk, bus, _processes: [Process(keyring), server] };
        let _ = session.asks("wait");
        session
    }

    /// What a person with the keyring's own window would see or do.
    fn asks(&self, what: &str) -> String {
        let mut command = self.desk.wrap("/usr/bin/python3", [project().join("tests/window/keyring.py")]);
        let output =
            command.arg(what).env("DBUS_SESSION_BUS_ADDRESS", &self.bus).output().expect("Debian's python3");
        assert!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    fn run(&self, args: &[&str], given: Option<&str>) -> Answer {
        let mut command = self.desk.wrap(PROGRAM, args);
        let _ = command.args(["--json", "--data"]).arg(self.desk.data()).env("AMTSSTUBE_PIN", "2468");
        let _ = match given {
            Some(given) => command.env("AMTSSTUBE_KEY", given),
            None => command.env_remove("AMTSSTUBE_KEY"),
        };
        let _ = command.env("DBUS_SESSION_BUS_ADDRESS", &self.bus);
        Answer::from(command.output().expect("the program starts"))
    }
}

const SETUP: [&str; 5] = ["setup", "--login", "admin", "--name", "Ada Muster"];

#[track_caller]
fn is_done(answer: &Answer) {
    assert_eq!(answer.code, 0, "{}\n{}", answer.stdout, answer.stderr);
}

#[track_caller]
fn says(answer: &Answer, id: &str) {
    assert_eq!((answer.code, answer.json["problems"][0]["id"].as_str()), (1, Some(id)), "{}", answer.stdout);
}

/// Whether any file below the folder contains the bytes.
fn contains(folder: &Path, bytes: &[u8]) -> bool {
    fs::read_dir(folder).expect("a folder").filter_map(Result::ok).any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return contains(&path, bytes);
        }
        fs::read(&path).is_ok_and(|file| file.windows(bytes.len()).any(|part| part == bytes))
    })
}

#[test]
fn the_first_start_keeps_the_key_in_the_keyring_and_the_next_ones_find_it() {
    let session = Session::new();
    is_done(&session.run(&SETUP, None));
    is_done(&session.run(&["verify"], None));
    let hex = session.asks("secret").trim().to_owned();
    assert_eq!(hex.len(), 64, "one key of 32 bytes");
    let raw: Vec<u8> =
        (0..64).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex")).collect();
    for folder in [session.desk.data(), session.desk.state(), session.desk.file("config")] {
        for bytes in [hex.as_bytes(), hex.to_uppercase().as_bytes(), &raw] {
            assert!(!contains(&folder, bytes), "the key lies in {}", folder.display());
        }
    }
    // It is the key: handed over by hand, it opens the database where there is no keyring.
    let elsewhere = Session { bus: "unix:path=/nonexistent".to_owned(), ..session };
    says(&elsewhere.run(&["verify"], None), "key-no-keyring");
    is_done(&elsewhere.run(&["verify"], Some(&hex)));
    says(&elsewhere.run(&["verify"], Some(&"ab".repeat(32))), "store-wrong-key");
}

#[test]
fn a_locked_or_absent_keyring_is_said_and_a_passphrase_works_without() {
    let session = Session::new();
    is_done(&session.run(&SETUP, None));
    let _ = session.asks("lock");
    says(&session.run(&["verify"], None), "key-no-keyring");
    // A new desk: no key is kept, so no database is made.
    let other = Session { desk: Desk::new(), ..session };
    says(&other.run(&SETUP, None), "key-no-keyring");
    assert!(
        fs::read_dir(other.desk.data()).expect("the data folder").next().is_none(),
        "half a desk was made"
    );
    let passphrase = "Käse & Brot, zwölf Uhr";
    is_done(&other.run(&SETUP, Some(passphrase)));
    is_done(&other.run(&["verify"], Some(passphrase)));
    says(&other.run(&["verify"], Some("Kaese & Brot, zwölf Uhr")), "key-wrong-passphrase");
    says(&other.run(&["verify"], None), "key-passphrase-needed");
    for folder in [other.desk.data(), other.desk.state(), other.desk.file("config")] {
        assert!(!contains(&folder, passphrase.as_bytes()), "the passphrase lies in {}", folder.display());
    }
}
