//! Administration (Verwaltung): the town's values, and who works here in which roles. Stores nothing itself.

pub mod arms;
pub mod backup;
pub mod catalogue;
pub mod inbox;
pub mod retention;
mod run;
#[cfg(test)]
mod tests;
mod town;
mod users;
mod view;

pub use run::run;

use super::beside::Outcome;
use super::chooser;
use super::long::Stop;
use crate::catalogue::Catalogue;
use crate::desk::Session;
use crate::desk::conflict::Decided;
use crate::desk::suggested::Suggested;
use crate::desk::workshop::Source;
use crate::domain::id::UserId;
use crate::domain::problem::Problem;
use crate::domain::town::{Town, keys};
use crate::domain::user::{Group, Role, User, may};
use crate::ui::shortcut::Shortcut;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use town::{Asked, asked_of};

/// The page of packs and services.
pub const CATALOGUE: usize = 2;
/// The page of destruction of files (Aussonderung).
pub const RETENTION: usize = 3;
/// The page that is a screen of its own: theme, language and zoom.
pub const APPEARANCE: usize = 4;

/// What is typed on the pages.
#[derive(Debug, Clone)]
pub struct State {
    page: usize,
    asked: Vec<Asked>,
    /// Whether the user may change the town's values, and who works here; the rules ask again.
    may_town: bool,
    may_users: bool,
    town: BTreeMap<String, String>,
    /// The same as they are stored.
    stored: BTreeMap<String, String>,
    /// What somebody typed before they looked elsewhere, until the stored values are there.
    typed_before: BTreeMap<String, String>,
    /// What packs suggest, by key.
    suggested: BTreeMap<String, Suggested>,
    /// What was decided between two versions of the town's values.
    decided: Vec<Decided>,
    users: Vec<User>,
    selected: Option<usize>,
    login: String,
    name: String,
    pin: String,
    new_pin: String,
    role: usize,
    groups: BTreeSet<Group>,
    busy: bool,
    arms: arms::Arms,
    packs: catalogue::Packs,
    retention: retention::Retention,
    backup: backup::Backup,
    inbox: inbox::Folder,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// One of the pages: town, users, catalogue, destruction, appearance.
    PageChosen(usize),
    /// The town's values.
    TownLoaded(Outcome<Town>),
    /// What packs suggest.
    SuggestedLoaded(Outcome<Vec<Suggested>>),
    /// What was decided between two versions of the town's values.
    DecidedLoaded(Outcome<Vec<Decided>>),
    /// Suggestions are to be entered where nothing stands.
    SuggestedPressed,
    /// In a field of the town.
    ValueTyped(String, String),
    /// Save the town's values.
    TownSaved,
    /// What is typed and not saved is not wanted.
    TypedDropped,
    /// Who works here.
    UsersLoaded(Outcome<Vec<User>>),
    /// A row was chosen.
    UserChosen(usize),
    /// In the field for a new login.
    LoginTyped(String),
    /// In the field for a new name.
    NameTyped(String),
    /// In the field for a first PIN.
    PinTyped(String),
    /// Somebody is to be added.
    AddPressed,
    /// In the field for the chosen user's new PIN.
    NewPinTyped(String),
    /// That PIN is to be set.
    SetPinPressed,
    /// The role to be granted.
    RoleChosen(usize),
    /// A group that it covers.
    GroupTicked(Group, bool),
    /// The role is to be granted.
    GrantPressed,
    /// A role is to be taken away.
    RevokePressed(Role),
    /// About the coat of arms.
    Arms(arms::Message),
    /// The town's values were saved, and whether anything was new; or why not.
    TownKept(Outcome<bool>),
    /// On the page of the catalogue.
    Packs(catalogue::Message),
    /// About the destruction of files.
    Retention(retention::Message),
    /// About a backup.
    Backup(backup::Message),
    /// About the folder of the inbox.
    Inbox(inbox::Message),
    /// Something was done, or why not.
    Done(Outcome<()>),
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing more.
    None,
    /// Several of these.
    All(Vec<Action>),
    /// The town's values.
    LoadTown,
    /// What packs suggest to it.
    LoadSuggested,
    /// What was decided between two versions of its values.
    LoadDecided,
    /// The town's coat of arms.
    LoadArms,
    /// A folder to choose a picture from.
    Choose(chooser::Wanted),
    /// A picture to be the coat of arms.
    SetArms(PathBuf),
    /// No coat of arms any more.
    RemoveArms,
    /// Packs and services.
    LoadPacks,
    /// A folder to choose a pack from.
    ChoosePack(chooser::Wanted),
    /// What a pack is and changes.
    LookAtPack(PathBuf),
    /// A pack taken in, with its publisher's key accepted or not.
    ImportPack(PathBuf, bool),
    /// About the destruction of files.
    Retention(retention::Wanted),
    /// Who works here.
    LoadUsers,
    /// A folder to choose a place for a backup from.
    ChooseBackup(chooser::Wanted),
    /// A backup in this file, with this passphrase, until somebody stops it.
    BackUp(PathBuf, String, Stop),
    /// Said in the status line: backed up, or stopped.
    SaidBackedUp(bool),
    /// The folder of the inbox.
    LoadInbox,
    /// Another folder for the inbox.
    SetInbox(String),
    /// The town's values set.
    SetTown(BTreeMap<String, String>),
    /// Somebody added: login, name, PIN.
    Add(String, String, String),
    /// A PIN set.
    SetPin(UserId, String),
    /// A role granted.
    Grant(UserId, Role, BTreeSet<Group>),
    /// A role taken away.
    Revoke(UserId, Role),
    /// Said in the status line: saved.
    SaidSaved,
    /// Said in the status line: there was nothing to save.
    SaidUnchanged,
    /// The screen for theme, language and zoom.
    Appearance,
    /// The workshop of the catalogue, with this on its bench.
    Workshop(Option<Source>),
    /// The keyboard at this control.
    Focus(String),
    /// Focus on the control with this id, what stands there to be typed over.
    Mend(String),
}

