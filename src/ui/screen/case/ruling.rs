//! Deciding about an objection in the card of the procedure: whose signature is missing, and taking an entry back that was a mistake. Does
//! nothing itself.

use super::over::Kind;
use super::over::steps::Step;
use super::steps::{line, opens};
use super::{Message, State};
use crate::desk::case::Sheet;
use crate::domain::case::Filed;
use crate::fl;
use crate::timeline::settled;
use crate::ui::Element;
use crate::ui::control::{primary, small, state};
use crate::ui::theme::Tone;
use crate::words;

type El<'a> = Element<'a, Message>;

impl State {
    /// Whose signature is missing under a decision about an objection.
    pub(super) fn ruling_to_sign<'a>(&self, sheet: &Sheet) -> Vec<El<'a>> {
        let case = &sheet.case;
        let Some(draft) = case.ruling_drafted() else { return Vec::new() };
        let name = |user| sheet.users.get(&user).cloned().unwrap_or_default();
        let on = words::date(draft.draft.settled_on);
        if let Some((who, reason)) = &draft.returned {
            let says = fl!("step-returned", name = name(*who), reason = reason.clone());
            return vec![state(says, Tone::Warning)];
        }
        if case.ruling_to_sign().is_none() {
            return vec![state(fl!("step-draft-changed", on = on), Tone::Warning)];
        }
        let says = fl!("ruling-to-sign", on = on, name = name(draft.by), how = settled(draft.draft.how));
        let own = draft.by == self.user;
        let signs = (self.may("decision_returned") && !own).then(|| {
            let sign = Message::OverOpened(Kind::Step(Step::Sign(draft.event)));
            let sign: El<'a> = primary(fl!("step-sign")).id("case-sign").on_press(sign).into();
            [sign, opens(fl!("step-return"), "case-return", Step::Return(draft.event))]
        });
        let mut lines = vec![line(state(says, Tone::Accent), signs.into_iter().flatten())];
        if own {
            lines.push(small(fl!("step-sign-own")).into());
        }
        lines
    }

    /// Taking back what was entered, as long as nobody was told; of several objections each by itself.
    pub(super) fn undoes<'a>(&self, sheet: &Sheet, filed: &Filed) -> Option<El<'a>> {
        let settlement = filed.settled_by.filter(|_| self.may("settlement_undone"))?;
        let told = sheet.case.notified_of(settlement).is_some();
        let offered = sheet.case.is_last_word(settlement) && !told;
        offered.then(|| {
            let before = sheet.case.undoable().take_while(|known| known.event != filed.event).count();
            let id = "case-settle-undo";
            let id = if before == 0 { id.to_owned() } else { format!("{id}.{}", before + 1) };
            let undo = opens(fl!("settlement-undo"), id, Step::Undo(settlement));
            line(small(fl!("settlement-undo-offer")), [undo])
        })
    }
}
