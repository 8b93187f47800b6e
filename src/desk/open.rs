//! Opening an installation: where it lies, which key opens it, and making a new one. Signs nobody in.

use super::Desk;
use super::chance::Chance;
use super::clock::Clock;
use super::error::DeskError;
use super::handover::Glances;
use super::inbox::Founds;
use super::kreis::Brake;
use super::projector::CatalogueView;
use super::session::Unnoted;
use super::shelf::Shelf;
use crate::domain::id::{DeviceId, Digest};
pub use crate::store::vault::Key;
use crate::store::vault::{self, Keeper, Sources};
use crate::store::{NewDevice, Store, StoreError};
pub use crate::store::{Place, WindowLock};
use crate::sync::Presence;
use directories::ProjectDirs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The code of a town's first desk; later ones get theirs when they are enrolled.
const FIRST_DESK: &str = "A";

/// How long the keyring may take: somebody may have to type its password.
const PATIENCE: Duration = Duration::from_mins(1);

/// Where an installation lies unless somebody says otherwise: data in the user's data folder, the anchor in the state
/// folder, apart for each data folder. `AMTSSTUBE_STATE` names another state folder.
pub fn place(data: Option<PathBuf>) -> Result<Place, DeskError> {
    let dirs = ProjectDirs::from("de", "", "amtsstube").ok_or_else(|| DeskError::because("no-home"))?;
    let state = std::env::var_os("AMTSSTUBE_STATE").map(PathBuf::from);
    let data = data.unwrap_or_else(|| dirs.data_dir().to_owned());
    let data = std::path::absolute(&data).unwrap_or(data);
    let states = dirs.state_dir().map_or_else(|| dirs.data_local_dir().join("state"), ToOwned::to_owned);
    let state = state.unwrap_or_else(|| states.join(name_of(&data)));
    Ok(Place { data, state })
}

/// Tells data folders apart, by whichever way they are reached.
fn name_of(data: &Path) -> String {
    let known = data.ancestors().find_map(|folder| Some((folder, folder.canonicalize().ok()?)));
    let rest = |folder: &Path| data.strip_prefix(folder).map(ToOwned::to_owned).unwrap_or_default();
    let real = known.map_or_else(|| data.to_owned(), |(folder, real)| real.join(rest(folder)));
    let real: PathBuf = real.components().collect();
    Digest::of(&[real.as_os_str().as_encoded_bytes()]).to_string().chars().take(16).collect()
}

/// Keeps a second window from the same data for as long as it is held. Nothing is held where the folder takes no writing:
/// looking must stay possible, and no number is handed out there.
pub fn window_lock(place: &Place) -> Result<Option<WindowLock>, DeskError> {
    match WindowLock::take(place) {
        Ok(Some(lock)) => Ok(Some(lock)),
        Ok(None) => Err(DeskError::because("window-open-already")),
        Err(error) => Ok(error.unless_unwritable().map(|()| None)?),
    }
}

/// A key as it was handed over, where there is one.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// 64 hexadecimal digits, or the passphrase that wraps the key.
    pub text: Option<String>,
    /// A file with the same.
    pub file: Option<PathBuf>,
}

fn sources(given: &Given) -> Result<Sources, DeskError> {
    let dirs = ProjectDirs::from("de", "", "amtsstube").ok_or_else(|| DeskError::because("no-home"))?;
    let wrapped_in = dirs.config_dir().to_owned();
    Ok(Sources {
        given: given.text.clone(),
        key_file: given.file.clone(),
        wrapped_in,
        keyring: Some(PATIENCE),
    })
}

/// The key of a database that is there.
pub fn key(place: &Place, given: &Given) -> Result<Key, DeskError> {
    if !place.database().exists() {
        return Err(StoreError::Missing(place.database()).into());
    }
    Ok(vault::find(place, &sources(given)?).map_err(|error| error.problem())?)
}

/// Makes the database of a new desk with the key that was given, or with a new one that is kept: wrapped by the
/// passphrase that was given, else in the keyring. A key that cannot be kept makes no database.
pub fn create(place: &Place, given: &Given, clock: Clock, chance: &Chance) -> Result<Key, DeskError> {
    if place.database().exists() {
        return Err(StoreError::Exists(place.database()).into());
    }
    let key = new_key(given, chance)?;
    keep(place, given, &key, chance)?;
    Desk::create(place, &key, clock, chance)?;
    Ok(key)
}