impl State {
    /// The town's values. The action fetches them.
    pub fn new(catalogue: &Catalogue, session: &Session) -> (Self, Action) {
        let may = |kind| session.roles.iter().any(|role| may(*role, kind));
        let state = Self {
            page: 0,
            asked: asked_of(catalogue),
            may_town: may("value_set"),
            may_users: may("user_added"),
            town: BTreeMap::new(),
            stored: BTreeMap::new(),
            typed_before: BTreeMap::new(),
            suggested: BTreeMap::new(),
            decided: Vec::new(),
            users: Vec::new(),
            selected: None,
            login: String::new(),
            name: String::new(),
            pin: String::new(),
            new_pin: String::new(),
            role: 0,
            groups: BTreeSet::from(Group::ALL),
            busy: false,
            arms: arms::Arms::default(),
            packs: catalogue::Packs::new(may("pack_installed")),
            retention: retention::Retention::new(session),
            backup: backup::Backup::new(
                session.roles.iter().any(|role| matches!(role, Role::Administrator | Role::Head)),
            ),
            inbox: inbox::Folder::default(),
            problems: Vec::new(),
        };
        (
            state,
            Action::All(vec![
                Action::LoadTown,
                Action::LoadSuggested,
                Action::LoadDecided,
                Action::LoadArms,
                Action::LoadUsers,
                Action::LoadPacks,
                Action::LoadInbox,
                Action::Focus("settings".to_owned()),
            ]),
        )
    }

    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        let choosing = self.arms.is_choosing() || self.packs.chooser.is_some() || self.backup.is_choosing();
        choosing || self.backup.is_running()
    }

    /// Whether a copy is being made or compared.
    pub fn is_under_way(&self) -> bool {
        self.backup.is_running()
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if self.arms.is_choosing() {
            let wrap = |message| Message::Arms(arms::Message::Chooser(message));
            return chooser::shortcut(shortcut, wrap, Message::Arms(arms::Message::ChooserClosed));
        }
        if self.packs.chooser.is_some() {
            let wrap = |message| Message::Packs(catalogue::Message::Chooser(message));
            return chooser::shortcut(shortcut, wrap, Message::Packs(catalogue::Message::ChooserClosed));
        }
        if self.backup.is_choosing() {
            let wrap = |message| Message::Backup(backup::Message::Chooser(message));
            return chooser::shortcut(shortcut, wrap, Message::Backup(backup::Message::ChooserClosed));
        }
        match (shortcut, self.page) {
            (Shortcut::Escape, _) if self.backup.is_running() => {
                Some(Message::Backup(backup::Message::StopPressed))
            }
            (Shortcut::Finish, 0) if self.may_town => Some(Message::TownSaved),
            (Shortcut::Finish, CATALOGUE) if self.packs.takes() => {
                Some(Message::Packs(catalogue::Message::TakePressed))
            }
            (Shortcut::Attach, CATALOGUE) => Some(Message::Packs(catalogue::Message::WorkshopPressed)),
            (Shortcut::Finish, RETENTION) => self.retention.finishes().map(Message::Retention),
            _ => None,
        }
    }

    fn user(&self) -> Option<&User> {
        self.selected.and_then(|at| self.users.get(at))
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::PageChosen(APPEARANCE) => return Action::Appearance,
            Message::PageChosen(page) => {
                self.page = page;
                self.problems.clear();
                if page == RETENTION {
                    return Action::Retention(retention::Wanted::Load);
                }
            }
            Message::TownLoaded(Ok(town)) => self.town_loaded(&town),
            Message::UsersLoaded(Ok(users)) => {
                self.users = users;
                if self.selected.is_none() && !self.users.is_empty() {
                    self.selected = Some(0);
                }
            }
            Message::SuggestedLoaded(Ok(all)) => {
                self.suggested = all.into_iter().map(|one| (one.key.clone(), one)).collect();
            }
            Message::DecidedLoaded(Ok(all)) => self.decided = all,
            Message::TownLoaded(Err(problems))
            | Message::DecidedLoaded(Err(problems))
            | Message::UsersLoaded(Err(problems))
            | Message::SuggestedLoaded(Err(problems)) => self.problems = problems,
            Message::SuggestedPressed => {
                let open: Vec<_> =
                    self.open_suggestions().map(|one| (one.key.clone(), one.typed.clone())).collect();
                self.town.extend(open);
            }
            Message::ValueTyped(key, text) => {
                self.problems.retain(|problem| problem.field != key);
                let _ = self.town.insert(key, text);
            }
            Message::TypedDropped => {
                self.town.clone_from(&self.stored);
                return Action::Focus(keys::NAME.to_owned());
            }
            Message::UserChosen(at) => {
                self.selected = Some(at);
                self.new_pin.clear();
            }
            Message::LoginTyped(text) => self.login = text,
            Message::NameTyped(text) => self.name = text,
            Message::PinTyped(text) => self.pin = text,
            Message::NewPinTyped(text) => self.new_pin = text,
            Message::RoleChosen(role) => self.role = role,
            Message::GroupTicked(group, on) => {
                let _ = if on { self.groups.insert(group) } else { self.groups.remove(&group) };
            }
            Message::Arms(message) => return self.on_arms(message),
            Message::TownKept(kept) => return self.town_kept(kept),
            Message::Packs(message) => return self.on_packs(message),
            Message::Retention(message) => return self.on_retention(message),
            Message::Backup(message) => return self.on_backup(message),
            Message::Inbox(message) => return self.on_inbox(message),
            Message::Done(done) => return self.done(done),
            other => return self.wanted(&other),
        }
        Action::None
    }

    /// What a button asks for.
    fn wanted(&mut self, message: &Message) -> Action {
        if self.busy {
            return Action::None;
        }
        let user = self.user().map(|user| user.id);
        let action = match (message, user) {
            (Message::TownSaved, _) => Action::SetTown(self.values()),
            (Message::AddPressed, _) => Action::Add(self.login.clone(), self.name.clone(), self.pin.clone()),
            (Message::SetPinPressed, Some(user)) => Action::SetPin(user, self.new_pin.clone()),
            (Message::GrantPressed, Some(user)) => match Role::ALL.get(self.role) {
                // An administrator reads no case.
                Some(Role::Administrator) => Action::Grant(user, Role::Administrator, BTreeSet::new()),
                Some(role) => Action::Grant(user, *role, self.groups.clone()),
                None => Action::None,
            },
            (Message::RevokePressed(role), Some(user)) => Action::Revoke(user, *role),
            _ => Action::None,
        };
        self.busy = action != Action::None;
        action
    }

    fn done(&mut self, done: Outcome<()>) -> Action {
        self.busy = false;
        if let Err(problems) = done {
            let first =
                problems.first().map(|problem| problem.field.clone()).filter(|field| !field.is_empty());
            self.problems = problems;
            return first.map_or(Action::None, Action::Mend);
        }
        self.problems.clear();
        for text in [&mut self.login, &mut self.name, &mut self.pin, &mut self.new_pin] {
            text.clear();
        }
        Action::All(vec![Action::SaidSaved, Action::LoadTown, Action::LoadUsers])
    }
}
