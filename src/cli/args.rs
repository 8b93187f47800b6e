//! The arguments that the program takes. Their texts come from the sentences.

mod case;
mod cash;
mod catalogue;
mod exchange;
mod paper;
mod steps;

use crate::words;
use chrono::NaiveDate;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;
use std::str::FromStr;

fn command_named(name: &'static str) -> Command {
    Command::new(name).about(words::text(&format!("cli-{name}")))
}

/// A sub-command of `of`.
fn sub(of: &str, name: &'static str) -> Command {
    Command::new(name).about(words::text(&format!("cli-{of}-{name}")))
}

fn text(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(words::text(&format!("cli-arg-{name}")))
}

fn path(name: &'static str) -> Arg {
    text(name, "FILE").value_parser(value_parser!(PathBuf))
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(words::text(&format!("cli-arg-{name}")))
}

fn day(name: &'static str) -> Arg {
    text(name, "DATE").value_parser(read_day)
}

fn place(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).value_name(value).required(true).help(words::text(&format!("cli-arg-{name}")))
}

/// Two people or cases.
fn two() -> [Arg; 2] {
    [place("one", "ID"), place("two", "ID")]
}

/// A backup.
fn backup() -> Arg {
    place("backup", "FILE").value_parser(value_parser!(PathBuf))
}

/// At least one file.
fn files(name: &'static str) -> Arg {
    place(name, "FILE").num_args(1..).value_parser(value_parser!(PathBuf))
}

/// A day as `2026-11-24` or `24.11.2026`.
fn read_day(text: &str) -> Result<NaiveDate, String> {
    let day = text.parse().or_else(|_| NaiveDate::parse_from_str(text, "%d.%m.%Y"));
    day.map_err(|_| words::text("problem-date"))
}

/// A whole number; what is none is said in the user's language.
fn read_number<N: FromStr>(text: &str) -> Result<N, String> {
    text.parse().map_err(|_| words::text("problem-number"))
}

fn number(name: &'static str) -> Arg {
    text(name, "N").value_parser(read_number::<usize>)
}

/// The whole command.
pub(super) fn command() -> Command {
    Command::new("amtsstube")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words::text("cli-about"))
        .arg(text("data", "DIR").value_parser(value_parser!(PathBuf)).global(true))
        .arg(path("key-file").global(true))
        .arg(flag("json").global(true))
        .arg(text("as", "USER").global(true))
        .subcommand(
            command_named("demo")
                .arg(number("cases").default_value("120"))
                .arg(text("seed", "S").value_parser(read_number::<u64>).default_value("1")),
        )
        .subcommand(
            command_named("setup")
                .arg(text("login", "USER").required(true))
                .arg(text("name", "NAME").required(true)),
        )
        .subcommand(case::command())
        .subcommand(
            command_named("person")
                .subcommand_required(true)
                .subcommand(sub("person", "find").arg(place("text", "TEXT")).arg(number("limit")))
                .subcommand(
                    sub("person", "merge")
                        .args(two())
                        .arg(text("take", "FIELD=N").action(ArgAction::Append))
                        .arg(flag("look")),
                )
                .subcommand(
                    sub("person", "disclose")
                        .arg(place("person-id", "PERSON"))
                        .arg(flag("confirmed"))
                        .arg(flag("alone").help(words::text("cli-arg-other-people")))
                        .arg(text("tell", "ITEM").num_args(1..).action(ArgAction::Append))
                        .arg(text("withhold", "ITEM=REASON").action(ArgAction::Append))
                        .arg(flag("look").help(words::text("cli-arg-look-disclosure")))
                        .arg(path("out").required_unless_present("look").help(words::text("cli-arg-folder"))),
                )
                .subcommand(sub("person", "split").arg(place("one", "ID")))
                .subcommand(sub("person", "list-duplicates")),
        )
        .subcommand(command_named("search").arg(place("text", "TEXT")).arg(number("limit")))
        .subcommand(paper::command())
        .subcommand(cash::command())
        .subcommand(
            command_named("calendar")
                .arg(text("month", "YYYY-MM"))
                .arg(day("on").conflicts_with("month").help(words::text("cli-arg-calendar-on")))
                .arg(flag("mine"))
                .arg(flag("explain")),
        )
        .subcommand(deadline())
        .subcommand(catalogue::command())
        .subcommand(catalogue::town())
        .subcommand(
            command_named("enrol")
                .arg(place("url", "URL"))
                .arg(place("code", "CODE"))
                .arg(path("from"))
                .arg(path("passphrase-file")),
        )
        .subcommand(command_named("backup").arg(backup()).arg(path("passphrase-file")))
        .subcommand(command_named("restore").arg(backup()).arg(path("passphrase-file")))
        .subcommand(command_named("sync").arg(flag("once")))
        .subcommand(command_named("outbox"))
        .subcommand(exchange::mail())
        .subcommand(exchange::command())
        .subcommand(conflicts())
        .subcommand(retention())
        .subcommand(command_named("verify"))
        .subcommand(command_named("go-on").arg(text("reason", "TEXT").required(true)))
}

