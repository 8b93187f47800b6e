//! Does what the screen of a case wants, by the desk. Decides nothing.

use super::{Action, Message, correct, files, over, signing};
use crate::desk::bodies::NoticeStep;
use crate::desk::clock::legal_moment;
use crate::desk::{Desk, Session};
use crate::domain::id::CaseId;
use crate::fl;
use crate::ui::focus;
use crate::ui::screen::beside::{Outcome, beside, rest};
use crate::ui::screen::counter::run::of_form;
use crate::ui::screen::{Action as Window, Route, chooser, preview};
use crate::ui::shortcut::Area;
use crate::ui::theme::Tone;
use crate::words;
use iced::Task;
use std::time::Duration;

/// People who are offered while one types.
const OFFERED: usize = 8;
/// How long after a change the draft of a correction is saved.
const PAUSE: Duration = Duration::from_millis(900);

/// Does what is wanted.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None => return Window::None,
        Action::All(actions) => {
            return Window::All(actions.into_iter().map(|action| run(action, desk, &session)).collect());
        }
        Action::FindPerson(typed) => {
            let asked = typed.clone();
            beside(
                desk,
                move |desk| desk.find_person(&session, &typed, OFFERED),
                move |found| Message::Over(over::Message::Proxy(over::proxy::Message::Found(asked, found))),
            )
        }
        Action::Appoint(id, person) => {
            beside(desk, move |desk| desk.appoint(&session, id, person), Message::Done)
        }
        Action::EndProxy(id) => beside(desk, move |desk| desk.end_proxy(&session, id), Message::Done),
        Action::Back => return Window::Go(Route::Area(Area::Cases)),
        Action::Person(id) => return Window::Go(Route::Person(id)),
        Action::SaidNothingToTell => return Window::Say(fl!("notice-nothing"), Tone::Muted),
        Action::SaidDone => return Window::Say(fl!("case-done"), Tone::Good),
        Action::Focus(id) => focus::to(id),
        Action::FocusFirst(ids) => focus::to_first_of(ids),
        Action::Mend(id) => focus::to_mend(id),
        Action::Load(id) => {
            beside(desk, move |desk| desk.sheet(&session, id), |sheet| Message::Loaded(Box::new(sheet)))
        }
        Action::LoadAfter(id) => load_after(id, desk, session),
        Action::LoadAgain(id) => beside(
            desk,
            move |desk| desk.sheet_again(&session, id),
            |sheet| Message::ReadAgain(Box::new(sheet)),
        ),
        Action::Do(id, command) => beside(desk, move |desk| desk.act(&session, id, *command), Message::Done),
        Action::DoAll(..)
        | Action::Ask(..)
        | Action::Hear(..)
        | Action::Extend(..)
        | Action::HearBefore(..)
        | Action::Revoke(..) => of_procedure(action, desk, session),
        Action::FollowUp(id, day, text) => {
            beside(desk, move |desk| desk.follow_up(&session, id, day, &text), Message::Done)
        }
        Action::HandOver(id, reason) => {
            beside(desk, move |desk| desk.hand_over(&session, id, &reason).map(drop), Message::Done)
        }
        Action::GiveBack(id, refused) => beside(
            desk,
            move |desk| desk.give_back(&session, id, refused.as_deref()).map(drop),
            Message::Done,
        ),
        Action::Settle(id, settlement) => {
            beside(desk, move |desk| desk.settle(&session, id, &settlement).map(drop), Message::Done)
        }
        Action::Issue(id, kind) => {
            beside(desk, move |desk| desk.issue(&session, id, &kind).map(drop), Message::Done)
        }
        Action::Duplicate(id, paper, settlement) => {
            beside(desk, move |desk| desk.duplicate(&session, id, paper, &settlement), Message::Duplicated)
        }
        Action::LookAtCorrection(..)
        | Action::Correct(..)
        | Action::RestCorrection
        | Action::KeepCorrection(..)
        | Action::DropCorrection(_) => of_correction(action, desk, session),
        Action::Form(action) => return of_form(action),
        Action::Printers(paper) => {
            beside(desk, Desk::printers_and_last, move |printers| Message::PrintersFound(paper, printers))
        }
        Action::Print(paper, wish) => beside(
            desk,
            move |desk| desk.print_as_chosen(&session, paper, &wish).map(drop),
            Message::PrintAsked,
        ),
        Action::SaidPrinting => {
            let said = Window::Say(fl!("prints-asked", count = 1), Tone::Good);
            return Window::All(vec![said, Window::Watch]);
        }
        Action::Choose(wanted) => chooser::run(wanted, desk, &session)
            .map(|message| Message::File(super::files::Message::Chooser(message))),
        Action::Attach(case, path, document) => beside(
            desk,
            move |desk| desk.attach_to_case(&session, case, &path, document.as_deref()),
            Message::Done,
        ),
        Action::SaveCopy(what, path) => {
            beside(desk, move |desk| desk.save_copy(&session, &what, &path), Message::Done)
        }
        Action::SaveSigned(..) | Action::RecallCertificate => of_signing(action, desk, session),
        Action::WriteNotices(..) | Action::WithdrawNotice(..) | Action::NoteNotices(..) => {
            of_notices(action, desk, session)
        }
        Action::Picture(wanted) => preview::draw(wanted, desk, &session).map(Message::Preview),
    })
}

