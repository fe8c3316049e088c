//! The Rust examples of the README, as doctests.
#![allow(clippy::doc_markdown, reason = "names stand in the README as their owners write them")]
#![doc = include_str!("../../README.md")]

pub mod hostile;
