//! The comparison for people and for programs.

use std::io;

use zoho_scopes_data::text::printable::Printable;

use super::compare::{Certainty, Comparison, Place};
use crate::{
    program::{
        answer::{Out, Result},
        redact,
    },
    requests::NotKnown,
};

pub(super) fn human(comparison: &Comparison<'_>, out: Out<'_>) -> Result<()> {
    let Comparison { lacking, unneeded, open, .. } = comparison;
    for found in lacking {
        let missing = found.missing.iter().map(|list| format!("`{list}`")).collect::<Vec<_>>().join(" or ");
        let what = format!("`{}` needs {missing}, which no list asks for", found.request);
        line(&found.place, certain(found.certainty, "error"), &what, out)?;
    }
    for found in unneeded {
        let what = format!("`{}` is asked for, and no call needs it", found.scope);
        line(&found.place, certain(found.certainty, "warning"), &what, out)?;
    }
    for found in open {
        let what = match (&found.unknown, &found.unclear) {
            (Some(unknown), _) => unknown.message.clone(),
            (None, reason) => format!("`{}` is unclear: {}", found.request, reason.as_deref().unwrap_or_default()),
        };
        line(&found.place, "note", &what, out)?;
        for help in found.unknown.iter().flat_map(NotKnown::help_lines) {
            writeln!(out, "  help: {}", Printable::line(&help).text)?;
        }
    }
    let count = |count: usize, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
    writeln!(
        out,
        "{}: {} without their scopes, {} without a call, {} unknown or unclear",
        count(comparison.calls, "call", "calls"),
        lacking.len(),
        count(unneeded.len(), "scope", "scopes"),
        open.len()
    )?;
    if !comparison.needs.is_empty() {
        writeln!(out, "the calls need {}", comparison.needs)?;
    }
    Ok(())
}

fn certain(certainty: Certainty, severity: &'static str) -> &'static str {
    match (certainty, severity) {
        (Certainty::Certain, severity) => severity,
        (Certainty::Likely, "error") => "warning[likely]",
        (Certainty::Likely, _) => "note[likely]",
    }
}

fn line(place: &Place<'_>, severity: &str, what: &str, out: Out<'_>) -> io::Result<()> {
    let path = place.file.display().to_string();
    let what = redact::tokens(what);
    writeln!(
        out,
        "{}:{}:{}: {severity}: {}",
        Printable::line(&path).text,
        place.line,
        place.column,
        Printable::line(&what).text
    )
}

pub(super) fn json(comparison: &Comparison<'_>, out: Out<'_>) -> Result<()> {
    serde_json::to_writer(&mut *out, comparison).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}
