//! Made-up towns, people and answers for papers, ordinary and awkward. No one of them exists.

use amtsstube::paper::accent;
use amtsstube::paper::letter::{Crest, Letterhead};
use amtsstube::paper::template::{Values, names};
use chrono::NaiveDate;

#[path = "till.rs"]
mod till;

use till::closing;

pub const STATUS_CODE: &str = "K7QF-3MZ9-TX2R";
/// 80 characters, marks included.
pub const LONG_NAME: &str =
    "Aleksandra-Ðorđević Ç̆elik-Żółćhoř van der Größenwahn-Schmalenbach zu Wüstenrot-Ahaus";

/// What a banking app reads.
pub const PAYMENT_CODE: &str =
    "BCD\n002\n1\nSCT\n\nStadtkasse Gescher\nDE02120300000000202051\nEUR26.00\n\n\n32.10-2026-A-00417";

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

pub fn head() -> Letterhead {
    let column = |lines: &[&str]| lines.iter().map(ToString::to_string).collect();
    Letterhead {
        authority: "Stadt Gescher".into(),
        office: "Die Bürgermeisterin · Bürgerbüro".into(),
        return_address: "Stadt Gescher · Marktplatz 1 · 48712 Gescher".into(),
        footer: vec![
            column(&["Stadt Gescher", "Marktplatz 1", "48712 Gescher"]),
            column(&["Telefon 02542 0000-0", "rathaus@gescher.example", "www.gescher.example"]),
            column(&["Mo bis Fr 8:30–12:30 Uhr", "Do 14:00–18:00 Uhr"]),
            column(&["Musterbank Westmünsterland", "IBAN DE02 1203 0000 0000 2020 51"]),
        ],
        crest: None,
        accent: None,
    }
}

/// Name and address of the office, line by line.
pub fn office() -> Vec<String> {
    head().footer.swap_remove(0)
}

/// The same with a coat of arms, a red shield, and a colour.
pub fn head_with_crest() -> Letterhead {
    let (width, height) = (36_u32, 44_u32);
    let inside = |x: u32, y: u32| y < 26 || (x.abs_diff(18) + (y - 26)) < 19;
    let rgb: Vec<u8> = (0..height)
        .flat_map(|y| (0..width).map(move |x| (x, y)))
        .flat_map(|(x, y)| if inside(x, y) { [180, 20, 30] } else { [255, 255, 255] })
        .collect();
    let alt = "Wappen der Stadt Gescher".into();
    let crest = Some(Crest { width, height, rgb: rgb.into(), alt });
    Letterhead { crest, accent: accent::read("#7A1F3D").ok(), ..head() }
}

fn clerk(values: Values) -> Values {
    values
        .with("clerk", "Frau Öztürk-Beispiel")
        .with("room", "104")
        .with("phone", "02542 0000-104")
        .with("email", "buergerbuero@gescher.example")
}

/// What every answer to an application says: what was filed, and by which law the answer needs no signature.
fn asked() -> Values {
    Values::new(day())
        .with("filed", "Ihr Antrag")
        .with("filed_acc", "Ihren Antrag")
        .with("filed_dat", "Ihrem Antrag")
        .with("unsigned_law", "§ 37 Abs. 5 VwVfG NRW")
}

/// Where and until when something is to be paid.
fn payable(values: Values) -> Values {
    values
        .with("bank_holder", "Stadtkasse Gescher")
        .with("bank_iban", "DE02 1203 0000 0000 2020 51")
        .with("bank_name", "Musterbank Westmünsterland")
        .with("payment_code", PAYMENT_CODE)
}

fn to(mut values: Values, lines: &[&str]) -> Values {
    values.recipient = lines.iter().map(ToString::to_string).collect();
    values
}

