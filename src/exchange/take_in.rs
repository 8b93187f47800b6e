//! A trade notice that comes in as a message of `XGewerbeanzeige`: whose it is, and its answers as a service asks for them.
//! Checks no answer: the catalogue does. Knows no town.

use super::standard::Standard;
use super::tree::Element;
use super::xga::{ACTIVITIES, BETWEEN, Form, KINDS, LINES, MORE};
use crate::catalogue::{Field, FieldKind, Service};
use crate::domain::answers::Answers;
use crate::domain::problem::Problem;
use serde_json::{Value, json};

/// A message that was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming<'x> {
    /// The form: `GewA1`.
    pub form: String,
    /// Identity of the message; empty where it has none.
    pub uuid: String,
    /// Official key of the town that it is for; empty where it names none.
    pub municipality: String,
    /// The line in which that stands.
    pub municipality_line: usize,
    standard: &'static Standard,
    notice: &'x Element,
}

/// Answers of a message, and what was not understood.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answered {
    /// As typed.
    pub answers: Answers,
    /// Elements that nothing was made of, each with its line.
    pub unknown: Vec<(usize, String)>,
}

/// What the message is. Errors: why it is none that is understood, with its line.
pub fn incoming(root: &Element) -> Result<Incoming<'_>, Box<Problem>> {
    let wrong = |id: &str, at: &Element| Problem::error("", id).with("line", at.line);
    let namespaces: Vec<&str> = root
        .attributes
        .iter()
        .filter(|(name, _)| name.starts_with("xmlns"))
        .map(|(_, uri)| uri.as_str())
        .collect();
    let known = Standard::all().iter().find(|standard| namespaces.contains(&standard.namespace.as_str()));
    let Some(standard) = known else {
        let found = namespaces.join(" ");
        let known = Standard::all().iter().map(|known| format!("{} {}", known.standard, known.version));
        let known = known.collect::<Vec<_>>().join(", ");
        return Err(wrong("xga-version", root).with("found", found).with("known", known).into());
    };
    if root.value("version").is_some_and(|version| version != standard.version) {
        let found = root.value("version").unwrap_or_default();
        let known = format!("{} {}", standard.standard, standard.version);
        return Err(wrong("xga-version", root).with("found", found).with("known", known).into());
    }
    let notices: Vec<(&String, &Element)> = root
        .children
        .iter()
        .filter(|child| child.local() == "satz")
        .flat_map(|record| &record.children)
        .filter_map(|notice| {
            let (form, _) = standard.notice.iter().find(|(_, names)| names.element == notice.local())?;
            Some((form, notice))
        })
        .collect();
    let (form, notice) = match notices[..] {
        [] => return Err(wrong("xga-none", root).into()),
        [one] => one,
        [_, (_, second), ..] => return Err(wrong("xga-several", second).into()),
    };
    let municipality = notice.at("gemeindeSchluessel/code");
    Ok(Incoming {
        form: form.clone(),
        uuid: root.text_at("nachrichtenkopf/identifikation.nachricht/nachrichtenUUID").to_owned(),
        municipality: municipality.map(|code| code.text.trim().to_owned()).unwrap_or_default(),
        municipality_line: municipality.map_or(notice.line, |code| code.line),
        standard,
        notice,
    })
}

impl Incoming<'_> {
    /// The answers, as the service of the form asks for them.
    pub fn answers(&self, service: &Service) -> Answered {
        let mut found = Answered::default();
        for (at, path, form) in LINES {
            let (Some(field), Some(element)) = (service.field(path), self.notice.at(at)) else { continue };
            let text = match form {
                Form::Text | Form::Birth => element.text.trim(),
                Form::Code | Form::Gender => element.text_at("code"),
            };
            let text = match form {
                Form::Gender => self.gender(text),
                Form::Birth => turned(text),
                Form::Text | Form::Code => text.to_owned(),
            };
            set(&mut found.answers, field, path, &text);
        }
        self.lists(service, &mut found.answers);
        if let Some(names) = self.standard.notice.get(&self.form)
            && let Some(field) = service.field("grund")
        {
            let code = self.notice.text_at(&format!("{}/code", names.reason));
            set(&mut found.answers, field, "grund", code);
        }
        self.more(service, &mut found);
        let activities = ACTIVITIES.iter().find(|list| service.field(list).is_some());
        if let Some(list) = activities.filter(|_| ACTIVITIES.iter().all(|list| !found.answers.is_set(list))) {
            let all = self
                .notice
                .text_at("taetigkeitenGesamt")
                .split(BETWEEN.trim_end())
                .filter(|text| !text.trim().is_empty());
            let all: Vec<Value> = all.map(|text| json!({ "text": text.trim() })).collect();
            if !all.is_empty() {
                found.answers.set(list, all.into());
            }
        }
        found
    }

    fn gender(&self, code: &str) -> String {
        let known = self.standard.gender.iter().find(|(_, own)| *own == code);
        known.map_or(code, |(answer, _)| answer.as_str()).to_owned()
    }

    fn lists(&self, service: &Service, answers: &mut Answers) {
        if service.field("betriebsart").is_some()
            && let Some(kinds) = self.notice.at("gewerbe/betriebArt")
        {
            let is = |kind: &&str| matches!(kinds.text_at(kind), "true" | "1");
            let chosen: Vec<&str> = KINDS.iter().filter(|kind| is(kind)).copied().collect();
            answers.set("betriebsart", json!(chosen));
        }
        let person = self.notice.at("gewerbe/beteiligtePerson");
        let codes = person.into_iter().flat_map(|person| &person.children);
        let codes = codes.filter(|child| child.local() == "staatsangehoerigkeit");
        let codes: Vec<&str> =
            codes.map(|child| child.text_at("code")).filter(|code| !code.is_empty()).collect();
        if !codes.is_empty() {
            answers.set("staatsangehoerigkeit", json!(codes));
        }
    }

    /// What the standard is not known to have. A name that the service does not know is told.
    fn more(&self, service: &Service, found: &mut Answered) {
        let local = MORE.rsplit(':').next().unwrap_or_default();
        let all = self.notice.children.iter().filter(|child| child.local() == local);
        for told in all.flat_map(|more| &more.children) {
            let path = told.value("name").unwrap_or_default();
            let plain = path.len() <= 120 && path.split('.').count() <= 4;
            let field = service.field(path).filter(|field| plain && field.parts().is_empty());
            match field.filter(|field| field.kind != FieldKind::Signature && field.kind != FieldKind::File) {
                Some(field) => set(&mut found.answers, field, path, told.text.trim()),
                None => found.unknown.push((told.line, path.to_owned())),
            }
        }
    }
}

/// Puts an answer in as its question takes it; what cannot be read so stays as it is, and the form says what is wrong.
fn set(answers: &mut Answers, field: &Field, path: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    let value = match (&field.kind, text) {
        (FieldKind::YesNo, "true" | "1") => json!(true),
        (FieldKind::YesNo, "false" | "0") => json!(false),
        (FieldKind::Integer | FieldKind::Year, text) => {
            text.parse::<i64>().map_or_else(|_| json!(text), |number| json!(number))
        }
        (_, text) => json!(text),
    };
    answers.set(path, value);
}

/// `14031987` as `1987-03-14`; anything else as it is.
fn turned(date: &str) -> String {
    if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("{}-{}-{}", &date[4..], &date[2..4], &date[..2])
    } else {
        date.to_owned()
    }
}
