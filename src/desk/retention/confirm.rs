//! The second person: looks at every case of the list again, and then everything goes, or nothing.

use super::{Confirmed, Disposal, open_list};
use crate::desk::Desk;
use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::desk::session::Session;
use crate::domain::case::{Case, Opened};
use crate::domain::disposal::{CaseErased, DisposalEvent, KeptReceipt, Listed, obstacles};
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, EventRef, ListId, PersonId};
use crate::domain::problem::{Problem, Refusal};
use crate::domain::user::Group;
use crate::store::Void;
use std::collections::BTreeSet;

impl Desk {
    /// Confirms a list as the second person and destroys its cases; refused as a whole, with every reason, where one of them
    /// may not go any more.
    pub fn confirm_disposal(&self, session: &Session, id: ListId) -> Result<Confirmed, DeskError> {
        self.act_as(session, |hand| {
            let list = open_list(hand, id)?;
            list.second(hand.user.id)?;
            let _ = crate::domain::decide::role_for(&hand.user, "disposal_confirmed", None, None)?;
            let cases = looked_at_again(hand, &list)?;
            let mut people = BTreeSet::new();
            let mut erased = Erased::default();
            for going in &cases {
                people.extend(going.people());
                let opened = going.opened();
                erased.case(hand, &list, going.id(), &opened.number, opened.group, Some(going))?;
            }
            for person in people {
                erased.person(hand, &list, person)?;
            }
            erased.orphans(hand, &list)?;
            let Erased { cases, persons, events } = erased;
            let (proposed, on) = (list.proposed, hand.today);
            let event =
                DisposalEvent::DisposalConfirmed { proposed, confirmed_on: on, cases, persons, events };
            hand.write_disposal(id, &event)?;
            Ok(Confirmed { by: hand.user.id, on, cases, persons, events })
        })
    }

    /// Destroys what was written to a case after it had been destroyed, at the word of somebody who may confirm its list.
    pub fn finish_left(&self, session: &Session, number: &str) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let reads = hand.user.reads();
            let readable = |group: &str| reads.iter().find(|known| known.name() == group).copied();
            let left = hand.tx.left()?.into_iter().find(|left| left.number == number.trim());
            let found = left.and_then(|left| readable(&left.group).map(|group| (left, group)));
            let (left, group) = found.ok_or_else(|| Problem::error("case", "left-none"))?;
            let list = open_list(hand, left.list)?;
            if list.by == hand.user.id {
                return Err(Problem::error("", "disposal-same-person").into());
            }
            let case = hand.tx.case(left.case)?;
            // Whole as it is here, it goes like every other case: not as long as something stands in the way.
            if let Some(case) = &case {
                let undelivered = hand.tx.has_undelivered(left.case)?;
                let found = obstacles(case, hand.tx.is_parked(left.case)?, undelivered);
                if !found.is_empty() {
                    return Err(Refusal(found).into());
                }
            }
            let mut erased = Erased::default();
            let case = case.map(|case| Going::Case(Box::new(case)));
            let people = case.as_ref().map(Going::people).unwrap_or_default();
            erased.case(hand, &list, left.case, &left.number, group, case.as_ref())?;
            people.into_iter().try_for_each(|person| erased.person(hand, &list, person))?;
            erased.orphans(hand, &list)
        })
    }
}

/// What a list destroys.
enum Going {
    Case(Box<Case>),
    /// It never became one.
    Void(Box<Void>),
}

impl Going {
    fn id(&self) -> CaseId {
        match self {
            Self::Case(case) => case.id,
            Self::Void(void) => void.case,
        }
    }

    fn opened(&self) -> &Opened {
        match self {
            Self::Case(case) => &case.opened,
            Self::Void(void) => &void.opened,
        }
    }

    fn people(&self) -> BTreeSet<PersonId> {
        match self {
            Self::Case(case) => case.persons.values().map(|linked| linked.person).collect(),
            Self::Void(void) => void.people(),
        }
    }

    fn receipts(&self) -> Vec<KeptReceipt> {
        match self {
            Self::Case(case) => receipts(case),
            Self::Void(void) => void.receipts(),
        }
    }
}

/// What stands in the way of destroying what never became a case, as it stands now; nothing where it is a case or was erased.
fn void_again(hand: &Hand<'_, '_, '_>, listed: &Listed) -> Result<Option<(Void, Vec<Problem>)>, DeskError> {
    let Some(void) = hand.tx.void(listed.case)? else { return Ok(None) };
    let mut found = Desk::obstacles_of_void(hand.tx, &void)?;
    if found.is_empty() && !hand.desk.term_of_void(&void).is_some_and(|term| term.is_over(hand.today)) {
        found.push(Problem::error("", "retention-not-over").with("number", &listed.number));
    }
    Ok(Some((void, found)))
}

