//! Whether two records are one person: asked before a person is saved. Says how likely and why, as data.
//! Knows names, birth dates and addresses; finds nobody (the store's index proposes whom to compare).
//!
//! It leans towards asking: a clerk says no in a second, a duplicate lasts for years. Two things are certain
//! enough to stay silent: another birth date that is no slip (parent and child of one name), and another first
//! name at the same birth date (twins).

mod names;

use super::din91379::search_form;
use super::partial_date::PartialDate;
use super::person::{Person, fields};
use chrono::NaiveDate;
use names::{FamilyLikeness, GivenLikeness, family, given, plain, swapped};

/// What is compared of a person. Empty text is unknown.
#[derive(Debug, Clone, Copy)]
pub struct Identity<'a> {
    /// Family name.
    pub family_name: &'a str,
    /// Name at birth, where it differs.
    pub birth_name: &'a str,
    /// All given names, in their order.
    pub given_names: &'a str,
    /// Birth date, perhaps partial.
    pub birth: PartialDate,
    /// Street with house number.
    pub street: &'a str,
    /// Postcode.
    pub postcode: &'a str,
}

/// What two records of one human or one business have in common: the names and the whole birth date, of a business the name
/// and the address, all as they are compared. Nothing where too little is known.
pub fn identity(person: &Person) -> Option<String> {
    let form = |field: &str| plain(&search_form(person.get(field)));
    let (family, given) = (form(fields::FAMILY), form(fields::GIVEN));
    if family.is_empty() {
        return None;
    }
    if person.is_business() {
        let street = street(&format!("{} {}", person.get(fields::STREET), person.get(fields::HOUSE)));
        let postcode = person.get(fields::POSTCODE).trim();
        return (!street.is_empty() && !postcode.is_empty()).then(|| format!("{family}|{postcode}|{street}"));
    }
    let birth: NaiveDate = person.get(fields::BIRTH_DATE).parse().ok()?;
    Some(format!("{family}|{given}|{birth}"))
}

/// How likely both are one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// To be shown, not to be asked.
    Possible,
    /// To be asked before saving.
    Likely,
    /// Same names, same whole birth date.
    Exact,
}

/// What speaks for it; each has its sentence under [`Reason::id`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each says what its name says; the sentences are `similar-…`")]
pub enum Reason {
    SameName,
    SameFamilyName,
    FamilyNameSoundsAlike,
    FamilyNameInPart,
    BirthNameMatches,
    OtherFamilyName,
    NamesSwapped,
    SameGivenNames,
    GivenNamesInPart,
    GivenNamesSoundAlike,
    GivenNameMissing,
    SameBirthDate,
    BirthDateAgreesInPart,
    BirthDateUnknown,
    BirthDayAndMonthSwapped,
    BirthDateMistyped,
    SameAddress,
    SamePostcode,
}

impl Reason {
    /// The id of its sentence, `similar-…`.
    pub fn id(self) -> &'static str {
        match self {
            Self::SameName => "similar-same-name",
            Self::SameFamilyName => "similar-same-family-name",
            Self::FamilyNameSoundsAlike => "similar-family-name-sounds-alike",
            Self::FamilyNameInPart => "similar-family-name-in-part",
            Self::BirthNameMatches => "similar-birth-name-matches",
            Self::OtherFamilyName => "similar-other-family-name",
            Self::NamesSwapped => "similar-names-swapped",
            Self::SameGivenNames => "similar-same-given-names",
            Self::GivenNamesInPart => "similar-given-names-in-part",
            Self::GivenNamesSoundAlike => "similar-given-names-sound-alike",
            Self::GivenNameMissing => "similar-given-name-missing",
            Self::SameBirthDate => "similar-same-birth-date",
            Self::BirthDateAgreesInPart => "similar-birth-date-agrees-in-part",
            Self::BirthDateUnknown => "similar-birth-date-unknown",
            Self::BirthDayAndMonthSwapped => "similar-birth-day-and-month-swapped",
            Self::BirthDateMistyped => "similar-birth-date-mistyped",
            Self::SameAddress => "similar-same-address",
            Self::SamePostcode => "similar-same-postcode",
        }
    }
}

/// Two records that may be one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// How likely.
    pub likeness: Likeness,
    /// Why: names first, then birth date, then address.
    pub reasons: Vec<Reason>,
}

/// Compares two persons; `None` where nothing speaks for one and the same. The order does not matter.
pub fn compare(one: &Identity<'_>, two: &Identity<'_>) -> Option<Similar> {
    let (name, mut reasons) = compare_names(one, two)?;
    let birth = compare_birth(one.birth, two.birth)?;
    let address = compare_address(one, two);
    let likeness = weigh(name, birth, address)?;
    reasons.push(birth);
    reasons.extend(address);
    Some(Similar { likeness, reasons })
}

/// How well the names fit, from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NameFit {
    /// Same given names under another family name: perhaps married.
    Renamed,
    /// Two weak likenesses, or given names that may be those of twins.
    Weak,
    /// One of both the same, the other alike.
    Near,
    /// The same, or the same in each other's field.
    Swapped,
    Same,
}

