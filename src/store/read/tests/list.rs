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
    let until = due_until(&conn, &everything(), day("2026-12-31"), 9).expect("asks");
    assert_eq!(
        until.iter().map(|item| (&item.text[..], &item.kind)).collect::<Vec<_>>(),
        [("nachfragen", &DueKind::FollowUp(follow_up))]
    );
    let days = (day("2026-11-24"), day("2026-12-31"));
    let counted = counts(&conn, &everything(), user(7), days, None).expect("counts");
    assert_eq!(counted, Counts { mine: 0, open: 2, due: 1, overdue: 1, to_sign: 1, conflicts: 0, all: 3 });
    assert_eq!(counts(&conn, &everything(), user(7), days, Some("hundesteuer")).expect("counts").all, 1);
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
