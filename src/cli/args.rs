//! The arguments that the program takes. Their texts come from the sentences.

mod cash;
mod steps;

use crate::domain::case::{Ground, IDENTITY_PAPERS};
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
        .subcommand(case())
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
                        .arg(path("out").required(true).help(words::text("cli-arg-folder"))),
                )
                .subcommand(sub("person", "split").arg(place("one", "ID")))
                .subcommand(sub("person", "list-duplicates")),
        )
        .subcommand(command_named("search").arg(place("text", "TEXT")).arg(number("limit")))
        .subcommand(paper())
        .subcommand(cash::command())
        .subcommand(
            command_named("calendar").arg(text("month", "YYYY-MM")).arg(flag("mine")).arg(flag("explain")),
        )
        .subcommand(deadline())
        .subcommand(catalogue())
        .subcommand(town())
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
        .subcommand(mail())
        .subcommand(exchange())
        .subcommand(
            command_named("conflicts")
                .subcommand(
                    sub("conflicts", "resolve")
                        .arg(place("case", "CASE"))
                        .arg(place("field", "FIELD").num_args(1..))
                        .arg(number("choose").action(ArgAction::Append))
                        .arg(text("third", "VALUE"))
                        .arg(text("reason", "TEXT").required(true)),
                )
                .subcommand(
                    sub("conflicts", "settle")
                        .arg(place("case", "CASE"))
                        .arg(place("task", "TASK"))
                        .arg(text("reason", "TEXT").required(true)),
                )
                .subcommand(
                    sub("conflicts", "number")
                        .arg(place("number", "NUMBER"))
                        .arg(text("reason", "TEXT").required(true)),
                )
                .subcommand(
                    sub("conflicts", "same").args(two()).arg(text("reason", "TEXT").default_value("")),
                )
                .subcommand(
                    sub("conflicts", "different").args(two()).arg(text("reason", "TEXT").default_value("")),
                ),
        )
        .subcommand(retention())
        .subcommand(command_named("verify"))
        .subcommand(command_named("go-on").arg(text("reason", "TEXT").required(true)))
}

fn case() -> Command {
    let case = || place("case", "CASE");
    command_named("case")
        .subcommand_required(true)
        .subcommand(
            sub("case", "new")
                .arg(text("service", "SLUG").required(true))
                .arg(path("answers").required(true))
                .arg(path("attach").action(ArgAction::Append))
                .arg(text("person", "ID"))
                .arg(flag("new-person").conflicts_with("person"))
                .arg(day("received-on"))
                .arg(text("why", "TEXT").default_value(""))
                .arg(text("channel", "CHANNEL").value_parser([
                    "counter",
                    "post",
                    "letter_box",
                    "email",
                    "portal",
                    "telephone",
                ]))
                .arg(text("appears-as", "HOW").value_parser([
                    "in_person",
                    "representative",
                    "proxy",
                    "messenger",
                    "in_writing",
                ]))
                .arg(text("by", "PERSON").action(ArgAction::Append))
                .arg(text("identity", "PAPER").value_parser(IDENTITY_PAPERS.to_vec()))
                .arg(text("pay", "HOW").default_value("later"))
                .arg(text("seen", "ID").action(ArgAction::Append).num_args(1..))
                .arg(flag("signed")),
        )
        .subcommand(sub("case", "show").arg(case()))
        .subcommand(sub("case", "list").arg(number("limit")).arg(
            text("view", "VIEW").default_value("all").value_parser([
                "all",
                "open",
                "mine",
                "overdue",
                "conflicts",
                "to-sign",
            ]),
        ))
        .subcommand(sub("case", "attach").arg(case()).arg(files("file")).arg(text("document", "ID")))
        .subcommand(
            sub("case", "save").arg(case()).arg(place("attachment", "NAME")).arg(path("out").required(true)),
        )
        .subcommand(
            sub("case", "note").arg(case()).arg(text("text", "TEXT").required(true)).arg(flag("call")),
        )
        .subcommand(sub("case", "assign").arg(case()).arg(text("to", "USER")))
        .subcommand(
            sub("case", "decide")
                .arg(case())
                .arg(text("outcome", "OUTCOME").required(true).value_parser([
                    "granted",
                    "conditional",
                    "refused",
                    "withdrawn",
                ]))
                .arg(text("condition", "TEXT").action(ArgAction::Append))
                .arg(text("block", "ID").action(ArgAction::Append))
                .arg(text("no-hearing", "GROUND").value_parser(Ground::ALL.map(Ground::name)))
                .arg(text("reason", "TEXT").default_value("")),
        )
        .subcommand(
            sub("case", "correct")
                .arg(case())
                .arg(path("answers").required(true).help(words::text("cli-arg-right-answers")))
                .arg(text("reason", "TEXT").default_value(""))
                .arg(flag("own-mistake"))
                .arg(flag("as-told"))
                .arg(text("fees", "HOW").value_parser(["keep", "revise"]))
                .arg(flag("look")),
        )
        .subcommand(sub("case", "close").arg(case()).arg(text("reason", "TEXT").default_value("")))
        .subcommand(sub("case", "reopen").arg(case()).arg(text("reason", "TEXT").default_value("")))
        .subcommand(
            sub("case", "hand-over").arg(case()).arg(text("reason", "TEXT").required(true)).arg(stick()),
        )
        .subcommand(sub("case", "give-back").arg(case()).arg(text("undecided", "TEXT")).arg(stick()))
        .subcommand(sub("case", "bundle").arg(case()).arg(stick().required(true)))
        .subcommands(steps::commands())
}

