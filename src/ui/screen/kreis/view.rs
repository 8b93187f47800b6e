//! Draws the Kreis. Changes nothing.

use super::conflict::version_key;
use super::{Message, State};
use crate::desk::clock::legal_moment;
use crate::desk::conflict::{About, Conflict, Origin, Task};
use crate::desk::kreis::{Connection, Outbox};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, KeyHint, Row, badge, body, button, link, pairs, panel, primary, reader, small, strong,
    table, text_field, title, toned, with_dialog,
};
use crate::ui::layout::{Space, columns};
use crate::ui::screen::beside::{Outcome, elsewhere};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::{timeline, words};
use iced::widget::{column, container, row};
use iced::{Alignment, Fill, FillPortion};

/// What the top bar says: the connection, or what waits in the mailbox, and how much waits for somebody to decide, or that
/// somebody has to look.
pub fn in_top_bar(agreed: &Outcome<Outbox>, to_settle: usize) -> (String, Tone) {
    let told = |outbox: &Outbox| match outbox.connection {
        Connection::Connected { .. } if outbox.letters > 0 => {
            (fl!("mail-asks", count = outbox.letters), Tone::Accent)
        }
        _ => connection(outbox),
    };
    let (words, tone) = agreed.as_ref().map_or_else(|_| (fl!("kreis-stopped"), Tone::Error), told);
    match to_settle {
        0 => (words, tone),
        count => {
            let tone = if tone == Tone::Error { tone } else { Tone::Warning };
            (fl!("kreis-and-open", state = words, count = count), tone)
        }
    }
}

/// The connection in words.
fn connection(outbox: &Outbox) -> (String, Tone) {
    match outbox.connection {
        Connection::Alone => (fl!("kreis-alone"), Tone::Muted),
        Connection::Connected { .. } => (fl!("kreis-connected"), Tone::Good),
        Connection::Silent { from } => {
            let time = words::time(legal_moment(from).time());
            (fl!("kreis-silent", time = time, cases = outbox.waiting.cases), Tone::Warning)
        }
    }
}

