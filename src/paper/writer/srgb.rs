//! A small colour profile of our own for the output intent: sRGB as matrix and curve, after ICC.1:2010 (v4) and
//! IEC 61966-2-1. Computed here, so that no foreign profile has to be carried along.

/// Colourants adapted to D50, as in the sRGB profile of the ICC: X, Y, Z of red, green, blue.
const COLOURANTS: [(&[u8; 4], [f64; 3]); 3] = [
    (b"rXYZ", [0.436_066, 0.222_488, 0.013_916]),
    (b"gXYZ", [0.385_147, 0.716_873, 0.097_076]),
    (b"bXYZ", [0.143_066, 0.060_608, 0.714_096]),
];
/// White of the connection space (D50).
const WHITE: [f64; 3] = [0.964_203, 1.0, 0.824_905];
/// Bradford adaptation from D65 to D50.
const ADAPTATION: [f64; 9] =
    [1.047_882, 0.022_919, -0.050_201, 0.029_587, 0.990_479, -0.017_059, -0.009_232, 0.015_076, 0.751_678];
/// Exponent and coefficients of the sRGB curve, function type 3.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

/// The profile.
pub(super) fn profile() -> Vec<u8> {
    let mut tags: Vec<(&[u8; 4], Vec<u8>)> = vec![
        (b"desc", text("sRGB")),
        (b"cprt", text("Public domain")),
        (b"wtpt", typed(b"XYZ ", &WHITE)),
        (b"chad", typed(b"sf32", &ADAPTATION)),
    ];
    tags.extend(COLOURANTS.map(|(name, values)| (name, typed(b"XYZ ", &values))));
    let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
    curve.extend(CURVE.iter().flat_map(|value| fixed(*value)));
    tags.extend([(b"rTRC", curve.clone()), (b"gTRC", curve.clone()), (b"bTRC", curve)]);

    let mut table = number(tags.len()).to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * tags.len();
    let mut placed: Vec<(Vec<u8>, usize)> = Vec::new();
    for (name, bytes) in tags {
        // The three curves are one piece of data.
        let at = placed.iter().find(|(known, _)| *known == bytes).map(|(_, at)| *at);
        let at = at.unwrap_or_else(|| {
            let at = start + data.len();
            data.extend(&bytes);
            data.resize(data.len().next_multiple_of(4), 0);
            placed.push((bytes.clone(), at));
            at
        });
        table.extend(name);
        table.extend(number(at));
        table.extend(number(bytes.len()));
    }
    let mut profile = header(start + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = number(size).to_vec();
    header.extend(b"\0\0\0\0\x04\x20\0\0mntrRGB XYZ ");
    header.extend([0x07, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]); // 1 January 2026
    header.extend(b"acsp");
    header.resize(68, 0);
    header.extend(WHITE.iter().flat_map(|value| fixed(*value)));
    header.resize(128, 0);
    header
}

fn text(ascii: &str) -> Vec<u8> {
    let mut bytes = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    bytes.extend(number(ascii.len() * 2));
    bytes.extend(number(28));
    bytes.extend(ascii.encode_utf16().flat_map(u16::to_be_bytes));
    bytes
}

fn typed(kind: &[u8], values: &[f64]) -> Vec<u8> {
    let mut bytes = kind.to_vec();
    bytes.extend([0; 4]);
    bytes.extend(values.iter().flat_map(|value| fixed(*value)));
    bytes
}

/// Signed 16.16 fixed point.
#[allow(clippy::cast_possible_truncation, reason = "values of a profile are below 32768")]
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65536.0).round() as i32).to_be_bytes()
}

fn number(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_offsets_agree() {
        let profile = profile();
        assert_eq!(number(profile.len()), profile[..4]);
        assert_eq!(&profile[36..40], b"acsp");
        let count = usize::from(profile[131]);
        for entry in profile[132..132 + 12 * count].chunks(12) {
            let read = |at: usize| u32::from_be_bytes(entry[at..at + 4].try_into().unwrap()) as usize;
            assert!(read(4) + read(8) <= profile.len() && read(4) % 4 == 0);
        }
        assert!(profile.len() < 700);
    }
}
