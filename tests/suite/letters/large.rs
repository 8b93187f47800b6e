//! Letters in large print, for whoever reads them.

use super::*;

/// Height of the tallest word of the text below the address, in millimetres; large print has 16 points, everything else less.
fn tallest(name: &str) -> f64 {
    let path = pictures().join(format!("papers/letter-{name}.pdf"));
    let read =
        Command::new("pdftotext").args(["-bbox", "-enc", "UTF-8"]).arg(&path).arg("-").output().unwrap();
    let boxes = String::from_utf8(read.stdout).unwrap();
    let side = |line: &str, name: &str| -> f64 {
        let from = line.split_once(&format!("{name}=\"")).unwrap().1;
        from.split_once('"').unwrap().0.parse::<f64>().unwrap()
    };
    let words = boxes.lines().filter(|line| line.contains(">Hundesteuersatzung"));
    words.map(|line| side(line, "yMax") - side(line, "yMin")).fold(0.0, f64::max)
}

/// The dog tax decision of a case, and how tall its words are.
fn decided(town: &Town, case: CaseId, name: &str) -> (String, f64) {
    let (reasons, conditions) = (String::new(), Vec::new());
    let grant = Act::Decide { outcome: Outcome::Granted, reasons, conditions };
    town.desk.act(&town.clerk, case, grant).unwrap();
    (paper(town, case, "bescheid", name), tallest(name))
}

fn with(fields: &[(&str, &str)], wants: bool) -> Vec<(String, String)> {
    let more = wants.then_some(("large_print", "yes"));
    fields.iter().copied().chain(more).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// The wish of whoever reads the letter counts: the applicant's, or the proxy's where one is written to.
#[test]
fn a_letter_is_as_large_as_whoever_reads_it_wants() {
    let town = hall();
    let mut texts_of = Vec::new();
    for (name, applicant, proxy, large) in [
        ("large-nobody", false, None, false),
        ("large-applicant", true, None, true),
        ("large-proxy", false, Some(true), true),
        ("large-applicant-only", true, Some(false), false),
    ] {
        let appears = if proxy.is_some() { AppearsAs::Proxy } else { AppearsAs::InPerson };
        let mut intake = intake(&town, "hundesteuer-anmeldung", appears, json!({}));
        if let Party::New(fields) = &mut intake.participants[0].party {
            fields.extend(with(&[], applicant));
        }
        if let Some(wants) = proxy {
            let fields = with(&LAWYERS, wants);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
            intake.participants.push(acts(&town, &fields));
        }
        let (text, height) = decided(&town, file(&town, &intake).case, name);
        assert_eq!(height > 18.0, large, "{name}: {height} points");
        texts_of.push(text);
    }
    // The same words, whatever their size; the page numbers and the order of the letterhead aside.
    let words = |text: &str| -> BTreeMap<String, usize> {
        let mut words = BTreeMap::new();
        for word in text
            .split_whitespace()
            .filter(|word| word.chars().all(|one| one.is_alphabetic() || ".,".contains(one)))
        {
            *words.entry(word.to_owned()).or_default() += 1;
        }
        words
            .retain(|word, _| !["Seite", "von", "Stadt", "Gescher", "Aktenzeichen"].contains(&word.as_str()));
        words
    };
    assert_eq!(words(&texts_of[0]), words(&texts_of[1]));
}
