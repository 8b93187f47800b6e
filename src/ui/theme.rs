//! Colours, sizes and type: one table, three themes. Screens use names only; nothing here draws.

mod catalog;
#[cfg(test)]
mod tests;

use iced::{Color, Font, font};

/// Noto Sans (OFL 1.1): every letter and sequence of DIN 91379 is placed as it should be.
pub const REGULAR_TTF: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Regular.ttf");
/// The bold cut of [`REGULAR_TTF`].
pub const BOLD_TTF: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Bold.ttf");
/// Ticks, arrows and triangles that Noto Sans lacks: a few glyphs of Noto Sans Symbols 2 and Noto Sans Math (OFL 1.1).
pub const SYMBOLS_TTF: &[u8] = include_bytes!("../../assets/fonts/AmtsstubeSymbols-Regular.ttf");
/// The face of the marks in [`SYMBOLS_TTF`].
pub const SYMBOLS: Font = Font::with_name("Amtsstube Symbols");
/// The face of all text.
pub const FONT: Font = Font::with_name("Noto Sans");
/// Titles, names of sections, what is chosen.
pub const BOLD: Font = Font { weight: font::Weight::Bold, ..FONT };

/// Type sizes and line heights in logical pixels; iced's scale factor takes them from 100 to 400 %.
pub mod size {
    /// Running text.
    pub const TEXT: f32 = 14.0;
    /// Line of running text.
    pub const TEXT_LINE: f32 = 20.0;
    /// Notes, labels of fields.
    pub const SMALL: f32 = 12.0;
    /// Line of notes.
    pub const SMALL_LINE: f32 = 16.0;
    /// Name of a section or card.
    pub const SECTION: f32 = 13.0;
    /// Line of a section name.
    pub const SECTION_LINE: f32 = 18.0;
    /// Title of a screen or form.
    pub const TITLE: f32 = 18.0;
    /// Line of a title.
    pub const TITLE_LINE: f32 = 24.0;
    /// Height of a field.
    pub const FIELD: f32 = 32.0;
    /// Height of a table row.
    pub const ROW: f32 = 32.0;
    /// The least height and width of anything that can be pressed.
    pub const TARGET: f32 = 24.0;
    /// Corner of fields and buttons.
    pub const RADIUS: f32 = 4.0;
    /// Corner of panels.
    pub const PANEL_RADIUS: f32 = 6.0;
    /// Width of the focus ring.
    pub const RING: f32 = 3.0;
    /// Free space between a control and its focus ring.
    pub const RING_GAP: f32 = 2.0;
}

/// Distances in logical pixels.
pub mod space {
    /// Within a word group.
    pub const XS: f32 = 4.0;
    /// Between a mark and its text.
    pub const S: f32 = 8.0;
    /// Between fields.
    pub const M: f32 = 12.0;
    /// Between panels, and inside them.
    pub const L: f32 = 14.0;
    /// Between groups.
    pub const XL: f32 = 16.0;
    /// Between parts of a page.
    pub const XXL: f32 = 24.0;
}

/// How a word or a mark is meant. Always together with words, never colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Tone {
    /// Ordinary text.
    #[default]
    Plain,
    /// Beside the matter.
    Muted,
    /// Chosen, or to be pressed.
    Accent,
    /// Needs attention soon.
    Warning,
    /// Wrong.
    Error,
    /// Done.
    Good,
}

