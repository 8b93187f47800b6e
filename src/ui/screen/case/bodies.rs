//! Receiving bodies of a trade notice: who gets it, why and how it stands, a look at what each gets, the packages, and what
//! became of them. Decides nothing.

use super::over::Kind;
use super::{Action, Message as Whole, State};
use crate::desk::bodies::{NoticeStep, Standing, Told, Withheld};
use crate::desk::case::Sheet;
use crate::desk::look::{Viewable, file_name};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{body, button, link, panel, small, state, toned};
use crate::ui::screen::beside::local;
use crate::ui::screen::preview::{self, Preview};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, row};
use iced::{Alignment, Fill};

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// What a body gets is to be looked at.
    ViewPressed(String),
    /// The packages are to be written.
    WritePressed,
    /// All packages that wait were sent.
    SentPressed,
    /// A body has confirmed.
    AcknowledgedPressed(String),
}

impl State {
    pub(super) fn on_bodies(&mut self, message: Message) -> Action {
        match message {
            Message::ViewPressed(id) => self.look_at_notice(id),
            Message::WritePressed => self.write_notices(),
            Message::SentPressed => self.notes(Vec::new(), NoticeStep::Sent),
            Message::AcknowledgedPressed(id) => self.notes(vec![id], NoticeStep::Acknowledged),
        }
    }

    fn notes(&mut self, bodies: Vec<String>, step: NoticeStep) -> Action {
        if std::mem::replace(&mut self.busy, true) {
            return Action::None;
        }
        Action::NoteNotices(self.id, bodies, step)
    }

    /// Asks for the folder, where there is something to be told.
    fn write_notices(&mut self) -> Action {
        let Some(sheet) = self.sheet.as_ref().filter(|sheet| !sheet.bodies.is_empty()) else {
            return Action::None;
        };
        if !sheet.bodies.iter().any(|told| told.standing.is_open()) {
            return Action::SaidNothingToTell;
        }
        let name = file_name(&sheet.case.opened.number);
        self.save_notices(name)
    }

    fn look_at_notice(&mut self, id: String) -> Action {
        let told = self.sheet.as_ref().and_then(|sheet| sheet.bodies.iter().find(|told| told.id == id));
        let Some(told) = told else { return Action::None };
        let title = fl!("bodies-preview", body = local(&told.label));
        let preview = Preview::new(Viewable::Notice(self.id, id), title, 1);
        let picture = Action::Picture(preview.wanted());
        self.preview = Some(preview);
        Action::All(vec![picture, Action::Focus(preview::PAGE)])
    }

    /// The receiving bodies; nothing where the case is no trade notice.
    pub(super) fn bodies<'a>(&self, sheet: &Sheet) -> Option<Element<'a, Whole>> {
        if sheet.bodies.is_empty() {
            return None;
        }
        let (told, others): (Vec<&Told>, Vec<&Told>) =
            sheet.bodies.iter().partition(|told| told.standing != Standing::NotAsked);
        let rows = told.iter().map(|told| body_row(told));
        let may = self.may("notices_prepared");
        let open = told.iter().any(|told| told.standing.is_open());
        let waits = told.iter().any(|told| told.standing == Standing::Waits);
        let ask = |message| Whole::Bodies(message);
        let write = button(fl!("bodies-write")).id("bodies-write").keys(Shortcut::Bodies.keys());
        let write = write.on_press_maybe((may && open).then(|| ask(Message::WritePressed)));
        let sent = button(fl!("bodies-sent")).id("bodies-sent");
        let sent = sent.on_press_maybe((may && waits).then(|| ask(Message::SentPressed)));
        let nowhere: Vec<String> =
            told.iter().filter(|told| told.address.is_empty()).map(|told| local(&told.label)).collect();
        let nowhere = (!nowhere.is_empty())
            .then(|| toned(fl!("bodies-no-address", bodies = nowhere.join(", ")), Tone::Warning));
        let others: Vec<String> = others.into_iter().map(|told| local(&told.label)).collect();
        let others = (!others.is_empty()).then(|| small(fl!("bodies-others", bodies = others.join(", "))));
        let card = panel()
            .title(fl!("bodies-title"))
            .push(column(rows).spacing(space::S).width(Fill))
            .push(others)
            .push(nowhere)
            .push(row![Element::from(write), Element::from(sent)].spacing(space::S).wrap());
        Some(card.into())
    }
}

fn body_row<'a>(told: &Told) -> Element<'a, Whole> {
    let name = local(&told.label);
    let look = link(fl!("case-look"))
        .id(format!("body-view.{}", told.id))
        .says(fl!("bodies-view-this", body = name.clone()))
        .on_press(Whole::Bodies(Message::ViewPressed(told.id.clone())));
    let confirmed = (told.standing == Standing::Sent).then(|| {
        let pressed = Message::AcknowledgedPressed(told.id.clone());
        let says = fl!("bodies-acknowledged-this", body = name.clone());
        let confirmed = link(fl!("bodies-acknowledged")).id(format!("body-acknowledged.{}", told.id));
        Element::from(confirmed.says(says).on_press(Whole::Bodies(pressed)))
    });
    let withdraw = (told.standing == Standing::Waits).then(|| {
        let says = fl!("bodies-withdraw-this", body = name.clone());
        let withdraw = link(fl!("bodies-withdraw-go")).id(format!("body-withdraw.{}", told.id)).says(says);
        Element::from(withdraw.on_press(Whole::OverOpened(Kind::WithdrawNotice(told.id.clone()))))
    });
    let line = row![body(name), state(standing(told), tone(told.standing)), Element::from(look)]
        .push(confirmed)
        .push(withdraw);
    let withheld: Vec<&Withheld> = told.withheld.iter().filter(|field| field.answered).collect();
    let numbers: Vec<String> = withheld.iter().map(|field| field.no.to_string()).collect();
    let withheld = (!numbers.is_empty()).then(|| {
        let (count, law) = (numbers.len(), told.source.law.clone());
        fl!("bodies-withheld", count = count, fields = numbers.join(", "), law = law)
    });
    let why = format!("{} ({}) {}", local(&told.why), told.law, withheld.unwrap_or_default());
    column![line.spacing(space::M).align_y(Alignment::Center).wrap(), small(why.trim().to_owned())]
        .spacing(2)
        .into()
}

/// How it stands, and since when.
fn standing(told: &Told) -> String {
    let says = words::text(&format!("bodies-standing-{}", told.standing.name()));
    let step = match told.standing {
        Standing::Sent => Some(NoticeStep::Sent),
        Standing::Acknowledged => Some(NoticeStep::Acknowledged),
        _ => None,
    };
    let on = step.and_then(|step| told.notice.as_ref()?.on(step));
    on.map_or(says.clone(), |on| format!("{says} {}", words::date(on)))
}

fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Due | Standing::Again | Standing::Waits => Tone::Warning,
        Standing::Sent | Standing::Acknowledged => Tone::Good,
        Standing::Monthly | Standing::NotAsked => Tone::Muted,
    }
}
