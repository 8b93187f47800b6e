//! Letterhead and frame of a page after DIN 5008 form B. Knows no wording.
//!
//! Millimetres from the top left of A4: address field 85 × 45 at (20, 45), its upper 17.7 for return address and
//! notes, the lower 27.3 for six lines; information block from (125, 50), 75 wide; subject from 98.5; folding
//! marks at 105 and 210, punch mark at 148.5; margins 25 left, 20 right; further pages from 25.

use std::sync::Arc;

use super::PaperError;
use super::canvas::{Align, Canvas, Sizes, Style};
use super::flow::{Area, Flow, Table};
use super::page::{Document, Image, Ink, Rect, Role};
use super::wrap::{TextLine, wrap, wrap_prose};

/// Left edge of all text.
pub const LEFT: f32 = 25.0;
/// Right edge of all text.
pub const RIGHT: f32 = 190.0;
/// Upper edge of the subject line.
pub const SUBJECT: f32 = 98.5;
/// Upper edge of the six address lines.
const ADDRESS: f32 = 45.0 + 17.7;
/// Height of one of the six address lines.
const ADDRESS_LINE: f32 = 27.3 / 6.0;
/// At the smallest size and closest pitch.
const MOST_LINES: usize = 11;
const FOOTER: f32 = 273.0;
const PAGE_NUMBER: f32 = 290.0;
/// The coloured rule: below the coat of arms, above the address field.
const RULE: f32 = 36.0;

const FINE: Style = Style::regular(7.5);
const TINY: Style = Style::regular(6.5);
const MUTED: Ink = Ink(85, 85, 85);

/// Who writes: the town's side of every paper.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Letterhead {
    /// Name of the authority: "Stadt Gescher".
    pub authority: String,
    /// Who acts and where: "Die Bürgermeisterin · Bürgerbüro". May be empty.
    pub office: String,
    /// One line above the recipient: "Stadt Gescher · Marktplatz 1 · 48712 Gescher".
    pub return_address: String,
    /// Columns at the foot of the first page, each with its lines: address, contact, hours, bank. At most four.
    pub footer: Vec<Vec<String>>,
    /// Coat of arms, shown 18 mm high.
    pub crest: Option<Crest>,
    /// The town's colour: of its name, and of a rule beneath the head. Black and no rule without.
    pub accent: Option<Ink>,
}

/// A coat of arms as pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Crest {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// `width * height * 3` bytes, row by row from the top: red, green, blue.
    pub rgb: Arc<[u8]>,
    /// What is read instead: "Wappen der Stadt Gescher".
    pub alt: String,
}

/// What stands above the subject of one letter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opening<'a> {
    /// Notes for the post above the address: "Persönlich". At most two lines.
    pub notes: &'a [String],
    /// Name and address, at most six lines.
    pub recipient: &'a [String],
    /// Label and value of the information block.
    pub info: &'a [(String, String)],
}

/// Where a letter's text may stand.
fn area(head: &Letterhead, sizes: Sizes) -> Result<Area, PaperError> {
    let first_bottom = match (head.footer.is_empty(), sizes.is_large()) {
        (true, _) => 280.0,
        (false, false) => FOOTER - 5.0,
        (false, true) => large_foot(head, sizes)?.1 - 3.0,
    };
    Ok(Area { left: LEFT, right: RIGHT, top: 25.0, first_bottom, bottom: 280.0 })
}

/// A letter with head, address, information block and marks; text begins at the subject.
pub fn letter(
    mut canvas: Canvas,
    sizes: Sizes,
    head: &Letterhead,
    opening: &Opening<'_>,
) -> Result<Flow, PaperError> {
    marks(&mut canvas);
    sender(&mut canvas, sizes, head)?;
    address(&mut canvas, head, opening)?;
    if sizes.is_large() {
        return informed(Flow::new(canvas, sizes, area(head, sizes)?, SUBJECT), opening.info);
    }
    let below = information(&mut canvas, opening.info)?;
    Ok(Flow::new(canvas, sizes, area(head, sizes)?, SUBJECT.max(below + 6.0)))
}

