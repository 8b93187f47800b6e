//! A desk without its window, users and papers: the encrypted log and its line, which is what must not lose anything.

use amtsstube::domain::case::{Case, CaseEvent, Channel, Issued, Opened, Signature};
use amtsstube::domain::id::{CaseId, DeviceId, Digest, EventRef, PaperId, UserId};
use amtsstube::domain::number::CaseNumber;
use amtsstube::domain::town::Town;
use amtsstube::domain::user::{Group, Role};
use amtsstube::store::vault::Key;
use amtsstube::store::{CaseView, NewDevice, Place, Projector, Stamp, Store, StoreError, Tx};
use amtsstube::sync::{self, Http, Report, SyncError, enrol};
use amtsstube::wire::{EnrolmentCode, Event, Head, OwnDesk, SecretKey};
use chrono::{DateTime, NaiveDate};
use std::os::unix::process::CommandExt as _;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tempfile::TempDir;
use uuid::Uuid;

use crate::harness::PROGRAM;

/// The desk.
pub struct Lean {
    pub store: Store,
    pub device: DeviceId,
    pub folder: TempDir,
    number: u8,
    filed: u128,
}

/// Desks that are let in over one port, each by its code, and the line of each.
pub fn desks(codes: &[EnrolmentCode], port: u16) -> (Vec<Lean>, Vec<Http>) {
    let desks: Vec<_> = (1..).zip(codes).map(|(number, code)| Lean::new(number, code, port)).collect();
    let lines = desks.iter().zip(codes).map(|(desk, code)| desk.line(port, code)).collect();
    (desks, lines)
}

struct NoWords;

impl Projector for NoWords {
    fn view(&self, _: &Case, _: &Town) -> CaseView {
        CaseView::default()
    }
}

