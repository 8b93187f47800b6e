//! The arguments of `cash`.

use super::{command_named, day, flag, path, place, read_number, sub, text};
use crate::words;
use clap::{ArgAction, ArgGroup, Command};

/// `cash` with its sub-commands.
pub(super) fn command() -> Command {
    command_named("cash")
        .subcommand_required(true)
        .subcommand(
            sub("cash", "receipt")
                .arg(place("case", "CASE"))
                .arg(text("cash", "AMOUNT").num_args(0..=1).default_missing_value(""))
                .arg(flag("card"))
                // Nobody books money by a way that was not said.
                .group(ArgGroup::new("way").args(["cash", "card"]).required(true)),
        )
        .subcommand(
            sub("cash", "cancel")
                .arg(place("receipt", "NUMBER"))
                .arg(text("reason", "TEXT").default_value("")),
        )
        .subcommand(
            sub("cash", "journal")
                .arg(day("day").conflicts_with_all(["from", "until", "out"]))
                .arg(day("from").help(words::text("cli-arg-first-day")))
                .arg(day("until").help(words::text("cli-arg-last-day")))
                .arg(path("out").help(words::text("cli-arg-csv"))),
        )
        .subcommand(close_day())
        .subcommand(
            sub("cash", "closings")
                .arg(day("from").help(words::text("cli-arg-first-day")))
                .arg(day("until").help(words::text("cli-arg-last-day"))),
        )
        .subcommand(sub("cash", "print").arg(place("closing", "NUMBER")).arg(text("printer", "NAME")))
        .subcommand(sub("cash", "save").arg(place("closing", "NUMBER")).arg(path("out").required(true)))
}

fn close_day() -> Command {
    sub("cash", "close-day")
        .arg(text("counted", "EURO=N").num_args(1..).action(ArgAction::Append))
        .arg(text("delivered", "AMOUNT"))
        .arg(text("terminal", "AMOUNT"))
        .arg(text("reason", "TEXT").help(words::text("cli-arg-difference")))
        .arg(text("second", "LOGIN"))
        .arg(text("opening", "AMOUNT"))
        .arg(day("since"))
        .arg(text("alone", "yes|no").value_parser(["yes", "no"]))
        .arg(text("corrects", "N").value_parser(read_number::<u64>).requires("mistake"))
        .arg(text("mistake", "TEXT").requires("corrects"))
        .arg(path("out"))
        .arg(flag("look").help(words::text("cli-arg-look-till")))
}
