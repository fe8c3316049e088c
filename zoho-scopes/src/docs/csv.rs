//! Tables as comma-separated values.

use alloc::{format, string::String, vec::Vec};
use core::fmt;

use super::{
    column::Column,
    plain,
    rows::{Line, Section, status},
    style::Style,
};

pub(super) fn write(sections: &[Section<'_>], style: &Style, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    record(style.columns.iter().map(|column| String::from(column.as_str())), f)?;
    for row in sections.iter().flat_map(|section| &section.rows) {
        record(style.columns.iter().map(|column| joined(row.cell(*column), *column)), f)?;
    }
    Ok(())
}

fn record(fields: impl Iterator<Item = String>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let fields: Vec<String> = fields.map(|text| field(&text)).collect();
    writeln!(f, "{}", fields.join(","))
}

/// The lines of a cell as one text.
fn joined(lines: Vec<Line<'_>>, column: Column) -> String {
    let separator = if matches!(column, Column::Operations | Column::Source) { " " } else { "; " };
    let line = |line| match line {
        Line::Text(text) | Line::Code(text) => String::from(text),
        Line::Status(None, scope) => String::from(status(scope)),
        Line::Status(Some(operation), scope) => format!("{operation}: {}", status(scope)),
        Line::Source(source) => String::from(source.address),
    };
    lines.into_iter().map(line).collect::<Vec<_>>().join(separator)
}

/// A field that spreadsheets show as it is: quoted where needed, and never a formula.
#[must_use]
pub fn field(text: &str) -> String {
    let text: String = plain::visible(text).collect();
    let is_formula = text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if !is_formula && !text.contains([',', '"', ';']) {
        return text;
    }
    format!("\"{}{}\"", if is_formula { "'" } else { "" }, text.replace('"', "\"\""))
}
