//! The real window on a screen in memory: when its first picture stands there, what it holds, what it does when idle.

use super::{Times, load, memory, town};
use amtsstube::store::Place;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A server or a window that does not outlive the bench.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the window seven times.
pub fn measure(place: &Place) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screen");
    std::fs::create_dir_all(&folder).expect("a folder");
    let server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset", "-fbdir"])
        .arg(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut server) = server else {
        println!("the real window was not measured: there is no Xvfb");
        return;
    };
    let mut display = String::new();
    let _ = BufReader::new(server.stdout.take().expect("piped")).read_line(&mut display).expect("a display");
    let _server = Process(server);
    let picture = File::open(folder.join("Xvfb_screen0")).expect("the picture of the screen");
    let display = format!(":{}", display.trim());
    let times = (0..7).map(|_| {
        let (took, _) = first_picture(place, &display, &picture);
        took
    });
    println!(
        "{:48} {}   ({})",
        "real window: start to the first picture",
        Times::from(times.collect::<Vec<_>>()),
        load()
    );
    let (_, window) = first_picture(place, &display, &picture);
    tell_idle(&window, "at the sign-in");
    let keys = Keys { display, picture };
    if !keys.reach_the_window() {
        println!("the window was not driven: there is no xdotool");
        return;
    }
    keys.tell("sign-in: a letter", &letters("schalter"));
    keys.press("Tab");
    keys.tell("sign-in: a digit", &letters("2468"));
    keys.press("Return");
    keys.tell("counter: a letter of the service", &letters("gewerbe"));
    keys.tell("F3, F4 and back to F2", &["F3", "F4", "F2"].repeat(4));
    keys.press("F3");
    keys.tell("work list: a row down", &["Down"; 60]);
    keys.press("ctrl+f");
    keys.tell("search: a letter", &letters("reparaturhofweg"));
    tell_idle(&window, "signed in, after all this");
}

/// The names of the keys that type it.
fn letters(text: &str) -> Vec<&str> {
    text.split("").filter(|letter| !letter.is_empty()).collect()
}

/// A keyboard whose keys are pressed by the screen's server, and the picture of the screen.
struct Keys {
    display: String,
    picture: File,
}

impl Keys {
    /// Without a window manager nobody gives the keyboard to the window.
    fn reach_the_window(&self) -> bool {
        let search = ["search", "--onlyvisible", "--name", "Amtsstube", "windowfocus", "--sync"];
        Command::new("xdotool")
            .args(search)
            .env("DISPLAY", &self.display)
            .status()
            .is_ok_and(|it| it.success())
    }

    /// Presses a key and waits until the window has done with it.
    fn press(&self, key: &str) {
        let _ = self.time(key);
        sleep(Duration::from_secs(1));
    }

    /// From the keys to what is seen of them first, one after the other, each on a window at rest.
    fn tell(&self, what: &str, keys: &[&str]) {
        let times: Vec<_> = keys.iter().filter_map(|key| self.time(key)).collect();
        println!("{:48} {}   ({})", format!("real window, {what}"), Times::from(times), load());
    }

    /// From the key, with the start of the tool that presses it, to a picture that differs; nothing where none came
    /// within half a second.
    fn time(&self, key: &str) -> Option<Duration> {
        let before = self.rest();
        let began = Instant::now();
        let tool =
            Command::new("xdotool").args(["key", "--delay", "0", key]).env("DISPLAY", &self.display).spawn();
        let mut tool = tool.ok()?;
        let mut took = None;
        while took.is_none() && began.elapsed() < Duration::from_millis(500) {
            took = (self.seen() != before).then(|| began.elapsed());
            sleep(Duration::from_micros(200));
        }
        let _ = tool.wait();
        took
    }

    /// The picture once nothing moved for a fifth of a second.
    fn rest(&self) -> Vec<u8> {
        let mut last = self.seen();
        let mut since = Instant::now();
        while since.elapsed() < Duration::from_millis(200) {
            sleep(Duration::from_millis(20));
            let now = self.seen();
            if now != last {
                (last, since) = (now, Instant::now());
            }
        }
        last
    }

    /// Every fourth line of the window: no letter is lower.
    fn seen(&self) -> Vec<u8> {
        const LINE: usize = 1366 * 4;
        let mut lines = vec![0; LINE * (700 / 4)];
        for (n, line) in (0..).zip(lines.chunks_mut(LINE)) {
            let _ = self.picture.read_at(line, HEADER + n * 4 * LINE as u64).expect("the picture");
        }
        lines
    }
}

/// So much stands in the file before the picture.
const HEADER: u64 = 3232;

/// From the start of the process until something stands in the middle of a screen that was black.
fn first_picture(place: &Place, display: &str, picture: &File) -> (Duration, Process) {
    let blank = || {
        let mut row = [0; 4096];
        // In the middle of the window.
        picture.read_exact_at(&mut row, HEADER + 1366 * 4 * 300).expect("the picture");
        row.iter().all(|value| *value == row[0])
    };
    while !blank() {
        sleep(Duration::from_millis(5));
    }
    let began = Instant::now();
    let program = Command::new(env!("CARGO_BIN_EXE_amtsstube"))
        .arg("--data")
        .arg(&place.data)
        .env("AMTSSTUBE_STATE", &place.state)
        .env("AMTSSTUBE_KEY", town::KEY)
        .env("DISPLAY", display)
        .env("ICED_BACKEND", "tiny-skia")
        .env_remove("WAYLAND_DISPLAY")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let program = Process(program.expect("starts"));
    while blank() {
        sleep(Duration::from_micros(500));
        assert!(began.elapsed() < Duration::from_mins(1), "no picture came");
    }
    (began.elapsed(), program)
}

fn tell_idle(window: &Process, when: &str) {
    let process = window.0.id();
    sleep(Duration::from_secs(2));
    let before = ticks(process);
    sleep(Duration::from_secs(5));
    let (idle, now, most) = (ticks(process) - before, memory(process, "VmRSS"), memory(process, "VmHWM"));
    println!("real window {when}: {now:.0} MB, at most {most:.0} MB; {idle} ticks of 10 ms in 5 s idle");
}

/// Processor time used so far, in hundredths of a second.
fn ticks(process: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let fields = stat.rsplit(") ").next().unwrap_or_default().split(' ');
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
}