/// What was handed over, from wherever it was.
fn text(given: &Given) -> Result<Option<String>, DeskError> {
    let read = |path: &PathBuf| {
        std::fs::read_to_string(path)
            .map_err(|source| DeskError::File { path: path.display().to_string(), source })
    };
    let text = match (&given.text, &given.file) {
        (None, Some(path)) => Some(read(path)?),
        (text, _) => text.clone(),
    };
    Ok(text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()))
}

/// The key that was given, else a new one.
pub(super) fn new_key(given: &Given, chance: &Chance) -> Result<Key, DeskError> {
    match text(given)?.as_deref().and_then(Key::from_hex) {
        Some(key) => Ok(key),
        None => Desk::new_key(chance),
    }
}

/// Keeps a key so that it is found again: wrapped by the passphrase that was given, else in the keyring. Whoever gave the
/// key itself keeps it; another than the database's is refused.
pub(super) fn keep(place: &Place, given: &Given, key: &Key, chance: &Chance) -> Result<(), DeskError> {
    let text = text(given)?;
    if let Some(own) = text.as_deref().and_then(Key::from_hex) {
        return if own == *key { Ok(()) } else { Err(StoreError::WrongKey.into()) };
    }
    let keeper = match text {
        Some(passphrase) => {
            Keeper::Wrapped { dir: sources(given)?.wrapped_in, passphrase, salt: chance.bytes()? }
        }
        None => Keeper::Keyring(PATIENCE),
    };
    Ok(vault::keep(place, key, &keeper).map_err(|error| error.problem())?)
}

impl Desk {
    /// Makes the database of a new desk. Refused where there is one.
    pub fn create(place: &Place, key: &Key, clock: Clock, chance: &Chance) -> Result<(), DeskError> {
        let now = clock.now();
        let id = DeviceId(chance.id(now.timestamp_millis())?);
        Ok(Store::create(place, key, &NewDevice { id, code: FIRST_DESK.to_owned(), now })?)
    }

    /// Opens a database that is there, and brings it up to date at once.
    pub fn open(place: &Place, key: &Key, clock: Clock, chance: Chance) -> Result<Self, DeskError> {
        let desk = Self::open_as_it_is(place, key, clock, chance)?;
        desk.update(|_, _| {})?;
        Ok(desk)
    }

    /// Opens a database that is there. Where it [is outdated](Self::is_outdated), lists show the truth after
    /// [`Self::update`] only, which may take minutes: for whoever can show that it goes on.
    pub fn open_as_it_is(place: &Place, key: &Key, clock: Clock, chance: Chance) -> Result<Self, DeskError> {
        let shelf = Shelf::new();
        let salts = chance.clone();
        let salts = Arc::new(move || salts.bytes().ok());
        let store = Store::open(place, key, Arc::new(CatalogueView { shelf: shelf.clone() }), salts)?;
        let (unnoted, presence, brake) = (Unnoted::default(), Presence::default(), Brake::default());
        let (glances, founds) = (Glances::default(), Founds::default());
        let desk = Self { store, shelf, clock, chance, unnoted, presence, brake, glances, founds };
        desk.refresh_catalogue()?;
        Ok(desk)
    }

    /// Whether another program, or another catalogue, made what the lists show.
    pub fn is_outdated(&self) -> Result<bool, DeskError> {
        Ok(self.store.is_outdated()?)
    }

    /// Makes what the lists show anew from the log, where that is needed. Hears how many persons and cases are done, of
    /// how many. All of it is written, or nothing.
    pub fn update(&self, mut progress: impl FnMut(usize, usize)) -> Result<(), DeskError> {
        if self.store.is_outdated()? {
            let _ = self.store.rebuild(|done, of| {
                progress(done, of);
                true
            })?;
        }
        Ok(())
    }

    /// A new random key.
    pub fn new_key(chance: &Chance) -> Result<Key, DeskError> {
        Ok(Key::new(chance.bytes()?))
    }
}
