//! Every control in one window, for eyes: `cargo run --example gallery -- light|dark|contrast [zoom]`. Holds no data
//! but its own.
#![allow(clippy::too_many_lines, missing_docs, reason = "a page to look at, read by nobody but its viewer")]

use amtsstube::desk::clock::Clock;
use amtsstube::desk::open::{Given, Place};
use amtsstube::ui::app::Opens;
use amtsstube::ui::control::{
    Cell, Column, Happening, KeyHint, Problem, Row, Suggestion, badge, body, button, check, choice, danger,
    date_field, dialog, link, long_text, money_field, number_field, pairs, panel, primary, progress, radio,
    small, state, strip, strong, table, tabs, text_field, timeline, title, with_dialog,
};
use amtsstube::ui::keys::{Heard, hear};
use amtsstube::ui::layout::{Space, beside, columns, stack};
use amtsstube::ui::screen::begin::Fresh;
use amtsstube::ui::shell::frame;
use amtsstube::ui::shortcut::{Area, Shortcut};
use amtsstube::ui::theme::{Theme, Tone};
use amtsstube::ui::{Element, app, focus};
use iced::widget::row;
use iced::{Fill, FillPortion, Size, Subscription, Task};

#[derive(Debug, Clone)]
enum Message {
    Typed(&'static str, String),
    Chosen(&'static str, usize),
    Ticked(bool),
    Selected(usize),
    Dialog(bool),
    Go(Area),
    Nothing,
    Heard(Heard),
}

#[derive(Debug, Default)]
struct Gallery {
    values: std::collections::BTreeMap<&'static str, String>,
    chosen: std::collections::BTreeMap<&'static str, usize>,
    ticked: bool,
    selected: Option<usize>,
    dialog: bool,
    list: bool,
    theme: Theme,
    zoom: f32,
    size: Size,
}

impl Gallery {
    fn new() -> (Self, Task<Message>) {
        let mut args = std::env::args().skip(1);
        let theme = match args.next().as_deref() {
            Some("dark") => Theme::Dark,
            Some("contrast") => Theme::HighContrast,
            _ => Theme::Light,
        };
        let zoom = args.next().and_then(|zoom| zoom.parse().ok()).unwrap_or(1.0);
        let mut gallery =
            Self { theme, zoom, selected: Some(0), list: args.next().is_some(), ..Self::default() };
        for (id, value) in [
            ("street", "Hofstraße"),
            ("no", "23"),
            ("plz", "4871"),
            ("place", "Gescher"),
            ("date", "01.12.2026"),
            ("money", "26,00"),
            ("count", "1"),
        ] {
            let _ = gallery.values.insert(id, value.to_owned());
        }
        (gallery, Task::none())
    }

    fn value(&self, id: &str) -> String {
        self.values.get(id).cloned().unwrap_or_default()
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Typed(id, value) => {
                let _ = self.values.insert(id, value);
            }
            Message::Chosen(id, index) => {
                let _ = self.chosen.insert(id, index);
            }
            Message::Ticked(on) => self.ticked = on,
            Message::Selected(index) => self.selected = Some(index),
            Message::Dialog(open) => {
                self.dialog = open;
                return if open { focus::to("dialog-yes") } else { Task::none() };
            }
            Message::Go(area) => self.list = area == Area::Cases,
            Message::Heard(Heard::Opened(size)) => {
                self.size = size;
                return focus::to("activity");
            }
            Message::Heard(Heard::Resized(size)) => self.size = size,
            Message::Heard(Heard::Shortcut(shortcut)) => {
                return match shortcut {
                    Shortcut::Next | Shortcut::NextField => focus::next(),
                    Shortcut::Previous => focus::previous(),
                    Shortcut::NextColumn => focus::next_column(),
                    Shortcut::PreviousColumn => focus::previous_column(),
                    Shortcut::Search => focus::to("search"),
                    Shortcut::Go(area) => {
                        self.list = area == Area::Cases;
                        Task::none()
                    }
                    _ => Task::none(),
                };
            }
            Message::Nothing | Message::Heard(_) => {}
        }
        Task::none()
    }

    fn field(&self, id: &'static str, label: &str) -> amtsstube::ui::control::TextField<'_, Message> {
        text_field(id, self.value(id), move |value| Message::Typed(id, value)).label(label)
    }

    fn form(&self, space: Space) -> Element<'_, Message> {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
        let plz = Problem::error("Die Postleitzahl hat fünf Ziffern. Für Hofstraße in Gescher: 48712")
            .remedy("übernehmen", Message::Typed("plz", "48712".to_owned()));
        let plz = (self.value("plz") != "48712").then_some(plz);
        let problems =
            plz.iter().map(|_| ("15 Betriebsstätte: Postleitzahl".to_owned(), Message::Nothing)).collect();
        let address = [
            self.field("street", "Straße").number("15").width(FillPortion(4)).into(),
            self.field("no", "Nr.").width(FillPortion(1)).into(),
            self.field("plz", "PLZ")
                .wrong(plz.as_ref().map(|plz| plz.text.clone()))
                .width(FillPortion(2))
                .into(),
            self.field("place", "Ort").width(FillPortion(3)).into(),
        ];
        let activities = [
            "Reparatur von sonstigen Gebrauchsgütern – Fahrräder",
            "Einzelhandel mit Fahrrädern",
            "Vermietung von Sportgeräten",
        ];
        let rows = activities
            .iter()
            .zip(["95.29", "47.64", "77.21"])
            .map(|(text, code)| Suggestion::new(*text).strong(code));
        let answers = ["ja", "nein", "nicht bekannt"].map(str::to_owned).to_vec();
        let kinds = ["Hauptniederlassung", "Zweigniederlassung", "unselbständige Zweigstelle"];
        let at = |id: &str| self.chosen.get(id).copied();
        let form = stack([
            row![
                title("Angaben zum Betrieb"),
                iced::widget::space::horizontal(),
                small("Entwurf gesichert 10:58")
            ]
            .into(),
            strip(Tone::Error, problems).into(),
            beside(
                space,
                [
                    radio("share", answers, at("share"), |i| Message::Chosen("share", i))
                        .number("13")
                        .label("Beteiligung der öffentlichen Hand")
                        .into(),
                    choice("kind", kinds, at("kind"), |i| Message::Chosen("kind", i))
                        .number("23")
                        .label("Die Anmeldung gilt für")
                        .into(),
                ],
            ),
            iced::widget::column![beside(space, address)].push(plz).spacing(4).into(),
            self.field("activity", "Angemeldete Tätigkeit")
                .number("18")
                .suggestions(rows.collect(), move |i| Message::Typed("activity", activities[i].to_owned()))
                .into(),
            beside(
                space,
                [
                    date_field("date", self.value("date"), today, |v| Message::Typed("date", v))
                        .number("20")
                        .label("Beginn")
                        .into(),
                    number_field("count", self.value("count"), |v| Message::Typed("count", v))
                        .number("22")
                        .label("Vollzeit")
                        .into(),
                    money_field("money", self.value("money"), |v| Message::Typed("money", v))
                        .label("Gegeben")
                        .into(),
                    self.field("locked", "Nur lesen").read_only(true).into(),
                ],
            ),
            long_text("note", self.value("note"), |v| Message::Typed("note", v)).label("Bemerkung").into(),
            check("seen", "Unterschrift gesehen", self.ticked, Message::Ticked).into(),
            row![
                primary("Öffnen").on_press(Message::Dialog(true)),
                button("Wiedervorlage").keys("Strg+T").on_press(Message::Nothing),
                danger("Löschen").on_press(Message::Nothing),
                button("Gesperrt"),
                link("Vergleichen").on_press(Message::Nothing)
            ]
            .spacing(8)
            .wrap()
            .into(),
            progress("Schriftstücke werden erstellt", Some(0.4), Some(Message::Nothing)),
        ]);
        panel().push(space.scrolls(form)).height(space.fill()).into()
    }

    fn list(&self, space: Space) -> Element<'_, Message> {
        let columns = vec![
            Column::new("Aktenzeichen", 130.0).sorts(),
            Column::new("Leistung", FillPortion(3)).sorts(),
            Column::new("Person", FillPortion(3)),
            Column::new("Stand", FillPortion(2)),
            Column::new("Frist", 90.0).sorts(),
            Column::new("Gebühr", 90.0).right(),
        ];
        let rows = |index: usize| {
            let tones = [Tone::Plain, Tone::Warning, Tone::Good, Tone::Error];
            let states = ["Eingegangen", "Unterlagen fehlen", "Bezahlt", "Zwei Fassungen"];
            Row(vec![
                Cell::new(format!("32.10-26-{index:04}")),
                Cell::new("Gewerbe-Anmeldung"),
                Cell::new("Çelik-Żółć, D\u{302}ámján"),
                Cell::toned(states[index % 4], tones[index % 4]),
                Cell::new("Fr 27.11."),
                Cell::new("26,00 €"),
            ])
        };
        let list = table("list", "Vorgänge", columns, 100_000, rows)
            .select(self.selected, Message::Selected)
            .sort(Some((4, true)), |_| Message::Nothing)
            .fit(space, space.middle(246.0, 286.0));
        let filters = ["Meine 14", "Offen 41", "Diese Woche 6"].map(str::to_owned).to_vec();
        let chosen = self.chosen.get("filter").copied().unwrap_or(0);
        let head = row![
            title("Vorgänge"),
            tabs("filter", "Filter", filters, chosen, |i| Message::Chosen("filter", i))
        ];
        panel()
            .padding(0.0)
            .push(iced::widget::container(head.spacing(12).align_y(iced::Alignment::Center)).padding(12))
            .push(list)
            .height(space.fill())
            .into()
    }

