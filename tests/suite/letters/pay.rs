//! The code from which a banking app fills in a transfer, scanned from the letter.

use super::*;

/// What stands in the codes of a paper, page by page.
fn codes(name: &str) -> String {
    let path = pictures().join(format!("papers/letter-{name}.pdf"));
    let mut said = String::new();
    for page in ["1", "2", "3"] {
        let picture = path.with_file_name(format!("letter-{name}-{page}"));
        let drawn = Command::new("pdftoppm")
            .args(["-r", "150", "-png", "-singlefile", "-f", page, "-l", page])
            .args([&path, &picture])
            .output();
        if drawn.is_ok_and(|drawn| drawn.status.success()) {
            let read =
                Command::new("zbarimg").args(["-q", "--raw"]).arg(picture.with_extension("png")).output();
            said.push_str(&String::from_utf8_lossy(&read.expect("zbarimg (zbar-tools) is installed").stdout));
        }
    }
    said
}

#[test]
fn an_open_fee_and_a_tax_to_be_paid_have_a_code_that_a_banking_app_reads() {
    let town = hall();
    let mut owed = intake(&town, "gewerbe-anmeldung", AppearsAs::InPerson, json!({}));
    owed.settlement = Settlement::Later;
    let case = file(&town, &owed).case;
    let text = paper(&town, case, "empfangsbescheinigung", "pay-open");
    let number = text.split_once("Aktenzeichen ").unwrap().1.split(' ').next().unwrap();
    says(&text, &["noch zu zahlen", "DE02 1203 0000 0000 2020 51"]);
    let wanted =
        format!("BCD\n002\n1\nSCT\n\nStadtkasse Gescher\nDE02120300000000202051\nEUR26.00\n\n\n{number}\n");
    assert!(codes("pay-open").contains(&wanted), "{}", codes("pay-open"));
    // Whoever has paid is not asked again.
    let paid = file(&town, &intake(&town, "gewerbe-anmeldung", AppearsAs::InPerson, json!({}))).case;
    says_not(&paper(&town, paid, "empfangsbescheinigung", "pay-paid"), &["Banking-App"]);
    assert!(!codes("pay-paid").contains("BCD"));
    let (reasons, conditions) = (String::new(), Vec::new());
    let dog = file(&town, &intake(&town, "hundesteuer-anmeldung", AppearsAs::InPerson, json!({}))).case;
    town.desk.act(&town.clerk, dog, Act::Decide { outcome: Outcome::Granted, reasons, conditions }).unwrap();
    let text = paper(&town, dog, "bescheid", "pay-tax");
    // Two twelfths of 48 € in one sum.
    says(&text, &["Banking-App", "innerhalb eines Monats nach Bekanntgabe", "8,00 €"]);
    assert!(codes("pay-tax").contains("\nDE02120300000000202051\nEUR8.00\n"), "{}", codes("pay-tax"));
}
