//! Every sentence of a service stands in German and in English. Reads none of them.

use super::Checking;
use crate::catalogue::field::Field;
use crate::catalogue::town::TownKind;
use crate::domain::problem::{LocalText, Problem};

impl Checking<'_> {
    pub(super) fn translations(&self) {
        let service = self.service;
        let mut texts: Vec<&LocalText> = vec![&service.name];
        for section in &service.sections {
            texts.push(&section.title);
            texts.extend(&section.help);
        }
        for field in service.fields().flat_map(Field::all) {
            texts.push(&field.label);
            texts.extend(&field.help);
            texts.extend(field.options().iter().map(|choice| &choice.label));
        }
        texts.extend(service.laws.iter().map(|law| &law.says));
        texts.extend(service.checks.iter().map(|check| &check.says));
        texts.extend(service.documents.iter().flat_map(|document| [&document.label, &document.says]));
        texts.extend(service.fees.iter().map(|fee| &fee.label));
        texts.extend(
            service.fees.iter().flat_map(|fee| &fee.amounts).filter_map(|amount| amount.says.as_ref()),
        );
        texts.extend(service.fees.iter().flat_map(|fee| &fee.waivers).map(|waiver| &waiver.says));
        texts.extend(service.fees.iter().filter_map(|fee| fee.share.as_ref()).map(|share| &share.to));
        for value in &service.town {
            texts.push(&value.label);
            texts.extend(&value.help);
            if let TownKind::Choice(choices) = &value.kind {
                texts.extend(choices.iter().map(|choice| &choice.label));
            }
        }
        texts.extend(service.deadlines.iter().map(|deadline| &deadline.label));
        texts.extend(service.blocks.iter().map(|block| &block.title));
        texts.extend(service.papers.iter().map(|paper| &paper.label));
        texts.extend(
            service.receiving.iter().flat_map(|r| &r.bodies).flat_map(|body| [&body.label, &body.why]),
        );
        for text in texts.into_iter().filter(|text| text.de.is_empty() || text.en.is_empty()) {
            let known = if text.de.is_empty() { &text.en } else { &text.de };
            self.tell(known, Problem::error("", "catalogue-translation-missing").with("text", known));
        }
    }
}
