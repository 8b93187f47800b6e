//! The till of a desk (Kasse) and its daily closing (Tagesabschluss): what has to be in it, what was counted, what stays.
//! Pure rules; which bookings there are the store says.
//!
//! A desk is a till. What its own chain has since the closing before is what the next one counts: what came in and went back
//! at another desk is in that desk's till, and a receipt after a closing is in the next one, whatever day it bears. A closing
//! is never changed; a wrong one is followed by one that corrects it and counts the same bookings.
//!
//! A desk whose database was put back goes on as a new one, with a chain of its own and the money that lies in the box. So its
//! first closing counts what the desk before had not closed, and the later ones what turns up of it still; not where that desk
//! works on at another machine and closes its till itself.

pub mod count;
mod event;
#[cfg(test)]
mod tests;

pub use event::*;

use super::assessment::Vat;
use super::case::Payment;
use super::event::{Payload, Recorded};
use super::fold::Ordered;
use super::id::{ClosingId, EventRef, UserId};
use super::money::Cents;
use super::problem::{Problem, Refusal};
use chrono::{DateTime, NaiveDate, Utc};
use count::{Pieces, total};

/// Who may look into tills and at their closings: the roles that may write one.
pub const KIND: &str = "till_closed";

/// A daily closing (Tagesabschluss).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Identity.
    pub id: ClosingId,
    /// The event that closed; its desk is the till.
    pub event: EventRef,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: UserId,
    /// The second person.
    pub second: Option<UserId>,
    /// What was closed.
    pub closed: Closed,
}

impl Closing {
    /// State from all events of a closing; `None` before the till was closed.
    pub fn fold(id: ClosingId, events: &[Recorded<ClosingEvent>]) -> Option<Self> {
        let ordered = Ordered::new(events);
        let mut closing: Option<Self> = None;
        for (event, _) in ordered.iter() {
            let Payload::Known(what) = &event.payload else { continue };
            match (what, &mut closing) {
                (ClosingEvent::TillClosed(closed), None) => {
                    let (at, by, closed) = (event.at, event.actor, closed.as_ref().clone());
                    closing = Some(Self { id, event: event.id, at, by, second: None, closed });
                }
                (ClosingEvent::TillWitnessed { .. }, Some(closing)) if closing.by != event.actor => {
                    closing.second = closing.second.or(Some(event.actor));
                }
                _ => {}
            }
        }
        closing
    }
}

/// What somebody counted and wants closed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counting {
    /// Coins and notes.
    pub counted: Vec<Pieces>,
    /// What the card terminal says, where it was compared.
    pub terminal: Option<Cents>,
    /// Why there is a difference.
    pub reason: String,
    /// What goes to the bank.
    pub delivered: Cents,
    /// Change at the beginning, for a till's first closing, which needs it or a reason; later ones have what the one before left.
    pub opening: Option<Cents>,
    /// For a till's first closing: from which day on receipts count; today where none is said.
    pub since: Option<NaiveDate>,
    /// For the first closing of a till that goes on for another desk: whether that desk's money is none of this till's. Where
    /// nobody says, it is not as long as another machine is known to work as that desk.
    pub alone: Option<bool>,
    /// The closing that this one corrects.
    pub corrects: Option<u64>,
    /// Why that was wrong.
    pub mistake: String,
}

/// What a closing is decided on.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The till's last closing.
    pub last: Option<&'a Closed>,
    /// Of a till that goes on for another desk and was never closed itself: that one's last closing.
    pub before: Option<&'a Closed>,
    /// What is to be counted: since the last closing, or what it counted where it is corrected.
    pub bookings: &'a [Booking],
    /// Whether the town wants a second person.
    pub second_wanted: bool,
    /// Whoever closes.
    pub by: UserId,
    /// The second person.
    pub second: Option<UserId>,
}

