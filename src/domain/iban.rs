//! Account numbers (ISO 13616). Knows the check digits and the lengths of the countries that pay in euro here;
//! knows no bank.

use super::problem::Problem;

/// Why a text is no account number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoIban {
    /// Not two letters, two digits, then letters and digits.
    #[error("not an IBAN")]
    Form,
    /// Too short or too long for its country (in characters).
    #[error("{found} characters where the country has {wanted}")]
    Length {
        /// Of the country.
        wanted: usize,
        /// As typed, blanks left out.
        found: usize,
    },
    /// Mistyped: the check digits do not fit.
    #[error("the check digits do not fit")]
    CheckDigits,
}

impl NoIban {
    /// What is wrong with the account number in this field.
    pub fn problem(self, field: &str) -> Problem {
        match self {
            Self::Form => Problem::error(field, "iban-form"),
            Self::Length { wanted, found } => {
                Problem::error(field, "iban-length").with("wanted", wanted).with("found", found)
            }
            Self::CheckDigits => Problem::error(field, "iban-check-digits"),
        }
    }
}

/// Lengths of the SEPA countries (IBAN registry of SWIFT). Others: 15 to 34.
const LENGTHS: &str = "AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 \
    IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24";

/// The number without blanks, in capitals, if it is one: what is stored.
///
/// Errors: the first of form, length and check digits (mod 97) that does not fit.
pub fn check(text: &str) -> Result<String, NoIban> {
    let iban: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let bytes = iban.as_bytes();
    let country = iban
        .get(..2)
        .filter(|country| country.bytes().all(|b| b.is_ascii_uppercase()))
        .ok_or(NoIban::Form)?;
    let digits = bytes.get(2..4).ok_or(NoIban::Form)?;
    if !digits.iter().all(u8::is_ascii_digit) || !bytes.iter().all(u8::is_ascii_alphanumeric) {
        return Err(NoIban::Form);
    }
    match length_in(country) {
        Some(wanted) if wanted != iban.len() => return Err(NoIban::Length { wanted, found: iban.len() }),
        None if !(15..=34).contains(&iban.len()) => return Err(NoIban::Form),
        _ => {}
    }
    if country == "DE" && !bytes.iter().skip(4).all(u8::is_ascii_digit) {
        return Err(NoIban::Form);
    }
    if remainder(bytes) == 1 { Ok(iban) } else { Err(NoIban::CheckDigits) }
}

fn length_in(country: &str) -> Option<usize> {
    LENGTHS.split(' ').find_map(|entry| entry.strip_prefix(country)?.parse().ok())
}

/// The number in groups of four, as papers show it.
pub fn grouped(iban: &str) -> String {
    let chars: Vec<char> = iban.chars().filter(|c| !c.is_whitespace()).collect();
    chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// ISO 7064 mod 97-10: the first four characters go to the end, letters count 10 to 35.
fn remainder(iban: &[u8]) -> u32 {
    iban[4..].iter().chain(&iban[..4]).fold(0, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples() {
        for iban in [
            "DE89 3704 0044 0532 0130 00",
            "GB29 NWBK 6016 1331 9268 19",
            "AT61 1904 3002 3457 3201",
            "CH93 0076 2011 6238 5295 7",
            "NL91 ABNA 0417 1643 00",
            "FR14 2004 1010 0505 0001 3M02 606",
            "NO93 8601 1117 947",
            "TR33 0006 1005 1978 6457 8413 26",
        ] {
            assert_eq!(grouped(&check(iban).unwrap()), iban);
        }
        assert_eq!(check("de89370400440532013000").as_deref(), Ok("DE89370400440532013000"));
    }

    #[test]
    fn every_mistyped_digit_and_every_swap_of_neighbours_is_found() {
        let iban = "DE89370400440532013000";
        for at in 2..iban.len() {
            for digit in '0'..='9' {
                let typed: String =
                    iban.char_indices().map(|(i, c)| if i == at { digit } else { c }).collect();
                assert_eq!(check(&typed).is_ok(), typed == iban, "{typed}");
            }
            let mut swapped: Vec<char> = iban.chars().collect();
            if at + 1 < swapped.len() {
                swapped.swap(at, at + 1);
                let swapped: String = swapped.into_iter().collect();
                assert_eq!(check(&swapped).is_ok(), swapped == iban, "{swapped}");
            }
        }
    }

    #[test]
    fn what_is_none_says_why() {
        assert_eq!(check("DE8937040044053201300"), Err(NoIban::Length { wanted: 22, found: 21 }));
        let short = NoIban::Length { wanted: 22, found: 21 }.problem("bank.iban");
        let args = ["found", "wanted"].map(|name| short.args.get(name).map(String::as_str));
        assert_eq!(args, [Some("21"), Some("22")], "the sentence names both");
        assert_eq!(check("DE88370400440532013000"), Err(NoIban::CheckDigits));
        for bad in [
            "",
            "D",
            "DE",
            "DEXX370400440532013000",
            "8937040044",
            "DE89-3704-0044-0532-0130-00",
            "ÄE89",
            "DE8937040044053201300O",
        ] {
            assert!(check(bad).is_err(), "{bad}");
        }
        assert_eq!(check("DE8937040044053201300O"), Err(NoIban::Form));
    }
}
