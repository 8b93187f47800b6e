//! What a desk had of the other desks' chains when it wrote an event: the past across subjects, which parents alone do not
//! tell. Says nothing about what the events are.

use super::id::{DeviceId, EventRef};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far each desk's chain was there, from its first event without a gap.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seen(BTreeMap<DeviceId, u64>);

impl Seen {
    /// Takes in that a chain was there up to an event; less than is known changes nothing.
    pub fn note(&mut self, upto: EventRef) {
        let known = self.0.entry(upto.device).or_default();
        *known = (*known).max(upto.seq);
    }

    /// Whether an event was there.
    pub fn contains(&self, event: EventRef) -> bool {
        self.0.get(&event.device).is_some_and(|upto| event.seq <= *upto)
    }

    /// Whether everything that `other` has is here.
    pub fn covers(&self, other: &Self) -> bool {
        other.iter().all(|upto| upto.seq == 0 || self.contains(upto))
    }

    /// The last event that was there of each chain.
    pub fn iter(&self) -> impl Iterator<Item = EventRef> {
        self.0.iter().map(|(device, seq)| EventRef { device: *device, seq: *seq })
    }
}

impl FromIterator<EventRef> for Seen {
    fn from_iter<I: IntoIterator<Item = EventRef>>(all: I) -> Self {
        let mut seen = Self::default();
        all.into_iter().for_each(|upto| seen.note(upto));
        seen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_chain_is_there_up_to_its_last_event() {
        let at = |device: u128, seq| EventRef { device: DeviceId(Uuid::from_u128(device)), seq };
        let seen: Seen = [at(1, 3), at(1, 2), at(2, 0)].into_iter().collect();
        assert!(seen.contains(at(1, 3)) && !seen.contains(at(1, 4)) && !seen.contains(at(3, 1)));
        assert!(seen.covers(&[at(1, 2), at(3, 0)].into_iter().collect()));
        assert!(!seen.covers(&[at(2, 1)].into_iter().collect()));
        let json = serde_json::to_string(&seen).expect("writes");
        assert_eq!(serde_json::from_str::<Seen>(&json).expect("reads"), seen);
    }
}
