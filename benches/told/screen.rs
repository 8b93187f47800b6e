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
    for keys in [vec!["schalter"], vec!["Tab"], vec!["2468"], vec!["Return"], vec!["F3"], vec!["F2"]] {
        let what = if keys[0].chars().all(|c| c.is_ascii_digit() || c.is_ascii_lowercase()) {
            "type"
        } else {
            "key"
        };
        let tool = Command::new("xdotool").arg(what).args(keys).env("DISPLAY", &display).status();
        if tool.is_err() {
            println!("the window was not driven: there is no xdotool");
            return;
        }
        sleep(Duration::from_secs(1));
    }
    tell_idle(&window, "signed in, after the work list");
}

/// From the start of the process until something stands in the middle of a screen that was black.
fn first_picture(place: &Place, display: &str, picture: &File) -> (Duration, Process) {
    let blank = || {
        let mut row = [0; 4096];
        // Behind the header of the file, in the middle of the window.
        picture.read_exact_at(&mut row, 3232 + 1366 * 4 * 300).expect("the picture");
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
