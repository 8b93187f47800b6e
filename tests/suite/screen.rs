//! A screen in memory with everything a clerk's desk has: window manager, German keyboard, assistive technology.
//! Opens the program's window on it, presses real keys and reads the accessible tree. Knows no screen of the program.
//!
//! Nothing here waits for a time: each step waits for a state of the tree and gives up after [`PATIENCE`] seconds,
//! with the tree in the failure. A tool that is missing fails the test by name.

#![allow(dead_code, reason = "each topic uses its own part, and the topics are still growing")]

use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::harness::{Desk, PROGRAM, pictures, project};

/// Seconds after which a state that does not come is a failure. Generous: the machine may be busy.
pub const PATIENCE: u32 = 60;

/// X server, session bus, window manager and the reader of the tree; all end when it is dropped.
#[derive(Debug)]
pub struct Screen {
    display: String,
    bus: String,
    reader: (ChildStdin, BufReader<ChildStdout>),
    // Dropped in this order: who talks to the server ends before it.
    processes: Vec<Process>,
}

/// A child that does not outlive the test, whatever way the test ends.
#[derive(Debug)]
pub struct Process(pub Child);

impl Drop for Process {
    fn drop(&mut self) {
        // A window under `strace` leads a group of its own; anybody else has none, and nothing happens.
        let group = format!("kill -s KILL -- -{} 2>/dev/null", self.0.id());
        let _ = Command::new("sh").args(["-c", &group]).status();
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Screen {
    /// A screen of `width` × `height` pixels.
    pub fn new(width: u32, height: u32) -> Self {
        let size = format!("{width}x{height}x24");
        let xvfb = ["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp", "-noreset", "-dpi", "96"];
        let (server, number) = first_line(Command::new("Xvfb").args(xvfb));
        let display = format!(":{number}");
        let bus_args = ["--session", "--nofork", "--nopidfile", "--print-address=1"];
        let (bus, address) = first_line(Command::new("dbus-daemon").args(bus_args).env("DISPLAY", &display));
        let mut screen = Self::with_reader(display, address);
        screen.processes.extend([bus, server]);
        screen.must("setxkbmap", &["-layout", "de"]);
        let manager =
            screen.tool("openbox").args(["--sm-disable"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        screen.processes.insert(0, Process(manager.expect("openbox is installed")));
        screen.waits_for_the_manager();
        screen
    }

    fn with_reader(display: String, bus: String) -> Self {
        let mut reader = Command::new("/usr/bin/python3");
        let _ = reader.arg(project().join("tests/window/tree.py"));
        surroundings(&mut reader, &display, &bus);
        let mut reader =
            reader.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("Debian's python3");
        let streams =
            (reader.stdin.take().expect("piped"), BufReader::new(reader.stdout.take().expect("piped")));
        let mut screen = Self { display, bus, reader: streams, processes: vec![Process(reader)] };
        let ready = screen.read();
        assert_eq!(
            ready["ok"], "ready",
            "tests/window/tree.py did not start (python3-pyatspi, at-spi2-core)"
        );
        screen
    }

    /// Opens the window of `desk` with `args` besides; it is open when its frame is in the tree and has the keyboard.
    pub fn open<'a>(&'a mut self, desk: &Desk, args: &[&str]) -> Window<'a> {
        self.start(desk, desk.wrap(PROGRAM, args))
    }

    /// The same under `strace`, which does to the program's system calls on files of this path (on all, where it is
    /// empty) what `inject` says (`fsync:signal=SIGKILL`).
    pub fn open_under<'a>(&'a mut self, desk: &Desk, inject: &str, path: &str) -> Window<'a> {
        let call = inject.split(':').next().unwrap_or_default();
        let (trace, inject) = (format!("trace={call}"), format!("inject={inject}"));
        let mut strace = vec!["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
        if !path.is_empty() {
            strace.extend(["-P", path]);
        }
        strace.push(PROGRAM);
        self.start(desk, desk.wrap("strace", strace))
    }

    fn start<'a>(&'a mut self, desk: &Desk, mut command: Command) -> Window<'a> {
        let _ = command.arg("--data").arg(desk.data());
        surroundings(&mut command, &self.display, &self.bus);
        let log = std::fs::File::create(desk.file("window.log")).expect("a log");
        let command = command.process_group(0).stdout(Stdio::null()).stderr(log);
        let child = command.spawn().expect("the program starts");
        let mut window = Window { screen: self, process: Some(Process(child)), log: desk.file("window.log") };
        let _ = window.sees(&json!({ "role": "frame" }));
        // Not every new window is given the keyboard by the window manager; where it has it already, this does nothing.
        let search = ["search", "--onlyvisible", "--name", "Amtsstube", "windowactivate", "--sync"];
        let _ = window.screen.tool("xdotool").args(search).output();
        let _ = window.sees(&json!({ "role": "frame", "states": ["active"] }));
        window
    }

    /// A window that is mapped before the window manager works is never given the keyboard.
    fn waits_for_the_manager(&self) {
        let give_up = Instant::now() + Duration::from_secs(PATIENCE.into());
        loop {
            let output = self.tool("xprop").args(["-root", "_NET_SUPPORTING_WM_CHECK"]).output();
            let output = output.expect("xprop (x11-utils) is installed");
            if String::from_utf8_lossy(&output.stdout).contains("window id") {
                return;
            }
            assert!(Instant::now() < give_up, "openbox did not start");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn tool(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        surroundings(&mut command, &self.display, &self.bus);
        command
    }

    #[track_caller]
    fn must(&self, name: &str, args: &[&str]) {
        let output = self.tool(name).args(args).output().unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(output.status.success(), "{name} {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn read(&mut self) -> Value {
        let mut line = String::new();
        let _ = self.reader.1.read_line(&mut line).expect("the reader of the tree answers");
        serde_json::from_str(&line).unwrap_or(Value::Null)
    }

    fn ask(&mut self, request: &Value) -> Value {
        writeln!(self.reader.0, "{request}").expect("the reader of the tree listens");
        self.read()
    }
}

/// The open window. Closed by killing it when dropped, which every test of drafts wants anyway.
#[derive(Debug)]
pub struct Window<'a> {
    screen: &'a mut Screen,
    process: Option<Process>,
    log: PathBuf,
}

impl Window<'_> {
    /// Waits until a node fits `wanted` (`role`, `name`, `part` of what it says, `value`, `states`, `nth`) and returns it.
    #[track_caller]
    pub fn sees(&mut self, wanted: &Value) -> Value {
        self.does("wait", wanted)
    }

    /// Waits until no node fits `wanted`.
    #[track_caller]
    pub fn misses(&mut self, wanted: &Value) {
        let _ = self.does("gone", wanted);
    }

    /// Waits until the node has the keyboard.
    #[track_caller]
    pub fn focused(&mut self, role: &str, name: &str) {
        let _ = self.sees(&json!({ "role": role, "name": name, "states": ["focused"] }));
    }

    /// Gives the keyboard to a node as assistive technology would.
    #[track_caller]
    pub fn focus(&mut self, role: &str, name: &str) {
        let _ = self.does("focus", &json!({ "role": role, "name": name }));
    }

    /// Presses a node as assistive technology would.
    #[track_caller]
    pub fn click(&mut self, role: &str, name: &str) {
        let _ = self.does("click", &json!({ "role": role, "name": name }));
    }

    /// Replaces a field's text as assistive technology would.
    #[track_caller]
    pub fn set(&mut self, role: &str, name: &str, value: &str) {
        let _ = self.does("set", &json!({ "role": role, "name": name, "value": value }));
    }

    /// Waits until something on the screen, a name or what a field contains, has `text` in it.
    #[track_caller]
    pub fn shows(&mut self, text: &str) {
        let _ = self.sees(&json!({ "part": text }));
    }

    /// The node that has the keyboard, once it is another one than `beside` (`{}`: once there is one; null: now, or null).
    #[track_caller]
    pub fn keyboard(&mut self, beside: &Value) -> Value {
        self.does("keyboard", &json!({ "beside": beside }))
    }

    /// All nodes in reading order. Slow: hundreds of questions.
    pub fn tree(&mut self) -> Vec<Value> {
        self.screen.ask(&json!({ "do": "tree" }))["ok"].as_array().cloned().unwrap_or_default()
    }

    /// Presses keys by their X names, for example `["Tab", "ctrl+Return", "dead_acute", "e"]`.
    #[track_caller]
    pub fn keys(&self, keys: &[&str]) {
        let mut args = vec!["key", "--clearmodifiers", "--delay", "8"];
        args.extend(keys);
        self.screen.must("xdotool", &args);
    }

    /// Presses the keys that write `text` on a German keyboard: Shift, AltGr and dead keys as a hand would.
    #[track_caller]
    pub fn types(&self, text: &str) {
        let keys: Vec<String> = text.chars().flat_map(strokes).collect();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        for part in keys.chunks(60) {
            self.keys(part);
        }
    }

    /// Saves what the screen shows as `NAME.png` among the suite's pictures and returns its path.
    #[track_caller]
    pub fn picture(&self, name: &str) -> PathBuf {
        let path = pictures().join(format!("{name}.png"));
        self.screen.must("import", &["-window", "root", path.to_str().expect("a plain path")]);
        path
    }

    /// Waits until the program has ended by itself.
    #[track_caller]
    pub fn ends(&mut self) {
        let give_up = Instant::now() + Duration::from_secs(PATIENCE.into());
        let process = &mut self.process.as_mut().expect("it was not killed").0;
        while process.try_wait().expect("a child").is_none() {
            assert!(Instant::now() < give_up, "the window is still there");
            std::thread::sleep(Duration::from_millis(20));
        }
        self.process = None;
    }

    /// Ends the program as a power cut would.
    pub fn kill(&mut self) {
        self.process = None;
    }

    #[track_caller]
    fn does(&mut self, what: &str, wanted: &Value) -> Value {
        let mut request = wanted.clone();
        request["do"] = json!(what);
        request["seconds"] = json!(PATIENCE);
        let answer = self.screen.ask(&request);
        if let Some(error) = answer["error"].as_str() {
            let tree: Vec<_> =
                answer["tree"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let log = std::fs::read_to_string(&self.log).unwrap_or_default();
            let picture = self.picture("failed");
            panic!("{error}\n{}\npicture: {}\n{log}", tree.join("\n"), picture.display());
        }
        answer["ok"].clone()
    }
}

/// Display, bus and the switch that keeps the file dialogs and the renderer plain.
fn surroundings(command: &mut Command, display: &str, bus: &str) {
    let _ = command
        .env("DISPLAY", display)
        .env("DBUS_SESSION_BUS_ADDRESS", bus)
        .env("LC_ALL", "de_DE.UTF-8")
        .env("LANG", "de_DE.UTF-8")
        .env("NO_AT_BRIDGE", "0")
        .env("ICED_BACKEND", "tiny-skia")
        .env_remove("WAYLAND_DISPLAY");
}

/// Starts a server that says on its first line where it is.
pub fn first_line(command: &mut Command) -> (Process, String) {
    let name = command.get_program().to_string_lossy().into_owned();
    let spawned = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = spawned.unwrap_or_else(|error| panic!("{name} is not installed: {error}"));
    let mut line = String::new();
    let _ = BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
    assert!(!line.trim().is_empty(), "{name} did not start");
    (Process(child), line.trim().to_owned())
}

/// The keys for one character on a German keyboard.
fn strokes(c: char) -> Vec<String> {
    let one = |key: &str| vec![key.to_owned()];
    let plain =
        [(' ', "space"), ('.', "period"), (',', "comma"), ('-', "minus"), ('+', "plus"), ('#', "numbersign")];
    let shifted = "=0!1\"2§3$4%5&6/7(8)9";
    let dead = [
        ("´", "dead_acute", "áéíóúýńćśźÁÉÍÓÚ"),
        ("`", "shift+dead_acute", "àèìòùÀÈ"),
        ("^", "dead_circumflex", "âêîôûÂÊ"),
    ];
    let base = |c: char| {
        "aáàâ eéèê iíìî oóòô uúùû yý nń cć sś zź AÁÀÂ EÉÈÊ IÍ OÓ UÚ"
            .split(' ')
            .find(|group| group.contains(c))
    };
    match c {
        'a'..='z' | '0'..='9' => one(&c.to_string()),
        'A'..='Z' => one(&format!("shift+{}", c.to_ascii_lowercase())),
        'ä' => one("adiaeresis"),
        'ö' => one("odiaeresis"),
        'ü' => one("udiaeresis"),
        'Ä' => one("shift+adiaeresis"),
        'Ö' => one("shift+odiaeresis"),
        'Ü' => one("shift+udiaeresis"),
        'ß' => one("ssharp"),
        '?' => one("shift+ssharp"),
        ':' => one("shift+period"),
        ';' => one("shift+comma"),
        '_' => one("shift+minus"),
        '*' => one("shift+plus"),
        '\'' => one("shift+numbersign"),
        '@' => one("ISO_Level3_Shift+q"),
        '€' => one("ISO_Level3_Shift+e"),
        'µ' => one("ISO_Level3_Shift+m"),
        _ => {
            if let Some((_, key)) = plain.iter().find(|(character, _)| *character == c) {
                return one(key);
            }
            if let Some(at) = shifted.chars().position(|other| other == c) {
                return one(&format!("shift+{}", shifted.chars().nth(at + 1).unwrap_or('0')));
            }
            let accent = dead.iter().find(|(_, _, letters)| letters.contains(c));
            let letter = base(c).and_then(|group| group.chars().next());
            match (accent, letter) {
                (Some((_, key, _)), Some(letter)) => {
                    std::iter::once((*key).to_owned()).chain(strokes(letter)).collect()
                }
                _ => panic!("no German keyboard types {c:?}"),
            }
        }
    }
}

#[test]
fn a_german_keyboard_writes_umlauts_and_accents() {
    let keys = |text: &str| text.chars().flat_map(strokes).collect::<Vec<_>>().join(" ");
    assert_eq!(keys("Öl"), "shift+odiaeresis l");
    assert_eq!(keys("a@b €"), "a ISO_Level3_Shift+q b space ISO_Level3_Shift+e");
    assert_eq!(keys("José"), "shift+j o s dead_acute e");
    assert_eq!(keys("§ 14 (1)"), "shift+3 space 1 4 space shift+8 1 shift+9");
}
