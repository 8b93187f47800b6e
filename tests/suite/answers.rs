//! Answers by command line: everything that is wrong is named at once and nothing is stored; nobody is entered twice by
//! the way; the sample notices are judged as they should be.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::catalogue::{Notice, answers, notices};
use crate::harness::Desk;

const SERVICE: &str = "gewerbe-anmeldung";

fn town() -> Desk {
    Desk::demo(0, 1)
}

fn example(desk: &Desk) -> Value {
    desk.does(["catalogue", "example", SERVICE])
}

fn filing(desk: &Desk, answers: &Value, more: &[&str]) -> Vec<String> {
    let file = desk.put_json("answers.json", answers).display().to_string();
    let args = ["case", "new", "--service", SERVICE, "--answers", &file, "--signed"];
    args.iter().chain(more).map(|arg| (*arg).to_owned()).collect()
}

/// Everything that a refused filing could have left behind: cases, persons, drafts and their files. The town's own arms
/// are the only file of an empty town.
#[track_caller]
fn nothing_is_stored(desk: &Desk) {
    assert_eq!(desk.does(["case", "list"]), json!([]));
    assert_eq!(desk.does(["search", "Muster"]), json!([]));
    desk.is_sound();
    let blobs = desk.does(["verify"])["checks"].as_array().unwrap().clone();
    let blobs = blobs.iter().find(|check| check["name"] == "blobs").unwrap();
    assert_eq!(blobs["count"], 1, "a file is left behind");
}

#[test]
fn wrong_answers_are_all_named_at_once_and_nothing_is_stored() {
    let desk = town();
    let mut answers = example(&desk);
    answers["familienname"] = json!("Muster水");
    answers["geburtsdatum"] = json!("14.03.20226");
    answers["nebenerwerb"] = json!("vielleicht");
    answers["gibt_es_nicht"] = json!(1);
    answers["betriebsstaette"]["plz"] = json!(["48712"]);
    let _ = answers.as_object_mut().unwrap().remove("beginn");
    let attached = desk.file("scan.pdf");
    std::fs::write(&attached, b"%PDF-1.7").unwrap();
    let attached = attached.display().to_string();
    let args =
        filing(&desk, &answers, &["--attach", &attached, "--seen", "kein_dokument", "--pay", "muscheln"]);
    let problems = desk.refuses(args);
    let told: BTreeSet<&str> = problems.iter().map(|problem| problem["where"].as_str().unwrap()).collect();
    let wanted = [
        "familienname",
        "geburtsdatum",
        "nebenerwerb",
        "gibt_es_nicht",
        "betriebsstaette.plz",
        "beginn",
        "_documents",
        "--pay",
    ];
    let silent: Vec<_> = wanted.iter().filter(|place| !told.contains(*place)).collect();
    assert!(silent.is_empty(), "nothing is said of {silent:?}: {problems:#?}");
    let character = problems.iter().find(|problem| problem["where"] == "familienname").unwrap();
    assert!(character["what"].as_str().unwrap().contains('水'), "{character}");
    nothing_is_stored(&desk);
    // The same with the options in order: the files were kept with a draft by then, and go with it.
    let problems = desk.refuses(filing(&desk, &answers, &["--attach", &attached]));
    assert!(problems.len() >= 6, "{problems:#?}");
    nothing_is_stored(&desk);
}

#[test]
fn a_year_of_five_digits_is_wrong_in_every_date() {
    let desk = town();
    for field in ["geburtsdatum", "beginn", "datum"] {
        for date in ["01.12.20226", "20226-12-01", "0112 20226"] {
            let mut answers = example(&desk);
            answers[field] = json!(date);
            let problems = desk.refuses(filing(&desk, &answers, &[]));
            assert!(
                problems.iter().any(|problem| problem["where"] == field),
                "{field} {date}: {problems:#?}"
            );
        }
    }
    nothing_is_stored(&desk);
}

