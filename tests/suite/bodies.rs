//! Trade notices to receiving bodies: each gets its fields and no other, in no byte; told once, corrected where it changed.

mod alike;
mod frozen;

use std::collections::BTreeSet;
use std::path::Path;

use amtsstube::catalogue::{Body, Catalogue, Field, FieldKind, Names, Service, country, show};
use amtsstube::domain::answers::Answers;
use amtsstube::domain::town::Town;
use amtsstube::exchange::xga::{Message, Office, write};
use amtsstube::exchange::{Standard, share};
use amtsstube::paper::form::{FormHead, Purpose, builtin, render_for};
use chrono::NaiveDate;
use lopdf::Document;
use serde_json::{Map, Value, json};

use crate::harness::{Desk, text_of};

fn services() -> Vec<&'static Service> {
    let mut found: Vec<&Service> =
        Catalogue::built_in().services().filter(|service| service.receiving.is_some()).collect();
    found.sort_by(|a, b| a.slug.cmp(&b.slug));
    found
}

fn bodies(service: &Service) -> &[Body] {
    &service.receiving.as_ref().unwrap().bodies
}

/// What would give a value away, wherever it stands.
fn traces(value: &Value) -> Vec<String> {
    match value {
        Value::Number(number) => vec![number.to_string()],
        Value::String(text) => match text.split('-').collect::<Vec<_>>()[..] {
            [y, m, d] if y.len() == 4 => vec![text.clone(), format!("{d}.{m}.{y}"), format!("{d}{m}{y}")],
            _ => match country::by_code(text) {
                Some(country) => {
                    vec![country.de.to_owned(), country.nationality.to_owned(), format!(">{text}<")]
                }
                None => vec![text.clone()],
            },
        },
        _ => Vec::new(),
    }
}

/// An answer like no other to each question that takes one.
fn answer(field: &Field, next: &mut u32, told: &mut Vec<(u8, String)>, no: Option<u8>) -> Value {
    const COUNTRIES: [&str; 8] = ["KI", "TV", "VU", "WS", "TO", "FJ", "PW", "NR"];
    *next += 1;
    let no = field.no.as_ref().and_then(|no| no.parse().ok()).or(no);
    let value = match &field.kind {
        FieldKind::Group { fields, .. } => {
            let parts: Map<String, Value> =
                fields.iter().map(|part| (part.id.clone(), answer(part, next, told, no))).collect();
            return Value::Object(parts);
        }
        FieldKind::List { item, .. } => return json!([answer(item, next, told, no)]),
        FieldKind::YesNo => return json!(true),
        FieldKind::Choice(choices) => return json!(choices[0].id),
        FieldKind::Choices(choices) => return json!([choices[0].id]),
        FieldKind::Signature | FieldKind::File => return Value::Null,
        FieldKind::Date | FieldKind::PartialDate => json!(format!("20{:02}-11-13", 30 + *next % 60)),
        FieldKind::Integer | FieldKind::Year => json!(70_001 + *next),
        FieldKind::Country | FieldKind::Nationality => json!(COUNTRIES[*next as usize % COUNTRIES.len()]),
        _ => json!(format!("Qx{next}z")),
    };
    // Further persons have the numbers of the person on the form; there the paths say it.
    told.extend(traces(&value).into_iter().map(|trace| (no.unwrap_or(0), trace)));
    value
}

/// Everything that can be read in a PDF: its bytes, its streams unpacked, the words on its pages.
fn all_of(pdf: &[u8], text: &[String]) -> String {
    let mut all = String::from_utf8_lossy(pdf).into_owned();
    let document = Document::load_mem(pdf).unwrap();
    for object in document.objects.values() {
        if let Ok(stream) = object.as_stream() {
            let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            let wide: Vec<u16> =
                content.chunks(2).map(|c| u16::from_be_bytes([c[0], *c.get(1).unwrap_or(&0)])).collect();
            all.push_str(&String::from_utf8_lossy(&content));
            all.push_str(&String::from_utf16_lossy(&wide));
        }
    }
    for line in text {
        all.push_str(line);
    }
    all
}

