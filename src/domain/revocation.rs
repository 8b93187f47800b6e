//! Taking a decision back (Rücknahme) and revoking it (Widerruf): by which paragraph, from when it may take effect, until when
//! there is time for it, and what the law says beside. §§ 48, 49 VwVfG, §§ 130, 131 AO. Knows no case.
//!
//! § 12 (1) No. 3 KAG NRW lets §§ 130, 131 AO rule municipal taxes and dues; §§ 172 ff. AO, which would stand before them, are not
//! among what it names (general knowledge).

use super::deadline::{Computed, Kind, OutOfRange, Regime, Trigger, Unit};
use super::decision::Levied;
use super::explain::{Explanation, Step};
use super::money::Cents;
use super::procedure::{Procedure, Second};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a paragraph lets an authority do.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    /// Its number, as in events, on the command line and in message ids.
    name: &'static str,
    /// The paragraph.
    law: &'static str,
    regime: Regime,
    /// Whether the decision was unlawful and is taken back; else it was lawful and is revoked.
    takes_back: bool,
    /// Whether it is for decisions that give a right or an advantage.
    favours: bool,
    /// Whether it may take effect from a day that has passed.
    past: bool,
    /// What sets the year for it; nothing where there is none.
    year: Option<&'static str>,
    /// What orders that a disadvantage is made up for.
    compensates: Option<&'static str>,
}

const fn row(
    name: &'static str,
    law: &'static str,
    (takes_back, favours, past): (bool, bool, bool),
    year: Option<&'static str>,
) -> Row {
    let regime = if name.as_bytes()[0] == b'4' { Regime::Vwvfg } else { Regime::Ao };
    Row { name, law, regime, takes_back, favours, past, year, compensates: None }
}

const fn made_up(row: Row, compensates: &'static str) -> Row {
    Row { compensates: Some(compensates), ..row }
}

const YEAR_48: Option<&str> = Some("§ 48 Abs. 4 Satz 1 VwVfG");
const YEAR_49_2: Option<&str> = Some("§ 49 Abs. 2 Satz 2 VwVfG, § 48 Abs. 4 Satz 1 VwVfG");
const YEAR_49_3: Option<&str> = Some("§ 49 Abs. 3 Satz 2 VwVfG, § 48 Abs. 4 Satz 1 VwVfG");
const YEAR_130: Option<&str> = Some("§ 130 Abs. 3 Satz 1 AO");
const YEAR_131: Option<&str> = Some("§ 131 Abs. 2 Satz 2 AO, § 130 Abs. 3 Satz 1 AO");
const TAKES_BACK: (bool, bool, bool) = (true, true, true);
const REVOKES: (bool, bool, bool) = (false, true, false);
const REVOKES_MONEY: (bool, bool, bool) = (false, true, true);