    fn view(&self) -> Element<'_, Message> {
        let space = Space::new(self.size.width.max(1.0), self.size.height.max(1.0));
        let left = stack([
            panel()
                .title("Leistung")
                .push(strong("Gewerbe-Anmeldung"))
                .push(small("GewA 1 · Fassung 2025-11-01"))
                .into(),
            panel()
                .title("Person")
                .push(strong("Çelik-Żółć, D\u{302}ámján"))
                .push(body("* 14.03.1987 · Größenstr. 12 a"))
                .push(small("erscheint selbst · Ausweis gesehen"))
                .into(),
        ]);
        let facts = pairs([
            ("Eingang".to_owned(), "Di 24.11.2026".to_owned()),
            ("Gebühr".to_owned(), "26,00 €".to_owned()),
        ]);
        let story = [
            ("11:06", "Empfangsbescheinigung gedruckt", "Terhürne, Schalter 1"),
            ("11:06", "26,00 € bar, Quittung A-26-0147", ""),
            ("11:05", "Eingegangen, unterschrieben", "1 Hinweis: Handwerkskarte fehlt"),
        ]
        .map(|(when, what, note)| Happening {
            day: String::new(),
            when: when.into(),
            what: what.into(),
            note: note.into(),
            tone: Tone::Plain,
        });
        let right = stack([
            panel()
                .title("Unterlagen")
                .push(row![body("Handwerkskarte").width(Fill), state("fehlt", Tone::Warning)])
                .push(badge("wartet auf Netz", Tone::Warning))
                .into(),
            panel().title("Vorgang").push(facts).into(),
            panel().title("Verlauf").push(timeline(story)).into(),
        ]);
        let screen: Element<'_, Message> = if self.list {
            columns(space, self.list(space)).right(right, small("Zusammenfassung")).into()
        } else {
            columns(space, self.form(space))
                .left(left, strong("Gewerbe-Anmeldung · Çelik-Żółć"))
                .right(right, small("Frist Fr 27.11. · 26,00 € · Handwerkskarte fehlt"))
                .into()
        };
        let ask = self.dialog.then(|| {
            dialog("Vorgang öffnen?", body("Der Entwurf bleibt gespeichert."), Message::Dialog(false))
                .button(primary("Öffnen").id("dialog-yes").on_press(Message::Dialog(false)))
                .button(button("Abbrechen").on_press(Message::Dialog(false)))
        });
        let search = text_field("search", self.value("search"), |v| Message::Typed("search", v))
            .placeholder("Vorgang, Person, Aktenzeichen, Text …")
            .says("Suche");
        let framed = frame(space, screen)
            .town("Stadt Gescher")
            .areas(
                vec![Area::Counter, Area::Cases, Area::Persons, Area::Settings],
                Some(if self.list { Area::Cases } else { Area::Counter }),
                Message::Go,
            )
            .search(search)
            .connection("Ohne Netz seit 10:42 · 3 Vorgänge warten", Tone::Warning)
            .user("A. Terhürne · Schalter 1", Message::Nothing)
            .keys(vec![
                KeyHint::new("Tab", "nächstes Feld"),
                KeyHint::new("Strg+Enter", "Prüfen · Unterschreiben · Bezahlen"),
                KeyHint::new("↑ ↓", "wählen"),
                KeyHint::new("F6", "nächste Spalte"),
            ]);
        with_dialog(framed, ask, space)
    }
}

/// iced multiplies the size with the zoom; the screen does not grow.
fn size() -> Size {
    let zoom: f32 = std::env::args().nth(2).and_then(|zoom| zoom.parse().ok()).unwrap_or(1.0);
    Size::new(1366.0 / zoom, 780.0 / zoom)
}

fn main() -> iced::Result {
    if std::env::args().nth(1).as_deref() == Some("window") {
        let folder = std::env::temp_dir().join("amtsstube-gallery");
        let place = Place { data: folder.join("data"), state: folder.join("state") };
        let fresh = Fresh { place, given: Given::default(), clock: Clock::System };
        return app::run(Opens::Nothing(fresh), amtsstube::ui::preferences::Preferences::default());
    }
    iced::application(Gallery::new, Gallery::update, Gallery::view)
        .settings(app::settings())
        .title("Amtsstube: Bedienteile")
        .theme(|gallery: &Gallery| gallery.theme)
        .scale_factor(|gallery: &Gallery| gallery.zoom)
        .subscription(|_| -> Subscription<Message> {
            iced::event::listen_with(|event, status, _| hear(&event, status).map(Message::Heard))
        })
        .window(iced::window::Settings { size: size(), ..Default::default() })
        .run()
}
