//! `zoho-scopes services`: each service with how much of it is known.

use std::io;

use clap::{Args, ValueEnum};
use comfy_table::{CellAlignment, Table};
use serde::Serialize;

use super::{Answer, Out, Result};
use crate::{Catalogue, Completeness, Service, Status};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes services --format json")]
pub(super) struct Arguments {
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Json,
}

#[derive(Serialize)]
struct Row {
    service: &'static str,
    product: &'static str,
    names: usize,
    scopes: usize,
    documented: usize,
    observed: usize,
    disputed: usize,
    deprecated: usize,
    completeness: Completeness,
    checked: &'static str,
    docs: &'static str,
}

impl From<Service> for Row {
    fn from(service: Service) -> Self {
        let count = |status| service.scopes().filter(|scope| scope.status() == status).count();
        Self {
            service: service.as_str(),
            product: service.product(),
            names: service.names().count(),
            scopes: service.scopes().count(),
            documented: count(Status::Documented),
            observed: count(Status::Observed),
            disputed: count(Status::Disputed),
            deprecated: count(Status::Deprecated),
            completeness: service.completeness(),
            checked: service.checked(),
            docs: service.docs_url(),
        }
    }
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let rows: Vec<Row> = Catalogue::builtin().services().map(Row::from).collect();
    match arguments.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &rows).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        Format::Table => {
            let mut table = Table::new();
            table.load_style(comfy_table::presets::NOTHING);
            table.set_header([
                "service",
                "product",
                "names",
                "scopes",
                "documented",
                "observed",
                "disputed",
                "deprecated",
                "completeness",
                "checked",
            ]);
            for row in &rows {
                let counts = [row.names, row.scopes, row.documented, row.observed, row.disputed, row.deprecated];
                let mut cells = Vec::from([row.service.to_string(), row.product.to_string()]);
                cells.extend(counts.iter().map(ToString::to_string));
                cells.extend([row.completeness.to_string(), row.checked.to_string()]);
                table.add_row(cells);
            }
            for column in table.column_iter_mut().skip(2).take(6) {
                column.set_cell_alignment(CellAlignment::Right);
            }
            writeln!(out, "{}", table.trim_fmt())?;
        }
    }
    Ok(Answer::Yes)
}
