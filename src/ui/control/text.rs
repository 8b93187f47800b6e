//! Text by what it is for. Screens choose a name; size, line, weight and colour follow.

use super::named;
use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use crate::ui::theme::{BOLD, FONT, Theme, Tone, size};
use iced::Font;
use iced::widget::text::{self, LineHeight, Wrapping};

type Text<'a> = iced::widget::Text<'a, Theme>;

fn set<'a>(
    content: impl text::IntoFragment<'a>,
    font: Font,
    (height, line): (f32, f32),
    tone: Tone,
) -> Text<'a> {
    let color = move |theme: &Theme| text::Style { color: colour(theme, tone) };
    let line = LineHeight::Absolute(line.into());
    // A name of eighty letters without a space breaks rather than running into what stands beside it.
    Text::new(content).font(font).size(height).line_height(line).wrapping(Wrapping::WordOrGlyph).style(color)
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
