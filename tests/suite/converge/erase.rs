//! Destruction of files among the acts of the simulation: one proposes what is due, another confirms at whatever desk, and at
//! the end nothing of it is anywhere. Draws nothing at random.

use amtsstube::desk::clock::Clock;
use amtsstube::desk::{Desk, DeskError};
use amtsstube::domain::disposal::DisposalEvent;
use amtsstube::domain::event::Subject;
use amtsstube::domain::id::{CaseId, Digest, EventRef, PersonId};
use amtsstube::store::StoreError;
use amtsstube::wire::Service as _;
use std::collections::BTreeSet;

use super::acts::Act;
use super::desks::Desks;

/// Long after the term of every case that is due by being closed.
const LATE: &str = "2060-01-05T10:00:00Z";

/// What was erased, as the confirmed lists of a desk name it.
#[derive(Debug, Default, PartialEq)]
pub struct Gone {
    pub cases: BTreeSet<CaseId>,
    pub persons: BTreeSet<PersonId>,
    pub events: BTreeSet<EventRef>,
    pub blobs: BTreeSet<Digest>,
}

impl Desks {
    /// A desk as it is when terms are over.
    fn late(&self, at: usize) -> Desk {
        let clock = Clock::Fixed(LATE.parse().unwrap());
        let mut desk = self.desks[at].desk.clone();
        desk.clock = clock;
        desk
    }

    /// Proposes what is due, in the place of what was proposed before.
    pub fn propose(&self, at: usize) -> Result<(), DeskError> {
        let desk = self.late(at);
        let overview = desk.retention(&self.clerk, desk.today())?;
        if let Some(open) = overview.open() {
            desk.withdraw_disposal(&self.clerk, open.list.id, "neu")?;
        }
        if overview.due.is_empty() {
            return Ok(());
        }
        desk.propose_disposal(&self.clerk, desk.today()).map(drop)
    }

    /// Confirms every list that waits here, as the second person.
    pub fn confirm(&self, at: usize) -> Result<(), DeskError> {
        let desk = self.late(at);
        let lists = desk.retention(&self.head, desk.today())?.lists;
        let mut open = lists.into_iter().filter(|shown| shown.list.is_open());
        open.try_for_each(|shown| desk.confirm_disposal(&self.head, shown.list.id).map(drop))
    }

    /// Takes along what was written to erased cases and about erased people meanwhile; whether there was any.
    pub fn finish(&mut self, at: usize) -> bool {
        let desk = self.late(at);
        let left = desk.retention(&self.head, desk.today()).unwrap().left;
        assert!(left.iter().all(|left| !left.held), "nobody set a hold: {left:#?}");
        let numbers: BTreeSet<&str> = left.iter().map(|left| left.number.as_str()).collect();
        for number in &numbers {
            desk.finish_left(&self.head, number).unwrap();
        }
        // What is left of people alone goes with the next list.
        let alone = desk.retention(&self.head, desk.today()).unwrap().orphans > 0;
        if alone {
            for act in [Act::File(0, true), Act::Propose, Act::Confirm] {
                self.tries(at, &act).unwrap();
            }
            assert_eq!(desk.retention(&self.head, desk.today()).unwrap().orphans, 0);
        }
        alone || !numbers.is_empty()
    }

    /// What the lists of a desk name as erased.
    pub fn gone(&self, at: usize) -> Gone {
        let desk = self.late(at);
        let lists = desk.retention(&self.head, desk.today()).unwrap().lists;
        let store = self.store(at);
        let mut gone = Gone::default();
        for shown in lists {
            let subject = Subject::Disposal(shown.list.id);
            let events = store.read(|db| -> Result<_, StoreError> { db.events(subject) }).unwrap();
            for (_, payload) in events.into_iter().filter_map(|event| event.payload) {
                match serde_json::from_slice(&payload).unwrap() {
                    DisposalEvent::CaseErased(erased) => {
                        let _ = gone.cases.insert(erased.case);
                        gone.events.extend(erased.events);
                        gone.blobs.extend(erased.blobs);
                    }
                    DisposalEvent::PersonErased { person, events, .. } => {
                        let _ = gone.persons.insert(person);
                        gone.events.extend(events);
                    }
                    _ => {}
                }
            }
        }
        gone
    }

    /// Neither the desk has a word or a paper of what was erased, nor does the service give it a paper.
    pub fn has_nothing_of(&self, at: usize, gone: &Gone) {
        let store = self.store(at);
        let read = |subject| store.read(|db| -> Result<_, StoreError> { db.events(subject) }).unwrap();
        let subjects = gone.cases.iter().map(|case| Subject::Case(*case));
        for subject in subjects.chain(gone.persons.iter().map(|person| Subject::Person(*person))) {
            for event in read(subject) {
                assert!(event.payload.is_none(), "desk {at} has {:?} of {subject}", event.id);
            }
        }
        let has = |blob: &Digest| store.read(|db| -> Result<_, StoreError> { db.has_blob(*blob) }).unwrap();
        let kept: Vec<&Digest> = gone.blobs.iter().filter(|blob| has(blob)).collect();
        assert!(kept.is_empty(), "desk {at} has papers: {kept:?}");
        let blobs: Vec<Digest> = gone.blobs.iter().copied().collect();
        let mut line = self.kreis.line(self.desks[at].device, Vec::new());
        for (state, blob) in line.blobs(&blobs).unwrap().iter().zip(&blobs) {
            assert!(!state.whole && state.parts == 0, "the service has {blob:?}: {state:?}");
        }
    }
}
