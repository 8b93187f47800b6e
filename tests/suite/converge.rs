//! Desks of one town that agree, whatever is done in whatever order: real desks, real databases, the service's own database,
//! and lines without a socket that break by a seed. At the end all show the same, nothing that was acknowledged is gone, and
//! no number was given out twice.

use amtsstube::desk::look::{Filter, Page, Sort};
use amtsstube::desk::till::Wanted;
use amtsstube::desk::{Desk, DeskError};
use amtsstube::domain::case::{ClashKind, Outcome};
use amtsstube::domain::decide::{Command, Proceed};
use amtsstube::domain::id::EventRef;
use amtsstube::domain::user::{Group, Role};
use proptest::prelude::*;
use std::collections::BTreeSet;

use crate::converge::desks::{Desks, hash_at};
use crate::harness::soak;
use crate::town::texts;

pub mod acts;
pub mod desks;
pub mod erase;
pub mod line;

use acts::{Act, act};

proptest! {
    #![proptest_config(ProptestConfig { cases: soak(4), max_shrink_iters: 60, ..ProptestConfig::default() })]
    #[test]
    fn desks_come_to_agree(
        count in 3..=5_usize,
        acts in prop::collection::vec((any::<prop::sample::Index>(), act()), 20..60),
    ) {
        let mut desks = Desks::new(count);
        for (who, act) in &acts {
            desks.does(who.index(count), act);
        }
        desks.agree_at_last();
        // What was written to a file meanwhile that another desk destroyed goes after it, at the second person's word.
        if desks.finish(0) {
            desks.agree_at_last();
        }
        // Every till is closed at the end: whatever was paid anywhere is in one closing and in no other.
        for at in 0..count {
            desks.does(at, &Act::Till);
        }
        desks.agree_at_last();
        // A desk that begins now hears what the service has.
        let new = desks.new_desk();
        desks.enrol(new);
        desks.agree_at_last();
        let gone = desks.gone(0);
        println!("{} of {} cases destroyed", gone.cases.len(), gone.cases.len() + desks.cases(0).len());
        let first = desks.shows(0);
        prop_assert!(!first.is_empty());
        for at in 0..=count {
            prop_assert_eq!(&desks.shows(at), &first, "desk {}", at);
            prop_assert_eq!(&desks.gone(at), &gone, "desk {}", at);
            desks.has_nothing_of(at, &gone);
            desks.is_sound(at);
            let booked = desks.booked(at);
            let open: Vec<_> = booked.iter().filter(|(_, _, closing)| closing.is_empty()).collect();
            prop_assert!(open.is_empty(), "desk {}: in no closing: {:?}", at, open);
            let twice: Vec<_> = desks.counted(at).into_iter().filter(|(_, count)| *count > 1).collect();
            prop_assert!(twice.is_empty(), "desk {}: in two closings: {:?}", at, twice);
            let store = desks.store(at);
            for (device, seq, hash) in desks.acknowledged() {
                let here = hash_at(&store, EventRef { device, seq });
                prop_assert_eq!(here, Some(hash), "desk {} has not what {} had acknowledged at {}", at, device, seq);
            }
        }
        let given = &desks.numbers;
        let distinct: BTreeSet<&String> = given.iter().collect();
        prop_assert_eq!(given.len(), distinct.len(), "given out twice: {:?}", given);
    }
}

/// Every act of the simulation does something at least once: a town in which all is refused would agree as well.
#[test]
fn the_acts_of_the_simulation_are_acts() {
    let mut desks = Desks::new(3);
    let all = [
        Act::File(0, true),
        Act::File(1, false),
        Act::File(2, false),
        Act::Agree(Vec::new()),
        Act::Correct(0, 1),
        Act::Pay(2),
        Act::Decide(1),
        Act::Note(0),
        Act::Assign(0),
        Act::Till,
        Act::Person(0, 1),
        Act::Town(1),
        Act::Issue(0),
        Act::Reopen(0),
        Act::Close(0),
        Act::Copy,
        Act::File(0, false),
        Act::Restore,
        Act::File(0, true),
        Act::Propose,
        Act::Confirm,
    ];
    for act in &all {
        desks.does(0, act);
    }
    let refused: Vec<(&str, &DeskError)> =
        desks.refused.iter().map(|(act, error)| (act.as_str(), error)).collect();
    assert!(refused.is_empty(), "{refused:#?}");
    desks.does(0, &Act::Agree(Vec::new()));
    desks.does(1, &Act::Agree(Vec::new()));
    desks.does(0, &Act::Correct(0, 0));
    desks.does(1, &Act::Correct(0, 2));
    desks.agree_at_last();
    assert!(desks.is_disputed(2), "two desks that did not see each other");
    desks.does(2, &Act::Resolve);
    desks.agree_at_last();
    assert!(!desks.is_disputed(0), "{:?}", desks.refused);
}

