//! What a case is filed under and how long it is kept, in words. Decides neither.

use crate::catalogue::plan::old_number_key;
use crate::desk::case::Sheet;
use crate::fl;
use crate::ui::screen::beside::local;
use crate::words;

/// Number and title in the filing plan, and the number of the town's old one.
pub(super) fn filed_under(sheet: &Sheet) -> String {
    let no = &sheet.case.opened.filing_plan;
    let title = sheet.filed_under.map(|entry| format!(" {}", local(&entry.label))).unwrap_or_default();
    match sheet.town.get(&old_number_key(no)) {
        "" => format!("{no}{title}"),
        old => format!("{no}{title} ({})", fl!("plan-old", old = old)),
    }
}

/// How long the file is kept, from when, and by which paragraph: as the service says, else as the filing plan does.
pub(super) fn retention(sheet: &Sheet) -> Option<String> {
    let land = sheet.assessment.procedure.calendar.land();
    if let Some(kept) = &sheet.service.retention {
        let id = format!("retention-{}", kept.from);
        let years = words::text_with(&id, [("years", i64::from(kept.years).into())]);
        let law = if kept.law.is_empty() { years } else { format!("{years} ({})", land.cites(&kept.law)) };
        return Some(if kept.confirmed { law } else { fl!("retention-unconfirmed", kept = law) });
    }
    let entry = sheet.filed_under?;
    let years = match entry.years {
        Some(years) => fl!("plan-years", years = i64::from(years)),
        None => fl!("plan-permanent"),
    };
    Some(format!(
        "{years} ({})",
        entry.law().map_or_else(|| fl!("plan-common-knowledge"), |law| land.cites(law))
    ))
}
