//! The search field of the top bar: cases, persons, papers and drafts by any text, as one types. Finds nothing itself.

use super::beside::{Outcome, beside, elsewhere, local, soon};
use super::counter::work::written_date;
use super::{Action as Window, Route};
use crate::catalogue::Catalogue;
use crate::desk::found::Why;
use crate::desk::look::{Hit, HitKind};
use crate::desk::{Desk, Session};
use crate::domain::id::{PaperId, PersonId};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{Suggestion, text_field};
use crate::ui::shortcut::Area;
use crate::words;
use iced::widget::column;

/// Hits under the field at most.
const HITS: usize = 12;

/// What is typed and what was found.
#[derive(Debug, Clone, Default)]
pub struct State {
    text: String,
    typed: u64,
    hits: Vec<Hit>,
    /// For each hit why it is one, where that is not seen.
    why: Vec<Option<Why>>,
    /// For which key they were looked for.
    known: u64,
    /// Whether the first hit is taken as soon as it is there: Enter came before it.
    hurried: bool,
    /// Whether nothing was found for what is typed.
    nothing: bool,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the field.
    Typed(String),
    /// Nothing was typed for a moment since this key.
    Rested(u64),
    /// What was found.
    Found(u64, Outcome<Vec<Hit>>),
    /// Why each of them was found.
    Explained(u64, Outcome<Vec<Option<Why>>>),
    /// A hit was taken.
    Taken(usize),
    /// Enter, with no hit shown.
    Entered,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing more.
    None,
    /// To be told in a moment.
    Rest(u64),
    /// Hits by what was typed.
    Search(u64, String),
    /// Why these hits were found.
    Explain(u64, String, Vec<Hit>),
    /// Another screen.
    Go(Route),
}

impl State {
    /// Forgets what was typed and found: the next person at this desk may not see it (§ 30 AO). What is still being
    /// looked for comes too late.
    pub fn forget(&mut self) {
        *self = Self { typed: self.typed + 1, ..Self::default() };
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Typed(text) => {
                self.text = text;
                self.typed += 1;
                (self.nothing, self.hurried) = (false, false);
                if self.text.trim().is_empty() {
                    self.hits.clear();
                    return Action::None;
                }
                Action::Rest(self.typed)
            }
            Message::Rested(typed) if typed == self.typed && !self.text.trim().is_empty() => {
                Action::Search(typed, self.text.clone())
            }
            Message::Found(typed, found) if typed == self.typed => {
                let hurried = std::mem::take(&mut self.hurried);
                match found {
                    Ok(hits) => {
                        self.nothing = hits.is_empty();
                        (self.hits, self.known, self.problems) = (hits, typed, Vec::new());
                        self.why.clear();
                    }
                    Err(problems) => self.problems = problems,
                }
                if hurried && self.is_known() { self.took(0) } else { self.explains() }
            }
            Message::Explained(typed, Ok(why)) if typed == self.known => {
                self.why = why;
                Action::None
            }
            Message::Rested(_) | Message::Found(..) | Message::Explained(..) => Action::None,
            Message::Taken(at) if self.is_known() => self.took(at),
            Message::Entered if self.text.trim().is_empty() || self.is_known() => Action::None,
            // What is shown, if anything, was found for less than what is typed.
            Message::Taken(_) | Message::Entered => {
                self.hurried = true;
                Action::Search(self.typed, self.text.clone())
            }
        }
    }

    /// What is not seen of a case may be why it was found.
    fn explains(&self) -> Action {
        let cases = self.is_known() && self.hits.iter().any(|hit| hit.kind == HitKind::Case);
        if cases { Action::Explain(self.known, self.text.clone(), self.hits.clone()) } else { Action::None }
    }

    fn is_known(&self) -> bool {
        self.known == self.typed
    }

    /// Goes where the hit leads. Where there is none, what was typed stays to be put right.
    fn took(&mut self, at: usize) -> Action {
        let Some(route) = self.hits.get(at).map(route) else { return Action::None };
        self.forget();
        Action::Go(route)
    }

    /// Draws the field with what was found under it. Its id is `search`: Ctrl+F goes there.
    pub fn view(&self) -> Element<'_, Message> {
        let nothing = self.nothing.then(|| Suggestion::new(fl!("search-none")));
        let why = self.why.iter().map(Option::as_ref).chain(std::iter::repeat(None));
        let rows = self.hits.iter().zip(why).map(|(hit, why)| row(hit, why)).chain(nothing).collect();
        let field = text_field("search", &self.text, Message::Typed)
            .says(fl!("top-search-label"))
            .placeholder(fl!("top-search"))
            .suggestions(rows, Message::Taken)
            .on_enter(Message::Entered)
            .first();
        column![field].extend(elsewhere(&self.problems, &[])).into()
    }
}

/// Where a hit leads. A draft lies at the counter.
fn route(hit: &Hit) -> Route {
    match (hit.kind, hit.case) {
        (HitKind::Person, _) => Route::Person(PersonId(hit.id)),
        (HitKind::Paper, Some(case)) => Route::CasePaper(case, PaperId(hit.id)),
        (HitKind::Case | HitKind::Correction, Some(case)) => Route::Case(case),
        _ => Route::Area(Area::Counter),
    }
}

/// Why a hit is one, in words.
fn because(why: &Why) -> String {
    match why {
        Why::Answer(label, line) if line.is_empty() => label.clone(),
        Why::Answer(label, line) => format!("{label}: {line}"),
        Why::Name(name) => name.clone(),
        Why::Receipt(number) => fl!("search-receipt", number = number.clone()),
        Why::StatusCode(code) => fl!("search-code", code = code.clone()),
    }
}

