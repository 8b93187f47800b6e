//! Each kind of field with its control.

use super::{Message, State, layout};
use crate::catalogue::{Choice, Field, FieldKind, Required};
use crate::desk::person::DIFFERS;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Problem, TextField, check, choice, date_field, label, long_text, money_field, number_field, radio, small,
    text_field, together,
};
use crate::ui::screen::counter::sentence::{self, local};
use crate::ui::screen::counter::work::Work;
use crate::ui::theme::space;
use iced::widget::{column, row};
use iced::{Alignment, Fill};
use serde_json::Value;

impl State {
    /// The control of a field that is neither group nor list.
    pub(super) fn control<'a>(
        &'a self,
        work: &'a Work,
        field: &'a Field,
        path: String,
    ) -> Element<'a, Message> {
        match &field.kind {
            FieldKind::LongText if field.id != "text" => self.lines(work, field, path),
            FieldKind::Choice(choices) => self.one_of(work, field, choices, path),
            FieldKind::Choices(choices) => self.some_of(work, field, choices, &path),
            FieldKind::YesNo => self.yes_no(work, field, path),
            _ => self.line(work, field, path).into(),
        }
    }

    /// A field of one line, by kind.
    pub(super) fn line<'a>(
        &'a self,
        work: &'a Work,
        field: &'a Field,
        path: String,
    ) -> TextField<'a, Message> {
        let value = work.typed(&path);
        let typed = {
            let path = path.clone();
            move |text| Message::Typed(path.clone(), text)
        };
        let built = match field.kind {
            FieldKind::Date => date_field(path.clone(), value, work.today(), typed).width(Fill),
            FieldKind::Integer | FieldKind::Year => number_field(path.clone(), value, typed).width(Fill),
            FieldKind::Money => money_field(path.clone(), value, typed).width(Fill),
            _ => text_field(path.clone(), value, typed),
        };
        let mut built = built.label(local(&field.label)).on_leave(Message::Left(path.clone()));
        if let Some(no) = own_number(field).filter(|_| !path.contains('.')) {
            built = built.number(no);
        }
        built = built.required(work.assessment.required.contains(&path)).problem(self.problem(work, &path));
        if let Some(help) = &field.help {
            built = built.hint(local(help));
        }
        if let Some(stood) = work.stood(&path) {
            built = built.hint(fl!(
                "correct-old",
                value = if stood.is_empty() { fl!("correct-nothing") } else { stood }
            ));
        }
        if let Some(offer) = self.offer.as_ref().filter(|offer| offer.path == path) {
            built = built.suggestions(offer.rows.clone(), {
                let path = path.clone();
                move |at| Message::Offered(path.clone(), at)
            });
            if matches!(field.kind, FieldKind::Country | FieldKind::Nationality) {
                built = built.first();
            }
        }
        built
    }

    fn lines<'a>(&'a self, work: &'a Work, field: &'a Field, path: String) -> Element<'a, Message> {
        let typed = {
            let path = path.clone();
            move |text| Message::Typed(path.clone(), text)
        };
        let mut built = long_text(path.clone(), work.typed(&path), typed)
            .label(local(&field.label))
            .lines(3)
            .required(work.assessment.required.contains(&path))
            .problem(self.problem(work, &path));
        if let Some(no) = own_number(field) {
            built = built.number(no);
        }
        if let Some(help) = &field.help {
            built = built.hint(local(help));
        }
        built.into()
    }

    fn one_of<'a>(
        &'a self,
        work: &'a Work,
        field: &'a Field,
        choices: &'a [Choice],
        path: String,
    ) -> Element<'a, Message> {
        let names: Vec<String> = choices.iter().map(|choice| local(&choice.label)).collect();
        let typed = work.typed(&path);
        let chosen = choices.iter().position(|choice| choice.id == typed);
        let (required, problem) = (work.assessment.required.contains(&path), self.problem(work, &path));
        let ids: Vec<String> = choices.iter().map(|choice| choice.id.clone()).collect();
        let say = {
            let path = path.clone();
            move |at: usize| Message::Chosen(path.clone(), ids.get(at).cloned().into())
        };
        if layout::as_radio(field) {
            let mut built = radio(path, names, chosen, say)
                .label(local(&field.label))
                .required(required)
                .problem(problem);
            if let Some(no) = own_number(field) {
                built = built.number(no);
            }
            return built.into();
        }
        let mut built =
            choice(path, names, chosen, say).label(local(&field.label)).required(required).problem(problem);
        if let Some(no) = own_number(field) {
            built = built.number(no);
        }
        if let Some(help) = &field.help {
            built = built.hint(local(help));
        }
        built.into()
    }

    fn some_of<'a>(
        &'a self,
        work: &'a Work,
        field: &'a Field,
        choices: &'a [Choice],
        path: &str,
    ) -> Element<'a, Message> {
        let chosen = work.intake.answers.at(path).and_then(Value::as_array);
        let mark = if work.assessment.required.contains(path) { " *" } else { "" };
        let group = local(&field.label);
        let boxes = choices.iter().map(|choice| {
            let on = chosen.is_some_and(|chosen| chosen.iter().any(|one| *one == choice.id));
            let (path, id) = (path.to_owned(), choice.id.clone());
            let words = local(&choice.label);
            check(format!("{path}={id}"), words, on, move |on| Message::Ticked(path.clone(), id.clone(), on))
                .into()
        });
        let line = row(boxes).spacing(space::M).align_y(Alignment::Center).wrap();
        let all = column![label(own_number(field), format!("{group}{mark}")), line];
        together(all.push(self.problem(work, path)).spacing(space::XS).width(Fill))
    }

    /// Yes or no where it has to be said; a box to tick where leaving it open is an answer too.
    fn yes_no<'a>(&'a self, work: &'a Work, field: &'a Field, path: String) -> Element<'a, Message> {
        let answer = work.intake.answers.at(&path).and_then(Value::as_bool);
        let problem = self.problem(work, &path);
        if field.required == Required::Never {
            let say = {
                let path = path.clone();
                move |on: bool| Message::Chosen(path.clone(), if on { true.into() } else { Value::Null })
            };
            let mut built = check(path, local(&field.label), answer == Some(true), say).problem(problem);
            if let Some(no) = own_number(field) {
                built = built.number(no);
            }
            let help = field.help.as_ref().map(|help| small(local(help)));
            return column![built].push(help).into();
        }
        let say = {
            let path = path.clone();
            move |at: usize| Message::Chosen(path.clone(), (at == 0).into())
        };
        let chosen = answer.map(|yes| usize::from(!yes));
        let mut built = radio(path.clone(), vec![fl!("yes"), fl!("no")], chosen, say)
            .label(local(&field.label))
            .required(work.assessment.required.contains(&path))
            .problem(problem);
        if let Some(no) = own_number(field) {
            built = built.number(no);
        }
        built.into()
    }

    /// What is wrong at a path, once it may be shown: errors before hints, with the remedy to press.
    pub(super) fn problem(&self, work: &Work, path: &str) -> Option<Problem<Message>> {
        let mut shown: Vec<_> = work.problems_at(path).filter(|problem| self.shows(work, problem)).collect();
        shown.sort_by_key(|problem| problem.severity);
        let first = shown.first()?;
        let words = sentence::problem(first);
        let built = if first.is_error() { Problem::error(words) } else { Problem::warning(words) };
        if first.id == DIFFERS {
            let path = path.to_owned();
            return Some(
                built
                    .remedy(fl!("counter-known-right"), Message::KnownRight(path.clone()))
                    .remedy(fl!("counter-said-right"), Message::SaidRight(path))
                    .remedy(fl!("counter-other-person"), Message::OtherPerson),
            );
        }
        Some(match &first.fix {
            Some(fix) => built.remedy(
                fl!("counter-fix", fix = fix.clone()),
                Message::FixPressed(path.to_owned(), fix.clone()),
            ),
            None => built,
        })
    }
}

/// The number in its box; parts have their group's and do not repeat it.
pub(super) fn own_number(field: &Field) -> Option<String> {
    field.no.clone().filter(|_| !field.path.contains('.'))
}
