//! The messages of the three forms as files: `tests/formats/xgewerbeanzeige-2.2-gewa*.xml`, and the order that law asks of them.

use amtsstube::catalogue::Service;
use amtsstube::domain::answers::Answers;
use amtsstube::exchange::tree::Element;
use amtsstube::exchange::xga::{Message, Office, write};
use amtsstube::exchange::{Standard, read::read, share};

use super::{answer, bodies, services};
use crate::harness::{pictures, project};

/// The message of a service's answers to whoever may see all of its form but the signature.
fn message(service: &Service, answers: &Answers, uuid: &str) -> String {
    let body = bodies(service).iter().find(|body| body.id == "erlaubnisbehoerde").unwrap();
    let office = |key: &str, name: &str, address: &str, email: &str| Office {
        key: key.into(),
        name: name.into(),
        address: address.into(),
        email: email.into(),
    };
    let message = Message {
        body: "auslaenderbehoerde",
        to: office("", "Ausländerbehörde", "Burloer Straße 93, 46325 Borken", ""),
        from: office("05554016", "Stadt Gescher", "Marktplatz 1, 48712 Gescher", "gewerbe@gescher.example"),
        uuid: uuid.into(),
        notice: "018f3c9a-0000-7000-8000-000000000007".into(),
        made_at: "2026-11-24T10:00:00+01:00".into(),
        municipality: "05554016",
        number: "32.10-2026-A-00001",
        corrects: false,
        form: &service.receiving.as_ref().unwrap().form,
    };
    let answers = share(service, &body.fields, answers).answers;
    let bytes = write(Standard::newest().unwrap(), &message, service, &answers).unwrap();
    String::from_utf8(bytes)
        .unwrap()
        .replace(concat!("produktversion=\"", env!("CARGO_PKG_VERSION"), "\""), "produktversion=\"0.1.0\"")
}

/// Frozen: what other offices read. Where it changes, so does the version of the format in `assets/codes`. What was written is
/// left beside the pictures of the window.
#[test]
fn the_messages_of_the_three_forms_are_what_is_frozen() {
    for (at, service) in services().into_iter().enumerate() {
        let form = service.receiving.as_ref().unwrap().form.to_lowercase();
        let name = format!("xgewerbeanzeige-2.2-{form}.xml");
        let written = message(service, &service.example, &format!("7d3c9a52-0000-4000-8000-00000000010{at}"));
        std::fs::write(pictures().join(&name), &written).unwrap();
        let frozen = std::fs::read_to_string(project().join("tests/formats").join(&name)).unwrap_or_default();
        for (written, frozen) in written.lines().zip(frozen.lines()) {
            assert_eq!(written, frozen, "{name}");
        }
        assert_eq!(written, frozen, "{name}");
    }
}

/// Elements of a notice in the order of the published samples; one with parts is followed by them.
const ORDER: &[(&str, &[&str])] = &[
    ("satzErstellung", &[]),
    ("ereigniszeitpunkt", &[]),
    ("autor", &["behoerdenname"]),
    ("istKorrektur", &[]),
    ("gemeindeSchluessel", &["code"]),
    ("gemeindeMeldungNr", &[]),
    ("gewerbebetriebID", &[]),
    ("uuid", &[]),
    (
        "gewerbe",
        &[
            "betrieb",
            "anzahlVollzeitBeschaeftigte",
            "anzahlTeilzeitBeschaeftigte",
            "betriebArt",
            "niederlassungArt",
            "istReisegewerbe",
            "istNebenerwerb",
            "handwerkskarte",
            "anschrift",
            "beteiligtePerson",
        ],
    ),
    ("gueltigAb", &[]),
    ("datumMeldung", &[]),
    ("taetigkeitenGesamt", &[]),
    ("grund", &["code"]),
];

fn names(element: &Element) -> Vec<&str> {
    element.children.iter().map(|child| child.name.as_str()).collect()
}

/// With every question of the form answered, and with those of the example: nothing stands out of its place, and what the samples
/// do not show stands last and under a name of our own.
#[test]
fn elements_stand_in_the_order_of_the_samples() {
    for service in services() {
        let (mut next, mut told, mut every) = (0, Vec::new(), Answers::default());
        for field in service.fields() {
            let value = answer(field, &mut next, &mut told, None);
            if !value.is_null() {
                every.set(&field.id, value);
            }
        }
        for (answers, all) in [(&every, true), (&service.example, false)] {
            let root = read(message(service, answers, "u").as_bytes()).unwrap();
            assert_eq!(names(&root), ["nachrichtenkopf", "satz"], "{}", service.slug);
            assert_eq!(names(&root.children[0]), ["identifikation.nachricht", "leser", "autor"]);
            let identity = ["nachrichtenUUID", "nachrichtentyp", "erstellungszeitpunkt"];
            assert_eq!(names(&root.children[0].children[0]), identity);
            assert_eq!(
                names(&root.children[0].children[2]),
                ["behoerdenkennung", "erreichbarkeit", "anschrift", "behoerdenname"]
            );
            in_order(service, &root.children[1].children[0], all);
        }
    }
}

/// `all`: every question is answered, so all stand there that the form asks for.
fn in_order(service: &Service, notice: &Element, all: bool) {
    let form = &service.receiving.as_ref().unwrap().form;
    let reason = Standard::newest().unwrap().notice[form].reason.as_str();
    let mut found = names(notice).into_iter().peekable();
    for (name, parts) in ORDER {
        let name = if *name == "grund" { reason } else { name };
        if found.next_if(|known| *known == name).is_none() {
            let asked = name != reason || service.field("grund").is_some();
            assert!(!all || !asked, "{}: {name} is missing or out of place", service.slug);
            continue;
        }
        let mut inner = names(notice.at(name).unwrap()).into_iter().peekable();
        for part in *parts {
            let _ = inner.next_if(|known| known == part);
        }
        assert_eq!(inner.next(), None, "{}: {name}", service.slug);
    }
    assert_eq!(found.next(), Some("amt:weitereAngaben"), "{}", service.slug);
    assert_eq!(found.next(), None, "{}: behind everything else", service.slug);
}
