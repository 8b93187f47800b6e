//! Pages of a PDF as grey pictures, drawn by another program, and how much two of them differ.

use std::path::Path;
use std::process::Command;

use crate::harness::project;

/// Share of pixels that may differ from a reviewed picture: what another rasteriser's smoothing does.
pub const TOLERANCE: f64 = 0.002;

/// A page, counted from 1, as brightness of its pixels, row by row, and beside the file as a PNG.
#[track_caller]
pub fn page(pdf: &Path, page: u32, dpi: u32) -> Vec<u8> {
    part(pdf, page, dpi, (0, 0))
}

/// Its upper left part, so many pixels wide and high; 0 is as far as the page goes.
#[track_caller]
pub fn part(pdf: &Path, page: u32, dpi: u32, (wide, high): (u32, u32)) -> Vec<u8> {
    let picture = pdf.with_file_name(format!("{}-{page}", pdf.file_stem().unwrap().to_str().unwrap()));
    let [number, dpi, wide, high] = [page, dpi, wide, high].map(|number| number.to_string());
    let drawn = Command::new("pdftoppm")
        .args([
            "-r",
            &dpi,
            "-gray",
            "-png",
            "-singlefile",
            "-f",
            &number,
            "-l",
            &number,
            "-W",
            &wide,
            "-H",
            &high,
        ])
        .args([pdf, &picture])
        .status();
    assert!(drawn.expect("pdftoppm (poppler-utils) is installed").success(), "{}", pdf.display());
    pixels(&picture.with_extension("png"))
}

/// A picture that was looked at and found right, kept in `tests/snapshots`.
#[track_caller]
pub fn reviewed(name: &str) -> Vec<u8> {
    pixels(&project().join(format!("tests/snapshots/{name}.png")))
}

/// Share of pixels that are clearly lighter or darker in one of them.
#[track_caller]
pub fn difference(one: &[u8], other: &[u8]) -> f64 {
    assert_eq!(one.len(), other.len(), "another size");
    let differ = one.iter().zip(other).filter(|(one, other)| one.abs_diff(**other) > 64).count();
    f64::from(u32::try_from(differ).unwrap()) / f64::from(u32::try_from(one.len()).unwrap())
}

#[track_caller]
fn pixels(picture: &Path) -> Vec<u8> {
    let output = Command::new("convert").arg(picture).args(["-depth", "8", "gray:-"]).output();
    let output = output.expect("convert (imagemagick) is installed");
    assert!(output.status.success(), "{}: {}", picture.display(), String::from_utf8_lossy(&output.stderr));
    output.stdout
}
