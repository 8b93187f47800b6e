//! How the benches tell what they measured: in the middle and at the slow end, beside a peer where there is one, and
//! how busy the machine was meanwhile.

pub mod screen;
pub mod town;

use std::fmt;
use std::time::{Duration, Instant};

/// Times of one thing, done many times.
pub struct Times(Vec<Duration>);

impl Times {
    /// Does it that often. Give the value out of the closure so that nothing is left away.
    pub fn of<T>(count: usize, mut work: impl FnMut(usize) -> T) -> Self {
        let once = |n| {
            let began = Instant::now();
            let value = work(n);
            let took = began.elapsed();
            drop(divan::black_box(value));
            took
        };
        Self::from((0..count).map(once).collect::<Vec<_>>())
    }

    /// So much of the times is not longer than this, in milliseconds.
    pub fn at(&self, percent: usize) -> f64 {
        let at = (self.0.len().saturating_sub(1)) * percent / 100;
        self.0.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e3)
    }

    /// How many times the peer's middle time this takes.
    pub fn against(&self, peer: &Self) -> f64 {
        self.at(50) / peer.at(50).max(1e-6)
    }
}

impl From<Vec<Duration>> for Times {
    fn from(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [least, middle, slow] = [0, 50, 99].map(|percent| self.at(percent));
        write!(f, "least {least:8.3}  p50 {middle:8.3}  p99 {slow:8.3} ms  ({} times)", self.0.len())
    }
}

/// A number from the surroundings, or the usual one: `CASES=1000000 cargo bench`.
pub fn size(name: &str, usual: u32) -> u32 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

/// Processes that wanted a processor in the last minute, and how many processors there are.
pub fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("load {} on {cores} cores", load.split(' ').next().unwrap_or("unknown"))
}

/// A line of `/proc/PID/status` in megabytes: `VmRSS` now, `VmHWM` at most so far.
pub fn memory(process: u32, what: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':'));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1e3
}

/// Seconds of processor that this process has taken, and its children that ended. Counted in hundredths.
pub fn processor() -> (f64, f64) {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the name, which may hold blanks, the state is the first: utime is the twelfth.
    let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
    let ticks: Vec<f64> = after.split_whitespace().skip(11).take(4).filter_map(|n| n.parse().ok()).collect();
    let sum = |from: usize| ticks.iter().skip(from).take(2).sum::<f64>() / 100.0;
    (sum(0), sum(2))
}
