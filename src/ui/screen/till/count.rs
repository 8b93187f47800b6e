//! The count: a field for each coin and note, what goes to the bank, and the difference as it stands. Closes nothing.

use super::{Action, Message as Whole};
use crate::desk::till::{Counting, DENOMINATIONS, Pieces, SMALLEST_NOTE, Till, Wanted, pieces, total};
use crate::domain::case::Payment;
use crate::domain::id::ClosingId;
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Problem as Told, body, button, check, date_field, money_field, number_field, pairs, panel, primary,
    read_date, section, small, text_field, title, toned,
};
use crate::ui::layout::{Space, beside, columns, stack};
use crate::ui::screen::beside::{Outcome, at, elsewhere, sentence};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use chrono::NaiveDate;
use iced::widget::{column, row};
use iced::{Alignment, Fill};

/// The first field.
pub const FIRST: &str = "count-50000";

/// Ids of the fields, by coin and note.
const IDS: [&str; 15] = [
    FIRST,
    "count-20000",
    "count-10000",
    "count-5000",
    "count-2000",
    "count-1000",
    "count-500",
    "count-200",
    "count-100",
    "count-50",
    "count-20",
    "count-10",
    "count-5",
    "count-2",
    "count-1",
];

/// Fields of the desk that this form shows, so that their problems stand at them.
const FIELDS: [&str; 8] = ["terminal", "delivered", "opening", "since", "reason", "mistake", "second", "pin"];

/// The first field, in the order of the form, that something is wrong with.
pub fn first_wrong(problems: &[Problem]) -> Option<&'static str> {
    IDS.into_iter().chain(FIELDS).find(|id| problems.iter().any(|problem| problem.field == *id))
}

/// A field that is no coin and no note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What the card terminal says.
    Terminal,
    /// What goes to the bank.
    Delivered,
    /// The change at the beginning, of a first closing.
    Opening,
    /// From which day on receipts count, of a first closing.
    Since,
    /// Why there is a difference.
    Reason,
    /// What was wrong with the closing that is corrected.
    Mistake,
    /// The second person.
    Second,
    /// Their PIN.
    Pin,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// So many pieces of this coin or note.
    Counted(usize, String),
    /// In another field.
    Typed(Field, String),
    /// The desk for which this till goes on is at work elsewhere.
    Alone(bool),
}

/// What is counted.
#[derive(Debug, Clone)]
pub struct Form {
    /// The closing that it becomes: pressed twice it is one.
    pub id: ClosingId,
    till: Till,
    corrects: bool,
    today: NaiveDate,
    counted: [String; 15],
    texts: [String; 8],
    /// As it was ticked, of a first closing that goes on for another desk.
    alone: Option<bool>,
}

impl Form {
    /// Nothing counted yet.
    pub fn new(id: ClosingId, till: Till, corrects: bool, today: NaiveDate) -> Self {
        Self {
            id,
            till,
            corrects,
            today,
            counted: Default::default(),
            texts: Default::default(),
            alone: None,
        }
    }

    /// Takes a message in; whether it changes what has to be counted.
    pub fn take(&mut self, message: Message) -> bool {
        let wanted = self.wanted();
        match message {
            Message::Counted(at, text) => {
                if let Some(counted) = self.counted.get_mut(at) {
                    *counted = text;
                }
            }
            Message::Typed(field, text) => self.texts[field as usize] = text,
            Message::Alone(alone) => self.alone = Some(alone),
        }
        self.wanted() != wanted
    }

    /// From which day on a first closing counts, as far as it can be read.
    fn since(&self) -> Option<NaiveDate> {
        read_date(self.text(Field::Since).trim(), self.today).filter(|_| self.is_first())
    }

    /// What is counted.
    fn wanted(&self) -> Wanted {
        Wanted { corrects: self.corrects, since: self.since(), alone: self.alone }
    }

    /// How the till stands is to be asked again.
    pub fn recount(&self) -> Action {
        Action::Recount(self.wanted())
    }

    /// That is how it stands, unless something else is wanted meanwhile.
    pub fn recounted(&mut self, till: Till, wanted: Wanted) {
        if wanted == self.wanted() {
            self.till = till;
        }
    }

    fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    fn is_first(&self) -> bool {
        self.till.last.is_none()
    }

    /// Coins and notes as far as they can be read.
    fn pieces(&self) -> Vec<Pieces> {
        let read = |(value, text): (&Cents, &String)| {
            Some(Pieces { value: *value, pieces: pieces("", text).ok()? }).filter(|read| read.pieces > 0)
        };
        DENOMINATIONS.iter().zip(&self.counted).filter_map(read).collect()
    }

    /// An amount; nothing where nothing is typed.
    fn amount(&self, field: Field, name: &str) -> Result<Option<Cents>, Box<Problem>> {
        let text = self.text(field).trim();
        if text.is_empty() {
            return Ok(None);
        }
        let wrong = || Box::new(Problem::error(name, "till-amount-form").with("value", text));
        Cents::parse(text).map(Some).ok_or_else(wrong)
    }

    fn expected(&self) -> Cents {
        let opening = self.amount(Field::Opening, "").ok().flatten().filter(|_| self.is_first());
        let begun = self.till.expected() - self.till.opening;
        begun + opening.unwrap_or(self.till.opening)
    }

    /// What is typed, and the second person's login and PIN; or everything that cannot be read.
    pub fn read(&self) -> Outcome<(Counting, Option<(String, String)>)> {
        let mut problems: Vec<Problem> = Vec::new();
        for (id, text) in IDS.iter().zip(&self.counted) {
            problems.extend(pieces(id, text).err().map(|problem| *problem));
        }
        let mut amount = |field, name| {
            self.amount(field, name).unwrap_or_else(|problem| {
                problems.push(*problem);
                None
            })
        };
        let terminal = amount(Field::Terminal, "terminal");
        let delivered = amount(Field::Delivered, "delivered").unwrap_or_default();
        let opening = amount(Field::Opening, "opening").filter(|_| self.is_first());
        let typed = self.text(Field::Since).trim();
        let since = self.since();
        if self.is_first() && !typed.is_empty() && since.is_none() {
            problems.push(Problem::error("since", "problem-date"));
        }
        let last = self.till.last.as_ref().map(|last| last.row.number);
        let counting = Counting {
            counted: self.pieces(),
            terminal,
            reason: self.text(Field::Reason).to_owned(),
            delivered,
            opening,
            since,
            alone: self.alone.filter(|_| self.is_first()),
            corrects: last.filter(|_| self.corrects),
            mistake: self.text(Field::Mistake).to_owned(),
        };
        let (login, pin) = (self.text(Field::Second).trim(), self.text(Field::Pin));
        let second = (!login.is_empty()).then(|| (login.to_owned(), pin.to_owned()));
        if problems.is_empty() { Ok((counting, second)) } else { Err(problems) }
    }

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
        let back =
            button(fl!("cancel")).id("till-back").keys(Shortcut::Escape.keys()).on_press(Whole::BackPressed);
        card = card.push(row![Element::from(close), Element::from(back)].spacing(space::S).wrap());
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
