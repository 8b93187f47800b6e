//! What two desks entered twice without seeing each other: noticed after sync, offered at both, said once for both.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Service, agree, enrol_new, enrol_town, is, syncs};
use crate::harness::Desk;

/// Registers a trade, as somebody of this name; paid in cash. Gives the answer of the program.
fn registers(desk: &Desk, name: &str, street: &str) -> Value {
    let mut example = desk.does(["catalogue", "example", "gewerbe-anmeldung"]);
    example["familienname"] = json!(name);
    example["anschrift"]["strasse"] = json!(street);
    let answers = desk.put_json("answers.json", &example).display().to_string();
    let new = ["case", "new", "--service", "gewerbe-anmeldung", "--answers", &answers];
    desk.does(new.into_iter().chain(["--signed", "--new-person", "--pay", "card"]))
}

fn word<'a>(value: &'a Value, path: &str) -> &'a str {
    value.pointer(path).and_then(Value::as_str).unwrap_or_else(|| panic!("{path} in {value}"))
}

fn count(value: &Value) -> usize {
    value.as_array().map_or(usize::MAX, Vec::len)
}

/// Two desks of a town that do not hear each other for a while: each enters the same human and the same case.
fn entered_twice(service: &mut Service) -> (Desk, Desk, [Value; 2]) {
    let one = Desk::demo(1, 1);
    let _ = enrol_town(service, &one, None);
    let _ = syncs(&one);
    let two = enrol_new(service, "Schalter 2");
    service.stop();
    let first = registers(&one, "Öztürk", "Große Mühlenstiege");
    let second = registers(&two, "Oeztuerk", "Am Markt");
    service.start();
    let _ = (syncs(&one), syncs(&two), syncs(&one));
    (one, two, [first, second])
}

#[test]
fn two_duplicates_made_offline_are_noticed_at_sync() {
    let mut service = Service::new();
    let (one, two, [first, second]) = entered_twice(&mut service);
    agree(&one, &two);
    // Both desks offer the same two people, with who entered each and where.
    let open = one.does(["conflicts"]);
    assert_eq!(open, two.does(["conflicts"]));
    let same = &open["same_persons"];
    assert_eq!((count(same), count(&open["same_cases"])), (1, 0), "{open}");
    let desks = [word(same, "/0/persons/0/entered/desk"), word(same, "/0/persons/1/entered/desk")];
    assert!(desks.contains(&"A") && desks.contains(&"B"), "{open}");
    let [older, younger] = ["/0/persons/0/id", "/0/persons/1/id"].map(|path| word(same, path));
    assert_eq!(two.does(["person", "list-duplicates"])[0]["persons"][1]["id"], younger);

    // One says that they are one, and which values stand; the other hears of it. Papers that are out are named.
    let look = one.does(["person", "merge", younger, older, "--look"]);
    let by_one = usize::from(desks[0] != "A");
    let differ = |field: &str| {
        let all = look["differences"].as_array().expect("a list");
        all.iter().find(|one| one["field"] == field).cloned().unwrap_or_default()
    };
    assert_eq!(differ("family")["values"][by_one], json!("Öztürk"), "{look}");
    assert_eq!(differ("street")["stands"], "Am Markt", "what was entered last: {look}");
    assert!(count(&look["papers"]) >= 2, "{look}");
    let merged = one.does([
        "person",
        "merge",
        younger,
        older,
        "--take",
        if by_one == 0 { "family=2" } else { "family=1" },
    ]);
    assert_eq!((&merged["id"], count(&merged["records"])), (&json!(older), 2));
    let _ = (syncs(&one), syncs(&two));
    agree(&one, &two);
    for desk in [&one, &two] {
        for typed in ["Öztürk 14.03.1987", "Markt Öztürk"] {
            let found = desk.does(["person", "find", typed]);
            assert_eq!((count(&found), &found[0]["id"]), (1, &json!(older)), "{typed}: {found}");
        }
        assert_eq!(count(&desk.does(["person", "list-duplicates"])), 0);
    }

    // Now that it is one human, the case shows as entered twice, with the money that was taken twice.
    let open = two.does(["conflicts"]);
    assert_eq!(open, one.does(["conflicts"]));
    let same = &open["same_cases"][0];
    let numbers = BTreeSet::from([word(same, "/cases/0/number"), word(same, "/cases/1/number")]);
    assert_eq!(numbers, BTreeSet::from([word(&first, "/number"), word(&second, "/number")]), "{open}");
    assert_eq!((count(&same["money"]), &same["judged"]), (1, &json!(false)));

    // Taken for two after all: each record has again what was entered of it.
    let _ = two.does(["person", "split", younger]);
    let _ = (syncs(&two), syncs(&one));
    agree(&one, &two);
    for desk in [&one, &two] {
        let found = desk.does(["person", "find", "Oeztuerk 14.03.1987"]);
        assert_eq!(count(&found), 2, "{found}");
        let open = desk.does(["conflicts"]);
        assert_eq!((count(&open["same_persons"]), count(&open["same_cases"])), (0, 0), "not asked again");
    }
}

