//! The window. Draws and listens; no rule lives here and no query.
