//! Draws the inbox: the files, and what is to be known of the chosen one. Changes nothing.

use super::{Message, State};
use crate::desk::inbox::answer::Answer;
use crate::desk::inbox::folder::{Letter, Standing, Waiting};
use crate::desk::inbox::{At, Came};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, KeyHint, Panel, Row, badge, body, button, panel, primary, section, small, strong, table,
    title, toned,
};
use crate::ui::layout::{Class, Space, columns};
use crate::ui::screen::beside::{elsewhere, local, sentence};
use crate::ui::screen::counter::place_in;
use crate::ui::shortcut::{Area, Shortcut};
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, container, row};
use iced::{Alignment, FillPortion};

/// How a file stands, in a word.
fn standing(letter: &Letter) -> (String, Tone) {
    match &letter.standing {
        Standing::Waits(waiting) if waiting.problems.iter().any(Problem::is_error) => {
            (fl!("inbox-stand-missing"), Tone::Warning)
        }
        Standing::Waits(_) => (fl!("inbox-stand-new"), Tone::Accent),
        Standing::Taken(Came::Draft(_)) => (fl!("inbox-stand-draft"), Tone::Plain),
        Standing::Taken(Came::Case(_, number)) => (number.clone(), Tone::Good),
        Standing::Known => (fl!("inbox-stand-known"), Tone::Muted),
        Standing::Unreadable(problem) if problem.id == "xga-town" => {
            (fl!("inbox-stand-other-town"), Tone::Warning)
        }
        Standing::Unreadable(_) => (fl!("inbox-stand-unreadable"), Tone::Error),
    }
}

