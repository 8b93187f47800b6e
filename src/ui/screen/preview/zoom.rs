//! How large a page is shown: in six steps, in steps of ten per cent, or as typed. Draws nothing.

use crate::domain::problem::Problem;
use crate::ui::control;
use crate::ui::screen::beside::at;

/// Id of the field.
pub const FIELD: &str = "page-zoom";
/// Per cent of the size on paper, step by step.
const STEPS: [u16; 6] = [50, 80, 100, 130, 200, 270];
/// With this one begins, and the page is narrower where its column is.
const USUAL: u16 = STEPS[1];
/// Smallest and largest, in per cent: what is smaller is not read, what is larger takes seconds to draw.
const LEAST: u16 = 25;
const MOST: u16 = 400;
/// Of a small step.
const SMALL: u16 = 10;
/// Pixels for a millimetre of a screen with 96 dots to the inch.
const PIXELS: f32 = 3.78;

/// How large.
#[derive(Debug, Clone)]
pub struct Zoom {
    percent: u16,
    /// Nobody has asked for another size: the page is as wide as its column where that is narrower.
    pub fits: bool,
    /// What is being typed.
    typed: Option<String>,
    problems: Vec<Problem>,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The next larger step.
    Larger,
    /// The next smaller step.
    Smaller,
    /// Ten per cent more.
    More,
    /// Ten per cent less.
    Less,
    /// As it was at first.
    Usual,
    /// In the field.
    Typed(String),
    /// Enter in the field.
    Entered,
}

impl Default for Zoom {
    fn default() -> Self {
        Self { percent: USUAL, fits: true, typed: None, problems: Vec::new() }
    }
}

impl Zoom {
    /// Per cent of the size on paper.
    pub fn percent(&self) -> u16 {
        self.percent
    }

    /// Pixels for a millimetre.
    pub fn pixels(&self) -> f32 {
        PIXELS * f32::from(self.percent) / 100.0
    }

    /// What stands in the field.
    pub fn text(&self) -> String {
        self.typed.clone().unwrap_or_else(|| format!("{} %", self.percent))
    }

    /// What is wrong with what was typed.
    pub fn problem<M>(&self) -> Option<control::Problem<M>> {
        at(&self.problems, FIELD)
    }

    /// Takes a wish in.
    pub fn update(&mut self, message: Message) {
        self.problems.clear();
        let percent = match message {
            Message::Typed(text) => {
                self.typed = Some(text);
                return;
            }
            Message::Entered => {
                let Some(typed) = &self.typed else { return };
                let Some(percent) = read(typed) else {
                    let problem = Problem::error(FIELD, "page-zoom-range");
                    self.problems = vec![problem.with("least", LEAST).with("most", MOST)];
                    return;
                };
                percent
            }
            Message::Larger => STEPS.into_iter().find(|step| *step > self.percent).unwrap_or(self.percent),
            Message::Smaller => STEPS.into_iter().rfind(|step| *step < self.percent).unwrap_or(self.percent),
            Message::More => (self.percent + SMALL).min(MOST),
            Message::Less => self.percent.saturating_sub(SMALL).max(LEAST),
            Message::Usual => {
                *self = Self::default();
                return;
            }
        };
        *self = Self { percent, fits: false, typed: None, problems: Vec::new() };
    }
}

/// `125`, `125 %`.
fn read(typed: &str) -> Option<u16> {
    let percent = typed.trim().trim_end_matches('%').trim_end().parse().ok()?;
    (LEAST..=MOST).contains(&percent).then_some(percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(messages: impl IntoIterator<Item = Message>) -> Zoom {
        let mut zoom = Zoom::default();
        messages.into_iter().for_each(|message| zoom.update(message));
        zoom
    }

    #[test]
    fn any_size_is_typed_and_what_is_none_is_told() {
        for (typed, percent) in [("125", 125), (" 125 % ", 125), ("25", 25), ("400%", 400)] {
            let zoom = after([Message::Typed(typed.into()), Message::Entered]);
            assert_eq!((zoom.percent(), zoom.fits, zoom.text()), (percent, false, format!("{percent} %")));
        }
        for typed in ["", "24", "401", "groß", "12,5", "-100"] {
            let zoom = after([Message::Typed(typed.into()), Message::Entered]);
            assert_eq!((zoom.percent(), zoom.fits), (USUAL, true), "{typed}");
            assert!(zoom.problem::<()>().is_some() && zoom.text() == typed, "what was typed stays");
        }
        assert_eq!(after([Message::Entered]).problem::<()>().map(|_| ()), None, "nothing was typed");
    }

    #[test]
    fn small_steps_go_from_wherever_one_is_and_large_ones_to_the_next() {
        assert_eq!(after([Message::More, Message::More]).percent(), 100);
        assert_eq!(after([Message::More, Message::Larger]).percent(), 100);
        assert_eq!(after([Message::Less, Message::Smaller]).percent(), 50);
        assert_eq!(after(vec![Message::More; 99]).percent(), MOST);
        assert_eq!(after(vec![Message::Less; 99]).percent(), LEAST);
        assert_eq!(after(vec![Message::Smaller; 9]).percent(), STEPS[0]);
        assert_eq!(after(vec![Message::Larger; 9]).percent(), STEPS[5]);
        let usual = after([Message::Larger, Message::Usual]);
        assert_eq!((usual.percent(), usual.fits), (USUAL, true));
    }
}
