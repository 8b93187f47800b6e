//! Values that a service leaves to the town: how they are typed, checked and stored. Stores none.

use super::Catalogue;
use super::field::Choice;
use super::service::{Base, Service};
use crate::domain::levy::DayOfYear;
use crate::domain::money::Cents;
use crate::domain::problem::{LocalText, Problem, Refusal};
use crate::domain::town::Town;

/// A value that a service leaves to the town.
#[derive(Debug, Clone, PartialEq)]
pub struct TownValue {
    /// Its key: `hundesteuer.erster`.
    pub key: String,
    /// What it is called.
    pub label: LocalText,
    /// What to know before setting it.
    pub help: Option<LocalText>,
    /// What it is.
    pub kind: TownKind,
}

/// What a value of the town is.
#[derive(Debug, Clone, PartialEq)]
pub enum TownKind {
    /// An amount: typed in euros, stored in cents.
    Money,
    /// One of several; stored by its id.
    Choice(Vec<Choice>),
    /// Days that come each year: typed `15.02., 15.05.`, stored `02-15 05-15`.
    Days,
    /// A whole number from 0 to 9999: weeks, metres.
    Number,
    /// A line of text, 120 characters at most: an identifier, a name.
    Text,
}

impl TownValue {
    /// The key of what the town says where a receiving body is.
    pub fn body_key(body: &str) -> String {
        format!("empfaenger.{body}")
    }

    /// Where a receiving body is.
    pub(super) fn of_body(body: &str, name: &LocalText, label: &LocalText) -> Self {
        let put = |text: &str, name: &str| text.replace("{body}", name);
        let label = LocalText { de: put(&label.de, &name.de), en: put(&label.en, &name.en) };
        Self { key: Self::body_key(body), label, help: None, kind: TownKind::Text }
    }

    /// What is stored for what was typed; empty takes the value out.
    ///
    /// Errors: what is wrong with it, at its key.
    pub fn read(&self, typed: &str) -> Result<String, Refusal> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(String::new());
        }
        let wrong = |id: &str| Problem::error(&self.key, id).with("value", typed);
        match &self.kind {
            TownKind::Money => {
                let cents = Cents::parse(typed).filter(|cents| *cents >= Cents::ZERO);
                cents.map(|cents| cents.0.to_string()).ok_or_else(|| wrong("town-amount-form").into())
            }
            TownKind::Choice(choices) => {
                let is = |choice: &&Choice| {
                    choice.id == typed || choice.label.de == typed || choice.label.en == typed
                };
                let ids = choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>().join(", ");
                let chosen = choices.iter().find(is).map(|choice| choice.id.clone());
                chosen.ok_or_else(|| wrong("town-choice-form").with("choices", ids).into())
            }
            TownKind::Days => read_days(typed).ok_or_else(|| wrong("town-days-form").into()),
            TownKind::Number => {
                let number = typed.parse::<u16>().ok().filter(|number| *number <= 9999);
                number.map(|number| number.to_string()).ok_or_else(|| wrong("town-number-form").into())
            }
            TownKind::Text if typed.chars().count() > 120 => Err(wrong("town-text-long").into()),
            TownKind::Text => Ok(typed.to_owned()),
        }
    }

    /// What a stored choice is called; nothing of other values.
    pub fn named(&self, stored: &str, language: &str) -> Option<String> {
        let TownKind::Choice(choices) = &self.kind else { return None };
        let chosen = choices.iter().find(|choice| choice.id == stored)?;
        Some(chosen.label.get(language).to_owned())
    }

    /// A stored value as one types it. What cannot be understood is shown as it is, and is refused when it is saved.
    pub fn typed(&self, stored: &str) -> String {
        match &self.kind {
            TownKind::Money => match cents(stored) {
                Some(cents) => format!("{},{:02}", cents.0 / 100, cents.0 % 100),
                None => stored.to_owned(),
            },
            TownKind::Choice(_) | TownKind::Number | TownKind::Text => stored.to_owned(),
            TownKind::Days => match days(stored) {
                Some(days) => {
                    let day = |on: &DayOfYear| format!("{:02}.{:02}.", on.day, on.month);
                    days.iter().map(day).collect::<Vec<_>>().join(", ")
                }
                None => stored.to_owned(),
            },
        }
    }
}

impl Catalogue {
    /// What all services leave to the town, each key once, those of one matter together.
    pub fn town_values(&self) -> Vec<&TownValue> {
        let mut all: Vec<&TownValue> = Vec::new();
        // The newest version of a service names a value.
        for value in self.services().collect::<Vec<_>>().into_iter().rev().flat_map(asked) {
            if !all.iter().any(|known| known.key == value.key) {
                all.push(value);
            }
        }
        all.sort_by_key(|value| value.key.split('.').next());
        all
    }
}

impl Catalogue {
    /// What a service charges as long as the town has set nothing under this key; nothing where it charges nothing then.
    pub fn charged_unless_set(&self, key: &str) -> Option<Cents> {
        let services = self.services().collect::<Vec<_>>().into_iter().rev();
        let amounts = services.flat_map(|service| &service.fees).flat_map(|fee| &fee.amounts);
        let mut bases = amounts.flat_map(|amount| {
            std::iter::once(&amount.base).chain(amount.per.as_ref().map(|per| &per.price))
        });
        bases.find_map(|base| match base {
            Base::Either(known, cents) if known == key => Some(*cents),
            _ => None,
        })
    }

