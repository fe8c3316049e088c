//! Fixes in files: which are safe, what they would change, and making them.

pub(super) mod all;
mod diff;
pub(super) mod edits;
mod lock;
mod write;
