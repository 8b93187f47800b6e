//! How the form looks: the strip of problems, the section's fields in rows, what comes next.

use super::control::own_number;
use super::list::aside;
use super::{Message, State, layout};
use crate::catalogue::{Field, FieldKind};
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use crate::ui::control::{label, link, named, panel, primary, small, strip, title, together};
use crate::ui::layout::{Space, beside};
use crate::ui::screen::counter::sentence::{local, place};
use crate::ui::screen::counter::work::Work;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Fill, FillPortion};

/// How many problems the strip names; the others are counted and follow when these are mended.
const NAMED: usize = 4;

impl State {
    /// Draws the section that is open. `saved` is when the draft was last saved, in words.
    pub fn view<'a>(&'a self, work: &'a Work, saved: Option<String>, room: Space) -> Element<'a, Message> {
        let sections = work.sections();
        let section = sections.get(self.section).copied();
        let heading = section.map_or_else(String::new, |section| local(&section.title));
        let head =
            row![container(title(heading)).width(Fill)].push(saved.map(small)).align_y(Alignment::Center);
        let help = section.and_then(|section| section.help.as_ref()).map(|help| small(local(help)));
        let fields = section.map(|section| &section.fields).into_iter().flatten();
        let asked = fields.filter(|field| work.is_visible(field, &field.path));
        let rows = layout::rows(asked).into_iter().map(|fields| self.row(work, fields, "", room));
        let next = sections.get(self.section + 1).map(|next| {
            primary(fl!("counter-next-section", section = local(&next.title)))
                .id("next-section")
                .on_press(Message::NextPressed)
        });
        let next = next.unwrap_or_else(|| {
            primary(fl!("counter-check-now"))
                .id("finish")
                .keys_told(Shortcut::Finish.keys())
                .on_press(Message::FinishPressed)
        });
        let form = column![].push(help).extend(rows).push(next).spacing(space::M).width(Fill);
        let page = column![head, self.strip(work), room.scrolls(form)].spacing(space::S).height(room.fill());
        panel().push(page).height(room.fill()).into()
    }

    /// All errors that are shown by now, each a way to its field.
    fn strip<'a>(&self, work: &Work) -> Element<'a, Message> {
        let errors = work.assessment.errors().filter(|problem| self.shows(work, problem));
        let mut items: Vec<(String, Message)> = Vec::new();
        for problem in errors {
            let place = place(work, &problem.field);
            if !items.iter().any(|(known, _)| *known == place) {
                items.push((place, Message::JumpPressed(problem.field.clone())));
            }
        }
        strip(Tone::Error, items).most(NAMED).into()
    }

    /// Fields beside each other; what is left of the row stays empty.
    pub(super) fn row<'a>(
        &'a self,
        work: &'a Work,
        fields: Vec<(&'a Field, u16)>,
        above: &str,
        room: Space,
    ) -> Element<'a, Message> {
        let used: u16 = fields.iter().map(|(_, span)| *span).sum();
        let path =
            |field: &Field| if above.is_empty() { field.id.clone() } else { format!("{above}.{}", field.id) };
        let mut cells: Vec<Element<'a, Message>> = fields
            .into_iter()
            .map(|(field, span)| {
                container(self.field(work, field, &path(field), room)).width(FillPortion(span)).into()
            })
            .collect();
        if used < layout::ROW && room.fields_beside() {
            cells.push(gap::horizontal().width(FillPortion(layout::ROW - used)).into());
        }
        beside(room, cells)
    }

    fn field<'a>(
        &'a self,
        work: &'a Work,
        field: &'a Field,
        path: &str,
        room: Space,
    ) -> Element<'a, Message> {
        match &field.kind {
            FieldKind::Group { .. } if layout::is_address(field) => self.address(work, field, path, room),
            FieldKind::Group { fields, .. } => self.group(work, field, fields, path, room),
            FieldKind::List { .. } => self.list(work, field, path, room),
            _ => self.control(work, field, path.to_owned()),
        }
    }

    fn group<'a>(
        &'a self,
        work: &'a Work,
        field: &'a Field,
        fields: &'a [Field],
        path: &str,
        room: Space,
    ) -> Element<'a, Message> {
        let mark = if work.assessment.required.contains(path) { " *" } else { "" };
        let inside = self.parts(work, fields.iter().collect(), path, room);
        let name = local(&field.label);
        let help = field.help.as_ref().map(|help| small(local(help)));
        let all = column![label(own_number(field), format!("{name}{mark}"))]
            .push(help)
            .push(inside)
            .push(self.problem(work, path))
            .spacing(space::XS)
            .width(Fill);
        named(None, Info::new(Role::Group, name), together(all))
    }

    /// An address: street, number, postcode and place in one row, telephone and e-mail in the next, the rest on demand.
    fn address<'a>(
        &'a self,
        work: &'a Work,
        field: &'a Field,
        path: &str,
        room: Space,
    ) -> Element<'a, Message> {
        let at = |part: &Field| format!("{path}.{}", part.id);
        let mark = if work.assessment.required.contains(path) { " *" } else { "" };
        let line: Vec<(&'a Field, u16)> =
            layout::address_row(field).filter(|(part, _)| work.is_visible(part, &at(part))).collect();
        // What is wrong stands below the whole row: a postcode's column is too narrow for a sentence.
        let wrong: Vec<Element<'a, Message>> =
            line.iter().filter_map(|(part, _)| Some(self.problem(work, &at(part))?.into())).collect();
        let line = line.into_iter().map(|(part, share)| {
            let problem = self.problem(work, &at(part));
            let built = self.line(work, part, at(part)).width(FillPortion(share));
            built.problem(None).wrong(problem.map(|problem| problem.text)).into()
        });
        let often = layout::often(field).collect::<Vec<_>>();
        let (first, often): (Vec<&Field>, Vec<&Field>) =
            often.into_iter().partition(|part| part.kind == FieldKind::YesNo);
        let spare: Vec<&Field> = layout::spare(field).collect();
        let used = |part: &&Field| work.intake.answers.is_set(&at(part));
        let open = self.opened.contains(path) || spare.iter().any(used);
        let more = (!open && !spare.is_empty()).then(|| {
            let names = spare
                .iter()
                .map(|part| local(&part.label))
                .map(|l| l.split(" (").next().unwrap_or_default().to_owned());
            let names = names.collect::<Vec<_>>().join(", ");
            let link = link(fl!("counter-more", what = names)).id(format!("{path}*"));
            aside(link.on_press(Message::MorePressed(path.to_owned())))
        });
        let name = local(&field.label);
        let help = field.help.as_ref().map(|help| small(local(help)));
        let all = column![label(own_number(field), format!("{name}{mark}"))]
            .push(help)
            .push((!first.is_empty()).then(|| self.parts(work, first, path, room)))
            .push(
                column![together(column![beside(room, line)].extend(wrong).spacing(space::XS).width(Fill))]
                    .push(self.problem(work, path))
                    .spacing(space::XS)
                    .width(Fill),
            )
            .push((!often.is_empty()).then(|| self.parts(work, often, path, room)))
            .push(open.then(|| self.parts(work, spare, path, room)))
            .push(more)
            .spacing(space::XS)
            .width(Fill);
        named(None, Info::new(Role::Group, name), all)
    }
}
