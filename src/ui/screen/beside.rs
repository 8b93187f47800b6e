//! Work of the desk beside the window's own thread, and what went wrong with it in words. Knows no screen.

use crate::catalogue::{FieldSource, Names};
use crate::desk::bodies::Withheld;
use crate::desk::{Desk, DeskError};
use crate::domain::problem::{LocalText, Problem};
use crate::fl;
use crate::ui::Element;
use crate::ui::control;
use crate::ui::theme::Tone;
use crate::words;
use iced::Task;
use iced::futures::channel::oneshot;
use std::time::Duration;

/// What came of it, or everything that is against it.
pub type Outcome<T> = Result<T, Vec<Problem>>;

/// Lets the desk do something on a thread of its own; the answer comes back as a message.
pub fn beside<T, M>(
    desk: &Desk,
    job: impl FnOnce(&Desk) -> Result<T, DeskError> + Send + 'static,
    wrap: impl FnOnce(Outcome<T>) -> M + Send + 'static,
) -> Task<M>
where
    T: Send + 'static,
    M: Send + 'static,
{
    let desk = desk.clone();
    off_thread(move || job(&desk).map_err(|error| error.problems()), wrap)
}

/// The same where there is no desk yet.
pub fn aside<T, M>(
    job: impl FnOnce() -> Result<T, DeskError> + Send + 'static,
    wrap: impl FnOnce(Outcome<T>) -> M + Send + 'static,
) -> Task<M>
where
    T: Send + 'static,
    M: Send + 'static,
{
    off_thread(move || job().map_err(|error| error.problems()), wrap)
}

/// A message after a short while: for what must not follow every key.
pub fn soon<M: Send + 'static>(desk: &Desk, message: M) -> Task<M> {
    rest(desk, Duration::from_millis(180), message)
}

/// A message once somebody has typed nothing for this while, by the desk's clock: where that one stands, at once.
pub fn rest<M: Send + 'static>(desk: &Desk, pause: Duration, message: M) -> Task<M> {
    let clock = desk.clock;
    off_thread(
        move || {
            clock.wait(pause);
            Ok(())
        },
        |_| message,
    )
}

/// A message after this while, whatever the desk's clock says.
pub fn after<M: Send + 'static>(pause: Duration, message: M) -> Task<M> {
    off_thread(
        move || {
            std::thread::sleep(pause);
            Ok(())
        },
        |_| message,
    )
}

fn off_thread<T, M>(
    job: impl FnOnce() -> Outcome<T> + Send + 'static,
    wrap: impl FnOnce(Outcome<T>) -> M + Send + 'static,
) -> Task<M>
where
    T: Send + 'static,
    M: Send + 'static,
{
    let (send, receive) = oneshot::channel();
    let begun = std::thread::Builder::new().name("desk".to_owned()).spawn(move || {
        // Nobody waits any more once the window is closed.
        let _ = send.send(job());
    });
    let failed = || vec![Problem::error("", "work-broke-off")];
    let lost = begun.is_err();
    Task::perform(
        async move { if lost { Err(failed()) } else { receive.await.unwrap_or_else(|_| Err(failed())) } },
        wrap,
    )
}

/// A text of the catalogue in the language of the window.
pub fn local(text: &LocalText) -> String {
    text.get(words::language().tag()).to_owned()
}

/// Why a receiving body does not get a field, and whether anything stands in it.
pub fn withheld_because(source: &FieldSource, field: &Withheld) -> String {
    let law = source.law.clone();
    let why = match source.names {
        Names::Withheld => fl!("bodies-because-exempt", law = law),
        Names::Given => fl!("bodies-because-unnamed", law = law),
    };
    if field.answered { fl!("bodies-answered", why = why) } else { why }
}

/// What is wrong, and what to do about it.
pub fn sentence(problem: &Problem) -> String {
    if let Some(says) = &problem.says {
        return local(says);
    }
    let what = words::said(&problem.id, &problem.args);
    words::remedy(&problem.id, &problem.args).map_or(what.clone(), |remedy| format!("{what} {remedy}"))
}

/// What is wrong with a field.
pub fn at<M>(problems: &[Problem], field: &str) -> Option<control::Problem<M>> {
    let problem = problems.iter().find(|problem| problem.field == field)?;
    let tone = if problem.is_error() { Tone::Error } else { Tone::Warning };
    Some(control::Problem { tone, text: sentence(problem), remedies: Vec::new() })
}

/// What is wrong with none of these fields, below each other.
pub fn elsewhere<'a, M: Clone + 'static>(problems: &[Problem], fields: &[&str]) -> Vec<Element<'a, M>> {
    let others = problems.iter().filter(|problem| !fields.contains(&problem.field.as_str()));
    others.map(|problem| control::Problem::error(sentence(problem)).into()).collect()
}
