//! Tables as a fragment of HTML.

use alloc::{format, string::String};
use core::fmt;

use super::{
    markup::Markup,
    plain,
    rows::Section,
    style::{Grouping, Style},
};

struct Html;

pub(super) fn write(sections: &[Section<'_>], style: &Style, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for section in sections {
        if style.grouping == Grouping::None {
            table(section, style, f)?;
            continue;
        }
        let service = section.service.map_or("", |service| service.as_str());
        writeln!(f, "<section{}>", id(style, &plain::anchor(service)))?;
        if style.heading > 0 {
            writeln!(f, "<h{0}>{1}</h{0}>", style.heading, Html::title(section))?;
        }
        if let (true, Some(service)) = (section.whole, section.service) {
            writeln!(f, "<p>{}</p>", Html::introduction(service))?;
        }
        table(section, style, f)?;
        f.write_str("</section>\n")?;
    }
    Ok(())
}

fn table(section: &Section<'_>, style: &Style, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if section.rows.is_empty() {
        return f.write_str("<p>No scopes.</p>\n");
    }
    f.write_str("<table class=\"zoho-scopes\">\n<thead>\n<tr>")?;
    for column in &style.columns {
        write!(f, "<th scope=\"col\">{}</th>", style.title(*column))?;
    }
    f.write_str("</tr>\n</thead>\n<tbody>\n")?;
    for row in &section.rows {
        write!(f, "<tr{}>", id(style, &row.anchor(style.rows)))?;
        for cell in Html::cells(row, style) {
            write!(f, "<td>{cell}</td>")?;
        }
        f.write_str("</tr>\n")?;
    }
    f.write_str("</tbody>\n</table>\n")
}

/// The attribute that names a place, where it is wanted.
fn id(style: &Style, anchor: &str) -> String {
    if style.anchors && !anchor.is_empty() { format!(" id=\"{anchor}\"") } else { String::new() }
}

impl Markup for Html {
    fn text(words: &str) -> String {
        let mut escaped = String::with_capacity(words.len());
        for c in plain::visible(words) {
            match (c, plain::entity(c)) {
                (_, Some(entity)) => escaped.push_str(entity),
                ('"', _) => escaped.push_str("&quot;"),
                ('\'', _) => escaped.push_str("&#39;"),
                _ => escaped.push(c),
            }
        }
        escaped
    }

    fn code(word: &str) -> String {
        format!("<code>{}</code>", Self::text(word))
    }

    fn link(address: &str, words: &str) -> String {
        format!("<a href=\"{}\">{words}</a>", Self::text(address))
    }
}
