//! Draws what somebody has to look at because of roles: what does not count, and what was written in a role that had been taken
//! away meanwhile. Each with why, and a button for the head once something was done about it.

use super::{Message, State, Work};
use crate::desk::kreis::{Meanwhile, Refused};
use crate::domain::id::EventRef;
use crate::ui::Element;
use crate::ui::control::{body, button, panel, small, strong, text_field};
use crate::ui::theme::space;
use crate::{fl, timeline};
use iced::widget::container;

impl State {
    /// The card; nothing where there is nothing of the kind.
    pub(super) fn work(&self) -> Option<Element<'_, Message>> {
        let outbox = self.outbox.as_ref()?;
        if outbox.refused.is_empty() && outbox.meanwhile.is_empty() {
            return None;
        }
        let mut card = panel().title(fl!("kreis-work")).spacing(space::M);
        if !outbox.refused.is_empty() {
            card = card.push(strong(fl!("kreis-refused"))).push(small(fl!("kreis-refused-remedy")));
            for refused in &outbox.refused {
                card = card.push(body(timeline::refused(refused)));
            }
            card = card.push_maybe(self.destroyed(Work::Refused));
            card = card.push_maybe(self.settles(Work::Refused, "work-refused".to_owned()));
        }
        for (at, meanwhile) in outbox.meanwhile.iter().enumerate() {
            card =
                card.push(strong(timeline::meanwhile(meanwhile))).push(small(fl!("kreis-meanwhile-remedy")));
            card = card.push_maybe(self.destroyed(Work::Meanwhile(at)));
            card = card.push_maybe(self.settles(Work::Meanwhile(at), format!("work-meanwhile-{at}")));
        }
        if outbox.to_settle.events.is_empty() {
            return Some(card.push(small(fl!("kreis-work-head"))).into());
        }
        if outbox.to_settle.destroyed == outbox.to_settle.events {
            return Some(card.into());
        }
        let reason = text_field("work-reason", &self.done, Message::DoneTyped).label(fl!("kreis-task-why"));
        Some(card.push(container(reason).max_width(520.0)).into())
    }

    /// That nothing is written any more about what was destroyed; nothing where something is still to be written.
    pub(super) fn destroyed(&self, work: Work) -> Option<Element<'_, Message>> {
        let outbox = self.outbox.as_ref()?;
        let events = self.events_of(work);
        let is_destroyed = |event: &EventRef| outbox.to_settle.destroyed.contains(event);
        (!events.is_empty() && events.iter().all(is_destroyed))
            .then(|| small(fl!("kreis-work-destroyed")).into())
    }

    /// The button; nothing where none of it is for whoever looks to settle.
    fn settles(&self, work: Work, id: String) -> Option<Element<'_, Message>> {
        if self.events_of(work).is_empty() {
            return None;
        }
        let pressed = (!self.busy).then_some(Message::WorkSettled(work));
        Some(button(fl!("kreis-task-done")).id(id).on_press_maybe(pressed).into())
    }

    /// The events that are meant and that whoever looks may settle.
    pub(super) fn events_of(&self, work: Work) -> Vec<EventRef> {
        let Some(outbox) = &self.outbox else { return Vec::new() };
        let event = |refused: &Refused| refused.event;
        let written = |meanwhile: &Meanwhile| meanwhile.events.clone();
        let mut events: Vec<EventRef> = match work {
            Work::Refused => outbox.refused.iter().map(event).collect(),
            Work::Meanwhile(at) => outbox.meanwhile.get(at).map(written).unwrap_or_default(),
        };
        events.retain(|event| outbox.to_settle.events.contains(event));
        events
    }
}
