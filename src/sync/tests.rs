//! Desks of one town with real databases, a service in memory that can be put back, and a line that breaks where a test
//! says. Whatever is done in whatever order is tried in the suite, with the service's own database.

mod mail;

use super::*;
use crate::domain::id::{DeviceId, Digest};
use crate::store::tests::town::{assert_clean, case_id, desk, file, opened, stamp};
use crate::store::{Enrolment, Store, StoreError, TownDesk};
use crate::wire::push::{Answer, Placed, place};
use crate::wire::{BlobState, Entry, Head, Kind, PART, Page, PublicKey, SecretKey, Segment, Service, mark};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;
use tempfile::TempDir;

const TOWN: &str = "05554024";

/// What the service keeps of the town.
#[derive(Default)]
struct Town {
    keys: BTreeMap<DeviceId, PublicKey>,
    chains: BTreeMap<DeviceId, Vec<Digest>>,
    entries: Vec<(DeviceId, Vec<u8>)>,
    blobs: BTreeMap<Digest, Vec<u8>>,
}

impl Town {
    /// A place of the sequence with its mark; nothing where it has not come that far.
    fn place(&self, seq: u64) -> Option<Head> {
        let entries = self.entries.get(..usize::try_from(seq).expect("small"))?;
        let add = |before, (_, bytes): &(DeviceId, Vec<u8>)| mark(before, Kind::Segment, bytes);
        Some(Head { seq, hash: entries.iter().fold(Digest::default(), add) })
    }

    /// Puts back a copy of what it was.
    fn put_back(&mut self, copy: &Self) {
        let Self { keys, chains, entries, blobs } = copy;
        (self.keys, self.chains) = (keys.clone(), chains.clone());
        (self.entries, self.blobs) = (entries.clone(), blobs.clone());
    }
}

/// One desk's line to it. `breaks` says for each exchange what gets lost; nothing where it is over.
struct Line {
    town: Rc<RefCell<Town>>,
    device: DeviceId,
    breaks: std::vec::IntoIter<u8>,
}

impl Line {
    /// Does the question's work and loses either the question or the answer, where the line breaks now.
    fn over<T>(&mut self, work: impl FnOnce(&mut Town) -> T) -> Result<T, Lost> {
        let lost = || Lost::NoAnswer("cut".into());
        match self.breaks.next() {
            Some(1) => Err(lost()),
            Some(2) => {
                let _ = work(&mut self.town.borrow_mut());
                Err(lost())
            }
            _ => Ok(work(&mut self.town.borrow_mut())),
        }
    }
}

impl Service for Line {
    type Lost = Lost;

    fn push(&mut self, device: DeviceId, _: u64, bytes: &[u8]) -> Result<Answer, Lost> {
        self.over(|town| {
            let segment = Segment::read(bytes, &town.keys[&device]).expect("a sound segment");
            let chain = town.chains.entry(device).or_default();
            let head = Head { seq: chain.len() as u64, hash: chain.last().copied().unwrap_or_default() };
            let at = |seq: u64| chain.get(usize::try_from(seq).expect("small").wrapping_sub(1)).copied();
            match place(head, &segment, |seq| if seq == 0 { Some(Digest::default()) } else { at(seq) }) {
                Placed::Say(answer) => answer,
                Placed::Append => {
                    chain.extend(segment.events.iter().map(|(_, event)| Digest::of(&[&event.envelope])));
                    town.entries.push((device, bytes.to_vec()));
                    Answer::Stored { head: segment.head }
                }
            }
        })
    }

    fn since(&mut self, place: Head, _: Duration) -> Result<Option<Vec<u8>>, Lost> {
        let own = self.device;
        self.over(|town| {
            let seq = place.seq;
            if town.place(seq)? != place {
                return None;
            }
            let entries = (1..).zip(&town.entries).filter(|(at, (device, _))| *at > seq && *device != own);
            let mut entries: Vec<Entry> = entries
                .map(|(town_seq, (_, bytes))| Entry { town_seq, kind: Kind::Segment, bytes: bytes.clone() })
                .collect();
            let more = entries.len() > 2;
            entries.truncate(2);
            let next = if more { entries[1].town_seq } else { town.entries.len() as u64 };
            let next = town.place(next).expect("a place of it");
            let chain = town.chains.get(&own).cloned().unwrap_or_default();
            let own = Head { seq: chain.len() as u64, hash: chain.last().copied().unwrap_or_default() };
            Some(Page { entries, next, more, own }.bytes().expect("written"))
        })
    }

