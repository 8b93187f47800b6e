//! Writers that are killed: at exact system calls (`strace` sends SIGKILL as the call begins) and at random moments.
//! After each the file is sound, the act can be done again, and no receipt number is lost or doubled.

use std::collections::BTreeMap;
use std::process::Stdio;
use std::time::Instant;

use crate::harness::{Answer, Desk, PROGRAM, soak};
use crate::office::{Office, receipts_are_gapless};

/// What changes files or makes a change last. A kill between two of them is a state that a power cut can leave.
const CALLS: &str = "pwrite64,write,fsync,fdatasync,ftruncate,rename,unlink,openat,fcntl";

/// The acts that write: each knows what it is done to, and whether doing it twice is refused.
#[derive(Debug, Clone, Copy)]
enum Act {
    File,
    Pay,
    Issue,
}

const ACTS: [Act; 3] = [Act::File, Act::Pay, Act::Issue];

impl Act {
    /// The arguments for one round, on a case of its own where one is needed.
    fn args(self, office: &Office) -> Vec<String> {
        match self {
            Self::File => office.filing(),
            Self::Pay => office.paying(&office.files()),
            Self::Issue => office.issuing(&office.files()),
        }
    }
}

#[test]
fn a_writer_killed_at_any_system_call_leaves_a_sound_file() {
    for act in ACTS {
        // A town of its own: what is verified after each kill stays small.
        let office = Office::new();
        let points = spread(&calls_of(&office.desk, &act.args(&office)), soak(20) as usize);
        for (call, when) in points {
            let args = act.args(&office);
            let killed = killed_at(&office.desk, &args, &call, when);
            holds(&office, &args, &killed, &format!("{act:?} killed at {call} {when}"));
        }
        goes_on(&office);
    }
}

#[test]
fn a_writer_killed_at_any_moment_leaves_a_sound_file() {
    let mut chance = 0x2545_f491_4f6c_dd1d_u64;
    for act in ACTS {
        let office = Office::new();
        let start = Instant::now();
        let _ = office.desk.does(act.args(&office));
        let whole = start.elapsed();
        for round in 0..soak(20) {
            let args = act.args(&office);
            let mut command = office.desk.command();
            let _ = command.args(office.desk.args(&args)).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().expect("the program starts");
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            // The first third is start and sign-in, where nothing is written.
            std::thread::sleep(whole.mul_f64(0.3 + 0.8 * (chance % 1000) as f64 / 1000.0));
            let _ = child.kill();
            let output = child.wait_with_output().expect("it ended");
            holds(&office, &args, &Answer::from(output), &format!("{act:?} killed at random, round {round}"));
        }
        goes_on(&office);
    }
}

/// The next receipt has the next number, and none of those before is missing or there twice.
#[track_caller]
fn goes_on(office: &Office) {
    let _ = office.desk.does(office.paying(&office.files()));
    receipts_are_gapless(office);
}

/// After a kill: sound, what was said is kept, and the act can be done or was done.
#[track_caller]
fn holds(office: &Office, args: &[String], killed: &Answer, what: &str) {
    let verify = office.desk.run(["verify"]);
    assert_eq!(verify.code, 0, "{what}: {}\n{}", verify.stdout, verify.stderr);
    if let Some(id) = killed.json["id"].as_str().filter(|_| args[0] == "case") {
        let _ = office.desk.does(["case", "show", id]);
    }
    let again = office.desk.run(args);
    assert!(again.code == 0 || again.code == 1, "{what}, then again: {}\n{}", again.stdout, again.stderr);
}

/// One run that is killed as a thread makes this call for the `when`th time.
pub fn killed_at(desk: &Desk, args: &[String], call: &str, when: usize) -> Answer {
    let (trace, inject) = (format!("trace={call}"), format!("inject={call}:signal=SIGKILL:when={when}"));
    let strace = ["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject, PROGRAM];
    let run = desk.wrap("strace", strace).args(desk.args(args)).output();
    Answer::from(run.expect("strace is installed"))
}

/// Every call of one whole run on a file of the desk, as (name, how often its thread had made it).
pub fn calls_of(desk: &Desk, args: &[String]) -> Vec<(String, usize)> {
    let log = desk.file("calls");
    let trace = format!("trace={CALLS}");
    let output = desk.file("calls").display().to_string();
    let strace = ["-f", "-y", "-qq", "-e", "signal=none", "-e", &trace, "-o", &output, PROGRAM];
    let run = desk.wrap("strace", strace).args(desk.args(args)).output().expect("strace is installed");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
    let ours = desk.file("").display().to_string();
    let mut seen = BTreeMap::<(String, String), usize>::new();
    let text = std::fs::read_to_string(log).expect("what strace saw");
    let mut calls = Vec::new();
    for line in text.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let Some((call, _)) = rest.trim_start().split_once('(') else { continue };
        let count = seen.entry((thread.to_owned(), call.to_owned())).or_default();
        *count += 1;
        if line.contains(&ours) {
            calls.push((call.to_owned(), *count));
        }
    }
    assert!(calls.len() > 20, "strace saw hardly a call:\n{text}");
    calls
}

/// `count` of `points`, evenly over the whole run and the last one among them.
pub fn spread<T: Clone>(points: &[T], count: usize) -> Vec<T> {
    (1..=count).map(|at| points[(at * points.len()).div_ceil(count) - 1].clone()).collect()
}

#[test]
fn points_are_spread_over_the_whole_run() {
    assert_eq!(spread(&[1, 2, 3, 4, 5, 6], 3), [2, 4, 6]);
    assert_eq!(spread(&[1, 2], 4).len(), 4);
}
