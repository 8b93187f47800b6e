//! What the service counts, told to Prometheus as text. Counts no person, no town and no desk.

use super::places::Places;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Requests of one route that ended with one status.
type Answered = (&'static str, &'static str, u16);

/// Counters of one node since it started.
#[derive(Debug, Default)]
pub(super) struct Metrics(Mutex<Counts>);

#[derive(Debug, Default)]
struct Counts {
    answered: BTreeMap<Answered, u64>,
    /// How often, and how long altogether.
    took: BTreeMap<(&'static str, &'static str), (u64, Duration)>,
    refused: BTreeMap<&'static str, u64>,
    segments: u64,
    events: u64,
    set_aside: u64,
    brought: u64,
    handed_on: u64,
    waiting: u64,
    bytes_in: u64,
    bytes_out: u64,
}

/// A long poll that waits, until it is dropped.
pub(super) struct Waits<'a>(&'a Metrics);

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.0.counts().waiting -= 1;
    }
}

impl Metrics {
    fn counts(&self) -> MutexGuard<'_, Counts> {
        // Counters that a panic left half-written are still counters.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A request was answered.
    pub fn answered(&self, method: &'static str, route: &'static str, status: u16, took: Duration) {
        let mut counts = self.counts();
        *counts.answered.entry((method, route, status)).or_default() += 1;
        let entry = counts.took.entry((method, route)).or_default();
        *entry = (entry.0 + 1, entry.1 + took);
    }

    /// Something was refused, with this word.
    pub fn refused(&self, word: &'static str) {
        *self.counts().refused.entry(word).or_default() += 1;
    }

    /// A segment was taken.
    pub fn taken(&self, events: u64) {
        let mut counts = self.counts();
        (counts.segments, counts.events) = (counts.segments + 1, counts.events + events);
    }

    /// Events of a desk that was cut off lie aside now.
    pub fn set_aside(&self, events: u64) {
        self.counts().set_aside += events;
    }

    /// A bundle is whole.
    pub fn brought(&self) {
        self.counts().brought += 1;
    }

    /// An office took a bundle.
    pub fn handed_on(&self) {
        self.counts().handed_on += 1;
    }

    /// A long poll waits from now on.
    pub fn waits(&self) -> Waits<'_> {
        self.counts().waiting += 1;
        Waits(self)
    }

    /// Bytes of bodies.
    pub fn carried(&self, bytes_in: u64, bytes_out: u64) {
        let mut counts = self.counts();
        (counts.bytes_in, counts.bytes_out) = (counts.bytes_in + bytes_in, counts.bytes_out + bytes_out);
    }

    /// Everything, in Prometheus's text format (version 0.0.4).
    pub fn text(&self, places: &Places) -> String {
        let counts = self.counts();
        let mut out = String::new();
        let family = |out: &mut String, name: &str, kind: &str, help: &str| {
            let _ = writeln!(out, "# HELP kreisdienst_{name} {help}\n# TYPE kreisdienst_{name} {kind}");
        };
        family(&mut out, "requests_total", "counter", "Requests answered, by route and status.");
        for ((method, route, status), count) in &counts.answered {
            let labels = format!("method=\"{method}\",route=\"{route}\",status=\"{status}\"");
            let _ = writeln!(out, "kreisdienst_requests_total{{{labels}}} {count}");
        }
        family(&mut out, "request_seconds", "summary", "Time until the answer began, long polls included.");
        for ((method, route), (count, took)) in &counts.took {
            let labels = format!("method=\"{method}\",route=\"{route}\"");
            let seconds = took.as_secs_f64();
            let _ = writeln!(out, "kreisdienst_request_seconds_sum{{{labels}}} {seconds}");
            let _ = writeln!(out, "kreisdienst_request_seconds_count{{{labels}}} {count}");
        }
        family(&mut out, "refused_total", "counter", "Requests and connections refused, by the word told.");
        for (word, count) in &counts.refused {
            let _ = writeln!(out, "kreisdienst_refused_total{{why=\"{word}\"}} {count}");
        }
        for (name, help, count) in [
            ("segments_total", "Segments taken.", counts.segments),
            ("events_total", "Events taken.", counts.events),
            ("events_set_aside_total", "Events of desks that were cut off, set aside.", counts.set_aside),
            ("bundles_total", "Bundles that came for offices.", counts.brought),
            ("bundles_taken_total", "Bundles that offices took.", counts.handed_on),
            ("body_bytes_in_total", "Bytes of bodies received.", counts.bytes_in),
            ("body_bytes_out_total", "Bytes of bodies sent.", counts.bytes_out),
        ] {
            family(&mut out, name, "counter", help);
            let _ = writeln!(out, "kreisdienst_{name} {count}");
        }
        family(&mut out, "connections", "gauge", "Connections open now.");
        let _ = writeln!(out, "kreisdienst_connections {}", places.taken());
        family(&mut out, "waiting", "gauge", "Desks that wait for news now.");
        let _ = writeln!(out, "kreisdienst_waiting {}", counts.waiting);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prometheus_reads_it() {
        let metrics = Metrics::default();
        metrics.answered("GET", "/t/{town}/since/{seq}", 200, Duration::from_millis(250));
        metrics.answered("GET", "/t/{town}/since/{seq}", 200, Duration::from_millis(250));
        metrics.refused("stranger");
        metrics.taken(7);
        drop(metrics.waits());
        let _waits = metrics.waits();
        let text = metrics.text(&Places::new(4, 2));
        for line in [
            "kreisdienst_requests_total{method=\"GET\",route=\"/t/{town}/since/{seq}\",status=\"200\"} 2",
            "kreisdienst_request_seconds_sum{method=\"GET\",route=\"/t/{town}/since/{seq}\"} 0.5",
            "kreisdienst_refused_total{why=\"stranger\"} 1",
            "kreisdienst_events_total 7",
            "kreisdienst_connections 0",
            "kreisdienst_waiting 1",
        ] {
            assert!(text.lines().any(|said| said == line), "{line} is not in\n{text}");
        }
        // Each family is announced once, before its samples, and nothing else stands there.
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (name, value) = line.rsplit_once(' ').expect("a sample");
            assert!(name.starts_with("kreisdienst_") && value.parse::<f64>().is_ok(), "{line}");
        }
    }
}
