//! From a text to a list, and from a list to tokens.

pub(crate) mod locate;
pub(crate) mod parse;
