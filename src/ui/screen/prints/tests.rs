//! What the list of print jobs asks for and says.

use super::*;
use crate::desk::print::{PrintOrder, Standing};
use crate::domain::id::{PaperId, UserId};
use chrono::DateTime;
use uuid::Uuid;

fn job(number: i64, state: PrintState, why: &str) -> PrintJob {
    PrintJob {
        job: number,
        order: PrintOrder {
            paper: PaperId(Uuid::nil()),
            printer: "buero".into(),
            copies: 1,
            sides: None,
            tray: None,
            asked_by: UserId(Uuid::nil()),
            asked_at: DateTime::UNIX_EPOCH,
        },
        standing: Standing {
            state,
            why: why.into(),
            detail: String::new(),
            since: DateTime::UNIX_EPOCH,
            ticket: String::new(),
            system_id: None,
        },
        title: "Quittung".into(),
        of: Some(Belongs::Case(CaseId(Uuid::nil()))),
        number: "32.10-2026-A-00417".into(),
    }
}

#[test]
fn what_is_printed_is_neither_begun_anew_nor_taken_back() {
    let mut state = State::new().0;
    let jobs = vec![
        job(3, PrintState::Failed, "print-gone"),
        job(2, PrintState::Printing, ""),
        job(1, PrintState::Printed, ""),
    ];
    assert_eq!(state.update(Message::Listed(Ok(jobs))), Action::Focus("prints"));
    assert_eq!(state.update(Message::AgainPressed), Action::Again(3, None));
    assert_eq!(state.update(Message::WithdrawPressed), Action::None, "one thing at a time");
    assert_eq!(state.update(Message::Done(Ok("getan".into()))), Action::Said("getan".into()));
    let _ = state.update(Message::Chosen(1));
    assert_eq!(state.update(Message::AgainPressed), Action::None, "it is still at the printer");
    assert_eq!(state.update(Message::WithdrawPressed), Action::Withdraw(2));
    let _ = state.update(Message::Done(Err(vec![Problem::error("job", "print-late")])));
    assert_eq!(state.problems.len(), 1);
    let _ = state.update(Message::Chosen(2));
    for message in [Message::AgainPressed, Message::WithdrawPressed] {
        assert_eq!(state.update(message), Action::None);
    }
}

#[test]
fn the_chosen_job_stays_chosen_when_others_come() {
    let mut state = State::new().0;
    let _ = state
        .update(Message::Listed(Ok(vec![job(2, PrintState::Failed, ""), job(1, PrintState::Failed, "")])));
    let _ = state.update(Message::Chosen(1));
    let more = [3, 2, 1].map(|number| job(number, PrintState::Failed, "")).to_vec();
    assert_eq!(state.update(Message::Listed(Ok(more))), Action::None);
    assert_eq!(state.job().map(|job| job.job), Some(1));
}

#[test]
fn another_printer_is_for_the_job_that_was_chosen_even_where_it_leaves_the_list() {
    let mut state = State::new().0;
    let both = vec![job(2, PrintState::Failed, ""), job(1, PrintState::Failed, "")];
    let _ = state.update(Message::Listed(Ok(both)));
    let _ = state.update(Message::Chosen(1));
    assert_eq!(state.update(Message::OtherPressed), Action::Printers(1));
    let printer = Printer {
        name: "flur".into(),
        title: "Flur".into(),
        is_default: false,
        stopped: false,
        accepts: true,
        since: None,
        says: String::new(),
        reasons: Vec::new(),
        sides: Vec::new(),
        trays: Vec::new(),
    };
    let _ = state.update(Message::PrintersFound(1, Ok(vec![printer])));
    let _ = state.update(Message::Listed(Ok(vec![job(2, PrintState::Failed, "")])));
    assert_eq!(state.update(Message::PrinterTaken), Action::Again(1, Some("flur".into())));
}

#[test]
fn the_worst_is_told_first() {
    let printing = job(1, PrintState::Printing, "");
    let stuck = job(2, PrintState::Printing, "print-stopped");
    let failed = job(3, PrintState::Failed, "print-gone");
    let tone = |jobs: &[PrintJob]| say::summary(jobs).map(|(_, tone)| tone);
    assert_eq!(tone(&[job(0, PrintState::Printed, ""), job(0, PrintState::Withdrawn, "")]), None);
    assert_eq!(tone(std::slice::from_ref(&printing)), Some(Tone::Accent));
    assert_eq!(tone(&[printing.clone(), stuck.clone()]), Some(Tone::Warning));
    let (words, worst) = say::summary(&[printing, stuck, failed]).expect("something to tell");
    assert_eq!(worst, Tone::Error);
    assert!(words.contains("buero"), "{words}");
}
