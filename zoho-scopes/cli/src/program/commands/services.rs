//! `zoho-scopes services`: each service with how much of it is known.

use std::io;

use clap::{Args, ValueEnum};
use comfy_table::{CellAlignment, Table};
use serde::Serialize;
use zoho_scopes::{
    Catalogue,
    catalogue::{Completeness, Service, Status},
    docs::markdown_text,
};

use crate::program::answer::{Answer, Out, Result};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes services --format json")]
pub(crate) struct Arguments {
    /// Only services whose facts were last checked before this day, `YYYY-MM-DD`.
    #[arg(long, value_name = "DATE", value_parser = date)]
    stale: Option<String>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Json,
    Markdown,
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
    read: &'static [&'static str],
    unread: &'static [&'static str],
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
            checked: service.verified(),
            read: service.pages_read(),
            unread: service.pages_not_read(),
            docs: service.docs_url(),
        }
    }
}

/// The columns of the tables.
const COLUMNS: [&str; 11] = [
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
    "not read",
];

impl Row {
    fn cells(&self) -> [String; 11] {
        let counts = [self.names, self.scopes, self.documented, self.observed, self.disputed, self.deprecated];
        let [names, scopes, documented, observed, disputed, deprecated] = counts.map(|count| count.to_string());
        let (completeness, checked) = (self.completeness.to_string(), self.checked.to_owned());
        let (service, product) = (self.service.to_owned(), self.product.to_owned());
        let unread = self.unread.join("; ");
        [service, product, names, scopes, documented, observed, disputed, deprecated, completeness, checked, unread]
    }
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let is_meant = |service: &Service| arguments.stale.as_deref().is_none_or(|date| service.verified() < date);
    let rows = rows(is_meant);
    match arguments.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &rows).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        Format::Table => {
            let mut table = Table::new();
            table.load_style(comfy_table::presets::NOTHING).set_header(COLUMNS);
            table.add_rows(rows.iter().map(Row::cells));
            for column in table.column_iter_mut().skip(2).take(6) {
                column.set_cell_alignment(CellAlignment::Right);
            }
            writeln!(out, "{}", table.trim_fmt())?;
        }
        Format::Markdown => out.write_all(table(&rows).as_bytes())?,
    }
    Ok(Answer::Yes)
}

fn rows(is_meant: impl Fn(&Service) -> bool) -> Vec<Row> {
    Catalogue::builtin().services().filter(is_meant).map(Row::from).collect()
}

/// The table of all services as documents hold it.
pub(super) fn markdown() -> String {
    table(&rows(|_| true))
}

/// A table in Markdown, with sums.
fn table(rows: &[Row]) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut table = format!("| {} |\n|---|---|{}---|---|---|\n", COLUMNS.join(" | "), "--:|".repeat(6));
    table.extend(rows.iter().map(|row| line(&row.cells().map(|cell| markdown_text(&cell)))));
    let sum = |count: fn(&Row) -> usize| rows.iter().map(count).sum::<usize>();
    let sums = [
        sum(|row| row.names),
        sum(|row| row.scopes),
        sum(|row| row.documented),
        sum(|row| row.observed),
        sum(|row| row.disputed),
        sum(|row| row.deprecated),
    ];
    let sums = sums.map(|sum| format!("**{sum}**")).join(" | ");
    table + &format!("| **{} services** | | {sums} | | | |\n", rows.len())
}

/// A day, of which the order is that of the text.
fn date(text: &str) -> std::result::Result<String, &'static str> {
    if zoho_scopes_data::files::is_day(text) { Ok(text.to_owned()) } else { Err("a day is written YYYY-MM-DD") }
}
