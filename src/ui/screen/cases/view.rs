//! Draws the work list. Changes nothing.

use super::list::MINE;
use super::{Message, State};
use crate::catalogue::Catalogue;
use crate::desk::bodies::Lot;
use crate::desk::case::Sheet;
use crate::desk::clock::legal_moment;
use crate::desk::look::{self, CaseRow, SortBy, Stand};
use crate::desk::presence::Elsewhere;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, KeyHint, Row, badge, body, button, link, panel, primary, section, small, state, strong,
    table, tabs_over, text_field, timeline, title,
};
use crate::ui::layout::{Space, columns};
use crate::ui::screen::beside::{elsewhere, local};
use crate::ui::screen::preview::{self, Preview};
use crate::ui::screen::timeline::happenings;
use crate::ui::shortcut::{Area, Shortcut};
use crate::ui::theme::{Tone, space};
use crate::words;
use chrono::{Datelike, NaiveDate};
use iced::widget::{column, container, row};
use iced::{Alignment, FillPortion};

/// How a case stands, in a word.
pub fn standing(row: &CaseRow) -> (String, Tone) {
    let stand = Stand::of(row);
    let tone = match stand {
        Stand::Conflict | Stand::Sued => Tone::Error,
        Stand::Closed => Tone::Muted,
        Stand::ToSign | Stand::Away => Tone::Accent,
        Stand::Missing | Stand::Revoked => Tone::Warning,
        Stand::Filed => Tone::Plain,
        Stand::Returned | Stand::Decided => Tone::Good,
    };
    (words::text(&format!("cases-stand-{}", stand.name())), tone)
}

/// The next day: by law, and that a reminder comes before it. Only a period that has passed is overdue; a reminder that has
/// passed waits for somebody. Colour alone says nothing to whoever hears it or sees none.
pub fn next_day(row: &CaseRow, today: NaiveDate) -> (String, Tone) {
    let Some(next) = look::next_day(row) else { return ("–".to_owned(), Tone::Muted) };
    let said = |day: NaiveDate| match day {
        _ if day == today => fl!("cases-today"),
        _ if day.year() == today.year() => words::date_short(day),
        _ => words::date(day),
    };
    let tone = |day: NaiveDate| if day <= today { Tone::Warning } else { Tone::Plain };
    match (next.due, next.reminder) {
        (Some(due), _) if due < today => (fl!("cases-late", day = said(due)), Tone::Error),
        (Some(due), None) => (said(due), tone(due)),
        (Some(due), Some(on)) if on <= today => {
            (fl!("cases-day-follow-up-late", day = said(due)), Tone::Warning)
        }
        (Some(due), Some(_)) => (fl!("cases-day-follow-up", day = said(due)), tone(due)),
        (None, Some(on)) if on < today => (fl!("cases-follow-up-late", day = said(on)), Tone::Warning),
        (None, on) => {
            let on = on.unwrap_or(today);
            (fl!("cases-follow-up", day = said(on)), tone(on))
        }
    }
}

/// What the case is about, in this language; in German as the list keeps it.
pub fn service_in(row: &CaseRow, language: &str) -> String {
    let known = Catalogue::built_in().service(&row.service, &row.version).filter(|_| language != "de");
    known.map_or_else(|| row.service_name.clone(), |service| service.name.get(language).to_owned())
}

/// What the case is about.
pub fn service_of(row: &CaseRow) -> String {
    service_in(row, words::language().tag())
}

/// Who else has a case open, where and since when.
pub fn open_at(open: &Elsewhere) -> String {
    let time = words::time(legal_moment(open.since).time());
    fl!("presence-at", name = open.by.clone(), desk = open.desk.clone(), time = time)
}

impl State {
    fn cells(&self, at: usize) -> Row {
        let Some(case) = self.rows.get(at) else { return Row::default() };
        let (stand, stand_tone) = standing(case);
        let (day, day_tone) = next_day(case, self.today);
        let by = case.assigned.and_then(|by| self.users.get(&by)).cloned();
        let by = match self.elsewhere(case.id) {
            Some(open) => Cell::toned(fl!("presence-row", name = open.by.clone()), Tone::Warning),
            None if self.list == MINE => Cell::default(),
            None => Cell::new(by.unwrap_or_else(|| "–".to_owned())),
        };
        let cells = [
            Cell::new(&case.number),
            Cell::new(service_of(case)),
            Cell::new(&case.applicant_name),
            Cell::toned(stand, stand_tone),
            Cell::toned(day, day_tone),
        ];
        Row::new(cells.into_iter().chain(self.says_who().then_some(by)))
    }

    /// Whether a column says who has a case: in the list of one's own only where somebody else has one open.
    pub(super) fn says_who(&self) -> bool {
        self.list != MINE || self.rows.iter().any(|case| self.elsewhere(case.id).is_some())
    }

