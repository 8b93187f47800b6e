//! How a paper is to be printed: printer, copies, and sides and tray where the printer has a choice. Prints nothing.

use crate::desk::print::{Printer, Wish};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{body, choice, number_field, state};
use crate::ui::screen::prints::say;
use crate::ui::theme::Tone;

/// What is chosen.
#[derive(Debug, Clone, Default)]
pub struct Form {
    printers: Vec<Printer>,
    printer: usize,
    copies: String,
    /// 0 is what the printer is set up for.
    sides: usize,
    tray: usize,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A printer was chosen.
    PrinterChosen(usize),
    /// In the field for the copies.
    CopiesTyped(String),
    /// The sides were chosen.
    SidesChosen(usize),
    /// The tray was chosen.
    TrayChosen(usize),
}

impl Form {
    /// One copy as it was last printed here; where that printer, or its tray, is gone: as the first of these is set up.
    pub fn new(printers: Vec<Printer>, last: Option<&Wish>) -> Self {
        let mut form = Self { printers, copies: "1".to_owned(), ..Self::default() };
        let at = last.and_then(|last| form.printers.iter().position(|printer| printer.name == last.printer));
        if let (Some(last), Some(at)) = (last, at) {
            form.printer = at;
            let printer = form.printers.get(at);
            let sides = printer.and_then(|own| own.sides.iter().position(|sides| Some(*sides) == last.sides));
            let tray =
                printer.and_then(|own| own.trays.iter().position(|tray| Some(tray) == last.tray.as_ref()));
            (form.sides, form.tray) = (sides.map_or(0, |at| at + 1), tray.map_or(0, |at| at + 1));
        }
        form
    }

    fn printer(&self) -> Option<&Printer> {
        self.printers.get(self.printer)
    }

    /// Whether there is no printer to print at.
    pub fn is_nowhere(&self) -> bool {
        self.printer().is_none()
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) {
        match message {
            // Another printer has other trays.
            Message::PrinterChosen(at) => (self.printer, self.sides, self.tray) = (at, 0, 0),
            Message::CopiesTyped(text) => self.copies = text,
            Message::SidesChosen(at) => self.sides = at,
            Message::TrayChosen(at) => self.tray = at,
        }
    }

    /// What it asks for, or what is missing.
    pub fn wanted(&self) -> Result<Wish, Vec<Problem>> {
        let printer = self.printer().ok_or_else(|| vec![Problem::error("printer", "case-no-printer")])?;
        let copies = self.copies.trim().parse();
        Ok(Wish {
            printer: printer.name.clone(),
            copies: copies.map_err(|_| vec![Problem::error("copies", "problem-number")])?,
            sides: self.sides.checked_sub(1).and_then(|at| printer.sides.get(at)).copied(),
            tray: self.tray.checked_sub(1).and_then(|at| printer.trays.get(at)).cloned(),
        })
    }

    /// Draws the fields.
    pub fn fields(&self) -> Vec<Element<'_, Message>> {
        let Some(printer) = self.printer() else { return vec![body(fl!("case-printers-none")).into()] };
        let titles: Vec<String> = self.printers.iter().map(|printer| printer.title.clone()).collect();
        let mut fields: Vec<Element<'_, Message>> = vec![
            choice("over-choice", titles, Some(self.printer), Message::PrinterChosen)
                .label(fl!("case-printer"))
                .into(),
        ];
        if printer.stopped || !printer.accepts {
            fields.push(state(say::printer(printer), Tone::Warning));
        }
        fields.push(
            number_field("over-copies", &self.copies, Message::CopiesTyped).label(fl!("case-copies")).into(),
        );
        let with_default =
            |names: Vec<String>| std::iter::once(fl!("print-sides-as-set")).chain(names).collect::<Vec<_>>();
        if printer.sides.len() > 1 {
            let names = with_default(printer.sides.iter().map(|sides| say::sides(*sides)).collect());
            fields.push(
                choice("over-sides", names, Some(self.sides), Message::SidesChosen)
                    .label(fl!("print-sides"))
                    .into(),
            );
        }
        if !printer.trays.is_empty() {
            let names = with_default(printer.trays.iter().map(|tray| say::tray(tray)).collect());
            fields.push(
                choice("over-tray", names, Some(self.tray), Message::TrayChosen)
                    .label(fl!("print-tray"))
                    .into(),
            );
        }
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::print::Sides;

    fn printer(name: &str, trays: &[&str]) -> Printer {
        Printer {
            name: name.to_owned(),
            title: name.to_owned(),
            is_default: false,
            stopped: false,
            accepts: true,
            since: None,
            says: String::new(),
            reasons: Vec::new(),
            sides: Sides::ALL.to_vec(),
            trays: trays.iter().map(|tray| (*tray).to_owned()).collect(),
        }
    }

    #[test]
    fn it_begins_as_this_desk_last_printed_as_far_as_that_is_still_there() {
        let last =
            Wish { printer: "b".into(), copies: 1, sides: Some(Sides::Long), tray: Some("manual".into()) };
        let both = || vec![printer("a", &["tray-1"]), printer("b", &["tray-1", "manual"])];
        assert_eq!(Form::new(both(), Some(&last)).wanted().expect("a wish"), last);
        let other = vec![printer("a", &["tray-1"]), printer("b", &["tray-1"])];
        let wish = Form::new(other, Some(&last)).wanted().expect("a wish");
        assert_eq!((wish.printer.as_str(), wish.sides, wish.tray), ("b", Some(Sides::Long), None));
        let gone = Form::new(vec![printer("a", &["manual"])], Some(&last)).wanted().expect("a wish");
        assert_eq!(gone, Wish { printer: "a".into(), copies: 1, ..Wish::default() });
    }

    #[test]
    fn another_printer_forgets_the_tray_of_the_first() {
        let mut form = Form::new(vec![printer("a", &["tray-1", "tray-2"]), printer("b", &["manual"])], None);
        form.update(Message::SidesChosen(2));
        form.update(Message::TrayChosen(2));
        let wish = form.wanted().expect("a wish");
        assert_eq!((wish.sides, wish.tray.as_deref()), (Some(Sides::Long), Some("tray-2")));
        form.update(Message::PrinterChosen(1));
        assert_eq!(
            form.wanted().expect("a wish"),
            Wish { printer: "b".into(), copies: 1, ..Wish::default() }
        );
        form.update(Message::CopiesTyped("viele".into()));
        assert_eq!(form.wanted().expect_err("no number")[0].id, "problem-number");
        assert_eq!(Form::new(Vec::new(), None).wanted().expect_err("no printer")[0].id, "case-no-printer");
    }
}
