//! A message format as data, one file a version. Writes and reads no message.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The versions that come with the program.
const FILES: &[&str] = &[include_str!("../../assets/codes/xgewerbeanzeige/2.2.toml")];

/// One version of a format.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// `2.2`.
    pub version: String,
    /// `XGewerbeanzeige`.
    pub standard: String,
    /// The namespace of its elements.
    pub namespace: String,
    /// The namespace of what the format is not known to have.
    pub own_namespace: String,
    /// What a file says about itself.
    pub claim: String,
    /// The message's name by receiving body; `other` for the rest.
    pub root: BTreeMap<String, String>,
    /// Names that differ by form.
    pub notice: BTreeMap<String, Notice>,
    /// Codes of genders, by the answer.
    pub gender: BTreeMap<String, String>,
}

/// Names that differ by form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The element of the notice: `anmeldung`.
    pub element: String,
    /// The element of its reason.
    pub reason: String,
}

static ALL: LazyLock<Vec<Standard>> =
    LazyLock::new(|| FILES.iter().filter_map(|text| toml::from_str(text).ok()).collect());

impl Standard {
    /// All versions, the newest first.
    pub fn all() -> &'static [Self] {
        &ALL
    }

    /// The version that is written unless another is asked for.
    pub fn newest() -> Option<&'static Self> {
        ALL.first()
    }

    /// The name of the message for a receiving body.
    pub fn root(&self, body: &str) -> &str {
        self.root.get(body).or_else(|| self.root.get("other")).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_version_is_read() {
        assert_eq!(Standard::all().len(), FILES.len());
        let newest = Standard::newest().expect("one");
        assert_eq!(newest.root("auslaenderbehoerde"), "xga:abh.gewerbemeldung.0500");
        assert_eq!(newest.root("ihk"), "xga:gewerbemeldung");
    }
}
