//! Who stands there, by command line: every service with somebody who acts for the applicant, what then is asked for and said, and
//! what is kept of an identity paper.

use crate::harness::{Answer, Desk, text_of};
use amtsstube::catalogue::{Catalogue, Paper, PersonNeed, Proxy, Service};
use serde_json::{Value, json};

/// The ways in which somebody may appear, and what a service must say for each.
const WAYS: [(&str, &[Proxy]); 5] = [
    ("in_person", &[Proxy::Allowed, Proxy::Messenger, Proxy::Never]),
    ("representative", &[Proxy::Allowed, Proxy::Messenger, Proxy::Never]),
    ("proxy", &[Proxy::Allowed]),
    ("messenger", &[Proxy::Allowed, Proxy::Messenger]),
    ("in_writing", &[Proxy::Allowed, Proxy::Messenger]),
];

struct Hall {
    desk: Desk,
    /// Somebody who may act for others, and somebody for whom.
    acts: String,
    other: String,
}

impl Hall {
    fn new() -> Self {
        let desk = Desk::demo_at("2026-11-24T09:58:00Z", 0, 1).signed_in("leitung", "2468");
        let found = desk.does(["person", "find", "a"]);
        let id = |at: usize| found[at]["id"].as_str().unwrap().to_owned();
        let (acts, other) = (id(0), id(1));
        Self { desk, acts, other }
    }

    /// Files the example of a service for somebody who appears like this, with what it cannot be filed without.
    fn files(&self, service: &Service, way: &str, more: &[&str]) -> Answer {
        let answers = self.desk.put_json("answers.json", &json!(service.example)).display().to_string();
        let mut new = vec!["case", "new", "--service", &service.slug, "--answers", &answers, "--signed"];
        new.extend(["--pay", "card", "--appears-as", way]);
        match service.person {
            PersonNeed::Required => new.push("--new-person"),
            PersonNeed::Optional => new.extend(["--person", &self.other]),
        }
        if ["proxy", "representative"].contains(&way) {
            new.extend(["--by", &self.acts]);
        }
        let needed = service.documents.iter().filter(|document| document.blocking);
        new.extend(needed.flat_map(|document| ["--seen", &document.id]));
        new.extend(more);
        self.desk.run(new)
    }

    fn shown(&self, filed: &Answer) -> Value {
        self.desk.does(["case", "show", filed.json["number"].as_str().unwrap()])
    }

    /// Whether a paper says for whom the person who reads it acts.
    fn says_for_whom(&self, filed: &Answer, kind: &str) -> bool {
        let papers = filed.json["papers"].as_array().unwrap();
        let id = papers.iter().find(|paper| paper["kind"] == kind).unwrap()["id"].as_str().unwrap();
        let file = self.desk.file(&format!("{id}.pdf"));
        let number = filed.json["number"].as_str().unwrap();
        let _ = self.desk.does(["paper", "save", number, id, "--out", file.to_str().unwrap()]);
        let text = text_of(&file).split_whitespace().collect::<Vec<_>>().join(" ");
        text.contains("in Vollmacht auftreten")
    }
}

/// What a person of the case proved to be, by their part.
fn identity(case: &Value, part: &str) -> Value {
    let persons = case["persons"].as_array().unwrap();
    persons.iter().find(|person| person["part"] == part).unwrap()["identity"].clone()
}

fn services() -> Vec<&'static Service> {
    let today = "2026-11-24".parse().unwrap();
    Catalogue::built_in().find("", today)
}

/// A letter that goes to whoever acts for the applicant.
fn is_addressed(paper: &Paper) -> bool {
    let Some(letter) = paper.letter.as_ref().filter(|_| paper.at == "filed" && paper.when.is_none()) else {
        return false;
    };
    let file = format!("{}/assets/letters/{letter}.toml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(file).unwrap().contains("\"by_proxy\"")
}

/// § 30 (2) BZRG, § 150 (2) GewO: nobody is represented there by a proxy; that somebody lives is seen.
#[test]
fn what_only_the_person_can_do_is_done_in_person() {
    let never =
        ["fuehrungszeugnis", "fuehrungszeugnis-erweitert", "gewerbezentralregister", "lebensbescheinigung"];
    for service in services() {
        assert_eq!(service.proxy == Proxy::Never, never.contains(&service.slug.as_str()), "{}", service.slug);
    }
}

