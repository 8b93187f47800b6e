//! Which days are listed, what falls on them, and which line is chosen. Fetches nothing itself.

use super::{Action, DAY, Entry, State, WEEK};
use crate::desk::days::{Listed, Stretch, monday_of, sunday_of};
use crate::domain::id::CaseId;
use chrono::NaiveDate;

impl State {
    pub(super) fn chosen(&self) -> Option<&Entry> {
        self.entries.get(self.selected)
    }

    pub(super) fn chosen_case(&self) -> Option<CaseId> {
        match self.chosen()? {
            Entry::Case(item) => Some(item.case.id),
            Entry::Lot(_) => None,
        }
    }

    /// The list once more. What is of other days is not shown for these, and until theirs is there nobody says that nothing
    /// falls on them.
    pub(super) fn list(&mut self) -> Action {
        if self.listed != Some((self.stretch(), self.mine)) {
            (self.listed, self.selected, self.why) = (None, 0, None);
            self.entries.clear();
        }
        self.asked += 1;
        Action::List(self.asked, self.stretch(), self.mine)
    }

    pub(super) fn stretch(&self) -> Stretch {
        match self.tab {
            DAY => Stretch::Between(self.day, self.day),
            WEEK => Stretch::Between(monday_of(self.day), sunday_of(self.day)),
            _ => Stretch::Overdue,
        }
    }

    /// The lot that has to be sent, if its day is among those listed.
    fn lot_due(&self) -> Option<NaiveDate> {
        let due = self.lot.as_ref()?.due.as_ref()?.date;
        let listed = match self.stretch() {
            Stretch::Between(from, until) => (from..=until).contains(&due),
            Stretch::Overdue => due < self.today,
        };
        listed.then_some(due)
    }

    /// What was chosen stays so, wherever it stands now.
    pub(super) fn listed(&mut self, Listed { items, cut }: Listed) -> Action {
        self.problems.clear();
        self.listed = Some((self.stretch(), self.mine));
        let kept = self.chosen().cloned();
        self.cut = cut;
        self.entries = items.into_iter().map(|item| Entry::Case(Box::new(item))).collect();
        if let Some(due) = self.lot_due() {
            let at = self.entries.iter().take_while(|entry| entry.on() <= due).count();
            self.entries.insert(at, Entry::Lot(due));
        }
        let at = kept.and_then(|kept| self.entries.iter().position(|entry| entry.is(&kept)));
        if self.entries.is_empty() {
            return Action::None;
        }
        self.choose(at.unwrap_or(0))
    }

    pub(super) fn choose(&mut self, at: usize) -> Action {
        self.selected = at;
        self.chosen_case().map_or(Action::None, Action::RowRests)
    }
}

impl Entry {
    fn on(&self) -> NaiveDate {
        match self {
            Self::Case(item) => item.day.on,
            Self::Lot(due) => *due,
        }
    }

    /// Whether it is the same day of the same case, whatever its row says now.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Case(one), Self::Case(two)) => {
                (one.case.id, one.day.kind, one.day.on) == (two.case.id, two.day.kind, two.day.on)
            }
            (Self::Lot(_), Self::Lot(_)) => true,
            _ => false,
        }
    }
}
