//! A portal's notices over the service of the Kreis: laid there once, seen at each desk of the town, taken in once, gone from the
//! service once the case is there. What is hostile or for another town is told in words.

use super::Service;
use crate::incoming::notice;
use crate::town::{NOW, Town};
use amtsstube::desk::chance::Chance;
use amtsstube::desk::clock::Clock;
use amtsstube::desk::correct::Wanted;
use amtsstube::desk::inbox::Came;
use amtsstube::desk::inbox::folder::{Letter, Standing};
use amtsstube::desk::{Desk, Session};
use amtsstube::domain::case::{CaseEvent, Signature};
use amtsstube::domain::event::Payload;
use amtsstube::domain::id::CaseId;
use amtsstube::domain::office::OUTSIDE;
use amtsstube::domain::user::Role;
use amtsstube::store::Place;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

const TOWN: &str = "05554016";

fn agrees(desk: &Desk) {
    let _ = desk.agree(Duration::ZERO, &mut |_| true).expect("a round");
}

/// A further desk of the town, which begins empty.
fn second(service: &Service) -> (TempDir, Desk, Session) {
    let folder = TempDir::new().expect("a folder");
    let place = Place { data: folder.path().join("data"), state: folder.path().join("state") };
    let (chance, clock) = (Chance::seeded(2), Clock::Fixed(NOW.parse().expect("a moment")));
    let key = Desk::new_key(&chance).expect("a key");
    Desk::create(&place, &key, clock, &chance).expect("a desk");
    let desk = Desk::open(&place, &key, clock, chance).expect("opened");
    let (url, code) = service.code(TOWN, "Schalter 2");
    let _ = desk.enrol(None, &url, &code).expect("let in");
    agrees(&desk);
    let session = desk.sign_in("clerk", "1357").expect("somebody");
    (folder, desk, session)
}

fn put(service: &Service, folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("written");
    let said = service.says(&["inbox", "put", "--town", TOWN, &path.display().to_string()]);
    said["files"][0]["laid"].as_str().expect("a word").to_owned()
}

fn letter(desk: &Desk, session: &Session, name: &str) -> Option<Letter> {
    desk.inbox(session).expect("the inbox").letters.into_iter().find(|letter| letter.name == name)
}

/// The receipt went back by itself, sealed for the service: laid into the operator's folder once, and anew when it is corrected.
fn answered(service: &Service, folder: &Path, desk: &Desk, session: &Session, case: CaseId) {
    let fetch =
        || service.says(&["inbox", "answers", "--out", folder.to_str().expect("text")])["answers"].clone();
    let sent = || {
        let receipts = desk.papers_of(session, case).expect("papers");
        let receipts = receipts.into_iter().filter(|paper| paper.kind == "empfangsbescheinigung");
        receipts.map(|paper| desk.paper_bytes(session, paper.id).expect("its bytes")).collect::<Vec<_>>()
    };
    let notes = || {
        let case = desk.sheet(session, case).expect("the case").case;
        let notes = case.timeline.iter().filter(|event| {
            matches!(&event.payload, Payload::Known(CaseEvent::NoteAdded { text, .. }) if text.contains("Dienst des Kreises"))
        });
        notes.count()
    };
    let laid = fetch();
    assert_eq!((laid.as_array().map(Vec::len), notes()), (Some(1), 1));
    let file = Path::new(laid[0]["file"].as_str().expect("a path"));
    assert_eq!((file.parent(), &laid[0]["town"]), (Some(folder.join(TOWN).as_path()), &json!(TOWN)));
    let name = file.file_name().expect("a name").to_str().expect("text");
    let of_message = name.strip_prefix("anzeige-empfangsbescheinigung-");
    assert!(of_message.is_some_and(|rest| rest.strip_suffix(".pdf").is_some()), "{name}");
    assert_eq!([std::fs::read(file).expect("read")], sent()[..], "byte for byte the receipt");
    agrees(desk);
    assert_eq!(fetch(), json!([]), "once");
    let right = json!({ "strasse": "Hofstraße", "hausnummer": "32", "plz": "48712", "ort": "Gescher" });
    let wanted = Wanted {
        answers: [("betriebsstaette".to_owned(), right)].into(),
        reason: "verlesen".to_owned(),
        own_mistake: Some(true),
        ..Wanted::default()
    };
    let _ = desk.correct(session, case, &wanted, "de").expect("corrected");
    agrees(desk);
    let anew = fetch();
    assert_eq!((anew.as_array().map(Vec::len), notes()), (Some(1), 2), "and anew when it is corrected");
    let bytes = std::fs::read(anew[0]["file"].as_str().expect("a path")).expect("read");
    assert!(sent().contains(&bytes) && anew[0]["file"] != laid[0]["file"]);
    agrees(desk);
    assert_eq!(fetch(), json!([]));
}

