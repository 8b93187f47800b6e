//! The arguments are sound and every text that they and the problems need is there, in both languages.

use super::args::command;
use crate::usage::{problems, worded};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 2] = ["de", "en"];

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let mut found: Vec<_> =
        files.into_iter().filter(|path| path.extension().is_some_and(|own| own == ending)).collect();
    found.extend(folders.iter().flat_map(|folder| self::files(folder, ending)));
    found
}

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sentences(language: &str) -> BTreeSet<String> {
    let pages = files(&project().join("assets/i18n").join(language), "ftl");
    let text: String = pages.iter().map(|page| fs::read_to_string(page).expect("a page")).collect();
    let ids = text.lines().filter_map(|line| line.split_once(" ="));
    ids.map(|(id, _)| id.to_owned()).collect()
}

/// Message ids of problems in a folder of the sources: the first text in kebab-case after what makes a problem.
fn problem_ids(folder: &str) -> BTreeSet<String> {
    let makers = ["Problem::error(", "Problem::warning(", "because(", "refuse_if(", "wrong("];
    let mut ids = BTreeSet::new();
    for path in files(&project().join("src").join(folder), "rs") {
        if path.ends_with("tests.rs") || path.ends_with("cli/tests.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source");
        for (at, maker) in makers.iter().flat_map(|maker| text.match_indices(maker)) {
            let call = text[at + maker.len()..].split(';').next().unwrap_or_default();
            let literals = call.split('"').skip(1).step_by(2).take(2);
            let mut kebab = literals.filter(|text| {
                text.contains('-')
                    && text.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit())
            });
            ids.extend(
                kebab.next().filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase())).map(str::to_owned),
            );
        }
    }
    ids
}

#[test]
fn every_problem_has_its_sentence_and_its_remedy() {
    let layers = ["domain", "catalogue", "store", "paper", "desk", "cli"];
    let ids: BTreeSet<String> = layers.iter().flat_map(|layer| problem_ids(layer)).collect();
    assert!(ids.len() > 80, "hardly a problem was found: {ids:?}");
    // A field of the window that says what is missing says with it what to do.
    let of_window = problem_ids("ui");
    for language in LANGUAGES {
        let known = sentences(language);
        let missing: Vec<String> = ids
            .iter()
            .flat_map(|id| [id.clone(), format!("{id}-remedy")])
            .chain(of_window.iter().cloned())
            .filter(|id| !known.contains(id))
            .collect();
        assert!(missing.is_empty(), "without a sentence in {language}: {missing:?}");
    }
}

#[test]
fn every_argument_has_its_text() {
    let mut commands = vec![worded(command())];
    while let Some(command) = commands.pop() {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        assert!(!about.is_empty() && !about.starts_with("cli-"), "{}: {about}", command.get_name());
        for arg in command.get_arguments() {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(!help.is_empty() && !help.starts_with("cli-"), "{}: {help}", arg.get_id());
        }
        commands.extend(command.get_subcommands().cloned());
    }
}

/// Nothing of what clap itself would say is left over in any help.
#[test]
fn help_speaks_the_users_language() {
    let mut commands = vec![worded(command())];
    while let Some(mut command) = commands.pop() {
        let help = command.render_help().to_string();
        for word in
            ["Usage", "Options:", "Commands:", "Arguments:", "Print", "[OPTIONS]", "possible", "default"]
        {
            assert!(!help.contains(word), "{word} in the help of {}:\n{help}", command.get_name());
        }
        assert!(help.contains("Aufruf: amtsstube"), "{help}");
        commands.extend(command.get_subcommands().cloned());
    }
    let mut new = worded(command());
    let new = new.find_subcommand_mut("case").and_then(|case| case.find_subcommand_mut("new"));
    let help = new.expect("case new").render_help().to_string();
    assert!(help.contains("amtsstube case new [OPTIONEN] --service <SLUG> --answers <FILE>"), "{help}");
    assert!(help.contains("letter_box"), "possible values are told: {help}");
    assert!(help.contains("Ohne Angabe: later"), "defaults are told: {help}");
}

