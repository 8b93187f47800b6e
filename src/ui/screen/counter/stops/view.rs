//! How the three stops look.

use super::{How, Message, State, Stop};
use crate::domain::case::Signature;
use crate::domain::money::Cents;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Problem, badge, body, button, check, money_field, pairs, panel, primary, radio, section, small,
    status_line, strong, text_field, title, toned, write_amount,
};
use crate::ui::layout::{Class, Space};
use crate::ui::screen::counter::files::{self, Files};
use crate::ui::screen::counter::read_back::{read_back, who};
use crate::ui::screen::counter::sentence::{self, place};
use crate::ui::screen::counter::side::documents;
use crate::ui::screen::counter::work::Work;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, row, space as gap};
use iced::{Alignment, Fill};

impl State {
    /// Draws the stop. Where the right column has no room, the documents are ticked at the first one.
    pub(in crate::ui::screen::counter) fn view<'a>(
        &'a self,
        work: &'a Work,
        files: &'a Files,
        room: Space,
    ) -> Element<'a, Message> {
        let stops = Self::stops(work);
        let steps = stops.iter().enumerate().map(|(at, stop)| {
            let words = format!("{} {}", at + 1, name(*stop));
            if *stop == self.stop { badge(words, Tone::Accent) } else { small(words).into() }
        });
        let head = row(steps).spacing(space::M).align_y(Alignment::Center).wrap();
        let inside = match self.stop {
            Stop::Check => check_page(work, room),
            Stop::Sign => self.sign_page(work, files),
            Stop::Pay => self.pay_page(work),
        };
        let refused = self.refused.iter().map(|problem| {
            let place = place(work, &problem.field);
            toned(format!("{place}: {}", sentence::problem(problem)), Tone::Error).into()
        });
        let last = stops.last() == Some(&self.stop);
        let next = if last { fl!("counter-file") } else { fl!("counter-go-on") };
        let go = (!self.filing).then_some(Message::GoOn);
        let back = (!self.filing).then_some(Message::GoBack);
        let filing = self.filing.then(|| status_line(fl!("counter-filing"), Tone::Accent));
        let buttons = row![
            primary(next).id("stop-next").on_press_maybe(go),
            button(fl!("counter-go-back")).id("stop-back").keys(Shortcut::Escape.keys()).on_press_maybe(back),
        ]
        .push(filing)
        .spacing(space::S)
        .align_y(Alignment::Center)
        .wrap();
        let page = column![head, title(heading(self.stop)), room.scrolls(inside)]
            .extend(refused)
            .push(buttons)
            .spacing(space::M)
            .height(room.fill());
        panel().push(page).height(room.fill()).into()
    }

    fn sign_page<'a>(&'a self, work: &'a Work, files: &'a Files) -> Element<'a, Message> {
        let signed = work.intake.signature == Some(Signature::Seen);
        let missing = (self.strict && work.intake.signature.is_none())
            .then(|| Problem::error(fl!("counter-signature-missing")));
        let who = work.person_name();
        let tick = check("signed", fl!("counter-signed"), signed, Message::SignedTicked).problem(missing);
        let form = files.sign(work).map(Message::File);
        column![body(fl!("counter-sign-what", who = who)), form, tick, small(fl!("counter-sign-hint"))]
            .spacing(space::M)
            .into()
    }

    fn pay_page<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let charges = work
            .assessment
            .charges
            .iter()
            .map(|charge| (sentence::local(&charge.label), words::amount(charge.cents.0)));
        let total = work.assessment.total();
        let ways = How::ALL.into_iter().map(How::name).collect();
        let at = How::ALL.iter().position(|how| *how == self.how(work));
        let how = radio("how", ways, at, Message::HowChosen).label(fl!("counter-how"));
        let more: Option<Element<'a, Message>> = match self.how(work) {
            How::Cash => Some(self.cash(work, total)),
            How::Card => Some(small(fl!("counter-card-hint")).into()),
            How::Invoice => Some(small(fl!("counter-invoice-hint")).into()),
            How::Exempt => {
                let missing = (self.strict && self.reason.trim().is_empty())
                    .then(|| Problem::error(fl!("counter-reason-missing")));
                let field = text_field("reason", self.reason.clone(), Message::ReasonTyped);
                Some(
                    field
                        .label(fl!("counter-reason"))
                        .required(true)
                        .problem(missing)
                        .on_enter(Message::GoOn)
                        .into(),
                )
            }
        };
        let sum = row![
            strong(fl!("counter-total")),
            gap::horizontal().width(space::M),
            title(words::amount(total.0))
        ];
        column![pairs(charges), sum.align_y(Alignment::Center), how].push(more).spacing(space::M).into()
    }

    fn cash<'a>(&'a self, work: &'a Work, total: Cents) -> Element<'a, Message> {
        let change = self.change(work);
        let problem = match change {
            None => Some(Problem::error(fl!("problem-amount"))),
            Some(change) if change < Cents::ZERO => {
                let rest = words::amount(-change.0);
                (self.strict || self.given.trim().len() > 1)
                    .then(|| Problem::error(fl!("counter-too-little", rest = rest)))
            }
            Some(change) => {
                let asked = self.unlikely(work).filter(|given| self.asked == Some(*given));
                let says = |given: Cents| {
                    let (given, change) = (words::amount(given.0), words::amount(change.0));
                    Problem::warning(fl!("given-unlikely", given = given, change = change))
                };
                asked.map(says)
            }
        };
        let field = money_field("given", self.given.clone(), Message::GivenTyped)
            .label(fl!("counter-given"))
            .placeholder(write_amount(total))
            .hint(fl!("counter-given-hint"))
            .problem(problem)
            .on_enter(Message::GoOn);
        let back = change.filter(|change| *change > Cents::ZERO).map(|change| {
            row![strong(fl!("counter-change-money")), title(words::amount(change.0))]
                .spacing(space::M)
                .align_y(Alignment::Center)
        });
        column![field].push(back).spacing(space::M).into()
    }
}

fn check_page(work: &Work, room: Space) -> Element<'_, Message> {
    let warnings = work.assessment.problems.iter().filter(|problem| !problem.is_error()).map(|problem| {
        toned(format!("{}: {}", place(work, &problem.field), sentence::problem(problem)), Tone::Warning)
            .into()
    });
    let missing = work.assessment.missing().map(|document| {
        let words = fl!("counter-missing", what = sentence::local(&document.label));
        toned(words, Tone::Warning).into()
    });
    let parts = who(work)
        .into_iter()
        .chain(read_back(work))
        .map(|(name, answers)| column![section(name), pairs(answers)].spacing(space::XS).into());
    let documents = (room.class() < Class::Wide && !work.assessment.documents.is_empty()).then(|| {
        column![section(fl!("counter-documents")), documents(work, Message::DocumentTicked)]
            .spacing(space::XS)
    });
    let files = (room.class() < Class::Wide).then(|| {
        column![section(fl!("file-title")), files::list(work).map(Message::File)].spacing(space::XS)
    });
    column(warnings)
        .extend(missing)
        .push(documents)
        .push(files)
        .extend(parts)
        .spacing(space::M)
        .width(Fill)
        .into()
}

fn name(stop: Stop) -> String {
    match stop {
        Stop::Check => fl!("counter-stop-check"),
        Stop::Sign => fl!("counter-stop-sign"),
        Stop::Pay => fl!("counter-stop-pay"),
    }
}

fn heading(stop: Stop) -> String {
    match stop {
        Stop::Check => fl!("counter-check-title"),
        Stop::Sign => fl!("counter-sign-title"),
        Stop::Pay => fl!("counter-pay-title"),
    }
}
