//! What a screen reader finds, and what it does.

use super::form::{at, form};
use accesskit::{Node, NodeId, Role, TreeUpdate};
use iced::keyboard::key::Named;

pub fn named<'t>(tree: &'t TreeUpdate, role: Role, label: &str) -> &'t (NodeId, Node) {
    let found = tree.nodes.iter().find(|(_, node)| node.role() == role && node.label() == Some(label));
    found.unwrap_or_else(|| panic!("no {role:?} {label}"))
}

#[test]
fn a_screen_reader_finds_every_control_by_role_and_name() {
    let mut window = form();
    window.type_text("Kaya");
    let tree = window.tree();
    let (id, name) = named(&tree, Role::TextInput, "4 Name");
    assert_eq!(tree.focus, *id);
    assert_eq!((name.value(), name.description()), (Some("Kaya"), Some("Der Name fehlt.")));
    assert!(name.invalid().is_some());
    let (_, kind) = named(&tree, Role::ComboBox, "Art");
    assert_eq!((kind.value(), kind.is_expanded()), (Some("bitte wählen"), Some(false)));
    let _ = named(&tree, Role::RadioGroup, "Beteiligung");
    let _ = named(&tree, Role::RadioButton, "nein");
    let _ = named(&tree, Role::MultilineTextInput, "Bemerkung");
    let _ = named(&tree, Role::CheckBox, "gesehen");
    let _ = named(&tree, Role::TabList, "Filter");
    let _ = named(&tree, Role::ColumnHeader, "Nummer");
    let (_, row) = named(&tree, Role::Row, "Zeile 3 · offen");
    assert_eq!(row.children().len(), 2);
    assert!(named(&tree, Role::Button, "Gesperrt").1.is_disabled());
    window = at("share");
    window.key(Named::ArrowLeft);
    let tree = window.tree();
    assert_eq!(tree.focus, named(&tree, Role::RadioButton, "unbekannt").0, "the chosen button is read out");
    let ids: std::collections::HashSet<_> = tree.nodes.iter().map(|(id, _)| id).collect();
    assert_eq!(ids.len(), tree.nodes.len(), "every node once");
}

#[test]
fn a_screen_reader_fills_presses_and_moves() {
    use accesskit::{Action, ActionData, ActionRequest, TreeId};
    let mut window = form();
    let tree = window.tree();
    let wish = |role, label: &str, action, data| {
        let target_node = named(&tree, role, label).0;
        ActionRequest { action, target_tree: TreeId::ROOT, target_node, data }
    };
    let value = Some(ActionData::Value("Yıldız".into()));
    let wishes = [
        wish(Role::TextInput, "4 Name", Action::SetValue, value),
        wish(Role::CheckBox, "gesehen", Action::Click, None),
        wish(Role::Row, "Zeile 2 · offen", Action::Click, None),
        wish(Role::ComboBox, "Art", Action::Focus, None),
    ];
    for wish in wishes {
        window.run(amtsstube::ui::a11y::perform(wish));
    }
    let form = &window.program;
    assert_eq!((form.name.as_str(), form.seen, form.row), ("Yıldız", true, Some(2)));
    assert!(window.is_focused("kind"));
}
