//! Who else has a case open: told and heard along with what desk and service say to each other anyway, a request of its own
//! only where something changes. Is in no database; without a line nothing is claimed.

use super::http::{Http, Lost, parsed};
use crate::domain::id::CaseId;
use crate::wire::{Here, Present, presence_mark};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// The mark where nothing was heard yet: the service's is another one, so it says so at once.
const UNHEARD: &str = "-";

/// What this desk has on its screen, and what the others have. Clones are the same.
#[derive(Debug, Clone, Default)]
pub struct Presence(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    /// Whether there is a screen at all: a command line beside a window says nothing, and asks nothing.
    is_shown: bool,
    own: Option<Open>,
    /// What the service was told last.
    told: Option<Open>,
    /// What it said last; nothing where that is not known.
    others: Option<Vec<Present>>,
}

#[derive(Debug, Clone)]
struct Open {
    case: CaseId,
    name: String,
    from: Instant,
}

impl Open {
    fn is(&self, (case, name): (CaseId, &str)) -> bool {
        (self.case, self.name.as_str()) == (case, name)
    }
}

impl Presence {
    /// What is on the screen from now on, and who sits there.
    pub fn show(&self, open: Option<(CaseId, &str)>) {
        let mut known = self.known();
        known.is_shown = true;
        let is_known = match (&known.own, open) {
            (None, None) => true,
            (Some(own), Some(open)) => own.is(open),
            _ => false,
        };
        if !is_known {
            known.own = open.map(|(case, name)| Open { case, name: name.to_owned(), from: Instant::now() });
        }
    }

    /// What other desks of the town have open; nothing where that is not known: no line, or an older service.
    pub fn others(&self) -> Option<Vec<Present>> {
        self.known().others.clone()
    }

    /// There is no line: nobody knows any more what the others have open, nor does the service know it of this desk.
    pub fn lost(&self) {
        let mut known = self.known();
        (known.told, known.others) = (None, None);
    }

    /// What is open here, and whether the service knows that.
    fn own(&self) -> (Option<Here>, bool) {
        let known = self.known();
        let is_told = match (&known.own, &known.told) {
            (None, None) => true,
            (Some(own), Some(told)) => told.is((own.case, &own.name)),
            _ => false,
        };
        (known.own.as_ref().map(here), is_told)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn here(open: &Open) -> Here {
    let seconds = u32::try_from(open.from.elapsed().as_secs()).unwrap_or(u32::MAX);
    Here { case: open.case, name: open.name.clone(), seconds }
}

impl Http {
    fn shown_presence(&self) -> Option<Presence> {
        self.presence.clone().filter(|presence| presence.known().is_shown)
    }

    /// Tells the service what is open here, if it does not know that yet.
    pub(super) fn tell_presence(&mut self) -> Result<(), Lost> {
        let Some(presence) = self.shown_presence() else { return Ok(()) };
        match presence.own() {
            (_, true) => Ok(()),
            (here, false) => self.exchange_presence(&presence, here.as_ref()),
        }
    }

    /// What a request says about it: that what was told last is still open.
    pub(super) fn is_still_open(&self) -> bool {
        self.presence.as_ref().is_some_and(|presence| presence.known().told.is_some())
    }

    /// The mark of what was heard of the others, for the service to say when that changes.
    pub(super) fn presence_mark(&self) -> Option<String> {
        let presence = self.shown_presence()?;
        let known = presence.known();
        Some(known.others.as_deref().map_or_else(|| UNHEARD.to_owned(), presence_mark))
    }

    /// Hears with an answer to a question that named a mark whether something changed. An answer that says nothing is an
    /// older service's.
    pub(super) fn hear_presence(&mut self, named: &str, mark: Option<&str>) -> Result<(), Lost> {
        let Some(presence) = self.shown_presence() else { return Ok(()) };
        match mark {
            None => self.presence = None,
            Some(mark) if mark == named => {}
            Some(mark) if mark == presence_mark(&[]) => presence.known().others = Some(Vec::new()),
            Some(_) => {
                let own = presence.known().own.as_ref().map(here);
                self.exchange_presence(&presence, own.as_ref())?;
            }
        }
        Ok(())
    }

    /// The service knows no more what is open here: it hears it again with the next question.
    pub(super) fn presence_is_gone(&self) {
        if let Some(presence) = &self.presence {
            presence.known().told = None;
        }
    }

    fn exchange_presence(&mut self, presence: &Presence, here: Option<&Here>) -> Result<(), Lost> {
        let body = serde_json::to_vec(&here).map_err(|error| Lost::NoAnswer(error.to_string()))?;
        let (status, said) = self.ask_once("POST", "/present", Some(&body))?;
        if status != 200 {
            // An older service, or one that is asked too often: nothing is claimed, and nothing else waits for it.
            presence.lost();
            if status != 429 {
                self.presence = None;
            }
            return Ok(());
        }
        let others: Vec<Present> = parsed(&said)?;
        let mut known = presence.known();
        known.others = Some(others);
        known.told = match (here, &known.own) {
            (Some(here), Some(own)) if own.is((here.case, &here.name)) => known.own.clone(),
            // Something else was opened meanwhile, which is told with the next question.
            (Some(here), _) => Some(Open { case: here.case, name: here.name.clone(), from: Instant::now() }),
            (None, _) => None,
        };
        Ok(())
    }
}
