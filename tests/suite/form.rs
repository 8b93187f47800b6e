//! Official forms as a receiving body gets them, measured by foreign tools: every box where its layout says, the
//! empty form as it was reviewed. What lands in which box is tested beside the code.

use std::path::{Path, PathBuf};
use std::process::Command;

use amtsstube::domain::town::Town;
use amtsstube::paper::form::{Entry, Form, FormHead, FormValues, Part, Purpose, builtin, render_values};
use amtsstube::paper::page::Rect;
use amtsstube::paper::{Rendered, preview};
use chrono::NaiveDate;

use crate::drawn::{self, TOLERANCE, difference, reviewed};
use crate::harness::{project, text_of};

const MM_PER_PT: f32 = 25.4 / 72.0;
fn gewa1() -> &'static Form {
    builtin("gewa1/2023").unwrap()
}

/// A head that says nothing, for an empty form.
fn head(purpose: Purpose) -> FormHead {
    FormHead::of(&Town::default(), NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(), purpose)
}

fn pictures() -> PathBuf {
    let folder =
        std::env::var_os("PICTURES").map_or_else(|| project().join("target/pictures"), PathBuf::from);
    let folder = folder.join("forms");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn keep(name: &str, paper: &Rendered) -> PathBuf {
    let path = pictures().join(format!("{name}.pdf"));
    std::fs::write(&path, &paper.bytes).unwrap();
    path
}

/// Every area holds a word of its own, every check box is crossed.
fn full(form: &Form) -> FormValues {
    let mut values = FormValues::default();
    for part in form.blocks().flat_map(|block| &block.parts) {
        match part {
            Part::Area(area) => {
                let _ = values.text.insert(area.id.clone(), vec![Entry::plain(token(&area.id))]);
            }
            Part::Tick(tick) => assert!(values.checked.insert(tick.id.clone())),
            Part::Text(_) => {}
        }
    }
    values
}

fn token(id: &str) -> String {
    format!("Ẅ{}", id.replace(['.', '_'], ""))
}

/// A word with its page and its box in millimetres.
struct Word {
    page: usize,
    text: String,
    rect: Rect,
}

fn words(pdf: &Path) -> Vec<Word> {
    let output = Command::new("pdftotext").args(["-bbox", "-enc", "UTF-8"]).arg(pdf).arg("-").output();
    let output = output.expect("pdftotext (poppler-utils) is installed");
    let (mut page, mut words) = (0, Vec::new());
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        page += usize::from(line.contains("<page "));
        let Some(tail) = line.trim().strip_prefix("<word ") else { continue };
        let number = |name: &str| {
            let after = tail.split_once(&format!("{name}=\"")).unwrap().1;
            after.split('"').next().unwrap().parse::<f32>().unwrap() * MM_PER_PT
        };
        let (x, y) = (number("xMin"), number("yMin"));
        let rect = Rect::new(x, y, number("xMax") - x, number("yMax") - y);
        let text = tail.split_once('>').unwrap().1.trim_end_matches("</word>").to_owned();
        words.push(Word { page: page - 1, text, rect });
    }
    words
}

#[test]
fn every_answer_of_an_official_form_stands_in_its_box() {
    for id in ["fischereischein/2026", "gewa1/2023", "gewa2/2023", "gewa3/2023"] {
        in_their_boxes(builtin(id).unwrap());
    }
}

fn in_their_boxes(form: &Form) {
    let name = format!("{}-full", form.id.split('/').next().unwrap());
    let path = keep(&name, &render_values(form, &full(form), &head(Purpose::Final)).unwrap());
    let words = words(&path);
    for (page, layout) in form.pages.iter().enumerate() {
        for part in layout.blocks.iter().flat_map(|block| &block.parts) {
            let Part::Area(area) = part else { continue };
            let found: Vec<&Word> = words.iter().filter(|word| word.text == token(&area.id)).collect();
            assert_eq!(found.len(), 1, "{}", area.id);
            let (word, rect) = (found[0], area.rect);
            assert_eq!(word.page, page, "{}", area.id);
            assert!((word.rect.x - rect.x - 1.0).abs() < 0.05, "{}: {:?}", area.id, word.rect);
            assert!(word.rect.x + word.rect.w < rect.x + rect.w, "{}", area.id);
            // A reader's box of a word reaches from the face's highest to its lowest letter.
            let middle = word.rect.y + word.rect.h / 2.0;
            assert!(middle > rect.y && middle < rect.y + rect.h, "{}: {:?}", area.id, word.rect);
        }
    }
}

