//! The command line: arguments in, use case, JSON or sentences out. No rule lives here.
