//! Lists the files of `services/` and `calls/`, so that adding a service is adding a file.

use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    list("services", "files.rs")?;
    if env::var_os("CARGO_FEATURE_CALLS").is_some() {
        list("calls", "call_files.rs")?;
    }
    Ok(())
}

/// Writes the names and texts of a folder's files as a Rust expression.
fn list(folder: &str, output: &str) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={folder}");
    let path = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(folder);
    let mut names = Vec::new();
    for entry in fs::read_dir(&path)? {
        let name = entry?.file_name().into_string().map_err(|name| format!("{name:?} is not UTF-8"))?;
        if Path::new(&name).extension().is_some_and(|extension| extension == "json") {
            names.push(name);
        }
    }
    names.sort();
    let mut list = String::from("&[\n");
    for name in names {
        writeln!(
            list,
            "    ({:?}, include_str!({:?})),",
            format!("{folder}/{name}"),
            path.join(&name).to_string_lossy()
        )?;
    }
    list.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join(output), list)?;
    Ok(())
}