/// What stands around the answers in a message: the same in every test.
fn around<'m>(service: &'m Service, body: &'m Body) -> Message<'m> {
    Message {
        body: &body.id,
        to: Office::default(),
        from: Office::default(),
        uuid: "u".into(),
        notice: "n".into(),
        made_at: "2026-11-24T10:00:00+01:00".into(),
        municipality: "05554016",
        number: "32.10-2026-A-00001",
        corrects: false,
        form: &service.receiving.as_ref().unwrap().form,
    }
}

#[test]
fn no_byte_of_a_package_tells_what_is_withheld() {
    for service in services() {
        let (mut next, mut told, mut answers) = (0, Vec::new(), Answers::default());
        for field in service.fields() {
            let before = told.len();
            let value = answer(field, &mut next, &mut told, None);
            if field.no.is_none() {
                // Of lists of persons each part goes with the field of its name; everything else goes to nobody.
                told.truncate(before);
                if let Value::Array(items) = &value {
                    for (name, value) in items[0].as_object().into_iter().flatten() {
                        let no = service.field(name).and_then(|f| f.no.as_ref()?.parse().ok()).unwrap_or(0);
                        let parts = value.as_object().map_or(vec![value], |parts| parts.values().collect());
                        told.extend(parts.into_iter().flat_map(traces).map(|trace| (no, trace)));
                    }
                } else {
                    told.extend(traces(&value).into_iter().map(|trace| (0, trace)));
                }
            }
            if !value.is_null() {
                answers.set(&field.id, value);
            }
        }
        assert!(told.len() > 60, "{}: the questions are answered", service.slug);
        let form = service.papers.iter().find_map(|paper| paper.form.as_deref()).unwrap();
        // Some bodies see the same fields: one of them is enough.
        let mut looked_at = BTreeSet::new();
        for body in bodies(service).iter().filter(|body| looked_at.insert(&body.fields)) {
            let shared = share(service, &body.fields, &answers);
            let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
            let head = FormHead::of(&Town::default(), day, Purpose::Final);
            // The form alone withholds as well, whatever it is given.
            let given = if body.id == "finanzamt" { &answers } else { &shared.answers };
            let pdf = render_for(builtin(form).unwrap(), given, &head, &body.fields).unwrap();
            let message = around(service, body);
            let xml = write(Standard::newest().unwrap(), &message, service, &shared.answers).unwrap();
            let xml = String::from_utf8(xml).unwrap();
            let pdf = all_of(&pdf.bytes, &pdf.text);
            let mine: BTreeSet<&String> =
                told.iter().filter(|(no, _)| body.fields.contains(no)).map(|(_, trace)| trace).collect();
            for (no, trace) in told.iter().filter(|(_, trace)| !mine.contains(trace)) {
                let place = format!("{} {}: field {no}, {trace}", service.slug, body.id);
                assert!(!pdf.contains(trace.as_str()), "PDF, {place}");
                assert!(!xml.contains(trace.as_str()), "XML, {place}");
            }
            // What it may see stands there: a test that looks at nothing finds nothing.
            let seen = mine.iter().filter(|trace| xml.contains(trace.as_str())).count();
            assert!(seen * 3 > mine.len(), "{} {}: {seen} of {}", service.slug, body.id, mine.len());
            assert!(mine.iter().filter(|trace| pdf.contains(trace.as_str())).count() > 5, "{}", body.id);
        }
    }
}

