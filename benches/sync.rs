//! What desks and service cost each other: bytes and exchanges on the wire, and time, with TLS, signatures and permissions
//! on. `CASES=1000 cargo bench --features district -- sync` for another size; usual are 10,000.

#[path = "../tests/suite/kreis/proxy.rs"]
mod proxy;
#[path = "../tests/suite/kreis/within.rs"]
mod within;

use super::told::{load, size, town};
use amtsstube::desk::open::Key;
use amtsstube::desk::{Desk, chance::Chance, clock::Clock, demo};
use amtsstube::district::Sqlite;
use amtsstube::domain::case::{Case, CaseEvent};
use amtsstube::domain::event::{Outline, Subject};
use amtsstube::domain::id::{CaseId, DeviceId, Digest};
use amtsstube::domain::town::Town;
use amtsstube::domain::user::Role;
use amtsstube::store::{CaseView, Place, Projector, Stamp, Store, StoreError};
use amtsstube::sync::{self, Http, Lost, Report};
use amtsstube::wire::push::Answer;
use amtsstube::wire::{BlobState, Event, Form, Head, SecretKey, Segment, Service, cut};
use chrono::DateTime;
use proxy::{Pace, Proxy};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use within::Within;

/// The town of the demo.
const TOWN: &str = "05554016";

/// A branch office: 64 kbit/s, 600 ms there and back.
const POOR: Pace = Pace { bytes: 8000, delay: Duration::from_millis(300) };

/// Cases that go over the poor line.
const FEW: usize = 200;

pub fn tell() {
    let cases = size("CASES", 10_000);
    let kreis = Within::new();
    let (quick, poor) = (Proxy::to(kreis.port), Proxy::slow(kreis.port, POOR));
    let one = Side::town(cases, &kreis, &quick);
    let two = Side::new(&kreis, &quick);
    let all = one.chain();
    let few = last(&all, FEW);
    println!("{} events of {cases} cases; {} of the last {FEW}", all.len(), all.len() - few);
    made_of(&all, &one);

    // All but the last cases over the quick line, both ways.
    let mut line = one.line(&quick);
    let up = measured(&quick, || one.push_to(&mut line, &all[..few]));
    println!("{cases} cases to the service        {up}");
    let mut line = two.line(&quick);
    let down = measured(&quick, || two.agrees(&mut line, |report| report.received < few as u64));
    println!("{cases} cases from it               {down}   ({})", load());
    let floor = plainly(&all[..few]).as_secs_f64();
    let ratios = [&up, &down].map(|cost| cost.took.as_secs_f64() / floor);
    println!("the same events put plainly into an encrypted table {floor:.2} s; ratios {ratios:.1?}");

    // The greeting by itself: a desk that is on has it behind it, one that was off adds it.
    let rest = (all.len() - few) as u64;
    for (side, what) in [(&one, "up  "), (&two, "back")] {
        let mut line = side.line(&poor);
        let greeting = measured(&poor, || line.form().map_or(0, |_| 0));
        println!("greeting over the poor line       {greeting}");
        let cost = measured(&poor, || side.agrees(&mut line, |told| told.sent.max(told.received) < rest));
        println!("{FEW} cases over the poor line {what} {cost}   ({})", load());
    }

    let mut line = one.line(&quick);
    let _ = one.agrees(&mut line, |report| report.blobs_sent == 0);
    one.notes(&all, 100);
    let edits = measured(&quick, || one.agrees(&mut line, |report| report.sent < 100));
    println!("100 edits                       {edits}");
    one.notes(&all, 1);
    let edit = measured(&poor, || one.agrees(&mut one.line(&poor), |report| report.sent < 1));
    println!("one edit over the poor line     {edit}   ({})", load());
}

/// Time, bytes and exchanges.
struct Cost {
    took: Duration,
    up: u64,
    down: u64,
    asked: u32,
}

impl std::fmt::Display for Cost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { took, up, down, asked } = self;
        write!(f, "{:7.2} s, {up:>8} bytes up, {down:>8} down, {asked:>4} exchanges", took.as_secs_f64())
    }
}

fn measured(proxy: &Proxy, work: impl FnOnce() -> u32) -> Cost {
    let (up, down) = proxy.carried_each();
    let began = Instant::now();
    let asked = work();
    let (took, (all_up, all_down)) = (began.elapsed(), proxy.carried_each());
    Cost { took, up: all_up - up, down: all_down - down, asked }
}

