//! What two desks entered differently among the town's values: named and shown as it is where it was typed, and a third version is
//! looked at like anything that is typed.

mod people;
mod storno;
mod work;

use super::*;
use crate::catalogue::File;
use crate::desk::handover::tests::office::{Office, TOWN, hears, texts};

const FEE: &str = "wohnberechtigungsschein.gebuehr";

/// One town's two desks, each with another fee, another block and another telephone number; the second has heard the first.
fn both_disagree() -> [Office; 2] {
    let desks = [1, 2].map(|seed| Office::new(TOWN, "Stadt Gescher", seed));
    for (office, fee, hour) in [(&desks[0], "25", 22), (&desks[1], "30", 23)] {
        let admin = office.desk.sign_in("admin", "2468").expect("signed in");
        let phone = format!("02542 {hour}");
        office.desk.set_town(&admin, &texts(&[(FEE, fee), ("phone", &phone)])).expect("said");
        let text = format!(
            "[[block]]\nid = \"laerm\"\npart = \"reasons\"\ntext = \"Musik endet um {hour} Uhr.\"\n\
             title = {{ de = \"Lärm\", en = \"Noise\" }}\n"
        );
        let file = File { name: "bausteine.toml".to_owned(), text };
        let set = office.desk.set_own_blocks(&admin, "gestattung", &file);
        assert_eq!(set.unwrap_or_else(|error| panic!("{:#?}", error.problems())), 1);
    }
    hears(&desks[1], &desks[0]);
    desks
}

/// The second of them.
fn disagree() -> (Office, Session) {
    let [_, second] = both_disagree();
    let admin = second.desk.sign_in("admin", "2468").expect("signed in");
    (second, admin)
}

fn conflict(office: &Office, session: &Session, field: &str) -> Conflict {
    let open = office.desk.conflicts(session, "de").expect("read").conflicts;
    open.into_iter().find(|conflict| conflict.field == field).unwrap_or_else(|| panic!("none of {field}"))
}

fn shown(conflict: &Conflict) -> Vec<&str> {
    let mut shown: Vec<&str> = conflict.versions.iter().map(|version| version.shown.as_str()).collect();
    shown.sort_unstable();
    shown
}

#[test]
fn blocks_of_the_town_are_told_by_their_service_and_by_what_differs() {
    let (office, admin) = disagree();
    let found = conflict(&office, &admin, "bausteine.gestattung");
    let service = office.desk.catalogue().current("gestattung", office.desk.today()).expect("the service");
    assert_eq!(found.label, format!("Textbausteine der Kommune: {}", service.name.de));
    assert_eq!(shown(&found), ["Lärm: Musik endet um 22 Uhr.", "Lärm: Musik endet um 23 Uhr."]);
    let first = found.versions.iter().find(|version| version.shown.contains("22")).expect("a version");
    let choice = [(found.field.clone(), found.choice(first.value.clone()))].into();
    office.desk.resolve(&admin, About::Town, &choice, "Am Schild gesehen").expect("decided");
    let stands = office.desk.own_blocks("gestattung").expect("read");
    assert!(stands.starts_with("[[block]]") && stands.contains("22 Uhr"), "the whole file stands: {stands}");
}

#[test]
fn what_services_leave_to_the_town_is_chosen_as_it_is_typed() {
    let (office, admin) = disagree();
    let found = conflict(&office, &admin, FEE);
    assert!(!found.label.is_empty() && !found.label.contains(FEE), "{}", found.label);
    assert_eq!(shown(&found), ["25,00", "30,00"]);
    let decide = |value: &str| {
        let choice = [(FEE.to_owned(), found.choice(read_value(value)))].into();
        office.desk.resolve(&admin, About::Town, &choice, "Am Schild gesehen")
    };
    let refused = decide("viel").expect_err("no amount");
    assert_eq!(refused.problems()[0].id, "town-amount-form");
    // In cents it would be one of the versions: what is typed are euros.
    decide("2500").expect("decided");
    assert_eq!(office.desk.town().expect("read").get(FEE), "250000");
}

#[test]
fn a_value_of_the_towns_own_has_its_name_elsewhere() {
    let (office, admin) = disagree();
    let found = conflict(&office, &admin, "phone");
    assert_eq!((found.label.as_str(), shown(&found)), ("", vec!["02542 22", "02542 23"]));
    let choice = [("phone".to_owned(), found.choice(found.versions[0].value.clone()))].into();
    office.desk.resolve(&admin, About::Town, &choice, "Am Schild gesehen").expect("decided");
    assert_eq!(office.desk.town().expect("read").get("phone"), found.versions[0].shown);
    let decided = office.desk.decided(About::Town, "de").expect("read");
    let told: Vec<_> = decided.iter().map(|one| (one.field.as_str(), one.reason.as_str())).collect();
    assert_eq!(told, [("phone", "Am Schild gesehen")], "not what nobody decided");
    assert_eq!(decided[0].version.origin.by, "Admina Muster");
}

#[test]
fn a_value_of_the_town_that_came_since_somebody_looked_is_not_overruled_unseen() {
    let [other, office] = both_disagree();
    let [far, admin] = [&other, &office].map(|at| at.desk.sign_in("admin", "2468").expect("signed in"));
    let seen = [FEE, "phone"].map(|field| conflict(&office, &admin, field));
    other.desk.set_town(&far, &texts(&[("phone", "02542 24")])).expect("said");
    hears(&office, &other);
    let decide = |all: &[Conflict]| {
        let chosen = |found: &Conflict| (found.field.clone(), found.choice(found.versions[0].value.clone()));
        office.desk.resolve(&admin, About::Town, &all.iter().map(chosen).collect(), "Am Schild gesehen")
    };
    let refused = decide(&seen).expect_err("another number is there").problems();
    let told: Vec<_> = refused.iter().map(|one| (one.id.as_str(), one.field.as_str())).collect();
    assert_eq!(told, [("conflict-changed", "phone")]);
    assert_eq!(conflict(&office, &admin, FEE), seen[0], "nothing was written of the other one");
    let now = conflict(&office, &admin, "phone");
    assert_eq!(shown(&now), ["02542 23", "02542 24"]);
    decide(&[seen[0].clone(), now.clone()]).expect("decided");
    assert_eq!(office.desk.town().expect("read").get("phone"), now.versions[0].shown);
    assert_eq!(office.desk.conflicts(&admin, "de").expect("read").conflicts.len(), 1, "the block is left");
}

/// A telephone number may stand on every letter: how many are out since is counted, of cases that may be read.
#[test]
fn papers_since_a_value_of_the_town_differs_are_counted_by_their_titles() {
    let (office, admin) = disagree();
    let since = |session: &Session, field: &str| conflict(&office, session, field).papers.since;
    assert_eq!(since(&admin, "phone").expect("a day").titles, BTreeMap::new());
    let case = office.files("gewerbe-anmeldung");
    let issued = office.case(case).papers.len() as u64;
    let counted = since(&office.clerk, "phone").expect("a day");
    assert_eq!((counted.day, counted.titles.values().sum()), (office.desk.today(), issued));
    assert_eq!(counted.titles.get("Gewerbe-Anmeldung (GewA 1)"), Some(&1));
    assert_eq!(since(&admin, "phone").expect("a day").titles, BTreeMap::new(), "tax secrecy");
}
