//! To whom a letter goes, how it greets them, and for whom they act. Knows no other word of the letter.

use super::scene::Scene;
use crate::domain::answers::Answers;
use crate::domain::case::AppearsAs;
use crate::domain::person::{Person, fields};
use crate::paper::template::{Values, word};
use std::collections::BTreeMap;

/// Names on one letter at most: the address field has six lines.
const NAMED: usize = 3;

/// Puts in to whom the letter goes. A case of a legal person is for that person, whoever the answers name.
pub fn addressed(values: &mut Values, scene: &Scene) {
    let Some(applicant) = &scene.applicant else { return };
    let owner = owner(scene);
    let by_proxy = scene.case.appears_as() == Some(AppearsAs::Proxy);
    let acting: Vec<&Person> = match (&owner, scene.representatives.as_slice()) {
        // The person whom the answers name represents the business by law.
        (Some(_), []) if !applicant.is_business() => vec![applicant],
        (_, entered) => entered.iter().collect(),
    };
    let person = owner.as_ref().unwrap_or(applicant);
    match acting.as_slice() {
        [] => addressees(values, &[person]),
        acting if person.is_business() && !by_proxy => attention(values, person, acting),
        acting => represented(values, person, acting, by_proxy),
    }
    if by_proxy {
        values.set("proxy_law", scene.assessment.procedure.law("§ 14 Abs. 3 VwVfG", "§ 122 Abs. 1 AO"));
    }
    values.set("person", full_name(person));
}

/// The names of whom a letter goes to: whoever acts for the applicant, a business itself, or both parents.
pub fn addressee(scene: &Scene) -> String {
    let mut values = Values::new(scene.today);
    addressed(&mut values, scene);
    values.get("addressee").unwrap_or_default().to_owned()
}

/// The legal person that the case is for, with the address that its answers give.
pub fn owner(scene: &Scene) -> Option<Person> {
    let legal = scene.service.legal_person.as_ref().filter(|_| scene.assessment.legal_person)?;
    let name = scene.service.business_name.as_ref().map(|path| scene.answers.text(path))?;
    let applicant = scene.applicant.as_ref().filter(|_| !name.is_empty())?;
    let own = |of: &Answers, part: &str| of.text(&format!("{}.{part}", legal.address)).to_owned();
    let address = [
        (fields::STREET, own(&scene.answers, "strasse")),
        (fields::HOUSE, own(&scene.answers, "hausnummer")),
        (fields::POSTCODE, own(&scene.answers, "plz")),
        (fields::PLACE, own(&scene.answers, "ort")),
    ];
    let mut known: BTreeMap<String, String> =
        address.into_iter().map(|(field, value)| (field.to_owned(), value)).collect();
    let _ = known.insert(fields::KIND.to_owned(), "business".to_owned());
    let _ = known.insert(fields::FAMILY.to_owned(), name.to_owned());
    Some(Person { fields: known, ..applicant.clone() })
}

/// A letter to one, or to several who live together: both parents.
pub fn addressees(values: &mut Values, persons: &[&Person]) {
    let Some(first) = persons.first() else { return };
    let together = persons.iter().filter(|person| address(person) == address(first)).take(NAMED);
    let together: Vec<&Person> = together.copied().collect();
    // Whoever reads the letter decides how large it is: the proxy, or either of two parents.
    values.large = together.iter().any(|person| person.wants_large_print());
    let names = together.iter().map(|person| full_name(person));
    values.set("addressee", joined(&names.clone().collect::<Vec<_>>()));
    values.recipient = names.chain(address(first)).filter(|line| !line.is_empty()).collect();
    let mut greeting = together.iter().map(|person| salutation(person));
    let begins = greeting.next().unwrap_or_default();
    values.set("salutation", greeting.fold(begins, |said, next| format!("{said}, {}", lower_first(&next))));
}

/// `A, B und C`.
fn joined(names: &[String]) -> String {
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => word("and", &[("rest", &rest.join(", ")), ("last", last)]),
        None => String::new(),
    }
}

/// A blocked address is not told on a paper either (§ 51 BMG): the name alone, handed over at the counter.
fn address(person: &Person) -> Vec<String> {
    if person.is_blocked() {
        return Vec::new();
    }
    let line = |a, b| format!("{} {}", person.get(a), person.get(b)).trim().to_owned();
    vec![line(fields::STREET, fields::HOUSE), line(fields::POSTCODE, fields::PLACE)]
}

fn salutation(person: &Person) -> String {
    let kind = match person.get(fields::GENDER) {
        _ if person.is_business() => "salutation_business",
        "weiblich" => "salutation_f",
        "maennlich" => "salutation_m",
        _ => "salutation",
    };
    let family = if person.get(fields::FAMILY).is_empty() { fields::GIVEN } else { fields::FAMILY };
    let family = format!("{} {}", person.get(fields::TITLE), person.get(family)).trim().to_owned();
    word(kind, &[("name", &full_name(person)), ("family", &family)])
}

/// `Sehr geehrte Frau A, sehr geehrter Herr B`.
fn lower_first(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}

/// A business is written to at its own address, for the attention of those who represent it by law.
fn attention(values: &mut Values, business: &Person, acting: &[&Person]) {
    addressees(values, &[business]);
    values.large |= acting.iter().take(NAMED).any(|person| person.wants_large_print());
    let names: Vec<String> = acting.iter().take(NAMED).map(|person| full_name(person)).collect();
    let line = word("attention", &[("name", &names.join(", "))]);
    values.recipient.insert(1.min(values.recipient.len()), line);
}

/// A letter goes to whoever acts for the applicant, and says for whom: to a proxy (§ 14 (3) VwVfG, § 122 (1) AO), or to
/// those who represent them by law, of whom one is enough (§ 1629 (1) BGB).
fn represented(values: &mut Values, person: &Person, acting: &[&Person], by_proxy: bool) {
    addressees(values, acting);
    values.set("represented", full_name(person));
    values.set(if by_proxy { "by_proxy" } else { "by_law" }, word("yes", &[]));
}

/// Title, given names and family name; of a business, its name.
pub fn full_name(person: &Person) -> String {
    let parts = [fields::TITLE, fields::GIVEN, fields::FAMILY].map(|field| person.get(field));
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
