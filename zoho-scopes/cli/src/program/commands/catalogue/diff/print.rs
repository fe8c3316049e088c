//! How changes are printed: for people, for programs, and as a section of a changelog.

use std::io;

use super::{
    changes::{Bump, Changes, StatusChange},
    covering::CoveringChange,
    format::Format,
    renamed::Pair,
};
use crate::program::answer::Out;

pub(super) fn changes(changes: &Changes, format: Format, out: Out<'_>) -> io::Result<()> {
    match format {
        Format::Human => human(changes, out),
        Format::Markdown => markdown(changes, out),
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, changes)?;
            writeln!(out)
        }
    }
}

/// Each kind of change with a line for each change; `code` is how a scope is written.
fn kinds(changes: &Changes, code: fn(&str) -> String) -> [(&'static str, Vec<String>); 6] {
    let scopes = |scopes: &[String]| scopes.iter().map(|scope| code(scope)).collect();
    let pairs =
        |pairs: &[Pair]| pairs.iter().map(|pair| format!("{} → {}", code(&pair.from), code(&pair.to))).collect();
    let status = |change: &StatusChange| {
        let instead = change.replacement.as_ref().map(|scope| format!(", use {}", code(scope))).unwrap_or_default();
        format!("{}: {} → {}{instead}", code(&change.scope), change.from, change.to)
    };
    let covering = |change: &CoveringChange| {
        let parts = change.parts().into_iter().filter(|(_, scopes)| !scopes.is_empty()).map(|(words, scopes)| {
            format!("{words} {}", scopes.iter().map(|scope| code(scope)).collect::<Vec<_>>().join(", "))
        });
        format!("{} {}", code(&change.scope), parts.collect::<Vec<_>>().join("; "))
    };
    [
        ("added", scopes(&changes.added)),
        ("removed", scopes(&changes.removed)),
        ("renamed", pairs(&changes.renamed)),
        ("respelled", pairs(&changes.respelled)),
        ("status", changes.status.iter().map(status).collect()),
        ("covering", changes.covering.iter().map(covering).collect()),
    ]
}

fn human(changes: &Changes, out: Out<'_>) -> io::Result<()> {
    let kinds = kinds(changes, str::to_owned);
    for (kind, lines) in &kinds {
        lines.iter().try_for_each(|line| writeln!(out, "{kind:9}  {line}"))?;
    }
    writeln!(out, "{}", summary(changes, &kinds))
}

fn markdown(changes: &Changes, out: Out<'_>) -> io::Result<()> {
    let kinds = kinds(changes, |scope| format!("`{scope}`"));
    writeln!(out, "### Catalogue\n\n{}.", summary(changes, &kinds))?;
    for (kind, lines) in kinds.iter().filter(|(_, lines)| !lines.is_empty()) {
        let (first, rest) = kind.split_at(1);
        writeln!(out, "\n{}{rest}:\n", first.to_ascii_uppercase())?;
        lines.iter().try_for_each(|line| writeln!(out, "- {line}"))?;
    }
    Ok(())
}

fn summary(changes: &Changes, kinds: &[(&str, Vec<String>)]) -> String {
    let counted = kinds.iter().filter(|(_, lines)| !lines.is_empty());
    let counts: Vec<String> = counted.map(|(kind, lines)| format!("{} {kind}", lines.len())).collect();
    let counts = if counts.is_empty() { "no change".to_owned() } else { counts.join(", ") };
    let version = match changes.bump {
        Bump::Major => "; a major version",
        Bump::Minor => "; a minor version",
        Bump::Patch => "; a patch",
        Bump::None => "",
    };
    format!("From {} to {}: {counts}{version}", changes.from, changes.to)
}
