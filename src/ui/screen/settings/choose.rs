//! The dialog in which a file is chosen, for every page of the administration that wants one. Reads no file.

use super::Message as Whole;
use crate::fl;
use crate::ui::control::{Dialog, button, dialog, primary};
use crate::ui::layout::Space;
use crate::ui::screen::chooser;
use crate::ui::shortcut::Shortcut;

/// The dialog: `wrap` makes a message of the choosing one of the page, `close` leaves without a file.
pub(super) fn choosing(
    title: String,
    chooser: &chooser::State,
    room: Space,
    wrap: fn(chooser::Message) -> Whole,
    close: Whole,
) -> Dialog<'_, Whole> {
    let (go, ready) = chooser.deed();
    let inside = chooser.view(room).map(wrap);
    let take = ready.then(|| wrap(chooser::Message::Taken));
    let confirm = primary(go).id("chooser-go").keys(Shortcut::Finish.keys()).on_press_maybe(take);
    let cancel = button(fl!("cancel")).id("chooser-cancel").on_press(close.clone());
    dialog(title, inside, close).width(760.0).tall(chooser::fills(room)).button(confirm).button(cancel)
}
