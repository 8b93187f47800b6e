//! What the service takes on PostgreSQL, in events a second: each segment checked, judged and committed to the disk, beside the plain
//! insert of the same bytes with a commit each. The town's log is sent by several towns at once, as one desk each: once in the
//! segments of a first round, once as a counter sends what it just filed, by a node that knows what each judge keeps and by one that
//! reads it for each segment. `CASES=1000`, `TOWNS=8`.
//! PostgreSQL refuses to run as root; so does this part.

#[path = "../src/district/tests/server.rs"]
mod server;

use super::told::{load, size, town};
use amtsstube::desk::chance::Chance;
use amtsstube::desk::open::Key;
use amtsstube::district::store::{NewCode, Sign, Term};
use amtsstube::district::{Postgres, Store as _};
use amtsstube::domain::case::Case;
use amtsstube::domain::id::{DeviceId, Digest};
use amtsstube::domain::town::Town;
use amtsstube::store::{CaseView, Logged, Projector, Store, StoreError};
use amtsstube::wire::push::Answer;
use amtsstube::wire::{Certificate, EnrolRequest, Event, Head, OwnDesk, SecretKey, Segment, Verdict, cut};
use chrono::{DateTime, Duration, Utc};
use server::Server;
use std::sync::Arc;
use std::time::Instant;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

pub fn tell() {
    let (cases, towns) = (size("CASES", 10_000), size("TOWNS", 8));
    let (device, events) = chain(cases);
    // What the tests leave away, the disk is waited for here.
    let server = Server::with(|_| Vec::new());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.expect("a runtime");
    let few = &events[..events.len().min(4000)];
    let parts = [
        ("first", &events[..], usize::MAX, true),
        ("daily", few, 8, true),
        ("daily_new_node", few, 8, false),
        ("daily_again", few, 8, true),
        ("daily_new_node_again", few, 8, false),
    ];
    for (name, events, most, knows) in parts {
        let sent = Sent::new(device, events, most);
        let plain = runtime.block_on(plainly(&server.database(&format!("plain_{name}"), None), &sent, towns));
        let ours = taken(&runtime, &server.database(name, None), &sent, towns, knows);
        let rate = |seconds: f64| f64::from(sent.events * towns) / seconds;
        let segments = u32::try_from(sent.segments.len()).expect("few");
        println!(
            "{name}: {towns} towns, {segments} segments of {} events each: {:.0} events/s; plain insert of the same bytes {:.0}; \
             ratio {:.2}   ({})",
            sent.events / segments,
            rate(ours),
            rate(plain),
            ours / plain,
            load()
        );
    }
}

struct NoWords;

impl Projector for NoWords {
    fn view(&self, _: &Case, _: &Town) -> CaseView {
        CaseView::default()
    }
}

/// The log of a town that works already.
fn chain(cases: u32) -> (DeviceId, Vec<Event>) {
    let key = Key::from_hex(town::KEY).expect("a key");
    let salts = Arc::new(|| Chance::System.bytes().ok());
    let store = Store::open(&town::place(cases), &key, Arc::new(NoWords), salts).expect("opens");
    let read = store.read(|db| {
        let device = db.device()?.id;
        Ok::<_, StoreError>((device, db.chain_after(device, 0, usize::MAX >> 1)?))
    });
    let (device, logged) = read.expect("read");
    let event = |one: Logged| Event { envelope: one.envelope, payload: one.payload };
    (device, logged.into_iter().map(event).collect())
}

/// What one desk sends.
struct Sent {
    device: DeviceId,
    key: SecretKey,
    segments: Arc<Vec<Vec<u8>>>,
    events: u32,
}

