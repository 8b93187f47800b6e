//! Does what the administration wants, by the desk. Decides nothing.

use super::retention::{self, Wanted};
use super::{Action, Message, arms, backup, catalogue, inbox};
use crate::desk::conflict::About;
use crate::desk::{Desk, Session};
use crate::fl;
use crate::ui::focus;
use crate::ui::screen::beside::beside;
use crate::ui::screen::chooser;
use crate::ui::screen::{Action as Window, Route};
use crate::ui::theme::Tone;
use crate::words;

/// Does what is wanted. [`Action::Appearance`] is for the window, which knows the preferences.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None | Action::Appearance => return Window::None,
        Action::Workshop(source) => return Window::Go(Route::Workshop(source)),
        Action::All(actions) => {
            return Window::All(actions.into_iter().map(|action| run(action, desk, &session)).collect());
        }
        Action::SaidUnchanged => return Window::Say(fl!("saved-nothing"), Tone::Muted),
        Action::SaidSaved => return Window::Say(fl!("persons-saved"), Tone::Good),
        Action::Focus(id) => focus::to(id),
        Action::Mend(id) => focus::to_mend(id),
        Action::LoadTown => beside(desk, Desk::town, Message::TownLoaded),
        Action::LoadSuggested => beside(desk, Desk::suggested, Message::SuggestedLoaded),
        Action::LoadDecided => {
            beside(desk, |desk| desk.decided(About::Town, words::language().tag()), Message::DecidedLoaded)
        }
        Action::LoadArms => beside(desk, Desk::arms, |arms| Message::Arms(arms::Message::Loaded(arms))),
        Action::Choose(wanted) => {
            chooser::run(wanted, desk, &session).map(|message| Message::Arms(arms::Message::Chooser(message)))
        }
        Action::SetArms(path) => beside(
            desk,
            move |desk| desk.set_arms(&session, &path),
            |done| Message::Arms(arms::Message::Done(done)),
        ),
        Action::RemoveArms => beside(
            desk,
            move |desk| desk.remove_arms(&session),
            |done| Message::Arms(arms::Message::Done(done)),
        ),
        Action::LoadPacks => {
            beside(desk, Desk::pack_overview, |packs| Message::Packs(catalogue::Message::Loaded(packs)))
        }
        Action::ChoosePack(wanted) => chooser::run(wanted, desk, &session)
            .map(|message| Message::Packs(catalogue::Message::Chooser(message))),
        Action::LookAtPack(path) => {
            let chosen = path.clone();
            beside(
                desk,
                move |desk| desk.look_at_pack(&path),
                move |look| Message::Packs(catalogue::Message::Looked(chosen, look)),
            )
        }
        Action::ImportPack(path, accept) => beside(
            desk,
            move |desk| desk.import_pack(&session, &path, accept),
            |done| Message::Packs(catalogue::Message::Done(done)),
        ),
        Action::Retention(wanted) => retention_task(wanted, desk, session),
        Action::ChooseBackup(wanted) => chooser::run(wanted, desk, &session)
            .map(|message| Message::Backup(backup::Message::Chooser(message))),
        Action::BackUp(path, passphrase, stop) => backup::run(desk, session, path, passphrase, &stop),
        Action::SaidBackedUp(true) => return Window::Say(fl!("backup-done"), Tone::Good),
        Action::SaidBackedUp(false) => return Window::Say(fl!("backup-held"), Tone::Muted),
        Action::LoadInbox => {
            beside(desk, Desk::inbox_folder, |folder| Message::Inbox(inbox::Message::Loaded(folder)))
        }
        Action::SetInbox(path) => beside(
            desk,
            move |desk| desk.set_inbox_folder(&session, &path),
            |done| Message::Inbox(inbox::Message::Saved(done)),
        ),
        Action::LoadUsers => beside(desk, move |desk| desk.users(&session), Message::UsersLoaded),
        Action::SetTown(values) => beside(
            desk,
            move |desk| {
                let before = desk.town()?;
                desk.set_town(&session, &values)?;
                Ok(desk.town()? != before)
            },
            Message::TownKept,
        ),
        Action::Add(login, name, pin) => {
            beside(desk, move |desk| desk.add_user(&session, &login, &name, &pin).map(drop), Message::Done)
        }
        Action::SetPin(user, pin) => {
            beside(desk, move |desk| desk.set_pin(&session, user, &pin), Message::Done)
        }
        Action::Grant(user, role, groups) => {
            beside(desk, move |desk| desk.grant(&session, user, role, groups), Message::Done)
        }
        Action::Revoke(user, role) => {
            beside(desk, move |desk| desk.revoke(&session, user, role), Message::Done)
        }
    })
}

fn retention_task(wanted: Wanted, desk: &Desk, session: Session) -> iced::Task<Message> {
    let done = |done| Message::Retention(retention::Message::Done(done));
    match wanted {
        Wanted::Load => beside(
            desk,
            move |desk| desk.retention(&session, desk.today()),
            |loaded| Message::Retention(retention::Message::Loaded(Box::new(loaded))),
        ),
        Wanted::Propose => {
            beside(desk, move |desk| desk.propose_disposal(&session, desk.today()).map(drop), done)
        }
        Wanted::Confirm(list) => {
            beside(desk, move |desk| desk.confirm_disposal(&session, list).map(drop), done)
        }
        Wanted::Withdraw(list, reason) => {
            beside(desk, move |desk| desk.withdraw_disposal(&session, list, &reason), done)
        }
    }
}