/// § 3 (1) to (3) GewAnzV as it stands (version of 17 April 2023), word for word where it names fields: which form, whether the
/// body gets what is named or everything else, the fields. `source` of each body has to lead there.
const REGULATION: [(&str, &str, char, bool, &str); 40] = [
    ("ihk", "§ 3 Abs. 1 Satz 1 Nr. 1", 'a', false, "13, 27, 29 bis 31 und 33"),
    ("ihk", "§ 3 Abs. 1 Satz 1 Nr. 1", 'b', false, "13, 26 bis 28 und 30"),
    ("ihk", "§ 3 Abs. 1 Satz 1 Nr. 1", 'c', false, "13 und 30"),
    ("hwk", "§ 3 Abs. 1 Satz 1 Nr. 2", 'a', false, "13, 27, 30, 31 und 33"),
    ("hwk", "§ 3 Abs. 1 Satz 1 Nr. 2", 'b', false, "13, 27, 28 und 30"),
    ("hwk", "§ 3 Abs. 1 Satz 1 Nr. 2", 'c', false, "13 und 30"),
    ("immissionsschutz", "§ 3 Abs. 1 Satz 1 Nr. 3", 'a', false, "10, 12, 13, 27 bis 31 und 33"),
    ("immissionsschutz", "§ 3 Abs. 1 Satz 1 Nr. 3", 'b', false, "10, 12, 13, 25 bis 28 und 30"),
    ("immissionsschutz", "§ 3 Abs. 1 Satz 1 Nr. 3", 'c', false, "10, 12, 13, 28 und 30"),
    ("arbeitsschutz", "§ 3 Abs. 1 Satz 1 Nr. 4", 'a', false, "10, 12, 13, 27 bis 31 und 33"),
    ("arbeitsschutz", "§ 3 Abs. 1 Satz 1 Nr. 4", 'b', false, "10, 12, 13, 25 bis 28 und 30"),
    ("arbeitsschutz", "§ 3 Abs. 1 Satz 1 Nr. 4", 'c', false, "10, 12, 13, 28 und 30"),
    ("eichbehoerde", "§ 3 Abs. 1 Satz 1 Nr. 5", 'a', true, "1, 3 bis 5, 11, 14, 15, 18 und 20"),
    ("eichbehoerde", "§ 3 Abs. 1 Satz 1 Nr. 5", 'b', true, "1, 3 bis 5, 11, 14, 15, 18, 19 und 21"),
    ("eichbehoerde", "§ 3 Abs. 1 Satz 1 Nr. 5", 'c', true, "1, 3 bis 5, 11, 14, 16, 18 und 20"),
    ("arbeitsagentur", "§ 3 Abs. 1 Satz 1 Nr. 6", 'a', false, "13, 27 und 33"),
    ("arbeitsagentur", "§ 3 Abs. 1 Satz 1 Nr. 6", 'b', false, "13 und 30"),
    ("arbeitsagentur", "§ 3 Abs. 1 Satz 1 Nr. 6", 'c', false, "10, 12 bis 19 und 21 bis 30"),
    ("dguv", "§ 3 Abs. 1 Satz 1 Nr. 7", 'a', false, "12, 28, 30, 31 und 33"),
    ("dguv", "§ 3 Abs. 1 Satz 1 Nr. 7", 'b', false, "12, 25, 27, 28 und 30"),
    ("dguv", "§ 3 Abs. 1 Satz 1 Nr. 7", 'c', false, "12 und 30"),
    (
        "registergericht",
        "§ 3 Abs. 1 Satz 1 Nr. 8",
        'c',
        false,
        "8 bis 10, 12 bis 14, 16, 21, 22, 24 und 28 bis 30",
    ),
    ("lebensmittel", "§ 3 Abs. 1 Satz 1 Nr. 9", 'a', false, "10, 12, 13, 27 bis 31 und 33"),
    ("lebensmittel", "§ 3 Abs. 1 Satz 1 Nr. 9", 'b', false, "10, 12, 13, 25 bis 28 und 30"),
    ("lebensmittel", "§ 3 Abs. 1 Satz 1 Nr. 9", 'c', false, "10, 12, 13, 28 und 30"),
    ("knappschaft", "§ 3 Abs. 1 Satz 1 Nr. 10", 'a', false, "12, 13, 17, 19, 21 bis 31 und 33"),
    ("knappschaft", "§ 3 Abs. 1 Satz 1 Nr. 10", 'b', false, "12, 13, 17, 22 bis 28 und 30"),
    ("knappschaft", "§ 3 Abs. 1 Satz 1 Nr. 10", 'c', false, "12, 13, 17, 19, 21 bis 28 und 30"),
    ("auslaenderbehoerde", "§ 3 Abs. 1 Satz 1 Nr. 11", 'a', false, "12 bis 14, 17, 19, 22 bis 29 und 33"),
    ("auslaenderbehoerde", "§ 3 Abs. 1 Satz 1 Nr. 11", 'b', false, "12 bis 14, 17, 22 bis 26 und 30"),
    ("auslaenderbehoerde", "§ 3 Abs. 1 Satz 1 Nr. 11", 'c', false, "12 bis 14, 17, 19, 21 bis 28 und 30"),
    ("finanzamt", "§ 3 Abs. 1 Satz 1 Nr. 12", 'a', false, "6, 12, 13, 19, 21, 22, 27 bis 31 und 33"),
    ("finanzamt", "§ 3 Abs. 1 Satz 1 Nr. 12", 'b', false, "6, 12, 13, 22, 25 bis 28 und 30"),
    ("finanzamt", "§ 3 Abs. 1 Satz 1 Nr. 12", 'c', false, "6, 12, 13, 19, 21, 22, 27 und 30"),
    ("erlaubnisbehoerde", "§ 3 Abs. 1 Satz 1 Nr. 13", 'a', false, "33"),
    ("erlaubnisbehoerde", "§ 3 Abs. 1 Satz 1 Nr. 13", 'b', false, "30"),
    ("erlaubnisbehoerde", "§ 3 Abs. 1 Satz 1 Nr. 13", 'c', false, "30"),
    ("statistik", "§ 3 Abs. 2", 'a', true, "1 bis 5, 12, 15 bis 17, 6, 10, 18 bis 25, 29 und 32"),
    ("statistik", "§ 3 Abs. 2", 'b', true, "1 bis 5, 12, 15 bis 17, 6, 10, 18 bis 24, 26 und 29"),
    ("statistik", "§ 3 Abs. 2", 'c', true, "1 bis 5, 12, 15 bis 17, 6, 10, 18 bis 26, 28 und 29"),
];

