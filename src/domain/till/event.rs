//! What happens to a daily closing, as it is written and kept with the books. Nothing in here is personal but who did it.

use super::count::{Pieces, total};
use crate::domain::assessment::Vat;
use crate::domain::case::Payment;
use crate::domain::id::{DeviceId, Digest, PaperId};
use crate::domain::money::Cents;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What happens to a closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ClosingEvent {
    /// The till was counted and closed.
    TillClosed(Box<Closed>),
    /// A second person counted too. Counts only where it is another one than who closed.
    TillWitnessed {
        /// The closing's number.
        number: u64,
    },
}

impl ClosingEvent {
    /// The event's kind, as in the envelope.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::TillClosed(_) => "till_closed",
            Self::TillWitnessed { .. } => "till_witnessed",
        }
    }
}

/// Money that came in or went back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// Receipt number.
    pub receipt: String,
    /// How much; negative where a receipt is cancelled and its money goes back.
    pub cents: Cents,
    /// Cash or card.
    pub how: Payment,
    /// Whether it cancels the receipt.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cancels: bool,
}

/// What part of a fee is due to whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Share {
    /// To whom.
    pub to: String,
    /// How much of it.
    pub cents: Cents,
}

/// What came in for one fee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What for, in German.
    pub label: String,
    /// The tariff.
    pub tariff: String,
    /// Tax.
    pub vat: Vat,
    /// How much; what went back is taken off.
    pub cents: Cents,
    /// How many times.
    pub count: u32,
    /// What of it is due to somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
}

/// A part of a desk's chain: what lies after one event, up to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// Whose chain.
    pub device: DeviceId,
    /// After this event …
    pub after: u64,
    /// … up to this one.
    pub upto: u64,
}

/// A till that was counted and closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// Counts from 1 for each till, without gaps.
    pub number: u64,
    /// The desk's code, as in its receipts.
    pub code: String,
    /// The closing before it that was wrong; both count the same bookings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<u64>,
    /// Why that was wrong.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mistake: String,
    /// It counts what the desk's chain has after this event …
    pub after: u64,
    /// … up to this one.
    pub upto: u64,
    /// Where the till goes on for a desk whose database was put back: what that one's own closings have left out of its chain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inherited: Vec<Stretch>,
    /// Of a till's first closing: what was taken before this day is in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// Day of the closing.
    pub closed_on: NaiveDate,
    /// Receipts and cancelled ones, as they were written.
    pub bookings: Vec<Booking>,
    /// The same by fee.
    pub items: Vec<Item>,
    /// Change that was in the till at the beginning (Wechselgeld).
    pub opening: Cents,
    /// Coins and notes, the largest first.
    pub counted: Vec<Pieces>,
    /// What the card terminal's own closing says, where somebody compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terminal: Option<Cents>,
    /// Why there is a difference.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Cash that was brought to the bank or the town's cash office (Ablieferung).
    pub delivered: Cents,
    /// The paper.
    pub paper: PaperId,
    /// Digest of the paper's bytes.
    pub sha256: Digest,
    /// Bytes of the paper.
    pub size: u64,
    /// Its pages.
    pub pages: u16,
}

impl Closed {
    /// What came in by this means, what went back taken off.
    pub fn taken(&self, how: Payment) -> Cents {
        taken(&self.bookings, how)
    }

    /// Cash that has to be there.
    pub fn expected(&self) -> Cents {
        self.opening + self.taken(Payment::Cash)
    }

    /// Cash that is there.
    pub fn cash(&self) -> Cents {
        total(&self.counted)
    }

    /// More cash (positive) or less (negative) than has to be there.
    pub fn difference(&self) -> Cents {
        self.cash() - self.expected()
    }

    /// By how much the card terminal says more or less than was booked; nothing where nobody compared.
    pub fn terminal_difference(&self) -> Cents {
        self.terminal.map_or(Cents::ZERO, |says| says - self.taken(Payment::Card))
    }

    /// What stays in the till: the change of the next day.
    pub fn left(&self) -> Cents {
        self.cash() - self.delivered
    }
}

/// What came in by this means, what went back taken off.
pub fn taken(bookings: &[Booking], how: Payment) -> Cents {
    bookings.iter().filter(|booking| booking.how == how).map(|booking| booking.cents).sum()
}
