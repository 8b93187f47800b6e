//! The service at the command line: its help and what it says about wrong use, in the language of who types.

use super::PROGRAM;
use crate::harness::Answer;
use std::process::Command;

fn says(language: &str, args: &[&str]) -> Answer {
    let mut command = Command::new(PROGRAM);
    let output = command.args(args).env("LC_ALL", language).env("LANG", language).output();
    Answer::from(output.expect("the program starts"))
}

/// The sub-commands that a help lists; what is said about one goes on further to the right.
fn listed(help: &str) -> Vec<String> {
    let after = help.split_once("Befehle:\n").map_or("", |(_, after)| after);
    let lines = after.lines().take_while(|line| !line.is_empty());
    let named = lines.filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')));
    named.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

#[test]
fn help_speaks_german_to_whoever_does() {
    let whole = says("de_DE.UTF-8", &["--help"]);
    assert_eq!(whole.code, 0, "{}", whole.stderr);
    let commands = listed(&whole.stdout);
    assert!(commands.len() >= 9 && commands.contains(&"enrol-code".to_owned()), "{}", whole.stdout);
    let own = commands.iter().map(|name| says("de_DE.UTF-8", &[name, "--help"]).stdout);
    for help in own.chain([whole.stdout.clone()]) {
        for word in ["Usage", "Options:", "Commands:", "Arguments:", "Print", "[OPTIONS]", "<COMMAND>"] {
            assert!(!help.contains(word), "{word} in:\n{help}");
        }
        assert!(help.contains("Aufruf: kreisdienst"), "{help}");
    }
    assert!(says("en_GB.UTF-8", &["--help"]).stdout.contains("Use: kreisdienst"));
}

#[test]
fn everything_that_is_missing_is_named_at_once() {
    let wrong = says("de_DE.UTF-8", &["enrol-code"]);
    assert_eq!(wrong.code, 2);
    for said in ["--town <AGS>", "--desk <NAME>", "Aufruf: kreisdienst enrol-code"] {
        assert!(wrong.stderr.contains(said), "{said} is not in:\n{}", wrong.stderr);
    }
    let scripts = says("de_DE.UTF-8", &["enrol-code", "--json"]);
    assert_eq!(scripts.json["problems"].as_array().map(Vec::len), Some(2), "{}", scripts.stdout);
}