/// Read in the acts. One row a paragraph and number, in their order.
static ROWS: [Row; 20] = [
    row("48-1", "§ 48 Abs. 1 Satz 1 VwVfG", (true, false, true), None),
    row("48-2", "§ 48 Abs. 2 VwVfG", TAKES_BACK, YEAR_48),
    made_up(
        row("48-3", "§ 48 Abs. 3 VwVfG", TAKES_BACK, YEAR_48),
        "§ 48 Abs. 3 Satz 1 VwVfG, § 48 Abs. 3 Satz 5 VwVfG",
    ),
    row("49-1", "§ 49 Abs. 1 VwVfG", (false, false, false), None),
    row("49-2-1", "§ 49 Abs. 2 Satz 1 Nr. 1 VwVfG", REVOKES, YEAR_49_2),
    row("49-2-2", "§ 49 Abs. 2 Satz 1 Nr. 2 VwVfG", REVOKES, YEAR_49_2),
    made_up(
        row("49-2-3", "§ 49 Abs. 2 Satz 1 Nr. 3 VwVfG", REVOKES, YEAR_49_2),
        "§ 49 Abs. 6 VwVfG, § 48 Abs. 3 Satz 5 VwVfG",
    ),
    made_up(
        row("49-2-4", "§ 49 Abs. 2 Satz 1 Nr. 4 VwVfG", REVOKES, YEAR_49_2),
        "§ 49 Abs. 6 VwVfG, § 48 Abs. 3 Satz 5 VwVfG",
    ),
    made_up(
        row("49-2-5", "§ 49 Abs. 2 Satz 1 Nr. 5 VwVfG", REVOKES, YEAR_49_2),
        "§ 49 Abs. 6 VwVfG, § 48 Abs. 3 Satz 5 VwVfG",
    ),
    row("49-3-1", "§ 49 Abs. 3 Satz 1 Nr. 1 VwVfG", REVOKES_MONEY, YEAR_49_3),
    row("49-3-2", "§ 49 Abs. 3 Satz 1 Nr. 2 VwVfG", REVOKES_MONEY, YEAR_49_3),
    row("130-1", "§ 130 Abs. 1 AO", (true, false, true), None),
    row("130-2-1", "§ 130 Abs. 2 Nr. 1 AO", TAKES_BACK, YEAR_130),
    // Deceit, threat, bribery: the year does not hold (§ 130 (3) sentence 2 AO).
    row("130-2-2", "§ 130 Abs. 2 Nr. 2 AO", TAKES_BACK, None),
    row("130-2-3", "§ 130 Abs. 2 Nr. 3 AO", TAKES_BACK, YEAR_130),
    row("130-2-4", "§ 130 Abs. 2 Nr. 4 AO", TAKES_BACK, YEAR_130),
    row("131-1", "§ 131 Abs. 1 AO", (false, false, false), None),
    row("131-2-1", "§ 131 Abs. 2 Satz 1 Nr. 1 AO", REVOKES, YEAR_131),
    row("131-2-2", "§ 131 Abs. 2 Satz 1 Nr. 2 AO", REVOKES, YEAR_131),
    row("131-2-3", "§ 131 Abs. 2 Satz 1 Nr. 3 AO", REVOKES, YEAR_131),
];

/// The paragraph by which a decision is taken back or revoked. Written as its number: `48-3`, `49-2-1`, `130-2-4`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Clause(&'static Row);

impl TryFrom<String> for Clause {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Self::named(&name).ok_or(name)
    }
}

impl From<Clause> for String {
    fn from(clause: Clause) -> Self {
        clause.name().to_owned()
    }
}

impl Clause {
    /// Those of a law, in their order.
    pub fn of(regime: Regime) -> impl Iterator<Item = Self> {
        ROWS.iter().filter(move |row| row.regime == regime).map(Self)
    }

    /// The one with this number.
    pub fn named(name: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.name == name).map(Self)
    }

    /// The numbers of all.
    pub fn names() -> impl Iterator<Item = &'static str> {
        ROWS.iter().map(|row| row.name)
    }

    /// Its number.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The law that it stands in.
    pub fn regime(self) -> Regime {
        self.0.regime
    }

    /// Whether it takes back what was unlawful (Rücknahme); else it revokes what was lawful (Widerruf).
    pub fn takes_back(self) -> bool {
        self.0.takes_back
    }

    /// Whether it is for decisions that give a right or an advantage, which stand under protection.
    pub fn favours(self) -> bool {
        self.0.favours
    }

    /// Whether it may take effect from a day that has passed.
    pub fn reaches_back(self) -> bool {
        self.0.past
    }

    /// Whether it asks since when the facts are known.
    pub fn has_year(self) -> bool {
        self.0.year.is_some()
    }

    /// Whether § 48 (2) sentence 3 can take the trust in it away.
    pub fn asks_trust(self) -> bool {
        matches!(self.name(), "48-2" | "48-3")
    }

    /// Whether money or things that can be parted were granted, which § 49a then asks back.
    pub fn is_of_money(self) -> bool {
        matches!(self.name(), "48-2" | "49-3-1" | "49-3-2")
    }
}

