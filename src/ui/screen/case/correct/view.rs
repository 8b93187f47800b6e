//! Draws a correction: the form with what differs beside it, then what that changes. Changes nothing.

use super::{Message, Page, State};
use crate::desk::correct::{Change, Effects};
use crate::domain::case::{Fees, Issued};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    KeyHint, body, button, danger, dialog, link, long_text, panel, primary, radio, section, small, strong,
    title, toned, with_dialog,
};
use crate::ui::layout::{Space, columns, stack};
use crate::ui::screen::beside::{at, elsewhere, local};
use crate::ui::screen::counter::side;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, row};
use iced::{Alignment, Fill};

type El<'a> = Element<'a, Message>;

/// Fields of the correction that show their problem themselves.
const OWN: &[&str] = &["own_mistake", "fees", "reason"];

impl State {
    /// Draws it.
    pub fn view(&self, room: Space) -> El<'_> {
        let trouble = elsewhere(&self.problems, OWN);
        let page = match self.page {
            Page::Form => self.form.view(&self.work, self.saved(), room).map(Message::Form),
            Page::Check => self.check(room),
        };
        let middle = column(trouble).push(page).spacing(space::S).width(Fill).height(room.fill());
        let sections = side::sections(&self.work, &self.form, self.page == Page::Form).map(Message::Form);
        let changes = self.changes();
        let count = small(fl!("correct-count", count = changes.len()));
        let all =
            columns(room, middle).left(stack([self.what(), sections]), line()).right(differs(changes), count);
        let discards = self.discards.then(|| {
            dialog(fl!("correct-discard-title"), body(fl!("correct-discard")), Message::StayPressed)
                .button(primary(fl!("correct-stay")).id("correct-stay").on_press(Message::StayPressed))
                .button(danger(fl!("correct-discard-go")).id("correct-gone").on_press(Message::DiscardTaken))
        });
        with_dialog(all, discards, room)
    }

    fn what(&self) -> El<'_> {
        let decided = self.decided.then(|| toned(fl!("correct-decided"), Tone::Warning));
        let name = local(&self.work.service.name);
        panel()
            .title(fl!("correct-title"))
            .push(strong(name))
            .push(small(fl!("correct-help")))
            .push_maybe(decided)
            .push(discard())
            .into()
    }

    /// What it changes, and what has to be said before it does.
    fn check(&self, room: Space) -> El<'_> {
        let Some(effects) = &self.effects else { return body(fl!("case-loading")).into() };
        let whose = radio(
            "correct-whose",
            vec![fl!("correct-own"), fl!("correct-other")],
            self.own_mistake.map(|own| usize::from(!own)),
            Message::WhoseChosen,
        );
        let reason = long_text("correct-reason", &self.reason, Message::ReasonTyped)
            .label(fl!("correct-reason"))
            .hint(fl!("correct-reason-hint"))
            .required(true)
            .problem(at(&self.problems, "reason"));
        let go = primary(fl!("correct-go"))
            .id("correct-go")
            .keys(Shortcut::Finish.keys())
            .on_press_maybe((!self.busy).then_some(Message::FinishPressed));
        let back = button(fl!("counter-go-back"))
            .id("correct-back")
            .keys(Shortcut::Escape.keys())
            .on_press(Message::EscapePressed);
        let page = column![title(fl!("correct-check"))]
            .push(papers(effects))
            .push((!effects.person.is_empty()).then(|| small(fl!("correct-person"))))
            .push(receivers(effects))
            .push(self.fees(effects))
            .push(whose.label(fl!("correct-whose")).required(true).problem(at(&self.problems, "own_mistake")))
            .push(reason)
            .push(row![Element::from(go), Element::from(back)].spacing(space::S).align_y(Alignment::Center))
            .spacing(space::L)
            .width(Fill);
        panel().push(room.scrolls(page)).height(room.fill()).into()
    }

    fn fees(&self, effects: &Effects) -> Option<El<'_>> {
        if effects.fees.is_empty() {
            return None;
        }
        let chosen = self.fees.map(|fees| usize::from(fees == Fees::Revised));
        let ways = vec![fl!("correct-fees-keep"), fl!("correct-fees-revise")];
        let lines = effects.fees.iter().map(|change| {
            let words = fl!(
                "correct-fee",
                fee = local(&change.label),
                charged = words::amount(change.charged.0),
                due = words::amount(change.due.0)
            );
            toned(words, Tone::Warning).into()
        });
        let choice = radio("correct-fees", ways, chosen, Message::FeesChosen)
            .label(fl!("correct-fees"))
            .required(true)
            .problem(at(&self.problems, "fees"));
        Some(column(lines).push(choice).spacing(space::S).width(Fill).into())
    }

    /// The keys that work now.
    pub fn keys(&self) -> Vec<KeyHint> {
        let finish = match self.page {
            Page::Form => fl!("correct-key-check"),
            Page::Check => fl!("correct-go"),
        };
        let mut keys = vec![
            KeyHint::new(Shortcut::Finish.keys(), finish),
            KeyHint::new(Shortcut::Escape.keys(), fl!("counter-go-back")),
        ];
        if self.page == Page::Form {
            keys.insert(0, KeyHint::new(Shortcut::NextField.keys(), fl!("key-next-field")));
        }
        keys
    }
}

/// What it is, where there is no room for a column.
fn line<'a>() -> El<'a> {
    row![strong(fl!("correct-title")), discard()].spacing(space::M).wrap().into()
}

fn discard<'a>() -> El<'a> {
    link(fl!("correct-discard-it")).id("correct-discard").on_press(Message::DiscardPressed).into()
}

/// What differs by now: old and new.
fn differs<'a>(changes: Vec<Change>) -> El<'a> {
    let mut card = panel().title(fl!("correct-changes"));
    if changes.is_empty() {
        card = card.push(small(fl!("correct-no-changes")));
    }
    for change in changes {
        let no = change.no.map_or_else(String::new, |no| format!("{no} "));
        let or_none = |text: String| if text.is_empty() { fl!("correct-nothing") } else { text };
        let lines = column![
            strong(format!("{no}{}", change.label)),
            small(fl!("correct-old", value = or_none(change.old))),
            body(fl!("correct-new", value = or_none(change.new))),
        ];
        card = card.push(lines.width(Fill));
    }
    card.into()
}

fn papers<'a>(effects: &Effects) -> El<'a> {
    let named = |paper: &Issued| {
        fl!("correct-paper", title = paper.title.clone(), date = words::date(paper.issued_on))
    };
    let mut list = column![section(fl!("cases-papers"))].spacing(space::XS).width(Fill);
    let changed = [&effects.reissued, &effects.kept, &effects.void].into_iter().any(|list| !list.is_empty());
    if !changed && effects.new.is_empty() {
        return list.push(small(fl!("correct-no-papers"))).into();
    }
    for paper in &effects.reissued {
        list = list.push(body(fl!("correct-reissued", paper = named(paper))));
    }
    for paper in &effects.kept {
        list = list.push(toned(fl!("correct-kept", paper = named(paper)), Tone::Warning));
    }
    for paper in &effects.void {
        list = list.push(toned(fl!("correct-void", paper = named(paper)), Tone::Warning));
    }
    for label in &effects.new {
        list = list.push(body(fl!("correct-new-paper", title = local(label))));
    }
    list.into()
}

fn receivers<'a>(effects: &Effects) -> Option<El<'a>> {
    let names: Vec<String> = effects.receivers.iter().map(local).collect();
    let list = column![section(fl!("correct-receivers")), small(names.join(" · "))];
    (!names.is_empty()).then(|| list.spacing(space::XS).width(Fill).into())
}
