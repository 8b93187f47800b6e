//! Extra sheets (Beiblatt): answers that had no room, and the fields of further persons. Looks like the form:
//! grey ground, number boxes, white fields; as many pages as it takes.

use super::draw::{LABEL, counted, foot, frame, lined, number};
use super::fill::{FormValues, SheetRow};
use super::model::Form;
use super::place::{self, Lines, middle};
use super::{FormHead, Purpose};
use crate::paper::PaperError;
use crate::paper::canvas::{Canvas, Style};
use crate::paper::page::{Face, Ink, Rect, Role};
use crate::paper::wrap::{TextLine, wrap};

const LEFT: f32 = 13.0;
const WIDTH: f32 = 187.0;
/// First row of a sheet, below its heading.
const TOP: f32 = 36.0;
const BOTTOM: f32 = 277.0;
/// Number box and label.
const LABELS: f32 = 66.0;
/// White above and below the lines of a row.
const PAD: f32 = 0.6;
/// Room for the heading of a person.
const HEADING: f32 = 10.0;

/// Something on a sheet, placed.
enum Item {
    Heading { y: f32, text: String },
    Row { y: f32, height: f32, no: String, label: Vec<TextLine>, lines: Lines },
}

/// Lays rows out from top to bottom, page by page.
struct Layout<'a> {
    form: &'a Form,
    sheets: Vec<Vec<Item>>,
    y: f32,
}

/// Adds the extra sheets; none where nothing is left over and there are no further persons.
pub(super) fn pages(
    canvas: &mut Canvas,
    form: &Form,
    values: &FormValues,
    overflow: Vec<SheetRow>,
    head: &FormHead,
) -> Result<(), PaperError> {
    let mut layout = Layout { form, sheets: Vec::new(), y: BOTTOM };
    for mut row in overflow {
        if !row.no.is_empty() {
            row.label = form.words.continued.replace("{no}", &row.no).replace("{name}", &row.label);
        }
        layout.row(&row)?;
    }
    let count = values.extra.len().to_string();
    for (index, person) in values.extra.iter().enumerate() {
        let title = form.repeat.as_ref().map_or("", |repeat| &repeat.title);
        let title = title.replace("{n}", &(index + 1).to_string()).replace("{count}", &count);
        layout.person(title, &person.0)?;
    }
    let sheets = layout.sheets;
    for (index, items) in sheets.iter().enumerate() {
        canvas.next_page();
        heading(canvas, form, head, index == 0)?;
        for item in items {
            draw(canvas, form, item)?;
        }
        foot(canvas, &counted(&form.words.sheet_page, index + 1, sheets.len()), LEFT + WIDTH)?;
    }
    Ok(())
}

impl Layout<'_> {
    /// A person with heading and rows; on a new sheet where they would be torn apart.
    fn person(&mut self, title: String, rows: &[SheetRow]) -> Result<(), PaperError> {
        let mut height = HEADING;
        for row in rows {
            let (label, lines) = self.broken(row)?;
            height += self.height(label.len(), lines.len());
        }
        if self.y + height > BOTTOM {
            self.turn();
        }
        let y = self.y;
        self.put(Item::Heading { y, text: title });
        self.y += HEADING;
        for row in rows {
            self.row(row)?;
        }
        self.y += 4.0;
        Ok(())
    }

    /// A row; its lines go on on the next sheet where it is longer than the page.
    fn row(&mut self, row: &SheetRow) -> Result<(), PaperError> {
        let (label, mut lines) = self.broken(row)?;
        while !lines.is_empty() {
            if self.y + self.height(label.len(), 1) > BOTTOM {
                self.turn();
            }
            let room = place::rows(BOTTOM - self.y - 2.0 * PAD, self.form.look.answer);
            let later = lines.split_off(room.min(lines.len()));
            let (y, height) = (self.y, self.height(label.len(), lines.len()));
            self.put(Item::Row { y, height, no: row.no.clone(), label: label.clone(), lines });
            self.y += height;
            lines = later;
        }
        Ok(())
    }

    fn broken(&self, row: &SheetRow) -> Result<(Vec<TextLine>, Lines), PaperError> {
        let [number, _] = self.form.look.number_box;
        let mut label = wrap(Face::Regular, self.form.look.label, LABELS - number - 2.0, &row.label)?;
        if let Some(last) = label.last_mut() {
            last.space_after = true;
        }
        Ok((label, place::lines(&row.entries, self.form.look.answer, WIDTH - LABELS - 2.0)?))
    }

    fn height(&self, labels: usize, lines: usize) -> f32 {
        let tall = |count: usize, size: f32| {
            Style::regular(size).line_height() * f32::from(u16::try_from(count).unwrap_or(u16::MAX))
        };
        let [_, number] = self.form.look.number_box;
        let inner = tall(labels, self.form.look.label).max(tall(lines, self.form.look.answer));
        (inner + 2.0 * PAD).max(number)
    }

    fn turn(&mut self) {
        self.sheets.push(Vec::new());
        self.y = TOP;
    }

    fn put(&mut self, item: Item) {
        if self.sheets.is_empty() {
            self.sheets.push(Vec::new());
        }
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.push(item);
        }
    }
}

