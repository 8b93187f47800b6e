//! A date computed by hand, for any day: when a period ends and why. Stores nothing and computes nothing itself.

use crate::domain::deadline::{Basis, ByHand, Computed, Kind, Sets, Unit};
use crate::domain::holiday::Calendar;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::Live;
use crate::ui::control::{
    announced, choice, date_field, number_field, radio, read_date, read_number, small, small_toned, strong,
    write_date,
};
use crate::ui::layout::{Space, beside};
use crate::ui::screen::beside::at;
use crate::ui::screen::counter::explanation;
use crate::ui::theme::{Tone, space};
use crate::words;
use chrono::NaiveDate;
use iced::widget::column;

const SETS: [Sets; 3] = [Sets::Event, Sets::Posted, Sets::Beginning];
const UNITS: [Unit; 4] = [Unit::Days, Unit::Weeks, Unit::Months, Unit::Years];
const KINDS: [Kind; 4] = [Kind::Frist, Kind::Zeitraum, Kind::Termin, Kind::Rueckwaerts];
const BASES: [Basis; 3] = [Basis::Vwvfg, Basis::Ao, Basis::Bgb];

/// What is typed and chosen.
#[derive(Debug, Clone)]
pub struct Calculator {
    on: String,
    count: String,
    sets: usize,
    unit: usize,
    kind: usize,
    basis: usize,
    calendar: Calendar,
    assumed: bool,
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the field for the day.
    OnTyped(String),
    /// In the field for how many.
    CountTyped(String),
    /// What sets it going.
    SetsChosen(usize),
    /// Days, weeks, months, years.
    UnitChosen(usize),
    /// Whether its end moves.
    KindChosen(usize),
    /// By which law.
    BasisChosen(usize),
}

impl Calculator {
    /// A month from an event on the day, by administrative law.
    pub fn new(on: NaiveDate, calendar: Calendar, assumed: bool) -> Self {
        let (on, count) = (write_date(on), "1".to_owned());
        Self { on, count, sets: 0, unit: 2, kind: 0, basis: 0, calendar, assumed }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::OnTyped(text) => self.on = text,
            Message::CountTyped(text) => self.count = text,
            Message::SetsChosen(at) => self.sets = at,
            Message::UnitChosen(at) => self.unit = at,
            Message::KindChosen(at) => self.kind = at,
            Message::BasisChosen(at) => self.basis = at,
        }
    }

    /// The last day and why, or everything that keeps it from being known.
    pub fn computed(&self, today: NaiveDate) -> Result<Computed, Vec<Problem>> {
        let on = read_date(&self.on, today);
        let count = read_number(&self.count).and_then(|count| u16::try_from(count).ok());
        let (Some(day), Some(value)) = (on, count) else {
            let wrong = [
                on.is_none().then(|| Problem::error("on", "problem-date")),
                count.is_none().then(|| Problem::error("count", "calculator-count")),
            ];
            return Err(wrong.into_iter().flatten().collect());
        };
        let unit = UNITS.get(self.unit).copied().unwrap_or(Unit::Months);
        let asked = ByHand {
            sets: SETS.get(self.sets).copied().unwrap_or_default(),
            on: day,
            count: (unit, value),
            kind: KINDS.get(self.kind).copied().unwrap_or(Kind::Frist),
            basis: BASES.get(self.basis).copied().unwrap_or(Basis::Vwvfg),
            calendar: self.calendar.clone(),
        };
        asked.compute().map_err(|problem| vec![*problem])
    }

    /// Draws it.
    pub fn view(&self, room: Space, today: NaiveDate) -> Element<'_, Message> {
        let computed = self.computed(today);
        let problems = computed.as_ref().err().map_or(&[][..], Vec::as_slice);
        let said = |ids: &[&str]| ids.iter().map(|id| words::text(id)).collect::<Vec<_>>();
        let on = date_field("calculator-on", &self.on, today, Message::OnTyped)
            .label(fl!("calculator-on"))
            .problem(at(problems, "on"));
        let sets = said(&["calculator-event", "calculator-posted", "calculator-beginning"]);
        let sets = radio("calculator-sets", sets, Some(self.sets), Message::SetsChosen);
        let count = number_field("calculator-count", &self.count, Message::CountTyped)
            .label(fl!("calculator-how-many"))
            .problem(at(problems, "count"));
        let units = said(&["calculator-days", "calculator-weeks", "calculator-months", "calculator-years"]);
        let unit = choice("calculator-unit", units, Some(self.unit), Message::UnitChosen);
        let kinds =
            said(&["calculator-frist", "calculator-zeitraum", "calculator-termin", "calculator-rueckwaerts"]);
        let kind = choice("calculator-kind", kinds, Some(self.kind), Message::KindChosen);
        let bases = said(&["calculator-vwvfg", "calculator-ao", "calculator-bgb"]);
        let basis = radio("calculator-basis", bases, Some(self.basis), Message::BasisChosen);
        let mut page = column![
            Element::from(on),
            Element::from(sets.label(fl!("calculator-sets"))),
            beside(room, [count.into(), unit.label(fl!("calculator-unit")).into()]),
            Element::from(kind.label(fl!("calculator-kind"))),
            Element::from(basis.label(fl!("calculator-basis")).problem(at(problems, "basis"))),
        ]
        .spacing(space::M);
        let told: Element<'_, Message> = match &computed {
            Ok(computed) => column![
                strong(fl!("calculator-ends", day = words::date_in_full(computed.date))),
                small(explanation(&computed.explanation)),
            ]
            .spacing(space::XS)
            .into(),
            Err(_) => small(fl!("calculator-unknown")).into(),
        };
        let said = computed.as_ref().map(|computed| words::date_in_full(computed.date)).unwrap_or_default();
        page = page.push(announced(said, Live::Polite, told));
        let assumed = self.assumed.then(|| small_toned(fl!("calculator-assumed"), Tone::Warning));
        page.push(assumed).into()
    }
}
