//! Draws packs, services, and what a pack would change. Changes nothing.

use super::{IMPORT, Message, Packs, WORKSHOP, whole};
use crate::catalogue::pack::Manifest;
use crate::desk::pack::{Change, Held, Look, Offered, Origin, Trust, spelled};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    self, Cell, Column, Dialog, Row, body, button, check, pairs, panel, primary, section, small, strong,
    table,
};
use crate::ui::layout::{Space, stack};
use crate::ui::screen::beside::{local, sentence};
use crate::ui::screen::settings::Message as Whole;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::FillPortion;
use iced::widget::row;

impl Packs {
    /// The page.
    pub(in crate::ui::screen::settings) fn view(&self, room: Space) -> Element<'_, Whole> {
        let mut cards = told(&self.problems);
        if let Some((_, look)) = &self.look {
            cards.push(self.looked_at(look));
        } else {
            let import = button(fl!("packs-import")).id(IMPORT).on_press(whole(Message::ImportPressed));
            let workshop = button(fl!("workshop-title")).id(WORKSHOP).keys(Shortcut::Attach.keys());
            let workshop = workshop.on_press(whole(Message::WorkshopPressed));
            let line = row![].push(self.may.then(|| Element::from(import))).push(Element::from(workshop));
            cards.push(line.spacing(space::S).wrap().into());
            if !self.may {
                cards.push(small(fl!("packs-administrator")).into());
            }
        }
        cards.push(self.packs(room));
        if let Some(held) = self.selected.and_then(|at| self.overview.packs.get(at)) {
            cards.push(details(held));
        }
        cards.push(self.services(room));
        stack(cards)
    }

    fn packs(&self, room: Space) -> Element<'_, Whole> {
        let titles = vec![
            Column::new(fl!("packs-pack"), FillPortion(3)),
            Column::new(fl!("packs-version"), 84),
            Column::new(fl!("packs-publisher"), FillPortion(2)),
            Column::new(fl!("packs-counts"), FillPortion(2)),
        ];
        let cells = |at: usize| {
            let Some(held) = self.overview.packs.get(at) else { return Row::default() };
            let from = origin(held.origin);
            let Some(manifest) = &held.manifest else {
                let state = if held.problems.is_empty() {
                    Cell::toned(fl!("packs-awaited"), Tone::Warning)
                } else {
                    Cell::toned(fl!("packs-refused"), Tone::Error)
                };
                let name = held.pack.to_string().chars().take(12).collect::<String>();
                return Row::new([Cell::new(name), Cell::new(""), Cell::new(from), state]);
            };
            let counts = if held.withdrawn {
                Cell::toned(fl!("packs-withdrawn"), Tone::Error)
            } else if held.problems.is_empty() {
                Cell::new(valid(manifest))
            } else {
                Cell::toned(fl!("packs-refused"), Tone::Error)
            };
            let publisher = format!("{} ({from})", manifest.publisher);
            let version = Cell::new(manifest.version.to_string());
            Row::new([Cell::new(local(&manifest.title)), version, Cell::new(publisher), counts])
        };
        let rows = table("packs", fl!("packs-packs"), titles, self.overview.packs.len(), cells)
            .select(self.selected, |at| whole(Message::PackChosen(at)))
            .empty(fl!("packs-none"))
            .whole()
            .fit(room, room.middle(0.0, 0.0) - 48.0);
        panel().title(fl!("packs-packs")).push(rows).into()
    }

    fn services(&self, room: Space) -> Element<'_, Whole> {
        let titles = vec![
            Column::new(fl!("packs-service"), FillPortion(3)),
            Column::new(fl!("packs-version"), 110),
            Column::new(fl!("packs-origin"), FillPortion(2)),
            Column::new(fl!("packs-counts"), FillPortion(2)),
        ];
        let cells = |at: usize| {
            let Some(offered) = self.overview.services.get(at) else { return Row::default() };
            let Offered { name, version, source, from, to, .. } = offered;
            let source = source.as_ref().map_or_else(|| fl!("origin-built-in"), local);
            Row::new([
                Cell::new(local(name)),
                Cell::new(version),
                Cell::new(source),
                Cell::new(days(*from, *to)),
            ])
        };
        let rows = table("services", fl!("packs-services"), titles, self.overview.services.len(), cells)
            .select(self.service, |at| whole(Message::ServiceChosen(at)))
            .on_open(|at| whole(Message::ServiceOpened(at)))
            .whole()
            .fit(room, room.middle(0.0, 0.0) - 48.0);
        panel().title(fl!("packs-services")).push(rows).into()
    }

    /// A pack that was chosen: who signed it, what it changes, and whether to take it in.
    fn looked_at<'a>(&'a self, look: &'a Look) -> Element<'a, Whole> {
        let manifest = &look.manifest;
        let mut card = panel()
            .spacing(space::M)
            .push(strong(format!(
                "{} · {} {}",
                local(&manifest.title),
                fl!("packs-version"),
                manifest.version
            )))
            .push(pairs([
                (fl!("packs-publisher"), manifest.publisher.clone()),
                (fl!("packs-key"), spelled(&look.key)),
                (fl!("packs-trust"), words::text(trust(look.trust))),
                (fl!("packs-counts"), valid(manifest)),
            ]));
        for problem in told(&look.problems) {
            card = card.push(problem);
        }
        card = card.push(section(fl!("packs-changes")));
        for change in &look.changes {
            card = card.push(strong(changes(change)));
            for one in &change.differences {
                card = card.push(body(words::said(one.id, &one.args)));
            }
        }
        if look.plan_entries > 0 {
            card = card.push(body(fl!("change-plan-entries", count = look.plan_entries)));
        }
        if look.suggestions > 0 {
            card = card.push(body(fl!("change-suggestions", count = look.suggestions)));
        }
        if look.here {
            card = card.push(small(fl!("cli-pack-here")));
        }
        card = card.push(small(fl!("packs-keep")));
        if look.trust == Trust::Unknown && look.problems.is_empty() {
            let label = fl!("packs-accept", publisher = manifest.publisher.clone());
            card = card.push(small(fl!("packs-accept-hint"))).push(check(
                "pack-accept",
                label,
                self.accept,
                |on| whole(Message::AcceptTicked(on)),
            ));
        }
        let take = primary(fl!("packs-take"))
            .id("pack-take")
            .keys(Shortcut::Finish.keys())
            .on_press_maybe(self.is_ready().then_some(whole(Message::TakePressed)));
        let leave = button(fl!("packs-leave")).id("pack-leave").on_press(whole(Message::LeavePressed));
        card.push(row![Element::from(take), Element::from(leave)].spacing(space::S).wrap()).into()
    }

    /// The dialog, where a file is being chosen.
    pub(in crate::ui::screen::settings) fn dialog(&self, room: Space) -> Option<Dialog<'_, Whole>> {
        let chooser = self.chooser.as_ref()?;
        let wrap = |message| whole(Message::Chooser(message));
        Some(chooser.dialog(fl!("packs-import"), room, wrap, whole(Message::ChooserClosed)))
    }
}

