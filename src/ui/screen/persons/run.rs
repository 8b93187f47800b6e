//! Does what the persons' screen wants, by the desk. Decides nothing.

use super::{Action, Message, disclose, together};
use crate::desk::conflict::About;
use crate::desk::{Desk, Session};
use crate::domain::similar::Likeness;
use crate::fl;
use crate::ui::focus;
use crate::ui::screen::beside::{beside, soon};
use crate::ui::screen::chooser;
use crate::ui::screen::{Action as Window, Route};
use crate::ui::theme::Tone;
use crate::words;

/// Rows of the list at most.
const HITS: usize = 100;
/// People who are offered while one types.
const OFFERED: usize = 8;

/// Does what is wanted.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None => return Window::None,
        Action::All(actions) => {
            return Window::All(actions.into_iter().map(|action| run(action, desk, &session)).collect());
        }
        Action::Open(id) => return Window::Go(Route::Case(id)),
        Action::SaidUnchanged => return Window::Say(fl!("saved-nothing"), Tone::Muted),
        Action::SaidMerged => return Window::Say(fl!("together-merged"), Tone::Good),
        Action::SaidSplit => return Window::Say(fl!("together-split"), Tone::Good),
        Action::Together(wanted) => return beside_another(wanted, desk, session),
        Action::Disclose(wanted) => return disclosing(wanted, desk, session),
        Action::Records(id) => beside(
            desk,
            move |desk| desk.records_of(&session, id),
            move |records| Message::RecordsFound(id, records),
        ),
        Action::Decided(id) => beside(
            desk,
            move |desk| desk.decided(About::Person(id), words::language().tag()),
            move |decided| Message::DecidedFound(id, decided),
        ),
        Action::Split(record) => {
            beside(desk, move |desk| desk.split_person(&session, record).map(|()| record), Message::Split)
        }
        Action::SaidSaved => return Window::Say(fl!("persons-saved"), Tone::Good),
        Action::Focus(id) => focus::to(id),
        Action::Rest(typed, false) => soon(desk, Message::Rested(typed)),
        Action::Rest(typed, true) => soon(desk, Message::FormRested(typed)),
        Action::RowRests(id) => soon(desk, Message::RowRested(id)),
        Action::Find(typed, text) => beside(
            desk,
            move |desk| desk.find_person(&session, &text, HITS),
            move |hits| Message::Found(typed, hits),
        ),
        Action::Load(id) => {
            beside(desk, move |desk| desk.person(&session, id), |person| Message::Loaded(Box::new(person)))
        }
        Action::Cases(id) => beside(
            desk,
            move |desk| desk.cases_of_person(&session, id),
            move |cases| Message::CasesFound(id, cases),
        ),
        Action::Alike(typed, values, but) => beside(
            desk,
            move |desk| {
                let similar = desk.similar_persons(&session, &values, but)?;
                let asked = similar.into_iter().filter(|likely| likely.similar.likeness >= Likeness::Likely);
                Ok(asked.map(|likely| likely.row).collect())
            },
            move |alike| Message::AlikeFound(typed, alike),
        ),
        Action::Save(id, values) => {
            beside(desk, move |desk| desk.save_person(&session, id, &values), Message::Saved)
        }
    })
}

fn disclosing(wanted: disclose::Wanted, desk: &Desk, session: Session) -> Window<Message> {
    Window::Run(match wanted {
        disclose::Wanted::Said(disclosed) => return Window::Say(disclose::said(&disclosed), Tone::Good),
        disclose::Wanted::Choose(wanted) => chooser::run(wanted, desk, &session)
            .map(|message| Message::Disclose(disclose::Message::Chooser(message))),
        disclose::Wanted::Review(id) => beside(
            desk,
            move |desk| desk.review_disclosure(&session, id),
            |review| Message::Disclose(disclose::Message::Reviewed(review)),
        ),
        disclose::Wanted::Write(id, looked, path) => beside(
            desk,
            move |desk| desk.disclose_at(&session, id, &looked, &path),
            |done| Message::Disclose(disclose::Message::Done(done)),
        ),
    })
}

fn beside_another(wanted: together::Action, desk: &Desk, session: Session) -> Window<Message> {
    let tell = |message| Message::Together(message);
    Window::Run(match wanted {
        together::Action::None => return Window::None,
        together::Action::Focus(id) => focus::to(id),
        together::Action::Find(typed) => {
            let asked = typed.clone();
            beside(
                desk,
                move |desk| desk.find_person(&session, &typed, OFFERED),
                move |found| tell(together::Message::Found(asked, found)),
            )
        }
        together::Action::Show(one, two) => beside(
            desk,
            move |desk| desk.side_by_side(&session, one, two),
            move |shown| tell(together::Message::Shown(Box::new(shown))),
        ),
        together::Action::Merge(one, two, chosen) => beside(
            desk,
            move |desk| desk.merge_persons(&session, one, two, &chosen).map(|merged| merged.one.id),
            Message::Merged,
        ),
    })
}
