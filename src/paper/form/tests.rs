//! A layout is checked as a whole, answers land in their boxes, what has no room goes on on an extra sheet.

use super::*;
use crate::catalogue::Catalogue;
use crate::domain::problem::Problem;
use serde_json::{Value, json};

/// Every form is used.
const FORMS: [&str; 4] = ["fischereischein/2026", "gewa1/2023", "gewa2/2023", "gewa3/2023"];
const GEWA1: &str = include_str!("../../../assets/forms/gewa1/2023.toml");

fn example() -> Answers {
    let answers = json!({
        "rechtsform": "natuerliche_person",
        "familienname": "Ďuriš-Şengül", "vornamen": "Zdeňka Ayşe", "geschlecht": "weiblich",
        "geburtsdatum": "1987-03-14", "geburtsort": "Nové Zámky", "geburtsland": "SK",
        "staatsangehoerigkeit": ["SK"],
        "anschrift": { "strasse": "Große Mühlenstiege", "hausnummer": "12 a", "plz": "48712", "ort": "Gescher",
            "telefon": "02542 000012" },
        "oeffentliche_hand": "nein",
        "betriebsstaette": { "strasse": "Hofstraße", "hausnummer": "23", "plz": "48712", "ort": "Gescher" },
        "taetigkeit": [
            { "text": "Reparatur von Fahrrädern", "wz": "95.29", "schwerpunkt": true },
            { "text": "Einzelhandel mit Fahrrädern", "wz": "47.64" },
        ],
        "nebenerwerb": false, "beginn": "2026-12-01", "betriebsart": ["handwerk", "handel"],
        "taetige_personen": { "vollzeit": 0, "teilzeit": 1 },
        "niederlassung": "hauptniederlassung", "grund": "neugruendung",
        "handwerkskarte": { "vorhanden": false }, "unterschrift": true, "datum": "2026-11-24"
    });
    serde_json::from_value(answers).unwrap()
}

fn head(purpose: Purpose) -> FormHead {
    let town = Town::of([
        (keys::AUTHORITY, "Stadt Gescher"),
        (keys::STREET, "Marktplatz 1"),
        (keys::POSTCODE, "48712"),
        (keys::PLACE, "Gescher"),
        (keys::AGS, "05554016"),
    ]);
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    FormHead {
        case_number: "32.10-2026-A-00417".into(),
        received_on: Some(day),
        subject: "Ďuriš-Şengül, Zdeňka Ayşe".into(),
        ..FormHead::of(&town, day, purpose)
    }
}

fn form() -> &'static Form {
    builtin("gewa1/2023").unwrap()
}

fn filled(path: &str, value: Value) -> FormValues {
    let mut answers = example();
    answers.set(path, value);
    fill(form(), &answers, &head(Purpose::Final))
}

fn text_in(values: &FormValues, id: &str) -> String {
    let entries = values.text.get(id).map_or(&[][..], Vec::as_slice);
    entries.iter().map(|entry| entry.text.as_str()).collect::<Vec<_>>().join(" | ")
}

/// Ids and lines of what is wrong when `old` in the shipped file becomes `new`.
fn faults(old: &str, new: &str) -> Vec<(String, usize)> {
    assert!(GEWA1.contains(old), "{old}");
    let broken = GEWA1.replacen(old, new, 1);
    let told: Vec<Problem> = Form::read("x.toml", &broken).err().unwrap_or_default();
    let line = |problem: &Problem| problem.field.strip_prefix("x.toml:").unwrap().parse().unwrap();
    told.iter().map(|problem| (problem.id.clone(), line(problem))).collect()
}

fn line_of(text: &str) -> usize {
    GEWA1[..GEWA1.find(text).unwrap()].matches('\n').count() + 1
}

#[test]
fn the_shipped_form_is_right() {
    assert_eq!(Form::read("gewa1/2023.toml", GEWA1).err().unwrap_or_default(), []);
    let form = form();
    assert_eq!(form.pages.len(), 2);
    assert!(form.paths().contains("betriebsstaette.telefon") && !form.paths().contains("@office"));
    assert_eq!(builtin("gewa9/2023").unwrap_err(), PaperError::NoSuchForm("gewa9/2023".into()));
}