/// A database is put back: the new desk's first closing counts what the one before had not closed, also what only the Kreis knew
/// of it, and nothing that was closed.
#[test]
fn a_till_that_was_put_back_counts_what_was_open_and_only_that() {
    let mut desks = Desks::new(2);
    let pays = Act::File(0, true);
    for act in [&pays, &Act::Till, &pays, &Act::Copy, &pays, &Act::Agree(Vec::new())] {
        desks.does(0, act);
    }
    desks.does(0, &Act::Restore);
    desks.does(0, &pays);
    assert!(desks.refused.is_empty(), "{:#?}", desks.refused);
    desks.does_not(0, &Act::Till, "till-agree-first");
    desks.agree_at_last();
    desks.does(0, &Act::Till);
    desks.does(0, &Act::Till);
    desks.agree_at_last();
    for at in 0..2 {
        let closings: Vec<String> = desks.booked(at).into_iter().map(|(_, _, closing)| closing).collect();
        let by = |name: &str| closings.iter().filter(|closing| closing.ends_with(name)).count();
        assert_eq!((closings.len(), by("T00001")), (4, 4), "{closings:?}");
        assert_eq!(desks.counted(at).into_values().max(), Some(1));
        desks.is_sound(at);
    }
    let new = desks.desks[0].desk.till(&desks.clerk, Wanted::default()).unwrap();
    assert_eq!((new.last.unwrap().row.receipts, new.entries.len(), new.goes_on), (3, 0, None));
}

/// A machine that was given up comes back: what it takes from then on it counts itself, and the till that went on for it counts
/// nothing of that. What both had counted before anybody could know is told.
#[test]
fn a_desk_that_comes_back_counts_itself() {
    let mut desks = Desks::new(2);
    let pays = Act::File(0, true);
    for act in [&pays, &Act::Till, &Act::Copy, &pays, &Act::Agree(Vec::new())] {
        desks.does(0, act);
    }
    let back = desks.clone_of(0);
    desks.does(0, &Act::Restore);
    desks.agree_at_last();
    desks.does(0, &Act::Till);
    desks.does(back, &pays);
    desks.does(back, &Act::Till);
    desks.agree_at_last();
    desks.does(back, &pays);
    desks.agree_at_last();
    desks.does(0, &pays);
    desks.does(0, &Act::Till);
    desks.does(back, &Act::Till);
    desks.agree_at_last();
    assert!(desks.refused.is_empty(), "{:#?}", desks.refused);
    let mut times: Vec<usize> = desks.counted(1).into_values().collect();
    times.sort_unstable();
    assert_eq!(times, [1, 1, 1, 1, 2], "{:?}", desks.counted(1));
    let report = desks.desks[1].desk.verify().unwrap();
    let found: Vec<&str> = report.problems.iter().map(|problem| problem.id.as_str()).collect();
    assert_eq!(found, ["verify-closing-twice"]);
}

/// Another machine works on as the desk: what this one had taken it counts itself, and nothing of the other.
#[test]
fn a_clone_counts_its_own_money() {
    let mut desks = Desks::new(1);
    let pays = Act::File(0, true);
    desks.does(0, &pays);
    let clone = desks.clone_of(0);
    desks.does(clone, &pays);
    desks.does(0, &Act::Note(0));
    let _ = desks.agree(0, Vec::new()).unwrap();
    let _ = desks.agree(clone, Vec::new());
    let _ = desks.desks[clone].desk.continue_as_new(&desks.clerk, "Abbild").unwrap();
    desks.enrol(clone);
    desks.agree_at_last();
    let till = desks.desks[clone].desk.till(&desks.clerk, Wanted::default()).unwrap();
    assert!(till.goes_on.is_some_and(|(_, alone)| alone));
    for at in [0, clone] {
        desks.does(at, &Act::Till);
    }
    desks.agree_at_last();
    assert!(desks.refused.is_empty(), "{:#?}", desks.refused);
    for at in [0, clone] {
        assert!(desks.booked(at).iter().all(|(_, _, closing)| !closing.is_empty()));
        assert_eq!(desks.counted(at).into_values().max(), Some(1));
        desks.is_sound(at);
    }
}

