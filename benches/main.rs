//! Where the figures in the README come from. `cargo bench` measures everything, `cargo bench -- paper` one part.
//! Every figure stands beside the machine's load, since another build beside it doubles what is measured.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench has no readers and says why it cannot go on"
)]

#[cfg(feature = "district")]
mod ingest;
mod meanwhile;
mod paper;
mod peers;
mod search;
mod store;
#[cfg(feature = "district")]
mod sync;
mod told;
mod town;
mod window;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let parts: &[(&str, fn())] = &[
        ("meanwhile", meanwhile::tell),
        ("paper", paper::tell),
        ("peers", peers::tell),
        ("store", store::tell),
        ("search", search::tell),
        ("town", town::tell),
        ("window", window::tell),
        #[cfg(feature = "district")]
        ("ingest", ingest::tell),
        #[cfg(feature = "district")]
        ("sync", sync::tell),
    ];
    for (name, tell) in parts {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            println!("\n{name}: {}", told::load());
            tell();
        }
    }
    divan::main();
}
