//! The days of the month in words: holidays, what falls on each, what a screen reader says. Asks nothing.

use super::State;
use crate::desk::days::{DayKind, first_of, monday_of, sunday_of};
use crate::domain::holiday::{Calendar, DayOff};
use crate::fl;
use crate::ui::control::{DayCell, DayLine, WEEK};
use crate::ui::screen::beside::local;
use crate::ui::theme::Tone;
use crate::words::{self, Arg};
use chrono::{Datelike, Days, Months, NaiveDate};

/// What is counted together in a day's cell.
const COUNTED: [DayKind; 5] =
    [DayKind::Deadline, DayKind::Hearing, DayKind::Request, DayKind::FollowUp, DayKind::Remedy];

/// Under which of them a kind is counted.
fn counted(kind: DayKind) -> DayKind {
    match kind {
        DayKind::Decide | DayKind::Post | DayKind::Sue => DayKind::Deadline,
        own => own,
    }
}

/// How what falls on a day is meant: what has passed and waits is overdue; a reminder that has passed waits for somebody.
pub(super) fn tone(kind: DayKind, on: NaiveDate, today: NaiveDate) -> Tone {
    match kind {
        DayKind::Remedy => Tone::Muted,
        DayKind::FollowUp | DayKind::Request if on < today => Tone::Warning,
        _ if on < today => Tone::Error,
        DayKind::FollowUp | DayKind::Request => Tone::Accent,
        _ if on == today => Tone::Warning,
        _ => Tone::Plain,
    }
}

/// Why nobody works on a day, apart from the day of the week; also what may be a holiday here.
pub(super) fn closed(calendar: &Calendar, day: NaiveDate) -> Option<String> {
    match calendar.day_off(day) {
        Some(DayOff::Holiday(holiday)) => Some(local(&holiday.name)),
        _ => calendar
            .uncertain(day)
            .map(|(holiday, _)| fl!("calendar-perhaps", holiday = local(&holiday.name))),
    }
}

/// The days that the grid of a month shows: whole weeks, Monday to Sunday.
pub(super) fn shown(day: NaiveDate) -> Vec<NaiveDate> {
    let month = first_of(day);
    let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
    let (from, until) = (monday_of(month), sunday_of(next.pred_opt().unwrap_or(month)));
    from.iter_days().take_while(|day| *day <= until).collect()
}

/// `Woche 48`, as ISO 8601 numbers them.
pub(super) fn week_of(day: NaiveDate) -> String {
    fl!("calendar-week", number = i64::from(day.iso_week().week()))
}

impl State {
    /// The cells of the grid, and the place of the chosen day among them.
    pub(super) fn cells(&self) -> (Vec<DayCell>, usize) {
        let days = shown(self.day);
        let at = days.iter().position(|day| *day == self.day).unwrap_or_default();
        (days.into_iter().map(|day| self.cell(day)).collect(), at)
    }

    /// The numbers of the weeks that the grid shows.
    pub(super) fn weeks(&self) -> Vec<String> {
        shown(self.day).chunks(WEEK).filter_map(|week| week.first()).map(|day| week_of(*day)).collect()
    }

    fn cell(&self, day: NaiveDate) -> DayCell {
        let calendar = self.month.as_ref().map(|month| &month.calendar);
        let closed = calendar.and_then(|calendar| closed(calendar, day));
        let off = calendar.is_some_and(|calendar| !calendar.is_working_day(day));
        let mark = if day == self.today { fl!("cases-today") } else { String::new() };
        let lines = self.lines(day);
        let mut spoken = vec![words::date_in_full(day)];
        spoken.extend((!mark.is_empty()).then(|| mark.clone()));
        spoken.extend(closed.clone());
        spoken.extend(lines.iter().map(|line| line.words.clone()));
        DayCell {
            number: day.day().to_string(),
            spoken: spoken.join(", "),
            mark,
            closed: closed.unwrap_or_default(),
            lines,
            off,
            outside: first_of(day) != first_of(self.day),
        }
    }

    /// How much of what falls on a day; the monthly lot is one of the deadlines.
    fn lines(&self, day: NaiveDate) -> Vec<DayLine> {
        let month = self.month.as_ref().filter(|month| month.month == first_of(self.day));
        let counts = month.map_or(&[][..], |month| &month.counts);
        let lot = self.lot.as_ref().and_then(|lot| lot.due.as_ref()).is_some_and(|due| due.date == day);
        let many = |kind: DayKind| {
            let of_kind = counts.iter().filter(|count| count.on == day && counted(count.kind) == kind);
            of_kind.map(|count| count.count).sum::<u64>() + u64::from(lot && kind == DayKind::Deadline)
        };
        let told = COUNTED.into_iter().map(|kind| (kind, many(kind))).filter(|(_, count)| *count > 0);
        told.map(|(kind, count)| {
            let tone = tone(kind, day, self.today);
            let count = [("count", Arg::Number(i64::try_from(count).unwrap_or(i64::MAX)))];
            let late = kind.waits() && day < self.today;
            let say =
                |what: &str| words::text_with(&format!("calendar-{what}-{}", kind.name()), count.clone());
            let (words, short) = (say("count"), say("short"));
            if late {
                let (words, short) =
                    (fl!("calendar-late", what = words), fl!("calendar-late-short", what = short));
                return DayLine { words, short, tone };
            }
            DayLine { words, short, tone }
        })
        .collect()
    }

    /// What stands over the list: which days.
    pub(super) fn list_title(&self) -> String {
        match self.tab {
            super::DAY => words::date_in_full(self.day),
            super::WEEK => {
                let monday = monday_of(self.day);
                let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
                let (from, until) = (words::date_short(monday), words::date(sunday));
                fl!("calendar-week-of", week = week_of(self.day), from = from, until = until)
            }
            _ => fl!("calendar-overdue"),
        }
    }
}
