//! What the law asks of single services: fees, reasons not to charge them, ages, days, receivers.

use super::*;
use crate::domain::holiday::Land;

fn judged(slug: &str, changes: Value) -> Assessment {
    assess(slug, &with(slug, changes), AppearsAs::InPerson, &[])
}

/// With these values of the town.
fn in_town(slug: &str, changes: Value, said: &[(&str, &str)]) -> Assessment {
    let today = day("2026-11-24");
    let service = Catalogue::built_in().current(slug, today).unwrap();
    let town = Town::of([("ags", "05554016")].into_iter().chain(said.iter().copied()));
    let none = seen(&[]);
    let situation = Situation {
        today,
        received_on: today,
        town: &town,
        documents_seen: &none,
        brought: None,
        appears_as: AppearsAs::InPerson,
        channel: Channel::Counter,
    };
    evaluate(service, &with(slug, changes), &situation)
}

fn warned(assessment: &Assessment, id: &str) -> bool {
    assessment.problems.iter().any(|problem| problem.id == id && !problem.is_error())
}

fn told(assessment: &Assessment) -> Vec<&str> {
    assessment.receivers.iter().map(|receiver| receiver.id.as_str()).collect()
}

fn due(assessment: &Assessment, id: &str) -> Option<String> {
    assessment.due.iter().find(|due| due.id == id).map(|due| due.date.to_string())
}

#[test]
fn a_change_of_a_trade_costs_what_a_registration_costs_and_a_new_name_nothing() {
    let cost = |changes| {
        let charge = judged("gewerbe-ummeldung", changes).charges.remove(0);
        (charge.cents.0, charge.confirmed)
    };
    assert_eq!(cost(json!({})), (2600, false));
    let company = json!({
        "rechtsform": "gmbh", "eingetragener_name": "Radwerk GmbH", "registereintrag": "Coesfeld HRB 1", "zahl_vertreter": 3,
        "weitere_vertreter": [{ "familienname": "A", "geburtsdatum": "1980-01-01" }, { "familienname": "B", "geburtsdatum": "1981-01-01" }],
    });
    assert_eq!(cost(company), (3300 + 2 * 1300, false));
    assert_eq!(cost(json!({ "anlass": ["name"], "frueherer_name": "Ďuriš" })), (0, false));
    assert_eq!(cost(json!({ "anlass": ["name", "verlegung"] })).0, 2600);
    let confirmed = in_town("gewerbe-ummeldung", json!({}), &[("gewerbe.ummeldung_person", "2800")]);
    assert_eq!((confirmed.total(), confirmed.charges[0].confirmed), (Cents(2800), true));
}

/// The closure is free; the register court is told of registered main offices and branches only, customs never.
#[test]
fn a_closure_is_free_and_goes_to_the_register_court_where_something_is_registered() {
    let natural = judged("gewerbe-abmeldung", json!({}));
    assert_eq!((errors(&natural), natural.charges.len()), (vec![], 0));
    assert!(!told(&natural).contains(&"registergericht") && !told(&natural).contains(&"zoll"));
    assert_eq!(natural.duplicates["empfangsbescheinigung"].cents, Cents(1500));
    let registered = json!({ "rechtsform": "eingetragener_kaufmann", "eingetragener_name": "Radwerk e. K.", "registereintrag": "Coesfeld HRA 1" });
    assert!(told(&judged("gewerbe-abmeldung", registered.clone())).contains(&"registergericht"));
    let mut branch = registered;
    branch["niederlassung"] = "unselbststaendige_zweigstelle".into();
    assert!(!told(&judged("gewerbe-abmeldung", branch)).contains(&"registergericht"));
}

/// Since 1 November 2025 a full relocation is one notice at the new town, and the old one ends on the day before.
#[test]
fn a_relocation_is_one_notice() {
    let moved = json!({ "grund": "verlegung", "beginn": "2026-12-01" });
    assert_eq!(due(&judged("gewerbe-anmeldung", moved), "ende_bisher").as_deref(), Some("2026-11-30"));
    assert_eq!(due(&judged("gewerbe-anmeldung", json!({})), "ende_bisher"), None);
    let away = |on: &str| judged("gewerbe-abmeldung", json!({ "grund": "verlegung", "aufgabe_am": on }));
    assert!(warned(&away("2026-11-30"), "gewerbe-abmeldung-verlegung"));
    assert!(warned(&away("2025-11-01"), "gewerbe-abmeldung-verlegung"));
    assert!(!warned(&away("2025-10-31"), "gewerbe-abmeldung-verlegung"));
}