    fn waiting(&mut self, place: Head) -> Result<Option<u64>, Lost> {
        let own = self.device;
        self.over(|town| {
            let behind =
                (1..).zip(&town.entries).filter(|(at, (device, _))| *at > place.seq && *device != own);
            let events = behind.map(|(_, (device, bytes))| {
                Segment::read(bytes, &town.keys[device]).expect("a sound segment").events.len() as u64
            });
            Some(events.sum())
        })
    }

    fn blobs(&mut self, digests: &[Digest]) -> Result<Vec<BlobState>, Lost> {
        self.over(|town| digests.iter().map(|digest| state(town, *digest)).collect())
    }

    fn put_part(&mut self, digest: Digest, _: u64, part: u64, bytes: &[u8]) -> Result<BlobState, Lost> {
        self.over(|town| {
            if state(town, digest).parts == part {
                town.blobs.entry(digest).or_default().extend_from_slice(bytes);
            }
            state(town, digest)
        })
    }

    fn part(&mut self, digest: Digest, part: u64) -> Result<Option<Vec<u8>>, Lost> {
        self.over(|town| {
            let bytes = town.blobs.get(&digest).filter(|bytes| Digest::of(&[bytes]) == digest)?;
            bytes.chunks(PART).nth(usize::try_from(part).ok()?).map(<[u8]>::to_vec)
        })
    }
}

fn state(town: &Town, digest: Digest) -> BlobState {
    let Some(bytes) = town.blobs.get(&digest) else { return BlobState::default() };
    let whole = Digest::of(&[bytes]) == digest;
    BlobState { size: None, whole, parts: bytes.len().div_ceil(PART) as u64 }
}

/// Desks of one town that know each other.
struct Desks {
    town: Rc<RefCell<Town>>,
    desks: Vec<(TempDir, Store, DeviceId)>,
    filed: u128,
}

impl Desks {
    fn new(count: u8) -> Self {
        let town = Rc::new(RefCell::new(Town::default()));
        let open = |number: u8| {
            let (dir, store) = desk(number.into());
            let device = store.read(|db| -> Result<_, StoreError> { db.device() }).expect("read");
            (dir, store, device.id)
        };
        let desks: Vec<_> = (1..=count).map(open).collect();
        let key = |at: usize| SecretKey::new(&[u8::try_from(at).expect("small"); 32]);
        for (at, (_, store, device)) in desks.iter().enumerate() {
            let _ = town.borrow_mut().keys.insert(*device, key(at).public());
            let enrolment = Enrolment {
                key: key(at).seed(),
                url: String::new(),
                pin: Digest::default(),
                town: TOWN.into(),
                service: [0; 32],
                heard: (0, Digest::default()),
                heard_at: None,
                silent_from: None,
            };
            let known = desks.iter().enumerate().map(|(at, (_, _, device))| TownDesk {
                device: *device,
                code: String::new(),
                name: String::new(),
                key: key(at).public().0,
            });
            let _ = store
                .write(|tx| {
                    tx.enrol(&enrolment)?;
                    known.clone().try_for_each(|desk| tx.know_desk(&desk))
                })
                .expect("enrolled");
        }
        Self { town, desks, filed: 0 }
    }

    fn agree(&self, at: usize, breaks: Vec<u8>) -> Result<Report, SyncError> {
        let (_, store, device) = &self.desks[at];
        let mut line = Line { town: Rc::clone(&self.town), device: *device, breaks: breaks.into_iter() };
        once(store, &mut line, Duration::ZERO, &mut |_| true)
    }

    /// Files a case with a paper at a desk.
    fn file(&mut self, at: usize) {
        self.filed += 1;
        let (id, paper) = (case_id(self.filed), format!("paper {}", self.filed).into_bytes());
        let _ = self.desks[at].1.write(|tx| file(tx, id, &paper)).expect("filed");
    }

    /// Everything a desk shows, and what is in conflict.
    fn shows(&self, at: usize) -> Vec<String> {
        let read = |number| {
            let case = self.desks[at].1.read(|db| db.case(case_id(number))).expect("read").expect("there");
            format!("{:#?} {:?}", case, case.conflicts())
        };
        (1..=self.filed).map(read).collect()
    }
}

