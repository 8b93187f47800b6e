//! What a service says about its example, what it does otherwise than another version, and what is wrong with it. Draws
//! only.

use super::{Message, State};
use crate::catalogue::Service;
use crate::desk::workshop::{Comes, Fault, Other};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, Row, badge, body, choice, panel, reader, section, small, state, strong, table, toned,
};
use crate::ui::layout::{Space, stack};
use crate::ui::screen::beside::{local, sentence};
use crate::ui::screen::counter::side;
use crate::ui::screen::counter::work::Work;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, container, row};
use iced::{Fill, FillPortion};

/// Rows of faults that are seen at once.
const FAULTS: f32 = 180.0;

/// Law, documents, fees and deadlines with their explanations, papers and steps, as panels.
pub(super) fn told(work: &Work) -> Vec<Element<'_, Message>> {
    let service = work.service;
    let land = work.assessment.procedure.calendar.land();
    let law = service
        .laws
        .iter()
        .map(|law| column![strong(land.cites(&law.reference)), small(local(&law.says))].width(Fill).into());
    let mut panels = vec![panel().title(fl!("counter-law")).push(column(law).spacing(space::S)).into()];
    if !service.documents.is_empty() {
        let documents = service.documents.iter().map(|document| {
            let needed = work.assessment.documents.iter().any(|need| need.id == document.id && need.needed);
            let (words, tone) = match (needed, document.blocking) {
                (true, true) => (fl!("workshop-document-blocks"), Tone::Warning),
                (true, false) => (fl!("workshop-document-later"), Tone::Plain),
                (false, _) => (fl!("counter-document-not-needed"), Tone::Muted),
            };
            column![body(local(&document.label)), state(words, tone)].into()
        });
        let documents = column(documents).spacing(space::XS);
        panels.push(panel().title(fl!("counter-documents")).push(documents).into());
    }
    panels.push(panel().title(fl!("counter-fee")).push(side::fees(work)).into());
    if !work.assessment.due.is_empty() {
        panels.push(panel().title(fl!("counter-deadline")).push(side::due(work)).into());
    }
    let papers = work.assessment.papers.iter().map(|paper| {
        let at = words::text(&format!("workshop-at-{}", paper.at));
        body(format!("{} ({at})", local(&paper.label))).into()
    });
    panels.push(panel().title(fl!("counter-papers")).push(column(papers).spacing(2)).into());
    panels.push(panel().title(fl!("workshop-steps")).push(column(steps(service)).spacing(space::XS)).into());
    panels
}

/// Each step with who takes it and what may follow.
fn steps<'a>(service: &Service) -> Vec<Element<'a, Message>> {
    let name = |step: &String| {
        let id = format!("workshop-step-{step}");
        if words::knows(&id) { words::text(&id) } else { step.clone() }
    };
    let one = |(id, step): (&String, &crate::catalogue::Step)| {
        let by: Vec<String> =
            step.by.iter().map(|role| words::text(&format!("role-{}", role.name()))).collect();
        let then: Vec<String> = step.then.iter().map(name).collect();
        let mut line = column![strong(name(id)), small(fl!("workshop-by", roles = by.join(", ")))];
        if !then.is_empty() {
            line = line.push(small(fl!("workshop-then", steps = then.join(", "))));
        }
        if step.by_itself {
            line = line.push(small(fl!("workshop-by-itself")));
        }
        line.into()
    };
    service.course().into_iter().map(one).collect()
}

/// What follows from the example, where there is no column for it.
pub(super) fn all_told(work: &Work, room: Space) -> Element<'_, Message> {
    room.scrolls(reader("workshop-told", fl!("workshop-page-told"), stack(told(work))))
}