impl Lean {
    /// A new desk, let in by a code over the service's port.
    pub fn new(number: u8, code: &EnrolmentCode, port: u16) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place { data: folder.path().join("data"), state: folder.path().join("state") };
        let device = DeviceId(Uuid::from_u128(number.into()));
        let made = NewDevice { id: device, code: "A".into(), now: DateTime::UNIX_EPOCH };
        Store::create(&place, &Key::new([number; 32]), &made).expect("created");
        let salt = AtomicU64::new(1);
        let salts = move || {
            Some((u128::from(salt.fetch_add(1, Ordering::Relaxed)) << 64 | u128::from(number)).to_le_bytes())
        };
        let store = Store::open(&place, &Key::new([number; 32]), Arc::new(NoWords), Arc::new(salts));
        let desk = Self { store: store.expect("opens"), device, folder, number, filed: 0 };
        let own = vec![OwnDesk { device, code: "A".into() }];
        let mut line = desk.line(port, code);
        let url = format!("https://127.0.0.1:{port}");
        let enrolled = enrol(&mut line, &url, code, &desk.key(), own, false).expect("let in");
        let _ = desk.store.write(|tx| enrolled.note(tx)).expect("noted");
        desk
    }

    /// The program that agrees once as this desk, or a tool with it among its arguments.
    pub fn program(&self, tool: &[&str]) -> Command {
        let mut words = tool.iter().chain([&PROGRAM]);
        let mut command = Command::new(words.next().expect("a program"));
        let key = format!("{:02x}", self.number).repeat(32);
        let _ = command
            .args(words)
            .args(["sync", "--once", "--json", "--data"])
            .arg(self.folder.path().join("data"));
        let _ = command.env("AMTSSTUBE_KEY", key).env("AMTSSTUBE_STATE", self.folder.path().join("state"));
        let _ =
            command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent").env("HOME", self.folder.path());
        let _ = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
        command
    }

    fn key(&self) -> SecretKey {
        SecretKey::new(&[self.number; 32])
    }

    /// Its line over a port.
    pub fn line(&self, port: u16, code: &EnrolmentCode) -> Http {
        let url = format!("https://127.0.0.1:{port}");
        Http::new(&url, code.pin, &code.town, self.device, self.key()).expect("a line")
    }

    /// One round.
    pub fn agrees(&self, line: &mut Http) -> Result<Report, SyncError> {
        sync::once(&self.store, line, Duration::ZERO, &mut |_| true)
    }

    /// Files a case of so many events with a paper of so many bytes; without any, none.
    pub fn files(&mut self, notes: usize, paper: usize) {
        self.filed += 1;
        let (id, desk) = (CaseId(Uuid::from_u128(u128::from(self.number) << 64 | self.filed)), self.number);
        let _ = self.store.write(|tx| file(tx, id, desk, notes, paper)).expect("filed");
    }

    /// Where a chain stands here.
    pub fn head(&self, device: DeviceId) -> Head {
        let (seq, hash) = self.store.read(|db| db.chain_head(device)).expect("read");
        Head { seq, hash }
    }

    /// How far the service has this desk's chain, as it said.
    pub fn acknowledged(&self) -> Head {
        let (seq, hash) =
            self.store.read(|db| -> Result<_, StoreError> { db.acknowledged(self.device) }).expect("read");
        Head { seq, hash }
    }

    /// Up to where it has heard the town.
    pub fn heard(&self) -> Head {
        let enrolment = self.store.read(|db| -> Result<_, StoreError> { db.enrolment() }).expect("read");
        let (seq, hash) = enrolment.expect("enrolled").heard;
        Head { seq, hash }
    }

    /// All that it wrote, as it travels.
    pub fn chain(&self) -> Vec<Event> {
        let read = |db: &amtsstube::store::Reader<'_>| db.chain_after(self.device, 0, usize::MAX >> 1);
        let logged = self.store.read(|db| -> Result<_, StoreError> { read(db) }).expect("read");
        logged.into_iter().map(|one| Event { envelope: one.envelope, payload: one.payload }).collect()
    }

    /// The hash of an event here.
    pub fn hash_at(&self, device: DeviceId, seq: u64) -> Option<Digest> {
        self.store.read(|db| -> Result<_, StoreError> { db.hash_at(EventRef { device, seq }) }).expect("read")
    }

    /// `verify` finds nothing but that the program makes its tables otherwise than this desk without words.
    #[track_caller]
    pub fn is_sound(&self) {
        let report = self.store.verify().expect("verified");
        let wrong: Vec<_> =
            report.problems.iter().filter(|problem| problem.id != "verify-tables-outdated").collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

fn file(tx: &mut Tx<'_>, case: CaseId, desk: u8, notes: usize, paper: usize) -> Result<(), StoreError> {
    let stamp = Stamp { at: DateTime::UNIX_EPOCH, actor: UserId(Uuid::from_u128(7)), role: Role::Counter };
    let (letters, day) = (tx.device()?.code, NaiveDate::default());
    let count = tx.next_case_count(2026)?;
    let opened = Opened {
        number: CaseNumber { plan: "10.20", year: 2026, desk: &letters, count }.to_string(),
        service: "beglaubigung".into(),
        version: "2025-11-01".into(),
        pack: None,
        filing_plan: "10.20".into(),
        group: Group::General,
        channel: Channel::Counter,
        answers_to: None,
        received_on: day,
        received_why: String::new(),
        filed_on: day,
        signature: Signature::Seen,
        status_code: "K7QX-3MPA-92HT".into(),
    };
    let _ = tx.append_case(case, &CaseEvent::CaseOpened(Box::new(opened)), &stamp)?;
    for note in 0..notes {
        let text = format!("Notiz {note} von Platz {desk}");
        let _ = tx.append_case(case, &CaseEvent::NoteAdded { text, call: false }, &stamp)?;
    }
    if paper > 0 {
        let mut state = u32::try_from(case.0.as_u128() & 0xffff_ffff).expect("32 bits") | 1;
        let mut bytes = Vec::new();
        bytes.resize_with(paper, || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        });
        let issued = Issued {
            paper: PaperId(case.0),
            kind: "eingangsbestaetigung".into(),
            title: "Empfang".into(),
            sha256: tx.put_blob(&bytes)?,
            size: bytes.len() as u64,
            pages: 1,
            issued_on: day,
            receipt: None,
            replaces: None,
            repeats: None,
            letter: None,
        };
        let _ = tx.append_case(case, &CaseEvent::PaperIssued(issued), &stamp)?;
    }
    Ok(())
}
