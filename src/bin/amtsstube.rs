//! Arguments, then the window or the command line. Holds no logic of its own.

use amtsstube::cli::{self, Next};
use amtsstube::ui::{app, preferences::Preferences};
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Next::Leave(code) => code,
        Next::Window(office) => {
            let (desk, _lock) = office.map_or((None, None), |(desk, lock)| (Some(*desk), lock));
            // As the window was last set here; a desk whose settings cannot be read shows the usual ones.
            let settings = desk.as_ref().and_then(|desk| desk.window_settings(None).ok().flatten());
            match app::run(desk, settings.unwrap_or_else(Preferences::default)) {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::FAILURE,
            }
        }
    }
}
