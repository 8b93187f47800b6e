//! Appointing a proxy (Bevollmächtigte) after filing, in a dialog: found by typing. Finds and links nobody itself.

use super::Message as Over;
use crate::desk::case::Sheet;
use crate::desk::look::PersonHit;
use crate::domain::id::PersonId;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{Suggestion, body, small, strong, text_field};
use crate::ui::screen::beside::{Outcome, elsewhere};
use crate::ui::screen::counter::work::written_date;

/// What is typed and found.
#[derive(Debug, Clone, Default)]
pub struct State {
    typed: String,
    found: Vec<PersonHit>,
    taken: Option<PersonHit>,
    wrong: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Something was typed to find somebody.
    Typed(String),
    /// What was found for a text.
    Found(String, Outcome<Vec<PersonHit>>),
    /// One of those was taken.
    Taken(usize),
}

impl State {
    /// Takes a message in; the text to be searched for, if there is one.
    pub fn update(&mut self, message: Message) -> Option<String> {
        match message {
            Message::Typed(typed) => {
                self.taken = None;
                self.found.clear();
                self.wrong.clear();
                self.typed.clone_from(&typed);
                return Some(typed).filter(|typed| !typed.trim().is_empty());
            }
            Message::Found(typed, found) => {
                if typed == self.typed {
                    match found {
                        Ok(found) => self.found = found,
                        Err(wrong) => self.wrong = wrong,
                    }
                }
            }
            Message::Taken(at) => {
                self.taken = self.found.get(at).cloned();
                if let Some(taken) = &self.taken {
                    self.typed.clone_from(&taken.row.name);
                }
                self.found.clear();
            }
        }
        None
    }

    /// Who was taken.
    pub fn taken(&self) -> Option<PersonId> {
        self.taken.as_ref().map(|taken| taken.row.id)
    }

    /// Draws it.
    pub fn fields<'a>(&'a self, sheet: &Sheet) -> Vec<Element<'a, Over>> {
        let acting = sheet.case.representatives();
        let acting = acting.iter().filter_map(|id| sheet.persons.get(id));
        let now: Vec<Element<'a, Over>> =
            acting.map(|acts| body(fl!("counter-acts-for", name = acts.name())).into()).collect();
        let rows = self.found.iter().map(row).collect();
        let field = text_field("over-proxy", &self.typed, |typed| Over::Proxy(Message::Typed(typed)))
            .label(fl!("counter-person-label"))
            .hint(fl!("case-proxy-new"))
            .suggestions(rows, |at| Over::Proxy(Message::Taken(at)))
            .first();
        let taken = self.taken.as_ref().map(|taken| {
            let says = small(fl!("case-proxy-says", name = taken.row.name.clone()));
            iced::widget::column![strong(taken.row.name.clone()), small(about(taken)), says].into()
        });
        now.into_iter().chain([field.into()]).chain(elsewhere(&self.wrong, &[])).chain(taken).collect()
    }
}

fn row(hit: &PersonHit) -> Suggestion {
    Suggestion::new(about(hit)).strong(hit.row.name.clone())
}

/// What tells them from others; of somebody whose address must not be told, that (§ 51 BMG).
fn about(hit: &PersonHit) -> String {
    let row = &hit.row;
    let birth = written_date(&row.birth).map(|birth| format!("* {birth}"));
    let street = format!("{} {}", row.street, row.house);
    let address = [street.trim(), row.place.as_str()].into_iter().filter(|part| !part.is_empty());
    let address = address.collect::<Vec<_>>().join(", ");
    let address = if row.blocked { fl!("counter-blocked-short") } else { address };
    birth.into_iter().chain([address]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
