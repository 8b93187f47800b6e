//! What a town types for the second signature under decisions. Asks nobody for one.

use crate::domain::money::Cents;
use crate::domain::procedure::Second;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spelt {
    always: Vec<String>,
    refusal: Vec<String>,
}

static SPELT: LazyLock<Option<Spelt>> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/codes/second_signature.toml")).ok());

/// When a second person signs, as a town typed it: "immer", "Ablehnung", or the amount above which it is asked for.
pub fn second_signature(typed: &str) -> Option<Second> {
    let typed = typed.trim().to_lowercase();
    let spelt = SPELT.as_ref()?;
    match &typed {
        always if spelt.always.contains(always) => Some(Second::Always),
        refusal if spelt.refusal.contains(refusal) => Some(Second::Refusal),
        amount => Cents::parse(amount).map(Second::Above),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_and_amounts_are_read() {
        for (typed, wanted) in [
            (" Immer ", Some(Second::Always)),
            ("always", Some(Second::Always)),
            ("Ablehnung", Some(Second::Refusal)),
            ("refusal", Some(Second::Refusal)),
            ("500", Some(Second::Above(Cents(50_000)))),
            ("manchmal", None),
        ] {
            assert_eq!(second_signature(typed), wanted, "{typed}");
        }
    }
}
