//! The letters of the procedure and of the till as cases bring them forth from the first step to the last, by command line: kept in
//! the gallery to be looked at, and read for what no paper may say.

use std::collections::BTreeSet;

use serde_json::Value;

use super::gallery::blanks;
use crate::harness::{Desk, pictures, text_of};

/// What has to come out; what goes to the Kreis is drawn elsewhere.
const KINDS: [&str; 18] = [
    "nachforderung",
    "anhoerung",
    "ablehnung",
    "empfangsbekenntnis",
    "fristverlaengerung",
    "fiktionsbescheinigung",
    "anhoerung-aufhebung",
    "aufhebung",
    "widerspruchsbescheid",
    "abhilfebescheid",
    "gebuehrenbescheid",
    "zahlungsaufforderung",
    "quittung",
    "storno",
    "serienbrief",
    "auskunft",
    "tagesabschluss",
    "arbeitsliste",
];

const REASON: &str = "Auf der Festwiese findet an diesem Tag schon ein Fest statt.";

/// Files the service's example; gives the case's number.
fn files(desk: &Desk, slug: &str, more: &[&str]) -> String {
    let answers =
        desk.put_json("answers.json", &desk.does(["catalogue", "example", slug])).display().to_string();
    let args = ["case", "new", "--service", slug, "--answers", &answers, "--new-person", "--signed"];
    let filed = desk.does(args.iter().chain(more));
    filed["number"].as_str().unwrap().to_owned()
}

/// Asked for what is missing, heard, refused.
fn refused(desk: &Desk) {
    let case = &files(desk, "gestattung", &["--seen", "ausweis"]);
    let _ =
        desk.does(["case", "ask", case, "--missing", "lageplan", "--answer", "Wie viele Toiletten gibt es?"]);
    let _ = desk.does(["case", "received", case, "--document", "lageplan"]);
    let _ = desk.does(["case", "answered", case, "--text", "Zwei"]);
    let _ = desk.does(["case", "hear", case, "--reason", REASON]);
    let _ = desk.does(["case", "statement", case, "--text", "Das andere Fest ist verlegt."]);
    let _ = desk.does(["case", "decide", case, "--outcome", "refused", "--reason", REASON]);
    let _ = desk.does(["paper", "issue", case, "empfangsbekenntnis"]);
}

/// Granted, notified, and taken back after a hearing.
fn revoked(desk: &Desk) {
    let case = &files(desk, "gestattung", &["--seen", "ausweis", "lageplan"]);
    let _ = desk.does(["case", "decide", case, "--outcome", "granted"]);
    let _ = desk.does(["case", "notify", case, "--way", "post"]);
    let _ = desk.does([
        "case",
        "hear",
        case,
        "--revokes",
        "49-2-3",
        "--reason",
        REASON,
        "--known-on",
        "2026-11-24",
    ]);
    let _ = desk.does(["case", "statement", case, "--text", "Damit bin ich nicht einverstanden."]);
    let revoke =
        ["case", "revoke", case, "--ground", "49-2-3", "--reason", REASON, "--known-on", "2026-11-24"];
    let _ = desk.does(revoke.iter().chain(&["--fees", "dropped"]));
}

/// A tax and a licence are objected to: rejected, right in part with what the fee is then, right as a whole.
fn objected(desk: &Desk) {
    for (slug, how, more) in [
        ("hundesteuer-anmeldung", "rejected", &["--facts", "Der Hund lebt seit Oktober im Haushalt."][..]),
        ("hundesteuer-anmeldung", "remedied", &[]),
        (
            "gestattung",
            "remedied_in_part",
            &["--part", "Die Gebühr beträgt 20 Euro.", "--amount", "20", "--town-bears", "60"],
        ),
        ("gestattung", "remedied", &["--counsel", "needed"]),
    ] {
        let seen = ["--seen", "ausweis", "lageplan"];
        let case = &files(desk, slug, if slug == "gestattung" { &seen } else { &[] });
        let _ = desk.does(["case", "decide", case, "--outcome", "granted"]);
        let _ = desk.does(["case", "notify", case, "--way", "hand"]);
        let _ = desk.does(["case", "object", case, "--remedy", "objection"]);
        let settle = ["case", "settle", case, "--how", how, "--reason", REASON];
        let _ = desk.does(settle.iter().chain(more));
    }
}