/// What takes away the trust in a decision that favours (§ 48 (2) sentence 3 VwVfG).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Untrusted {
    /// No. 1: it was got by deceit, threat or bribery.
    Deceived,
    /// No. 2: by statements that were wrong or incomplete in what matters.
    Untrue,
    /// No. 3: that it was unlawful was known, or not known by gross negligence.
    Knew,
}

impl Untrusted {
    /// All of them, in the order of the act.
    pub const ALL: [Self; 3] = [Self::Deceived, Self::Untrue, Self::Knew];

    /// The name in events, on the command line and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Deceived => "deceived",
            Self::Untrue => "untrue",
            Self::Knew => "knew",
        }
    }

    /// Its number in the act.
    pub fn number(self) -> u8 {
        match self {
            Self::Deceived => 1,
            Self::Untrue => 2,
            Self::Knew => 3,
        }
    }
}

impl Procedure {
    /// The paragraph as this Land's act has it; with what takes the trust away, where something does.
    pub fn clause_law(&self, clause: Clause, untrusted: Option<Untrusted>) -> String {
        let law = self.law(clause.0.law, clause.0.law);
        match untrusted.filter(|_| clause.asks_trust()) {
            Some(why) => {
                let why = format!("§ 48 Abs. 2 Satz 3 Nr. {} VwVfG", why.number());
                format!("{law}, {}", self.law(&why, ""))
            }
            None => law,
        }
    }

    /// The last day on which it may be taken back or revoked, so on which that has to be notified: a year from the day on which
    /// the authority learned of the facts that justify it (§ 48 (4) VwVfG, § 130 (3) AO). Nothing where no period stands in law,
    /// as for what burdens, or for what was got by deceit (§ 48 (4) sentence 2).
    ///
    /// Errors: [`OutOfRange`] where a date leaves the calendar.
    pub fn revocable_until(
        &self,
        clause: Clause,
        untrusted: Option<Untrusted>,
        known_on: NaiveDate,
    ) -> Result<Option<Computed>, OutOfRange> {
        let deceived = clause.asks_trust() && untrusted == Some(Untrusted::Deceived);
        let Some(law) = clause.0.year.filter(|_| !deceived) else { return Ok(None) };
        let mut computed = self.compute(Kind::Frist, (Unit::Years, 1), Trigger::Event { on: known_on })?;
        let mut why: Explanation =
            vec![Step::new("revoke-year", &self.law(law, law)).with("known", known_on)];
        why.append(&mut computed.explanation);
        Ok(Some(Computed { explanation: why, ..computed }))
    }

    /// The paragraph by which a disadvantage is made up for on application; nothing where the law orders none, or the trust
    /// deserves no protection (§ 48 (3) sentence 2).
    pub fn compensation(&self, clause: Clause, untrusted: Option<Untrusted>) -> Option<String> {
        let law = clause.0.compensates.filter(|_| untrusted.is_none())?;
        Some(self.law(law, ""))
    }

    /// The paragraph by which what was paid or given is asked back, by a decision of its own; nothing where it stays.
    pub fn refund(&self, clause: Clause, from: Option<NaiveDate>, today: NaiveDate) -> Option<String> {
        let back = clause.is_of_money() && from.is_some_and(|from| from < today);
        back.then(|| self.law("§ 49a Abs. 1 VwVfG", ""))
    }

    /// The paragraph by which documents are asked back.
    pub fn hand_back_law(&self) -> String {
        self.law("§ 52 VwVfG", "§ 133 AO")
    }

    /// Whether a second person signs it: as a refusal where it takes something away; else where every decision is signed, or this
    /// one set as much.
    pub fn asks_second_to_revoke(&self, clause: Clause, levies: &[Levied]) -> bool {
        let sets = || levies.iter().map(|levied| levied.amount.cents).sum::<Cents>();
        match self.second {
            None => false,
            Some(Second::Always) => true,
            Some(Second::Refusal) => clause.favours(),
            Some(Second::Above(cents)) => clause.favours() || sets() > cents,
        }
    }
}

#[cfg(test)]
mod tests;