#[test]
fn wrong_use_is_named_argument_by_argument() {
    let told = |args: &str| {
        let args = std::iter::once("amtsstube").chain(args.split_whitespace());
        let error = worded(command()).try_get_matches_from(args).expect_err("wrong use");
        let problems = problems(&error);
        problems.into_iter().map(|problem| format!("{} {}", problem.field, problem.id)).collect::<Vec<_>>()
    };
    assert_eq!(
        told("case new"),
        ["--service <SLUG> usage-missing", "--answers <FILE> usage-missing"],
        "everything that is missing at once"
    );
    assert_eq!(told("case new --servise x"), ["--servise usage-mistyped"]);
    assert_eq!(told("verify --frobnicate"), ["--frobnicate usage-unknown"]);
    assert_eq!(told("cases"), ["cases usage-mistyped"]);
    assert_eq!(told("quatsch"), ["quatsch usage-unknown"]);
    assert_eq!(told("case"), ["amtsstube case usage-no-command"]);
    assert_eq!(told("case decide 1 --outcome x"), ["--outcome <OUTCOME> usage-not-among"]);
    assert_eq!(told("case decide 1 --outcome"), ["--outcome <OUTCOME> usage-no-value"]);
    assert_eq!(told("demo --cases viele"), ["--cases <N> usage-wrong-value"]);
    assert_eq!(told("cash journal --day gestern"), ["--day <DATE> usage-wrong-value"]);
    assert_eq!(told("cash receipt 1 --cash 5 --card"), ["--cash [<AMOUNT>] usage-conflict"]);
    assert_eq!(told("demo --cases 1 --cases 2"), ["--cases <N> usage-twice"]);
}

/// Money is booked by no way that nobody named; wrong use says which there are.
#[test]
fn a_receipt_names_its_way() {
    let read = |given: &[&str]| {
        let all = ["amtsstube", "cash", "receipt", "A-1"].iter().chain(given);
        worded(command()).try_get_matches_from(all)
    };
    let wrong = read(&[]).expect_err("no way");
    let told: Vec<String> = problems(&wrong).into_iter().map(|problem| problem.field).collect();
    assert!(told.iter().any(|said| said.contains("--cash") && said.contains("--card")), "{told:?}");
    assert!(read(&["--card"]).is_ok() && read(&["--cash"]).is_ok() && read(&["--cash", "20"]).is_ok());
    assert!(read(&["--card", "--cash"]).is_err());
}

/// "1 Vorgänge" is no German: a number before a word in the plural stands in a choice, with a branch for one.
#[test]
fn a_count_before_a_plural_has_its_singular() {
    let plurals = [
        "Buchungen",
        "Vorgänge",
        "Vorgängen",
        "Personen",
        "Einträge",
        "Einträgen",
        "Anzeigen",
        "Tage",
        "Tagen",
        "Wochen",
        "Monate",
        "Monaten",
        "Jahre",
        "Sekunden",
        "Seiten",
        "Schreiben",
        "Dateien",
        "Fristen",
        "bookings",
        "cases",
        "people",
        "entries",
        "notices",
        "days",
        "weeks",
        "months",
        "years",
        "seconds",
        "pages",
        "letters",
        "files",
        "deadlines",
    ];
    // A part of a whole, and what is only said of several.
    let are_several = [
        "answer-several-marked",
        "birth-date-day",
        "change-deadline",
        "change-retention",
        "kreisdienst-check",
        "pack-file-count",
        "pack-folder-too-large",
        "serial-too-many",
    ];
    for language in LANGUAGES {
        let pages = files(&project().join("assets/i18n").join(language), "ftl");
        let text: String = pages.iter().map(|page| fs::read_to_string(page).expect("a page")).collect();
        for line in text.lines().filter(|line| !line.trim_start().starts_with(['*', '['])) {
            if are_several.iter().any(|id| line.starts_with(id)) || line.contains("{ $of }") {
                continue;
            }
            for (at, _) in line.match_indices(" } ") {
                let word = line[at + 3..].split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
                assert!(!plurals.contains(&word), "{language}: {line}");
            }
        }
    }
}
