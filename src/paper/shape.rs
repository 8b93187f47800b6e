//! Turns text into placed glyphs of the two bundled faces. Knows no lines and no pages.
//!
//! Noto Sans places every combining mark of DIN 91379; a character it lacks is an error that names it.

use std::ops::Range;
use std::sync::OnceLock;

use rustybuzz::{BufferClusterLevel, Direction, GlyphBuffer, ShapePlan, UnicodeBuffer, script};
use unicode_segmentation::UnicodeSegmentation;

use super::PaperError;
use super::page::{Face, Glyph};

/// Millimetres in a point.
pub const MM_PER_PT: f32 = 25.4 / 72.0;

static REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Bold.ttf");

/// A parsed face and the widths that the PDF declares for its glyphs.
pub(super) struct Loaded {
    pub(super) bytes: &'static [u8],
    pub(super) face: rustybuzz::Face<'static>,
    /// How Latin text is shaped; making it takes longer than using it.
    latin: ShapePlan,
    /// Number of the glyph of a space.
    pub(super) space: u16,
    /// Advance of each glyph in thousandths of an em, rounded as the PDF's `/W` array is.
    pub(super) widths: Vec<f32>,
}

/// The face, parsed once per process.
pub(super) fn loaded(face: Face) -> Result<&'static Loaded, PaperError> {
    static FACES: OnceLock<[Option<Loaded>; 2]> = OnceLock::new();
    let faces = FACES.get_or_init(|| [load(REGULAR), load(BOLD)]);
    let one = match face {
        Face::Regular => &faces[0],
        Face::Bold => &faces[1],
    };
    one.as_ref().ok_or(PaperError::Asset("font"))
}

fn load(bytes: &'static [u8]) -> Option<Loaded> {
    let face = rustybuzz::Face::from_slice(bytes, 0)?;
    let units = em(&face);
    let widths = (0..face.number_of_glyphs())
        .map(|id| {
            let advance = face.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(id)).unwrap_or(0);
            (f32::from(advance) * 1000.0 / units).round()
        })
        .collect();
    let space = face.glyph_index(' ')?.0;
    let latin = ShapePlan::new(&face, Direction::LeftToRight, Some(script::LATIN), None, &[]);
    Some(Loaded { bytes, face, latin, space, widths })
}

/// U+2212, and the figure dash.
const MINUS: &str = "\u{2212}";
const DASH: &str = "\u{2012}";

/// Shapes a text, a cluster for each character. Digits and signs by themselves count as Latin.
fn shaped(loaded: &Loaded, text: &str) -> GlyphBuffer {
    let mut buffer = UnicodeBuffer::new();
    // Line ends and tabs have no shape; each is one byte, as the space is that stands in for it. The faces have no minus:
    // the dash that is as wide as a digit is drawn for it and takes as many bytes; what is read and copied is the minus.
    buffer.push_str(&text.replace(['\n', '\r', '\t'], " ").replace(MINUS, DASH));
    buffer.set_cluster_level(BufferClusterLevel::Characters);
    buffer.guess_segment_properties();
    if buffer.script() == script::UNKNOWN {
        buffer.set_script(script::LATIN);
        buffer.set_direction(Direction::LeftToRight);
    }
    if buffer.script() == script::LATIN && buffer.direction() == Direction::LeftToRight {
        return rustybuzz::shape_with_plan(&loaded.face, &loaded.latin, buffer);
    }
    rustybuzz::shape(&loaded.face, &[], buffer)
}

#[allow(clippy::cast_precision_loss, reason = "1000 or 2048 units, far below the limit of f32")]
fn em(face: &rustybuzz::Face<'_>) -> f32 {
    face.units_per_em() as f32
}

/// The glyphs of `text` in drawing order.
///
/// # Errors
/// [`PaperError::MissingGlyph`] names the first character the face lacks.
pub fn shape(face: Face, text: &str) -> Result<Vec<Glyph>, PaperError> {
    let loaded = loaded(face)?;
    let units = em(&loaded.face);
    let shaped = shaped(loaded, text);
    let graphemes = Graphemes::of(text);
    let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut glyphs = Vec::with_capacity(shaped.len());
    for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
        let start = info.cluster as usize;
        let next = starts.partition_point(|other| *other <= start);
        let end = starts.get(next).copied().unwrap_or(text.len());
        if info.glyph_id == 0 {
            return Err(missing(text, start));
        }
        glyphs.push(Glyph {
            id: u16::try_from(info.glyph_id).map_err(|_| missing(text, start))?,
            advance: ems(position.x_advance, units),
            dx: ems(position.x_offset, units),
            dy: ems(position.y_offset, units),
            range: graphemes.around(start..end),
        });
    }
    marks_first(&mut glyphs);
    Ok(glyphs)
}

#[allow(clippy::cast_precision_loss, reason = "font units are small")]
fn ems(units: i32, per_em: f32) -> f32 {
    units as f32 / per_em
}

