//! Positions of DIN 5008 form B, read from the model.

use chrono::NaiveDate;

use super::*;
use crate::paper::canvas::Meta;
use crate::paper::page::{Child, Draw, Line, Node, Run};

fn model(recipient: &[&str], info: usize) -> Document {
    let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let head = Letterhead {
        authority: "Stadt Gescher".into(),
        return_address: "Stadt Gescher · Marktplatz 1 · 48712 Gescher".into(),
        footer: vec![vec!["Stadt Gescher".into()]],
        ..Letterhead::default()
    };
    let recipient: Vec<String> = recipient.iter().map(ToString::to_string).collect();
    let info: Vec<(String, String)> = (0..info).map(|row| ("Zeichen".into(), row.to_string())).collect();
    let opening = Opening { notes: &[], recipient: &recipient, info: &info };
    let canvas = Canvas::new(Meta::german("Probe", "Stadt Gescher", date));
    let mut flow = letter(canvas, Sizes::NORMAL, &head, &opening).unwrap();
    flow.heading(Role::H1, "Betreff").unwrap();
    finish(flow, &head, "32.10", |page, pages| format!("Seite {page} von {pages}")).unwrap()
}

fn runs(nodes: &[Node]) -> Vec<Run> {
    let mut found = Vec::new();
    for node in nodes {
        for kid in &node.kids {
            match kid {
                Child::Node(inner) => found.extend(runs(std::slice::from_ref(inner))),
                Child::Content(content) => found.extend(content.draws.iter().filter_map(|draw| match draw {
                    Draw::Text(run) => Some(run.clone()),
                    _ => None,
                })),
            }
        }
    }
    found
}

fn find(doc: &Document, text: &str) -> Run {
    runs(&doc.tree).into_iter().find(|run| run.text.trim() == text).unwrap_or_else(|| panic!("{text}"))
}

#[test]
fn address_subject_and_marks_stand_where_the_window_and_the_folds_want_them() {
    let doc = model(&["Frau", "Erika Beispiel", "Musterweg 3", "48712 Gescher"], 4);
    let first = find(&doc, "Frau");
    assert!((first.x - 25.0).abs() < 0.01 && first.y > 62.7 && first.y < 62.7 + 4.55, "{}", first.y);
    let back = find(&doc, "Stadt Gescher · Marktplatz 1 · 48712 Gescher");
    assert!(back.y < 62.7 && back.y > 45.0);
    let subject = find(&doc, "Betreff");
    assert!(subject.y > 98.5 && subject.y < 105.0 && (subject.x - 25.0).abs() < 0.01);
    let zeichen = find(&doc, "Zeichen");
    assert!((zeichen.x - 125.0).abs() < 0.01 && zeichen.y > 50.0 && zeichen.y < 55.0);
    let marks: Vec<f32> = doc.pages[0]
        .artifacts
        .iter()
        .filter_map(|draw| match draw {
            Draw::Line(Line { from, to, .. }) if from.0 < 10.0 && (from.1 - to.1).abs() < 0.01 => {
                Some(from.1)
            }
            _ => None,
        })
        .collect();
    assert_eq!(marks, [105.0, 148.5, 210.0]);
}

#[test]
fn a_long_address_stays_in_its_six_lines_and_a_long_block_pushes_the_subject() {
    let long =
        "Gesellschaft für angewandte Landwirtschaft und Gartenbau im westlichen Münsterland mbH & Co. KG";
    let doc = model(&[long, long, "z. Hd. Frau Erika Beispiel", "Musterweg 3", "48712 Gescher"], 16);
    let place = find(&doc, "48712 Gescher");
    assert!(place.y < 90.0, "{}", place.y);
    assert!(find(&doc, "Betreff").y > 110.0);
}

/// Columns at the foot stay apart, however long the hours are, and hours go on in the next line.
#[test]
fn columns_at_the_foot_do_not_touch() {
    let hours = "Mo bis Mi 8:30–12:30 und 14:00–16:00 Uhr, Do 8:30–18:00 Uhr, Fr 8:30–12:30 Uhr, Sa nach Vereinbarung";
    for hours in [hours, "Mo bis Fr 8:30–12:30 Uhr"] {
        let columns = [
            ["Stadt Gescher", "48712 Gescher"],
            ["02542 0000-0", "rathaus@gescher.example"],
            [hours, ""],
            ["Musterbank Westmünsterland", "DE02 1203 0000 0000 2020 51"],
        ];
        let footer = columns
            .map(|column| column.iter().filter(|line| !line.is_empty()).map(ToString::to_string).collect());
        let head =
            Letterhead { authority: "Stadt Gescher".into(), footer: footer.into(), ..Letterhead::default() };
        let canvas = Canvas::new(Meta::german(
            "Probe",
            "Stadt Gescher",
            NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        ));
        let flow = sheet(canvas, Sizes::NORMAL, &head, &Opening::default()).unwrap();
        let doc = finish(flow, &head, "", |_, _| String::new()).unwrap();
        let mut foot: Vec<Run> =
            runs(&doc.tree).into_iter().filter(|run| run.y > FOOTER && !run.text.trim().is_empty()).collect();
        foot.sort_by(|a, b| (a.y, a.x).partial_cmp(&(b.y, b.x)).unwrap());
        let end = |run: &Run| run.x + Style::regular(run.size).width(run.text.trim_end()).unwrap();
        assert!(foot.iter().all(|run| end(run) < RIGHT + 0.2 && run.size >= 6.0), "{foot:#?}");
        for two in foot.windows(2).filter(|two| (two[0].y - two[1].y).abs() < 0.1) {
            assert!(two[1].x - end(&two[0]) > 3.0, "{:?} touches {:?}", two[0].text, two[1].text);
        }
    }
}
