//! Catalogue files: read, checked by themselves and against each other, laid out, and made a table.

#[cfg(feature = "accounts")]
pub mod accounts;
#[cfg(feature = "calls")]
pub mod calls;
mod catalogue;
mod check;
pub(crate) mod columns;
mod cover;
mod entries;
mod error;
mod json;
mod layout;
mod locate;
mod merge;
pub mod model;
mod read;
mod rows;
mod rust_name;
#[cfg(feature = "schema")]
mod schema;
mod scope;
mod table;

pub use catalogue::{Catalogue, FILES};
pub use check::is_day;
pub use cover::Closure;
pub use entries::Entries;
pub use error::{FileError, FileErrors};
pub use layout::layout;
pub use merge::{ServerAnswer, merge};
pub use read::read;
pub use rows::{NameRow, Rows, ScopeRow, ServiceRow, TooLarge};
pub use rust_name::{WORD_ENUM, rust_name, rust_path};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use scope::{OPERATIONS, Scope};