/// A sheet without address: receipts, certification notes. Text begins below the head.
pub fn sheet(
    mut canvas: Canvas,
    sizes: Sizes,
    head: &Letterhead,
    opening: &Opening<'_>,
) -> Result<Flow, PaperError> {
    sender(&mut canvas, sizes, head)?;
    if sizes.is_large() {
        return informed(Flow::new(canvas, sizes, area(head, sizes)?, 48.0), opening.info);
    }
    let below = information(&mut canvas, opening.info)?;
    let top = if opening.info.is_empty() { 48.0 } else { below + 8.0 };
    Ok(Flow::new(canvas, sizes, area(head, sizes)?, top))
}

/// The information block in large print: across the page, above the subject.
fn informed(mut flow: Flow, info: &[(String, String)]) -> Result<Flow, PaperError> {
    flow.table(&Table::of_facts(info.to_vec()))?;
    flow.gap(3.0);
    Ok(flow)
}

/// Puts footer, running head and page numbers where the text is done. `number` makes "Seite 2 von 3" of 2 and 3.
pub fn finish(
    mut flow: Flow,
    head: &Letterhead,
    running: &str,
    number: impl Fn(usize, usize) -> String,
) -> Result<Document, PaperError> {
    let sizes = flow.sizes;
    let pages = flow.canvas.pages();
    flow.canvas.go_to(0);
    footer(&mut flow.canvas, sizes, head)?;
    let fine = if sizes.is_large() { sizes.small } else { FINE };
    for page in 0..pages {
        flow.canvas.go_to(page);
        if pages > 1 {
            let text = number(page + 1, pages);
            let x = RIGHT - fine.width(&text)?;
            let _ = flow.canvas.artifact_text(x, PAGE_NUMBER, &fine, &text)?;
        }
        if page > 0 {
            let text = [head.authority.as_str(), running].join(if running.is_empty() { "" } else { " · " });
            let style = narrowed(fine.ink(MUTED), &text, RIGHT - LEFT, 5.0)?;
            let _ = flow.canvas.artifact_text(LEFT, 16.0, &style, &text)?;
        }
    }
    Ok(flow.finish())
}

fn marks(canvas: &mut Canvas) {
    for (y, length) in [(105.0, 4.0), (148.5, 6.0), (210.0, 4.0)] {
        canvas.line((4.0, y), (4.0 + length, y), 0.4);
    }
}

fn sender(canvas: &mut Canvas, sizes: Sizes, head: &Letterhead) -> Result<(), PaperError> {
    let mut x = LEFT;
    if let Some(crest) = &head.crest
        && crest.height > 0
    {
        let shape = ratio(crest.width, crest.height);
        let rect = Rect::new(LEFT, 14.0, 18.0 * shape, 18.0);
        let image = Image { rect, width: crest.width, height: crest.height, rgb: Arc::clone(&crest.rgb) };
        canvas.image(image, &crest.alt);
        x += rect.w + 5.0;
    }
    let ink = head.accent.unwrap_or(Ink::BLACK);
    let name = narrowed(Style::bold(16.0).ink(ink), &head.authority, RIGHT - x, 9.0)?;
    let _ = canvas.text(Role::P, x, 22.0, &name, &head.authority)?;
    let (size, y) = if sizes.is_large() { (sizes.body.size, 29.5) } else { (9.5, 28.0) };
    let office = narrowed(Style::regular(size), &head.office, RIGHT - x, 6.0)?;
    let _ = canvas.text(Role::P, x, y, &office, &head.office)?;
    if head.accent.is_some() {
        canvas.coloured_line((LEFT, RULE), (RIGHT, RULE), 1.5, ink);
    }
    Ok(())
}

/// The style, smaller where one line of text is wider than `room`, down to `least` points.
fn narrowed(mut style: Style, text: &str, room: f32, least: f32) -> Result<Style, PaperError> {
    let width = style.width(text)?;
    if width > room {
        style.size = (style.size * room / width).max(least);
    }
    Ok(style)
}

/// Width by height; a picture has few enough pixels for an `f32`.
fn ratio(width: u32, height: u32) -> f32 {
    let part = |value: u32| f32::from(u16::try_from(value).unwrap_or(u16::MAX));
    part(width) / part(height)
}

