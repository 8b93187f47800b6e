//! Daily closings as samples: a quiet day, and one whose receipts go over pages.

use amtsstube::paper::template::Values;

use super::day;

fn rows<const N: usize>(rows: &[[&str; N]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect()
}

pub fn closing(long: bool) -> Values {
    let values = Values::new(day())
        .with("closing_number", "A-T00012")
        .with("cash_desk", "A")
        .with("closed_at", "12:34")
        .with("cashier", "Öztürk-Beispiel")
        .with("place", "Gescher");
    if !long {
        let cash = [
            ["Wechselgeld am Anfang", "100,00 €"],
            ["Bar eingenommen", "0,00 €"],
            ["Soll", "100,00 €"],
            ["Gezählt", "100,00 €"],
            ["Differenz", "0,00 €"],
        ];
        return values
            .with("cash_total", "100,00 €")
            .with("total", "0,00 €")
            .with_table("cash", rows(&cash))
            .with_table("counted", rows(&[["50,00 €", "2", "100,00 €"]]))
            .with_table("means", rows(&[["bar", "0", "0,00 €"], ["Karte", "0", "0,00 €"]]));
    }
    let cash = [
        ["Wechselgeld am Anfang", "100,00 €"],
        ["Bar eingenommen", "1.040,00 €"],
        ["Bar zurückgegeben (storniert)", "−26,00 €"],
        ["Soll", "1.114,00 €"],
        ["Gezählt", "1.109,00 €"],
        ["Differenz", "−5,00 €"],
        ["Abgeliefert", "1.009,00 €"],
        ["Bleibt als Wechselgeld", "100,00 €"],
    ];
    let counted = [
        ["200,00 €", "2", "400,00 €"],
        ["100,00 €", "5", "500,00 €"],
        ["50,00 €", "4", "200,00 €"],
        ["5,00 €", "1", "5,00 €"],
        ["2,00 €", "2", "4,00 €"],
    ];
    let items = [
        ["Führungszeugnis", "Nr. 1130 KV JVKostG", "20", "260,00 €"],
        ["Gewerbe-Anmeldung, natürliche Person", "AVwGebO NRW, Tarifstelle 10.1.1.1", "30", "780,00 €"],
        ["Ortsplan", "Entgeltordnung", "4", "20,00 €"],
    ];
    let receipt = |at: usize| {
        let number = format!("A-2026-{at:06}");
        let case = if at.is_multiple_of(9) { "–".to_owned() } else { format!("32.10-2026-A-{at:05}") };
        let how = if at % 5 == 1 { "Karte" } else { "bar" };
        vec![number, "22.11.2026".to_owned(), case, how.to_owned(), "26,00 €".to_owned()]
    };
    values
        .with("second", "Wessels-van der Größenwahn")
        .with("corrects", "A-T00011")
        .with("mistake", "Eine Rolle mit Münzen lag in der Schublade.")
        .with("left_out", "3")
        .with("since", "22.11.2026")
        .with("reason", "Beim Wechseln eines Scheines wurden fünf Euro zu viel herausgegeben.")
        .with("terminal", "208,00 €")
        .with("terminal_difference", "0,00 €")
        .with("hidden", "ja")
        .with("cash_total", "1.109,00 €")
        .with("total", "1.060,00 €")
        .with_table("cash", rows(&cash))
        .with_table("counted", rows(&counted))
        .with_table("means", rows(&[["bar", "46", "1.014,00 €"], ["Karte", "8", "46,00 €"]]))
        .with_table("items", rows(&items))
        .with_table(
            "taxes",
            rows(&[
                ["hoheitlich, nicht steuerbar (§ 2b UStG)", "1.040,00 €", "0,00 €"],
                ["19 %", "20,00 €", "3,19 €"],
            ]),
        )
        .with_table("shares", rows(&[["das Bundesamt für Justiz", "156,00 €"]]))
        .with_table("cancelled", rows(&[["A-2026-000131", "doppelt bezahlt", "26,00 €"]]))
        .with_table("receipts", (101..=160).map(receipt).collect())
}
