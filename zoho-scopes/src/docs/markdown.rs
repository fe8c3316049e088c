//! Tables in Markdown (GitHub flavoured).

use alloc::{format, string::String};
use core::fmt;

use super::{
    markup::Markup,
    plain,
    rows::Section,
    style::{Grouping, Style},
};

struct Markdown;

pub(super) fn write(sections: &[Section<'_>], style: &Style, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (index, section) in sections.iter().enumerate() {
        if index > 0 {
            f.write_str("\n")?;
        }
        if style.grouping == Grouping::Service {
            heading(section, style, f)?;
        }
        table(section, style, f)?;
    }
    Ok(())
}

fn heading(section: &Section<'_>, style: &Style, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if let (true, Some(service)) = (style.anchors, section.service) {
        writeln!(f, "{}\n", mark(&plain::anchor(service.as_str())))?;
    }
    if style.heading > 0 {
        writeln!(f, "{} {}\n", "#".repeat(style.heading.into()), Markdown::title(section))?;
    }
    match section.service {
        Some(service) if section.whole => writeln!(f, "{}\n", Markdown::introduction(service)),
        _ => Ok(()),
    }
}

fn table(section: &Section<'_>, style: &Style, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if section.rows.is_empty() {
        return f.write_str("No scopes.\n");
    }
    for column in &style.columns {
        write!(f, "| {} ", style.title(*column))?;
    }
    writeln!(f, "|\n{}|", "|---".repeat(style.columns.len()))?;
    for row in &section.rows {
        let mut anchor = if style.anchors { mark(&row.anchor(style.rows)) } else { String::new() };
        for cell in Markdown::cells(row, style) {
            let cell = core::mem::take(&mut anchor) + &cell;
            write!(f, "|{}{cell} ", if cell.is_empty() { "" } else { " " })?;
        }
        f.write_str("|\n")?;
    }
    Ok(())
}

fn mark(anchor: &str) -> String {
    format!("<a id=\"{anchor}\"></a>")
}

impl Markup for Markdown {
    fn text(words: &str) -> String {
        text(words)
    }

    /// Where the word holds what could end a code span or a cell, it stands in HTML.
    fn code(word: &str) -> String {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "._-{}".contains(c);
        if !word.is_empty() && word.chars().all(is_plain) {
            format!("`{word}`")
        } else {
            format!("<code>{}</code>", text(word))
        }
    }

    fn link(address: &str, words: &str) -> String {
        format!("[{words}]({})", address.replace('&', "&amp;"))
    }
}

/// Words as they are: nothing in them is Markdown or HTML, and no cell of a table ends in them.
#[must_use]
pub fn text(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in plain::visible(words) {
        match (c, plain::entity(c)) {
            (_, Some(entity)) => escaped.push_str(entity),
            ('\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$', _) => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}
