//! Desks and a service in memory, with a line between them that breaks wherever a test wants. Each event arrives exactly
//! once, in order, whatever is lost.

use super::*;
use push::{Answer, Placed, Push, Stop, place};

/// What the service keeps of one desk.
#[derive(Default)]
struct Service {
    stored: Vec<Event>,
    head: Head,
}

impl Service {
    fn push(&mut self, bytes: &[u8]) -> Option<Answer> {
        let segment = Segment::read(bytes, &key(1).public()).ok()?;
        match place(self.head, &segment, |seq| Some(head_of(&self.stored, seq).hash)) {
            Placed::Say(answer) => Some(answer),
            Placed::Append => {
                self.stored.extend(segment.events.into_iter().map(|(_, event)| event));
                self.head = segment.head;
                Some(Answer::Stored { head: self.head })
            }
        }
    }
}

/// What the line does to one exchange.
#[derive(Debug, Clone, Copy)]
enum Line {
    Whole,
    /// So many bytes of the question arrive.
    CutsQuestion(usize),
    /// So many bytes of the answer arrive.
    CutsAnswer(usize),
}

/// One exchange: `false` where nothing was heard.
fn exchange(
    push: &mut Push,
    log: &[Event],
    service: &mut Service,
    line: Line,
    count: usize,
) -> Result<bool, Stop> {
    let Some(after) = push.next() else { return Ok(true) };
    let rest = &log[usize::try_from(after.seq).expect("small")..];
    let segment = Segment::pack(&key(1), device(1), after, &rest[..count.min(rest.len())]).expect("packed");
    push.sent();
    let arrived = match line {
        Line::CutsQuestion(at) => &segment[..at.min(segment.len())],
        _ => &segment[..],
    };
    let Some(answer) = service.push(arrived) else { return Ok(false) };
    let answer = serde_json::to_vec(&answer).expect("writes");
    let arrived = match line {
        Line::CutsAnswer(at) => &answer[..at.min(answer.len())],
        _ => &answer[..],
    };
    let Ok(answer) = serde_json::from_slice(arrived) else { return Ok(false) };
    push.hear(answer, |seq| own_hash(log, seq)).map(|()| true)
}

fn own_hash(log: &[Event], seq: u64) -> Option<Digest> {
    let at = usize::try_from(seq).ok()?.checked_sub(1)?;
    log.get(at).map(|event| Digest::of(&[&event.envelope]))
}

fn finish(push: &mut Push, log: &[Event], service: &mut Service, count: usize) {
    for _ in 0..=log.len() {
        if push.next().is_none() {
            break;
        }
        let _ = exchange(push, log, service, Line::Whole, count).expect("goes on");
    }
    assert_eq!(service.stored, log);
    assert_eq!(push.acknowledged(), service.head);
}

#[test]
fn cut_at_every_byte_of_question_and_answer_each_event_is_stored_once() {
    let log = events(device(1), Head::default(), 4);
    let own = head_of(&log, 4);
    let whole = Segment::pack(&key(1), device(1), Head::default(), &log[..2]).expect("packed").len();
    let answer = serde_json::to_vec(&Answer::Stored { head: own }).expect("writes").len();
    let cuts = (0..whole).map(Line::CutsQuestion).chain((0..answer).map(Line::CutsAnswer));
    let mut tried = 0;
    for cut in cuts {
        let (mut service, mut push) = (Service::default(), Push::new(own, Head::default()));
        let heard = exchange(&mut push, &log, &mut service, cut, 2).expect("no stop");
        assert!(!heard, "{cut:?} was understood");
        assert_eq!(push.acknowledged(), Head::default(), "nothing leaves the outbox unheard");
        let wanted = if matches!(cut, Line::CutsQuestion(_)) { 0 } else { 2 };
        assert_eq!(service.stored.len(), wanted, "{cut:?}");
        // The program may have been started again meanwhile, and cut anew.
        let mut push = Push::new(own, push.acknowledged());
        finish(&mut push, &log, &mut service, 3);
        tried += 1;
    }
    assert!(tried > 350, "{tried} cuts");
}

