//! Text by what it is for. Screens choose a name; size, line, weight and colour follow.

use super::named;
use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use crate::ui::theme::{BOLD, FONT, Theme, Tone, size};
use iced::Font;
use iced::widget::text::{self, LineHeight, Wrapping};
use std::borrow::Cow;

type Text<'a> = iced::widget::Text<'a, Theme>;

fn set<'a>(
    content: impl text::IntoFragment<'a>,
    font: Font,
    (height, line): (f32, f32),
    tone: Tone,
) -> Text<'a> {
    let color = move |theme: &Theme| text::Style { color: colour(theme, tone) };
    let line = LineHeight::Absolute(line.into());
    let content = held_together(content.into_fragment());
    // A name of eighty letters without a space breaks rather than running into what stands beside it.
    Text::new(content).font(font).size(height).line_height(line).wrapping(Wrapping::WordOrGlyph).style(color)
}

/// Words that a paragraph of law holds together: no line ends behind them.
const HOLD: [&str; 8] = ["§", "§§", "Art.", "Abs.", "Satz", "Nr.", "Buchst.", "No."];

/// The same with blanks at which no line ends: in `§ 15 Abs. 1`, before `€` and before `%`.
fn held_together(text: Cow<'_, str>) -> Cow<'_, str> {
    let holds = |word: &str| HOLD.contains(&word.trim_start_matches(['(', '„', '\u{a0}']));
    if !text.contains(['§', '€', '%']) && !text.contains("Art.") {
        return text;
    }
    let mut said = String::with_capacity(text.len() + 8);
    let mut word = "";
    for (at, next) in text.split(' ').enumerate() {
        if at > 0 {
            let sticks = holds(word) || next.starts_with(['€', '%']) || HOLD[3..].contains(&next);
            said.push(if sticks { '\u{a0}' } else { ' ' });
        }
        said.push_str(next);
        word = next;
    }
    Cow::Owned(said)
}

/// Plain text takes the colour of what it stands on.
fn colour(theme: &Theme, tone: Tone) -> Option<iced::Color> {
    (tone != Tone::Plain).then(|| theme.tokens().tone(tone))
}

const TEXT: (f32, f32) = (size::TEXT, size::TEXT_LINE);
const SMALL: (f32, f32) = (size::SMALL, size::SMALL_LINE);

/// Running text.
pub fn body<'a>(content: impl text::IntoFragment<'a>) -> Text<'a> {
    set(content, FONT, TEXT, Tone::Plain)
}

/// Running text that is meant in a certain way.
pub fn toned<'a>(content: impl text::IntoFragment<'a>, tone: Tone) -> Text<'a> {
    set(content, FONT, TEXT, tone)
}

/// What counts in a line.
pub fn strong<'a>(content: impl text::IntoFragment<'a>) -> Text<'a> {
    set(content, BOLD, TEXT, Tone::Plain)
}

/// A note beside the matter, in the small muted type.
pub fn small<'a>(content: impl text::IntoFragment<'a>) -> Text<'a> {
    set(content, FONT, SMALL, Tone::Muted)
}

/// A note that is meant in a certain way.
pub fn small_toned<'a>(content: impl text::IntoFragment<'a>, tone: Tone) -> Text<'a> {
    set(content, FONT, SMALL, tone)
}

/// The title of a screen or form: a heading of level 1.
pub fn title<'a, M: 'a>(content: impl Into<String>) -> Element<'a, M> {
    heading(content.into(), 1, (size::TITLE, size::TITLE_LINE), Tone::Plain)
}

/// The name of a section or card: a heading of level 2.
pub fn section<'a, M: 'a>(content: impl Into<String>) -> Element<'a, M> {
    heading(content.into(), 2, (size::SECTION, size::SECTION_LINE), Tone::Muted)
}

fn heading<'a, M: 'a>(content: String, level: usize, measure: (f32, f32), tone: Tone) -> Element<'a, M> {
    let mut info = Info::new(Role::Heading, content.clone());
    info.level = Some(level);
    info.covers_children = true;
    named(None, info, set(content, BOLD, measure, tone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_ends_within_a_paragraph_of_law_or_an_amount() {
        let held = |text: &'static str| held_together(Cow::Borrowed(text)).replace('\u{a0}', "_");
        assert_eq!(held("nach § 15 Abs. 1 Satz 2 GewO für 26 €"), "nach §_15_Abs._1_Satz_2 GewO für 26_€");
        assert_eq!(held("(§§ 14, 55c GewO)"), "(§§_14, 55c GewO)");
        assert_eq!(held("Art. 15 DSGVO"), "Art._15 DSGVO");
        assert_eq!(held("im ersten Satz nichts"), "im ersten Satz nichts", "no law, no change");
    }
}