pub fn intake(long: bool) -> Values {
    let values = asked()
        .with("case_number", "32.10-2026-A-00417")
        .with("service", "Gewerbe-Anmeldung")
        .with("received_on", "20.11.2026")
        .with("status_code", STATUS_CODE);
    if !long {
        return to(values, &["Frau", "Erika Beispiel", "Musterweg 3", "48712 Gescher"]);
    }
    let activity = "Herstellung und Vertrieb von Holzspielzeug, Reparatur von Fahrrädern und Lastenrädern, \
                    Verkauf von Zubehör im Ladenlokal und im Internet. ";
    let mut answers: Vec<Vec<String>> =
        vec![vec!["Name".into(), LONG_NAME.into()], vec!["Tätigkeit (Feld 18)".into(), activity.repeat(4)]];
    answers.extend((1..=55).map(|field| {
        vec![
            format!("{field} Angabe mit einer recht langen Beschriftung"),
            format!("Antwort zu Feld {field}"),
        ]
    }));
    let items = |list: &[&str]| list.iter().map(|item| vec![(*item).to_owned()]).collect();
    let values = values
        .with("salutation", format!("Guten Tag {LONG_NAME}"))
        .with("channel", "Schalter")
        .with("due_on", "25.11.2026")
        .with("due_explained", "Drei Tage ab dem Tag nach dem Eingang (§ 15 Abs. 1 GewO, § 31 Abs. 1 VwVfG NRW, §§ 187 Abs. 1, 188 Abs. 1 BGB).")
        .with("missing_by", "07.12.2026")
        .with("fee", "26,00 €")
        .with("fee_basis", "§ 1 AVwGebO NRW, Tarifstelle 10 (von der Stadt zu bestätigen)")
        .with("fee_state", "noch zu zahlen")
        .with("fee_is_open", "ja")
        .with_table("answers", answers)
        .with_table("fees_ahead", vec![vec!["Gestattung".into(), "nach Tarif (AVwGebO NRW)".into()]])
        .with_table("missing", items(&["Handwerkskarte (§ 1 HwO)", "Auszug aus dem Handelsregister, nicht älter als drei Monate und vollständig mit allen Seiten, auch den leeren"]))
        .with_table("documents", items(&["Personalausweis gesehen", "Vollmacht der Geschäftsführung im Original"]));
    to(
        payable(clerk(values)),
        &[
            LONG_NAME,
            "c/o Gemeinnützige Wohnungsbaugesellschaft Westmünsterland mbH & Co. KG",
            "Alte Holtwicker Landstraße 123 a, Hinterhaus, 3. Obergeschoss",
            "48712 Gescher",
            "NIEDERLANDE",
        ],
    )
}

pub fn receipt_of_notice(long: bool) -> Values {
    let values = Values::new(day())
        .with("case_number", "32.10-2026-A-00417")
        .with("notice", "Gewerbe-Anmeldung")
        .with("trader", if long { LONG_NAME } else { "Erika Beispiel" })
        .with("activity", "Reparatur von Fahrrädern")
        .with("received_on", "20.11.2026");
    if !long {
        return to(values, &["Erika Beispiel", "Musterweg 3", "48712 Gescher"]);
    }
    let hints = [
        "Handwerkskarte: Das Zweiradmechaniker-Handwerk ist zulassungspflichtig (Anlage A Nr. 17 HwO).",
        "Für den Verkauf im Reisegewerbe brauchen Sie eine Reisegewerbekarte (§ 55 Abs. 2 GewO).",
    ];
    let values = values
        .with("salutation", "Guten Tag Frau Beispiel")
        .with("notice_law", "§ 14 Abs. 1 Satz 1 GewO")
        .with("legal_form", "Gesellschaft bürgerlichen Rechts")
        .with("business_name", "Radwerk Gescher GbR")
        .with("business_address", "Hofstraße 12, 48712 Gescher")
        .with("establishment", "Hauptniederlassung")
        .with("start_on", "01.12.2026")
        .with("due_ende_bisher", "30.11.2026")
        .with("changes", "Der Name hat sich geändert")
        .with("former_name", "Erika Muster")
        .with("former_address", "Musterweg 3, 48712 Gescher")
        .with("continued_activity", "Verkauf von Fahrrädern")
        .with("change_on", "01.12.2026")
        .with("fee", "26,00 €")
        .with("fee_state", "bezahlt am 20.11.2026")
        .with("status_code", STATUS_CODE)
        .with_table("hints", hints.iter().map(|hint| vec![(*hint).to_owned()]).collect());
    to(clerk(values), &["Radwerk Gescher GbR", LONG_NAME, "Musterweg 3", "48712 Gescher"])
}

