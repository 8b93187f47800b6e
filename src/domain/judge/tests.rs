//! A table of who may what after which history, and that no order of arrival changes a verdict.

use super::*;
use crate::domain::id::{CaseId, DeviceId, Digest};
use crate::domain::user::Group;
use chrono::DateTime;
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

const BOSS: u128 = 1;
const KARLA: u128 = 2;

fn user(number: u128) -> UserId {
    UserId(Uuid::from_u128(number))
}

fn device(number: usize) -> DeviceId {
    DeviceId(Uuid::from_u128(0xde51 + number as u128))
}

/// Desks of a town that write and hear each other.
#[derive(Default)]
struct Town {
    /// By desk: its chain, each event with its payload.
    chains: Vec<Vec<(Outline, Vec<u8>)>>,
    /// By desk: what it has of every chain.
    has: Vec<Vec<usize>>,
    /// By desk: what its own chain has said of that.
    said: Vec<Vec<usize>>,
}

impl Town {
    fn new(desks: usize) -> Self {
        let none = vec![vec![0; desks]; desks];
        Self { chains: vec![Vec::new(); desks], has: none.clone(), said: none }
    }

    /// What the desk has of a user's events.
    fn heads(&self, desk: usize, subject: &str) -> Vec<EventRef> {
        let there = |at: usize| self.chains[at].iter().take(self.has[desk][at]);
        let events = (0..self.chains.len()).flat_map(there).filter(|(outline, _)| outline.subject == subject);
        let recorded: Vec<Recorded<()>> = events
            .map(|(outline, _)| Recorded {
                id: outline.id(),
                parents: outline.parents.clone(),
                at: outline.at,
                actor: outline.actor,
                payload: Payload::Erased,
            })
            .collect();
        crate::domain::fold::Ordered::new(&recorded).heads()
    }

    fn write(
        &mut self,
        desk: usize,
        actor: u128,
        role: Role,
        subject: Subject,
        kind: &str,
        payload: Vec<u8>,
    ) -> EventRef {
        let subject = subject.to_string();
        let news =
            (0..self.chains.len()).filter(|at| *at != desk && self.has[desk][*at] > self.said[desk][*at]);
        let seen = news.map(|at| EventRef { device: device(at), seq: self.has[desk][at] as u64 }).collect();
        let outline = Outline {
            alg: "sha256".into(),
            ver: 1,
            device: device(desk),
            seq: self.chains[desk].len() as u64 + 1,
            prev: Digest::default(),
            at: DateTime::UNIX_EPOCH,
            actor: user(actor),
            role: role.name().into(),
            parents: self.heads(desk, &subject),
            subject,
            kind: kind.into(),
            seen,
            payload_commit: Digest::default(),
        };
        let id = outline.id();
        self.chains[desk].push((outline, payload));
        self.has[desk][desk] += 1;
        self.said[desk].clone_from(&self.has[desk].clone());
        id
    }

    fn about(&mut self, desk: usize, actor: u128, who: u128, event: &UserEvent) -> EventRef {
        let payload = serde_json::to_vec(event).expect("writes");
        self.write(desk, actor, Role::Administrator, Subject::User(user(who)), event.kind(), payload)
    }

    fn act(&mut self, desk: usize, actor: u128, role: Role, kind: &str) -> EventRef {
        self.write(desk, actor, role, Subject::Case(CaseId(Uuid::nil())), kind, b"{}".to_vec())
    }

    /// Signs what somebody prepared.
    fn signs(&mut self, desk: usize, actor: u128, role: Role) -> EventRef {
        let case = Subject::Case(CaseId(Uuid::nil()));
        let draft = EventRef { device: device(0), seq: 1 };
        let payload = serde_json::json!({ "kind": "decided", "outcome": "refused", "signs": draft });
        self.write(desk, actor, role, case, "decided", payload.to_string().into_bytes())
    }

    /// The first start at a desk.
    fn founds(&mut self, desk: usize, who: u128) {
        let _ = self.about(
            desk,
            who,
            who,
            &UserEvent::UserAdded { login: "verwaltung".into(), name: "V".into() },
        );
        let _ = self.about(desk, who, who, &UserEvent::PinSet { hash: String::new() });
        let _ = self.grants(desk, who, who, Role::Administrator);
    }

    fn adds(&mut self, desk: usize, actor: u128, who: u128) -> EventRef {
        self.about(desk, actor, who, &UserEvent::UserAdded { login: format!("user{who}"), name: "K".into() })
    }

