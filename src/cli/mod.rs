//! The command line: arguments in, use case, JSON or sentences out. No rule lives here.

mod args;
mod backup;
mod calendar;
mod case;
mod cash;
mod catalogue;
mod conflict;
mod correct;
mod deadline;
mod decision;
mod disclose;
mod double;
mod exchange;
mod find;
mod handover;
mod inaction;
mod inbox;
mod interrupt;
mod kreis;
mod office;
mod pack;
mod paper;
mod plan;
mod print;
mod progress;
mod proof;
mod retention;
mod revoke;
mod say;
mod serial;
mod settle;
mod standing;
mod steps;
mod till;
mod town;
mod workshop;

#[cfg(test)]
mod tests;

use crate::desk::Desk;
use crate::desk::open::{Given, Place, WindowLock};
use crate::usage;
use crate::words::{self, Language};
use clap::ArgMatches;
use office::Office;
use say::{Fail, Said};
use std::process::ExitCode;

/// What the command line leaves to do.
#[derive(Debug)]
pub enum Next {
    /// Nothing: leave with this code.
    Leave(ExitCode),
    /// No sub-command: open the window on this desk and hold the lock as long.
    Window(Opened),
    /// The same where nothing is set up yet: the window makes the desk here, with this key where one was given.
    Begin(Place, Given),
}

/// A desk for the window, and what keeps a second window away from it.
pub type Opened = (Box<Desk>, Option<WindowLock>);

/// Reads the arguments and does what they say.
pub fn run() -> Next {
    words::speak(Language::of_surroundings());
    let matches = match usage::read(args::command) {
        Ok(matches) => matches,
        Err(error) => {
            let json = std::env::args_os().any(|arg| arg == "--json");
            let refused = |problems| {
                let _ = say::refused(&Fail(problems), json);
            };
            return Next::Leave(usage::told(&error, json, refused));
        }
    };
    let Some((name, sub)) = matches.subcommand() else {
        return match office::window(&matches) {
            Ok(next) => next,
            Err(fail) => Next::Leave(say::refused(&fail, matches.get_flag("json"))),
        };
    };
    let json = sub.get_flag("json") || deep_flag(sub);
    Next::Leave(match act(name, sub) {
        Ok(said) => say::done(&said, json),
        Err(fail) => say::refused(&fail, json),
    })
}

fn deep_flag(matches: &ArgMatches) -> bool {
    matches.subcommand().is_some_and(|(_, sub)| sub.get_flag("json") || deep_flag(sub))
}

fn act(name: &str, sub: &ArgMatches) -> Result<Said, Fail> {
    match name {
        "demo" => office::demo(sub),
        "setup" => office::setup(sub),
        "verify" => office::verify(sub),
        "go-on" => office::go_on(sub),
        "backup" => backup::write(sub),
        "restore" => backup::restore(sub),
        "calendar" => calendar::month(sub),
        "deadline" => deadline::compute(sub),
        "enrol" => kreis::enrol(sub),
        "sync" => kreis::sync(sub),
        "outbox" => kreis::outbox(sub),
        "conflicts" => conflict::conflicts(sub),
        "exchange" => exchange::act(sub),
        "mail" => handover::mail(sub),
        "catalogue" => catalogue::act(sub),
        "case" => case::act(sub),
        "cash" => cash::act(sub),
        "paper" => paper::act(sub),
        "person" => find::person(sub),
        "town" => town::act(sub),
        "retention" => retention::act(sub),
        _ => find::everything(sub),
    }
}
