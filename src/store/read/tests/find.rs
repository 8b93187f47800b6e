//! Persons and cases are found by whatever is typed.

use super::*;

#[test]
fn a_person_is_found_by_whatever_is_typed() {
    let conn = town();
    for (typed, why) in [
        ("mull", Why::Name),
        ("müller", Why::Name),
        ("müller 14.03.1987", Why::Name),
        ("Ďuri", Why::Name),
        ("durisch", Why::Phonetics),
        ("duris zdenka", Why::Name),
        ("Zdeňka Müller", Why::Name),
        ("Miller Zdenka", Why::Phonetics),
        ("hofstr 23", Why::Street),
        ("Hofstraße 23a", Why::Street),
        ("hofstr. 23 a", Why::Street),
        ("14.3.1987", Why::BirthDate),
        ("14.03.", Why::BirthDate),
        ("14.03.19", Why::BirthDate),
        ("14.03.87", Why::BirthDate),
        ("müller 1987", Why::Name),
        ("mu", Why::Name),
        ("m", Why::Name),
    ] {
        assert_eq!(found(&conn, typed), [("Ďuriš-Müller, Zdeňka".to_owned(), why)], "{typed}");
    }
    for typed in
        ["", " ", "\"", "' OR 1", "müller 15.03.1987", "xaver", "*", "müller AND", "NEAR(", "hofstr 24"]
    {
        assert_eq!(found(&conn, typed), [], "{typed}");
    }
}

#[test]
fn who_is_typed_in_full_stands_before_who_begins_so() {
    let conn = database();
    for (n, family) in ["Schmid", "Schmidt", "Schmidtke", "Schmitt"].into_iter().enumerate() {
        project_person(&conn, &person(n as u128, &[(fields::FAMILY, family)])).expect("projects");
    }
    let names: Vec<_> = found(&conn, "schmidt").into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Schmidt", "Schmidtke", "Schmitt", "Schmid"]);
}

#[test]
fn an_address_that_must_not_be_told_is_neither_shown_nor_found() {
    let conn = town();
    let mut hidden = zdenka();
    let _ = hidden.fields.insert(fields::BLOCKED.to_owned(), "yes".to_owned());
    project_person(&conn, &hidden).expect("projects");
    assert_eq!(found(&conn, "hofstr 23"), []);
    assert_eq!(found(&conn, "müller hofstr"), []);
    let row = find_person(&conn, "müller", 9).expect("finds").remove(0).row;
    assert!(
        row.blocked
            && row.street.is_empty()
            && row.house.is_empty()
            && row.postcode.is_empty()
            && row.place.is_empty()
    );
    let hit = search(&conn, "duris", &everything(), 9).expect("searches").remove(0);
    assert!(hit.blocked && hit.detail == ["1987-03-14"]);
    project_person(&conn, &zdenka()).expect("projects");
    assert_eq!(found(&conn, "hofstr 23").len(), 1, "the block is lifted");
}

#[test]
fn a_second_entry_of_the_same_person_is_noticed() {
    let conn = town();
    let like = |values: &[(&str, &str)]| {
        similar_persons(&conn, &person(99, values).fields, None).expect("finds").len()
    };
    assert_eq!(like(&[(fields::FAMILY, "Thuris"), (fields::BIRTH_DATE, "1987-03-00")]), 1, "sound and year");
    assert_eq!(like(&[(fields::FAMILY, "Sauer"), (fields::BIRTH_DATE, "1987-03-14")]), 1, "same birth date");
    assert_eq!(like(&[(fields::FAMILY, "Duris"), (fields::GIVEN, "Zdenka")]), 1, "no birth date known");
    assert_eq!(
        like(&[(fields::FAMILY, "Duris"), (fields::GIVEN, "Otto"), (fields::BIRTH_DATE, "1950-01-01")]),
        0
    );
    assert_eq!(like(&[(fields::FAMILY, "\"")]), 0);
    assert_eq!(similar_persons(&conn, &zdenka().fields, Some(zdenka().id)).expect("finds").len(), 0);
}

#[test]
fn a_case_is_found_by_what_it_holds() {
    let conn = town();
    let case = (HitKind::Case, "32.10-2026-A-00417".to_owned());
    for typed in [
        "32.10-2026-a-00417",
        "00417",
        "417",
        "k7qx-3mpa-0417",
        "K7QX3MPA0417",
        "A-00417",
        "a-417",
        "A 417",
        "a00417",
        "2026-A-417",
        "32.10-2026-A-417",
        "32.10 2026 A 00417",
        "k7qx 3mpa 0417",
        "A-2026-000001",
        "a-2026-1",
        "A-1",
        "000001",
        "bäckerei",
        "backerei",
        "linden",
        "lindenhof bäck",
        "gewerbe duris",
        "anmeld linden",
    ] {
        assert!(hits(&conn, typed, &everything()).contains(&case), "{typed}");
    }
    for typed in ["B-417", "2025-A-417", "31.10-2026-A-417", "A-2025-1", "B-1", "000002", "A-4170", "1"] {
        assert!(!hits(&conn, typed, &everything()).contains(&case), "{typed}");
    }
    assert_eq!(hits(&conn, "gewerbe", &everything()).len(), 2, "by its service");
    assert_eq!(hits(&conn, "gewerbe müller imbiss", &everything()), []);
    let paper = (HitKind::Paper, case.1.clone());
    for typed in ["empfangs", "bescheinigung", "empfangsbescheinigung duris"] {
        assert_eq!(hits(&conn, typed, &everything()).contains(&paper), typed != "bescheinigung", "{typed}");
    }
    for typed in ["\"", "a*b", "(", "-", "32.10 AND", "^", "{}"] {
        let _ = hits(&conn, typed, &everything());
    }
}