/// Heading of a sheet, with office, case and subject; read once, on the first.
fn heading(canvas: &mut Canvas, form: &Form, head: &FormHead, read: bool) -> Result<(), PaperError> {
    let title = Style::bold(12.0);
    let small = Style::regular(8.5);
    let office = format!("{}: {}", form.words.office, head.office.first().map_or("", String::as_str));
    let mark = match &head.purpose {
        Purpose::Marked(mark) => mark.title.clone(),
        Purpose::Draft | Purpose::Final => String::new(),
    };
    let about: Vec<String> = [head.subject.clone(), form.words.case_line(&head.case_number), mark].into();
    let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
    let about = about.join(" · ");
    let fits = small.width(&about)? <= WIDTH;
    if read {
        let _ = canvas.text(Role::H2, LEFT, 19.0, &title, &form.words.sheet)?;
        let _ = canvas.text(Role::P, LEFT, 25.0, &small, &office)?;
    } else {
        let _ = canvas.artifact_text(LEFT, 19.0, &title, &form.words.sheet)?;
        let _ = canvas.artifact_text(LEFT, 25.0, &small, &office)?;
    }
    match (fits, read) {
        (true, true) => canvas.text(Role::P, LEFT, 30.0, &small, &about).map(|_| ()),
        (true, false) => canvas.artifact_text(LEFT, 30.0, &small, &about).map(|_| ()),
        (false, _) => in_lines(canvas, &about, read),
    }
}

/// What is about a long name, in smaller lines between the office and the first row.
fn in_lines(canvas: &mut Canvas, about: &str, read: bool) -> Result<(), PaperError> {
    const FROM: f32 = 28.6;
    let (mut style, mut lines) = (Style::regular(7.0), Vec::new());
    for (size, most) in [(7.0, 2), (5.5, 3), (4.0, usize::MAX)] {
        style = Style::regular(size);
        lines = wrap(style.face, size, WIDTH, about)?;
        if lines.len() <= most {
            break;
        }
    }
    let baselines = |at: usize| FROM + style.line_height() * f32::from(u16::try_from(at).unwrap_or(u16::MAX));
    if read {
        return canvas.within(Role::P, |canvas| {
            lines
                .iter()
                .enumerate()
                .try_for_each(|(at, line)| lined(canvas, LEFT, baselines(at), &style, line))
        });
    }
    lines
        .iter()
        .enumerate()
        .try_for_each(|(at, line)| canvas.artifact_text(LEFT, baselines(at), &style, &line.text).map(|_| ()))
}

fn draw(canvas: &mut Canvas, form: &Form, item: &Item) -> Result<(), PaperError> {
    match item {
        Item::Heading { y, text } => {
            canvas.text(Role::H3, LEFT, y + 7.0, &Style::bold(9.5), text).map(|_| ())
        }
        Item::Row { y, height, no, label, lines } => {
            let white = Rect::new(LEFT + LABELS, *y, WIDTH - LABELS, *height);
            canvas.fill(Rect::new(LEFT, *y, LABELS, *height), Ink::grey(form.look.ground));
            let [w, h] = form.look.number_box;
            if !no.is_empty() {
                canvas.fill(Rect::new(LEFT, *y, w, h), Ink::WHITE);
                frame(canvas, form, Rect::new(LEFT, *y, w, h));
            }
            frame(canvas, form, Rect::new(LEFT, *y, LABELS, *height));
            frame(canvas, form, white);
            canvas.within(Role::P, |canvas| row(canvas, form, *y, no, label, lines))
        }
    }
}

fn row(
    canvas: &mut Canvas,
    form: &Form,
    y: f32,
    no: &str,
    label: &[TextLine],
    lines: &[(TextLine, bool)],
) -> Result<(), PaperError> {
    let [w, h] = form.look.number_box;
    if !no.is_empty() {
        number(canvas, form, no, [LEFT, y])?;
    }
    let small = Style::regular(form.look.label).ink(LABEL);
    let mut baseline = middle(y, h, small.size);
    canvas.within(Role::Span, |canvas| {
        for line in label {
            lined(canvas, LEFT + w + 1.0, baseline, &small, line)?;
            baseline += small.line_height();
        }
        Ok(())
    })?;
    let style = Style::regular(form.look.answer);
    let mut baseline = y + PAD + style.ascent();
    canvas.within(Role::Span, |canvas| {
        for (line, underlined) in lines {
            let style = if *underlined { style.underlined() } else { style };
            lined(canvas, LEFT + LABELS + 1.0, baseline, &style, line)?;
            baseline += style.line_height();
        }
        Ok(())
    })
}
