//! Draws the pages of a form: ground, white boxes, rules, labels, answers, crosses, in reading order.

use super::fill::{Entry, FormValues, SheetRow};
use super::model::{Area, Block, Form, FormPage, Part, Text, TextAlign, Tick};
use super::place::{self, middle};
use super::{FormHead, Purpose};
use crate::paper::PaperError;
use crate::paper::canvas::{Canvas, Style};
use crate::paper::page::{A4_HEIGHT, Draw, Ink, Line, Rect, Role};
use crate::paper::wrap::TextLine;

/// Labels are a little lighter than answers, so that the eye finds what was filled in.
pub(super) const LABEL: Ink = Ink(0x33, 0x33, 0x33);
/// Rules and frames.
pub(super) const RULE: Ink = Ink(0x80, 0x80, 0x80);
/// Between the words of a check box and the box, in millimetres.
const TICK_GAP: f32 = 0.9;
/// Baseline of the foot above the lower edge of the paper, in millimetres.
const FOOT: f32 = 10.5;

/// Draws all pages; hands back what had no room.
pub(super) fn pages(
    canvas: &mut Canvas,
    form: &Form,
    values: &FormValues,
    head: &FormHead,
) -> Result<Vec<SheetRow>, PaperError> {
    let mut overflow = Vec::new();
    for (index, page) in form.pages.iter().enumerate() {
        if index > 0 {
            canvas.next_page();
        }
        ground(canvas, form, page, values);
        match &head.purpose {
            Purpose::Draft => {
                above(canvas, page, &form.words.draft, &form.words.case_line(&head.case_number), index == 0)?;
            }
            Purpose::Marked(mark) => above(canvas, page, &mark.title, &mark.note, index == 0)?,
            Purpose::Final => {}
        }
        for block in &page.blocks {
            self::block(canvas, form, block, values, &mut overflow)?;
        }
        let right = page.ground.first().map_or(200.0, |ground| ground.x + ground.w);
        foot(canvas, &counted(&form.words.page, index + 1, form.pages.len()), right)?;
    }
    Ok(overflow)
}

/// What lies beneath: never read aloud.
fn ground(canvas: &mut Canvas, form: &Form, page: &FormPage, values: &FormValues) {
    for area in &page.ground {
        canvas.fill(*area, Ink::grey(form.look.ground));
    }
    let [w, h] = form.look.number_box;
    let numbers = page.blocks.iter().filter_map(|block| block.number);
    let numbers: Vec<Rect> = numbers.map(|[x, y]| Rect::new(x, y, w, h)).collect();
    // What is withheld stays grey.
    let open = page.blocks.iter().filter(|block| !values.withholds(block));
    let boxes = open.flat_map(|block| &block.parts).filter_map(Part::rect);
    for rect in boxes.chain(numbers.iter().copied()) {
        canvas.fill(rect, Ink::WHITE);
    }
    for [x0, y0, x1, y1] in &page.rules {
        rule(canvas, form, (*x0, *y0), (*x1, *y1));
    }
    for rect in numbers {
        frame(canvas, form, rect);
    }
}

pub(super) fn rule(canvas: &mut Canvas, form: &Form, from: (f32, f32), to: (f32, f32)) {
    canvas.artifact(Draw::Line(Line { from, to, width: form.look.rule, ink: RULE }));
}

pub(super) fn frame(canvas: &mut Canvas, form: &Form, rect: Rect) {
    for (from, to) in sides(rect) {
        rule(canvas, form, from, to);
    }
}

fn sides(Rect { x, y, w, h }: Rect) -> [((f32, f32), (f32, f32)); 4] {
    let (right, bottom) = (x + w, y + h);
    [
        ((x, y), (right, y)),
        ((x, bottom), (right, bottom)),
        ((x, y), (x, bottom)),
        ((right, y), (right, bottom)),
    ]
}

