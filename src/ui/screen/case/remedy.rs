//! What comes after the decision: whether it was notified, until when something may be filed against it and why, what was
//! filed.

use super::over::steps::Step;
use super::steps::{line, opens};
use super::{Message, State};
use crate::desk::case::Sheet;
use crate::domain::case::{Challenged, Filed, Notified, Outcome};
use crate::domain::decision::Remedy;
use crate::domain::id::EventRef;
use crate::domain::procedure::RECEIPT;
use crate::domain::remedy::Remedied;
use crate::fl;
use crate::timeline::timely::{finality, in_time, until as until_act};
use crate::timeline::{filed_says, settled, way};
use crate::ui::Element;
use crate::ui::control::{button, small, state};
use crate::ui::screen::counter::explanation;
use crate::ui::theme::Tone;
use crate::words;

type El<'a> = Element<'a, Message>;

/// Until when something may be filed against the decision that is named, or the last one, notified like this.
pub(super) fn until(sheet: &Sheet, notified: &Notified) -> Option<Remedied> {
    let act = notified.of.and_then(|of| sheet.case.as_act(of)).or_else(|| sheet.case.act())?;
    sheet.assessment.procedure.until(notified, act).ok()
}

/// The tone of what is said about a remedy: whether all is well.
pub(super) fn tone(good: bool) -> Tone {
    if good { Tone::Good } else { Tone::Warning }
}

impl State {
    /// Notification, remedy, and what was filed; nothing before a decision.
    pub(super) fn remedies<'a>(&self, sheet: &Sheet) -> Vec<El<'a>> {
        let case = &sheet.case;
        let mut lines: Vec<El<'a>> =
            case.objections().iter().flat_map(|filed| self.filed(sheet, filed)).collect();
        lines.extend(self.ruling_to_sign(sheet));
        let told = case.act().filter(|act| act.decision.outcome != Outcome::Withdrawn);
        let Some(act) = told else { return lines };
        let untold = case.untold().filter(|ruled| ruled.event != act.event);
        let untold = untold.filter_map(|ruled| case.as_act(ruled.event));
        lines.extend(
            untold.map(|act| {
                state(fl!("step-untold-beside", what = crate::timeline::act(&act)), Tone::Warning)
            }),
        );
        let notify = self.may("notified").then(|| opens(fl!("step-notify"), "case-notify", Step::Notify));
        let object =
            self.may("objection_received").then(|| opens(fl!("step-object"), "case-object", Step::Object));
        let Some(notified) = case.notified() else {
            let receipt = self.may("paper_issued").then(|| {
                button(fl!("step-receipt"))
                    .id("case-receipt")
                    .on_press(Message::OwnPaperPressed(RECEIPT))
                    .into()
            });
            let says = match act.ruling {
                Some(ruled) if ruled.is_served() => state(fl!("step-not-served"), Tone::Warning),
                Some(_) => state(fl!("step-redress-untold"), Tone::Accent),
                None => state(fl!("step-not-notified"), Tone::Accent),
            };
            lines.insert(0, line(says, notify.into_iter().chain(receipt).chain(object)));
            return lines;
        };
        let mut told = vec![line(state(notified_says(sheet, notified), Tone::Good), notify)];
        if let Some((by, on)) = case.notified_late(&sheet.assessment) {
            let (by, on) = (words::date_with_day(by.date), words::date_with_day(on));
            told.push(state(fl!("deemed-notified-late", by = by, on = on), Tone::Warning));
        }
        if let Some(ends) = until(sheet, notified) {
            let tone = match case.challenged(act, &ends) {
                Challenged::Open | Challenged::Rejected(_) => Tone::Warning,
                Challenged::Unserved => Tone::Error,
                Challenged::No if self.today > ends.ends_on => Tone::Good,
                Challenged::Ruled(_) | Challenged::Judged | Challenged::No => Tone::Plain,
            };
            let says = state(finality(sheet, act).unwrap_or_default(), tone);
            told.push(line(says, object));
            told.push(small(explanation(&ends.why)).into());
            if act.notice.is_none() {
                told.push(small(fl!("step-no-notice")).into());
            }
        }
        told.extend(form(sheet).map(|says| small(says).into()));
        told.extend(others(sheet, act.event));
        told.extend(lines);
        told
    }