#[test]
fn a_service_that_comes_back_empty_or_older_gets_everything_again() {
    let log = events(device(1), Head::default(), 9);
    for there in [0, 3] {
        let stored = log[..there].to_vec();
        let mut service = Service { head: head_of(&log, there as u64), stored };
        let mut push = Push::new(head_of(&log, 9), head_of(&log, 7));
        finish(&mut push, &log, &mut service, 2);
    }
}

#[test]
fn a_copy_that_was_written_to_is_a_fork_and_an_older_one_is_behind() {
    let log = events(device(1), Head::default(), 5);
    let mut service = Service::default();
    finish(&mut Push::new(head_of(&log, 5), Head::default()), &log, &mut service, 5);
    let mut other = log[..3].to_vec();
    let mut changed = events(device(1), head_of(&log, 3), 3);
    changed[0].payload = None;
    changed[0].envelope =
        String::from_utf8(changed[0].envelope.clone()).expect("text").replace("counter", "clerk").into();
    other.push(changed[0].clone());
    other.extend(events(device(1), head_of(&other, 4), 3));
    let mut push = Push::new(head_of(&other, 7), head_of(&other, 3));
    let heard = exchange(&mut push, &other, &mut service, Line::Whole, 9);
    assert_eq!(heard, Err(Stop::Fork { seq: 5 }));
    let mut push = Push::new(head_of(&log, 4), head_of(&log, 3));
    let heard = exchange(&mut push, &log[..4], &mut service, Line::Whole, 9);
    assert_eq!(heard, Err(Stop::Behind { there: 5, here: 4 }));
    assert_eq!(service.stored, log, "nothing of it was stored");
}

#[test]
fn a_service_that_never_goes_on_is_not_asked_for_ever() {
    let log = events(device(1), Head::default(), 2);
    let mut push = Push::new(head_of(&log, 2), Head::default());
    push.sent();
    let answer = Answer::Gap { head: Head::default() };
    assert_eq!(push.hear(answer, |seq| own_hash(&log, seq)), Err(Stop::Stuck { seq: 0 }));
}

#[test]
fn what_is_pulled_is_checked_again_and_taken_whole_or_not_at_all() {
    let log = events(device(1), Head::default(), 3);
    let service = key(3);
    let certificate = |town: &str| Certificate {
        town: town.into(),
        name: "Schalter 1".into(),
        desks: vec![OwnDesk { device: device(1), code: "A".into() }],
        key: key(1).public(),
        given_at: chrono::DateTime::UNIX_EPOCH,
        valid_until: None,
    };
    let entry = |town_seq, kind, bytes: &[u8]| Entry { town_seq, kind, bytes: bytes.to_vec() };
    let known = certificate("05554024").sign(&service).expect("signed");
    let segment = Segment::pack(&key(1), device(1), Head::default(), &log).expect("packed");
    let own = head_of(&log, 2);
    let heard = |seq| Head { seq, hash: Digest([9; 32]) };
    let page =
        |entries: Vec<Entry>| Page { next: heard(5), entries, more: false, own }.bytes().expect("written");
    let begin = || pull::Pull::new("05554024".into(), service.public(), [].into(), Head::default());
    let whole = page(vec![
        entry(1, Kind::Certificate, known.bytes()),
        entry(2, Kind::Segment, &segment),
        entry(5, Kind::Later(9), b"?"),
    ]);
    let mut pull = begin();
    let taken = pull.take(&whole).expect("taken");
    assert_eq!((taken.arrived.len(), taken.more, taken.own, pull.since()), (2, false, own, heard(5)));
    for at in 0..whole.len() {
        let mut pull = begin();
        assert!(pull.take(&whole[..at]).is_err(), "cut at {at}");
        assert_eq!(pull.since(), Head::default(), "moved on without having heard");
    }
    let alone = page(vec![entry(2, Kind::Segment, &segment)]);
    assert_eq!(begin().take(&alone), Err(WireError::Malformed("a desk without certificate")));
    let forged = certificate("05554024").sign(&key(4)).expect("signed");
    let forged = page(vec![entry(1, Kind::Certificate, forged.bytes())]);
    assert_eq!(begin().take(&forged), Err(WireError::Signature));
    let other = certificate("05554012").sign(&service).expect("signed");
    let other = page(vec![entry(1, Kind::Certificate, other.bytes())]);
    assert_eq!(begin().take(&other), Err(WireError::Malformed("a desk of another town")));
}