/// One theme's colours, by what they are for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// Behind the panels.
    pub background: Color,
    /// Panels, fields, bars.
    pub panel: Color,
    /// Edge of a panel (decoration).
    pub line: Color,
    /// Between rows (decoration).
    pub line_soft: Color,
    /// Edge of a field or button.
    pub field_border: Color,
    /// Text.
    pub text: Color,
    /// Text beside the matter.
    pub muted: Color,
    /// What can be pressed or is chosen.
    pub accent: Color,
    /// Behind accent text.
    pub accent_tint: Color,
    /// Text on a filled accent.
    pub on_accent: Color,
    /// Attention.
    pub warning: Color,
    /// Behind warnings.
    pub warning_tint: Color,
    /// Wrong.
    pub error: Color,
    /// Behind errors.
    pub error_tint: Color,
    /// Done.
    pub good: Color,
    /// Behind what is done.
    pub good_tint: Color,
    /// A selected row or suggestion.
    pub selection: Color,
    /// Text on it.
    pub selection_text: Color,
    /// The focus ring.
    pub ring: Color,
    /// The focus ring on the navigation.
    pub nav_ring: Color,
    /// The bar at the chosen entry of the navigation.
    pub nav_bar: Color,
    /// The navigation.
    pub nav: Color,
    /// Behind its chosen entry.
    pub nav_chosen: Color,
    /// Its text.
    pub nav_text: Color,
    /// Its keys.
    pub nav_muted: Color,
}

/// By day.
pub const LIGHT: Tokens = Tokens {
    background: Color::from_rgb8(0xf4, 0xf5, 0xf6),
    panel: Color::from_rgb8(0xff, 0xff, 0xff),
    line: Color::from_rgb8(0xcf, 0xd4, 0xd9),
    line_soft: Color::from_rgb8(0xe4, 0xe7, 0xea),
    field_border: Color::from_rgb8(0x76, 0x81, 0x8c),
    text: Color::from_rgb8(0x1b, 0x21, 0x27),
    muted: Color::from_rgb8(0x55, 0x60, 0x6b),
    accent: Color::from_rgb8(0x0b, 0x5a, 0x73),
    accent_tint: Color::from_rgb8(0xe3, 0xf0, 0xf4),
    on_accent: Color::from_rgb8(0xff, 0xff, 0xff),
    warning: Color::from_rgb8(0x8a, 0x4b, 0x00),
    warning_tint: Color::from_rgb8(0xff, 0xf3, 0xdf),
    error: Color::from_rgb8(0xa3, 0x16, 0x1f),
    error_tint: Color::from_rgb8(0xfd, 0xea, 0xea),
    good: Color::from_rgb8(0x1c, 0x6b, 0x36),
    good_tint: Color::from_rgb8(0xe6, 0xf4, 0xea),
    selection: Color::from_rgb8(0xd3, 0xe8, 0xef),
    selection_text: Color::from_rgb8(0x1b, 0x21, 0x27),
    ring: Color::from_rgb8(0xd0, 0x40, 0x00),
    nav_ring: Color::from_rgb8(0xff, 0x8a, 0x4c),
    nav_bar: Color::from_rgb8(0x5c, 0xc3, 0xdd),
    nav: Color::from_rgb8(0x17, 0x30, 0x3a),
    nav_chosen: Color::from_rgb8(0x2b, 0x44, 0x4d),
    nav_text: Color::from_rgb8(0xe8, 0xf0, 0xf2),
    nav_muted: Color::from_rgb8(0xb4, 0xc4, 0xca),
};

/// In the evening.
pub const DARK: Tokens = Tokens {
    background: Color::from_rgb8(0x12, 0x18, 0x1c),
    panel: Color::from_rgb8(0x1a, 0x22, 0x27),
    line: Color::from_rgb8(0x3c, 0x48, 0x50),
    line_soft: Color::from_rgb8(0x29, 0x33, 0x3a),
    field_border: Color::from_rgb8(0x7d, 0x8b, 0x95),
    text: Color::from_rgb8(0xe6, 0xeb, 0xee),
    muted: Color::from_rgb8(0xa5, 0xb1, 0xb9),
    accent: Color::from_rgb8(0x5c, 0xc3, 0xdd),
    accent_tint: Color::from_rgb8(0x15, 0x32, 0x3b),
    on_accent: Color::from_rgb8(0x12, 0x18, 0x1c),
    warning: Color::from_rgb8(0xf0, 0xb3, 0x5a),
    warning_tint: Color::from_rgb8(0x33, 0x27, 0x0f),
    error: Color::from_rgb8(0xff, 0x9b, 0x96),
    error_tint: Color::from_rgb8(0x3a, 0x1a, 0x1b),
    good: Color::from_rgb8(0x7f, 0xd3, 0x9a),
    good_tint: Color::from_rgb8(0x15, 0x30, 0x1e),
    selection: Color::from_rgb8(0x1f, 0x4a, 0x58),
    selection_text: Color::from_rgb8(0xe6, 0xeb, 0xee),
    ring: Color::from_rgb8(0xff, 0x8a, 0x4c),
    nav_ring: Color::from_rgb8(0xff, 0x8a, 0x4c),
    nav_bar: Color::from_rgb8(0x5c, 0xc3, 0xdd),
    nav: Color::from_rgb8(0x0d, 0x13, 0x16),
    nav_chosen: Color::from_rgb8(0x20, 0x26, 0x29),
    nav_text: Color::from_rgb8(0xe6, 0xeb, 0xee),
    nav_muted: Color::from_rgb8(0xa5, 0xb1, 0xb9),
};