    fn filed<'a>(&self, sheet: &Sheet, filed: &Filed) -> Vec<El<'a>> {
        let (objection, open) = (&filed.objection, filed.is_open());
        let settle = self.may("objection_settled") && open;
        let (says, id) = match objection.remedy {
            Remedy::Objection => (fl!("step-settle"), "case-settle"),
            Remedy::Action => (fl!("action-end"), "case-settle-action"),
        };
        let earlier = sheet.case.all_open().take_while(|known| known.event != filed.event);
        let before = earlier.filter(|known| known.objection.remedy == objection.remedy).count();
        let id = if before == 0 { id.to_owned() } else { format!("{id}.{}", before + 1) };
        let settle = settle.then(|| opens(says, id, Step::Settle(objection.remedy, filed.event)));
        let mark = match (open, objection.remedy) {
            (false, _) => Tone::Muted,
            (true, Remedy::Action) => Tone::Error,
            (true, Remedy::Objection) => Tone::Warning,
        };
        let mut lines = vec![line(state(filed_says(objection), mark), settle)];
        lines.extend(objection.by.as_ref().map(|_| small(fl!("objection-of-another")).into()));
        if !objection.text.is_empty() {
            lines.push(small(objection.text.clone()).into());
        }
        if !filed.is_lifted() {
            let against = sheet.case.objected(filed);
            lines.extend(
                against.map(|act| small(fl!("step-filed-against", what = crate::timeline::act(&act))).into()),
            );
            let (says, good) = in_time(sheet, against, objection);
            lines.push(state(says, tone(good)));
        }
        let at_court = open && objection.remedy == Remedy::Action;
        lines.extend(at_court.then(|| small(fl!("action-head")).into()));
        if let Some((how, reason, on)) = &filed.settled {
            let says =
                fl!("step-settled", how = settled(*how), on = words::date(*on), reason = reason.clone());
            lines.push(small(says).into());
            let in_part = how.lifts_in_part() || !filed.part.is_empty();
            lines.extend(in_part.then(|| match filed.part.as_str() {
                "" => small(fl!("action-in-part")).into(),
                part => small(fl!("settled-part", part = part.to_owned())).into(),
            }));
            lines.extend(self.undoes(sheet, filed));
        }
        lines
    }
}

/// In which form the decision stands that was decided on again (§ 79 (1) No. 1 VwGO).
fn form(sheet: &Sheet) -> Option<String> {
    let decision = sheet.case.standing_decision()?;
    let ruled = sheet.case.form_of(decision.event)?;
    let (date, on) = (words::date(decision.decided_on), words::date(ruled.what.settled_on));
    Some(fl!("ruling-form", date = date, on = on))
}

/// Until when something may be filed against what was told before and stands, as the rest of a decision that fell in part.
fn others<'a>(sheet: &Sheet, last: EventRef) -> Vec<El<'a>> {
    let others = sheet.case.acts().into_iter().filter(|act| act.event != last);
    // Of what was decided on again the period after that counts.
    let others = others.filter(|act| sheet.case.form_of(act.event).is_none());
    let says = others.filter_map(|act| {
        let by = words::date_with_day(until_act(sheet, act)?.ends_on);
        Some(small(fl!("step-remedy-other", what = crate::timeline::act(&act), by = by)).into())
    });
    says.collect()
}

/// How it was notified, when, and what proves it.
fn notified_says(sheet: &Sheet, notified: &Notified) -> String {
    let on = until(sheet, notified).map_or(notified.on, |ends| ends.notified_on);
    let says =
        fl!("step-notified", on = words::date(on), way = way(notified.way), day = words::date(notified.on));
    if notified.proof.is_empty() { says } else { format!("{says} ({})", notified.proof) }
}
