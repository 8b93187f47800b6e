//! Fits text into a white box: smaller type first, then the rest goes to an extra sheet. Draws nothing.

use super::fill::Entry;
use super::model::Look;
use crate::paper::PaperError;
use crate::paper::canvas::Style;
use crate::paper::page::{Face, Rect};
use crate::paper::shape::MM_PER_PT;
use crate::paper::wrap::{TextLine, wrap};

/// White space between a box and its text, left and right, in millimetres.
const SIDE: f32 = 1.0;
/// Height of capitals in em.
const CAPITALS: f32 = 0.714;

/// Lines, each with whether it is underlined.
pub(super) type Lines = Vec<(TextLine, bool)>;

/// Text that fits, and what does not.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fitted {
    /// Size in points.
    pub(super) size: f32,
    /// What stands in the box.
    pub(super) lines: Lines,
    /// What goes on on an extra sheet.
    pub(super) rest: Vec<Entry>,
}

/// The lines of `entries` at that size and width.
pub(super) fn lines(entries: &[Entry], size: f32, width: f32) -> Result<Lines, PaperError> {
    let mut found = Vec::new();
    for entry in entries {
        let mut broken = wrap(Face::Regular, size, width, &entry.text)?;
        // What is read next must not stick to the entry's last word.
        if let Some(last) = broken.last_mut() {
            last.space_after = true;
        }
        found.extend(broken.into_iter().map(|line| (line, entry.underlined)));
    }
    Ok(found)
}

/// Fits entries into a box. Where they have no room at the least size, whole entries stay as long as there is
/// room, the last line says `see`, and the rest is handed back; an entry is only cut where it alone is too long.
pub(super) fn fit(look: &Look, rect: Rect, entries: &[Entry], see: &str) -> Result<Fitted, PaperError> {
    let width = rect.w - 2.0 * SIDE;
    let mut size = look.answer;
    loop {
        let lines = lines(entries, size, width)?;
        if lines.len() <= rows(rect.h, size) {
            return Ok(Fitted { size, lines, rest: Vec::new() });
        }
        if size - 0.5 < look.least {
            return spill(look, size, rect, entries, see);
        }
        size -= 0.5;
    }
}

fn spill(look: &Look, size: f32, rect: Rect, entries: &[Entry], see: &str) -> Result<Fitted, PaperError> {
    let (room, width) = (rows(rect.h, size) - 1, rect.w - 2.0 * SIDE);
    let (mut kept, mut left) = (Vec::new(), entries.to_vec());
    while let Some(first) = left.first().cloned() {
        let next = lines(std::slice::from_ref(&first), size, width)?;
        if kept.len() + next.len() <= room {
            kept.extend(next);
            let _ = left.remove(0);
        } else if next.len() > room && room > kept.len() {
            let (here, there) = next.split_at(room - kept.len());
            kept.extend_from_slice(here);
            left[0] = Entry { text: joined(there), underlined: first.underlined };
            break;
        } else {
            break;
        }
    }
    // The reference alone needs no small type.
    let size = if kept.is_empty() { look.answer } else { size };
    kept.push((TextLine { text: see.to_owned(), space_after: false, ..TextLine::default() }, false));
    Ok(Fitted { size, lines: kept, rest: left })
}

fn joined(lines: &[(TextLine, bool)]) -> String {
    let text: String =
        lines.iter().map(|(line, _)| line.text.clone() + if line.space_after { " " } else { "" }).collect();
    text.trim_end().to_owned()
}

/// Where the first baseline of `count` lines stands in a box: in the middle of a box for one line, on a level with
/// its label; else near its top.
pub(super) fn first_baseline(look: &Look, rect: Rect, size: f32, count: usize) -> f32 {
    let style = Style::regular(size);
    if rows(rect.h, look.answer) > 1 {
        return rect.y + 0.5 + style.ascent();
    }
    let later = f32::from(u16::try_from(count.saturating_sub(1)).unwrap_or(u16::MAX));
    middle(rect.y, rect.h - later * style.line_height(), size)
}

/// The baseline that puts capitals into the middle of a row.
pub(super) fn middle(y: f32, height: f32, size: f32) -> f32 {
    y + f32::midpoint(height, CAPITALS * size * MM_PER_PT)
}

/// Left edge of the text in a box.
pub(super) fn left(rect: Rect) -> f32 {
    rect.x + SIDE
}

/// How many lines of that size have room; at least one. The last line needs its letters only.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a box holds few lines")]
pub(super) fn rows(height: f32, size: f32) -> usize {
    let line = Style::regular(size).line_height();
    let gap = 0.1 * size * MM_PER_PT;
    ((height + gap) / line + 0.001).floor().max(1.0) as usize
}
