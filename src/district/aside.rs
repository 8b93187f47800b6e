//! What a desk wrote after it was cut off: taken into the town's sequence, or dropped, at the word of the town's head.
//! Lets no desk in again.

use super::clock;
use super::store::{Decision, Sign, Store, StoreError};
use crate::domain::id::DeviceId;
use crate::wire::push::Answer;
use crate::wire::{SecretKey, Segment, Verdict};
use std::sync::Arc;

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub enum AsideError {
    /// Nothing of that desk lies aside.
    #[error("nothing lies aside")]
    Nothing,
    /// It no longer follows what is in the sequence.
    #[error("what lies aside does not follow what the town has")]
    DoesNotFollow,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Decides at `by`'s word about what lies aside of a desk; gives how many events it was. Doing it again after it broke off
/// goes on where it stopped.
pub async fn decide_aside<S: Store>(
    store: &S,
    key: &SecretKey,
    device: DeviceId,
    taken: bool,
    by: String,
) -> Result<u64, AsideError> {
    let (mut events, key) = (0, key.clone());
    let sign: Sign = Arc::new(move |verdict: &Verdict| verdict.sign(&key));
    for (town, bytes) in store.aside_segments(device).await? {
        let known = store.device(town.clone(), device).await?.ok_or(AsideError::Nothing)?;
        let segment = Segment::read(&bytes, &known.key).map_err(StoreError::from)?;
        events += segment.events.len() as u64;
        if taken {
            let taken = store.append(town, segment, bytes, Arc::clone(&sign)).await?;
            if !matches!(taken.answer, Answer::Stored { .. }) {
                return Err(AsideError::DoesNotFollow);
            }
        }
    }
    let decision = Decision { taken, by, at: clock::now() };
    if store.decide_aside(device, decision).await? { Ok(events) } else { Err(AsideError::Nothing) }
}
