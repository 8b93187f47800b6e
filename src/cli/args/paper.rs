//! The arguments of `paper`: issuing, keeping, printing, checking, and serial letters.

use super::{command_named, files, flag, path, place, read_number, sub, text};
use crate::words;
use clap::Command;

pub(super) fn command() -> Command {
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
            sub("paper", "save")
                .arg(case())
                .arg(place("paper", "PAPER"))
                .arg(path("out").required(true))
                .arg(flag("sign").requires("certificate"))
                .arg(path("certificate").requires("sign"))
                .arg(
                    path("passphrase-file")
                        .requires("sign")
                        .help(words::text("cli-arg-certificate-passphrase")),
                ),
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