/// § 3 GewAnzV: the fields of each form that a body gets.
#[test]
fn each_form_asks_its_fields_and_each_body_gets_its_own() {
    for (slug, last, counts) in [
        ("gewerbe-anmeldung", 33, [27, 21, 9]),
        ("gewerbe-ummeldung", 30, [25, 21, 10]),
        ("gewerbe-abmeldung", 30, [28, 22, 9]),
    ] {
        let service = Catalogue::built_in().current(slug, day("2026-11-24")).unwrap();
        let asked: BTreeSet<u8> =
            service.fields().filter_map(|field| field.no.as_ref()?.parse().ok()).collect();
        // The official form puts the choices of 25 and 26 of a closure into one row.
        let wanted = (1..=last).filter(|no| slug != "gewerbe-abmeldung" || *no != 26).collect();
        assert_eq!(asked, wanted, "{slug}");
        let bodies = &service.receiving.as_ref().unwrap().bodies;
        let count = |id: &str| bodies.iter().find(|body| body.id == id).map_or(0, |body| body.fields.len());
        assert_eq!(["ihk", "finanzamt", "eichbehoerde"].map(count), counts, "{slug}");
    }
}

#[test]
fn a_certificate_of_good_conduct_is_for_those_of_fourteen_in_person() {
    let age = |born: &str| {
        errors(&assess(
            "fuehrungszeugnis",
            &with("fuehrungszeugnis", json!({ "geburtsdatum": born })),
            AppearsAs::InPerson,
            &["ausweis"],
        ))
    };
    assert_eq!(age("2012-11-24"), []);
    assert_eq!(age("2012-11-25"), [at("geburtsdatum", "fuehrungszeugnis-alter")]);
    let proxy = assess("fuehrungszeugnis", &example("fuehrungszeugnis"), AppearsAs::Proxy, &["ausweis"]);
    assert_eq!(errors(&proxy), [at("appears_as", "proxy-not-allowed")]);
    let unseen = judged("fuehrungszeugnis-erweitert", json!({}));
    assert_eq!(errors(&unseen).len(), 2, "identity and the written request are shown");
}

/// 13 euros; the town keeps two fifths, of the central trade register three eighths; volunteers pay nothing.
#[test]
fn what_the_federal_office_gets_is_told() {
    let kept = |slug: &str, changes: Value| {
        let charge = judged(slug, changes).charges.remove(0);
        let share =
            charge.why.iter().find(|step| step.id == "fee-share").map(|step| step.args["kept"].clone());
        (charge.cents.0, charge.confirmed, share)
    };
    assert_eq!(kept("fuehrungszeugnis", json!({})), (1300, true, Some("5,20 €".into())));
    assert_eq!(kept("gewerbezentralregister", json!({})), (1300, true, Some("4,87 €".into())));
    assert_eq!(kept("fuehrungszeugnis-erweitert", json!({ "ehrenamt": false })).0, 1300);
    assert_eq!(kept("fuehrungszeugnis-erweitert", json!({ "ehrenamt": true })), (0, true, None));
}

/// Gründonnerstag 2027 is 25 March; who comes after it is late.
#[test]
fn a_bonfire_is_notified_by_maundy_thursday() {
    let on = |date: &str| {
        judged("osterfeuer", json!({ "datum": date, "abstand_wald": 99, "abstand_gebaeude": 25 }))
    };
    assert_eq!(due(&on("2027-03-27"), "anzeige").as_deref(), Some("2027-03-25"));
    assert!(!warned(&on("2027-03-27"), "osterfeuer-spaet"));
    assert!(warned(&on("2026-04-04"), "osterfeuer-spaet"), "2 April 2026 is over");
    assert!(
        warned(&on("2027-03-27"), "osterfeuer-wald") && !warned(&on("2027-03-27"), "osterfeuer-gebaeude")
    );
}

