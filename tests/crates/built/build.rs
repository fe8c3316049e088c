//! Generates the constants of a catalogue of this crate's own.

use std::{env, error::Error};

use zoho_scopes_data::codegen::Builder;

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    Builder::new()
        .file("../own-catalogue/catalogue/acme.json")
        .file("../own-catalogue/catalogue/zzz.json")
        .write(format!("{out}/scopes.rs"))?;
    Ok(())
}
