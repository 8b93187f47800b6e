//! The town's own values: name, address, court, bank, tariffs. Knows no catalogue and no default.

use super::event::{Payload, Recorded};
use super::fold::{Ordered, Register, versions};
use super::id::{Digest, EventRef};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What happens to the town's values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TownEvent {
    /// A value is set; empty takes it out.
    ValueSet {
        /// Which: one of [`keys`], or a value that a service names (`hundesteuer.erster`).
        key: String,
        /// The value as text: amounts in cents, days as `2026-11-24`, the coat of arms as a digest.
        value: String,
        /// Why, where it decides between two versions; else empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// An administrator trusts a publisher of packs from now on.
    PublisherAccepted {
        /// The publisher's key: 64 hexadecimal digits.
        key: String,
        /// What the publisher calls itself.
        name: String,
    },
    /// A pack of the catalogue was taken in from a file. Its bytes are a blob of the town.
    PackInstalled {
        /// The pack.
        pack: Digest,
        /// The key that signed it.
        key: String,
        /// Its name.
        name: String,
        /// Its version.
        version: u32,
    },
    /// The head decided that a desk whose database was not its newest goes on as a new one: the first event of its chain.
    DeskContinued {
        /// Code of the new desk.
        code: String,
        /// The last event of the desk before that is in this database.
        after: EventRef,
        /// Its hash.
        hash: Digest,
        /// Whether another machine was found to work as the desk before: it has a till of its own.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        twin: bool,
        /// Why: what had happened to the database.
        reason: String,
    },
    /// The head noted what was done about a number that two machines had given out.
    NumberSettled {
        /// The number.
        number: String,
        /// What was done; empty where it stands beside the cases, and goes with them.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// The head looked at what does not count, or was written in a role that had been taken away meanwhile.
    WorkSettled {
        /// What was looked at.
        events: Vec<EventRef>,
        /// What was done about it; empty where it is about a case or a person: there it stands, and goes with it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// A sealed bundle in the mailbox was dropped unopened: nobody could open it, or nobody wanted it.
    BundleDropped {
        /// Digest of the sealed bytes.
        blob: Digest,
        /// The office on its cover (AGS).
        from: String,
        /// Why, as programs before wrote it: now only the desk knows where it was done, for a term.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}

impl TownEvent {
    /// A value as somebody typed it, between no two versions.
    pub fn set(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self::ValueSet { key: key.into(), value: value.into(), reason: String::new() }
    }

    /// The event's kind, as in the envelope.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::ValueSet { .. } => "value_set",
            Self::PublisherAccepted { .. } => "publisher_accepted",
            Self::PackInstalled { .. } => "pack_installed",
            Self::DeskContinued { .. } => "desk_continued",
            Self::NumberSettled { .. } => "number_settled",
            Self::WorkSettled { .. } => "work_settled",
            Self::BundleDropped { .. } => "bundle_dropped",
        }
    }
}

/// Keys that the program itself reads.
pub mod keys {
    /// Name of the town: `Gescher`.
    pub const NAME: &str = "name";
    /// As it signs: `Stadt Gescher`.
    pub const AUTHORITY: &str = "authority";
    /// Head of the administration as in the letterhead: `Der Bürgermeister`.
    pub const HEAD: &str = "head";
    /// Official municipality key, eight digits (AGS). Its first two name the Land.
    pub const AGS: &str = "ags";
    /// Street and house number of the town hall.
    pub const STREET: &str = "street";
    /// Postcode of the town hall.
    pub const POSTCODE: &str = "postcode";
    /// Place of the town hall.
    pub const PLACE: &str = "place";
    /// Telephone.
    pub const PHONE: &str = "phone";
    /// E-mail.
    pub const EMAIL: &str = "email";
    /// Web address.
    pub const WEB: &str = "web";
    /// Opening hours in one line.
    pub const HOURS: &str = "hours";
    /// The Kreis that the town belongs to, as it signs: `Kreis Borken`.
    pub const KREIS_NAME: &str = "kreis.name";
    /// Where the Kreis is, in one line: `Burloer Straße 93, 46325 Borken`.
    pub const KREIS_ADDRESS: &str = "kreis.address";
    /// How the Kreis is reached, in one line: telephone, e-mail.
    pub const KREIS_CONTACT: &str = "kreis.contact";
    /// Administrative court: name.
    pub const COURT_NAME: &str = "court.name";
    /// Administrative court: street and number.
    pub const COURT_STREET: &str = "court.street";
    /// Administrative court: postcode and place.
    pub const COURT_PLACE: &str = "court.place";
    /// Bank account: holder.
    pub const BANK_HOLDER: &str = "bank.holder";
    /// Bank account: IBAN.
    pub const BANK_IBAN: &str = "bank.iban";
    /// Bank account: name of the bank.
    pub const BANK_NAME: &str = "bank.name";
    /// For how many months it is kept who looked at whom or what; [`AUDIT_MONTHS_UNLESS_SET`](super::AUDIT_MONTHS_UNLESS_SET)
    /// where none is set.
    pub const AUDIT_MONTHS: &str = "audit.months";
    /// When decisions are signed by a second person, where the service does not say it: what
    /// [`Second`](crate::domain::procedure::Second) is read from.
    pub const SECOND_SIGNATURE: &str = "second.signature";
    /// Weeks that somebody has to answer, where the service names none.
    pub const ANSWER_WEEKS: &str = "answer.weeks";
    /// Weeks within which a fee is to be paid.
    pub const PAY_WEEKS: &str = "pay.weeks";
    /// Whether the town confirms that in tax law the day of notification moves from a weekend or holiday: [`YES`], or empty.
    pub const TAX_NOTIFICATION: &str = "tax.notification";
    /// Whether the town confirms what may be filed against its decisions, as its services say it: [`YES`], or empty.
    pub const REMEDY_CONFIRMED: &str = "remedy.confirmed";
    /// The law by which the town serves (Zustellung): `Art. 3, 5 VwZVG`.
    pub const DELIVERY_LAW: &str = "delivery.law";
    /// Whether what is granted by law costs what a decision would have cost: [`YES`], [`NO`], or empty where the town has not said it.
    pub const DEEMED_FEE: &str = "deemed.fee";
    /// Whether a second person counts too when a till is closed: [`YES`], or empty.
    pub const CASH_SECOND: &str = "cash.second";
    /// What a value says that is either said or not.
    pub const YES: &str = "ja";
    /// What a value says that is denied.
    pub const NO: &str = "nein";
    /// Coat of arms: digest of a stored PNG.
    pub const ARMS: &str = "arms";
    /// The town's colour in the head of its letters: `#7A1F3D`.
    pub const ACCENT: &str = "accent";
    /// All of them, in the order in which the settings show them.
    pub const ALL: &[&str] = &[
        NAME,
        AUTHORITY,
        HEAD,
        AGS,
        STREET,
        POSTCODE,
        PLACE,
        PHONE,
        EMAIL,
        WEB,
        HOURS,
        KREIS_NAME,
        KREIS_ADDRESS,
        KREIS_CONTACT,
        COURT_NAME,
        COURT_STREET,
        COURT_PLACE,
        BANK_HOLDER,
        BANK_IBAN,
        BANK_NAME,
        AUDIT_MONTHS,
        SECOND_SIGNATURE,
        ANSWER_WEEKS,
        PAY_WEEKS,
        TAX_NOTIFICATION,
        REMEDY_CONFIRMED,
        DELIVERY_LAW,
        DEEMED_FEE,
        CASH_SECOND,
        ACCENT,
        ARMS,
    ];
}

/// Months for which it is kept who looked at what, where the town has set none. To be confirmed by the town: no law names
/// a term, it is as long as the purpose lasts (Art. 5 (1) e DSGVO).
pub const AUDIT_MONTHS_UNLESS_SET: u32 = 12;

/// The longest term a town can set, in months.
pub const AUDIT_MONTHS_AT_MOST: u32 = 36;

/// The most weeks that a town can set to answer or to pay.
pub const WEEKS_AT_MOST: u16 = 26;

/// The town's values.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Town {
    values: BTreeMap<String, String>,
    /// Every coat of arms that was ever set: what is written as of an earlier day bears the one of that day.
    pub arms: BTreeSet<Digest>,
    /// Publishers of packs that are trusted: key and name.
    pub publishers: BTreeMap<String, String>,
    /// Packs that were taken in from a file, each with its name and version. None ever goes: cases began with it.
    pub packs: BTreeMap<Digest, (String, u32)>,
    /// Numbers that were given out twice, and what was done about each.
    pub settled: BTreeMap<String, String>,
    /// Events that somebody looked at, because they do not count or were written in a role that was gone.
    pub looked_at: BTreeSet<EventRef>,
    /// Keys on whose value two desks disagree, with the values and who wrote each.
    pub versions: BTreeMap<String, Vec<(String, EventRef)>>,
    /// Parents of the next event.
    pub heads: Vec<EventRef>,
}

impl Town {
    /// State from all events of the town.
    pub fn fold(events: &[Recorded<TownEvent>]) -> Self {
        let ordered = Ordered::new(events);
        let mut registers: BTreeMap<&str, Register<&str>> = BTreeMap::new();
        let (mut arms, mut publishers, mut packs) = (BTreeSet::new(), BTreeMap::new(), BTreeMap::new());
        let (mut settled, mut looked_at) = (BTreeMap::new(), BTreeSet::new());
        for (event, past) in ordered.iter() {
            match &event.payload {
                Payload::Known(TownEvent::ValueSet { key, value, .. }) => {
                    if key == keys::ARMS {
                        arms.extend(value.parse::<Digest>());
                    }
                    registers.entry(key).or_default().write(value, past);
                }
                Payload::Known(TownEvent::PublisherAccepted { key, name }) => {
                    let _ = publishers.insert(key.clone(), name.clone());
                }
                Payload::Known(TownEvent::PackInstalled { pack, name, version, .. }) => {
                    let _ = packs.insert(*pack, (name.clone(), *version));
                }
                Payload::Known(TownEvent::NumberSettled { number, reason }) => {
                    let _ = settled.insert(number.clone(), reason.clone());
                }
                Payload::Known(TownEvent::WorkSettled { events, .. }) => {
                    looked_at.extend(events.iter().copied());
                }
                _ => {}
            }
        }
        Self {
            settled,
            looked_at,
            arms,
            publishers,
            packs,
            versions: versions(&registers),
            values: registers
                .into_iter()
                .filter_map(|(key, register)| Some((key.to_owned(), (*register.get()?).to_owned())))
                .filter(|(_, value)| !value.is_empty())
                .collect(),
            heads: ordered.heads(),
        }
    }

    /// A town that has just these values: for previews and tests.
    pub fn of<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let values = values.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        Self { values, ..Self::default() }
    }

    /// A value; empty where none is set.
    pub fn get(&self, key: &str) -> &str {
        self.values.get(key).map_or("", String::as_str)
    }

    /// For how many months it is kept who looked at what.
    pub fn audit_months(&self) -> u32 {
        self.get(keys::AUDIT_MONTHS).parse().unwrap_or(AUDIT_MONTHS_UNLESS_SET).clamp(1, AUDIT_MONTHS_AT_MOST)
    }

    /// Weeks that the town has set; nothing where it has not.
    pub fn weeks(&self, key: &str) -> Option<u16> {
        self.get(key).parse().ok().filter(|weeks| (1..=WEEKS_AT_MOST).contains(weeks))
    }

    /// Whether the town has said yes.
    pub fn says_yes(&self, key: &str) -> bool {
        self.get(key) == keys::YES
    }

    /// All values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }
}
