//! How choosing looks: the line, the folder, the places to begin at. Changes nothing.

use super::{By, LINE, LIST, Message, State};
use crate::desk::folder::{Kind, Purpose, Start};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, Dialog, Problem as Told, Row, body, button, dialog, primary, small, table, text_field,
};
use crate::ui::layout::Space;
use crate::ui::screen::beside::sentence;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, container, row};
use iced::{Alignment, Fill, Length};

/// Height of everything in a dialog but the folder, and of a folder that still helps.
const AROUND: f32 = 470.0;
const FOLDER: f32 = 130.0;

/// Whether the folder takes the height that the window leaves; in a lower one the dialog is scrolled.
pub fn fills(room: Space) -> bool {
    !room.is_page() && room.height > AROUND + FOLDER
}

impl State {
    /// Draws it, for a dialog.
    pub fn view(&self, room: Space) -> Element<'_, Message> {
        let problems = self.problems.iter().map(|problem| {
            let told = Told::error(sentence(problem));
            let offer = problem.fix.as_ref().map(|free| {
                let name = super::line::last(free).to_owned();
                button(fl!("chooser-offer", name = name)).id("chooser-offer").on_press(Message::OfferTaken)
            });
            column![Element::from(told)].push(offer).spacing(space::S).into()
        });
        let label = match self.purpose {
            Purpose::Attach => fl!("chooser-line"),
            Purpose::Save if self.makes_folder => fl!("chooser-new-folder"),
            Purpose::Save => fl!("chooser-name"),
        };
        let line = text_field(LINE, self.line.clone(), Message::Typed)
            .label(label)
            .hint(match self.purpose {
                Purpose::Attach => fl!("chooser-line-hint"),
                Purpose::Save if self.makes_folder => fl!("chooser-new-folder-hint"),
                Purpose::Save => fl!("chooser-name-hint"),
            })
            .on_enter(Message::Taken)
            .on_arrow(Message::Moved)
            .on_tab(self.completion().map(|_| Message::Completed));
        let height = if fills(room) { Fill } else { Length::Fixed(FOLDER) };
        let below = container(self.folder_view()).height(height);
        let starts = self.starts.iter().enumerate().map(|(at, start)| {
            button(name(start)).id(format!("chooser-start.{at}")).on_press(Message::StartPressed(at)).into()
        });
        let starts = (!self.starts.is_empty())
            .then(|| row(starts).spacing(space::S).align_y(Alignment::Center).wrap());
        // One slot whatever is refused: the line below keeps its place, and with it the keyboard.
        column![column(problems).spacing(space::S)]
            .push(line)
            .push(small(self.place()))
            .push(below)
            .push(starts)
            .spacing(space::M)
            .width(Fill)
            .height(if fills(room) { Fill } else { Length::Shrink })
            .into()
    }

    /// The dialog in which it is chosen: `wrap` makes a message of the choosing one of the screen, `close` leaves without a
    /// file.
    pub fn dialog<M: Clone + 'static>(
        &self,
        title: String,
        room: Space,
        wrap: fn(Message) -> M,
        close: M,
    ) -> Dialog<'_, M> {
        self.dialog_with(title, self.view(room).map(wrap), room, (self.deed().0, wrap), close)
    }

    /// The same with more around the choosing, and with other words on its button.
    pub fn dialog_with<'a, M: Clone + 'static>(
        &self,
        title: String,
        inside: impl Into<Element<'a, M>>,
        room: Space,
        (go, wrap): (String, fn(Message) -> M),
        close: M,
    ) -> Dialog<'a, M> {
        let take = self.deed().1.then(|| wrap(Message::Taken));
        let confirm = primary(go).id("chooser-go").keys(Shortcut::Finish.keys()).on_press_maybe(take);
        let cancel = button(fl!("cancel")).id("chooser-cancel").on_press(close.clone());
        let whole = dialog(title, inside, close).width(760.0).tall(fills(room));
        whole.button(confirm).button(cancel)
    }

    fn place(&self) -> String {
        let place = self.asked.as_ref().or(self.folder.as_ref());
        place.map_or_else(String::new, |folder| fl!("chooser-folder", folder = folder.display().to_string()))
    }

    fn folder_view(&self) -> Element<'_, Message> {
        if self.asked.is_some() || (self.folder.is_none() && self.problems.is_empty()) {
            return body(fl!("chooser-reading")).into();
        }
        let titles = vec![
            Column::new(fl!("chooser-column-name"), Fill).sorts(),
            Column::new(fl!("chooser-column-size"), 90).right().sorts(),
            Column::new(fl!("chooser-column-changed"), 150).sorts(),
        ];
        let cells = move |at: usize| self.row(at);
        let column = match self.by {
            By::Name => 0,
            By::Size => 1,
            By::Changed => 2,
        };
        let name = fl!(
            "chooser-list",
            folder = self.folder.as_ref().map_or_else(String::new, |f| f.display().to_string())
        );
        table(LIST, name, titles, self.rows(), cells)
            .select(self.selected, Message::Selected)
            .on_open(Message::Opened)
            .sort(Some((column, self.up)), Message::Sorted)
            .empty(fl!("chooser-empty"))
            .into()
    }

    fn row(&self, at: usize) -> Row {
        if at < self.above() {
            return Row::new([Cell::strong(fl!("chooser-up")), Cell::default(), Cell::default()]);
        }
        let Some(entry) = self.entry(at) else { return Row::default() };
        let changed = entry.changed.map(words::moment).unwrap_or_default();
        if entry.folder {
            let folder = Cell::toned(fl!("chooser-is-folder"), Tone::Muted);
            return Row::new([Cell::strong(&entry.name), folder, Cell::toned(changed, Tone::Muted)]);
        }
        Row::new([Cell::new(&entry.name), Cell::new(words::bytes(entry.size)), Cell::new(changed)])
    }

    /// What the button says, and whether it can be pressed.
    pub fn deed(&self) -> (String, bool) {
        let words = match (self.purpose, self.busy) {
            (Purpose::Attach, false) => fl!("chooser-attach"),
            (Purpose::Attach, true) => fl!("chooser-attaching"),
            (Purpose::Save, false) => fl!("chooser-save"),
            (Purpose::Save, true) => fl!("chooser-saving"),
        };
        (words, !self.busy)
    }
}

fn name(start: &Start) -> String {
    match start.kind {
        Kind::Documents => fl!("chooser-documents"),
        Kind::Downloads => fl!("chooser-downloads"),
        Kind::Desktop => fl!("chooser-desktop"),
        Kind::Home => fl!("chooser-home"),
        Kind::Removable => {
            let name = start.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            fl!("chooser-stick", name = name)
        }
    }
}
