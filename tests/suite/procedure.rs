//! Letters of the procedure, read back from the PDF by a foreign tool: what is asked for, what is intended, and how the
//! decision says that somebody was heard.

use crate::harness::{Desk, pictures, text_of};
use crate::town::{Town, texts};
use amtsstube::desk::intake::{Participant, Party};
use amtsstube::desk::procedure::{Ask, Intends};
use amtsstube::domain::case::{AppearsAs, Ground, Outcome};
use amtsstube::domain::decide::{Command, Proceed};
use amtsstube::domain::id::{CaseId, PaperId};
use amtsstube::domain::user::Role;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SAID: &[(&str, &str)] = &[
    ("street", "Marktplatz 1"),
    ("court.name", "Verwaltungsgericht Münster"),
    ("court.street", "Gerichtsstraße 1"),
    ("court.place", "48000 Münster"),
];

fn town() -> Town {
    let town = Town::new(&[Role::Clerk]);
    town.desk.set_town(&town.admin, &texts(SAID)).unwrap();
    town
}

fn filed(town: &Town) -> CaseId {
    let mut intake = town.desk.new_intake(&town.clerk, "gestattung").unwrap();
    intake.answers = town.desk.service(&intake.service, &intake.version).unwrap().example.clone();
    intake.participants = vec![Participant {
        party: Party::New(BTreeMap::new()),
        part: "applicant".to_owned(),
        appears_as: AppearsAs::InPerson,
        seen: None,
        certain: true,
    }];
    town.desk.file_case(&town.clerk, &intake).unwrap().case
}