impl State {
    /// What the service does otherwise than the chosen other version.
    pub(super) fn changes(&self, room: Space) -> Element<'_, Message> {
        let Some(piece) = self.current() else { return nothing() };
        if piece.others.is_empty() {
            return panel().push(body(fl!("workshop-is-new"))).into();
        }
        let names: Vec<String> = piece.others.iter().map(comes).collect();
        let which = choice("workshop-against", names, Some(self.against), Message::AgainstChosen)
            .label(fl!("workshop-against"));
        let told = piece.differs(self.against);
        let from = fl!("workshop-from", date = words::date(piece.service.valid_from));
        let mut lines = column![strong(from)].spacing(space::S).width(Fill);
        if told.is_empty() {
            lines = lines.push(body(fl!("workshop-same")));
        }
        for one in &told {
            lines = lines.push(body(words::said(one.id, &one.args)));
        }
        let lines = room.scrolls(reader("workshop-changes", fl!("workshop-page-changes"), lines));
        panel().spacing(space::M).height(room.fill()).push(which).push(lines).into()
    }

    /// All that is wrong; the chosen one with its lines and what to do.
    pub(super) fn wrong(&self, room: Space) -> Element<'_, Message> {
        let Some(bench) = &self.bench else { return nothing() };
        if bench.faults.is_empty() {
            let told = body(fl!("workshop-no-fault"));
            return panel().push(reader("workshop-faults", fl!("workshop-page-faults"), told)).into();
        }
        let titles = vec![
            Column::new(fl!("workshop-what"), FillPortion(5)),
            Column::new(fl!("workshop-file"), FillPortion(3)),
            Column::new(fl!("workshop-line"), 64).right(),
        ];
        let cells = |at: usize| {
            let Some(fault) = bench.faults.get(at) else { return Row::default() };
            let line = fault.line.map(|line| line.to_string()).unwrap_or_default();
            let what = words::said(&fault.problem.id, &fault.problem.args);
            Row::new([Cell::toned(what, Tone::Error), Cell::new(&fault.file), Cell::new(line)])
        };
        let rows = table("workshop-faults", fl!("workshop-page-faults"), titles, bench.faults.len(), cells)
            .select(self.fault, Message::FaultChosen)
            .fit(room, room.middle(246.0, 286.0) - 2.0 * space::L);
        let high = if room.is_page() { room.pane() } else { FAULTS.into() };
        let rows = container(rows).height(high);
        let chosen = self.fault.and_then(|at| bench.faults.get(at)).map(|fault| room.scrolls(details(fault)));
        panel().spacing(space::M).height(room.fill()).push(rows).push_maybe(chosen).into()
    }
}

/// A fault: where, what, what to do, and the lines around it.
fn details<'a>(fault: &Fault) -> Element<'a, Message> {
    let place = match fault.line {
        Some(line) => fl!("workshop-place", file = fault.file.clone(), line = line),
        None if fault.file.is_empty() => fl!("workshop-whole"),
        None => fault.file.clone(),
    };
    let lines = fault.around.iter().map(|(at, text)| {
        let here = fault.line == Some(*at);
        let number = container(small(at.to_string())).width(36);
        let text = if here { strong(text.clone()) } else { body(text.clone()) };
        row![number, text].spacing(space::S).into()
    });
    let lines = (!fault.around.is_empty()).then(|| column(lines).width(Fill));
    column![strong(place), toned(sentence(&fault.problem), Tone::Error)]
        .push(lines)
        .spacing(space::S)
        .width(Fill)
        .into()
}

/// A version and where it comes from.
fn comes(other: &Other) -> String {
    let from = match &other.from {
        Comes::BuiltIn => fl!("origin-built-in"),
        Comes::Pack(title) => local(title),
        Comes::Bench => fl!("workshop-beside"),
    };
    format!("{} ({from})", other.service.version)
}

fn nothing<'a>() -> Element<'a, Message> {
    panel().push(body(fl!("workshop-nothing"))).into()
}

/// How many faults there are, as a mark.
pub(super) fn count<'a>(faults: usize) -> Element<'a, Message> {
    if faults == 0 {
        return badge(fl!("workshop-clean"), Tone::Good);
    }
    badge(fl!("workshop-faults", count = faults), Tone::Error)
}

/// The title of the panel that names what is on the bench.
pub(super) fn heading<'a>(title: String) -> Element<'a, Message> {
    section(title)
}
