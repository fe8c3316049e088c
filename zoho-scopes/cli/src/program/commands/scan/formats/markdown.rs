//! A report for a ticket: findings, what is asked for where, what is broad, what is asked for in several places.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use zoho_scopes::{Catalogue, Entry, Policy, docs::markdown_text};

use crate::program::{
    answer::{Out, Result},
    commands::scan::{finding::Finding, scanned::Scanned},
    counted::counted,
};

/// How many places, or narrower scopes, a cell shows.
const MAX_SHOWN: usize = 10;

/// The places of each scope, by its name.
type Places<'a> = BTreeMap<&'a str, Vec<String>>;

pub(super) fn write(scanned: &Scanned, out: Out<'_>) -> Result<()> {
    let mut places = Places::new();
    for (file, asked) in scanned.asked() {
        places.entry(asked.name()).or_default().push(place(&file.path, asked.line));
    }
    writeln!(out, "# Zoho OAuth scopes\n\n{}.", scanned.summary())?;
    findings(scanned, out)?;
    asked(&places, out)?;
    broad(&places, out)?;
    repeated(&places, out)?;
    Ok(())
}

fn findings(scanned: &Scanned, out: Out<'_>) -> io::Result<()> {
    heading("Findings", out)?;
    if scanned.findings().next().is_none() {
        return writeln!(out, "Nothing.");
    }
    writeln!(out, "| where | code | finding |\n|---|---|---|")?;
    for (file, Finding { start, diagnostic, .. }) in scanned.findings() {
        let (severity, code) = (diagnostic.severity(), diagnostic.code());
        let words = words(&diagnostic.in_words());
        writeln!(out, "| {} | {severity} `{code}` | {words} |", place(&file.path, start.line))?;
    }
    Ok(())
}

fn asked(places: &Places<'_>, out: Out<'_>) -> io::Result<()> {
    heading("What is asked for", out)?;
    if places.is_empty() {
        return writeln!(out, "Nothing.");
    }
    writeln!(out, "| scope | permits | where |\n|---|---|---|")?;
    for (scope, places) in places {
        let summary = with_entry(scope, |entry| entry.summary().map(markdown_text));
        let summary = summary.flatten().unwrap_or_else(|| "unknown".into());
        writeln!(out, "| {} | {summary} | {} |", code(scope), some(places.iter().cloned()))?;
    }
    Ok(())
}

fn broad(places: &Places<'_>, out: Out<'_>) -> io::Result<()> {
    let narrower = |scope| {
        let names = with_entry(scope, |entry| {
            let narrower = entry.narrower(&[]).direct;
            narrower.iter().map(|entry| code(entry.as_str())).collect::<Vec<_>>()
        });
        names.filter(|names| !names.is_empty())
    };
    let broad: Vec<_> = places.keys().filter_map(|scope| Some((*scope, narrower(scope)?))).collect();
    if broad.is_empty() {
        return Ok(());
    }
    heading("What is over-broad", out)?;
    writeln!(out, "These cover other scopes. Where the task needs less, ask for less.\n")?;
    writeln!(out, "| scope | covers |\n|---|---|")?;
    broad.into_iter().try_for_each(|(scope, names)| writeln!(out, "| {} | {} |", code(scope), some(names.into_iter())))
}

fn repeated(places: &Places<'_>, out: Out<'_>) -> io::Result<()> {
    let several: Vec<_> =
        places.iter().filter(|(_, places)| places.iter().collect::<BTreeSet<_>>().len() > 1).collect();
    if several.is_empty() {
        return Ok(());
    }
    heading("What is asked for in several places", out)?;
    several
        .into_iter()
        .try_for_each(|(scope, places)| writeln!(out, "- {}: {}", code(scope), counted(places.len(), "place")))
}

fn heading(words: &str, out: Out<'_>) -> io::Result<()> {
    writeln!(out, "\n## {words}\n")
}

/// What is said of a scope by its entry, if it is one.
fn with_entry<T>(scope: &str, say: impl FnOnce(&Entry<'_>) -> T) -> Option<T> {
    let report = Catalogue::builtin().validate(scope, &Policy::LAX);
    match report.items() {
        [item] => Some(say(&item.entry)),
        _ => None,
    }
}

/// The first of several cells.
fn some(cells: impl ExactSizeIterator<Item = String>) -> String {
    let more = cells.len().saturating_sub(MAX_SHOWN);
    let mut shown: Vec<String> = cells.take(MAX_SHOWN).collect();
    if more > 0 {
        shown.push(format!("and {more} more"));
    }
    shown.join("<br>")
}

fn place(path: &str, line: usize) -> String {
    code(&format!("{path}:{line}"))
}

/// Words in which what stands in backticks is code.
fn words(words: &str) -> String {
    let parts = words.split('`').enumerate();
    let parts = parts.map(|(index, part)| match index % 2 {
        _ if part.is_empty() => String::new(),
        0 => {
            let inner = markdown_text(part);
            let space = |is: bool| if is { " " } else { "" };
            format!("{}{inner}{}", space(part.starts_with(' ')), space(part.ends_with(' ') && part.len() > 1))
        }
        _ => code(part),
    });
    parts.collect()
}

/// A word in the type of code. What could end it, or the cell, stands in HTML.
fn code(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "._-/{}$:, ".contains(c);
    if word.chars().all(is_plain) { format!("`{word}`") } else { format!("<code>{}</code>", markdown_text(word)) }
}