fn text(town: &Town, paper: PaperId, name: &str) -> String {
    let path = pictures().join(format!("papers/{name}.pdf"));
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, town.desk.paper_bytes(&town.clerk, paper).unwrap()).unwrap();
    text_of(&path).replace(['\u{202f}', '\u{a0}'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn refusal(town: &Town, case: CaseId, before: Option<Command>, name: &str) -> String {
    let reasons = "Am Ort findet schon ein Fest statt.".to_owned();
    let refuse = Command::Decide { outcome: Outcome::Refused, reasons, conditions: Vec::new() };
    town.desk.act_all(&town.clerk, case, before.into_iter().chain([refuse]).collect()).unwrap();
    let papers = town.desk.papers_of(&town.clerk, case).unwrap();
    text(town, papers.iter().find(|paper| paper.kind == "ablehnung").unwrap().id, name)
}

fn says(text: &str, all: &[&str]) {
    for words in all {
        assert!(text.contains(words), "{words} is not in: {text}");
    }
}

#[test]
fn the_request_names_what_is_missing_and_the_day() {
    let town = town();
    let case = filed(&town);
    let answers = vec!["Wie viele Toiletten gibt es?".to_owned()];
    let ask = Ask { documents: vec!["lageplan".to_owned()], answers, due_on: None };
    let paper = town.desk.ask(&town.clerk, case, &ask).unwrap();
    let text = text(&town, paper, "nachforderung");
    says(&text, &["Lageplan mit Ausschank", "Wie viele Toiletten gibt es?", "bis zum 14.12.2026"]);
    assert!(!text.contains("Ausweis oder Pass"), "{text}");
}

#[test]
fn a_refusal_says_whether_somebody_was_heard() {
    let town = town();
    let heard = filed(&town);
    let reasons = "Dort ist schon ein Fest.".to_owned();
    let intends = Intends { outcome: Outcome::Refused, reasons, due_on: None };
    let paper = town.desk.hear(&town.clerk, heard, &intends).unwrap();
    let letter = text(&town, paper, "anhoerung");
    says(
        &letter,
        &["Ihren Antrag abzulehnen", "Dort ist schon ein Fest.", "(§ 28 Abs. 1 VwVfG NRW)", "14.12.2026"],
    );
    let received_on = town.desk.today();
    let said = Proceed::Statement { text: "Es ist verlegt.".to_owned(), received_on, from: None };
    let text = refusal(&town, heard, Some(Command::Proceed(Box::new(said))), "refused-heard");
    says(
        &text,
        &[
            "Fest statt.",
            "haben Sie sich am 24.11.2026 geäußert (§ 28 Abs. 1 VwVfG NRW). Das haben wir berücksichtigt.",
        ],
    );
    let omit = Command::Proceed(Box::new(Proceed::Omit { ground: Ground::AsDeclared }));
    let text = refusal(&town, filed(&town), Some(omit), "refused-unheard");
    says(&text, &["nicht zu Ihren Ungunsten abweichen (§ 28 Abs. 2 Nr. 3 VwVfG NRW)"]);
}

/// The same from the command line, in words: what is missing, until when, why; a number as it is read off a paper.
/// A licence that somebody applied for on 24 November 2026, at a desk of its own: what filing it answered.
fn applied() -> (Desk, Value) {
    let desk = Desk::demo_at("2026-11-24T09:00:00Z", 0, 1).signed_in("gewerbe", "2468");
    let example = desk.does(["catalogue", "example", "gestattung"]);
    let file = desk.put_json("answers.json", &example).display().to_string();
    let filed =
        desk.does(["case", "new", "--service", "gestattung", "--answers", &file, "--seen", "ausweis"]);
    (desk, filed)
}

#[test]
fn the_command_line_says_how_far_it_is_and_why() {
    let (desk, filed) = applied();
    let number = filed["number"].as_str().unwrap();
    let (head, tail) = number.rsplit_once('-').unwrap();
    let short = format!("{}-{}", head.rsplit('-').next().unwrap(), tail.trim_start_matches('0'));
    let told = |args: &[&str]| {
        let mut all = desk.args(args);
        all.retain(|arg| arg != "--json");
        let output = desk.command().args(all).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        text.replace(['\u{202f}', '\u{a0}', '\u{2068}', '\u{2069}'], " ")
    };
    let asked = told(&["case", "ask", &short, "--answer", "Wie viele Toiletten?", "--missing", "lageplan"]);
    says(&asked, &["14.12.2026", "§ 31 Abs. 2 VwVfG NRW"]);
    let shown = told(&["case", "show", &short]);
    says(&shown, &["Unterlagen fehlen", "Lageplan", "Wie viele Toiletten?", "14.12.2026"]);
    let _ = told(&["case", "received", &short, "--document", "lageplan"]);
    let complete = told(&["case", "answered", &short, "--text", "Zwei"]);
    says(&complete, &["Vollständig seit", "24.11.2026"]);
    says(
        &told(&["case", "refuse-document", &short, "--document", "lageplan", "--reason", "Ohne Maßstab"]),
        &["Lageplan"],
    );
    let heard = told(&["case", "hear", &short, "--reason", "Dort ist schon ein Fest."]);
    says(&heard, &["14.12.2026", "§ 31 Abs. 2 VwVfG NRW"]);
    assert!(!heard.contains("§ 31 Abs. 3 VwVfG)"), "one name of the act in one explanation: {heard}");
    let refused = told(&["case", "decide", &short, "--outcome", "refused", "--reason", "Fest"]);
    says(&refused, &["Anhörung: "]);
    says(&told(&["case", "show", "A-99999"]), &["Vorgang: "]);
    assert_eq!(
        desk.refuses(["case", "show", "A-99999"])[0]["where"],
        "case",
        "scripts read what they always read"
    );
    desk.is_sound();
}

/// What a refusal is told is written once for all towns, and names the act of each one's Land.
#[test]
fn a_refusal_cites_the_act_of_the_towns_land() {
    let (desk, filed) = applied();
    let number = filed["number"].as_str().unwrap();
    let refused = |desk: &Desk| {
        let mut all = desk.args(["case", "decide", number, "--outcome", "refused", "--reason", "Fest"]);
        all.retain(|arg| arg != "--json");
        let output = desk.command().args(all).output().unwrap();
        String::from_utf8(output.stderr).unwrap().replace(['\u{202f}', '\u{a0}'], " ")
    };
    says(&refused(&desk), &["Vor einer Ablehnung wird angehört (§ 28 VwVfG NRW, in Steuersachen § 91 AO)"]);
    let mut desk = desk;
    for (ags, law) in [("09162000", "Art. 28 BayVwVfG"), ("01002000", "LVwG"), ("14612000", "§ 28 VwVfG")] {
        desk = desk.signed_in("verwaltung", "2468");
        let _ = desk.does(["town", "set", &format!("ags={ags}")]);
        desk = desk.signed_in("gewerbe", "2468");
        says(&refused(&desk), &[&format!("wird angehört ({law}, in Steuersachen")]);
    }
}

/// § 42a VwVfG: the receipt of intake says until when, the extension why and until when, the certificate since when.
#[test]
fn the_letters_tell_when_something_counts_as_granted() {
    let town = town();
    let incomplete = filed(&town);
    let papers = town.desk.papers_of(&town.clerk, incomplete).unwrap();
    let intake = text(&town, papers[0].id, "intake-deemed");
    says(
        &intake,
        &["Sobald uns alles vorliegt, haben wir 3 Monate Zeit", "§ 6a Abs. 2 GewO, § 42a VwVfG NRW"],
    );
    let case = filed(&town);
    for document in ["ausweis", "lageplan"] {
        let received_on = town.desk.today();
        let command = Command::ReceiveDocument { document: document.to_owned(), received_on };
        town.desk.act(&town.clerk, case, command).unwrap();
    }
    let until = "2027-03-31".parse().unwrap();
    let paper = town.desk.extend(&town.clerk, case, until, "Das Lärmgutachten steht aus.", false).unwrap();
    let letter = text(&town, paper, "fristverlaengerung");
    says(
        &letter,
        &["bis zum 31.03.2027", "Das Lärmgutachten steht aus.", "(§ 6a Abs. 2 GewO, § 42a VwVfG NRW)"],
    );
}

/// Building blocks by their ids: conditions are numbered in the letter, what is not known is refused with what there is.
#[test]
fn a_decision_is_written_with_building_blocks() {
    let (desk, filed) = applied();
    let case = filed["id"].as_str().unwrap();
    let decide =
        ["case", "decide", case, "--outcome", "conditional", "--reason", "Nur so ist es verträglich."];
    let wrong = desk.refuses(decide.iter().chain(&["--block", "feuerwerk", "--block", "unzuverlaessig"]));
    let told: Vec<&str> = wrong.iter().map(|problem| problem["id"].as_str().unwrap()).collect();
    assert_eq!(told, ["block-unknown", "block-unknown"], "a reason to refuse fits no grant");
    assert!(wrong[0]["what"].as_str().unwrap().contains("jugendschutz"), "{wrong:?}");
    let decided = desk.run(decide.iter().chain(&["--block", "jugendschutz", "--block", "rettungswege"]));
    assert_eq!(decided.code, 0, "{}", decided.stdout);
    let taken = &desk.does(["case", "show", case])["decision"]["taken"][0]["conditions"];
    assert!(taken[0].as_str().unwrap().ends_with("einzuhalten (§ 3 Abs. 1 JuSchG)."), "{taken}");
    assert!(taken[1].as_str().unwrap().contains("(Festwiese am Stadion)"), "{taken}");
    desk.is_sound();
}

/// Entered by command line: from when it is admissible and why, in the head's list until it is over.
#[test]
fn an_action_for_failure_to_act_by_command_line() {
    let (desk, filed) = applied();
    let number = filed["number"].as_str().unwrap();
    let sue = ["case", "sue", number, "--file-number", "1 K 7/26", "--plaintiff", "Bernd Beispiel"];
    let told = desk.does(sue)["procedure"].clone();
    let possible = &told["failure_to_act"];
    assert_eq!((&possible["by"], &possible["from"]), (&json!("2027-02-24"), &json!("2027-02-25")));
    assert!(possible["why"].to_string().contains("§ 75 Satz 2 VwGO"), "{possible}");
    let suit = &told["suits"][0];
    assert_eq!((&suit["sued"]["file_number"], &suit["ended"]), (&json!("1 K 7/26"), &json!(null)));
    assert_eq!(suit["admissible_from"], "2027-02-25");
    let heads = || desk.does(["case", "list", "--view", "to-sign"]).as_array().unwrap().len();
    assert_eq!(heads(), 1);
    assert_eq!(desk.refuses(sue).len(), 1, "one is open");
    let ended = desk.does(["case", "sue-end", number, "--how", "taken_back", "--reason", "Zurückgenommen"])["procedure"].clone();
    assert_eq!((heads(), &ended["suits"][0]["ended"]["reason"]), (0, &json!("Zurückgenommen")));
}

/// A licence that was granted and handed over on 24 November 2026: the desk, and the id of the case.
fn licensed() -> (Desk, String) {
    let (desk, filed) = applied();
    let case = filed["id"].as_str().unwrap().to_owned();
    let _ = desk.does(["case", "received", &case, "--document", "lageplan"]);
    let _ = desk.does(["case", "decide", &case, "--outcome", "granted"]);
    let _ = desk.does(["case", "notify", &case, "--way", "hand"]);
    (desk, case)
}

/// A neighbour objects to a licence long after the applicant's month: never late by that day, no letter to the applicant's address, and
/// what was decided by hand is entered.
#[test]
fn to_somebody_else_no_letter_is_written() {
    let (desk, case) = licensed();
    let case = case.as_str();
    let desk = desk.on("2027-05-03T09:00:00Z");
    let object = ["case", "object", case, "--remedy", "objection", "--objector", "Nora Nachbar"];
    let told = desk.does(object)["procedure"]["objections"][0].clone();
    assert_eq!((&told["by"], &told["open"]), (&json!("Nora Nachbar"), &json!(true)));
    assert_eq!((&told["in_time"], &told["admissible"]), (&json!(null), &json!(null)), "nobody here can say");
    let mut show = desk.args(["case", "show", case]);
    show.retain(|arg| arg != "--json");
    let shown = String::from_utf8(desk.command().args(show).output().unwrap().stdout).unwrap();
    let shown = shown.replace(['\u{2068}', '\u{2069}', '\u{a0}'], " ");
    says(&shown, &["erhoben von Nora Nachbar", "gilt hier nicht", "Bitte mit der Leitung prüfen"]);
    assert!(!shown.contains("Fristende"), "it is neither late nor in time: {shown}");
    let settle = ["case", "settle", case, "--how", "rejected", "--reason", "Es ist nicht zu laut."];
    let refused = desk.refuses(settle);
    assert_eq!(refused[0]["id"], "ruling-of-another");
    let papers = || desk.does(["case", "show", case])["papers"].as_array().unwrap().len();
    let before = papers();
    let by_hand = ["--decided-by", "Stadt Gescher", "--on", "2027-05-03"];
    let told = desk.does(settle.iter().chain(&by_hand))["procedure"].clone();
    assert_eq!(told["objections"][0]["settled"], "rejected");
    assert_eq!((&told["rulings"][0]["elsewhere"], papers()), (&json!("Stadt Gescher"), before));
    desk.is_sound();
}

/// The applicant and a neighbour object at once: who filed it tells them apart, each ends by itself, and its entry is taken back by itself.
#[test]
fn objections_of_several_by_command_line() {
    let (desk, case) = licensed();
    let case = case.as_str();
    let object = ["case", "object", case, "--remedy", "objection"];
    let nora = ["--objector", "Nora Nachbar"];
    let _ = desk.does(object);
    let _ = desk.does(object.iter().chain(&nora));
    for same in [&[][..], &["--objector", "nora nachbar"]] {
        let refused = desk.refuses(object.iter().chain(same));
        assert_eq!((&refused[0]["id"], &refused[0]["where"]), (&json!("objection-open"), &json!("objector")));
    }
    let settle = ["case", "settle", case, "--how", "rejected", "--reason", "Es ist nicht zu laut."];
    let whose = desk.refuses(settle);
    assert_eq!(whose[0]["id"], "settled-whose");
    let what = whose[0]["what"].as_str().unwrap().replace(['\u{2068}', '\u{2069}'], "");
    says(&what, &["der antragstellenden Person und von Nora Nachbar"]);
    says(whose[0]["remedy"].as_str().unwrap(), &["--objector", "--own"]);
    let nobody = desk.refuses(settle.iter().chain(&["--objector", "Omar Nachbar"]));
    assert_eq!(nobody[0]["id"], "objector-none");
    let told = |args: &[&str]| {
        let mut all = desk.args(args);
        all.retain(|arg| arg != "--json");
        let output = desk.command().args(all).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout)
            .unwrap()
            .replace(['\u{2068}', '\u{2069}', '\u{a0}'], " ")
            .replace("  ", " ")
    };
    let papers = || desk.does(["case", "show", case])["papers"].as_array().unwrap().len();
    let before = papers();
    let by_hand = ["--objector", "Nora Nachbar", "--decided-by", "Stadt Gescher"];
    let said = told(&[&settle[..], &by_hand].concat());
    says(&said, &["Widerspruch von Nora Nachbar – Zurückgewiesen"]);
    assert_eq!(papers(), before, "no letter to the applicant");
    let said = told(&[&settle[..], &["--own"]].concat());
    says(&said, &["Widerspruch der antragstellenden Person – Zurückgewiesen"]);
    assert_eq!(papers(), before + 1, "their own has its letter");
    let unsettle = ["case", "unsettle", case, "--reason", "Falsch"];
    assert_eq!(desk.refuses(unsettle)[0]["id"], "unsettle-whose");
    let said = told(&[&unsettle[..], &nora].concat());
    says(&said, &["Widerspruch von Nora Nachbar – Eintrag zurückgenommen"]);
    let left = desk.does(["case", "show", case])["procedure"].clone();
    let open: Vec<_> =
        left["objections"].as_array().unwrap().iter().map(|one| (&one["by"], &one["open"])).collect();
    assert_eq!(open, [(&json!(null), &json!(false)), (&json!("Nora Nachbar"), &json!(true))]);
    assert_eq!(left["rulings"][0]["objector"], json!(null), "what was decided about their own stands");
    let _ = told(&[&settle[..], &by_hand].concat());
    let notify = ["case", "notify", case, "--way", "served"];
    assert_eq!(desk.refuses(notify)[0]["id"], "notify-whose");
    says(
        &told(&["case", "show", case]),
        &["Noch nicht bekanntgegeben: Widerspruchsbescheid vom 24.11.2026."],
    );
    let own = desk.does(notify.iter().chain(&["--own"]))["procedure"]["rulings"].clone();
    assert_eq!((&own[0]["served_on"], &own[1]["served_on"]), (&json!("2026-11-24"), &json!(null)));
    let said = told(&[&notify[..], &nora].concat());
    let of_nora = "Widerspruchsbescheid vom 24.11.2026 auf den Widerspruch von Nora Nachbar";
    says(
        &said,
        &[of_nora, "wie lange Nora Nachbar klagen kann, hängt von der Zustellung an diese Person ab"],
    );
    desk.is_sound();
}
