//! One person of several records: what stands, and that no order of arrival and no concurrent merge makes a difference.

use super::*;
use crate::domain::id::{DeviceId, UserId};
use crate::domain::person::same::{Verdict, connected, merged, verdicts};
use proptest::prelude::*;
use std::convert::Infallible;
use uuid::Uuid;

type Records = BTreeMap<PersonId, Vec<Recorded<PersonEvent>>>;

fn id(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn fields_of(values: &[(&str, &str)]) -> BTreeMap<String, String> {
    values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A desk with what it has of everybody.
#[derive(Debug, Clone, Default)]
struct Desk {
    number: u128,
    seq: u64,
    records: Records,
}

impl Desk {
    fn new(number: u128) -> Self {
        Self { number, ..Self::default() }
    }

    fn heads(&self, record: PersonId) -> Vec<EventRef> {
        self.records.get(&record).map(|events| Ordered::new(events).heads()).unwrap_or_default()
    }

    fn writes(&mut self, record: PersonId, what: PersonEvent) {
        self.seq += 1;
        let event = Recorded {
            id: EventRef { device: DeviceId(Uuid::from_u128(self.number)), seq: self.seq },
            parents: self.heads(record),
            at: chrono::DateTime::UNIX_EPOCH,
            actor: UserId(Uuid::nil()),
            payload: Payload::Known(what),
        };
        self.records.entry(record).or_default().push(event);
    }

    fn enters(&mut self, record: PersonId, values: &[(&str, &str)]) {
        self.writes(record, PersonEvent::PersonCreated { fields: fields_of(values) });
    }

    fn of(&self, record: PersonId) -> BTreeSet<PersonId> {
        let judged = self.records.iter().flat_map(|(one, events)| {
            let same = verdicts(events).into_iter().filter(|(_, verdict)| *verdict == Verdict::Same);
            same.map(|(two, _)| (*one, two))
        });
        let judged: Vec<_> = judged.collect();
        let beside = |record| {
            let both = judged.iter().flat_map(|(one, two)| [(*one, *two), (*two, *one)]);
            Ok::<_, Infallible>(both.filter(|(one, _)| *one == record).map(|(_, two)| two).collect())
        };
        connected(record, beside).expect("nothing fails")
    }

    fn person(&self, record: PersonId) -> Person {
        let of =
            self.of(record).into_iter().map(|one| (one, self.records.get(&one).cloned().unwrap_or_default()));
        Person::of_records(&of.collect()).expect("somebody")
    }

    fn changes(&mut self, record: PersonId, values: &[(&str, &str)]) {
        let mut records = self.of(record);
        let stands = records.pop_first().expect("itself");
        let saw = records.iter().flat_map(|other| self.heads(*other)).collect();
        self.writes(
            stands,
            PersonEvent::PersonChanged { fields: fields_of(values), saw, reason: String::new() },
        );
    }

    fn merges(&mut self, one: PersonId, two: PersonId, first: bool) {
        let (one, two) = (self.person(one), self.person(two));
        let differ = super::super::same::differences(&one, &two);
        let chosen =
            differ.into_iter().map(|differ| (differ.field, differ.values[usize::from(!first)].clone()));
        let Ok(fields) = merged(&one, &two, &chosen.collect()) else { return };
        let (stands, other) = (one.id.min(two.id), one.id.max(two.id));
        let all = one.records.union(&two.records).filter(|record| **record != stands);
        let saw = all.flat_map(|record| self.heads(*record)).collect();
        self.writes(stands, PersonEvent::PersonsMerged { other, fields, saw });
    }

    fn parts(&mut self, one: PersonId, two: PersonId) {
        if one != two {
            self.writes(one.min(two), PersonEvent::PersonsParted { other: one.max(two) });
        }
    }

    fn hears(&mut self, other: &Self) {
        for (record, events) in &other.records {
            let own = self.records.entry(*record).or_default();
            own.extend(events.iter().filter(|event| !own.contains(event)).cloned().collect::<Vec<_>>());
        }
    }
}

fn two_of_one() -> Desk {
    let mut desk = Desk::new(1);
    desk.enters(id(1), &[(fields::FAMILY, "Şahin"), (fields::STREET, "Hofstr."), (fields::PHONE, "02542 1")]);
    desk.enters(id(2), &[(fields::FAMILY, "Sahin"), (fields::STREET, "Am Markt"), (fields::BLOCKED, "yes")]);
    desk
}

#[test]
fn what_was_chosen_stands_and_the_stricter_ban_holds() {
    let mut desk = two_of_one();
    desk.merges(id(1), id(2), false);
    let person = desk.person(id(2));
    assert_eq!((person.id, person.records.len()), (id(1), 2));
    assert_eq!((person.get(fields::FAMILY), person.get(fields::STREET)), ("Sahin", "Am Markt"));
    assert!(person.is_blocked() && person.conflicts.is_empty());
    assert_eq!(person.also, BTreeSet::from(["Şahin".to_owned()]), "found by either name");
    desk.changes(id(2), &[(fields::BLOCKED, "")]);
    assert!(!desk.person(id(1)).is_blocked(), "lifting it is an act of its own");
}

#[test]
fn taken_apart_each_has_again_what_was_entered_of_it() {
    let mut desk = two_of_one();
    let before = [desk.person(id(1)), desk.person(id(2))];
    desk.merges(id(1), id(2), false);
    desk.parts(id(2), id(1));
    assert_eq!([desk.person(id(1)).fields, desk.person(id(2)).fields], before.map(|person| person.fields));
}

#[test]
fn what_another_desk_changed_meanwhile_stands_beside_the_choice() {
    let mut one = two_of_one();
    let mut two = Desk::new(2);
    two.hears(&one);
    one.merges(id(1), id(2), true);
    two.changes(id(2), &[(fields::STREET, "Neue Straße")]);
    one.hears(&two);
    assert_eq!(one.person(id(1)).conflicts, [fields::STREET]);
    one.changes(id(1), &[(fields::STREET, "Neue Straße")]);
    assert!(one.person(id(1)).conflicts.is_empty());
}

#[test]
fn a_human_is_no_business_and_every_difference_is_chosen() {
    let mut desk = two_of_one();
    let (one, two) = (desk.person(id(1)), desk.person(id(2)));
    let refused = merged(&one, &two, &BTreeMap::new()).expect_err("nothing chosen");
    let fields: Vec<_> = refused.0.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, [fields::FAMILY, fields::STREET, fields::PHONE]);
    desk.enters(id(3), &[(fields::KIND, "business"), (fields::FAMILY, "Şahin GmbH")]);
    let refused = merged(&one, &desk.person(id(3)), &BTreeMap::new()).expect_err("a business");
    assert_eq!(refused.0[0].id, "merge-kinds");
}

/// What a desk does: which, what, with whom.
type Step = (usize, u8, u128, u128, bool);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec((0..3_usize, 0..10_u8, 1..5_u128, 1..5_u128, any::<bool>()), 1..40)
}