/// One proposes, another confirms at another desk while a third, without a line, works on with the same case; a copy from
/// before is put back. Nothing of the case is anywhere, and what was written meanwhile goes at the second person's word.
#[test]
fn what_two_people_destroy_is_nowhere_whoever_worked_on_meanwhile() {
    let mut desks = Desks::new(4);
    desks.does(0, &Act::File(0, true));
    desks.does(0, &Act::File(0, false));
    desks.agree_at_last();
    desks.does(3, &Act::Copy);
    desks.does(0, &Act::Propose);
    for at in 0..3 {
        desks.does(at, &Act::Agree(Vec::new()));
    }
    desks.does(2, &Act::Note(0));
    desks.does(2, &Act::Person(0, 1));
    desks.does(2, &Act::Issue(0));
    desks.does(1, &Act::Confirm);
    assert!(desks.refused.is_empty(), "{:#?}", desks.refused);
    assert_eq!(desks.cases(1).len(), 1);
    desks.agree_at_last();
    desks.does(3, &Act::Restore);
    assert_eq!(desks.cases(3).len(), 2, "the copy has it");
    desks.agree_at_last();
    assert!(desks.finish(0), "what was written meanwhile waits for a word");
    desks.agree_at_last();
    let new = desks.new_desk();
    desks.enrol(new);
    desks.agree_at_last();
    let gone = desks.gone(0);
    assert_eq!((gone.cases.len(), gone.persons.len()), (1, 1));
    assert!(gone.events.len() > 5 && !gone.blobs.is_empty(), "{gone:?}");
    for at in 0..=new {
        assert_eq!(desks.gone(at), gone);
        assert_eq!(desks.cases(at).len(), 1);
        desks.has_nothing_of(at, &gone);
        desks.is_sound(at);
    }
}

/// The head signs at one desk while the clerk changes the draft at another: the signature does not count anywhere, both desks
/// say so, the letter holds no longer, and the new draft waits.
#[test]
fn a_signature_under_what_was_changed_meanwhile_does_not_count() {
    let mut desks = Desks::new(2);
    let (admin, clerk) = (desks.admin.clone(), desks.clerk.clone());
    let here = desks.desks[0].desk.clone();
    here.set_town(&admin, &texts(&[("second.signature", "immer")])).unwrap();
    let head = here.add_user(&admin, "haupt", "Hilde Haupt", "2244").unwrap();
    here.grant(&admin, head, Role::Head, Group::ALL.into()).unwrap();
    desks.does(0, &Act::File(1, false));
    desks.agree_at_last();
    let there = desks.desks[1].desk.clone();
    let head = there.sign_in("haupt", "2244").unwrap();
    let rows = here.cases(&clerk, &Filter::default(), Sort::default(), &Page::first(9)).unwrap();
    let id = rows[0].id;
    let prepare = |reasons: &str| {
        let (outcome, reasons) = (Outcome::Granted, reasons.to_owned());
        let prepare = Proceed::Prepare { outcome, reasons, conditions: Vec::new() };
        here.act(&clerk, id, Command::Proceed(Box::new(prepare))).unwrap();
    };
    let case = |desk: &Desk| desk.sheet_again(&clerk, id).unwrap().case;
    let signs = || {
        let draft = case(&there).to_sign().unwrap().event;
        there.act(&head, id, Command::Proceed(Box::new(Proceed::Sign { draft }))).unwrap();
    };
    prepare("So steht es in der Satzung.");
    desks.agree_at_last();
    signs();
    assert_eq!(case(&there).decisions.len(), 1, "it is decided as far as that desk knows");
    prepare("So steht es in § 2 der Satzung.");
    desks.agree_at_last();
    for desk in [&here, &there] {
        let case = case(desk);
        assert!(case.decisions.is_empty());
        assert_eq!(case.to_sign().unwrap().draft.reasons, "So steht es in § 2 der Satzung.");
        assert!(case.clashes().iter().any(|clash| clash.kind == ClashKind::SignedMeanwhile));
        let letter = case.papers.iter().find(|paper| paper.issued.kind == "bescheid").unwrap();
        assert!(letter.void.is_some());
    }
    signs();
    desks.agree_at_last();
    for desk in [&here, &there] {
        assert_eq!(case(desk).decisions.len(), 1);
        assert_eq!(case(desk).papers.iter().filter(|paper| paper.issued.kind == "bescheid").count(), 2);
    }
    desks.is_sound(0);
}
