//! A desk in a temporary folder, driven as a script would drive it: the built program, its JSON, its exit code.
//! Knows no table and no module of the program; what it cannot see from outside it does not test.

#![allow(dead_code, reason = "each topic uses its own part, and the topics are still growing")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The program that was built together with this suite.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_amtsstube");

/// A desk of its own: data, state (the anchor), configuration and home folder, gone when it is dropped.
#[derive(Debug)]
pub struct Desk {
    root: TempDir,
    user: Option<(String, String)>,
    cups: Option<String>,
    now: Option<String>,
    /// Where the anchor lies of a machine that was cloned; else the program knows by the data folder.
    anchor: Option<PathBuf>,
}

/// What one call of the program left: exit code, JSON (null when it printed none) and both streams.
#[derive(Debug)]
pub struct Answer {
    /// 0 done, 1 refused with the reason, 2 wrong use; −1 when a signal ended it.
    pub code: i32,
    /// Parsed standard output.
    pub json: Value,
    /// Standard output as it came.
    pub stdout: String,
    /// Standard error as it came.
    pub stderr: String,
}

impl Desk {
    /// An empty desk: nothing is stored yet, nobody is signed in.
    pub fn new() -> Self {
        let root = TempDir::new().expect("a temporary folder");
        for folder in ["data", "state", "config", "run", "home"] {
            std::fs::create_dir(root.path().join(folder)).expect("a folder of the desk");
        }
        Self { root, user: None, cups: None, now: None, anchor: None }
    }

    /// The same desk with `user` signed in by `pin` at each call.
    pub fn signed_in(mut self, user: &str, pin: &str) -> Self {
        self.user = Some((user.to_owned(), pin.to_owned()));
        self
    }

    /// The same desk at another moment, at each call.
    pub fn on(mut self, moment: &str) -> Self {
        self.now = Some(moment.to_owned());
        self
    }

    /// A demo town with `cases` cases, the same for each call with the same numbers; who stands at its counter is
    /// signed in.
    pub fn demo(cases: u32, seed: u64) -> Self {
        let desk = Self::new();
        let _ = desk.does(["demo", "--cases", &cases.to_string(), "--seed", &seed.to_string()]);
        desk.signed_in("schalter", "2468")
    }

    /// Another machine with the same disk: database, anchor, and what tells machines apart.
    pub fn clone_of_the_machine(&self) -> Self {
        let root = TempDir::new().expect("a temporary folder");
        let from = self.root.path().join(".");
        let copied = Command::new("cp").arg("-a").arg(from).arg(root.path()).status().expect("cp");
        assert!(copied.success());
        let mut copy = Self {
            root,
            user: self.user.clone(),
            cups: self.cups.clone(),
            now: self.now.clone(),
            anchor: None,
        };
        copy.anchor = Some(copy.anchor_folder());
        copy
    }

    /// The same at a moment, whenever the test runs: the desk's clock stands there.
    pub fn demo_at(moment: &str, cases: u32, seed: u64) -> Self {
        let mut desk = Self::new();
        desk.now = Some(moment.to_owned());
        let _ = desk.does(["demo", "--cases", &cases.to_string(), "--seed", &seed.to_string()]);
        desk.signed_in("schalter", "2468")
    }

    /// Papers go to this printing system from now on; without one, to none.
    pub fn prints_with(&mut self, server: &str) {
        self.cups = Some(server.to_owned());
    }

    /// Where the database lies.
    pub fn data(&self) -> PathBuf {
        self.root.path().join("data")
    }

    /// Where the anchor lies.
    pub fn state(&self) -> PathBuf {
        self.root.path().join("state")
    }

    /// The folder in it that is this desk's own: the program names it after the data folder.
    pub fn anchor_folder(&self) -> PathBuf {
        if let Some(anchor) = &self.anchor {
            return anchor.clone();
        }
        let only = |folder: PathBuf| {
            let entry = std::fs::read_dir(folder).expect("a folder").next();
            entry.expect("what is in it").expect("readable").path()
        };
        only(only(self.state()))
    }

