//! Not taking one's word twice, by command line: corrections (Berichtigung) and duplicates (Zweitschrift), down to what the
//! papers say.

use crate::harness::{Desk, text_of};
use amtsstube::catalogue::{Catalogue, Field, FieldKind, Service};
use serde_json::{Value, json};

/// A trade notice, signed and paid, of a demo town.
fn filed(desk: &Desk) -> String {
    let example = desk.does(["catalogue", "example", "gewerbe-anmeldung"]);
    let answers = desk.put_json("answers.json", &example).display().to_string();
    let args = [
        "case",
        "new",
        "--service",
        "gewerbe-anmeldung",
        "--answers",
        &answers,
        "--signed",
        "--pay",
        "cash:50",
    ];
    desk.does(args)["number"].as_str().unwrap().to_owned()
}

fn papers(desk: &Desk, case: &str) -> Vec<Value> {
    desk.does(["paper", "list", case]).as_array().unwrap().clone()
}

/// What a paper says, as a resident's reader extracts it; blanks of any width are one.
fn says(desk: &Desk, case: &str, paper: &Value) -> String {
    let id = paper["id"].as_str().unwrap();
    let file = desk.file(&format!("{id}.pdf"));
    let _ = desk.does(["paper", "save", case, id, "--out", file.to_str().unwrap()]);
    text_of(&file).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words, wherever the page breaks.
fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split(' ').filter(|word| !["", "·"].contains(word)).collect();
    words.sort_unstable();
    words
}

fn of_kind<'a>(papers: &'a [Value], kind: &str) -> Vec<&'a Value> {
    papers.iter().filter(|paper| paper["kind"] == kind).collect()
}

#[test]
fn a_corrected_paper_names_the_one_it_replaces_and_the_old_one_says_so() {
    let desk = Desk::demo(0, 1);
    let case = filed(&desk);
    let right = json!({ "betriebsstaette": { "strasse": "Hofstraße", "hausnummer": "32", "plz": "48712", "ort": "Gescher" } });
    let right = desk.put_json("right.json", &right).display().to_string();
    let correct = |more: &[&str]| -> Vec<String> {
        let args = ["case", "correct", case.as_str(), "--answers", right.as_str()];
        args.iter().chain(more).map(|arg| (*arg).to_owned()).collect()
    };
    let told = desk.does(correct(&["--look"]));
    assert_eq!(told["changes"][0]["field"], "betriebsstaette");
    assert_eq!(papers(&desk, &case).len(), 3, "looking issues nothing");
    assert_eq!(told["new"], json!([]));
    assert_eq!(desk.refuses(correct(&["--as-told"]))[0]["where"], "reason");
    for unsaid in [&["--reason", "x"][..], &["--reason", "x", "--own-mistake", "--as-told"]] {
        let refused = desk.refuses(correct(unsaid));
        assert!(refused[0]["remedy"].as_str().unwrap().contains("--as-told"), "{refused:?}");
    }
    let done = desk.does(correct(&["--reason", "Zahlendreher", "--own-mistake"]));
    assert_eq!(done["replaced"], told["replaced"]);
    assert_eq!(done["papers"].as_array().unwrap().len(), 2);
    let all = papers(&desk, &case);
    for kind in ["empfangsbescheinigung", "gewa1"] {
        let [old, new] = of_kind(&all, kind)[..] else { panic!("{kind}: {all:#?}") };
        assert_eq!((&new["replaces"], &old["replaced_by"]), (&old["id"], &new["id"]));
        let (before, after) = (says(&desk, &case, old), says(&desk, &case, new));
        assert!(before.contains("Hofstraße 23") && !before.contains("Berichtigung"), "{before}");
        assert!(after.contains("Hofstraße 32") && !after.contains("Hofstraße 23"), "{after}");
        let title = old["title"].as_str().unwrap();
        // What somebody signed is not void: the office corrects what it says.
        let names = if kind == "gewa1" { "Berichtigt die Angaben in:" } else { "Ersetzt:" };
        assert!(
            after.contains("Berichtigung vom") && after.contains(&format!("{names} {title} vom")),
            "{after}"
        );
    }
    assert_eq!(of_kind(&all, "quittung").len(), 1, "the receipt does not tell the address");
    let lost = of_kind(&all, "gewa1")[0]["id"].as_str().unwrap();
    let refused = desk.refuses(["paper", "duplicate", &case, lost, "--pay", "card"]);
    assert!(refused[0]["what"].as_str().unwrap().contains("ersetzt"), "{refused:?}");
    desk.is_sound();
}