/// White between the mark above the frame and its note, in millimetres.
const NOTE_AFTER: f32 = 3.0;

/// Says above the frame what print this is; read once, on the first page.
fn above(canvas: &mut Canvas, page: &FormPage, mark: &str, note: &str, read: bool) -> Result<(), PaperError> {
    let (x, y, right) = page.ground.first().map_or((13.0, 15.0, 200.0), |top| (top.x, top.y, top.x + top.w));
    let style = Style::bold(12.0);
    let baseline = y - 3.5;
    // A long note is set smaller: it may not run into the mark.
    let room = right - x - style.width(mark)? - NOTE_AFTER;
    let small = Style::regular(8.0);
    let small = Style::regular(8.0 * (room / small.width(note)?.max(1.0)).min(1.0));
    let left = right - small.width(note)?;
    if read {
        canvas.within(Role::P, |canvas| {
            let _ = canvas.run(x, baseline, &style, &format!("{mark} "))?;
            canvas.run(left, baseline, &small, note).map(|_| ())
        })
    } else {
        let _ = canvas.artifact_text(x, baseline, &style, mark)?;
        canvas.artifact_text(left, baseline, &small, note).map(|_| ())
    }
}

/// The line at the foot, ending at `right`; never read aloud.
pub(super) fn foot(canvas: &mut Canvas, text: &str, right: f32) -> Result<(), PaperError> {
    let style = Style::regular(8.0);
    let x = right - style.width(text)?;
    canvas.artifact_text(x, A4_HEIGHT - FOOT, &style, text).map(|_| ())
}

/// `{page}` and `{pages}` filled in.
pub(super) fn counted(template: &str, page: usize, pages: usize) -> String {
    template.replace("{page}", &page.to_string()).replace("{pages}", &pages.to_string())
}

fn block(
    canvas: &mut Canvas,
    form: &Form,
    block: &Block,
    values: &FormValues,
    overflow: &mut Vec<SheetRow>,
) -> Result<(), PaperError> {
    let role = match block.heading {
        Some(1) => Role::H1,
        Some(2) => Role::H2,
        Some(_) => Role::H3,
        None => Role::P,
    };
    let withheld = values.withholds(block);
    let mut told = false;
    canvas.within(role, |canvas| {
        if let (Some(no), Some(at)) = (&block.no, block.number) {
            number(canvas, form, no, at)?;
        }
        for part in &block.parts {
            match part {
                Part::Text(text) => words(canvas, text)?,
                Part::Area(area) if withheld => {
                    if !told {
                        told = self::withheld(canvas, form, area)?;
                    }
                }
                Part::Tick(tick) if withheld => self::tick(canvas, form, tick, None)?,
                Part::Area(area) => {
                    let entries = values.text.get(&area.id).map_or(&[][..], Vec::as_slice);
                    answer(canvas, form, block, area, entries, overflow)?;
                }
                Part::Tick(tick) => self::tick(canvas, form, tick, Some(values.checked.contains(&tick.id)))?,
            }
        }
        Ok(())
    })
}

/// The number of a field, in the middle of its box.
pub(super) fn number(canvas: &mut Canvas, form: &Form, no: &str, [x, y]: [f32; 2]) -> Result<(), PaperError> {
    let style = Style::bold(form.look.number).ink(LABEL);
    let [w, h] = form.look.number_box;
    let x = x + (w - style.width(no)?) / 2.0;
    canvas.text(Role::Span, x, middle(y, h, style.size), &style, &format!("{no} ")).map(|_| ())
}

fn words(canvas: &mut Canvas, text: &Text) -> Result<(), PaperError> {
    let style = if text.bold { Style::bold(text.size) } else { Style::regular(text.size) }.ink(LABEL);
    let [x, mut y] = text.at;
    canvas.within(Role::Span, |canvas| {
        for line in &text.lines {
            let width = style.width(line)?;
            let left = match text.align {
                TextAlign::Left => x,
                TextAlign::Centre => x - width / 2.0,
                TextAlign::Right => x - width,
            };
            let _ = canvas.run(left, y, &style, &format!("{line} "))?;
            y += text.pitch;
        }
        Ok(())
    })
}

