//! Blocks of a letter onto pages. Decides nothing about wording.

use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::Value;

use super::compose::compose;
use super::text::{Filler, in_language};
use super::{Values, asset};
use crate::catalogue::letter::source::{Block, Fact, Sheet, Side, Signature, Text};
use crate::catalogue::letter::{BUILT_IN, Letter};
use crate::paper::PaperError;
use crate::paper::canvas::{Align, Canvas, Meta, Sizes, Style};
use crate::paper::data::attachment;
use crate::paper::flow::{Column, Flow, Row, Table, is_number};
use crate::paper::letter::{Letterhead, Opening, finish, letter as on_letter, sheet};
use crate::paper::page::{Document, Ink, Role};

/// Side of a QR code in millimetres.
const CODE: f32 = 24.0;

/// Words that belong to every paper: `assets/letters/words.toml`.
#[derive(Debug, Deserialize)]
struct Words {
    /// "Seite {page} von {pages}".
    page: Text,
}

fn words() -> Result<&'static Words, PaperError> {
    static WORDS: OnceLock<Option<Words>> = OnceLock::new();
    WORDS
        .get_or_init(|| asset("words.toml").and_then(|text| toml::from_str(&text).ok()))
        .as_ref()
        .ok_or(PaperError::Asset("words"))
}

pub(super) fn draw(letter: &Letter, values: &Values, head: &Letterhead) -> Result<Document, PaperError> {
    let filler = Filler::new(values, head);
    let source = &letter.source;
    // A letter that has no wording in the wanted language is German, and says so to screen readers.
    let lang = if source.title.contains_key(&values.lang) { values.lang.as_str() } else { "de" };
    // What stands in the file's properties and on further pages is not what the paper tells.
    let beside = Filler::new(values, head);
    let title = beside.text(&source.title);
    let meta = Meta {
        title: values.mark.as_ref().map_or(title.clone(), |mark| format!("{title} – {}", mark.title)),
        lang: if lang == "de" { "de-DE".into() } else { lang.to_owned() },
        author: head.authority.clone(),
        date: values.date,
    };
    let canvas = Canvas::new(meta);
    let info = facts(&source.info, &filler);
    let opening = Opening { notes: &values.notes, recipient: &values.recipient, info: &info };
    let sizes = if values.large { Sizes::LARGE } else { Sizes::NORMAL };
    let mut flow = match source.sheet {
        Sheet::Letter => on_letter(canvas, sizes, head, &opening)?,
        Sheet::Plain => sheet(canvas, sizes, head, &opening)?,
    };
    if let Some(mark) = &values.mark {
        flow.styled(&sizes.heading, &mark.title)?;
        flow.styled(&sizes.small, &mark.note)?;
    }
    flow.heading(Role::H1, &filler.text(source.subject.as_ref().unwrap_or(&source.title)))?;
    let shown: Vec<&Block> = source.blocks.iter().filter(|block| is_shown(block, values)).collect();
    let mut flow = compose(flow, &shown, &filler)?;
    if source.data {
        flow.canvas.attach(attachment(&told(letter, values, &filler)));
    }
    let running = source.running.as_ref().map(|text| beside.text(text));
    let running = running.into_iter().chain(values.mark.as_ref().map(|mark| mark.title.clone()));
    let running = running.collect::<Vec<_>>().join(" · ");
    let page = in_language(&words()?.page, lang);
    finish(flow, head, &running, |number, of| {
        page.replace("{page}", &number.to_string()).replace("{pages}", &of.to_string())
    })
}

/// What the letter tells, for programs that read it.
fn told(letter: &Letter, values: &Values, filler: &Filler<'_>) -> Value {
    let mut told = filler.filled();
    told["paper"] = letter.name.clone().into();
    if letter.source.sheet == Sheet::Letter {
        told["recipient"] = values.recipient.clone().into();
    }
    if let Some(mark) = &values.mark {
        told["mark"] = mark.title.clone().into();
    }
    told
}

fn is_shown(block: &Block, values: &Values) -> bool {
    let table = block.table.as_ref().or(block.list.as_ref());
    let built_in = |name: &str| BUILT_IN.contains(&name);
    let set = |name: &str| built_in(name) || values.is_set(name);
    block.when.iter().all(|name| set(name.get_ref()))
        && !block.unless.iter().any(|name| set(name.get_ref()))
        && table.is_none_or(|name| values.is_set(name.get_ref()))
}

