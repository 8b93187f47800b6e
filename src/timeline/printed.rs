//! Which papers are out already that may bear one of two versions, as a sentence.

use crate::desk::conflict::{Papers, Printed, Since};
use crate::fl;
use crate::words;

/// The sentence; nothing where no paper is out. The cases' numbers stand in it unless all are of the case that is asked about.
pub fn printed(papers: &Papers, with_numbers: bool) -> Option<String> {
    if let Some(since) = papers.since.as_ref().filter(|since| !since.titles.is_empty()) {
        return Some(fl!("kreis-papers-since", date = words::date(since.day), papers = counted(since)));
    }
    if papers.is_empty() {
        return None;
    }
    let more = papers.more.then(|| fl!("kreis-papers-more"));
    let all: Vec<String> = papers.named.iter().map(|paper| one(paper, with_numbers)).chain(more).collect();
    Some(fl!("kreis-papers", papers = all.join(", ")))
}

fn one(paper: &Printed, with_number: bool) -> String {
    let number = with_number.then(|| paper.number.clone());
    let falls = paper.falls.then(|| fl!("kreis-paper-falls"));
    let about: Vec<String> = number.into_iter().chain([words::date(paper.issued_on)]).chain(falls).collect();
    format!("{} ({})", paper.title, about.join(", "))
}

fn counted(since: &Since) -> String {
    let titles: Vec<String> =
        since.titles.iter().map(|(title, count)| format!("{count} × {title}")).collect();
    titles.join(", ")
}
