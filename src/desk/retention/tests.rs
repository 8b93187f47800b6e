//! From a closed case to the record of its destruction, through the desk.

mod void;

use crate::desk::clock::Clock;
use crate::desk::tests::retired;
use crate::desk::{Desk, DeskError, Session};
use crate::domain::case::Hold;
use crate::domain::decide::Command;
use crate::domain::disposal::{CaseErased, DisposalEvent};
use crate::domain::event::Subject;
use crate::domain::user::Group;
use crate::store::StoreError;

fn ids(error: &crate::desk::DeskError) -> Vec<String> {
    error.problems().into_iter().map(|problem| problem.id).collect()
}

#[test]
fn one_proposes_another_confirms_and_the_number_alone_is_left() {
    let town = retired::town();
    let retired::Town { desk, clerk, head, case, number, .. } = &town;
    let case = *case;
    let on = |day: &str| day.parse().expect("a day");
    let early = desk.retention(clerk, on("2027-12-31")).expect("asked");
    assert!(early.due.is_empty() && early.kept.is_empty(), "the last day of the term");
    let overview = desk.retention(clerk, on("2028-01-01")).expect("asked");
    assert_eq!((overview.due.len(), &overview.due[0].number), (1, number));
    let steps: Vec<_> = overview.due[0].term.explanation().into_iter().map(|step| step.id).collect();
    assert_eq!(steps, ["retention-closed", "retention-years", "retention-begins", "retention-ends"]);
    let today = desk.today();
    let refused = desk.propose_disposal(clerk, today.succ_opt().expect("a day")).expect_err("refused");
    assert_eq!(ids(&refused), ["disposal-in-future"]);
    let list = desk.propose_disposal(head, today).expect("proposed");
    assert_eq!(ids(&desk.propose_disposal(clerk, today).expect_err("one waits")), ["disposal-waits"]);
    assert_eq!(ids(&desk.confirm_disposal(head, list.id).expect_err("the same")), ["disposal-same-person"]);
    assert_eq!(ids(&desk.confirm_disposal(clerk, list.id).expect_err("no head")), ["not-allowed"]);
    desk.withdraw_disposal(clerk, list.id, "die Leitung bestätigt").expect("withdrawn");
    let list = desk.propose_disposal(clerk, today).expect("proposed");
    // What keeps it meanwhile is heard, with its reason.
    desk.hold_case(clerk, case, Hold::Legal, true, "Klage").expect("held");
    let refused = desk.confirm_disposal(head, list.id).expect_err("held").problems();
    assert_eq!((refused.len(), &*refused[0].id, &*refused[0].args["reason"]), (1, "retention-held", "Klage"));
    desk.hold_case(clerk, case, Hold::Legal, false, "erledigt").expect("lifted");
    let done = desk.confirm_disposal(head, list.id).expect("confirmed");
    assert_eq!((done.cases, done.persons), (1, 1));
    assert!(desk.was_erased(clerk, number).expect("asked"));
    assert_eq!(desk.case_by_number(clerk, number).expect("asked"), None);
    let overview = desk.retention(clerk, today).expect("asked");
    assert!(overview.due.is_empty() && overview.left.is_empty() && overview.open().is_none());
    let record = overview.lists.iter().find(|shown| shown.list.id == list.id).expect("recorded");
    assert!(record.confirmed_by.starts_with("Leo") && record.list.cases.len() == 1);
    let report = desk.verify().expect("verified");
    assert!(report.is_clean(), "{:#?}", report.problems);
    assert_eq!(ids(&desk.confirm_disposal(head, list.id).expect_err("once")), ["disposal-not-open"]);
}

#[test]
fn what_was_said_of_work_that_does_not_count_goes_with_its_case() {
    const WORDS: &str = "Zyxwvutmarke rief an";
    let retired::Town { desk, clerk, head, case, .. } = &retired::town();
    let note = Command::Note { text: "Rückruf".to_owned(), call: false };
    desk.act(clerk, *case, note).expect("noted");
    let skipped = desk.sheet(clerk, *case).expect("the case").case.timeline.last().expect("the note").id;
    let _ = desk.store.write(|tx| tx.skip(skipped, "not_held").map_err(DeskError::from)).expect("heard");
    let _ = desk.settle_work(head, &[skipped], WORDS).expect("noted");
    let found = || {
        let sql = "SELECT count(*) FROM payload WHERE instr(bytes, ?1)";
        let count = desk.store.read(|db| -> Result<i64, StoreError> {
            Ok(db.rows().query_row(sql, [WORDS.as_bytes()], |row| row.get(0))?)
        });
        count.expect("counted")
    };
    assert_eq!(found(), 1, "beside the case alone");
    let list = desk.propose_disposal(clerk, desk.today()).expect("proposed");
    let _ = desk.confirm_disposal(head, list.id).expect("confirmed");
    assert_eq!(found(), 0);
}

