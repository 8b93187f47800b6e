//! Arguments, then the window or the command line. Holds no logic of its own.

use amtsstube::cli::{self, Next};
use amtsstube::desk::clock::Clock;
use amtsstube::ui::app::{self, Opens};
use amtsstube::ui::preferences::Preferences;
use amtsstube::ui::screen::begin::Fresh;
use std::process::ExitCode;

fn main() -> ExitCode {
    let (opens, _lock) = match cli::run() {
        Next::Leave(code) => return code,
        Next::Window((desk, lock)) => (Opens::Desk(desk), lock),
        Next::Begin(place, given) => (Opens::Nothing(Fresh { place, given, clock: Clock::System }), None),
    };
    // As the window was last set here; a desk whose settings cannot be read shows the usual ones.
    let settings = match &opens {
        Opens::Desk(desk) => desk.window_settings(None).ok().flatten(),
        Opens::Nothing(_) => None,
    };
    match app::run(opens, settings.unwrap_or_else(Preferences::default)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
