//! A case that is with another office, or came from one: who has it now and why, in words; the way there, back, and onto a
//! stick. Sends nothing itself.

use super::over::{Kind, Over};
use super::{Action, Message, State};
use crate::desk::case::Sheet;
use crate::desk::handover::{ENDING, Weight, whereabouts};
use crate::desk::look::{Viewable, file_name};
use crate::domain::case::Stage;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{button, panel, primary, state};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::row;

/// Which way a case can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goes {
    Out,
    After,
    Back,
    BackUndecided,
}

impl Goes {
    /// What the key does.
    pub fn name(self) -> String {
        match self {
            Self::Out => fl!("case-hand-over"),
            Self::After => fl!("case-supplement"),
            Self::Back => fl!("case-give-back"),
            Self::BackUndecided => fl!("case-give-back-refuse"),
        }
    }

    /// The same in the column beside, where there is room for a word.
    fn word(self) -> String {
        match self {
            Self::Out => fl!("case-hand-over-go"),
            Self::After => fl!("case-supplement"),
            Self::Back | Self::BackUndecided => fl!("case-give-back"),
        }
    }

    fn kind(self) -> Kind {
        match self {
            Self::Out => Kind::HandOver,
            Self::After => Kind::SendAfter,
            Self::Back => Kind::GiveBack,
            Self::BackUndecided => Kind::GiveBackUndecided,
        }
    }
}

impl State {
    /// Which way it can go now, by those roles.
    pub(super) fn goes(&self, sheet: &Sheet) -> Option<Goes> {
        let case = &sheet.case;
        let came = case.origins().next().is_some();
        if came && case.given_back().is_none() && self.may("given_back") {
            return Some(if case.decisions.is_empty() { Goes::BackUndecided } else { Goes::Back });
        }
        if !sheet.assessment.for_kreis || !self.may("handed_over") || case.stage() == Stage::Closed {
            return None;
        }
        match case.away() {
            None if case.returned().is_none() => Some(Goes::Out),
            Some(_) if !case.overlooked().is_empty() => Some(Goes::After),
            _ => None,
        }
    }

    pub(super) fn hand_over_pressed(&mut self) -> Action {
        let goes = self.sheet.as_ref().and_then(|sheet| self.goes(sheet));
        goes.map_or(Action::None, |goes| self.open(Over::new(goes.kind(), self.today)))
    }

    pub(super) fn bundle_pressed(&mut self) -> Action {
        let Some(sheet) = &self.sheet else { return Action::None };
        let name = file_name(&format!("{}.{ENDING}", sheet.case.opened.number));
        self.save_as(Viewable::Bundle(self.id), name)
    }

    pub(super) fn hand_over_button<'a>(&self, sheet: &Sheet) -> Option<Element<'a, Message>> {
        let goes = self.goes(sheet)?;
        // Giving back undecided is not what one does first.
        let press = if goes == Goes::BackUndecided { button(goes.word()) } else { primary(goes.word()) };
        let press = press.id("case-hand-over").says(goes.name()).keys(Shortcut::HandOver.keys());
        Some(press.on_press(Message::HandOverPressed).into())
    }

    /// Who has it and how it came there; nothing for a case that was always here.
    pub(super) fn whereabouts<'a>(sheet: &Sheet) -> Option<Element<'a, Message>> {
        let told = whereabouts(&sheet.case);
        if told.is_empty() {
            return None;
        }
        let mut card = panel().title(fl!("case-handover-title")).spacing(space::S);
        for one in told {
            let tone = match one.weight {
                Weight::Plain => Tone::Plain,
                Weight::Good => Tone::Good,
                Weight::Warning => Tone::Warning,
            };
            card = card.push(state(words::said(one.id, &one.args), tone));
        }
        let stick = button(fl!("case-bundle-save")).id("case-bundle").on_press(Message::BundlePressed);
        Some(card.push(row![Element::from(stick)]).into())
    }
}
