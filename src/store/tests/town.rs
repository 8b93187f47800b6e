//! A desk in a folder of its own, and cases to file there.

use crate::domain::case::{Case, CaseEvent, Issued, Opened, Paid, Payment};
use crate::domain::id::{CaseId, DeviceId, Digest, PaperId, PersonId, UserId};
use crate::domain::money::Cents;
use crate::domain::number::{CaseNumber, ReceiptNumber};
use crate::domain::person::{PersonEvent, fields};
use crate::domain::town::Town;
use crate::domain::user::{Group, Role};
use crate::store::vault::Key;
use crate::store::{CaseView, NewDevice, Place, Projector, Salts, Stamp, Store, StoreError, Tx};
use chrono::{DateTime, NaiveDate};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;
use uuid::Uuid;

pub struct Words;

impl Projector for Words {
    fn view(&self, case: &Case, _town: &Town) -> CaseView {
        CaseView {
            service_name: case.opened.service.clone(),
            state: case.stage().name().to_owned(),
            search_text: case.answers().text("name").to_owned(),
            ..CaseView::default()
        }
    }
}

pub fn salts() -> Salts {
    let next = AtomicU64::new(1);
    Arc::new(move || Some(u128::from(next.fetch_add(1, Ordering::Relaxed)).to_le_bytes()))
}

pub const KEY: [u8; 32] = [0x5a; 32];

pub fn place(dir: &Path) -> Place {
    Place { data: dir.join("data"), state: dir.join("state") }
}

pub fn create(dir: &Path, desk: u128) {
    let code = char::from(b'@' + u8::try_from(desk).expect("small")).to_string();
    let device = NewDevice { id: DeviceId(Uuid::from_u128(desk)), code, now: DateTime::UNIX_EPOCH };
    Store::create(&place(dir), &Key::new(KEY), &device).expect("created");
}

pub fn open(dir: &Path) -> Result<Store, StoreError> {
    Store::open(&place(dir), &Key::new(KEY), Arc::new(Words), salts())
}

pub fn desk(number: u128) -> (TempDir, Store) {
    let dir = tempfile::tempdir().expect("folder");
    create(dir.path(), number);
    let store = open(dir.path()).expect("opened");
    (dir, store)
}

pub fn stamp() -> Stamp {
    Stamp { at: DateTime::UNIX_EPOCH, actor: UserId(Uuid::from_u128(7)), role: Role::Counter }
}

pub fn case_id(number: u128) -> CaseId {
    CaseId(Uuid::from_u128(0xca5e_0000 + number))
}

pub fn person_id(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0x0e50_0000 + number))
}

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")
}

pub fn opened(number: &str) -> CaseEvent {
    CaseEvent::CaseOpened(Box::new(Opened::sample(number, "beglaubigung", Group::General, day())))
}

pub fn answer(field: &str, value: &str) -> CaseEvent {
    CaseEvent::AnswersSet { fields: [(field.to_owned(), value.into())].into() }
}

pub fn note(text: &str) -> CaseEvent {
    CaseEvent::NoteAdded { text: text.into(), call: false }
}

pub fn named(family: &str) -> PersonEvent {
    PersonEvent::PersonCreated { fields: [(fields::FAMILY.to_owned(), family.to_owned())].into() }
}

pub fn issued(paper: u128, sha256: Digest) -> CaseEvent {
    CaseEvent::PaperIssued(Issued {
        paper: PaperId(Uuid::from_u128(paper)),
        kind: "eingangsbestaetigung".into(),
        title: "Empfang".into(),
        sha256,
        size: 9,
        pages: 1,
        issued_on: day(),
        receipt: None,
        replaces: None,
        repeats: None,
        letter: None,
    })
}

/// The whole job at the counter: case, answers, receipt, paper. Gives the receipt number.
pub fn file(tx: &mut Tx<'_>, case: CaseId, paper: &[u8]) -> Result<String, StoreError> {
    let (desk, year) = (tx.device()?.code, 2026);
    let count = tx.next_case_count(year)?;
    let number = CaseNumber { plan: "10.20", year, desk: &desk, count }.to_string();
    let _ = tx.append_case(case, &opened(&number), &stamp())?;
    let _ = tx.append_case(case, &answer("name", "Şengül"), &stamp())?;
    let count = tx.next_receipt_count(year)?;
    let receipt = ReceiptNumber { desk: &desk, year, count }.to_string();
    let paid = Paid {
        receipt: receipt.clone(),
        charges: Vec::new(),
        cents: Cents(500),
        how: Payment::Card,
        given: None,
        paid_on: day(),
    };
    let _ = tx.append_case(case, &CaseEvent::Paid(paid), &stamp())?;
    let blob = tx.put_blob(paper)?;
    let _ = tx.append_case(case, &issued(case.0.as_u128(), blob), &stamp())?;
    Ok(receipt)
}

pub fn assert_clean(store: &Store) {
    let report = store.verify().expect("verified");
    assert!(report.is_clean(), "{:#?}", report.problems);
}