#[test]
fn a_duplicate_is_marked_and_charged_and_a_receipt_is_not() {
    let desk = Desk::demo(0, 1);
    let case = filed(&desk);
    let problems = desk.refuses(["paper", "duplicate", &case, "gewa9", "--pay", "shells"]);
    assert_eq!(problems.len(), 2, "all at once: {problems:?}");
    let made = desk.does(["paper", "duplicate", &case, "empfangsbescheinigung", "--pay", "cash:20"]);
    assert_eq!((&made["fee_cents"], &made["change_cents"]), (&json!(1500), &json!(500)));
    let free = desk.does(["paper", "duplicate", &case, "quittung"]);
    assert_eq!((&free["fee_cents"], &free["receipt"]), (&json!(0), &Value::Null));
    let all = papers(&desk, &case);
    let text = |id: &Value| says(&desk, &case, all.iter().find(|paper| paper["id"] == *id).unwrap());
    let (original, duplicate) = (text(&made["repeats"]), text(&made["id"]));
    let day = of_kind(&all, "empfangsbescheinigung")[0]["issued_at"].as_str().unwrap();
    let day = day.split('-').rev().collect::<Vec<_>>().join(".");
    let (mark, about) = (format!("Zweitschrift vom {day}"), format!("Empfangsbescheinigung vom {day}."));
    assert!(duplicate.contains(&format!("{mark} Gleicher Inhalt wie: {about}")), "{duplicate}");
    let rest = duplicate.replace(&format!("Gleicher Inhalt wie: {about}"), "").replace(&mark, "");
    assert_eq!(words(&rest), words(&original), "word for word what the original said");
    let receipts = of_kind(&all, "quittung");
    assert_eq!(receipts.len(), 3, "the first, the one for the fee, and the duplicate of the newest");
    let fee = receipts.iter().find(|paper| paper["receipt"] == made["receipt"]).unwrap();
    let text = says(&desk, &case, fee);
    assert!(text.contains("Zweitschrift") && text.contains("15,00"), "{text}");
    desk.is_sound();
}

/// A field that can be corrected in every service: one line of text whose wrong spelling changes no fee and no condition.
fn spelt(service: &Service) -> &str {
    let plain = |field: &&Field| {
        matches!(field.kind, FieldKind::Name | FieldKind::Text | FieldKind::LongText)
            && field.visible.is_none()
            && service.example.at(&field.id).is_some_and(Value::is_string)
    };
    let field = service.fields().find(plain);
    field.map_or_else(|| panic!("{}: nothing is spelt", service.slug), |field| field.id.as_str())
}

/// Every service: a lost paper comes once more, marked as a duplicate of its original; an answer that the office misspelt is put
/// right, and what rested on it is written anew. A new service needs no new test.
#[test]
fn every_service_has_its_duplicate_and_its_correction() {
    let desk = Desk::demo_at("2026-11-24T09:58:00Z", 0, 1).signed_in("leitung", "2468");
    let today = "2026-11-24".parse().unwrap();
    let mut replaced = 0;
    for service in Catalogue::built_in().find("", today) {
        let slug = service.slug.as_str();
        let answers = desk.put_json("answers.json", &json!(service.example)).display().to_string();
        let mut new =
            vec!["case", "new", "--service", slug, "--answers", &answers, "--signed", "--new-person"];
        new.extend(["--identity", "personalausweis", "--pay", "card"]);
        let needed = service.documents.iter().filter(|document| document.blocking);
        new.extend(needed.flat_map(|document| ["--seen", &document.id]));
        let filed = desk.does(new);
        let number = filed["number"].as_str().unwrap();
        let lost = &filed["papers"][0];
        let made = desk.does(["paper", "duplicate", number, lost["kind"].as_str().unwrap(), "--pay", "card"]);
        assert_eq!(made["repeats"], lost["id"], "{slug}");
        let field = spelt(service);
        let right = format!("{} Berg", service.example.text(field));
        let file = desk.put_json("right.json", &json!({ field: right })).display().to_string();
        let correct =
            ["case", "correct", number, "--answers", &file, "--reason", "Verschrieben", "--own-mistake"];
        let done = desk.does(correct);
        assert_eq!(done["changes"][0]["field"], field, "{slug}");
        assert_eq!(done["changes"][0]["new"], right, "{slug}");
        assert_eq!(done["fees"], json!([]), "{slug}: the office's own mistake is free (§ 42 VwVfG)");
        let all = papers(&desk, number);
        for paper in done["replaced"].as_array().unwrap() {
            let old = all.iter().find(|known| known["id"] == paper["id"]).unwrap();
            let anew = all.iter().find(|known| known["replaces"] == paper["id"]);
            assert_eq!(anew.map(|anew| &anew["id"]), Some(&old["replaced_by"]), "{slug}");
            replaced += 1;
        }
    }
    assert!(replaced > 10, "{replaced} papers are written anew");
    desk.is_sound();
}
