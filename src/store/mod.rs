//! The local encrypted database: log, read tables, search, drafts, blobs. Knows SQL; does not know what an event means.
