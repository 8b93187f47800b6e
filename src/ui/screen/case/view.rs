//! Draws a case. Changes nothing.

mod parts;

use super::decide;
use super::history::{corrections, outdated};
use super::over::Kind;
use super::{Message, State, kept};
use crate::desk::case::Sheet;
use crate::desk::look::Viewable;
use crate::desk::paper::issuable;
use crate::desk::print::{PrintJob, PrintState};
use crate::domain::assessment::Due;
use crate::domain::case::{Case, Stage, Validity};
use crate::domain::id::{PaperId, UserId};
use crate::domain::person::Person;
use crate::fl;
use crate::timeline::{decision, takes_effect};
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, Row, badge, body, button, link, pairs, panel, primary, section, small, stacked, state,
    strong, table, timeline, title, toned, with_dialog,
};
use crate::ui::layout::{Class, Space, columns, stack};
use crate::ui::screen::beside::{elsewhere, local};
use crate::ui::screen::cases::open_at;
use crate::ui::screen::preview;
use crate::ui::screen::prints::say;
use crate::ui::screen::timeline::happenings;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::row;
use iced::{Alignment, Fill};

type El<'a> = Element<'a, Message>;

/// Width of the history.
const HISTORY: f32 = 300.0;
/// What the edges of a card and the scroll bar take.
const INSIDE: f32 = 48.0;

