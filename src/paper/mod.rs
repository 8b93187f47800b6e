//! Bytes of a PDF from plain data. Knows no store and no clock.