    fn grants(&mut self, desk: usize, actor: u128, who: u128, role: Role) -> EventRef {
        self.about(
            desk,
            actor,
            who,
            &UserEvent::RoleGranted { role, groups: BTreeSet::from([Group::General]) },
        )
    }

    fn revokes(&mut self, desk: usize, actor: u128, who: u128, role: Role) -> EventRef {
        self.about(desk, actor, who, &UserEvent::RoleRevoked { role })
    }

    /// The desk hears everything that is written.
    fn hears(&mut self, desk: usize) {
        self.has[desk] = self.chains.iter().map(Vec::len).collect();
    }

    /// A town with an administrator and a cashier at desk 0, whom desk 1 knows.
    fn with_karla() -> Self {
        let mut town = Self::new(3);
        town.founds(0, BOSS);
        let _ = town.adds(0, BOSS, KARLA);
        let _ = town.grants(0, BOSS, KARLA, Role::Cashier);
        town.hears(1);
        town
    }

    /// What does not count, where the judge hears the chains in this order, `at` naming whose turn it is.
    fn judged(&self, order: &[usize]) -> (BTreeMap<EventRef, Why>, Judge) {
        let (mut judge, mut next) = (Judge::default(), vec![0; self.chains.len()]);
        let (mut seen, mut refused) = (vec![Seen::default(); self.chains.len()], BTreeMap::new());
        for at in order {
            let Some((outline, payload)) = self.chains[*at].get(next[*at]) else { continue };
            next[*at] += 1;
            // Every time anew from what was kept, as a service does.
            judge = Judge::new(judge.kept().cloned(), judge.here.clone());
            refused.extend(judge.hear(&mut seen[*at], [(outline, Some(payload.as_slice()))]));
        }
        (refused, judge)
    }

    /// The same where each chain is heard at once, as segments come.
    fn judged_at_once(&self, order: &[usize]) -> BTreeMap<EventRef, Why> {
        let (mut judge, mut refused) = (Judge::default(), BTreeMap::new());
        for at in order {
            let chain = self.chains[*at].iter().map(|(outline, payload)| (outline, Some(payload.as_slice())));
            refused.extend(judge.hear(&mut Seen::default(), chain));
        }
        refused
    }

    fn refused(&self) -> BTreeMap<EventRef, Why> {
        let order: Vec<usize> =
            (0..self.chains.len()).flat_map(|at| vec![at; self.chains[at].len()]).collect();
        self.judged(&order).0
    }
}