impl State {
    /// Draws the screen.
    pub fn view(&self, space_of: Space) -> Element<'_, Message> {
        if let Some(correct) = &self.correct {
            return correct.view(space_of).map(Message::Correct);
        }
        let Some(sheet) = &self.sheet else {
            let mut card = panel().push(body(fl!("case-loading")));
            for problem in elsewhere(&self.problems, &[]) {
                card = card.push(problem);
            }
            return columns(space_of, card).into();
        };
        let wide = space_of.class() == Class::Wide;
        let middle = match &self.preview {
            Some(preview) => {
                let paper = matches!(preview.what, Viewable::Paper(_));
                let print =
                    paper.then(|| button(fl!("case-print")).id("page-print").keys(Shortcut::Print.keys()));
                let print = print.map(|print| print.on_press(Message::PrintPressed).into());
                let save = button(fl!("case-save")).id("page-save").on_press(Message::SavePressed).into();
                let close = preview::close(Message::PreviewClosed);
                preview.view(Message::Preview, print.into_iter().chain([save, close]), (space_of, wide))
            }
            None => self.whole(sheet, space_of),
        };
        let history = panel().push(section(fl!("cases-timeline"))).push(timeline(happenings(sheet)));
        let last = happenings(sheet).into_iter().next().map(|last| format!("{} {}", last.when, last.what));
        let mut page = columns(space_of, middle).left(self.head(sheet), self.line(sheet));
        // Whoever looks at a page wants it large, with what it says beside it.
        if self.preview.is_none() {
            page = page.right(history, body(last.unwrap_or_default())).right_is_read().right_width(HISTORY);
        }
        let over = self.over.as_ref().map(|over| over.view(sheet, self.today, self.busy, &self.problems));
        with_dialog(page, self.chooser_dialog(sheet, space_of).or(over), space_of)
    }

    fn user(sheet: &Sheet, user: Option<UserId>) -> String {
        let name = user.and_then(|user| sheet.users.get(&user)).cloned();
        name.unwrap_or_else(|| fl!("case-nobody"))
    }

    /// How it stands, as the list says.
    pub(super) fn stage(sheet: &Sheet) -> (String, Tone) {
        let case = &sheet.case;
        if case.is_sued() {
            return (fl!("cases-stand-sued"), Tone::Error);
        }
        // An objection comes when a case is closed, too.
        if case.ruling_to_sign().is_some_and(|known| known.returned.is_none()) {
            return (fl!("cases-stand-to-sign"), Tone::Accent);
        }
        let revokes = case.revocation_to_sign().is_some_and(|known| known.returned.is_none());
        let decides = case.to_sign().is_some_and(|known| known.returned.is_none());
        let missing = || sheet.assessment.documents.iter().any(|paper| paper.needed && !paper.received);
        match case.stage() {
            Stage::Filed if sheet.case.away().is_some() => (fl!("cases-stand-away"), Tone::Accent),
            Stage::Decided if sheet.case.decisions.is_empty() => (fl!("cases-stand-returned"), Tone::Good),
            Stage::Filed | Stage::Decided if revokes => (fl!("cases-stand-to-sign"), Tone::Accent),
            Stage::Filed if decides => (fl!("cases-stand-to-sign"), Tone::Accent),
            Stage::Filed if missing() => (fl!("cases-stand-missing"), Tone::Warning),
            Stage::Filed => (fl!("cases-stand-filed"), Tone::Accent),
            Stage::Decided if sheet.case.standing_decision().is_none() => {
                (fl!("cases-stand-revoked"), Tone::Warning)
            }
            Stage::Decided => (fl!("cases-stand-decided"), Tone::Good),
            Stage::Closed => (fl!("cases-stand-closed"), Tone::Muted),
        }
    }

    /// Who applied: a case is known by its name.
    fn whose(sheet: &Sheet) -> Option<String> {
        sheet.case.applicant().and_then(|id| sheet.persons.get(&id)).map(Person::name)
    }

    fn line(&self, sheet: &Sheet) -> El<'_> {
        let (stand, tone) = Self::stage(sheet);
        let open = self.elsewhere.iter().map(|open| state(open_at(open), Tone::Warning));
        row![strong(sheet.case.opened.number.clone()), badge(stand, tone), body(local(&sheet.service.name))]
            .extend(Self::whose(sheet).map(|name| Element::from(body(name))))
            .extend(open)
            .extend(self.buttons(sheet))
            .spacing(space::S)
            .align_y(Alignment::Center)
            .wrap()
            .into()
    }

    fn head(&self, sheet: &Sheet) -> El<'_> {
        let case = &sheet.case;
        let (stand, tone) = Self::stage(sheet);
        let channel = words::text(&format!("channel-{}", case.opened.channel.name().replace('_', "-")));
        let facts = [
            (fl!("case-received"), format!("{} {channel}", words::date_with_day(case.opened.received_on))),
            (fl!("cases-by"), Self::user(sheet, case.assigned())),
            (fl!("case-status-code"), case.opened.status_code.clone()),
        ];
        let kept = kept::retention(sheet).map(|kept| (fl!("case-retention"), kept));
        let filed = std::iter::once((fl!("case-filing-plan"), kept::filed_under(sheet))).chain(kept);
        let due = sheet.assessment.due.iter().map(|due| (local(&due.label), day_or_done(case, due)));
        let receivers: Vec<String> = sheet.assessment.receivers.iter().map(|to| local(&to.label)).collect();
        let mut card = panel().push(title(case.opened.number.clone())).push(badge(stand, tone));
        for open in &self.elsewhere {
            card = card.push(state(open_at(open), Tone::Warning));
        }
        let card = card.push(strong(local(&sheet.service.name))).push_maybe(Self::whose(sheet).map(body));
        let mut card = card.push(pairs(facts)).push(stacked(due.chain(filed)));
        if case.needs_update {
            card = card.push(state(fl!("event-unknown"), Tone::Warning));
        }
        if sheet.begun.is_some() {
            card = card.push(state(fl!("case-correct-begun"), Tone::Warning));
        }
        for decided in &case.decisions {
            let when = words::date(decided.decided_on);
            card = card.push(body(fl!("case-decided", outcome = decision(decided.outcome), date = when)));
            let revoked = case.revocation_of(decided.event).map(|known| {
                let does =
                    if known.what.clause.takes_back() { fl!("case-taken-back") } else { fl!("case-revoked") };
                format!("{does}. {}", takes_effect(sheet, known))
            });
            card = card.push_maybe(revoked.map(|says| state(says, Tone::Warning)));
        }
        card = card.push(decide::was_set(sheet));
        let mut doing = panel();
        for button in self.buttons(sheet) {
            doing = doing.push(button);
        }
        let mut cards: Vec<El<'_>> = vec![card.into(), doing.into()];
        if !receivers.is_empty() {
            let list = receivers
                .into_iter()
                .fold(panel().title(fl!("cases-goes-to")).spacing(space::XS), |list, to| {
                    list.push(small(to))
                });
            cards.push(list.into());
        }
        stack(cards)
    }

    /// What can be done to it now, by those roles.
    fn buttons<'a>(&self, sheet: &Sheet) -> Vec<El<'a>> {
        let closed = sheet.case.stage() == Stage::Closed;
        // What is with another office is not worked on here.
        let is_here = sheet.case.away().is_none() && sheet.case.given_back().is_none();
        let open = |kind: Kind| Message::OverOpened(kind);
        let mut all: Vec<El<'a>> = Vec::new();
        if self.may("assigned") && sheet.case.assigned() != Some(self.user) {
            let take = primary(fl!("cases-take")).id("case-take").keys(Shortcut::TakeOver.keys());
            all.push(take.on_press(Message::TakePressed).into());
        }
        if self.may("note_added") {
            let note = button(fl!("case-note")).id("case-note").keys(Shortcut::Note.keys());
            all.push(note.on_press(open(Kind::Note)).into());
        }
        if self.may("follow_up_set") && !closed {
            let later = button(fl!("case-follow-up")).id("case-follow-up").keys(Shortcut::FollowUp.keys());
            all.push(later.on_press(open(Kind::FollowUp)).into());
        }
        all.extend(self.hand_over_button(sheet));
        if self.may_step(sheet, "decided") && is_here && !sheet.assessment.for_kreis {
            all.push(button(fl!("case-decide")).id("case-decide").on_press(open(Kind::Decide)).into());
        }
        if self.may("corrected") && (is_here || !sheet.case.conflicts().is_empty()) {
            let words =
                sheet.begun.as_ref().map_or_else(|| fl!("case-correct"), |_| fl!("case-correct-go-on"));
            let correct = button(words).id("case-correct");
            all.push(correct.on_press(Message::CorrectPressed).into());
        }
        if self.may_step(sheet, "closed") && sheet.case.away().is_none() {
            all.push(button(fl!("case-close-it")).id("case-close").on_press(open(Kind::Close)).into());
        }
        if self.may("reopened") && closed {
            all.push(button(fl!("case-reopen")).id("case-reopen").on_press(open(Kind::Reopen)).into());
        }
        all.push(link(fl!("case-back")).id("case-back").on_press(Message::BackPressed).into());
        all
    }

    fn whole<'a>(&'a self, sheet: &'a Sheet, space_of: Space) -> El<'a> {
        let mut cards: Vec<El<'a>> = Vec::new();
        if self.over.is_none() {
            cards.extend(elsewhere(&self.problems, &[]));
        }
        cards.extend(Self::whereabouts(sheet));
        cards.extend(disputes(&sheet.case));
        cards.extend(self.steps(sheet));
        cards.push(self.papers(sheet, space_of));
        cards.extend(self.bodies(sheet));
        cards.extend(self.documents(sheet));
        cards.push(self.files(sheet));
        cards.extend(self.money(sheet));
        cards.extend(self.reminders(sheet));
        cards.push(self.persons(sheet));
        cards.push(parts::answers(sheet));
        cards.extend(corrections(sheet));
        space_of.scrolls(stack(cards))
    }

    fn papers<'a>(&'a self, sheet: &'a Sheet, space_of: Space) -> El<'a> {
        let titles = vec![
            Column::new(fl!("case-paper"), Fill),
            Column::new(fl!("case-issued"), 110),
            Column::new(fl!("case-copies"), 140),
        ];
        let papers = &sheet.case.papers;
        let cells = move |at: usize| {
            let Some(paper) = papers.get(at) else { return Row::default() };
            let job = sheet.prints.get(&paper.issued.paper).filter(|job| stands_out(job));
            let (printed, tone) = match job {
                Some(job) => say::state(job),
                None if paper.copies > 0 => (fl!("case-printed", count = paper.copies), Tone::Good),
                None => (fl!("case-not-printed"), Tone::Muted),
            };
            Row::new([
                match outdated(sheet, paper.issued.paper) {
                    Some(why) => Cell::toned(format!("{}, {why}", paper.issued.title), Tone::Muted),
                    None => Cell::new(&paper.issued.title),
                },
                Cell::new(words::date(paper.issued.issued_on)),
                Cell::toned(printed, tone),
            ])
        };
        let rows = table("papers", fl!("cases-papers"), titles, papers.len(), cells)
            .select(self.paper, Message::PaperChosen)
            .on_open(Message::PaperOpened)
            .whole()
            .fit(space_of, space_of.middle(246.0, HISTORY) - INSIDE);
        let there = !papers.is_empty();
        let look = button(fl!("case-look")).id("case-look");
        let print = button(fl!("case-print")).id("case-print").keys(Shortcut::Print.keys());
        let save = button(fl!("case-save")).id("case-save");
        let first = issuable(&sheet.case, sheet.service, &sheet.assessment).into_iter().next();
        let issue = first.filter(|_| self.may("paper_issued")).map(|first| {
            let opens = Message::OverOpened(Kind::Issue(first.kind));
            button(fl!("case-issue")).id("case-issue").on_press(opens)
        });
        let chosen = papers.get(self.paper.unwrap_or(0)).map(|paper| paper.issued.paper);
        let counts = |paper: &PaperId| {
            sheet.case.replaced_by(*paper).is_none() && !matches!(sheet.validity(*paper), Validity::Void(_))
        };
        let lost = chosen.filter(counts);
        let duplicate = self.may("paper_issued").then(|| {
            let duplicate = button(fl!("case-duplicate")).id("case-duplicate");
            duplicate.on_press_maybe(lost.map(|paper| Message::OverOpened(Kind::Duplicate(paper))))
        });
        let bar = row![
            Element::from(
                look.on_press_maybe(there.then_some(Message::PaperOpened(self.paper.unwrap_or(0))))
            ),
            Element::from(print.on_press_maybe(there.then_some(Message::PrintPressed))),
            Element::from(save.on_press_maybe(there.then_some(Message::SavePressed))),
        ]
        .push(duplicate)
        .push(issue)
        .spacing(space::S)
        .wrap();
        let told = sheet.prints.values().filter(|job| stands_out(job));
        let told = told.map(|job| state(say::sentence(job), say::state(job).1));
        let mut card = panel().title(fl!("cases-papers")).push(rows);
        for line in told {
            card = card.push(line);
        }
        card.push(bar).into()
    }

    fn reminders<'a>(&self, sheet: &Sheet) -> Option<El<'a>> {
        let open = sheet.case.follow_ups.iter().filter(|(_, follow_up)| !follow_up.done);
        let mut card = panel().title(fl!("case-reminders"));
        let mut any = false;
        for (id, follow_up) in open {
            any = true;
            let late = follow_up.due_on <= self.today;
            let day =
                state(words::date_with_day(follow_up.due_on), if late { Tone::Warning } else { Tone::Plain });
            let done = link(fl!("case-reminder-done")).on_press(Message::FollowUpDone(*id));
            let line = row![day, body(follow_up.text.clone()), Element::from(done)];
            card = card.push(line.spacing(space::M).align_y(Alignment::Center).wrap());
        }
        any.then(|| card.into())
    }
}

/// The day by law, or that it is met.
fn day_or_done(case: &Case, due: &Due) -> String {
    let by = words::date_with_day(due.date);
    case.met_on(due)
        .map_or_else(|| by.clone(), |on| fl!("case-deadline-met", on = words::date(on), due = by.clone()))
}

/// Whether something about a print job is to be told: it is under way, or did not come out.
fn stands_out(job: &PrintJob) -> bool {
    job.standing.state.is_open() || job.standing.state == PrintState::Failed
}

/// What other desks did to the case meanwhile, where somebody has to look.
fn disputes<'a>(case: &Case) -> Vec<El<'a>> {
    let fields = case.conflicts().len();
    let disputed = (fields > 0).then(|| fl!("case-conflict", fields = fields));
    let clashes = case.clashes().into_iter().map(|clash| {
        let what = words::text(&format!("clash-{}", clash.kind.name().replace('_', "-")));
        fl!("case-clash", what = what)
    });
    disputed.into_iter().chain(clashes).map(|said| toned(said, Tone::Error).into()).collect()
}