pub fn copy() -> Values {
    Values::new(day())
        .with("case_number", "11.20-2026-A-00012")
        .with("copy_law", "§ 33 VwVfG NRW")
        .with("document", "Zeugnis der allgemeinen Hochschulreife vom 14.06.2019 für Erika Beispiel")
        .with("issued_by", "Freie Schule Musterstadt (Ersatzschule)")
        .with("page_count", "4")
        .with("copies", "2")
        .with("for_authority", "Universität Münster")
        .with("place", "Gescher")
        .with("signed_by", "Öztürk-Beispiel, Stadtinspektorin")
        .with("fee", "5,00 €")
}

pub fn signature() -> Values {
    Values::new(day())
        .with("case_number", "11.20-2026-A-00013")
        .with("signature_law", "§ 34 VwVfG NRW")
        .with("document", "Vollmacht vom 22.11.2026")
        .with("person", LONG_NAME)
        .with("born_on", "03.03.1983")
        .with("address", "Musterweg 3, 48712 Gescher")
        .with("identity_seen", "Personalausweis")
        .with("for_authority", "Landesamt für Finanzen")
        .with("place", "Gescher")
        .with("signed_by", "Öztürk-Beispiel, Stadtinspektorin")
}

pub fn find(long: bool) -> Values {
    let values = Values::new(day())
        .with("case_number", "32.30-2026-A-00007")
        .with("item", "Damenfahrrad, blau, Marke unbekannt")
        .with("found_on", "19.11.2026")
        .with("found_at", "Bahnhof Gescher, Fahrradständer")
        .with("reported_on", "20.11.2026")
        .with("six_months_on", "20.05.2027");
    let values = to(values, &["Erika Beispiel", "Musterweg 3", "48712 Gescher"]);
    if !long {
        return values.with("waives", "ja");
    }
    clerk(values)
        .with("finder", LONG_NAME)
        .with("kept_at", "Fundbüro, Marktplatz 1")
        .with("tag", "F-2026-0031")
        .with("value", "120,00 €")
        .with("wants_reward", "ja")
        .with("wants_item", "ja")
        .with("status_code", STATUS_CODE)
}

pub fn receipt(long: bool) -> Values {
    let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
    let values = Values::new(day())
        .with("receipt_number", "A-2026-000123")
        .with("total", if long { "1.331,00 €" } else { "5,00 €" })
        .with("payment", if long { "bar" } else { "Karte" });
    if !long {
        return values.with_table("items", vec![row(["Beglaubigung", "§ 33 VwVfG NRW", "5,00 €"])]);
    }
    let mut items =
        vec![row(["Gewerbe-Anmeldung, juristische Person", "AVwGebO NRW, Tarifstelle 10.1.1.1", "33,00 €"])];
    items.extend((2..=50).map(|at| {
        row([&format!("Weitere vertretungsberechtigte Person Nr. {at}"), "AVwGebO NRW", "13,00 €"])
    }));
    values
        .with("case_number", "32.10-2026-A-00417")
        .with("payer", LONG_NAME)
        .with("paid_on", "22.11.2026")
        .with("cash_desk", "Bürgerbüro, Kasse A")
        .with("cashier", "Öztürk-Beispiel")
        .with_table(
            "cash",
            [("Gegeben", "1.400,00 €"), ("Rückgeld", "69,00 €")]
                .map(|(what, cents)| vec![what.into(), cents.into()])
                .into(),
        )
        .with("vat_note", "Hoheitliche Leistung: nicht steuerbar (§ 2b Abs. 1 UStG).")
        .with_table("items", items)
}

