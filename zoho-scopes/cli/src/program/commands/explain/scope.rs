//! `zoho-scopes explain` of a scope, or of a pattern and what it admits.

use std::{fmt::Display, io};

use zoho_scopes::{
    Entry, Scope,
    calls::Call,
    catalogue::{Pattern, ScopeName, Status},
    report::Item,
};

use zoho_scopes_data::text::printable::Printable;

use super::sources::sources;
use crate::program::answer::Out;

/// So many calls are listed unless all are asked for.
const MAX_CALLS: usize = 10;

/// The calls that the entry opens: all of them, or the first.
pub(super) fn calls(entry: &Entry<'_>, all: bool, out: Out<'_>) -> io::Result<()> {
    let most = if all { usize::MAX } else { MAX_CALLS };
    let calls: Vec<String> = Call::opened_by(entry).iter().map(Call::request).collect();
    listed(
        "calls it opens, alone or with others",
        calls.iter().take(most).map(|call| Printable::line(call).text),
        out,
    )?;
    match calls.len().saturating_sub(most) {
        0 => Ok(()),
        more => writeln!(out, "  and {more} more, which `--calls` lists"),
    }
}

pub(super) fn scope(scope: Scope, out: Out<'_>) -> io::Result<()> {
    writeln!(out, "{scope}\n  {}\n", scope.summary())?;
    about(&About::scope(scope), out)?;
    listed("covers", scope.covered(), out)?;
    listed("covered by", scope.covered_by(), out)?;
    if !scope.requires().is_empty() {
        writeln!(out, "\nalso needs")?;
        scope.requires().iter().try_for_each(|scope| writeln!(out, "  {scope}"))?;
    }
    sources(scope.sources(), out)
}

/// A text that a pattern admits.
pub(super) fn admitted(item: &Item<'_>, text: &str, summary: &str, found: Pattern, out: Out<'_>) -> io::Result<()> {
    writeln!(out, "{text}\n  {summary}\n")?;
    writeln!(out, "pattern     {found}")?;
    about(&About::pattern(found), out)?;
    listed("covers", item.entry.narrower(&[]).direct, out)?;
    sources(found.sources(), out)
}

pub(super) fn pattern(pattern: Pattern, out: Out<'_>) -> io::Result<()> {
    writeln!(out, "{pattern}\n  {}\n", pattern.summary())?;
    writeln!(out, "pattern     any one segment may replace what is in braces")?;
    about(&About::pattern(pattern), out)?;
    let calls = Call::all();
    listed("calls that name it", calls.iter().filter(|call| call.open_patterns().contains(&pattern.as_str())), out)?;
    sources(pattern.sources(), out)
}

/// What is known of scopes and patterns alike.
struct About {
    name: Option<ScopeName>,
    status: Status,
    reason: Option<&'static str>,
    since: Option<&'static str>,
    replacement: Option<&'static str>,
    docs: &'static str,
}

impl About {
    fn scope(scope: Scope) -> Self {
        Self {
            name: scope.name(),
            status: scope.status(),
            reason: scope.reason(),
            since: scope.deprecated_since(),
            replacement: scope.replacement(),
            docs: scope.docs_url(),
        }
    }

    fn pattern(pattern: Pattern) -> Self {
        Self {
            name: Some(pattern.name()),
            status: pattern.status(),
            reason: pattern.reason(),
            since: pattern.deprecated_since(),
            replacement: pattern.replacement(),
            docs: pattern.docs_url(),
        }
    }
}

/// What is known of a scope or a pattern, but for others that it covers.
fn about(about: &About, out: Out<'_>) -> io::Result<()> {
    if let Some(name) = about.name {
        let service = name.service();
        writeln!(out, "service     {service} ({})", service.product())?;
        let scopes = name.scopes().filter_map(Scope::operation);
        let operations: Vec<&str> = scopes.chain(name.patterns().map(Pattern::operation)).collect();
        writeln!(out, "scope name  {name}, which offers {}", operations.join(", "))?;
    }
    writeln!(out, "status      {}", about.status)?;
    for (label, text) in [("reason", about.reason), ("since", about.since), ("use", about.replacement)] {
        if let Some(text) = text {
            writeln!(out, "{label:11} {text}")?;
        }
    }
    writeln!(out, "docs        {}", about.docs)
}

fn listed(title: &str, items: impl IntoIterator<Item = impl Display>, out: Out<'_>) -> io::Result<()> {
    for (place, item) in items.into_iter().enumerate() {
        if place == 0 {
            writeln!(out, "\n{title}")?;
        }
        writeln!(out, "  {item}")?;
    }
    Ok(())
}
