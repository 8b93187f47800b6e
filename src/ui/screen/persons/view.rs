//! Draws the persons' screen. Changes nothing.

use super::{Form, Message, State};
use crate::desk::look::PersonRow;
use crate::domain::person::{display_name, fields};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, KeyHint, Row, badge, body, button, check, choice, link, pairs, panel, past_date_field,
    primary, radio, section, small, strong, table, text_field, title, toned, with_dialog,
};
use crate::ui::layout::{Space, beside, columns, stack};
use crate::ui::screen::beside::{at, elsewhere};
use crate::ui::screen::cases::standing;
use crate::ui::screen::counter::work::written_date;
use crate::ui::screen::decided;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, container, row};
use iced::{Alignment, Fill, FillPortion};

const GENDERS: [&str; 4] = ["maennlich", "weiblich", "divers", "ohne_angabe"];

pub(super) fn birth(row: &PersonRow) -> String {
    written_date(&row.birth).unwrap_or_else(|| row.birth.clone())
}

pub(super) fn address(row: &PersonRow) -> String {
    let parts = [format!("{} {}", row.street, row.house), format!("{} {}", row.postcode, row.place)];
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

impl State {
    /// Draws the screen.
    pub fn view(&self, space_of: Space) -> Element<'_, Message> {
        let middle = match (&self.together, &self.form) {
            (Some(together), _) => together.view(space_of),
            (None, Some(form)) => self.form(form, space_of),
            (None, None) => self.list(space_of),
        };
        let strip = self.cases.as_ref().map(|(_, cases)| fl!("persons-cases-count", count = cases.len()));
        let page: Element<'_, Message> = columns(space_of, middle)
            .right(self.beside(), body(strip.unwrap_or_default()))
            .right_width(318.0)
            .into();
        with_dialog(page, self.discloses(space_of), space_of)
    }

    fn list(&self, space_of: Space) -> Element<'_, Message> {
        let titles = vec![
            Column::new(fl!("persons-name"), FillPortion(3)),
            Column::new(fl!("persons-birth"), 110),
            Column::new(fl!("persons-address"), FillPortion(4)),
            Column::new(fl!("persons-why"), 150),
        ];
        let cells = |at: usize| {
            let Some(hit) = self.hits.get(at) else { return Row::default() };
            let place = if hit.row.blocked {
                Cell::toned(fl!("persons-blocked"), Tone::Error)
            } else {
                Cell::new(address(&hit.row))
            };
            let why = words::text(&format!("persons-why-{}", hit.why.name().replace('_', "-")));
            Row::new([
                Cell::new(&hit.row.name),
                Cell::new(birth(&hit.row)),
                place,
                Cell::toned(why, Tone::Muted),
            ])
        };
        let mut rows = table("persons", fl!("persons-title"), titles, self.hits.len(), cells)
            .select(self.selected, Message::RowChosen)
            .on_open(Message::RowOpened)
            .fit(space_of, space_of.middle(0.0, 318.0));
        if self.text.trim().is_empty() {
            rows = rows.empty(fl!("persons-type"));
        }
        let text = text_field("persons-text", &self.text, Message::Typed)
            .label(fl!("persons-search"))
            .hint(fl!("persons-search-hint"));
        let new = button(fl!("persons-new"))
            .id("persons-new")
            .keys(Shortcut::Note.keys())
            .on_press(Message::NewPressed);
        let head = row![container(title(fl!("persons-title"))).width(Fill), new].align_y(Alignment::Center);
        let mut top = column![head, text].spacing(space::S);
        for problem in elsewhere(&self.problems, &[]) {
            top = top.push(problem);
        }
        let page = column![container(top).padding(space::L), Element::from(rows)].height(space_of.fill());
        panel().padding(0.0).height(space_of.fill()).push(page).into()
    }

    fn text<'a>(&self, form: &'a Form, field: &'static str, label: String) -> Element<'a, Message> {
        text_field(field, form.get(field), move |text| Message::FieldTyped(field, text))
            .label(label)
            .problem(at(&self.problems, field))
            .into()
    }

    fn form<'a>(&'a self, form: &'a Form, space_of: Space) -> Element<'a, Message> {
        let natural = form.get(fields::KIND) != "business";
        let heading = match form.id {
            Some(_) => display_name(form.get(fields::FAMILY), form.get(fields::GIVEN)),
            None => fl!("persons-new-title"),
        };
        let kinds = vec![fl!("persons-natural"), fl!("persons-business")];
        let kind = radio(fields::KIND, kinds, Some(usize::from(!natural)), |at| {
            Message::FieldTyped(fields::KIND, if at == 0 { "natural" } else { "business" }.to_owned())
        });
        let blocked = form.get(fields::BLOCKED) == "yes";
        let mut page = panel().spacing(space::M).push(title(heading));
        for problem in elsewhere(&self.problems, fields::ALL) {
            page = page.push(problem);
        }
        for field in &form.conflicts {
            let label = words::text(&format!("persons-field-{}", field.replace('_', "-")));
            page = page.push(toned(fl!("persons-conflict", field = label), Tone::Error));
        }
        if blocked {
            page = page.push(badge(fl!("persons-blocked"), Tone::Error));
        }
        page = page.push(kind.label(fl!("persons-kind")));
        let text = |field, label| self.text(form, field, label);
        if natural {
            page = page
                .push(beside(
                    space_of,
                    [
                        text(fields::FAMILY, fl!("persons-field-family")),
                        text(fields::GIVEN, fl!("persons-field-given")),
                    ],
                ))
                .push(beside(
                    space_of,
                    [
                        text(fields::BIRTH_NAME, fl!("persons-field-birth-name")),
                        text(fields::TITLE, fl!("persons-field-title")),
                    ],
                ))
                .push(self.birth(form, space_of))
                .push(text(fields::NATIONALITIES, fl!("persons-field-nationalities")));
        } else {
            page = page
                .push(text(fields::FAMILY, fl!("persons-field-company")))
                .push(text(fields::REGISTER, fl!("persons-field-register")));
        }
        let save = primary(fl!("persons-save"))
            .id("persons-save")
            .keys(Shortcut::Finish.keys())
            .on_press_maybe((!form.busy).then_some(Message::SavePressed));
        let back = button(fl!("persons-back")).id("persons-back").on_press(Message::BackPressed);
        let mut last = row![save, back].spacing(space::S);
        if form.id.is_some() {
            let together =
                button(fl!("persons-together")).id("persons-together").keys(Shortcut::TakeOver.keys());
            last = last
                .push(together.on_press(Message::TogetherPressed(None)))
                .push(super::disclose::discloses());
        }
        let mut page = self.reach(page, form, space_of);
        if form.id.is_some() && blocked {
            page = page.push(self.confirms_disclosure());
        }
        let page = page.push(last.wrap());
        space_of.scrolls(container(page).max_width(760.0))
    }

    fn birth<'a>(&self, form: &'a Form, space_of: Space) -> Element<'a, Message> {
        let day = past_date_field(fields::BIRTH_DATE, form.get(fields::BIRTH_DATE), self.today, |text| {
            Message::FieldTyped(fields::BIRTH_DATE, text)
        });
        let day = day.label(fl!("persons-field-birth-date")).problem(at(&self.problems, fields::BIRTH_DATE));
        let genders =
            GENDERS.map(|gender| words::text(&format!("persons-gender-{}", gender.replace('_', "-"))));
        let gender = GENDERS.iter().position(|gender| *gender == form.get(fields::GENDER));
        let gender = choice(fields::GENDER, genders, gender, |at| {
            Message::FieldTyped(fields::GENDER, GENDERS.get(at).copied().unwrap_or_default().to_owned())
        });
        beside(
            space_of,
            [
                day.into(),
                self.text(form, fields::BIRTH_PLACE, fl!("persons-field-birth-place")),
                self.text(form, fields::BIRTH_COUNTRY, fl!("persons-field-birth-country")),
                gender.label(fl!("persons-field-gender")).into(),
            ],
        )
    }

    /// Where somebody can be reached.
    fn reach<'a>(
        &self,
        page: crate::ui::control::Panel<'a, Message>,
        form: &'a Form,
        space_of: Space,
    ) -> crate::ui::control::Panel<'a, Message> {
        let text = |field, label| self.text(form, field, label);
        let tick = |field: &'static str, words: String| {
            check(field, words, form.get(field) == "yes", move |on| {
                Message::FieldTyped(field, if on { "yes" } else { "" }.to_owned())
            })
        };
        page.push(beside(
            space_of,
            [
                text(fields::STREET, fl!("persons-field-street")),
                text(fields::HOUSE, fl!("persons-field-house")),
            ],
        ))
        .push(beside(
            space_of,
            [
                text(fields::POSTCODE, fl!("persons-field-postcode")),
                text(fields::PLACE, fl!("persons-field-place")),
            ],
        ))
        .push(tick(fields::NO_FIXED_ADDRESS, fl!("persons-field-no-fixed-address")))
        .push(beside(
            space_of,
            [
                text(fields::PHONE, fl!("persons-field-phone")),
                text(fields::EMAIL, fl!("persons-field-email")),
            ],
        ))
        .push(tick(fields::BLOCKED, fl!("persons-field-blocked")))
        .push(tick(fields::LARGE_PRINT, fl!("persons-field-large-print")))
    }

    fn beside(&self) -> Element<'_, Message> {
        let mut cards = Vec::new();
        if let Some(form) = self.form.as_ref().filter(|form| !form.alike.is_empty()) {
            let mut card = panel().push(toned(fl!("persons-alike", count = form.alike.len()), Tone::Warning));
            for row in form.alike.iter().take(6) {
                let words = [row.name.clone(), birth(row)].join(" · ");
                card = card.push(link(words).on_press(Message::PersonPressed(row.id)));
                if form.id.is_some() && self.together.is_none() {
                    let compare = button(fl!("persons-compare"))
                        .says(fl!("persons-compare-with", name = row.name.clone()));
                    card = card.push(compare.on_press(Message::TogetherPressed(Some(row.id))));
                }
            }
            cards.push(card.into());
        }
        cards.extend(self.made_of());
        let shown = self.form.as_ref().map_or_else(|| self.chosen().map(|hit| hit.row.id), |form| form.id);
        let decided = self.decided.as_ref().filter(|(id, _)| self.form.is_some() && Some(*id) == shown);
        cards.extend(decided.and_then(|(_, all)| decided::card(all, "persons-field")));
        if let (None, Some(hit)) = (&self.form, self.chosen()) {
            let mut facts = vec![(fl!("persons-birth"), birth(&hit.row))];
            if !hit.row.blocked {
                facts.push((fl!("persons-address"), address(&hit.row)));
            }
            facts.retain(|(_, value)| !value.is_empty());
            let blocked = hit.row.blocked.then(|| badge(fl!("persons-blocked"), Tone::Error));
            let open = self.selected.map(Message::RowOpened);
            let open = primary(fl!("persons-open")).id("persons-open").on_press_maybe(open);
            cards.push(
                panel()
                    .push(title(hit.row.name.clone()))
                    .push_maybe(blocked)
                    .push(pairs(facts))
                    .push(open)
                    .into(),
            );
        }
        if let Some((_, cases)) = self.cases.as_ref().filter(|(id, _)| Some(*id) == shown) {
            let mut card = panel().push(section(fl!("persons-cases-count", count = cases.len())));
            for (at, case) in cases.iter().enumerate() {
                let open =
                    link(case.number.clone()).says(fl!("persons-open-case", number = case.number.clone()));
                let stand = standing(case);
                let first =
                    row![Element::from(open.on_press(Message::CaseOpened(at))), toned(stand.0, stand.1)];
                let when = words::date(case.received_on);
                card = card.push(column![
                    first.spacing(space::S).align_y(Alignment::Center),
                    small(format!("{} · {when}", case.service_name))
                ]);
            }
            cards.push(card.into());
        }
        if cards.is_empty() {
            cards.push(panel().push(strong(fl!("persons-none"))).into());
        }
        stack(cards)
    }

    /// The records that the person in hand is made of, each to be taken out.
    fn made_of(&self) -> Option<Element<'_, Message>> {
        let form = self.form.as_ref().filter(|_| self.together.is_none())?;
        let (_, records) = self.records.as_ref().filter(|(id, all)| Some(*id) == form.id && all.len() > 1)?;
        let mut card = panel().push(section(fl!("together-records", count = records.len())));
        for (at, record) in records.iter().enumerate() {
            let born = record.get(fields::BIRTH_DATE);
            let born = written_date(born).unwrap_or_else(|| born.to_owned());
            let place = if record.is_blocked() { "" } else { record.get(fields::PLACE) };
            let parts = [record.name(), born, place.to_owned()];
            let who = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            let out = button(fl!("together-take-out")).id(format!("record-out-{at}"));
            let out = out.says(fl!("together-take-out-of", name = record.name()));
            card = card.push(body(who)).push(out.on_press(Message::SplitPressed(record.id)));
        }
        Some(card.into())
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        if self.asks() {
            let finish = KeyHint::new(Shortcut::Finish.keys(), fl!("persons-disclose"));
            return vec![finish, KeyHint::new(Shortcut::Escape.keys(), fl!("cancel"))];
        }
        if let Some(together) = &self.together {
            return together.keys();
        }
        if self.form.is_some() {
            let together = KeyHint::new(Shortcut::TakeOver.keys(), fl!("together-go"));
            let disclose = KeyHint::new(Shortcut::Disclose.keys(), fl!("persons-disclose"));
            let together = [together, disclose].into_iter().filter(|_| self.may_lay_beside());
            return [KeyHint::new(Shortcut::Finish.keys(), fl!("persons-save"))]
                .into_iter()
                .chain(together)
                .chain([KeyHint::new(Shortcut::Escape.keys(), fl!("persons-back"))])
                .collect();
        }
        vec![
            KeyHint::new(fl!("key-up-down"), fl!("key-choose")),
            KeyHint::new(fl!("key-enter"), fl!("key-open")),
            KeyHint::new(Shortcut::Note.keys(), fl!("persons-new")),
        ]
    }
}
