//! What a form asks: sections, fields and their kinds. Knows nothing of widgets, keys or paper.

use super::condition::Condition;
use crate::domain::problem::LocalText;
use serde_json::Value;

/// A heading with its fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Unique in the service.
    pub id: String,
    /// The heading.
    pub title: LocalText,
    /// What to know before filling it.
    pub help: Option<LocalText>,
    /// When its fields count; always where there is none.
    pub visible: Option<Condition>,
    /// Its fields, in the order of the form.
    pub fields: Vec<Field>,
}

/// One question. Parts of groups and of list items are fields too.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Unique among its siblings: `plz`. Empty for the item of a list.
    pub id: String,
    /// Ids from the top, list positions left out: `betriebsstaette.plz`, `taetigkeit.text`.
    pub path: String,
    /// Number on the official form; parts have their group's.
    pub no: Option<String>,
    /// What is answered.
    pub kind: FieldKind,
    /// The visible label.
    pub label: LocalText,
    /// What to know when answering.
    pub help: Option<LocalText>,
    /// When it must be answered, provided it is visible. A part only counts once its group is required or begun.
    pub required: Required,
    /// When it counts; always where there is none.
    pub visible: Option<Condition>,
    /// What it begins with.
    pub default: Option<Default>,
    /// The field of the person it is (`family`, `street`: names of [`crate::domain::person::fields`]), so that
    /// a person who was found fills it.
    pub person: Option<String>,
    /// The town finds it out or sets it, so the receipt does not read it back as what the person said.
    pub by_town: bool,
    /// Of what the town sets: nothing is granted before it is there.
    pub to_grant: bool,
    /// Least number, amount in cents, or count of list items.
    pub min: Option<i64>,
    /// Greatest number, amount in cents, count of list items, or length of a text in characters.
    pub max: Option<i64>,
}

/// What kind of answer a field takes, and how the answer looks once normalised.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldKind {
    /// Name of a natural person, one line (DIN 91379 data type A). Text.
    Name,
    /// One line (data type B). Text.
    Text,
    /// Several lines (data type C). Text.
    LongText,
    /// A full date. Text `2026-11-24`.
    Date,
    /// A date of which day, or day and month, may be unknown. Text `1990-00-00`.
    PartialDate,
    /// A year. Number.
    Year,
    /// A whole number. Number.
    Integer,
    /// A number with a fraction. Text `12.5`.
    Decimal,
    /// An amount. Number of cents; typed text is read as euros.
    Money,
    /// Yes or no; not answered is neither. `true`, `false`.
    YesNo,
    /// The signature seen or attached, asked at the stop "sign" and not in the form. `true`, `false`.
    Signature,
    /// One of the choices. Its id.
    Choice(Vec<Choice>),
    /// Any of the choices. List of ids.
    Choices(Vec<Choice>),
    /// A postcode: five digits, unless the sibling `land` names another country. Text.
    Postcode,
    /// An e-mail address. Text.
    Email,
    /// A telephone or fax number. Text.
    Phone,
    /// An IBAN, its check digits right. Text without blanks.
    Iban,
    /// A country; typed by name, adjective or code. ISO 3166 alpha-2.
    Country,
    /// The citizenship of a country: typed and stored as that, `XA` for stateless; read out as its adjective (`deutsch`), as
    /// field 10 of the trade forms wants it.
    Nationality,
    /// A code of the classification of economic activities (WZ). Text.
    Wz,
    /// An attachment: its digest. Text.
    File,
    /// Several fields under one label.
    Group {
        /// The name of the group in `assets/services/groups.toml` (`address`, `activity`); empty if made here.
        of: String,
        /// Its parts.
        fields: Vec<Field>,
    },
    /// Any number of answers to the item's question.
    List {
        /// The question.
        item: Box<Field>,
        /// The yes-no part that exactly one of several items must have (`schwerpunkt`).
        one: Option<String>,
    },
}

/// One possible answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What is stored.
    pub id: String,
    /// What is shown.
    pub label: LocalText,
}

/// When a field must be answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Required {
    /// Never.
    Never,
    /// Always.
    Always,
    /// While the condition holds.
    When(Condition),
}

/// What a field begins with. Evaluation never puts it in by itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Default {
    /// A fixed answer, normalised.
    Value(Value),
    /// Today.
    Today,
    /// The day of receipt.
    Received,
    /// A value of the town (`postcode`).
    Town(String),
}

impl Field {
    /// The parts of a group, or of each item of a list of groups; none for a simple field.
    pub fn parts(&self) -> &[Field] {
        match &self.kind {
            FieldKind::Group { fields, .. } => fields,
            FieldKind::List { item, .. } => item.parts(),
            _ => &[],
        }
    }

    /// The choices; none for other kinds.
    pub fn options(&self) -> &[Choice] {
        match &self.kind {
            FieldKind::Choice(choices) | FieldKind::Choices(choices) => choices,
            FieldKind::List { item, .. } => item.options(),
            _ => &[],
        }
    }

    /// Whether it takes a list of items.
    pub fn is_list(&self) -> bool {
        matches!(self.kind, FieldKind::List { .. })
    }

    /// The field itself and all below it.
    pub fn all(&self) -> Vec<&Field> {
        let mut found = vec![self];
        found.extend(self.parts().iter().flat_map(Field::all));
        found
    }
}
