//! Ctrl+. offers the DIN 91379 variants of the letter before the caret: no German keyboard types Ż or Ď. Knows no
//! letter itself; the standard's table lies in the domain.

use super::Input;
use crate::domain::din91379::variants;
use crate::ui::control::popup::Suggestion;
use iced::keyboard::{Key, Modifiers};
use std::rc::Rc;
use unicode_segmentation::UnicodeSegmentation;

/// The letters offered, and where the one they stand for is. Empty: none are offered.
#[derive(Debug, Clone, Default)]
pub(super) struct Letters {
    pub rows: Vec<Suggestion>,
    at: usize,
}

impl Letters {
    /// The variants of the grapheme before `caret`.
    pub(super) fn before(value: &str, caret: usize) -> Self {
        let Some(at) = caret.checked_sub(1) else { return Self::default() };
        let letter = value.graphemes(true).nth(at).unwrap_or_default();
        Self { rows: variants(letter).iter().map(Suggestion::new).collect(), at }
    }

    /// The text with the letter changed to the variant with this index.
    pub(super) fn changed(&self, value: &str, index: usize) -> Option<String> {
        let variant = &self.rows.get(index)?.text;
        let letter = |(at, old): (usize, &str)| if at == self.at { variant.clone() } else { old.to_owned() };
        Some(value.graphemes(true).enumerate().map(letter).collect())
    }
}

/// Whether this key asks for the variants.
pub(super) fn asked_by(key: &Key, modifiers: Modifiers) -> bool {
    modifiers.control() && !modifiers.alt() && *key == Key::Character(".".into())
}

impl<'a, M: 'a> Input<'a, M> {
    /// What a click on a row says.
    pub(super) fn on_row(&self, letters: &Letters) -> Option<Rc<dyn Fn(usize) -> M + 'a>> {
        if letters.rows.is_empty() {
            return self.suggestions.as_ref().map(|suggestions| Rc::clone(&suggestions.on_take));
        }
        let on_input = Rc::clone(self.on_input.as_ref()?);
        let (value, letters) = (self.value.clone(), letters.clone());
        Some(Rc::new(move |row| on_input(letters.changed(&value, row).unwrap_or_else(|| value.clone()))))
    }

    /// What the open list shows: variants of a letter if they were asked for, else the screen's suggestions.
    pub(super) fn rows<'r>(&'r self, letters: &'r Letters) -> &'r [Suggestion] {
        if !letters.rows.is_empty() {
            return &letters.rows;
        }
        self.suggestions.as_ref().map_or(&[], |suggestions| &suggestions.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_is_changed_and_no_other() {
        let letters = Letters::before("Zolc", 1);
        let index = letters.rows.iter().position(|row| row.text == "Ż").expect("a variant");
        assert_eq!(letters.changed("Zolc", index).as_deref(), Some("Żolc"));
        assert!(Letters::before("Zolc", 0).rows.is_empty());
        assert!(Letters::before("4", 1).rows.is_empty());
    }
}
