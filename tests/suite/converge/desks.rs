//! The desks of the simulation: each with its folders, its clock and its line to one service. Draws nothing at random.

use amtsstube::desk::chance::Chance;
use amtsstube::desk::clock::Clock;
use amtsstube::desk::conflict::About;
use amtsstube::desk::correct::Wanted;
use amtsstube::desk::intake::{Intake, Participant, Party, Settlement};
use amtsstube::desk::kreis::Agreed;
use amtsstube::desk::look::{Filter, Page, Sort, View};
use amtsstube::desk::open::Key;
use amtsstube::desk::till::{self, Counting};
use amtsstube::desk::{Desk, DeskError, Session};
use amtsstube::domain::case::{APPLICANT, AppearsAs, Case, Outcome, Signature};
use amtsstube::domain::decide::Command;
use amtsstube::domain::id::{CaseId, DeviceId, Digest, EventRef, PersonId};
use amtsstube::domain::person::fields;
use amtsstube::domain::town::Town as Values;
use amtsstube::domain::user::{Group, Role};
use amtsstube::store::{CaseView, Place, Projector, Store, StoreError};
use amtsstube::sync::{Lost, SyncError};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;

use crate::converge::acts::Act;
use crate::converge::line::Kreis;
use crate::town::{NOW, Town, texts};

/// Services that are taken in, each with an answer that is corrected.
const SERVICES: [(&str, &str); 3] = [
    ("beglaubigung", "vorlage_bei"),
    ("hundesteuer-anmeldung", "farbe"),
    ("gewerbe-anmeldung", "taetigkeit"),
];

/// What the town has to say before it can decide about a dog.
const TAX: [(&str, &str); 11] = [
    ("hundesteuer.erster", "48"),
    ("hundesteuer.zweiter", "60"),
    ("hundesteuer.dritter", "72"),
    ("hundesteuer.beginn", "monat"),
    ("hundesteuer.anteil", "monate"),
    ("hundesteuer.erste_zahlung", "monat"),
    ("hundesteuer.folgejahre", "weiter"),
    ("hundesteuer.termine", "15.02., 15.05., 15.08., 15.11."),
    ("court.name", "Verwaltungsgericht Münster"),
    ("court.street", "Gerichtsstraße 1"),
    ("court.place", "48000 Münster"),
];

/// One desk.
pub struct Office {
    pub desk: Desk,
    pub device: DeviceId,
    folder: TempDir,
    key: Key,
    copy: Option<Vec<u8>>,
}

/// All of them.
pub struct Desks {
    pub kreis: Kreis,
    pub desks: Vec<Office>,
    /// Everything that was ever given out, also what got lost with a database.
    pub numbers: Vec<String>,
    /// Acts that were refused, and why.
    pub refused: Vec<(String, DeskError)>,
    pub clerk: Session,
    pub admin: Session,
    /// The second person, where two are needed.
    pub head: Session,
    seed: u64,
    filed: usize,
}

pub fn place(folder: &Path) -> Place {
    Place { data: folder.join("data"), state: folder.join("state") }
}

fn clock(years: i32) -> Clock {
    let now: chrono::DateTime<chrono::Utc> = NOW.parse().unwrap();
    Clock::Fixed(now + chrono::Duration::days(i64::from(years) * 365))
}

impl Desks {
    /// So many desks that know each other.
    pub fn new(count: usize) -> Self {
        let Town { desk, admin, clerk, folder, key } =
            Town::new(&[Role::Counter, Role::Clerk, Role::Cashier, Role::Head]);
        desk.set_town(&admin, &texts(&TAX)).unwrap();
        let second = desk.add_user(&admin, "zweite", "Berta Bertels", "3579").unwrap();
        desk.grant(&admin, second, Role::Head, Group::ALL.into()).unwrap();
        let head = desk.sign_in("zweite", "3579").unwrap();
        let first = Office { desk, device: DeviceId(uuid::Uuid::nil()), folder, key, copy: None };
        let (kreis, numbers, refused) = (Kreis::new(), Vec::new(), Vec::new());
        let desks = vec![first];
        let mut desks = Self { kreis, desks, numbers, refused, clerk, admin, head, seed: 1, filed: 0 };
        desks.enrol(0);
        let _ = desks.agree(0, Vec::new()).unwrap();
        for _ in 1..count {
            let at = desks.new_desk();
            desks.enrol(at);
            let _ = desks.agree(at, Vec::new()).unwrap();
        }
        desks
    }

