//! The catalogue files of this crate: without error, laid out, and counted.

use std::{collections::BTreeMap, env, fs};

use zoho_scopes_data::{
    files::{Catalogue, FILES, layout, read},
    table::{Completeness, Evidence, SourceKind, Status},
};

#[test]
fn files_have_no_error() {
    let catalogue = Catalogue::from_files(FILES.iter().copied()).unwrap_or_else(|errors| panic!("{errors}"));
    assert!(catalogue.services().len() >= 45 && catalogue.scopes().count() >= 2_000, "the catalogue shrank");
}

#[test]
fn files_are_laid_out() {
    for (file, text) in FILES {
        let laid_out = layout(file, text).unwrap_or_else(|errors| panic!("{errors}"));
        assert!(laid_out == *text, "{file}: run `zoho-scopes catalogue fmt` on it");
    }
}

#[test]
fn file_names_are_lower_case_service_names() {
    for (file, text) in FILES {
        let service = read(file, text).unwrap_or_else(|errors| panic!("{errors}")).service.to_ascii_lowercase();
        let stem = file.trim_start_matches("services/").trim_end_matches(".json");
        assert!(stem == service || stem.starts_with(&format!("{service}-")), "{file} describes {service}");
        assert!(text.contains("\"$schema\": \"../catalogue.schema.json\""), "{file} does not name the schema");
    }
}

/// `completeness` is no opinion: it follows from what was read and what was not.
#[test]
fn completeness_follows_from_what_was_read() {
    for (file, text) in FILES {
        let service = read(file, text).unwrap_or_else(|errors| panic!("{errors}"));
        let lists = service.sources.iter().any(|(_, source)| {
            let from_zoho = source.kind.is_official() || source.kind == SourceKind::Integrator;
            from_zoho && matches!(source.evidence, Evidence::Table | Evidence::Call)
        });
        let expected = match (service.unread.is_empty(), lists) {
            (true, _) => Completeness::Complete,
            (false, true) => Completeness::Partial,
            (false, false) => Completeness::Sparse,
        };
        assert_eq!(service.completeness, expected, "{file}: see `Completeness` in data/README.md");
        assert_ne!(
            service.read.is_empty(),
            service.unread.is_empty(),
            "{file}: either `read` or `unread` has to say why"
        );
        for key in &service.read {
            assert!(service.sources.get(key).is_some(), "{file}: `{key}` in `read` is no source");
        }
    }
}

/// A scope that loses its last source is an error, in real files as well.
#[test]
fn a_scope_without_source_is_refused() {
    let (file, text) = FILES.iter().find(|(file, _)| file.ends_with("zoholens.json")).expect("Lens is there");
    let text = text.replace("\"from\": [\"oas\"],", "");
    let errors = Catalogue::from_files([(*file, text.as_str())]).expect_err("no source").to_string();
    assert!(errors.contains("`ZohoLens.orgs.READ` has no source"), "{errors}");
}

/// How many scopes each service has: more is fine, fewer must be accepted.
///
/// `UPDATE_COUNTS=1 cargo test -p zoho-scopes-data --all-features` rewrites `counts.txt`.
#[test]
fn no_service_loses_scopes_unnoticed() {
    let catalogue = Catalogue::builtin().unwrap_or_else(|errors| panic!("{errors}"));
    let count = |service: &zoho_scopes_data::files::model::Service| {
        service.scopes().filter(|scope| scope.status() != Status::Deprecated).count()
    };
    let now: BTreeMap<&str, usize> =
        catalogue.services().iter().map(|service| (service.service.as_str(), count(service))).collect();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/counts.txt");
    if env::var_os("UPDATE_COUNTS").is_some() {
        let lines: Vec<String> = now.iter().map(|(service, count)| format!("{service} {count}")).collect();
        fs::write(path, lines.join("\n") + "\n").expect("counts.txt is written");
    }
    let accepted = fs::read_to_string(path).expect("counts.txt is there");
    for line in accepted.lines() {
        let (service, before) = line.split_once(' ').expect("a service and a number");
        let before: usize = before.parse().expect("a number");
        let after = now.get(service).copied().unwrap_or(0);
        assert!(after >= before, "{service} had {before} scopes and has {after}: UPDATE_COUNTS=1 accepts it");
    }
}