/// Each number in the middle of its box, to a third of a millimetre, as another program reads it off the finished file.
#[test]
fn every_field_of_an_official_form_has_its_number_in_its_box() {
    for (id, least) in [("gewa1/2023", 33), ("gewa2/2023", 30), ("gewa3/2023", 30)] {
        let form = builtin(id).unwrap();
        let empty = render_values(form, &FormValues::default(), &head(Purpose::Final)).unwrap();
        let words = words(&keep(&format!("{}-numbers", id.split('/').next().unwrap()), &empty));
        let [wide, high] = form.look.number_box;
        let mut found = 0;
        for (page, layout) in form.pages.iter().enumerate() {
            for block in &layout.blocks {
                let (Some(no), Some([x, y])) = (&block.no, block.number) else { continue };
                let in_the_middle = |word: &&Word| {
                    let rect = word.rect;
                    let off =
                        (rect.x + rect.w / 2.0 - x - wide / 2.0, rect.y + rect.h / 2.0 - y - high / 2.0);
                    word.page == page && word.text == *no && off.0.abs() < 0.3 && off.1.abs() < 0.5
                };
                assert!(words.iter().any(|word| in_the_middle(&word)), "{id}: number {no} at {x}, {y}");
                found += 1;
            }
        }
        assert!(found >= least, "{id}: {found} numbers");
    }
}

#[test]
fn labels_and_numbers_stand_where_they_were_measured() {
    let words = words(&keep(
        "gewa1-empty",
        &render_values(gewa1(), &FormValues::default(), &head(Purpose::Final)).unwrap(),
    ));
    let at = |page: usize, text: &str| {
        let found = words.iter().find(|word| word.page == page && word.text == text);
        found.unwrap_or_else(|| panic!("{text} on page {page}")).rect
    };
    let centre = |rect: Rect| (rect.x + rect.w / 2.0, rect.y + rect.h / 2.0);
    // The number boxes of fields 6, 20 and 33 are 6.25 by 4.5 mm, from these corners.
    for (page, no, x, y) in [(0, "6", 13.0, 130.5), (1, "20", 125.0, 77.0), (1, "33", 47.25, 253.0)] {
        let (cx, cy) = centre(at(page, no));
        assert!((cx - x - 3.125).abs() < 0.1 && (cy - y - 2.25).abs() < 0.5, "{no}: {cx} {cy}");
    }
    assert!((at(0, "Vornamen").x - 111.0).abs() < 0.1);
    assert!((at(1, "Unterschrift").x - 54.4).abs() < 0.1);
    let ends = at(0, "weiblich");
    assert!((ends.x + ends.w - 134.85).abs() < 0.1, "words end before their check box: {ends:?}");
}

#[test]
fn the_file_is_sound_and_says_all_that_is_printed_on_the_form() {
    let form = gewa1();
    let paper = render_values(form, &full(form), &head(Purpose::Draft)).unwrap();
    let path = keep("gewa1-draft", &paper);
    let check = Command::new("qpdf").arg("--check").arg(&path).output().expect("qpdf is installed");
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
    assert!(paper.bytes.len() < 60_000, "{} bytes", paper.bytes.len());
    assert_eq!(preview::pages(&paper.bytes).unwrap(), 2);
    let read: String = text_of(&path).split_whitespace().collect();
    for part in form.blocks().flat_map(|block| &block.parts) {
        let Part::Text(text) = part else { continue };
        for line in &text.lines {
            let line: String = line.split_whitespace().collect();
            assert!(read.contains(&line), "{line} is not in the file");
        }
    }
    assert!(read.contains("EntwurfzurUnterschrift") && read.contains("Seite2von2"));
}

/// Empty forms that were compared with the official ones, page by page.
const REVIEWED: [(&str, u32); 4] =
    [("gewa1/2023", 2), ("gewa2/2023", 2), ("gewa3/2023", 2), ("fischereischein/2026", 1)];

#[test]
fn the_empty_forms_look_as_they_were_reviewed() {
    for (id, pages) in REVIEWED {
        let name = id.split('/').next().unwrap();
        let empty =
            render_values(builtin(id).unwrap(), &FormValues::default(), &head(Purpose::Final)).unwrap();
        assert_eq!(u32::from(empty.pages), pages, "{id}");
        let path = keep(&format!("{name}-reviewed"), &empty);
        for page in 1..=pages {
            let share = difference(&drawn::page(&path, page, 72), &reviewed(&format!("{name}-empty-{page}")));
            assert!(
                share <= TOLERANCE,
                "{name}, page {page}: {:.2} % of the pixels differ, see {}",
                share * 100.0,
                path.display()
            );
        }
    }
}

#[test]
fn a_box_that_moved_is_seen_in_the_picture() {
    let mut form = gewa1().clone();
    let parts = form.pages[1].blocks.iter_mut().flat_map(|block| &mut block.parts);
    for part in parts {
        if let Part::Tick(tick) = part {
            tick.rect.x += 1.5;
        }
    }
    let path =
        keep("gewa1-moved", &render_values(&form, &FormValues::default(), &head(Purpose::Final)).unwrap());
    let share =
        |page: u32| difference(&drawn::page(&path, page, 72), &reviewed(&format!("gewa1-empty-{page}")));
    assert!(share(1) <= TOLERANCE);
    assert!(share(2) > TOLERANCE, "{}", share(2));
}
