//! What it costs to look for work in a role that was taken away meanwhile, after two desks have talked to each other for long,
//! and for ten times as long: each news of the other one is a row. Once a round with the Kreis at most.

use super::told::{Times, load, size};
use amtsstube::domain::case::{Case, CaseEvent};
use amtsstube::domain::event::{Envelope, Subject, commitment};
use amtsstube::domain::id::{CaseId, DeviceId, Digest, EventRef, UserId};
use amtsstube::domain::town::Town;
use amtsstube::domain::user::{Group, Role, UserEvent};
use amtsstube::store::vault::Key;
use amtsstube::store::{CaseView, NewDevice, Place, Projector, Stamp, Store, StoreError, Tx};
use chrono::DateTime;
use std::sync::Arc;
use tempfile::TempDir;
use uuid::Uuid;

/// Roles that are taken away in all, at even distances.
const TAKEN: u64 = 10;

pub fn tell() {
    let few = u64::from(size("EXCHANGES", 2000));
    let [little, much] = [few, few * 10].map(|exchanges| {
        let (_dir, store) = desk();
        let _ = store.write(|tx| talk(tx, exchanges)).expect("written");
        let look = || store.read(|db| -> Result<_, StoreError> { db.meanwhile() }).expect("looked");
        let (found, looked) = (look(), Times::of(50, |_| look()));
        let again = Times::of(50, |_| store.read(|db| store.meanwhile(db)).expect("known"));
        println!("{exchanges:>6} exchanges, {} found   {looked}", found.len());
        println!("       where nothing came         {again}");
        looked
    });
    println!("ten times as long against once: ratio {:.2}   ({})", much.against(&little), load());
}

struct NoWords;

impl Projector for NoWords {
    fn view(&self, _: &Case, _: &Town) -> CaseView {
        CaseView::default()
    }
}

fn desk() -> (TempDir, Store) {
    let dir = tempfile::tempdir().expect("folder");
    let place = Place { data: dir.path().join("data"), state: dir.path().join("state") };
    let device = NewDevice { id: DeviceId(Uuid::from_u128(1)), code: "A".into(), now: DateTime::UNIX_EPOCH };
    Store::create(&place, &Key::new([1; 32]), &device).expect("created");
    let store = Store::open(&place, &Key::new([1; 32]), Arc::new(NoWords), Arc::new(|| Some([4; 16])));
    (dir, store.expect("opened"))
}

fn stamp() -> Stamp {
    Stamp { at: DateTime::UNIX_EPOCH, actor: UserId(Uuid::from_u128(7)), role: Role::Counter }
}

/// Each desk writes an event and then hears the other's; now and then a role goes and comes back.
fn talk(tx: &mut Tx<'_>, exchanges: u64) -> Result<(), StoreError> {
    let user = stamp().actor;
    let added = UserEvent::UserAdded { login: "ada".into(), name: "Ada Terhürne".into() };
    let mut last = tx.append_user(user, &added, &stamp())?;
    let mut prev = Digest::default();
    for n in 0..exchanges {
        let envelope = heard(n + 1, prev, last);
        prev = Digest::of(&[&envelope]);
        let _ = tx.insert_foreign(&envelope, Some((&SALT, PAYLOAD)))?;
        last = if n % (exchanges / TAKEN) == 0 {
            let _ = tx.append_user(user, &UserEvent::RoleRevoked { role: Role::Counter }, &stamp())?;
            let groups = [Group::General].into();
            tx.append_user(user, &UserEvent::RoleGranted { role: Role::Counter, groups }, &stamp())?
        } else {
            let note = CaseEvent::NoteAdded { text: "Rückfrage".into(), call: false };
            tx.append_case(case(n), &note, &stamp())?
        };
    }
    Ok(())
}

fn case(n: u64) -> CaseId {
    CaseId(Uuid::from_u128(0xca5e_0000 + u128::from(n)))
}

const SALT: [u8; 16] = [9; 16];
const PAYLOAD: &[u8] = br#"{"kind":"note_added","text":"Antwort"}"#;

/// An event of the other desk, which has heard this one so far.
fn heard(seq: u64, prev: Digest, upto: EventRef) -> Vec<u8> {
    let envelope = Envelope {
        alg: "sha256".into(),
        ver: 1,
        device: DeviceId(Uuid::from_u128(2)),
        seq,
        prev,
        at: DateTime::UNIX_EPOCH,
        actor: stamp().actor,
        role: Role::Counter,
        subject: Subject::Case(case(seq % 1000 + 1_000_000)),
        kind: "note_added".into(),
        parents: Vec::new(),
        seen: vec![upto],
        payload_commit: commitment(&SALT, PAYLOAD),
    };
    serde_json::to_vec(&envelope).expect("an envelope")
}
