//! What was found about a file, as sentences: what it is, what that means, what to do. Message ids and values alone.

use super::{Claims, Differs, Found, Groundless, Issued, Package, Proof};
use crate::desk::clock::legal_day;
use crate::domain::case::Validity;
use crate::domain::problem::Problem;
use crate::paper::signature::{Fault, Signature};

impl Proof {
    /// The sentences, in the order in which they are said. Each has its remedy where there is something to do.
    pub fn says(&self) -> Vec<Problem> {
        let mut says = self.about();
        let signature = self.signature.as_ref().map(|signature| self.signed(signature)).unwrap_or_default();
        // First what the file is, then what stands behind it, then whether it counts.
        says.splice(1..1, signature).for_each(drop);
        says
    }

    /// Whose the signature is and whether it could have been made here, where the copy comes from, and apart from that what
    /// the signature claims of itself.
    fn signed(&self, signature: &Signature) -> Vec<Problem> {
        let say = |id: &str| Problem::warning(self.file.clone(), id);
        let Some(by) = &signature.by else { return vec![say("proof-signature-broken")] };
        let mut says = vec![say("proof-signature").with("subject", &by.subject).with("issuer", &by.issuer)];
        let stated = legal_day(signature.at);
        says.extend(by.faults.iter().map(|fault| flawed(*fault, &say).with("stated", stated)));
        says.extend(matches!(self.found, Found::Issued(_)).then(|| match &self.saved {
            Some(saved) => say("proof-copy-saved").with("name", &saved.by).with("date", legal_day(saved.at)),
            None => say("proof-copy-unknown"),
        }));
        let said = |claims: Claims| {
            let problem = say("proof-signature-claims").with("stated", stated);
            problem.with("name", claims.name).with("reason", claims.reason)
        };
        says.extend(self.claims().map(said));
        says
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
        if let Some(groundless) = &issued.groundless {
            says.push(unfounded(groundless, row.receipt.as_deref().unwrap_or_default(), &say));
        }
        let counts = issued.cancelled.is_none() && issued.groundless.is_none();
        match (&issued.replaced, issued.validity) {
            (Some((_, title, day)), _) => {
                says.push(say("proof-replaced").with("title", title).with("date", day));
            }
            (None, Validity::Void(day)) => says.push(say("proof-void").with("date", day)),
            (None, Validity::Falls(Some(day))) => says.push(say("proof-falls").with("date", day)),
            (None, Validity::Falls(None)) => says.push(say("proof-falls-notified")),
            (None, Validity::Counts) if counts => says.push(say("proof-stands")),
            (None, Validity::Counts) => {}
        }
        says
    }
}

/// Why a cancelling that has its paper does not count.
fn unfounded(groundless: &Groundless, receipt: &str, say: &impl Fn(&str) -> Problem) -> Problem {
    let said = |id: &str| say(id).with("number", receipt);
    match groundless {
        Groundless::Second(by, on) => said("proof-cancelling-second").with("name", by).with("date", on),
        Groundless::Refused(why) => said(match why.as_str() {
            "role" => "proof-cancelling-role",
            "not_held" => "proof-cancelling-not-held",
            _ => "proof-cancelling-none",
        }),
    }
}

/// What nobody could have signed with here at the moment that the signature states.
fn flawed(fault: Fault, say: &impl Fn(&str) -> Problem) -> Problem {
    match fault {
        Fault::NotYet(from) => say("proof-signature-not-yet").with("date", legal_day(from)),
        Fault::Expired(until) => say("proof-signature-expired").with("date", legal_day(until)),
        Fault::Usage => say("proof-signature-usage"),
        Fault::Key => say("proof-signature-weak"),
        Fault::NoStore | Fault::Passphrase | Fault::Outdated | Fault::NoKey | Fault::NoCertificate => {
            say("proof-signature-undated")
        }
    }
}