proptest! {
    /// Three desks merge, part and change four records without hearing of each other, A into B here and B into A there, A into
    /// B and B into C: once all have heard all, whoever is one is one everywhere, by the oldest record, with the same values.
    #[test]
    fn desks_agree_on_who_is_who_whatever_they_merged(steps in steps()) {
        let mut first = Desk::new(1);
        for number in 1..5 {
            first.enters(id(number), &[(fields::FAMILY, &format!("Name {number}")), (fields::PHONE, "1")]);
        }
        let mut desks: Vec<Desk> = (1..4).map(Desk::new).collect();
        for desk in &mut desks {
            desk.hears(&first);
        }
        desks[0].seq = first.seq;
        for (at, what, one, two, flag) in steps {
            match what {
                0..4 => desks[at].merges(id(one), id(two), flag),
                4..6 => desks[at].parts(id(one), id(two)),
                6..8 => desks[at].changes(id(one), &[(fields::STREET, if flag { "Hofstr." } else { "Markt" })]),
                _ => {
                    let heard = desks[(at + 1) % 3].clone();
                    desks[at].hears(&heard);
                }
            }
        }
        for from in [0, 1, 2, 0, 1, 2] {
            let heard = desks[from].clone();
            for desk in &mut desks {
                desk.hears(&heard);
            }
        }
        for number in 1..5 {
            let person = desks[0].person(id(number));
            prop_assert_eq!(Some(&person.id), person.records.first(), "the oldest names the person");
            for record in &person.records {
                prop_assert_eq!(&desks[0].person(*record), &person, "whichever record is asked");
            }
            for desk in &desks[1..] {
                prop_assert_eq!(&desk.person(id(number)), &person);
            }
        }
    }
}