/// Where the sealed file of a case is written.
fn stick() -> Arg {
    path("out").help(words::text("cli-arg-stick"))
}

fn mail() -> Command {
    command_named("mail")
        .subcommand(sub("mail", "list"))
        .subcommand(
            sub("mail", "take-in")
                .arg(Arg::new("bundle").value_name("FILE").help(words::text("cli-arg-bundles"))),
        )
        .subcommand(
            sub("mail", "refuse")
                .arg(place("bundle", "FILE"))
                .arg(text("reason", "TEXT").required(true))
                .arg(stick()),
        )
        .subcommand(
            sub("mail", "drop")
                .arg(place("bundle", "ID"))
                .arg(text("reason", "TEXT").required(true))
                .arg(flag("even-so"))
                .arg(stick()),
        )
}

fn exchange() -> Command {
    let case = || place("case", "CASE");
    let bodies = || text("body", "ID").action(ArgAction::Append);
    let note = |name| sub("exchange", name).arg(case()).arg(bodies()).arg(day("on"));
    command_named("exchange")
        .subcommand_required(true)
        .subcommand(sub("exchange", "list").arg(case()).arg(bodies()))
        .subcommand(
            sub("exchange", "trade-notice")
                .arg(case())
                .arg(bodies())
                .arg(text("reason", "TEXT").default_value(""))
                .arg(path("out").required(true).help(words::text("cli-arg-folder"))),
        )
        .subcommand(sub("exchange", "inbox").arg(text("take-file", "NAME")))
        .subcommand(sub("exchange", "take-in").arg(files("file")).arg(day("received-on")))
        .subcommand(note("sent").arg(text("note", "TEXT").default_value("")))
        .subcommand(note("acknowledge").arg(text("note", "TEXT").default_value("")))
        .subcommand(note("withdraw").arg(text("reason", "TEXT").required(true)))
        .subcommand(
            sub("exchange", "lot")
                .arg(place("month", "YYYY-MM"))
                .arg(path("out").help(words::text("cli-arg-folder")))
                .arg(
                    Arg::new("sent")
                        .long("sent")
                        .action(ArgAction::SetTrue)
                        .requires("out")
                        .help(words::text("cli-arg-lot-sent")),
                ),
        )
}

