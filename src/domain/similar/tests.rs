//! Awkward pairs. Each is compared both ways round.

use super::Likeness::{Exact, Likely, Possible};
use super::*;

/// `family, given, birth, street, postcode`
fn person(text: &str) -> Identity<'_> {
    let part = |at| text.split('|').nth(at).unwrap_or_default().trim();
    Identity {
        family_name: part(0),
        given_names: part(1),
        birth: if part(2).is_empty() { PartialDate::UNKNOWN } else { part(2).parse().unwrap() },
        street: part(3),
        postcode: part(4),
        birth_name: part(5),
    }
}

fn likeness(one: &str, two: &str) -> Option<Likeness> {
    let there = compare(&person(one), &person(two));
    let back = compare(&person(two), &person(one));
    assert_eq!(there, back, "{one} and {two}: the order matters");
    there.map(|similar| similar.likeness)
}

fn reasons(one: &str, two: &str) -> Vec<Reason> {
    compare(&person(one), &person(two)).map(|similar| similar.reasons).unwrap_or_default()
}

const ANNA: &str = "Müller | Anna Maria | 1987-03-14 | Hofstraße 23 a | 48712";

#[test]
fn the_same_person_however_written() {
    for same in [
        ANNA,
        "Mueller | Anna Maria | 1987-03-14",
        "Muller | Maria Anna | 1987-03-14 | Am Markt 1 | 10115",
        "MÜLLER | ANNA-MARIA | 1987-03-14",
        "Mu\u{308}ller | Dr. Anna Maria | 1987-03-14",
    ] {
        assert_eq!(likeness(ANNA, same), Some(Exact), "{same}");
    }
    assert_eq!(reasons(ANNA, ANNA), [Reason::SameName, Reason::SameBirthDate, Reason::SameAddress]);
}

#[test]
fn likely() {
    for other in [
        "Anna Maria | Müller | 1987-03-14",
        "Müller | Anna | 1987-03-14",
        "Müller | | 1987-03-14",
        "Möller | Anna Maria | 1987-03-14",
        "Müller-Schmidt | Anna Maria | 1987-03-14",
        "Schmidt | Anna Maria | 1987-03-14 | | | Müller",
        "Müller | A. M. | 1987-03-14",
        "Müller | Anna Maria | 1987-00-00 | Hofstr. 23a | 48712",
        "Müller | Anna Maria | | Hofstr. 23 A | 48712",
        "Müller | Anna Maria | 1978-03-14 | Hofstr. 23a | 48712",
    ] {
        assert_eq!(likeness(ANNA, other), Some(Likely), "{other}");
    }
    assert_eq!(likeness("Müller | Anna | 1987-03-04", "Müller | Anna | 1987-04-03"), Some(Likely));
    assert_eq!(likeness("Suharto | | 1987-03-04", " | Suharto | 1987-03-04"), Some(Likely));
    assert_eq!(likeness("von der Heide | Jörg | 1950-01-01", "Heide | Joerg | 1950-01-01"), Some(Exact));
}

#[test]
fn possible() {
    for other in [
        "Müller | Anna Maria",
        "Müller | Anna Maria | 1987-03-00 | Am Markt 1 | 10115",
        "Müller | Anna Maria | 1987-03-15",
        "Müller | Anna | | Hofstraße 23a | 48712",
        "Schmidt | Anna Maria | 1987-03-14 | Am Markt 1 | 48712",
    ] {
        assert_eq!(likeness(ANNA, other), Some(Possible), "{other}");
    }
}

#[test]
fn two_persons() {
    for (one, two, why) in [
        (
            "Müller | Lena | 1987-03-14 | Hofstraße 1 | 48712",
            "Müller | Lisa | 1987-03-14 | Hofstraße 1 | 48712",
            "twins",
        ),
        (
            "Müller | Anna Maria | 1987-03-14 | Hofstraße 1 | 48712",
            "Müller | Lena Maria | 1987-03-14 | Hofstraße 1 | 48712",
            "twins with one second name",
        ),
        (
            "Müller | Peter | 1951-06-02 | Hof 1 | 48712",
            "Müller | Peter | 1983-11-20 | Hof 1 | 48712",
            "father and son",
        ),
        ("Müller | Anna | 1987-03-14", "Schmidt | Anna | 1987-03-14", "nothing but the given name and a day"),
        ("Müller | Anna | 1987-03-14", "Müller | Bernd | 1990-01-01", "namesakes"),
        ("Müller | Anna | 1987-00-00", "Müller | Anna | 1988-00-00", "known years differ"),
        ("Bauer | Eva | 1987-03-14", "Sauer | Eva | 1987-03-14", "names that rhyme"),
        (" | | 1987-03-14", " | | 1987-03-14", "nobody"),
        ("Иванов | Пётр | 1987-03-14", "Петров | Пётр | 1987-03-14", "other letters do no harm"),
    ] {
        assert_eq!(likeness(one, two), None, "{why}");
    }
}

#[test]
fn twins_whose_names_differ_by_a_letter_are_shown_and_not_asked() {
    for (one, two) in [("Marina", "Martina"), ("Jan", "Jana"), ("Anna", "Hanna")] {
        let twin = |name: &str| format!("Müller | {name} | 1987-03-14 | Hofstraße 1 | 48712");
        assert_eq!(likeness(&twin(one), &twin(two)), Some(Possible), "{one} and {two}");
    }
}

#[test]
fn the_reasons_are_told() {
    assert_eq!(
        reasons(ANNA, "Möller | Anna | 1987-03-14 | Am Markt 1 | 48712"),
        [
            Reason::FamilyNameSoundsAlike,
            Reason::GivenNamesInPart,
            Reason::SameBirthDate,
            Reason::SamePostcode
        ]
    );
    let crossed = reasons("Müller | Anna | 1987-03-04", "Müller | Anna | 1987-04-03");
    assert_eq!(crossed, [Reason::SameName, Reason::BirthDayAndMonthSwapped]);
}

#[test]
fn every_reason_has_its_sentence() {
    let ids = include_str!("mod.rs").split('"').filter(|word| word.starts_with("similar-"));
    let file = include_str!("../../../assets/i18n/de/amtsstube.ftl");
    let missing: Vec<_> = ids.filter(|id| !file.contains(&format!("\n{id} ="))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
