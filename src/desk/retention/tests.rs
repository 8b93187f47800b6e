//! From a closed case to the record of its destruction, through the desk.

use crate::desk::tests::retired;
use crate::domain::case::Hold;

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
    assert!(desk.was_erased(number).expect("asked"));
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
