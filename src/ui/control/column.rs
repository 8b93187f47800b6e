//! Gives content a role and a name for the screen reader, and marks the columns that F6 visits. Draws nothing.

use super::around::{Around, around};
use crate::ui::Element;
use crate::ui::a11y::{Info, Live, Role};
use iced::Rectangle;
use iced::advanced::widget::{Id, Operation};

/// A column of the window: F6 goes to its first control. `name` is read out on the way in.
pub fn column<'a, M: 'a>(
    id: impl Into<Id>,
    name: impl Into<String>,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let mut info = Info::new(Role::Region, name);
    info.column = true;
    named(Some(id.into()), info, content)
}

/// A text whose changes are read out without moving the focus: errors at once, everything else in a pause.
pub fn announced<'a, M: 'a>(
    text: impl Into<String>,
    live: Live,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let role = if live == Live::Assertive { Role::Alert } else { Role::Status };
    let mut info = Info::new(role, text);
    info.live = Some(live);
    named(None, info, content)
}

/// Gives content a role and a name.
pub fn named<'a, M: 'a>(id: Option<Id>, info: Info, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    around(content, Named { id, info })
}

/// Says its role and name before a walk goes inside.
struct Named {
    id: Option<Id>,
    info: Info,
}

impl<M> Around<M> for Named {
    type State = ();

    fn visited(&mut self, _state: &mut (), bounds: Rectangle, walk: &mut dyn Operation) {
        walk.custom(self.id.as_ref(), bounds, &mut self.info);
    }
}
