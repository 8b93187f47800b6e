//! What is wrong in a file is told with its place.

use super::*;

#[test]
fn a_value_of_the_town_is_declared_as_what_it_is_used_for() {
    let file = built_in::files().into_iter().find(|f| f.name.contains("hundesteuer-anmeldung")).unwrap();
    for (from, to, problem) in [
        ("type = \"days\"", "type = \"money\"", "catalogue-town-undeclared"),
        ("town = \"hundesteuer.erster\"", "town = \"hundesteuer.nullter\"", "catalogue-town-undeclared"),
        ("id = \"folgemonat\"", "id = \"uebernaechster\"", "catalogue-town-undeclared"),
        ("outcome = [\"refused\"]", "outcome = [\"granted\"]", "catalogue-refusal-without-letter"),
        ("set = \"steuer_ab\"", "set = \"steuer_bis\"", "catalogue-field-unknown"),
    ] {
        assert!(file.text.contains(from), "{from}");
        let problems = check(&[File { text: file.text.replace(from, to), ..file.clone() }]);
        assert_eq!(problems.into_iter().map(|told| told.id).collect::<Vec<_>>(), [problem], "{to}");
    }
}

/// What decides has the step for it, and what can be filed against it.
#[test]
fn a_decision_has_its_step_and_every_service_can_be_filed_and_closed() {
    let file = built_in::files().into_iter().find(|f| f.name.contains("hundesteuer-anmeldung")).unwrap();
    let decided = "[[step]]\nid = \"decided\"\nby = [\"clerk\", \"head\"]\nthen = [\"closed\"]\n";
    for (changes, wanted) in [
        (
            vec![(decided, ""), ("[\"decided\", \"closed\"]", "[\"closed\"]")],
            "catalogue-decision-without-step",
        ),
        (vec![("remedy = \"widerspruch\"", "remedy = \"none\"")], "catalogue-decision-without-remedy"),
        (vec![("id = \"filed\"", "id = \"taken\"")], "catalogue-step-missing"),
        (vec![("by = [\"counter\", \"clerk\", \"head\"]", "by = []")], "catalogue-step-by-nobody"),
    ] {
        let mut text = file.text.clone();
        for (from, to) in changes {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        let problems = check(&[File { text, ..file.clone() }]);
        assert_eq!(problems.into_iter().map(|told| told.id).collect::<Vec<_>>(), [wanted]);
    }
}

#[test]
fn a_period_that_is_not_there_is_told_and_none_decides_whether_a_field_counts() {
    let file = built_in::files().into_iter().find(|f| f.name.contains("hundesteuer-anmeldung")).unwrap();
    let told = |from: &str, to: &str| {
        assert!(file.text.contains(from), "{from}");
        let text = file.text.replace(from, to);
        let problems = check(&[File { text, ..file.clone() }]);
        problems.into_iter().map(|problem| problem.id).collect::<Vec<_>>()
    };
    assert_eq!(told("overdue = \"anmeldung\"", "overdue = \"abmeldung\""), ["catalogue-period-unknown"]);
    let early = "max = 15\nvisible = { overdue = \"anmeldung\" }";
    assert_eq!(told("max = 15", early), ["catalogue-period-too-early"]);
}

/// Deemed approval is ordered by a law, for something that is decided by the VwVfG. What is needed does not hang on a period
/// that begins with what is needed.
#[test]
fn a_deemed_approval_that_no_law_can_order_is_told() {
    let file = built_in::files().into_iter().find(|f| f.name.contains("gestattung/2026")).unwrap();
    let told = |from: &str, to: &str| {
        assert!(file.text.contains(from), "{from}");
        let problems = check(&[File { text: file.text.replace(from, to), ..file.clone() }]);
        problems.into_iter().map(|problem| problem.id).collect::<Vec<_>>()
    };
    for (from, to) in [
        ("months = 3", "months = 0"),
        ("law = \"§ 6a Abs. 2 GewO\", confirmed", "law = \" \", confirmed"),
        ("regime = \"vwvfg\"", "regime = \"ao\""),
    ] {
        assert_eq!(told(from, to), ["catalogue-deemed-unfit"], "{to}");
    }
    let free = "confirmed = false, fee = \"free\" }\n\n[[law]]";
    assert!(told("confirmed = false }\n\n[[law]]", free).is_empty());
    let nothing_set = file.text.replace("charged = \"decision\"", "charged = \"filed\"");
    let nothing_set = nothing_set.replace("confirmed = false }\n\n[[law]]", free);
    let problems = check(&[File { text: nothing_set, ..file.clone() }]);
    assert!(problems.iter().any(|told| told.id == "catalogue-deemed-no-fee"), "{problems:?}");
    let circular = file.text.replace("from = { field = \"von\" }", "from = \"complete\"");
    let circular = circular
        .replace("needed = { field = \"besucher\", more = 199 }", "needed = { overdue = \"vorlauf\" }");
    let problems = check(&[File { text: circular, ..file.clone() }]);
    assert_eq!(problems.into_iter().map(|told| told.id).collect::<Vec<_>>(), ["catalogue-period-too-early"]);
}

#[test]
fn an_occasion_names_fields_that_are_days() {
    let file = built_in::files().into_iter().find(|f| f.name.contains("gestattung/2026")).unwrap();
    for wrong in ["ende", "ort"] {
        let from = "occasion = { from = \"von\", to = \"bis\" }";
        assert!(file.text.contains(from));
        let text = file.text.replace(from, &format!("occasion = {{ from = \"von\", to = \"{wrong}\" }}"));
        let problems = check(&[File { text, ..file.clone() }]);
        let told: Vec<String> = problems.into_iter().map(|problem| problem.id).collect();
        assert_eq!(told, ["catalogue-occasion-unfit"], "{wrong}");
    }
}

#[test]
fn a_building_block_that_fits_nothing_is_told_with_its_place() {
    let file = built_in::files().into_iter().find(|f| f.name.contains("gestattung/2026")).unwrap();
    let told = |from: &str, to: &str| {
        assert!(file.text.contains(from), "{from}");
        let problems = check(&[File { text: file.text.replacen(from, to, 1), ..file.clone() }]);
        problems.into_iter().map(|problem| problem.id).collect::<Vec<_>>()
    };
    assert_eq!(told("am Ort der Veranstaltung ({ort})", "am Ort ({orte})"), ["catalogue-field-unknown"]);
    assert_eq!(told("id = \"jugendschutz\"", "id = \"alkoholfrei\""), ["catalogue-id-twice"]);
    let refused = "id = \"jugendschutz\"\noutcome = [\"refused\"]";
    assert_eq!(told("id = \"jugendschutz\"", refused), ["catalogue-block-unfit"]);
}

/// A letter that services may name and that is not looked at would take any placeholder.
#[test]
fn each_letter_that_services_may_name_is_looked_at() {
    let files = built_in::files();
    let shelf = files.iter().find(|file| file.name.ends_with("services/papers.toml")).unwrap();
    let shelf: toml::Table = shelf.text.parse().unwrap();
    let named: Vec<_> = shelf["letters"].as_array().unwrap().iter().filter_map(toml::Value::as_str).collect();
    assert!(named.len() > 20, "{named:?}");
    for letter in named {
        let file = format!("assets/letters/{letter}.toml");
        assert!(files.iter().any(|known| known.name == file), "{file} is not among the built-in files");
    }
}
