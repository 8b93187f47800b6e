//! From stop to stop, to what filing gave, and back by Esc. Files nothing itself.

use super::outcome::{Action, Filed, Outcome};
use super::stops::{self, Next};
use super::{Page, State, done};
use crate::desk::look::Viewable;
use crate::domain::id::PaperId;
use crate::ui::screen::preview::Preview;

impl State {
    pub(super) fn on_stop(&mut self, message: stops::Message) -> Action {
        let parking = self.parking;
        let Some(work) = self.work.as_mut().filter(|_| !parking) else { return Action::None };
        match self.stops.update(message, work) {
            Next::Stay(action) => action.and(self.changed()),
            Next::Form => {
                self.page = Page::Form;
                self.form.open(self.form.section, work)
            }
            Next::File => {
                self.unsaved = false;
                Action::File(Box::new(work.intake.clone()))
            }
        }
    }

    pub(super) fn on_filed(&mut self, filed: Outcome<Filed>) -> Action {
        self.stops.filing = false;
        match filed {
            Ok(filed) => {
                self.filed = Some(filed);
                self.page = Page::Done;
                self.unsaved = false;
                Action::focus("next-intake")
            }
            Err(problems) => {
                self.stops.refused = problems;
                self.changed().and(Action::focus("stop-next"))
            }
        }
    }

    pub(super) fn escape(&mut self) -> Action {
        match self.page {
            _ if self.earlier.take().is_some() => self.back_to_field(),
            _ if self.chooses_file() || self.files.preview.is_some() => {
                self.close_file().unwrap_or(Action::None)
            }
            Page::Stops => self.on_stop(stops::Message::GoBack),
            Page::Form => self.open_person(),
            Page::Person => {
                match self.work.as_mut().and_then(|work| self.person.escape(work)) {
                    Some(back) => back.and(self.changed()),
                    // Back to the services: the draft is kept and stands there.
                    None => self.park(),
                }
            }
            Page::Start | Page::Done => Action::None,
        }
    }

    /// On the last page.
    pub(super) fn on_done(&mut self, message: &done::Message) -> Action {
        let Some(filed) = &self.filed else { return self.afresh() };
        if let done::Message::ViewPressed(id) = message {
            let paper = filed.papers.iter().find(|paper| paper.id == *id);
            let preview =
                paper.map(|paper| Preview::new(Viewable::Paper(paper.id), paper.title.clone(), paper.pages));
            return preview.map_or(Action::None, |preview| self.look(preview));
        }
        done::wanted(filed, message).unwrap_or_else(|| self.afresh())
    }

    /// The paper of the last page that is looked at.
    pub(super) fn looked_at(&self) -> Option<PaperId> {
        match self.files.preview.as_ref().map(|preview| &preview.what) {
            Some(Viewable::Paper(paper)) => Some(*paper),
            _ => None,
        }
    }
}
