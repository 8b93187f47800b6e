//! How the first start looks: two ways, each a card, with its fields and its button; progress in their place once it goes.

use super::{FIELDS, Message, Running, State};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Dialog, body, button, panel, primary, progress, small, text_field, title, with_dialog,
};
use crate::ui::layout::{Space, columns};
use crate::ui::screen::beside::{at, elsewhere};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::space;
use iced::Fill;
use iced::widget::{column, container};

impl State {
    /// Draws the screen.
    pub fn view(&self, room: Space) -> Element<'_, Message> {
        let mut page = column![Element::from(title(fl!("begin-title")))].spacing(space::L);
        for problem in elsewhere(&self.problems, &FIELDS) {
            page = page.push(problem);
        }
        page = match &self.running {
            Some(running) => {
                let words = if running.of > 0 { fl!("begin-goes") } else { fl!("begin-asks") };
                let stop = (running.of > 0).then_some(Message::StopPressed);
                page.push(panel().push(progress(words, part(running), stop)))
            }
            None => page.push(self.join_card()).push(alone_card()),
        };
        let page = container(container(page).max_width(560.0)).center_x(Fill).padding([24.0, 0.0]);
        let page = columns(room, room.scrolls(page));
        with_dialog(page, self.dialog(room), room)
    }

    /// A further desk of a town: address and code, and where there is one, a neighbour's backup.
    fn join_card(&self) -> Element<'_, Message> {
        let mut card =
            panel().title(fl!("begin-join-title")).spacing(space::M).push(body(fl!("begin-join-words")));
        card = card
            .push(
                text_field("url", &self.url, Message::UrlTyped)
                    .label(fl!("begin-url"))
                    .required(true)
                    .hint(fl!("begin-url-hint"))
                    .problem(at(&self.problems, "url")),
            )
            .push(
                text_field("code", &self.code, Message::CodeTyped)
                    .label(fl!("begin-code"))
                    .required(true)
                    .problem(at(&self.problems, "code")),
            );
        if self.made.is_some() {
            card = card.push(small(fl!("begin-made")));
        } else {
            let choose = button(fl!("begin-choose")).id("begin-choose").keys(Shortcut::Attach.keys());
            card = card
                .push(
                    text_field("backup", &self.backup, Message::BackupTyped)
                        .label(fl!("begin-backup"))
                        .hint(fl!("begin-backup-hint"))
                        .problem(at(&self.problems, "backup")),
                )
                .push(Element::from(choose.on_press(Message::ChoosePressed)))
                .push(
                    text_field("passphrase", &self.passphrase, Message::PassphraseTyped)
                        .label(fl!("begin-passphrase"))
                        .secret()
                        .problem(at(&self.problems, "passphrase")),
                );
        }
        let join = primary(fl!("begin-join")).id("begin-join").keys(Shortcut::Finish.keys());
        card.push(Element::from(join.on_press(Message::JoinPressed))).into()
    }

    fn dialog(&self, room: Space) -> Option<Dialog<'_, Message>> {
        let chooser = self.choosing.as_ref()?;
        Some(chooser.dialog(fl!("begin-choose"), room, Message::Chooser, Message::ChooserClosed))
    }
}

/// The first desk of a town.
fn alone_card<'a>() -> Element<'a, Message> {
    let alone = button(fl!("begin-alone")).id("begin-alone").on_press(Message::AlonePressed);
    panel()
        .title(fl!("begin-alone-title"))
        .spacing(space::M)
        .push(body(fl!("begin-alone-words")))
        .push(alone)
        .into()
}

#[expect(clippy::cast_precision_loss, reason = "a bar is no count")]
fn part(running: &Running) -> Option<f32> {
    (running.of > 0).then(|| running.done as f32 / running.of as f32)
}