fn compare_names(one: &Identity<'_>, two: &Identity<'_>) -> Option<(NameFit, Vec<Reason>)> {
    let (family, given) = (family(one, two), given(one.given_names, two.given_names));
    if swapped(one, two) {
        return Some((NameFit::Swapped, vec![Reason::NamesSwapped]));
    }
    if family == FamilyLikeness::Same && given == GivenLikeness::Same {
        return Some((NameFit::Same, vec![Reason::SameName]));
    }
    let family_reason = match family {
        FamilyLikeness::Same => Reason::SameFamilyName,
        FamilyLikeness::Sounds => Reason::FamilyNameSoundsAlike,
        FamilyLikeness::Part => Reason::FamilyNameInPart,
        FamilyLikeness::BirthName => Reason::BirthNameMatches,
        FamilyLikeness::Other => Reason::OtherFamilyName,
    };
    let given_reason = match given {
        GivenLikeness::Same => Reason::SameGivenNames,
        GivenLikeness::Part => Reason::GivenNamesInPart,
        GivenLikeness::Sounds | GivenLikeness::Slip => Reason::GivenNamesSoundAlike,
        GivenLikeness::Missing => Reason::GivenNameMissing,
        GivenLikeness::Other => return None,
    };
    let fit = match (family, given) {
        (FamilyLikeness::Other, GivenLikeness::Same) => NameFit::Renamed,
        (FamilyLikeness::Other, _) => return None,
        (_, GivenLikeness::Slip) => NameFit::Weak,
        (FamilyLikeness::Same, _) | (_, GivenLikeness::Same | GivenLikeness::Part) => NameFit::Near,
        _ => NameFit::Weak,
    };
    Some((fit, vec![family_reason, given_reason]))
}

/// What the birth dates say; `None` where they say two persons.
fn compare_birth(one: PartialDate, two: PartialDate) -> Option<Reason> {
    if one == PartialDate::UNKNOWN || two == PartialDate::UNKNOWN {
        return Some(Reason::BirthDateUnknown);
    }
    if one.agrees_with(two) {
        let whole = one.whole().is_some() && two.whole().is_some();
        return Some(if whole { Reason::SameBirthDate } else { Reason::BirthDateAgreesInPart });
    }
    let crossed = one.year() == two.year() && one.day() == two.month() && one.month() == two.day();
    if crossed && one.whole().is_some() {
        return Some(Reason::BirthDayAndMonthSwapped);
    }
    is_mistyped(one, two).then_some(Reason::BirthDateMistyped)
}

/// Whole dates that differ in one digit, or by two neighbouring digits swapped.
fn is_mistyped(one: PartialDate, two: PartialDate) -> bool {
    if one.whole().is_none() || two.whole().is_none() {
        return false;
    }
    let digits = |date: PartialDate| date.to_string().into_bytes();
    let (one, two) = (digits(one), digits(two));
    let differing: Vec<usize> = (0..one.len()).filter(|at| one.get(*at) != two.get(*at)).collect();
    match differing[..] {
        [_] => true,
        [at, next] => next == at + 1 && one.get(at) == two.get(next) && one.get(next) == two.get(at),
        _ => false,
    }
}

fn compare_address(one: &Identity<'_>, two: &Identity<'_>) -> Option<Reason> {
    let same_postcode = !one.postcode.trim().is_empty() && one.postcode.trim() == two.postcode.trim();
    let (street, other) = (street(one.street), street(two.street));
    if same_postcode && !street.is_empty() && street == other {
        return Some(Reason::SameAddress);
    }
    same_postcode.then_some(Reason::SamePostcode)
}

/// `Hofstr. 23 a` and `Hofstraße 23A` are one.
fn street(text: &str) -> String {
    let form = plain(&search_form(text));
    form.split(' ')
        .map(|word| if word.ends_with("STR") { format!("{word}ASSE") } else { word.to_owned() })
        .collect()
}

fn weigh(name: NameFit, birth: Reason, address: Option<Reason>) -> Option<Likeness> {
    use Likeness::{Exact, Likely, Possible};
    let at_home = address == Some(Reason::SameAddress);
    match (name, birth) {
        (NameFit::Same, Reason::SameBirthDate) => Some(Exact),
        (NameFit::Swapped | NameFit::Near, Reason::SameBirthDate)
        | (NameFit::Same | NameFit::Swapped, Reason::BirthDayAndMonthSwapped) => Some(Likely),
        (NameFit::Same | NameFit::Swapped, _) => Some(if at_home { Likely } else { Possible }),
        (NameFit::Near, Reason::BirthDayAndMonthSwapped) | (NameFit::Weak, Reason::SameBirthDate) => {
            Some(Possible)
        }
        (NameFit::Near, _) => at_home.then_some(Possible),
        (NameFit::Renamed, Reason::SameBirthDate) => address.map(|_| Possible),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