/// A receipt that was cancelled: paid by card and owed no more, or in cash and owed again.
pub fn cancelled(long: bool) -> Values {
    let values = receipt(long).with("cancelled_on", "23.11.2026").with("paid_on", "22.11.2026");
    if !long {
        return values.with("reason", "Doppelt bezahlt").with("by_card", "ja");
    }
    values
        .with("reason", "Der Betrag war falsch: es ist eine natürliche Person, keine juristische. ".repeat(4))
        .with("owed", "1.331,00 €")
        .with("in_cash", "ja")
}

pub fn dog(long: bool) -> Values {
    let values = asked()
        .with("case_number", "20.40-2026-A-00101")
        .with("received_on", "20.11.2026")
        .with("decided_by", "Öztürk-Beispiel")
        .with("debtor", if long { LONG_NAME } else { "Erika Beispiel" })
        .with("breed", "Mischling")
        .with("taken_in_on", "08.11.2026")
        .with("tax_amount", "48,00 €")
        .with("tax_why", "Ein Hund im Haushalt.")
        .with("tax_basis", "Hundesteuersatzung")
        .with("tax_year", "2026")
        .with("tax_from", "01.12.2026")
        .with("tax_first", "4,00 €")
        .with("levy_begins_month_after", "ja")
        .with("objection_body", "Stadt Gescher")
        .with("objection_address", "Marktplatz 1, 48712 Gescher");
    if !long {
        // No house number.
        return to(values, &["Erika Beispiel", "Musterweg", "48712 Gescher"]).with("tax_not_in_one", "ja");
    }
    let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
    let values = payable(clerk(values))
        .with("salutation", format!("Guten Tag {LONG_NAME}"))
        .with("represented", LONG_NAME)
        .with("by_law", "ja")
        .with("dog_name", "Bello")
        .with("sex", "Rüde")
        .with("born_on", "03.2026")
        .with("colour", "schwarz-weiß")
        .with("chip", "276 0000 0000 0001")
        .with("origin", "Tierheim Musterstadt")
        .with("tag_number", "2026-0815")
        .with("tax_months", "einen Monat")
        .with("tax_earlier", "01.12.2024")
        .with("tax_in_one", "ja")
        .with("tax_lasts", "ja")
        .with("reasons", "Die Rasse ist nicht nachgewiesen.\nDeshalb gilt vorläufig der einfache Satz.")
        .with("status_code", STATUS_CODE)
        .with_table("conditions", conditions())
        .with_table(
            "dues",
            vec![
                row(["15.02.", "12,00 €"]),
                row(["15.05.", "12,00 €"]),
                row(["15.08.", "12,00 €"]),
                row(["15.11.", "12,00 €"]),
            ],
        );
    to(values, &[LONG_NAME, "Alte Holtwicker Landstraße 123 a, Hinterhaus", "48712 Gescher"])
}

/// Fees on invoice: short is one with an action against it and nowhere to transfer to, long are three of two kinds.
fn owed(long: bool) -> Values {
    let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    let values = asked()
        .with("case_number", "32.10-2026-A-00417")
        .with("service", "Gewerbe-Anmeldung")
        .with("received_on", "20.11.2026")
        .with("total", "26,00 €")
        .with("pay_by", "28.12.2026");
    if !long {
        let values = values
            .with("court_name", "Verwaltungsgericht Münster")
            .with("court_address", "Gerichtsstraße 1, 48000 Münster")
            .with("vat_note", "Hoheitliche Gebühr. Es fällt keine Umsatzsteuer an.")
            .with_table(
                "items",
                vec![row(["Gewerbe-Anmeldung", "AVwGebO NRW, Tarifstelle 10", "keine", "26,00 €"])],
            );
        return to(values, &["Erika Beispiel", "Musterweg", "48712 Gescher"]);
    }
    let items = vec![
        row(["Gewerbe-Anmeldung, juristische Person", "AVwGebO NRW, Tarifstelle 10", "keine", "1.033,00 €"]),
        row([
            "Beglaubigung von Unterschriften außerhalb der Öffnungszeiten",
            "Verwaltungsgebührensatzung",
            "keine",
            "5,00 €",
        ]),
        row(["Trauung im Schlosspark", "Entgeltordnung der Stadt", "19 % enthalten", "119,00 €"]),
    ];
    let values = payable(clerk(values))
        .with("salutation", format!("Guten Tag {LONG_NAME}"))
        .with("represented", LONG_NAME)
        .with("by_proxy", "ja")
        .with("total", "1.157,00 €")
        .with("why", "Gewerbe-Anmeldung: Juristische Person mit einer vertretungsberechtigten Person.\nBeglaubigung: Je Unterschrift.")
        .with("vat_note", "Im Betrag enthaltene Umsatzsteuer zu 19 %: 19,00 €.")
        .with("court_part", "AVwGebO NRW, Tarifstelle 10")
        .with("court_name", "Verwaltungsgericht Münster")
        .with("court_address", "Gerichtsstraße 1, 48000 Münster")
        .with("objection_part", "Verwaltungsgebührensatzung")
        .with("objection_body", "Stadt Gescher")
        .with("objection_address", "Marktplatz 1, 48712 Gescher")
        .with_table("items", items);
    to(values, &[LONG_NAME, "Alte Holtwicker Landstraße 123 a, Hinterhaus", "48712 Gescher"])
}

