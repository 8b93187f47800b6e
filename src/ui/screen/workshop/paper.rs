//! The papers of the service on the bench: which there are with the answers of now, and one of them as a picture.

use super::Message;
use crate::desk::look::Viewable;
use crate::desk::workshop::Sample;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{body, choice, panel};
use crate::ui::layout::{Class, Space};
use crate::ui::screen::beside::local;
use crate::ui::screen::counter::work::Work;
use crate::ui::screen::preview::{self, Preview};
use crate::ui::theme::space;
use iced::widget::column;

/// Which paper, and its picture.
#[derive(Debug, Clone, Default)]
pub(super) struct Paper {
    pub chosen: usize,
    preview: Option<Preview>,
}

impl Paper {
    /// The picture of the chosen paper as the answers are now; nothing where it is seen already.
    pub fn wanted(&mut self, work: &Work) -> Option<preview::Wanted> {
        self.chosen = self.chosen.min(work.assessment.papers.len().saturating_sub(1));
        let Some(due) = work.assessment.papers.get(self.chosen) else {
            self.preview = None;
            return None;
        };
        let sample =
            Sample { service: work.service, answers: work.intake.answers.clone(), kind: due.kind.clone() };
        let what = Viewable::Sample(Box::new(sample));
        if self.preview.as_ref().is_some_and(|preview| preview.what == what) {
            return None;
        }
        let preview = Preview::new(what, local(&due.label), 1);
        let wanted = preview.wanted();
        self.preview = Some(preview);
        Some(wanted)
    }

    pub fn update(&mut self, message: preview::Message) -> Option<preview::Wanted> {
        self.preview.as_mut()?.update(message)
    }

    pub fn view<'a>(&'a self, work: &Work, room: Space) -> Element<'a, Message> {
        let names: Vec<String> = work.assessment.papers.iter().map(|due| local(&due.label)).collect();
        let Some(preview) = self.preview.as_ref().filter(|_| !names.is_empty()) else {
            return panel().push(body(fl!("workshop-no-paper"))).into();
        };
        let which = choice("workshop-paper", names, Some(self.chosen), Message::PaperChosen)
            .label(fl!("workshop-paper"));
        let page = preview.view(Message::Preview, [], (room, room.class() == Class::Wide));
        column![Element::from(which), page].spacing(space::S).height(room.fill()).into()
    }
}
