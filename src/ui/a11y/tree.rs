//! Walks over the widgets and makes the tree that a screen reader reads. Changes nothing.

use super::{Info, Live, Naming, Part};
use accesskit::{
    Action, HasPopup, Invalid, Live as Liveness, Node, NodeId, Rect, Role, TextPosition, TextSelection,
    Toggled, TreeId, TreeInfo, TreeUpdate,
};
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable};
use iced::advanced::widget::{Id, operate};
use iced::{Rectangle, Task, Vector};
use std::any::Any;
use unicode_segmentation::UnicodeSegmentation;

const ROOT: NodeId = NodeId(0);

/// The tree of the window as it stands now. `title` names the window, `language` is a tag such as `de`,
/// `scale` turns logical into physical pixels.
pub fn collect(title: String, language: &'static str, scale: f32) -> Task<TreeUpdate> {
    let mut window = Node::new(Role::Window);
    window.set_label(title);
    window.set_language(language);
    operate(Collect {
        scale: f64::from(scale),
        nodes: vec![(ROOT, window)],
        open: vec![Open { at: 0, offset: Vector::ZERO, covered: false }],
        children: vec![Vec::new()],
        next: None,
        last: None,
        focus: None,
        texts: 0,
        names: Naming::default(),
    })
}

/// A node whose children are being walked.
#[derive(Debug, Clone, Copy)]
struct Open {
    at: usize,
    offset: Vector,
    covered: bool,
}

struct Collect {
    scale: f64,
    nodes: Vec<(NodeId, Node)>,
    open: Vec<Open>,
    /// Children by index of the node in `nodes`.
    children: Vec<Vec<NodeId>>,
    next: Option<Open>,
    /// The control met last, and what has the focus inside it if it has.
    last: Option<(NodeId, Option<NodeId>)>,
    focus: Option<(NodeId, Option<NodeId>)>,
    texts: u64,
    names: Naming,
}

impl Collect {
    fn here(&self) -> Open {
        self.open.last().copied().unwrap_or(Open { at: 0, offset: Vector::ZERO, covered: false })
    }

    fn rect(&self, bounds: Rectangle) -> Rect {
        let b = bounds - self.here().offset;
        let (x, y) = (f64::from(b.x) * self.scale, f64::from(b.y) * self.scale);
        Rect {
            x0: x,
            y0: y,
            x1: x + f64::from(b.width) * self.scale,
            y1: y + f64::from(b.height) * self.scale,
        }
    }

    fn add(&mut self, under: usize, id: NodeId, node: Node) -> usize {
        if let Some(children) = self.children.get_mut(under) {
            children.push(id);
        }
        self.nodes.push((id, node));
        self.children.push(Vec::new());
        self.nodes.len() - 1
    }

    /// While a dialog is open, nothing beside it is to be walked into; what is read out stays.
    fn hide_behind(&self, nodes: &mut [(NodeId, Node)]) {
        let Some(mut inside) = self.nodes.iter().position(|(_, node)| node.role() == Role::Dialog) else {
            return;
        };
        while let Some((id, _)) = self.nodes.get(inside) {
            let Some(above) = self.children.iter().position(|children| children.contains(id)) else { return };
            let beside: Vec<NodeId> = self.children.get(above).into_iter().flatten().copied().collect();
            for (other, node) in nodes.iter_mut() {
                if other != id && node.role() == Role::Region && beside.contains(other) {
                    node.set_hidden();
                }
            }
            inside = above;
        }
    }

    fn add_parts(&mut self, under: usize, owner: NodeId, parts: &[Part]) {
        for (place, part) in parts.iter().enumerate() {
            let id = Naming::part(owner, part.index);
            let mut node = Node::new(part.role);
            node.set_label(part.label.clone());
            node.set_bounds(self.rect(part.bounds));
            if let Some(selected) = part.selected {
                node.set_selected(selected);
                node.add_action(Action::Click);
            }
            match part.role {
                Role::Row | Role::ListBoxOption => {
                    node.set_row_index(part.index);
                    node.set_position_in_set(part.index);
                }
                Role::Cell | Role::ColumnHeader => node.set_column_index(part.index),
                Role::GridCell => node.set_column_index(place),
                _ => {}
            }
            let at = self.add(under, id, node);
            self.add_parts(at, id, &part.parts);
        }
    }

