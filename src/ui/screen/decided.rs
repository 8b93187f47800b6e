//! What was decided between two versions of what is known of somebody, or of the town's values, with who, when, where and why.
//! Decides nothing.

use super::kreis::origin;
use crate::desk::conflict::Decided;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{body, panel, section, small};
use crate::words;

/// The card; nothing where nothing was decided. `names` leads the message ids of fields that no service names.
pub fn card<'a, M: Clone + 'static>(all: &[Decided], names: &str) -> Option<Element<'a, M>> {
    if all.is_empty() {
        return None;
    }
    let mut card = panel().push(section(fl!("decided-title")));
    for one in all {
        let label = if one.label.is_empty() { words::field(names, &one.field) } else { one.label.clone() };
        card = card.push(body(format!("{label}: {}", one.version.shown))).push(small(fl!(
            "decided-why",
            reason = one.reason.clone(),
            origin = origin(&one.version.origin)
        )));
    }
    Some(card.into())
}
