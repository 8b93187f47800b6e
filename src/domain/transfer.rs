//! What a banking app reads to fill in a transfer (EPC069-12). Draws no code and moves no money.

use super::iban;
use super::money::Cents;

/// Characters of the payee's name and of the reference that the scheme takes.
const NAME: usize = 70;
const REFERENCE: usize = 140;
/// The scheme goes up to this amount, in cents.
const MOST: i64 = 99_999_999_999;

/// The text of the code: to whom, to which account, how much, for what. None where there is no valid account, no name, or
/// no amount that can be transferred.
pub fn code(payee: &str, account: &str, amount: Cents, reference: &str) -> Option<String> {
    let account = iban::check(account).ok()?;
    let plain = |text: &str, most: usize| -> String {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        words.chars().take(most).collect()
    };
    let payee = plain(payee, NAME);
    if payee.is_empty() || !(1..=MOST).contains(&amount.0) {
        return None;
    }
    let euros = format!("EUR{}.{:02}", amount.0 / 100, amount.0 % 100);
    let reference = plain(reference, REFERENCE);
    // Version 2 needs no bank code; 1 says UTF-8; purpose and structured reference are left out.
    let lines = ["BCD", "002", "1", "SCT", "", &payee, &account, &euros, "", "", &reference];
    Some(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_eleven_lines_in_their_order() {
        let text =
            code("Stadtkasse  Gescher", "DE02 1203 0000 0000 2020 51", Cents(2605), "20.40-2026-A-00101");
        let lines = "BCD\n002\n1\nSCT\n\nStadtkasse Gescher\nDE02120300000000202051\nEUR26.05\n\n\n20.40-2026-A-00101";
        assert_eq!(text.as_deref(), Some(lines));
    }

    #[test]
    fn without_account_name_or_amount_there_is_none() {
        assert_eq!(code("Stadtkasse", "DE02 1203 0000 0000 2020 52", Cents(1), "x"), None);
        assert_eq!(code(" ", "DE02120300000000202051", Cents(1), "x"), None);
        assert_eq!(code("Stadtkasse", "DE02120300000000202051", Cents(0), "x"), None);
        assert_eq!(code("Stadtkasse", "DE02120300000000202051", Cents(100_000_000_000), "x"), None);
    }

    #[test]
    fn a_long_name_is_cut_and_the_whole_stays_within_331_bytes() {
        let text =
            code(&"Größe ".repeat(40), "DE02120300000000202051", Cents(99_999_999_999), &"ß".repeat(90));
        assert!(text.is_some_and(|text| text.len() <= 331), "the scheme's limit");
    }
}
