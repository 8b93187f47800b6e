//! The three stops: read back, sign, pay. Enter goes on, Esc goes back, nothing is lost on the way. Files nothing itself.

mod view;

use super::outcome::Action;
use super::work::Work;
use crate::desk::intake::Settlement;
use crate::domain::case::{Channel, Signature};
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::fl;

/// One stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stop {
    /// All answers are read back.
    #[default]
    Check,
    /// The declaration is signed.
    Sign,
    /// The fee is settled.
    Pay,
}

/// How the fee is settled, in the order in which it is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Cash.
    Cash,
    /// Card.
    Card,
    /// Invoice: it stays owed.
    Invoice,
    /// Not asked for, with a reason.
    Exempt,
}

impl How {
    /// All of them, cash first.
    pub const ALL: [Self; 4] = [Self::Cash, Self::Card, Self::Invoice, Self::Exempt];

    /// The usual way: cash, but where it came over a portal nobody is there who could hand it over.
    fn usual(channel: Channel) -> Self {
        if channel == Channel::Portal { Self::Invoice } else { Self::Cash }
    }

    /// What it is called.
    pub fn name(self) -> String {
        match self {
            Self::Cash => fl!("counter-cash"),
            Self::Card => fl!("counter-card"),
            Self::Invoice => fl!("counter-invoice"),
            Self::Exempt => fl!("counter-exempt"),
        }
    }
}

/// The three stops.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// Where one is.
    pub stop: Stop,
    /// What was chosen; the usual way where nothing was.
    how: Option<How>,
    given: String,
    reason: String,
    /// Whether what is missing at this stop is shown.
    strict: bool,
    /// The unlikely amount that was asked about: given once more, it is taken.
    asked: Option<Cents>,
    /// Whether the case is being filed.
    pub filing: bool,
    /// What was against it.
    pub refused: Vec<Problem>,
}

/// What happened at a stop.
#[derive(Debug, Clone)]
pub enum Message {
    /// A document was seen or not.
    DocumentTicked(String, bool),
    /// About the form to be signed and its scan.
    File(super::files::Message),
    /// Signed before the clerk, or not.
    SignedTicked(bool),
    /// A way to settle the fee.
    HowChosen(usize),
    /// What was handed over.
    GivenTyped(String),
    /// Why nothing is asked.
    ReasonTyped(String),
    /// On to the next stop, or to filing.
    GoOn,
    /// Back to the stop before, or to the form.
    GoBack,
}

/// What the counter does next.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    /// Nothing but this.
    Stay(Action),
    /// Back to the form.
    Form,
    /// Everything is settled: file it.
    File,
}

impl State {
    /// The stops that this intake has.
    pub fn stops(work: &Work) -> Vec<Stop> {
        let mut stops = vec![Stop::Check];
        if work.service.signature && work.intake.is_signed_here() {
            stops.push(Stop::Sign);
        }
        if work.assessment.total() > Cents::ZERO {
            stops.push(Stop::Pay);
        }
        stops
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message, work: &mut Work) -> Next {
        match message {
            Message::DocumentTicked(id, on) => work.see_document(id, on),
            Message::SignedTicked(on) => work.intake.signature = on.then_some(Signature::Seen),
            Message::HowChosen(index) => {
                self.how = How::ALL.get(index).copied();
                self.strict = false;
            }
            Message::GivenTyped(text) => self.given = text,
            Message::ReasonTyped(text) => self.reason = text,
            // The counter has done it already.
            Message::File(_) => {}
            Message::GoOn => return self.go_on(work),
            Message::GoBack => return self.go_back(work),
        }
        Next::Stay(Action::None)
    }

    /// How the fee is settled.
    fn how(&self, work: &Work) -> How {
        self.how.unwrap_or_else(|| How::usual(work.intake.channel))
    }

    /// Where the keyboard goes at this stop.
    pub fn first(&self, work: &Work) -> &'static str {
        match self.stop {
            Stop::Check => "stop-next",
            Stop::Sign => "signed",
            Stop::Pay => match self.how(work) {
                How::Cash => "given",
                How::Exempt => "reason",
                How::Card | How::Invoice => "how",
            },
        }
    }

    fn go_on(&mut self, work: &mut Work) -> Next {
        if self.filing {
            return Next::Stay(Action::None);
        }
        if !self.is_done(work) {
            self.strict = true;
            return Next::Stay(Action::mend(self.first(work)));
        }
        if let Some(unlikely) = self.unlikely(work).filter(|given| self.asked != Some(*given)) {
            self.asked = Some(unlikely);
            return Next::Stay(Action::mend(self.first(work)));
        }
        self.strict = false;
        let stops = Self::stops(work);
        let after = stops.iter().position(|stop| *stop == self.stop).and_then(|at| stops.get(at + 1));
        if let Some(next) = after {
            self.stop = *next;
            return Next::Stay(Action::focus(self.first(work)));
        }
        work.intake.settlement = self.settlement(work);
        if !work.service.signature || !work.intake.is_signed_here() {
            work.intake.signature = None;
        }
        self.filing = true;
        self.refused.clear();
        Next::File
    }

    fn go_back(&mut self, work: &Work) -> Next {
        if self.filing {
            return Next::Stay(Action::None);
        }
        self.strict = false;
        self.refused.clear();
        let stops = Self::stops(work);
        match stops.iter().position(|stop| *stop == self.stop).and_then(|at| stops.get(at.checked_sub(1)?)) {
            Some(before) => {
                self.stop = *before;
                Next::Stay(Action::focus(self.first(work)))
            }
            None => Next::Form,
        }
    }

    /// Whether this stop is settled.
    fn is_done(&self, work: &Work) -> bool {
        match (self.stop, self.how(work)) {
            (Stop::Check, _) | (Stop::Pay, How::Card | How::Invoice) => true,
            (Stop::Sign, _) => work.intake.signature.is_some(),
            (Stop::Pay, How::Cash) => self.change(work).is_some_and(|change| change >= Cents::ZERO),
            (Stop::Pay, How::Exempt) => !self.reason.trim().is_empty(),
        }
    }

    /// What was handed over; the exact amount where nothing is typed.
    fn given(&self, work: &Work) -> Option<Cents> {
        if self.given.trim().is_empty() { Some(work.assessment.total()) } else { Cents::parse(&self.given) }
    }

    /// More than anybody hands over for this.
    fn unlikely(&self, work: &Work) -> Option<Cents> {
        let cash = self.stop == Stop::Pay && self.how(work) == How::Cash;
        self.given(work).filter(|given| cash && given.is_unlikely_for(work.assessment.total()))
    }

    /// What goes back, negative where it is too little; `None` where no amount is typed.
    fn change(&self, work: &Work) -> Option<Cents> {
        Some(self.given(work)? - work.assessment.total())
    }

    fn settlement(&self, work: &Work) -> Settlement {
        if work.assessment.total() == Cents::ZERO {
            return Settlement::Later;
        }
        match self.how(work) {
            How::Cash => Settlement::Cash { given: self.given(work).unwrap_or_default() },
            How::Card => Settlement::Card,
            How::Invoice => Settlement::Later,
            How::Exempt => Settlement::Exempt { reason: self.reason.trim().to_owned() },
        }
    }
}

#[cfg(test)]
mod tests;
