//! What a program does first: several threads that open their databases at once.

use super::town::*;
use std::process::Command;
use std::sync::{Arc, Barrier};
use std::thread;

const THREADS: usize = 16;
/// Programs that begin so: each has one beginning.
const PROGRAMS: usize = 8;

/// Some of the first threads heard that their key was none: in 4 programs of 500 as long as the first one did not go alone, in none since
/// (28 November 2026). So this finds it rarely, and only here it is looked for.
#[test]
fn threads_that_are_the_first_to_open_a_database_have_its_cipher() {
    if std::env::var_os("FIRST_THREADS").is_some() {
        let all = Arc::new(Barrier::new(THREADS));
        let open = |number| {
            let all = all.clone();
            thread::spawn(move || {
                let dir = tempfile::tempdir().expect("folder");
                let _ = all.wait();
                create(dir.path(), number);
            })
        };
        let threads: Vec<_> = (1..).take(THREADS).map(open).collect();
        for thread in threads {
            thread.join().expect("opened");
        }
        return;
    }
    let test = "store::tests::first::threads_that_are_the_first_to_open_a_database_have_its_cipher";
    for _ in 0..PROGRAMS {
        let child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", test, "--nocapture", "--test-threads=1"])
            .env("FIRST_THREADS", "1")
            .output()
            .expect("starts");
        assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
    }
}
