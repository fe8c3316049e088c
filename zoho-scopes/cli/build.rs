//! Where the page lies, and whether its WebAssembly was made: the program takes both in.

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_PROGRAM").is_none() {
        return Ok(());
    }
    let package = env::var("CARGO_MANIFEST_DIR")?;
    // In a checkout without symbolic links, `page` is a file that names the folder beside this one.
    let page = ["page", "../page"].map(|folder| Path::new(&package).join(folder));
    let page = page.iter().find(|folder| folder.is_dir()).ok_or("the folder of the page is missing")?;
    println!("cargo::rustc-env=ZOHO_SCOPES_PAGE={}", page.display());
    fs::write(Path::new(&env::var("OUT_DIR")?).join("wasm.rs"), wasm(page))?;
    Ok(())
}

/// What the page is made of beside texts, if `page/build-wasm` has made it.
fn wasm(page: &Path) -> String {
    let folder = page.join("built");
    if !folder.is_dir() {
        return "None".into();
    }
    println!("cargo::rerun-if-changed={}", folder.display());
    let file = folder.join("page.wasm.gz.base85");
    if file.is_file() { format!("Some(include_str!({:?}))", file.to_string_lossy()) } else { "None".into() }
}
