//! Signing in with login and PIN; on the first start, making the first administrator. Lets nobody in by itself.

use super::beside::{Outcome, at, beside, elsewhere};
use crate::desk::{Desk, Session};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{KeyHint, body, panel, primary, text_field, title};
use crate::ui::focus;
use crate::ui::layout::{Space, columns};
use iced::widget::container;
use iced::{Fill, Task};

/// Fields that show their own problems.
const FIELDS: [&str; 4] = ["login", "name", "pin", "again"];

/// What is typed.
#[derive(Debug, Clone, Default)]
pub struct State {
    first: bool,
    login: String,
    name: String,
    pin: String,
    again: String,
    busy: bool,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the field for the login.
    LoginTyped(String),
    /// In the field for the name.
    NameTyped(String),
    /// In the field for the PIN.
    PinTyped(String),
    /// In the field for the PIN once more.
    AgainTyped(String),
    /// The button, or Enter in the last field.
    SignInPressed,
    /// Somebody is signed in, or why not.
    SignedIn(Outcome<Session>),
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing more.
    None,
    /// The keyboard at this field.
    Focus(&'static str),
    /// To be let in.
    SignIn {
        /// Login.
        login: String,
        /// PIN.
        pin: String,
    },
    /// To be the first administrator.
    Begin {
        /// Login.
        login: String,
        /// Name.
        name: String,
        /// PIN.
        pin: String,
    },
    /// Somebody is in: for the window.
    Done(Session),
}

impl State {
    /// `first` where nobody works here yet. Give the field `login` the focus.
    pub fn new(first: bool) -> Self {
        Self { first, ..Self::default() }
    }

    /// The window was locked by whoever has this login: only the PIN is missing, and what is typed without looking must
    /// not be readable. Give the field `pin` the focus.
    pub fn again(login: String) -> Self {
        Self { login, ..Self::default() }
    }

    /// Who is signing in.
    pub fn login(&self) -> &str {
        &self.login
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::LoginTyped(text) => self.login = text,
            Message::NameTyped(text) => self.name = text,
            Message::PinTyped(text) => self.pin = text,
            Message::AgainTyped(text) => self.again = text,
            Message::SignInPressed => return self.send(),
            Message::SignedIn(Ok(session)) => return Action::Done(session),
            Message::SignedIn(Err(problems)) => {
                self.busy = false;
                self.pin.clear();
                self.again.clear();
                let field = FIELDS.into_iter().find(|field| problems.iter().any(|p| p.field == *field));
                self.problems = problems;
                return Action::Focus(field.unwrap_or("login"));
            }
        }
        self.problems.clear();
        Action::None
    }

    fn send(&mut self) -> Action {
        if self.busy {
            return Action::None;
        }
        if self.login.trim().is_empty() {
            self.problems = vec![Problem::error("login", "sign-in-login-missing")];
            return Action::Focus("login");
        }
        if self.pin.is_empty() {
            self.problems = vec![Problem::error("pin", "sign-in-pin-missing")];
            return Action::Focus("pin");
        }
        if self.first && self.pin != self.again {
            self.problems = vec![Problem::error("again", "sign-in-pins-differ")];
            return Action::Focus("again");
        }
        self.busy = true;
        self.problems.clear();
        let (login, pin) = (self.login.clone(), self.pin.clone());
        if self.first {
            Action::Begin { login, name: self.name.clone(), pin }
        } else {
            Action::SignIn { login, pin }
        }
    }

    /// Draws the screen.
    pub fn view(&self, space: Space) -> Element<'_, Message> {
        let (heading, words, press) = if self.first {
            (fl!("sign-in-first-title"), fl!("sign-in-first"), fl!("sign-in-begin"))
        } else {
            (fl!("sign-in-title"), fl!("sign-in-words"), fl!("sign-in-go"))
        };
        let mut form = panel().spacing(12.0).push(title(heading)).push(body(words));
        for problem in elsewhere(&self.problems, &FIELDS) {
            form = form.push(problem);
        }
        form = form.push(
            text_field("login", &self.login, Message::LoginTyped)
                .label(fl!("sign-in-login"))
                .required(true)
                .problem(at(&self.problems, "login")),
        );
        if self.first {
            let name = text_field("name", &self.name, Message::NameTyped);
            form = form.push(
                name.label(fl!("sign-in-name"))
                    .required(true)
                    .problem(at(&self.problems, "name"))
                    .hint(fl!("sign-in-name-hint")),
            );
        }
        let pin =
            text_field("pin", &self.pin, Message::PinTyped).label(fl!("sign-in-pin")).secret().required(true);
        let pin = pin.problem(at(&self.problems, "pin"));
        form = form.push(if self.first { pin } else { pin.on_enter(Message::SignInPressed) });
        if self.first {
            form = form.push(
                text_field("again", &self.again, Message::AgainTyped)
                    .label(fl!("sign-in-again"))
                    .secret()
                    .required(true)
                    .problem(at(&self.problems, "again"))
                    .on_enter(Message::SignInPressed),
            );
        }
        let form = form.push(
            primary(press).id("sign-in").on_press_maybe((!self.busy).then_some(Message::SignInPressed)),
        );
        let page = container(container(form).max_width(420.0)).center_x(Fill).padding([24.0, 0.0]);
        columns(space, space.scrolls(page)).into()
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        vec![KeyHint::new(fl!("key-enter"), fl!("sign-in-go"))]
    }
}

/// Does what is wanted. [`Action::Done`] is for the window, which keeps the session.
pub fn run(action: Action, desk: &Desk) -> Task<Message> {
    match action {
        Action::None | Action::Done(_) => Task::none(),
        Action::Focus(id) => focus::to(id),
        Action::SignIn { login, pin } => {
            beside(desk, move |desk| desk.sign_in(&login, &pin), Message::SignedIn)
        }
        Action::Begin { login, name, pin } => {
            beside(desk, move |desk| desk.first_administrator(&login, &name, &pin), Message::SignedIn)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_different_pins_make_no_administrator() {
        let mut state = State::new(true);
        for message in [
            Message::LoginTyped("wes".into()),
            Message::PinTyped("1234".into()),
            Message::AgainTyped("1243".into()),
        ] {
            assert_eq!(state.update(message), Action::None);
        }
        assert_eq!(state.update(Message::SignInPressed), Action::Focus("again"));
        let _ = state.update(Message::AgainTyped("1234".into()));
        assert!(matches!(state.update(Message::SignInPressed), Action::Begin { .. }));
        assert_eq!(state.update(Message::SignInPressed), Action::None, "once is enough");
    }

    /// Enter in an empty field is no wrong PIN: nobody waits for it.
    #[test]
    fn without_a_pin_nothing_is_asked() {
        let mut state = State::new(false);
        let _ = state.update(Message::LoginTyped("wes".into()));
        assert_eq!(state.update(Message::SignInPressed), Action::Focus("pin"));
        let _ = state.update(Message::PinTyped("1".into()));
        assert!(matches!(state.update(Message::SignInPressed), Action::SignIn { .. }));
    }

    #[test]
    fn a_refusal_empties_the_pin_and_stays_at_its_field() {
        let mut state = State::new(false);
        let _ = state.update(Message::LoginTyped("wes".into()));
        let _ = state.update(Message::PinTyped("1".into()));
        let _ = state.update(Message::SignInPressed);
        let refused = Err(vec![Problem::error("pin", "sign-in-wrong")]);
        assert_eq!(state.update(Message::SignedIn(refused)), Action::Focus("pin"));
        assert!(state.pin.is_empty() && state.login == "wes");
    }
}
