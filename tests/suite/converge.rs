//! Desks of one town that agree, whatever is done in whatever order: real desks, real databases, the service's own database,
//! and lines without a socket that break by a seed. At the end all show the same, nothing that was acknowledged is gone, and
//! no number was given out twice.

use amtsstube::desk::DeskError;
use amtsstube::domain::id::EventRef;
use proptest::prelude::*;
use std::collections::BTreeSet;

use crate::converge::desks::{Desks, hash_at};
use crate::harness::soak;

pub mod acts;
pub mod desks;
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
        let first = desks.shows(0);
        prop_assert!(!first.is_empty());
        for at in 0..count {
            prop_assert_eq!(&desks.shows(at), &first, "desk {}", at);
            desks.is_sound(at);
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
        Act::Person(0, 1),
        Act::Town(1),
        Act::Issue(0),
        Act::Reopen(0),
        Act::Close(0),
        Act::Copy,
        Act::File(0, false),
        Act::Restore,
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