/// For eyes that need the strongest difference.
pub const HIGH_CONTRAST: Tokens = Tokens {
    background: Color::from_rgb8(0x00, 0x00, 0x00),
    panel: Color::from_rgb8(0x00, 0x00, 0x00),
    line: Color::from_rgb8(0xff, 0xff, 0xff),
    line_soft: Color::from_rgb8(0x8a, 0x8a, 0x8a),
    field_border: Color::from_rgb8(0xff, 0xff, 0xff),
    text: Color::from_rgb8(0xff, 0xff, 0xff),
    muted: Color::from_rgb8(0xe0, 0xe0, 0xe0),
    accent: Color::from_rgb8(0xff, 0xe1, 0x00),
    accent_tint: Color::from_rgb8(0x00, 0x00, 0x00),
    on_accent: Color::from_rgb8(0x00, 0x00, 0x00),
    warning: Color::from_rgb8(0xff, 0xb0, 0x00),
    warning_tint: Color::from_rgb8(0x00, 0x00, 0x00),
    error: Color::from_rgb8(0xff, 0x8a, 0x8a),
    error_tint: Color::from_rgb8(0x00, 0x00, 0x00),
    good: Color::from_rgb8(0x7d, 0xff, 0x9b),
    good_tint: Color::from_rgb8(0x00, 0x00, 0x00),
    selection: Color::from_rgb8(0xff, 0xe1, 0x00),
    selection_text: Color::from_rgb8(0x00, 0x00, 0x00),
    ring: Color::from_rgb8(0x00, 0xe5, 0xff),
    nav_ring: Color::from_rgb8(0x00, 0xe5, 0xff),
    nav_bar: Color::from_rgb8(0xff, 0xe1, 0x00),
    nav: Color::from_rgb8(0x00, 0x00, 0x00),
    nav_chosen: Color::from_rgb8(0x1c, 0x1c, 0x1c),
    nav_text: Color::from_rgb8(0xff, 0xff, 0xff),
    nav_muted: Color::from_rgb8(0xe0, 0xe0, 0xe0),
};

impl Tokens {
    /// Text of this tone.
    pub const fn tone(&self, tone: Tone) -> Color {
        match tone {
            Tone::Plain => self.text,
            Tone::Muted => self.muted,
            Tone::Accent => self.accent,
            Tone::Warning => self.warning,
            Tone::Error => self.error,
            Tone::Good => self.good,
        }
    }

    /// What stands behind text of this tone in a badge or strip.
    pub const fn tint(&self, tone: Tone) -> Color {
        match tone {
            Tone::Plain | Tone::Muted => self.panel,
            Tone::Accent => self.accent_tint,
            Tone::Warning => self.warning_tint,
            Tone::Error => self.error_tint,
            Tone::Good => self.good_tint,
        }
    }
}

/// The three themes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// White, yellow and cyan on black.
    HighContrast,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];

    /// The colours of this theme.
    pub const fn tokens(self) -> &'static Tokens {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::HighContrast => &HIGH_CONTRAST,
        }
    }
}