/// Every service: it is filed by whoever it lets appear and by nobody else; a proxy is asked for their authority until it was seen,
/// and reads for whom they act. A new service needs no new test.
#[test]
fn every_service_knows_who_may_stand_there() {
    let hall = Hall::new();
    let mut letters = 0;
    for service in services().into_iter().filter(|service| service.in_person.is_none()) {
        let slug = service.slug.as_str();
        for (way, may) in WAYS {
            // Nobody shows anything in writing.
            let identity: &[&str] = if way == "in_writing" { &[] } else { &["--identity", "reisepass"] };
            let filed = hall.files(service, way, identity);
            let wanted = i32::from(!may.contains(&service.proxy));
            assert_eq!(filed.code, wanted, "{slug} {way}: {}", filed.json);
            let wrong = |problem: &Value| problem["where"] == "appears_as";
            let told = filed.json["problems"].as_array().is_some_and(|all| all.iter().any(wrong));
            assert_eq!(told, wanted == 1, "{slug} {way}: {}", filed.json);
        }
        if service.proxy != Proxy::Allowed {
            continue;
        }
        let authority = service.documents.iter().find(|document| document.proxy);
        let authority = authority.unwrap_or_else(|| panic!("{slug}: nobody asks for the authority"));
        let ao = authority.law.as_ref().is_some_and(|law| law.contains("§ 80 Abs. 3 AO"));
        assert_eq!(
            ao,
            slug.starts_with("hundesteuer"),
            "{slug}: § 80 AO is for taxes, § 14 VwVfG for the rest"
        );
        let filed = hall.files(service, "proxy", &[]);
        let asks =
            |filed: &Answer| hall.shown(filed)["missing"].as_array().unwrap().contains(&json!(authority.id));
        assert!(asks(&filed), "{slug}");
        assert!(
            !asks(&hall.files(service, "in_person", &[])),
            "{slug}: whoever acts for themselves needs none"
        );
        assert!(!asks(&hall.files(service, "proxy", &["--seen", &authority.id])), "{slug}");
        for paper in service.papers.iter().filter(|paper| is_addressed(paper)) {
            assert!(hall.says_for_whom(&filed, &paper.kind), "{slug}: {}", paper.kind);
            letters += 1;
        }
    }
    assert!(letters > 10, "{letters} letters say for whom");
    hall.desk.is_sound();
}

/// Every service: of an identity paper its kind is noted, in the case alone and with whoever stood there.
#[test]
fn every_service_notes_whose_identity_was_seen() {
    let hall = Hall::new();
    for service in services().into_iter().filter(|service| service.in_person.is_none()) {
        let slug = service.slug.as_str();
        let card = ["--identity", "personalausweis"];
        let case = hall.shown(&hall.files(service, "in_person", &card));
        assert_eq!(identity(&case, "applicant"), "personalausweis", "{slug}");
        let written = hall.files(service, "in_writing", &card);
        let places: Vec<&Value> =
            written.json["problems"].as_array().unwrap().iter().map(|problem| &problem["where"]).collect();
        // Whoever has to come is refused for that before anything else.
        let place = if service.proxy == Proxy::Never { "appears_as" } else { "seen" };
        assert!(places.contains(&&json!(place)), "{slug}: {places:?}");
        let number = hall.files(service, "in_person", &["--identity", "L01X00T47"]);
        assert_eq!(number.code, 2, "{slug}: a number is no kind");
        if service.proxy == Proxy::Allowed {
            let case = hall.shown(&hall.files(service, "proxy", &card));
            assert_eq!(identity(&case, "applicant"), Value::Null, "{slug}: they were not there");
            assert_eq!(identity(&case, "representative"), "personalausweis", "{slug}");
        }
    }
    let kept = hall.desk.does(["person", "find", "a"]);
    assert!(!kept.to_string().contains("personalausweis"), "kept with the cases and no longer: {kept}");
}
