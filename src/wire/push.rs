//! Sending what a desk has: the service's decision about a segment, and the desk's about the answer. Both are plain
//! functions of what each knows; who carries the bytes, and how often they get lost, is somebody else's business.
//!
//! Every answer carries the service's head of the desk's chain, so every answer is a place to go on from: segments may be
//! cut anew, sent twice, or sent again from the start to a service that came back empty.

use super::segment::{Head, Segment};
use crate::domain::id::Digest;
use serde::{Deserialize, Serialize};

/// What the service answers to a segment. `head` is where the desk's chain stands at the service, durably.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// It is there, perhaps since long.
    Stored {
        /// Where the chain stands.
        head: Head,
    },
    /// Events before it are missing.
    Gap {
        /// Where the chain stands.
        head: Head,
    },
    /// Something else stands at that place already.
    Fork {
        /// Where the chain stands.
        head: Head,
    },
    /// The desk was cut off: it lies aside until the town's head has decided, and counts for nobody.
    Aside {
        /// Where what lies aside stands.
        head: Head,
    },
}

impl Answer {
    /// The status that HTTP gives it.
    pub fn status(&self) -> u16 {
        match self {
            Self::Stored { .. } => 200,
            Self::Aside { .. } => 202,
            Self::Gap { .. } | Self::Fork { .. } => 409,
        }
    }
}

/// What the service does with a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placed {
    /// It follows: store it, then say [`Answer::Stored`] with its head.
    Append,
    /// Nothing is to be stored: say this.
    Say(Answer),
}

/// Decides about a checked segment. `hash_at` gives the stored hash of an event of that desk.
///
/// A segment that overlaps what is there is not stored in part: the desk hears where the chain stands and cuts anew.
pub fn place(head: Head, segment: &Segment, hash_at: impl FnOnce(u64) -> Option<Digest>) -> Placed {
    let (after, last) = (segment.after, segment.head);
    if after.seq > head.seq {
        return Placed::Say(Answer::Gap { head });
    }
    // The last event that both have must be the same one; the chain then vouches for all before it.
    let shared = last.seq.min(head.seq);
    let here = if shared == head.seq { Some(head.hash) } else { hash_at(shared) };
    if here.is_none() || here != segment.hash_at(shared) {
        return Placed::Say(Answer::Fork { head });
    }
    if after.seq == head.seq { Placed::Append } else { Placed::Say(Answer::Stored { head }) }
}

/// Why a desk stops sending. Sending again would not help; a person has to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    /// The service has other events of this desk: an older copy was put back and written to, or two machines are one desk.
    #[error("the service has another event {seq} of this desk")]
    Fork {
        /// The first number that may differ.
        seq: u64,
    },
    /// The service has more events of this desk than this database: an older copy was put back.
    #[error("the service has {there} events of this desk, this database {here}")]
    Behind {
        /// Events at the service.
        there: u64,
        /// Events here.
        here: u64,
    },
    /// The desk was cut off. What it had lies aside at the service, and all of it here.
    #[error("the desk was cut off")]
    CutOff,
    /// The service took nothing and said nothing new.
    #[error("the service does not go on at event {seq}")]
    Stuck {
        /// Where.
        seq: u64,
    },
}

/// Whether the service's head is an event of this chain. `hash_at` gives the hash of an own event.
pub fn agrees(own: Head, there: Head, hash_at: impl FnOnce(u64) -> Option<Digest>) -> Result<(), Stop> {
    if there.seq > own.seq {
        return Err(Stop::Behind { there: there.seq, here: own.seq });
    }
    let ours = if there.seq == 0 { Some(Digest::default()) } else { hash_at(there.seq) };
    if ours == Some(there.hash) { Ok(()) } else { Err(Stop::Fork { seq: there.seq }) }
}

/// One desk's chain on its way to the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Push {
    own: Head,
    acknowledged: Head,
    sent_after: Option<u64>,
    aside: bool,
}

impl Push {
    /// Begins where the service stood when it last answered.
    pub fn new(own: Head, acknowledged: Head) -> Self {
        Self { own, acknowledged, sent_after: None, aside: false }
    }

    /// The next segment follows this event; nothing where everything is acknowledged.
    pub fn next(&self) -> Option<Head> {
        (self.acknowledged.seq < self.own.seq).then_some(self.acknowledged)
    }

    /// What the service has durably.
    pub fn acknowledged(&self) -> Head {
        self.acknowledged
    }

    /// Whether the service only lays aside what comes: nothing of it is acknowledged.
    pub fn is_aside(&self) -> bool {
        self.aside
    }

    /// Notes that a segment after [`Push::next`] is on its way.
    pub fn sent(&mut self) {
        self.sent_after = Some(self.acknowledged.seq);
    }

    /// Hears the answer. `hash_at` gives the hash of an own event.
    pub fn hear(&mut self, answer: Answer, hash_at: impl FnOnce(u64) -> Option<Digest>) -> Result<(), Stop> {
        let (Answer::Stored { head } | Answer::Gap { head } | Answer::Fork { head } | Answer::Aside { head }) =
            answer;
        agrees(self.own, head, hash_at)?;
        if matches!(answer, Answer::Fork { .. }) {
            return Err(Stop::Fork { seq: head.seq });
        }
        if self.sent_after == Some(head.seq) {
            return Err(Stop::Stuck { seq: head.seq });
        }
        self.acknowledged = head;
        self.aside |= matches!(answer, Answer::Aside { .. });
        Ok(())
    }
}
