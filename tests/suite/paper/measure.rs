//! Millimetres of finished papers, as another program reads them: DIN 5008 form B. Those of
//! the official forms are `form`'s.

use std::path::Path;

use amtsstube::paper::template::render;
use lopdf::content::Content;
use lopdf::{Document, Object};

use super::{keep, samples, tool};

/// A word with its box in millimetres from the top left: left, top, right, bottom.
#[derive(Debug, Clone)]
pub struct Word {
    pub text: String,
    pub sides: [f64; 4],
}

/// The words of each page.
pub fn words(path: &Path) -> Vec<Vec<Word>> {
    let boxes = tool("pdftotext", &["-bbox", path.to_str().unwrap()], Path::new("-"));
    let side = |line: &str, name: &str| -> f64 {
        let from = line.split_once(&format!("{name}=\"")).unwrap().1;
        from.split_once('"').unwrap().0.parse::<f64>().unwrap() / 72.0 * 25.4
    };
    let word = |line: &str| {
        let text = line.split_once('>').unwrap().1.split("</word>").next().unwrap().to_owned();
        Word { text, sides: ["xMin", "yMin", "xMax", "yMax"].map(|name| side(line, name)) }
    };
    let of_page = |page: &str| page.lines().filter(|line| line.contains("<word")).map(word).collect();
    boxes.split("<page ").skip(1).map(of_page).collect()
}

/// Straight rules of the first page in millimetres: left, top, right, bottom.
fn rules(bytes: &[u8]) -> Vec<[f64; 4]> {
    let pdf = Document::load_mem(bytes).unwrap();
    let page = *pdf.get_pages().values().next().unwrap();
    let content = Content::decode(&pdf.get_page_content(page)).unwrap();
    let mut rules = Vec::new();
    let mut at = (0.0, 0.0);
    for operation in &content.operations {
        let number = |place: usize| {
            f64::from(
                operation.operands.get(place).map_or(0.0, |one: &Object| one.as_float().unwrap_or_default()),
            )
        };
        let here = (number(0) / 72.0 * 25.4, 297.0 - number(1) / 72.0 * 25.4);
        match operation.operator.as_str() {
            "m" => at = here,
            "l" => {
                rules.push([at.0.min(here.0), at.1.min(here.1), at.0.max(here.0), at.1.max(here.1)]);
                at = here;
            }
            _ => {}
        }
    }
    rules
}

fn near(is: f64, wanted: f64) -> bool {
    (is - wanted).abs() < 0.2
}

#[test]
fn letters_keep_to_the_millimetres_of_din_5008_form_b() {
    for large in [false, true] {
        for (case, name, mut values) in [
            ("short", "eingangsbestaetigung/2", samples::intake(false)),
            ("long", "eingangsbestaetigung/2", samples::intake(true)),
            ("decision", "bescheid/3", samples::decision(false)),
        ] {
            let case = format!("{case}-{large}");
            values.large = large;
            let paper = render(name, &values, &samples::head()).unwrap();
            let path = keep(&format!("measure-{case}"), &paper);
            let page = words(&path).remove(0);
            // Six lines of address, 27.3 mm from 62.7 mm, 85 mm wide with 5 mm of margin: what the window shows.
            let first = values.recipient[0].split(' ').next().unwrap();
            let last = values.recipient.last().unwrap().split(' ').next_back().unwrap();
            let inside = |word: &&Word| {
                word.sides[0] > 24.5 && word.sides[2] < 105.5 && word.sides[1] > 60.0 && word.sides[3] < 91.0
            };
            let field: Vec<&Word> = page.iter().filter(inside).collect();
            assert_eq!(field.first().map(|word| word.text.as_str()), Some(first), "{case}: {field:?}");
            assert_eq!(field.last().map(|word| word.text.as_str()), Some(last), "{case}: {field:?}");
            assert!(near(field[0].sides[0], 25.0), "{case}: {:?}", field[0]);
            // The line above it: the return address, within the upper 17.7 mm of the field.
            let back = page
                .iter()
                .find(|word| word.sides[1] > 45.0 && word.sides[3] < 62.7 && word.sides[0] < 100.0);
            assert!(back.is_some_and(|word| near(word.sides[0], 25.0)), "{case}: {back:?}");
            if large {
                continue;
            }
            // The information block begins at 125 and 50 mm.
            let block = page.iter().find(|word| word.sides[0] > 120.0 && word.sides[1] > 45.0).unwrap();
            assert!(
                near(block.sides[0], 125.0) && block.sides[1] > 49.0 && block.sides[1] < 52.0,
                "{case}: {block:?}"
            );
            // The subject stands at 98.5 mm, at the left margin, and nothing in the text leaves the margins.
            let subject = page.iter().find(|word| word.sides[1] > 91.5).unwrap();
            assert!(
                near(subject.sides[0], 25.0) && subject.sides[1] > 97.0 && subject.sides[3] < 106.0,
                "{case}: {subject:?}"
            );
            assert!(
                page.iter()
                    .filter(|word| word.sides[1] > 97.0)
                    .all(|word| word.sides[0] > 24.8 && word.sides[2] < 190.2),
                "{case}"
            );
            // Folding marks at 105 and 210 mm, punch mark at 148.5 mm, at the very left.
            let marks: Vec<f64> =
                rules(&paper.bytes).iter().filter(|rule| rule[2] < 12.0).map(|rule| rule[1]).collect();
            assert!(
                marks.len() == 3
                    && [105.0, 148.5, 210.0].iter().all(|wanted| marks.iter().any(|is| near(*is, *wanted))),
                "{case}: {marks:?}"
            );
        }
    }
}