    /// A desk that begins empty, not enrolled yet.
    pub fn new_desk(&mut self) -> usize {
        let (folder, chance) = (TempDir::new().unwrap(), self.chance());
        let key = Desk::new_key(&chance).unwrap();
        Desk::create(&place(folder.path()), &key, clock(0), &chance).unwrap();
        let desk = Desk::open(&place(folder.path()), &key, clock(0), chance).unwrap();
        self.desks.push(Office { desk, device: DeviceId(uuid::Uuid::nil()), folder, key, copy: None });
        self.desks.len() - 1
    }

    fn chance(&mut self) -> Chance {
        self.seed += 1;
        Chance::seeded(self.seed)
    }

    /// Lets a desk in, with a new code.
    pub fn enrol(&mut self, at: usize) {
        let code = self.kreis.code(&format!("Platz {at}"));
        let mut door = self.kreis.line(self.desks[at].device, Vec::new());
        let desk = &self.desks[at].desk;
        let enrolled = desk.enrol_at(&mut door, Some(&self.admin), "https://kreis", &code);
        let letters = enrolled.unwrap_or_else(|error| panic!("{:#?}", error.problems())).code;
        self.desks[at].device = self.kreis.device(&letters);
    }

    /// One round over a line that breaks so.
    pub fn agree(&self, at: usize, breaks: Vec<u8>) -> Result<Agreed, DeskError> {
        let mut line = self.kreis.line(self.desks[at].device, breaks);
        self.desks[at].desk.agree_over(&mut line, Duration::ZERO, &mut |_| true)
    }

    /// Rounds over whole lines until nobody has anything to say.
    pub fn agree_at_last(&self) {
        for _ in 0..8 {
            let rounds = (0..self.desks.len()).map(|at| self.agree(at, Vec::new()));
            let said: Vec<Agreed> =
                rounds.map(|agreed| agreed.unwrap_or_else(|error| panic!("{error}"))).collect();
            if said.iter().all(|agreed| !agreed.did_something()) {
                return;
            }
        }
        panic!("they never come to an end");
    }

    /// Does an act, or notes why it was refused.
    pub fn does(&mut self, at: usize, act: &Act) {
        match self.tries(at, act) {
            Ok(()) => {}
            Err(error @ DeskError::Refused(_)) => self.refused.push((format!("{act:?}"), error)),
            Err(error) => panic!("{act:?}: {error}: {:#?}", error.problems()),
        }
    }

    /// Does not do an act, and says why by the id of a sentence.
    pub fn does_not(&mut self, at: usize, act: &Act, id: &str) {
        let problems = self.tries(at, act).expect_err("refused").problems();
        assert_eq!(problems[0].id, id, "{problems:#?}");
    }

    pub fn tries(&mut self, at: usize, act: &Act) -> Result<(), DeskError> {
        match act {
            Act::File(service, paid) => self.file(at, *service, *paid),
            Act::Agree(breaks) => match self.agree(at, breaks.clone()) {
                Err(DeskError::Sync(SyncError::Lost(Lost::NoAnswer(_)))) => Ok(()),
                other => other.map(drop),
            },
            Act::Clock(years) => {
                self.desks[at].desk.clock = clock(*years);
                Ok(())
            }
            Act::Copy => {
                self.copy(at);
                Ok(())
            }
            Act::Restore => {
                self.restore(at);
                Ok(())
            }
            Act::Town(value) => {
                let phone = texts(&[("phone", &format!("02542 {value}"))]);
                self.desks[at].desk.set_town(&self.admin, &phone)
            }
            Act::Resolve => self.resolve(at),
            Act::Till => self.close_till(at),
            Act::Propose => self.propose(at),
            Act::Confirm => self.confirm(at),
            Act::Person(index, value) => self.moves_house(at, *index, *value),
            _ => self.with_case(at, act),
        }
    }

    /// Counts the till of a desk, whatever is in it, from the first day on.
    pub fn close_till(&self, at: usize) -> Result<(), DeskError> {
        let desk = &self.desks[at].desk;
        let is_first = desk.till(&self.clerk, till::Wanted::default())?.last.is_none();
        let since = is_first.then(|| "2000-01-01".parse().unwrap());
        let counting = Counting { since, reason: "nicht gezählt".to_owned(), ..Counting::default() };
        desk.close_till(&self.clerk, desk.new_closing()?, &counting, None).map(drop)
    }

