//! What a person has set about the window itself: theme, language, zoom. Knows no town and no case.

use super::theme::Theme;
use crate::words::Language;
use serde::{Deserialize, Serialize};

/// Steps of the zoom, in per cent.
pub const ZOOMS: [u16; 10] = [100, 110, 125, 150, 175, 200, 225, 250, 300, 400];

/// How the window looks and speaks. Kept by `desk` between two starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Nothing: as the system has it, by day or by night.
    pub theme: Option<Theme>,
    /// The language of the window. Papers have their own.
    pub language: Language,
    /// Per cent, 100 to 400.
    pub zoom: u16,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { theme: None, language: Language::default(), zoom: 100 }
    }
}

impl Preferences {
    /// The factor for iced, 1 to 4.
    pub fn scale(self) -> f32 {
        f32::from(self.zoom.clamp(100, 400)) / 100.0
    }

    /// One step larger.
    #[must_use]
    pub fn larger(self) -> Self {
        let zoom = ZOOMS.into_iter().find(|zoom| *zoom > self.zoom).unwrap_or(self.zoom);
        Self { zoom, ..self }
    }

    /// One step smaller.
    #[must_use]
    pub fn smaller(self) -> Self {
        let zoom = ZOOMS.into_iter().rev().find(|zoom| *zoom < self.zoom).unwrap_or(self.zoom);
        Self { zoom, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zoom_goes_in_steps_and_ends() {
        let mut now = Preferences::default();
        assert_eq!(now.smaller(), now);
        for _ in 0..20 {
            now = now.larger();
        }
        assert_eq!(now.zoom, 400);
        assert_eq!(now.smaller().zoom, 300);
        assert!((now.scale() - 4.0).abs() < f32::EPSILON);
    }
}