fn address(canvas: &mut Canvas, head: &Letterhead, opening: &Opening<'_>) -> Result<(), PaperError> {
    let width = 80.0;
    let zone = ADDRESS - 2.2;
    if !head.return_address.is_empty() {
        let style = narrowed(TINY.ink(MUTED), &head.return_address, width, 4.0)?;
        let _ = canvas.text(Role::P, LEFT, zone, &style, &head.return_address)?;
        canvas.line((LEFT, zone + 0.9), (LEFT + width, zone + 0.9), 0.3);
    }
    for (note, row) in opening.notes.iter().take(2).zip(0_u8..) {
        let y = 50.0 + f32::from(row) * 4.0;
        let style = narrowed(Style::bold(8.5), note, width, 6.0)?;
        let _ = canvas.text(Role::P, LEFT, y, &style, note)?;
    }
    let (lines, style, pitch) = fitted(opening.recipient, width)?;
    canvas.open(Role::P);
    for (line, row) in lines.iter().zip(0_u8..) {
        let y = ADDRESS + f32::from(row) * pitch + 3.6;
        canvas.line_of_text(&Rect::new(LEFT, y, width, pitch), y, &style, Align::Left, line)?;
    }
    canvas.close();
    Ok(())
}

/// The recipient in six lines; long ones are wrapped as long as there is room, then set smaller, at last with
/// more and closer lines. Returns lines, style and pitch.
fn fitted(recipient: &[String], width: f32) -> Result<(Vec<TextLine>, Style, f32), PaperError> {
    let mut pitch = ADDRESS_LINE;
    let mut style = Style::regular(10.0);
    let mut lines = Vec::new();
    for (size, room) in [(10.0, 6), (9.0, 6), (8.0, 6), (7.0, 9), (6.0, MOST_LINES)] {
        style = Style::regular(size);
        lines.clear();
        for text in recipient {
            lines.extend(wrap(style.face, size, width, &text.replace(['\n', '\r'], " "))?);
        }
        pitch = if room > 6 { style.line_height() * 0.95 } else { ADDRESS_LINE };
        if lines.len() <= room {
            break;
        }
        if room == MOST_LINES {
            return Err(PaperError::NoRoom { part: "address", text: recipient.join(", ") });
        }
    }
    // Lines of an address are lines, not one sentence: the break is a space for those who listen.
    for line in &mut lines {
        line.space_after = true;
    }
    Ok((lines, style, pitch))
}

/// Label above value would need too much room: they stand side by side. Returns the lower edge.
fn information(canvas: &mut Canvas, info: &[(String, String)]) -> Result<f32, PaperError> {
    const BLOCK: (f32, f32) = (125.0, 75.0);
    const LOWEST: f32 = 200.0;
    let (label, value) = (Style::regular(8.0).ink(MUTED), Style::regular(9.0));
    let split = 23.0;
    let mut y = 50.0;
    if info.is_empty() {
        return Ok(y);
    }
    canvas.open(Role::Table);
    for (name, text) in info {
        canvas.open(Role::TR);
        let names = wrap_prose(label.face, label.size, split - 2.0, name, false)?;
        let texts = wrap_prose(value.face, value.size, BLOCK.1 - split, text, true)?;
        let place = |x, w| Rect::new(x, 0.0, w, 0.0);
        canvas.open(Role::RowHead);
        for (line, row) in names.iter().zip(0_u16..) {
            let baseline = y + value.ascent() + f32::from(row) * value.line_height();
            canvas.line_of_text(&place(BLOCK.0, split), baseline, &label, Align::Left, line)?;
        }
        canvas.close();
        canvas.open(Role::TD);
        for (line, row) in texts.iter().zip(0_u16..) {
            let baseline = y + value.ascent() + f32::from(row) * value.line_height();
            canvas.line_of_text(
                &place(BLOCK.0 + split, BLOCK.1 - split),
                baseline,
                &value,
                Align::Left,
                line,
            )?;
        }
        canvas.close();
        canvas.close();
        let rows = u16::try_from(names.len().max(texts.len())).unwrap_or(u16::MAX);
        y += f32::from(rows) * value.line_height() + 0.6;
        if y > LOWEST {
            return Err(PaperError::NoRoom { part: "information", text: text.clone() });
        }
    }
    canvas.close();
    Ok(y)
}

