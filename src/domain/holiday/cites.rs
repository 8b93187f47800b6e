//! Laws of North Rhine-Westphalia, in which the catalogue is written, as a town of another Land cites them. Makes up no paragraph: what is
//! not known of a Land is named as its law, to be confirmed by the town.

use super::data::data;
use super::{ACT, Land};

/// How the catalogue names an act of North Rhine-Westphalia.
const OF_NW: &str = "NRW";
/// The act on municipal charges, by which towns raise taxes.
const CHARGES: &str = "KAG";
/// The by-law by which a town taxes dogs, where no act of the Land does.
const DOG_TAX: &str = "Hundesteuersatzung";
/// What stands for an act of another Land that is not known.
const UNKNOWN: &str = include_str!("../../../assets/holidays/unknown-act.txt").trim_ascii_end();

impl Land {
    /// The act by which its towns raise charges and taxes, `SächsKAG`; nothing where the Land has none, or the program does not know it (to be confirmed).
    pub fn charges_act(self) -> Option<&'static str> {
        data().laender.get(&self)?.charges.as_deref()
    }

    /// Whether whoever is right with an objection about municipal taxes and charges gets their costs back by the Land's act on procedure;
    /// nothing where the program does not know. To be confirmed by the town.
    pub fn reimburses_charges(self) -> Option<bool> {
        data().laender.get(&self)?.charges_reimbursed
    }

    /// The act of the Land by which dogs are taxed, `Hundesteuergesetz`; nothing where each town has a by-law of its own.
    pub fn dog_tax_act(self) -> Option<&'static str> {
        data().laender.get(&self)?.dog_tax.as_deref()
    }

    /// A citation as this Land has it. A paragraph of the federal act on procedure (`§ 193 BGB, § 31 Abs. 3 VwVfG`), or of North
    /// Rhine-Westphalia's, which has the same numbers, is one of the Land's own; an act that only North Rhine-Westphalia has becomes the Land's, without
    /// the paragraph. Federal laws and by-laws stay.
    pub fn cites(self, law: &str) -> String {
        let (mut cited, mut unknown) = (Vec::new(), false);
        let mut dropped = false;
        for part in citations(law) {
            // A number in a tariff goes with its tariff.
            if dropped && part.starts_with("Tarifstelle") {
                continue;
            }
            let own = self.cited(&part);
            dropped = own.is_none();
            unknown |= dropped;
            // Of an act that is cited without paragraphs one mention is enough.
            cited.extend(own.filter(|own| !own.is_empty() && !cited.contains(own)));
        }
        if unknown {
            cited.push(UNKNOWN.to_owned());
        }
        cited.join(", ")
    }

    /// Whether what the catalogue cites is law here: no act of another Land in whose place one stands that is not known.
    pub fn knows(self, law: &str) -> bool {
        !self.cites(law).contains(UNKNOWN)
    }

    /// One citation; nothing where it is of an act that is not known of this Land, empty where the Land has no such act.
    fn cited(self, part: &str) -> Option<String> {
        let of_procedure = part.replace(&format!("{ACT} {OF_NW}"), ACT);
        if words(&of_procedure).any(|word| word == ACT) {
            return Some(self.own_act(&of_procedure));
        }
        if let Some(act) = self.dog_tax_act().filter(|_| part.starts_with(DOG_TAX)) {
            return Some(part.replacen(DOG_TAX, act, 1));
        }
        if self == Self::Nw || !words(part).any(|word| word == OF_NW) {
            return Some(part.to_owned());
        }
        let of_charges = words(part).any(|word| word == CHARGES);
        of_charges.then(|| self.charges_act().unwrap_or_default().to_owned())
    }

    fn own_act(self, part: &str) -> String {
        // Cited so already: its act bears the word in its own name.
        if self.act() != ACT && part.contains(self.act()) {
            return part.to_owned();
        }
        if data().laender.get(&self).is_some_and(|file| file.act_unnumbered) {
            return self.act().to_owned();
        }
        if data().laender.get(&self).is_some_and(|file| file.act_articles) {
            return part.replace("§§", "§").replace('§', "Art.").replace(ACT, self.act());
        }
        part.replace(ACT, self.act())
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The citations of a list: numbers before a comma belong to the act that follows (`§§ 3, 10 LHundG NRW`).
fn citations(law: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut open = String::new();
    for part in law.split(", ") {
        if !open.is_empty() {
            open.push_str(", ");
        }
        open.push_str(part);
        if !part.starts_with(|sign: char| sign == '§' || sign.is_ascii_digit()) || names_an_act(part) {
            all.push(std::mem::take(&mut open));
        }
    }
    if !open.is_empty() {
        all.push(open);
    }
    all
}

/// Whether more stands there than paragraphs: `§ 3`, `10 Abs. 2 Satz 1` name none.
fn names_an_act(part: &str) -> bool {
    const OF_PARAGRAPHS: [&str; 9] = ["Abs", "Satz", "Nr", "Buchst", "und", "bis", "sentence", "No", "and"];
    words(part).any(|word| {
        word.chars().filter(|sign| sign.is_alphabetic()).count() > 1
            && !OF_PARAGRAPHS.contains(&word)
            && word != "ff"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_elsewhere_cites_no_act_of_north_rhine_westfalen() {
        let open = UNKNOWN;
        for (law, nw, sn, by, be) in [
            ("§ 26 VwVfG NRW", "§ 26 VwVfG NRW", "§ 26 VwVfG", "Art. 26 BayVwVfG", "§ 26 VwVfG"),
            (
                "§ 14 GewO, § 26 VwVfG",
                "§ 14 GewO, § 26 VwVfG NRW",
                "§ 14 GewO, § 26 VwVfG",
                "§ 14 GewO, Art. 26 BayVwVfG",
                "§ 14 GewO, § 26 VwVfG",
            ),
            (
                "§ 3 KAG NRW, Hundesteuersatzung",
                "§ 3 KAG NRW, Hundesteuersatzung",
                "SächsKAG, Hundesteuersatzung",
                "BayKAG, Hundesteuersatzung",
                "Hundesteuergesetz",
            ),
            (
                "§ 30 AO, § 12 KAG NRW",
                "§ 30 AO, § 12 KAG NRW",
                "§ 30 AO, SächsKAG",
                "§ 30 AO, BayKAG",
                "§ 30 AO",
            ),
            ("§§ 3, 10 LHundG NRW", "§§ 3, 10 LHundG NRW", open, open, open),
            ("AVwGebO NRW, Tarifstelle 10", "AVwGebO NRW, Tarifstelle 10", open, open, open),
            (
                "§ 150 Abs. 2 Satz 1 GewO",
                "§ 150 Abs. 2 Satz 1 GewO",
                "§ 150 Abs. 2 Satz 1 GewO",
                "§ 150 Abs. 2 Satz 1 GewO",
                "§ 150 Abs. 2 Satz 1 GewO",
            ),
            ("", "", "", "", ""),
        ] {
            for (land, wanted) in [(Land::Nw, nw), (Land::Sn, sn), (Land::By, by), (Land::Be, be)] {
                assert_eq!(land.cites(law), wanted, "{land:?} {law}");
            }
            for land in Land::ALL {
                let once = land.cites(law);
                assert_eq!(land.cites(&once), once, "{land:?}: what is cited so is not cited anew");
            }
        }
        assert_eq!(Land::By.cites("§§ 48, 49 VwVfG"), "Art. 48, 49 BayVwVfG");
        // As the sentences of both languages write them.
        let both = ["§ 48 Abs. 1 Satz 2, § 49 Abs. 2 VwVfG", "§ 28 (2) No. 1 and 2, (3) VwVfG"];
        assert_eq!(both.map(|law| Land::Sh.cites(law)), ["LVwG", "LVwG"]);
        assert_eq!(
            Land::By.cites("§ 48 (1) sentence 2, § 49 (2) VwVfG"),
            "Art. 48 (1) sentence 2, Art. 49 (2) BayVwVfG"
        );
    }

    /// The act of Schleswig-Holstein has numbers of its own: no federal one is passed off for them.
    #[test]
    fn an_act_with_numbers_of_its_own_is_cited_without_any() {
        for (law, wanted) in [
            ("§ 28 Abs. 1 VwVfG", "LVwG"),
            ("§§ 48, 49 VwVfG NRW", "LVwG"),
            ("§ 193 BGB, § 31 Abs. 3 VwVfG", "§ 193 BGB, LVwG"),
            ("§ 28 VwVfG, § 14 GewO, § 39 VwVfG", "LVwG, § 14 GewO"),
        ] {
            assert_eq!(Land::Sh.cites(law), wanted, "{law}");
            assert_eq!(Land::Sh.cites(wanted), wanted);
        }
    }

    /// A city that is a Land taxes dogs by an act; everywhere else a town does by its by-law.
    #[test]
    fn a_city_that_is_a_land_taxes_dogs_by_an_act() {
        for land in Land::ALL {
            let by_act = [Land::Be, Land::Hb, Land::Hh].contains(&land);
            let wanted = if by_act { "Hundesteuergesetz" } else { DOG_TAX };
            assert_eq!(land.dog_tax_act().is_some(), by_act, "{land:?}");
            assert_eq!(
                land.cites("Hundesteuersatzung, § 108 Abs. 3 AO"),
                format!("{wanted}, § 108 Abs. 3 AO")
            );
            let open = land.cites("Hundesteuersatzung (von der Stadt zu bestätigen)");
            assert_eq!(open, format!("{wanted} (von der Stadt zu bestätigen)"));
        }
        assert_eq!(Land::Hh.cites("§ 3 KAG NRW, Hundesteuersatzung"), "Hundesteuergesetz");
    }

    #[test]
    fn whatever_the_catalogue_cites_names_no_other_lands_act() {
        for land in Land::ALL.into_iter().filter(|land| *land != Land::Nw) {
            for law in [
                "§ 8 GebG NRW (von der Stadt zu bestätigen)",
                "§ 59 KomHVO NRW",
                "§ 18 StrWG NRW, § 12 GastG",
            ] {
                assert!(!land.cites(law).contains(OF_NW), "{land:?}: {}", land.cites(law));
            }
        }
    }
}