#[test]
fn printed_twice_fee_counted_twice() {
    let mut service = Service::new();
    let (one, two, mut cases) = entered_twice(&mut service);
    cases.sort_by_key(|case| word(case, "/id").to_owned());
    let [first, second] = cases;
    let same = one.does(["conflicts"])["same_persons"].clone();
    let [older, younger] = ["/0/persons/0/id", "/0/persons/1/id"].map(|path| word(&same, path));
    // Both desks settle it before they hear of each other, the one as one way, the other the other way round.
    for (desk, [left, right]) in [(&one, [older, younger]), (&two, [younger, older])] {
        let _ = desk.does(["conflicts", "same", left, right]);
        let [left, right] = if left == older { [&first, &second] } else { [&second, &first] };
        let said = desk.does(["conflicts", "same", word(left, "/number"), word(right, "/number")]);
        assert_eq!(
            said["money"][0]["receipt"], second["receipt"],
            "what is to be given back is named: {said}"
        );
    }
    let _ = (syncs(&one), syncs(&two), syncs(&one));
    agree(&one, &two);
    let [older, younger] = [&first, &second].map(|case| word(case, "/id"));
    for desk in [&one, &two] {
        // The older one goes on at both, the younger is closed at both, and the fee is counted once.
        assert_eq!(desk.does(["case", "show", younger])["state"], "closed");
        let open = is(desk, "leitung", &["conflicts"]).json;
        let same = &open["same_cases"][0];
        assert_eq!(
            (&same["judged"], &same["money"][0]["receipt"]),
            (&json!(true), &second["receipt"]),
            "{open}"
        );
        assert_eq!(open["conflicts"], json!([]), "{open}");
    }
    // The money goes back; nothing is owed for it, and nothing is left to do.
    let receipt = word(&second, "/receipt");
    let cancelled = is(&two, "kasse", &["cash", "cancel", receipt, "--reason", "Doppelt erfasst"]);
    assert_eq!(cancelled.code, 0, "{} {}", cancelled.stdout, cancelled.stderr);
    let _ = (syncs(&two), syncs(&one));
    for desk in [&one, &two] {
        let case = desk.does(["case", "show", younger]);
        assert_eq!((&case["state"], &case["owes_cents"]), (&json!("closed"), &json!(0)), "{case}");
        assert_eq!(desk.does(["conflicts"])["same_cases"], json!([]));
    }
    // A paper that is printed again costs nothing again.
    let before = one.does(["case", "show", older]);
    let paper = word(&before, "/papers/0/id");
    let out = one.file("again.pdf").display().to_string();
    let _ = one.does(["paper", "save", older, paper, "--out", &out]);
    let after = one.does(["case", "show", older]);
    assert_eq!((&before["owes_cents"], &before["receipts"]), (&after["owes_cents"], &after["receipts"]));
    agree(&one, &two);
}

/// Two people of one name and birth date who are two: said at one desk, no desk asks again.
#[test]
fn told_apart_once_nobody_asks_again() {
    let mut service = Service::new();
    let (one, two, _) = entered_twice(&mut service);
    let same = two.does(["conflicts"])["same_persons"].clone();
    let [older, younger] = ["/0/persons/0/id", "/0/persons/1/id"].map(|path| word(&same, path));
    let _ = two.does(["conflicts", "different", older, younger]);
    let _ = (syncs(&two), syncs(&one));
    for desk in [&one, &two] {
        assert_eq!(desk.does(["conflicts"])["same_persons"], json!([]));
        assert_eq!(count(&desk.does(["person", "find", "Oeztuerk 14.03.1987"])), 2);
    }
    agree(&one, &two);
}