fn paper() -> Command {
    let case = || place("case", "CASE");
    let job = || place("job", "JOB").value_parser(read_number::<i64>);
    command_named("paper")
        .subcommand_required(true)
        .subcommand(sub("paper", "list").arg(case()))
        .subcommand(sub("paper", "issue").arg(case()).arg(place("kind", "KIND")))
        .subcommand(
            sub("paper", "duplicate")
                .arg(case())
                .arg(place("paper", "PAPER"))
                .arg(text("pay", "HOW").default_value("later")),
        )
        .subcommand(
            sub("paper", "save").arg(case()).arg(place("paper", "PAPER")).arg(path("out").required(true)),
        )
        .subcommand(
            sub("paper", "print")
                .arg(case())
                .arg(place("paper", "PAPER"))
                .arg(text("printer", "NAME"))
                .arg(text("copies", "N").value_parser(read_number::<u16>).default_value("1"))
                .arg(text("sides", "SIDES").value_parser(["one", "long", "short"]))
                .arg(text("tray", "TRAY")),
        )
        .subcommand(
            sub("paper", "verify")
                .arg(files("file"))
                .arg(flag("confirmed").help(words::text("cli-arg-confirmed-lines"))),
        )
        .subcommand(serial())
        .subcommand(sub("paper", "runs"))
        .subcommand(sub("paper", "printers"))
        .subcommand(sub("paper", "queue"))
        .subcommand(sub("paper", "again").arg(job()).arg(text("printer", "NAME")))
        .subcommand(sub("paper", "withdraw").arg(job()))
}

fn serial() -> Command {
    sub("paper", "serial")
        .arg(text("view", "VIEW").default_value("open").value_parser(["all", "open", "mine", "overdue"]))
        .arg(text("service", "SLUG"))
        .arg(text("text", "TEXT").help(words::text("cli-arg-narrow")))
        .arg(text("subject", "TEXT"))
        .arg(path("letter"))
        .arg(text("of-kind", "KIND").conflicts_with_all(["subject", "letter"]))
        .arg(text("run", "RUN").conflicts_with_all(["of-kind", "subject", "letter"]))
        .arg(flag("print"))
        .arg(text("printer", "NAME"))
        .arg(flag("look").help(words::text("cli-arg-look-cases")))
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

fn town() -> Command {
    command_named("town")
        .subcommand_required(true)
        .subcommand(sub("town", "show"))
        .subcommand(sub("town", "set").arg(place("value", "KEY=VALUE").num_args(1..)))
        .subcommand(sub("town", "suggested"))
        .subcommand(sub("town", "take").arg(place("key", "KEY").required(false).num_args(0..)))
        .subcommand(
            sub("town", "blocks")
                .arg(place("service", "SLUG"))
                .arg(
                    Arg::new("file")
                        .value_name("FILE")
                        .help(words::text("cli-arg-file"))
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(flag("remove").conflicts_with("file")),
        )
        .subcommand(
            sub("town", "arms")
                .arg(
                    Arg::new("file")
                        .value_name("FILE")
                        .help(words::text("cli-arg-file"))
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(flag("remove").conflicts_with("file"))
                .group(clap::ArgGroup::new("what").args(["file", "remove"]).required(true)),
        )
}

fn catalogue() -> Command {
    command_named("catalogue")
        .subcommand_required(true)
        .subcommand(sub("catalogue", "list"))
        .subcommand(sub("catalogue", "example").arg(place("service", "SLUG")))
        .subcommand(sub("catalogue", "check").arg(files("file")))
        .subcommand(sub("catalogue", "show").arg(place("service", "SLUG|FILE")))
        .subcommand(sub("catalogue", "compare").arg(place("old", "SLUG|FILE")).arg(place("new", "SLUG|FILE")))
        .subcommand(
            sub("catalogue", "import")
                .arg(place("pack", "PACK").value_parser(value_parser!(PathBuf)))
                .arg(
                    Arg::new("accept")
                        .long("accept")
                        .action(ArgAction::SetTrue)
                        .help(words::text("cli-arg-accept")),
                )
                .arg(flag("look")),
        )
        .subcommand(sub("catalogue", "export").arg(place("pack", "PACK")).arg(path("out").required(true)))
        .subcommand(
            sub("catalogue", "plan")
                .arg(Arg::new("words").value_name("TEXT").num_args(0..).help(words::text("cli-arg-words"))),
        )
}
