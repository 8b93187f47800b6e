//! Opening an installation: where it lies, which key opens it, and making a new one. Signs nobody in.

use super::Desk;
use super::chance::Chance;
use super::clock::Clock;
use super::error::DeskError;
use super::projector::CatalogueView;
use crate::catalogue::Catalogue;
use crate::domain::id::DeviceId;
use crate::store::vault::Key;
use crate::store::{NewDevice, Place, Store};
use directories::ProjectDirs;
use std::path::PathBuf;
use std::sync::Arc;

/// The code of a town's first desk; later ones get theirs when they are enrolled.
const FIRST_DESK: &str = "A";

/// Where an installation lies unless somebody says otherwise: data in the user's data folder, the anchor in the state
/// folder. `AMTSSTUBE_STATE` names another state folder.
pub fn place(data: Option<PathBuf>) -> Result<Place, DeskError> {
    let dirs = ProjectDirs::from("de", "", "amtsstube").ok_or_else(|| DeskError::because("no-home"))?;
    let state = std::env::var_os("AMTSSTUBE_STATE").map(PathBuf::from);
    let state = state.or_else(|| dirs.state_dir().map(ToOwned::to_owned));
    Ok(Place {
        data: data.unwrap_or_else(|| dirs.data_dir().to_owned()),
        state: state.unwrap_or_else(|| dirs.data_local_dir().join("state")),
    })
}

impl Desk {
    /// Makes the database of a new desk. Refused where there is one.
    pub fn create(place: &Place, key: &Key, clock: Clock, chance: &Chance) -> Result<(), DeskError> {
        let now = clock.now();
        let id = DeviceId(chance.id(now.timestamp_millis())?);
        Ok(Store::create(place, key, &NewDevice { id, code: FIRST_DESK.to_owned(), now })?)
    }

    /// Opens a database that is there.
    pub fn open(place: &Place, key: &Key, clock: Clock, chance: Chance) -> Result<Self, DeskError> {
        let catalogue = Catalogue::built_in();
        let salts = chance.clone();
        let salts = Arc::new(move || salts.bytes().ok());
        let store = Store::open(place, key, Arc::new(CatalogueView { catalogue }), salts)?;
        let desk = Self { store, catalogue, clock, chance };
        if desk.store.is_outdated()? {
            let _ = desk.store.rebuild(|_, _| true)?;
        }
        Ok(desk)
    }

    /// A new random key.
    pub fn new_key(chance: &Chance) -> Result<Key, DeskError> {
        Ok(Key::new(chance.bytes()?))
    }
}
