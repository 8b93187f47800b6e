//! How often a desk may ask: so many a second, and so many at once after a rest. Knows no clock.

use crate::domain::id::DeviceId;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// What each desk has left. Only desks that showed who they are have an entry, so there are no more than enrolled ones.
#[derive(Debug)]
pub(super) struct Rate {
    per_second: u32,
    burst: u32,
    left: Mutex<HashMap<DeviceId, (f64, Instant)>>,
}

impl Rate {
    /// So many a second, and so many at once after a rest.
    pub fn new(per_second: u32, burst: u32) -> Self {
        Self { per_second: per_second.max(1), burst: burst.max(1), left: Mutex::default() }
    }

    /// Whether the desk may ask now; else how long it had better wait.
    pub fn take(&self, device: DeviceId, now: Instant) -> Result<(), Duration> {
        let (burst, rate) = (f64::from(self.burst), f64::from(self.per_second));
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let (tokens, since) = left.entry(device).or_insert((burst, now));
        *tokens = burst.min(*tokens + now.duration_since(*since).as_secs_f64() * rate);
        *since = now;
        if *tokens < 1.0 {
            return Err(Duration::from_secs_f64((1.0 - *tokens) / rate));
        }
        *tokens -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::tests::device;

    #[test]
    fn a_desk_that_asks_without_end_waits_and_no_other_does() {
        let (rate, now) = (Rate::new(10, 3), Instant::now());
        let asks = |number, later| rate.take(device(number), now + Duration::from_millis(later));
        assert_eq!([0, 0, 0].map(|later| asks(1, later)), [Ok(()); 3]);
        assert!(asks(1, 0).is_err_and(|wait| wait <= Duration::from_millis(100)));
        assert_eq!(asks(2, 0), Ok(()));
        assert_eq!(asks(1, 100), Ok(()));
        assert!(asks(1, 101).is_err());
        // A rest fills up to the burst and no further.
        assert_eq!([9000, 9000, 9000].map(|later| asks(1, later)), [Ok(()); 3]);
        assert!(asks(1, 9000).is_err());
    }
}
