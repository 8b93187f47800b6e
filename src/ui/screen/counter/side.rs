//! The columns beside the page: service, person and sections at the left; law, documents, fee, deadline, papers and
//! receivers at the right. In narrow windows a line each.

use super::person::letters_go_to;
use super::sentence::{explanation, local};
use super::work::Work;
use super::{Message, Page, State};
use crate::domain::assessment::DocumentNeed;
use crate::domain::explain::Explanation;
use crate::domain::partial_date::PartialDate;
use crate::domain::person::fields;
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::Role;
use crate::ui::control::{
    Look, badge, body, check, choice, link, panel, press, small, small_toned, state, strong, strong as bold,
    toned,
};
use crate::ui::layout::stack;
use crate::ui::screen::counter::form;
use crate::ui::theme::{SYMBOLS, Theme, Tone, size, space};
use crate::words;
use iced::widget::{column, container, row, text};
use iced::{Alignment, Fill};

impl State {
    /// The panels at the left.
    pub(super) fn left<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let sections = sections(work, &self.form, self.page == Page::Form).map(Message::Form);
        stack([service(work), person(work), sections])
    }

    /// Service, person and sections where there is no room for the left column.
    pub(super) fn header<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let name = work.person_name();
        let blocked = work.person_is_blocked().then(|| badge(fl!("counter-blocked-short"), Tone::Error));
        let change = (self.page != Page::Person).then(change_person);
        let who = row![bold(local(&work.service.name)), body(name)].push(blocked).push(change);
        let titles = work.sections().into_iter().map(|section| local(&section.title));
        let sections = (self.page == Page::Form).then(|| {
            choice("sections", titles, Some(self.form.section), |at| {
                Message::Form(form::Message::SectionPressed(at))
            })
            .says(fl!("counter-sections"))
            .waits()
        });
        column![who.spacing(space::S).align_y(Alignment::Center).wrap()]
            .push(sections)
            .spacing(space::XS)
            .width(Fill)
            .into()
    }
}

/// The sections of a form, each a way there: those that are complete, and where one is while the form is open.
pub fn sections<'a>(work: &'a Work, form: &form::State, open: bool) -> Element<'a, form::Message> {
    let rows = work.sections().into_iter().enumerate().map(|(at, section)| {
        let here = open && form.section == at;
        let fields = || section.fields.iter().map(|field| field.id.as_str());
        let of_section = |problem: &&crate::domain::problem::Problem| {
            let top = problem.field.split('.').next().unwrap_or_default();
            fields().any(|id| id == top)
        };
        let errors = work.assessment.errors().filter(of_section).count();
        let (mark, tone, says) = match (here, errors) {
            (_, 0) => ("\u{2713}", Tone::Good, fl!("counter-section-complete")),
            (true, _) => ("\u{25b8}", Tone::Plain, fl!("counter-section-here")),
            (false, _) => ("", Tone::Plain, fl!("counter-section-open")),
        };
        let title = local(&section.title);
        let numbers = numbers(section.fields.iter().filter_map(|field| field.no.as_deref()));
        let colour = move |theme: &Theme| text::Style { color: Some(theme.tokens().tone(tone)) };
        let mark = container(text(mark).font(SYMBOLS).size(size::SMALL).style(colour)).width(14);
        let name = if here { bold(title.clone()) } else { toned(title.clone(), tone) };
        let line = row![mark, name.width(Fill), small(numbers)].spacing(space::XS).align_y(Alignment::Center);
        press(container(line).padding([2.0, space::XS]).width(Fill), Some(form::Message::SectionPressed(at)))
            .id(format!("section.{}", section.id))
            .named(Role::Link, title)
            .info(|info| {
                info.selected = Some(here);
                info.description = Some(says);
            })
            .look(move |tokens, status| Look {
                background: if status.hovered { tokens.accent_tint } else { tokens.panel },
                ..Look::plain(tokens)
            })
            .into()
    });
    panel().title(fl!("counter-sections")).push(column(rows).width(Fill)).into()
}

