//! The sub-commands of the procedure: asking, hearing, signing.

use super::{day, flag, place, sub, text};
use crate::domain::case::{Fate, Ground, Settled, Way};
use crate::domain::decide::UNHEARD;
use crate::domain::revocation::{Clause, Untrusted};
use crate::words;
use clap::{Arg, ArgAction, Command};

/// Below `case`.
pub(super) fn commands() -> [Command; 17] {
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
            .arg(text("reason", "TEXT").required(true))
            .arg(flag("even-so").help(words::text("cli-arg-even-so-long"))),
        sub("case", "deem").arg(case()),
        sub("case", "hear")
            .arg(case())
            .arg(text("reason", "TEXT").required(true))
            .arg(text("outcome", "OUTCOME").value_parser(["refused", "conditional"]).default_value("refused"))
            .arg(text("revokes", "NUMBER").value_parser(numbers()).conflicts_with("outcome"))
            .arg(day("known-on").requires("revokes"))
            .arg(day("until")),
        revoke().arg(case()),
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
            .args(whose())
            .arg(text("proof", "TEXT").default_value("")),
        sub("case", "object")
            .arg(case())
            .arg(text("remedy", "WHAT").required(true).value_parser(["objection", "action"]))
            .arg(text("against", "WHAT").value_parser(["decision", "revocation", "ruling"]))
            .arg(day("on"))
            .arg(text("objector", "NAME"))
            .args(at_court())
            .arg(text("text", "TEXT").default_value("")),
        sub("case", "sue")
            .arg(case())
            .args(at_court().map(|arg| {
                let needed = ["file-number", "plaintiff"].contains(&arg.get_id().as_str());
                arg.required(needed)
            }))
            .arg(day("on"))
            .arg(text("text", "TEXT").default_value("")),
        sub("case", "sue-end")
            .arg(case())
            .arg(text("how", "HOW").required(true).value_parser(Settled::AT_COURT.map(Settled::name)))
            .arg(text("reason", "TEXT").required(true)),
        settle().arg(case()),
        sub("case", "unsettle")
            .arg(case())
            .arg(text("reason", "TEXT").required(true))
            .arg(flag("in-house").help(words::text("cli-arg-settle-in-house")))
            .args(whose()),
    ]
}

/// Where an action lies and who sues.
fn at_court() -> [Arg; 4] {
    [text("court", "NAME"), text("file-number", "TEXT"), text("plaintiff", "NAME"), day("filed-on")]
}

/// The paragraphs, by number.
fn numbers() -> Vec<&'static str> {
    Clause::names().collect()
}

/// Taking a decision back, or revoking it.
fn revoke() -> Command {
    sub("case", "revoke")
        .arg(text("ground", "NUMBER").required(true).value_parser(numbers()))
        .arg(text("reason", "TEXT").required(true))
        .arg(day("known-on"))
        .arg(day("effective"))
        .arg(text("part", "TEXT").default_value(""))
        .arg(text("untrusted", "WHY").value_parser(Untrusted::ALL.map(Untrusted::name)))
        .arg(text("no-hearing", "GROUND").value_parser(UNHEARD.map(Ground::name)))
        .arg(text("hand-back", "TEXT").action(ArgAction::Append))
        .arg(
            text("fees", "WHAT")
                .value_parser([Fate::Kept, Fate::Dropped].map(Fate::name))
                .help(words::text("cli-arg-fees-set")),
        )
        .arg(flag("anew"))
}

/// Whose objection is meant, where several are.
fn whose() -> [Arg; 2] {
    let objector = text("objector", "NAME").help(words::text("cli-arg-settle-objector"));
    let own = flag("own").help(words::text("cli-arg-settle-own"));
    [objector.conflicts_with("own"), own]
}

/// What becomes of what was filed, and deciding about an objection.
fn settle() -> Command {
    let named = |id: &'static str, what: &'static str, help: &str| {
        text(id, what).help(words::text(&format!("cli-arg-settle-{help}")))
    };
    sub("case", "settle")
        .arg(text("how", "HOW").required(true).value_parser(Settled::ALL.map(Settled::name)))
        .arg(text("of", "WHAT").value_parser(["objection", "action"]))
        .arg(named("file-number", "TEXT", "number").conflicts_with_all(["objector", "own"]))
        .args(whose())
        .arg(text("reason", "TEXT").default_value(""))
        .arg(named("block", "ID", "block").action(ArgAction::Append))
        .arg(named("facts", "TEXT", "facts").default_value(""))
        .arg(named("part", "TEXT", "part").default_value(""))
        .arg(named("fees", "WHAT", "fees").value_parser([Fate::Kept, Fate::Dropped].map(Fate::name)))
        .arg(named("amount", "EURO", "amount").conflicts_with("fees"))
        .arg(named("town-bears", "PERCENT", "share").value_parser(clap::value_parser!(u8).range(0..=100)))
        .arg(named("counsel", "WHAT", "counsel").value_parser(["needed", "not-needed"]))
        .arg(named("decided-by", "NAME", "decided-by"))
        .arg(day("on").requires("decided-by"))
        .arg(flag("no-notice").requires("decided-by").help(words::text("cli-arg-settle-no-notice")))
}
