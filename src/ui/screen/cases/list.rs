//! Which rows are asked for, in which order, and which one is chosen when they come. Fetches none.

use super::{Action, Outcome, STRETCH, State};
use crate::desk::look::{CaseRow, Filter, Page, Sort, SortBy, View};
use chrono::Days;

/// The list of one's own cases.
pub(super) const MINE: usize = 0;

impl State {
    pub(super) fn filter(&self) -> Filter {
        let view = match self.list {
            MINE => View::Mine(self.user),
            1 => View::Open,
            2 => View::Due { until: self.today.checked_add_days(Days::new(7)).unwrap_or(self.today) },
            3 => View::Overdue { today: self.today },
            4 => View::ToSign,
            5 => View::Conflicts,
            _ => View::All,
        };
        Filter { view, service: None, text: Some(self.text.clone()) }
    }

    /// As the user wants it; otherwise what is due first, and of all cases the newest.
    pub(super) fn sort(&self) -> Sort {
        self.sorted_by.unwrap_or_else(|| Sort::by_itself(self.filter().view))
    }

    pub(super) fn list_anew(&mut self) -> Action {
        self.asked += 1;
        Action::List(self.asked, false, self.filter(), self.sort(), Page::first(STRETCH))
    }

    pub(super) fn more(&mut self) -> Action {
        let Some(last) = self.rows.last().filter(|_| !self.whole) else { return Action::None };
        let page = Page { after: Some(last.cursor.clone()), limit: STRETCH };
        self.asked += 1;
        Action::List(self.asked, true, self.filter(), self.sort(), page)
    }

    pub(super) fn sort_by(&mut self, column: usize) -> Action {
        let by = match column {
            0 => SortBy::Number,
            2 => SortBy::Applicant,
            4 => SortBy::Due,
            _ => return Action::None,
        };
        let sort = self.sort();
        let descending = sort.by == by && !sort.descending;
        self.sorted_by = Some(Sort { by, descending });
        self.list_anew()
    }

    pub(super) fn listed(&mut self, behind: bool, rows: Outcome<Vec<CaseRow>>) -> Action {
        let rows = match rows {
            Ok(rows) => rows,
            Err(problems) => return self.refuse(problems),
        };
        self.problems.clear();
        self.told = true;
        // As many as were asked for: there may be more.
        self.whole = rows.is_empty() || !rows.len().is_multiple_of(STRETCH);
        if behind {
            self.rows.extend(rows);
            return Action::None;
        }
        let before = self.before.take();
        let kept = self.chosen().map(|row| row.id).or(before);
        self.rows = rows;
        let at = kept.and_then(|kept| self.rows.iter().position(|row| row.id == kept));
        self.selected = None;
        if self.rows.is_empty() {
            self.sheet = None;
            return Action::None;
        }
        let looked_at = self.sheet.as_ref().map(|sheet| sheet.case.id);
        let chosen = match (looked_at, at) {
            (Some(id), Some(at)) if kept == Some(id) => {
                self.selected = Some(at);
                Action::LookAgain(id)
            }
            _ => self.choose(at.unwrap_or(0)),
        };
        // The table takes the keyboard once, as soon as there is one.
        if std::mem::replace(&mut self.begun, true) {
            return chosen;
        }
        Action::All(vec![chosen, Action::Focus("cases")])
    }

    pub(super) fn choose(&mut self, row: usize) -> Action {
        let Some(id) = self.rows.get(row).map(|row| row.id) else { return Action::None };
        self.selected = Some(row);
        if self.sheet.as_ref().is_some_and(|sheet| sheet.case.id != id) {
            self.sheet = None;
        }
        let more = if row + 20 > self.rows.len() { self.more() } else { Action::None };
        Action::All(vec![Action::RowRests(id), more])
    }
}