/// Says in the first box of a field with room for it that its answer is not for this reader.
fn withheld(canvas: &mut Canvas, form: &Form, area: &Area) -> Result<bool, PaperError> {
    let style = Style::regular(form.look.least).ink(LABEL);
    let words = &form.words.withheld;
    if style.width(words)? > area.rect.w - 2.0 {
        return Ok(false);
    }
    let y = place::first_baseline(&form.look, area.rect, style.size, 1);
    let _ = canvas.text(Role::Span, place::left(area.rect), y, &style, &format!("{words} "))?;
    Ok(true)
}

fn answer(
    canvas: &mut Canvas,
    form: &Form,
    block: &Block,
    area: &Area,
    entries: &[Entry],
    overflow: &mut Vec<SheetRow>,
) -> Result<(), PaperError> {
    let no = block.no.clone().unwrap_or_default();
    let see = form.words.see_sheet.replace("{no}", if no.is_empty() { &block.name } else { &no });
    let fitted = place::fit(&form.look, area.rect, entries, &see)?;
    if !fitted.rest.is_empty() {
        overflow.push(SheetRow { no, label: area.name(block).to_owned(), entries: fitted.rest });
    }
    let style = Style::regular(fitted.size);
    let mut y = place::first_baseline(&form.look, area.rect, fitted.size, fitted.lines.len());
    canvas.within(Role::Span, |canvas| {
        for (line, underlined) in &fitted.lines {
            let style = if *underlined { style.underlined() } else { style };
            lined(canvas, place::left(area.rect), y, &style, line)?;
            y += style.line_height();
        }
        Ok(())
    })
}

/// A line, and the blank that was swallowed at its end, which a rule does not cover.
pub(super) fn lined(
    canvas: &mut Canvas,
    x: f32,
    y: f32,
    style: &Style,
    line: &TextLine,
) -> Result<(), PaperError> {
    let width = canvas.run(x, y, style, &line.text)?;
    let plain = Style { underline: false, ..*style };
    if line.space_after {
        let _ = canvas.run(x + width, y, &plain, " ")?;
    }
    Ok(())
}

/// Words, box and cross; a stroke where the answer is withheld. The words are text, so the box only says its state.
fn tick(canvas: &mut Canvas, form: &Form, tick: &Tick, ticked: Option<bool>) -> Result<(), PaperError> {
    let Rect { x, y, w, h } = tick.rect;
    let style = Style::regular(form.look.label).ink(LABEL);
    let left = x - TICK_GAP - style.width(&tick.label)?;
    let baseline = middle(y, h, style.size);
    let _ = canvas.text(Role::Span, left, baseline, &style, &format!("{} ", tick.label))?;
    let line = |(from, to), width, ink| Draw::Line(Line { from, to, width, ink });
    let mut draws: Vec<Draw> =
        sides(tick.rect).into_iter().map(|side| line(side, form.look.rule, RULE)).collect();
    let half = h.min(w) * 0.34;
    let (cx, cy) = (x + w / 2.0, y + h / 2.0);
    if ticked.is_none() {
        draws.push(line(((cx - half, cy), (cx + half, cy)), form.look.rule, RULE));
    }
    if ticked == Some(true) {
        let corners = |up: f32| ((cx - half, cy - half * up), (cx + half, cy + half * up));
        draws.extend([1.0, -1.0].map(|up| line(corners(up), 1.3, Ink::BLACK)));
    }
    let alt = match ticked {
        Some(true) => &form.words.ticked,
        Some(false) => &form.words.unticked,
        None => &form.words.withheld,
    };
    canvas.figure(tick.rect, alt, draws);
    Ok(())
}