/// A case that the Kreis has now.
fn handed(long: bool) -> Values {
    let values = asked()
        .with("case_number", "50.40-2026-A-00012")
        .with("service", "Wohnberechtigungsschein")
        .with("received_on", "20.11.2026")
        .with("passed_to", "Kreis Borken")
        .with("passed_on", "22.11.2026")
        .with("passed_why", "Über den Wohnberechtigungsschein entscheidet der Kreis.");
    if !long {
        return to(values, &["Erika Beispiel", "Musterweg", "48712 Gescher"]);
    }
    let values = clerk(values)
        .with("salutation", format!("Guten Tag {LONG_NAME}"))
        .with("represented", LONG_NAME)
        .with("by_law", "ja")
        .with(
            "passed_why",
            "Der Kreis ist zuständig, weil der Haushalt in eine andere Gemeinde umgezogen ist. ".repeat(4),
        )
        .with("passed_address", "Burloer Straße 93, 46325 Borken")
        .with("passed_contact", "Telefon 02861 681-0, info@kreis-borken.example")
        .with("status_code", STATUS_CODE);
    to(values, &[LONG_NAME, "Alte Holtwicker Landstraße 123 a, Hinterhaus", "48712 Gescher"])
}

/// A work list: short is empty, long goes over pages.
fn work_list(long: bool) -> Values {
    let values = Values::new(day())
        .with("list", "Offene Vorgänge")
        .with("at", "10:42")
        .with("reader", "Öztürk-Beispiel")
        .with("sorted", "Frist")
        .with("heading", "Arbeitsliste · Offene Vorgänge · Stand 22.11.2026, 10:42 Uhr");
    if !long {
        return values.with("count", "0");
    }
    let row = |at: usize| {
        let service =
            ["Gewerbe-Anmeldung", "Führungszeugnis, erweitert", "Hundesteuer: Ermäßigung und Befreiung"];
        let name = if at % 7 == 3 { LONG_NAME } else { "Beispiel, Erika" };
        let stand = ["Eingegangen", "Unterlagen fehlen", "Kreis hat entschieden", "Zwei Fassungen"];
        let next = ["20.11.2026 überfällig", "24.11.2026 (WV)", "01.12.2026", "–"];
        let by = ["–", "Öztürk-Beispiel", "Wessels-van der Größenwahn"];
        let first = format!("32.10-2026-A-{at:05}\n{}", service[at % 3]);
        vec![first, name.into(), stand[at % 4].into(), next[at % 4].into(), by[at % 3].into()]
    };
    values
        .with("more", "1.000")
        .with("only", "Gewerbe-Anmeldung")
        .with("narrowed", "„Straße der Vereinten Nationen“")
        .with(
            "heading",
            "Arbeitsliste · Offene Vorgänge · „Straße der Vereinten Nat…“ · Stand 22.11.2026, 10:42 Uhr",
        )
        .with_table("cases", (1..=70).map(row).collect())
}

