//! What a table of `zoho-scopes docs` holds and how it looks, as arguments and markers say it.

use std::path::{Path, PathBuf};

use clap::{
    Args,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};
use zoho_scopes::{
    Policy,
    docs::{Column, Format, Grouping, Rows, Table},
};

use super::reasons;
use crate::program::{
    answer::{Failure, Result},
    input,
    service::service_of,
    word::word,
};

/// What a table holds, and how it looks. Markers in documents take these options too.
#[derive(Args)]
pub(super) struct Options {
    /// Only this service; may be repeated. All where none is named.
    #[arg(long = "service", value_name = "SERVICE")]
    services: Vec<String>,
    /// A table of this list instead, in its order; `-` reads it from standard input.
    #[arg(long, value_name = "LIST", conflicts_with = "services")]
    scopes: Option<String>,
    /// A table of the scopes of this file, each with the reason for which it is asked; `-` reads standard input.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["services", "scopes"])]
    reasons: Option<PathBuf>,
    /// A catalogue file of your own, on top of the built-in catalogue; may be repeated.
    #[arg(long = "catalogue", value_name = "FILE")]
    catalogues: Vec<PathBuf>,
    /// How to print.
    #[arg(long, value_parser = word(Format::ALL, Format::as_str), default_value_t = Format::Markdown)]
    format: Format,
    /// The columns and their order, with commas between.
    #[arg(long, value_delimiter = ',', value_parser = column())]
    columns: Vec<Column>,
    /// What a row is: a scope name with its operations, or one scope.
    #[arg(long, value_parser = word(Rows::ALL, Rows::as_str))]
    rows: Option<Rows>,
    /// What stands together: all in one table without a heading, or the scopes of a service under one.
    #[arg(long, value_parser = word(Grouping::ALL, Grouping::as_str))]
    group: Option<Grouping>,
    /// The level of headings; 0 leaves them out.
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(0..=6))]
    heading: Option<u8>,
    /// Give each service and each row an anchor to link to, such as `ZohoCliq.Channels`.
    #[arg(long)]
    anchors: bool,
}

fn column() -> impl TypedValueParser<Value = Column> {
    // The word, or what stands above the column.
    let word = |column: &Column| match column {
        Column::Opens => PossibleValue::new(column.as_str()).alias("permits"),
        Column::Operations => PossibleValue::new(column.as_str()).aliases(["scope", "scopes"]),
        _ => PossibleValue::new(column.as_str()),
    };
    let find = move |given: &str| Column::ALL.iter().copied().find(|column| word(column).matches(given, false));
    PossibleValuesParser::new(Column::ALL.iter().map(word)).try_map(move |given| find(&given).ok_or("no such column"))
}

impl Options {
    /// Whether documents can hold the format.
    pub(super) fn is_for_documents(&self) -> bool {
        matches!(self.format, Format::Markdown | Format::Html)
    }

    /// The table. `folder` is where relative paths start; without one, where the program runs.
    pub(super) fn print(&self, folder: Option<&Path>) -> Result<String> {
        self.is_of_use()?;
        let within = |path: &PathBuf| folder.map_or_else(|| path.clone(), |folder| folder.join(path));
        let catalogue = input::catalogue(&self.catalogues.iter().map(within).collect::<Vec<_>>())?;
        let table = if let Some(list) = &self.scopes {
            let list = if folder.is_none() { input::list(list)? } else { list.into() };
            let report = catalogue.validate(&list, &Policy::LAX);
            let entries: Vec<_> = report.items().iter().map(|item| item.entry.clone().into_owned()).collect();
            report.into_set().map_err(|error| Failure::invalid("list", &error))?;
            Table::of_scopes(entries)
        } else if let Some(file) = &self.reasons {
            Table::of_reasons(reasons::read(&within(file), catalogue)?)
        } else if self.services.is_empty() {
            Table::of_services(catalogue.services())
        } else {
            let services = self.services.iter().map(|word| service_of(catalogue, word));
            Table::of_services(services.collect::<Result<Vec<_>>>()?)
        };
        Ok(self.styled(table).to_string())
    }

    fn styled<'a>(&self, table: Table<'a>) -> Table<'a> {
        let mut table = table.columns(self.columns.iter().copied()).anchors(self.anchors).format(self.format);
        if let Some(rows) = self.rows {
            table = table.rows(rows);
        }
        if let Some(grouping) = self.group {
            table = table.grouping(grouping);
        }
        if let Some(level) = self.heading {
            table = table.heading(level);
        }
        table
    }

    /// Refuses options that would do nothing.
    fn is_of_use(&self) -> Result<()> {
        let (csv, json) = (self.format == Format::Csv, self.format == Format::Json);
        let idle = [
            ("heading", (csv || json) && self.heading.is_some()),
            ("anchors", (csv || json) && self.anchors),
            ("columns", json && !self.columns.is_empty()),
            ("group", csv && self.group.is_some()),
        ];
        match idle.iter().find(|(_, idle)| *idle) {
            Some((option, _)) => Err(Failure::Usage(format!("`--{option}` is not for `--format {}`", self.format))),
            None => Ok(()),
        }
    }
}