/// The panels at the right.
pub(super) fn right(work: &Work) -> Element<'_, Message> {
    let told = &work.assessment;
    let land = told.procedure.calendar.land();
    let law = work
        .service
        .laws
        .iter()
        .take(2)
        .map(|law| column![bold(land.cites(&law.reference)), small(local(&law.says))].into());
    let mut panels = vec![panel().title(fl!("counter-law")).push(column(law).spacing(space::S)).into()];
    if told.for_kreis {
        panels.insert(0, panel().push(state(fl!("service-for-kreis"), Tone::Accent)).into());
    }
    if !told.documents.is_empty() {
        panels.push(
            panel().title(fl!("counter-documents")).push(documents(work, Message::DocumentTicked)).into(),
        );
    }
    panels.push(panel().title(fl!("file-title")).push(super::files::list(work).map(Message::File)).into());
    panels.push(panel().title(fl!("counter-fee")).push(fees(work)).into());
    if !told.due.is_empty() {
        panels.push(panel().title(fl!("counter-deadline")).push(due(work)).into());
    }
    let papers =
        told.papers.iter().filter(|paper| paper.at != "asked").map(|paper| body(local(&paper.label)).into());
    panels.push(panel().title(fl!("counter-papers")).push(column(papers).spacing(2)).into());
    if !told.receivers.is_empty() {
        let names: Vec<String> = told.receivers.iter().map(|receiver| local(&receiver.label)).collect();
        panels.push(panel().title(fl!("counter-receivers")).push(small(names.join(" · "))).into());
    }
    stack(panels)
}

/// The deadlines, each with its explanation.
pub fn due<'a, M: 'a>(work: &Work) -> Element<'a, M> {
    let due = work.assessment.due.iter().map(|due| {
        let line = format!("{} {}", local(&due.label), words::date_with_day(due.date));
        column![bold(line), small(explanation(&due.why))].into()
    });
    column(due).spacing(space::S).into()
}

/// Deadline, fee and what is missing, in one line.
pub fn summary<'a, M: 'a>(work: &Work) -> Element<'a, M> {
    let told = &work.assessment;
    let due = told.due.first().map(|due| format!("{} {}", local(&due.label), words::date_short(due.date)));
    let missing: Vec<String> = told.missing().map(|document| local(&document.label)).collect();
    let fee = words::amount(told.total().0);
    let missing = (!missing.is_empty())
        .then(|| small_toned(fl!("counter-missing", what = missing.join(", ")), Tone::Warning));
    let line = [Some(fee), due].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    row![small(line)].push(missing).spacing(space::M).wrap().into()
}

fn service(work: &Work) -> Element<'_, Message> {
    // A service's version is the day from which it holds.
    let version = work.service.version.clone();
    let version = version.parse().map_or(version, words::date);
    let version = fl!("counter-version", version = version);
    panel()
        .title(fl!("counter-service"))
        .push(column![
            bold(local(&work.service.name)),
            small(format!("{} · {version}", work.service.filing_plan))
        ])
        .into()
}

fn person(work: &Work) -> Element<'_, Message> {
    let named = |prefix: &str, name: &str| words::text(&format!("{prefix}-{}", name.replace('_', "-")));
    let blocked = work.person_is_blocked().then(|| badge(fl!("counter-blocked"), Tone::Error));
    let name = work.person_name();
    let get = |field: &str| work.person.get(field).map_or("", String::as_str);
    let typed = get(fields::BIRTH_DATE);
    let birth =
        PartialDate::parse(typed, work.today()).map_or_else(|_| typed.to_owned(), PartialDate::german);
    let birth = Some(birth).filter(|birth| !birth.is_empty());
    let street = format!("{} {}", get(fields::STREET), get(fields::HOUSE));
    let street =
        Some(street.trim().to_owned()).filter(|street| !street.is_empty() && !work.person_is_blocked());
    let line = [birth.map(|birth| format!("* {birth}")), street]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let how = work.intake.applicant().map(|applicant| {
        let appears = named("appears-as", applicant.appears_as.name());
        let seen = applicant
            .seen
            .as_ref()
            .map(|seen| fl!("counter-seen-this", paper = named("identity-paper", seen)));
        small([Some(appears), seen].into_iter().flatten().collect::<Vec<_>>().join(" · "))
    });
    let who = if name.is_empty() { small(fl!("counter-nobody-yet")) } else { strong(name) };
    let lines = column![].push(blocked).push(who).push((!line.is_empty()).then(|| body(line))).push(how);
    let acts = work.representative_name();
    let acts = (!acts.is_empty()).then(|| body(fl!("counter-acts-for", name = acts)));
    let goes = work.intake.is_represented().then(|| small(letters_go_to(work)));
    let lines = lines.push(acts).push(goes);
    panel().title(fl!("counter-person")).push(lines).push(change_person()).into()
}

