//! From events to state, the same on every desk: canonical order, ancestry, registers. Knows no subject's meaning.

use super::event::Recorded;
use super::id::EventRef;
use std::collections::{BTreeMap, BTreeSet};

/// A subject's events in canonical order (parents first, ties by desk and number), with who precedes whom.
#[derive(Debug)]
pub struct Ordered<'a, E> {
    events: Vec<&'a Recorded<E>>,
    ancestors: BTreeMap<EventRef, BTreeSet<EventRef>>,
    /// Events whose parents have not arrived; the fold leaves them out until they have.
    pub parked: Vec<EventRef>,
}

/// What precedes the event being applied.
#[derive(Debug, Clone, Copy)]
pub struct Past<'a> {
    /// The event itself.
    pub id: EventRef,
    ancestors: &'a BTreeSet<EventRef>,
}

impl Past<'_> {
    /// Whether the clerk who wrote this event could see the other.
    pub fn saw(&self, other: EventRef) -> bool {
        self.ancestors.contains(&other)
    }
}

impl<'a, E> Ordered<'a, E> {
    /// Puts events that arrived in any order into the canonical one. A repeated event counts once.
    pub fn new(arrived: &'a [Recorded<E>]) -> Self {
        let mut waiting: BTreeMap<EventRef, &Recorded<E>> = arrived.iter().map(|e| (e.id, e)).collect();
        let mut open: BTreeMap<EventRef, usize> = BTreeMap::new();
        let mut children: BTreeMap<EventRef, Vec<EventRef>> = BTreeMap::new();
        for event in waiting.values() {
            let _ = open.insert(event.id, event.parents.len());
            for parent in &event.parents {
                children.entry(*parent).or_default().push(event.id);
            }
        }
        let mut ready: BTreeSet<EventRef> =
            open.iter().filter(|(_, n)| **n == 0).map(|(id, _)| *id).collect();
        let mut ordered = Self {
            events: Vec::with_capacity(waiting.len()),
            ancestors: BTreeMap::new(),
            parked: Vec::new(),
        };
        while let Some(id) = ready.pop_first() {
            let Some(event) = waiting.remove(&id) else { continue };
            let mut past: BTreeSet<EventRef> = event.parents.iter().copied().collect();
            past.extend(event.parents.iter().filter_map(|p| ordered.ancestors.get(p)).flatten().copied());
            let _ = ordered.ancestors.insert(id, past);
            ordered.events.push(event);
            for child in children.remove(&id).unwrap_or_default() {
                if let Some(missing) = open.get_mut(&child) {
                    *missing -= 1;
                    if *missing == 0 {
                        let _ = ready.insert(child);
                    }
                }
            }
        }
        ordered.parked = waiting.into_keys().collect();
        ordered
    }

    /// The events, each with its past.
    pub fn iter(&self) -> impl Iterator<Item = (&'a Recorded<E>, Past<'_>)> {
        self.events.iter().map(|event| (*event, Past { id: event.id, ancestors: &self.ancestors[&event.id] }))
    }

    /// Events that nobody has built on: the parents of the next one.
    pub fn heads(&self) -> Vec<EventRef> {
        let built_on: BTreeSet<&EventRef> = self.events.iter().flat_map(|event| &event.parents).collect();
        let mut heads: Vec<EventRef> =
            self.events.iter().map(|event| event.id).filter(|id| !built_on.contains(id)).collect();
        heads.sort_unstable();
        heads
    }
}

/// A value that desks may write at the same time. Writes replace what their writer saw; what they did not see stays beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register<T> {
    versions: Vec<(T, EventRef)>,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { versions: Vec::new() }
    }
}

impl<T: PartialEq> Register<T> {
    /// Writes a value.
    pub fn write(&mut self, value: T, past: Past<'_>) {
        self.versions.retain(|(_, writer)| !past.saw(*writer));
        self.versions.push((value, past.id));
        self.versions.sort_by_key(|(_, writer)| *writer);
    }

    /// The value; the first by desk and number while two stand against each other.
    pub fn get(&self) -> Option<&T> {
        self.versions.first().map(|(value, _)| value)
    }

    /// Who wrote the value.
    pub fn writer(&self) -> Option<EventRef> {
        self.versions.first().map(|(_, writer)| *writer)
    }

    /// All values that stand against each other; empty where there is nothing to decide.
    pub fn conflict(&self) -> Vec<(&T, EventRef)> {
        let differ = self.versions.iter().any(|(value, _)| *value != self.versions[0].0);
        if differ {
            self.versions.iter().map(|(value, writer)| (value, *writer)).collect()
        } else {
            Vec::new()
        }
    }
}

/// Of each text on which desks disagree: the values that stand against each other, with who wrote each.
pub fn versions(registers: &BTreeMap<&str, Register<&str>>) -> BTreeMap<String, Vec<(String, EventRef)>> {
    let conflicts = registers.iter().map(|(name, register)| (*name, register.conflict()));
    let versions = |(name, conflict): (&str, Vec<(&&str, EventRef)>)| {
        let texts = conflict.into_iter().map(|(value, writer)| ((*value).to_owned(), writer));
        (name.to_owned(), texts.collect())
    };
    conflicts.filter(|(_, conflict)| !conflict.is_empty()).map(versions).collect()
}

#[cfg(test)]
mod tests {
    use super::super::event::Payload;
    use super::super::id::{DeviceId, UserId};
    use super::*;
    use uuid::Uuid;

    fn event(device: u128, seq: u64, parents: &[(u128, u64)], value: char) -> Recorded<char> {
        let at = |(device, seq): (u128, u64)| EventRef { device: DeviceId(Uuid::from_u128(device)), seq };
        Recorded {
            id: at((device, seq)),
            parents: parents.iter().map(|p| at(*p)).collect(),
            at: chrono::DateTime::UNIX_EPOCH,
            actor: UserId(Uuid::nil()),
            payload: Payload::Known(value),
        }
    }

    fn written(events: &[Recorded<char>]) -> Register<char> {
        let mut register = Register::default();
        for (event, past) in Ordered::new(events).iter() {
            if let Payload::Known(value) = event.payload {
                register.write(value, past);
            }
        }
        register
    }

    #[test]
    fn a_write_replaces_what_its_writer_saw() {
        let register = written(&[event(1, 2, &[(1, 1)], 'b'), event(1, 1, &[], 'a')]);
        assert_eq!((register.get(), register.conflict().len()), (Some(&'b'), 0));
    }

    #[test]
    fn writes_that_did_not_see_each_other_stand_side_by_side_until_one_saw_both() {
        let mut events =
            vec![event(1, 1, &[], 'a'), event(1, 2, &[(1, 1)], 'b'), event(2, 1, &[(1, 1)], 'c')];
        assert_eq!(written(&events).conflict().len(), 2);
        events.push(event(2, 2, &[(1, 2), (2, 1)], 'd'));
        assert_eq!((written(&events).get(), written(&events).conflict().len()), (Some(&'d'), 0));
    }

    #[test]
    fn equal_values_are_no_conflict() {
        assert!(written(&[event(1, 1, &[], 'a'), event(2, 1, &[], 'a')]).conflict().is_empty());
    }

    #[test]
    fn an_event_waits_for_its_parents() {
        let orphan = [event(1, 1, &[], 'a'), event(1, 3, &[(1, 2)], 'c')];
        let ordered = Ordered::new(&orphan);
        assert_eq!((ordered.parked.len(), ordered.heads().len()), (1, 1));
    }
}
