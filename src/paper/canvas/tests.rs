//! The builder keeps reading order, shrinks and reports. Draws no file.

use chrono::NaiveDate;

use super::*;

fn canvas() -> Canvas {
    Canvas::new(Meta::german("Probe", "Stadt Gescher", NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()))
}

#[test]
fn text_shrinks_before_it_overflows() {
    let mut canvas = canvas();
    let area = TextBox::new(Rect::new(20.0, 20.0, 40.0, 5.0), Style::regular(10.0)).shrink(6.0);
    let placed = canvas.text_box(Role::P, &area, "Schifffahrtsgesellschaft Rhein-Ruhr").unwrap();
    assert!(placed.size < 10.0 && placed.left.is_empty(), "{placed:?}");
    let placed = canvas.text_box(Role::P, &area, &"sehr langer Name ".repeat(9)).unwrap();
    assert!(!placed.left.is_empty() && placed.lines >= 1, "{placed:?}");
}

#[test]
fn reading_order_is_the_order_of_calls_over_pages() {
    let mut canvas = canvas();
    canvas
        .within(Role::P, |canvas| {
            let _ = canvas.run(20.0, 20.0, &Style::regular(10.0), "eins ")?;
            let _ = canvas.run(20.0, 30.0, &Style::regular(10.0), "zwei ")?;
            canvas.next_page();
            canvas.run(20.0, 20.0, &Style::regular(10.0), "drei")
        })
        .map(|_| ())
        .unwrap();
    let doc = canvas.finish();
    assert_eq!(doc.pages.len(), 2);
    let pages: Vec<(usize, usize)> = doc.tree[0]
        .kids
        .iter()
        .map(|kid| match kid {
            Child::Content(content) => (content.page, content.draws.len()),
            Child::Node(_) => (usize::MAX, 0),
        })
        .collect();
    assert_eq!(pages, [(0, 2), (1, 1)]);
}

#[test]
fn empty_elements_vanish_and_loose_text_becomes_a_paragraph() {
    let mut canvas = canvas();
    canvas.open(Role::Table);
    canvas.close();
    let _ = canvas.run(20.0, 20.0, &Style::regular(10.0), "lose").unwrap();
    let doc = canvas.finish();
    assert_eq!(doc.tree.len(), 1);
    assert_eq!(doc.tree[0].role, Role::P);
}

#[test]
fn a_check_box_says_its_state() {
    let mut canvas = canvas();
    canvas.check_box(Rect::new(20.0, 20.0, 4.0, 4.0), true, "männlich: angekreuzt");
    let doc = canvas.finish();
    assert_eq!(doc.tree[0].alt.as_deref(), Some("männlich: angekreuzt"));
    let Child::Content(content) = &doc.tree[0].kids[0] else { panic!("no content") };
    assert_eq!(content.draws.len(), 6, "four sides and a cross");
}