fn conflicts() -> Command {
    command_named("conflicts")
        .subcommand(
            sub("conflicts", "resolve")
                .arg(place("case", "CASE"))
                .arg(place("field", "FIELD").num_args(1..))
                .arg(text("choose", "MARK").action(ArgAction::Append))
                .arg(text("third", "VALUE").requires("over"))
                .arg(text("over", "MARK").requires("third"))
                .arg(text("reason", "TEXT").required(true)),
        )
        .subcommand(sub("conflicts", "decided").arg(place("whose", "PERSON")))
        .subcommand(
            sub("conflicts", "settle")
                .arg(place("case", "CASE"))
                .arg(place("task", "TASK"))
                .arg(text("reason", "TEXT").required(true)),
        )
        // Of what was destroyed nothing is said any more: then there is no reason.
        .subcommand(
            sub("conflicts", "number")
                .arg(place("number", "NUMBER"))
                .arg(text("reason", "TEXT").default_value("")),
        )
        .subcommand(sub("conflicts", "looked-at").arg(text("reason", "TEXT").default_value("")))
        .subcommand(sub("conflicts", "same").args(two()).arg(text("reason", "TEXT").default_value("")))
        .subcommand(sub("conflicts", "different").args(two()).arg(text("reason", "TEXT").default_value("")))
}

/// Where the sealed file of a case is written.
fn stick() -> Arg {
    path("out").help(words::text("cli-arg-stick"))
}

fn retention() -> Command {
    let case = || place("case", "CASE");
    let reason = || text("reason", "TEXT").required(true);
    command_named("retention")
        .subcommand_required(true)
        .subcommand(sub("retention", "list").arg(day("on")))
        .subcommand(sub("retention", "propose").arg(day("on")))
        .subcommand(sub("retention", "confirm").arg(place("list", "LIST")))
        .subcommand(sub("retention", "withdraw").arg(place("list", "LIST")).arg(reason()))
        .subcommand(sub("retention", "hold").arg(case()).arg(flag("archive")).arg(reason()))
        .subcommand(sub("retention", "release").arg(case()).arg(flag("archive")).arg(reason()))
        .subcommand(sub("retention", "begins").arg(case()).arg(day("on").required(true)).arg(reason()))
        .subcommand(sub("retention", "finish").arg(place("erased", "NUMBER")))
}

fn deadline() -> Command {
    let count = |name| text(name, "N").value_parser(read_number::<u16>);
    command_named("deadline")
        .arg(day("event").required(true))
        .arg(count("days"))
        .arg(count("weeks"))
        .arg(count("months"))
        .arg(count("years"))
        .group(clap::ArgGroup::new("count").args(["days", "weeks", "months", "years"]).required(true))
        .arg(text("land", "LAND").required(true))
        .arg(
            text("kind", "KIND")
                .value_parser(["frist", "zeitraum", "termin", "rueckwaerts"])
                .default_value("frist"),
        )
        .arg(flag("posted").conflicts_with("beginning"))
        .arg(flag("beginning"))
        .arg(text("regime", "REGIME").value_parser(["vwvfg", "ao", "bgb"]).default_value("vwvfg"))
}
