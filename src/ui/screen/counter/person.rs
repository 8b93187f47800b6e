//! The second page: who it is for, how they appear, what was seen of them, how and when it came in. A likely
//! duplicate is shown before somebody is entered. Finds nobody itself.

mod entering;
mod view;

pub use view::letters_go_to;

use super::outcome::{Action, Found, Outcome};
use super::work::Work;
use crate::catalogue::{PersonNeed, Proxy};
use crate::desk::intake::{Participant, Party};
use crate::domain::case::{APPLICANT, AppearsAs, Channel, IDENTITY_PAPERS};
use crate::domain::id::PersonId;
use crate::domain::person::{Person, fields};
use crate::domain::problem::Problem;
use crate::ui::control::read_date;
use entering::from_typed;
use std::collections::BTreeMap;

/// The fields of somebody new that are asked here; the form asks the rest.
pub(super) const ASKED: [&str; 7] = [
    fields::FAMILY,
    fields::GIVEN,
    fields::BIRTH_DATE,
    fields::STREET,
    fields::HOUSE,
    fields::POSTCODE,
    fields::PLACE,
];

/// The second page.
#[derive(Debug, Clone, Default)]
pub struct State {
    typed: String,
    found: Vec<Found>,
    /// For which text they were looked for.
    known: String,
    /// Whether the first of them is taken as soon as they are there: Enter came before them.
    hurried: bool,
    /// Somebody who is being entered.
    new: Option<BTreeMap<String, String>>,
    /// Whether that is somebody who was taken already and is changed.
    changes: bool,
    /// Somebody whose entering was left for the search: taken up again, unless somebody else is searched.
    aside: Option<BTreeMap<String, String>>,
    /// Who is likely the same.
    similar: Vec<Found>,
    /// Whether whoever is found or entered acts for the applicant.
    for_other: bool,
    /// The day of receipt as typed.
    received: String,
    /// What is wrong with whoever is being entered.
    problems: Vec<Problem>,
    /// Whether what is missing is shown.
    pub strict: bool,
}

/// What happened on it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something was typed to find somebody.
    Typed(String),
    /// What was found for a text.
    PersonsFound(String, Outcome<Vec<Found>>),
    /// One of those was taken.
    Taken(usize),
    /// Enter, with nobody shown.
    Entered,
    /// Everything that is known of them.
    Loaded(Box<Outcome<Person>>),
    /// Somebody who is not there yet.
    NewPressed,
    /// Person (0) or business (1).
    KindChosen(usize),
    /// A field of somebody new.
    NewTyped(&'static str, String),
    /// Somebody new is complete.
    NewDone,
    /// The same by Ctrl+Enter.
    NewFinished,
    /// Who is likely the same.
    SimilarFound(Outcome<Vec<Found>>),
    /// It is one of them.
    SimilarTaken(PersonId),
    /// It is none of them.
    NewAllTheSame,
    /// Back to searching.
    SearchAgain,
    /// It is for somebody else.
    PersonAgain,
    /// Somebody who was entered here is to be changed: the applicant, or whoever acts for them.
    ChangePressed(bool),
    /// Whoever acts for the applicant is somebody else, or nobody who is entered.
    OtherPressed,
    /// How they appear, among those that the service allows.
    AppearsChosen(usize),
    /// The identity paper that was seen.
    SeenChosen(usize),
    /// How it came in.
    ChannelChosen(usize),
    /// The day of receipt.
    ReceivedTyped(String),
    /// Why another day than today.
    WhyTyped(String),
}

/// How somebody may appear for a service (§ 14 `VwVfG`).
pub(super) fn appearances(proxy: Proxy) -> Vec<AppearsAs> {
    let may = |appears: &AppearsAs| match (proxy, appears) {
        (Proxy::Allowed, _) | (_, AppearsAs::InPerson | AppearsAs::Representative) => true,
        (Proxy::Messenger, AppearsAs::Messenger | AppearsAs::InWriting) => true,
        (Proxy::Messenger | Proxy::Never, _) => false,
    };
    AppearsAs::ALL.into_iter().filter(may).collect()
}

impl State {
    /// A page that knows what an intake says already.
    pub fn of(work: &Work) -> Self {
        let received = work.intake.received_on.unwrap_or(work.today());
        let entering = &work.intake.entering;
        let new = (!entering.is_empty()).then(|| entering.clone());
        let for_other = work.intake.is_represented() && work.intake.representative().is_none();
        let party = if for_other { work.intake.representative() } else { work.intake.applicant() };
        let changes = new.is_some() && party.is_some_and(|party| matches!(party.party, Party::New(_)));
        let received = crate::ui::control::write_date(received);
        Self { new, changes, for_other, received, ..Self::default() }
    }

