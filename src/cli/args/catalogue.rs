//! The arguments of `catalogue` and `town`: services and packs, and what the town says of itself and to them.

use super::{command_named, files, flag, path, place, sub};
use crate::words;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

pub(super) fn town() -> Command {
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
                .arg(flag("remove").help(words::text("cli-arg-remove-blocks")).conflicts_with("file")),
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

pub(super) fn command() -> Command {
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
