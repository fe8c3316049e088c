//! The one generator: a catalogue in, Rust items out.
//!
//! The build step of `zoho-scopes` and its macros call it, so that what they make is alike. The
//! result is a module per service with an enum per scope name (`enums.rs`), and one static table
//! behind them (`tables.rs`). Generated code names the library by the `root` it is given and uses
//! only its `__private::v1`, so a library that speaks another format refuses it.
//!
//! The build step writes it as files for people to read ([`files`](files())), the macros hand it on as tokens.

#[cfg(feature = "accounts")]
mod accounts;
#[cfg(feature = "builder")]
mod builder;
#[cfg(feature = "accounts")]
mod calls;
mod enums;
mod files;
mod generate;
mod ident;
mod print;
mod tables;

#[cfg(feature = "accounts")]
pub use accounts::generate as generate_accounts;
#[cfg(feature = "builder")]
pub use builder::{BuildError, Builder};
#[cfg(feature = "accounts")]
pub use calls::calls;
pub use files::{File, files};
pub use generate::{functions, generate};
pub use ident::ident;
pub use print::print;
