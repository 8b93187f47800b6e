//! What was written in a dialog that was left: it is there again as soon as the dialog is opened once more. Saves nothing.

use super::{Kind, Message, Over, money};
use crate::domain::money::Cents;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{link, small};
use crate::ui::theme::space;
use iced::Alignment;
use iced::widget::row;

/// What is known of dialogs of one case that were left.
#[derive(Debug, Clone, Default)]
pub struct Drafts {
    written: Vec<Draft>,
    /// Unlikely amounts that were asked about: the same payment is not asked about twice.
    asked: Vec<(Kind, Cents)>,
}

#[derive(Debug, Clone)]
struct Draft {
    over: Over,
    /// The case was read again since: what was chosen need not fit any more, words do.
    only_words: bool,
}

impl Drafts {
    /// Keeps a dialog that is left, where somebody wrote into it. `fresh` is the same dialog as it begins. What cash was
    /// handed over is no draft.
    pub fn keep(&mut self, over: Over, fresh: &Over) {
        self.forget(&over.kind);
        self.asked.extend(over.money.asked.map(|asked| (over.kind.clone(), asked)));
        if over.differs(fresh) {
            let over = Over { money: money::Form::default(), ..over };
            self.written.push(Draft { over, only_words: false });
        }
    }

    /// What it was for is done, or it is not wanted any more.
    pub fn forget(&mut self, kind: &Kind) {
        self.written.retain(|draft| draft.over.kind != *kind);
        self.asked.retain(|(of, _)| of != kind);
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.written.is_empty() && self.asked.is_empty()
    }

    /// The case was read again.
    pub fn case_was_read(&mut self) {
        for draft in &mut self.written {
            draft.only_words = true;
        }
    }

    /// The dialog that begins, with what was written before.
    pub fn resumed(&self, fresh: Over) -> Over {
        let asked = self.asked.iter().find(|(kind, _)| *kind == fresh.kind).map(|(_, asked)| *asked);
        let fresh = Over { money: money::Form { asked, ..fresh.money }, ..fresh };
        let Some(draft) = self.written.iter().find(|draft| draft.over.kind == fresh.kind) else {
            return fresh;
        };
        let over = Over { money: fresh.money.clone(), ..draft.over.clone() };
        if draft.only_words {
            let steps = fresh.steps.with_words_of(over.steps);
            // Whatever a case says, it is decided in one of the same ways.
            let chosen = if fresh.kind == Kind::Decide { over.chosen } else { fresh.chosen };
            Over { text: over.text, conditions: over.conditions, steps, chosen, resumed: true, ..fresh }
        } else {
            Over { resumed: true, ..over }
        }
    }
}

impl Over {
    /// Whether something was written or chosen that takes time to write or to choose again.
    fn differs(&self, fresh: &Self) -> bool {
        (self.text.trim(), self.conditions.trim()) != (fresh.text.trim(), fresh.conditions.trim())
            || self.steps != fresh.steps
    }

    /// Says that it is there again, and takes it away.
    pub(super) fn again(&self) -> Option<Element<'_, Message>> {
        let anew = || link(fl!("over-anew")).id("over-anew").on_press(Message::Anew);
        let says = || row![Element::from(small(fl!("over-again"))), Element::from(anew())];
        self.resumed.then(|| says().spacing(space::M).align_y(Alignment::Center).wrap().into())
    }
}
