//! The sub-commands of the procedure: asking, hearing, signing.

use super::{day, place, sub, text};
use clap::{ArgAction, Command};

/// Below `case`.
pub(super) fn commands() -> [Command; 6] {
    let case = || place("case", "CASE");
    [
        sub("case", "ask")
            .arg(case())
            .arg(text("missing", "ID").action(ArgAction::Append))
            .arg(text("answer", "TEXT").action(ArgAction::Append))
            .arg(day("until")),
        sub("case", "received").arg(case()).arg(text("document", "ID").required(true)).arg(day("on")),
        sub("case", "hear")
            .arg(case())
            .arg(text("reason", "TEXT").required(true))
            .arg(text("outcome", "OUTCOME").value_parser(["refused", "conditional"]).default_value("refused"))
            .arg(day("until")),
        sub("case", "statement").arg(case()).arg(text("text", "TEXT").required(true)).arg(day("on")),
        sub("case", "sign").arg(case()),
        sub("case", "return").arg(case()).arg(text("reason", "TEXT").required(true)),
    ]
}