fn row(hit: &Hit, why: Option<&Why>) -> Suggestion {
    let kind = match hit.kind {
        HitKind::Person if hit.blocked => fl!("search-person-blocked"),
        HitKind::Person => fl!("search-person"),
        HitKind::Case => fl!("search-case"),
        HitKind::Paper => fl!("search-paper"),
        HitKind::Draft => fl!("search-draft"),
        HitKind::Correction => fl!("search-correction"),
    };
    let seen = hit.detail.iter().map(|part| readable(part));
    let detail: Vec<String> = why.map(because).into_iter().chain(seen).collect();
    Suggestion::new(readable(&hit.title)).strong(kind).note(detail.join(" · "))
}

/// Days as one writes them, services by their names.
fn readable(text: &str) -> String {
    let service = || Catalogue::built_in().versions(text).next();
    let named = || service().map(|service| local(&service.name));
    written_date(text).or_else(named).unwrap_or_else(|| text.to_owned())
}

/// Does what is wanted.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    match action {
        Action::None => Window::None,
        Action::Go(route) => Window::Go(route),
        Action::Rest(typed) => Window::Run(soon(desk, Message::Rested(typed))),
        Action::Explain(typed, text, hits) => Window::Run(beside(
            desk,
            move |desk| desk.why_found(&session, &text, &hits, words::language().tag()),
            move |why| Message::Explained(typed, why),
        )),
        Action::Search(typed, text) => Window::Run(beside(
            desk,
            move |desk| desk.search(&session, &text, HITS),
            move |hits| Message::Found(typed, hits),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn hit(kind: HitKind) -> Hit {
        let case = (kind != HitKind::Person).then(|| crate::domain::id::CaseId(Uuid::max()));
        Hit { kind, id: Uuid::nil(), case, title: "Voß".into(), detail: Vec::new(), blocked: false }
    }

    #[test]
    fn a_paper_opens_its_case_with_itself_chosen_and_empties_the_field() {
        let mut state = State::default();
        let Action::Rest(typed) = state.update(Message::Typed("voß".into())) else { panic!("not typed") };
        assert_eq!(state.update(Message::Rested(typed)), Action::Search(typed, "voß".into()));
        let hits = vec![hit(HitKind::Person), hit(HitKind::Paper)];
        let _ = state.update(Message::Found(typed, Ok(hits)));
        assert_eq!(
            state.update(Message::Taken(1)),
            Action::Go(Route::CasePaper(crate::domain::id::CaseId(Uuid::max()), PaperId(Uuid::nil())))
        );
        assert!(state.text.is_empty() && state.hits.is_empty());
    }

    #[test]
    fn why_a_hit_is_one_is_asked_once_the_hits_are_there() {
        let mut state = State::default();
        let _ = state.update(Message::Typed("rex".into()));
        let hits = vec![hit(HitKind::Person), hit(HitKind::Case)];
        let asked = state.update(Message::Found(1, Ok(hits.clone())));
        assert_eq!(asked, Action::Explain(1, "rex".into(), hits));
        let why = vec![None, Some(Why::Answer("Name des Hundes".into(), "Rex".into()))];
        let _ = state.update(Message::Explained(1, Ok(why)));
        assert_eq!(state.why[1].as_ref().map(because), Some("Name des Hundes: Rex".into()));
        let _ = state.update(Message::Typed("rexi".into()));
        let _ = state.update(Message::Found(2, Ok(vec![hit(HitKind::Case)])));
        assert!(state.why.is_empty(), "it was the reason of other hits");
    }

    #[test]
    fn that_nothing_was_found_is_said_until_something_else_is_typed() {
        let mut state = State::default();
        let _ = state.update(Message::Typed("nienhs".into()));
        assert!(!state.nothing, "it is still looked for");
        let _ = state.update(Message::Found(1, Ok(Vec::new())));
        assert!(state.nothing);
        let _ = state.update(Message::Typed("nienh".into()));
        assert!(!state.nothing);
    }

    /// Typed faster than it is found: Enter means what is typed, and neither nothing nor a hit of less.
    #[test]
    fn enter_waits_for_the_hits_of_what_is_typed() {
        let mut state = State::default();
        let _ = state.update(Message::Typed("0003".into()));
        let _ = state.update(Message::Found(1, Ok(vec![hit(HitKind::Person)])));
        let _ = state.update(Message::Typed("00039".into()));
        for early in [Message::Taken(0), Message::Entered] {
            assert_eq!(state.update(early), Action::Search(2, "00039".into()));
        }
        let case = Action::Go(Route::Case(crate::domain::id::CaseId(Uuid::max())));
        assert_eq!(state.update(Message::Found(2, Ok(vec![hit(HitKind::Case)]))), case);
        assert!(state.text.is_empty());
    }

    #[test]
    fn what_was_not_found_stays_to_be_put_right() {
        let mut state = State::default();
        let _ = state.update(Message::Typed("nienhs".into()));
        let _ = state.update(Message::Entered);
        assert_eq!(state.update(Message::Found(1, Ok(Vec::new()))), Action::None);
        assert_eq!(state.update(Message::Taken(0)), Action::None, "the row that says so leads nowhere");
        assert_eq!(state.text, "nienhs");
    }

    #[test]
    fn an_answer_to_an_earlier_text_is_dropped() {
        let mut state = State::default();
        let _ = state.update(Message::Typed("v".into()));
        let _ = state.update(Message::Typed("vo".into()));
        let _ = state.update(Message::Found(1, Ok(vec![hit(HitKind::Case)])));
        assert!(state.hits.is_empty());
    }
}
