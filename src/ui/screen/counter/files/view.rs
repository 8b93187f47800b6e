//! How the files of an intake look: the list, the choosing, the form to be signed. Changes nothing.

use super::{Files, For, Message};
use crate::desk::intake::Enclosure;
use crate::domain::case::Signature;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{Dialog, badge, body, button, choice, dialog, link, primary, small, status_line};
use crate::ui::layout::Space;
use crate::ui::screen::beside::elsewhere;
use crate::ui::screen::chooser;
use crate::ui::screen::counter::sentence::local;
use crate::ui::screen::counter::work::Work;
use crate::ui::screen::{counter, preview};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, row};
use iced::{Alignment, Fill, Length};

impl Files {
    /// The dialog, where a file is being chosen.
    pub(in crate::ui::screen::counter) fn dialog(
        &self,
        work: &Work,
        room: Space,
    ) -> Option<Dialog<'_, counter::Message>> {
        let (chooser, what) = self.choosing.as_ref()?;
        let height = if chooser::fills(room) { Fill } else { Length::Shrink };
        let (go, ready) = chooser.deed();
        let (heading, document) = match what {
            For::Signed => (fl!("counter-sign-attach"), None),
            For::Attach(at) => {
                let names = work.service.documents.iter().map(|document| local(&document.label));
                let names: Vec<String> = std::iter::once(fl!("file-free")).chain(names).collect();
                let chosen = Some(at.map_or(0, |at| at + 1));
                let document = choice("file-document", names, chosen, Message::DocumentChosen);
                (fl!("file-attach-title"), Some(document.label(fl!("file-what"))))
            }
        };
        let inside = column![chooser.view(room).map(Message::Chooser)];
        let inside = inside.push(document.map(Element::from)).spacing(space::M).height(height);
        let take = counter::Message::File(Message::Chooser(chooser::Message::Taken));
        let confirm =
            primary(go).id("chooser-go").keys(Shortcut::Finish.keys()).on_press_maybe(ready.then_some(take));
        let close = counter::Message::File(Message::ChooserClosed);
        let cancel = button(fl!("cancel")).id("chooser-cancel").on_press(close.clone());
        let inside = Element::from(inside).map(counter::Message::File);
        Some(
            dialog(heading, inside, close)
                .width(760.0)
                .tall(chooser::fills(room))
                .button(confirm)
                .button(cancel),
        )
    }

    /// What is looked at, instead of the page; what it says stands at its side where that leaves both of them room.
    pub(in crate::ui::screen::counter) fn looked_at(
        &self,
        room: Space,
        at_side: bool,
    ) -> Option<Element<'_, Message>> {
        let preview = self.preview.as_ref()?;
        Some(preview.view(Message::Preview, [preview::close(Message::PreviewClosed)], (room, at_side)))
    }

    /// What can be done with the form that is to be signed.
    pub(in crate::ui::screen::counter) fn sign<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let has_form = work.assessment.filed_form().is_some();
        let form = has_form.then(|| {
            let look = button(fl!("counter-form-view")).id("form-view").on_press(Message::FormPressed);
            let print = button(fl!("counter-form-print"))
                .id("form-print")
                .keys(Shortcut::Print.keys())
                .on_press_maybe((!self.printing).then_some(Message::PrintFormPressed));
            row![Element::from(look), Element::from(print)].spacing(space::S).wrap()
        });
        let none = (!has_form).then(|| small(fl!("counter-form-none")));
        let printed = self.printed.clone();
        let printed =
            printed.map(|printer| status_line(fl!("counter-form-printed", printer = printer), Tone::Good));
        let scan = button(fl!("counter-sign-attach")).id("sign-attach").on_press(Message::SignedPressed);
        let signed =
            work.intake.enclosures.iter().filter(|file| is_signed(work, file)).map(|file| row_of(work, file));
        column(elsewhere(&self.trouble, &[]))
            .push(form)
            .push(none)
            .push(printed)
            .push(Element::from(scan))
            .extend(signed)
            .spacing(space::M)
            .into()
    }
}

fn is_signed(work: &Work, file: &Enclosure) -> bool {
    matches!(work.intake.signature, Some(Signature::Scanned { blob }) if blob == file.blob)
}

/// The files of the intake, and the button for another one.
pub(in crate::ui::screen::counter) fn list(work: &Work) -> Element<'_, Message> {
    let rows = work.intake.enclosures.iter().map(|file| row_of(work, file));
    let none = work.intake.enclosures.is_empty().then(|| small(fl!("file-none")));
    let attach = button(fl!("file-attach"))
        .id("attach")
        .keys(Shortcut::Attach.keys())
        .on_press(Message::AttachPressed(None));
    column(rows).push(none).push(Element::from(attach)).spacing(space::S).width(Fill).into()
}

fn row_of<'a>(work: &Work, file: &Enclosure) -> Element<'a, Message> {
    let document = file.document.as_ref().map(|id| {
        let known = work.service.documents.iter().find(|known| known.id == *id);
        small(known.map_or_else(|| id.clone(), |known| local(&known.label)))
    });
    let signed = is_signed(work, file).then(|| badge(fl!("file-signed"), Tone::Good));
    let look = link(fl!("case-look"))
        .id(format!("file-view.{}", file.blob))
        .says(fl!("file-view-this", name = file.name.clone()))
        .on_press(Message::ViewPressed(file.blob));
    let remove = link(fl!("file-remove"))
        .id(format!("file-remove.{}", file.blob))
        .says(fl!("file-remove-this", name = file.name.clone()))
        .on_press(Message::RemovePressed(file.blob, file.document.clone()));
    let deeds = row![Element::from(look), Element::from(remove)].spacing(space::M);
    let line = row![small(words::bytes(file.size))].push(document).push(signed).spacing(space::S);
    column![body(file.name.clone()), line.align_y(Alignment::Center).wrap(), deeds].width(Fill).into()
}
