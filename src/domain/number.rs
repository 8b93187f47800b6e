//! Numbers that desks hand out without asking each other. Hands out none itself: the store counts.

use std::fmt;

/// A case number (Aktenzeichen): filing-plan key, year, desk, running number: `32.10-2026-A-00417`.
/// Gaps are allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseNumber<'a> {
    /// Key in the filing plan.
    pub plan: &'a str,
    /// Calendar year of the day of filing.
    pub year: i32,
    /// The desk's code.
    pub desk: &'a str,
    /// Counts from 1 for each desk and year.
    pub count: u64,
}

impl fmt::Display for CaseNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}-{:05}", self.plan, self.year, self.desk, self.count)
    }
}

/// A receipt number (Quittungsnummer): `A-2026-000123`. Without gaps for each desk and year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptNumber<'a> {
    /// The desk's code.
    pub desk: &'a str,
    /// Calendar year of the day of payment.
    pub year: i32,
    /// Counts from 1 for each desk and year.
    pub count: u64,
}

impl fmt::Display for ReceiptNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{:06}", self.desk, self.year, self.count)
    }
}

/// The number of a daily closing: `A-T00012`. Without gaps for each desk, through the years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosingNumber<'a> {
    /// The desk's code.
    pub desk: &'a str,
    /// Counts from 1 for each desk.
    pub count: u64,
}

impl fmt::Display for ClosingNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-T{:05}", self.desk, self.count)
    }
}

/// Letters and digits of a status code: no I, L, O, 0, 1 that a resident could misread.
const STATUS_ALPHABET: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/// The random code under which a resident asks how a case stands: `K7QX-3MPA-92HT`. Twelve characters, 59 bits.
pub fn status_code(random: [u8; 12]) -> String {
    let code: Vec<char> =
        random.iter().map(|byte| STATUS_ALPHABET[usize::from(*byte) % 31] as char).collect();
    code.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

/// The random code of a desk that goes on from another without a network to ask for one: `KXQW`.
pub fn desk_code(random: [u8; 4]) -> String {
    random.iter().map(|byte| STATUS_ALPHABET[usize::from(*byte) % 23] as char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_printed() {
        let case = CaseNumber { plan: "32.10", year: 2026, desk: "A", count: 417 };
        assert_eq!(case.to_string(), "32.10-2026-A-00417");
        assert_eq!(ReceiptNumber { desk: "A", year: 2026, count: 123 }.to_string(), "A-2026-000123");
        assert_eq!(ClosingNumber { desk: "A", count: 12 }.to_string(), "A-T00012");
        assert_eq!(desk_code([0, 22, 23, 255]), "AZAC");
        assert_eq!(status_code([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30]), "ABCD-EFGH-JKM9");
    }
}