#[test]
fn what_counts_from_something_else_waits_until_that_is_entered() {
    let town = retired::town();
    let retired::Town { desk, clerk, trade, .. } = &town;
    let trade = *trade;
    let on = "2040-01-01".parse().expect("a day");
    let kept = desk.retention(clerk, on).expect("asked").kept;
    let of_trade = kept.iter().find(|due| due.case == trade).expect("its years would be over");
    assert_eq!(of_trade.obstacles[0].id, "retention-no-business");
    let gone = "2028-05-05".parse().expect("a day");
    desk.begin_term(clerk, trade, gone, "Abmeldung").expect("entered");
    let due = desk.retention(clerk, "2039-01-01".parse().expect("a day")).expect("asked").due;
    let of_trade = due.iter().find(|due| due.case == trade).expect("ten years after the business ended");
    assert_eq!(of_trade.term.last_day.to_string(), "2038-12-31");
}

#[test]
fn a_term_that_was_entered_anew_is_looked_at_again() {
    let town = retired::town();
    let retired::Town { desk, clerk, head, trade, .. } = &town;
    let clock = Clock::Fixed("2039-01-02T09:00:00Z".parse().expect("a moment"));
    let desk = Desk { clock, ..desk.clone() };
    let day = |day: &str| day.parse().expect("a day");
    desk.begin_term(clerk, *trade, day("2028-05-05"), "Abmeldung").expect("entered");
    let list = desk.propose_disposal(clerk, desk.today()).expect("proposed");
    assert!(list.cases.iter().any(|listed| listed.case == *trade));
    desk.begin_term(clerk, *trade, day("2031-05-05"), "verschrieben").expect("entered");
    let refused = desk.confirm_disposal(head, list.id).expect_err("its term runs");
    assert_eq!(ids(&refused), ["retention-not-over"]);
    assert!(desk.sheet_again(clerk, *trade).is_ok(), "nothing went");
}

#[test]
fn what_a_hold_keeps_is_not_finished_as_long_as_it_stands() {
    let town = retired::town();
    let retired::Town { desk, clerk, head, case, number, .. } = &town;
    let case = *case;
    let list = desk.propose_disposal(clerk, desk.today()).expect("proposed");
    desk.hold_case(clerk, case, Hold::Legal, true, "Klage").expect("held");
    // As another desk confirms it, which had not seen the hold.
    let erased = desk.act_as(head, |hand| {
        let mut events = hand.tx.ids_of(Subject::Case(case))?;
        let _ = events.pop();
        let erased = CaseErased {
            proposed: list.proposed,
            case,
            number: number.clone(),
            group: hand.case(case)?.opened.group,
            events,
            blobs: Vec::new(),
            receipts: Vec::new(),
        };
        hand.write_disposal(list.id, &DisposalEvent::CaseErased(Box::new(erased)))
    });
    erased.expect("written");
    assert!(desk.retention(clerk, desk.today()).expect("asked").left[0].held);
    assert_eq!(ids(&desk.finish_left(head, number).expect_err("held")), ["retention-held"]);
    assert!(desk.sheet_again(clerk, case).is_ok());
    desk.hold_case(clerk, case, Hold::Legal, false, "erledigt").expect("lifted");
    desk.finish_left(head, number).expect("finished");
    assert!(desk.sheet_again(clerk, case).is_err());
    assert!(desk.retention(clerk, desk.today()).expect("asked").left.is_empty());
}

/// Tax secrecy (§ 30 AO): whoever may not read a case is told neither that it is on a list nor that it was destroyed.
#[test]
fn of_a_group_that_one_may_not_read_no_list_tells() {
    let town = retired::town();
    let retired::Town { desk, clerk, head, number, .. } = &town;
    let other = Session { reads: [Group::Taxes].into(), ..clerk.clone() };
    let list = desk.propose_disposal(clerk, desk.today()).expect("proposed");
    let told = |who: &Session| {
        let lists = desk.retention(who, desk.today()).expect("asked").lists;
        lists.iter().map(|shown| shown.list.cases.len()).sum::<usize>()
    };
    assert_eq!((told(clerk), told(&other)), (1, 0));
    let _ = desk.confirm_disposal(head, list.id).expect("confirmed");
    assert_eq!((told(clerk), told(&other)), (1, 0));
    let erased = |who: &Session| desk.was_erased(who, number).expect("asked");
    assert_eq!((erased(clerk), erased(&other)), (true, false));
}
