//! Draws who and what two desks entered twice, each with one key for "the same" and one for "not the same".

use super::view::origin;
use super::{Message, Pair, State};
use crate::desk::conflict::{About, Origin};
use crate::desk::double::{SameCases, SamePersons};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{button, link, panel, small, small_toned, strong, toned};
use crate::ui::screen::counter::work::written_date;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::Alignment;
use iced::widget::row;

type Card<'a> = crate::ui::control::Panel<'a, Message>;

impl State {
    /// What was entered twice; nothing where nothing was.
    pub(super) fn doubles(&self) -> Option<Element<'_, Message>> {
        let doubles = &self.doubles;
        if doubles.persons.is_empty() && doubles.cases.is_empty() {
            return None;
        }
        let mut card = panel().title(fl!("kreis-doubles")).spacing(space::M);
        for (at, same) in doubles.persons.iter().enumerate() {
            card = self.persons(card, at, same);
        }
        for (at, same) in doubles.cases.iter().enumerate() {
            card = self.cases(card, at, same);
        }
        let cut = doubles.cut.then(|| small_toned(fl!("doubles-cut"), Tone::Warning));
        Some(card.push(cut).into())
    }

    fn persons<'a>(&self, card: Card<'a>, at: usize, same: &'a SamePersons) -> Card<'a> {
        let mut card = card.push(strong(fl!("double-persons")));
        for (row, entered) in same.rows.iter().zip(&same.entered) {
            let birth = written_date(&row.birth).unwrap_or_else(|| row.birth.clone());
            let street = format!("{} {}", row.street, row.house).trim().to_owned();
            let street = if row.blocked { fl!("persons-blocked") } else { street };
            let who = [row.name.clone(), birth, street, row.place.clone()];
            let who = who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            card = card.push(one(who, About::Person(row.id), entered));
        }
        card.push(small(fl!("kreis-merge-default"))).push(self.buttons(Pair::Persons, at, fl!("kreis-merge")))
    }

    fn cases<'a>(&self, card: Card<'a>, at: usize, same: &'a SameCases) -> Card<'a> {
        let asked = if same.judged { fl!("double-money") } else { fl!("double-cases") };
        let mut card = card.push(strong(asked));
        for (row, entered) in same.cases.iter().zip(&same.entered) {
            let what = [row.number.as_str(), &row.service_name, &row.applicant_name].join(" · ");
            card = card.push(one(what, About::Case(row.id), entered));
        }
        for (receipt, cents) in &same.money {
            let amount = words::amount(cents.0);
            let said = if same.judged {
                fl!("double-give-back", receipt = receipt.clone(), amount = amount)
            } else {
                fl!("double-would-give-back", receipt = receipt.clone(), amount = amount)
            };
            card = card.push(toned(said, Tone::Warning));
        }
        if same.judged {
            return card;
        }
        if !same.papers.is_empty() {
            card = card.push(small(fl!("kreis-double-papers", papers = same.papers.join(", "))));
        }
        card.push(self.buttons(Pair::Cases, at, fl!("kreis-double")))
    }

    fn buttons<'a>(&self, pair: Pair, at: usize, same: String) -> Element<'a, Message> {
        let name = match pair {
            Pair::Persons => "persons",
            Pair::Cases => "cases",
        };
        let press = |words: String, what: &str, is: bool| {
            let message = (!self.busy).then_some(Message::DoubleJudged(pair, at, is));
            Element::from(button(words).id(format!("double-{name}-{what}-{at}")).on_press_maybe(message))
        };
        let both = row![press(same, "same", true), press(fl!("kreis-apart"), "apart", false)];
        both.spacing(space::M).wrap().into()
    }
}

/// One of the two, to be opened, with who entered it.
fn one<'a>(what: String, about: About, entered: &Origin) -> Element<'a, Message> {
    let open = Element::from(link(what).on_press(Message::OneOpened(about)));
    row![open, small(origin(entered))].spacing(space::M).align_y(Alignment::Center).wrap().into()
}
