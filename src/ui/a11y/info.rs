//! What a control says about itself. Knows no widget and no platform.

use accesskit::{NodeId, Role};
use iced::Rectangle;
use iced::advanced::widget::{Id, Operation};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How urgently a changed text is read out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Live {
    /// When there is a pause.
    Polite,
    /// At once.
    Assertive,
}

/// What an assistive technology wants a control to do. The control does it at the next frame.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// As if pressed.
    Press,
    /// As if this had been typed over the old value.
    SetValue(String),
    /// The row or suggestion with this index.
    Choose(usize),
}

/// A part of a control that is no widget: a row of a table, a cell, a suggestion.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Row, cell, option.
    pub role: Role,
    /// What it says.
    pub label: String,
    /// Where it is, in the control's coordinates.
    pub bounds: Rectangle,
    /// Its index among all, the hidden ones too; also what [`Request::Choose`] names.
    pub index: usize,
    /// Whether it is the chosen one.
    pub selected: Option<bool>,
    /// Cells of a row.
    pub parts: Vec<Part>,
}

/// What a control says about itself, handed to `Operation::custom`.
#[derive(Debug, Clone, PartialEq)]
pub struct Info {
    /// What it is.
    pub role: Role,
    /// Its name.
    pub label: String,
    /// What stands in it.
    pub value: Option<String>,
    /// More about it: its problem, its hint.
    pub description: Option<String>,
    /// For check boxes and radio buttons.
    pub toggled: Option<bool>,
    /// For tabs and entries of a list.
    pub selected: Option<bool>,
    /// For what opens a list.
    pub expanded: Option<bool>,
    /// Whether its value is wrong.
    pub invalid: bool,
    /// Whether it has to be filled.
    pub required: bool,
    /// Whether it cannot be used now.
    pub disabled: bool,
    /// Selection in the text, in graphemes: anchor and caret.
    pub caret: Option<(usize, usize)>,
    /// Whether it can be pressed.
    pub pressable: bool,
    /// Whether its value can be set.
    pub settable: bool,
    /// Whether changes are read out.
    pub live: Option<Live>,
    /// Level of a heading, from 1.
    pub level: Option<usize>,
    /// Rows and suggestions that are seen now.
    pub parts: Vec<Part>,
    /// Number of all rows.
    pub row_count: Option<usize>,
    /// Index of the part that has the focus within the control.
    pub active: Option<usize>,
    /// The control inside that has the focus as a screen reader sees it: the chosen radio button of a group.
    pub active_child: Option<Id>,
    /// Whether the texts inside only repeat the name.
    pub covers_children: bool,
    /// Whether F6 stops here.
    pub column: bool,
    /// Filled by the walk, taken by the control.
    pub request: Option<Request>,
}

impl Info {
    /// A control with a role and a name, nothing else.
    pub fn new(role: Role, label: impl Into<String>) -> Self {
        Self {
            role,
            label: label.into(),
            value: None,
            description: None,
            toggled: None,
            selected: None,
            expanded: None,
            invalid: false,
            required: false,
            disabled: false,
            caret: None,
            pressable: false,
            settable: false,
            live: None,
            level: None,
            parts: Vec::new(),
            row_count: None,
            active: None,
            active_child: None,
            covers_children: false,
            column: false,
            request: None,
        }
    }

    /// The node of the part with this index: a row or suggestion, in a grid a cell below its row.
    pub fn node_of_part(&self, of: NodeId, index: usize) -> NodeId {
        let cell =
            |row: &&Part| row.parts.iter().any(|part| part.role == Role::GridCell && part.index == index);
        let row = self.parts.iter().find(cell);
        row.map_or_else(|| Naming::part(of, index), |row| Naming::part(Naming::part(of, row.index), index))
    }

    /// The index of the part that has this node.
    pub fn part_of_node(&self, of: NodeId, node: NodeId) -> Option<usize> {
        let cells = self.parts.iter().flat_map(|row| &row.parts).filter(|part| part.role == Role::GridCell);
        let mut all = cells.chain(&self.parts).map(|part| part.index);
        all.find(|index| self.node_of_part(of, *index) == node)
    }

    /// Says it to a walk; what that wants of the control.
    pub fn tell(&mut self, id: Option<&Id>, bounds: Rectangle, walk: &mut dyn Operation) -> Option<Request> {
        self.request = None;
        walk.custom(id, bounds, self);
        self.request.take()
    }

    /// Whether F6 stops here.
    pub const fn is_column(&self) -> bool {
        self.column
    }
}

/// The id of a control inside a group: the radio button with this index.
pub fn child_id(of: &Id, index: usize) -> Id {
    Id::from(format!("{of:?}.{index}"))
}

/// Gives every control the same node in every walk: by its id, or by role, name and order where it has none.
#[derive(Debug, Default)]
pub struct Naming {
    met: HashMap<u64, u64>,
}

impl Naming {
    /// The node of this control.
    pub fn node(&mut self, id: Option<&Id>, info: &Info) -> NodeId {
        let mut hasher = DefaultHasher::new();
        match id {
            Some(id) => id.hash(&mut hasher),
            None => (info.role as u8, &info.label).hash(&mut hasher),
        }
        let key = hasher.finish();
        let count = self.met.entry(key).or_default();
        *count += 1;
        if *count > 1 {
            count.hash(&mut hasher);
        }
        // The upper half belongs to controls and their parts, the lower to plain texts.
        NodeId(hasher.finish() | 1 << 63)
    }

    /// The node of the first control with this id.
    pub fn of_id(id: &Id) -> NodeId {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        NodeId(hasher.finish() | 1 << 63)
    }

    /// The node of a part of a control.
    pub fn part(of: NodeId, index: usize) -> NodeId {
        let mut hasher = DefaultHasher::new();
        (of.0, index).hash(&mut hasher);
        NodeId(hasher.finish() | 1 << 63)
    }
}
