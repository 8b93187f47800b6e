//! The window itself by keyboard, without an office.

use crate::window::{Program, Window};
use amtsstube::ui::Element;
use amtsstube::ui::app::{App, Message as AppMessage};
use amtsstube::ui::keys::Heard;
use amtsstube::ui::preferences::Preferences;
use iced::Task;
use iced::keyboard::{Key, Modifiers, key::Named};

impl Program for App {
    type Message = AppMessage;

    fn update(&mut self, message: AppMessage) -> Task<AppMessage> {
        Self::update(self, message)
    }

    fn view(&self) -> Element<'_, AppMessage> {
        Self::view(self)
    }

    fn heard(&self, heard: Heard) -> Option<AppMessage> {
        Some(AppMessage::Heard(heard))
    }
}

#[test]
fn the_window_zooms_by_key_and_keeps_the_focus() {
    let (app, _) = App::new(Preferences::default());
    let mut window = Window::open(app, (1366.0, 700.0));
    assert!(window.is_focused("theme"));
    for _ in 0..20 {
        window.press(Key::Character("+".into()), Modifiers::CTRL, Some("+".into()));
    }
    assert!((window.program.scale() - 4.0).abs() < f32::EPSILON);
    assert!(window.is_focused("theme"));
    window.press(Key::Character("0".into()), Modifiers::CTRL, Some("0".into()));
    window.key(Named::ArrowRight);
    assert_eq!(window.program.theme(), Some(amtsstube::ui::theme::Theme::Light));
}
