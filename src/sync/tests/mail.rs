//! Bundles between a town and its Kreis: desks with real databases, and a line that is cut anywhere.

mod post;

use super::*;
use crate::domain::case::CaseEvent;
use crate::domain::case::handover::{HandedOver, Sealed};
use crate::domain::office::Office;
use crate::store::OTHER_DESK;
use crate::store::tests::town::day;
use crate::sync::mail::exchange;
use crate::wire::tests::{covered, device, key};
use crate::wire::{Certificate, OwnDesk};
use chrono::DateTime;
use post::{Post, PostLine};

const KREIS: &str = "05554000";

/// A town and its Kreis, with two desks each: 1 and 2, 3 and 4.
struct Offices {
    post: RefCell<Post>,
    desks: Vec<(TempDir, Store)>,
}

impl Offices {
    fn new() -> Self {
        let desks: Vec<_> = (1..=4).map(desk).collect();
        for (number, (_, store)) in (1_u8..).zip(&desks) {
            let enrolment = Enrolment {
                key: [number; 32],
                url: String::new(),
                pin: Digest::default(),
                town: office(number).into(),
                service: key(200).public().0,
                heard: (0, Digest::default()),
                heard_at: None,
                silent_from: None,
            };
            write(store, |tx| tx.enrol(&enrolment));
        }
        Self { post: RefCell::default(), desks }
    }

    fn store(&self, number: u8) -> &Store {
        &self.desks[usize::from(number) - 1].1
    }

    /// One exchange over a line that breaks; gives how often the service was asked and what was carried.
    fn exchange(&self, number: u8, breaks: Vec<u8>) -> (usize, Result<Report, SyncError>) {
        let breaks = breaks.into_iter();
        let mut line = PostLine { post: &self.post, office: office(number), breaks, asked: 0 };
        let mut report = Report::default();
        let done = exchange(self.store(number), &mut line, &mut report, &mut |_| true);
        (line.asked, done.map(|()| report))
    }

    fn goes(&self, number: u8) -> Report {
        self.exchange(number, Vec::new()).1.expect("the line is whole")
    }

    /// Cuts the line at every exchange in turn, question and answer, until one comes through; gives how often.
    fn goes_at_last(&self, number: u8) -> usize {
        for at in 0.. {
            for lost in [1, 2] {
                let breaks = [vec![0; at], vec![lost]].concat();
                if self.exchange(number, breaks).1.is_ok() {
                    return at;
                }
            }
        }
        0
    }

    /// A case of the town goes to the Kreis, for these desks; gives the sealed bytes' digest.
    fn hands_over(&self, number: u8, case: u128, desks: &[u8], length: usize) -> Digest {
        let keys: Vec<PublicKey> = desks.iter().map(|desk| key(*desk).public()).collect();
        let rest = [vec![u8::try_from(case).expect("small"); length], case.to_le_bytes().to_vec()].concat();
        let bytes = covered(TOWN, KREIS, &keys, &rest);
        let blob = Digest::of(&[&bytes]);
        let to = Office { ags: KREIS.into(), name: "Kreis Borken".into() };
        let content = Digest::of(&[&case.to_le_bytes()]);
        let bundle = Sealed { content, blob, size: bytes.len() as u64, to };
        let handed = HandedOver { bundle, reason: "zuständig".into(), handed_on: day() };
        write(self.store(number), |tx| {
            let _ = file(tx, case_id(case), b"paper")?;
            let _ = tx.put_blob(&bytes)?;
            tx.append_case(case_id(case), &CaseEvent::HandedOver(Box::new(handed)), &stamp()).map(drop)
        });
        blob
    }

    /// Everything that was written at the desk is at the service.
    fn is_acknowledged(&self, number: u8) {
        write(self.store(number), |tx| {
            let own = tx.device()?.id;
            let (seq, hash) = tx.chain_head(own)?;
            tx.acknowledge(own, seq, hash)
        });
    }

