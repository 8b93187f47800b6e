//! What the Kreis takes back: a publisher's key, or one pack. It says so in a pack of its own (`withdrawn/NAME.toml`), so that it
//! is signed, kept and delivered as every pack is. Takes nothing out: who may say it and what follows, `desk` decides.

use super::content::Loaded;
use crate::catalogue::read::{File, Source};
use crate::domain::id::Digest;
use crate::domain::problem::Problem;
use serde::{Deserialize, Serialize};

/// Name of the pack in which a service lists all that it took back.
pub const NAME: &str = "withdrawn";

/// Where the list stands in it.
pub const PLACE: &str = "withdrawn/list.toml";

/// Longest reason.
const LONGEST: usize = 300;

/// A key or a pack that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// A publisher's key: whatever it signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Digest>,
    /// SHA-256 of one pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<Digest>,
    /// Why, as people read it.
    pub reason: String,
}

impl Withdrawn {
    /// Whether it is about a pack with this digest, signed with this key.
    pub fn is_about(&self, pack: Digest, key: [u8; 32]) -> bool {
        self.key == Some(Digest(key)) || self.pack == Some(pack)
    }

    /// What is wrong with it.
    fn fault(&self) -> bool {
        let reason = self.reason.trim();
        self.key.is_some() == self.pack.is_some()
            || reason.is_empty()
            || reason.chars().count() > LONGEST
            || reason.contains(char::is_control)
    }

    /// What is said of a pack that it is about.
    pub fn problem(&self) -> Problem {
        let id = if self.key.is_some() { "pack-key-withdrawn" } else { "pack-withdrawn" };
        Problem::error("", id).with("reason", &self.reason)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    withdrawn: Vec<Withdrawn>,
}

/// Whether a file of a pack takes something back.
pub(super) fn is_withdrawing(path: &str) -> bool {
    path.starts_with("withdrawn/")
}

/// What a file takes back, and everything that is wrong in it.
pub(super) fn read(file: &File) -> (Vec<Withdrawn>, Vec<Problem>) {
    let source = Source::new(file);
    let table = toml::Spanned::new(0..0, toml::de::DeValue::Table(source.table()));
    let mut all = source.take::<List>(table).map(|list| list.withdrawn).unwrap_or_default();
    for wrong in all.iter().filter(|one| one.fault()) {
        source.tell_at(0, &wrong.reason, 0, Problem::error("", "withdrawn-form"));
    }
    all.retain(|one| !one.fault());
    (all, source.finish())
}

/// The file that says it. Nothing where it cannot be written.
pub fn write(all: &[Withdrawn]) -> Option<File> {
    let text = toml::to_string(&List { withdrawn: all.to_vec() }).ok()?;
    Some(File { name: PLACE.to_owned(), text })
}

/// All that packs of this key take back; the key itself is none of it, since nobody would be left to say anything.
pub fn by<'a>(packs: impl IntoIterator<Item = &'a Loaded>, key: [u8; 32]) -> Vec<Withdrawn> {
    let own = packs.into_iter().filter(|pack| pack.key == key && pack.problems.is_empty());
    let mut all: Vec<Withdrawn> = Vec::new();
    for one in own.flat_map(|pack| &pack.withdrawn) {
        if one.key != Some(Digest(key)) && !all.contains(one) {
            all.push(one.clone());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_what_says_neither_or_both_is_told() {
        let one = |key: u8, pack: u8, reason: &str| Withdrawn {
            key: (key > 0).then_some(Digest([key; 32])),
            pack: (pack > 0).then_some(Digest([pack; 32])),
            reason: reason.into(),
        };
        let good = [one(1, 0, "Der Schlüssel ist \"fort\"."), one(0, 2, "Falsche Gebühr.")];
        let file = write(&good).expect("written");
        assert_eq!(read(&file), (good.to_vec(), Vec::new()));
        assert!(good[0].is_about(Digest([9; 32]), [1; 32]) && !good[0].is_about(Digest([1; 32]), [2; 32]));
        assert!(good[1].is_about(Digest([2; 32]), [9; 32]));
        for wrong in [one(1, 2, "beides"), one(0, 0, "keines"), one(1, 0, " ")] {
            let (found, problems) = read(&write(&[wrong]).expect("written"));
            assert_eq!((found.len(), problems[0].id.as_str()), (0, "withdrawn-form"));
        }
    }
}