fn conditions() -> Vec<Vec<String>> {
    let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
    vec![
        row([
            "1.",
            "Der Nachweis der Rasse ist bis zum 31.01.2027 vorzulegen; er kann am Schalter, mit der Post oder durch eine bevollmächtigte Person gebracht werden.",
        ]),
        row(["2.", "Die Entscheidung kann widerrufen werden."]),
    ]
}

/// The neutral decision: short is a refusal, long a grant with two conditions and reasons of a page.
pub fn decision(long: bool) -> Values {
    let values = asked()
        .with("case_number", "32.10-2026-A-00417")
        .with("service", "Gewerbe-Anmeldung")
        .with("received_on", "20.11.2026")
        .with("decision_title", if long { "Bescheid" } else { "Ablehnungsbescheid" })
        .with("decided_by", "Öztürk-Beispiel");
    if !long {
        let values = values
            .with("refused", "ja")
            .with("application", "ja")
            .with("reasons", "Das angezeigte Gewerbe besteht nicht.")
            .with("court_name", "Verwaltungsgericht Münster")
            .with("court_address", "Gerichtsstraße 1, 48000 Münster");
        return to(values, &["Erika Beispiel", "Musterweg", "48712 Gescher"]);
    }
    let reason = "Nach den vorgelegten Unterlagen liegen die Voraussetzungen vor; das Ermessen ist dahin ausgeübt, dass die \
                  Belange der Nachbarschaft durch die Nebenbestimmungen gewahrt sind (§ 40 VwVfG NRW). ";
    let reasons = [reason.repeat(6), reason.repeat(7), reason.repeat(6)].join("\n");
    let values = clerk(values)
        .with("salutation", format!("Guten Tag {LONG_NAME}"))
        .with("represented", "Radwerk Gescher GbR")
        .with("by_proxy", "ja")
        .with("notification", "ja")
        .with("conditional", "ja")
        .with("reasons", reasons)
        .with("objection_body", "Stadt Gescher")
        .with("objection_address", "Marktplatz 1, 48712 Gescher")
        .with("status_code", STATUS_CODE)
        .with_table("conditions", conditions());
    to(values, &[LONG_NAME, "Alte Holtwicker Landstraße 123 a, Hinterhaus", "48712 Gescher"])
}

/// A permit of the Kreis: what `own` says of it, and, where it is long, everything that any decision may say.
fn permit(service: &str, own: &[(&str, &str)], long: bool) -> Values {
    let values = asked()
        .with("case_number", "50.40-2026-K-00012")
        .with("service", service)
        .with("received_on", "20.11.2026")
        .with("decided_by", "Öztürk-Beispiel")
        .with("granted", "ja")
        .with("holder", if long { LONG_NAME } else { "Erika Beispiel" });
    if !long {
        let values = values
            .with("court_name", "Verwaltungsgericht Münster")
            .with("court_address", "Gerichtsstraße 1, 48000 Münster");
        return to(values, &["Erika Beispiel", "Musterweg 3", "48712 Gescher"]);
    }
    let values = own
        .iter()
        .fold(payable(clerk(values)), |values, (name, value)| values.with(name, *value))
        .with("salutation", format!("Guten Tag {LONG_NAME}"))
        .with("represented", LONG_NAME)
        .with("reasons", "Der Nachweis des Einkommens liegt vor. ".repeat(4))
        .with("objection_body", "Kreis Borken")
        .with("objection_address", "Burloer Straße 1, 46325 Borken")
        .with("status_code", STATUS_CODE)
        .with("tax_amount", "20,00 €")
        .with("tax_basis", "Gebührensatzung des Kreises")
        .with("pay_by", "28.12.2026")
        .with_table("conditions", conditions());
    to(values, &[LONG_NAME, "Alte Holtwicker Landstraße 123 a, Hinterhaus", "48712 Gescher"])
}

