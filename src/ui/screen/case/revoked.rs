//! Taking back and revoking in the card of the procedure: what is intended and until when there is time, whose signature is missing, what
//! was taken back or revoked, and what of it is still to be done. Does nothing itself.

use super::over::Kind;
use super::over::steps::Step;
use super::steps::{line, opens};
use super::{Message, State};
use crate::desk::case::Sheet;
use crate::domain::case::Annulled;
use crate::domain::decide::{revocable, revoked_late, unheard_before};
use crate::fl;
use crate::timeline::inaction::WARNED;
use crate::timeline::{fees_of, takes_effect};
use crate::ui::Element;
use crate::ui::control::{button, primary, small, state};
use crate::ui::screen::counter::explanation;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::Tone;
use crate::words;
use chrono::Days;

type El<'a> = Element<'a, Message>;

impl State {
    /// Whether the decision can be taken back or revoked now, by those roles.
    pub(super) fn revokes(&self, sheet: &Sheet) -> bool {
        let here = sheet.case.away().is_none() && sheet.case.given_back().is_none();
        self.may("decision_revoked") && here && !sheet.assessment.for_kreis && revocable(&sheet.case).is_ok()
    }

    /// What was intended, prepared and done about it.
    pub(super) fn revoking<'a>(&self, sheet: &Sheet) -> Vec<El<'a>> {
        let mut lines: Vec<El<'a>> = Vec::new();
        for known in sheet.case.revocations() {
            lines.extend(Self::revoked(sheet, known));
        }
        lines.extend(self.intended(sheet));
        lines.extend(self.revocation_to_sign(sheet));
        if self.revokes(sheet) {
            let revoke = button(fl!("revoke-button")).id("case-revoke").keys(Shortcut::Revoke.keys());
            let revoke: El<'a> = revoke.on_press(Message::RevokePressed).into();
            let hear = opens(fl!("revoke-hear"), "case-hear-before", Step::HearBefore);
            lines.push(line(small(fl!("revoke-says")), [hear, revoke]));
        }
        for (number, receipt) in sheet.case.to_give_back() {
            let (number, amount) = (number.to_owned(), words::amount(receipt.paid.cents.0));
            lines.push(state(fl!("case-give-back-money", number = number, amount = amount), Tone::Error));
        }
        lines
    }

    fn revoked<'a>(sheet: &Sheet, known: &Annulled) -> Vec<El<'a>> {
        let (what, procedure) = (&known.what, &sheet.assessment.procedure);
        let law = procedure.clause_law(what.clause, what.untrusted);
        let (on, date) = (words::date(what.revoked_on), words::date(known.of.decided_on));
        let says = if what.clause.takes_back() {
            fl!("revoked-back", on = on, date = date, law = law)
        } else {
            fl!("revoked-revoked", on = on, date = date, law = law)
        };
        let mut lines = vec![state(says, Tone::Warning)];
        if !what.is_whole() {
            lines.push(small(fl!("revoked-part", part = what.part.clone())).into());
        }
        lines.push(small(takes_effect(sheet, known)).into());
        lines.extend(fees_of(sheet, known).map(|says| small(says).into()));
        let late = sheet
            .case
            .as_act(known.event)
            .and_then(|act| revoked_late(act, sheet.case.notified_of(known.event)?, &sheet.assessment));
        lines.extend(late.map(|(by, on)| {
            let (by, on) = (words::date_with_day(by), words::date_with_day(on));
            state(fl!("revoked-late", by = by, on = on), Tone::Error)
        }));
        lines
    }

    /// What somebody was heard about, what they said, and until when there is time.
    fn intended<'a>(&self, sheet: &Sheet) -> Vec<El<'a>> {
        let (case, procedure) = (&sheet.case, &sheet.assessment.procedure);
        let Some((intended, hearing)) = case.intends_to_revoke().zip(case.hearing()) else {
            return Vec::new();
        };
        let waits = unheard_before(case, intended.decision, intended.clause, self.today).is_some();
        let (on, due) = (words::date(hearing.begun_on), words::date_with_day(hearing.due_on));
        let said = self.may("statement_received");
        let said = said.then(|| opens(fl!("step-statement"), "case-statement", Step::Statement));
        let tone = if waits { Tone::Accent } else { Tone::Good };
        let law = procedure.clause_law(intended.clause, None);
        let mut lines = vec![
            state(fl!("revoke-intended", law = law), Tone::Accent),
            line(state(fl!("step-hearing-open", on = on, due = due), tone), said),
        ];
        for statement in case.statements() {
            let (on, text) = (words::date(statement.received_on), statement.text.clone());
            lines.push(small(fl!("step-hearing-said", on = on, text = text)).into());
        }
        let until =
            intended.known_on.and_then(|on| procedure.revocable_until(intended.clause, None, on).ok()?);
        if let Some(until) = until {
            let by = words::date_with_day(until.date);
            let soon = self.today.checked_add_days(Days::new(WARNED)).is_some_and(|day| day >= until.date);
            lines.push(match (self.today > until.date, soon) {
                (true, _) => state(fl!("revoke-over", by = by), Tone::Error),
                (false, true) => state(fl!("revoke-until", by = by), Tone::Warning),
                (false, false) => state(fl!("revoke-until", by = by), Tone::Plain),
            });
            lines.push(small(explanation(&until.explanation)).into());
        }
        lines
    }

    /// Whose signature is missing under a revocation.
    fn revocation_to_sign<'a>(&self, sheet: &Sheet) -> Vec<El<'a>> {
        let case = &sheet.case;
        let Some(draft) = case.revocation_drafted() else { return Vec::new() };
        let name = |user| sheet.users.get(&user).cloned().unwrap_or_default();
        let on = words::date(draft.draft.revoked_on);
        if let Some((who, reason)) = &draft.returned {
            return vec![state(
                fl!("step-returned", name = name(*who), reason = reason.clone()),
                Tone::Warning,
            )];
        }
        if case.revocation_to_sign().is_none() {
            return vec![state(fl!("step-draft-changed", on = on), Tone::Warning)];
        }
        let law = sheet.assessment.procedure.clause_law(draft.draft.clause, draft.draft.untrusted);
        let says = fl!("revoke-to-sign", on = on, name = name(draft.by), law = law);
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
}
