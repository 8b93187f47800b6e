//! A demo town of any size, made once and kept below `target`, so that a second run begins at once.

use amtsstube::desk::chance::Chance;
use amtsstube::desk::clock::Clock;
use amtsstube::desk::intake::{Intake, Participant, Party, Settlement};
use amtsstube::desk::open::{Given, Key, Place};
use amtsstube::desk::{Desk, Session, demo};
use amtsstube::domain::case::{AppearsAs, Signature};
use amtsstube::domain::id::PersonId;
use std::path::Path;
use std::time::Instant;

/// The key of every town here, as `AMTSSTUBE_KEY` takes it.
pub const KEY: &str = "a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf";

/// Where the town of this size lies; made if it is not there yet.
pub fn place(cases: u32) -> Place {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("town-{cases}"));
    let place = Place { data: root.join("data"), state: root.join("state") };
    if !root.join("whole").exists() {
        let _ = std::fs::remove_dir_all(&root);
        let (began, given) = (Instant::now(), Given { text: Some(KEY.to_owned()), file: None });
        let made = demo::make(&place, &given, 1, cases as usize).expect("a town");
        std::fs::write(root.join("whole"), "").expect("a note");
        let (took, size) =
            (began.elapsed(), std::fs::metadata(place.database()).map_or(0, |file| file.len()));
        println!(
            "made {} cases in {:.1} s, {:.0} a second, {} MB",
            made.cases,
            took.as_secs_f64(),
            f64::from(cases) / took.as_secs_f64(),
            size / 1_000_000
        );
    }
    place
}

/// The town's database, open.
pub fn desk(place: &Place) -> Desk {
    let key = Key::from_hex(KEY).expect("a key");
    Desk::open(place, &key, Clock::System, Chance::System).expect("opens")
}

/// The town, and the clerk at its counter.
pub fn open(place: &Place) -> (Desk, Session) {
    let desk = desk(place);
    let clerk = desk.sign_in("schalter", demo::PIN).expect("signs in");
    (desk, clerk)
}

/// A whole trade notice, paid by card, as the counter hands it over.
pub fn notice(desk: &Desk, clerk: &Session, person: PersonId) -> Intake {
    let mut intake = desk.new_intake(clerk, "gewerbe-anmeldung").expect("a service");
    let service = desk.service(&intake.service, &intake.version).expect("a service");
    intake.answers = service.example.clone();
    let day = desk.today().to_string();
    for path in ["beginn", "unterschrift_datum"] {
        if intake.answers.is_set(path) {
            intake.answers.set(path, day.as_str().into());
        }
    }
    intake.participants = vec![Participant {
        party: Party::Known(person),
        part: "applicant".to_owned(),
        appears_as: AppearsAs::InPerson,
        seen: Some("personalausweis".to_owned()),
        certain: true,
    }];
    intake.documents = service.documents.iter().map(|document| document.id.clone()).collect();
    intake.signature = Some(Signature::Seen);
    intake.settlement = Settlement::Card;
    intake
}