    /// What is typed of somebody who is not taken yet: kept with the draft.
    pub fn entering(&self) -> BTreeMap<String, String> {
        let typed = self.new.as_ref().or(self.aside.as_ref());
        let typed = typed.into_iter().flatten().filter(|(_, value)| !value.trim().is_empty());
        typed.map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    /// Whether somebody is entered, or the service needs nobody.
    pub fn is_complete(work: &Work) -> bool {
        work.intake.applicant().is_some() || work.service.person == PersonNeed::Optional
    }

    /// Takes a message in. `Err` are problems to be shown.
    pub fn update(&mut self, message: Message, work: &mut Work) -> Result<Action, Vec<Problem>> {
        match message {
            Message::Typed(typed) => return Ok(self.type_name(typed)),
            Message::PersonsFound(typed, found) => {
                if typed == self.typed {
                    let hurried = std::mem::take(&mut self.hurried);
                    (self.found, self.known) = (found?, typed);
                    return Ok(if hurried { self.took(0, work) } else { Action::None });
                }
            }
            Message::Entered | Message::Taken(_) if !self.is_known() => {
                // Whoever is shown, if anybody, was found for less than what is typed.
                self.hurried = true;
                return Ok(Action::FindPerson(self.typed.clone()));
            }
            Message::Entered => return Ok(Action::FocusNext),
            Message::Taken(index) => {
                return Ok(self.took(index, work));
            }
            Message::SimilarTaken(id) => return Ok(self.take_known(id, work)),
            Message::Loaded(person) => {
                let person = (*person)?;
                if work.intake.applicant().is_some_and(|applicant| applicant.party == Party::Known(person.id))
                {
                    // A draft that was opened again: who it is for is known, what was typed stays.
                    work.person = person.fields;
                    work.assess();
                    return Ok(Action::None);
                }
                if work.intake.representative().is_some_and(|acts| acts.party == Party::Known(person.id)) {
                    work.representative = person.fields;
                    return Ok(Action::None);
                }
                self.link(work, Party::Known(person.id), person.fields);
                return Ok(Action::focus("seen"));
            }
            Message::NewPressed => {
                self.new = Some(self.aside.take().unwrap_or_else(|| from_typed(&self.typed)));
                self.similar.clear();
                return Ok(Action::focus(fields::FAMILY));
            }
            Message::KindChosen(index) => {
                self.set_new(fields::KIND, if index == 1 { "business" } else { "natural" });
            }
            Message::NewTyped(field, text) => self.set_new(field, &text),
            Message::NewDone => return self.finish_new(work),
            Message::NewFinished => return self.finish(work),
            Message::SimilarFound(similar) => return Ok(self.compare(similar?, work)),
            Message::NewAllTheSame => return Ok(self.enter(work)),
            Message::SearchAgain => return Ok(self.search_again(work)),
            Message::PersonAgain => {
                self.for_other = false;
                return Ok(self.search_again(work));
            }
            Message::OtherPressed => return Ok(self.search_other(work)),
            Message::ChangePressed(other) => return Ok(self.change(other, work)),
            Message::AppearsChosen(index) => self.appear(index, work),
            Message::SeenChosen(index) => see(work, index),
            Message::ChannelChosen(index) => {
                work.intake.channel = Channel::ALL.get(index).copied().unwrap_or(Channel::Counter);
                work.assess();
            }
            Message::ReceivedTyped(text) => self.receive(text, work),
            Message::WhyTyped(why) => work.intake.received_why = why,
        }
        Ok(Action::None)
    }

    /// Who acts for the applicant is asked where somebody does, and forgotten where nobody does.
    fn appear(&mut self, index: usize, work: &mut Work) {
        let chosen = appearances(work.service.proxy).get(index).copied();
        if let Some(participant) = work.intake.participants.iter_mut().find(|p| p.part == APPLICANT) {
            participant.appears_as = chosen.unwrap_or(AppearsAs::InPerson);
        }
        if chosen == Some(AppearsAs::InWriting) {
            // Nobody stands there who could show anything.
            see(work, 0);
        }
        self.for_other = work.intake.is_represented() && work.intake.representative().is_none();
        self.forget_search();
        if !work.intake.is_represented() {
            work.drop_representative();
        }
        work.assess();
    }

    fn search_other(&mut self, work: &mut Work) -> Action {
        self.for_other = true;
        self.forget_search();
        work.drop_representative();
        Action::focus(self.search_id())
    }

    fn forget_search(&mut self) {
        self.new = None;
        self.aside = None;
        self.changes = false;
        self.similar.clear();
        self.problems.clear();
        self.found.clear();
        self.known.clear();
        self.typed.clear();
    }

    /// The control in which somebody is searched.
    pub fn search_id(&self) -> &'static str {
        if self.for_other { "representative" } else { "person" }
    }

