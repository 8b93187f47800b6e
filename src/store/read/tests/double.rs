//! Who and what is there twice is found in what few they have in common, which follows every change of a row.

use super::*;

/// The sets that are found: numbers of people, numbers of cases.
fn sets(conn: &Connection) -> (Vec<Vec<u128>>, Vec<Vec<u128>>) {
    assert_eq!(miscounted(conn).expect("counted"), []);
    let persons = same_persons(conn).expect("found").into_iter();
    let cases = same_cases(conn).expect("found").into_iter();
    (
        persons.map(|set| set.iter().map(|id| id.0.as_u128()).collect()).collect(),
        cases.map(|set| set.iter().map(|id| id.0.as_u128()).collect()).collect(),
    )
}

fn common(conn: &Connection) -> i64 {
    let sql = "SELECT (SELECT count(*) FROM person_twice) + (SELECT count(*) FROM case_twice)";
    conn.query_row(sql, [], |row| row.get(0)).expect("counted")
}

#[test]
fn people_who_are_there_twice_are_found_until_they_are_not() {
    let conn = town();
    let twin = |n: u128| Person { id: PersonId(Uuid::from_u128(n)), ..zdenka() };
    assert_eq!(sets(&conn), (vec![], vec![]));
    for n in [2, 3] {
        project_person(&conn, &twin(n)).expect("projects");
    }
    assert_eq!(sets(&conn).0, [[1, 2, 3]]);
    // Renamed by mistake and back again: the other two are alike all the while.
    let mut renamed = twin(2);
    let _ = renamed.fields.insert(fields::FAMILY.to_owned(), "Ďurišová".to_owned());
    project_person(&conn, &renamed).expect("projects");
    assert_eq!(sets(&conn).0, [[1, 3]]);
    project_person(&conn, &twin(2)).expect("projects");
    assert_eq!(sets(&conn).0, [[1, 2, 3]]);
    remove_person(&conn, twin(3).id).expect("removes");
    assert_eq!(sets(&conn).0, [[1, 2]]);
    let mut other = twin(2);
    let _ = other.fields.insert(fields::BIRTH_DATE.to_owned(), "1988-03-14".to_owned());
    project_person(&conn, &other).expect("projects");
    assert_eq!((sets(&conn).0.len(), common(&conn)), (0, 0), "nothing is left of what they had in common");
    project_person(&conn, &twin(2)).expect("projects");
    assert_eq!(sets(&conn).0, [[1, 2]]);
    remove_person(&conn, twin(1).id).expect("removes");
    assert_eq!((sets(&conn).0.len(), common(&conn)), (0, 0));
}

#[test]
fn cases_that_are_there_twice_are_found_until_they_are_not() {
    let conn = town();
    // Received on the day of case 417.
    let twin = |by| case(417 + 28, Group::Trade, "gewerbe-anmeldung", vec![applicant(by)]);
    let projected = |by| {
        project_case(&conn, &twin(by), &view("Gewerbe-Anmeldung", "Bäckerei")).expect("projects");
        sets(&conn).1
    };
    assert_eq!(projected(1), [[417, 445]]);
    assert_eq!(projected(1), [[417, 445]]);
    // Of another record, until the two are one.
    assert_eq!(projected(2), Vec::<Vec<u128>>::new());
    assert_eq!(common(&conn), 0);
    assert_eq!(projected(1), [[417, 445]]);
    remove_case(&conn, twin(1).id).expect("removes");
    assert_eq!((sets(&conn).1.len(), common(&conn)), (0, 0));
}

/// However large the town, only what is there twice is gone through.
#[test]
fn the_search_reads_no_row_that_is_there_once() {
    let conn = town();
    let _ = sql::tests::SEEN.take();
    let _ = (same_persons(&conn).expect("found"), same_cases(&conn).expect("found"));
    let statements = sql::tests::SEEN.take();
    assert_eq!(statements.len(), 2);
    for statement in statements {
        let mut explain = conn.prepare(&format!("EXPLAIN QUERY PLAN {statement}")).expect("explains");
        let plan: Vec<String> = explain
            .query_map([], |row| row.get(3))
            .expect("explains")
            .map(|line| line.expect("a line"))
            .collect();
        let scans: Vec<&String> = plan.iter().filter(|line| line.starts_with("SCAN")).collect();
        assert_eq!(scans, ["SCAN t"], "{statement}\n{}", plan.join("\n"));
        assert!(plan.iter().any(|line| line.starts_with("SEARCH") && line.contains("INDEX")), "{plan:?}");
    }
}

/// A case that changes what it is about is followed, also where two others have it in common.
#[test]
fn a_case_that_changes_its_matter_changes_its_set() {
    let conn = town();
    for n in [28, 29] {
        let twin = case(417 + n, Group::Trade, "gewerbe-anmeldung", vec![applicant(1)]);
        project_case(&conn, &twin, &view("Gewerbe-Anmeldung", "Bäckerei")).expect("projects");
    }
    let moves = |service: &str| {
        let sql = "UPDATE OR REPLACE case_row SET service = ?1 WHERE id = ?2";
        let _ =
            conn.execute(sql, rusqlite::params![service, sql::Key(Uuid::from_u128(446))]).expect("changed");
        sets(&conn).1
    };
    let found = sets(&conn).1;
    assert_eq!(moves("hundesteuer").len(), found.len());
    assert!(sets(&conn).1.iter().all(|set| !set.contains(&446)));
    assert_eq!(moves("gewerbe-anmeldung"), found);
}

/// A database that held people and cases before this was kept has it after the migration.
#[test]
fn what_was_there_before_is_counted_by_the_migration() {
    let twice = include_str!("../../../../migrations/desk/0020_twice.sql");
    let (before, after) = MIGRATION.split_at(MIGRATION.find(twice).expect("the migration"));
    let conn = Connection::open_in_memory().expect("opens");
    conn.execute_batch(before).expect("migrated");
    for n in [1, 2, 3] {
        project_person(&conn, &Person { id: PersonId(Uuid::from_u128(n)), ..zdenka() }).expect("projects");
    }
    for n in [417, 445] {
        let twin = case(n, Group::Trade, "gewerbe-anmeldung", vec![applicant(1)]);
        project_case(&conn, &twin, &view("Gewerbe-Anmeldung", "Bäckerei")).expect("projects");
    }
    conn.execute_batch(after).expect("migrated");
    assert_eq!(sets(&conn), (vec![vec![1, 2, 3]], vec![vec![417, 445]]));
    remove_person(&conn, PersonId(Uuid::from_u128(3))).expect("removes");
    remove_person(&conn, PersonId(Uuid::from_u128(2))).expect("removes");
    assert_eq!(sets(&conn).0, Vec::<Vec<u128>>::new());
}
