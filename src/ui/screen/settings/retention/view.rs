//! Draws what is due for destruction, what stays and why, and the lists. Changes nothing.

use super::{Message, Retention, whole};
use crate::desk::clock::legal_day;
use crate::desk::retention::{Due, Overview, Shown};
use crate::domain::explain::Step;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, Row, body, button, check, danger, panel, primary, small, strong, table, text_field,
};
use crate::ui::layout::{Space, stack};
use crate::ui::screen::beside::elsewhere;
use crate::ui::screen::settings::Message as Whole;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::space;
use crate::words;
use iced::FillPortion;
use iced::widget::row;

impl Retention {
    /// The page.
    pub(in crate::ui::screen::settings) fn view(&self, room: Space) -> Element<'_, Whole> {
        let mut cards: Vec<Element<'_, Whole>> = elsewhere(&self.problems, &["reason"]);
        if let Some(overview) = &self.overview {
            match self.open() {
                Some(shown) => cards.push(self.waits(shown, room)),
                None => cards.push(self.due(overview, room)),
            }
            cards.extend(kept(overview));
            cards.extend(lists(overview));
        }
        stack(cards)
    }

    /// What can be destroyed today, before anybody has proposed it.
    fn due<'a>(&'a self, overview: &'a Overview, room: Space) -> Element<'a, Whole> {
        let mut card =
            panel().spacing(space::M).title(fl!("retention-due-title", count = overview.due.len()));
        if overview.due.is_empty() {
            return card.into();
        }
        let cells = |at: usize| {
            let Some(due) = overview.due.get(at) else { return Row::default() };
            let days = [due.term.closed_on, due.term.last_day].map(|day| Cell::new(words::date(day)));
            let [closed, last] = days;
            Row::new([Cell::new(due.number.clone()), closed, last, Cell::new(why(due))])
        };
        card = card.push(self.rows("retention-due", overview.due.len(), room, cells));
        if overview.more {
            card = card.push(small(fl!("retention-due-more")));
        }
        let propose = self.may_propose.then(|| {
            primary(fl!("retention-propose-button"))
                .id("retention-propose")
                .keys(Shortcut::Finish.keys())
                .on_press_maybe((!self.busy).then_some(whole(Message::ProposePressed)))
        });
        card.push_maybe(propose).into()
    }

    /// The list that waits for its second person.
    fn waits<'a>(&'a self, shown: &'a Shown, room: Space) -> Element<'a, Whole> {
        let list = &shown.list;
        let told = fl!(
            "retention-waits",
            by = shown.by.clone(),
            date = words::date(legal_day(list.at)),
            count = list.cases.len()
        );
        let cells = |at: usize| {
            let Some(listed) = list.cases.get(at) else { return Row::default() };
            let [closed, last] = [listed.closed_on, listed.last_day].map(|day| Cell::new(words::date(day)));
            let step = Step::new("retention-years", &listed.law);
            let step = step.with("plan", &listed.plan).with("years", listed.years);
            Row::new([Cell::new(listed.number.clone()), closed, last, Cell::new(explained(&step))])
        };
        let mut card = panel().spacing(space::M).title(fl!("retention-title")).push(body(told));
        card = card.push(self.rows("retention-list", list.cases.len(), room, cells));
        if self.mine_to_confirm().is_some() {
            card = card.push(check("retention-checked", fl!("retention-checked"), self.checked, |on| {
                whole(Message::CheckTicked(on))
            }));
            let ready = (!self.busy && self.checked).then_some(whole(Message::ConfirmPressed));
            let confirm = danger(fl!("retention-confirm-button")).id("retention-confirm");
            card =
                card.push(row![Element::from(confirm.keys(Shortcut::Finish.keys()).on_press_maybe(ready))]);
        } else if list.by == self.user {
            card = card.push(small(fl!("retention-own")));
        }
        if self.may_propose {
            let typed = |text| whole(Message::ReasonTyped(text));
            let problem = crate::ui::screen::beside::at(&self.problems, "reason");
            let reason = text_field("reason", &self.reason, typed).label(fl!("retention-reason-label"));
            let withdraw = button(fl!("retention-withdraw-button"))
                .id("retention-withdraw")
                .on_press_maybe((!self.busy).then_some(whole(Message::WithdrawPressed)));
            card = card.push(reason.problem(problem)).push(row![Element::from(withdraw)]);
        }
        card.into()
    }

    fn rows<'a>(
        &'a self,
        id: &'static str,
        count: usize,
        room: Space,
        cells: impl Fn(usize) -> Row + 'a,
    ) -> Element<'a, Whole> {
        let titles = vec![
            Column::new(fl!("retention-column-number"), 200),
            Column::new(fl!("retention-column-closed"), 120),
            Column::new(fl!("retention-column-until"), 120),
            Column::new(fl!("retention-column-why"), FillPortion(1)),
        ];
        table(id, fl!("retention-title"), titles, count, cells)
            .select(self.selected, |at| whole(Message::RowChosen(at)))
            .whole()
            .fit(room, room.middle(0.0, 0.0) - 48.0)
            .into()
    }
}

