//! What a program can check of PDF/UA-1 (ISO 14289-1), by the failure conditions of the Matterhorn protocol 1.1. Each
//! fault begins with its condition. Whether a heading is a good heading only a person can say.

use lopdf::{Document, Object};

use super::links;
use super::reader::{Marks, dict, entry, text};
use super::tree::{Element, Kid, owners};

const KNOWN: [&str; 18] = [
    "Document", "Sect", "H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "L", "LI", "Lbl", "LBody",
    "Figure", "Span", "Link", "Form",
];

/// All faults of a file.
pub fn faults(pdf: &Document, root: &Element, pages: &[Marks]) -> Vec<String> {
    let mut faults = Vec::new();
    let Ok(catalog) = pdf.catalog() else { return vec!["01-005 no catalog".into()] };
    let packet = entry(pdf, catalog, "Metadata").as_stream().map(|stream| stream.content.clone());
    let packet = packet.map(|packet| String::from_utf8_lossy(&packet).into_owned()).unwrap_or_default();
    let shows = dict(pdf, catalog, "ViewerPreferences").map(|view| entry(pdf, view, "DisplayDocTitle"));
    let suspects = dict(pdf, catalog, "MarkInfo").is_some_and(|info| info.has(b"Suspects"));
    let lang = text(entry(pdf, catalog, "Lang")).unwrap_or_default();
    let conditions = [
        ("01-007 suspects", suspects),
        ("06-001 no metadata", packet.is_empty()),
        ("06-002 does not say that it is PDF/UA", !packet.contains("<pdfuaid:part>1</pdfuaid:part>")),
        ("06-003 no title", !packet.contains("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">")),
        ("07-001 the title is not shown", !matches!(shows, Some(Object::Boolean(true)))),
        ("11-006 no language", !lang.starts_with(|first: char| first.is_ascii_lowercase()) || lang.len() < 2),
    ];
    faults.extend(conditions.iter().filter(|(_, is)| *is).map(|(what, _)| (*what).to_owned()));
    let all = root.all();
    for element in &all {
        faults.extend(of_element(element).into_iter().map(str::to_owned));
    }
    faults.extend(headings(&all).into_iter().map(str::to_owned));
    faults.extend(marks(pdf, &all, pages));
    faults.extend(links::faults(pdf, &all, pages));
    faults
}

fn of_element(element: &Element) -> Vec<&'static str> {
    let only = |allowed: &[&str]| {
        element.elements().all(|kid| allowed.contains(&kid.role.as_str()))
            && element.kids.iter().all(|kid| matches!(kid, Kid::Element(_)))
    };
    let silent = element.alt.as_ref().is_none_or(|alt| alt.trim().is_empty());
    let conditions = [
        ("02-001 a type that no reader knows", !KNOWN.contains(&element.role.as_str())),
        ("09-004 a table of other than rows", element.role == "Table" && !only(&["TR"])),
        ("09-004 a row of other than cells", element.role == "TR" && !only(&["TH", "TD"])),
        ("09-005 a list of other than items", element.role == "L" && !only(&["LI"])),
        ("09-005 an item of other than label and body", element.role == "LI" && !only(&["Lbl", "LBody"])),
        ("13-004 a figure without what is read instead", element.role == "Figure" && silent),
        ("13-008 a figure that is nowhere", element.role == "Figure" && !element.boxed),
        ("15-003 a header cell that heads nothing", element.role == "TH" && element.scope.is_empty()),
        (
            "15-003 a table without header cells",
            element.role == "Table" && !element.all().iter().any(|cell| cell.role == "TH"),
        ),
        ("15-005 rows of different lengths", element.role == "Table" && ragged(element)),
    ];
    conditions.into_iter().filter(|(_, is)| *is).map(|(what, _)| what).collect()
}

fn ragged(table: &Element) -> bool {
    let lengths: Vec<i64> =
        table.elements().map(|row| row.elements().map(|cell| cell.columns).sum()).collect();
    lengths.windows(2).any(|two| two[0] != two[1])
}

/// Headings begin with the first level and leave none out.
fn headings(all: &[&Element]) -> Vec<&'static str> {
    let level =
        |element: &&Element| element.role.strip_prefix('H').and_then(|level| level.parse::<u8>().ok());
    let mut faults = Vec::new();
    let mut before = None;
    for now in all.iter().filter_map(level) {
        match before {
            None if now != 1 => faults.push("14-002 the first heading is not of the first level"),
            Some(before) if now > before + 1 => faults.push("14-003 a level of headings is left out"),
            _ => {}
        }
        before = Some(now);
    }
    faults
}

/// Whatever is drawn is an artefact or belongs to one element, and the page's own table says so too.
fn marks(pdf: &Document, all: &[&Element], pages: &[Marks]) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, page) in (1..).zip(pages) {
        if page.nested > 0 {
            faults.push(format!("01-003 artefacts and marks inside one another on page {number}"));
        }
        if page.loose > 0 {
            faults.push(format!("01-005 neither tagged nor an artefact on page {number}"));
        }
        let owners = owners(pdf, page.page);
        for mark in page.says.keys() {
            let holders: Vec<_> =
                all.iter().filter(|element| holds(element, page, *mark)).map(|one| one.id).collect();
            let named = usize::try_from(*mark).ok().and_then(|at| owners.get(at)).copied();
            if holders.len() != 1 || named != holders.first().copied() {
                faults.push(format!(
                    "01-005 mark {mark} of page {number} belongs to {holders:?}, its page says {named:?}"
                ));
            }
        }
        let kids = all.iter().flat_map(|element| &element.kids);
        let dangling = kids.filter(
            |kid| matches!(kid, Kid::Mark(on, mark) if *on == page.page && !page.says.contains_key(mark)),
        );
        faults.extend(dangling.map(|kid| format!("01-006 {kid:?} is not on page {number}")));
    }
    faults
}

fn holds(element: &Element, page: &Marks, mark: i64) -> bool {
    element.kids.iter().any(|kid| matches!(kid, Kid::Mark(on, held) if *on == page.page && *held == mark))
}
