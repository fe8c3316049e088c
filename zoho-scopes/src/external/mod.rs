//! What joins this crate to others, one file for each; every one is a feature.

#[cfg(feature = "clap")]
pub mod clap;
#[cfg(feature = "miette")]
pub mod miette;
#[cfg(feature = "oauth")]
pub(crate) mod oauth2;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "serde")]
mod serde;
