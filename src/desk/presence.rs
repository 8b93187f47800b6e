//! Who else in the town has a case open, as far as that is known. Writes nothing, and says nothing of cases that the user
//! may not read: it is shown beside cases that they see.

use super::Desk;
use crate::domain::id::CaseId;
use chrono::{DateTime, Utc};

/// A case that is open at another desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The case.
    pub case: CaseId,
    /// Who sits there.
    pub by: String,
    /// What the Kreis calls the desk.
    pub desk: String,
    /// Since when, by the service's clock.
    pub since: DateTime<Utc>,
}

impl Desk {
    /// What is on the screen here from now on, and who looks at it: the other desks hear it with the next round.
    pub fn show_open(&self, open: Option<(CaseId, &str)>) {
        self.presence.show(open);
    }

    /// What other desks have open. Empty says that nobody is known to have anything open, not that nobody has.
    pub fn open_elsewhere(&self) -> Vec<Elsewhere> {
        let others = self.presence.others().unwrap_or_default();
        let all = others.into_iter().filter_map(|one| {
            let since = DateTime::from_timestamp(one.since, 0)?;
            Some(Elsewhere { case: one.case, by: one.name, desk: one.desk, since })
        });
        all.collect()
    }
}
