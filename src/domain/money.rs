//! Amounts. Knows no tariff and no currency but the euro.

use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

/// An amount in euro cents; negative in a counter-booking. What is more than it can hold stays at the most it can, so that an
/// absurd number of pieces gives an absurd amount and never a likely one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cents(pub i64);

impl Cents {
    /// Nothing to pay.
    pub const ZERO: Self = Self(0);

    /// Reads what a clerk types: `26`, `26,5`, `26,50`, `1.026,50`, `26.50`, with or without `€`.
    /// `None` for anything else, for more than two decimals and for more than ten million euros.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('€').trim_end();
        let (sign, digits) = text.strip_prefix(['-', '\u{2212}']).map_or((1, text), |rest| (-1, rest));
        let (euros, cents) = match (digits.rsplit_once(','), digits.rsplit_once('.')) {
            (Some((euros, cents)), _) => (thousands(euros)?, cents),
            (None, Some((euros, cents))) if cents.len() < 3 => (euros.to_owned(), cents),
            (None, _) => (thousands(digits)?, ""),
        };
        let all_digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if euros.is_empty() || euros.len() > 8 || !all_digits(&euros) || cents.len() > 2 || !all_digits(cents)
        {
            return None;
        }
        Some(Self(sign * format!("{euros}{cents:0<2}").parse::<i64>().ok()?))
    }
}

/// The largest note that is still issued. The one of 500 € is legal tender, and seldom enough to be asked about.
const LARGEST_NOTE: Cents = Cents(20_000);

impl Cents {
    /// Whether nobody hands over so much for what is due: as much as the largest note would go back, so a note was handed over
    /// for nothing, or the amount is mistyped.
    pub fn is_unlikely_for(self, due: Self) -> bool {
        self - due >= LARGEST_NOTE
    }
}

/// Takes the dots out of `1.026`; `None` where they do not part groups of three.
fn thousands(text: &str) -> Option<String> {
    let mut groups = text.split('.');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3));
    grouped.then(|| text.replace('.', ""))
}

impl Add for Cents {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Cents {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Cents {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Mul<i64> for Cents {
    type Output = Self;
    fn mul(self, times: i64) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_clerks_write_them() {
        for (text, cents) in [
            ("26", 2600),
            ("26,5", 2650),
            ("26,50 €", 2650),
            ("1.026,50", 102_650),
            ("26.50", 2650),
            ("-5", -500),
            ("−5,00 €", -500),
        ] {
            assert_eq!(Cents::parse(text), Some(Cents(cents)), "{text}");
        }
        for text in ["", "€", "26,505", "1.02", "2 6", "abc", "10.26,00", "1e3", "999999999"] {
            assert!(Cents::parse(text).is_none_or(|c| text == "1.02" && c == Cents(102)), "{text}");
        }
    }

    #[test]
    fn nobody_hands_over_a_note_for_nothing() {
        let due = Cents(2_600);
        for (given, unlikely) in
            [(2_600, false), (5_000, false), (20_000, false), (22_600, true), (205_000, true)]
        {
            assert_eq!(Cents(given).is_unlikely_for(due), unlikely, "{given}");
        }
    }

    #[test]
    fn absurd_amounts_stay_absurd() {
        let most = Cents(i64::MAX);
        assert_eq!((most + Cents(1), Cents(2600) * i64::MAX, -Cents(i64::MIN)), (most, most, most));
        assert_eq!(Cents(i64::MIN) - Cents(1), Cents(i64::MIN));
    }
}
