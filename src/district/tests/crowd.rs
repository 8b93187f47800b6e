//! A thousand desks of two hundred towns at one service, from a seed, over lines that lose questions and answers, say
//! things twice, and to a service that is opened anew in between. At the end each desk has each event of its town exactly
//! once. `DESKS=54000` for all towns of Germany; then it takes a while.

use super::*;
use crate::district::Sqlite;
use crate::district::store::Sign;
use crate::wire::pull::{Arrived, Pull};
use crate::wire::push::{Answer, Push};
use crate::wire::tests::{device, events_of, head_of};
use crate::wire::{Event, Head, Segment, Verdict};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;
use tempfile::TempDir;

/// Desks of a town.
const EACH: u128 = 5;

/// A kind of a later version: nobody here judges it.
const UNJUDGED: &str = "carried";

/// A desk: its chain, how far the service has it, and what it heard of the others.
struct Desk {
    town: String,
    number: u128,
    log: Vec<Event>,
    written: usize,
    push: Push,
    pull: Pull,
    heard: BTreeMap<DeviceId, Head>,
}

struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// A key for each desk.
fn key_of(number: u128) -> SecretKey {
    let mut seed = [7; 32];
    seed[..16].copy_from_slice(&number.to_le_bytes());
    SecretKey::new(&seed)
}

fn proof(number: u128) -> Digest {
    Digest::of(&[&number.to_le_bytes()])
}

impl Desk {
    async fn let_in(store: &Sqlite, number: u128) -> Self {
        let town = format!("{:08}", 5_000_000 + number / EACH);
        let (name, expires) = (format!("Platz {number}"), now() + chrono::Duration::days(7));
        let code = NewCode { town: town.clone(), proof: proof(number), name, expires };
        store.add_code(code).await.expect("kept");
        let asked =
            EnrolRequest { secret: proof(number), ..asks(0, device(number), &key_of(number), "", false) };
        let _ = enrol(store, &town, asked, now()).await.expect("let in");
        let log = events_of(UNJUDGED, device(number), Head::default(), 9);
        let pull = Pull::new(town.clone(), key(200).public(), BTreeMap::new(), Head::default());
        let push = Push::new(Head::default(), Head::default());
        Self { town, number, log, written: 0, push, pull, heard: BTreeMap::new() }
    }

    /// One exchange, of which the line may lose either half or say it twice.
    async fn sends(&mut self, store: &Sqlite, sign: &Sign, chance: &mut Chance) {
        let (id, key) = (device(self.number), key_of(self.number));
        let own = head_of(&self.log, self.written as u64);
        self.push = Push::new(own, self.push.acknowledged());
        let Some(after) = self.push.next() else { return };
        let from = usize::try_from(after.seq).expect("small");
        let bytes = Segment::pack(&key, id, after, &self.log[from..self.written]).expect("packed");
        self.push.sent();
        let mut answer = None;
        for _ in 0..[1, 1, 1, 0, 2][usize::try_from(chance.below(5)).expect("small")] {
            let segment = Segment::read(&bytes, &key.public()).expect("read");
            let taken = store.append(self.town.clone(), segment, bytes.clone(), Arc::clone(sign)).await;
            answer = Some(taken.expect("answered").answer);
        }
        if let Some(answer) = answer.filter(|_| chance.below(5) > 0) {
            assert!(matches!(answer, Answer::Stored { .. }), "{answer:?}");
            self.push.hear(answer, |seq| Some(head_of(&self.log, seq).hash)).expect("heard");
        }
    }

    /// Hears what is new; the answer may get lost.
    async fn hears(&mut self, store: &Sqlite, chance: &mut Chance) {
        let page = store.since(self.town.clone(), device(self.number), self.pull.since()).await;
        let page = page.expect("answered").expect("never put back");
        if chance.below(5) == 0 {
            return;
        }
        let taken = self.pull.take(&page.bytes().expect("written")).expect("sound");
        for arrived in taken.arrived {
            let Arrived::Segment(segment) = arrived else { continue };
            let head = self.heard.entry(segment.device).or_default();
            assert_eq!(segment.after, *head, "each event once and in order");
            *head = segment.head;
        }
    }
}

#[test]
fn a_thousand_desks_with_lost_questions_and_answers_come_to_agree() {
    let count: u128 = std::env::var("DESKS").ok().and_then(|count| count.parse().ok()).unwrap_or(1000);
    // Nobody cuts the power here: in memory, where there is such a folder.
    let folder = TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).expect("a folder");
    let path = folder.path().join("kreis.db");
    let sign: Sign = Arc::new(|verdict: &Verdict| verdict.sign(&key(200)));
    run(async {
        let (mut store, mut chance, began) =
            (Sqlite::open(&path).expect("opened"), Chance(0x2545_f491_4f6c_dd1d), Instant::now());
        let mut desks = Vec::new();
        for number in 1..=count {
            desks.push(Desk::let_in(&store, number).await);
        }
        for round in 0..3 {
            for desk in &mut desks {
                desk.written += usize::try_from(1 + chance.below(3)).expect("small");
                desk.sends(&store, &sign, &mut chance).await;
                if chance.below(2) == 0 {
                    desk.hears(&store, &mut chance).await;
                }
            }
            if round == 1 {
                store = Sqlite::open(&path).expect("opened anew");
            }
        }
        // The lines lose as much as before, but everybody tries until nothing is left.
        for desk in &mut desks {
            while desk.push.acknowledged().seq < desk.written as u64 {
                desk.sends(&store, &sign, &mut chance).await;
            }
        }
        // Desks of one town stand side by side.
        let heads: Vec<_> = desks.iter().map(|desk| head_of(&desk.log, desk.written as u64)).collect();
        let all: u64 = heads.iter().map(|head| head.seq).sum();
        let ids: Vec<_> = desks.iter().map(|desk| (desk.town.clone(), device(desk.number))).collect();
        for (at, desk) in desks.iter_mut().enumerate() {
            let near = at.saturating_sub(5)..(at + 6).min(ids.len());
            let others: BTreeMap<DeviceId, Head> = near
                .filter(|other| *other != at && ids[*other].0 == desk.town)
                .map(|other| (ids[other].1, heads[other]))
                .collect();
            while desk.heard != others {
                desk.hears(&store, &mut chance).await;
            }
        }
        let checked = check(&store, key(200).public()).await.expect("checked");
        assert_eq!((checked.desks, checked.events), (u64::try_from(count).expect("small"), all));
        assert_eq!(checked.faults, Vec::new());
        println!("{count} desks, {all} events, {:.1} s", began.elapsed().as_secs_f64());
    });
}
