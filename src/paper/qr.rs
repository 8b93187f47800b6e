//! QR codes as squares of the page model. Knows nothing of what they say.

use qrcodegen::{QrCode, QrCodeEcc};

use super::PaperError;
use super::page::Rect;

/// The dark squares of a code in `place`, each row's neighbours joined. Medium error correction.
///
/// # Errors
/// [`PaperError::CodeTooLong`] above about 2,300 bytes.
pub fn squares(data: &str, place: Rect) -> Result<Vec<Rect>, PaperError> {
    let code =
        QrCode::encode_text(data, QrCodeEcc::Medium).map_err(|_| PaperError::CodeTooLong(data.len()))?;
    let count = u16::try_from(code.size()).unwrap_or(1);
    let step = place.w / f32::from(count);
    let dark = |column: u16, row: u16| code.get_module(column.into(), row.into());
    let mut squares = Vec::new();
    for row in 0..count {
        let mut column = 0;
        while column < count {
            let length =
                (column..count).take_while(|column| dark(*column, row)).fold(0, |length, _| length + 1);
            if length > 0 {
                let (x, y) = (place.x + f32::from(column) * step, place.y + f32::from(row) * step);
                squares.push(Rect::new(x, y, f32::from(length) * step, step));
            }
            column += length.max(1);
        }
    }
    Ok(squares)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_stay_in_their_place_and_start_with_the_finder() {
        let squares = squares("amtsstube", Rect::new(10.0, 20.0, 21.0, 21.0)).unwrap();
        assert_eq!(squares[0], Rect::new(10.0, 20.0, 7.0, 1.0));
        assert!(
            squares.iter().all(|one| one.x >= 10.0 && one.x + one.w <= 31.001 && one.y + one.h <= 41.001)
        );
    }

    #[test]
    fn too_much_is_refused() {
        let long = "x".repeat(4000);
        assert_eq!(squares(&long, Rect::new(0.0, 0.0, 1.0, 1.0)), Err(PaperError::CodeTooLong(4000)));
    }
}
