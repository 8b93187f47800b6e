//! What a commit costs: one intake decided, appended, folded, its rows made, synced to disk, encrypted, anchored.

use super::told::{Times, load};
use amtsstube::domain::case::{Case, CaseEvent, Channel, Issued, Opened, Paid, Payment, Signature};
use amtsstube::domain::id::{CaseId, DeviceId, PaperId, PersonId, UserId};
use amtsstube::domain::money::Cents;
use amtsstube::domain::number::{CaseNumber, ReceiptNumber};
use amtsstube::domain::town::Town;
use amtsstube::domain::user::{Group, Role};
use amtsstube::store::vault::Key;
use amtsstube::store::{CaseView, NewDevice, Place, Projector, Stamp, Store, StoreError, Tx};
use chrono::{DateTime, NaiveDate};
use rusqlite::Connection;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use tempfile::TempDir;
use uuid::Uuid;

/// An intake beside its peer: the same bytes put into one plain table of an encrypted database and synced, in turn, so
/// that what else runs on the machine meets both.
pub fn tell() {
    let (_dir, store) = desk();
    let (plain_dir, mut plain) = plain();
    let (mut ours, mut peers) = (Vec::new(), Vec::new());
    for n in 0..300 {
        let began = Instant::now();
        let _ = store.write(|tx| file(tx, n)).expect("filed");
        ours.push(began.elapsed());
        let began = Instant::now();
        put_plainly(&mut plain, n).expect("put");
        peers.push(began.elapsed());
    }
    drop(plain_dir);
    let (ours, peers) = (Times::from(ours), Times::from(peers));
    println!("an intake of ten events and two papers committed  {ours}");
    println!("the same bytes into a plain encrypted table       {peers}");
    println!("ratio {:.2}   ({})", ours.against(&peers), load());
}

/// A plain table of an encrypted database.
pub fn plain() -> (TempDir, Connection) {
    let dir = tempfile::tempdir().expect("folder");
    let db = Connection::open(dir.path().join("plain.db")).expect("opens");
    db.execute_batch(&format!(
        "PRAGMA key = \"x'{}'\"; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE plain (n INTEGER PRIMARY KEY, bytes BLOB)",
        "7a".repeat(32)
    ))
    .expect("unlocks");
    (dir, db)
}

fn put_plainly(db: &mut Connection, n: u64) -> rusqlite::Result<()> {
    let tx = db.transaction()?;
    for size in [900; 10].into_iter().chain([40_008; 2]) {
        let mut bytes = vec![b'p'; size];
        bytes[..8].copy_from_slice(&n.to_le_bytes());
        let _ = tx.prepare_cached("INSERT INTO plain (bytes) VALUES (?1)")?.execute([bytes])?;
    }
    tx.commit()
}

struct Words;

impl Projector for Words {
    fn view(&self, case: &Case, _: &Town) -> CaseView {
        CaseView { search_text: format!("{:?}", case.answers()), ..CaseView::default() }
    }
}

fn desk() -> (TempDir, Store) {
    let dir = tempfile::tempdir().expect("folder");
    let place = Place { data: dir.path().join("data"), state: dir.path().join("state") };
    let device = NewDevice { id: DeviceId(Uuid::from_u128(1)), code: "A".into(), now: DateTime::UNIX_EPOCH };
    Store::create(&place, &Key::new([1; 32]), &device).expect("created");
    let store = Store::open(&place, &Key::new([1; 32]), Arc::new(Words), Arc::new(|| Some([4; 16])));
    (dir, store.expect("opened"))
}

/// Ten events and two papers of 40 kB, as a trade notice has them.
fn file(tx: &mut Tx<'_>, n: u64) -> Result<(), StoreError> {
    let stamp = Stamp { at: DateTime::UNIX_EPOCH, actor: UserId(Uuid::from_u128(7)), role: Role::Counter };
    let (case, day) = (CaseId(Uuid::from_u128(u128::from(n))), NaiveDate::default());
    let count = tx.next_case_count(2026)?;
    let opened = Opened {
        number: CaseNumber { plan: "32.10", year: 2026, desk: "A", count }.to_string(),
        service: "gewerbe-anmeldung".into(),
        version: "2025-11-01".into(),
        pack: None,
        filing_plan: "32.10".into(),
        group: Group::Trade,
        channel: Channel::Counter,
        answers_to: None,
        received_on: day,
        received_why: String::new(),
        filed_on: day,
        signature: Signature::Seen,
        status_code: "K7QX-3MPA-92HT".into(),
    };
    let _ = tx.append_case(case, &CaseEvent::CaseOpened(Box::new(opened)), &stamp)?;
    let fields = (0..33).map(|field| (format!("feld_{field}"), format!("Antwort {field} {n}").into()));
    let _ = tx.append_case(case, &CaseEvent::AnswersSet { fields: fields.collect() }, &stamp)?;
    let linked = CaseEvent::PersonLinked {
        person: PersonId(Uuid::from_u128(5)),
        part: "applicant".into(),
        appears_as: amtsstube::domain::case::AppearsAs::InPerson,
        seen: Some("personalausweis".into()),
    };
    let _ = tx.append_case(case, &linked, &stamp)?;
    for document in ["ausweis", "registerauszug", "handwerkskarte", "vollmacht"] {
        let received = CaseEvent::DocumentReceived { document: document.into(), received_on: day };
        let _ = tx.append_case(case, &received, &stamp)?;
    }
    let count = tx.next_receipt_count(2026)?;
    let paid = Paid {
        receipt: ReceiptNumber { desk: "A", year: 2026, count }.to_string(),
        charges: Vec::new(),
        cents: Cents(2600),
        how: Payment::Card,
        given: None,
        paid_on: day,
    };
    let _ = tx.append_case(case, &CaseEvent::Paid(paid), &stamp)?;
    for paper in 0..2 {
        let mut bytes = vec![b'p'; 40_000];
        bytes.extend_from_slice(&(n * 2 + paper).to_le_bytes());
        let issued = CaseEvent::PaperIssued(Issued {
            paper: PaperId(Uuid::from_u128(u128::from(n * 2 + paper))),
            kind: "gewa1".into(),
            title: "GewA 1".into(),
            sha256: tx.put_blob(&bytes)?,
            size: bytes.len() as u64,
            pages: 2,
            issued_on: day,
            receipt: None,
            replaces: None,
            repeats: None,
            letter: None,
        });
        let _ = tx.append_case(case, &issued, &stamp)?;
    }
    Ok(())
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn one_intake_committed(bencher: divan::Bencher) {
    let (_dir, store) = desk();
    let next = AtomicU64::new(0);
    bencher.bench(|| store.write(|tx| file(tx, next.fetch_add(1, Ordering::Relaxed))).expect("filed"));
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn one_case_read(bencher: divan::Bencher) {
    let (_dir, store) = desk();
    let _ = store.write(|tx| file(tx, 1)).expect("filed");
    bencher.bench(|| store.read(|db| db.case(CaseId(Uuid::from_u128(1)))).expect("read"));
}
