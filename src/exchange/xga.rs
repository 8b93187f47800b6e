//! A trade notice as a message of `XGewerbeanzeige`, written and (where it comes in) read by one table, [`LINES`]. Says which
//! version a file follows; claims no conformity. Knows no receiving body's rights: it writes what it is given.

use super::share::leaves;
use super::standard::Standard;
use super::tree::Element;
use crate::catalogue::Service;
use crate::domain::answers::Answers;
use serde_json::Value;

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As it is.
    Text,
    /// In a `code` without a prefix.
    Code,
    /// A gender, in a `code` of the standard.
    Gender,
    /// A birth date, `14031987`.
    Birth,
}

use Form::{Birth, Code, Gender, Text};

/// Where an answer stands in the notice, in the order of the file: element, answer, how it is written.
pub(super) const LINES: &[(&str, &str, Form)] = &[
    ("gewerbe/betrieb/eingetragenerName", "eingetragener_name", Text),
    ("gewerbe/betrieb/registereintrag", "registereintrag", Text),
    ("gewerbe/betrieb/geschaeftsbezeichnung", "geschaeftsbezeichnung", Text),
    ("gewerbe/anzahlVollzeitBeschaeftigte", "taetige_personen.vollzeit", Text),
    ("gewerbe/anzahlTeilzeitBeschaeftigte", "taetige_personen.teilzeit", Text),
    ("gewerbe/niederlassungArt", "niederlassung", Code),
    ("gewerbe/istReisegewerbe", "reisegewerbe", Text),
    ("gewerbe/istNebenerwerb", "nebenerwerb", Text),
    ("gewerbe/handwerkskarte/vorhanden", "handwerkskarte.vorhanden", Text),
    ("gewerbe/handwerkskarte/ausstellungsdatum", "handwerkskarte.datum", Text),
    ("gewerbe/handwerkskarte/behoerde", "handwerkskarte.behoerde", Text),
    ("gewerbe/anschrift/strasse", "betriebsstaette.strasse", Text),
    ("gewerbe/anschrift/hausnummer", "betriebsstaette.hausnummer", Text),
    ("gewerbe/anschrift/postleitzahl", "betriebsstaette.plz", Text),
    ("gewerbe/anschrift/ort", "betriebsstaette.ort", Text),
    ("gewerbe/beteiligtePerson/familienname", "familienname", Text),
    ("gewerbe/beteiligtePerson/vornamen", "vornamen", Text),
    ("gewerbe/beteiligtePerson/geschlecht", "geschlecht", Gender),
    ("gewerbe/beteiligtePerson/geburtsname", "geburtsname", Text),
    ("gewerbe/beteiligtePerson/geburtsdatum", "geburtsdatum", Birth),
    ("gewerbe/beteiligtePerson/geburtsort", "geburtsort", Text),
    ("gewerbe/beteiligtePerson/geburtsland", "geburtsland", Code),
    ("gewerbe/beteiligtePerson/anschrift/strasse", "anschrift.strasse", Text),
    ("gewerbe/beteiligtePerson/anschrift/hausnummer", "anschrift.hausnummer", Text),
    ("gewerbe/beteiligtePerson/anschrift/postleitzahl", "anschrift.plz", Text),
    ("gewerbe/beteiligtePerson/anschrift/ort", "anschrift.ort", Text),
    ("gueltigAb", "beginn", Text),
    ("gueltigAb", "aenderung_am", Text),
    ("gueltigAb", "aufgabe_am", Text),
    ("datumMeldung", "datum", Text),
];

/// The kinds of business, each an element of its own in `gewerbe/betriebArt`.
pub(super) const KINDS: [&str; 4] = ["industrie", "handwerk", "handel", "sonstiges"];
/// Lists of activities, all of them together in `taetigkeitenGesamt`.
pub(super) const ACTIVITIES: [&str; 3] = ["taetigkeit", "neue_taetigkeit", "weitere_taetigkeit"];
/// Between two activities in `taetigkeitenGesamt`.
pub(super) const BETWEEN: &str = "; ";
/// What the standard is not known to have.
pub(super) const MORE: &str = "amt:weitereAngaben";

