//! Every paper of every service as somebody gets it: from the service's own example, from as few answers as it takes, and from
//! the longest there are. Written to be looked at, and read for what no paper may say: gaps, blanks, half sentences.

use amtsstube::catalogue::{Field, FieldKind, Service, evaluate_sample};
use amtsstube::desk::workshop::Sample;
use amtsstube::domain::answers::Answers;
use amtsstube::domain::money::Cents;
use amtsstube::domain::problem::Problem;
use amtsstube::domain::town::Town as Values;
use amtsstube::domain::user::Role;
use serde_json::Value;

use super::samples::LONG_NAME;
use crate::harness::{pictures, project, text_of};
use crate::manned::Office;
use crate::town::Town;

/// The demo town with everything that a town can say of itself, its coat of arms aside.
fn town() -> Town {
    let town = Town::new(&[Role::Counter, Role::Clerk, Role::Cashier]);
    let names = std::fs::read_to_string(project().join("assets/demo/names.toml")).unwrap();
    let names: toml::Table = names.parse().unwrap();
    let said = names["town"].as_table().unwrap().iter();
    let said = said.map(|(key, value)| (key.clone(), value.as_str().unwrap().to_owned()));
    // What the Kreis says, whose papers are drawn here too.
    let kreis = [("bewohnerparkausweis.gebuehr", "30"), ("wohnberechtigungsschein.gebuehr", "20")];
    let kreis = kreis.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let said = said.chain(kreis).collect();
    town.desk.set_town(&town.admin, &said).unwrap();
    town
}

/// Whether the service takes the answers.
fn fits(service: &'static Service, answers: &Answers, of: (&Values, &Town)) -> bool {
    !evaluate_sample(service, answers, of.0, of.1.desk.today()).problems.iter().any(Problem::is_error)
}

/// Answers changed one after the other, each change kept that the service takes.
fn changed(
    service: &'static Service,
    of: (&Values, &Town),
    changes: impl IntoIterator<Item = (String, Value)>,
) -> Answers {
    let mut answers = service.example.clone();
    for (path, value) in changes {
        let mut next = answers.clone();
        next.set(&path, value);
        if fits(service, &next, of) {
            answers = next;
        }
    }
    answers
}

/// Every path that the example answers, items of a list by their place.
fn answered(fields: &[&Field], answers: &Answers, before: &str) -> Vec<(String, FieldKind)> {
    let mut found = Vec::new();
    for field in fields {
        let path = if before.is_empty() { field.id.clone() } else { format!("{before}.{}", field.id) };
        if answers.at(&path).is_none() {
            continue;
        }
        found.push((path.clone(), field.kind.clone()));
        let parts: Vec<&Field> = field.parts().iter().collect();
        let items = answers.at(&path).and_then(Value::as_array).map_or(0, Vec::len);
        match &field.kind {
            FieldKind::List { .. } => (0..items).for_each(|at| {
                found.extend(answered(&parts, answers, &format!("{path}.{at}")));
            }),
            _ => found.extend(answered(&parts, answers, &path)),
        }
    }
    found
}

/// As little as the service takes, its example, and as much as it takes.
fn variants(service: &'static Service, of: (&Values, &Town)) -> Vec<(&'static str, Answers)> {
    let fields: Vec<&Field> = service.fields().collect();
    let there = answered(&fields, &service.example, "");
    // What the town enters before it grants stands on every permit.
    let left_out = there.iter().filter(|(path, _)| service.field(path).is_none_or(|field| !field.to_grant));
    let bare = changed(service, of, left_out.map(|(path, _)| (path.clone(), Value::Null)));
    let words = "Ausführlich beschrieben, mit allem, was dazugehört: Ďuriš, Şengül, Þórr. ".repeat(5);
    let long = there.iter().filter_map(|(path, kind)| {
        let value = match kind {
            FieldKind::Name | FieldKind::Text => Value::from(LONG_NAME),
            FieldKind::LongText => Value::from(words.clone()),
            FieldKind::List { .. } => {
                let one = service.example.at(path)?.as_array()?.first()?.clone();
                Value::Array(vec![one; 9])
            }
            _ => return None,
        };
        Some((path.clone(), value))
    });
    // Lists first: their items are lengthened one by one.
    let (lists, texts): (Vec<_>, Vec<_>) = long.partition(|(_, value)| value.is_array());
    let long = changed(service, of, lists.into_iter().chain(texts));
    vec![("bare", bare), ("example", service.example.clone()), ("long", long)]
}

