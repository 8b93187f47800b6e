//! What a page says, beside its picture: headings, paragraphs, tables and pictures in reading order, by the file's own tags,
//! as text and for the screen reader. Read only; reads no file itself.

use crate::desk::bodies::Cut;
use crate::desk::look::{Kind, Part, Spoken};
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use crate::ui::control::{body, named, reader, scroll, small, strong};
use crate::ui::screen::beside::{local, withheld_because};
use crate::ui::theme::space;
use iced::widget::{column, row};
use iced::{Fill, FillPortion, Length, Padding, Shrink};

/// Id of the text beside the page: Tab goes there, and the keys that turn a page turn it.
pub const TEXT: &str = "page-text";

/// So many letters stand in a line of the text where the window is not wide.
const LETTERS: usize = 36;

/// The text of a page. `of` is which page, in words.
pub(super) fn text<'a, M: Clone + 'static>(
    spoken: &'a Spoken,
    of: &str,
    cut: Option<&'a Cut>,
) -> Element<'a, M> {
    let mut parts = column![].spacing(space::S).width(Fill);
    parts = parts.push(cut.map(legend));
    if !spoken.tagged {
        parts = parts.push(small(fl!("page-text-untagged")));
    }
    if spoken.parts.is_empty() {
        parts = parts.push(small(fl!("page-text-none")));
    }
    for part in &spoken.parts {
        parts = parts.push(one(part));
    }
    scroll(reader(TEXT, fl!("page-text-of", page = of), parts)).height(Fill).into()
}

/// Before the text of a notice: which fields stay grey for its body, and for each why.
fn legend<M: Clone + 'static>(cut: &Cut) -> Element<'_, M> {
    let body_of = local(&cut.body);
    let head = fl!("bodies-legend", body = body_of.clone());
    let info = Info { level: Some(2), covers_children: true, ..Info::new(Role::Heading, head.clone()) };
    let mut all = column![named(None, info, strong(head))].spacing(space::XS).width(Fill);
    if cut.withheld.is_empty() {
        return all.push(small(fl!("bodies-legend-all"))).into();
    }
    let lines = cut.withheld.iter().map(|field| {
        let name = format!("{} {}", field.no, local(&field.label));
        let why = withheld_because(&cut.source, field);
        let spoken = format!("{name}: {why}");
        let info = Info { covers_children: true, ..Info::new(Role::ListItem, spoken) };
        named(None, info, column![body(name), small(why)])
    });
    all = all.push(named(None, Info::new(Role::List, ""), column(lines).spacing(space::XS)));
    all.push(small(fl!("bodies-legend-unnumbered"))).into()
}

/// A role and a name, said instead of the texts inside.
fn said<'a, M: 'a>(role: Role, label: String, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    let info = Info { covers_children: true, ..Info::new(role, label) };
    named(None, info, content)
}

/// A role around parts that speak for themselves.
fn around<'a, M: 'a>(role: Role, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    named(None, Info::new(role, ""), content)
}

fn one<M: Clone + 'static>(part: &Part) -> Element<'_, M> {
    let text = || part.all_text();
    match part.kind {
        Kind::Heading(level) => {
            let info = Info {
                level: Some(usize::from(level)),
                covers_children: true,
                ..Info::new(Role::Heading, text())
            };
            named(None, info, strong(text()))
        }
        Kind::Figure => said(Role::Image, text(), small(fl!("page-text-figure", text = text()))),
        Kind::Link => said(Role::Link, text(), body(fl!("page-text-link", text = text()))),
        Kind::List => around(Role::List, stacked(part)),
        Kind::Table => around(Role::Table, stacked(part)),
        Kind::Row => {
            // Where a share of the width would break words the cells follow each other, each as wide as it is.
            if breaks(part) {
                let cells = part.parts.iter().map(|part| cell(part, Shrink));
                return around(Role::Row, row(cells).spacing(space::M).width(Fill).wrap());
            }
            let cells = part.parts.iter().map(|part| cell(part, FillPortion(1)));
            around(Role::Row, row(cells).spacing(space::S).width(Fill))
        }
        Kind::ColumnHead | Kind::RowHead | Kind::Cell => cell(part, FillPortion(1)),
        Kind::Item => {
            said(Role::ListItem, text(), column![body(text())].padding(Padding::ZERO.left(space::M)))
        }
        // A line with the box that belongs to it is one line.
        Kind::Paragraph if part.parts.iter().all(is_piece) => said(Role::Paragraph, text(), body(text())),
        Kind::Paragraph => stacked(part),
    }
}

/// Whether it is a piece of a line: words, or a picture as small as a cross in a box.
fn is_piece(part: &Part) -> bool {
    matches!(part.kind, Kind::Paragraph | Kind::Figure) && part.parts.is_empty()
}

fn stacked<M: Clone + 'static>(part: &Part) -> Element<'_, M> {
    let own = (!part.text.is_empty()).then(|| body(part.text.clone()));
    column![].push(own).extend(part.parts.iter().map(one)).spacing(space::XS).width(Fill).into()
}

/// Whether a row has so many cells, or so long words, that an equal share of the text's width breaks one of them.
fn breaks(row: &Part) -> bool {
    let longest = |part: &Part| part.all_text().split_whitespace().map(|word| word.chars().count()).max();
    let most = row.parts.iter().filter_map(longest).max().unwrap_or_default();
    most * row.parts.len() > LETTERS
}

fn cell<M: Clone + 'static>(part: &Part, width: Length) -> Element<'_, M> {
    let text = part.all_text();
    let role = match part.kind {
        Kind::ColumnHead => Role::ColumnHeader,
        Kind::RowHead => Role::RowHeader,
        _ => Role::Cell,
    };
    let seen = if role == Role::Cell { body(text.clone()) } else { strong(text.clone()) };
    said(role, text, column![seen].width(width))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_a_table_is_broken_by_its_column() {
        let cell = |text: &str| Part { kind: Kind::Cell, text: text.into(), parts: Vec::new() };
        let row = |texts: &[&str]| {
            let parts = texts.iter().map(|text| cell(text)).collect();
            Part { kind: Kind::Row, text: String::new(), parts }
        };
        assert!(breaks(&row(&["Leistung", "Rechtsgrundlage", "Betrag"])));
        assert!(!breaks(&row(&["Rechtsgrundlage", "§ 33 VwVfG NRW"])));
    }
}
