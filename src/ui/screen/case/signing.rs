//! A paper that is saved with an electronic signature: the box to tick, the file of the certificate, its passphrase. Signs
//! nothing, and forgets the passphrase with the dialog.

use crate::desk::signed::{Passphrase, Signing};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{Problem as Told, check, text_field};
use crate::ui::layout::Space;
use crate::ui::screen::beside::{Outcome, sentence};
use crate::ui::screen::chooser;
use crate::ui::theme::space;
use crate::words;
use iced::Fill;
use iced::widget::column;
use std::path::PathBuf;

/// Id of the box.
pub const BOX: &str = "sign";
const CERTIFICATE: &str = "sign-certificate";
const PASSPHRASE: &str = "sign-passphrase";

/// Height that the box takes, and the two fields.
const BOX_HEIGHT: f32 = 44.0;
const FIELDS_HEIGHT: f32 = 170.0;

/// What is ticked and typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    on: bool,
    certificate: String,
    passphrase: Passphrase,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The box.
    Toggled(bool),
    /// The certificate that was last signed with at this desk.
    Remembered(Outcome<Option<PathBuf>>),
    /// In the field for the file.
    CertificateTyped(String),
    /// In the field for its passphrase.
    PassphraseTyped(Passphrase),
}

impl State {
    /// Takes a message in; says where the keyboard goes, if elsewhere.
    pub fn update(&mut self, message: Message) -> Option<&'static str> {
        if !matches!(message, Message::Remembered(_)) {
            self.problems.clear();
        }
        match message {
            Message::Toggled(on) => {
                self.on = on;
                self.passphrase = Passphrase::default();
                let first = if self.certificate.is_empty() { CERTIFICATE } else { PASSPHRASE };
                return on.then_some(first);
            }
            Message::Remembered(Ok(Some(path))) if self.certificate.is_empty() => {
                self.certificate = path.display().to_string();
            }
            // What is not remembered is typed.
            Message::Remembered(_) => {}
            Message::CertificateTyped(path) => self.certificate = path,
            Message::PassphraseTyped(passphrase) => self.passphrase = passphrase,
        }
        None
    }

    /// With what is to be signed; nothing where nothing is. Errors: everything that is not typed yet.
    pub fn wanted(&self) -> Outcome<Option<Signing>> {
        if !self.on {
            return Ok(None);
        }
        let certificate = self.certificate.trim();
        let no_file = certificate.is_empty().then(|| Problem::error(CERTIFICATE, "sign-certificate-missing"));
        let silent = self.passphrase.0.is_empty();
        let no_word = silent.then(|| Problem::error(PASSPHRASE, "sign-passphrase-missing"));
        let problems: Vec<Problem> = no_file.into_iter().chain(no_word).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Some(Signing {
            certificate: certificate.into(),
            passphrase: Some(self.passphrase.clone()),
            reason: words::text("signature-reason"),
            label: words::text("signature-label"),
        }))
    }

    /// Keeps what is wrong with certificate or passphrase, to be told beside them; gives back the rest, and where the keyboard
    /// goes. Without the tick nothing is.
    pub fn refused(&mut self, problems: Vec<Problem>) -> (Vec<Problem>, Option<&'static str>) {
        let ours = |problem: &Problem| {
            let field = problem.field.as_str();
            [CERTIFICATE, PASSPHRASE].contains(&field) || field == self.certificate.trim()
        };
        let (own, rest): (Vec<Problem>, Vec<Problem>) =
            problems.into_iter().partition(|problem| self.on && ours(problem));
        let of_passphrase =
            |problem: &Problem| problem.field == PASSPHRASE || problem.id == "certificate-passphrase";
        let place = match own.first() {
            Some(_) if own.iter().all(of_passphrase) => PASSPHRASE,
            Some(_) => CERTIFICATE,
            None => chooser::LINE,
        };
        self.problems = own;
        (rest, self.on.then_some(place))
    }

    /// What it leaves of the room for the folder.
    pub fn leaves(&self, room: Space) -> Space {
        let taken = if self.on { BOX_HEIGHT + FIELDS_HEIGHT } else { BOX_HEIGHT };
        Space { height: room.height - taken, ..room }
    }

    /// Draws it, for the dialog in which a place is chosen; Enter in the last field saves.
    pub fn view<M: Clone + 'static>(&self, wrap: fn(Message) -> M, go: M) -> Element<'_, M> {
        let ticked = check(BOX, fl!("sign-box"), self.on, move |on| wrap(Message::Toggled(on)));
        let told = self.problems.iter().map(|problem| Told::error(sentence(problem)).into());
        let fields = self.on.then(|| {
            let file = text_field(CERTIFICATE, self.certificate.clone(), move |path| {
                wrap(Message::CertificateTyped(path))
            });
            let word = text_field(PASSPHRASE, self.passphrase.0.clone(), move |typed| {
                wrap(Message::PassphraseTyped(Passphrase(typed)))
            });
            column![
                file.label(fl!("sign-certificate")).hint(fl!("sign-certificate-hint")).required(true),
                word.label(fl!("sign-passphrase"))
                    .hint(fl!("sign-passphrase-hint"))
                    .secret()
                    .required(true)
                    .on_enter(go),
            ]
            .spacing(space::S)
        });
        // One slot whatever is refused: the fields keep their place, and with it the keyboard.
        column![ticked, column(told).spacing(space::S)].push(fields).spacing(space::S).width(Fill).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_typed_is_told_at_once_and_what_is_typed_is_not_shown() {
        let mut state = State::default();
        assert_eq!(state.wanted(), Ok(None));
        assert_eq!(state.update(Message::Toggled(true)), Some(CERTIFICATE));
        let missing: Vec<String> =
            state.wanted().expect_err("nothing is typed").into_iter().map(|problem| problem.id).collect();
        assert_eq!(missing, ["sign-certificate-missing", "sign-passphrase-missing"]);
        let _ = state.update(Message::CertificateTyped(" /srv/siegel.p12 ".into()));
        let _ = state.update(Message::PassphraseTyped(Passphrase("Schlüsselblume".into())));
        let wanted = state.wanted().expect("typed").expect("ticked");
        assert_eq!(wanted.certificate, PathBuf::from("/srv/siegel.p12"));
        assert!(!format!("{state:?} {wanted:?}").contains("Schlüsselblume"));
    }

    #[test]
    fn the_file_is_remembered_and_the_passphrase_goes_with_the_tick() {
        let mut state = State::default();
        let _ = state.update(Message::Remembered(Ok(Some("/srv/siegel.p12".into()))));
        assert_eq!(state.update(Message::Toggled(true)), Some(PASSPHRASE), "the file is known");
        let _ = state.update(Message::PassphraseTyped(Passphrase("x".into())));
        assert_eq!(state.update(Message::Toggled(false)), None);
        assert_eq!((state.passphrase.0.as_str(), state.certificate.as_str()), ("", "/srv/siegel.p12"));
        // What somebody typed meanwhile stays.
        let mut state = State::default();
        let _ = state.update(Message::CertificateTyped("/a.p12".into()));
        let _ = state.update(Message::Remembered(Ok(Some("/b.p12".into()))));
        assert_eq!(state.certificate, "/a.p12");
    }

    #[test]
    fn what_is_wrong_with_the_certificate_is_told_beside_it_and_the_rest_above() {
        let mut state = State { on: true, certificate: "/a.p12".into(), ..State::default() };
        let wrong = |field: &str, id: &str| Problem::error(field, id);
        let passphrase = vec![wrong("/a.p12", "certificate-passphrase")];
        assert_eq!(state.refused(passphrase), (Vec::new(), Some(PASSPHRASE)));
        assert_eq!(state.problems.len(), 1);
        let both = vec![wrong("/a.p12", "certificate-expired"), wrong("/out.pdf", "file-there")];
        assert_eq!(state.refused(both), (vec![wrong("/out.pdf", "file-there")], Some(CERTIFICATE)));
        let rest = vec![wrong("/out.pdf", "file-there")];
        assert_eq!(state.refused(rest.clone()), (rest.clone(), Some(chooser::LINE)));
        let _ = state.update(Message::Toggled(false));
        assert_eq!(state.refused(rest.clone()), (rest, None));
    }
}
