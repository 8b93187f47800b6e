//! Going through what nobody tells unread before a disclosure is written: notes, addresses of others that must not be told, and
//! whether the person is entered once more. Tells nothing itself.

use super::disclose::Message;
use crate::desk::disclose::{Asked, Looked, Review, Verdict};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{check, radio, small, state, strong, text_field};
use crate::ui::screen::beside::{at, elsewhere};
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{Id, column};

/// What is gone through, and what was said of each.
#[derive(Debug, Clone)]
pub struct Going {
    asked: Vec<(Asked, Said)>,
    doubles: Vec<String>,
    alone: bool,
}

/// What was said of one.
#[derive(Debug, Clone, Default)]
struct Said {
    /// 0 tells it, 1 withholds it.
    chosen: Option<usize>,
    reason: String,
}

impl Going {
    /// Nothing said yet; nothing at all where there is nothing to go through.
    pub(super) fn of(review: Review) -> Option<Self> {
        let Review { asked, doubles } = review;
        let names = doubles.iter().map(|row| match row.birth.parse() {
            Ok(birth) => format!("{}, {}", row.name, words::date(birth)),
            Err(_) => row.name.clone(),
        });
        let doubles: Vec<String> = names.collect();
        let is_empty = asked.is_empty() && doubles.is_empty();
        let asked = asked.into_iter().map(|asked| (asked, Said::default())).collect();
        (!is_empty).then_some(Self { asked, doubles, alone: false })
    }

    /// The control to begin with.
    pub(super) fn first(&self) -> &'static str {
        if self.doubles.is_empty() { "review-0" } else { "review-alone" }
    }

    pub(super) fn chosen(&mut self, at: usize, chosen: usize) {
        if let Some((_, said)) = self.asked.get_mut(at) {
            said.chosen = Some(chosen);
        }
    }

    pub(super) fn reason(&mut self, at: usize, reason: String) {
        if let Some((_, said)) = self.asked.get_mut(at) {
            said.reason = reason;
        }
    }

    pub(super) fn alone(&mut self, alone: bool) {
        self.alone = alone;
    }

    /// What was looked at; refused with everything that is still to be said.
    pub(super) fn looked(&self, confirmed: bool) -> Result<Looked, Vec<Problem>> {
        let mut problems = Vec::new();
        if !self.doubles.is_empty() && !self.alone {
            let names = self.doubles.join("; ");
            problems.push(Problem::error("alone", "disclose-doubles").with("names", names));
        }
        let mut looked = Looked { confirmed, alone: self.alone, ..Looked::default() };
        for (asked, said) in &self.asked {
            let problem = |id: &str| {
                let problem = Problem::error(asked.item.to_string(), id).with("number", &asked.number);
                problem.with("what", what(asked))
            };
            let verdict = match (said.chosen, said.reason.trim()) {
                (Some(0), _) => Verdict::Told,
                (Some(_), reason) if !reason.is_empty() => Verdict::Withheld(reason.to_owned()),
                (Some(_), _) => {
                    problems.push(problem("disclose-reason"));
                    continue;
                }
                (None, _) => {
                    problems.push(problem("disclose-unread"));
                    continue;
                }
            };
            let _ = looked.verdicts.insert(asked.item.clone(), verdict);
        }
        if problems.is_empty() { Ok(looked) } else { Err(problems) }
    }

    /// What stands in the dialog.
    pub(super) fn view<'a>(&'a self, problems: &'a [Problem]) -> Element<'a, Message> {
        let own: Vec<String> = self.asked.iter().map(|(asked, _)| asked.item.to_string()).collect();
        let known: Vec<&str> = own.iter().map(String::as_str).chain(["alone"]).collect();
        let mut page = column![small(fl!("review-says"))].spacing(space::M);
        for problem in elsewhere(problems, &known) {
            page = page.push(problem);
        }
        if !self.doubles.is_empty() {
            let names = self.doubles.join("; ");
            let tick = check("review-alone", fl!("review-alone"), self.alone, Message::Alone);
            page = page.push(state(fl!("review-doubles", names = names), Tone::Warning));
            page = page.push(Element::from(tick.problem(at(problems, "alone"))));
        }
        for (place, (asked, said)) in self.asked.iter().enumerate() {
            page = page.push(one(place, asked, said, problems));
        }
        page.into()
    }
}

fn one<'a>(place: usize, asked: &'a Asked, said: &'a Said, problems: &'a [Problem]) -> Element<'a, Message> {
    let head = format!("{}: {}", asked.number, what(asked));
    let whose =
        asked.whose.as_ref().map(|name| state(fl!("review-banned", name = name.clone()), Tone::Warning));
    let answers = vec![fl!("review-tell"), fl!("review-withhold")];
    let told = at(problems, &asked.item.to_string());
    let (told, missing) = if said.chosen == Some(1) { (None, told) } else { (told, None) };
    let choose = radio(Id::from(format!("review-{place}")), answers, said.chosen, move |at| {
        Message::Judged(place, at)
    });
    let choose = choose.label(head.clone()).problem(told);
    let reason = (said.chosen == Some(1)).then(|| {
        let field =
            text_field(Id::from(format!("review-reason-{place}")), said.reason.clone(), move |text| {
                Message::ReasonTyped(place, text)
            });
        Element::from(field.label(fl!("review-reason")).required(true).problem(missing))
    });
    column![strong(asked.text.clone())]
        .push(whose)
        .push(Element::from(choose))
        .push(reason)
        .spacing(space::XS)
        .into()
}

fn what(asked: &Asked) -> String {
    match asked.on {
        Some(on) => fl!("review-note", date = words::date(on)),
        None => asked.label.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::disclose::Item;
    use crate::domain::id::{DeviceId, EventRef};
    use uuid::Uuid;

    fn going() -> Going {
        let note = |seq| Asked {
            item: Item::Note(EventRef { device: DeviceId(Uuid::nil()), seq }),
            number: "32.10-2026-A-00001".into(),
            label: String::new(),
            on: chrono::NaiveDate::from_ymd_opt(2026, 11, 24),
            text: "ruft an".into(),
            whose: None,
        };
        Going::of(Review { asked: vec![note(1), note(2)], doubles: Vec::new() }).expect("something to do")
    }

    #[test]
    fn nothing_is_told_before_each_was_judged_and_what_is_withheld_has_a_reason() {
        let mut going = going();
        assert_eq!(going.looked(false).expect_err("nothing was said").len(), 2);
        going.chosen(0, 0);
        going.chosen(1, 1);
        let missing = going.looked(false).expect_err("no reason");
        assert_eq!((missing.len(), missing[0].id.as_str()), (1, "disclose-reason"));
        going.reason(1, " Name eines Hinweisgebers ".into());
        let looked = going.looked(true).expect("all is said");
        assert!(looked.confirmed && looked.verdicts.len() == 2);
        assert!(
            looked
                .verdicts
                .values()
                .any(|said| *said == Verdict::Withheld("Name eines Hinweisgebers".into()))
        );
        assert!(Going::of(Review::default()).is_none());
    }
}
