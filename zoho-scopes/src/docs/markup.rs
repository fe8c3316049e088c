//! What Markdown and HTML say alike: cells, titles and introductions, made of text, code and links.

use alloc::{format, string::String};

use super::{
    plain,
    rows::{Line, Row, Section, status},
    style::Style,
};
use crate::catalogue::{Completeness, Service};

pub(super) trait Markup {
    /// Words as they are: nothing in them is markup.
    fn text(words: &str) -> String;
    /// A word in the type of code.
    fn code(word: &str) -> String;
    /// Words, made by `text`, that lead to an address that `plain::web_address` made.
    fn link(address: &str, words: &str) -> String;

    /// The cells of a row.
    fn cells(row: &Row<'_>, style: &Style) -> impl Iterator<Item = String> {
        style.columns.iter().map(|column| {
            let lines = row.cell(*column).into_iter().map(Self::line);
            lines.collect::<alloc::vec::Vec<_>>().join("<br>")
        })
    }

    /// What stands above a section.
    fn title(section: &Section<'_>) -> String {
        section.service.map_or_else(|| "Not in the catalogue".into(), |service| Self::text(service.product()))
    }

    /// A line on a service. It begins with code, so that nothing in its words can begin a list or a rule.
    fn introduction(service: Service) -> String {
        let incomplete = service.completeness() != Completeness::Complete;
        format!(
            "{}: {} ({}). Verified on {}{}.",
            Self::code(service.as_str()),
            Self::text(service.summary()),
            Self::reference(service.docs_url(), "documentation"),
            Self::text(service.verified()),
            if incomplete { "; some scopes may be missing" } else { "" }
        )
    }

    fn line(line: Line<'_>) -> String {
        match line {
            Line::Text(words) => Self::text(words),
            Line::Code(word) => Self::code(word),
            Line::Status(operation, known) => {
                let before = operation.map(|operation| Self::text(operation) + ": ").unwrap_or_default();
                let instead = known.and_then(zoho_scopes_data::table::ScopeRow::replacement);
                let instead = instead.map(|wire| format!(", use {}", Self::code(wire))).unwrap_or_default();
                format!("{before}{}{instead}", status(known))
            }
            Line::Source(source) => Self::reference(source.address, source.kind.as_str()),
        }
    }

    /// Words that lead to an address, or with the address behind where no browser would open it.
    fn reference(address: &str, words: &str) -> String {
        match plain::web_address(address) {
            Some(address) => Self::link(&address, &Self::text(words)),
            None => format!("{} ({})", Self::text(words), Self::text(address)),
        }
    }
}
