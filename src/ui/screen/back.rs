//! How money goes back when a receipt is cancelled, in words: the same in the till and in the case. Gives none back.

use crate::domain::case::Payment;
use crate::domain::money::Cents;
use crate::fl;
use crate::words;

/// What is done with the money of a receipt that is to be cancelled.
pub fn back(receipt: &str, how: Payment, cents: Cents) -> String {
    fl!("back-of", receipt = receipt, way = way_back(how, cents))
}

/// How much goes back, and from where.
pub fn way_back(how: Payment, cents: Cents) -> String {
    let amount = words::amount(cents.0.abs());
    match how {
        Payment::Cash => fl!("back-cash", amount = amount),
        Payment::Card => fl!("back-card", amount = amount),
    }
}

/// That by its books less is in the till than goes back out of it: whoever hands it out looks first.
pub fn short(there: Cents, how: Payment, cents: Cents) -> Option<String> {
    let is_short = how == Payment::Cash && there < cents;
    is_short.then(|| fl!("till-short", there = words::amount(there.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_gets_its_money_at_the_terminal_and_the_till_keeps_its_own() {
        let says = |how| back("A-2026-000147", how, Cents(2_600));
        assert!(says(Payment::Card).contains("26,00\u{a0}€ am Kartenterminal"), "{}", says(Payment::Card));
        assert!(says(Payment::Cash).contains("26,00\u{a0}€ bar aus der Kasse"), "{}", says(Payment::Cash));
    }

    /// After a closing that delivered most of it, the till may hold less than what goes back.
    #[test]
    fn whoever_gives_back_more_than_is_in_the_till_is_told() {
        let says = |there, how| short(Cents(there), how, Cents(1_300));
        assert_eq!(says(1_300, Payment::Cash), None);
        assert!(says(1_200, Payment::Cash).is_some_and(|says| says.contains("12,00")));
        assert_eq!(says(0, Payment::Card), None, "nothing goes out of the till");
    }
}
