//! Pictures as pixels: reads PNG and JPEG, makes them smaller and poorer in colours, writes small PNGs. Knows no page
//! and no purpose.

mod colours;

pub use colours::{Indexed, indexed};

use super::PaperError;
use std::io::Cursor;
use std::ops::Range;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// Largest picture that is read, in millions of pixels: an A3 page at 600 dpi has 70.
pub const MOST_MEGAPIXELS: u64 = 80;

/// A picture on white ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// `width * height * 3` bytes, row by row from the top: red, green, blue.
    pub rgb: Vec<u8>,
}

/// What kind of file the bytes are, by their beginning; nothing where it is none that is known here.
pub fn media_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("application/pdf"),
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [0xFF, 0xD8, 0xFF, ..] => Some("image/jpeg"),
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Some("image/tiff"),
        _ => None,
    }
}

/// Reads a PNG or JPEG; what is transparent becomes white.
///
/// # Errors
/// [`PaperError::NoPicture`] for other and damaged files, [`PaperError::TooManyPixels`] before anything is unpacked.
pub fn read(bytes: &[u8]) -> Result<Pixels, PaperError> {
    match media_type(bytes) {
        Some("image/png") => read_png(bytes),
        Some("image/jpeg") => read_jpeg(bytes),
        _ => Err(PaperError::NoPicture),
    }
}

/// Refuses a picture that would take too much memory.
pub(super) fn bearable(width: u64, height: u64) -> Result<(), PaperError> {
    let megapixels = width.saturating_mul(height).div_ceil(1_000_000);
    if megapixels > MOST_MEGAPIXELS { Err(PaperError::TooManyPixels(megapixels)) } else { Ok(()) }
}

fn read_png(bytes: &[u8]) -> Result<Pixels, PaperError> {
    let broken = |_: png::DecodingError| PaperError::NoPicture;
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(broken)?;
    let (width, height) = reader.info().size();
    bearable(width.into(), height.into())?;
    let mut raw = vec![0; reader.output_buffer_size().ok_or(PaperError::NoPicture)?];
    let frame = reader.next_frame(&mut raw).map_err(broken)?;
    raw.truncate(frame.buffer_size());
    let on_white = |value: u8, alpha: u8| {
        let (value, alpha) = (u16::from(value), u16::from(alpha));
        u8::try_from((value * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
    };
    let rgb = match frame.color_type {
        png::ColorType::Rgb => raw,
        png::ColorType::Grayscale => raw.iter().flat_map(|grey| [*grey; 3]).collect(),
        png::ColorType::GrayscaleAlpha => {
            raw.chunks_exact(2).flat_map(|pixel| [on_white(pixel[0], pixel[1]); 3]).collect()
        }
        png::ColorType::Rgba => {
            let over = |pixel: &[u8]| [0, 1, 2].map(|part| on_white(pixel[part], pixel[3]));
            raw.chunks_exact(4).flat_map(over).collect()
        }
        png::ColorType::Indexed => return Err(PaperError::NoPicture),
    };
    Ok(Pixels { width, height, rgb })
}

fn read_jpeg(bytes: &[u8]) -> Result<Pixels, PaperError> {
    let options = DecoderOptions::default()
        .set_max_width(u16::MAX.into())
        .set_max_height(u16::MAX.into())
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| PaperError::NoPicture)?;
    let (width, height) = decoder.dimensions().ok_or(PaperError::NoPicture)?;
    let count = |length: usize| u32::try_from(length).map_err(|_| PaperError::NoPicture);
    let (width, height) = (count(width)?, count(height)?);
    bearable(width.into(), height.into())?;
    let rgb = decoder.decode().map_err(|_| PaperError::NoPicture)?;
    let whole = u64::from(width) * u64::from(height) * 3 == rgb.len() as u64;
    if whole { Ok(Pixels { width, height, rgb }) } else { Err(PaperError::NoPicture) }
}

/// Column or row `at` of a smaller picture covers these of the larger one.
fn covered(at: u32, small: u32, large: u32) -> Range<u64> {
    let edge = |at: u32| u64::from(at) * u64::from(large) / u64::from(small.max(1));
    let begin = edge(at);
    begin..edge(at + 1).max(begin + 1)
}

impl Pixels {
    /// The same in a smaller box, each pixel the mean of those it covers. Never larger than it is.
    #[must_use]
    pub fn within(&self, most_wide: u32, most_high: u32) -> Self {
        let (wide, high) = (u64::from(self.width.max(1)), u64::from(self.height.max(1)));
        let (most_wide, most_high) = (u64::from(most_wide.max(1)), u64::from(most_high.max(1)));
        if wide <= most_wide && high <= most_high {
            return self.clone();
        }
        // The tighter side decides: compare wide/most_wide with high/most_high without fractions.
        let (width, height) = if wide * most_high >= high * most_wide {
            (most_wide, (high * most_wide / wide).max(1))
        } else {
            ((wide * most_high / high).max(1), most_high)
        };
        let whole = |length: u64| u32::try_from(length).unwrap_or(u32::MAX);
        self.scaled(whole(width), whole(height))
    }

    fn scaled(&self, width: u32, height: u32) -> Self {
        let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
        for y in 0..height {
            let rows = covered(y, height, self.height);
            for x in 0..width {
                rgb.extend(self.mean(covered(x, width, self.width), rows.clone()));
            }
        }
        Self { width, height, rgb }
    }

    fn mean(&self, columns: Range<u64>, rows: Range<u64>) -> [u8; 3] {
        let mut sum = [0_u64; 3];
        for y in rows.clone() {
            let at = |x: u64| usize::try_from((y * u64::from(self.width) + x) * 3).unwrap_or(usize::MAX);
            let line = self.rgb.get(at(columns.start)..at(columns.end)).unwrap_or_default();
            for pixel in line.chunks_exact(3) {
                for (sum, part) in sum.iter_mut().zip(pixel) {
                    *sum += u64::from(*part);
                }
            }
        }
        let count = ((columns.end - columns.start) * (rows.end - rows.start)).max(1);
        sum.map(|sum| u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX))
    }

    /// With a fourth byte for each pixel, as the window draws it.
    pub fn rgba(&self) -> Vec<u8> {
        self.rgb.chunks_exact(3).flat_map(|pixel| [pixel[0], pixel[1], pixel[2], u8::MAX]).collect()
    }

    /// As a PNG of at most so many colours (up to 256). The same picture gives the same bytes.
    pub fn png(&self, colours: usize) -> Result<Vec<u8>, PaperError> {
        let few = colours::reduced(&self.rgb, colours);
        let failed = |error: png::EncodingError| PaperError::Write(error.to_string());
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(few.palette);
        encoder.set_compression(png::Compression::High);
        // Neighbours of an index mean nothing to each other: only runs can be packed.
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header().map_err(failed)?;
        writer.write_image_data(&few.indices).map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(bytes)
    }
}

#[cfg(test)]
pub(crate) mod tests;
