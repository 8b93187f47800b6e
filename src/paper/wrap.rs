//! Breaks text into lines of a given width. Knows no page, and no language: where a word may be broken, a soft hyphen says.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::PaperError;
use super::hold::held;
use super::hyphen::SOFT;
use super::link::{Link, links};
use super::page::Face;
use super::shape::{MM_PER_PT, width};

/// A word is broken only where the line would otherwise end that far from its edge, in parts of its width.
const RAGGED: f32 = 0.12;
/// So many lines in a row may end in a hyphen.
const IN_A_ROW: usize = 2;
/// Letters are wider on the average, in em: an i takes 0.26.
const NARROW: f32 = 0.25;

/// One line, and whether a space was swallowed at its end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextLine {
    /// What stands on the line, without the space it was broken at.
    pub text: String,
    /// The text goes on in the next line after a space: readers get it back.
    pub space_after: bool,
    /// Stretches that say something else than they show, or lead somewhere, from left to right.
    pub stretches: Vec<Stretch>,
}

/// Part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Bytes of the line.
    pub range: Range<usize>,
    /// What it is.
    pub kind: StretchKind,
}

/// What is special about a part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StretchKind {
    /// Part of a word that goes on in another line. The first part is read as the whole word, the others as nothing.
    Says(String),
    /// Leads to an address.
    Leads(String),
}

impl TextLine {
    /// A whole line; addresses in it are links.
    pub fn linked(text: &str, space_after: bool) -> Self {
        let lead = |link: Link| Stretch { range: link.range, kind: StretchKind::Leads(link.uri) };
        let stretches = links(text, true).into_iter().map(lead).collect();
        Self { text: text.to_owned(), space_after, stretches }
    }
}

/// Lines of at most `max` millimetres. Breaks at spaces and after `-`, `/` and `@`, at every `\n`, and inside a
/// word only where the word alone is wider than a line. No-break spaces (U+00A0, U+202F) hold.
pub fn wrap(face: Face, size: f32, max: f32, text: &str) -> Result<Vec<TextLine>, PaperError> {
    let mut lines = Vec::new();
    for paragraph in text.lines().chain(text.is_empty().then_some("")) {
        let paragraph = paragraph.replace('\t', " ").replace(SOFT, "");
        broken(Lines::new(face, size, max), Source { text: paragraph, ..Source::default() }, &mut lines)?;
    }
    Ok(lines)
}

/// The same for running text: words are broken at soft hyphens too, addresses are links and stay in one piece. `alone`: the
/// text may be a telephone number as a whole.
pub fn wrap_prose(
    face: Face,
    size: f32,
    max: f32,
    text: &str,
    alone: bool,
) -> Result<Vec<TextLine>, PaperError> {
    let mut lines = Vec::new();
    for paragraph in text.lines().chain(text.is_empty().then_some("")) {
        broken(Lines::new(face, size, max), Source::prose(&paragraph.replace('\t', " "), alone), &mut lines)?;
    }
    Ok(lines)
}

/// The same for a cell: it is read at a glance, so a word is broken only where it is wider than its column.
pub fn wrap_cell(face: Face, size: f32, max: f32, text: &str) -> Result<Vec<TextLine>, PaperError> {
    let mut lines = Vec::new();
    for paragraph in text.lines().chain(text.is_empty().then_some("")) {
        let source = Source::prose(&paragraph.replace('\t', " "), false);
        broken(Lines::new(face, size, max), Source { sparing: true, ..source }, &mut lines)?;
    }
    Ok(lines)
}

/// A paragraph without its soft hyphens.
#[derive(Default)]
struct Source {
    text: String,
    /// Where a soft hyphen stood.
    soft: Vec<usize>,
    /// Words that fit into a line are whole.
    sparing: bool,
    links: Vec<Link>,
    /// Stretches that stay on one line.
    held: Vec<Range<usize>>,
}

impl Source {
    fn prose(paragraph: &str, alone: bool) -> Self {
        let (mut text, mut soft) = (String::with_capacity(paragraph.len()), Vec::new());
        for one in paragraph.chars() {
            if one == SOFT {
                soft.push(text.len());
            } else {
                text.push(one);
            }
        }
        let links = links(&text, alone);
        Self { text, soft, links, ..Self::default() }
    }

    /// Between which places the text may be broken, and whether a space stands there.
    fn pieces(&self) -> Vec<Piece> {
        let mut out = Vec::new();
        let mut start = 0;
        for (at, one) in self.text.char_indices() {
            let inside = self.links.iter().any(|link| link.range.start < at + 1 && at + 1 < link.range.end);
            let holds = || self.held.iter().any(|held| held.start < at && at < held.end);
            if one == ' ' && !inside && !holds() {
                out.push(Piece { range: start..at, space_after: true });
                start = at + 1;
            } else if matches!(one, '-' | '/' | '@') && !inside && at + 1 > start + 2 {
                let ends = self.text[at + 1..].chars().next().is_none_or(|next| next == ' ');
                if !ends {
                    out.push(Piece { range: start..at + 1, space_after: false });
                    start = at + 1;
                }
            }
        }
        out.push(Piece { range: start..self.text.len(), space_after: false });
        out
    }
}

struct Piece {
    range: Range<usize>,
    space_after: bool,
}

/// Lines of one paragraph in the making: stretches of its text.
struct Lines {
    face: Face,
    size: f32,
    max: f32,
    done: Vec<Line>,
    /// What stands on the line that is being filled, and how wide it is.
    open: Range<usize>,
    used: f32,
    /// Words that were broken.
    words: Vec<Range<usize>>,
}

struct Line {
    range: Range<usize>,
    space_after: bool,
    hyphen: bool,
}

