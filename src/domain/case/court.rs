//! An action at court (Klage): where it lies and who sues; and how what was filed against the office ends. One shape for an action
//! against a decision and for one for failure to act. Computes no date.

use crate::domain::decision::Remedy;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An action as the court served it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtCourt {
    /// The court's name; empty where nobody said it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub court: String,
    /// When it was filed at the court, which is when it was brought (§§ 81, 90 VwGO); nothing where nobody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filed_on: Option<NaiveDate>,
    /// The court's file number: `1 K 2345/26`.
    pub file_number: String,
    /// Who sues.
    pub by: String,
}

impl AtCourt {
    /// The day by which it is judged: on which it was filed, else on which it came here.
    pub fn brought_on(&self, received_on: NaiveDate) -> NaiveDate {
        self.filed_on.unwrap_or(received_on)
    }

    /// Whether it lies at court under this number, however that is spaced: `1 k 7/26`.
    pub fn has_number(&self, number: &str) -> bool {
        let plain = |number: &str| number.split_whitespace().collect::<String>().to_lowercase();
        plain(&self.file_number) == plain(number)
    }
}

/// What becomes of an objection or of an action.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// The objection is right: the decision is lifted and taken anew (Abhilfe, § 72 VwGO).
    Remedied,
    /// It is right in part: that part is lifted, the rest of the objection is rejected in the same letter (§ 73 VwGO).
    RemediedInPart,
    /// The objection is passed to whoever decides it (§ 73 VwGO).
    PassedOn,
    /// It was taken back; of an action § 92 VwGO.
    TakenBack,
    /// The objection was decided and the decision stands.
    Rejected,
    /// The court lifted the decision, or the office has to decide (§ 113 VwGO).
    Upheld,
    /// The court did so in part; the rest stands.
    UpheldInPart,
    /// The court dismissed the action.
    Dismissed,
    /// There is nothing left to judge: declared settled (§ 161 (2) VwGO), or a compromise (§ 106 VwGO).
    #[default]
    Moot,
}

impl Settled {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Remedied,
        Self::RemediedInPart,
        Self::PassedOn,
        Self::TakenBack,
        Self::Rejected,
        Self::Upheld,
        Self::UpheldInPart,
        Self::Dismissed,
        Self::Moot,
    ];

    /// How an action ends.
    pub const AT_COURT: [Self; 5] =
        [Self::Upheld, Self::UpheldInPart, Self::Dismissed, Self::TakenBack, Self::Moot];

    /// What may become of an objection.
    pub const OF_OBJECTION: [Self; 5] =
        [Self::Remedied, Self::RemediedInPart, Self::Rejected, Self::PassedOn, Self::TakenBack];

    /// What may become of what was filed: an objection and an action end in different words.
    pub fn of(remedy: Remedy) -> &'static [Self] {
        match remedy {
            Remedy::Objection => &Self::OF_OBJECTION,
            Remedy::Action => &Self::AT_COURT,
        }
    }

    /// The name in events, on the command line and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Remedied => "remedied",
            Self::RemediedInPart => "remedied_in_part",
            Self::PassedOn => "passed_on",
            Self::TakenBack => "taken_back",
            Self::Rejected => "rejected",
            Self::Upheld => "upheld",
            Self::UpheldInPart => "upheld_in_part",
            Self::Dismissed => "dismissed",
            Self::Moot => "moot",
        }
    }

    /// Whether nothing more is to be done about it here.
    pub fn ends(self) -> bool {
        self != Self::PassedOn
    }

    /// Whether an objection is decided by it, with a letter of its own (§§ 72, 73 VwGO).
    pub fn rules(self) -> bool {
        matches!(self, Self::Remedied | Self::RemediedInPart | Self::Rejected)
    }

    /// Whether a part of what it was filed against holds no longer: the rest stands in that form (§ 79 (1) No. 1 VwGO).
    pub fn lifts_in_part(self) -> bool {
        matches!(self, Self::RemediedInPart | Self::UpheldInPart)
    }

    /// Whether what it was filed against holds no longer.
    pub fn lifts(self) -> bool {
        matches!(self, Self::Remedied | Self::Upheld)
    }
}