/// The case after something was done in it, and what had the keyboard before it came.
fn load_after(id: CaseId, desk: &Desk, session: Session) -> Task<Message> {
    let desk = desk.clone();
    focus::held().then(move |held| {
        let session = session.clone();
        let read = move |desk: &Desk| desk.sheet(&session, id);
        beside(&desk, read, move |sheet| Message::LoadedAfter(held.id, Box::new(sheet)))
    })
}

/// A copy with an electronic signature.
fn of_signing(action: Action, desk: &Desk, session: Session) -> Task<Message> {
    match action {
        Action::SaveSigned(paper, signing, path) => {
            let save = move |desk: &Desk| {
                let saved = desk.save_signed(&session, paper, &signing, &path)?;
                desk.keep_signing_certificate(&signing.certificate)?;
                saved.lies_at(&path)
            };
            beside(desk, save, Message::Done)
        }
        Action::RecallCertificate => {
            let said = |path| Message::File(files::Message::Sign(signing::Message::Remembered(path)));
            beside(desk, Desk::signing_certificate, said)
        }
        _ => Task::none(),
    }
}

/// What the receiving bodies are told.
fn of_notices(action: Action, desk: &Desk, session: Session) -> Task<Message> {
    match action {
        Action::WriteNotices(id, path) => {
            beside(desk, move |desk| desk.write_notices_at(&session, id, &path).map(drop), Message::Done)
        }
        Action::WithdrawNotice(id, body, reason) => beside(
            desk,
            move |desk| {
                desk.note_notices(&session, id, &[body], NoticeStep::Withdrawn, None, &reason).map(drop)
            },
            Message::Done,
        ),
        Action::NoteNotices(id, bodies, step) => beside(
            desk,
            move |desk| desk.note_notices(&session, id, &bodies, step, None, "").map(drop),
            Message::Done,
        ),
        _ => Task::none(),
    }
}

/// What the procedure wants: asked, heard, several things at once.
fn of_procedure(action: Action, desk: &Desk, session: Session) -> Task<Message> {
    match action {
        Action::DoAll(id, commands) => {
            beside(desk, move |desk| desk.act_all(&session, id, commands), Message::Done)
        }
        Action::Ask(id, ask) => {
            beside(desk, move |desk| desk.ask(&session, id, &ask).map(drop), Message::Done)
        }
        Action::Extend(id, until, reason, even_so) => beside(
            desk,
            move |desk| desk.extend(&session, id, until, &reason, even_so).map(drop),
            Message::Done,
        ),
        Action::HearBefore(id, intends) => {
            beside(desk, move |desk| desk.hear_before(&session, id, &intends).map(drop), Message::Done)
        }
        Action::Revoke(id, wanted) => {
            beside(desk, move |desk| desk.revoke_decision(&session, id, &wanted), Message::Done)
        }
        Action::Hear(id, intends) => {
            beside(desk, move |desk| desk.hear(&session, id, &intends).map(drop), Message::Done)
        }
        _ => Task::none(),
    }
}

/// What a correction wants: looked at, made, kept, thrown away.
fn of_correction(action: Action, desk: &Desk, session: Session) -> Task<Message> {
    match action {
        Action::LookAtCorrection(id, answers) => {
            let language = words::language().tag();
            beside(
                desk,
                move |desk| desk.look_at_correction(&session, id, &answers, language),
                |effects| Message::Correct(correct::Message::Looked(Box::new(effects))),
            )
        }
        Action::Correct(id, wanted) => {
            let language = words::language().tag();
            beside(
                desk,
                move |desk| desk.correct(&session, id, &wanted, language),
                |done| Message::Correct(correct::Message::Done(Box::new(done))),
            )
        }
        Action::RestCorrection => rest(desk, PAUSE, Message::Correct(correct::Message::Paused)),
        Action::KeepCorrection(begun, left) => {
            // Its moment is when it was typed, not when the disk had time for it.
            let at = desk.clock.now();
            let keep = move |desk: &Desk| desk.keep_correction(&session, &begun, at);
            if left {
                return beside(desk, keep, Message::Kept);
            }
            let said = move |kept: Outcome<()>| correct::Message::Kept(kept.map(|()| legal_moment(at)));
            beside(desk, keep, move |kept| Message::Correct(said(kept)))
        }
        Action::DropCorrection(id) => {
            beside(desk, move |desk| desk.drop_correction(&session, id), Message::Kept)
        }
        _ => Task::none(),
    }
}
