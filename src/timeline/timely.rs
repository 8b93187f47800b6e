//! Whether what was filed against a decision is open against it and came in time, as a sentence. Judges nothing: the court does, and
//! whoever decides an objection.

use crate::desk::case::Sheet;
use crate::domain::case::{Act, Challenged, Filed, Objection, Settled, Waiting, WaitsFor};
use crate::domain::decision::Remedy;
use crate::domain::remedy::Remedied;
use crate::fl;
use crate::words;

/// Until when something may be filed against a decision or its revocation; nothing before it was notified.
pub fn until(sheet: &Sheet, act: Act<'_>) -> Option<Remedied> {
    sheet.assessment.procedure.until(sheet.case.notified_of(act.event)?, act).ok()
}

/// Whether what was filed came in time; nothing where nobody here can say: it is not what the letter names, the period runs from a
/// decision about an objection, or it is not whoever applied who filed it.
pub fn judged(sheet: &Sheet, act: Act<'_>, filed: &Objection) -> Option<bool> {
    until(sheet, act).filter(|_| filed.is_open_by(act.notice)).and_then(|ends| filed.in_time(&ends))
}

/// Whether and since when it is final, or what keeps it from that; nothing before it was notified. The day that is entered of a decision
/// about somebody else's objection is the applicant's: for whoever objected it says nothing.
pub fn finality(sheet: &Sheet, act: Act<'_>) -> Option<String> {
    let ends = until(sheet, act)?;
    let by = words::date_with_day(ends.ends_on);
    let stands = sheet.case.challenged(act, &ends);
    let other = act.ruling.and_then(|ruled| ruled.objector.clone()).filter(|_| stands == Challenged::No);
    let says = match (stands, sheet.today > ends.ends_on) {
        (Challenged::Open, _) => fl!("step-remedy-filed", by = by),
        (Challenged::Rejected(on), _) => fl!("action-after-objection", on = words::date(on)),
        (Challenged::Ruled(_), _) => fl!("step-ruled"),
        (Challenged::Unserved, _) => fl!("step-unserved", by = by),
        (Challenged::Judged, _) => fl!("step-judged"),
        (Challenged::No, true) => fl!("step-final", on = words::date(ends.final_from())),
        (Challenged::No, false) => {
            fl!("step-remedy-open", by = by, on = words::date(ends.final_from()))
        }
    };
    Some(match other {
        Some(by) => format!("{says}. {}", fl!("step-final-of-another", by = by)),
        None => says,
    })
}

/// Whether what was filed is open against an act and in time; the second says whether all is well. The letter, its notice and its period
/// are about whoever applied: of what somebody else filed they say nothing. Their year from knowing of it (good faith, after § 58 (2) VwGO)
/// is said to be checked: it was not read in a judgment.
pub fn in_time(sheet: &Sheet, act: Option<Act<'_>>, filed: &Objection) -> (String, bool) {
    if filed.by.is_some() {
        return (fl!("objection-of-another-time"), false);
    }
    let (what, brought_on) = (filed.remedy, filed.brought_on());
    let ends = act.and_then(|act| until(sheet, act));
    let open = act.and_then(|act| act.notice).map_or(what, |notice| notice.remedy);
    let before = act.and_then(|act| sheet.case.objected_before(act.event));
    if let (Remedy::Action, Remedy::Objection, Some(filed)) = (what, open, before) {
        return (after_objection(sheet, filed), false);
    }
    if open != what {
        let by =
            ends.map_or_else(|| fl!("objection-until-unknown"), |ends| words::date_with_day(ends.ends_on));
        let says = match open {
            Remedy::Action => fl!("objection-only-action", by = by),
            Remedy::Objection => fl!("objection-only-objection", by = by),
        };
        return (says, false);
    }
    let Some(ends) = ends else { return (fl!("objection-in-time-unknown"), false) };
    let by = words::date_with_day(ends.ends_on);
    if ends.in_time(brought_on) {
        (fl!("objection-in-time", by = by), true)
    } else {
        (fl!("objection-late", by = by, days = (brought_on - ends.ends_on).num_days()), false)
    }
}

/// An action where an objection comes first (Vorverfahren, § 68 VwGO): too early while that is open, but for a failure to act.
fn after_objection(sheet: &Sheet, filed: &Filed) -> String {
    let since = filed.objection.received_on;
    match &filed.settled {
        Some((Settled::Rejected, _, on)) => return fl!("action-after-objection", on = words::date(*on)),
        Some((_, _, on)) if filed.is_lifted() => return fl!("action-after-remedied", on = words::date(*on)),
        _ => {}
    }
    let waiting = Waiting { waits_for: WaitsFor::Objection, since };
    let suable = sheet.assessment.procedure.failure_to_act(waiting).ok();
    let from = suable.map(|suable| words::date_with_day(suable.from)).unwrap_or_default();
    fl!("action-before-objection", since = words::date(since), from = from)
}