/// A limit that the town has not set warns all the same and says that it is unconfirmed.
#[test]
fn a_distance_is_the_towns() {
    let told = |said: &[(&str, &str)], metres: u32| {
        let told = in_town("osterfeuer", json!({ "abstand_wald": metres }), said);
        let warning = told.problems.into_iter().find(|problem| problem.id == "osterfeuer-wald");
        warning.map(|warning| (warning.says.unwrap().de, warning.law.unwrap()))
    };
    let (says, law) = told(&[], 99).unwrap();
    assert_eq!(says, "Zum Wald sollen mindestens 100 m Abstand sein.");
    assert!(law.ends_with("(von der Stadt zu bestätigen)"), "{law}");
    assert_eq!(told(&[], 100), None);
    let (says, law) = told(&[("osterfeuer.abstand_wald", "50")], 49).unwrap();
    assert_eq!((says.contains("50 m"), law.as_str()), (true, "§ 7 LImSchG NRW"));
    assert_eq!(told(&[("osterfeuer.abstand_wald", "50")], 50), None);
}

#[test]
fn the_towns_rates_set_what_a_permit_costs() {
    let levy = |slug: &str, changes: Value, said: &[(&str, &str)]| {
        let mut told = in_town(slug, changes, said);
        let lacking = told.terms.lacking_to_grant.len();
        let levy = told.levies.remove(0);
        (levy.cents.0, levy.confirmed, lacking)
    };
    // 24.5 square metres are 25, April to September six months, 2 euros each.
    assert_eq!(levy("sondernutzung", json!({}), &[("sondernutzung.gastronomie", "200")]), (30_000, true, 0));
    assert_eq!(levy("sondernutzung", json!({}), &[]), (0, false, 1));
    let two_days = json!({ "zweck": "veranstaltung", "von": "2027-06-12", "bis": "2027-06-13" });
    assert_eq!(levy("sondernutzung", two_days, &[("sondernutzung.veranstaltung", "3000")]), (6000, true, 0));
    // The frame of 25 to 200 euros holds whatever the town has entered; the town confirms the frame.
    assert_eq!(levy("gestattung", json!({}), &[("gestattung.mittel", "1000")]), (2500, false, 0));
    assert_eq!(
        levy("gestattung", json!({ "besucher": 501 }), &[("gestattung.gross", "90000")]),
        (20_000, false, 0)
    );
    assert_eq!(levy("gestattung", json!({}), &[("gestattung.gross", "10000")]), (0, false, 1));
    assert_eq!(levy("plakatierung", json!({}), &[]), (2400, false, 0));
    assert_eq!(levy("hundesteuer-ermaessigung", json!({ "grund": "assistenzhund" }), &[]), (0, true, 0));
    assert_eq!(levy("hundesteuer-ermaessigung", json!({}), &[]), (0, false, 1));
}

/// Zone and end stand on the permit: the Kreis enters them, and grants nothing before.
#[test]
fn a_parking_permit_is_not_granted_without_its_zone_and_its_end() {
    let lacks = |changes: Value| {
        let told = in_town("bewohnerparkausweis", changes, &[("bewohnerparkausweis.gebuehr", "3000")]);
        assert!(errors(&told).is_empty(), "the application is taken in all the same");
        told.terms.lacking_to_grant.into_iter().map(|problem| problem.field).collect::<Vec<_>>()
    };
    assert!(lacks(json!({})).is_empty());
    assert_eq!(lacks(json!({ "zone": null })), ["zone"]);
    assert_eq!(lacks(json!({ "zone": " ", "gueltig_bis": null })), ["zone", "gueltig_bis"]);
}

#[test]
fn a_fishing_permit_has_two_known_prices_and_two_that_the_town_says() {
    let cost = |art: &str| {
        let mut told = judged("fischereischein", json!({ "art": art, "einwilligung": true, "grund": "x" }));
        (errors(&told).len(), told.charges.remove(0).cents.0)
    };
    assert_eq!(
        [cost("jahr"), cost("fuenf_jahre"), cost("jugend"), cost("sonder")],
        [(0, 1600), (0, 4800), (1, 0), (1, 0)]
    );
}