    /// What was booked, and the closing that counts it.
    pub fn booked(&self, at: usize) -> Vec<(String, bool, String)> {
        let (from, until) = ("2000-01-01".parse().unwrap(), "2100-01-01".parse().unwrap());
        let lines = self.desks[at].desk.journal_between(&self.clerk, from, until).unwrap().into_iter();
        lines.map(|(entry, closing)| (entry.receipt, entry.cancels, closing)).collect()
    }

    /// How many closings count each receipt, without those that another one corrects.
    pub fn counted(&self, at: usize) -> BTreeMap<(String, bool), usize> {
        let desk = &self.desks[at].desk;
        let (from, until) = ("2000-01-01".parse().unwrap(), "2100-01-01".parse().unwrap());
        let store = self.store(at);
        let mut counted = BTreeMap::new();
        for closing in desk.closings(&self.clerk, from, until, usize::MAX).unwrap() {
            let read = store.read(|db| -> Result<_, StoreError> { db.closing(closing.row.id) });
            for booking in read.unwrap().unwrap().closed.bookings {
                *counted.entry((booking.receipt, booking.cancels)).or_default() += 1;
            }
        }
        counted
    }

    fn file(&mut self, at: usize, service: usize, paid: bool) -> Result<(), DeskError> {
        self.filed += 1;
        let desk = &self.desks[at].desk;
        let intake = self.intake(desk, SERVICES[service % SERVICES.len()].0, paid)?;
        let filed = desk.file_case(&self.clerk, &intake)?;
        self.numbers.push(filed.number);
        self.numbers.extend(filed.receipt);
        Ok(())
    }

    fn intake(&self, desk: &Desk, service: &str, paid: bool) -> Result<Intake, DeskError> {
        let mut intake = desk.new_intake(&self.clerk, service)?;
        let service = desk.service(&intake.service, &intake.version)?;
        intake.answers = service.example.clone();
        let letter = |of: usize| char::from(b'a' + u8::try_from(of % 26).unwrap());
        let name = format!("Nienhaus{}{}", letter(self.filed / 26), letter(self.filed));
        intake.participants = vec![Participant {
            party: Party::New(texts(&[(fields::FAMILY, &name), (fields::GIVEN, "Käthe")])),
            part: APPLICANT.to_owned(),
            appears_as: AppearsAs::InPerson,
            seen: Some("personalausweis".to_owned()),
            certain: true,
        }];
        intake.documents = service.documents.iter().filter(|d| d.blocking).map(|d| d.id.clone()).collect();
        intake.signature = service.is_signed().then_some(Signature::Seen);
        intake.settlement = if paid { Settlement::Card } else { Settlement::Later };
        Ok(intake)
    }

    /// Cases that a desk has, in the order of their numbers.
    pub fn cases(&self, at: usize) -> Vec<CaseId> {
        let filter = Filter { view: View::All, ..Filter::default() };
        let rows = self.desks[at].desk.cases(&self.clerk, &filter, Sort::default(), &Page::first(1000));
        let mut rows: Vec<_> = rows.unwrap().into_iter().map(|row| (row.number, row.id)).collect();
        rows.sort();
        rows.into_iter().map(|(_, id)| id).collect()
    }

    pub fn case(&self, at: usize, id: CaseId) -> Case {
        self.desks[at].desk.sheet_again(&self.clerk, id).unwrap().case
    }

    fn with_case(&mut self, at: usize, act: &Act) -> Result<(), DeskError> {
        let cases = self.cases(at);
        let (Act::Correct(index, _)
        | Act::Pay(index)
        | Act::Decide(index)
        | Act::Note(index)
        | Act::Assign(index)
        | Act::Issue(index)
        | Act::Close(index)
        | Act::Reopen(index)) = act
        else {
            return Ok(());
        };
        let Some(id) = cases.get(index % cases.len().max(1)).copied() else { return Ok(()) };
        let (desk, clerk, text) = (&self.desks[at].desk, &self.clerk, |text: &str| text.to_owned());
        match act {
            Act::Correct(_, value) => {
                let case = self.case(at, id);
                let field = SERVICES.iter().find(|(slug, _)| *slug == case.opened.service).unwrap().1;
                let wanted = Wanted {
                    answers: [(text(field), format!("Wert {value}").into())].into(),
                    reason: text("Tippfehler"),
                    own_mistake: Some(false),
                    ..Wanted::default()
                };
                desk.correct(clerk, id, &wanted, "de").map(drop)
            }
            Act::Pay(_) => {
                let receipt = desk.settle(clerk, id, &Settlement::Card)?;
                self.numbers.extend(receipt);
                Ok(())
            }
            Act::Decide(_) => {
                let decide =
                    Command::Decide { outcome: Outcome::Granted, reasons: text(""), conditions: Vec::new() };
                desk.act(clerk, id, decide)
            }
            Act::Note(_) => desk.act(clerk, id, Command::Note { text: text("rief an"), call: true }),
            Act::Assign(_) => desk.act(clerk, id, Command::Assign { to: Some(clerk.user) }),
            Act::Close(_) => desk.act(clerk, id, Command::Close { reason: text("erledigt") }),
            Act::Reopen(_) => desk.act(clerk, id, Command::Reopen { reason: text("Nachfrage") }),
            _ => {
                let sheet = desk.sheet_again(clerk, id)?;
                let is_there = |kind: &str| sheet.case.papers.iter().any(|paper| paper.issued.kind == kind);
                let missing = sheet.assessment.papers.iter().find(|due| !is_there(&due.kind));
                let kind = missing.map(|due| due.kind.clone());
                kind.map_or(Ok(()), |kind| desk.issue(clerk, id, &kind).map(drop))
            }
        }
    }

