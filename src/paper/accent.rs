//! The one colour of the town: how it is written, and that it stands out from paper, also where a printer has only black.
//! Draws nothing.

use super::page::Ink;

/// How much darker than the paper it has to be: text of WCAG 2.1, 1.4.3 (AA). A grey of that darkness is read as well.
pub const CONTRAST: f32 = 4.5;

/// What is wrong with a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is no `#` with six hexadecimal digits.
    Form,
    /// It is too light on white paper.
    Light,
}

/// A colour as one types it: `#7A1F3D`.
///
/// Errors: [`Fault`].
pub fn read(typed: &str) -> Result<Ink, Fault> {
    let digits = typed.trim().strip_prefix('#').filter(|digits| digits.len() == 6).ok_or(Fault::Form)?;
    let all = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let value = u32::from_str_radix(digits, 16).ok().filter(|_| all).ok_or(Fault::Form)?;
    let [_, red, green, blue] = value.to_be_bytes();
    let ink = Ink(red, green, blue);
    if contrast(ink) < CONTRAST { Err(Fault::Light) } else { Ok(ink) }
}

/// How much lighter white paper is than the ink: 1 to 21 (WCAG 2.1, relative luminance).
pub fn contrast(ink: Ink) -> f32 {
    let part = |value: u8| {
        let value = f32::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    1.05 / (0.2126 * part(ink.0) + 0.7152 * part(ink.1) + 0.0722 * part(ink.2) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_as_it_is_typed_and_refused_where_paper_would_swallow_it() {
        assert_eq!(read("#7A1F3D"), Ok(Ink(0x7a, 0x1f, 0x3d)));
        assert_eq!(read(" #004b87 "), Ok(Ink(0, 0x4b, 0x87)));
        for light in ["#FFD700", "#FFFFFF", "#009640", "#777777"] {
            assert_eq!(read(light), Err(Fault::Light), "{light}");
        }
        for other in ["7A1F3D", "#7A1F3", "#7A1F3G", "#+A1F3D", "rot", "#ÄÄÄ", ""] {
            assert_eq!(read(other), Err(Fault::Form), "{other}");
        }
    }

    #[test]
    fn the_contrast_of_known_greys_is_what_the_standard_says() {
        for (ink, ratio) in [(Ink(0, 0, 0), 21.0), (Ink(255, 255, 255), 1.0), (Ink(0x76, 0x76, 0x76), 4.54)] {
            assert!((contrast(ink) - ratio).abs() < 0.01, "{ink:?}: {}", contrast(ink));
        }
    }
}
