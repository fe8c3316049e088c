//! `zoho-scopes site`: the page where people find scopes, as a folder that works from disk and from any host.
//!
//! The page's rules are the library as WebAssembly. `page/build-wasm` makes it, which wants a toolchain
//! that most who work on the rest do not have: so it is not a part of the repository and of no other build.
//! Where it lies in `page/built` when this package is built, the program holds it, as released packages do;
//! else the page gets the catalogue as data and can look up, but not check.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use serde_json::value::RawValue;
use zoho_scopes::Catalogue;

use crate::{
    page::Page,
    program::{
        answer::{Answer, Failure, Out, Result},
        input,
        replace::output,
        stderr::print,
    },
};

/// The library as WebAssembly: gzip in base 85, since a page on a disk may load scripts alone.
const WASM: Option<&str> = include!(concat!(env!("OUT_DIR"), "/wasm.rs"));

/// A file of the page; the build script says where it lies.
macro_rules! page {
    ($file:literal) => {
        include_str!(concat!(env!("ZOHO_SCOPES_PAGE"), "/", $file))
    };
}

const SCRIPTS: [&str; 8] = [
    page!("js/dom.js"),
    page!("js/engine.js"),
    page!("js/find.js"),
    page!("js/scope.js"),
    page!("js/basket.js"),
    page!("js/check.js"),
    page!("js/calls.js"),
    page!("js/main.js"),
];

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes site -o public/scopes")]
pub(crate) struct Arguments {
    /// The folder, which is made where it is missing.
    #[arg(long, short, value_name = "DIR")]
    output: PathBuf,
    /// A catalogue file of your own, on top of the built-in catalogue; may be repeated.
    #[arg(long = "catalogue", value_name = "FILE")]
    catalogues: Vec<PathBuf>,
}

/// What the page starts with.
#[derive(Serialize)]
struct Data {
    date: &'static str,
    scopes: usize,
    wasm: Option<&'static str>,
    /// Where there is no WebAssembly, what it would answer.
    catalogue: Option<Box<RawValue>>,
    files: Vec<File>,
}

/// A catalogue file of one's own.
#[derive(Serialize)]
struct File {
    file: String,
    json: String,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let (data, size) = (data(&arguments.catalogues)?, &mut 0);
    let scripts = format!("\"use strict\";\n(() => {{\n{}}})();\n", SCRIPTS.join("\n"));
    for (name, text) in [
        ("index.html", page!("index.html")),
        ("page.css", page!("page.css")),
        ("page.js", &scripts),
        ("data.js", &format!("const zohoScopesData = {data};\n")),
    ] {
        let path = arguments.output.join(name);
        output(&path, text.as_bytes())?;
        *size += text.len();
    }
    writeln!(out, "{}: {} kB", arguments.output.join("index.html").display(), size.div_ceil(1000))?;
    if WASM.is_none() {
        print("note: built without WebAssembly: the page finds scopes, but does not check lists");
    }
    Ok(Answer::Yes)
}

/// The data as JSON, which is JavaScript too.
fn data(paths: &[PathBuf]) -> Result<String> {
    let mut catalogue = Catalogue::builtin();
    let mut files = Vec::new();
    for path in paths {
        let file = path.display().to_string();
        let json = input::file(path)?;
        catalogue = catalogue.with_json(&file, &json).map_err(|errors| Failure::Usage(errors.to_string()))?;
        files.push(File { file, json });
    }
    let mut page = Page::new(catalogue);
    let raw = WASM.is_none().then(|| RawValue::from_string(page.answer(r#"{"ask": "catalogue"}"#)));
    let internal = |error: serde_json::Error| Failure::Usage(error.to_string());
    let data = Data {
        date: catalogue.date(),
        scopes: page.len(),
        wasm: WASM,
        catalogue: raw.transpose().map_err(internal)?,
        files,
    };
    serde_json::to_string(&data).map_err(internal)
}