#[test]
fn what_is_acknowledged_is_not_sent_again_and_what_is_not_waits() {
    let mut desks = Desks::new(2);
    desks.file(0);
    assert!(desks.agree(0, vec![2]).is_err(), "the answer got lost");
    let waiting = desks.desks[0].1.read(|db| -> Result<_, StoreError> { db.waiting() }).expect("read");
    assert_eq!((waiting.events, waiting.cases, waiting.blobs), (4, 1, 1));
    let report = desks.agree(0, Vec::new()).expect("the line is whole");
    assert_eq!((report.sent, report.blobs_sent), (4, 1));
    assert_eq!(desks.town.borrow().entries.len(), 1, "stored once");
    let report = desks.agree(0, Vec::new()).expect("the line is whole");
    assert_eq!(report, Report::default());
    // The other hears the case first and gets its paper behind; meanwhile the file says what is on its way.
    assert!(desks.agree(1, vec![0, 1]).is_err(), "the paper got lost");
    let other = &desks.desks[1].1;
    assert_eq!(other.read(|db| -> Result<_, StoreError> { db.awaited_blobs() }).expect("read").len(), 1);
    assert_clean(other);
    let report = desks.agree(1, Vec::new()).expect("the line is whole");
    assert_eq!((report.received, report.blobs_received), (0, 1));
    assert_clean(&desks.desks[1].1);
}

#[test]
fn a_service_that_was_put_back_hears_everything_again() {
    let mut desks = Desks::new(2);
    desks.file(0);
    let _ = desks.agree(0, Vec::new()).expect("the line is whole");
    let own = desks.desks[0].2;
    let _ = desks.town.borrow_mut().chains.remove(&own);
    desks.town.borrow_mut().entries.clear();
    desks.town.borrow_mut().blobs.clear();
    let report = desks.agree(0, Vec::new()).expect("the line is whole");
    assert_eq!((report.sent, report.blobs_sent), (4, 1), "the papers too");
    assert_eq!(desks.town.borrow().entries.len(), 1);
}

/// The third desk asks from a place that exists again and holds something else now.
#[test]
fn a_service_that_was_put_back_and_has_grown_again_is_heard_from_the_beginning() {
    let mut desks = Desks::new(3);
    let agree = |desks: &Desks, at| desks.agree(at, Vec::new()).expect("the line is whole");
    let mut copy = Town::default();
    copy.put_back(&desks.town.borrow());
    desks.file(0);
    let _ = (agree(&desks, 0), agree(&desks, 2));
    desks.town.borrow_mut().put_back(&copy);
    desks.file(1);
    let _ = agree(&desks, 1);
    assert_eq!(desks.town.borrow().entries.len(), 1, "as long as when the third desk heard it");
    assert_eq!(agree(&desks, 2).received, 4, "what stands at the place now");
    let _ = (agree(&desks, 0), agree(&desks, 1), agree(&desks, 2));
    for at in 0..3 {
        assert_eq!(desks.shows(at), desks.shows(0));
        assert_clean(&desks.desks[at].1);
    }
}

#[test]
fn a_case_opened_without_its_paper_is_still_a_case() {
    let desks = Desks::new(2);
    let store = &desks.desks[0].1;
    let _ = store
        .write(|tx| tx.append_case(case_id(1), &opened("10.20-2026-A-00001"), &stamp()))
        .expect("written");
    let _ = desks.agree(0, Vec::new()).expect("the line is whole");
    let report = desks.agree(1, Vec::new()).expect("the line is whole");
    assert_eq!(report.received, 1);
}

