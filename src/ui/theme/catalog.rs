//! Tells iced's own widgets how they look in our themes. Decides no colour: those stand in the token table.

use super::{Theme, size};
use iced::theme::{Base, Mode, Palette, Style as BaseStyle};
use iced::widget::{container, rule, scrollable, text, text_editor, text_input};
use iced::{Background, Border, Color, Shadow};

impl Base for Theme {
    fn default(preference: Mode) -> Self {
        match preference {
            Mode::Dark => Self::Dark,
            Mode::Light | Mode::None => Self::Light,
        }
    }

    fn mode(&self) -> Mode {
        match self {
            Self::Light => Mode::Light,
            Self::Dark | Self::HighContrast => Mode::Dark,
        }
    }

    fn base(&self) -> BaseStyle {
        let tokens = self.tokens();
        BaseStyle { background_color: tokens.background, text_color: tokens.text }
    }

    fn palette(&self) -> Option<Palette> {
        None
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high-contrast",
        }
    }
}

impl container::Catalog for Theme {
    type Class<'a> = container::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|_| container::Style::default())
    }

    fn style(&self, class: &Self::Class<'_>) -> container::Style {
        class(self)
    }
}

impl text::Catalog for Theme {
    type Class<'a> = text::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|_| text::Style::default())
    }

    fn style(&self, class: &Self::Class<'_>) -> text::Style {
        class(self)
    }
}

impl rule::Catalog for Theme {
    type Class<'a> = rule::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|theme: &Theme| rule::Style {
            color: theme.tokens().line_soft,
            radius: 0.0.into(),
            fill_mode: rule::FillMode::Full,
            snap: true,
        })
    }

    fn style(&self, class: &Self::Class<'_>) -> rule::Style {
        class(self)
    }
}

impl text_input::Catalog for Theme {
    type Class<'a> = text_input::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|theme: &Theme, status| {
            let tokens = theme.tokens();
            text_input::Style {
                background: Background::Color(Color::TRANSPARENT),
                border: Border::default(),
                icon: tokens.muted,
                placeholder: tokens.muted,
                value: if status == text_input::Status::Disabled { tokens.muted } else { tokens.text },
                selection: tokens.selection,
            }
        })
    }

    fn style(&self, class: &Self::Class<'_>, status: text_input::Status) -> text_input::Style {
        class(self, status)
    }
}

impl text_editor::Catalog for Theme {
    type Class<'a> = text_editor::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|theme: &Theme, status| {
            let tokens = theme.tokens();
            text_editor::Style {
                background: Background::Color(Color::TRANSPARENT),
                border: Border::default(),
                placeholder: tokens.muted,
                value: if status == text_editor::Status::Disabled { tokens.muted } else { tokens.text },
                selection: tokens.selection,
            }
        })
    }

    fn style(&self, class: &Self::Class<'_>, status: text_editor::Status) -> text_editor::Style {
        class(self, status)
    }
}

impl scrollable::Catalog for Theme {
    type Class<'a> = scrollable::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|theme: &Theme, status| {
            let tokens = theme.tokens();
            let held = matches!(
                status,
                scrollable::Status::Dragged { .. }
                    | scrollable::Status::Hovered { is_vertical_scrollbar_hovered: true, .. }
            );
            let rail = scrollable::Rail {
                background: None,
                border: Border::default(),
                scroller: scrollable::Scroller {
                    background: Background::Color(if held { tokens.muted } else { tokens.field_border }),
                    border: Border::default().rounded(size::RADIUS),
                },
            };
            scrollable::Style {
                container: container::Style::default(),
                vertical_rail: rail,
                horizontal_rail: rail,
                gap: None,
                auto_scroll: scrollable::AutoScroll {
                    background: Background::Color(tokens.panel),
                    border: Border::default().width(1.0).color(tokens.field_border),
                    shadow: Shadow::default(),
                    icon: tokens.text,
                },
            }
        })
    }

    fn style(&self, class: &Self::Class<'_>, status: scrollable::Status) -> scrollable::Style {
        class(self, status)
    }
}
