//! What is chosen among versions, and short marks under which they are offered where nobody looks at a screen. Decides nothing.

use super::{Choice, Conflict, Version};
use crate::domain::id::{Digest, EventRef};
use serde_json::Value;

/// Letters of a mark: enough that one of another set is not met by chance.
const LETTERS: usize = 6;

impl Conflict {
    /// The value as it is chosen among the versions of this conflict.
    pub fn choice(&self, value: Value) -> Choice {
        Choice { value, among: self.versions.iter().map(|version| version.written).collect() }
    }

    /// A short mark of one of the versions among those that stand now. It is the same at every desk, and another as soon as a
    /// version comes or goes: whoever names it has seen just these.
    pub fn mark(&self, version: &Version) -> String {
        let name = |EventRef { device, seq }: EventRef| format!("{device}.{seq}");
        let among = self.choice(version.value.clone()).among.into_iter().map(name);
        let told: Vec<String> =
            [self.field.clone(), name(version.written)].into_iter().chain(among).collect();
        let digest = Digest::of(&[told.join("\n").as_bytes()]).to_string();
        digest.chars().take(LETTERS).collect()
    }

    /// The version with this mark; none where others stand against each other than those it was given for.
    pub fn marked(&self, mark: &str) -> Option<&Version> {
        self.versions.iter().find(|version| self.mark(version).eq_ignore_ascii_case(mark))
    }
}