/// What no paper says: placeholders, blanks before a stop, brackets and quotes around nothing, greetings of nobody.
pub fn blanks(text: &str) -> Vec<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let wrong =
        ["{", "}", " ,", " .", " ;", "()", "( ", "„“", "„ ", "Frau ,", "Herr ,", "Tag ,", ": .", ", ,", ",,"];
    let around =
        |at: usize| line[..at].chars().rev().take(30).collect::<String>().chars().rev().collect::<String>();
    wrong.iter().filter_map(|wrong| line.find(wrong).map(|at| format!("{}[{wrong}]", around(at)))).collect()
}

#[test]
fn every_paper_of_every_service_short_and_long_has_no_blanks() {
    let town = town();
    let values = town.desk.town().unwrap();
    let folder = pictures().join("gallery");
    std::fs::create_dir_all(&folder).unwrap();
    let (mut wrong, mut made) = (Vec::new(), 0);
    let catalogue = town.desk.catalogue();
    let slugs: std::collections::BTreeSet<&str> =
        catalogue.services().map(|service| service.slug.as_str()).collect();
    for slug in slugs {
        let service = catalogue.current(slug, town.desk.today()).unwrap();
        for (variant, answers) in variants(service, (&values, &town)) {
            let assessment = evaluate_sample(service, &answers, &values, town.desk.today());
            for due in &assessment.papers {
                let sample = Sample { service, answers: answers.clone(), kind: due.kind.clone() };
                let name = format!("{slug}-{}-{variant}", due.kind);
                let bytes = match town.desk.sample(&town.clerk, &sample) {
                    Ok(bytes) => bytes,
                    // Where nothing is owed there is no receipt.
                    Err(error) if error.problems().iter().any(|told| told.id == "paper-nothing-to-pay") => {
                        assert!(
                            assessment.charges.iter().all(|charge| charge.cents == Cents::ZERO),
                            "{name}"
                        );
                        continue;
                    }
                    Err(error) => {
                        wrong.push(format!("{name}: {:?}", error.problems()));
                        continue;
                    }
                };
                let path = folder.join(format!("{name}.pdf"));
                std::fs::write(&path, bytes).unwrap();
                made += 1;
                wrong.extend(blanks(&text_of(&path)).into_iter().map(|blank| format!("{name}: {blank}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(made > 150, "only {made} papers");
}

/// What each receiving body gets of a trade notice with long names: a form of its own, of which no line is cut.
#[test]
fn every_copy_for_a_receiving_body_has_no_blanks() {
    let office = Office::new();
    let folder = pictures().join("gallery");
    std::fs::create_dir_all(&folder).unwrap();
    let (mut wrong, mut made) = (Vec::new(), 0);
    for slug in ["gewerbe-anmeldung", "gewerbe-ummeldung", "gewerbe-abmeldung"] {
        let case = office.file(slug, true);
        let told = office.desk.sheet(&office.session, case).unwrap().assessment.receivers;
        for body in told {
            let bytes = office.desk.preview_for(&office.session, case, &body.id).unwrap();
            let path = folder.join(format!("{slug}-body-{}.pdf", body.id));
            std::fs::write(&path, bytes).unwrap();
            made += 1;
            wrong.extend(blanks(&text_of(&path)).into_iter().map(|blank| format!("{}: {blank}", body.id)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(made > 6, "only {made} copies");
}
