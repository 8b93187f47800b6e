//! From when the office can be sued for not having decided, entering that it was, and how that ended. Does nothing itself.

use super::over::steps::Step;
use super::steps::{line, opens};
use super::{Message, State};
use crate::desk::case::Sheet;
use crate::domain::case::Suit;
use crate::fl;
use crate::timeline::inaction::{Near, admissible, ended, near, suit as sued, warned, warning};
use crate::ui::Element;
use crate::ui::control::{small, state};
use crate::ui::screen::counter::explanation;
use crate::ui::theme::Tone;

type El<'a> = Element<'a, Message>;

impl State {
    /// The warning, aloud some weeks before, and what came in from the court.
    pub(super) fn inaction<'a>(&self, sheet: &Sheet) -> Vec<El<'a>> {
        let enter = self.may("inaction_sued") && sheet.case.takes_suit(sheet.assessment.decides_here());
        let mut enter = enter.then(|| opens(fl!("step-sued"), "case-sued", Step::Sue));
        let mut lines = Vec::new();
        if let Some(suable) = warned(sheet) {
            let says: El<'a> = match near(&suable, self.today) {
                Near::Now => state(warning(&suable, self.today), Tone::Error),
                Near::Soon => state(warning(&suable, self.today), Tone::Warning),
                Near::Far => small(warning(&suable, self.today)).into(),
            };
            lines.push(line(says, enter.take()));
            if near(&suable, self.today) != Near::Far {
                lines.push(small(explanation(&suable.by.explanation)).into());
            }
        }
        lines.extend(sheet.case.suits().iter().flat_map(|suit| self.suit(sheet, suit)));
        // Nothing waits any more, but suing and deciding may have crossed.
        lines.extend(enter);
        lines
    }

    fn suit<'a>(&self, sheet: &Sheet, suit: &Suit) -> Vec<El<'a>> {
        let open = suit.ended.is_none();
        let end = (self.may("inaction_ended") && open)
            .then(|| opens(fl!("step-sued-end"), "case-sued-end", Step::SueEnd));
        let tone = if open { Tone::Error } else { Tone::Muted };
        let mut lines = vec![line(state(sued(suit), tone), end)];
        if !suit.sued.text.is_empty() {
            lines.push(small(suit.sued.text.clone()).into());
        }
        if let Some((says, in_time)) = admissible(sheet, suit) {
            lines.push(state(says, if in_time { Tone::Plain } else { Tone::Warning }));
        }
        if open {
            lines.push(small(fl!("sued-head")).into());
        }
        lines.extend(ended(suit).map(|says| small(says).into()));
        lines
    }
}
