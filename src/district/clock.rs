//! The service's clock: how old a challenge is, whether a code has expired. No legal date comes from here.

use chrono::{DateTime, Utc};

/// Now.
#[expect(clippy::disallowed_methods, reason = "the service's own clock; desks have `desk::clock`")]
pub(super) fn now() -> DateTime<Utc> {
    Utc::now()
}
