//! The sub-commands of the procedure: asking, hearing, signing.

use super::{day, place, sub, text};
use crate::domain::case::{Settled, Way};
use clap::{ArgAction, Command};

/// Below `case`.
pub(super) fn commands() -> [Command; 13] {
    let case = || place("case", "CASE");
    [
        sub("case", "ask")
            .arg(case())
            .arg(text("missing", "ID").action(ArgAction::Append))
            .arg(text("answer", "TEXT").action(ArgAction::Append))
            .arg(day("until")),
        sub("case", "received").arg(case()).arg(text("document", "ID").required(true)).arg(day("on")),
        sub("case", "refuse-document")
            .arg(case())
            .arg(text("document", "ID").required(true))
            .arg(text("reason", "TEXT").required(true)),
        sub("case", "answered").arg(case()).arg(text("text", "TEXT").default_value("")).arg(day("on")),
        sub("case", "extend")
            .arg(case())
            .arg(day("until").required(true))
            .arg(text("reason", "TEXT").required(true)),
        sub("case", "deem").arg(case()),
        sub("case", "hear")
            .arg(case())
            .arg(text("reason", "TEXT").required(true))
            .arg(text("outcome", "OUTCOME").value_parser(["refused", "conditional"]).default_value("refused"))
            .arg(day("until")),
        sub("case", "statement")
            .arg(case())
            .arg(text("text", "TEXT").required(true))
            .arg(day("on"))
            .arg(text("who", "ID")),
        sub("case", "sign").arg(case()),
        sub("case", "return").arg(case()).arg(text("reason", "TEXT").required(true)),
        sub("case", "notify")
            .arg(case())
            .arg(text("way", "WAY").value_parser(Way::ALL.map(Way::name)).default_value("post"))
            .arg(day("on"))
            .arg(day("posted-on"))
            .arg(text("proof", "TEXT").default_value("")),
        sub("case", "object")
            .arg(case())
            .arg(text("remedy", "WHAT").required(true).value_parser(["objection", "action"]))
            .arg(day("on"))
            .arg(text("text", "TEXT").default_value("")),
        sub("case", "settle")
            .arg(case())
            .arg(text("how", "HOW").required(true).value_parser(Settled::ALL.map(Settled::name)))
            .arg(text("reason", "TEXT").required(true)),
    ]
}