    /// The service that leaves this value to the town, the newest one first.
    pub fn asks_for(&self, key: &str) -> Option<&Service> {
        let asks = |service: &&Service| asked(service).any(|value| value.key == key);
        self.services().filter(asks).last()
    }
}

/// What a service leaves to the town, and where the bodies are that it tells.
fn asked(service: &Service) -> impl Iterator<Item = &TownValue> {
    let bodies = service.receiving.iter().flat_map(|to| &to.bodies);
    service.town.iter().chain(bodies.map(|body| &body.address))
}

/// An amount that the town has set; none where it has not, or where what stands there is no amount.
pub(super) fn amount_of(town: &Town, key: &str) -> Option<Cents> {
    cents(town.get(key))
}

/// Days that the town has set; none where it has not, or where what stands there are no days.
pub(super) fn days_of(town: &Town, key: &str) -> Option<Vec<DayOfYear>> {
    days(town.get(key)).filter(|days| !days.is_empty())
}

/// A number that the town has set; none where it has not, or where what stands there is no number.
pub(super) fn number_of(town: &Town, key: &str) -> Option<u16> {
    town.get(key).parse().ok()
}

fn cents(stored: &str) -> Option<Cents> {
    stored.parse::<u32>().ok().map(|cents| Cents(i64::from(cents)))
}

fn days(stored: &str) -> Option<Vec<DayOfYear>> {
    let day = |text: &str| {
        let (month, day) = text.split_once('-')?;
        DayOfYear::new(month.parse().ok()?, day.parse().ok()?)
    };
    stored.split(' ').filter(|text| !text.is_empty()).map(day).collect()
}

/// `15.2., 15.05. 15.8.` as `02-15 05-15 08-15`; none where one of them is no day, or stands there twice.
fn read_days(typed: &str) -> Option<String> {
    let day = |text: &str| {
        let (day, month) = text.trim_end_matches('.').split_once('.')?;
        DayOfYear::new(month.parse().ok()?, day.parse().ok()?)
    };
    let parts = typed.split([',', ';', ' ']).filter(|text| !text.is_empty());
    let mut days: Vec<DayOfYear> = parts.map(day).collect::<Option<_>>()?;
    let count = days.len();
    days.sort_unstable();
    days.dedup();
    let write = |on: &DayOfYear| format!("{:02}-{:02}", on.month, on.day);
    (days.len() == count).then(|| days.iter().map(write).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(kind: TownKind) -> TownValue {
        TownValue { key: "x".into(), label: LocalText::default(), help: None, kind }
    }

    #[test]
    fn an_amount_is_typed_in_euros_and_stored_in_cents() {
        let money = value(TownKind::Money);
        for (typed, stored, shown) in [
            ("48", "4800", "48,00"),
            ("48,5", "4850", "48,50"),
            ("1.026,50 €", "102650", "1026,50"),
            ("0", "0", "0,00"),
        ] {
            assert_eq!(money.read(typed).unwrap(), stored);
            assert_eq!(money.typed(stored), shown);
            assert_eq!(money.read(shown).unwrap(), stored, "what is shown can be saved again");
        }
        for typed in ["-5", "48,123", "achtundvierzig", "4 8", "48€50"] {
            assert_eq!(money.read(typed).unwrap_err().0[0].id, "town-amount-form", "{typed}");
        }
        assert_eq!(money.typed("66,00"), "66,00", "not stored by this program: shown as it is");
        assert_eq!(amount_of(&Town::of([("x", "66,00")]), "x"), None, "and not computed with");
        assert_eq!(money.read(" ").unwrap(), "");
    }

    #[test]
    fn a_number_is_whole_and_a_text_is_short() {
        let (number, text) = (value(TownKind::Number), value(TownKind::Text));
        assert_eq!((number.read(" 14 ").unwrap(), number.typed("14")), ("14".into(), "14".into()));
        for typed in ["-1", "1,5", "zwei", "10000"] {
            assert_eq!(number.read(typed).unwrap_err().0[0].id, "town-number-form", "{typed}");
        }
        assert_eq!(number_of(&Town::of([("x", "14")]), "x"), Some(14));
        assert_eq!(text.read("DE98ZZZ09999999999").unwrap(), "DE98ZZZ09999999999");
        assert_eq!(text.read(&"x".repeat(121)).unwrap_err().0[0].id, "town-text-long");
    }

    #[test]
    fn days_of_each_year_are_sorted_and_whole() {
        let days = value(TownKind::Days);
        assert_eq!(days.read("15.11., 15.2.;15.05. 15.8").unwrap(), "02-15 05-15 08-15 11-15");
        assert_eq!(days.typed("02-15 05-15"), "15.02., 15.05.");
        for typed in ["29.02.", "31.04.", "15", "15.02., 15.2.", "15.02.2026", "Juli"] {
            assert_eq!(days.read(typed).unwrap_err().0[0].id, "town-days-form", "{typed}");
        }
        assert_eq!(days_of(&Town::of([("x", "")]), "x"), None);
    }

    #[test]
    fn one_of_several_is_taken_by_id_or_label() {
        let label = LocalText { de: "Folgemonat".into(), en: "next month".into() };
        let choice = value(TownKind::Choice(vec![Choice { id: "folgemonat".into(), label }]));
        for typed in ["folgemonat", "Folgemonat", "next month"] {
            assert_eq!(choice.read(typed).unwrap(), "folgemonat");
        }
        assert_eq!(choice.read("morgen").unwrap_err().0[0].id, "town-choice-form");
    }
}
