//! Does what the screen of the Kreis wants, by the desk. Decides nothing.

use super::{Action, Message};
use crate::desk::conflict::About;
use crate::desk::{Desk, Session};
use crate::fl;
use crate::ui::focus;
use crate::ui::screen::beside::beside;
use crate::ui::screen::{Action as Window, Route};
use crate::ui::shortcut::Area;
use crate::ui::theme::Tone;
use crate::words;
use std::collections::BTreeMap;

/// Does what is wanted.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None => return Window::None,
        Action::All(actions) => {
            return Window::All(actions.into_iter().map(|action| run(action, desk, &session)).collect());
        }
        Action::Open(About::Case(case)) => return Window::Go(Route::Case(case)),
        Action::Open(About::Person(person)) => return Window::Go(Route::Person(person)),
        Action::Open(About::Town) => return Window::Go(Route::Area(Area::Settings)),
        Action::SaidChosen(left) => return Window::Say(fl!("kreis-chosen", left = left), Tone::Good),
        Action::SaidResolved => return Window::Say(fl!("kreis-decided"), Tone::Good),
        Action::Focus(id) => focus::to(id),
        Action::Hold(hold) => {
            desk.hold_agreeing(hold);
            return Window::None;
        }
        Action::Load => beside(
            desk,
            move |desk| Ok((desk.outbox()?, desk.conflicts(&session, words::language().tag())?)),
            |loaded| Message::Loaded(Box::new(loaded)),
        ),
        Action::Resolve(about, choices, reason) => {
            beside(desk, move |desk| desk.resolve(&session, about, &choices, &reason), Message::Resolved)
        }
        Action::JudgePersons([one, two], true) => beside(
            desk,
            move |desk| desk.merge_persons(&session, one, two, &BTreeMap::new()).map(drop),
            Message::Resolved,
        ),
        Action::JudgePersons([one, two], false) => {
            beside(desk, move |desk| desk.tell_apart(&session, one, two), Message::Resolved)
        }
        Action::JudgeCases([one, two], same) => {
            let reason = if same { fl!("double-reason") } else { String::new() };
            beside(desk, move |desk| desk.judge_double(&session, one, two, same, &reason), Message::Resolved)
        }
        Action::SettleNumber(number, reason) => {
            beside(desk, move |desk| desk.settle_number(&session, &number, &reason), Message::Resolved)
        }
        Action::Settle(case, clash, reason) => {
            beside(desk, move |desk| desk.settle_clash(&session, case, &clash, &reason), Message::Resolved)
        }
    })
}