impl Standing<'_> {
    /// Change that was in the till at the beginning.
    pub fn opening(&self, counting: &Counting) -> Cents {
        match (self.last, counting.corrects) {
            (Some(last), Some(_)) => last.opening,
            (Some(last), None) => last.left(),
            (None, _) => counting.opening.or(self.before.map(Closed::left)).unwrap_or_default(),
        }
    }

    /// Whether the till may be closed so; refused with everything that is in the way.
    pub fn check(&self, counting: &Counting) -> Result<(), Refusal> {
        let mut problems = Vec::new();
        self.cash(counting, &mut problems);
        self.people(&mut problems);
        match (self.last, counting.corrects) {
            (None, Some(number)) => {
                problems.push(Problem::error("corrects", "closing-unknown").with("number", number));
            }
            (Some(last), Some(number)) if last.number != number => {
                let problem = Problem::error("corrects", "closing-not-last").with("number", number);
                problems.push(problem.with("last", last.number));
            }
            (Some(_), Some(_)) if counting.mistake.trim().is_empty() => {
                problems.push(Problem::error("mistake", "closing-mistake-missing"));
            }
            _ => {}
        }
        if problems.is_empty() { Ok(()) } else { Err(Refusal(problems)) }
    }

    fn cash(&self, counting: &Counting, problems: &mut Vec<Problem>) {
        let counted = total(&counting.counted);
        let expected = self.opening(counting) + taken(self.bookings, Payment::Cash);
        let card = taken(self.bookings, Payment::Card);
        let unexplained = counting.reason.trim().is_empty();
        if counted != expected && unexplained {
            let problem = Problem::error("reason", "till-difference").with("counted", counted.0);
            let problem = problem.with("expected", expected.0);
            problems.push(problem.with("difference", (counted - expected).0));
        }
        if let Some(says) = counting.terminal.filter(|says| *says != card && unexplained) {
            let problem = Problem::error("reason", "till-card-difference").with("terminal", says.0);
            problems.push(problem.with("card", card.0));
        }
        if counting.delivered < Cents::ZERO || counting.delivered > counted {
            let problem = Problem::error("delivered", "till-delivered").with("cents", counting.delivered.0);
            problems.push(problem.with("counted", counted.0));
        }
        // What was in the box at the beginning is counted with it: without a word the first difference would be one of nobody.
        let is_first = self.last.is_none() && self.before.is_none() && counting.corrects.is_none();
        if is_first && counting.opening.is_none() && unexplained {
            problems.push(Problem::error("opening", "till-opening-missing"));
        }
        if counting.opening.is_some() && self.last.is_some() {
            let opening = self.opening(counting);
            problems.push(Problem::error("opening", "till-opening-known").with("opening", opening.0));
        }
        if counting.since.is_some() && self.last.is_some() {
            problems.push(Problem::error("since", "till-since-known"));
        }
        if counting.alone.is_some() && self.last.is_some() {
            problems.push(Problem::error("alone", "till-alone-known"));
        }
        if counting.opening.is_some_and(|opening| opening < Cents::ZERO) {
            problems.push(Problem::error("opening", "till-opening-negative"));
        }
    }

    fn people(&self, problems: &mut Vec<Problem>) {
        match self.second {
            None if self.second_wanted => problems.push(Problem::error("second", "till-second-missing")),
            Some(second) if second == self.by => problems.push(Problem::error("second", "till-second-same")),
            _ => {}
        }
    }
}

/// What came in for each fee, in the order of the labels: one line for what is called, taxed, priced by and shared alike.
pub fn by_item(items: impl IntoIterator<Item = Item>) -> Vec<Item> {
    let mut sums: Vec<Item> = Vec::new();
    for item in items {
        let alike = |sum: &&mut Item| {
            (&sum.label, &sum.tariff, sum.vat) == (&item.label, &item.tariff, item.vat)
                && sum.share.as_ref().map(|share| &share.to) == item.share.as_ref().map(|share| &share.to)
        };
        match sums.iter_mut().find(alike) {
            Some(sum) => {
                sum.cents = sum.cents + item.cents;
                sum.count += item.count;
                if let (Some(sum), Some(share)) = (&mut sum.share, &item.share) {
                    sum.cents = sum.cents + share.cents;
                }
            }
            None => sums.push(item),
        }
    }
    sums.sort_by(|a, b| (&a.label, &a.tariff).cmp(&(&b.label, &b.tariff)));
    sums
}

/// What is due to others, by name.
pub fn by_share(items: &[Item]) -> Vec<Share> {
    let mut sums: Vec<Share> = Vec::new();
    for share in items.iter().filter_map(|item| item.share.as_ref()) {
        match sums.iter_mut().find(|sum| sum.to == share.to) {
            Some(sum) => sum.cents = sum.cents + share.cents,
            None => sums.push(share.clone()),
        }
    }
    sums.sort();
    sums
}

/// What came in by tax: gross, and the tax in it, rounded to the cent for each rate as a whole (§ 16 (1) UStG).
pub fn by_vat(items: &[Item]) -> Vec<(Vat, Cents, Cents)> {
    let sum = |vat: Vat| items.iter().filter(|item| item.vat == vat).map(|item| item.cents).sum::<Cents>();
    let is_there = |vat: &Vat| items.iter().any(|item| item.vat == *vat);
    let rates = [Vat::Sovereign, Vat::Zero, Vat::Reduced, Vat::Standard].into_iter().filter(is_there);
    rates.map(|vat| (vat, sum(vat), vat.contained(sum(vat)).unwrap_or_default())).collect()
}
