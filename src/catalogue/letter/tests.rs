//! Wrong letters are told by file and line, everything at once.

use super::*;
use crate::catalogue::Catalogue;

fn faults(text: &str) -> Vec<Problem> {
    Letter::read("probe/1.toml", "probe/1", text).err().unwrap_or_default()
}

fn place(problem: &Problem) -> (&str, &str) {
    (&problem.field, &problem.id)
}

#[test]
fn all_faults_are_told_at_once_with_their_lines() {
    let text = r#"
title = { de = "Probe {nirgends}" }
sheet = "plain"
needs = ["number"]
may = ["due"]
tables = { rows = 2 }

[[block]]
text = { de = "Bis {due}, {number" }

[[block]]
table = "rows"
shares = [1, 2, 3]

[[block]]
when = ["nichts"]
list = "other"
"#;
    let expected = [
        ("probe/1.toml:2", "letter-placeholder-unknown", "nirgends"),
        ("probe/1.toml:9", "letter-unguarded", "due"),
        ("probe/1.toml:9", "letter-open-brace", ""),
        ("probe/1.toml:12", "letter-columns", ""),
        ("probe/1.toml:16", "letter-condition-unknown", "nichts"),
        ("probe/1.toml:17", "letter-table-unknown", "other"),
    ];
    let told = faults(text);
    let name = |problem: &Problem| problem.args.get("name").cloned().unwrap_or_default();
    let told: Vec<_> = told.iter().map(|told| (told.field.as_str(), told.id.as_str(), name(told))).collect();
    assert_eq!(told, expected.map(|(place, id, name)| (place, id, name.to_owned())));
}

#[test]
fn a_wrong_key_names_its_line() {
    let found = faults("title = { de = \"x\" }\nsheet = \"plain\"\nbloc = 1\n");
    assert_eq!(found.iter().map(place).collect::<Vec<_>>(), [("probe/1.toml:3", "catalogue-key-unknown")]);
}

#[test]
fn a_block_that_says_two_things_is_a_fault() {
    let found =
        faults("title = { de = \"x\" }\nsheet = \"plain\"\n[[block]]\ngap = 1\ntext = { de = \"y\" }\n");
    assert_eq!(found.iter().map(place).collect::<Vec<_>>(), [("probe/1.toml:5", "letter-block-kinds")]);
}

#[test]
fn a_letter_asks_only_for_what_it_is_given() {
    let text = "title = { de = \"x\" }\nsheet = \"plain\"\nneeds = [\"case_number\", \"own\", \"decided_by\",\n\
                \"reasons\"]\nmay = [\"fee\", \"nothing\"]\ntables = { answers = 2, rows = 1 }\n";
    let letter = Letter::read("probe/1.toml", "probe/1", text).expect("sound");
    let told = |decided| letter.asks("probe/1.toml", &BTreeSet::from(["own"]), decided);
    let found = told(true);
    let expected = [
        ("probe/1.toml:4", "letter-value-sometimes"),
        ("probe/1.toml:5", "letter-value-unknown"),
        ("probe/1.toml:1", "letter-table-not-given"),
    ];
    assert_eq!(found.iter().map(place).collect::<Vec<_>>(), expected);
    assert_eq!(told(false).len(), 4, "only a decision says who decided");
}

/// What the program's own letters may ask for is what letters of packs are told: no value has two names.
#[test]
fn built_in_services_fill_no_value_that_the_program_gives() {
    for service in Catalogue::built_in().services() {
        for name in service.papers.iter().flat_map(|paper| paper.fill.keys()) {
            let given = GIVEN.contains(&name.as_str()) || DECIDED.contains(&name.as_str());
            assert!(!given, "{}: {name}", service.slug);
        }
    }
}

/// Letters that any Land's town writes name no act of NRW on procedure or service: the program puts in the Land's own.
#[test]
fn no_letter_names_the_procedural_act_of_one_land() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/letters");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir())
    {
        for file in std::fs::read_dir(entry.path()).unwrap().map(Result::unwrap) {
            let text = std::fs::read_to_string(file.path()).unwrap();
            let wrong = text.lines().filter(|line| line.starts_with("text"));
            let wrong: Vec<_> =
                wrong.filter(|line| line.contains("VwVfG NRW") || line.contains("LZG")).collect();
            assert!(wrong.is_empty(), "{}: {wrong:?}", file.path().display());
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen} letters");
}