/// The floor: the same bytes, a row for each event, in one transaction of an encrypted database, on the disk.
fn plainly(all: &[Event]) -> Duration {
    let (_dir, mut db) = super::store::plain();
    let began = Instant::now();
    let tx = db.transaction().expect("begins");
    for event in all {
        let payload = event.payload.as_ref().map_or(&[][..], |(_, bytes)| bytes);
        let row = [event.envelope.as_slice(), payload].concat();
        let _ = tx
            .prepare_cached("INSERT INTO plain (bytes) VALUES (?1)")
            .and_then(|mut insert| insert.execute([row]))
            .expect("put");
    }
    tx.commit().expect("on the disk");
    began.elapsed()
}

/// What the bytes are: how much each part takes alone, packed as hard as it gets.
fn made_of(all: &[Event], one: &Side) {
    let total = |of: fn(&Event) -> usize| all.iter().map(of).sum::<usize>();
    let payloads = total(|event| event.payload.as_ref().map_or(0, |(_, bytes)| bytes.len()));
    println!("envelopes {}, payloads {payloads} bytes", total(|event| event.envelope.len()));
    let (mut sent, mut after, mut count) = (0, Head::default(), 0);
    let (mut loose, mut took) = (0, Duration::ZERO);
    while let Some(rest) =
        all.get(usize::try_from(after.seq).expect("small")..).filter(|rest| !rest.is_empty())
    {
        let began = Instant::now();
        let packed = Segment::pack(&one.key, one.device, after, &rest[..cut(rest)]).expect("packed");
        took += began.elapsed();
        loose += u32::from_le_bytes(packed[132..136].try_into().expect("four bytes")) as usize;
        let read = Segment::read(&packed, &one.key.public()).expect("read");
        (sent, after, count) = (sent + packed.len(), read.head, count + 1);
    }
    println!(
        "as {count} segments {sent} bytes, {loose} of them loose; packed in {:.0} ms",
        took.as_secs_f64() * 1e3
    );
}

/// Where the last so many cases begin.
fn last(all: &[Event], count: usize) -> usize {
    let kind = b"\"kind\":\"case_opened\"";
    let opened = |event: &Event| event.envelope.windows(kind.len()).any(|text| text == kind);
    let places: Vec<usize> = (0..all.len()).filter(|at| opened(&all[*at])).collect();
    places.iter().rev().nth(count - 1).copied().unwrap_or_default()
}

struct NoWords;

impl Projector for NoWords {
    fn view(&self, _: &Case, _: &Town) -> CaseView {
        CaseView::default()
    }
}

/// A desk and its place in the Kreis.
struct Side {
    store: Store,
    device: DeviceId,
    key: SecretKey,
    pin: Digest,
    _folder: TempDir,
}

impl Side {
    /// The town that works already.
    fn town(cases: u32, kreis: &Within<Sqlite>, proxy: &Proxy) -> Self {
        let (kept, folder) = (town::place(cases), TempDir::new().expect("a folder"));
        let place = Place { data: folder.path().join("data"), state: folder.path().join("state") };
        for (from, to) in [(&kept.data, &place.data), (&kept.state, &place.state)] {
            std::fs::create_dir_all(to).expect("a folder");
            for file in std::fs::read_dir(from).expect("a folder").flatten() {
                let _ = std::fs::copy(file.path(), to.join(file.file_name())).expect("copied");
            }
        }
        let desk = town::desk(&place);
        let admin = desk.sign_in("verwaltung", demo::PIN).expect("signs in");
        Self::enrolled(
            desk,
            Some(&admin),
            &place,
            &Key::from_hex(town::KEY).expect("a key"),
            kreis,
            proxy,
            folder,
        )
    }

    /// A new desk.
    fn new(kreis: &Within<Sqlite>, proxy: &Proxy) -> Self {
        let folder = TempDir::new().expect("a folder");
        let place = Place { data: folder.path().join("data"), state: folder.path().join("state") };
        let key = Desk::new_key(&Chance::System).expect("a key");
        Desk::create(&place, &key, Clock::System, &Chance::System).expect("created");
        let desk = Desk::open(&place, &key, Clock::System, Chance::System).expect("opens");
        Self::enrolled(desk, None, &place, &key, kreis, proxy, folder)
    }

    fn enrolled(
        desk: Desk,
        admin: Option<&amtsstube::desk::Session>,
        place: &Place,
        key: &Key,
        kreis: &Within<Sqlite>,
        proxy: &Proxy,
        folder: TempDir,
    ) -> Self {
        let code = kreis.code(TOWN);
        let _ = desk
            .enrol(admin, &format!("https://127.0.0.1:{}", proxy.port), &code.to_string())
            .expect("let in");
        drop(desk);
        let salts = Arc::new(|| Chance::System.bytes().ok());
        let store = Store::open(place, key, Arc::new(NoWords), salts).expect("opens");
        let (device, enrolment) =
            store.read(|db| Ok::<_, StoreError>((db.device()?.id, db.enrolment()?))).expect("read");
        let seed = enrolment.expect("enrolled").key;
        Self { store, device, key: SecretKey::new(&seed), pin: code.pin, _folder: folder }
    }

