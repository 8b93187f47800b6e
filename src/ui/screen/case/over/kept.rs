//! What was written in a dialog that was left: it is there again as soon as the dialog is opened once more. Saves nothing.

use super::{Kind, Message, Over, money};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{link, small};
use crate::ui::theme::space;
use iced::Alignment;
use iced::widget::row;

/// Dialogs of one case that were left half-written.
#[derive(Debug, Clone, Default)]
pub struct Drafts(Vec<Draft>);

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
        if over.differs(fresh) {
            let over = Over { money: money::Form::default(), ..over };
            self.0.push(Draft { over, only_words: false });
        }
    }

    /// What it was for is done, or it is not wanted any more.
    pub fn forget(&mut self, kind: &Kind) {
        self.0.retain(|draft| draft.over.kind != *kind);
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The case was read again.
    pub fn case_was_read(&mut self) {
        for draft in &mut self.0 {
            draft.only_words = true;
        }
    }

    /// The dialog that begins, with what was written before.
    pub fn resumed(&self, fresh: Over) -> Over {
        let Some(draft) = self.0.iter().find(|draft| draft.over.kind == fresh.kind) else { return fresh };
        let over = draft.over.clone();
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
