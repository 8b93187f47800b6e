//! Draws who works here. Changes nothing.

use super::{Message, State};
use crate::domain::user::{Group, Role, User};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, Row, body, button, check, choice, link, panel, section, small, strong, table, text_field,
};
use crate::ui::layout::{Space, beside, stack};
use crate::ui::screen::beside::{at, elsewhere};
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::row;
use iced::{Alignment, FillPortion};

/// Fields of the form for somebody new that show their own problems.
const FIELDS: [&str; 3] = ["login", "name", "pin"];

/// What a role is called.
fn role_name(role: Role) -> String {
    words::text(&format!("role-{}", role.name()))
}

fn group_name(group: Group) -> String {
    words::text(&format!("group-{}", group.name()))
}

fn roles_of(user: &User) -> String {
    user.roles.keys().map(|role| role_name(*role)).collect::<Vec<_>>().join(", ")
}

impl State {
    /// The page.
    pub(super) fn working(&self, space_of: Space) -> Element<'_, Message> {
        let mut cards = elsewhere(&self.problems, &FIELDS);
        let titles = vec![
            Column::new(fl!("sign-in-login"), FillPortion(1)),
            Column::new(fl!("sign-in-name"), FillPortion(2)),
            Column::new(fl!("settings-roles"), FillPortion(3)),
        ];
        let cells = |at: usize| {
            let Some(user) = self.users.get(at) else { return Row::default() };
            let roles = match roles_of(user) {
                none if none.is_empty() => Cell::toned(fl!("settings-no-role"), Tone::Warning),
                roles => Cell::new(roles),
            };
            Row::new([Cell::new(&user.login), Cell::new(&user.name), roles])
        };
        let rows = table("users", fl!("settings-users"), titles, self.users.len(), cells)
            .select(self.selected, Message::UserChosen)
            .whole()
            .fit(space_of, space_of.middle(0.0, 0.0) - 48.0);
        cards.push(panel().title(fl!("settings-users")).push(rows).into());
        if self.may_users {
            cards.extend(self.user().map(|user| self.chosen(user)));
            cards.push(self.adding(space_of));
        } else {
            cards.push(small(fl!("settings-users-read")).into());
        }
        stack(cards)
    }

    fn chosen<'a>(&'a self, user: &'a User) -> Element<'a, Message> {
        let mut card =
            panel().spacing(space::M).push(strong(user.name.clone())).push(section(fl!("settings-roles")));
        for (role, groups) in &user.roles {
            let covered = groups.iter().map(|group| group_name(*group)).collect::<Vec<_>>().join(", ");
            let name = role_name(*role);
            let revoke = link(fl!("settings-revoke"))
                .says(format!("{}: {name}", fl!("settings-revoke")))
                .on_press(Message::RevokePressed(*role));
            let line = row![strong(name), body(covered), Element::from(revoke)];
            card = card.push(line.spacing(space::M).align_y(Alignment::Center).wrap());
        }
        let roles = Role::ALL.map(role_name);
        let role =
            choice("grant-role", roles, Some(self.role), Message::RoleChosen).label(fl!("settings-role"));
        card = card.push(section(fl!("settings-grant-title"))).push(role.width(280.0));
        if Role::ALL.get(self.role) != Some(&Role::Administrator) {
            let boxes = Group::ALL.map(|group| {
                let on = self.groups.contains(&group);
                let id = format!("group-{}", group.name());
                check(id, group_name(group), on, move |on| Message::GroupTicked(group, on)).into()
            });
            card = card.push(row(boxes).spacing(space::M).wrap());
        }
        let free = !self.busy;
        let grant =
            button(fl!("settings-grant")).id("grant").on_press_maybe(free.then_some(Message::GrantPressed));
        let pin = text_field("new-pin", &self.new_pin, Message::NewPinTyped)
            .label(fl!("settings-new-pin"))
            .secret()
            .on_enter(Message::SetPinPressed);
        let typed = free && !self.new_pin.is_empty();
        let set = button(fl!("settings-set-pin"))
            .id("set-pin")
            .on_press_maybe(typed.then_some(Message::SetPinPressed));
        card.push(grant)
            .push(section(fl!("sign-in-pin")))
            .push(row![Element::from(pin.width(280.0)), set].spacing(space::M).align_y(Alignment::End).wrap())
            .into()
    }

    fn adding(&self, space_of: Space) -> Element<'_, Message> {
        let login = text_field("login", &self.login, Message::LoginTyped).label(fl!("sign-in-login"));
        let name = text_field("name", &self.name, Message::NameTyped).label(fl!("sign-in-name"));
        let pin = text_field("pin", &self.pin, Message::PinTyped).label(fl!("settings-first-pin")).secret();
        let fields = [
            login.problem(at(&self.problems, "login")).into(),
            name.problem(at(&self.problems, "name")).into(),
            pin.problem(at(&self.problems, "pin")).into(),
        ];
        let ready = !self.busy && !self.login.trim().is_empty();
        let add =
            button(fl!("settings-add")).id("add-user").on_press_maybe(ready.then_some(Message::AddPressed));
        panel()
            .title(fl!("settings-add-title"))
            .spacing(space::M)
            .push(beside(space_of, fields))
            .push(add)
            .into()
    }
}
