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

/// Type sizes and line heights in logical pixels; iced's scale factor takes them from 100 to 300 %.
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

/// Colour from `0xrrggbb`.
const fn rgb(hex: u32) -> Color {
    let [_, r, g, b] = hex.to_be_bytes();
    Color::from_rgb8(r, g, b)
}

/// By day.
pub const LIGHT: Tokens = Tokens {
    background: rgb(0xf4_f5_f6),
    panel: rgb(0xff_ff_ff),
    line: rgb(0xcf_d4_d9),
    line_soft: rgb(0xe4_e7_ea),
    field_border: rgb(0x76_81_8c),
    text: rgb(0x1b_21_27),
    muted: rgb(0x55_60_6b),
    accent: rgb(0x0b_5a_73),
    accent_tint: rgb(0xe3_f0_f4),
    on_accent: rgb(0xff_ff_ff),
    warning: rgb(0x8a_4b_00),
    warning_tint: rgb(0xff_f3_df),
    error: rgb(0xa3_16_1f),
    error_tint: rgb(0xfd_ea_ea),
    good: rgb(0x1c_6b_36),
    good_tint: rgb(0xe6_f4_ea),
    selection: rgb(0xd3_e8_ef),
    selection_text: rgb(0x1b_21_27),
    ring: rgb(0xd0_40_00),
    nav_ring: rgb(0xff_8a_4c),
    nav_bar: rgb(0x5c_c3_dd),
    nav: rgb(0x17_30_3a),
    nav_chosen: rgb(0x2b_44_4d),
    nav_text: rgb(0xe8_f0_f2),
    nav_muted: rgb(0xb4_c4_ca),
};

/// In the evening.
pub const DARK: Tokens = Tokens {
    background: rgb(0x12_18_1c),
    panel: rgb(0x1a_22_27),
    line: rgb(0x3c_48_50),
    line_soft: rgb(0x29_33_3a),
    field_border: rgb(0x7d_8b_95),
    text: rgb(0xe6_eb_ee),
    muted: rgb(0xa5_b1_b9),
    accent: rgb(0x5c_c3_dd),
    accent_tint: rgb(0x15_32_3b),
    on_accent: rgb(0x12_18_1c),
    warning: rgb(0xf0_b3_5a),
    warning_tint: rgb(0x33_27_0f),
    error: rgb(0xff_9b_96),
    error_tint: rgb(0x3a_1a_1b),
    good: rgb(0x7f_d3_9a),
    good_tint: rgb(0x15_30_1e),
    selection: rgb(0x1f_4a_58),
    selection_text: rgb(0xe6_eb_ee),
    ring: rgb(0xff_8a_4c),
    nav_ring: rgb(0xff_8a_4c),
    nav_bar: rgb(0x5c_c3_dd),
    nav: rgb(0x0d_13_16),
    nav_chosen: rgb(0x20_26_29),
    nav_text: rgb(0xe6_eb_ee),
    nav_muted: rgb(0xa5_b1_b9),
};

/// For eyes that need the strongest difference.
pub const HIGH_CONTRAST: Tokens = Tokens {
    background: rgb(0x00_00_00),
    panel: rgb(0x00_00_00),
    line: rgb(0xff_ff_ff),
    line_soft: rgb(0x8a_8a_8a),
    field_border: rgb(0xff_ff_ff),
    text: rgb(0xff_ff_ff),
    muted: rgb(0xe0_e0_e0),
    accent: rgb(0xff_e1_00),
    accent_tint: rgb(0x00_00_00),
    on_accent: rgb(0x00_00_00),
    warning: rgb(0xff_b0_00),
    warning_tint: rgb(0x00_00_00),
    error: rgb(0xff_8a_8a),
    error_tint: rgb(0x00_00_00),
    good: rgb(0x7d_ff_9b),
    good_tint: rgb(0x00_00_00),
    selection: rgb(0xff_e1_00),
    selection_text: rgb(0x00_00_00),
    ring: rgb(0x00_e5_ff),
    nav_ring: rgb(0x00_e5_ff),
    nav_bar: rgb(0xff_e1_00),
    nav: rgb(0x00_00_00),
    nav_chosen: rgb(0x1c_1c_1c),
    nav_text: rgb(0xff_ff_ff),
    nav_muted: rgb(0xe0_e0_e0),
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
