//! An office with a real database, let in by a service that is a key alone.

use super::super::*;
use crate::desk::chance::Chance;
use crate::desk::clock::Clock;
use crate::desk::intake::{Intake, Participant, Party, Settlement};
use crate::domain::case::AppearsAs;
use crate::domain::event::Outline;
use crate::domain::id::DeviceId;
use crate::domain::town::keys;
use crate::domain::user::{Group, Role};
use crate::store::{Enrolment, Followed, Logged, Place, StoreError, TownDesk};
use crate::wire::{Certificate, OwnDesk, SecretKey, Signed};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

pub const TOWN: &str = "05554016";
pub const KREIS: &str = "05554000";

pub fn now() -> DateTime<Utc> {
    "2026-11-24T09:00:00Z".parse().expect("a moment")
}

/// A desk of an office.
pub struct Office {
    pub desk: Desk,
    pub clerk: Session,
    pub ags: &'static str,
    pub key: SecretKey,
    pub device: DeviceId,
    _dir: tempfile::TempDir,
}

/// The service's key: it certifies all desks.
pub fn service() -> SecretKey {
    SecretKey::new(&[9; 32])
}

impl Office {
    pub fn new(ags: &'static str, name: &str, seed: u64) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let place = Place { data: dir.path().join("data"), state: dir.path().join("state") };
        let (clock, chance) = (Clock::Fixed(now()), Chance::seeded(seed));
        let key = Desk::new_key(&chance).expect("a key");
        Desk::create(&place, &key, clock, &chance).expect("created");
        let desk = Desk::open(&place, &key, clock, chance).expect("opened");
        let admin = desk.first_administrator("admin", "Admina Muster", "2468").expect("first start");
        let said = [(keys::AUTHORITY, name), (keys::AGS, ags), (keys::KREIS_NAME, "Kreis Borken")];
        desk.set_town(&admin, &texts(&said)).expect("said");
        let court = [("court.name", "Verwaltungsgericht Münster"), ("court.street", "Gerichtsstraße 1")];
        desk.set_town(&admin, &texts(&court)).expect("said");
        let place = [("court.place", "48000 Münster"), ("wohnberechtigungsschein.gebuehr", "20")];
        desk.set_town(&admin, &texts(&place)).expect("said");
        let address =
            [("name", name), ("street", "Marktplatz 1"), ("postcode", "48712"), ("place", "Gescher")];
        desk.set_town(&admin, &texts(&address)).expect("said");
        let user = desk.add_user(&admin, "clerk", "Ada Terhürne", "1357").expect("added");
        for role in [Role::Counter, Role::Clerk] {
            desk.grant(&admin, user, role, Group::ALL.into()).expect("granted");
        }
        let clerk = desk.sign_in("clerk", "1357").expect("signed in");
        let device = desk.store.read(|db| -> Result<_, StoreError> { db.device() }).expect("a desk").id;
        let seed = u8::try_from(seed).expect("small");
        let key = SecretKey::new(&[seed; 32]);
        let office = Self { desk, clerk, ags, key, device, _dir: dir };
        office.enrol();
        office
    }

    pub fn enrol(&self) {
        let enrolment = Enrolment {
            key: self.key.seed(),
            url: "https://kreis".into(),
            pin: Digest::default(),
            town: self.ags.into(),
            service: service().public().0,
            heard: (0, Digest::default()),
            heard_at: None,
            silent_from: None,
        };
        let _ = self.desk.store.write(|tx| tx.enrol(&enrolment)).expect("enrolled");
    }

    pub fn certificate(&self, given_at: DateTime<Utc>) -> Signed {
        let certificate = Certificate {
            town: self.ags.into(),
            name: "Schalter".into(),
            desks: vec![OwnDesk { device: self.device, code: "A".into() }],
            key: self.key.public(),
            given_at,
            valid_until: None,
        };
        certificate.sign(&service()).expect("signed")
    }

