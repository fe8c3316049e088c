//! From text to tokens: where the list stands in what was pasted, plain characters, the grammar.

pub(crate) mod clean;
pub(crate) mod locate;
pub(crate) mod parse;
pub(crate) mod places;