/// `12 bis 14, 17 und 33` as numbers.
fn numbers(words: &str) -> BTreeSet<u8> {
    let parts = words.split(", ").flat_map(|part| part.split(" und "));
    parts
        .flat_map(|part| match part.split_once(" bis ") {
            Some((from, until)) => from.parse::<u8>().unwrap()..=until.parse().unwrap(),
            None => part.parse().unwrap()..=part.parse().unwrap(),
        })
        .collect()
}

#[test]
fn each_body_gets_what_the_regulation_says_and_what_it_does_not_get_has_its_place_there() {
    let mut looked = 0;
    for (service, letter, last) in
        [("gewerbe-anmeldung", 'a', 33u8), ("gewerbe-ummeldung", 'b', 30), ("gewerbe-abmeldung", 'c', 30)]
    {
        let service = services().into_iter().find(|known| known.slug == service).unwrap();
        for body in bodies(service) {
            let told: BTreeSet<u8> = body.fields.iter().copied().collect();
            let said = REGULATION.iter().find(|said| said.0 == body.id && said.2 == letter);
            let Some((_, law, _, given, words)) = said else {
                // (3): customs, of the first form alone, without 13, 27 and 33.
                assert_eq!((body.id.as_str(), letter), ("zoll", 'a'));
                assert_eq!(told, (1..=33).filter(|no| ![13, 27, 33].contains(no)).collect());
                assert!(body.source.law.starts_with("§ 3 Abs. 3") && body.source.names == Names::Withheld);
                continue;
            };
            let named = numbers(words);
            let gets = if *given { named } else { (1..=last).filter(|no| !named.contains(no)).collect() };
            assert_eq!(told, gets, "{} {letter}", body.id);
            assert_eq!(body.source.names == Names::Given, *given, "{}", body.id);
            let lettered = format!("{law} Buchst. {letter} GewAnzV");
            let place = [format!("{law} GewAnzV"), lettered].contains(&body.source.law);
            assert!(place, "{}: {}", body.id, body.source.law);
            // Each field of the form that it does not get is told with it, but for the signature.
            let withheld = share(service, &body.fields, &Answers::default()).withheld;
            let withheld: BTreeSet<u8> = withheld.iter().map(|field| field.no).collect();
            let asked: BTreeSet<u8> =
                service.fields().filter_map(|field| field.no.as_ref()?.parse().ok()).collect();
            let others: BTreeSet<u8> =
                (1..last).filter(|no| !told.contains(no) && asked.contains(no)).collect();
            assert_eq!(withheld, others, "{} {letter}", body.id);
            looked += 1;
        }
    }
    assert_eq!(looked, REGULATION.len());
}

