//! Pictures in and out: what comes back, how small, and what is refused.

use super::*;

fn chequered(width: u32, height: u32) -> Pixels {
    let colour =
        |x: u32, y: u32| if (x / 4 + y / 4).is_multiple_of(2) { [200, 20, 30] } else { [250, 220, 0] };
    let rgb = (0..height).flat_map(|y| (0..width).flat_map(move |x| colour(x, y))).collect();
    Pixels { width, height, rgb }
}

fn rgba_png(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().and_then(|mut writer| writer.write_image_data(pixels)).expect("written");
    bytes
}

#[test]
fn few_colours_come_back_exactly_and_the_same_picture_is_the_same_bytes() {
    let picture = chequered(64, 48);
    let bytes = picture.png(256).expect("written");
    assert_eq!(read(&bytes).expect("read"), picture);
    assert_eq!(picture.png(256).expect("written"), bytes);
    assert_eq!(indexed(&picture.rgb).expect("two colours").palette.len(), 6);
}

#[test]
fn many_colours_become_few_that_are_near() {
    let rgb: Vec<u8> = (0..=255_u8).flat_map(|x| (0..64_u8).flat_map(move |y| [x, y * 4, 128])).collect();
    let picture = Pixels { width: 64, height: 256, rgb };
    assert_eq!(indexed(&picture.rgb), None);
    let back = read(&picture.png(64).expect("written")).expect("read");
    assert!(indexed(&back.rgb).expect("few").palette.len() <= 64 * 3);
    let off = picture.rgb.iter().zip(&back.rgb).map(|(a, b)| a.abs_diff(*b)).max();
    assert!(off <= Some(40), "a colour is off by {off:?}");
}

#[test]
fn smaller_keeps_the_shape_and_the_mean_and_nothing_grows() {
    let picture = chequered(400, 200);
    let small = picture.within(100, 100);
    assert_eq!((small.width, small.height), (100, 50));
    assert_eq!(small.rgb[..3], [200, 20, 30]);
    assert_eq!(picture.within(1, 1).rgb, [225, 120, 15]);
    assert_eq!(picture.within(4000, 4000), picture);
    let line = Pixels { width: 3000, height: 1, rgb: [9; 9000].into() };
    assert_eq!((line.within(10, 10).width, line.within(10, 10).height), (10, 1));
}

#[test]
fn what_is_transparent_lies_on_white() {
    let bytes = rgba_png(2, 1, &[0, 0, 0, 0, 0, 0, 0, 128]);
    assert_eq!(read(&bytes).expect("read").rgb, [255, 255, 255, 127, 127, 127]);
}

#[test]
fn a_jpeg_is_read() {
    let bytes = include_bytes!("../../../tests/files/red.jpg");
    let picture = read(bytes).expect("read");
    assert_eq!((picture.width, picture.height), (16, 8));
    assert!(picture.rgb[0] > 180 && picture.rgb[1] < 80, "{:?}", &picture.rgb[..3]);
}

#[test]
fn what_is_no_picture_or_too_large_is_refused() {
    assert_eq!(read(b"GIF89a"), Err(PaperError::NoPicture));
    let whole = chequered(64, 48).png(16).expect("written");
    assert_eq!(read(&whole[..whole.len() / 2]), Err(PaperError::NoPicture));
    // A header alone that promises ten gigapixels: refused before a byte of them is there.
    let mut huge = rgba_png(1, 1, &[0; 4]);
    huge[16..24].copy_from_slice(&[0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0]);
    let crc = crc(&huge[12..29]);
    huge[29..33].copy_from_slice(&crc.to_be_bytes());
    assert_eq!(read(&huge), Err(PaperError::TooManyPixels(10_000)));
}

pub(crate) fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
    })
}