/// A step with its paragraph.
fn explained(step: &Step) -> String {
    let said = words::said(&step.id, &step.args);
    if step.law.is_empty() { said } else { format!("{said} ({})", step.law) }
}

/// Why the term ends when it ends: the rule, and the day from which it counts.
fn why(due: &Due) -> String {
    let steps = due.term.explanation();
    let rule = steps.iter().filter(|step| step.id != "retention-closed" && step.id != "retention-ends");
    rule.map(explained).collect::<Vec<_>>().join("; ")
}

/// What stays although its term is over, and what was written too late.
fn kept(overview: &Overview) -> Option<Element<'_, Whole>> {
    if overview.kept.is_empty() && overview.left.is_empty() && overview.orphans == 0 {
        return None;
    }
    let mut card = panel().spacing(space::S);
    if !overview.kept.is_empty() {
        card = card.push(strong(fl!("retention-kept-title")));
    }
    for problem in overview.kept.iter().flat_map(|due| &due.obstacles) {
        card = card.push(body(words::said(&problem.id, &problem.args)));
    }
    if !overview.left.is_empty() || overview.orphans > 0 {
        card = card.push(strong(fl!("retention-left-title")));
    }
    for left in &overview.left {
        let count = left.events.len();
        let told = if left.held {
            fl!("retention-left-held", number = left.number.clone())
        } else {
            fl!("retention-left-count", number = left.number.clone(), count = count)
        };
        card = card.push(body(told));
    }
    if overview.orphans > 0 {
        card = card.push(body(fl!("retention-orphans", count = overview.orphans)));
    }
    Some(card.into())
}

/// The lists that were confirmed or withdrawn.
fn lists(overview: &Overview) -> Option<Element<'_, Whole>> {
    let done: Vec<&Shown> = overview.lists.iter().filter(|shown| !shown.list.is_open()).take(20).collect();
    if done.is_empty() {
        return None;
    }
    let mut card = panel().spacing(space::S).title(fl!("retention-lists-title"));
    for shown in done {
        let list = &shown.list;
        let (by, date) = (shown.by.clone(), words::date(legal_day(list.at)));
        let line = match &list.confirmed {
            Some(confirmed) => fl!(
                "retention-list-done",
                date = date,
                by = by,
                on = words::date(confirmed.on),
                second = shown.confirmed_by.clone(),
                count = list.cases.len(),
                persons = i64::from(confirmed.persons)
            ),
            None => fl!("retention-list-taken-back", date = date, by = by),
        };
        card = card.push(body(line));
        if !shown.unsent.is_empty() {
            card = card.push(body(fl!("retention-unsent", numbers = shown.unsent.join(", "))));
        }
        if !shown.unsent.is_empty() {
            card = card.push(body(fl!("retention-unsent", numbers = shown.unsent.join(", "))));
        }
    }
    Some(card.into())
}
