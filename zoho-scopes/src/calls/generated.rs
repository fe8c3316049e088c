//! The calls of the catalogue, made by the build step from `calls/*.json`.

include!(concat!(env!("OUT_DIR"), "/calls.rs"));
