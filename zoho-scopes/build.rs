//! The build step: the catalogue becomes typed enums and static tables, in one pass. The program also takes in
//! the page's WebAssembly, where that was made.

use std::{env, error::Error, fs, path::Path};

use quote::quote;
use zoho_scopes_data::{Catalogue, FILES, Faults, codegen};

fn main() -> Result<(), Box<dyn Error>> {
    // A changed catalogue changes the crate that holds it, and with it this build script.
    println!("cargo::rerun-if-changed=build.rs");
    let catalogue = match Catalogue::from_files(FILES.iter().copied()) {
        Ok(catalogue) => catalogue,
        Err(Faults(faults)) => {
            // Files that are only unsorted build, so that `catalogue fmt` can be built and sort them; tests refuse them.
            for fault in &faults {
                println!("cargo::{}=data/{fault}", if fault.is_order { "warning" } else { "error" });
            }
            if faults.iter().any(|fault| !fault.is_order) {
                return Ok(());
            }
            Catalogue::builtin()?
        }
    };
    let code = codegen::generate(&catalogue, &quote!(crate))?.to_string();
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("services.rs"), code)?;
    if env::var_os("CARGO_FEATURE_CLI").is_some() {
        fs::write(Path::new(&out).join("wasm.rs"), wasm()?)?;
    }
    Ok(())
}

/// What the page is made of beside texts, if `page/build-wasm` has made it.
fn wasm() -> Result<String, Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("page/built");
    if !folder.is_dir() {
        return Ok("None".into());
    }
    println!("cargo::rerun-if-changed=page/built");
    let file = folder.join("page.wasm.gz.base64");
    Ok(if file.is_file() { format!("Some(include_str!({:?}))", file.to_string_lossy()) } else { "None".into() })
}
