//! Lists: items below each other, one more and one less by keyboard, the one that is marked.

use super::control::own_number;
use super::{Message, State, layout};
use crate::catalogue::{Field, FieldKind};
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use crate::ui::control::{Button, Press, check, label, link, named, small, together};
use crate::ui::layout::Space;
use crate::ui::screen::counter::sentence::local;
use crate::ui::screen::counter::work::Work;
use crate::ui::theme::space;
use iced::widget::{column, container, row};
use iced::{Alignment, Fill, FillPortion};
use serde_json::Value;

/// A link beside the way: Enter goes past it to the next field, Space presses it.
pub(super) fn aside(link: Button<'_, Message>) -> Element<'_, Message> {
    Press::from(link).enter_is_free().into()
}

impl State {
    /// A list with all its items.
    pub(super) fn list<'a>(
        &'a self,
        work: &'a Work,
        field: &'a Field,
        path: &str,
        room: Space,
    ) -> Element<'a, Message> {
        let FieldKind::List { item, one } = &field.kind else { return small("").into() };
        let count = work.items(path);
        let mark = if work.assessment.required.contains(path) { " *" } else { "" };
        let name = local(&field.label);
        let items = (0..count).map(|at| {
            let body = if item.parts().is_empty() {
                self.plain_item(work, field, item, path, at)
            } else {
                self.rich_item(work, item, path, at, one.as_deref(), count, room)
            };
            let info = Info::new(Role::Group, format!("{name} {}", at + 1));
            named(None, info, body)
        });
        let may_add = field.max.is_none_or(|max| i64::try_from(count).unwrap_or(i64::MAX) < max);
        let add = may_add.then(|| {
            let link = link(fl!("counter-add"))
                .id(format!("{path}+"))
                .says(fl!("counter-add-to", list = name.clone()));
            aside(link.on_press(Message::ItemAdded(path.to_owned())))
        });
        let help = field.help.as_ref().map(|help| small(local(help)));
        // What is wrong comes while somebody stands at the link below it: there it may move nothing in its row of controls.
        let above = column![label(own_number(field), format!("{name}{mark}"))]
            .push(help)
            .extend(items)
            .push(self.problem(work, path));
        let all = column![above.spacing(space::XS).width(Fill)].push(add);
        together(all.spacing(space::XS).width(Fill))
    }

    fn plain_item<'a>(
        &'a self,
        work: &'a Work,
        list: &'a Field,
        item: &'a Field,
        path: &str,
        at: usize,
    ) -> Element<'a, Message> {
        let here = format!("{path}.{at}");
        let field = self.line(work, item, here).label("").says(format!("{} {}", local(&list.label), at + 1));
        row![field]
            .push(Self::remove(work, path, at, &local(&list.label)))
            .spacing(space::S)
            .align_y(Alignment::Center)
            .into()
    }

    /// The link that takes an item out; the last one only where it says something.
    fn remove<'a>(work: &Work, path: &str, at: usize, name: &str) -> Option<Element<'a, Message>> {
        (work.items(path) > 1).then(|| {
            let item = format!("{name} {}", at + 1);
            let link = link(fl!("counter-remove"))
                .id(format!("{path}.{at}-"))
                .says(fl!("counter-remove-this", item = item));
            aside(link.on_press(Message::ItemRemoved(path.to_owned(), at)))
        })
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "an item knows its list, its place in it and the room it has"
    )]
    fn rich_item<'a>(
        &'a self,
        work: &'a Work,
        item: &'a Field,
        path: &str,
        at: usize,
        one: Option<&'a str>,
        count: usize,
        room: Space,
    ) -> Element<'a, Message> {
        let here = format!("{path}.{at}");
        let marks = |part: &&Field| one.is_some_and(|one| part.id == one);
        let activity = item.parts().iter().any(|part| part.kind == FieldKind::Wz);
        let remove = Self::remove(work, path, at, &local(&item.label));
        let marked = item.parts().iter().find(marks).filter(|_| count > 1).map(|part| {
            let on =
                work.intake.answers.at(&format!("{here}.{}", part.id)).and_then(Value::as_bool) == Some(true);
            let (list, id) = (path.to_owned(), part.id.clone());
            check(format!("{here}.{}", part.id), local(&part.label), on, move |_| {
                Message::Marked(list.clone(), at, id.clone())
            })
        });
        let tail = row![].push(marked).push(remove).spacing(space::M).align_y(Alignment::Center);
        if activity {
            let parts = item
                .parts()
                .iter()
                .filter(|part| !marks(part) && work.is_visible(part, &format!("{here}.{}", part.id)));
            let fields = parts.map(|part| {
                let share = if part.kind == FieldKind::Wz { 2 } else { 5 };
                let line = self.line(work, part, format!("{here}.{}", part.id)).width(FillPortion(share));
                line.into()
            });
            return column![crate::ui::layout::beside(room, fields), Self::class(work, &here), tail]
                .spacing(2)
                .into();
        }
        let parts: Vec<&Field> = item.parts().iter().filter(|part| !marks(part)).collect();
        let inside = self.parts(work, parts, &here, room);
        container(column![inside, tail].spacing(space::S))
            .padding(iced::Padding::ZERO.bottom(space::M))
            .width(Fill)
            .into()
    }

    /// The title of the class that an activity belongs to, in small type.
    fn class<'a>(work: &Work, here: &str) -> Option<Element<'a, Message>> {
        let code = work.typed(&format!("{here}.wz"));
        let class = crate::catalogue::wz::by_code(&code)?;
        Some(small(format!("{} {}", class.code, class.title)).into())
    }

    /// Parts of a group in rows.
    pub(super) fn parts<'a>(
        &'a self,
        work: &'a Work,
        parts: Vec<&'a Field>,
        above: &str,
        room: Space,
    ) -> Element<'a, Message> {
        let visible = parts.into_iter().filter(|part| work.is_visible(part, &format!("{above}.{}", part.id)));
        let rows = layout::rows(visible).into_iter().map(|fields| self.row(work, fields, above, room));
        column(rows).spacing(space::S).width(Fill).into()
    }
}
