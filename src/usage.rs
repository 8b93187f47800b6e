//! A command line's help and what it says about wrong use, in the user's language: clap's own words are English. For both
//! programs. Parses nothing itself.

use crate::domain::problem::Problem;
use crate::fl;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, Error};
use std::error::Error as _;
use std::io::Write as _;
use std::process::ExitCode;

/// What the arguments of this program say. Help is put into words only where somebody reads it: there are two hundred
/// commands, and most starts are a script's.
pub fn read(command: impl Fn() -> Command) -> Result<ArgMatches, Error> {
    bare(command()).try_get_matches().or_else(|_| worded(command()).try_get_matches())
}

/// The whole command with its help in the user's language.
pub fn worded(command: Command) -> Command {
    let mut command = bare(command);
    // Only a command that is put together knows how its sub-commands are called in full.
    command.build();
    in_words(command)
}

/// The command with what asks for help and version, in the user's language.
fn bare(command: Command) -> Command {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .global(true)
        .help(fl!("cli-arg-help"));
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(fl!("cli-arg-version"));
    command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .args([help, version])
}

fn in_words(mut command: Command) -> Command {
    let usage = usage_in_words(&command.render_usage().to_string());
    let part = |there: bool, title: String, tag: &str| {
        if there { format!("\n\n{title}\n{{{tag}}}") } else { String::new() }
    };
    let template = format!(
        "{{about}}\n\n{} {{usage}}{}{}{}{{after-help}}\n",
        fl!("cli-usage"),
        part(command.has_subcommands(), fl!("cli-usage-commands"), "subcommands"),
        part(command.get_positionals().next().is_some(), fl!("cli-usage-values"), "positionals"),
        part(true, fl!("cli-usage-options"), "options"),
    );
    command.override_usage(usage).help_template(template).mut_args(argument).mut_subcommands(in_words)
}

/// Possible values and what counts without the argument, said behind its own text.
fn argument(arg: Arg) -> Arg {
    let takes = arg.get_action().takes_values();
    let names = |values: Vec<String>| Some(values.join(", ")).filter(|values| takes && !values.is_empty());
    let values = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let default = arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let values = names(values).map(|values| fl!("cli-usage-possible", values = values));
    let default = names(default).map(|value| fl!("cli-usage-default", value = value));
    let own = arg.get_help().map(ToString::to_string);
    let help: Vec<String> = [own, values, default].into_iter().flatten().collect();
    // A sentence that ends by itself gets no second full stop.
    let help: Vec<&str> = help.iter().map(|said| said.trim_end_matches('.')).collect();
    arg.hide_possible_values(true).hide_default_value(true).help(help.join(". "))
}

/// `Usage: amtsstube case [OPTIONS] <COMMAND>` without its heading and in the user's language.
fn usage_in_words(usage: &str) -> String {
    let usage = usage.trim_start().trim_start_matches("Usage:").trim_start();
    usage.replace("[OPTIONS]", &fl!("cli-usage-any-options")).replace("COMMAND", &fl!("cli-usage-command"))
}

/// Says what clap has to say: help or version (exit 0), or what is wrong with the arguments (exit 2). `refused` says the problems
/// themselves, behind which people read how it is called.
pub fn told(error: &Error, json: bool, refused: impl FnOnce(Vec<Problem>)) -> ExitCode {
    if !error.use_stderr() {
        // Nobody is left to hear that the terminal is gone.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    refused(problems(error));
    if !json && let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage_in_words(&usage.to_string());
        let text = format!("\n{} {usage}\n{}\n", fl!("cli-usage"), fl!("cli-usage-more"));
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }
    ExitCode::from(2)
}

/// Everything that is wrong with the arguments. The field is the argument as one writes it.
pub fn problems(error: &Error) -> Vec<Problem> {
    let said = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let arg = said(ContextKind::InvalidArg);
    let value = said(ContextKind::InvalidValue);
    let like = |kinds: &[ContextKind]| kinds.iter().map(|kind| said(*kind)).find(|like| !like.is_empty());
    let problem = match error.kind() {
        ErrorKind::MissingRequiredArgument => {
            return missing(error).into_iter().map(|arg| Problem::error(arg, "usage-missing")).collect();
        }
        ErrorKind::UnknownArgument => match like(&[ContextKind::SuggestedArg]) {
            Some(like) => Problem::error(arg, "usage-mistyped").with("like", like),
            None => Problem::error(arg, "usage-unknown"),
        },
        ErrorKind::InvalidSubcommand => {
            let command = said(ContextKind::InvalidSubcommand);
            match like(&[ContextKind::SuggestedSubcommand, ContextKind::SuggestedCommand]) {
                Some(like) => Problem::error(command, "usage-mistyped").with("like", like),
                None => Problem::error(command, "usage-unknown"),
            }
        }
        ErrorKind::MissingSubcommand => {
            Problem::error(said(ContextKind::InvalidSubcommand), "usage-no-command")
                .with("values", said(ContextKind::ValidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => Problem::error(arg, "usage-no-value"),
        ErrorKind::InvalidValue => Problem::error(arg, "usage-not-among")
            .with("value", value)
            .with("values", said(ContextKind::ValidValue)),
        ErrorKind::ValueValidation => {
            let why = error.source().map(ToString::to_string).unwrap_or_default();
            Problem::error(arg, "usage-wrong-value").with("value", value).with("why", why)
        }
        ErrorKind::ArgumentConflict if said(ContextKind::PriorArg) == arg => {
            Problem::error(arg, "usage-twice")
        }
        ErrorKind::ArgumentConflict => {
            Problem::error(arg, "usage-conflict").with("other", said(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues => Problem::error(arg, "usage-too-many").with("value", value),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            Problem::error(arg, "usage-no-value")
        }
        _ => Problem::error(arg, "usage-unreadable"),
    };
    vec![problem]
}

fn missing(error: &Error) -> Vec<String> {
    match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(missing)) => missing.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_done_before_stands_behind_the_options() {
        let told = |command: Command| worded(command).render_help().to_string();
        let put = || Command::new("put").version("1");
        let (plain, more) = (put(), put().after_help("Vorher alles sichern."));
        let (plain, more) = (told(plain), told(more));
        assert_eq!(more, format!("{}\n\nVorher alles sichern.\n", plain.trim_end()));
    }
}
