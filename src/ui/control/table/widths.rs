//! How wide each column is: as wide as its words where there is room for all, and where there is not, the widest give way
//! first, so that numbers, days and amounts stay whole. Draws nothing.

use super::{CELL, Column, EDGE, LEAST, Row};
use crate::ui::control::draw;
use crate::ui::theme::{BOLD, FONT, size};
use iced::Length;

/// Rows that are measured; they are drawn anyway. What stands further down comes to the same widths as a rule, and a list keeps
/// its columns while it is scrolled.
const MEASURED: usize = 20;
/// With less of it a cut word is hardly read.
const READ: f32 = 136.0;
/// The least of a column that gives way: the first letters tell whom it means.
const GIVEN_WAY: f32 = 72.0;
/// What the arrow beside a sorted title takes.
const ARROW: f32 = 14.0;

/// What title and first rows need in each column, edges of the cell included.
pub(super) fn needs(columns: &[Column], count: usize, row: &dyn Fn(usize) -> Row) -> Vec<f32> {
    let title = |column: &Column| {
        draw::width(&column.title, BOLD, size::SECTION) + if column.sorts { ARROW } else { 0.0 }
    };
    let mut needs: Vec<f32> = columns.iter().map(title).collect();
    if count == 0 {
        // Nothing to measure: titles stand where they would with the usual words.
        let usual = |(need, column): (&f32, &Column)| match column.width {
            Length::Fixed(width) => width.max(*need),
            _ => *need,
        };
        return needs.iter().zip(columns).map(usual).collect();
    }
    for row in (0..count.min(MEASURED)).map(row) {
        for (need, cell) in needs.iter_mut().zip(&row.0) {
            let font = if cell.strong { BOLD } else { FONT };
            *need = need.max(draw::width(&cell.text, font, size::TEXT));
        }
    }
    needs.into_iter().map(|need| (need + 2.0 * CELL).ceil()).collect()
}

/// Whether the columns fit into this width and can be read: where words are left with less, cards say more.
pub(super) fn fits(columns: &[Column], needs: &[f32], width: f32) -> bool {
    let least = |(column, need): (&Column, &f32)| match column.width {
        Length::Fixed(_) => *need,
        _ if column.gives_way => need.min(GIVEN_WAY),
        _ => need.min(READ),
    };
    columns.iter().zip(needs).map(least).sum::<f32>() + EDGE <= width
}

/// The columns for a table of this width: those of a fixed width as wide as they need, the others share what is left.
pub(super) fn fitted(mut columns: Vec<Column>, needs: &[f32], width: f32) -> Vec<Column> {
    let mut room = width - EDGE;
    for (column, need) in columns.iter_mut().zip(needs) {
        if let Length::Fixed(_) = column.width {
            column.width = Length::Fixed(*need);
            room -= need;
        }
    }
    let is_shared = |column: &Column| !matches!(column.width, Length::Fixed(_));
    let needs = &giving_way(&columns, needs, width - EDGE);
    let shared: Vec<f32> =
        columns.iter().zip(needs).filter(|(column, _)| is_shared(column)).map(|(_, need)| *need).collect();
    let most = level(&shared, room);
    let spare = (room - shared.iter().sum::<f32>()).max(0.0);
    let shares: f32 =
        columns.iter().filter(|column| is_shared(column)).map(|c| f32::from(c.width.fill_factor())).sum();
    for (column, need) in columns.iter_mut().zip(needs) {
        if is_shared(column) {
            let own = f32::from(column.width.fill_factor()) / shares.max(1.0);
            column.width = Length::FillPortion(portion(need.min(most) + spare * own));
        }
    }
    columns
}

/// What the columns need once those have given way that are cut before any other.
fn giving_way(columns: &[Column], needs: &[f32], room: f32) -> Vec<f32> {
    let mut over = (needs.iter().sum::<f32>() - room).max(0.0);
    let given = |(column, need): (&Column, &f32)| {
        let gives = if column.gives_way { over.min(need - GIVEN_WAY).max(0.0) } else { 0.0 };
        over -= gives;
        need - gives
    };
    columns.iter().zip(needs).map(given).collect()
}

/// The width above which nothing may be, so that all of them come into the room.
fn level(needs: &[f32], room: f32) -> f32 {
    let mut sorted = needs.to_vec();
    sorted.sort_by(f32::total_cmp);
    let (mut left, mut count) = (room, sorted.iter().map(|_| 1.0).sum::<f32>());
    for need in sorted {
        let each = left / count;
        if need > each {
            return each.max(LEAST);
        }
        left -= need;
        count -= 1.0;
    }
    f32::INFINITY
}

/// Pixels as a share: all of them together are the room that there is.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no window is as wide")]
fn portion(pixels: f32) -> u16 {
    pixels.round().clamp(1.0, f32::from(u16::MAX)) as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::{Fill, FillPortion};

    fn widths(needs: &[f32], width: f32) -> Vec<Length> {
        let columns = [Length::Fixed(168.0), FillPortion(5), FillPortion(1)];
        let columns = columns.into_iter().map(|width| Column::new("", width)).collect();
        fitted(columns, needs, width + EDGE).into_iter().map(|column| column.width).collect()
    }

    #[test]
    fn where_there_is_room_nothing_is_cut_and_the_rest_is_shared() {
        assert_eq!(
            widths(&[148.0, 200.0, 120.0], 588.0),
            [Length::Fixed(148.0), FillPortion(300), FillPortion(140)]
        );
    }

    #[test]
    fn what_matters_least_is_cut_before_anything_else_is() {
        let column = |title: &str| Column::new(title, Fill);
        let columns = vec![column("Leistung"), column("Person"), column("Bei").gives_way()];
        let widths = |width: f32| -> Vec<Length> {
            let columns = fitted(columns.clone(), &[300.0, 200.0, 180.0], width + EDGE);
            columns.into_iter().map(|column| column.width).collect()
        };
        assert_eq!(widths(620.0), [FillPortion(300), FillPortion(200), FillPortion(120)]);
        assert_eq!(
            widths(560.0),
            [FillPortion(288), FillPortion(200), FillPortion(72)],
            "not below its least"
        );
    }

    /// The list of F9 at 200 %: what, who and which service are all longer than what there is.
    #[test]
    fn where_all_words_would_be_cut_short_rows_become_cards() {
        let fixed = |width: f32| Column::new("", width);
        let columns =
            [fixed(96.0), Column::new("", Fill), Column::new("", Fill), Column::new("", Fill), fixed(168.0)];
        let needs = [90.0, 280.0, 180.0, 190.0, 155.0];
        assert!(!fits(&columns, &needs, 629.0) && fits(&columns, &needs, 700.0));
    }

    #[test]
    fn where_there_is_none_the_widest_words_give_way_and_numbers_do_not() {
        let needs = [203.0, 900.0, 110.0];
        assert_eq!(widths(&needs, 603.0), [Length::Fixed(203.0), FillPortion(290), FillPortion(110)]);
        let columns = [Column::new("", 168), Column::new("", Fill), Column::new("", Fill)];
        assert!(fits(&columns, &needs, 603.0) && !fits(&columns, &needs, 400.0));
    }
}
