//! Building blocks in the dialog of a decision: one key puts a block behind what was typed, and it is changed there. Decides nothing.

use super::{Message, Over};
use crate::desk::case::Sheet;
use crate::domain::block::{Block, Part};
use crate::domain::case::Outcome;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{link, small};
use crate::ui::screen::beside::local;
use crate::ui::theme::space;
use iced::widget::row;

impl Over {
    /// The blocks of a part that fit what is chosen.
    pub(super) fn blocks<'a>(&self, sheet: &Sheet, part: Part) -> Option<Element<'a, Message>> {
        Self::blocks_for(sheet, part, self.outcome()?)
    }

    /// The same for an outcome that is known otherwise.
    pub(super) fn blocks_for<'a>(
        sheet: &Sheet,
        part: Part,
        outcome: Outcome,
    ) -> Option<Element<'a, Message>> {
        let fits = sheet.assessment.blocks.iter().filter(|block| block.part == part && block.fits(outcome));
        let offered: Vec<Element<'a, Message>> = fits.map(offer).collect();
        if offered.is_empty() {
            return None;
        }
        let heading = Element::from(small(fl!("step-blocks")));
        Some(row![heading].extend(offered).spacing(space::M).wrap().into())
    }

    /// Puts a block behind what was typed.
    pub(super) fn takes(&mut self, block: &Block) {
        let typed = match block.part {
            Part::Reasons => &mut self.text,
            Part::Condition => &mut self.conditions,
        };
        *typed = block.added_to(typed);
    }
}

fn offer<'a>(block: &Block) -> Element<'a, Message> {
    // What the town wrote itself says so.
    let title = local(&block.title);
    let label = if block.own { fl!("step-block-own", title = title) } else { title };
    let says = format!("{label}: {}", block.written());
    let chosen = Message::BlockChosen(Box::new(block.clone()));
    link(label).id(format!("block.{}", block.id)).says(says).on_press(chosen).into()
}