#[test]
fn who_held_which_role_when() {
    type Story = (&'static str, Option<Why>, fn(&mut Town) -> EventRef);
    let stories: &[Story] = &[
        ("a cashier takes money", None, |town| town.act(0, KARLA, Role::Cashier, "paid")),
        ("a cashier decides nothing", Some(Why::Role), |town| town.act(0, KARLA, Role::Cashier, "decided")),
        ("nor as a clerk, which she is not", Some(Why::NotHeld), |town| {
            town.act(0, KARLA, Role::Clerk, "decided")
        }),
        ("nobody unknown", Some(Why::NotHeld), |town| town.act(0, 77, Role::Cashier, "paid")),
        ("a desk that has heard of nobody", Some(Why::NotHeld), |town| {
            town.act(2, KARLA, Role::Cashier, "paid")
        }),
        ("another desk that has heard of her", None, |town| town.act(1, KARLA, Role::Cashier, "paid")),
        ("after the role was taken", Some(Why::NotHeld), |town| {
            let _ = town.revokes(0, BOSS, KARLA, Role::Cashier);
            town.act(0, KARLA, Role::Cashier, "paid")
        }),
        ("without having heard that it was taken", None, |town| {
            let _ = town.revokes(0, BOSS, KARLA, Role::Cashier);
            town.act(1, KARLA, Role::Cashier, "paid")
        }),
        ("once that was heard", Some(Why::NotHeld), |town| {
            let _ = town.revokes(0, BOSS, KARLA, Role::Cashier);
            let _ = town.act(1, KARLA, Role::Cashier, "paid");
            town.hears(1);
            town.act(1, KARLA, Role::Cashier, "paid")
        }),
        ("given back", None, |town| {
            let _ = town.revokes(0, BOSS, KARLA, Role::Cashier);
            let _ = town.grants(0, BOSS, KARLA, Role::Cashier);
            town.act(0, KARLA, Role::Cashier, "paid")
        }),
        ("a role that a cashier gave herself", Some(Why::Role), |town| {
            let event = UserEvent::RoleGranted { role: Role::Head, groups: BTreeSet::new() };
            let payload = serde_json::to_vec(&event).expect("writes");
            let subject = Subject::User(user(KARLA));
            town.write(0, KARLA, Role::Cashier, subject, "role_granted", payload)
        }),
        ("nor as an administrator, which she is not", Some(Why::NotHeld), |town| {
            town.grants(0, KARLA, KARLA, Role::Head)
        }),
        ("what rests on such a role", Some(Why::NotHeld), |town| {
            let _ = town.grants(0, KARLA, KARLA, Role::Head);
            town.act(0, KARLA, Role::Head, "decided")
        }),
        ("an administrator who enters themselves where others work", Some(Why::NotHeld), |town| {
            town.adds(1, 9, 9)
        }),
        ("the first at a desk of its own", None, |town| town.adds(2, 9, 9)),
        ("a clerk decides where nobody has to sign", None, |town| {
            let _ = town.grants(0, BOSS, KARLA, Role::Clerk);
            town.act(0, KARLA, Role::Clerk, "decided")
        }),
        ("a clerk is not the second person", Some(Why::Role), |town| {
            let _ = town.grants(0, BOSS, KARLA, Role::Clerk);
            town.signs(0, KARLA, Role::Clerk)
        }),
        ("nor as the head, which she is not", Some(Why::NotHeld), |town| {
            let _ = town.grants(0, BOSS, KARLA, Role::Clerk);
            town.signs(0, KARLA, Role::Head)
        }),
        ("the head signs", None, |town| {
            let _ = town.grants(0, BOSS, KARLA, Role::Head);
            town.signs(0, KARLA, Role::Head)
        }),
        ("who is both signs in either role", None, |town| {
            let _ = town.grants(0, BOSS, KARLA, Role::Head);
            let _ = town.grants(0, BOSS, KARLA, Role::Clerk);
            town.signs(0, KARLA, Role::Clerk)
        }),
        ("what a later version knows", None, |town| town.act(0, KARLA, Role::Cashier, "teleported")),
    ];
    for (name, wanted, story) in stories {
        let mut town = Town::with_karla();
        let event = story(&mut town);
        assert_eq!(town.refused().get(&event).copied(), *wanted, "{name}");
    }
}

#[test]
fn what_has_not_arrived_keeps_the_verdict_open() {
    let mut town = Town::with_karla();
    let late = town.act(1, KARLA, Role::Clerk, "decided");
    // Desk 1 is heard first: whether Karla is a clerk stands in a chain that is not here yet.
    let (refused, judge) = town.judged(&[1]);
    assert!(refused.is_empty());
    assert_eq!(judge.kept().map(|kept| kept.outline.id()).collect::<Vec<_>>(), [late]);
    let (refused, judge) = town.judged(&[1, 0, 0, 0, 0, 0]);
    assert_eq!(refused, BTreeMap::from([(late, Why::NotHeld)]));
    assert!(judge.kept().all(|kept| kept.about_user.is_some()), "what is judged is not kept");
}

/// What somebody does: at which desk, what, to whom.
fn histories() -> impl Strategy<Value = Vec<(usize, u8, u128)>> {
    prop::collection::vec((0..3_usize, 0..7_u8, 1..4_u128), 1..40)
}

proptest! {
    #[test]
    fn no_order_of_arrival_changes_a_verdict(history in histories(), order in prop::collection::vec(0..3_usize, 200)) {
        let mut town = Town::with_karla();
        for (desk, what, who) in history {
            match what {
                0 => town.hears(desk),
                1 => drop(town.grants(desk, BOSS, who, Role::Cashier)),
                2 => drop(town.revokes(desk, BOSS, who, Role::Cashier)),
                3 => drop(town.grants(desk, who, 1 + who % 3, Role::Administrator)),
                4 => drop(town.revokes(desk, who, BOSS, Role::Administrator)),
                5 => drop(town.adds(desk, BOSS, who)),
                _ => drop(town.act(desk, who, Role::Cashier, "paid")),
            }
        }
        // Whatever the beginning, in the end everything has arrived.
        let rest = (0..3).flat_map(|at| vec![at; town.chains[at].len()]);
        let whole: Vec<usize> = order.into_iter().chain(rest).collect();
        let (refused, judge) = town.judged(&whole);
        prop_assert_eq!(refused, town.refused());
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
            prop_assert_eq!(town.judged_at_once(&order), town.refused());
        }
        prop_assert!(judge.kept().all(|kept| kept.finding != Finding::Open), "honest desks leave nothing open");
    }
}
