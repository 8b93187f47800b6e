//! What is chosen and typed about a decision on an objection, and what it means. Draws nothing.

use super::super::remedy::undated;
use crate::desk::case::Sheet;
use crate::domain::case::{Fate, Filed, Settled};
use crate::domain::decide::{Elsewhere, Rule};
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::domain::town::keys;
use crate::ui::control::{read_past_date, write_amount};
use chrono::NaiveDate;

/// What is chosen and typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    pub(super) facts: String,
    pub(super) part: String,
    pub(super) share: String,
    /// Whether counsel was necessary: nobody was there, it was, it was not.
    pub(super) counsel: usize,
    /// Kept, dropped, or less.
    pub(super) fees: Option<usize>,
    pub(super) lowered: String,
    pub(super) is_elsewhere: bool,
    pub(super) by: String,
    pub(super) on: String,
    pub(super) has_no_notice: bool,
    /// Whether a letter that was printed has not left the house.
    pub(super) in_house: bool,
}

/// What happened in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// The facts.
    Facts(String),
    /// What is lifted or changed.
    Part(String),
    /// What the town bears of the costs.
    Share(String),
    /// Whether counsel was necessary.
    Counsel(usize),
    /// What becomes of the fees.
    Fees(usize),
    /// What is owed instead.
    Lowered(String),
    /// Whether another authority decided.
    Elsewhere(bool),
    /// Which.
    By(String),
    /// When.
    On(String),
    /// Whether that bears no notice of the action.
    NoNotice(bool),
    /// Whether a letter that was printed has not left the house.
    InHouse(bool),
}

impl Form {
    /// What was passed on was most often decided by whoever got it, and somebody else's objection by hand in the town itself; what was
    /// written down before and given back is there again.
    pub fn about(sheet: &Sheet, filed: &Filed) -> Self {
        let passed_on = matches!(&filed.settled, Some((Settled::PassedOn, _, _)));
        let of_another = sheet.case.is_of_another(filed);
        let drafted = sheet.case.ruling_drafted().map(|known| &known.draft);
        let Some(draft) = drafted.filter(|draft| draft.filed == Some(filed.event)) else {
            let by_hand = of_another && !passed_on;
            let by = if by_hand { sheet.town.get(keys::AUTHORITY).to_owned() } else { String::new() };
            return Self { is_elsewhere: passed_on || of_another, by, ..Self::default() };
        };
        let ruling = draft.ruling.clone().unwrap_or_default();
        let counsel = match ruling.counsel {
            None => 0,
            Some(true) => 1,
            Some(false) => 2,
        };
        let fees = match (&draft.lowers, draft.withdrawn.is_empty()) {
            (Some(_), _) => Some(2),
            (None, false) => Some(1),
            (None, true) => None,
        };
        let lowered = draft.lowers.map(|lowers| write_amount(lowers.to)).unwrap_or_default();
        let (facts, part, share) = (ruling.facts, draft.part.clone(), ruling.town_bears.to_string());
        Self { facts, part, share, counsel, fees, lowered, ..Self::default() }
    }

    /// Takes in what is typed.
    pub fn update(&mut self, typed: Typed) {
        match typed {
            Typed::Facts(text) => self.facts = text,
            Typed::Part(text) => self.part = text,
            Typed::Share(text) => self.share = text,
            Typed::Counsel(at) => self.counsel = at,
            Typed::Fees(at) => self.fees = Some(at),
            Typed::Lowered(text) => self.lowered = text,
            Typed::Elsewhere(on) => self.is_elsewhere = on,
            Typed::By(text) => self.by = text,
            Typed::On(text) => self.on = text,
            Typed::NoNotice(on) => self.has_no_notice = on,
            Typed::InHouse(on) => self.in_house = on,
        }
    }

    /// The decision about the objection, as it is typed.
    pub(super) fn rule(&self, today: NaiveDate, problems: &mut Vec<Problem>) -> Rule {
        let share = self.share.trim().trim_end_matches('%').trim();
        let town_bears = share.parse::<u8>().ok();
        if !self.is_elsewhere && !share.is_empty() && town_bears.is_none() {
            problems.push(Problem::error("town_bears", "ruling-share-wrong"));
        }
        let on = read_past_date(&self.on, today);
        if self.is_elsewhere && on.is_none() {
            problems.push(undated("decided_on", &self.on, today));
        }
        let elsewhere = on.filter(|_| self.is_elsewhere).map(|on| Elsewhere {
            by: self.by.clone(),
            on,
            has_notice: !self.has_no_notice,
        });
        let counsel = [None, Some(true), Some(false)].get(self.counsel).copied().flatten();
        Rule { facts: self.facts.clone(), town_bears, counsel, elsewhere }
    }

    /// What becomes of the fees.
    pub(super) fn fees(&self, problems: &mut Vec<Problem>) -> (Option<Fate>, Option<Cents>) {
        match self.fees {
            Some(0) => (Some(Fate::Kept), None),
            Some(1) => (Some(Fate::Dropped), None),
            Some(_) => {
                let lowered = Cents::parse(&self.lowered);
                problems
                    .extend(lowered.is_none().then(|| Problem::error("lowered", "ruling-lowered-missing")));
                (None, lowered)
            }
            None => (None, None),
        }
    }
}
