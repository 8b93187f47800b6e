//! Arguments, then the window or the command line. Holds no logic of its own.

use amtsstube::cli::{self, Next};
use amtsstube::ui::{app, preferences::Preferences};
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Next::Leave(code) => code,
        Next::Window(desk) => match app::run(desk.map(|desk| *desk), Preferences::default()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
    }
}
