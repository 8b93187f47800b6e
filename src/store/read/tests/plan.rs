//! No question reads a table from end to end.

use super::*;

/// Asks for the days of a clerk's cases and of everybody's.
fn days_of(conn: &Connection, today: NaiveDate) {
    let reads = everything();
    for clerk in [None, Some(user(7))] {
        let whose = Whose { reads: &reads, clerk };
        let _ = (day_counts(conn, whose, (today, today)), overdue_count(conn, whose, today));
        let _ = (days_between(conn, whose, (today, today), 9), overdue(conn, whose, today, 9));
    }
}

/// Asks everything once and looks at the plan of every statement.
#[test]
fn no_question_reads_a_whole_table() {
    let conn = town();
    let _ = sql::tests::SEEN.take();
    let (reads, today) = (everything(), day("2026-11-24"));
    let views = [
        View::Mine(user(7)),
        View::Open,
        View::Due { until: today },
        View::Overdue { today },
        View::ToSign,
        View::Conflicts,
        View::All,
    ];
    let sorts = [SortBy::Received, SortBy::Due, SortBy::Applicant, SortBy::Number];
    for ((view, by), text) in views
        .iter()
        .flat_map(|v| sorts.map(|s| (*v, s)))
        .flat_map(|v| [None, Some("linden".to_owned())].map(|t| (v, t)))
    {
        for descending in [true, false] {
            let (filter, sort) =
                (Filter { view, text: text.clone(), service: None }, Sort { by, descending });
            let first = cases(&conn, &reads, &filter, sort, &Page::first(1)).expect("lists");
            let after = first.last().map(|row| row.cursor.clone()).or(Some(Cursor::default()));
            let _ = cases(&conn, &reads, &filter, sort, &Page { after, limit: 1 }).expect("lists");
        }
    }
    let _ = counts(&conn, &reads, user(7), (today, today), None).expect("counts");
    let _ = cases_of_person(&conn, &reads, zdenka().id, &Page { after: Some(Cursor::default()), limit: 1 })
        .expect("lists");
    for text in [
        "417",
        "A-417",
        "A-1",
        "000001",
        "32.10-2026",
        "K7QX-3MPA",
        "gewerbe linden",
        "müller 1987",
        "empfangs",
        "empfangs linden",
        "m",
        "hofstr 23",
    ] {
        let _ = search(&conn, text, &reads, 20).expect("searches");
    }
    let _ = similar_persons(&conn, &zdenka().fields, None).expect("finds");
    let _ = (
        days_of(&conn, today),
        receipts_of_day(&conn, &reads, today),
        receipt_by_number(&conn, &reads, "A-1"),
        closed_until(&conn, 1, today, None, 9),
    );
    let _ = (case_by_number(&conn, &reads, "x"), case_by_id(&conn, &reads, CaseId(Uuid::nil())));
    let (of, paper) = (CaseId(Uuid::nil()), PaperId(Uuid::nil()));
    let _ = (papers_of_case(&conn, &reads, of), paper_by_id(&conn, &reads, paper));
    let _ = papers_since(&conn, &reads, today);
    let _ = (print_jobs(&conn, &reads, 9), print_jobs_of(&conn, &reads, PaperId(Uuid::nil())));
    let _ = (print_job(&conn, &reads, 1), open_prints(&conn));
    let till = DeviceId(Uuid::nil());
    let _ = (
        last_closing(&conn, till, "A"),
        closings(&conn, today, today, 9),
        closings_of(&conn, till),
        closing_by_id(&conn, ClosingId(Uuid::nil())),
        closing_by_paper(&conn, PaperId(Uuid::nil())),
        closing_by_digest(&conn, Digest::default()),
        remove_closing(&conn, ClosingId(Uuid::nil())),
    );
    let _ = (
        audits_by(&conn, user(7), None, 9),
        audits_of(&conn, Subject::Town, None, 9),
        audit_is_due(&conn, at(0)),
        purge_audit(&conn, at(0), 1),
    );
    let _ = blocked_persons(&conn);
    project_person(&conn, &zdenka()).expect("projects");
    let renamed = person(1, &[(fields::FAMILY, "Anders")]);
    project_person(&conn, &renamed).expect("projects");
    project_case(
        &conn,
        &case(417, Group::Trade, "gewerbe-anmeldung", vec![applicant(1)]),
        &view("Gewerbe", "neu"),
    )
    .expect("projects");
    remove_case(&conn, case(417, Group::Trade, "gewerbe-anmeldung", vec![]).id).expect("removes");
    let statements = sql::tests::SEEN.take();
    assert!(statements.len() > 60, "only {} statements were seen", statements.len());
    for statement in statements {
        reads_by_index(&conn, &statement);
    }
}

