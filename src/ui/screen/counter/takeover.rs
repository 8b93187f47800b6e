//! What lies over the page for a moment: earlier cases whose answers can be taken (Ctrl+U). Finds none itself.

use super::outcome::Action;
use super::stops::Stop;
use super::{Message, Page, State};
use crate::desk::intake::Party;
use crate::domain::case::Signature;
use crate::domain::id::PersonId;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::control::{Dialog, button, dialog, small};
use crate::ui::theme::space;
use crate::words;
use iced::Fill;
use iced::widget::column;

impl State {
    pub(super) fn on_over(&mut self, message: Message) -> Result<Action, Vec<Problem>> {
        match message {
            Message::TakeOverPressed => return Ok(self.ask_for_earlier()),
            Message::EarlierFound(cases) => {
                let cases = cases?;
                let first = cases
                    .first()
                    .map_or_else(|| "over-close".to_owned(), |case| format!("earlier.{}", case.id));
                self.earlier = Some(cases);
                return Ok(Action::focus(first));
            }
            Message::EarlierTaken(case) => {
                self.earlier = None;
                return Ok(Action::CopyAnswers(case));
            }
            Message::Copied(answers) => {
                let answers = answers?;
                if let Some(work) = &mut self.work {
                    work.take_over(&answers);
                }
                return Ok(self.back_to_field().and(self.changed()));
            }
            Message::OverClosed => {
                self.earlier = None;
                return Ok(self.back_to_field());
            }
            _ => {}
        }
        Ok(Action::None)
    }

    fn ask_for_earlier(&self) -> Action {
        let Some(work) = self.work.as_ref().filter(|_| self.page == Page::Form) else { return Action::None };
        let slug = work.service.slug.clone();
        self.known_applicant().map_or(Action::None, |person| Action::EarlierCases(slug, person))
    }

    /// Who it is for, if they were known before this intake.
    pub(super) fn known_applicant(&self) -> Option<PersonId> {
        match self.work.as_ref()?.intake.applicant()?.party {
            Party::Known(person) => Some(person),
            Party::New(_) => None,
        }
    }

    /// Back to where the keyboard was.
    pub(super) fn back_to_field(&mut self) -> Action {
        match (&self.form.typing, &self.work) {
            (_, Some(work)) if self.page == Page::Stops => {
                let scanned = matches!(work.intake.signature, Some(Signature::Scanned { .. }));
                let done = self.stops.stop == Stop::Sign && scanned;
                Action::focus(if done { "stop-next" } else { self.stops.first(work) })
            }
            (Some(path), _) => Action::focus(path.clone()),
            (None, Some(work)) if self.page == Page::Form => self.form.open(self.form.section, work),
            _ => Action::None,
        }
    }

    /// The dialog, if one is open.
    pub(super) fn dialog(&self) -> Option<Dialog<'_, Message>> {
        let cases = self.earlier.as_ref()?;
        let rows = cases.iter().map(|case| {
            let words = format!("{} · {} · {}", case.number, words::date(case.received_on), case.subject);
            let take = button(words).id(format!("earlier.{}", case.id)).width(Fill);
            take.on_press(Message::EarlierTaken(case.id)).into()
        });
        let none = cases.is_empty().then(|| small(fl!("counter-earlier-none")));
        let list = column(rows).push(none).spacing(space::S).width(Fill);
        let close = button(fl!("cancel")).id("over-close").on_press(Message::OverClosed);
        Some(dialog(fl!("counter-earlier-title"), list, Message::OverClosed).button(close))
    }
}