#[test]
fn a_portals_notice_comes_to_each_desk_and_becomes_one_case() {
    let service = Service::new();
    let town = Town::new(&[Role::Counter, Role::Clerk, Role::Cashier]);
    let (one, clerk) = (&town.desk, &town.clerk);
    let (url, code) = service.code(TOWN, "Schalter 1");
    let _ = one.enrol(Some(&town.admin), &url, &code).expect("let in");
    agrees(one);
    let (_folder, two, other) = second(&service);

    let folder = TempDir::new().expect("a folder");
    let good = notice(one, "7d3c9a52-0000-4000-8000-000000000001", TOWN);
    let bomb = good.replacen("<!--", "<!DOCTYPE x [<!ENTITY a \"b\">]><!--", 1);
    let elsewhere = notice(one, "7d3c9a52-0000-4000-8000-000000000002", "05554024");
    assert_eq!(put(&service, folder.path(), "anzeige.xml", &good), "new");
    assert_eq!(put(&service, folder.path(), "anzeige.xml", &good), "known", "twice is once");
    assert_eq!(put(&service, folder.path(), "boese.xml", &bomb), "new", "the service reads nothing of it");
    assert_eq!(put(&service, folder.path(), "fremd.xml", &elsewhere), "new");
    assert_eq!(service.says(&["mail"])["mail"][0]["bundles"], json!(3));
    agrees(one);
    agrees(&two);

    let standing = |desk: &Desk, session: &Session, name: &str| {
        letter(desk, session, name).unwrap_or_else(|| panic!("{name} is not there")).standing
    };
    for (desk, session) in [(one, clerk), (&two, &other)] {
        let waits = standing(desk, session, "anzeige.xml");
        assert!(matches!(waits, Standing::Waits(_)), "{waits:?}");
        for (name, why) in [("boese.xml", "xml-doctype"), ("fremd.xml", "xga-town")] {
            let stands = standing(desk, session, name);
            let Standing::Unreadable(problem) = &stands else { panic!("{name}: {stands:?}") };
            assert_eq!(problem.id, why, "{name}");
        }
        let strays = desk.mail(session).expect("the mail").incoming;
        let strays: Vec<_> =
            strays.iter().filter_map(|stray| Some(stray.problem.as_ref()?.id.as_str())).collect();
        assert_eq!(strays.len(), 2, "what cannot be taken in is to be dropped by somebody: {strays:?}");
        assert_eq!(desk.outbox().expect("read").letters, 0, "no office sent anything");
    }

    // Taken in at the second desk: one draft there, with the original; the file still lies at the service.
    let at = letter(&two, &other, "anzeige.xml").expect("it is there").at;
    let came = two.take_in_from(&other, &at).expect("taken in");
    let again = two.take_in_from(&other, &at).expect_err("twice");
    assert_eq!(again.problems()[0].id, "inbox-there");
    assert_eq!(standing(&two, &other, "anzeige.xml"), Standing::Taken(Came::Draft(came.draft)));
    let mut intake = two.draft(&other, came.draft).expect("read").expect("a draft");
    assert_eq!((intake.channel.name(), intake.enclosures[0].name.as_str()), ("portal", "anzeige.xml"));
    agrees(&two);
    agrees(one);
    assert!(
        matches!(standing(one, clerk, "anzeige.xml"), Standing::Waits(_)),
        "a draft is nobody else's yet"
    );
    assert_eq!(
        service.says(&["mail"])["mail"][0]["bundles"],
        json!(3),
        "no desk takes it along before it is filed"
    );

    // Without having heard of it, the first desk takes it in as well.
    let at = letter(one, clerk, "anzeige.xml").expect("it is there").at;
    let late = one.take_in_from(clerk, &at).expect("taken in").draft;

    // Filed: the case reaches the first desk, which takes nothing in a second time, and the service forgets the file.
    intake.signature = Some(Signature::Seen);
    let form = two.service(&intake.service, &intake.version).expect("known");
    intake.documents = form.documents.iter().map(|document| document.id.clone()).collect();
    let filed = two.file_case(&other, &intake).expect("filed");
    agrees(&two);
    agrees(one);
    assert!(letter(&two, &other, "anzeige.xml").is_none() && letter(one, clerk, "anzeige.xml").is_none());
    let lies = service.says(&["mail"])["mail"].clone();
    let of = |row: &Value| (row["from"].clone(), row["office"].clone(), row["bundles"].clone());
    let (outside, there) = (json!(OUTSIDE), json!(TOWN));
    let rows: Vec<_> = lies.as_array().expect("a list").iter().map(of).collect();
    assert_eq!(
        rows,
        [(there.clone(), outside.clone(), json!(1)), (outside, there, json!(2))],
        "and the answer"
    );
    let answers = TempDir::new().expect("a folder");
    answered(&service, answers.path(), &two, &other, filed.case);
    let mut late = one.draft(clerk, late).expect("read").expect("a draft");
    (late.signature, late.documents) = (intake.signature.clone(), intake.documents.clone());
    let refused = one.file_case(clerk, &late).expect_err("filed at the other desk");
    let why = refused.problems().into_iter().find(|problem| problem.id == "inbox-filed").expect("the reason");
    assert_eq!(why.args.get("number"), Some(&filed.number));
    let case = one.sheet(clerk, filed.case).expect("the case").case;
    assert_eq!(case.opened.channel.name(), "portal");
    assert_eq!(put(&service, folder.path(), "anzeige.xml", &good), "taken", "and it does not come again");

    // The head drops what nobody can use: gone at both desks and at the service.
    let admin = one.sign_in("admin", "2468").expect("the administrator");
    for stray in one.mail(clerk).expect("the mail").incoming {
        let id = stray.id.to_string();
        let _ = one.drop_mail(&admin, (&id, false), "Nicht für uns", &|_, _| String::new()).expect("dropped");
    }
    agrees(one);
    agrees(&two);
    assert_eq!(service.says(&["mail"])["mail"], json!([]));
    assert!(two.inbox(&other).expect("the inbox").letters.is_empty());
    for desk in [one, &two] {
        assert!(desk.verify().expect("verified").is_clean());
    }
}
