//! What is only read: pairs of name and value, what happened in order, how far something is, what was just done.

use super::button::button;
use super::column::{announced, named};
use super::text::{body, small, strong, toned};
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::{Info, Live, Role};
use crate::ui::theme::{Theme, Tone, size, space};
use iced::widget::{column, container, row};
use iced::{Alignment, Border, Fill, FillPortion};

/// Names and values below each other: ("Eingang", "Di 24.11.2026").
pub fn pairs<'a, M: 'a>(entries: impl IntoIterator<Item = (String, String)>) -> Element<'a, M> {
    let rows = entries.into_iter().map(|(name, value)| {
        let spoken = Info {
            value: Some(value.clone()),
            covers_children: true,
            ..Info::new(Role::Label, name.clone())
        };
        let line =
            row![small(name).width(FillPortion(2)), body(value).width(FillPortion(3))].spacing(space::S);
        named(None, spoken, line)
    });
    column(rows).spacing(space::XS).width(Fill).into()
}

/// Names over their values, for a narrow column with long names: ("Bescheinigung bis", "Fr 27.11.2026").
pub fn stacked<'a, M: 'a>(entries: impl IntoIterator<Item = (String, String)>) -> Element<'a, M> {
    let rows = entries.into_iter().map(|(name, value)| {
        let spoken = Info {
            value: Some(value.clone()),
            covers_children: true,
            ..Info::new(Role::Label, name.clone())
        };
        named(None, spoken, column![small(name), body(value)].width(Fill))
    });
    column(rows).spacing(space::S).width(Fill).into()
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Happening {
    /// The day, where it is another than that of the entry above; may be empty.
    pub day: String,
    /// When, as short as the list allows: "11:06".
    pub when: String,
    /// What.
    pub what: String,
    /// Who, where, with what; may be empty.
    pub note: String,
    /// How it is meant.
    pub tone: Tone,
}

/// What happened, newest first, along a line.
pub fn timeline<'a, M: 'a>(entries: impl IntoIterator<Item = Happening>) -> Element<'a, M> {
    let rows = entries.into_iter().map(|entry| {
        let day = (!entry.day.is_empty()).then(|| strong(entry.day));
        let first = row![strong(entry.when), toned(entry.what, entry.tone).width(Fill)].spacing(6);
        let note = (!entry.note.is_empty()).then(|| small(entry.note));
        column![].push(day).push(first).push(note).into()
    });
    let rail = |theme: &Theme| container::Style {
        background: Some(theme.tokens().panel.into()),
        ..container::Style::default()
    };
    let line = |theme: &Theme| container::Style {
        background: Some(theme.tokens().line.into()),
        ..container::Style::default()
    };
    let list = container(column(rows).spacing(10))
        .padding(iced::Padding::ZERO.left(space::L))
        .width(Fill)
        .style(rail);
    container(list).padding(iced::Padding::ZERO.left(2)).width(Fill).style(line).into()
}

/// How far something is. `part` from 0 to 1, or nothing where that is not known.
pub fn progress<'a, M: Clone + 'static>(
    words: impl Into<String>,
    part: Option<f32>,
    on_cancel: Option<M>,
) -> Element<'a, M> {
    let words = words.into();
    let mut info = Info::new(Role::ProgressIndicator, words.clone());
    info.value = part.map(|part| format!("{:.0} %", part.clamp(0.0, 1.0) * 100.0));
    info.live = Some(Live::Polite);
    info.covers_children = true;
    let trough = |theme: &Theme| container::Style {
        background: Some(theme.tokens().panel.into()),
        border: Border::default().rounded(size::RADIUS).width(1.0).color(theme.tokens().field_border),
        ..container::Style::default()
    };
    let fill = |theme: &Theme| container::Style {
        background: Some(theme.tokens().accent.into()),
        border: Border::default().rounded(2),
        ..container::Style::default()
    };
    // A thousandth is finer than a screen shows.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let done = (part.unwrap_or(0.0).clamp(0.0, 1.0) * 1000.0) as u16;
    let done_bar =
        (done > 0).then(|| container(iced::widget::space().height(8)).width(FillPortion(done)).style(fill));
    let rest =
        (done < 1000).then(|| container(iced::widget::space().height(8)).width(FillPortion(1000 - done)));
    let bar = container(row![].push(done_bar).push(rest)).padding(2).width(Fill).style(trough);
    let told = named(None, info, column![body(words), bar].spacing(space::XS).width(Fill));
    let cancel = on_cancel.map(|message| button(fl!("cancel")).on_press(message));
    row![told].push(cancel).spacing(space::M).align_y(Alignment::End).into()
}

/// What was just done or what is going on, in one quiet line that is read out. Nothing pops up and nothing goes by itself.
pub fn status_line<'a, M: 'a>(words: impl Into<String>, tone: Tone) -> Element<'a, M> {
    let words = words.into();
    let live = if tone == Tone::Error { Live::Assertive } else { Live::Polite };
    announced(words.clone(), live, toned(words, tone))
}
