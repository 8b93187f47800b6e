//! What a screen reader hears of a paper beside its picture.

use super::office::Office;
use crate::hands::{Hands, Node};
use amtsstube::domain::id::CaseId;
use amtsstube::ui::a11y::Role;
use amtsstube::ui::screen::case;

type Case = Hands<Office<case::State>>;

/// Opens the case's paper of a kind.
fn open(hands: &mut Case, case: CaseId, kind: &str) {
    let papers = hands.screen.desk.papers_of(&hands.screen.session, case).expect("papers");
    let at = papers.iter().position(|paper| paper.kind == kind).expect("issued");
    hands.tell(case::Message::PaperOpened(at));
}

/// What stands in the text beside the page, by role.
fn of(nodes: &[Node], role: Role) -> Vec<&str> {
    let infos = nodes.iter().filter_map(|node| node.info.as_ref());
    infos.filter(|info| info.role == role).map(|info| info.label.as_str()).collect()
}

#[test]
fn a_form_and_a_letter_are_read_aloud_with_their_headings_boxes_and_tables() {
    let mut filed = None;
    let mut hands = Office::<case::State>::open(|desk, session, id| {
        filed = Some(id);
        case::State::new(id, session, desk.today())
    });
    let filed = filed.expect("a case");
    open(&mut hands, filed, "gewa1");
    let nodes = hands.nodes();
    let headings = of(&nodes, Role::Heading);
    assert!(headings.iter().any(|heading| heading.contains("Gewerbe-Anmeldung")), "{headings:?}");
    let lines = of(&nodes, Role::Paragraph).join("\n");
    assert!(lines.contains("weiblich angekreuzt"), "{lines}");
    assert!(lines.contains("männlich nicht angekreuzt"), "{lines}");
    open(&mut hands, filed, "quittung");
    let nodes = hands.nodes();
    let columns = of(&nodes, Role::ColumnHeader);
    assert!(columns.contains(&"Betrag") && columns.contains(&"Leistung"), "{columns:?}");
    let cells = of(&nodes, Role::Cell).join("\n").replace('\u{202f}', " ");
    assert!(cells.contains("26,00 €"), "{cells}");
    assert!(!of(&nodes, Role::Table).is_empty() && !of(&nodes, Role::Row).is_empty());
}