/// Somebody who has no craft card said so: whoever may know it gets the "no", not an empty box.
#[test]
fn a_no_within_a_group_reaches_whom_it_is_for() {
    let service = services().into_iter().find(|known| known.slug == "gewerbe-anmeldung").unwrap();
    let card = "handwerkskarte.vorhanden";
    assert_eq!(service.example.at(card), Some(&Value::Bool(false)));
    for body in bodies(service) {
        let shared = share(service, &body.fields, &service.example);
        let told = body.fields.contains(&29);
        assert_eq!(shared.answers.at(card), told.then_some(&Value::Bool(false)), "{}", body.id);
        let withheld = shared.withheld.iter().find(|withheld| withheld.no == 29);
        assert_eq!(withheld.map(|withheld| withheld.answered), (!told).then_some(true), "{}", body.id);
    }
    let shown = show(service, &service.example, "de");
    let card = shown.iter().find(|shown| shown.field == "handwerkskarte");
    assert_eq!(card.map(|shown| shown.value.as_str()), Some("nein"), "and the receipt reads it back");
}

/// The oracle of § 3 of the ordinance on trade notices, counted by hand: forms 1, 2 and 3.
#[test]
fn each_body_gets_as_many_fields_as_the_law_counts() {
    let oracle = [("ihk", [27, 25, 28]), ("finanzamt", [21, 21, 22]), ("eichbehoerde", [9, 10, 9])];
    for service in services() {
        let at = match service.receiving.as_ref().unwrap().form.as_str() {
            "GewA1" => 0,
            "GewA2" => 1,
            _ => 2,
        };
        for (id, counts) in oracle {
            let body = bodies(service).iter().find(|body| body.id == id).unwrap();
            assert_eq!(body.fields.len(), counts[at], "{} {id}", service.slug);
        }
        let court = bodies(service).iter().any(|body| body.id == "registergericht");
        assert_eq!(court, at == 2, "the register court gets closures only");
    }
}

/// Files the example of the registration at a demo town's counter.
fn filed(desk: &Desk) -> String {
    let example = desk.does(["catalogue", "example", "gewerbe-anmeldung"]);
    let answers = desk.put_json("anzeige.json", &example);
    let answers = answers.display().to_string();
    let case = desk.does([
        "case",
        "new",
        "--service",
        "gewerbe-anmeldung",
        "--answers",
        &answers,
        "--new-person",
        "--signed",
    ]);
    case["id"].as_str().unwrap().to_owned()
}

fn standing(desk: &Desk, case: &str, body: &str) -> String {
    let list = desk.does(["exchange", "list", case]);
    let all = list["bodies"].as_array().unwrap();
    let body = all.iter().find(|told| told["id"] == body).unwrap_or_else(|| panic!("{body} in {list}"));
    body["standing"].as_str().unwrap().to_owned()
}

/// The one file of a body with this ending.
fn file_of<'a>(files: &'a [(String, Vec<u8>)], body: &str, ending: &str) -> &'a (String, Vec<u8>) {
    let is = |name: &Path| name.starts_with(body) && name.extension().is_some_and(|is| is == ending);
    files.iter().find(|(name, _)| is(Path::new(name))).unwrap()
}

