//! Tables that go on over pages with their head repeated. A row is torn only if it is taller than a page.

use super::{Flow, GAP, small};
use crate::paper::PaperError;
use crate::paper::canvas::{Align, Style};
use crate::paper::page::{Draw, Face, Ink, Line, Node, Rect, Role};
use crate::paper::wrap::{TextLine, wrap_cell};

/// Room above and below the text of a cell in millimetres.
const PAD: f32 = 0.8;
/// Room between two columns.
const BETWEEN: f32 = 3.0;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Share of the width; the shares of all columns fill the text's width.
    pub share: f32,
    /// Where the text stands.
    pub align: Align,
}

/// A row of cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Text of each column.
    pub cells: Vec<String>,
    /// In bold: a sum.
    pub strong: bool,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Names of the columns; none for label and value.
    pub head: Option<Vec<String>>,
    /// Rows.
    pub rows: Vec<Row>,
    /// The first cell names its row.
    pub row_heads: bool,
}

impl Table {
    /// Label and value, the label in 55 of 165 millimetres.
    pub fn of_facts(facts: Vec<(String, String)>) -> Self {
        let column = |share| Column { share, align: Align::Left };
        let rows = facts
            .into_iter()
            .map(|(label, value)| Row { cells: vec![label, value], strong: false })
            .collect();
        Self { columns: vec![column(55.0), column(110.0)], head: None, rows, row_heads: true }
    }
}

/// A cell with its place and its text in lines.
struct Cell {
    x: f32,
    w: f32,
    align: Align,
    style: Style,
    lines: Vec<TextLine>,
}

impl Flow {
    /// Draws a table; one without rows leaves no trace.
    pub fn table(&mut self, table: &Table) -> Result<(), PaperError> {
        if table.rows.is_empty() {
            return Ok(());
        }
        let widths = self.widths(table)?;
        let head = match &table.head {
            Some(names) => Some(self.cells(table, &widths, names, Face::Bold)?),
            None => None,
        };
        let rows = table
            .rows
            .iter()
            .map(|row| {
                let face = if row.strong { Face::Bold } else { Face::Regular };
                self.cells(table, &widths, &row.cells, face)
            })
            .collect::<Result<Vec<_>, _>>()?;
        self.need(head.as_deref().map_or(0.0, height) + height(&rows[0]));
        self.touch();
        self.canvas.open(Role::Table);
        if let Some(head) = &head {
            self.row(head, &[], |_| Role::TH)?;
            self.rule(0.8, Ink::BLACK);
        }
        for (at, row) in rows.iter().enumerate() {
            let sum_follows = at + 2 == rows.len() && table.rows[at + 1].strong;
            let wanted = height(row) + if sum_follows { height(&rows[at + 1]) } else { 0.0 };
            if table.rows[at].strong {
                self.rule(0.8, Ink::BLACK);
            }
            if self.y + wanted > self.bottom() && wanted < self.bottom() - self.area.top {
                self.break_page();
                self.repeat(head.as_deref())?;
            }
            let heads = table.row_heads;
            let role = |column| if column == 0 && heads { Role::RowHead } else { Role::TD };
            self.row(row, head.as_deref().unwrap_or_default(), role)?;
            self.rule(0.3, Ink::grey(40));
        }
        self.canvas.close();
        self.y += self.sizes.scaled(GAP) + 1.2;
        Ok(())
    }

    /// The width of each column: its share, but no less than its widest number or amount takes, which is never broken.
    fn widths(&self, table: &Table) -> Result<Vec<f32>, PaperError> {
        let shares: f32 = table.columns.iter().map(|column| column.share).sum();
        let (all, last) = (self.area.width(), table.columns.len().saturating_sub(1));
        let mut widths: Vec<f32> = table.columns.iter().map(|column| column.share / shares * all).collect();
        let mut least = vec![0.0_f32; widths.len()];
        for row in &table.rows {
            let style =
                Style { face: if row.strong { Face::Bold } else { Face::Regular }, ..self.sizes.body };
            for (at, (text, least)) in row.cells.iter().zip(&mut least).enumerate() {
                if is_number(text) {
                    let between = if at == last { 0.0 } else { BETWEEN };
                    *least = least.max(style.width(text)? + between + 0.1);
                }
            }
        }
        let wanting = |widths: &[f32]| -> f32 {
            widths.iter().zip(&least).map(|(width, least)| (least - width).max(0.0)).sum()
        };
        let lacks = wanting(&widths);
        let spare: f32 = widths.iter().zip(&least).map(|(width, least)| (width - least).max(0.0)).sum();
        if lacks > 0.0 && spare > lacks {
            for (width, least) in widths.iter_mut().zip(&least) {
                let over = *width - least;
                *width = if over < 0.0 { *least } else { *width - over * lacks / spare };
            }
        }
        Ok(widths)
    }