/// The cases of the list as they stand, those that another desk has erased meanwhile left out; refused where one may not go.
fn looked_at_again(hand: &Hand<'_, '_, '_>, list: &Disposal) -> Result<Vec<Going>, DeskError> {
    let reads = hand.user.reads();
    let (mut cases, mut problems, mut hidden) = (Vec::new(), Vec::new(), 0_usize);
    for listed in &list.cases {
        let Some(case) = hand.tx.case(listed.case)? else {
            if let Some((void, found)) = void_again(hand, listed)? {
                hidden += usize::from(!reads.contains(&void.opened.group));
                problems.extend(found);
                cases.push(Going::Void(Box::new(void)));
            }
            continue;
        };
        if !reads.contains(&case.opened.group) {
            hidden += 1;
            continue;
        }
        let (parked, undelivered) = (hand.tx.is_parked(listed.case)?, hand.tx.has_undelivered(listed.case)?);
        let mut found = obstacles(&case, parked, undelivered);
        if found.is_empty() && case.closed_on().is_some_and(|on| on > listed.closed_on) {
            found.push(Problem::error("", "retention-later-closed").with("number", &listed.number));
        }
        // What it counts from may have been entered anew, and how long it is kept.
        if found.is_empty() && !hand.desk.is_over(&case, hand.today) {
            found.push(Problem::error("", "retention-not-over").with("number", &listed.number));
        }
        problems.extend(found);
        cases.push(Going::Case(Box::new(case)));
    }
    if hidden > 0 {
        problems.push(Problem::error("", "disposal-other-group").with("count", hidden));
    }
    if problems.is_empty() { Ok(cases) } else { Err(Refusal(problems).into()) }
}

/// What went, for the record.
#[derive(Default)]
struct Erased {
    cases: u32,
    persons: u32,
    events: u64,
}

impl Erased {
    fn case(
        &mut self,
        hand: &mut Hand<'_, '_, '_>,
        list: &Disposal,
        id: CaseId,
        number: &str,
        group: Group,
        going: Option<&Going>,
    ) -> Result<(), DeskError> {
        let events = hand.tx.ids_of(Subject::Case(id))?;
        let pack = going.and_then(|going| going.opened().pack);
        let blobs = hand.tx.only_of(id)?.into_iter().filter(|blob| Some(*blob) != pack).collect();
        self.cases += 1;
        self.events += events.len() as u64;
        let erased = CaseErased {
            proposed: list.proposed,
            case: id,
            number: number.to_owned(),
            group,
            events,
            blobs,
            receipts: going.map(Going::receipts).unwrap_or_default(),
        };
        hand.write_disposal(list.id, &DisposalEvent::CaseErased(Box::new(erased)))
    }

    /// Erases all records of the person, where nothing names any of them.
    fn person(
        &mut self,
        hand: &mut Hand<'_, '_, '_>,
        list: &Disposal,
        person: PersonId,
    ) -> Result<(), DeskError> {
        let mut records = hand.tx.records(person)?;
        let _ = records.insert(person);
        for record in &records {
            if hand.tx.is_referred(*record)? {
                return Ok(());
            }
        }
        for record in records {
            if hand.tx.says(Subject::Person(record))? {
                self.record(hand, list, record)?;
            }
        }
        Ok(())
    }

    /// Takes along what was written of people after they had been erased: nobody is there whom it would be about.
    fn orphans(&mut self, hand: &mut Hand<'_, '_, '_>, list: &Disposal) -> Result<(), DeskError> {
        let orphans = hand.tx.orphans()?;
        orphans.into_iter().try_for_each(|record| self.record(hand, list, record))
    }

    fn record(
        &mut self,
        hand: &mut Hand<'_, '_, '_>,
        list: &Disposal,
        person: PersonId,
    ) -> Result<(), DeskError> {
        let events: Vec<EventRef> = hand.tx.ids_of(Subject::Person(person))?;
        if events.is_empty() {
            return Ok(());
        }
        self.persons += 1;
        self.events += events.len() as u64;
        hand.write_disposal(list.id, &DisposalEvent::PersonErased { proposed: list.proposed, person, events })
    }
}

/// What stays of the money: amount, number, day, who took it. No name and no reason.
fn receipts(case: &Case) -> Vec<KeptReceipt> {
    let kept = case.receipts.values().map(|receipt| KeptReceipt {
        number: receipt.paid.receipt.clone(),
        cents: receipt.paid.cents,
        how: receipt.paid.how,
        paid_on: receipt.paid.paid_on,
        taken_by: receipt.taken_by,
        cancelled: receipt.cancelled.is_some(),
    });
    kept.collect()
}