fn files_below(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            found.extend(
                files_below(&entry.path()).into_iter().map(|(file, b)| (format!("{name}/{file}"), b)),
            );
        } else {
            found.push((name, std::fs::read(entry.path()).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn a_notice_goes_out_once_and_a_correction_to_those_whom_it_concerns() {
    let desk = Desk::demo(0, 1);
    let case = filed(&desk);
    let out = desk.file("out");
    std::fs::create_dir(&out).unwrap();
    let to = out.display().to_string();
    assert_eq!(standing(&desk, &case, "hwk"), "due", "a craft");
    assert_eq!(standing(&desk, &case, "zoll"), "not-asked");
    assert_eq!(standing(&desk, &case, "statistik"), "monthly");
    let told = desk.does(["exchange", "trade-notice", &case, "--out", &to]);
    let bodies: Vec<&str> = told["bodies"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(bodies.contains(&"finanzamt") && !bodies.contains(&"statistik") && !bodies.contains(&"zoll"));
    assert!(!told["without_address"].as_array().unwrap().is_empty(), "the town has to say where they are");
    let folder = told["folder"].as_str().unwrap().to_owned();
    let first = files_below(Path::new(&folder));
    assert_eq!(first.len(), 2 * bodies.len(), "a form and a message each");

    // Nothing is written over; what waits is written again as it was.
    assert_eq!(desk.refuses(["exchange", "trade-notice", &case, "--out", &to])[0]["id"], "file-there");
    std::fs::remove_dir_all(&folder).unwrap();
    let again = desk.does(["exchange", "trade-notice", &case, "--out", &to]);
    assert_eq!(again["folder"], folder);
    assert!(files_below(Path::new(&folder)) == first, "the same bytes");

    // What the tax office may not know stands in neither of its files.
    let pdf = file_of(&first, "finanzamt", "pdf");
    let text = text_of(&Path::new(&folder).join(&pdf.0));
    assert!(text.contains("Mitteilung an: Finanzamt") && text.contains("nicht übermittelt"), "{text}");
    assert!(text.contains("Ďuriš") && text.contains("14.03.1987"), "what it may see: {text}");

    let noted = desk.does(["exchange", "sent", &case]);
    assert_eq!(noted["bodies"].as_array().unwrap().len(), bodies.len());
    assert_eq!(desk.refuses(["exchange", "sent", &case])[0]["id"], "notice-none");
    assert_eq!(desk.refuses(["exchange", "sent", &case, "--body", "ihk"])[0]["id"], "notice-noted");
    assert_eq!(desk.refuses(["exchange", "trade-notice", &case, "--out", &to])[0]["id"], "notice-nothing");
    let _ = desk.does(["exchange", "acknowledge", &case, "--body", "ihk", "--note", "AZ 17"]);
    assert_eq!(standing(&desk, &case, "ihk"), "acknowledged");

    // Field 6 goes to the chambers and not to the tax office.
    let answers = desk.put_json("richtig.json", &json!({ "geschlecht": "divers" }));
    let answers = answers.display().to_string();
    let _ =
        desk.does(["case", "correct", &case, "--answers", &answers, "--reason", "Verlesen", "--own-mistake"]);
    assert_eq!(standing(&desk, &case, "ihk"), "again");
    assert_eq!(standing(&desk, &case, "finanzamt"), "sent");
    let second = desk.does(["exchange", "trade-notice", &case, "--out", &to]);
    assert!(second["folder"].as_str().unwrap().ends_with("_2"));
    let ids: Vec<&str> = second["bodies"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(ids.contains(&"ihk") && !ids.contains(&"finanzamt"), "{ids:?}");
    let corrected = files_below(Path::new(second["folder"].as_str().unwrap()));
    let xml = file_of(&corrected, "ihk", "xml");
    let xml = String::from_utf8_lossy(&xml.1).into_owned();
    assert!(xml.contains("<istKorrektur>true</istKorrektur>") && xml.contains("version=\"2.2\""), "{xml}");

    // Customs only on indications, which somebody names.
    let zoll = ["exchange", "trade-notice", &case, "--out", &to, "--body", "zoll"];
    assert_eq!(desk.refuses(zoll)[0]["id"], "notice-not-asked");
    let chosen = [&zoll[..], &["--reason", "Hinweis auf Schwarzarbeit"]].concat();
    assert_eq!(desk.does(chosen)["bodies"], json!(["zoll"]));

    // The month's lot, with its day and why.
    let month =
        desk.does(["case", "show", &case])["case"]["opened"]["received_on"].as_str().map(str::to_owned);
    let month = month.map_or_else(|| "2026-11".to_owned(), |day| day[..7].to_owned());
    // Nothing is noted as sent that was not written.
    let nowhere = format!("{to}/nowhere");
    assert_eq!(
        desk.refuses(["exchange", "lot", &month, "--out", &nowhere, "--sent"])[0]["id"],
        "folder-gone"
    );
    assert_ne!(standing(&desk, &case, "statistik"), "sent");
    let lot = desk.does(["exchange", "lot", &month, "--out", &to, "--sent"]);
    assert_eq!(lot["cases"].as_array().unwrap().len(), 1);
    assert!(!lot["why"].as_array().unwrap().is_empty() && lot["due"].is_string(), "{lot}");
    assert_eq!(standing(&desk, &case, "statistik"), "sent");
    assert_eq!(desk.does(["exchange", "lot", &month])["cases"], json!([]));
    desk.is_sound();
}

#[test]
fn a_notice_from_a_portal_becomes_a_draft_once_and_wrong_files_are_refused_in_words() {
    let desk = Desk::demo(0, 1);
    let service = services().into_iter().find(|service| service.slug == "gewerbe-anmeldung").unwrap();
    let body = bodies(service).iter().find(|body| body.id == "erlaubnisbehoerde").unwrap();
    let answers = share(service, &body.fields, &service.example).answers;
    let message = |uuid: &str, municipality: &str| {
        let message = Message {
            body: "ihk",
            to: Office::default(),
            from: Office::default(),
            uuid: uuid.into(),
            notice: "n".into(),
            made_at: "2026-11-24T10:00:00+01:00".into(),
            municipality,
            number: "P-1",
            corrects: false,
            form: "GewA1",
        };
        String::from_utf8(write(Standard::newest().unwrap(), &message, service, &answers).unwrap()).unwrap()
    };
    let put = |name: &str, text: &str| {
        std::fs::write(desk.file(name), text).unwrap();
        desk.file(name).display().to_string()
    };
    let right = message("7d3c9a52-0000-4000-8000-000000000001", "05554016");
    // What was written is read: the same answers, but for what stands on no form.
    let root = amtsstube::exchange::read::read(right.as_bytes()).unwrap();
    let read = amtsstube::exchange::take_in::incoming(&root).unwrap().answers(service);
    assert_eq!((&read.answers, read.unknown.len()), (&answers, 0));

    let taken = desk.does(["exchange", "take-in", &put("a.xml", &right)]);
    let draft = &taken["drafts"][0];
    assert_eq!(draft["service"], "gewerbe-anmeldung");
    let wrong: Vec<&Value> =
        draft["problems"].as_array().unwrap().iter().filter(|p| p["severity"] == "error").collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let refused = |text: &str| {
        let problem = desk.refuses(["exchange", "take-in", &put("b.xml", text)])[0].clone();
        (
            problem["id"].as_str().unwrap().to_owned(),
            problem["args"]["line"].as_str().unwrap_or("").to_owned(),
        )
    };
    assert_eq!(refused(&right).0, "inbox-there", "the same bytes");
    assert_eq!(refused(&right.replace("10:00:00", "11:00:00")).0, "inbox-there", "the same message");
    let other = message("7d3c9a52-0000-4000-8000-000000000002", "05554004");
    let (id, line) = refused(&other);
    assert!(id == "xga-town" && line.parse::<usize>().unwrap() > 10, "{id} {line}");
    assert_eq!(refused(&right.replace("spezifikation/2.2", "spezifikation/3.0")).0, "xga-version");
    assert_eq!(refused(&right.replace(" version=\"2.2\"", " version=\"2.1\"")).0, "xga-version");
    let bomb = right.replacen("<!--", "<!DOCTYPE x [<!ENTITY a \"b\">]><!--", 1);
    assert_eq!(refused(&bomb), ("xml-doctype".to_owned(), "2".to_owned()));
    let cut = refused(&right[..right.len() / 2]).0;
    assert!(["xml-unfinished", "xml-broken"].contains(&cut.as_str()), "{cut}");
    assert_eq!(refused("Sehr geehrte Damen und Herren").0, "xml-stray-text");
    let large = std::fs::File::create(desk.file("c.xml")).unwrap();
    large.set_len(100 * 1024 * 1024).unwrap();
    let large = desk.file("c.xml").display().to_string();
    assert_eq!(desk.refuses(["exchange", "take-in", &large])[0]["id"], "file-too-large");
    desk.is_sound();
}
