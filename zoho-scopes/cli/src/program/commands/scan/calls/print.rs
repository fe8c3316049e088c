//! The comparison for people and for programs.

use std::io;

use zoho_scopes_data::text::printable::Printable;

use super::compare::{Certainty, Comparison, Place};
use crate::{
    program::{
        answer::{Out, Result},
        counted::counted,
        redact,
    },
    requests::NotKnown,
};

pub(super) fn human(comparison: &Comparison<'_>, out: Out<'_>) -> Result<()> {
    let Comparison { lacking, unneeded, broader, open, .. } = comparison;
    for found in lacking {
        let missing = found.missing.iter().map(|list| format!("`{list}`")).collect::<Vec<_>>().join(" or ");
        let what = format!("`{}` needs {missing}, which no list asks for", found.request);
        let severity = if found.certainty == Certainty::Certain { "error" } else { "warning[likely]" };
        line(&found.place, severity, &what, out)?;
    }
    let (sure, likely): (Vec<_>, Vec<_>) = unneeded.iter().partition(|found| found.certainty == Certainty::Certain);
    for found in sure {
        line(&found.place, "warning", &format!("`{}` is asked for, and no call needs it", found.scope), out)?;
    }
    for found in broader {
        let severity = if found.certainty == Certainty::Certain { "warning" } else { "warning[likely]" };
        let what = format!("`{}` is broader than the calls need: `{}` would do", found.scope, found.needed);
        line(&found.place, severity, &what, out)?;
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
    if !likely.is_empty() {
        let scopes: Vec<String> = likely.iter().map(|found| format!("`{}`", found.scope)).collect();
        writeln!(
            out,
            "note[likely]: asked for, and no call that was found needs them: {}",
            Printable::line(&scopes.join(", ")).text
        )?;
    }
    writeln!(
        out,
        "{}: {} without their scopes, {} without a call, {} too broad, {} unknown or unclear",
        counted(comparison.calls, "call"),
        lacking.len(),
        counted(unneeded.len(), "scope"),
        broader.len(),
        open.len()
    )?;
    if !comparison.needs.is_empty() {
        writeln!(out, "the calls need {}", comparison.needs)?;
    }
    Ok(())
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
    writeln!(out, "{}", redact::json(comparison)?)?;
    Ok(())
}
