//! What is seen of a folder: which entries, in which order, and the row that is chosen. Reads no folder.

use super::{By, State};
use crate::desk::folder::{Entry, Purpose};
use std::path::Path;

impl State {
    /// Filters and sorts anew. To attach, the first file is chosen: by default the newest.
    pub(super) fn arrange(&mut self) {
        let filter = match self.purpose {
            Purpose::Attach => self.name().to_lowercase(),
            Purpose::Save => String::new(),
        };
        let fits = |entry: &Entry| {
            (filter.starts_with('.') || !entry.name.starts_with('.'))
                && entry.name.to_lowercase().contains(&filter)
        };
        let mut shown: Vec<usize> =
            (0..self.entries.len()).filter(|at| self.entries.get(*at).is_some_and(fits)).collect();
        shown.sort_by(|a, b| {
            let (Some(a), Some(b)) = (self.entries.get(*a), self.entries.get(*b)) else {
                return std::cmp::Ordering::Equal;
            };
            let name = || a.name.to_lowercase().cmp(&b.name.to_lowercase());
            let order = match self.by {
                By::Name => name(),
                By::Size => a.size.cmp(&b.size).then_with(name),
                By::Changed => a.changed.cmp(&b.changed).then_with(name),
            };
            let order = if self.up { order } else { order.reverse() };
            // Folders come first, always by name.
            b.folder.cmp(&a.folder).then(if a.folder && b.folder { name() } else { order })
        });
        self.shown = shown;
        let rows = self.above();
        let first_file = self.shown.iter().position(|at| self.entries.get(*at).is_some_and(|e| !e.folder));
        let first = first_file.or((!self.name().is_empty() && !self.shown.is_empty()).then_some(0));
        self.selected = first.filter(|_| self.purpose == Purpose::Attach).map(|at| at + rows);
    }

    /// Rows above the entries: the way up, where there is one.
    pub(super) fn above(&self) -> usize {
        usize::from(self.folder.as_deref().and_then(Path::parent).is_some())
    }

    pub(super) fn rows(&self) -> usize {
        self.above() + self.shown.len()
    }

    pub(super) fn step(&mut self, by: i32) {
        let last = self.rows().saturating_sub(1);
        self.selected = (self.rows() > 0).then(|| match self.selected {
            Some(at) => at.saturating_add_signed(by as isize).min(last),
            None if by > 0 => 0,
            None => last,
        });
    }

    pub(super) fn entry(&self, row: usize) -> Option<&Entry> {
        self.shown.get(row.checked_sub(self.above())?).and_then(|at| self.entries.get(*at))
    }
}