impl State {
    /// Draws the screen.
    pub fn view(&self, room: Space) -> Element<'_, Message> {
        let right = if room.class() == Class::Wide { 360.0 } else { 286.0 };
        let letters = self.inbox.as_ref().map_or(&[][..], |inbox| &inbox.letters);
        let titles = vec![
            Column::new(fl!("inbox-came"), 140),
            Column::new(fl!("inbox-what"), FillPortion(4)),
            Column::new(fl!("inbox-stand"), 168),
            Column::new(fl!("inbox-file"), FillPortion(3)),
        ];
        let cells = |at: usize| {
            let Some(letter) = letters.get(at) else { return Row::default() };
            let what = match &letter.standing {
                Standing::Waits(waiting) => format!("{} · {}", waiting.person, local(&waiting.service)),
                _ => String::new(),
            };
            let (stand, tone) = standing(letter);
            let came = letter.came_at.map(words::moment).unwrap_or_default();
            Row::new([Cell::new(came), Cell::strong(what), Cell::toned(stand, tone), Cell::new(&letter.name)])
        };
        let rows = table("inbox", fl!("inbox-title"), titles, letters.len(), cells)
            .select((!letters.is_empty()).then_some(self.chosen), Message::Chosen)
            .on_open(Message::Opened)
            .fit(room, room.middle(0.0, right))
            .empty(self.nothing());
        let mut top = column![title(fl!("inbox-title"))].spacing(space::S);
        if let Some(inbox) = &self.inbox {
            let folder = inbox.folder.as_ref().map(|folder| small(folder.display().to_string()));
            top = top.push(folder);
            for problem in elsewhere(&inbox.problems, &[]) {
                top = top.push(problem);
            }
            if inbox.more > 0 {
                top = top.push(toned(fl!("inbox-more", count = inbox.more), Tone::Warning));
            }
        }
        for problem in elsewhere(&self.problems, &[]) {
            top = top.push(problem);
        }
        top = top.push(self.answers());
        for told in self.unsent() {
            top = top.push(told);
        }
        let middle = column![container(top).padding(space::L), rows].height(room.fill());
        let middle = panel().padding(0.0).height(room.fill()).push(middle);
        let strip = self.letter().map_or_else(|| body(self.nothing()).into(), |letter| self.strip(letter));
        columns(room, middle).right(self.details(), strip).right_width(right).into()
    }

    /// Answers that are due, with the key that lays them; or how many were laid just now.
    fn answers(&self) -> Option<Element<'_, Message>> {
        let due = self.due();
        if due == 0 {
            return self.laid.map(|laid| toned(fl!("inbox-answers-laid", count = laid), Tone::Good).into());
        }
        let free = (!self.busy).then_some(Message::AnswerPressed);
        let lay = button(fl!("inbox-answer")).id("inbox-answer").on_press_maybe(free);
        let told = toned(fl!("inbox-answers-due", count = due), Tone::Warning);
        Some(row![told, lay].spacing(space::M).align_y(Alignment::Center).wrap().into())
    }

    /// Answers that are to go over the service of the Kreis and are not there: how many go with the next round, and what keeps the others.
    fn unsent(&self) -> Vec<Element<'_, Message>> {
        let unsent = self.inbox.as_ref().map_or(&[][..], |inbox| &inbox.unsent);
        let goes = unsent.iter().filter(|unsent| unsent.problem.is_none()).count();
        let mut told: Vec<Element<'_, Message>> = Vec::new();
        told.extend((goes > 0).then(|| Element::from(small(fl!("inbox-answers-go", count = goes)))));
        for (at, unsent) in unsent.iter().enumerate() {
            let Some(problem) = &unsent.problem else { continue };
            let given = button(fl!("inbox-answer-otherwise"))
                .id(format!("answer-otherwise-{at}"))
                .on_press_maybe((!self.busy).then_some(Message::OtherwisePressed(at)));
            told.extend(elsewhere(std::slice::from_ref(problem), &[]));
            told.push(row![given].into());
        }
        told
    }

    /// Why there is nothing, and what to do about it.
    fn nothing(&self) -> String {
        match &self.inbox {
            None => fl!("inbox-loading"),
            Some(inbox) if inbox.folder.is_none() => {
                fl!("inbox-no-folder", key = Shortcut::Go(Area::Settings).keys())
            }
            Some(_) => fl!("inbox-empty"),
        }
    }

    fn strip(&self, letter: &Letter) -> Element<'_, Message> {
        let (stand, tone) = standing(letter);
        row![strong(letter.name.clone()), badge(stand, tone)]
            .push(self.deed(letter))
            .spacing(space::M)
            .align_y(Alignment::Center)
            .wrap()
            .into()
    }

    fn details(&self) -> Element<'_, Message> {
        let Some(letter) = self.letter() else { return panel().push(body(self.nothing())).into() };
        let (stand, tone) = standing(letter);
        let mut card = panel().spacing(space::S).push(strong(letter.name.clone())).push(badge(stand, tone));
        if matches!(letter.at, At::Service(_)) {
            card = card.push(small(fl!("inbox-over-service")));
        }
        card = match &letter.standing {
            Standing::Waits(waiting) => waits(card, waiting),
            Standing::Taken(Came::Draft(_)) => card.push(body(fl!("inbox-is-draft"))),
            Standing::Taken(Came::Case(_, number)) => card
                .push(body(fl!("inbox-is-case", number = number.clone())))
                .push_maybe(letter.answer.as_ref().map(|answer| small(answered(answer)))),
            Standing::Known => card.push(body(fl!("inbox-is-known"))),
            Standing::Unreadable(problem) => card.push(toned(sentence(problem), Tone::Error)),
        };
        let kept = match letter.at {
            At::File(_) => fl!("inbox-kept"),
            At::Service(_) => fl!("inbox-kept-service"),
        };
        card.push_maybe(self.deed(letter)).push(small(kept)).into()
    }

    /// What Enter does with it.
    fn deed(&self, letter: &Letter) -> Option<Element<'_, Message>> {
        let free = (!self.busy).then_some(Message::Opened(self.chosen));
        Some(match &letter.standing {
            Standing::Waits(_) => primary(fl!("inbox-take")).id("inbox-take").on_press_maybe(free).into(),
            Standing::Taken(Came::Draft(_)) => {
                button(fl!("inbox-go-on")).id("inbox-go-on").on_press_maybe(free).into()
            }
            Standing::Taken(Came::Case(..)) => {
                button(fl!("cases-open-it")).id("inbox-open").on_press_maybe(free).into()
            }
            Standing::Known | Standing::Unreadable(_) => return None,
        })
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        let does = match self.letter().map(|letter| &letter.standing) {
            Some(Standing::Waits(_)) => Some(fl!("inbox-take")),
            Some(Standing::Taken(_)) => Some(fl!("key-open")),
            _ => None,
        };
        let open = does.map(|does| KeyHint::new(fl!("key-enter"), does));
        let choose = KeyHint::new(fl!("key-up-down"), fl!("key-choose"));
        let back = KeyHint::new(Shortcut::Escape.keys(), fl!("case-back"));
        let answers = self.due() > 0;
        let answers = answers.then(|| KeyHint::new(Shortcut::Finish.keys(), fl!("inbox-answer")));
        [Some(choose), open, answers, Some(back)].into_iter().flatten().collect()
    }
}

/// How the portal is answered.
fn answered(answer: &Answer) -> String {
    match answer {
        Answer::Unissued => fl!("inbox-answer-unissued"),
        Answer::Due(..) => fl!("inbox-answer-due"),
        Answer::Laid(name) => fl!("inbox-answer-laid", file = name.clone()),
    }
}

/// Whom it is for, what is missing, what nothing was made of, and that the receipt comes with filing.
fn waits<'a>(card: Panel<'a, Message>, waiting: &Waiting) -> Panel<'a, Message> {
    let mut card = card.push(strong(waiting.person.clone())).push(body(local(&waiting.service)));
    if waiting.problems.is_empty() {
        card = card.push(body(fl!("inbox-complete")));
    } else {
        card = card.push(section(fl!("inbox-missing")));
        for problem in &waiting.problems {
            let tone = if problem.is_error() { Tone::Error } else { Tone::Warning };
            let place = if problem.field.is_empty() {
                String::new()
            } else {
                format!("{}: ", place_in(waiting.of, &problem.field))
            };
            card = card.push(toned(format!("{place}{}", sentence(problem)), tone));
        }
    }
    for (line, name) in &waiting.unknown {
        let (line, name) = (*line, name.clone());
        card = card.push(small(fl!("inbox-unknown", line = line, name = name)));
    }
    card.push(small(fl!("inbox-receipt")))
}
