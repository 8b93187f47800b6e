//! Does what the screen of the Kreis wants, by the desk. Decides nothing.

use super::{Action, Message, mail};
use crate::desk::conflict::About;
use crate::desk::handover::Mail;
use crate::desk::outside;
use crate::desk::{Desk, DeskError, Session};
use crate::fl;
use crate::ui::focus;
use crate::ui::screen::beside::beside;
use crate::ui::screen::{Action as Window, Route, chooser};
use crate::ui::shortcut::Area;
use crate::ui::theme::Tone;
use crate::words;
use iced::Task;
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
        Action::SaidMarkFirst => return Window::Say(fl!("kreis-mark-first"), Tone::Warning),
        Action::Unsay => return Window::Unsay(fl!("kreis-mark-first")),
        Action::SaidChosen(left) => return Window::Say(fl!("kreis-chosen", left = left), Tone::Good),
        Action::SaidResolved => return Window::Say(fl!("kreis-decided"), Tone::Good),
        Action::Focus(id) => focus::to(id),
        Action::Hold(hold) => {
            desk.hold_agreeing(hold);
            return Window::None;
        }
        Action::Mail(wanted) => return mailbox(wanted, desk, session),
        Action::Load => Task::batch([
            beside(desk, mail_of(&session), |mail| Message::Mail(mail::Message::Loaded(mail))),
            beside(
                desk,
                move |desk| {
                    Ok((desk.outbox_of(&session)?, desk.conflicts(&session, words::language().tag())?))
                },
                |loaded| Message::Loaded(Box::new(loaded)),
            ),
        ]),
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
        Action::SettleWork(events, reason) => beside(
            desk,
            move |desk| desk.settle_work(&session, &events, &reason).map(drop),
            Message::Resolved,
        ),
        Action::Settle(case, clash, reason) => {
            beside(desk, move |desk| desk.settle_clash(&session, case, &clash, &reason), Message::Resolved)
        }
    })
}

fn mail_of(session: &Session) -> impl FnOnce(&Desk) -> Result<Mail, DeskError> + Send + 'static {
    let session = session.clone();
    move |desk| desk.mail(&session)
}

/// Does what the mailbox wants.
fn mailbox(wanted: mail::Wanted, desk: &Desk, session: Session) -> Window<Message> {
    use mail::{Message as Mail, Wanted};
    let taken = |taken| Message::Mail(Mail::Taken(Box::new(taken)));
    Window::Run(match wanted {
        Wanted::Load => beside(desk, mail_of(&session), |mail| Message::Mail(Mail::Loaded(mail))),
        Wanted::Take(id) => beside(
            desk,
            move |desk| desk.take_in(&session, &desk.letter_bytes(&id.to_string())?, &words::said),
            taken,
        ),
        Wanted::TakeFile(path) => beside(
            desk,
            move |desk| desk.take_in(&session, &outside::read(&path)?.bytes, &words::said),
            taken,
        ),
        Wanted::Refuse(id, reason) => beside(
            desk,
            move |desk| {
                let bytes = desk.letter_bytes(&id.to_string())?;
                desk.refuse(&session, &bytes, &reason, &words::said).map(drop)
            },
            |done| Message::Mail(Mail::Done(done)),
        ),
        Wanted::Drop(id, even_so, reason) => beside(
            desk,
            move |desk| desk.drop_mail(&session, (&id.to_string(), even_so), &reason, &words::said).map(drop),
            |done| Message::Mail(Mail::Done(done)),
        ),
        Wanted::Save(case, path) => beside(
            desk,
            move |desk| desk.save_bundle(&session, case, &path).map(drop),
            |done| Message::Mail(Mail::Done(done)),
        ),
        Wanted::Choose(wanted) => {
            chooser::run(wanted, desk, &session).map(|message| Message::Mail(Mail::Chooser(message)))
        }
        Wanted::Said(said) => return Window::Say(said, Tone::Good),
    })
}
