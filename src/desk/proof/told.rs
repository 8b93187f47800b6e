//! What was found about a file, as sentences: what it is, what that means, what to do. Message ids and values alone.

use super::{Differs, Found, Issued, Package, Proof};
use crate::domain::case::Validity;
use crate::domain::problem::Problem;
use crate::paper::signature::Signature;

impl Proof {
    /// The sentences, in the order in which they are said. Each has its remedy where there is something to do.
    pub fn says(&self) -> Vec<Problem> {
        let mut says = self.about();
        let signature = self.signature.as_ref().map(|signature| self.signed(signature));
        // First what the file is, then what stands behind it, then whether it counts.
        says.splice(1..1, signature).for_each(drop);
        says
    }

    fn signed(&self, signature: &Signature) -> Problem {
        let say = |id: &str| Problem::warning(self.file.clone(), id);
        match &signature.by {
            Some(by) => say("proof-signature").with("subject", &by.subject).with("issuer", &by.issuer),
            None => say("proof-signature-broken"),
        }
    }

    /// The ending of a message id: of a signed copy other words are true.
    fn ending(&self) -> &'static str {
        if self.signature.is_some() { "-signed" } else { "" }
    }

    fn about(&self) -> Vec<Problem> {
        let say = |id: &str| Problem::warning(self.file.clone(), id);
        match &self.found {
            Found::Issued(issued) => self.issued(issued),
            Found::IssuedHidden => vec![say(&format!("proof-hidden{}", self.ending()))],
            Found::Package(package) => self.package(package),
            Found::Closing(closing, corrected) => {
                let first = say("proof-closing").with("number", &closing.number).with("name", &closing.by);
                let stands = match corrected {
                    Some(newer) => say("proof-closing-corrected").with("number", newer),
                    None => say("proof-closing-stands"),
                };
                vec![first.with("date", closing.row.closed_on), stands]
            }
            Found::Foreign => vec![say("proof-foreign")],
            Found::Picture => vec![say("proof-picture")],
            Found::Claims(claim) => {
                let mut says = vec![say("proof-claims").with("number", &claim.number)];
                match &claim.like {
                    None => says.push(say("proof-like-none")),
                    Some((paper, differs)) => {
                        let id = match differs {
                            Differs::Added => "proof-added",
                            Differs::Bytes => "proof-bytes",
                            Differs::Words(..) => "proof-words",
                        };
                        says.push(say(id).with("title", &paper.title).with("date", paper.issued_on));
                        if let Differs::Words(file, paper) = differs {
                            says.extend(file.iter().map(|line| say("proof-only-file").with("line", line)));
                            says.extend(paper.iter().map(|line| say("proof-only-paper").with("line", line)));
                            says.extend(claim.withheld.then(|| say("proof-withheld")));
                        }
                    }
                }
                says
            }
        }
    }

    fn package(&self, package: &Package) -> Vec<Problem> {
        let say = |id: &str| Problem::warning(self.file.clone(), id);
        let first = say("proof-package").with("number", &package.number).with("date", package.prepared_on);
        let mut says = vec![first.with("body", &package.body.de).with("body-en", &package.body.en)];
        says.push(match package.sent_on {
            Some(day) => say("proof-package-sent").with("date", day),
            None => say("proof-package-waits"),
        });
        says.extend(package.newer.map(|day| say("proof-package-newer").with("date", day)));
        says
    }

    fn issued(&self, issued: &Issued) -> Vec<Problem> {
        let say = |id: &str| Problem::warning(self.file.clone(), id);
        let row = &issued.row;
        let id = if issued.by.is_empty() { "proof-issued-by-nobody" } else { "proof-issued" };
        let first = say(&format!("{id}{}", self.ending()));
        let first = first.with("title", &row.title).with("number", &row.number);
        let mut says = vec![first.with("date", row.issued_on).with("name", &issued.by)];
        if let Some(day) = issued.repeats {
            says.push(say("proof-repeats").with("date", day));
        }
        if let Some(receipt) = &issued.cancelled {
            says.push(say("proof-cancelled").with("number", receipt));
        }
        match (&issued.replaced, issued.validity) {
            (Some((_, title, day)), _) => {
                says.push(say("proof-replaced").with("title", title).with("date", day));
            }
            (None, Validity::Void(day)) => says.push(say("proof-void").with("date", day)),
            (None, Validity::Falls(Some(day))) => says.push(say("proof-falls").with("date", day)),
            (None, Validity::Falls(None)) => says.push(say("proof-falls-notified")),
            (None, Validity::Counts) if issued.cancelled.is_none() => says.push(say("proof-stands")),
            (None, Validity::Counts) => {}
        }
        says
    }
}