    /// What waits to be opened at a desk, with what is noted of it.
    fn waits(&self, number: u8) -> Vec<(Digest, Option<String>)> {
        let incoming = self.store(number).read(|db| -> Result<_, StoreError> { db.mail_in() });
        incoming.expect("read").into_iter().map(|come| (come.blob, come.note)).collect()
    }

    /// What of the town's bundles is delivered, with what is noted of it.
    fn delivered(&self, number: u8) -> Vec<(bool, Option<String>)> {
        let outgoing = self.store(number).read(|db| -> Result<_, StoreError> { db.mail_out() });
        outgoing.expect("read").into_iter().map(|goes| (goes.delivered, goes.note)).collect()
    }
}

fn office(number: u8) -> &'static str {
    if number < 3 { TOWN } else { KREIS }
}

fn write(store: &Store, work: impl FnOnce(&mut crate::store::Tx<'_>) -> Result<(), StoreError>) {
    let _ = store.write(work).expect("written");
}

#[test]
fn cut_anywhere_each_bundle_goes_and_comes_once_and_stays_until_its_case_is_at_the_service() {
    let offices = Offices::new();
    let blob = offices.hands_over(1, 1, &[3, 4], 150_000);
    assert_eq!(offices.goes(1), Report::default(), "the case is not there yet");
    assert!(offices.post.borrow().mail.is_empty());
    offices.is_acknowledged(1);
    assert_eq!(offices.goes_at_last(1), 2, "what came through stays: only the last part was to go");
    assert_eq!(offices.delivered(1), [(true, None)]);
    assert_eq!(offices.goes(1).mail_sent, 0);
    // Both desks of the Kreis fetch it: whichever breaks down, the other has it.
    for number in [3, 4] {
        assert_eq!(offices.goes_at_last(number), 3);
        assert_eq!(offices.waits(number), [(blob, None)]);
        assert_eq!(offices.goes(number).mail_received, 0);
    }
    write(offices.store(3), |tx| {
        let _ = file(tx, case_id(1), b"paper")?;
        tx.mail_taken(blob)
    });
    let _ = offices.goes(3);
    assert_eq!(offices.waits(4), [(blob, None)]);
    assert!(!offices.post.borrow().mail.values().any(|bundle| bundle.taken), "its case is only at one desk");
    offices.is_acknowledged(3);
    assert_eq!(offices.goes_at_last(3), 1);
    assert_eq!((offices.goes_at_last(4), offices.waits(4)), (1, Vec::new()));
    assert_eq!(offices.goes(3), Report::default());
    assert_eq!(offices.goes(1), Report::default(), "what was taken is not brought again");
    assert_eq!(offices.post.borrow().brought.values().copied().collect::<Vec<_>>(), [1]);
    for number in 1..=4 {
        assert_clean(offices.store(number));
    }
}

#[test]
fn a_service_that_was_put_back_gets_what_nobody_answered_again() {
    let offices = Offices::new();
    let blob = offices.hands_over(1, 1, &[3], 9);
    offices.is_acknowledged(1);
    assert_eq!(offices.goes(1).mail_sent, 1);
    offices.post.borrow_mut().mail.clear();
    assert_eq!(offices.goes(1).mail_sent, 1);
    assert_eq!((offices.goes(3).mail_received, offices.waits(3)), (1, vec![(blob, None)]));
    // It is here and lies there no more: only what was taken is forgotten.
    offices.post.borrow_mut().mail.clear();
    assert_eq!((offices.goes(3), offices.waits(3).len()), (Report::default(), 1));
}

#[test]
fn what_lies_behind_the_first_page_comes_as_well() {
    let offices = Offices::new();
    for number in 1..=5 {
        let _ = offices.hands_over(1, number, &[3], 9);
    }
    offices.is_acknowledged(1);
    assert_eq!(offices.goes(1).mail_sent, 5);
    assert_eq!((offices.goes(3).mail_received, offices.waits(3).len()), (5, 5));
    // Desk 4 can open none of them: it knows of all, and forgets none while it lies there.
    let _ = (offices.goes(4), offices.goes(4));
    assert_eq!(offices.waits(4).len(), 5);
}

#[test]
fn what_only_another_desk_can_open_is_left_to_it() {
    let offices = Offices::new();
    let blob = offices.hands_over(1, 1, &[3], 150_000);
    offices.is_acknowledged(1);
    let _ = offices.goes(1);
    let other = || vec![(blob, Some(OTHER_DESK.to_owned()))];
    assert_eq!((offices.exchange(4, Vec::new()).0, offices.waits(4)), (2, other()), "one part was enough");
    write(offices.store(4), |tx| tx.mail_taken(blob));
    let _ = offices.goes(4);
    assert_eq!((offices.goes(3).mail_received, offices.waits(4)), (1, other()), "nor is it lost by that");
    write(offices.store(3), |tx| tx.mail_taken(blob));
    let _ = (offices.goes(3), offices.goes(4));
    assert_eq!((offices.waits(3), offices.waits(4)), (Vec::new(), Vec::new()));
}

#[test]
fn what_is_dropped_lies_nowhere_and_its_sender_hears_so() {
    let offices = Offices::new();
    // No desk of the Kreis has the key for it.
    let blob = offices.hands_over(1, 1, &[9], 9);
    offices.is_acknowledged(1);
    let _ = (offices.goes(1), offices.goes(3), offices.goes(4));
    assert_eq!(offices.waits(3), [(blob, Some(OTHER_DESK.to_owned()))]);
    write(offices.store(3), |tx| tx.mail_dropped(blob).map(drop));
    assert_eq!(offices.waits(3), []);
    let _ = (offices.goes_at_last(3), offices.goes(4), offices.goes(3));
    assert_eq!((offices.waits(3), offices.waits(4)), (Vec::new(), Vec::new()), "nor at the other desk");
    for _ in 0..2 {
        assert_eq!(offices.goes(1).mail_sent, 0, "nobody brings it again");
        assert_eq!(offices.delivered(1), [(false, Some("dropped".into()))]);
    }
    for number in [1, 3, 4] {
        assert_clean(offices.store(number));
    }
}

#[test]
fn what_is_not_taken_says_why_and_keeps_nothing_else_waiting() {
    let offices = Offices::new();
    let one = offices.hands_over(1, 1, &[3], 9);
    let _ = offices.hands_over(1, 2, &[3], 9);
    offices.is_acknowledged(1);
    offices.post.borrow_mut().refuses = Some(one);
    assert_eq!(offices.goes(1).mail_sent, 1);
    assert_eq!(offices.delivered(1), [(false, Some("mail_full".into())), (true, None)]);
    offices.post.borrow_mut().refuses = None;
    assert_eq!(offices.goes(1).mail_sent, 1);
    assert_eq!(offices.delivered(1), [(true, None), (true, None)]);
}

#[test]
fn whose_desks_can_open_what_is_asked_where_it_is_news_and_believed_where_the_service_signed_it() {
    let offices = Offices::new();
    let certificate = |town: &str, signs: u8| {
        let certificate = Certificate {
            town: town.into(),
            name: "Platz 3".into(),
            desks: vec![OwnDesk { device: device(3), code: "A".into() }],
            key: key(3).public(),
            given_at: DateTime::UNIX_EPOCH,
            valid_until: None,
        };
        certificate.sign(&key(signs)).expect("signed")
    };
    let known = || offices.store(1).read(|db| db.office(KREIS)).expect("read");
    for wrong in [certificate(KREIS, 7), certificate(TOWN, 200)] {
        offices.post.borrow_mut().certificates = vec![wrong];
        assert!(offices.exchange(1, Vec::new()).1.is_err());
        assert_eq!(known(), None);
    }
    let good = certificate(KREIS, 200);
    offices.post.borrow_mut().certificates = vec![good.clone()];
    assert_eq!(offices.goes_at_last(1), 2);
    assert_eq!(known().map(|office| office.certificates), Some(vec![good.bytes().to_vec()]));
    assert_eq!(offices.exchange(1, Vec::new()).0, 1, "nothing is new");
}
