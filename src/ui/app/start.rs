//! Starting the window: what it opens on, fonts, sizes. Routes nothing.

use super::App;
use crate::desk::Desk;
use crate::ui::a11y;
use crate::ui::preferences::Preferences;
use crate::ui::screen::begin::Fresh;
use crate::ui::theme::{BOLD_TTF, FONT, REGULAR_TTF, SYMBOLS_TTF, size};
use iced::Size;

/// iced's settings: fonts and sizes. Tests use the same.
pub fn settings() -> iced::Settings {
    iced::Settings {
        id: Some("de.amtsstube".to_owned()),
        fonts: vec![REGULAR_TTF.into(), BOLD_TTF.into(), SYMBOLS_TTF.into()],
        default_font: FONT,
        default_text_size: size::TEXT.into(),
        ..iced::Settings::default()
    }
}

/// What a window opens on.
#[derive(Debug, Clone)]
pub enum Opens {
    /// A desk that is there.
    Desk(Box<Desk>),
    /// Folders in which one is to be made.
    Nothing(Fresh),
}

/// Opens the window; returns when it is closed.
pub fn run(opens: Opens, preferences: Preferences) -> iced::Result {
    a11y::install();
    let boot = move || match opens.clone() {
        Opens::Desk(desk) => App::of(*desk, preferences),
        Opens::Nothing(fresh) => App::first(fresh, preferences),
    };
    iced::application(boot, App::update, App::view)
        .settings(settings())
        .title(App::title)
        .theme(App::theme)
        .scale_factor(App::scale)
        .subscription(App::subscription)
        .window(iced::window::Settings {
            size: Size::new(1366.0 / preferences.scale(), 700.0 / preferences.scale()),
            min_size: Some(Size::new(320.0, 240.0)),
            ..iced::window::Settings::default()
        })
        .run()
}
