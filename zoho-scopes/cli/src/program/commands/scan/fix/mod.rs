//! Fixes in files: which are safe, what they would change, and making them.

pub(super) mod diff;
pub(super) mod edits;
pub(super) mod write;
