//! What grows with a town and what must not: a tenth of its cases beside all of them, in one run.
//! `CASES=1000000 cargo bench --bench town`; usual are 100,000. The towns are kept below `target`.

use super::told::{Times, load, memory, size, town};
use amtsstube::desk::look::{Filter, HitKind, Page, Sort, SortBy, View};
use amtsstube::desk::{Desk, Session};
use amtsstube::domain::id::PersonId;
use amtsstube::store::Place;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub fn tell() {
    let cases = size("CASES", 100_000);
    let (tenth, whole) = (measure(cases / 10), measure(cases));
    println!("\n{:46} {:>12} {:>12}  grows by   ({})", "milliseconds, p50", cases / 10, cases, load());
    for ((what, few), (_, many)) in tenth.iter().zip(&whole) {
        println!("{what:46} {few:12.2} {many:12.2}  {:8.1}", many / few.max(1e-6));
    }
}

/// What was measured, in milliseconds at the middle or in megabytes.
fn measure(cases: u32) -> Vec<(String, f64)> {
    let place = town::place(cases);
    let mut told: Vec<(String, f64)> = Vec::new();
    let mut tell = |what: &str, times: &Times| {
        println!("{cases:>9} cases  {what:44} {times}");
        told.push((what.to_owned(), times.at(50)));
    };
    tell("the database opened", &Times::of(20, |_| town::desk(&place)));
    let (desk, clerk) = town::open(&place);
    lists(&desk, &clerk, &mut tell);
    let someone = search(&desk, &clerk, &mut tell);
    let filed = |n| {
        let _ = n;
        desk.file_case(&clerk, &town::notice(&desk, &clerk, someone)).expect("filed")
    };
    let last = filed(0).case;
    tell("a trade notice filed, paid, with its papers", &Times::of(40, filed));
    tell("a case opened", &Times::of(40, |_| desk.sheet(&clerk, last).expect("a case")));
    drop(desk);
    let (took, peak) = verify(&place);
    tell("verified", &Times::from(vec![took]));
    told.push(("verified: megabytes at most".to_owned(), peak));
    told
}

fn lists(desk: &Desk, clerk: &Session, tell: &mut impl FnMut(&str, &Times)) {
    let page = |view, by, descending| {
        let filter = Filter { view, ..Filter::default() };
        move || desk.cases(clerk, &filter, Sort { by, descending }, &Page::first(200)).expect("a list")
    };
    let newest = page(View::Open, SortBy::Received, true);
    tell("open cases, the newest 200", &Times::of(50, |_| newest()));
    let all = page(View::All, SortBy::Applicant, false);
    tell("all cases by applicant, the first 200", &Times::of(50, |_| all()));
    let mine = page(View::Mine(clerk.user), SortBy::Due, false);
    tell("the clerk's own by day, the first 200", &Times::of(50, |_| mine()));
    tell("counts of all lists", &Times::of(50, |_| desk.counts(clerk).expect("counts")));
    tell(
        "F7: conflicts, and what is there twice",
        &Times::of(50, |_| desk.conflicts(clerk, "de").expect("found")),
    );
}

/// Searches as the top bar does, and gives somebody who was found.
fn search(desk: &Desk, clerk: &Session, tell: &mut impl FnMut(&str, &Times)) -> PersonId {
    let mut typed = |what: &str, texts: &[&str]| {
        let ask = |n: usize| desk.search(clerk, texts[n % texts.len()], 12).expect("hits");
        tell(what, &Times::of(texts.len() * 8, ask));
    };
    typed("search: one letter", &["m", "s", "b", "k", "h", "e"]);
    typed("search: two letters", &["mü", "sc", "be", "ha", "an", "re"]);
    typed("search: three letters", &["mül", "sch", "ber", "hau", "rep", "fah"]);
    typed("search: five letters", &["müll", "schmi", "hofst", "repar", "fahrr", "gewer"]);
    typed("search: words", &["reparatur von fahrrädern", "gewerbe hofstraße", "amtliche beglaubigung"]);
    typed("search: number", &["417", "32.10-2026-A-00", "A-2026-000"]);
    typed("search: nothing there", &["xyzzyq", "qqqq wwww", "9999999"]);
    let hits = ["a", "e", "s", "m"].iter().flat_map(|text| desk.search(clerk, text, 12).expect("hits"));
    let someone = hits.into_iter().find(|hit| hit.kind == HitKind::Person).expect("somebody");
    PersonId(someone.id)
}

/// Time and most memory of `amtsstube verify`.
fn verify(place: &Place) -> (Duration, f64) {
    let began = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_amtsstube"))
        .args(["verify", "--data"])
        .arg(&place.data)
        .env("AMTSSTUBE_STATE", &place.state)
        .env("AMTSSTUBE_KEY", town::KEY)
        .stdout(Stdio::null())
        .spawn()
        .expect("starts");
    let mut peak: f64 = 0.0;
    let status = loop {
        peak = peak.max(memory(child.id(), "VmHWM"));
        match child.try_wait().expect("a child") {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    assert!(status.success(), "the town does not verify");
    (began.elapsed(), peak)
}
