//! The last page: what filing gave. Number, receipt, change, papers. Prints nothing itself.

use super::outcome::{Action, Filed};
use crate::desk::print::PrintJob;
use crate::domain::id::PaperId;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{button, panel, primary, section, small, state, strong, title};
use crate::ui::layout::{Space, named_beside};
use crate::ui::screen::prints::say;
use crate::ui::shortcut::{Area, Shortcut};
use crate::ui::theme::space;
use crate::words;
use iced::widget::{column, row};
use iced::{Alignment, Fill};

/// What happened on the last page.
#[derive(Debug, Clone)]
pub enum Message {
    /// All papers printed.
    PrintPressed,
    /// One paper printed.
    PrintOnePressed(PaperId),
    /// One paper looked at.
    ViewPressed(PaperId),
    /// The case opened.
    CasePressed,
    /// The next intake.
    NextPressed,
}

/// The control by which a paper is looked at.
pub fn look_id(paper: PaperId) -> String {
    format!("view.{paper}")
}

/// What a message wants; `None` is the next intake.
pub fn wanted(filed: &Filed, message: &Message) -> Option<Action> {
    match message {
        Message::PrintPressed => Some(Action::Print(filed.papers.iter().map(|paper| paper.id).collect())),
        Message::PrintOnePressed(paper) => Some(Action::Print(vec![*paper])),
        Message::CasePressed => Some(Action::OpenCase(filed.case)),
        Message::ViewPressed(_) | Message::NextPressed => None,
    }
}

/// Draws the last page. `prints` are the print jobs as they stand, the newest first.
pub fn view<'a>(filed: &'a Filed, prints: &[PrintJob], room: Space) -> Element<'a, Message> {
    let receipt = filed.receipt.as_ref().map(|number| {
        row![small(fl!("counter-receipt")), strong(number.clone())]
            .spacing(space::S)
            .align_y(Alignment::Center)
    });
    let change = filed.change.filter(|change| change.0 > 0).map(|change| {
        row![strong(fl!("counter-change-money")), title(words::amount(change.0))]
            .spacing(space::M)
            .align_y(Alignment::Center)
    });
    let papers = filed.papers.iter().map(|paper| {
        let pages = fl!("counter-pages", count = usize::from(paper.pages));
        let look = button(fl!("counter-view"))
            .id(look_id(paper.id))
            .says(fl!("counter-view-this", paper = paper.title.clone()))
            .on_press(Message::ViewPressed(paper.id));
        let print = button(fl!("counter-print"))
            .id(format!("print.{}", paper.id))
            .says(fl!("counter-print-this", paper = paper.title.clone()))
            .on_press(Message::PrintOnePressed(paper.id));
        let job = prints.iter().find(|job| job.order.paper == paper.id);
        let stand = job.map(|job| {
            let (words, tone) = say::state(job);
            let matter = !job.standing.why.is_empty();
            state(if matter { say::sentence(job) } else { words }, tone)
        });
        let name = column![strong(paper.title.clone()), small(pages)].push(stand).width(Fill);
        let buttons = row![Element::from(look), Element::from(print)].spacing(space::S);
        named_beside(room, name, buttons)
    });
    let none = filed.papers.is_empty().then(|| small(fl!("counter-no-papers")));
    let all = (!filed.papers.is_empty()).then(|| {
        button(fl!("counter-print-all"))
            .id("print-all")
            .keys(Shortcut::Print.keys())
            .on_press(Message::PrintPressed)
    });
    let case = button(fl!("counter-open-case")).id("open-case").on_press(Message::CasePressed);
    let next = primary(fl!("counter-next-intake"))
        .id("next-intake")
        .keys_told(Shortcut::Go(Area::Counter).keys())
        .on_press(Message::NextPressed);
    let page = column![small(fl!("counter-filed")), title(filed.number.clone())]
        .push(receipt)
        .push(change)
        .push(section(fl!("counter-papers-made")))
        .extend(papers)
        .push(none)
        .push(row![next].push(all).push(case).spacing(space::S).wrap())
        .spacing(space::M)
        .width(Fill);
    panel().push(page).into()
}