    /// Knows the desks of an office, as the service says.
    pub fn knows(&self, ags: &str, name: &str, desks: &[&Office]) {
        let certificates: Vec<Vec<u8>> =
            desks.iter().map(|desk| desk.certificate(now()).bytes().to_vec()).collect();
        let mark = Digest::of(&[&certificates.concat()]);
        let _ = self.desk.store.write(|tx| tx.set_office(ags, name, mark, &certificates)).expect("known");
    }

    pub fn bundle(&self, case: CaseId) -> Vec<u8> {
        self.desk.bundle(&self.clerk, case).expect("a sealed file").1
    }

    pub fn takes(&self, bytes: &[u8]) -> Taken {
        let taken = self.desk.take_in(&self.clerk, bytes, &plain);
        taken.unwrap_or_else(|error| panic!("{:#?}", error.problems()))
    }

    pub fn refuses(&self, bytes: &[u8]) -> crate::domain::problem::Problem {
        self.desk.take_in(&self.clerk, bytes, &plain).expect_err("refused").problems().remove(0)
    }

    pub fn case(&self, id: CaseId) -> crate::domain::case::Case {
        self.desk.sheet_again(&self.clerk, id).expect("the case").case
    }

    pub fn files(&self, slug: &str) -> CaseId {
        let mut intake: Intake = self.desk.new_intake(&self.clerk, slug).expect("an intake");
        let service = self.desk.service(&intake.service, &intake.version).expect("the service");
        intake.answers = service.example.clone();
        intake.participants = vec![Participant {
            party: Party::New(BTreeMap::new()),
            part: "applicant".to_owned(),
            appears_as: AppearsAs::InPerson,
            seen: Some("personalausweis".to_owned()),
            certain: true,
        }];
        intake.documents = service.documents.iter().map(|document| document.id.clone()).collect();
        intake.signature = service.is_signed().then_some(crate::domain::case::Signature::Seen);
        intake.settlement = Settlement::Later;
        let filed = self.desk.file_case(&self.clerk, &intake);
        filed.unwrap_or_else(|error| panic!("{:#?}", error.problems())).case
    }

    pub fn hands_over(&self, case: CaseId) -> Gone {
        let gone = self.desk.hand_over(&self.clerk, case, "Der Kreis ist zuständig");
        gone.unwrap_or_else(|error| panic!("{:#?}", error.problems()))
    }
}

pub fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

pub fn plain(id: &str, args: &Args) -> String {
    format!("{id} {args:?}")
}

/// A town and its Kreis that know each other.
pub fn both() -> (Office, Office) {
    let (town, kreis) = (Office::new(TOWN, "Stadt Gescher", 1), Office::new(KREIS, "Kreis Borken", 2));
    for office in [&town, &kreis] {
        office.knows(TOWN, "Stadt Gescher", &[&town]);
        office.knows(KREIS, "Kreis Borken", &[&kreis]);
    }
    (town, kreis)
}

/// Everything that a desk wrote comes to another of its town, without a paper: as a round does that breaks off between both.
pub fn hears(desk: &Office, from: &Office) {
    let chain =
        from.desk.store.read(|db| -> Result<_, StoreError> { db.chain_after(from.device, 0, 10_000) });
    let chain = chain.expect("read");
    let outline = |logged: &Logged| serde_json::from_slice::<Outline>(&logged.envelope).expect("an event");
    let outlines: Vec<Outline> = chain.iter().map(outline).collect();
    let piece: Vec<Followed<'_>> = chain
        .iter()
        .zip(&outlines)
        .map(|(logged, outline)| {
            let payload = logged.payload.as_ref().map(|(salt, bytes)| (salt, bytes.as_slice()));
            Followed { outline, envelope: &logged.envelope, payload }
        })
        .collect();
    let (device, key) = (from.device, from.key.public().0);
    let known = TownDesk { device, code: "B".into(), name: "Schalter".into(), key };
    let _ = desk
        .desk
        .store
        .write(|tx| {
            tx.know_desk(&known)?;
            tx.insert_chain(&piece)
        })
        .expect("heard");
}