/// Paid in cash, cancelled, paid by card; a paper of it lost; the answers corrected.
fn paid(desk: &Desk) {
    let case = &files(desk, "gewerbe-anmeldung", &["--pay", "cash:50,00"]);
    let journal = desk.does(["cash", "journal"]);
    let receipt = journal[0]["number"].as_str().unwrap();
    let cancelled = desk.does(["cash", "cancel", receipt, "--reason", "Sollte mit Karte bezahlt werden."]);
    assert!(cancelled["paper"].is_string(), "{cancelled}");
    let _ = desk.does(["cash", "receipt", case, "--card"]);
    let _ = desk.does(["paper", "duplicate", case, "empfangsbescheinigung"]);
    let mut right = desk.does(["catalogue", "example", "gewerbe-anmeldung"]);
    right["familienname"] = "Ößmann".into();
    let right = desk.put_json("right.json", &right).display().to_string();
    let _ = desk.does([
        "case",
        "correct",
        case,
        "--answers",
        &right,
        "--reason",
        "Schreibfehler",
        "--own-mistake",
    ]);
}

/// More time to decide, and none used: it counts as granted.
fn deemed(desk: Desk) -> Desk {
    let case = &files(&desk, "gestattung", &["--seen", "ausweis", "lageplan"]);
    let _ = desk.does([
        "case",
        "extend",
        case,
        "--until",
        "2027-03-31",
        "--reason",
        "Das Lärmgutachten steht noch aus.",
    ]);
    let desk = desk.on("2027-04-01T09:00:00Z");
    let _ = desk.does(["case", "deem", case]);
    let _ = desk.does(["paper", "issue", case, "fiktionsbescheinigung"]);
    desk
}

#[test]
fn the_letters_of_the_procedure_have_no_blanks() {
    let desk = Desk::demo_at("2026-11-24T09:00:00Z", 0, 1).signed_in("leitung", "2468");
    refused(&desk);
    revoked(&desk);
    objected(&desk);
    paid(&desk);
    let _ = files(&desk, "gewerbe-abmeldung", &[]);
    let _ = files(&desk, "fuehrungszeugnis", &[]);
    let letter = desk.file("brief.txt");
    std::fs::write(
        &letter,
        "Das Bürgerbüro ist am 24. Dezember geschlossen.\n\nBitte kommen Sie an einem anderen Tag.",
    )
    .unwrap();
    let letter = letter.display().to_string();
    let _ = desk.does([
        "paper",
        "serial",
        "--view",
        "all",
        "--subject",
        "Geschlossen am 24. Dezember",
        "--letter",
        &letter,
    ]);
    let folder = pictures().join("gallery");
    std::fs::create_dir_all(&folder).unwrap();
    let place = |name: &str| {
        let path = folder.join(format!("course-{name}.pdf"));
        let _ = std::fs::remove_file(&path);
        path.display().to_string()
    };
    let mut made = vec![
        ("arbeitsliste".to_owned(), place("arbeitsliste")),
        ("tagesabschluss".to_owned(), place("tagesabschluss")),
    ];
    let _ = desk.does(["case", "list", "--view", "open", "--out", &made[0].1]);
    let closed = desk.does(["cash", "close-day", "--counted", "5=1", "--opening", "5"]);
    let _ = desk.does(["cash", "save", closed["number"].as_str().unwrap(), "--out", &made[1].1]);
    let person = desk.does(["person", "find", "Ößmann"])[0]["id"].as_str().unwrap().to_owned();
    let told = desk.file("told");
    std::fs::create_dir(&told).unwrap();
    let told = told.display().to_string();
    let _ = desk.does(["person", "disclose", &person, "--confirmed", "--alone", "--out", &told]);
    let folder = std::fs::read_dir(&told).unwrap().next().unwrap().unwrap().path();
    made.push(("auskunft".to_owned(), place("auskunft")));
    let _ = std::fs::copy(folder.join("Auskunft.pdf"), &made.last().unwrap().1).unwrap();
    let desk = deemed(desk);
    for case in desk.does(["case", "list"]).as_array().unwrap() {
        let number = case["number"].as_str().unwrap();
        for paper in desk.does(["paper", "list", number]).as_array().unwrap() {
            let said = |key: &str| paper[key].as_str().unwrap().to_owned();
            let path = place(&format!("{}-{}", said("kind"), made.len()));
            let _ = desk.does(["paper", "save", number, &said("id"), "--out", &path]);
            made.push((said("kind"), path));
        }
    }
    let kinds: BTreeSet<&str> = made.iter().map(|(kind, _)| kind.as_str()).collect();
    let lacking: Vec<&str> = KINDS.into_iter().filter(|kind| !kinds.contains(kind)).collect();
    assert!(lacking.is_empty(), "{lacking:?} are not among {kinds:?}");
    let wrong: Vec<String> = made
        .iter()
        .flat_map(|(kind, path)| {
            blanks(&text_of(path.as_ref())).into_iter().map(move |blank| format!("{kind}: {blank}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    desk.is_sound();
    let _: Value = desk.does(["paper", "verify", &made.last().unwrap().1]);
}
