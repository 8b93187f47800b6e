//! Every pair of colours that meets on the screen can be told apart.

use super::{Theme, Tokens};
use iced::Color;

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(color: Color) -> f32 {
    let part = |v: f32| if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) };
    0.2126 * part(color.r) + 0.7152 * part(color.g) + 0.0722 * part(color.b)
}

fn contrast(a: Color, b: Color) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Text and what it stands on: 4.5 to 1.
fn texts(t: &Tokens) -> Vec<(&'static str, Color, Color)> {
    vec![
        ("text on panel", t.text, t.panel),
        ("text on background", t.text, t.background),
        ("muted on panel", t.muted, t.panel),
        ("muted on background", t.muted, t.background),
        ("accent on panel", t.accent, t.panel),
        ("accent on tint", t.accent, t.accent_tint),
        ("text on accent tint", t.text, t.accent_tint),
        ("on accent", t.on_accent, t.accent),
        ("on error", t.on_accent, t.error),
        ("warning on panel", t.warning, t.panel),
        ("warning on background", t.warning, t.background),
        ("warning on tint", t.warning, t.warning_tint),
        ("error on panel", t.error, t.panel),
        ("error on background", t.error, t.background),
        ("error on tint", t.error, t.error_tint),
        ("good on panel", t.good, t.panel),
        ("good on tint", t.good, t.good_tint),
        ("selection text", t.selection_text, t.selection),
        ("navigation text", t.nav_text, t.nav),
        ("navigation text, chosen", t.nav_text, t.nav_chosen),
        ("navigation keys", t.nav_muted, t.nav),
        ("navigation keys, chosen", t.nav_muted, t.nav_chosen),
    ]
}

/// Borders, rings and marks and what they stand on: 3 to 1.
fn marks(t: &Tokens) -> Vec<(&'static str, Color, Color)> {
    vec![
        ("field border on panel", t.field_border, t.panel),
        ("field border on background", t.field_border, t.background),
        ("accent border", t.accent, t.panel),
        ("error border", t.error, t.panel),
        ("warning border", t.warning, t.panel),
        ("ring on panel", t.ring, t.panel),
        ("ring on background", t.ring, t.background),
        ("ring on navigation", t.nav_ring, t.nav),
        ("bar on navigation", t.nav_bar, t.nav),
        ("bar of the selected row on panel", t.accent, t.panel),
    ]
}

#[test]
fn colours_that_meet_can_be_told_apart() {
    let mut weak = Vec::new();
    for theme in Theme::ALL {
        let tokens = theme.tokens();
        let pairs =
            texts(tokens).into_iter().map(|p| (p, 4.5)).chain(marks(tokens).into_iter().map(|p| (p, 3.0)));
        for ((name, front, back), least) in pairs {
            let found = contrast(front, back);
            if found < least {
                weak.push(format!("{theme:?}: {name} has {found:.2}, needs {least}"));
            }
        }
    }
    assert!(weak.is_empty(), "{weak:#?}");
}

#[test]
fn the_measure_itself_is_right() {
    assert!((contrast(Color::BLACK, Color::WHITE) - 21.0).abs() < 0.01);
    assert!(contrast(Color::WHITE, Color::from_rgb8(0x76, 0x76, 0x76)) > 4.5);
    assert!(contrast(Color::WHITE, Color::from_rgb8(0x77, 0x77, 0x77)) < 4.5);
}