pub(super) fn block(flow: &mut Flow, block: &Block, filler: &Filler<'_>) -> Result<(), PaperError> {
    let caption = |text: &Option<Text>| text.as_ref().map(|text| filler.prose(text)).unwrap_or_default();
    if let Some(text) = &block.heading {
        flow.heading(Role::H2, &filler.text(text))?;
    }
    if let Some(text) = &block.text {
        flow.paragraph(&filler.prose(text))?;
    }
    if let Some(text) = &block.small {
        flow.styled(&quiet(flow.sizes.small), &filler.prose(text))?;
    }
    if let Some(list) = &block.facts {
        flow.table(&Table::of_facts(facts(list, filler)))?;
    }
    if let Some(name) = &block.table {
        flow.table(&table(block, filler.rows(name.get_ref()), filler))?;
    }
    if let Some(name) = &block.list {
        let rows = filler.rows(name.get_ref()).iter();
        let items: Vec<String> =
            rows.filter_map(|row| row.first().map(|item| filler.cell(name.get_ref(), item, false))).collect();
        flow.list(&items)?;
    }
    if let Some(data) = &block.code {
        // What a code says is not written on the paper, so it is not among what the paper tells either.
        let data = Filler::new(filler.values, filler.head).fill(data.get_ref());
        flow.code(
            &data,
            CODE,
            &block.alt.as_ref().map(|text| filler.text(text)).unwrap_or_default(),
            &caption(&block.caption),
        )?;
    }
    if let Some(signature) = &block.signature {
        flow.keep_together(|flow| sign(flow, signature, filler))?;
    }
    if let Some(gap) = block.gap {
        flow.gap(gap);
    }
    Ok(())
}

/// Facts of which every value is given.
fn facts(list: &[Fact], filler: &Filler<'_>) -> Vec<(String, String)> {
    list.iter()
        .filter(|fact| filler.complete(fact.value.get_ref()))
        .map(|fact| (filler.prose(&fact.label), filler.fill(fact.value.get_ref())))
        .collect()
}

fn table(block: &Block, rows: &[Vec<String>], filler: &Filler<'_>) -> Table {
    let count = rows.iter().map(Vec::len).max().unwrap_or(1);
    // Numbers beneath one another stand at the right, whatever the letter says nothing about.
    let numbers = |at: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty()).peekable();
        cells.peek().is_some() && cells.all(|cell| is_number(cell))
    };
    let columns = (0..count).map(|at| Column {
        share: block.shares.get(at).copied().unwrap_or(1.0),
        align: match block.align.get(at) {
            Some(side) => aligned(*side),
            None if numbers(at) => Align::Right,
            None => Align::Left,
        },
    });
    let texts = |list: &[Text]| list.iter().map(|text| filler.prose(text)).collect::<Vec<_>>();
    // Without names for its columns, the first cell of a row is what the others belong to.
    let row_heads = block.row_heads || block.head.is_empty();
    let name = block.table.as_ref().map_or("", |name| name.get_ref().as_str());
    let cells = |row: &Vec<String>| {
        row.iter().enumerate().map(|(at, cell)| filler.cell(name, cell, row_heads && at == 0)).collect()
    };
    let mut body: Vec<Row> = rows.iter().map(|row| Row { cells: cells(row), strong: false }).collect();
    if !block.foot.is_empty() {
        body.push(Row { cells: texts(&block.foot), strong: true });
    }
    Table {
        columns: columns.collect(),
        head: (!block.head.is_empty()).then(|| texts(&block.head)),
        rows: body,
        row_heads,
    }
}

fn aligned(side: Side) -> Align {
    match side {
        Side::Left => Align::Left,
        Side::Centre => Align::Centre,
        Side::Right => Align::Right,
    }
}

/// What explains is a little lighter, as far as everybody can read it.
fn quiet(style: Style) -> Style {
    style.ink(Ink(60, 60, 60))
}

/// Place and day, room for signature and seal, a rule and who signs beneath it.
fn sign(flow: &mut Flow, signature: &Signature, filler: &Filler<'_>) -> Result<(), PaperError> {
    const ROOM: f32 = 18.0;
    const RULE: f32 = 75.0;
    flow.need(flow.sizes.body.line_height() * 4.0 + ROOM);
    flow.paragraph(&filler.text(&signature.place))?;
    let left = flow.area().left;
    let y = flow.y() + ROOM;
    flow.canvas.line((left, y), (left + RULE, y), 0.5);
    if let Some(seal) = &signature.seal {
        let style = quiet(flow.sizes.small);
        let baseline = flow.y() + ROOM / 2.0;
        let _ = flow.canvas.text(Role::P, left + RULE + 25.0, baseline, &style, &filler.text(seal))?;
    }
    flow.gap(ROOM + 0.8);
    flow.styled(&flow.sizes.small.clone(), &filler.text(&signature.name))
}
