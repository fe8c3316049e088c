//! The build step: the catalogue becomes typed enums and static tables, in one pass.

use std::{env, error::Error, fs, io::ErrorKind, path::Path};

#[cfg(feature = "calls")]
use quote::quote;
use zoho_scopes_data::{
    codegen,
    files::{
        Catalogue, FILES, FileErrors,
        calls::{self, Calls},
    },
};

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
    // Without their feature, calls only explain wrong names: what was checked when it was published is not checked again.
    let checked = if cfg!(feature = "calls") {
        Calls::from_files(calls::FILES.iter().copied(), &catalogue)
    } else {
        Calls::builtin()
    };
    let Some(calls) = tolerated(checked, Calls::builtin)? else { return Ok(()) };
    for file in codegen::files(&catalogue, &calls, FILES)? {
        fs::write(out.join(file.path), file.text)?;
    }
    #[cfg(feature = "calls")]
    fs::write(out.join("calls.rs"), codegen::print(codegen::calls(&calls, &catalogue, &quote!(crate))?))?;
    #[cfg(feature = "accounts")]
    accounts()?;
    Ok(())
}

/// What has no errors; else they are printed, and the build fails.
fn without_errors<T>(checked: Result<T, FileErrors>) -> Option<T> {
    checked.map_err(|errors| print("error", &errors)).ok()
}

/// The same, but files that are only unsorted build, so that `catalogue fmt` can be built and sort them; tests
/// refuse them.
fn tolerated<T>(
    checked: Result<T, FileErrors>,
    unchecked: fn() -> Result<T, FileErrors>,
) -> Result<Option<T>, FileErrors> {
    match checked {
        Err(errors) if errors.iter().all(|error| error.is_order) => {
            print("warning", &errors);
            unchecked().map(Some)
        }
        checked => Ok(without_errors(checked)),
    }
}

fn print(level: &str, errors: &FileErrors) {
    for error in errors.iter() {
        println!("cargo::{level}=data/{error}");
    }
}

/// What is known of Zoho Accounts.
#[cfg(feature = "accounts")]
fn accounts() -> Result<(), Box<dyn Error>> {
    use zoho_scopes_data::files::accounts::{ACCOUNTS, Accounts, DATA_CENTRES, DataCentres};

    let centres = DataCentres::read(DATA_CENTRES.0, DATA_CENTRES.1);
    let accounts = Accounts::read(ACCOUNTS.0, ACCOUNTS.1);
    if let (Some(centres), Some(accounts)) = (without_errors(centres), without_errors(accounts)) {
        let code = codegen::print(codegen::generate_accounts(&centres, &accounts));
        fs::write(Path::new(&env::var("OUT_DIR")?).join("accounts.rs"), code)?;
    }
    Ok(())
}
