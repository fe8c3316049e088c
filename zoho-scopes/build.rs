//! The build step: the catalogue becomes typed enums and static tables, in one pass.

use std::{env, error::Error, fs, path::Path};

use quote::quote;
use zoho_scopes_data::{Catalogue, FILES, codegen};

fn main() -> Result<(), Box<dyn Error>> {
    // A changed catalogue changes the crate that holds it, and with it this build script.
    println!("cargo::rerun-if-changed=build.rs");
    match Catalogue::from_files(FILES.iter().copied()) {
        Ok(catalogue) => {
            let code = codegen::generate(&catalogue, &quote!(crate))?.to_string();
            fs::write(Path::new(&env::var("OUT_DIR")?).join("services.rs"), code)?;
        }
        Err(faults) => faults.0.iter().for_each(|fault| println!("cargo::error={fault}")),
    }
    Ok(())
}