    fn persons(&self, at: usize) -> Vec<PersonId> {
        let applicants = self.cases(at).into_iter().filter_map(|id| self.case(at, id).applicant());
        applicants.collect()
    }

    fn moves_house(&self, at: usize, index: usize, value: u8) -> Result<(), DeskError> {
        let persons = self.persons(at);
        let Some(id) = persons.get(index % persons.len().max(1)) else { return Ok(()) };
        let desk = &self.desks[at].desk;
        let house = [("street", "Hauptstraße"), ("house", &(value + 1).to_string())];
        let known = desk.person(&self.clerk, *id)?;
        let names = [fields::FAMILY, fields::GIVEN].map(|field| (field, known.get(field)));
        desk.save_person(&self.clerk, Some(*id), &texts(&[names, house].concat())).map(drop)
    }

    fn resolve(&self, at: usize) -> Result<(), DeskError> {
        let desk = &self.desks[at].desk;
        let open = desk.conflicts(&self.clerk, "de")?;
        let mut choices: BTreeMap<About, BTreeMap<String, _>> = BTreeMap::new();
        for conflict in open.conflicts {
            let choice = conflict.choice(conflict.versions[0].value.clone());
            let _ = choices.entry(conflict.about).or_default().insert(conflict.field, choice);
        }
        for (about, choices) in choices {
            desk.resolve(&self.clerk, about, &choices, "gefragt")?;
        }
        for task in desk.conflicts(&self.clerk, "de")?.tasks {
            desk.settle_clash(&self.clerk, task.case, &task.clash, "angesehen")?;
        }
        Ok(())
    }

    /// Closes a desk, does something with its folder, and opens it again.
    pub fn away<T>(&mut self, at: usize, work: impl FnOnce(&mut Office, &Path) -> T) -> T {
        let (elsewhere, chance) = (TempDir::new().unwrap(), self.chance());
        let place1 = &mut self.desks[at];
        let clock = place1.desk.clock;
        // Another desk stands in while this one is closed: nothing is open twice.
        Desk::create(&place(elsewhere.path()), &place1.key, clock, &chance).unwrap();
        let stands_in = Desk::open(&place(elsewhere.path()), &place1.key, clock, chance.clone()).unwrap();
        drop(std::mem::replace(&mut place1.desk, stands_in));
        let folder = place1.folder.path().to_owned();
        let value = work(place1, &folder);
        place1.desk = Desk::open(&place(&folder), &place1.key, clock, chance).unwrap();
        value
    }

    /// Takes a copy of the database.
    pub fn copy(&mut self, at: usize) {
        self.away(at, |desk, folder| {
            desk.copy = Some(std::fs::read(place(folder).database()).unwrap());
        });
    }

    /// Puts the copy back.
    pub fn put_back(&mut self, at: usize) {
        self.away(at, |desk, folder| {
            std::fs::write(place(folder).database(), desk.copy.as_ref().unwrap()).unwrap();
        });
    }

