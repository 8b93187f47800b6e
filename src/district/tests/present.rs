//! Who has which case open: told within the town, for a minute and a half. Part of the contract, and what routes say.

use super::contract::desk;
use super::*;
use crate::district::store::PRESENT;
use crate::domain::id::CaseId;
use crate::wire::tests::device;
use crate::wire::{Here, Present, presence_mark};

pub fn here(case: u128, name: &str, seconds: u32) -> Here {
    Here { case: CaseId(uuid::Uuid::from_u128(case)), name: name.to_owned(), seconds }
}

pub async fn what_is_open_is_told_within_the_town_and_forgotten<S: Store>(store: S) {
    for (town, number) in [(TOWN, 1), (TOWN, 2), (OTHER_TOWN, 3)] {
        let _ = desk(&store, town, number, 0).await;
    }
    let seen = async |town: &str, number: u8, at: i64| {
        store.present(town.into(), device(number.into()), at).await.expect("answered")
    };
    let open = async |number: u8, what: Option<Here>, at: i64| {
        store.set_present(TOWN.into(), device(number.into()), what, at).await.expect("kept");
    };
    open(1, Some(here(7, "Frau Kühn", 60)), 1000).await;
    let told = seen(TOWN, 2, 1000).await;
    let [one] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((one.case, one.device), (here(7, "", 0).case, device(1)));
    assert_eq!((one.desk.as_str(), one.name.as_str(), one.since), ("Platz 1", "Frau Kühn", 940));
    assert_eq!(seen(TOWN, 1, 1000).await, [], "not to itself");
    assert_eq!(seen(OTHER_TOWN, 3, 1000).await, [], "not to another town");

    // Told again it began when it began; another case begins anew.
    open(1, Some(here(7, "Frau Kühn", 0)), 1010).await;
    assert_eq!(seen(TOWN, 2, 1010).await[0].since, 940);
    open(1, Some(here(8, "Frau Kühn", 0)), 1010).await;
    assert_eq!(seen(TOWN, 2, 1010).await[0].since, 1010);

    // It is kept as long as it is said to be still there, and not longer.
    let stays = async |at: i64| store.stay(TOWN.into(), device(1), at).await.expect("answered");
    assert!(stays(1080).await);
    assert_eq!(seen(TOWN, 2, 1080 + PRESENT - 1).await.len(), 1);
    assert!(!stays(1080 + PRESENT).await, "too late");
    assert_eq!(seen(TOWN, 2, 1080 + PRESENT).await, []);
    assert_eq!(seen(TOWN, 2, 1080).await, [], "deleted, not hidden");

    // Nobody of the town asks any more, and nothing is left all the same.
    open(1, Some(here(7, "Frau Kühn", 0)), 1500).await;
    let swept = async |at: i64| store.sweep_presence(at).await.expect("answered");
    assert_eq!(swept(1500 + PRESENT - 1).await, 0, "still told");
    assert_eq!((swept(1500 + PRESENT).await, swept(1500 + PRESENT).await), (1, 0));
    assert_eq!(seen(TOWN, 2, 1500).await, [], "deleted");

    open(1, Some(here(9, "Frau Kühn", 0)), 2000).await;
    open(1, None, 2001).await;
    assert_eq!(seen(TOWN, 2, 2001).await, [], "closed");
    open(1, Some(here(9, "Frau Kühn", 0)), 2002).await;
    assert!(store.revoke(device(1), true).await.expect("answered"));
    assert_eq!(seen(TOWN, 2, 2002).await, [], "cut off");
}

#[test]
fn a_mark_changes_with_what_is_open_and_with_nothing_else() {
    let one = |number: u128, since: i64| Present {
        case: CaseId(uuid::Uuid::from_u128(number)),
        device: device(1),
        desk: "Platz 1".into(),
        name: "Frau Kühn".into(),
        since,
    };
    let (first, second) = (one(1, 5), one(2, 5));
    let both = presence_mark(&[first.clone(), second.clone()]);
    assert_eq!(both, presence_mark(&[second, first.clone()]));
    assert_ne!(both, presence_mark(&[first.clone(), one(2, 6)]));
    assert_ne!(presence_mark(&[]), presence_mark(&[first]));
}
