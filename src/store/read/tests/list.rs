//! Views hold what they say, page by page.

use super::*;

#[test]
fn views_hold_what_they_say() {
    let conn = town();
    let list = |view: View| {
        let filter = Filter { view, ..Filter::default() };
        let sort = Sort { by: SortBy::Number, descending: false };
        let rows = cases(&conn, &everything(), &filter, sort, &Page::first(9)).expect("lists");
        numbers(&rows).iter().map(|n| (*n).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(list(View::Open), ["A-00417", "A-00418", "A-00419"].map(std::borrow::ToOwned::to_owned));
    assert_eq!(list(View::Mine(user(7))), ["A-00418"]);
    assert_eq!(list(View::Due { until: day("2026-11-27") }), ["A-00417"]);
    assert_eq!(list(View::Due { until: day("2026-11-26") }).len(), 0);
    assert_eq!(list(View::Overdue { today: day("2026-11-28") }), ["A-00417"]);
    assert_eq!(list(View::Overdue { today: day("2026-11-27") }).len(), 0);
    assert_eq!((list(View::ToSign).len(), list(View::Conflicts).len()), (0, 0));
    let to_sign = CaseView { state: TO_SIGN.to_owned(), ..CaseView::default() };
    let closed = CaseEvent::Closed { closed_on: day("2026-11-25"), reason: String::new() };
    let follow_up = FollowUpId(Uuid::from_u128(3));
    let remind =
        CaseEvent::FollowUpSet { follow_up, due_on: day("2026-11-20"), text: "nachfragen".to_owned() };
    project_case(&conn, &case(418, Group::Trade, "gewerbe-anmeldung", vec![remind]), &to_sign)
        .expect("projects");
    project_case(&conn, &case(417, Group::Trade, "gewerbe-anmeldung", vec![closed]), &CaseView::default())
        .expect("projects");
    assert_eq!(list(View::ToSign), ["A-00418"]);
    assert_eq!(list(View::Open), ["A-00418", "A-00419"]);
    assert_eq!(list(View::All).len(), 3);
    let days = (day("2026-11-24"), day("2026-12-31"));
    let counted = counts(&conn, &everything(), user(7), days, None).expect("counts");
    assert_eq!(counted, Counts { mine: 0, open: 2, due: 1, overdue: 1, to_sign: 1, conflicts: 0, all: 3 });
    assert_eq!(counts(&conn, &everything(), user(7), days, Some("hundesteuer")).expect("counts").all, 1);
}

/// Days of three cases: one is with user 7, one is a secret of the tax office. What others may file waits for nobody.
#[test]
fn days_are_counted_listed_and_overdue_for_those_who_may_read_them() {
    let conn = database();
    let due = |on: &str, kind| DayOf {
        on: day(on),
        kind,
        label: LocalText { de: kind.name().to_owned(), en: String::new() },
    };
    let with = |days: Vec<DayOf>| CaseView { days, ..view("Leistung", "Wort") };
    let mine = CaseEvent::Assigned { to: Some(user(7)) };
    let project = |n, group, more, days| {
        let service = if group == Group::Taxes { "hundesteuer" } else { "gewerbe" };
        project_case(&conn, &case(n, group, service, more), &with(days)).expect("projects");
    };
    let deadline = due("2026-11-27", DayKind::Deadline);
    project(1, Group::Trade, vec![mine], vec![deadline.clone(), due("2026-12-01", DayKind::Remedy)]);
    project(2, Group::Trade, vec![], vec![due("2026-11-27", DayKind::FollowUp), deadline.clone()]);
    project(3, Group::Taxes, vec![], vec![deadline.clone()]);
    let november = (day("2026-10-26"), day("2026-12-06"));
    let (all, no_taxes) = (everything(), all_but_taxes());
    let of = |reads, clerk| Whose { reads, clerk };
    let counted = |whose| {
        let counts = day_counts(&conn, whose, november).expect("counts");
        counts.iter().map(|c| (c.on.to_string(), c.kind.name(), c.count)).collect::<Vec<_>>()
    };
    let of_day = |kind, count| ("2026-11-27".to_owned(), kind, count);
    let remedy = ("2026-12-01".to_owned(), "remedy", 1);
    assert_eq!(counted(of(&all, None)), [of_day("deadline", 3), of_day("follow-up", 1), remedy.clone()]);
    assert_eq!(counted(of(&no_taxes, None))[0], of_day("deadline", 2));
    assert_eq!(counted(of(&all, Some(user(7)))), [of_day("deadline", 1), remedy]);
    let listed = days_between(&conn, of(&no_taxes, None), november, 9).expect("lists");
    let listed: Vec<_> =
        listed.iter().map(|item| (item.case.number.as_str(), item.day.kind, item.ord)).collect();
    assert_eq!(
        listed,
        [
            ("32.10-2026-A-00001", DayKind::Deadline, 0),
            ("32.10-2026-A-00002", DayKind::FollowUp, 0),
            ("32.10-2026-A-00002", DayKind::Deadline, 1),
            ("32.10-2026-A-00001", DayKind::Remedy, 1),
        ]
    );
    let late = |whose, today: &str| {
        let listed = overdue(&conn, whose, day(today), 9).expect("lists").len();
        (overdue_count(&conn, whose, day(today)).expect("counts"), listed)
    };
    assert_eq!(late(of(&all, None), "2026-11-27"), (0, 0), "today is in time");
    assert_eq!(late(of(&all, None), "2027-01-01"), (4, 4), "nobody waits for an objection");
    assert_eq!(late(of(&all, Some(user(7))), "2026-11-28"), (1, 1));
    project(2, Group::Trade, vec![], vec![]);
    assert_eq!(late(of(&all, None), "2027-01-01"), (2, 2), "what is done goes");
}

#[test]
fn pages_follow_each_other_without_a_gap() {
    let conn = database();
    for n in 1..=57 {
        let (group, service) = if n % 3 == 0 { (Group::Taxes, "hund") } else { (Group::Trade, "gewerbe") };
        let more = if n % 5 == 0 {
            vec![CaseEvent::Closed { closed_on: day("2026-11-25"), reason: String::new() }]
        } else {
            vec![]
        };
        project_case(&conn, &case(n, group, service, more), &view("Leistung", "Wort")).expect("projects");
    }
    for by in [SortBy::Received, SortBy::Due, SortBy::Applicant, SortBy::Number] {
        for (descending, text) in [(true, None), (false, None), (true, Some("wort".to_owned()))] {
            let (filter, sort) =
                (Filter { view: View::All, text, ..Filter::default() }, Sort { by, descending });
            let whole = cases(&conn, &everything(), &filter, sort, &Page::first(100)).expect("lists");
            let mut paged = Vec::new();
            let mut page = Page::first(10);
            loop {
                let rows = cases(&conn, &everything(), &filter, sort, &page).expect("lists");
                page.after = rows.last().map(|row| row.cursor.clone());
                paged.extend(rows);
                if page.after.is_none() {
                    break;
                }
            }
            assert_eq!((whole.len(), numbers(&whole)), (57, numbers(&paged)), "{by:?} {descending}");
        }
    }
}

/// What stands in the way of one case hides none that was closed later: pages go on to the last.
#[test]
fn closed_cases_are_walked_to_the_last() {
    let conn = database();
    for n in 1..=7 {
        let closed_on = day(if n < 5 { "2026-11-25" } else { "2026-11-26" });
        let more = vec![CaseEvent::Closed { closed_on, reason: String::new() }];
        project_case(&conn, &case(n, Group::Trade, "gewerbe", more), &view("Leistung", "Wort"))
            .expect("projects");
    }
    let services = readable_services(&conn, &everything()).expect("asks");
    let [(part, service)] = services.as_slice() else { panic!("{services:?}") };
    assert_eq!(service, "gewerbe");
    let walk = |until: &str| {
        let mut walked: Vec<ClosedCase> = Vec::new();
        loop {
            let page = closed_until(&conn, *part, day(until), walked.last(), 2).expect("asks");
            if page.is_empty() {
                return walked.into_iter().map(|closed| closed.number).collect::<BTreeSet<_>>().len();
            }
            walked.extend(page);
        }
    };
    assert_eq!((walk("2026-11-24"), walk("2026-11-25"), walk("2026-11-26")), (0, 4, 7));
    assert!(readable_services(&conn, &all_but_taxes()).expect("asks").len() == 1);
    assert!(readable_services(&conn, &[Group::Taxes].into()).expect("asks").is_empty());
}
