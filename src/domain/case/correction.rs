//! A correction (Berichtigung) as it is written and read for thirty years. Corrects nothing.

use super::money::Fees;
use crate::domain::id::{ChargeId, PaperId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Answers that were wrong (Berichtigung), and what rested on them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// What stood there, by top-level field; `null` where nothing did.
    pub old: BTreeMap<String, Value>,
    /// What stands there now.
    pub new: BTreeMap<String, Value>,
    /// Why.
    pub reason: String,
    /// Whether the office itself was mistaken; then it is free (§ 42 VwVfG).
    pub own_mistake: bool,
    /// Day of the correction.
    pub corrected_on: NaiveDate,
    /// What was decided about fees whose amount rests on the answers; none where no amount does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fees: Option<Fees>,
    /// Fees that are not owed any more: new ones are charged beside this.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<ChargeId>,
    /// Papers that the right answers do not bring forth: they stand no more, and none replaces them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub void: Vec<PaperId>,
}