/// Moved in on Monday, 16 November 2026: two weeks end on Monday, 30 November.
#[test]
fn moving_in_is_registered_within_two_weeks() {
    let told = judged("wohnungsgeberbestaetigung", json!({}));
    assert_eq!(due(&told, "anmeldung").as_deref(), Some("2026-11-30"));
    assert!(warned(
        &judged("wohnungsgeberbestaetigung", json!({ "einzug": "2026-11-09" })),
        "wohnungsgeber-verspaetet"
    ));
}

#[test]
fn whoever_draws_a_pension_pays_nothing_for_being_alive() {
    let seen = |changes| {
        assess(
            "lebensbescheinigung",
            &with("lebensbescheinigung", changes),
            AppearsAs::InPerson,
            &["ausweis"],
        )
    };
    assert_eq!((errors(&seen(json!({}))), seen(json!({})).total()), (vec![], Cents::ZERO));
    assert_eq!(
        errors(&seen(json!({ "zweck": "anderes" }))),
        [at("charges.lebensbescheinigung.gebuehr", "filing-needs-value")]
    );
    assert_eq!(
        errors(&seen(json!({ "persoenlich": false }))),
        [at("persoenlich", "lebensbescheinigung-nicht-da")]
    );
}

/// What nobody has confirmed says so: amounts, periods, retention.
#[test]
fn what_the_town_has_to_confirm_is_marked() {
    for service in Catalogue::built_in().services() {
        let kept = service.retention.as_ref().is_none_or(|kept| !kept.confirmed);
        assert!(kept, "{}: no retention was read in a published source", service.slug);
        for rule in service.deadlines.iter().filter(|rule| rule.law.contains("Angabe der Stadt")) {
            assert!(!rule.confirmed, "{} {}", service.slug, rule.id);
        }
    }
    let told = judged("osterfeuer", json!({}));
    assert!(told.due[0].why.iter().any(|step| step.id == "deadline-unconfirmed"));
}

/// What is offered for a decision has the answers in it, and only what fits them is offered.
#[test]
fn building_blocks_speak_of_the_case() {
    let offered = |changes| {
        let assessment = assess("gestattung", &with("gestattung", changes), AppearsAs::InPerson, &[]);
        assessment.blocks.into_iter().map(|block| (block.id.clone(), block.written())).collect::<Vec<_>>()
    };
    let all = offered(json!({}));
    let of = |id: &str| all.iter().find(|(known, _)| known == id).map(|(_, says)| says.as_str());
    assert!(of("rettungswege").unwrap().contains("(Festwiese am Stadion)"), "{all:?}");
    assert!(of("alkoholfrei").unwrap().ends_with("in gleicher Menge (§ 6 GastG)."), "{all:?}");
    let quiet = offered(json!({ "musik": false, "alkohol": false }));
    assert!(quiet.iter().all(|(id, _)| !["nachtruhe", "alkoholfrei"].contains(&id.as_str())), "{quiet:?}");
}

/// What the town has to confirm is open until it has said it, and what it says counts.
#[test]
fn what_is_usual_is_open_until_the_town_says_it() {
    let told = |slug: &str, said: &[(&str, &str)]| in_town(slug, json!({}), said);
    let usual = told("sondernutzung", &[]);
    assert_eq!((usual.procedure.answer_weeks, usual.procedure.pay_weeks), (2, 4));
    let open = usual.procedure.open;
    assert!(open.answer && open.notification && usual.terms.remedy_open);
    let said = [
        ("answer.weeks", "3"),
        ("pay.weeks", "6"),
        ("tax.notification", "ja"),
        ("remedy.confirmed", "ja"),
        ("delivery.law", "Art. 3, 5 VwZVG"),
    ];
    let confirmed = told("sondernutzung", &said);
    let procedure = &confirmed.procedure;
    assert_eq!((procedure.answer_weeks, procedure.pay_weeks), (3, 6));
    assert_eq!(procedure.delivery_law.as_deref(), Some("Art. 3, 5 VwZVG"));
    assert!(procedure.open == crate::domain::procedure::Open::default() && !confirmed.terms.remedy_open);
    let today = "2026-11-24".parse().unwrap();
    let last = |procedure: &crate::domain::procedure::Procedure| {
        let by = procedure.answer_by(today).unwrap().date;
        procedure.explained(today, by).last().unwrap().id.clone()
    };
    assert_eq!(last(&usual.procedure), "procedure-weeks-unconfirmed");
    assert_eq!(last(procedure), "deadline-result");
    assert!(!told("gestattung", &[]).terms.remedy_open, "read in a published source");
}

