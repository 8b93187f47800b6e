//! Lines fit, and whatever is broken is read whole.

use std::collections::BTreeSet;

use super::*;
use crate::paper::hyphen::hyphenated;

fn lines(max: f32, text: &str) -> Vec<String> {
    wrap(Face::Regular, 10.0, max, text).unwrap().into_iter().map(|line| line.text).collect()
}

/// What is read of the lines.
fn said(lines: &[TextLine]) -> String {
    let mut said = String::new();
    for line in lines {
        let mut at = 0;
        for stretch in &line.stretches {
            if let StretchKind::Says(instead) = &stretch.kind {
                said.push_str(&line.text[at..stretch.range.start]);
                said.push_str(instead);
                at = stretch.range.end;
            }
        }
        said.push_str(&line.text[at..]);
        said.push_str(if line.space_after { " " } else { "" });
    }
    said
}

#[test]
fn every_line_fits_and_nothing_is_lost() {
    let text = "Die Anzeige Ihres Gewerbes ist bei uns eingegangen, siehe Donaudampfschifffahrtsgesellschaft-Straße.";
    let broken = wrap(Face::Regular, 10.0, 30.0, text).unwrap();
    assert_eq!(said(&broken), text);
    for line in &broken {
        assert!(width(Face::Regular, 10.0, &line.text).unwrap() <= 30.01, "{line:?}");
    }
}

#[test]
fn a_line_holds_many_narrow_letters() {
    for text in ["il ".repeat(120), "’".repeat(400)] {
        let text = text.trim_end();
        let wide = width(Face::Regular, 10.0, text).unwrap();
        assert_eq!(lines(wide + 0.1, text), [text]);
        assert!(lines(wide - 1.0, text).len() > 1);
    }
}

#[test]
fn a_broken_word_is_read_whole_and_fits_with_its_hyphen() {
    let text = "Der Widerspruch ist schriftlich, schriftformersetzend (Rechtsbehelfsbelehrung) oder zur Niederschrift zu erheben.";
    let marked = hyphenated(text, "de", &BTreeSet::new());
    for max in 12_u8..80 {
        let broken = wrap_prose(Face::Regular, 10.0, f32::from(max), &marked, false).unwrap();
        assert_eq!(said(&broken), text, "{max}");
        for line in &broken {
            assert!(width(Face::Regular, 10.0, &line.text).unwrap() <= f32::from(max) + 0.01, "{line:?}");
        }
        let row = broken.iter().map(|line| u8::from(line.text.ends_with('-'))).collect::<Vec<_>>();
        assert!(max < 40 || !row.windows(3).any(|three| three == [1, 1, 1]), "{max}: {broken:#?}");
    }
    let narrow = wrap_prose(Face::Regular, 10.0, 30.0, &marked, false).unwrap();
    assert!(narrow.iter().any(|line| line.text.ends_with('-')), "{narrow:#?}");
    // Where words are wanted whole, soft hyphens are not there.
    assert!(wrap(Face::Regular, 10.0, 40.0, &marked).unwrap().iter().all(|line| !line.text.contains(SOFT)));
}

#[test]
fn a_word_in_a_cell_is_broken_only_where_it_is_wider_than_its_column() {
    let marked = hyphenated("Auskunft aus dem Gewerbezentralregister", "de", &BTreeSet::new());
    let cell = |max: f32| -> Vec<String> {
        let broken = wrap_cell(Face::Regular, 10.0, max, &marked).unwrap();
        assert_eq!(said(&broken), "Auskunft aus dem Gewerbezentralregister", "{max}");
        broken.into_iter().map(|line| line.text).collect()
    };
    let whole = width(Face::Regular, 10.0, "Gewerbezentralregister").unwrap();
    assert_eq!(cell(whole + 9.0).last().map(String::as_str), Some("Gewerbezentralregister"));
    let narrow = cell(whole - 1.0);
    assert!(narrow.iter().rev().nth(1).is_some_and(|line| line.ends_with('-')), "{narrow:?}");
    // Running text fills its lines.
    let prose = wrap_prose(Face::Regular, 10.0, whole + 9.0, &marked, false).unwrap();
    assert!(prose.iter().any(|line| line.text.ends_with('-')), "{prose:?}");
}

#[test]
fn an_address_stays_on_one_line_as_long_as_it_fits() {
    let text = "Fragen beantwortet buergerbuero-west@gescher.example oder Telefon 02542 0000-104 gern.";
    let broken = wrap_prose(Face::Regular, 10.0, 65.0, text, false).unwrap();
    let leads: Vec<(&str, &str)> = broken
        .iter()
        .flat_map(|line| line.stretches.iter().map(|one| (&line.text[one.range.clone()], &one.kind)))
        .filter_map(
            |(shown, kind)| {
                if let StretchKind::Leads(uri) = kind { Some((shown, uri.as_str())) } else { None }
            },
        )
        .collect();
    assert_eq!(
        leads,
        [
            ("buergerbuero-west@gescher.example", "mailto:buergerbuero-west@gescher.example"),
            ("02542 0000-104", "tel:+4925420000104"),
        ]
    );
    let tight = wrap_prose(Face::Regular, 10.0, 25.0, "buergerbuero-west@gescher.example", false).unwrap();
    assert!(tight.len() > 1 && tight.iter().all(|line| line.stretches.len() == 1), "{tight:#?}");
}

#[test]
fn no_break_spaces_hold_and_new_lines_break() {
    let held = lines(22.0, "nach § 15 Abs. 1 GewO");
    assert!(held.iter().any(|line| line.contains("§ 15")), "{held:?}");
    assert_eq!(lines(100.0, "a\n\nb\r\nc\td"), ["a", "", "b", "c d"]);
    assert_eq!(lines(100.0, ""), [""]);
}

/// A postcode goes to the next line with its place, an IBAN as a whole; where a line is too short for it, it is broken at its spaces.
#[test]
fn what_belongs_together_is_not_torn() {
    let iban = "DE02 1203 0000 0000 2020 51";
    for max in 30..70_u8 {
        let max = f32::from(max);
        let broken =
            lines(max, "Verwaltungsgericht, Manfred-von-Richthofen-Straße 8, 48145 Münster, schriftlich");
        assert!(broken.iter().any(|line| line.contains("48145 Münster")), "{max}: {broken:?}");
        let broken = lines(max, &format!("Überweisung auf das Konto {iban} der Kasse"));
        let fits = width(Face::Regular, 10.0, iban).unwrap() <= max;
        assert_eq!(broken.iter().any(|line| line.contains(iban)), fits, "{max}: {broken:?}");
        assert!(broken.iter().all(|line| !line.starts_with(' ')), "{broken:?}");
        assert_eq!(
            broken.join(" ").replace("  ", " "),
            format!("Überweisung auf das Konto {iban} der Kasse")
        );
    }
}
