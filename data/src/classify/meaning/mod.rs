//! What a scope name that does not exist was meant to be: people know the thing, not the scope name it is under. Calls that
//! need a scope name, what it opens and words of the trade tell. Nothing but the service's own names is looked through.

mod elsewhere;
mod evidence;
mod found;
mod names;
mod operation;
mod wanted;

pub(super) use found::{Found, found};
pub(super) use operation::serves;