/// Room between two columns at the foot.
const BETWEEN: f32 = 5.0;

fn footer(canvas: &mut Canvas, sizes: Sizes, head: &Letterhead) -> Result<(), PaperError> {
    if head.footer.is_empty() {
        return Ok(());
    }
    if sizes.is_large() {
        let (lines, top) = large_foot(head, sizes)?;
        canvas.line((LEFT, top), (RIGHT, top), 0.5);
        canvas.open(Role::P);
        for (line, row) in lines.iter().zip(0_u8..) {
            let y = top + 1.5 + sizes.body.ascent() + f32::from(row) * sizes.body.line_height();
            let place = Rect::new(LEFT, y, RIGHT - LEFT, sizes.body.line_height());
            canvas.line_of_text(&place, y, &sizes.body, Align::Left, line)?;
        }
        canvas.close();
        return Ok(());
    }
    canvas.line((LEFT, FOOTER), (RIGHT, FOOTER), 0.3);
    let columns = &head.footer[..head.footer.len().min(4)];
    let style = FINE.ink(MUTED);
    let mut x = LEFT;
    for (column, width) in columns.iter().zip(widths(columns)?) {
        let mut lines = Vec::new();
        for text in column.iter().take(4) {
            // A list of hours may take a second line; a name, a number or an address is set smaller.
            let listed = text.contains(", ") && style.width(text)? > width;
            let broken = if listed { wrap(style.face, style.size, width, text)? } else { Vec::new() };
            if broken.is_empty() {
                lines.push(TextLine::linked(text, true));
            }
            lines.extend(broken.into_iter().map(|line| TextLine { space_after: true, ..line }));
        }
        canvas.open(Role::P);
        for (line, row) in lines.iter().take(4).zip(0_u8..) {
            let style = narrowed(style, &line.text, width, 5.0)?;
            let y = FOOTER + 4.0 + f32::from(row) * 3.4;
            canvas.line_of_text(&Rect::new(x, y, width, 3.4), y, &style, Align::Left, line)?;
        }
        canvas.close();
        x += width + BETWEEN;
    }
    Ok(())
}

/// Each column gets what its longest line takes, and what is left over in equal parts; where there is too little, the
/// widest ones share what the others leave.
fn widths(columns: &[Vec<String>]) -> Result<Vec<f32>, PaperError> {
    let count = f32::from(u8::try_from(columns.len()).unwrap_or(4));
    let mut left = RIGHT - LEFT - BETWEEN * (count - 1.0);
    let mut natural = Vec::with_capacity(columns.len());
    for column in columns {
        let lines = column.iter().map(|text| FINE.width(text)).collect::<Result<Vec<_>, _>>()?;
        natural.push(lines.into_iter().fold(0.0, f32::max) + 0.1);
    }
    let all: f32 = natural.iter().sum();
    if all <= left {
        let more = (left - all) / count;
        return Ok(natural.into_iter().map(|width| width + more).collect());
    }
    let mut order: Vec<usize> = (0..natural.len()).collect();
    order.sort_by(|a, b| natural[*a].total_cmp(&natural[*b]));
    let mut share = count;
    for at in order {
        natural[at] = natural[at].min(left / share);
        left -= natural[at];
        share -= 1.0;
    }
    Ok(natural)
}

/// The letterhead's columns in large print, one below the other, and where they begin.
fn large_foot(head: &Letterhead, sizes: Sizes) -> Result<(Vec<TextLine>, f32), PaperError> {
    let style = sizes.body;
    let mut lines = Vec::new();
    for column in &head.footer {
        lines.extend(wrap_prose(style.face, style.size, RIGHT - LEFT, &column.join(" · "), true)?);
        // What stands in the next line is something else.
        if let Some(last) = lines.last_mut() {
            last.space_after = true;
        }
    }
    let rows = f32::from(u8::try_from(lines.len()).unwrap_or(u8::MAX));
    Ok((lines, PAGE_NUMBER - 7.0 - rows * style.line_height()))
}

#[cfg(test)]
mod tests;
