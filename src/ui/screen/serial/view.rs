//! Draws the screen of serial letters. Changes nothing.

use super::{Going, Message, SUBJECT, State, TEXT, WHAT};
use crate::desk::serial::{Earlier, PLACEHOLDERS, Progress};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, Dialog, KeyHint, Row, body, button, check, choice, dialog, long_text, panel, primary,
    progress, section, small, strong, table, text_field, title, with_dialog,
};
use crate::ui::layout::{Space, columns, stack};
use crate::ui::screen::beside::{at, elsewhere, local, sentence};
use crate::ui::screen::preview;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::space;
use crate::words;
use iced::FillPortion;
use iced::widget::{column, container, row};

/// Earlier runs that are shown.
const SHOWN: usize = 8;

impl State {
    /// Draws the screen.
    pub fn view(&self, room: Space) -> Element<'_, Message> {
        if let Some(preview) = &self.preview {
            let close = preview::close(Message::PreviewClosed);
            return preview.view(
                Message::Preview,
                [close],
                (room, room.class() == crate::ui::layout::Class::Wide),
            );
        }
        let mut cards = vec![self.write_card()];
        cards.extend(self.left());
        let strip = body(fl!("serial-cases", count = self.cases.len()));
        let page = columns(room, room.scrolls(container(stack(cards)).max_width(760.0)))
            .right(self.beside(), strip)
            .right_width(318.0);
        with_dialog(page, self.sure(), room)
    }

    /// Whether all are really to be issued.
    fn sure(&self) -> Option<Dialog<'_, Message>> {
        let called = match self.what.checked_sub(1).and_then(|at| self.kinds.get(at)) {
            Some((_, label)) => local(label),
            None => self.subject.clone(),
        };
        let how = if self.print { fl!("serial-sure-printed") } else { fl!("serial-sure-not-printed") };
        let says = body(fl!("serial-sure", count = self.cases.len(), called = called));
        let inside = column![says, body(how), small(fl!("serial-sure-stays"))].spacing(space::M);
        let go = primary(fl!("serial-write", count = self.cases.len()))
            .id("serial-write-go")
            .keys(Shortcut::Finish.keys())
            .on_press(Message::WriteTaken);
        let no = button(fl!("serial-sure-not")).id("serial-write-not").on_press(Message::WriteClosed);
        let ask = || dialog(fl!("serial-title"), inside, Message::WriteClosed).button(go).button(no);
        self.asking.then(ask)
    }

    fn write_card(&self) -> Element<'_, Message> {
        let mut card = panel().spacing(space::M).push(title(fl!("serial-title")));
        for problem in elsewhere(&self.problems, &["subject", "text"]) {
            card = card.push(problem);
        }
        card = card.push(strong(fl!("serial-cases", count = self.cases.len())));
        if let Some(goes) = &self.goes {
            let words = if goes.stop.is_wished() {
                fl!("serial-stops")
            } else {
                fl!("serial-goes", done = goes.done, of = goes.of)
            };
            return card.push(progress(words, part(goes), Some(Message::StopPressed))).into();
        }
        let kinds = self.kinds.iter().map(|(_, label)| fl!("serial-lacking", paper = local(label)));
        let what: Vec<String> = std::iter::once(fl!("serial-words")).chain(kinds).collect();
        card = card.push(choice(WHAT, what, Some(self.what), Message::WhatChosen).label(fl!("serial-what")));
        if self.what == 0 {
            let subject = text_field(SUBJECT, &self.subject, Message::SubjectTyped)
                .label(fl!("serial-subject"))
                .problem(at(&self.problems, "subject"));
            let known = PLACEHOLDERS.map(|name| format!("{{{name}}}")).join(", ");
            let text = long_text(TEXT, &self.text, Message::TextTyped)
                .label(fl!("serial-text"))
                .hint(fl!("serial-text-hint", known = known))
                .problem(at(&self.problems, "text"));
            card = card.push(subject).push(text);
        }
        let print = check("serial-print", fl!("serial-print"), self.print, Message::PrintTicked);
        let ready = !self.cases.is_empty();
        let write = primary(fl!("serial-write", count = self.cases.len()))
            .id("serial-write")
            .keys(Shortcut::Finish.keys())
            .on_press_maybe(ready.then_some(Message::WritePressed));
        let look = button(fl!("serial-look"))
            .id("serial-look")
            .keys(Shortcut::Print.keys())
            .on_press_maybe(ready.then_some(Message::LookPressed));
        let back = button(fl!("serial-back")).id("serial-back").on_press(Message::BackPressed);
        let last = row![Element::from(write), Element::from(look), Element::from(back)].spacing(space::S);
        card.push(print).push(last.wrap()).into()
    }

    /// Who got no letter, and why.
    fn left(&self) -> Option<Element<'_, Message>> {
        let done = self.done.as_ref()?;
        let mut card = panel().push(section(far(done)));
        if done.left.is_empty() {
            return Some(card.into());
        }
        let titles = vec![
            Column::new(fl!("serial-left-number"), 190),
            Column::new(fl!("serial-left-why"), FillPortion(1)),
        ];
        let cells = |at: usize| {
            let Some((number, problem)) = done.left.get(at) else { return Row::default() };
            Row::new([Cell::new(number), Cell::new(sentence(problem))])
        };
        let rows = table("serial-left", fl!("serial-left-title"), titles, done.left.len(), cells)
            .on_open(Message::LeftOpened)
            .whole();
        card = card.push(rows);
        Some(card.push(small(fl!("serial-left-hint"))).into())
    }

    /// Earlier runs; one that broke off goes on.
    fn beside(&self) -> Element<'_, Message> {
        let mut card = panel().push(section(fl!("serial-earlier")));
        if self.earlier.is_empty() {
            card = card.push(small(fl!("serial-earlier-none")));
        }
        for run in self.earlier.iter().take(SHOWN) {
            card = card.push(strong(self.called(run))).push(small(fl!(
                "serial-earlier-far",
                date = words::date(run.begun_on),
                issued = run.issued,
                of = run.cases
            )));
            if run.issued < run.cases && self.goes.is_none() {
                let go_on = button(fl!("serial-go-on"))
                    .id(format!("serial-go-on-{}", run.id))
                    .says(fl!("serial-go-on-with", name = self.called(run)));
                card = card.push(go_on.on_press(Message::GoOnPressed(run.id)));
            }
        }
        card.into()
    }

    /// The subject, or the paper that was lacking.
    fn called(&self, run: &Earlier) -> String {
        let Some(kind) = &run.text.kind else { return run.text.subject.clone() };
        let known = self.kinds.iter().find(|(known, _)| known == kind);
        known.map_or_else(|| kind.clone(), |(_, label)| local(label))
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        if self.preview.is_some() {
            return vec![KeyHint::new(Shortcut::Escape.keys(), fl!("close"))];
        }
        if self.goes.is_some() {
            return vec![KeyHint::new(Shortcut::Escape.keys(), fl!("serial-stop"))];
        }
        if self.asking {
            return vec![
                KeyHint::new(Shortcut::Finish.keys(), fl!("serial-write-key")),
                KeyHint::new(Shortcut::Escape.keys(), fl!("serial-sure-not")),
            ];
        }
        vec![
            KeyHint::new(Shortcut::Finish.keys(), fl!("serial-write-key")),
            KeyHint::new(Shortcut::Print.keys(), fl!("serial-look")),
            KeyHint::new(Shortcut::Escape.keys(), fl!("serial-back")),
        ]
    }
}

/// How a run ended.
fn far(done: &Progress) -> String {
    let (issued, of) = (done.issued.len(), done.cases);
    if done.stopped {
        fl!("serial-ended-stopped", issued = issued, of = of)
    } else {
        fl!("serial-ended", issued = issued, of = of)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a bar is no count")]
fn part(goes: &Going) -> Option<f32> {
    (goes.of > 0).then(|| goes.done as f32 / goes.of as f32)
}
