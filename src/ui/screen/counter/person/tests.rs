//! What the page of the person asks for.

use super::*;

#[test]
fn what_was_typed_to_find_somebody_is_taken_for_somebody_new() {
    let new = from_typed("Ďuriš-Şengül, Zdeňka Ayşe 14.03.1987");
    let get = |field: &str| new.get(field).map(String::as_str);
    assert_eq!(get(fields::FAMILY), Some("Ďuriš-Şengül"));
    assert_eq!(get(fields::GIVEN), Some("Zdeňka Ayşe"));
    assert_eq!(get(fields::BIRTH_DATE), Some("14.03.1987"));
    assert_eq!(from_typed("Nienhaus Käthe").get(fields::GIVEN).map(String::as_str), Some("Käthe"));
    assert!(!from_typed("Nienhaus").contains_key(fields::GIVEN));
}

#[test]
fn only_those_appear_whom_the_service_allows() {
    assert_eq!(appearances(Proxy::Allowed).len(), 5);
    assert!(!appearances(Proxy::Messenger).contains(&AppearsAs::Proxy));
    assert_eq!(appearances(Proxy::Never), [AppearsAs::InPerson, AppearsAs::Representative]);
}

fn work() -> Work {
    work_on("hundesteuer-anmeldung")
}

fn work_on(slug: &str) -> Work {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    let catalogue = crate::catalogue::Catalogue::built_in();
    let service = catalogue.current(slug, day).expect("a service");
    let id = crate::domain::id::CaseId(uuid::Uuid::nil());
    let intake = crate::desk::intake::Intake::new(id, &service.slug, &service.version);
    Work::new(catalogue, intake, &crate::domain::town::Town::default(), day).expect("work")
}

fn person(number: u128, family: &str) -> Person {
    let fields = [(fields::FAMILY.to_owned(), family.to_owned())].into();
    Person {
        id: PersonId(uuid::Uuid::from_u128(number)),
        fields,
        conflicts: Vec::new(),
        versions: std::collections::BTreeMap::new(),
        records: std::collections::BTreeSet::new(),
        written_by: BTreeMap::new(),
        also: std::collections::BTreeSet::new(),
    }
}

/// What the desk would refuse at the very end is said where it was typed, with its sentence whole.
#[test]
fn an_impossible_birth_date_enters_nobody() {
    let (mut work, mut state) = (work(), State::default());
    let mut tell = |message| state.update(message, &mut work).expect("taken");
    let _ = tell(Message::NewPressed);
    assert_eq!(tell(Message::NewDone), Action::focus(fields::FAMILY));
    let _ = tell(Message::NewTyped(fields::FAMILY, "Ößmann".into()));
    let _ = tell(Message::NewTyped(fields::BIRTH_DATE, "31.02.1990".into()));
    assert_eq!(tell(Message::NewDone), Action::focus(fields::BIRTH_DATE));
    let _ = tell(Message::NewTyped(fields::BIRTH_DATE, "28.02.1990".into()));
    assert!(matches!(tell(Message::NewDone), Action::SimilarPersons(_)));
}

/// What was seen of one person, and what they signed, does not count for another.
#[test]
fn somebody_else_signs_anew_and_shows_a_paper_of_their_own() {
    let (mut work, mut state) = (work_on("gewerbe-anmeldung"), State::default());
    let mut take = |work: &mut Work, number| {
        let loaded = Message::Loaded(Box::new(Ok(person(number, "Ößmann"))));
        let _ = state.update(loaded, work).expect("taken");
    };
    take(&mut work, 1);
    see(&mut work, 1);
    work.intake.signature = Some(crate::domain::case::Signature::Seen);
    take(&mut work, 2);
    assert_eq!(work.intake.signature, None);
    assert!(!work.intake.documents.contains("ausweis"));
}

/// Whoever acts for the applicant is found by the same search, is a part of the intake of its own, and is forgotten
/// when nobody acts any more.
#[test]
fn a_proxy_is_entered_beside_the_applicant() {
    let (mut work, mut state) = (work(), State::default());
    let tell = |state: &mut State, work: &mut Work, message| state.update(message, work).expect("taken");
    let _ = tell(&mut state, &mut work, Message::Loaded(Box::new(Ok(person(1, "Ößmann")))));
    let at = |appears| AppearsAs::ALL.iter().position(|one| *one == appears).expect("there");
    let _ = tell(&mut state, &mut work, Message::AppearsChosen(at(AppearsAs::Proxy)));
    assert_eq!(state.search_id(), "representative");
    assert!(work.intake.is_represented() && work.intake.representative().is_none());
    assert_eq!(state.incomplete(&work, false), Some("representative"));
    let _ = tell(&mut state, &mut work, Message::AppearsChosen(at(AppearsAs::Representative)));
    assert_eq!(
        state.incomplete(&work, false),
        Some("representative"),
        "nobody represents by law without a name"
    );
    let _ = tell(&mut state, &mut work, Message::Loaded(Box::new(Ok(person(2, "Ostendarp")))));
    let acts = work.intake.representative().map(|acts| acts.party.clone());
    assert_eq!(acts, Some(Party::Known(PersonId(uuid::Uuid::from_u128(2)))));
    assert_eq!((work.person_name().as_str(), work.representative_name().as_str()), ("Ößmann", "Ostendarp"));
    see(&mut work, 1);
    let (_, read) = crate::ui::screen::counter::read_back::who(&work).expect("somebody");
    let read: Vec<&str> = read.iter().map(|(_, says)| says.as_str()).collect();
    assert_eq!(read, ["Ößmann", "gesetzliche Vertretung", "Ostendarp", "Personalausweis gesehen"]);
    let _ = tell(&mut state, &mut work, Message::AppearsChosen(at(AppearsAs::Messenger)));
    assert!(work.intake.representative().is_none() && work.representative_name().is_empty());
    assert_eq!(work.intake.applicant().map(|applicant| applicant.appears_as), Some(AppearsAs::Messenger));
}

