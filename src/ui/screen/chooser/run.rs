//! Reads the folders that are wanted, beside the window's own thread. Reads no file: what is chosen is the screen's.

use super::{LINE, Message, Wanted};
use crate::desk::folder::{self, Listing, Start};
use crate::desk::{Desk, DeskError, Session};
use crate::ui::focus;
use crate::ui::screen::beside::{Outcome, aside, beside};
use iced::Task;
use std::path::PathBuf;

/// The places to begin at, and the first folder.
type First = (Vec<Start>, Outcome<Listing>);

/// Does what is wanted, but for [`Wanted::File`], which is the screen's.
pub fn run(wanted: Wanted, desk: &Desk, session: &Session) -> Task<Message> {
    match wanted {
        Wanted::Begin(purpose) => {
            let session = session.clone();
            let first = move |desk: &Desk| begin(|_| desk.begin_folder(&session, purpose));
            begins(beside(desk, first, begun))
        }
        wanted => run_alone(wanted),
    }
}

/// The same where there is no desk yet, whose users have a folder of their own: looking begins at the last place to begin at,
/// which is a stick where one is put in.
pub fn run_alone(wanted: Wanted) -> Task<Message> {
    match wanted {
        Wanted::Nothing | Wanted::File(_) => Task::none(),
        Wanted::Begin(_) => {
            let last = |starts: &[Start]| {
                Ok(starts.last().map_or_else(|| PathBuf::from("/"), |start| start.path.clone()))
            };
            begins(aside(move || begin(last), begun))
        }
        Wanted::List(folder) => {
            let asked = folder.clone();
            aside(move || folder::list(&folder), move |listing| Message::Listed(asked, listing))
        }
    }
}

fn begin(first: impl FnOnce(&[Start]) -> Result<PathBuf, DeskError>) -> Result<First, DeskError> {
    let starts = folder::starts();
    let first = first(&starts)?;
    Ok((starts, folder::list(&first).map_err(|error| error.problems())))
}

fn begun(begun: Outcome<First>) -> Message {
    match begun {
        Ok((starts, listing)) => Message::Begun(starts, listing),
        Err(problems) => Message::Begun(Vec::new(), Err(problems)),
    }
}

/// The keyboard is in the line while the first folder is read.
fn begins(begun: Task<Message>) -> Task<Message> {
    Task::batch([focus::to(LINE), begun])
}
