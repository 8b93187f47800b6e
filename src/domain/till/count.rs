//! Counted cash: coins and notes of the euro, and how a count is typed. Knows no till.

use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use serde::{Deserialize, Serialize};

/// Notes and coins of the euro, the largest first. The 500 euro note is not issued any more and stays legal tender
/// (Art. 10, 11 Regulation (EC) No 974/98).
pub const DENOMINATIONS: [Cents; 15] = [
    Cents(50_000),
    Cents(20_000),
    Cents(10_000),
    Cents(5_000),
    Cents(2_000),
    Cents(1_000),
    Cents(500),
    Cents(200),
    Cents(100),
    Cents(50),
    Cents(20),
    Cents(10),
    Cents(5),
    Cents(2),
    Cents(1),
];

/// The smallest note.
pub const SMALLEST_NOTE: Cents = Cents(500);

/// So many pieces of one coin or note are a slip of the finger, not a till.
const MOST_PIECES: u32 = 99_999;

/// Pieces of one coin or note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pieces {
    /// What one is worth.
    pub value: Cents,
    /// How many.
    pub pieces: u32,
}

impl Pieces {
    /// What they are worth.
    pub fn cents(self) -> Cents {
        self.value * i64::from(self.pieces)
    }
}

/// What the pieces are worth together.
pub fn total(counted: &[Pieces]) -> Cents {
    counted.iter().map(|pieces| pieces.cents()).sum()
}

/// How many pieces: what is typed into a field for it. Nothing typed is none.
pub fn pieces(field: &str, text: &str) -> Result<u32, Box<Problem>> {
    let text = text.trim();
    let read = if text.is_empty() { Some(0) } else { text.parse().ok() };
    let wrong =
        || Box::new(Problem::error(field, "count-pieces").with("value", text).with("most", MOST_PIECES));
    read.filter(|pieces| *pieces <= MOST_PIECES).ok_or_else(wrong)
}

/// Reads a count as a command line gives it: `50=3`, `0,20=12`, the coin or note in euros, then how many; `0` alone for an
/// empty till. Gives it the largest first, each once; refused with everything that is wrong.
pub fn read<'a>(typed: impl IntoIterator<Item = &'a str>) -> Result<Vec<Pieces>, Vec<Problem>> {
    let (mut counted, mut problems): (Vec<Pieces>, Vec<Problem>) = (Vec::new(), Vec::new());
    for text in typed.into_iter().map(str::trim).filter(|text| *text != "0") {
        let wrong = || Problem::error("counted", "count-form").with("value", text);
        let Some((value, many)) = text.split_once('=') else {
            problems.push(wrong());
            continue;
        };
        let value = Cents::parse(value).filter(|value| DENOMINATIONS.contains(value));
        match (value, pieces("counted", many)) {
            (None, _) => problems.push(wrong()),
            (_, Err(problem)) => problems.push(*problem),
            (Some(value), Ok(_)) if counted.iter().any(|known| known.value == value) => {
                problems.push(Problem::error("counted", "count-twice").with("value", text));
            }
            (Some(value), Ok(pieces)) => counted.push(Pieces { value, pieces }),
        }
    }
    counted.retain(|pieces| pieces.pieces > 0);
    counted.sort_by_key(|pieces| std::cmp::Reverse(pieces.value));
    if problems.is_empty() { Ok(counted) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_read_as_it_is_typed() {
        let counted = read(["0,20=12", "50=3", "2=0"]).expect("reads");
        let piece = |value, pieces| Pieces { value: Cents(value), pieces };
        assert_eq!(counted, [piece(5000, 3), piece(20, 12)]);
        assert_eq!((total(&counted), read(["0"])), (Cents(15_240), Ok(Vec::new())));
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let problems = read(["50", "3=1", "20=x", "20=1", "20=2", "5=100000"]).expect_err("refused");
        let ids: Vec<&str> = problems.iter().map(|problem| problem.id.as_str()).collect();
        assert_eq!(ids, ["count-form", "count-form", "count-pieces", "count-twice", "count-pieces"]);
    }
}