fn change_person<'a>() -> Element<'a, Message> {
    link(fl!("counter-change"))
        .id("change-person")
        .says(fl!("counter-change-person"))
        .on_press(Message::PersonPressed)
        .into()
}

/// The documents: those that are needed can be ticked as seen.
pub(super) fn documents<M: Clone + 'static>(work: &Work, ticked: fn(String, bool) -> M) -> Element<'_, M> {
    let rows = work.assessment.documents.iter().map(|document| document_row(document, ticked));
    let notes =
        work.assessment.missing().map(|document| small_toned(local(&document.says), Tone::Warning).into());
    column(rows).extend(notes).spacing(space::XS).width(Fill).into()
}

fn document_row<'a, M: Clone + 'static>(
    document: &DocumentNeed,
    ticked: fn(String, bool) -> M,
) -> Element<'a, M> {
    let (words, tone) = match (document.needed, document.received) {
        (_, true) => (fl!("counter-document-seen"), Tone::Good),
        (true, false) => (fl!("counter-document-missing"), Tone::Warning),
        (false, false) => (fl!("counter-document-not-needed"), Tone::Muted),
    };
    let label = local(&document.label);
    let what: Element<'a, M> = if document.needed || document.received {
        let id = document.id.clone();
        check(format!("documents.{id}"), label, document.received, move |on| ticked(id.clone(), on)).into()
    } else {
        body(label).into()
    };
    row![container(what).width(Fill), state(words, tone)].spacing(space::S).align_y(Alignment::Center).into()
}

/// The fees, each with its explanation.
pub fn fees<'a, M: 'a>(work: &Work) -> Element<'a, M> {
    if work.assessment.charges.is_empty() && work.assessment.levies.is_empty() {
        return small(fl!("counter-no-fee")).into();
    }
    let charge = |charge: &crate::domain::assessment::ChargeDue| {
        let unconfirmed =
            (!charge.confirmed).then(|| small_toned(fl!("counter-fee-unconfirmed"), Tone::Warning));
        let line = row![body(local(&charge.label)).width(Fill), bold(words::amount(charge.cents.0))]
            .spacing(space::S);
        column![line, small(explanation(&in_short(charge)))].push(unconfirmed).into()
    };
    let levies = (!work.assessment.levies.is_empty()).then(|| small(fl!("counter-levies")));
    column(work.assessment.charges.iter().map(charge))
        .push(levies)
        .extend(work.assessment.levies.iter().map(charge))
        .spacing(space::S)
        .width(Fill)
        .into()
}

/// What is not seen beside it: the amount, and that the town has to confirm it, stand there already.
fn in_short(charge: &crate::domain::assessment::ChargeDue) -> Explanation {
    let seen = ["fee-base", "fee-total", "fee-unconfirmed"];
    charge
        .why
        .iter()
        .filter(|step| step.says.is_some() || !seen.contains(&step.id.as_str()))
        .cloned()
        .collect()
}

/// First and last number of the official form in a section: "12–17".
fn numbers<'a>(all: impl Iterator<Item = &'a str>) -> String {
    let all: Vec<&str> = all.collect();
    match (all.first(), all.last()) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (Some(first), _) => (*first).to_owned(),
        _ => String::new(),
    }
}