impl State {
    /// Draws the screen.
    pub fn view(&self, space_of: Space) -> Element<'_, Message> {
        let mut told = column![].spacing(space::M);
        for problem in elsewhere(&self.problems, &[]) {
            told = told.push(problem);
        }
        if let Some(outbox) = &self.outbox {
            if let Some(behind) = &outbox.behind {
                told = elsewhere(std::slice::from_ref(behind), &[])
                    .into_iter()
                    .fold(told, iced::widget::Column::push);
            }
            if outbox.answers_refused > 0 {
                let refused = Problem::warning("", "answers-refused").with("count", outbox.answers_refused);
                told = elsewhere(&[refused], &[]).into_iter().fold(told, iced::widget::Column::push);
            }
            told = told.push(waits(outbox));
        }
        // It takes the keyboard: where no two desks disagree nothing else on this screen does.
        let told = reader("kreis", fl!("kreis-title"), told.width(Fill));
        let mut all = column![title(fl!("kreis-title")), told].spacing(space::M);
        all = all.push(self.rounds());
        all = all.push(self.mail.view(space_of));
        all = all.push(self.list(space_of));
        if let Some(conflict) = self.current() {
            all = all.push(self.versions(conflict));
        }
        if let Some(doubles) = self.doubles() {
            all = all.push(doubles);
        }
        if !self.tasks.is_empty() {
            all = all.push(self.to_settle());
        }
        all = all.push(self.numbers());
        all = all.push(self.work());
        with_dialog(columns(space_of, space_of.scrolls(all)), self.mail.dialog(space_of), space_of)
    }

    fn list(&self, space_of: Space) -> Element<'_, Message> {
        let titles = vec![
            Column::new(fl!("kreis-whose"), 168),
            Column::new(fl!("kreis-answer"), FillPortion(2)),
            Column::new(fl!("kreis-versions"), FillPortion(4)),
        ];
        let cells = |at: usize| {
            let Some(conflict) = self.conflicts.get(at) else { return Row::default() };
            let shown: Vec<&str> = conflict.versions.iter().map(|version| version.shown.as_str()).collect();
            Row::new([
                Cell::new(whose(conflict)),
                Cell::new(label(conflict)),
                Cell::toned(shown.join(" · "), Tone::Error),
            ])
        };
        let rows = table("conflicts", fl!("kreis-conflicts"), titles, self.conflicts.len(), cells)
            .select(self.selected, Message::ConflictChosen)
            .on_open(|_| Message::DecidePressed)
            .empty(fl!("kreis-no-conflict"))
            .whole()
            .fit(space_of, space_of.middle(0.0, 0.0) - 48.0);
        panel().title(fl!("kreis-conflicts")).push(rows).into()
    }

    /// The versions of the conflict that is looked at, each a button that marks it, room for a third, and the button that decides.
    fn versions<'a>(&'a self, conflict: &'a Conflict) -> Element<'a, Message> {
        let mut card = panel().spacing(space::M).push(strong(fl!("kreis-decide", label = label(conflict))));
        for (at, version) in conflict.versions.iter().enumerate() {
            let mut stands = button(fl!("kreis-stands", value = version.shown.clone()))
                .id(format!("version-{at}"))
                .on_press_maybe((!self.busy).then_some(Message::VersionPressed(at)));
            if self.is_marked(version) {
                stands = stands.says(fl!("kreis-stands-marked", value = version.shown.clone()));
            }
            if let Some(key) = version_key(at) {
                stands = stands.keys(key.keys());
            }
            let mut line = row![Element::from(stands), small(origin(&version.origin))].spacing(space::M);
            if self.is_marked(version) {
                line = line.push(badge(fl!("kreis-is-marked"), Tone::Accent));
            } else if self.is_chosen(conflict, &version.value) {
                line = line.push(badge(fl!("kreis-is-chosen"), Tone::Good));
            }
            card = card.push(line.align_y(Alignment::Center).wrap());
        }
        let is_case = matches!(conflict.about, About::Case(_));
        let papers = timeline::printed(&conflict.papers, !is_case);
        card = card.push_maybe(papers.map(|said| toned(said, Tone::Warning)));
        let third = text_field("third", &self.third, Message::ThirdTyped)
            .label(fl!("kreis-third"))
            .on_enter(Message::ThirdEntered);
        let mut line = row![Element::from(third.width(260.0))].spacing(space::M);
        if self.is_third_marked() {
            line = line.push(badge(fl!("kreis-is-marked"), Tone::Accent));
        }
        let reason = text_field("reason", &self.reason, Message::ReasonTyped)
            .label(fl!("kreis-why"))
            .on_enter(Message::DecidePressed);
        let decides = primary(fl!("kreis-decides"))
            .id("decides")
            .keys(fl!("key-enter"))
            .on_press_maybe((!self.busy).then_some(Message::DecidePressed));
        let look = link(fl!("kreis-look", name = whose(conflict)))
            .id("conflict-look")
            .on_press(Message::ConflictOpened);
        card.push(line.align_y(Alignment::End).wrap())
            .push(container(reason).max_width(520.0))
            .push(
                row![Element::from(decides), Element::from(look)]
                    .spacing(space::M)
                    .align_y(Alignment::Center)
                    .wrap(),
            )
            .into()
    }

    /// What desks did without seeing each other, each with what to do and a button once it is done.
    fn to_settle(&self) -> Element<'_, Message> {
        let mut card = panel().title(fl!("kreis-tasks")).spacing(space::M);
        for (at, task) in self.tasks.iter().enumerate() {
            let done = button(fl!("kreis-task-done"))
                .id(format!("task-{at}"))
                .on_press_maybe((!self.busy).then_some(Message::TaskSettled(at)));
            let case = link(fl!("kreis-task-case", number = task.number.clone()))
                .id(format!("task-case-{at}"))
                .on_press(Message::TaskOpened(at));
            card = card.push(strong(what(task)));
            for (kind, origin) in &task.acts {
                let act = words::text(&format!("kreis-act-{}", kind.replace('_', "-")));
                card = card.push(small(format!("{act}: {}", self::origin(origin))));
            }
            card = card.push(
                row![Element::from(done), Element::from(case)]
                    .spacing(space::M)
                    .align_y(Alignment::Center)
                    .wrap(),
            );
        }
        let reason = text_field("task-reason", &self.done, Message::DoneTyped).label(fl!("kreis-task-why"));
        card.push(container(reason).max_width(520.0)).into()
    }

    /// Numbers that were given out twice, each with a button for the head once something was done about it.
    fn numbers(&self) -> Option<Element<'_, Message>> {
        let outbox = self.outbox.as_ref()?;
        let doubled = &outbox.doubled;
        if doubled.is_empty() {
            return None;
        }
        let mut card = panel().title(fl!("kreis-numbers")).spacing(space::M);
        card = card.push(body(fl!("kreis-doubled", numbers = doubled.join(", "))));
        if !outbox.to_settle.numbers {
            return Some(card.push(small(fl!("kreis-work-head"))).into());
        }
        for (at, number) in doubled.iter().enumerate() {
            let done = button(fl!("kreis-task-done"))
                .id(format!("number-{at}"))
                .on_press_maybe((!self.busy).then_some(Message::NumberSettled(at)));
            card = card.push(
                row![strong(number.clone()), Element::from(done)]
                    .spacing(space::M)
                    .align_y(Alignment::Center)
                    .wrap(),
            );
        }
        let reason = text_field("number-reason", &self.done, Message::DoneTyped).label(fl!("kreis-task-why"));
        Some(card.push(container(reason).max_width(520.0)).into())
    }

    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        self.mail.asks()
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        if self.asks() {
            return vec![
                KeyHint::new(Shortcut::Finish.keys(), fl!("key-choose")),
                KeyHint::new(Shortcut::Escape.keys(), fl!("cancel")),
            ];
        }
        let always = [
            KeyHint::new(fl!("key-up-down"), fl!("key-choose")),
            KeyHint::new(Shortcut::Attach.keys(), fl!("mail-open-file")),
        ];
        self.round_keys().into_iter().chain(self.version_keys().into_iter().flatten()).chain(always).collect()
    }
}

