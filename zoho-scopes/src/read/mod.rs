//! From text to parts: the values of what is called scope, and the entries of a list.

pub(crate) mod tokens;
pub(crate) mod value;
