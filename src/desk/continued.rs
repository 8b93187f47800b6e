//! A database that is not the newest its desk had (put back, copied, damaged): it hands out no number until the head has
//! decided that it goes on as a new desk. Mends nothing.

use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::session::Session;
use crate::domain::id::DeviceId;
use crate::domain::number::desk_code;
use crate::domain::problem::Problem;
use crate::domain::town::TownEvent;
use crate::store::NewDevice;

impl Desk {
    /// Goes on as a new desk, with an id, a chain and numbers of its own; gives its code. Who decided and why is the first
    /// event of the new chain. Refused where the database is the newest.
    pub fn continue_as_new(&self, session: &Session, reason: &str) -> Result<String, DeskError> {
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Problem::error("reason", "text-missing").into());
        }
        if self.store.standing()?.is_ok() {
            return Err(DeskError::because("desk-is-newest"));
        }
        let now = self.clock.now();
        let id = DeviceId(self.chance.id(now.timestamp_millis())?);
        let device = NewDevice { id, code: desk_code(self.chance.bytes()?), now };
        let code = device.code.clone();
        let _ = self.store.go_on_as(&device, |tx| {
            let (after, hash) = tx.continues()?.ok_or_else(|| DeskError::because("desk-is-newest"))?;
            let twin = tx.has_twin(after.device)?;
            let mut hand = Hand::new(self, tx, session)?;
            hand.write_town(&TownEvent::DeskContinued { code, after, hash, twin, reason })
        })?;
        Ok(device.code)
    }
}