#[test]
fn nobody_is_entered_twice_by_the_way() {
    let desk = town();
    let answers = example(&desk);
    let first = desk.does(filing(&desk, &answers, &[]));
    let person_of = |case: &Value| {
        desk.does(["case", "show", case["id"].as_str().unwrap()])["persons"][0]["id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let person = person_of(&first);
    // Written another way, as a second clerk would.
    let mut again = answers.clone();
    again["familienname"] = json!(answers["familienname"].as_str().unwrap().to_uppercase());
    for answers in [&answers, &again] {
        let problems = desk.refuses(filing(&desk, answers, &[]));
        let known = problems.iter().find(|problem| problem["id"] == "cli-person-likely-known").unwrap();
        assert_eq!(known["args"]["person"], person.as_str());
        assert!(known["what"].as_str().unwrap().contains(answers["vornamen"].as_str().unwrap()), "{known}");
        assert!(known["remedy"].as_str().unwrap().contains(&format!("--person {person}")), "{known}");
        assert!(known["remedy"].as_str().unwrap().contains("--new-person"), "{known}");
    }
    assert_eq!(desk.does(["case", "list"]).as_array().unwrap().len(), 1, "a refused filing left a case");
    assert_eq!(hits(&desk, &answers), 1, "a refused filing left a person");
    let same = desk.does(filing(&desk, &answers, &["--person", &person]));
    assert_eq!(person_of(&same), person);
    assert_eq!(hits(&desk, &answers), 1);
    let other = desk.does(filing(&desk, &answers, &["--new-person"]));
    assert_ne!(person_of(&other), person);
    assert_eq!(hits(&desk, &answers), 2);
    let nobody = "00000000-0000-0000-0000-000000000000";
    for id in [nobody, "nobody"] {
        let problems = desk.refuses(filing(&desk, &answers, &["--person", id]));
        assert_eq!(problems[0]["id"], "person-unknown");
    }
    desk.is_sound();
}

fn hits(desk: &Desk, answers: &Value) -> usize {
    let name = answers["familienname"].as_str().unwrap();
    desk.does(["person", "find", name]).as_array().unwrap().len()
}

#[test]
fn a_known_person_answers_what_the_file_leaves_open() {
    let desk = town();
    let answers = example(&desk);
    let first = desk.does(filing(&desk, &answers, &[]));
    let shown = desk.does(["case", "show", first["id"].as_str().unwrap()]);
    let person = shown["persons"][0]["id"].as_str().unwrap().to_owned();
    let mut short = answers.clone();
    for field in ["familienname", "vornamen", "geburtsdatum", "geburtsort", "anschrift"] {
        let _ = short.as_object_mut().unwrap().remove(field);
    }
    let again = desk.does(filing(&desk, &short, &["--person", &person]));
    let again = desk.does(["case", "show", again["id"].as_str().unwrap()]);
    for field in ["familienname", "vornamen", "geburtsdatum", "geburtsort"] {
        assert_eq!(again["answers"][field], shown["answers"][field], "{field}");
    }
    assert_eq!(again["answers"]["anschrift"]["strasse"], shown["answers"]["anschrift"]["strasse"]);
}

#[test]
fn both_parents_may_act_for_a_minor() {
    let desk = town();
    let mut answers = example(&desk);
    answers["geburtsdatum"] = json!("2012-02-29");
    let found = desk.does(["person", "find", "a"]);
    let id = |at: usize| found[at]["id"].as_str().unwrap().to_owned();
    let (mother, father) = (id(0), id(1));
    let both = ["--appears-as", "representative", "--by", &mother, "--by", &father];
    let filed = desk.does(filing(&desk, &answers, &both));
    let shown = desk.does(["case", "show", filed["id"].as_str().unwrap()]);
    assert_eq!(shown["persons"].as_array().unwrap().len(), 3, "{}", shown["persons"]);
    let refused = desk.refuses(filing(&desk, &answers, &["--new-person", "--by", &mother]));
    assert!(refused.iter().any(|problem| problem["where"] == "--by"), "{refused:?}");
}

/// Errors, warnings and fee by command line are those that stand beside each notice.
#[test]
fn the_sample_notices_are_judged_by_command_line_as_they_should_be() {
    // The notices are judged on the day they were written for, on whatever day the test runs.
    let desk = Desk::demo_at("2026-11-24T09:58:00Z", 0, 1);
    let mut faults = Vec::new();
    let all = notices("trade-notices.json").into_iter().chain(notices("trade-notices-more.json"));
    for notice in all {
        let answers = serde_json::to_value(answers(&notice)).unwrap();
        let answer = desk.run(filing(&desk, &answers, &["--new-person"]));
        faults
            .extend(judge(&notice, answer.code, &answer.json).map(|what| format!("{}: {what}", notice.name)));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    desk.is_sound();
}

fn judge(notice: &Notice, code: i32, said: &Value) -> Option<String> {
    let (told, fee) = match code {
        0 => (&said["warnings"], said["fee_cents"].as_i64()),
        1 => (&said["problems"], None),
        code => return Some(format!("ended with {code}: {said}")),
    };
    let at = |severity: &str| -> BTreeSet<String> {
        let all = told.as_array().into_iter().flatten().filter(|problem| problem["severity"] == severity);
        let place =
            |problem: &Value| problem["no"].as_str().or(problem["where"].as_str()).unwrap().to_owned();
        all.map(place).collect()
    };
    let (errors, warnings) = (at("error"), at("warning"));
    let wanted = (&notice.errors_at, &notice.warnings_at, notice.fee_cents_unconfirmed);
    let found = (&errors, &warnings, fee);
    (found != wanted).then(|| format!("{found:?}, not {wanted:?}; {told}"))
}

/// Every service by its own example: filed, decided where it decides anything, closed, each paper there as a file.
#[test]
fn every_service_is_filed_decided_and_closed_by_command_line() {
    let desk = Desk::demo_at("2026-11-24T09:58:00Z", 0, 1).signed_in("leitung", "2468");
    let services = desk.does(["catalogue", "list"])["services"].as_array().unwrap().clone();
    let mut decided = 0;
    for service in &services {
        let slug = service["slug"].as_str().unwrap();
        let example = desk.does(["catalogue", "example", slug]);
        let file = desk.put_json("answers.json", &example).display().to_string();
        let new = ["case", "new", "--service", slug, "--answers", &file, "--signed", "--new-person"];
        let more = ["--identity", "personalausweis", "--pay", "card"];
        let filed = desk.does(new.into_iter().chain(more));
        let number = filed["number"].as_str().unwrap();
        let papers = |case: &Value| case["papers"].as_array().unwrap().len();
        assert!(papers(&filed) > 0, "{slug}: nobody gets anything to take home");
        let reason = "Die Voraussetzungen liegen vor.";
        let answer = desk.run(["case", "decide", number, "--outcome", "granted", "--reason", reason]);
        // What is paid and complete has closed by itself, and is refused.
        let _ = desk.run(["case", "close", number]);
        let case = desk.does(["case", "show", number]);
        assert_eq!(case["state"], "closed", "{slug}");
        if answer.code == 0 {
            assert!(papers(&case) > papers(&filed), "{slug}: a decision without its letter");
            decided += 1;
        }
    }
    assert!(services.len() >= 22 && decided >= 9, "{decided} of {} decided", services.len());
    desk.is_sound();
}

/// The worked example: posted on Tuesday, 24 November 2026, told on Saturday, the 28th. The day of fiction moves in tax law alone.
#[test]
fn a_deadline_is_computed_and_explained_by_command_line() {
    let desk = Desk::new();
    let ends = |regime: &str| {
        let args = ["deadline", "--event", "24.11.2026", "--posted", "--months", "1", "--land", "NW"];
        desk.does(args.into_iter().chain(["--regime", regime]))
    };
    let says = |told: &Value| told["explanation"].to_string();
    let (vwvfg, ao) = (ends("vwvfg"), ends("ao"));
    assert_eq!((&vwvfg["date"], &ao["date"]), (&json!("2026-12-28"), &json!("2026-12-30")));
    for part in
        ["4. Tag danach: 28.11.2026", "§ 41 Abs. 2 VwVfG NRW", "§ 188 Abs. 2 BGB", "ändert daran nichts"]
    {
        assert!(says(&vwvfg).contains(part), "{part}: {vwvfg}");
    }
    for part in ["§ 122 Abs. 2 Nr. 1 AO", "§ 108 Abs. 3 AO", "30.11.2026"] {
        assert!(says(&ao).contains(part), "{part}: {ao}");
    }
    let unknown = desk.refuses(["deadline", "--event", "24.11.2026", "--months", "1", "--land", "XX"]);
    assert_eq!(unknown[0]["where"], "--land");
}

/// December of the demo town: its holidays, every day of it with what falls on it, and one day alone.
#[test]
fn a_month_is_shown_by_command_line_with_its_holidays_and_one_day_alone() {
    let desk = Desk::demo_at("2026-11-24T09:58:00Z", 30, 1);
    let month = desk.does(["calendar", "--month", "2026-12", "--explain"]);
    let days = month["days"].as_array().unwrap();
    let holidays: Vec<&str> = days
        .iter()
        .filter(|day| day["holiday"].is_string())
        .map(|day| day["date"].as_str().unwrap())
        .collect();
    assert_eq!((holidays, &month["cut"]), (vec!["2026-12-25", "2026-12-26"], &json!(false)));
    let busy = days.iter().filter(|day| !day["items"].as_array().unwrap().is_empty());
    let busy: Vec<&Value> = busy.collect();
    assert!(busy.len() > 3, "{} days with something on them", busy.len());
    for day in busy {
        let date = day["date"].as_str().unwrap();
        assert!(date.starts_with("2026-12-"), "{date}");
        let alone = desk.does(["calendar", "--on", date, "--explain"]);
        assert_eq!(alone["days"], json!([day]), "{date}");
    }
}