impl Lines {
    fn new(face: Face, size: f32, max: f32) -> Self {
        Self { face, size, max, done: Vec::new(), open: 0..0, used: 0.0, words: Vec::new() }
    }

    fn width(&self, text: &str) -> Result<f32, PaperError> {
        width(self.face, self.size, text)
    }

    /// Whether a line has room for so many letters if all of them are narrow.
    fn may_hold(&self, text: &str) -> bool {
        let letters = u16::try_from(text.chars().count()).map_or(f32::INFINITY, f32::from);
        letters * NARROW * self.size * MM_PER_PT <= self.max
    }

    fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Ends the line; the next begins at `next`.
    fn end(&mut self, next: usize, space_after: bool, hyphen: bool) {
        self.done.push(Line { range: self.open.clone(), space_after, hyphen });
        self.open = next..next;
        self.used = 0.0;
    }

    /// Where a soft hyphen allows to break a word that is `wide`, so that as much as possible of it is on the line.
    fn part(
        &self,
        source: &Source,
        word: &Range<usize>,
        wide: f32,
        lead: f32,
    ) -> Result<Option<usize>, PaperError> {
        let room = self.max - self.used;
        let hyphens = self.done.iter().rev().take_while(|line| line.hyphen).count();
        if wide <= self.max && (source.sparing || room < self.max * RAGGED || hyphens >= IN_A_ROW) {
            return Ok(None);
        }
        for at in source.soft.iter().rev().filter(|at| word.start < **at && **at < word.end) {
            let part = self.width(&format!("{}-", &source.text[word.start..*at]))?;
            if lead + part <= room {
                return Ok(Some(*at));
            }
        }
        Ok(None)
    }

    /// Cuts a word wider than a line between its graphemes; the last piece stays open.
    fn cut(&mut self, source: &Source, word: &Range<usize>) -> Result<(), PaperError> {
        self.open = word.start..word.start;
        for (at, grapheme) in source.text[word.clone()].grapheme_indices(true) {
            let step = self.width(grapheme)?;
            if !self.is_empty() && self.used + step > self.max {
                // An address is broken behind one of its signs, where the line holds one.
                let (open, here) = (self.open.clone(), word.start + at);
                let sign =
                    source.text[open.clone()].rfind(['@', '/', '-', '.']).map(|sign| open.start + sign + 1);
                let next = sign.filter(|next| *next > open.start + 2).unwrap_or(here);
                self.open.end = next;
                self.end(next, false, false);
                self.open.end = here;
                self.used = self.width(&source.text[next..here])?;
            }
            self.open.end = word.start + at + grapheme.len();
            self.used += step;
        }
        Ok(())
    }
}

fn broken(mut lines: Lines, mut source: Source, out: &mut Vec<TextLine>) -> Result<(), PaperError> {
    // Most cells and lines of an address are short: one measurement instead of one for each word. What is far too long is
    // not measured as a whole.
    if lines.may_hold(&source.text) && lines.width(&source.text)? <= lines.max {
        lines.open = 0..source.text.len();
        lines.end(0, false, false);
        return finished(&lines, &source, out);
    }
    // What is wider than a line by itself is broken at its spaces after all.
    for range in held(&source.text) {
        if lines.width(&source.text[range.clone()])? <= lines.max {
            source.held.push(range);
        }
    }
    let space = lines.width(" ")?;
    let mut gap = false;
    for Piece { range, space_after } in source.pieces() {
        let whole = range.clone();
        let mut word = range;
        let mut wide = lines.width(&source.text[word.clone()])?;
        loop {
            let lead = if gap && !lines.is_empty() { space } else { 0.0 };
            if lines.used + lead + wide <= lines.max {
                if lines.is_empty() {
                    lines.open = word.clone();
                } else {
                    lines.open.end = word.end;
                }
                lines.used += lead + wide;
                break;
            }
            if let Some(at) = lines.part(&source, &word, wide, lead)? {
                if lines.is_empty() {
                    lines.open.start = word.start;
                }
                lines.open.end = at;
                lines.end(at, false, true);
                if lines.words.last() != Some(&whole) {
                    lines.words.push(whole.clone());
                }
                word.start = at;
                wide = lines.width(&source.text[word.clone()])?;
                gap = false;
            } else if lines.is_empty() {
                lines.cut(&source, &word)?;
                break;
            } else {
                lines.end(word.start, gap, false);
            }
        }
        gap = space_after;
    }
    lines.end(0, false, false);
    finished(&lines, &source, out)
}

/// The lines as text, with what is special about their parts.
fn finished(lines: &Lines, source: &Source, out: &mut Vec<TextLine>) -> Result<(), PaperError> {
    for line in &lines.done {
        let mut text = source.text[line.range.clone()].to_owned();
        let mut stretches = Vec::new();
        let inside = |range: &Range<usize>| {
            let (from, to) = (range.start.max(line.range.start), range.end.min(line.range.end));
            (from < to).then(|| from - line.range.start..to - line.range.start)
        };
        for link in &source.links {
            let kind = StretchKind::Leads(link.uri.clone());
            stretches.extend(inside(&link.range).map(|range| Stretch { range, kind }));
        }
        text.extend(line.hyphen.then_some('-'));
        for word in &lines.words {
            let Some(mut range) = inside(word) else { continue };
            // The hyphen at the line's end belongs to the word.
            range.end += usize::from(line.hyphen && word.end > line.range.end);
            let first = word.start >= line.range.start;
            let says = if first { source.text[word.clone()].to_owned() } else { String::new() };
            stretches.push(Stretch { range, kind: StretchKind::Says(says) });
        }
        stretches.sort_by_key(|stretch| stretch.range.start);
        out.push(TextLine { text, space_after: line.space_after, stretches });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
