//! `paper verify` from outside: several files at once, JSON for scripts, exit codes.

use serde_json::{Value, json};

use crate::office::Office;

fn results(json: &Value) -> Vec<&str> {
    json.as_array().expect("a list").iter().map(|file| file["result"].as_str().unwrap_or_default()).collect()
}

#[test]
fn files_are_told_apart_and_the_exit_code_says_how_they_stand() {
    let office = Office::new();
    let desk = &office.desk;
    let case = office.files_number();
    let path = |name: &str| desk.file(name).to_str().expect("a path").to_owned();
    let (paper, changed, text, gone) =
        (path("paper.pdf"), path("changed.pdf"), path("notes.txt"), path("gone.pdf"));
    let _ = desk.does(["paper", "save", &case, "vermerk", "--out", &paper]);
    let mut bytes = std::fs::read(&paper).expect("saved");
    bytes.extend(b"\n% signed by nobody");
    std::fs::write(&changed, bytes).expect("written");
    std::fs::write(&text, "Guten Tag").expect("written");

    let good = desk.run(["paper", "verify", &paper]);
    assert_eq!((good.code, results(&good.json)), (0, vec!["issued"]), "{}", good.stderr);
    let found = &good.json[0];
    assert_eq!(
        (&found["number"], &found["stands"], &found["kind"]),
        (&json!(case), &json!(true), &json!("vermerk"))
    );
    assert!(found["sha256"].as_str().is_some_and(|hash| hash.len() == 64) && found["issued_by"].is_string());

    let mixed = desk.run(["paper", "verify", &paper, &changed, &text, &gone]);
    assert_eq!(mixed.code, 1);
    assert_eq!(results(&mixed.json), ["issued", "not_issued", "unreadable", "unreadable"]);
    assert_eq!(mixed.json[1]["differs"], json!({ "how": "added" }));
    for file in &mixed.json.as_array().expect("a list")[1..] {
        let said = file["says"].as_array().or(file["problems"].as_array()).expect("sentences");
        assert!(said.iter().all(|said| !said["what"].as_str().unwrap_or_default().is_empty()), "{file}");
        assert!(said.iter().any(|said| !said["remedy"].as_str().unwrap_or_default().is_empty()), "{file}");
    }
}

#[test]
fn a_serial_letter_that_was_killed_in_the_middle_goes_on_with_the_rest() {
    let desk = crate::harness::Desk::demo(40, 1);
    let letter = desk.file("letter.txt");
    std::fs::write(&letter, "zu {aktenzeichen}\n\nBitte melden Sie jeden Hund.").expect("written");
    let letter = letter.to_str().expect("a path");
    let begin = ["paper", "serial", "--view", "all", "--subject", "Hunde", "--letter", letter];
    let mut command = desk.command();
    let mut child =
        command.args(desk.args(begin)).stdout(std::process::Stdio::null()).spawn().expect("begun");
    let runs = || desk.does(["paper", "runs"]);
    crate::printing::cups::until("some letters are issued", || {
        runs().get(0).is_some_and(|run| run["issued"].as_u64() > Some(2))
    });
    child.kill().expect("killed");
    let _ = child.wait();
    let known = runs();
    let run = known[0]["run"].as_str().expect("a run").to_owned();
    let (before, cases) =
        (known[0]["issued"].as_u64().expect("a count"), known[0]["cases"].as_u64().expect("a count"));
    assert!(before < cases, "killed before its end: {known}");
    let done = desk.run(["paper", "serial", "--run", &run]);
    let issued = done.json["issued"].as_array().expect("papers").len();
    let left = done.json["left"].as_array().expect("cases").len();
    assert_eq!(issued + left, usize::try_from(cases).expect("a count"), "{}", done.json);
    let once: std::collections::BTreeSet<&str> = done.json["issued"]
        .as_array()
        .expect("papers")
        .iter()
        .filter_map(serde_json::Value::as_str)
        .collect();
    assert_eq!(once.len(), issued, "each letter is another paper");
    assert_eq!(desk.does(["paper", "runs"])[0]["issued"], issued);
    desk.is_sound();
}
