//! The first page of the counter: the service by three letters, and the drafts that were parked. Begins nothing itself.

use super::outcome::{Action, Outcome, Parked};
use super::sentence::local;
use crate::catalogue::{Catalogue, Service};
use crate::domain::id::CaseId;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{Suggestion, button, link, panel, section, small, strong, text_field, title};
use crate::ui::layout::{Space, named_beside};
use crate::ui::theme::space;
use crate::words;
use chrono::NaiveDate;
use iced::widget::{column, row};
use iced::{Alignment, Fill};

/// How many services are offered under the field.
const OFFERED: usize = 8;

/// The first page.
#[derive(Debug, Clone, Default)]
pub struct State {
    typed: String,
    found: Vec<&'static Service>,
    parked: Vec<Parked>,
}

/// What happened on it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something was typed for a service.
    Typed(String),
    /// A service was taken from those that were found.
    Taken(usize),
    /// The drafts are there.
    ParkedFound(Outcome<Vec<Parked>>),
    /// A draft is to be gone on with.
    ResumePressed(CaseId),
    /// A draft is to be thrown away.
    DiscardPressed(CaseId),
}

impl State {
    /// Takes a message in. `Err` are problems to be shown.
    pub fn update(
        &mut self,
        message: Message,
        catalogue: &'static Catalogue,
        today: NaiveDate,
    ) -> Result<Action, Vec<Problem>> {
        match message {
            Message::Typed(typed) => {
                self.found = if typed.trim().is_empty() { Vec::new() } else { catalogue.find(&typed, today) };
                self.found.truncate(OFFERED);
                self.typed = typed;
            }
            Message::Taken(index) => {
                let Some(service) = self.found.get(index) else { return Ok(Action::None) };
                return Ok(Action::Begin(service.slug.clone()));
            }
            Message::ParkedFound(parked) => self.parked = parked?,
            Message::ResumePressed(id) => return Ok(Action::OpenDraft(id)),
            Message::DiscardPressed(id) => {
                self.parked.retain(|draft| draft.id != id);
                return Ok(Action::DiscardDraft(id).and(Action::focus("service")));
            }
        }
        Ok(Action::None)
    }

    /// Draws the page.
    pub fn view(&self, catalogue: &'static Catalogue, room: Space) -> Element<'_, Message> {
        let rows = self.found.iter().map(|service| {
            Suggestion::new(service.filing_plan.clone())
                .strong(local(&service.name))
                .note(service.search.first().cloned().unwrap_or_default())
        });
        let none = (!self.typed.trim().is_empty() && self.found.is_empty())
            .then(|| small(fl!("counter-service-none")));
        let field = text_field("service", self.typed.clone(), Message::Typed)
            .label(fl!("counter-service-label"))
            .hint(fl!("counter-service-hint"))
            .suggestions(rows.collect(), Message::Taken)
            .first();
        let parked = (!self.parked.is_empty()).then(|| section(fl!("counter-parked")));
        let drafts = self.parked.iter().map(|draft| parked_row(draft, catalogue, room));
        let page = column![title(fl!("counter-title")), field]
            .push(none)
            .push(parked)
            .extend(drafts)
            .spacing(space::M)
            .width(Fill);
        panel().push(page).into()
    }
}

fn parked_row<'a>(draft: &'a Parked, catalogue: &'static Catalogue, room: Space) -> Element<'a, Message> {
    let named = catalogue.versions(&draft.service).next();
    let service = named.map_or_else(|| draft.service.clone(), |service| local(&service.name));
    let person = if draft.person.is_empty() { fl!("counter-nobody-yet") } else { draft.person.clone() };
    let resume = button(fl!("counter-resume"))
        .id(format!("parked.{}", draft.id))
        .says(fl!("counter-resume-this", service = service.clone(), person = person.clone()))
        .on_press(Message::ResumePressed(draft.id));
    let discard = link(fl!("counter-discard"))
        .says(fl!("counter-discard-this", service = service.clone(), person = person.clone()))
        .on_press(Message::DiscardPressed(draft.id));
    let what =
        column![strong(service), small(format!("{person} · {}", words::moment(draft.saved_at)))].width(Fill);
    let buttons = row![Element::from(resume), Element::from(discard)].spacing(space::M);
    named_beside(room, what, buttons.align_y(Alignment::Center))
}