#[test]
fn what_is_no_house_number_enters_nobody_and_finish_says_so_at_once() {
    let (mut work, mut state) = (work(), State::default());
    let mut tell = |message| state.update(message, &mut work).expect("taken");
    let _ = tell(Message::NewPressed);
    let _ = tell(Message::NewTyped(fields::FAMILY, "Ößmann".into()));
    for (field, wrong, right) in [
        (fields::HOUSE, "abc!", "12 a"),
        (fields::HOUSE, "#12", "o. Nr."),
        (fields::POSTCODE, "4871?", "48712"),
        (fields::POSTCODE, "–", "SW1A 1AA"),
    ] {
        let _ = tell(Message::NewTyped(field, wrong.into()));
        assert_eq!(tell(Message::NewFinished), Action::focus(field), "{wrong}");
        let _ = tell(Message::NewTyped(field, right.into()));
        assert!(matches!(tell(Message::NewFinished), Action::SimilarPersons(_)), "{right}");
    }
}

#[test]
fn nobody_acts_for_themselves() {
    let (mut work, mut state) = (work(), State::default());
    let tell = |state: &mut State, work: &mut Work, message| state.update(message, work).expect("taken");
    let _ = tell(&mut state, &mut work, Message::Loaded(Box::new(Ok(person(1, "Ößmann")))));
    let at = AppearsAs::ALL.iter().position(|one| *one == AppearsAs::Proxy).expect("there");
    let _ = tell(&mut state, &mut work, Message::AppearsChosen(at));
    let found = |number: u128| Found {
        id: PersonId(uuid::Uuid::from_u128(number)),
        name: "Ößmann".into(),
        birth: String::new(),
        address: String::new(),
        why: Vec::new(),
        blocked: false,
    };
    let _ = tell(&mut state, &mut work, Message::Typed("Öß".into()));
    let both = Message::PersonsFound("Öß".into(), Ok(vec![found(1), found(2)]));
    let _ = tell(&mut state, &mut work, both);
    assert_eq!(tell(&mut state, &mut work, Message::Taken(0)), Action::mend("representative"));
    assert_eq!(state.problems[0].id, "proxy-is-applicant");
    let other = PersonId(uuid::Uuid::from_u128(2));
    assert_eq!(tell(&mut state, &mut work, Message::Taken(1)), Action::LoadPerson(other));
    let _ = tell(&mut state, &mut work, Message::Typed("Öß".into()));
    assert!(state.problems.is_empty(), "it is told until something else is typed");
}

/// Typed faster than people are found: Enter means what is typed, and neither somebody found for less nor "Neue Person".
#[test]
fn enter_waits_for_whoever_is_found_for_what_is_typed() {
    let (mut work, mut state) = (work(), State::default());
    let mut tell = |message| state.update(message, &mut work).expect("taken");
    let found = |number: u128| Found {
        id: PersonId(uuid::Uuid::from_u128(number)),
        name: "Ostendarp".into(),
        birth: String::new(),
        address: String::new(),
        why: Vec::new(),
        blocked: false,
    };
    let _ = tell(Message::Typed("Os".into()));
    let _ = tell(Message::PersonsFound("Os".into(), Ok(vec![found(1)])));
    let _ = tell(Message::Typed("Ost".into()));
    for early in [Message::Taken(0), Message::Entered] {
        assert_eq!(tell(early), Action::FindPerson("Ost".into()));
    }
    let other = PersonId(uuid::Uuid::from_u128(2));
    assert_eq!(tell(Message::PersonsFound("Ost".into(), Ok(vec![found(2)]))), Action::LoadPerson(other));
    let _ = tell(Message::Typed("Xy".into()));
    let _ = tell(Message::PersonsFound("Xy".into(), Ok(Vec::new())));
    assert_eq!(tell(Message::Entered), Action::FocusNext, "nobody is there: somebody new");
}
