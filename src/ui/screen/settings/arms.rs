//! The town's coat of arms: seen, chosen, taken out. Reads no picture itself.

use super::{Action, Message as Whole, State};
use crate::desk::look::Picture;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use crate::ui::control::{Dialog, button, named, panel, small};
use crate::ui::layout::Space;
use crate::ui::screen::beside::{Outcome, elsewhere};
use crate::ui::screen::chooser::{self, Wanted};
use crate::ui::theme::space;
use iced::widget::{image, row};

/// The coat of arms and the choosing of one.
#[derive(Debug, Clone, Default)]
pub struct Arms {
    picture: Option<(image::Handle, f32, f32)>,
    chooser: Option<chooser::State>,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The coat of arms as it is kept, if there is one.
    Loaded(Outcome<Option<Picture>>),
    /// Another one is to be chosen.
    ChoosePressed,
    /// In the choosing.
    Chooser(chooser::Message),
    /// Esc in the choosing.
    ChooserClosed,
    /// The town is to go without.
    RemovePressed,
    /// It is kept or taken out, or why not.
    Done(Outcome<()>),
}

impl State {
    pub(super) fn on_arms(&mut self, message: Message) -> Action {
        let arms = &mut self.arms;
        match message {
            Message::Loaded(Ok(picture)) => {
                // So few pixels that a float can count them.
                #[allow(clippy::cast_precision_loss)]
                let shown = |picture: Picture| {
                    let (width, height) = (picture.width as f32, picture.height as f32);
                    (image::Handle::from_rgba(picture.width, picture.height, picture.rgba), width, height)
                };
                arms.picture = picture.map(shown);
                Action::None
            }
            Message::Loaded(Err(problems)) => {
                arms.problems = problems;
                Action::None
            }
            Message::ChoosePressed => {
                let (chooser, wanted) = chooser::State::open();
                arms.problems.clear();
                arms.chooser = Some(chooser);
                Action::Choose(wanted)
            }
            Message::Chooser(message) => {
                let Some(chooser) = &mut arms.chooser else { return Action::None };
                match chooser.update(message) {
                    Wanted::File(path) => Action::SetArms(path),
                    wanted => Action::Choose(wanted),
                }
            }
            Message::ChooserClosed => {
                arms.chooser = None;
                Action::Focus("arms-choose".to_owned())
            }
            Message::RemovePressed => Action::RemoveArms,
            Message::Done(Err(problems)) => {
                match &mut arms.chooser {
                    Some(chooser) => chooser.refused(problems),
                    None => arms.problems = problems,
                }
                Action::None
            }
            Message::Done(Ok(())) => {
                arms.chooser = None;
                arms.problems.clear();
                Action::All(vec![
                    Action::SaidSaved,
                    Action::LoadArms,
                    Action::Focus("arms-choose".to_owned()),
                ])
            }
        }
    }
}

impl Arms {
    /// Whether one is being chosen.
    pub(super) fn is_choosing(&self) -> bool {
        self.chooser.is_some()
    }

    /// Draws it.
    pub(super) fn view(&self, may_change: bool) -> Element<'_, Whole> {
        let mut card = panel().title(fl!("settings-key-arms")).spacing(space::M);
        for problem in elsewhere(&self.problems, &[]) {
            card = card.push(problem);
        }
        card = match &self.picture {
            None => card.push(small(fl!("settings-arms-none"))),
            Some((handle, width, height)) => {
                let seen: Element<'_, Whole> =
                    image(handle.clone()).width(*width / 2.0).height(*height / 2.0).into();
                let info = Info::new(Role::Image, fl!("settings-key-arms"));
                card.push(named(Some("arms".into()), info, seen))
            }
        };
        if !may_change {
            return card.into();
        }
        let choose = button(fl!("settings-arms-choose")).id("arms-choose");
        let remove = self.picture.is_some().then(|| {
            let remove = button(fl!("settings-arms-remove")).id("arms-remove");
            Element::from(remove.on_press(Whole::Arms(Message::RemovePressed)))
        });
        let choose = Element::from(choose.on_press(Whole::Arms(Message::ChoosePressed)));
        card.push(row![choose].push(remove).spacing(space::S)).push(small(fl!("settings-arms-hint"))).into()
    }

    /// The dialog, where one is being chosen.
    pub(super) fn dialog(&self, room: Space) -> Option<Dialog<'_, Whole>> {
        let chooser = self.chooser.as_ref()?;
        let wrap = |message| Whole::Arms(Message::Chooser(message));
        let close = Whole::Arms(Message::ChooserClosed);
        Some(chooser.dialog(fl!("settings-arms-choose"), room, wrap, close))
    }
}