    /// A path in the desk's own folder, for files that a test hands in or fetches.
    pub fn file(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// Writes `value` as JSON to a file of this desk and returns its path.
    pub fn put_json(&self, name: &str, value: &Value) -> PathBuf {
        let path = self.file(name);
        std::fs::write(&path, serde_json::to_vec_pretty(value).expect("JSON")).expect("a file of the desk");
        path
    }

    /// The program, ready to run on this desk's folders alone: no keyring, no bus, German, UTF-8.
    pub fn command(&self) -> Command {
        self.wrap(PROGRAM, std::iter::empty::<&str>())
    }

    /// `tool` with the same surroundings, for example `strace` with the program among its arguments.
    pub fn wrap(
        &self,
        tool: impl AsRef<OsStr>,
        args: impl IntoIterator<Item = impl AsRef<OsStr>>,
    ) -> Command {
        let mut command = Command::new(tool);
        let _ = command
            .args(args)
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .env("HOME", self.file("home"))
            .env("XDG_DATA_HOME", self.data())
            .env("XDG_STATE_HOME", self.state())
            .env("XDG_CONFIG_HOME", self.file("config"))
            .env("XDG_RUNTIME_DIR", self.file("run"))
            .env("CUPS_SERVER", self.cups.clone().unwrap_or_else(|| "/nonexistent".to_owned()))
            .env("AMTSSTUBE_KEY", KEY)
            .env("LC_ALL", "de_DE.UTF-8")
            .env("LANG", "de_DE.UTF-8")
            .stdin(Stdio::null());
        if let Some(anchor) = &self.anchor {
            let _ = command.env("AMTSSTUBE_STATE", anchor);
        }
        if let Some(moment) = &self.now {
            let _ = command.env("AMTSSTUBE_NOW", moment);
        }
        if let Some((_, pin)) = &self.user {
            let _ = command.env("AMTSSTUBE_PIN", pin);
        }
        command
    }

    /// The arguments as given, with the desk's folder, JSON and the signed-in user added.
    pub fn args<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Vec<std::ffi::OsString> {
        let mut all: Vec<_> = args.into_iter().map(|arg| arg.as_ref().to_owned()).collect();
        all.push("--data".into());
        all.push(self.data().into());
        all.push("--json".into());
        if let Some((user, _)) = &self.user {
            all.push("--as".into());
            all.push(user.into());
        }
        all
    }

    /// Runs the program to its end, whatever that is.
    pub fn run<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Answer {
        Answer::from(self.command().args(self.args(args)).output().expect("the program starts"))
    }

    /// Runs the program, which must succeed, and returns its JSON.
    #[track_caller]
    pub fn does<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Value {
        let args = self.args(args);
        let answer = Answer::from(self.command().args(&args).output().expect("the program starts"));
        assert_eq!(answer.code, 0, "{args:?} failed\n{}\n{}", answer.stdout, answer.stderr);
        answer.json
    }

    /// Runs the program, which must refuse with exit 1, and returns its problems (`where`, `what`, `remedy`).
    #[track_caller]
    pub fn refuses<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Vec<Value> {
        let args = self.args(args);
        let answer = Answer::from(self.command().args(&args).output().expect("the program starts"));
        assert_eq!(answer.code, 1, "{args:?} was not refused\n{}\n{}", answer.stdout, answer.stderr);
        let problems = answer.json["problems"].as_array().cloned().unwrap_or_default();
        assert!(!problems.is_empty(), "{args:?} was refused without a reason\n{}", answer.stdout);
        for problem in &problems {
            for part in ["where", "what", "remedy"] {
                assert!(problem[part].is_string(), "{args:?}: a problem without `{part}`: {problem}");
            }
        }
        problems
    }

    /// `verify`, which must find nothing.
    #[track_caller]
    pub fn is_sound(&self) {
        let _ = self.does(["verify"]);
    }
}

/// The key of every desk of the suite, 32 bytes in hexadecimal.
pub const KEY: &str = "a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf";

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
        Self {
            code: output.status.code().unwrap_or(-1),
            json: serde_json::from_str(&stdout).unwrap_or(Value::Null),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
            stdout,
        }
    }
}

/// The folder of the sources that this suite was built from.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where the suite leaves what a person may want to look at: pictures of the window, papers.
pub fn pictures() -> PathBuf {
    let folder =
        std::env::var_os("PICTURES").map_or_else(|| project().join("target/pictures"), PathBuf::from);
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    folder
}

/// A program of other makers that checks ours, where `installer/test.sh` puts it.
pub fn checker(name: &str) -> PathBuf {
    let folder =
        std::env::var_os("CHECKERS").map_or_else(|| project().join("target/checkers"), PathBuf::from);
    let program = folder.join("bin").join(name);
    assert!(program.exists(), "{} is missing: `sh installer/test.sh` installs it", program.display());
    program
}

/// `rounds`, times what `SOAK` says: CI runs the short count, a soak run the long one.
pub fn soak(rounds: u32) -> u32 {
    rounds * std::env::var("SOAK").ok().and_then(|factor| factor.parse().ok()).unwrap_or(1)
}

/// Text of a PDF by `pdftotext -layout`, as a resident's reader would extract it.
#[track_caller]
pub fn text_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(pdf).arg("-").output();
    let output = output.expect("pdftotext (poppler-utils) is installed");
    assert!(output.status.success(), "{}: {}", pdf.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}
