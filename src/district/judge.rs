//! Judging events by the domain's role table: what a role may not write does not count. Stops no segment.

use crate::domain::user::{Role, has_row, may};
use crate::wire::{Segment, Verdict};
use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error, StrDeserializer};

/// Verdicts on the events that their role may not write. A role or a kind that a later version knows is not judged.
pub(super) fn judge(segment: &Segment) -> Vec<Verdict> {
    let refused = segment.events.iter().filter(|(outline, _)| {
        let name: StrDeserializer<'_, Error> = outline.role.as_str().into_deserializer();
        Role::deserialize(name).is_ok_and(|role| has_row(&outline.kind) && !may(role, &outline.kind))
    });
    refused.map(|(outline, _)| Verdict { event: outline.id(), reason: "role".to_owned() }).collect()
}
