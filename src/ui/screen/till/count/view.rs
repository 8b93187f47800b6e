//! Draws the count. Changes nothing.

use super::{FIELDS, FIRST, Field, Form, IDS, Message};
use crate::desk::till::{DENOMINATIONS, SMALLEST_NOTE, total};
use crate::domain::case::Payment;
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Problem as Told, body, button, check, date_field, money_field, number_field, pairs, panel, primary,
    section, small, text_field, title, toned,
};
use crate::ui::layout::{Space, beside, columns, stack};
use crate::ui::screen::beside::{at, elsewhere, sentence};
use crate::ui::screen::till::Message as Whole;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, row};
use iced::{Alignment, Fill};

impl Form {
    /// Draws the count.
    pub fn view<'a>(&'a self, problems: &'a [Problem], busy: bool, room: Space) -> Element<'a, Whole> {
        let name = if self.corrects { fl!("till-correct") } else { fl!("till-count") };
        let notes = DENOMINATIONS.iter().filter(|value| **value >= SMALLEST_NOTE).count();
        let fields = |from: usize, to: usize| -> Element<'a, Whole> {
            let fields = (from..to).map(|at| self.pieces_field(at, problems));
            let told = (from..to).filter_map(|at| {
                let said = said(problems, IDS.get(at).copied()?)?;
                let value = words::amount(DENOMINATIONS.get(at).copied().unwrap_or_default().0);
                Some(Element::from(Told::error(format!("{value}: {said}"))))
            });
            column![Element::from(row(fields).spacing(space::M).wrap())]
                .extend(told)
                .spacing(space::XS)
                .into()
        };
        let known: Vec<&str> = IDS.into_iter().chain(FIELDS).collect();
        let mut card = panel().spacing(space::M).title(name);
        if self.corrects {
            let number = self.till.last.as_ref().map(|last| last.number.clone()).unwrap_or_default();
            card = card.push(small(fl!("till-correct-says", number = number)));
        }
        card = card
            .push(section(fl!("till-notes")))
            .push(fields(0, notes))
            .push(section(fl!("till-coins")))
            .push(fields(notes, DENOMINATIONS.len()))
            .push(self.rest(problems, room));
        for problem in elsewhere(problems, &known) {
            card = card.push(problem);
        }
        let close = primary(fl!("till-close"))
            .id("till-close")
            .keys(Shortcut::Finish.keys())
            .on_press_maybe((!busy).then_some(Whole::ClosePressed));
        let back = button(fl!("till-later")).id("till-back").keys(Shortcut::Escape.keys());
        let back = Element::from(back.on_press(Whole::BackPressed));
        let drop = button(fl!("till-drop")).id("till-drop").on_press(Whole::DropPressed);
        card = card.push(row![Element::from(close), back, Element::from(drop)].spacing(space::S).wrap());
        columns(room, room.scrolls(card)).right(self.summary(), self.strip()).right_is_read().into()
    }

    fn pieces_field<'a>(&'a self, index: usize, problems: &'a [Problem]) -> Element<'a, Whole> {
        let typed = move |text| Whole::Form(Message::Counted(index, text));
        let value = DENOMINATIONS.get(index).copied().unwrap_or_default();
        let id = IDS.get(index).copied().unwrap_or(FIRST);
        let text = self.counted.get(index).cloned().unwrap_or_default();
        number_field(id, text, typed)
            .label(words::amount(value.0))
            .width(88.0)
            .align_right()
            .wrong(said(problems, id))
            .into()
    }

    fn rest<'a>(&'a self, problems: &'a [Problem], room: Space) -> Element<'a, Whole> {
        let typed = |field: Field| move |text: String| Whole::Form(Message::Typed(field, text));
        let money = |field, id: &'static str, label: String| -> Element<'a, Whole> {
            let input = money_field(id, self.text(field), typed(field)).label(label);
            input.width(180.0).wrong(said(problems, id)).into()
        };
        let mut named =
            vec![("delivered", fl!("till-delivered-label")), ("terminal", fl!("till-terminal-label"))];
        let mut amounts = vec![
            money(Field::Delivered, "delivered", fl!("till-delivered-label")),
            money(Field::Terminal, "terminal", fl!("till-terminal-label")),
        ];
        if self.is_first() {
            named.insert(0, ("opening", fl!("till-opening-label")));
            named.insert(1, ("since", fl!("till-since-label")));
            amounts.insert(0, money(Field::Opening, "opening", fl!("till-opening-label")));
            let since = date_field("since", self.text(Field::Since), self.today, typed(Field::Since));
            let since = since.label(fl!("till-since-label")).placeholder(words::date(self.today));
            amounts.insert(1, since.width(180.0).wrong(said(problems, "since")).into());
        }
        let text = |field, id: &'static str, label: String| -> Element<'a, Whole> {
            text_field(id, self.text(field), typed(field)).label(label).problem(at(problems, id)).into()
        };
        // These fields are as narrow as an amount: what is wrong with them is told in full lines below.
        let told = named.into_iter().filter_map(|(id, label)| {
            Some(Element::from(Told::error(format!("{label}: {}", said(problems, id)?))))
        });
        let amounts = column![Element::from(row(amounts).spacing(space::M).wrap())].extend(told);
        let mut lines: Vec<Element<'a, Whole>> = vec![amounts.spacing(space::XS).into()];
        if self.is_first() {
            lines.push(small(fl!("till-first-says", count = self.till.left_out)).into());
        }
        if let Some((code, alone)) = &self.till.goes_on {
            let ticked = |on| Whole::Form(Message::Alone(on));
            let words = fl!("till-alone-label", code = code.clone());
            lines.push(check("alone", words, *alone, ticked).into());
            lines.push(small(fl!("till-alone-says", code = code.clone())).into());
        }
        if self.corrects {
            lines.push(text(Field::Mistake, "mistake", fl!("till-mistake-label")));
        }
        lines.push(text(Field::Reason, "reason", fl!("till-reason-label")));
        if self.till.second_wanted {
            let pin = text_field("pin", self.text(Field::Pin), typed(Field::Pin)).secret();
            let pin = pin.label(fl!("till-pin-label")).problem(at(problems, "pin"));
            lines.push(beside(room, [text(Field::Second, "second", fl!("till-second-label")), pin.into()]));
        }
        stack(lines)
    }

    fn difference(&self) -> (Cents, String, Tone) {
        let difference = total(&self.pieces()) - self.expected();
        let tone = if difference == Cents::ZERO { Tone::Good } else { Tone::Error };
        (difference, signed(difference), tone)
    }

    /// What has to be there and what is, as one counts.
    fn summary(&self) -> Element<'_, Whole> {
        let counted = total(&self.pieces());
        let delivered = self.amount(Field::Delivered, "").ok().flatten().unwrap_or_default();
        let opening = self.expected() - self.till.taken(Payment::Cash);
        let money = |cents: Cents| words::amount(cents.0);
        let rows = [
            (fl!("till-opening"), money(opening)),
            (fl!("till-cash"), money(self.till.taken(Payment::Cash))),
            (fl!("till-expected"), money(self.expected())),
            (fl!("till-counted"), money(counted)),
            (fl!("till-delivered-label"), money(delivered)),
            (fl!("till-left"), money(counted - delivered)),
            (fl!("till-card"), money(self.till.taken(Payment::Card))),
        ];
        let (_, difference, tone) = self.difference();
        let booked = self.till.taken(Payment::Card);
        let says = self.amount(Field::Terminal, "").ok().flatten().filter(|says| *says != booked);
        let off = says.map(|says| fl!("till-terminal-off", difference = signed(says - booked)));
        panel()
            .title(fl!("till-sum"))
            .spacing(space::M)
            .push(pairs(rows))
            .push_maybe(off.map(|words| toned(words, Tone::Error)))
            .push(body(fl!("till-difference-label")))
            .push(title(difference.clone()))
            .push(toned(self.verdict(), tone))
            .into()
    }

    fn verdict(&self) -> String {
        match self.difference().0 {
            Cents::ZERO => fl!("till-right"),
            less if less < Cents::ZERO => fl!("till-less"),
            _ => fl!("till-more"),
        }
    }

    /// The same in one line.
    fn strip(&self) -> Element<'_, Whole> {
        let (_, difference, tone) = self.difference();
        let (expected, counted) = (words::amount(self.expected().0), words::amount(total(&self.pieces()).0));
        let line = fl!("till-strip", expected = expected, counted = counted, difference = difference);
        row![toned(line, tone)].align_y(Alignment::Center).width(Fill).into()
    }
}

/// What is wrong with a field, in one line.
fn said(problems: &[Problem], field: &str) -> Option<String> {
    problems.iter().find(|problem| problem.field == field).map(sentence)
}

/// More with a plus, less with a minus.
fn signed(cents: Cents) -> String {
    let plus = if cents > Cents::ZERO { "+" } else { "" };
    format!("{plus}{}", words::amount(cents.0))
}
