//! `calendar`: what falls on the days of a month or on one day, which of them nobody works on, and what is overdue.

use super::Office;
use super::case::text;
use super::say::{Fail, Said, explained};
use crate::desk::days::{DayItem, DayKind, Listed, Month, Stretch};
use crate::domain::holiday::DayOff;
use crate::domain::problem::{LocalText, Problem};
use crate::words;
use chrono::{Months, NaiveDate};
use clap::ArgMatches;
use serde_json::{Value, json};

/// Lists the month, the days that hold something or are holidays.
pub(super) fn month(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let (desk, session, mine) = (&office.desk, &office.session, args.get_flag("mine"));
    let month = text(args, "month");
    let on = args.get_one::<NaiveDate>("on").copied();
    let day = match on {
        Some(day) => Ok(day),
        None if month.is_empty() => Ok(desk.today()),
        None => format!("{month}-01").parse::<NaiveDate>(),
    };
    let day = day.map_err(|_| Problem::error("--month", "lot-month").with("value", &month))?;
    let told = desk.month(session, day, mine)?;
    let last = told.month.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
    let (first, last) = on.map_or((told.month, last.unwrap_or(told.until)), |day| (day, day));
    let Listed { items, cut } = desk.days(session, Stretch::Between(first, last), mine)?;
    let why = args.get_flag("explain");
    let (mut days, mut lines) = (Vec::new(), Vec::new());
    for day in first.iter_days().take_while(|day| *day <= last) {
        let (closed, name) = closed(&told, day);
        let of_day: Vec<&DayItem> = items.iter().filter(|item| item.day.on == day).collect();
        if of_day.is_empty() && name.is_none() {
            continue;
        }
        let name = name.map(said);
        let head = words::date_with_day(day);
        lines.push(name.as_ref().map_or_else(|| head.clone(), |name| format!("{head} · {name}")));
        let mut told = Vec::new();
        for item in of_day {
            let why = if why { because(&office, item)? } else { Vec::new() };
            lines.push(format!("  {}", line(item, desk.today())));
            lines.extend(why.iter().map(|why| format!("      {why}")));
            told.push(as_json(item, desk.today(), &why));
        }
        days.push(json!({ "date": day, "closed": closed, "holiday": name, "items": told }));
    }
    if items.is_empty() {
        lines.push(words::text(if on.is_some() { "calendar-none-day" } else { "cli-calendar-none" }));
    }
    lines.extend(items.last().filter(|_| cut).map(|item| left_out(items.len(), item.day.on)));
    if told.overdue > 0 {
        let count = [("count".to_owned(), told.overdue.to_string())].into();
        lines.push(words::said("cli-calendar-late", &count));
    }
    let lot = desk.lot_due(session)?.and_then(|lot| Some((lot.due?.date, lot.cases.len())));
    let lot = lot.filter(|(due, _)| (first..=last).contains(due));
    lines.extend(lot.map(|(due, count)| super::exchange::lot_line(count, Some(due), desk.today())));
    let lot = lot.map(|(due, count)| json!({ "due": due, "notices": count, "overdue": due < desk.today() }));
    let month = told.month.format("%Y-%m").to_string();
    let json =
        json!({ "month": month, "on": on, "overdue": told.overdue, "lot": lot, "cut": cut, "days": days });
    Ok(Said::new(json, lines))
}

/// That there is more than so many, the last of which falls on this day, and how to see it.
fn left_out(count: usize, last: NaiveDate) -> String {
    let told = [("count", count.to_string()), ("day", words::date(last))];
    words::said("cli-calendar-cut", &told.map(|(name, value)| (name.to_owned(), value)).into())
}

fn said(text: &LocalText) -> String {
    text.get(words::language().tag()).to_owned()
}

/// Whether nobody works on a day, in a word, and the name of its holiday.
fn closed(month: &Month, day: NaiveDate) -> (Option<&'static str>, Option<&'static LocalText>) {
    match month.calendar.day_off(day) {
        Some(DayOff::Holiday(holiday)) => (Some("holiday"), Some(&holiday.name)),
        Some(DayOff::Saturday) => (Some("saturday"), None),
        Some(DayOff::Sunday) => (Some("sunday"), None),
        None => (None, None),
    }
}

fn is_late(item: &DayItem, today: NaiveDate) -> bool {
    item.day.kind.waits() && item.day.on < today
}

fn line(item: &DayItem, today: NaiveDate) -> String {
    let label = said(&item.day.label);
    let what = match item.day.kind {
        DayKind::FollowUp => words::text_with("calendar-follow-up", [("text", words::Arg::Text(label))]),
        _ => label,
    };
    let what = if is_late(item, today) {
        words::text_with("calendar-late", [("what", words::Arg::Text(what))])
    } else {
        what
    };
    let case = &item.case;
    format!("{} · {} · {} · {what}", case.number, case.service_name, case.applicant_name)
}

fn because(office: &Office, item: &DayItem) -> Result<Vec<String>, Fail> {
    let days = office.desk.days_of_case(&office.session, item.case.id)?;
    let same = days.into_iter().find(|day| day.day == item.day);
    Ok(same.map_or_else(Vec::new, |day| day.why.iter().map(explained).collect()))
}

fn as_json(item: &DayItem, today: NaiveDate, why: &[String]) -> Value {
    json!({
        "kind": item.day.kind.name(), "what": said(&item.day.label), "overdue": is_late(item, today),
        "case": item.case.id, "number": item.case.number, "service": item.case.service,
        "applicant": item.case.applicant_name, "explanation": why,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    #[test]
    fn what_is_left_out_is_said_with_how_to_see_it() {
        words::speak(words::Language::German);
        let said = left_out(500, "2026-11-17".parse().expect("a day"));
        for part in ["500", "17.11.2026", "--on", "--mine"] {
            assert!(said.contains(part), "{said}");
        }
    }

    /// North Rhine-Westphalia has eleven holidays; Christmas 2026 falls on a Friday and a Saturday.
    #[test]
    fn a_holiday_is_named_before_the_day_of_the_week() {
        let month = Month {
            month: "2026-12-01".parse().expect("a day"),
            from: "2026-11-30".parse().expect("a day"),
            until: "2027-01-03".parse().expect("a day"),
            counts: Vec::new(),
            overdue: 0,
            calendar: crate::domain::holiday::Calendar::of_ags("05554016").expect("a Land"),
        };
        let on = |day: u64| month.month.checked_add_days(Days::new(day - 1)).expect("a day");
        let told = |day| closed(&month, on(day)).0;
        assert_eq!([24, 25, 26, 27].map(told), [None, Some("holiday"), Some("holiday"), Some("sunday")]);
    }
}
