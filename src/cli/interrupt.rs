//! Ctrl+C as a wish to stop at the next good place; pressed again it ends the program at once. Ends nothing itself.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

static WISH: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// From now on Ctrl+C is heard. Where the system does not let it, it ends the program as ever.
pub(super) fn hear() {
    use signal_hook::consts::SIGINT;
    use signal_hook::flag;
    static HEARS: LazyLock<bool> = LazyLock::new(|| {
        // In this order: the first one only notes it, and with the note there the next one ends the program.
        flag::register_conditional_shutdown(SIGINT, 130, Arc::clone(&WISH))
            .and_then(|_| flag::register(SIGINT, Arc::clone(&WISH)))
            .is_ok()
    });
    if !*HEARS {
        tracing::warn!("Ctrl+C is not heard");
    }
}

/// Whether somebody pressed it.
pub(super) fn was_heard() -> bool {
    WISH.load(Ordering::Relaxed)
}
