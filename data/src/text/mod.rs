//! Text without meaning yet: characters, order, hash, distance, and places in it.

pub mod chars;
pub mod distance;
pub mod escapes;
pub mod hash;
pub mod normalise;
pub mod offsets;
pub mod order;
pub mod printable;
pub mod span;
pub mod words;

pub use span::Span;
