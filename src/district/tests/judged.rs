//! Which events count, in every database. Part of the contract.

use super::contract::{at, desk, push};
use super::*;
use crate::domain::event::{Envelope, Subject, commitment};
use crate::domain::id::{CaseId, EventRef, UserId};
use crate::domain::user::{Role, UserEvent};
use crate::wire::push::Answer;
use crate::wire::tests::{device, head_of};
use crate::wire::{Event, Kind, Signed, Verdict};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The next events of a desk by a user: kind, role, subject, payload.
pub fn written(
    log: &mut Vec<Event>,
    number: u8,
    actor: u128,
    seen: &[EventRef],
    acts: &[(Role, Subject, &str, Vec<u8>)],
) {
    for (role, subject, kind, payload) in acts {
        let after = head_of(log, log.len() as u64);
        let envelope = Envelope {
            alg: "sha256".into(),
            ver: 1,
            device: device(number.into()),
            seq: after.seq + 1,
            prev: after.hash,
            at: now(),
            actor: UserId(Uuid::from_u128(actor)),
            role: *role,
            subject: *subject,
            kind: (*kind).to_owned(),
            parents: Vec::new(),
            seen: seen.to_vec(),
            payload_commit: commitment(&[0; 16], payload),
        };
        let envelope = serde_json::to_vec(&envelope).expect("writes");
        log.push(Event { envelope, payload: Some(([0; 16], payload.clone())) });
    }
}

/// The verdicts that the town is told.
pub async fn told<S: Store>(store: &S) -> Vec<Verdict> {
    let page = store.since(TOWN.into(), device(9), at(0)).await.expect("answered").expect("there");
    let verdicts = page.entries.into_iter().filter(|entry| entry.kind == Kind::Verdict);
    verdicts
        .map(|entry| Verdict::read(&Signed::from_bytes(entry.bytes), &key(200).public()).expect("signed"))
        .collect()
}

/// A desk's events may come before those that it had seen: a service that was put back hears them in any order.
pub async fn a_verdict_waits_for_what_its_desk_had_seen<S: Store>(store: S) {
    let (mut one, mut two) = (desk(&store, TOWN, 1, 0).await, desk(&store, TOWN, 2, 0).await);
    let admin = Subject::User(UserId(Uuid::from_u128(1)));
    let about = |event: &UserEvent| serde_json::to_vec(event).expect("writes");
    let added = about(&UserEvent::UserAdded { login: "verwaltung".into(), name: "V".into() });
    let granted = about(&UserEvent::RoleGranted { role: Role::Cashier, groups: BTreeSet::new() });
    let founding = [
        (Role::Administrator, admin, "user_added", added),
        (Role::Administrator, admin, "role_granted", granted),
    ];
    written(&mut one, 1, 1, &[], &founding);
    let case = Subject::Case(CaseId(Uuid::nil()));
    let act = |role| (role, case, "note_added", b"{}".to_vec());
    let seen = [EventRef { device: device(1), seq: 2 }];
    written(&mut two, 2, 1, &seen, &[act(Role::Cashier), act(Role::Head)]);
    assert_eq!(push(&store, TOWN, 2, &two, 0, 2).await, Answer::Stored { head: head_of(&two, 2) });
    assert_eq!(told(&store).await, []);
    let _ = push(&store, TOWN, 1, &one, 0, 2).await;
    let not_held = Verdict { event: EventRef { device: device(2), seq: 2 }, reason: "not_held".into() };
    assert_eq!(told(&store).await, [not_held], "she is a cashier and no head");
    let taken = push(&store, TOWN, 2, &two, 0, 2).await;
    assert_eq!((taken, told(&store).await.len()), (Answer::Stored { head: head_of(&two, 2) }, 1), "once");
}
