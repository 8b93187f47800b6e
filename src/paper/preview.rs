//! Draws one page of a PDF as a picture for the window. Reads the finished bytes, so that what is shown is what
//! is printed. Keeps nothing.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use super::PaperError;
use super::page::A4_WIDTH;
use super::raster::{Pixels, bearable};
use super::shape::MM_PER_PT;

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
    let pdf = open(bytes)?;
    u16::try_from(pdf.pages().len()).map_err(|_| PaperError::Unreadable)
}

/// Page `page`, counted from 0, with that many pixels for a millimetre (3.78 at 96 dpi), between 0.5 and 40.
///
/// # Errors
/// [`PaperError::Unreadable`] for bytes that are no PDF, [`PaperError::NoSuchPage`] past the last page.
pub fn picture(bytes: &[u8], page: u16, pixels_per_mm: f32) -> Result<Picture, PaperError> {
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

fn open(bytes: &[u8]) -> Result<Pdf, PaperError> {
    Pdf::new(bytes.to_vec()).map_err(|_| PaperError::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::canvas::{Canvas, Meta};
    use crate::paper::page::{Ink, Rect};
    use crate::paper::writer::write;

    fn paper() -> Vec<u8> {
        let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut canvas = Canvas::new(Meta::german("Probe", "Stadt Gescher", date));
        canvas.fill(Rect::new(100.0, 100.0, 10.0, 10.0), Ink::BLACK);
        write(&canvas.finish()).unwrap()
    }

    #[test]
    fn a_page_becomes_pixels_in_their_places() {
        let picture = picture(&paper(), 0, 2.0).unwrap();
        assert!(
            (418..=421).contains(&picture.width) && (592..=595).contains(&picture.height),
            "{}",
            picture.width
        );
        let at = |x: u32, y: u32| picture.rgba[((y * picture.width + x) * 4) as usize];
        assert_eq!((at(210, 210), at(150, 150)), (0, 255), "black square on white");
    }

    #[test]
    fn wrong_bytes_and_wrong_pages_are_refused() {
        assert_eq!(picture(b"kein PDF", 0, 2.0), Err(PaperError::Unreadable));
        assert_eq!(picture(&paper(), 1, 2.0), Err(PaperError::NoSuchPage(1)));
        assert_eq!(pages(&paper()), Ok(1));
    }
}
