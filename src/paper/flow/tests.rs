//! Breaking of pages. Looks at the model, writes no file.

use chrono::NaiveDate;

use super::*;
use crate::paper::canvas::Meta;
use crate::paper::page::{Child, Node};

fn flow() -> Flow {
    let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let canvas = Canvas::new(Meta::german("Probe", "Stadt Gescher", date));
    let area = Area { left: 25.0, right: 190.0, top: 25.0, first_bottom: 260.0, bottom: 277.0 };
    Flow::new(canvas, Sizes::NORMAL, area, 100.0)
}

fn texts(node: &Node, page: usize) -> String {
    node.kids
        .iter()
        .map(|kid| match kid {
            Child::Node(inner) => texts(inner, page),
            Child::Content(content) if content.page == page => content
                .draws
                .iter()
                .map(|draw| if let Draw::Text(run) = draw { run.text.clone() } else { String::new() })
                .collect(),
            Child::Content(_) => String::new(),
        })
        .collect::<Vec<_>>()
        .join("|")
}

fn table(rows: usize, text: &str) -> Table {
    Table {
        columns: vec![Column { share: 1.0, align: Align::Left }, Column { share: 3.0, align: Align::Right }],
        head: Some(vec!["Nr.".into(), "Inhalt".into()]),
        rows: (1..=rows)
            .map(|row| Row { cells: vec![row.to_string(), text.into()], strong: false })
            .collect(),
        row_heads: false,
    }
}

#[test]
fn a_long_table_repeats_its_head_and_is_read_once() {
    let mut flow = flow();
    flow.table(&table(90, "Zeile")).unwrap();
    let doc = flow.finish();
    assert!(doc.pages.len() >= 3);
    for page in &doc.pages[1..] {
        let heads = page.artifacts.iter().filter(|draw| matches!(draw, Draw::Text(run) if run.text == "Nr."));
        assert_eq!(heads.count(), 1);
    }
    assert_eq!(doc.tree[0].kids.len(), 91, "one head and 90 rows");
}

#[test]
fn a_row_taller_than_a_page_goes_on_in_the_same_cell() {
    let mut flow = flow();
    flow.table(&table(1, &"viele Wörter ".repeat(900))).unwrap();
    let doc = flow.finish();
    assert!(doc.pages.len() >= 2);
    let Child::Node(row) = &doc.tree[0].kids[1] else { panic!("no row") };
    assert_eq!(row.kids.len(), 2);
    assert!(texts(row, 1).contains("viele"));
}

#[test]
fn nothing_stands_below_the_bottom_and_no_line_alone() {
    let mut flow = flow();
    for _ in 0..12 {
        flow.paragraph(&"Die Anzeige Ihres Gewerbes ist bei uns eingegangen. ".repeat(8)).unwrap();
    }
    let doc = flow.finish();
    for node in &doc.tree {
        for kid in &node.kids {
            let Child::Content(content) = kid else { continue };
            assert!(content.draws.len() >= 2, "a line alone");
            for draw in &content.draws {
                let Draw::Text(run) = draw else { continue };
                assert!(run.y <= if content.page == 0 { 260.0 } else { 277.0 });
            }
        }
    }
}

#[test]
fn a_kept_block_moves_as_a_whole() {
    let mut flow = flow();
    flow.y = 240.0;
    flow.keep_together(|flow| {
        for _ in 0..6 {
            flow.paragraph("Zusammen")?;
        }
        Ok(())
    })
    .unwrap();
    let doc = flow.finish();
    assert_eq!(doc.tree.len(), 6, "drawn once");
    assert!(doc.tree.iter().all(|node| texts(node, 1) == "Zusammen"));
}
