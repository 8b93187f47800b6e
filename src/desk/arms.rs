//! The town's coat of arms: a picture comes in, a small PNG is kept among the town's values, letters bear it. Draws
//! no letter.

use super::Desk;
use super::error::DeskError;
use super::folder::Purpose;
use super::look::Picture;
use super::outside::{Fetched, read};
use super::session::Session;
use crate::domain::id::Digest;
use crate::domain::problem::Problem;
use crate::domain::town::{Town, TownEvent, keys};
use crate::paper::letter::Crest;
use crate::paper::raster::{self, Pixels};
use crate::paper::template::word;
use crate::store::{Reader, StoreError};
use std::path::Path;

/// Fewest rows: below, the arms are a blur at 18 mm.
pub const FEWEST_ROWS: u32 = 96;
/// Most times as wide as high, and as high as wide.
pub const MOST_DRAWN_OUT: u32 = 3;
/// Most bytes of what is kept: a letter has 45 kB in all.
const ROOM: usize = 12_000;
/// Rows (18 mm at 300 dpi and less) and colours that are tried until the picture has room.
const TRIED: [(u32, usize); 5] = [(213, 64), (213, 32), (160, 32), (160, 16), (106, 16)];

impl Desk {
    /// Takes a PNG or JPEG as the town's coat of arms; it is kept small.
    pub fn set_arms(&self, session: &Session, path: &Path) -> Result<(), DeskError> {
        let Fetched { bytes, .. } = read(path)?;
        self.take_arms(session, &bytes)?;
        self.remember_folder(session, Purpose::Attach, path)
    }

    /// The town goes without a coat of arms.
    pub fn remove_arms(&self, session: &Session) -> Result<(), DeskError> {
        self.write_arms(session, None)
    }

    /// Takes the bytes of a picture as the coat of arms.
    pub(super) fn take_arms(&self, session: &Session, picture: &[u8]) -> Result<(), DeskError> {
        self.write_arms(session, Some(&small(&raster::read(picture)?)?))
    }

    fn write_arms(&self, session: &Session, png: Option<&[u8]>) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let digest = png.map(|png| hand.tx.put_blob(png)).transpose()?;
            let value = digest.map(|digest| digest.to_string()).unwrap_or_default();
            if hand.town.get(keys::ARMS) == value {
                return Ok(());
            }
            hand.write_town(&TownEvent::set(keys::ARMS, value))
        })
    }

    /// The coat of arms as pixels; nothing where the town has none.
    pub fn arms(&self) -> Result<Option<Picture>, DeskError> {
        let crest = self.store.read(|db| crest(db, &db.town()?))?;
        Ok(crest.map(|crest| {
            let pixels = Pixels { width: crest.width, height: crest.height, rgb: crest.rgb.to_vec() };
            Picture { width: crest.width, height: crest.height, rgba: pixels.rgba() }
        }))
    }
}

/// The coat of arms for letters; nothing where the town has none, or where its picture has not arrived yet.
pub(super) fn crest(db: &Reader<'_>, town: &Town) -> Result<Option<Crest>, DeskError> {
    let Ok(digest) = town.get(keys::ARMS).parse::<Digest>() else { return Ok(None) };
    let png = match db.blob(digest) {
        Err(StoreError::NoBlob(_)) => return Ok(None),
        other => other?,
    };
    let Pixels { width, height, rgb } = raster::read(&png)?;
    let alt = word("crest", &[("authority", town.get(keys::AUTHORITY))]);
    Ok(Some(Crest { width, height, rgb: rgb.into(), alt }))
}

/// The picture as it is kept.
fn small(picture: &Pixels) -> Result<Vec<u8>, DeskError> {
    let (width, height) = (picture.width, picture.height);
    let told = |id: &str| Problem::error("arms", id).with("width", width).with("height", height);
    if height < FEWEST_ROWS {
        return Err(told("arms-too-small").with("rows", FEWEST_ROWS).into());
    }
    if width > height.saturating_mul(MOST_DRAWN_OUT) || height > width.saturating_mul(MOST_DRAWN_OUT) {
        return Err(told("arms-drawn-out").into());
    }
    let mut png = Vec::new();
    for (rows, colours) in TRIED {
        png = picture.within(u32::MAX, rows).png(colours)?;
        if png.len() <= ROOM {
            break;
        }
    }
    Ok(png)
}