fn missing(text: &str, at: usize) -> PaperError {
    let character = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('\u{fffd}');
    PaperError::MissingGlyph { character, text: text.to_owned() }
}

/// Width of `text` in millimetres: that of its glyphs as [`shape`] gives them, without telling which character is whose.
///
/// # Errors
/// As [`shape`].
pub fn width(face: Face, size: f32, text: &str) -> Result<f32, PaperError> {
    let loaded = loaded(face)?;
    let units = em(&loaded.face);
    let shaped = shaped(loaded, text);
    if let Some(lacks) = shaped.glyph_infos().iter().find(|info| info.glyph_id == 0) {
        return Err(missing(text, lacks.cluster as usize));
    }
    let steps = shaped.glyph_positions().iter().map(|position| ems(position.x_advance, units));
    Ok(steps.sum::<f32>() * size * MM_PER_PT)
}

/// How far the pen moves over these glyphs, in em.
pub fn advance(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

/// Where the graphemes of a text begin, its end included.
struct Graphemes(Vec<usize>);

impl Graphemes {
    fn of(text: &str) -> Self {
        let mut bounds: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        bounds.push(text.len());
        Self(bounds)
    }

    /// The whole graphemes that a range of bytes touches.
    fn around(&self, range: Range<usize>) -> Range<usize> {
        let first = self.0.partition_point(|bound| *bound <= range.start).saturating_sub(1);
        let last = self.0.partition_point(|bound| *bound < range.end);
        let at = |index: usize, other: usize| self.0.get(index).copied().unwrap_or(other);
        at(first, range.start)..at(last, range.end)
    }
}

/// Draws a grapheme's marks before its base letter. Readers that cut words by the pen's position would
/// otherwise see the pen end at the mark, in the middle of the letter, and break the word there.
fn marks_first(glyphs: &mut [Glyph]) {
    let mut from = 0;
    while let Some(base) = glyphs.get(from) {
        let (range, advance) = (base.range.clone(), base.advance);
        let count = glyphs[from..].iter().take_while(|glyph| glyph.range == range).count();
        let cluster = &mut glyphs[from..from + count];
        if count > 1 && cluster[1..].iter().all(|mark| mark.advance == 0.0) {
            for mark in &mut cluster[1..] {
                mark.dx += advance;
            }
            cluster.rotate_left(1);
        }
        from += count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_comes_before_its_letter_and_shares_its_range() {
        let glyphs = shape(Face::Regular, "xC̨̆y").unwrap();
        let range = 1..1 + "C̨̆".len();
        let of_c: Vec<&Glyph> = glyphs.iter().filter(|glyph| glyph.range == range).collect();
        assert!(of_c.len() >= 2, "{glyphs:?}");
        assert!(of_c[of_c.len() - 1].advance > 0.0);
        assert!(of_c[..of_c.len() - 1].iter().all(|mark| mark.advance == 0.0 && mark.dx > 0.0));
    }

    #[test]
    fn a_character_the_font_lacks_is_named() {
        let error = shape(Face::Bold, "Haus 水").unwrap_err();
        assert_eq!(error, PaperError::MissingGlyph { character: '水', text: "Haus 水".into() });
        assert_eq!(width(Face::Bold, 10.0, "Haus 水"), Err(error));
    }

    /// A minus is as wide as a digit, so that amounts stand beneath one another, and it is no hyphen.
    #[test]
    fn a_minus_is_drawn_though_the_faces_have_none() {
        for face in [Face::Regular, Face::Bold] {
            let glyphs = shape(face, "\u{2212}5").unwrap();
            assert_eq!((glyphs.len(), glyphs[0].range.clone()), (2, 0..3));
            assert!((glyphs[0].advance - glyphs[1].advance).abs() < 1e-6);
            let hyphen = shape(face, "-\u{2013}").unwrap();
            assert!(hyphen.iter().all(|other| other.id != glyphs[0].id));
        }
    }

    #[test]
    fn a_width_is_that_of_the_glyphs() {
        for text in ["", "AVwGebO\tTarif\n10", "xC̨̆y Ðorđević", "32.10-2026-A", "Αθήνα Σ", "fi\u{202f}ffl"]
        {
            for face in [Face::Regular, Face::Bold] {
                let glyphs = advance(&shape(face, text).unwrap()) * 10.0 * MM_PER_PT;
                assert_eq!(width(face, 10.0, text).unwrap().to_bits(), glyphs.to_bits(), "{text}");
            }
        }
    }

    #[test]
    fn bold_is_wider_and_size_scales() {
        let small = width(Face::Regular, 10.0, "Gewerbe").unwrap();
        let large = width(Face::Regular, 20.0, "Gewerbe").unwrap();
        assert!((large - 2.0 * small).abs() < 1e-3);
        assert!(width(Face::Bold, 10.0, "Gewerbe").unwrap() > small);
    }
}
