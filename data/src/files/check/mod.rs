//! Whether a file means something: the errors that serde cannot see, in files of services and of Zoho Accounts; those
//! of calls check themselves with what is here.

#[cfg(feature = "accounts")]
pub(crate) mod accounts;
mod covering;
#[cfg(feature = "accounts")]
pub(crate) mod data_centres;
mod names;
mod problems;
mod service;
pub(crate) mod sources;

pub(crate) use names::rank;
#[cfg(feature = "calls")]
pub(crate) use problems::Problems;
pub use problems::is_day;
pub(crate) use problems::{Problem, order};
pub(crate) use service::check;
