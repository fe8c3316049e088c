//! What tables of scopes are made of, generated ones and those of run-time layers.

pub mod columns;
/// What the generator writes and the library reads by the same rules.
pub mod format;
pub mod rows;
