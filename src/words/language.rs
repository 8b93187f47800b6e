//! Which languages there are and which one is spoken. Reads no file.

use std::sync::atomic::{AtomicU8, Ordering};

/// A language the window can speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// German, the language of the office.
    #[default]
    German,
    /// English.
    English,
}

impl Language {
    /// Every language, German first.
    pub const ALL: [Self; 2] = [Self::German, Self::English];

    /// The language of the surroundings: English where they ask for it, else German.
    pub fn of_surroundings() -> Self {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"];
        let wanted =
            set.into_iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        if wanted.is_some_and(|wanted| wanted.starts_with("en")) { Self::English } else { Self::German }
    }

    /// The tag of the folder under `assets/i18n`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// Its own name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::German => "Deutsch",
            Self::English => "English",
        }
    }
}

static SPOKEN: AtomicU8 = AtomicU8::new(0);

pub(super) fn get() -> Language {
    Language::ALL.get(usize::from(SPOKEN.load(Ordering::Relaxed))).copied().unwrap_or_default()
}

/// Returns whether another one was spoken before.
pub(super) fn set(language: Language) -> bool {
    SPOKEN.swap(language as u8, Ordering::Relaxed) != language as u8
}