    /// Another machine with the same disk: database, anchor and machine id.
    pub fn clone_of(&mut self, at: usize) -> usize {
        let copy = TempDir::new().unwrap();
        self.away(at, |_, folder| {
            for part in ["data", "state"] {
                std::fs::create_dir(copy.path().join(part)).unwrap();
                for file in std::fs::read_dir(folder.join(part)).unwrap() {
                    let file = file.unwrap();
                    let _ =
                        std::fs::copy(file.path(), copy.path().join(part).join(file.file_name())).unwrap();
                }
            }
        });
        let chance = self.chance();
        let (device, key) = (self.desks[at].device, self.desks[at].key.clone());
        let desk = Desk::open(&place(copy.path()), &key, clock(0), chance).unwrap();
        self.desks.push(Office { desk, device, folder: copy, key, copy: None });
        self.desks.len() - 1
    }

    /// One round over a line that breaks so, with the bytes that it carried.
    pub fn measured(&self, at: usize, breaks: Vec<u8>) -> (usize, usize, Result<Agreed, DeskError>) {
        let mut line = self.kreis.line(self.desks[at].device, breaks);
        let agreed = self.desks[at].desk.agree_over(&mut line, Duration::ZERO, &mut |_| true);
        (line.asked, line.carried, agreed)
    }

    /// Attaches a file of so many bytes to the first case.
    pub fn attaches(&self, at: usize, bytes: usize) {
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut state = 1_u32;
        file.resize_with(bytes, || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        });
        let path = self.folder(at).join("anlage.pdf");
        std::fs::write(&path, file).unwrap();
        self.desks[at].desk.attach_to_case(&self.clerk, self.cases(at)[0], &path, None).unwrap();
    }

    /// Begins an intake for somebody of this name, and keeps it as a draft.
    pub fn draft(&self, at: usize, name: &str) {
        let desk = &self.desks[at].desk;
        let mut intake = self.intake(desk, "beglaubigung", false).unwrap();
        intake.participants[0].party = Party::New(texts(&[(fields::FAMILY, name)]));
        desk.save_draft(&self.clerk, &intake).unwrap();
    }

    /// Puts the copy back, and lets the desk go on as the head and the Kreis say.
    pub fn restore(&mut self, at: usize) {
        if self.desks[at].copy.is_none() {
            return;
        }
        self.put_back(at);
        match self.desks[at].desk.continue_as_new(&self.clerk, "Sicherung eingespielt") {
            Ok(_) => self.enrol(at),
            Err(error) => assert_eq!(error.problems()[0].id, "desk-is-newest", "{error}"),
        }
    }

    /// Everything that a desk shows.
    pub fn shows(&self, at: usize) -> Vec<String> {
        let desk = &self.desks[at].desk;
        let mut shown: Vec<String> =
            self.cases(at).iter().map(|id| format!("{:#?}", self.case(at, *id))).collect();
        let person = |id: PersonId| format!("{:#?}", desk.person(&self.clerk, id).unwrap());
        shown.extend(self.persons(at).into_iter().map(person));
        shown.push(format!("{:#?} {:#?}", desk.town().unwrap(), desk.users(&self.clerk).unwrap()));
        shown.push(format!("{:#?}", desk.conflicts(&self.clerk, "de").unwrap()));
        shown
    }

    /// Whether anything is disputed at a desk.
    pub fn is_disputed(&self, at: usize) -> bool {
        let open = self.desks[at].desk.conflicts(&self.clerk, "de").unwrap();
        !open.conflicts.is_empty() || !open.tasks.is_empty()
    }

    pub fn is_sound(&self, at: usize) {
        let report = self.desks[at].desk.verify().unwrap();
        assert!(report.is_clean(), "desk {at}: {:#?}", report.problems);
    }

    /// What the service acknowledged.
    pub fn acknowledged(&self) -> Vec<(DeviceId, u64, Digest)> {
        self.kreis.acknowledged().into_iter().map(|((device, seq), hash)| (device, seq, hash)).collect()
    }

    /// The store of a desk, for what no screen shows.
    pub fn store(&self, at: usize) -> Store {
        let desk = &self.desks[at];
        let salts = Arc::new(|| Some([7; 16]));
        Store::open(&place(desk.folder.path()), &desk.key, Arc::new(NoWords), salts).unwrap()
    }

    pub fn folder(&self, at: usize) -> &Path {
        self.desks[at].folder.path()
    }
}

/// The hash of an event at a desk.
pub fn hash_at(store: &Store, event: EventRef) -> Option<Digest> {
    store.read(|db| -> Result<_, StoreError> { db.hash_at(event) }).unwrap()
}

/// Reads the log alone.
struct NoWords;

impl Projector for NoWords {
    fn view(&self, _: &Case, _: &Values) -> CaseView {
        CaseView::default()
    }
}