/// Where something comes from: desk, who, when.
pub fn origin(origin: &Origin) -> String {
    let at = origin.at.map(|at| words::moment(legal_moment(at))).unwrap_or_default();
    fl!("kreis-origin", desk = origin.desk.clone(), by = origin.by.clone(), at = at)
}

/// The case, the person, or the town.
pub(super) fn whose(conflict: &Conflict) -> String {
    if conflict.about == About::Town { fl!("kreis-town") } else { conflict.name.clone() }
}

/// What the field is called.
pub(super) fn label(conflict: &Conflict) -> String {
    match conflict.about {
        About::Person(_) => words::field("persons-field", &conflict.field),
        About::Town if conflict.label.is_empty() => words::field("settings-key", &conflict.field),
        About::Case(_) | About::Town => conflict.label.clone(),
    }
}

/// What desks did, and what is to be done about it.
fn what(task: &Task) -> String {
    let id = task.clash.kind.name().replace('_', "-");
    format!("{}. {}", words::text(&format!("clash-{id}")), words::text(&format!("clash-{id}-remedy")))
}

fn waits(outbox: &Outbox) -> Element<'_, Message> {
    let (state, tone) = connection(outbox);
    let card = panel().spacing(space::S).push(row![badge(state, tone)]);
    let mut card = match traffic(outbox) {
        Some(entries) => card.push(pairs(entries)),
        None => card.push(body(fl!("kreis-alone-says"))),
    };
    let later = &outbox.later;
    if let Some(since) = later.since {
        let since = words::date(legal_moment(since).date());
        card = card.push(body(fl!("kreis-later", events = later.events, cases = later.cases, since = since)));
    }
    card.into()
}

/// What goes out and comes in, and since when it waits. For a desk that belongs to no Kreis nothing does, whatever it has written.
pub(super) fn traffic(outbox: &Outbox) -> Option<Vec<(String, String)>> {
    if outbox.connection == Connection::Alone {
        return None;
    }
    let waiting = &outbox.waiting;
    let since = waiting.since.map(|at| words::moment(legal_moment(at)));
    let mut entries = vec![
        (fl!("kreis-to-send"), fl!("kreis-entries", events = waiting.events, cases = waiting.cases)),
        (fl!("kreis-papers-to-send"), waiting.blobs.to_string()),
        (fl!("kreis-papers-awaited"), outbox.awaited.to_string()),
    ];
    entries.extend((outbox.answers > 0).then(|| (fl!("kreis-answers-to-send"), outbox.answers.to_string())));
    entries.extend(since.map(|since| (fl!("kreis-since"), since)));
    Some(entries)
}