impl Sent {
    /// In segments of at most so many events.
    fn new(device: DeviceId, events: &[Event], most: usize) -> Self {
        let key = SecretKey::new(&[1; 32]);
        let (mut segments, mut after, mut rest) = (Vec::new(), Head::default(), events);
        while !rest.is_empty() {
            let (these, others) = rest.split_at(cut(&rest[..rest.len().min(most)]));
            segments.push(Segment::pack(&key, device, after, these).expect("packed"));
            let hash = these.last().map_or(after.hash, |event| Digest::of(&[&event.envelope]));
            after = Head { seq: after.seq + these.len() as u64, hash };
            rest = others;
        }
        Self { device, key, segments: Arc::new(segments), events: u32::try_from(events.len()).expect("few") }
    }
}

/// Seconds until the service has it from all towns, as its route takes it: read and checked, then appended. Where the node does not
/// `know`, each segment comes to one that has read nothing yet.
fn taken(runtime: &Runtime, url: &str, sent: &Sent, towns: u32, knows: bool) -> f64 {
    runtime.block_on(async {
        let store = Postgres::open(url, None).await.expect("opens");
        for town in 0..towns {
            enrol(&store, &name(town), sent).await;
        }
        let (began, mut all) = (Instant::now(), JoinSet::new());
        for town in 0..towns {
            let (store, segments, key) = (store.clone(), Arc::clone(&sent.segments), sent.key.public());
            let _ = all.spawn(async move {
                let sign: Sign = Arc::new(|verdict: &Verdict| verdict.sign(&SecretKey::new(&[200; 32])));
                for bytes in segments.iter() {
                    let segment = Segment::read(bytes, &key).expect("sound");
                    let node = if knows { store.clone() } else { store.another_node() };
                    let taken = node.append(name(town), segment, bytes.clone(), Arc::clone(&sign)).await;
                    let taken = taken.expect("appended");
                    assert!(matches!(taken.answer, Answer::Stored { .. }) && taken.refused == 0, "{taken:?}");
                }
            });
        }
        while let Some(done) = all.join_next().await {
            done.expect("no panic");
        }
        began.elapsed().as_secs_f64()
    })
}

fn name(town: u32) -> String {
    format!("05554{town:03}")
}

async fn enrol(store: &Postgres, town: &str, sent: &Sent) {
    let proof = Digest([7; 32]);
    let expires = DateTime::<Utc>::UNIX_EPOCH + Duration::days(9);
    let code = NewCode { town: town.into(), proof, name: "Schalter 1".into(), expires };
    store.add_code(code).await.expect("kept");
    let request = EnrolRequest {
        secret: proof,
        key: sent.key.public(),
        desks: vec![OwnDesk { device: sent.device, code: "A".into() }],
        has_events: true,
    };
    let certify = Box::new(|certificate: &Certificate| certificate.sign(&SecretKey::new(&[200; 32])));
    let term = Term { given: DateTime::UNIX_EPOCH, until: expires };
    let enrolled = store.enrol(town.into(), request, term, certify).await.expect("answered");
    let _ = enrolled.expect("let in");
}

/// Seconds for the same bytes as rows of a plain table, a commit for each, by as many at once.
async fn plainly(url: &str, sent: &Sent, towns: u32) -> f64 {
    let connect = || async {
        let (client, line) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("connects");
        drop(tokio::spawn(line));
        client
    };
    let table = "CREATE TABLE plain (town INT, n BIGINT, bytes BYTEA, PRIMARY KEY (town, n))";
    connect().await.batch_execute(table).await.expect("a table");
    let mut clients = Vec::new();
    for town in 0..towns {
        clients.push((i32::try_from(town).expect("few"), connect().await));
    }
    let (began, mut all) = (Instant::now(), JoinSet::new());
    for (town, client) in clients {
        let segments = Arc::clone(&sent.segments);
        let _ = all.spawn(async move {
            let insert = client.prepare("INSERT INTO plain VALUES ($1, $2, $3)").await.expect("prepared");
            for (n, bytes) in (0_i64..).zip(segments.iter()) {
                let _ = client.execute(&insert, &[&town, &n, bytes]).await.expect("put");
            }
        });
    }
    while let Some(done) = all.join_next().await {
        done.expect("no panic");
    }
    began.elapsed().as_secs_f64()
}
