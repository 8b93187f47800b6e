//! Draws how far a round with the Kreis is, with the key that stops it and the one that lets it go on. Stops nothing.

use super::{Message, Rounds, State};
use crate::desk::kreis::Agreed;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{KeyHint, body, button, panel, primary, progress};
use crate::ui::shortcut::Shortcut;
use crate::words;

impl State {
    /// How far it is; nothing while there is nothing to do.
    pub(super) fn rounds(&self) -> Option<Element<'_, Message>> {
        let card = match self.rounds {
            Rounds::Rest => return None,
            Rounds::Goes(agreed, stops) => {
                let stop = button(if stops { fl!("kreis-stops") } else { fl!("kreis-stop") })
                    .id("kreis-stop")
                    .keys(Shortcut::Escape.keys())
                    .on_press_maybe((!stops).then_some(Message::StopPressed));
                panel().push(progress(far(&agreed), part(&agreed), None)).push(stop)
            }
            Rounds::Stopped(agreed) => {
                let go_on = primary(fl!("kreis-go-on"))
                    .id("kreis-go-on")
                    .keys(Shortcut::Finish.keys())
                    .on_press(Message::GoOnPressed);
                panel()
                    .push(progress(held(&agreed), part(&agreed), None))
                    .push(body(fl!("kreis-held-kept")))
                    .push(go_on)
            }
        };
        Some(card.into())
    }

    /// The keys that work for it now.
    pub(super) fn round_keys(&self) -> Option<KeyHint> {
        match self.rounds {
            Rounds::Goes(_, false) => Some(KeyHint::new(Shortcut::Escape.keys(), fl!("kreis-stop"))),
            Rounds::Stopped(_) => Some(KeyHint::new(Shortcut::Finish.keys(), fl!("kreis-go-on"))),
            _ => None,
        }
    }
}

/// What was stopped, as far as that is known.
fn held(agreed: &Agreed) -> String {
    let far = far(agreed);
    if far.is_empty() { fl!("kreis-held-plain") } else { fl!("kreis-held", far = far) }
}

fn far(agreed: &Agreed) -> String {
    let all: Vec<String> =
        agreed.far().into_iter().map(|(what, done, of)| words::far(what, done, of)).collect();
    all.join(", ")
}

/// How much of all that is known, from 0 to 1; nothing where something has no end yet.
#[expect(clippy::cast_precision_loss, reason = "a bar is no count")]
fn part(agreed: &Agreed) -> Option<f32> {
    let all = agreed.far();
    let of = all.iter().map(|(_, done, of)| of.map(|of| of.max(*done))).sum::<Option<u64>>()?;
    let done: u64 = all.iter().map(|(_, done, _)| done).sum();
    (of > 0).then(|| done as f32 / of as f32)
}