    /// Whether those who are shown were found for what is typed.
    fn is_known(&self) -> bool {
        self.typed.trim().is_empty() || self.known == self.typed
    }

    fn took(&mut self, index: usize, work: &Work) -> Action {
        let found = self.found.get(index).map(|found| found.id);
        found.map_or(Action::None, |id| self.take_known(id, work))
    }

    /// Takes somebody who is known, unless they would act for themselves.
    fn take_known(&mut self, id: PersonId, work: &Work) -> Action {
        if self.for_other && work.intake.is_applicant(id) {
            self.new = None;
            self.similar.clear();
            self.problems = vec![Problem::error("representative", "proxy-is-applicant")];
            return Action::mend(self.search_id());
        }
        Action::LoadPerson(id)
    }

    fn type_name(&mut self, typed: String) -> Action {
        self.typed = typed;
        self.hurried = false;
        self.problems.clear();
        self.aside = None;
        if self.typed.trim().is_empty() {
            self.found.clear();
            self.known.clear();
            return Action::None;
        }
        Action::FindPerson(self.typed.clone())
    }

    fn set_new(&mut self, field: &str, text: &str) {
        self.similar.clear();
        self.problems.retain(|problem| problem.field != field);
        let _ = self.new.get_or_insert_default().insert(field.to_owned(), text.to_owned());
    }

    fn link(&mut self, work: &mut Work, party: Party, known: BTreeMap<String, String>) {
        self.forget_search();
        if std::mem::take(&mut self.for_other) {
            work.set_representative(party, known);
            return;
        }
        let before = work.intake.applicant().cloned();
        work.intake.participants.retain(|participant| participant.part != APPLICANT);
        work.intake.participants.push(Participant {
            party,
            part: APPLICANT.to_owned(),
            appears_as: before.as_ref().map_or(AppearsAs::InPerson, |participant| participant.appears_as),
            seen: None,
            certain: false,
        });
        work.person = known;
        // Neither identity paper nor signature of whoever was there before.
        see(work, 0);
        work.fill_from_person();
    }

    /// Nobody is chosen any more; what was typed in the form stays.
    pub(super) fn search_again(&mut self, work: &mut Work) -> Action {
        self.new = None;
        self.similar.clear();
        if std::mem::take(&mut self.changes) {
            let back =
                if std::mem::take(&mut self.for_other) { "representative-change" } else { "person-change" };
            return Action::focus(back);
        }
        if !self.for_other {
            work.intake.participants.retain(|participant| participant.part != APPLICANT);
            work.person.clear();
            work.assess();
        }
        Action::focus(self.search_id())
    }

    fn receive(&mut self, text: String, work: &mut Work) {
        let day = read_date(&text, work.today());
        work.intake.received_on = day.filter(|day| *day != work.today());
        if work.intake.received_on.is_none() {
            work.intake.received_why.clear();
        }
        self.received = text;
        work.assess();
    }
}

/// Notes the identity paper, and that the service's document "ausweis" is there with it.
fn see(work: &mut Work, index: usize) {
    let seen =
        index.checked_sub(1).and_then(|index| IDENTITY_PAPERS.get(index)).map(|paper| (*paper).to_owned());
    let card = matches!(seen.as_deref(), Some("personalausweis" | "reisepass"));
    if let Some(participant) = work.intake.participants.iter_mut().find(|p| p.part == APPLICANT) {
        participant.seen = seen;
    }
    if work.service.documents.iter().any(|document| document.id == "ausweis") {
        let _ = if card {
            work.intake.documents.insert("ausweis".to_owned())
        } else {
            work.intake.documents.remove("ausweis")
        };
    }
    work.assess();
}

#[cfg(test)]
mod tests;