/// Every letter with a name for its file: short where everything optional is missing, long where all is given.
pub fn all() -> Vec<(String, &'static str, Values)> {
    let pairs = |name: &'static str, short: Values, long: Values| {
        [(format!("{name}-short"), name, short), (format!("{name}-long"), name, long)]
    };
    let bare_copy = ["issued_by", "page_count", "copies", "for_authority", "fee"]
        .iter()
        .fold(copy(), |values, name| values.with(name, ""));
    let acknowledged = signature().with("acknowledged", "ja").with("address", "");
    let mut all = Vec::new();
    all.extend(pairs("eingangsbestaetigung/2", intake(false), intake(true)));
    all.extend(pairs("empfangsbescheinigung/2", receipt_of_notice(false), receipt_of_notice(true)));
    all.extend(pairs("beglaubigung-abschrift/1", bare_copy, copy()));
    all.extend(pairs("beglaubigung-unterschrift/1", acknowledged, signature()));
    all.extend(pairs("fundsache/1", find(false), find(true)));
    all.extend(pairs("quittung/1", receipt(false), receipt(true)));
    all.extend(pairs("storno/1", cancelled(false), cancelled(true)));
    all.extend(pairs("tagesabschluss/1", closing(false), closing(true)));
    all.extend(pairs("arbeitsliste/1", work_list(false), work_list(true)));
    all.extend(pairs("hundesteuer/2", dog(false), dog(true)));
    all.extend(pairs("bescheid/3", decision(false), decision(true)));
    for name in ["gebuehrenbescheid/2", "zahlungsaufforderung/1"] {
        all.extend(pairs(name, owed(false), owed(true)));
    }
    all.extend(pairs("abgabenachricht/3", handed(false), handed(true)));
    let home = |long| {
        let own = [("born_on", "14.03.1987"), ("persons", "6"), ("special", "Rollstuhl")];
        let space = [("floor_space", "112"), ("rooms", "5")];
        let values = permit("Wohnberechtigungsschein", &own, long);
        space.iter().fold(values, |values, (name, value)| values.with(name, *value))
    };
    all.extend(pairs("wohnberechtigungsschein/3", home(false), home(true)));
    let car = |long| {
        let own = [("plate", "BOR-XY 123"), ("zone", "B 4"), ("from", "01.12.2026"), ("until", "30.11.2027")];
        permit("Bewohnerparkausweis", &own, long)
    };
    all.extend(pairs("bewohnerparkausweis/3", car(false), car(true)));
    for name in names() {
        if all.iter().all(|(_, known, _)| *known != name) {
            let name: &'static str = name.leak();
            all.extend(pairs(name, any(name, false), any(name, true)));
        }
    }
    all
}

/// A letter that has no sample of its own: short with what it needs only, long with all that it may say.
fn any(name: &str, long: bool) -> Values {
    let text = std::fs::read_to_string(format!("{}/assets/letters/{name}.toml", env!("CARGO_MANIFEST_DIR")))
        .unwrap();
    let file: toml::Table = text.parse().unwrap();
    let mut values = Values::new(day());
    let listed = |key: &str| file.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default();
    for key in ["needs", "may"].into_iter().take(1 + usize::from(long)) {
        for placeholder in listed(key) {
            let placeholder = placeholder.as_str().unwrap();
            let said = match placeholder {
                "status_code" => STATUS_CODE.to_owned(),
                "case_number" => "32.10-2026-A-00417".to_owned(),
                "payment_code" => PAYMENT_CODE.to_owned(),
                "salutation" => format!("Guten Tag {LONG_NAME}"),
                other if long => format!("{LONG_NAME}, zu „{}“", other.replace('_', " ")),
                _ => "Ößmann".to_owned(),
            };
            values.set(placeholder, said);
        }
    }
    if long {
        let tables = file.get("tables").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        for (table, columns) in tables {
            let columns = usize::try_from(columns.as_integer().unwrap()).unwrap();
            let row = |at: usize| (0..columns).map(|column| format!("Zeile {at}, Spalte {column}")).collect();
            values.set_table(&table, (1..=12).map(row).collect());
        }
    }
    to(values, &["Erika Beispiel", "Musterweg 3", "48712 Gescher"])
}
