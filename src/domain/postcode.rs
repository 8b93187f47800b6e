//! German postcodes. Knows their form; knows no place.

/// The postcode without blanks, if it can be one: five digits, 01001 to 99998.
pub fn check(text: &str) -> Option<String> {
    let code = text.trim();
    let is_form = code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit());
    (is_form && ("01001"..="99998").contains(&code)).then(|| code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_digits_in_their_range() {
        for good in ["48712", " 01067 ", "01001", "99998"] {
            assert_eq!(check(good).as_deref(), Some(good.trim()));
        }
        for bad in ["", "4871", "487120", "01000", "00000", "99999", "4871a", "D-48712", "٤٨٧١٢", "48 712"]
        {
            assert_eq!(check(bad), None, "{bad}");
        }
    }
}
