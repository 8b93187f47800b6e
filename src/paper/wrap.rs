//! Breaks text into lines of a given width. Knows no page.

use unicode_segmentation::UnicodeSegmentation;

use super::PaperError;
use super::page::Face;
use super::shape::width;

/// One line, and whether a space was swallowed at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextLine {
    /// What stands on the line, without the space it was broken at.
    pub text: String,
    /// The text goes on in the next line after a space: readers get it back.
    pub space_after: bool,
}

/// Lines of at most `max` millimetres. Breaks at spaces and after `-`, `/` and `@`, at every `\n`, and inside a
/// word only where the word alone is wider than a line. No-break spaces (U+00A0, U+202F) hold.
pub fn wrap(face: Face, size: f32, max: f32, text: &str) -> Result<Vec<TextLine>, PaperError> {
    let mut lines = Vec::new();
    for paragraph in text.lines().chain(text.is_empty().then_some("")) {
        wrap_paragraph(face, size, max, &paragraph.replace('\t', " "), &mut lines)?;
    }
    Ok(lines)
}

fn wrap_paragraph(
    face: Face,
    size: f32,
    max: f32,
    paragraph: &str,
    lines: &mut Vec<TextLine>,
) -> Result<(), PaperError> {
    // Most cells and lines of an address are short: one measurement instead of one for each word.
    if width(face, size, paragraph)? <= max {
        lines.push(TextLine { text: paragraph.to_owned(), space_after: false });
        return Ok(());
    }
    let space = width(face, size, " ")?;
    let (mut line, mut used) = (String::new(), 0.0_f32);
    let mut gap = false;
    for piece in pieces(paragraph) {
        let word = width(face, size, piece.text)?;
        let lead = if gap && !line.is_empty() { space } else { 0.0 };
        if !line.is_empty() && used + lead + word > max {
            lines.push(TextLine { text: std::mem::take(&mut line), space_after: gap });
            used = 0.0;
        } else if lead > 0.0 {
            line.push(' ');
            used += space;
        }
        if word > max && line.is_empty() {
            (line, used) = cut(face, size, max, piece.text, lines)?;
        } else {
            line.push_str(piece.text);
            used += word;
        }
        gap = piece.space_after;
    }
    lines.push(TextLine { text: line, space_after: false });
    Ok(())
}

/// Cuts a word wider than a line between its graphemes; returns what is left for the next line.
fn cut(
    face: Face,
    size: f32,
    max: f32,
    word: &str,
    lines: &mut Vec<TextLine>,
) -> Result<(String, f32), PaperError> {
    let (mut line, mut used) = (String::new(), 0.0_f32);
    for grapheme in word.graphemes(true) {
        let step = width(face, size, grapheme)?;
        if !line.is_empty() && used + step > max {
            lines.push(TextLine { text: std::mem::take(&mut line), space_after: false });
            used = 0.0;
        }
        line.push_str(grapheme);
        used += step;
    }
    Ok((line, used))
}

struct Piece<'a> {
    text: &'a str,
    space_after: bool,
}

/// Pieces between which a line may break.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        let last = words.peek().is_none();
        let mut rest = word;
        while let Some(at) =
            rest.find(['-', '/', '@']).map(|at| at + 1).filter(|at| *at > 2 && *at < rest.len())
        {
            let (head, tail) = rest.split_at(at);
            out.push(Piece { text: head, space_after: false });
            rest = tail;
        }
        out.push(Piece { text: rest, space_after: !last });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(max: f32, text: &str) -> Vec<String> {
        wrap(Face::Regular, 10.0, max, text).unwrap().into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn every_line_fits_and_nothing_is_lost() {
        let text = "Die Anzeige Ihres Gewerbes ist bei uns eingegangen, siehe Donaudampfschifffahrtsgesellschaft-Straße.";
        let broken = wrap(Face::Regular, 10.0, 30.0, text).unwrap();
        let whole: String =
            broken.iter().map(|line| line.text.clone() + if line.space_after { " " } else { "" }).collect();
        assert_eq!(whole, text);
        for line in &broken {
            assert!(width(Face::Regular, 10.0, &line.text).unwrap() <= 30.01, "{line:?}");
        }
    }

    #[test]
    fn no_break_spaces_hold_and_new_lines_break() {
        let held = lines(22.0, "nach § 15 Abs. 1 GewO");
        assert!(held.iter().any(|line| line.contains("§ 15")), "{held:?}");
        assert_eq!(lines(100.0, "a\n\nb\r\nc\td"), ["a", "", "b", "c d"]);
        assert_eq!(lines(100.0, ""), [""]);
    }
}