    fn lists(&self) -> Vec<String> {
        let names = [
            fl!("cases-mine"),
            fl!("cases-open"),
            fl!("cases-week"),
            fl!("cases-overdue"),
            fl!("cases-to-sign"),
            fl!("cases-conflicts"),
            fl!("cases-all"),
        ];
        let Some(counts) = &self.counts else { return names.into() };
        let many = [
            counts.mine,
            counts.open,
            counts.due,
            counts.overdue,
            counts.to_sign,
            counts.conflicts,
            counts.all,
        ];
        let counted =
            |(name, many)| format!("{name} {}", words::count(usize::try_from(many).unwrap_or(usize::MAX)));
        names.into_iter().zip(many).map(counted).collect()
    }

    /// Why the list is empty, and what to do about it.
    fn nothing(&self) -> String {
        if !self.text.trim().is_empty() {
            return fl!("cases-not-found");
        }
        match self.list {
            0 => fl!("cases-none-mine", key = Shortcut::TakeOver.keys()),
            1 => fl!("cases-none-open"),
            2 => fl!("cases-none-week"),
            3 => fl!("cases-none-overdue"),
            4 => fl!("cases-none-to-sign"),
            5 => fl!("cases-none-conflicts"),
            _ => fl!("cases-none-at-all", key = Shortcut::Go(Area::Counter).keys()),
        }
    }

    fn sorted(&self) -> Option<(usize, bool)> {
        let column = match self.sort().by {
            SortBy::Number => 0,
            SortBy::Applicant => 2,
            SortBy::Due => 4,
            SortBy::Received => return None,
        };
        Some((column, !self.sort().descending))
    }

