//! A town hall for tests that use the desk itself: a database of its own, a clock that stands, one administrator, one
//! clerk. Files nothing.

use amtsstube::desk::chance::Chance;
use amtsstube::desk::clock::Clock;
use amtsstube::desk::open::Key;
use amtsstube::desk::{Desk, Session};
use amtsstube::domain::user::{Group, Role};
use amtsstube::store::Place;
use amtsstube::words::{Language, speak};
use std::collections::BTreeMap;
use tempfile::TempDir;

/// Tuesday, 24 November 2026, two minutes to eleven at the counter.
pub const NOW: &str = "2026-11-24T09:58:00Z";

/// What every town has said of itself.
const SAID: [(&str, &str); 6] = [
    ("name", "Gescher"),
    ("authority", "Stadt Gescher"),
    ("ags", "05554016"),
    ("street", "Marktplatz 1"),
    ("postcode", "48712"),
    ("place", "Gescher"),
];

/// The town hall; gone when it is dropped.
pub struct Town {
    pub desk: Desk,
    pub admin: Session,
    pub clerk: Session,
    pub folder: TempDir,
    pub key: Key,
}

impl Town {
    /// With a clerk who has these roles for all services.
    pub fn new(roles: &[Role]) -> Self {
        Self::with_clerk("Ada Terhürne", roles)
    }

    /// With a clerk of another name.
    pub fn with_clerk(name: &str, roles: &[Role]) -> Self {
        speak(Language::German);
        let folder = tempfile::tempdir().unwrap();
        let chance = Chance::seeded(1);
        let key = Desk::new_key(&chance).unwrap();
        Desk::create(&place(&folder), &key, clock(), &chance).unwrap();
        let desk = Desk::open(&place(&folder), &key, clock(), chance).unwrap();
        let admin = desk.first_administrator("admin", "Admina Muster", "2468").unwrap();
        desk.set_town(&admin, &texts(&SAID)).unwrap();
        let clerk = desk.add_user(&admin, "clerk", name, "1357").unwrap();
        for role in roles {
            desk.grant(&admin, clerk, *role, Group::ALL.into()).unwrap();
        }
        let clerk = desk.sign_in("clerk", "1357").unwrap();
        Self { desk, admin, clerk, folder, key }
    }

    /// The same database, opened by another program after the first one has ended.
    pub fn reopened(self) -> Self {
        let Self { desk, admin, clerk, folder, key } = self;
        drop(desk);
        let desk = Desk::open(&place(&folder), &key, clock(), Chance::System).unwrap();
        Self { desk, admin, clerk, folder, key }
    }
}

fn place(folder: &TempDir) -> Place {
    Place { data: folder.path().join("data"), state: folder.path().join("state") }
}

fn clock() -> Clock {
    Clock::Fixed(NOW.parse().unwrap())
}

/// Names and values as the desk takes them.
pub fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}