fn details(held: &Held) -> Element<'_, Whole> {
    let title =
        held.manifest.as_ref().map_or_else(|| held.pack.to_string(), |manifest| local(&manifest.title));
    let mut card = panel().spacing(space::S).push(strong(title));
    for problem in told(&held.problems) {
        card = card.push(problem);
    }
    if held.withdrawn {
        card = card.push(small(fl!("packs-withdrawn-keeps")));
    } else if !held.problems.is_empty() {
        card = card.push(small(fl!("packs-old-goes-on")));
    }
    let mut facts = vec![(fl!("packs-origin"), origin(held.origin))];
    if !held.key.is_empty() {
        facts.push((fl!("packs-key"), spelled(&held.key)));
    }
    if !held.contains.is_empty() {
        facts.push((fl!("packs-contains"), held.contains.join(", ")));
    }
    card.push(pairs(facts)).into()
}

/// Problems with file and line.
fn told(problems: &[Problem]) -> Vec<Element<'static, Whole>> {
    let line = |problem: &Problem| {
        let place = if problem.field.is_empty() { String::new() } else { format!("{}: ", problem.field) };
        control::Problem::error(format!("{place}{}", sentence(problem))).into()
    };
    problems.iter().map(line).collect()
}

fn changes(change: &Change) -> String {
    let name = local(&change.name);
    match &change.old {
        None => fl!("change-new", name = name),
        Some(old) if *old == change.new => fl!("change-same", name = name),
        Some(old) => {
            let (old, new, date) = (old.clone(), change.new.clone(), words::date(change.from));
            fl!("change-from", name = name, old = old, new = new, date = date)
        }
    }
}

fn valid(manifest: &Manifest) -> String {
    days(manifest.from, manifest.until)
}

fn days(from: chrono::NaiveDate, until: Option<chrono::NaiveDate>) -> String {
    let from = words::date(from);
    match until {
        Some(until) => fl!("packs-from-to", from = from, to = words::date(until)),
        None => fl!("packs-from", from = from),
    }
}

fn origin(origin: Origin) -> String {
    match origin {
        Origin::Kreis => fl!("origin-kreis"),
        Origin::File => fl!("origin-file"),
    }
}

fn trust(trust: Trust) -> &'static str {
    match trust {
        Trust::Kreis => "trust-kreis",
        Trust::Accepted => "trust-accepted",
        Trust::Own => "trust-own",
        Trust::Unknown => "trust-unknown",
    }
}