/// An office at one end of a message.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// Its official key; empty where it is not known.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Where it is, in one line; empty where it is not known.
    pub address: String,
    /// How it is reached; empty where it is not known.
    pub email: String,
}

/// A message to one receiving body.
#[derive(Debug, Clone, PartialEq)]
pub struct Message<'a> {
    /// The body's id in the matrix.
    pub body: &'a str,
    /// The receiving body.
    pub to: Office,
    /// The town.
    pub from: Office,
    /// Identity of the message.
    pub uuid: String,
    /// Identity of the notice: the case.
    pub notice: String,
    /// When the message was made, `2026-11-24T11:04:00+01:00`.
    pub made_at: String,
    /// Official municipality key.
    pub municipality: &'a str,
    /// Number of the case.
    pub number: &'a str,
    /// Whether it corrects one that the body has.
    pub corrects: bool,
    /// The form: `GewA1`.
    pub form: &'a str,
}

/// The message as a file.
pub fn write(
    standard: &Standard,
    message: &Message<'_>,
    service: &Service,
    answers: &Answers,
) -> std::io::Result<Vec<u8>> {
    element(standard, message, service, answers).write(&standard.claim)
}

/// Several notices to one body in one message: the monthly lot.
pub fn write_lot(
    standard: &Standard,
    head: &Message<'_>,
    notices: &[(Message<'_>, &Service, &Answers)],
) -> std::io::Result<Vec<u8>> {
    let mut root = envelope(standard, head);
    for (message, service, answers) in notices {
        root.children.push(Element::new("satz").with(notice(standard, message, service, answers)));
    }
    root.write(&standard.claim)
}

fn element(standard: &Standard, message: &Message<'_>, service: &Service, answers: &Answers) -> Element {
    envelope(standard, message).with(Element::new("satz").with(notice(standard, message, service, answers)))
}

fn envelope(standard: &Standard, message: &Message<'_>) -> Element {
    let code = |name: &str, code: &str| Element::new(name).with(Element::of("code", code));
    let root = standard.root(message.body);
    let kind = root.rsplit('.').next().filter(|last| last.bytes().all(|b| b.is_ascii_digit())).unwrap_or("");
    let mut identity =
        Element::new("identifikation.nachricht").with(Element::of("nachrichtenUUID", &message.uuid));
    if !kind.is_empty() {
        identity = identity.with(code("nachrichtentyp", kind));
    }
    identity = identity.with(Element::of("erstellungszeitpunkt", &message.made_at));
    let head = Element::new("nachrichtenkopf")
        .with(identity)
        .with(office("leser", &message.to))
        .with(office("autor", &message.from));
    Element::new(root)
        .attribute("xmlns:xga", &standard.namespace)
        .attribute("xmlns:amt", &standard.own_namespace)
        .attribute("produkt", "Amtsstube")
        .attribute("produkthersteller", "Amtsstube")
        .attribute("produktversion", env!("CARGO_PKG_VERSION"))
        .attribute("standard", &standard.standard)
        .attribute("version", &standard.version)
        .with(head)
}

fn office(name: &str, office: &Office) -> Element {
    let mut written = Element::new(name);
    if !office.key.is_empty() {
        written = written.with(Element::new("behoerdenkennung").with(Element::of("code", &office.key)));
    }
    if !office.email.is_empty() {
        written = written.with(Element::new("erreichbarkeit").with(Element::of("email", &office.email)));
    }
    written.with_text("anschrift", &office.address).with_text("behoerdenname", &office.name)
}

fn notice(standard: &Standard, message: &Message<'_>, service: &Service, answers: &Answers) -> Element {
    let names = standard.notice.get(message.form);
    let element = names.map_or("", |names| names.element.as_str());
    let mut notice = Element::new(element)
        .with(Element::of("satzErstellung", &message.made_at))
        .with(Element::of("ereigniszeitpunkt", &message.made_at))
        .with(Element::new("autor").with(Element::of("behoerdenname", &message.from.name)))
        .with(Element::of("istKorrektur", message.corrects.to_string()))
        .with(Element::new("gemeindeSchluessel").with(Element::of("code", message.municipality)))
        .with(Element::of("gemeindeMeldungNr", message.number))
        .with(Element::of("gewerbebetriebID", message.number))
        .with(Element::of("uuid", &message.notice));
    let mut rest = Vec::new();
    let all = leaves(answers);
    for (at, path, form) in LINES {
        // The kinds of business stand behind the numbers of people.
        if *path == "niederlassung" {
            kinds(&mut notice, answers);
        }
        if let Some((_, value)) = all.iter().find(|(known, _)| known == path) {
            put(standard, &mut notice, at, *form, &plain(value));
        }
        if *path == "geburtsland" {
            nationalities(&mut notice, answers);
        }
    }
    for (path, value) in all {
        let told = LINES.iter().any(|(_, known, _)| *known == path)
            || ["betriebsart.", "staatsangehoerigkeit.", "grund"]
                .iter()
                .any(|start| path == *start || (start.ends_with('.') && path.starts_with(start)));
        if !told {
            rest.push((path, value));
        }
    }
    let texts =
        ACTIVITIES.iter().flat_map(|list| answers.at(list).and_then(Value::as_array).into_iter().flatten());
    let texts: Vec<&str> = texts.filter_map(|activity| activity.get("text")?.as_str()).collect();
    notice = notice.with_text("taetigkeitenGesamt", &texts.join(BETWEEN));
    if let (Some(names), reason) = (names, answers.text("grund"))
        && !reason.is_empty()
    {
        notice = notice.with(Element::new(&names.reason).with(Element::of("code", reason)));
    }
    if rest.is_empty() { notice } else { notice.with(more(service, rest)) }
}

fn kinds(notice: &mut Element, answers: &Answers) {
    let Some(chosen) = answers.at("betriebsart").and_then(Value::as_array) else { return };
    let kinds = notice.place("gewerbe/betriebArt");
    for kind in KINDS {
        let is = chosen.iter().any(|one| one == kind);
        kinds.children.push(Element::of(kind, is.to_string()));
    }
}

fn nationalities(notice: &mut Element, answers: &Answers) {
    let all = answers.at("staatsangehoerigkeit").and_then(Value::as_array).into_iter().flatten();
    for code in all.filter_map(Value::as_str) {
        let nationality = Element::new("staatsangehoerigkeit").with(Element::of("code", code));
        notice.place("gewerbe/beteiligtePerson").children.push(nationality);
    }
}

fn put(standard: &Standard, notice: &mut Element, at: &str, form: Form, value: &str) {
    let place = notice.place(at);
    match form {
        Text => value.clone_into(&mut place.text),
        Code => place.children.push(Element::of("code", value)),
        Gender => {
            let code = standard.gender.get(value).map_or(value, String::as_str);
            place.children.push(Element::of("code", code));
        }
        Birth => place.text = turned(value),
    }
}

/// `1987-03-14` as `14031987`; anything else as it is.
fn turned(date: &str) -> String {
    match date.split('-').collect::<Vec<_>>()[..] {
        [year, month, day] if year.len() == 4 => format!("{day}{month}{year}"),
        _ => date.to_owned(),
    }
}

pub(super) fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// What the standard is not known to have, by the form's numbers.
fn more(service: &Service, rest: Vec<(String, Value)>) -> Element {
    let mut all = Element::new(MORE);
    for (path, value) in rest {
        let mut parts = path.split('.');
        let top = parts.next().and_then(|top| service.field(top));
        // A further person's name is field 4 as well.
        let part = parts.nth(1).and_then(|part| service.field(part));
        let no = top.and_then(|field| field.no.as_ref()).or_else(|| part?.no.as_ref());
        let mut told = Element::of("amt:angabe", plain(&value));
        if let Some(no) = no {
            told = told.attribute("feld", no);
        }
        all.children.push(told.attribute("name", &path));
    }
    all
}
