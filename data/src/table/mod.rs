//! The table: what a catalogue says, as static rows and columns, and what is looked up in it.
//!
//! The build step writes tables as Rust, the macros and programs that load catalogue files make the same at run
//! time. Generated code fills these types, so their fields are public; they are stable only for generated code of
//! the same version.

pub mod columns;
pub mod expression;
mod facts;
pub mod format;
mod index;
mod lookup;
mod name_call;
mod names;
pub mod pattern;
mod rows;
mod scope;

pub use facts::{Completeness, Covers, Evidence, Source, SourceKind, Status};
pub use index::MatchKind;
pub use lookup::{LookUp, Tables};
pub use name_call::NameCall;
pub use names::{Name, Service};
pub use rows::{Details, Excluded, Header, Names, Row, ScopeRow, ServiceRow, Table, TableOf, scope_rows};