/// The plan of a statement names an index for each table.
#[track_caller]
fn reads_by_index(conn: &Connection, statement: &str) {
    let mut explain = conn.prepare(&format!("EXPLAIN QUERY PLAN {statement}")).expect("explains");
    let count = explain.parameter_count();
    let plan: Vec<String> = explain
        .query_map(rusqlite::params_from_iter(vec![1; count]), |row| row.get(3))
        .expect("explains")
        .map(|line| line.expect("a line"))
        .collect();
    let bad = |line: &&String| {
        let by_index = line.contains("VIRTUAL TABLE INDEX") && !line.trim_end().ends_with("INDEX 0:");
        line.starts_with("SCAN") && !by_index && *line != "SCAN CONSTANT ROW"
    };
    assert!(plan.iter().find(bad).is_none(), "{statement}\n{}", plan.join("\n"));
}

/// A month is counted in the index of its days alone, and reads no day outside of it.
#[test]
fn a_month_touches_no_row() {
    let conn = town();
    let (reads, today) = (everything(), day("2026-11-24"));
    let whose = Whose { reads: &reads, clerk: Some(user(7)) };
    let _ = sql::tests::SEEN.take();
    let _ = (day_counts(&conn, whose, (today, today)), overdue_count(&conn, whose, today));
    let statements = sql::tests::SEEN.take();
    let counted: Vec<_> = statements.iter().filter(|sql| sql.contains("day_by_part")).collect();
    assert_eq!(counted.len(), 2, "the month and what is overdue");
    for statement in counted {
        let mut explain = conn.prepare(&format!("EXPLAIN QUERY PLAN {statement}")).expect("explains");
        let values = vec![1; explain.parameter_count()];
        let plan = explain.query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(3));
        let plan: Vec<String> = plan.expect("explains").map(|line| line.expect("a line")).collect();
        let search = plan.first().map_or("", String::as_str);
        assert!(search.contains("COVERING INDEX day_by_part (part=? AND waits=? AND falls_on"), "{plan:?}");
    }
}

/// What is counted is counted in an index: with every refresh of the work list, however many cases there are.
#[test]
fn counts_touch_no_row() {
    let conn = town();
    let _ = sql::tests::SEEN.take();
    let today = day("2026-11-24");
    let _ = counts(&conn, &everything(), user(7), (today, today), None).expect("counts");
    let statements = sql::tests::SEEN.take();
    // Disputed cases and those to be signed are few.
    let many = |sql: &&String| sql.contains("case_by_due") || sql.contains("case_by_clerk");
    let counted: Vec<_> =
        statements.iter().filter(|sql| sql.starts_with("SELECT count(*)")).filter(many).collect();
    assert_eq!(counted.len(), 3, "mine, due and overdue");
    for statement in counted {
        let mut explain = conn.prepare(&format!("EXPLAIN QUERY PLAN {statement}")).expect("explains");
        let values = vec![1; explain.parameter_count()];
        let plan = explain.query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(3));
        let plan: Vec<String> = plan.expect("explains").map(|line| line.expect("a line")).collect();
        assert!(plan.iter().all(|line| line.contains("COVERING INDEX")), "{statement}\n{}", plan.join("\n"));
    }
}
