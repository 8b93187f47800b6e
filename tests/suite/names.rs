//! Every character and sequence of DIN 91379 that belongs to names, on its whole way: typed into a field, filed,
//! stored, read again, found by its plain form, printed and read back from the paper.

use std::collections::{BTreeMap, BTreeSet};

use amtsstube::desk::intake::{Participant, Party};
use amtsstube::domain::case::{AppearsAs, Signature};
use amtsstube::domain::din91379::{Kind, check, normalise, search_form};
use amtsstube::domain::id::PersonId;
use amtsstube::domain::user::Role;

use crate::harness::{pictures, text_of};
use crate::paper::characters;
use crate::town::Town;

/// Names in one field: as many as a form's line takes.
const TOGETHER: usize = 12;

/// Files a trade notice of somebody with this family name; gives the papers' text and who they are.
fn files(office: &Town, at: usize, family: &str) -> (PersonId, String) {
    let (desk, clerk) = (&office.desk, &office.clerk);
    let mut intake = desk.new_intake(clerk, "gewerbe-anmeldung").unwrap();
    let service = desk.service(&intake.service, &intake.version).unwrap();
    intake.answers = service.example.clone();
    intake.answers.set("familienname", family.into());
    intake.participants = vec![Participant {
        party: Party::New(BTreeMap::new()),
        part: "applicant".to_owned(),
        appears_as: AppearsAs::InPerson,
        seen: Some("personalausweis".to_owned()),
        certain: true,
    }];
    intake.documents = service.documents.iter().map(|document| document.id.clone()).collect();
    intake.signature = Some(Signature::Seen);
    let filed =
        desk.file_case(clerk, &intake).unwrap_or_else(|error| panic!("{family}: {:?}", error.problems()));
    let sheet = desk.sheet(clerk, filed.case).unwrap();
    assert_eq!(sheet.case.answers().text("familienname"), family);
    let person = *sheet.persons.keys().next().unwrap();
    let mut text = String::new();
    for paper in &filed.papers {
        let file = pictures().join(format!("papers/names-{at}-{}.pdf", paper.kind));
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        let _ = std::fs::remove_file(&file);
        desk.save_copy(clerk, &amtsstube::desk::look::Viewable::Paper(paper.id), &file).unwrap();
        text.push_str(&text_of(&file));
    }
    (person, text)
}

/// Whether the list has it as a letter between letters; what is no letter (a space, a hyphen) stands between names.
fn as_name(character: &str) -> String {
    normalise(&format!("Ma{character}mo"))
}

#[test]
fn every_character_of_names_goes_the_whole_way() {
    let office = Town::new(&[Role::Counter]);
    let all: Vec<String> = characters().iter().map(|one| as_name(one)).collect();
    assert!(all.len() > 700, "{}", all.len());
    // Those that a person's name may have; the others (digits, arrows) are refused by name, as another test shows.
    let in_names =
        |name: &&String| check(name, Kind::PersonName).is_ok() && !name.contains(char::is_whitespace);
    let names: Vec<&String> = all.iter().filter(in_names).collect();
    assert!(names.len() > 600, "only {} of {}", names.len(), all.len());
    let mut filed = Vec::new();
    let mut faults = Vec::new();
    for (at, together) in names.chunks(TOGETHER).enumerate() {
        let family = together.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(" ");
        let (person, text) = files(&office, at, &family);
        let words: BTreeSet<String> = text.split_whitespace().map(normalise).collect();
        let lost = together
            .iter()
            .filter(|name| !words.iter().any(|word| word.trim_end_matches(',') == name.as_str()));
        faults.extend(lost.map(|name| format!("{name} is not on the papers of case {at}")));
        filed.push((person, family));
    }
    // Read by another program, after the first one ended.
    let town = office.reopened();
    let (desk, clerk) = (&town.desk, &town.clerk);
    for (person, family) in &filed {
        assert_eq!(desk.person(clerk, *person).unwrap().get("family"), family);
        for name in family.split(' ') {
            for typed in [name.to_owned(), search_form(name), search_form(name).to_lowercase()] {
                let found = desk.find_person(clerk, &typed, 100).unwrap();
                if !found.iter().any(|hit| hit.row.id == *person) {
                    faults.push(format!("{name} is not found by {typed:?}"));
                }
            }
        }
    }
    assert!(desk.verify().unwrap().is_clean());
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}
