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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_gets_its_money_at_the_terminal_and_the_till_keeps_its_own() {
        let says = |how| back("A-2026-000147", how, Cents(2_600));
        assert!(says(Payment::Card).contains("26,00\u{a0}€ am Kartenterminal"), "{}", says(Payment::Card));
        assert!(says(Payment::Cash).contains("26,00\u{a0}€ bar aus der Kasse"), "{}", says(Payment::Cash));
    }
}
