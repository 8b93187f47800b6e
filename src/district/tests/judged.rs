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

/// Two nodes behind one port: what one of them knows of the judge is what stands in the database, whoever changed it.
pub async fn a_node_judges_by_what_another_one_heard(url: &str) {
    let open = async || crate::district::Postgres::open(url, None).await.expect("opened");
    let (near, far) = (open().await, open().await);
    let (mut one, mut two) = (desk(&near, TOWN, 1, 0).await, desk(&near, TOWN, 2, 0).await);
    let admin = Subject::User(UserId(Uuid::from_u128(1)));
    let about = |event: &UserEvent| serde_json::to_vec(event).expect("writes");
    let added = about(&UserEvent::UserAdded { login: "verwaltung".into(), name: "V".into() });
    let granted = about(&UserEvent::RoleGranted { role: Role::Cashier, groups: BTreeSet::new() });
    let ruling = about(&UserEvent::RoleGranted { role: Role::Administrator, groups: BTreeSet::new() });
    let founding = [
        (Role::Administrator, admin, "user_added", added),
        (Role::Administrator, admin, "role_granted", ruling),
        (Role::Administrator, admin, "role_granted", granted),
    ];
    written(&mut one, 1, 1, &[], &founding);
    let _ = push(&near, TOWN, 1, &one, 0, 3).await;
    let note = [(Role::Cashier, Subject::Case(CaseId(Uuid::nil())), "note_added", b"{}".to_vec())];
    let first = |seq| EventRef { device: device(1), seq };
    let mut notes = async |seen: EventRef, node: &crate::district::Postgres| {
        let before = two.len();
        written(&mut two, 2, 1, &[seen], &note);
        push(node, TOWN, 2, &two, before as u64, two.len()).await
    };
    for node in [&near, &near, &far] {
        assert!(matches!(notes(first(3), node).await, Answer::Stored { .. }));
    }
    let state = near.judged_by(TOWN).expect("it was read");
    assert_eq!(far.judged_by(TOWN), Some(state.clone()), "nothing changed since");
    assert_eq!(told(&near).await, []);

    // The other node hears that the role is gone; this one has not been asked since.
    let revoked = about(&UserEvent::RoleRevoked { role: Role::Cashier });
    written(&mut one, 1, 1, &[], &[(Role::Administrator, admin, "role_revoked", revoked)]);
    let _ = push(&far, TOWN, 1, &one, 3, 4).await;
    assert_eq!(near.judged_by(TOWN), Some(state.clone()), "what it knows is old");
    let _ = notes(first(4), &near).await;
    let not_held = Verdict { event: EventRef { device: device(2), seq: 4 }, reason: "not_held".into() };
    assert_eq!(told(&near).await, [not_held], "and it did not judge by it");
    let now = near.judged_by(TOWN).expect("read again");
    assert_ne!(now, state);

    // Whoever changes what is kept without knowing of states, as an older program does, gives it another one.
    let (asks, line) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("connected");
    let line = tokio::spawn(line);
    let _ = asks.execute("DELETE FROM kept WHERE seq = 4", &[]).await.expect("changed");
    drop(asks);
    line.await.expect("no panic").expect("closed");
    let _ = notes(first(4), &near).await;
    assert_eq!(told(&near).await.len(), 1, "the role is there again, by what is kept");
    assert_ne!(near.judged_by(TOWN), Some(now));
}
