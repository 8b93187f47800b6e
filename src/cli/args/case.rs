//! The arguments of `case`: entering, looking, working on it, handing it over. The steps of the procedure stand in `steps`.

use super::{command_named, day, files, flag, number, path, place, steps, stick, sub, text};
use crate::domain::case::{Ground, IDENTITY_PAPERS};
use crate::words;
use clap::{ArgAction, Command};

pub(super) fn command() -> Command {
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
        .subcommand(
            sub("case", "list")
                .arg(number("limit"))
                .arg(text("view", "VIEW").default_value("all").value_parser([
                    "all",
                    "open",
                    "mine",
                    "due",
                    "overdue",
                    "conflicts",
                    "to-sign",
                ]))
                .arg(text("service", "SLUG"))
                .arg(text("text", "TEXT").help(words::text("cli-arg-narrow")))
                .arg(path("out").help(words::text("cli-arg-list-out")))
                .arg(flag("print").help(words::text("cli-arg-list-print")).conflicts_with("out")),
        )
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
                .arg(text("grant", "FIELD=VALUE").action(ArgAction::Append))
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
