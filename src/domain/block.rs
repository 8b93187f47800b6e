//! Building blocks (Textbausteine) for what a decision says: offered, chosen by a person, and theirs to change. Knows no service.

use super::case::Outcome;
use super::problem::LocalText;
use serde::{Deserialize, Serialize};

/// Where a block belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Into the reasons (§ 39 VwVfG).
    Reasons,
    /// Among the conditions (Nebenbestimmungen, § 36 VwVfG).
    Condition,
}

/// A block, with the answers of the case in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its id in the service.
    pub id: String,
    /// What it is about.
    pub title: LocalText,
    /// Where it belongs.
    pub part: Part,
    /// What it says, in German as the letter does.
    pub text: String,
    /// The paragraph that it rests on.
    pub law: Option<String>,
    /// The outcomes that it fits; all where there is none.
    pub outcomes: Vec<Outcome>,
    /// Whether the town wrote it.
    pub own: bool,
}

impl Block {
    /// Whether it is offered for an outcome: conditions only where there are some.
    pub fn fits(&self, outcome: Outcome) -> bool {
        let part = self.part == Part::Reasons || outcome == Outcome::Conditional;
        part && (self.outcomes.is_empty() || self.outcomes.contains(&outcome))
    }

    /// What is written: the text, its paragraph in brackets at the end.
    pub fn written(&self) -> String {
        match &self.law {
            Some(law) => match self.text.strip_suffix('.') {
                Some(sentence) => format!("{sentence} ({law})."),
                None => format!("{} ({law})", self.text),
            },
            None => self.text.clone(),
        }
    }

    /// What was typed with the block behind it: a paragraph of the reasons, a line of the conditions. Once is enough.
    pub fn added_to(&self, typed: &str) -> String {
        let (typed, written) = (typed.trim_end(), self.written());
        match self.part {
            _ if typed.is_empty() => written,
            _ if typed.contains(&written) => typed.to_owned(),
            Part::Reasons => format!("{typed}\n\n{written}"),
            Part::Condition => format!("{typed}\n{written}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(part: Part, law: Option<&str>) -> Block {
        let text = "Die Musik endet um 24 Uhr.".to_owned();
        let (title, law) = (LocalText::default(), law.map(str::to_owned));
        Block { id: "musik".to_owned(), title, part, text, law, outcomes: Vec::new(), own: false }
    }

    #[test]
    fn a_block_stands_behind_what_was_typed_and_only_once() {
        let condition = block(Part::Condition, Some("§ 9 LImSchG NRW"));
        let written = "Die Musik endet um 24 Uhr (§ 9 LImSchG NRW).";
        assert_eq!(condition.added_to(" "), written);
        let both = condition.added_to("Es gibt Toiletten.\n");
        assert_eq!(both, format!("Es gibt Toiletten.\n{written}"));
        assert_eq!(condition.added_to(&both), both);
        let reasons = block(Part::Reasons, None).added_to("Es ist laut.");
        assert_eq!(reasons, "Es ist laut.\n\nDie Musik endet um 24 Uhr.");
    }

    #[test]
    fn conditions_are_offered_where_there_are_some() {
        let (condition, reasons) = (block(Part::Condition, None), block(Part::Reasons, None));
        assert!(condition.fits(Outcome::Conditional) && !condition.fits(Outcome::Refused));
        assert!(reasons.fits(Outcome::Refused));
        let refusal = Block { outcomes: vec![Outcome::Refused], ..reasons };
        assert!(refusal.fits(Outcome::Refused) && !refusal.fits(Outcome::Granted));
    }
}
