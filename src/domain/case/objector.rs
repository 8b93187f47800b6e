//! Whose objection it is: several may be open at once, and who filed it tells them apart. Computes no date.

use super::{Case, Filed, Objection, Ruled, Settled};
use crate::domain::decision::Remedy;
use crate::domain::id::EventRef;

/// A name as it is compared, however it is spaced or written: `nora  nachbar`.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether two names are of one person; nobody named is whoever applied.
fn is_same(one: Option<&str>, other: Option<&str>) -> bool {
    one.map(plain) == other.map(plain)
}

impl Objection {
    /// Whether this person filed it; whoever applied where none is named.
    pub fn is_of(&self, by: Option<&str>) -> bool {
        is_same(self.by.as_deref(), by)
    }
}

impl Ruled {
    /// Whether this person filed the objection that it is about; whoever applied where none is named.
    pub fn is_of(&self, by: Option<&str>) -> bool {
        is_same(self.objector.as_deref(), by)
    }
}

impl Case {
    /// Objections about which something is still to be done, in canonical order.
    pub fn open_objections(&self) -> impl Iterator<Item = &Filed> {
        self.all_open().filter(|filed| filed.objection.remedy == Remedy::Objection)
    }

    /// Whether it takes a name to say which objection is meant: not all are of whoever applied.
    pub fn has_objectors(&self) -> bool {
        self.objections()
            .iter()
            .any(|filed| filed.objection.remedy == Remedy::Objection && filed.objection.by.is_some())
    }

    /// What came before an action against the same act (Vorverfahren, § 68 VwGO): the last objection of whoever applied that they did not
    /// take back.
    pub fn objected_before(&self, act: EventRef) -> Option<&Filed> {
        let taken_back = |filed: &Filed| matches!(&filed.settled, Some((Settled::TakenBack, _, _)));
        let own = |filed: &Filed| filed.objection.by.is_none();
        let of_it = |filed: &&Filed| filed.against == Some(act) && own(filed) && !taken_back(filed);
        self.objections().iter().filter(of_it).rfind(|filed| filed.objection.remedy == Remedy::Objection)
    }

    /// Decisions about objections that nobody was told of, in canonical order.
    pub fn untold(&self) -> impl Iterator<Item = &Ruled> {
        self.rulings().iter().filter(|ruled| self.notified_of(ruled.event).is_none())
    }

    /// The decision about this person's own objection against an act, where it left something of it: an action of theirs is against the act
    /// in that form (§ 79 (1) No. 1 VwGO), whatever was decided about somebody else's later.
    pub fn form_for(&self, act: EventRef, by: Option<&str>) -> Option<&Ruled> {
        let is_theirs =
            |ruled: &&Ruled| ruled.against == act && ruled.what.how != Settled::Remedied && ruled.is_of(by);
        self.rulings().iter().rfind(is_theirs)
    }

    /// Whether an entry of what became of something is the last one that counts. What was entered after it about somebody else's objection
    /// leaves it the last about its own.
    pub fn is_last_word(&self, settlement: EventRef) -> bool {
        let entries = &self.remedies.entries;
        let Some(at) = entries.iter().position(|entry| entry.event == settlement) else { return false };
        let of = |filed: EventRef| {
            let filed = self.objections().iter().find(|known| known.event == filed)?;
            (filed.objection.remedy == Remedy::Objection).then_some(&filed.objection)
        };
        let own = entries.get(at).and_then(|entry| of(entry.filed));
        entries
            .iter()
            .skip(at + 1)
            .all(|later| own.zip(of(later.filed)).is_some_and(|(own, other)| !other.is_of(own.by.as_deref())))
    }

    /// Objections of which what became of them can be taken back, as far as nobody was told.
    pub fn undoable(&self) -> impl Iterator<Item = &Filed> {
        let is_open = move |event| self.is_last_word(event) && self.notified_of(event).is_none();
        self.objections()
            .iter()
            .filter(|filed| filed.objection.remedy == Remedy::Objection)
            .filter(move |filed| filed.settled_by.is_some_and(is_open))
    }
}

#[cfg(test)]
mod tests;