    fn add_text_run(&mut self, under: usize, owner: NodeId, bounds: Rectangle, info: &Info) {
        let (Some((anchor, caret)), Some(value)) = (info.caret, &info.value) else { return };
        let id = NodeId(owner.0 ^ 1);
        let mut run = Node::new(Role::TextRun);
        run.set_bounds(self.rect(bounds));
        run.set_value(value.clone());
        let lengths =
            value.graphemes(true).map(|g| u8::try_from(g.len()).unwrap_or(u8::MAX)).collect::<Vec<_>>();
        let last = lengths.len();
        run.set_character_lengths(lengths);
        let at = |index: usize| TextPosition { node: id, character_index: index.min(last) };
        if let Some((_, node)) = self.nodes.get_mut(under) {
            node.set_text_selection(TextSelection { anchor: at(anchor), focus: at(caret) });
        }
        let _ = self.add(under, id, run);
    }
}

fn node_of(info: &Info, bounds: Rect) -> Node {
    let mut node = Node::new(info.role);
    node.set_label(info.label.clone());
    node.set_bounds(bounds);
    if let Some(value) = &info.value {
        node.set_value(value.clone());
    }
    if let Some(description) = &info.description {
        node.set_description(description.clone());
    }
    if let Some(on) = info.toggled {
        node.set_toggled(if on { Toggled::True } else { Toggled::False });
    }
    if let Some(selected) = info.selected {
        node.set_selected(selected);
    }
    if let Some(expanded) = info.expanded {
        node.set_expanded(expanded);
        node.set_has_popup(HasPopup::Listbox);
    }
    if info.invalid {
        node.set_invalid(Invalid::True);
    }
    if info.required {
        node.set_required();
    }
    if let Some(live) = info.live {
        node.set_live(if live == Live::Polite { Liveness::Polite } else { Liveness::Assertive });
    }
    if let Some(level) = info.level {
        node.set_level(level);
    }
    if let Some(rows) = info.row_count {
        node.set_row_count(rows);
    }
    if info.role == Role::Dialog {
        node.set_modal();
    }
    if info.disabled {
        node.set_disabled();
        return node;
    }
    if info.pressable {
        node.add_action(Action::Click);
    }
    if info.settable {
        node.add_action(Action::SetValue);
    }
    node
}

impl Operation<TreeUpdate> for Collect {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation<TreeUpdate>)) {
        let next = self.next.take().unwrap_or(self.here());
        self.open.push(next);
        walk(self);
        let _ = self.open.pop();
    }

    fn container(&mut self, _id: Option<&Id>, _bounds: Rectangle) {
        self.next = None;
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        _bounds: Rectangle,
        _content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        let here = self.here();
        self.next = Some(Open { offset: here.offset + translation, ..here });
    }

    fn text(&mut self, _id: Option<&Id>, bounds: Rectangle, text: &str) {
        let here = self.here();
        if here.covered || text.trim().is_empty() {
            return;
        }
        self.texts += 1;
        let mut node = Node::new(Role::Label);
        // Where a line must not end is nothing to be heard.
        node.set_value(text.replace('\u{a0}', " "));
        node.set_bounds(self.rect(bounds));
        let _ = self.add(here.at, NodeId(self.texts), node);
    }

    fn custom(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        let Some(info) = state.downcast_ref::<Info>() else { return };
        let here = self.here();
        let key = self.names.node(id, info);
        let at = self.add(here.at, key, node_of(info, self.rect(bounds)));
        self.add_parts(at, key, &info.parts);
        self.add_text_run(at, key, bounds, info);
        self.next = Some(Open { at, covered: here.covered || info.covers_children, offset: here.offset });
        let part = info.active.map(|index| info.node_of_part(key, index));
        self.last = Some((key, part.or_else(|| info.active_child.as_ref().map(Naming::of_id))));
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        let Some((key, active)) = self.last else { return };
        if let Some((_, node)) = self.nodes.iter_mut().rev().find(|(id, _)| *id == key) {
            node.add_action(Action::Focus);
        }
        if state.is_focused() {
            self.focus = Some((key, active));
        }
    }

    fn finish(&self) -> Outcome<TreeUpdate> {
        let mut nodes = self.nodes.clone();
        for ((_, node), children) in nodes.iter_mut().zip(&self.children) {
            node.set_children(children.clone());
        }
        self.hide_behind(&mut nodes);
        let mut info = TreeInfo::new(ROOT);
        info.toolkit_name = Some("iced".into());
        let focus = self.focus.map_or(ROOT, |(control, inside)| {
            let there = inside.filter(|inside| nodes.iter().any(|(id, _)| id == inside));
            there.unwrap_or(control)
        });
        Outcome::Some(TreeUpdate { nodes, tree: Some(info), tree_id: TreeId::ROOT, focus })
    }
}