    fn cells(
        &self,
        table: &Table,
        widths: &[f32],
        texts: &[String],
        face: Face,
    ) -> Result<Vec<Cell>, PaperError> {
        let mut x = self.area.left;
        let mut cells = Vec::with_capacity(table.columns.len());
        for (at, (column, whole)) in table.columns.iter().zip(widths).enumerate() {
            let last = at + 1 == table.columns.len();
            let w = if last { *whole } else { whole - BETWEEN };
            let style = Style { face, ..self.sizes.body };
            let text = texts.get(at).map(String::as_str).unwrap_or_default();
            let lines = wrap_cell(face, style.size, w, text)?;
            cells.push(Cell { x, w, align: column.align, style, lines });
            x += whole;
        }
        Ok(cells)
    }

    /// One row, over several pages if it has to be. Each cell stays one element.
    fn row(&mut self, cells: &[Cell], head: &[Cell], role: impl Fn(usize) -> Role) -> Result<(), PaperError> {
        let mut nodes: Vec<Node> = (0..cells.len()).map(|column| Node::new(role(column))).collect();
        let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default();
        let pitch = self.sizes.body.line_height();
        self.y += PAD;
        for line in 0..count {
            if self.y + pitch + PAD > self.bottom() && self.y > self.area.top + PAD {
                self.break_page();
                self.repeat(Some(head))?;
                self.y += PAD;
            }
            for (cell, node) in cells.iter().zip(&mut nodes) {
                let Some(text) = cell.lines.get(line) else { continue };
                self.canvas.resume(std::mem::replace(node, Node::new(Role::TD)));
                let place = Rect::new(cell.x, self.y, cell.w, pitch);
                let baseline = self.y + cell.style.ascent();
                self.canvas.line_of_text(&place, baseline, &cell.style, cell.align, text)?;
                if let Some(open) = self.canvas.suspend() {
                    *node = open;
                }
            }
            self.y += pitch;
        }
        self.y += PAD;
        self.canvas.open(Role::TR);
        for node in nodes {
            self.canvas.add(node);
        }
        self.canvas.close();
        Ok(())
    }

    /// The head again, as something that is seen but not read twice.
    fn repeat(&mut self, head: Option<&[Cell]>) -> Result<(), PaperError> {
        let Some(head) = head.filter(|head| !head.is_empty()) else { return Ok(()) };
        for cell in head {
            for (line, row) in cell.lines.iter().zip(0_u16..) {
                let slack = cell.w - cell.style.width(&line.text)?;
                let shift = match cell.align {
                    Align::Left => 0.0,
                    Align::Centre => slack / 2.0,
                    Align::Right => slack,
                };
                let y = self.y + PAD + cell.style.ascent() + f32::from(row) * cell.style.line_height();
                let _ = self.canvas.artifact_text(cell.x + shift, y, &cell.style, &line.text)?;
            }
        }
        self.y += height(head);
        self.rule(0.8, Ink::BLACK);
        Ok(())
    }

    fn rule(&mut self, width: f32, ink: Ink) {
        let (from, to) = ((self.area.left, self.y), (self.area.right, self.y));
        self.canvas.artifact(Draw::Line(Line { from, to, width, ink }));
    }
}

fn height(cells: &[Cell]) -> f32 {
    let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default();
    let pitch = cells.first().map_or(0.0, |cell| cell.style.line_height());
    small(lines) * pitch + 2.0 * PAD
}

/// A number, an amount or a share: `1.331,00 €`, `5 %`. Numbers of rows (`1.`) and days are none.
pub fn is_number(text: &str) -> bool {
    let digits = text.trim_end_matches(['€', '%']).trim_end_matches(['\u{202f}', '\u{a0}', ' ']);
    let digits = digits.strip_prefix(['-', '−']).unwrap_or(digits);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.ends_with(|last: char| last.is_ascii_digit())
        && digits.chars().all(|one| one.is_ascii_digit() || ".,".contains(one))
        && !is_day(digits)
}

/// `22.11.2026`, `15.02.2027`.
fn is_day(text: &str) -> bool {
    let parts: Vec<usize> = text.split('.').map(str::len).collect();
    matches!(parts.as_slice(), [1..=2, 1..=2, 4])
}
