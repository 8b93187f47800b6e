//! Carries what an assistive technology wants to the control that is meant. The control acts, not this module.

use super::{Info, Naming, Request};
use crate::ui::focus;
use accesskit::{Action, ActionData, ActionRequest, NodeId};
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::widget::{Id, operate};
use iced::{Rectangle, Task};
use std::any::Any;
use std::marker::PhantomData;

/// Does what the assistive technology asks for.
pub fn perform<M: Send + 'static>(request: ActionRequest) -> Task<M> {
    let node = request.target_node;
    match (request.action, request.data) {
        (Action::Focus | Action::ScrollIntoView, _) => focus::to_node(node),
        (Action::Click, _) => ask(node, Request::Press),
        (Action::SetValue | Action::ReplaceSelectedText, Some(ActionData::Value(value))) => {
            ask(node, Request::SetValue(value.into()))
        }
        _ => Task::none(),
    }
}

/// Hands a request to a control, or to the control that a row or suggestion belongs to.
pub fn ask<M: Send + 'static>(node: NodeId, request: Request) -> Task<M> {
    operate(Ask::<M> { node, request: Some(request), names: Naming::default(), of: PhantomData })
}

struct Ask<M> {
    node: NodeId,
    request: Option<Request>,
    names: Naming,
    of: PhantomData<fn() -> M>,
}

impl<M: Send + 'static> Operation<M> for Ask<M> {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation<M>)) {
        walk(self);
    }

    fn custom(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        let Some(info) = state.downcast_mut::<Info>() else { return };
        let node = self.names.node(id, info);
        if node == self.node {
            info.request = self.request.take();
        } else if let Some(index) = info.part_of_node(node, self.node) {
            info.request = Some(Request::Choose(index));
        }
    }

    fn finish(&self) -> Outcome<M> {
        Outcome::None
    }
}
