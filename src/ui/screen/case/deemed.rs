//! Deemed approval in the card of the procedure: until when there is time to decide and why, more time, and that it is granted by
//! law. Enters nothing itself.

use super::over::steps::Step;
use super::steps::{line, opens};
use super::{Message, State};
use crate::desk::case::Sheet;
use crate::domain::procedure::CERTIFICATE;
use crate::fl;
use crate::timeline::inaction::WARNED;
use crate::ui::Element;
use crate::ui::control::{button, small, state};
use crate::ui::screen::counter::explanation;
use crate::ui::theme::{Tone, space};
use crate::words;
use chrono::Days;
use iced::widget::column;

type El<'a> = Element<'a, Message>;

impl State {
    /// Until when there is time to decide, before that counts as given; nothing where no law orders it.
    pub(super) fn deemed<'a>(&self, sheet: &Sheet) -> Vec<El<'a>> {
        let (case, told) = (&sheet.case, &sheet.assessment);
        // What was decided once and lifted is decided anew, however long that takes.
        let ordered = told.procedure.deemed.as_ref().filter(|_| !case.is_anew());
        let Some(deemed) = ordered else { return Vec::new() };
        let Some(by) = case.to_decide_by(told) else {
            let law = told.procedure.deemed_law();
            return vec![small(fl!("deemed-waits", months = i64::from(deemed.months), law = law)).into()];
        };
        let on = words::date_with_day(by.date);
        let soon = self.today.checked_add_days(Days::new(WARNED)).is_some_and(|day| day >= by.date);
        let says: El<'a> = if self.today > by.date {
            let enter =
                self.may("approval_deemed").then(|| opens(fl!("deemed-enter"), "case-deem", Step::Deem));
            line(state(fl!("deemed-passed", by = on), Tone::Error), enter)
        } else {
            let extend = self.may("decision_time_extended") && case.extended().is_none();
            let extend = extend.then(|| opens(fl!("deemed-extend"), "case-extend", Step::Extend));
            let tone = if soon { Tone::Warning } else { Tone::Plain };
            line(state(fl!("deemed-runs", by = on), tone), extend)
        };
        let fee = fee(sheet).map(|says| small(says).into());
        [says, small(explanation(&by.explanation)).into()].into_iter().chain(fee).collect()
    }

    /// That it is granted by law, and certifying that.
    pub(super) fn granted_by_law<'a>(&self, sheet: &Sheet) -> Option<El<'a>> {
        let decision = sheet.case.standing_decision().filter(|decision| decision.deemed)?;
        let certify = self.may("paper_issued").then(|| {
            let pressed = Message::OwnPaperPressed(CERTIFICATE);
            button(fl!("deemed-certify")).id("case-certify").on_press(pressed).into()
        });
        let says = fl!("deemed-since", on = words::date_with_day(decision.decided_on));
        let fee = sheet.assessment.procedure.deemed.as_ref().and_then(|deemed| deemed.fee_of(decision));
        let fee = fee.filter(|_| !sheet.assessment.levies.is_empty());
        let fee = fee.map(|fee| small(words::text(fee.told())).into());
        Some(
            column(std::iter::once(line(state(says, Tone::Good), certify)).chain(fee))
                .spacing(space::S)
                .into(),
        )
    }
}

/// What becomes of the fee; nothing where a decision sets none.
fn fee(sheet: &Sheet) -> Option<String> {
    let deemed = sheet.assessment.procedure.deemed.as_ref()?;
    (!sheet.assessment.levies.is_empty()).then(|| words::text(deemed.fee_told()))
}
