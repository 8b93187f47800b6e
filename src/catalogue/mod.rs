//! Services as data: reading, checking and evaluating them. Knows no database and no widget.

pub mod country;
pub mod wz;