/// Somebody stops at every place there is, and lets it go on: nothing comes twice, and what there is to do is known.
#[test]
fn a_round_that_is_stopped_anywhere_goes_on_from_there() {
    let mut desks = Desks::new(2);
    for _ in 0..5 {
        desks.file(0);
        let _ = desks.agree(0, Vec::new()).expect("the line is whole");
    }
    // A paper of more than one part.
    let large = vec![7; PART + 1];
    desks.filed += 1;
    let _ = desks.desks[0].1.write(|tx| file(tx, case_id(desks.filed), &large)).expect("filed");
    let _ = desks.agree(0, Vec::new()).expect("the line is whole");
    let (_, store, device) = &desks.desks[1];
    let (mut received, mut papers, mut rounds, mut told) = (0, 0, 0, None);
    loop {
        let mut line = Line { town: Rc::clone(&desks.town), device: *device, breaks: Vec::new().into_iter() };
        let mut asked = 0;
        // Two looks each round: one thing is done, then it is stopped.
        let mut go_on = |report: &Report| {
            told = told.max(report.to_receive);
            asked += 1;
            asked < 3
        };
        let report = once(store, &mut line, Duration::ZERO, &mut go_on).expect("the line is whole");
        (received, papers, rounds) = (received + report.received, papers + report.blobs_received, rounds + 1);
        assert_clean(store);
        if !report.stopped {
            break;
        }
        assert!(rounds < 30, "it does not come on");
    }
    assert_eq!((received, papers), (24, 6), "each once");
    assert!(rounds > 3, "hardly stopped: {rounds}");
    assert_eq!(told, Some(24));
    assert_eq!(desks.shows(0), desks.shows(1));
}

/// A scan of many parts is on its way, up or down, when a case is filed at either desk: the case does not wait for the scan's end.
#[test]
fn a_case_that_is_filed_meanwhile_goes_before_the_rest_of_a_scan() {
    let parts = 40;
    for up in [true, false] {
        let mut desks = Desks::new(2);
        let scan: Vec<u8> = (0..PART * parts).map(|at| u8::try_from(at / PART).expect("few parts")).collect();
        desks.filed += 1;
        let _ = desks.desks[0].1.write(|tx| file(tx, case_id(1), &scan)).expect("filed");
        let busy = usize::from(!up);
        if !up {
            let _ = desks.agree(0, Vec::new()).expect("the line is whole");
        }
        let (stores, ids) = ([&desks.desks[0].1, &desks.desks[1].1], [desks.desks[0].2, desks.desks[1].2]);
        let other =
            || Line { town: Rc::clone(&desks.town), device: ids[1 - busy], breaks: Vec::new().into_iter() };
        let half_way = |store: &Store| {
            if up {
                return desks.town.borrow().blobs.values().map(Vec::len).sum::<usize>() > PART * 3;
            }
            let awaited = store.read(|db| -> Result<_, StoreError> { db.awaited_blobs() }).expect("read");
            let coming = |digest| store.read(|db| db.coming(digest)).expect("read").len();
            awaited.into_iter().map(coming).sum::<usize>() > PART * 3
        };
        let knows = |store: &Store, case| store.read(|db| db.case(case_id(case))).expect("read").is_some();
        let (mut looks, mut filed, mut sent, mut heard) = (0, None, None, None);
        let mut go_on = |_: &Report| {
            looks += 1;
            if filed.is_none() && half_way(stores[busy]) {
                filed = Some(looks);
                let _ = stores[busy].write(|tx| file(tx, case_id(2), b"its paper")).expect("filed");
                let _ = stores[1 - busy].write(|tx| file(tx, case_id(3), b"its paper")).expect("filed");
                let _ = once(stores[1 - busy], &mut other(), Duration::ZERO, &mut |_| true).expect("agreed");
            }
            let chain = desks.town.borrow().chains.get(&ids[busy]).map_or(0, Vec::len);
            sent = sent.or((chain >= if up { 8 } else { 4 }).then_some(looks));
            heard = heard.or(knows(stores[busy], 3).then_some(looks));
            true
        };
        let mut line =
            Line { town: Rc::clone(&desks.town), device: ids[busy], breaks: Vec::new().into_iter() };
        let report = once(stores[busy], &mut line, Duration::ZERO, &mut go_on).expect("agreed");
        let (filed, sent, heard) = (filed.expect("filed"), sent.expect("sent"), heard.expect("heard"));
        assert!(sent <= filed + 4 && heard <= filed + 8, "up {up}: {filed} {sent} {heard} of {looks}");
        assert!(looks > parts, "the scan went on: {looks}");
        assert!(
            report.blobs_sent == report.blobs_to_send && report.blobs_received == report.blobs_to_receive
        );
        let _ = once(stores[1 - busy], &mut other(), Duration::ZERO, &mut |_| true).expect("agreed");
        for store in stores {
            assert!((1..=3).all(|case| knows(store, case)));
            assert_clean(store);
        }
    }
}
