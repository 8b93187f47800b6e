//! Offices by their official key: a town, or the Kreis that it belongs to. Knows no name and no address.

use serde::{Deserialize, Serialize};

/// An office (Behörde): a town or a Kreis.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Office {
    /// Official key, eight digits (AGS); a Kreis's ends in three zeros.
    pub ags: String,
    /// As it signs: `Stadt Gescher`, `Kreis Borken`.
    pub name: String,
}

/// What stands for the sender where a file came from no office: from a portal, over the service of the Kreis. No office bears it.
pub const OUTSIDE: &str = "00000000";

/// Whether an office can bear the key: eight digits, and not the one that stands for none.
pub fn is_office(ags: &str) -> bool {
    is_key(ags) && ags != OUTSIDE
}

/// Whether the key is a Kreis's: five digits, then three zeros. A town without a Kreis (kreisfreie Stadt) is its own.
pub fn is_kreis(ags: &str) -> bool {
    is_key(ags) && ags.ends_with("000")
}

/// The key of the Kreis that an office belongs to; a Kreis's own. Nothing for what is no key.
pub fn kreis_of(ags: &str) -> Option<String> {
    is_key(ags).then(|| format!("{}000", &ags[..5]))
}

fn is_key(ags: &str) -> bool {
    ags.len() == 8 && ags.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_has_eight_digits_and_is_not_whoever_sends_from_outside() {
        assert!(is_office("05554016") && is_office("05554000"));
        for other in [OUTSIDE, "", "5554016", "055540160", "0555401x", " 5554016", "Gescher "] {
            assert!(!is_office(other), "{other:?}");
        }
    }

    #[test]
    fn a_town_belongs_to_its_kreis() {
        assert_eq!(kreis_of("05554016").as_deref(), Some("05554000"));
        assert_eq!(kreis_of("05554000").as_deref(), Some("05554000"));
        assert!(is_kreis("05554000") && !is_kreis("05554016"));
        assert!(kreis_of("gescher!").is_none() && kreis_of("0555401ö").is_none() && !is_kreis("000"));
    }
}
