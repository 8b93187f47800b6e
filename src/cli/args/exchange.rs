//! The arguments of `mail` and `exchange`: what goes to other offices and receiving bodies, and what comes from them.

use super::{command_named, day, files, flag, path, place, stick, sub, text};
use crate::words;
use clap::{Arg, ArgAction, Command};

pub(super) fn mail() -> Command {
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

pub(super) fn command() -> Command {
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
        .subcommand(sub("exchange", "answer").arg(text("otherwise", "NAME")))
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
