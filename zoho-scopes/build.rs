//! The build step: the catalogue becomes typed enums and static tables, in one pass. The program also takes in
//! the page's WebAssembly, where that was made.

use std::{env, error::Error, fs, io::ErrorKind, path::Path};

#[cfg(feature = "calls")]
use quote::quote;
use zoho_scopes_data::{Catalogue, FILES, Fault, Faults, codegen};

fn main() -> Result<(), Box<dyn Error>> {
    // A changed catalogue changes the crate that holds it, and with it this build script.
    println!("cargo::rerun-if-changed=build.rs");
    let checked = Catalogue::from_files(FILES.iter().copied());
    let Some(catalogue) = tolerated(checked, Catalogue::builtin)? else { return Ok(()) };
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    // Files of services that are no more would only mislead.
    match fs::remove_dir_all(out.join("services")) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => fs::create_dir(out.join("services"))?,
    }
    for file in codegen::files(&catalogue, FILES)? {
        fs::write(out.join(file.path), file.text)?;
    }
    fs::write(out.join("format.rs"), codegen::FORMAT)?;
    #[cfg(feature = "calls")]
    calls(&catalogue)?;
    #[cfg(feature = "accounts")]
    accounts()?;
    if env::var_os("CARGO_FEATURE_CLI").is_some() {
        fs::write(Path::new(&out).join("wasm.rs"), wasm()?)?;
    }
    Ok(())
}

/// What has no faults; else tells them, and the build fails.
fn faultless<T>(checked: Result<T, Faults>) -> Option<T> {
    checked.map_err(|Faults(faults)| tell("error", &faults)).ok()
}

/// The same, but files that are only unsorted build, so that `catalogue fmt` can be built and sort them; tests
/// refuse them.
fn tolerated<T>(checked: Result<T, Faults>, unchecked: fn() -> Result<T, Faults>) -> Result<Option<T>, Faults> {
    match checked {
        Err(Faults(faults)) if faults.iter().all(|fault| fault.is_order) => {
            tell("warning", &faults);
            unchecked().map(Some)
        }
        checked => Ok(faultless(checked)),
    }
}

fn tell(level: &str, faults: &[Fault]) {
    for fault in faults {
        println!("cargo::{level}=data/{fault}");
    }
}

/// The calls become a static tree.
#[cfg(feature = "calls")]
fn calls(catalogue: &Catalogue) -> Result<(), Box<dyn Error>> {
    use zoho_scopes_data::calls::{Calls, FILES};

    let checked = Calls::from_files(FILES.iter().copied(), catalogue);
    let Some(calls) = tolerated(checked, Calls::builtin)? else { return Ok(()) };
    let code = codegen::print(codegen::calls(&calls, catalogue, &quote!(crate))?);
    fs::write(Path::new(&env::var("OUT_DIR")?).join("calls.rs"), code)?;
    Ok(())
}

/// What is known of Zoho Accounts.
#[cfg(feature = "accounts")]
fn accounts() -> Result<(), Box<dyn Error>> {
    use zoho_scopes_data::accounts::{ACCOUNTS, Accounts, DATA_CENTRES, DataCentres};

    let centres = DataCentres::read(DATA_CENTRES.0, DATA_CENTRES.1);
    let accounts = Accounts::read(ACCOUNTS.0, ACCOUNTS.1);
    if let (Some(centres), Some(accounts)) = (faultless(centres), faultless(accounts)) {
        let code = codegen::print(codegen::generate_accounts(&centres, &accounts));
        fs::write(Path::new(&env::var("OUT_DIR")?).join("accounts.rs"), code)?;
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