    /// Draws the screen.
    pub fn view(&self, space_of: Space) -> Element<'_, Message> {
        if let Some(paper) = &self.paper {
            return self.sheet_of_paper(paper, space_of);
        }
        let right = 286.0;
        let mut titles = vec![
            Column::new(fl!("cases-number"), 168).sorts(),
            Column::new(fl!("cases-service"), FillPortion(5)),
            Column::new(fl!("cases-person"), FillPortion(4)).sorts(),
            Column::new(fl!("cases-stand"), 146),
            Column::new(fl!("cases-day"), 132).sorts(),
        ];
        titles.extend(self.says_who().then(|| Column::new(fl!("cases-by"), FillPortion(3)).gives_way()));
        let rows = table("cases", fl!("cases-title"), titles, self.rows.len(), |at| self.cells(at))
            .select(self.selected, Message::RowChosen)
            .on_open(Message::RowOpened)
            .on_type(Message::LetterTyped)
            .sort(self.sorted(), Message::TitlePressed)
            .fit(space_of, space_of.middle(0.0, right))
            .empty(self.nothing());
        let lists = tabs_over(
            "cases-list",
            fl!("cases-lists"),
            self.lists(),
            self.list,
            Message::ListChosen,
            |letter| Some(Message::LetterTyped(letter)),
        );
        let text = text_field("cases-text", &self.text, Message::TextTyped)
            .says(fl!("cases-text"))
            .placeholder(fl!("cases-text"));
        let serial = button(fl!("serial-title"))
            .id("cases-serial")
            .keys(Shortcut::Serial.keys())
            .on_press_maybe((!self.rows.is_empty()).then_some(Message::SerialPressed));
        let print = button(fl!("cases-print"))
            .id("cases-print")
            .keys(Shortcut::Print.keys())
            .on_press(Message::PaperPressed);
        let head = row![title(fl!("cases-title")), lists, Element::from(serial), Element::from(print)]
            .spacing(space::M)
            .align_y(Alignment::Center)
            .wrap();
        let inbox = button(fl!("inbox-title")).id("cases-inbox").keys(Shortcut::Attach.keys());
        let inbox = inbox.on_press(Message::InboxPressed);
        let line = row![Element::from(container(text).max_width(420.0)), Element::from(inbox)];
        let line = line.spacing(space::M).align_y(Alignment::Center).wrap();
        let mut top = column![head, line].spacing(space::S);
        for problem in elsewhere(&self.problems, &[]) {
            top = top.push(problem);
        }
        top = top.push(self.lot.as_ref().map(|lot| self.lot_line(lot)));
        let more = (!self.whole).then(|| {
            container(button(fl!("cases-more")).id("cases-more").on_press(Message::MorePressed))
                .padding(space::S)
        });
        let middle = column![container(top).padding(space::L), rows].push(more);
        let middle = panel().padding(0.0).height(space_of.fill()).push(middle.height(space_of.fill()));
        let strip = self.chosen().map_or_else(|| body(fl!("cases-none")).into(), |case| self.strip(case));
        columns(space_of, middle).right(self.details(), strip).right_width(right).into()
    }

    /// The list as it comes out of the printer.
    fn sheet_of_paper<'a>(&'a self, paper: &'a Preview, room: Space) -> Element<'a, Message> {
        let print = button(fl!("cases-print"))
            .id("cases-print-go")
            .keys(Shortcut::Print.keys())
            .on_press_maybe((!self.printing).then_some(Message::PrintPressed));
        let more = [Element::from(print), preview::close(Message::PaperClosed)];
        let sheet = paper.view(Message::Paper, more, (room, room.width >= 1100.0));
        let told = elsewhere(&self.problems, &[]);
        columns(room, column![sheet].extend(told).spacing(space::S).height(room.fill())).into()
    }

    /// That a month's notices have to be sent soon, or should have been, and the key that leads there.
    fn lot_line(&self, lot: &Lot) -> Element<'_, Message> {
        let due = lot.due.as_ref().map(|due| due.date);
        let late = due.is_some_and(|due| due < self.today);
        let (due, count) = (due.map(words::date_with_day).unwrap_or_default(), lot.cases.len());
        let says = if late {
            state(fl!("lot-cases-late", count = count, due = due), Tone::Error)
        } else {
            state(fl!("lot-cases", count = count, due = due), Tone::Warning)
        };
        let open = link(fl!("lot-title")).id("cases-lot").on_press(Message::LotPressed);
        let key = small(Shortcut::Bodies.keys());
        row![says, Element::from(open), key].spacing(space::M).align_y(Alignment::Center).wrap().into()
    }

    fn strip(&self, case: &CaseRow) -> Element<'_, Message> {
        let (stand, tone) = standing(case);
        let open = self.selected.map(Message::RowOpened);
        row![
            strong(case.number.clone()),
            badge(stand, tone),
            primary(fl!("cases-open-it")).on_press_maybe(open)
        ]
        .spacing(space::M)
        .align_y(Alignment::Center)
        .wrap()
        .into()
    }

    fn details(&self) -> Element<'_, Message> {
        let Some(case) = self.chosen() else { return panel().push(body(fl!("cases-none"))).into() };
        let (stand, tone) = standing(case);
        let head = row![title(case.number.clone()), badge(stand, tone)];
        let head = head.spacing(space::S).align_y(Alignment::Center).wrap();
        let mut card = panel()
            .push(head)
            .push(strong(format!("{} · {}", service_of(case), case.applicant_name)))
            .push(small(fl!("cases-received", date = words::date_with_day(case.received_on))));
        if let Some(open) = self.elsewhere(case.id) {
            card = card.push(state(open_at(open), Tone::Warning));
        }
        if !case.due_label.is_empty()
            && let Some(due) = case.due_on
        {
            let day = words::date_with_day(due);
            let day = if due < self.today { fl!("cases-late", day = day) } else { day };
            card = card.push(body(format!("{}: {day}", case.due_label)));
        }
        let reminder = case.follow_up_on.map(words::date_with_day);
        card = card.push(reminder.map(|day| body(format!("{}: {day}", fl!("case-follow-up")))));
        if case.owes.0 > 0 {
            card = card.push(body(fl!("cases-owes", amount = words::amount(case.owes.0))));
        }
        let open = primary(fl!("cases-open-it"))
            .id("cases-open")
            .on_press_maybe(self.selected.map(Message::RowOpened));
        let take = button(fl!("cases-take"))
            .id("cases-take")
            .keys(Shortcut::TakeOver.keys())
            .on_press(Message::TakePressed);
        card = card.push(row![open, take].spacing(space::S).wrap());
        if let Some(sheet) = &self.sheet {
            card = card.push(section(fl!("cases-timeline"))).push(timeline(happenings(sheet)));
            card = papers(card, sheet);
        }
        card.into()
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        let print = KeyHint::new(Shortcut::Print.keys(), fl!("cases-print"));
        if self.paper.is_some() {
            return vec![print, KeyHint::new(Shortcut::Escape.keys(), fl!("close"))];
        }
        vec![
            KeyHint::new(fl!("key-up-down"), fl!("key-choose")),
            KeyHint::new(fl!("key-enter"), fl!("key-open")),
            print,
            KeyHint::new(Shortcut::FollowUp.keys(), fl!("case-follow-up")),
            KeyHint::new(Shortcut::Note.keys(), fl!("case-note")),
            KeyHint::new(Shortcut::TakeOver.keys(), fl!("cases-take")),
            KeyHint::new(Shortcut::Serial.keys(), fl!("serial-title")),
            KeyHint::new(Shortcut::Attach.keys(), fl!("inbox-title")),
        ]
    }
}

fn papers<'a>(
    card: crate::ui::control::Panel<'a, Message>,
    sheet: &Sheet,
) -> crate::ui::control::Panel<'a, Message> {
    if sheet.case.papers.is_empty() {
        return card;
    }
    let mut card = card.push(section(fl!("cases-papers")));
    for paper in &sheet.case.papers {
        let pages = fl!("cases-pages", count = paper.issued.pages);
        let printed = if paper.copies > 0 { format!("{pages}, {}", fl!("cases-printed")) } else { pages };
        card = card.push(row![body(paper.issued.title.clone()), small(printed)].spacing(space::S).wrap());
    }
    let receivers: Vec<String> = sheet.assessment.receivers.iter().map(|to| local(&to.label)).collect();
    if receivers.is_empty() {
        card
    } else {
        card.push(section(fl!("cases-goes-to"))).push(small(receivers.join(" · ")))
    }
}