#[test]
fn each_fault_of_a_file_is_told_with_its_line() {
    let ticked = r#"{ tick = [109.5, 135.0, 5.5, 4.5], id = "6.maennlich""#;
    let at = line_of(ticked);
    assert_eq!(faults(ticked, &ticked.replace("109.5", "207.5")), [("form-outside".into(), at)]);
    let over = faults(ticked, &ticked.replace("109.5", "133.5"));
    assert_eq!(over, [("form-overlap".into(), at + 1)], "the later of two is told");
    assert_eq!(faults(ticked, &ticked.replace("6.maennlich", "4")), [("form-box-twice".into(), at)]);
    let both = ticked.replace("{ tick", "{ area = [1.0, 1.0, 1.0, 1.0], tick");
    assert_eq!(faults(ticked, &both), [("form-part-kind".into(), at)]);
    assert_eq!(
        faults(ticked, &ticked.replace("{ tick", "{ bold = true, tick")),
        [("form-part-surplus".into(), at)]
    );
    let date = r#"as = "date""#;
    assert_eq!(faults(date, r#"as = "datum""#), [("form-format-unknown".into(), line_of(date))]);
    assert_eq!(faults(r#""@ags""#, r#""@age""#), [("form-head-unknown".into(), line_of("\"@ags\""))]);
    assert_eq!(faults(r#"from = "@ags""#, "frm = 1")[0].0, "form-not-understood");
}

#[test]
fn all_faults_are_told_at_once() {
    let no = "no = \"7\"";
    let mut at_once = faults(no, "no = \"77\"");
    at_once.sort();
    let at = line_of(no) - 1;
    assert_eq!(at_once, [("form-field-missing".into(), 1), ("form-field-unknown".into(), at)]);
    let twice = faults(no, "no = \"8\"");
    assert!(twice.iter().any(|(id, _)| id == "form-field-twice"), "{twice:?}");
    assert!(faults("heading = 1", "heading = 7").iter().any(|(id, _)| id == "form-heading"));
}

#[test]
fn answers_land_in_their_boxes() {
    let values = fill(form(), &example(), &head(Purpose::Final));
    for (id, text) in [
        ("stelle", "Stadt Gescher | Marktplatz 1, 48712 Gescher"),
        ("gemeindekennzahl", "05554016"),
        ("vermerk", "Vorgang 32.10-2026-A-00417 | Eingegangen am 24.11.2026"),
        ("4", "Ďuriš-Şengül"),
        ("8", "14.03.1987"),
        ("9", "Nové Zámky, Slowakei"),
        ("10.andere", "slowakisch"),
        ("11", "Große Mühlenstiege 12 a | 48712 Gescher"),
        ("11.telefon", "02542 000012"),
        ("18", "Reparatur von Fahrrädern | Einzelhandel mit Fahrrädern"),
        ("22.vollzeit", "0"),
        ("20", "01.12.2026"),
        ("1", ""),
    ] {
        assert_eq!(text_in(&values, id), text, "{id}");
    }
    let crosses: Vec<&str> = values.checked.iter().map(String::as_str).collect();
    let expected = [
        "13.nein",
        "19.nein",
        "21.handel",
        "21.handwerk",
        "23.haupt",
        "25.neugruendung",
        "29.nein",
        "6.weiblich",
    ];
    assert_eq!(crosses, expected);
    let underlined: Vec<bool> = values.text["18"].iter().map(|entry| entry.underlined).collect();
    assert_eq!(underlined, [true, false], "the main activity");
    assert!(!values.text.contains_key("33"), "a signature is left to a pen");
}

#[test]
fn nationalities_addresses_and_permits_are_written_as_the_form_wants_them() {
    let values = filled("staatsangehoerigkeit", json!(["DE", "SK", "XA"]));
    assert!(values.checked.contains("10.deutsch"));
    assert_eq!(text_in(&values, "10.andere"), "slowakisch, staatenlos");
    let abroad =
        json!({ "zusatz": "bei Ößmann", "strasse": "Am Ring", "plz": "1010", "ort": "Wien", "land": "AT" });
    assert_eq!(text_in(&filled("anschrift", abroad), "11"), "bei Ößmann | Am Ring | 1010 Wien | Österreich");
    let homeless = json!({ "ohne_festen_wohnsitz": true, "land": "DE" });
    assert_eq!(text_in(&filled("anschrift", homeless), "11"), "ohne festen Wohnsitz");
    let card = json!({ "vorhanden": true, "datum": "2020-02-02", "behoerde": "HWK Münster" });
    let values = filled("handwerkskarte", card);
    assert_eq!(text_in(&values, "29"), "02.02.2020, HWK Münster");
    assert!(values.checked.contains("29.ja") && !values.checked.contains("29.nein"));
    let one = filled("taetigkeit", json!([{ "text": "Rösterei", "schwerpunkt": true }]));
    assert!(!one.text["18"][0].underlined, "one alone needs no rule");
}

/// Everything too long: an 86-letter name, nine activities of several lines, four further representatives.
fn crowded() -> Answers {
    let mut all = example();
    let mut put = |path: &str, value: Value| all.set(path, value);
    put(
        "familienname",
        json!("Wolfeschlegelsteinhausenbergerdorff-Hubertusburger von und zu Oberammergau-Sonnenstein"),
    );
    put("eingetragener_name", json!("Sehr lange Firma ".repeat(17)));
    let activity = |n: usize| {
        let text = format!("Tätigkeit {n}: Herstellung und Wartung von Toren; {}", "Werkstatt, ".repeat(45));
        json!({ "text": text, "schwerpunkt": n == 8 })
    };
    put("taetigkeit", Value::Array((1..=9).map(activity).collect()));
    let person = |n: usize| {
        json!({
            "familienname": format!("Ĝåşpår-{n}"), "vornamen": "Jiří", "geschlecht": "divers",
            "geburtsdatum": "1975-05-00", "staatsangehoerigkeit": ["CZ", "DE"],
            "anschrift": { "strasse": "Am Ring", "hausnummer": "7", "plz": "1010", "ort": "Wien", "land": "AT" }
        })
    };
    put("weitere_vertreter", Value::Array((1..=4).map(person).collect()));
    all
}

#[test]
fn what_has_no_room_goes_on_on_an_extra_sheet() {
    let paper = render(form(), &crowded(), &head(Purpose::Final)).unwrap();
    assert!(paper.pages > 2, "{}", paper.pages);
    let (form_pages, sheets) = (paper.text[..2].join("\n"), paper.text[2..].join("\n"));
    assert!(form_pages.contains("4 Name siehe Beiblatt zu Feld 4"), "{form_pages}");
    assert!(!form_pages.contains("Wolfeschlegel") && sheets.contains("4 Zu Feld 4: Name Wolfeschlegel"));
    assert!(form_pages.contains("siehe Beiblatt zu Feld 18"));
    assert!(
        form_pages.contains("Sehr lange Firma") && !form_pages.contains("Beiblatt zu Feld 1 "),
        "shrinks first"
    );
    for n in 1..=9 {
        let here = form_pages.contains(&format!("Tätigkeit {n}:"));
        let there = sheets.contains(&format!("Tätigkeit {n}:"));
        assert!(here ^ there, "activity {n} stands once, and whole");
    }
    let all = format!("{form_pages}{sheets}");
    assert_eq!(all.matches("Werkstatt,").count(), 9 * 45, "no word is lost");
}

#[test]
fn further_representatives_have_their_fields_on_extra_sheets() {
    let values = fill(form(), &crowded(), &head(Purpose::Final));
    assert_eq!(values.extra.len(), 4);
    let rows: Vec<(&str, String)> = values.extra[1]
        .0
        .iter()
        .map(|row| {
            let entries: Vec<&str> = row.entries.iter().map(|entry| entry.text.as_str()).collect();
            (row.no.as_str(), entries.join(" | "))
        })
        .collect();
    let expected = [
        ("4", "Ĝåşpår-2"),
        ("5", "Jiří"),
        ("6", "divers"),
        ("8", "00.05.1975"),
        ("10", "deutsch | tschechisch"),
        ("11", "Am Ring 7 | 1010 Wien | Österreich"),
    ];
    assert_eq!(rows, expected.map(|(no, text)| (no, text.to_owned())));
    let paper = render(form(), &crowded(), &head(Purpose::Final)).unwrap();
    let sheets = paper.text[2..].join("\n");
    assert!(sheets.contains("Weitere gesetzliche Vertretung (4 von 4)"), "{sheets}");
    assert!(
        sheets.contains("Entgegennehmende Stelle: Stadt Gescher") && sheets.contains("32.10-2026-A-00417")
    );
}

#[test]
fn an_answer_longer_than_a_page_fills_several_sheets() {
    let mut answers = example();
    let words: Vec<String> = (0..3000).map(|n| format!("Wort{n:04}")).collect();
    answers.set("taetigkeit", json!([{ "text": words.join(" ") }]));
    let paper = render(form(), &answers, &head(Purpose::Final)).unwrap();
    assert!(paper.pages >= 4, "{}", paper.pages);
    let all = paper.text.join(" ");
    let mut from = 0;
    for word in &words {
        from += all[from..].find(word.as_str()).unwrap_or_else(|| panic!("{word} is lost or out of order"));
    }
}

#[test]
fn a_draft_says_so_and_both_prints_are_the_same_each_time() {
    for purpose in [Purpose::Draft, Purpose::Final] {
        let paper = render(form(), &example(), &head(purpose.clone())).unwrap();
        assert_eq!(paper, render(form(), &example(), &head(purpose.clone())).unwrap());
        assert_eq!(paper.pages, 2);
        let draft = paper.text.iter().any(|page| page.contains("Entwurf zur Unterschrift"));
        assert_eq!(draft, purpose == Purpose::Draft);
    }
}

#[test]
fn each_field_is_read_with_its_number_label_answer_and_crosses() {
    let paper = render(form(), &example(), &head(Purpose::Final)).unwrap();
    let lines: Vec<&str> = paper.text[0].lines().map(str::trim_end).collect();
    for line in [
        "Gewerbe-Anmeldung",
        "4 Name Ďuriš-Şengül",
        "weiblich angekreuzt",
        "divers nicht angekreuzt",
        "7 Geburtsname (nur bei Abweichung vom Namen)",
        "8 Geburtsdatum 14.03.1987",
    ] {
        assert!(lines.contains(&line), "{line} is missing in {lines:#?}");
    }
}

#[test]
fn the_tags_follow_the_form() {
    use crate::paper::page::{Child, Node, Role};
    fn count(nodes: &[Node], role: Role) -> usize {
        let inner = |node: &Node| {
            let kids = node.kids.iter().filter_map(|kid| match kid {
                Child::Node(node) => Some(node.clone()),
                Child::Content(_) => None,
            });
            count(&kids.collect::<Vec<_>>(), role)
        };
        nodes.iter().map(|node| usize::from(node.role == role) + inner(node)).sum()
    }
    let (form, head) = (form(), head(Purpose::Final));
    let doc = document(form, &fill(form, &example(), &head), &head).unwrap();
    assert_eq!(count(&doc.tree, Role::H1), 1);
    assert_eq!(count(&doc.tree, Role::H2), 3);
    assert_eq!(count(&doc.tree, Role::Figure), 35, "check boxes");
}

#[test]
fn the_services_that_name_a_form_fit_it_and_their_examples_fill_it() {
    let mut named = 0;
    for service in Catalogue::built_in().services() {
        for id in service.papers.iter().filter_map(|paper| paper.form.as_ref()) {
            named += 1;
            assert!(FORMS.contains(&id.as_str()), "{id}");
            let form = builtin(id).unwrap();
            assert_eq!(fits(form, service), [], "{}", service.slug);
            let values = fill(form, &service.example, &head(Purpose::Final));
            let ticks =
                form.blocks().flat_map(|block| &block.parts).any(|part| matches!(part, Part::Tick(_)));
            assert!(values.text.len() > 10 && values.checked.is_empty() != ticks, "{values:?}");
            let drawn = render(form, &service.example, &head(Purpose::Final)).unwrap();
            assert_eq!(usize::from(drawn.pages), form.pages.len(), "{id}");
        }
    }
    assert_eq!(named, FORMS.len());
}

#[test]
fn several_values_are_left_out_as_one_is() {
    let service = Catalogue::built_in().services().find(|service| service.slug == "fischereischein").unwrap();
    let form = builtin("fischereischein/2026").unwrap();
    let lasts = |kind: &str| {
        let mut answers = service.example.clone();
        answers.set("art", kind.into());
        fill(form, &answers, &head(Purpose::Final)).text.get("dauer").map(|entries| entries[0].text.clone())
    };
    assert_eq!(lasts("jahr").as_deref(), Some("ein Kalenderjahr"));
    assert_eq!((lasts("jugend"), lasts("sonder")), (None, None), "its decision says how long");
}

#[test]
fn what_a_service_does_not_ask_or_offer_is_told() {
    let service =
        Catalogue::built_in().services().find(|service| service.slug == "gewerbe-anmeldung").unwrap();
    let old =
        [r#""familienname""#, r#"is = "maennlich""#, r#"each = "text""#, r#"from = "weitere_vertreter""#];
    let new = [r#""nachname""#, r#"is = "herr""#, r#"each = "wort""#, r#"from = "vertreter""#];
    let mut text = GEWA1.to_owned();
    for (old, new) in old.iter().zip(new) {
        assert!(text.contains(old), "{old}");
        text = text.replacen(old, new, 1);
    }
    let problems = fits(&Form::read("x.toml", &text).unwrap(), service);
    let said = |id: &str, name: &str, value: &str| {
        problems
            .iter()
            .any(|problem| problem.id == id && problem.args.get(name).is_some_and(|arg| arg == value))
    };
    assert!(said("form-path-unknown", "path", "nachname"), "{problems:#?}");
    assert!(said("form-path-unknown", "path", "taetigkeit.wort"));
    assert!(said("form-path-unknown", "path", "vertreter"));
    assert!(said("form-choice-unknown", "choice", "herr"));
    assert!(said("form-choice-without-box", "choice", "maennlich"));
    assert_eq!(problems.len(), 5);
}
