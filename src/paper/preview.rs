//! Draws one page of a PDF as a picture for the window. Reads the finished bytes, so that what is shown is what
//! is printed. Keeps nothing.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use super::PaperError;
use super::apart::{Within, apart, apart_within};
use super::page::A4_WIDTH;
use super::raster::{Pixels, bearable};
use super::shape::MM_PER_PT;
use crate::domain::id::Digest;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How long a page may take; ours take a twentieth of a second.
const LONGEST: Duration = Duration::from_secs(30);

/// A page as pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// `width * height * 4` bytes, row by row from the top: red, green, blue, 255.
    pub rgba: Vec<u8>,
}

/// How many pages the file has.
pub fn pages(bytes: &[u8]) -> Result<u16, PaperError> {
    let count = || open(bytes.to_vec()).map(|pdf| pdf.pages().len());
    let pages = apart(count).unwrap_or(Err(PaperError::Unreadable))?;
    u16::try_from(pages).map_err(|_| PaperError::Unreadable)
}

/// Page `page`, counted from 0, with that many pixels for a millimetre (3.78 at 96 dpi), between 0.5 and 40.
///
/// # Errors
/// [`PaperError::Unreadable`] for bytes that are no PDF or break whoever draws them, [`PaperError::NoSuchPage`] past the last page,
/// [`PaperError::Late`] where drawing never ends.
pub fn picture(bytes: &[u8], page: u16, pixels_per_mm: f32) -> Result<Picture, PaperError> {
    picture_within(LONGEST, bytes, page, pixels_per_mm)
}

/// Files that somebody waited for in vain: each of their pages costs a processor until the program ends, so none is begun again.
static LATE: Mutex<BTreeSet<Digest>> = Mutex::new(BTreeSet::new());

fn picture_within(
    most: Duration,
    bytes: &[u8],
    page: u16,
    pixels_per_mm: f32,
) -> Result<Picture, PaperError> {
    let digest = Digest::of(&[bytes]);
    let late = || LATE.lock().unwrap_or_else(PoisonError::into_inner);
    if late().contains(&digest) {
        return Err(PaperError::Late);
    }
    let own = bytes.to_vec();
    match apart_within(most, move || draw(own, page, pixels_per_mm)) {
        Within::Read(picture) => picture,
        Within::Fell => Err(PaperError::Unreadable),
        Within::Late => {
            let _ = late().insert(digest);
            Err(PaperError::Late)
        }
    }
}

fn draw(bytes: Vec<u8>, page: u16, pixels_per_mm: f32) -> Result<Picture, PaperError> {
    let pdf = open(bytes)?;
    let page = pdf.pages().get(usize::from(page)).ok_or(PaperError::NoSuchPage(page))?;
    let scale = pixels_per_mm.clamp(0.5, 40.0) * MM_PER_PT;
    let (wide, high) = page.render_dimensions();
    // Somebody else's file may have a page as large as a house.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    bearable((wide * scale) as u64, (high * scale) as u64)?;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let pixels = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    Ok(Picture {
        width: pixels.width().into(),
        height: pixels.height().into(),
        rgba: pixels.data_as_u8_slice().to_vec(),
    })
}

/// A picture as one page, as wide as A4 at that many pixels for a millimetre, or as it is where it is smaller.
pub fn sheet_of(picture: &Pixels, pixels_per_mm: f32) -> Picture {
    // Between 105 and 8400 pixels.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let width = (pixels_per_mm.clamp(0.5, 40.0) * A4_WIDTH) as u32;
    let page = picture.within(width, u32::MAX);
    Picture { width: page.width, height: page.height, rgba: page.rgba() }
}

fn open(bytes: Vec<u8>) -> Result<Pdf, PaperError> {
    Pdf::new(bytes).map_err(|_| PaperError::Unreadable)
}

#[cfg(test)]
mod tests;