    fn line(&self, proxy: &Proxy) -> Counting {
        let url = format!("https://127.0.0.1:{}", proxy.port);
        let http = Http::new(&url, self.pin, TOWN, self.device, self.key.clone()).expect("a line");
        Counting { http, asked: 0 }
    }

    fn chain(&self) -> Vec<Event> {
        let logged = self
            .store
            .read(|db| -> Result<_, StoreError> { db.chain_after(self.device, 0, usize::MAX >> 1) });
        let event = |one: amtsstube::store::Logged| Event { envelope: one.envelope, payload: one.payload };
        logged.expect("read").into_iter().map(event).collect()
    }

    /// Sends just these events, as a round does.
    fn push_to(&self, line: &mut Counting, events: &[Event]) -> u32 {
        let mut after = Head::default();
        let pack = |after: Head| {
            let rest = &events[usize::try_from(after.seq).expect("small")..];
            let events = &rest[..cut(rest)];
            let hash = Digest::of(&[&events.last()?.envelope]);
            let segment = Segment::pack(&self.key, self.device, after, events).expect("packed");
            Some((segment, Head { seq: after.seq + events.len() as u64, hash }))
        };
        let mut packed = pack(after);
        while let Some((segment, head)) = packed.take() {
            let first = after.seq + 1;
            let answer = std::thread::scope(|scope| {
                let packing = scope.spawn(|| pack(head));
                let answer = line.push(self.device, first, &segment).expect("answered");
                packed = packing.join().expect("packed");
                answer
            });
            assert_eq!(answer, Answer::Stored { head });
            after = head;
            let _ = self.store.write(|tx| tx.acknowledge(self.device, after.seq, after.hash)).expect("noted");
        }
        line.asked
    }

    /// A round until it has gone far enough.
    fn agrees(&self, line: &mut Counting, goes_on: impl Fn(&Report) -> bool) -> u32 {
        let before = line.asked;
        let report =
            sync::once(&self.store, line, Duration::ZERO, &mut |report| goes_on(report)).expect("agrees");
        assert!(report.stopped || report == Report::default() || !goes_on(&report), "{report:?}");
        line.asked - before
    }

    /// Notes on so many cases.
    fn notes(&self, all: &[Event], count: usize) {
        let subjects = all.iter().filter_map(|event| {
            let outline: Outline = serde_json::from_slice(&event.envelope).ok()?;
            match (outline.kind.as_str(), outline.subject.parse()) {
                ("case_opened", Ok(Subject::Case(id))) => Some((id, outline.actor)),
                _ => None,
            }
        });
        let cases: Vec<(CaseId, _)> = subjects.take(count).collect();
        for (number, (case, actor)) in cases.into_iter().enumerate() {
            let stamp = Stamp { at: DateTime::UNIX_EPOCH, actor, role: Role::Counter };
            let note = CaseEvent::NoteAdded { text: format!("Rückfrage {number} beantwortet"), call: false };
            let _ = self.store.write(|tx| tx.append_case(case, &note, &stamp)).expect("noted");
        }
    }
}

/// A line that counts what it is asked.
struct Counting {
    http: Http,
    asked: u32,
}

impl Service for Counting {
    type Lost = Lost;

    fn form(&mut self) -> Result<Form, Lost> {
        self.http.form()
    }

    fn push(&mut self, device: DeviceId, first_seq: u64, segment: &[u8]) -> Result<Answer, Lost> {
        self.asked += 1;
        self.http.push(device, first_seq, segment)
    }

    fn since(&mut self, place: Head, wait: Duration) -> Result<Option<Vec<u8>>, Lost> {
        self.asked += 1;
        self.http.since(place, wait)
    }

    fn blobs(&mut self, digests: &[Digest]) -> Result<Vec<BlobState>, Lost> {
        self.asked += 1;
        self.http.blobs(digests)
    }

    fn put_part(&mut self, digest: Digest, size: u64, part: u64, bytes: &[u8]) -> Result<BlobState, Lost> {
        self.asked += 1;
        self.http.put_part(digest, size, part, bytes)
    }

    fn part(&mut self, digest: Digest, part: u64) -> Result<Option<Vec<u8>>, Lost> {
        self.asked += 1;
        self.http.part(digest, part)
    }
}