/// A town of Sachsen is told of no law of North Rhine-Westphalia; what is that law's own is refused there.
#[test]
fn a_town_of_another_land_is_told_of_no_act_of_north_rhine_westfalen() {
    let mut refused = Vec::new();
    for service in Catalogue::built_in().find("", day("2026-11-24")) {
        let slug = service.slug.as_str();
        let told = in_town(slug, json!({}), &[("ags", "14612000")]);
        let elsewhere = told.errors().find(|problem| problem.id == "service-other-land");
        assert_eq!(elsewhere.is_some(), !service.is_of(Land::Sn), "{slug}");
        if let Some(problem) = elsewhere {
            assert_eq!(problem.args["land"], "Sachsen");
            assert!(problem.args["of"].contains("Nordrhein-Westfalen"), "{slug}");
            refused.push(slug);
            continue;
        }
        let cited = format!(
            "{:?}",
            (&told.problems, &told.documents, &told.charges, &told.levies, &told.duplicates, &told.due)
        );
        assert!(!cited.contains("NRW"), "{slug}: {cited}");
        for law in &service.laws {
            assert!(!Land::Sn.cites(&law.reference).contains("NRW"), "{slug}: {}", law.reference);
        }
        assert!(
            in_town(slug, json!({}), &[]).errors().all(|problem| problem.id != "service-other-land"),
            "{slug}"
        );
    }
    refused.sort_unstable();
    let of_nw = [
        "fischereischein",
        "gestattung",
        "grosser-hund",
        "osterfeuer",
        "plakatierung",
        "sondernutzung",
        "wohnberechtigungsschein",
    ];
    assert_eq!(refused, of_nw);
    let fee = &in_town("gewerbe-anmeldung", json!({}), &[("ags", "14612000")]).charges[0];
    assert_eq!(fee.tariff, "Landesrecht (von der Stadt zu bestätigen)");
    assert!(!fee.is_known(), "what North Rhine-Westphalia charges is no amount here: {fee:?}");
    let own = [("ags", "14612000"), ("gewerbe.anmeldung_person", "3000")];
    let fee = &in_town("gewerbe-anmeldung", json!({}), &own).charges[0];
    assert!(fee.is_known() && fee.cents.0 == 3000, "{fee:?}");
}

/// A clerk types the part of a long word that everybody says.
#[test]
fn a_service_is_found_by_a_part_of_its_name() {
    let found = |typed: &str| -> Vec<String> {
        let services = Catalogue::built_in().find(typed, day("2026-11-24"));
        services.into_iter().map(|service| service.slug.clone()).collect()
    };
    assert!(found("zeugnis").iter().any(|slug| slug == "fuehrungszeugnis"));
    assert_eq!(found("gew")[0], "gewerbe-anmeldung", "three letters begin a word");
    assert!(!found("eug").iter().any(|slug| slug == "fuehrungszeugnis"), "and are in no word's middle");
}

/// Where a Land taxes dogs by an act nobody is sent to a by-law: sentences leave to the citation beside them which of the two it is.
#[test]
fn no_sentence_about_the_dog_tax_takes_a_by_law_for_granted() {
    let dogs =
        crate::catalogue::built_in::files().into_iter().filter(|file| file.name.contains("/hundesteuer-"));
    let mut seen = 0;
    for file in dogs {
        for line in file.text.lines().filter(|line| line.contains("{ de = ")) {
            assert!(!line.contains("ie Satzung") && !line.contains("er Satzung"), "{}: {line}", file.name);
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen} sentences");
}
