//! What somebody does at a desk of the simulation, drawn at random. Does nothing itself.

use proptest::prelude::*;

/// Numbers choose among what the desk has; what is not there is left out.
#[derive(Debug, Clone)]
pub enum Act {
    /// A case of a service, paid at once or not.
    File(usize, bool),
    /// An answer of a case gets a value.
    Correct(usize, u8),
    /// A case is paid.
    Pay(usize),
    /// A case is decided.
    Decide(usize),
    /// Somebody rang.
    Note(usize),
    /// A case is given to somebody.
    Assign(usize),
    /// A paper that may be issued is.
    Issue(usize),
    /// A case is closed.
    Close(usize),
    /// A case is opened again.
    Reopen(usize),
    /// The till is counted and closed.
    Till,
    /// Somebody moves house.
    Person(usize, u8),
    /// The town has another telephone number.
    Town(u8),
    /// Whatever is disputed is decided, and tasks are noted as done.
    Resolve,
    /// One person proposes to destroy every file whose term is over.
    Propose,
    /// Another confirms what is proposed.
    Confirm,
    /// The line is there for a while.
    Agree(Vec<u8>),
    /// The clock is off by so many years from now on.
    Clock(i32),
    /// A copy of the database is taken.
    Copy,
    /// The copy is put back; the head lets it go on as a new desk, and the Kreis lets that in.
    Restore,
}

/// Any of them.
pub fn act() -> impl Strategy<Value = Act> {
    let which = || any::<prop::sample::Index>().prop_map(|index| index.index(64));
    // 0 gets through, 1 loses the question, 2 the answer.
    let breaks = prop::collection::vec(prop_oneof![4 => Just(0_u8), 1 => Just(1), 1 => Just(2)], 0..14);
    prop_oneof![
        4 => (which(), any::<bool>()).prop_map(|(service, paid)| Act::File(service, paid)),
        4 => (which(), 0..3_u8).prop_map(|(case, value)| Act::Correct(case, value)),
        2 => which().prop_map(Act::Pay),
        2 => which().prop_map(Act::Decide),
        1 => which().prop_map(Act::Note),
        1 => which().prop_map(Act::Assign),
        1 => which().prop_map(Act::Issue),
        1 => which().prop_map(Act::Close),
        1 => which().prop_map(Act::Reopen),
        2 => Just(Act::Till),
        2 => (which(), 0..3_u8).prop_map(|(person, value)| Act::Person(person, value)),
        1 => (0..3_u8).prop_map(Act::Town),
        1 => Just(Act::Resolve),
        2 => Just(Act::Propose),
        2 => Just(Act::Confirm),
        8 => breaks.prop_map(Act::Agree),
        1 => prop_oneof![Just(-10), Just(10), Just(0)].prop_map(Act::Clock),
        1 => Just(Act::Copy),
        1 => Just(Act::Restore),
    ]
}
