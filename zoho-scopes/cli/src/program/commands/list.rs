//! `zoho-scopes list`: the catalogue, filtered, for people and for programs.

use std::io;

use clap::{Args, ValueEnum};
use comfy_table::Table;
use serde::Serialize;
use zoho_scopes::{
    Scope,
    catalogue::{Service, Status},
    docs::csv_field,
};

use super::catalogues::Catalogues;
use crate::program::{
    answer::{Answer, Out, Result},
    export::ExportedScope,
    operation::known_operations,
    service::service_of,
    word::word,
};

#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// Only this service.
    #[arg(long)]
    service: Option<String>,
    /// Only this operation, in any case.
    #[arg(long)]
    operation: Option<String>,
    /// Only this status.
    #[arg(long, value_parser = word(Status::ALL, Status::as_str))]
    status: Option<Status>,
    #[command(flatten)]
    catalogues: Catalogues,
    /// How to print: `plain` is one wire form a line, `json` the versioned export, see below.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

const AFTER_HELP: &str = "\
JSON: an object with `version` (1), `date`, `scopes`, each with `wire`, `service`, `name`, `operation`, `summary`, \
`status`, `sources`, `covers`, `may_cover` and more, and `patterns`, which are not scopes; members are added, but renamed or removed only with another version.

Example: zoho-scopes list --service ZohoCliq --operation READ --format plain";

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Plain,
    Json,
    Csv,
}

/// The export: its form changes only with `version`.
#[derive(Serialize)]
struct Export {
    version: u32,
    date: &'static str,
    scopes: Vec<Listed>,
    patterns: Vec<ExportedScope>,
}

/// A scope with what it covers.
#[derive(Serialize)]
struct Listed {
    #[serde(flatten)]
    scope: ExportedScope,
    covers: Vec<&'static str>,
    may_cover: Vec<&'static str>,
}

impl From<Scope> for Listed {
    fn from(scope: Scope) -> Self {
        Self {
            scope: scope.into(),
            covers: scope.covered().map(Scope::as_str).collect(),
            may_cover: scope.may_cover().map(Scope::as_str).collect(),
        }
    }
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let catalogue = arguments.catalogues.read()?;
    let named = arguments.service.as_deref().map(|word| service_of(catalogue, word)).transpose()?;
    known_operations(catalogue, &arguments.operation.as_deref().into_iter().collect::<Vec<_>>())?;
    let is_wanted = |service: Service, status: Status, operation: Option<&str>| {
        let of_operation = |word: &String| operation.is_some_and(|operation| operation.eq_ignore_ascii_case(word));
        named.is_none_or(|named| service == named)
            && arguments.status.is_none_or(|wanted| status == wanted)
            && arguments.operation.as_ref().is_none_or(of_operation)
    };
    let wanted = |scope: &Scope| is_wanted(scope.listed_under().service(), scope.status(), scope.operation());
    let mut scopes: Vec<Scope> = catalogue.scopes().filter(wanted).collect();
    // Those of a file stand first.
    scopes.sort_unstable();
    let scopes = scopes.into_iter();
    match arguments.format {
        Format::Plain => {
            for scope in scopes {
                writeln!(out, "{scope}")?;
            }
        }
        Format::Table => {
            let mut table = Table::new();
            table.load_style(comfy_table::presets::NOTHING).set_header(["scope", "permits", "status"]);
            for scope in scopes {
                table.add_row([scope.as_str(), scope.summary(), scope.status().as_str()]);
            }
            writeln!(out, "{}", table.trim_fmt())?;
        }
        Format::Json => {
            let patterns = catalogue
                .patterns()
                .filter(|pattern| is_wanted(pattern.service(), pattern.status(), Some(pattern.operation())));
            let export = Export {
                version: 1,
                date: catalogue.date(),
                scopes: scopes.map(Listed::from).collect(),
                patterns: patterns.map(ExportedScope::from).collect(),
            };
            serde_json::to_writer_pretty(&mut *out, &export).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        Format::Csv => {
            writeln!(out, "wire,service,name,operation,summary,status")?;
            for scope in scopes.map(ExportedScope::from) {
                let fields = [
                    Some(scope.wire),
                    scope.service,
                    scope.name,
                    scope.operation,
                    Some(scope.summary),
                    Some(scope.status.as_str()),
                ];
                let fields: Vec<String> =
                    fields.into_iter().map(|field| csv_field(field.unwrap_or_default())).collect();
                writeln!(out, "{}", fields.join(","))?;
            }
        }
    }
    Ok(Answer::Yes)
}
