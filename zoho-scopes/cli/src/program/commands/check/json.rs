//! A report as JSON, letter for letter as serde writes it, for those who check a million lists: what can hold nothing to
//! escape is not searched for it. What looks secret is covered, byte for byte.

use std::{borrow::Cow, io};

use zoho_scopes::{
    Entry, Report,
    report::{Diagnostic, Item, Span, Suggestion},
};

use crate::program::redact;

/// Writes a report.
pub(super) fn write(report: &Report<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    let input = if is_known(report) { Cow::Borrowed(report.input()) } else { redact::covered(report.input()) };
    let input = &*input;
    let is_plain = is_plain(input);
    out.extend_from_slice(b"{\"input\":");
    text(input, is_plain, out)?;
    out.extend_from_slice(if report.is_valid() { b",\"valid\":true" } else { b",\"valid\":false" });
    out.extend_from_slice(b",\"scopes\":[");
    separated(report.items(), out, |found, out| item(found, input, is_plain, out))?;
    out.extend_from_slice(b"],\"diagnostics\":[");
    separated(report.diagnostics(), out, diagnostic)?;
    out.extend_from_slice(b"]}");
    Ok(())
}

/// Whether a list is scopes of the catalogue with no more than separators between: no secret is as short.
fn is_known(report: &Report<'_>) -> bool {
    const SEPARATOR: usize = 4;
    let mut done = 0;
    let is_next = |Item { span, entry, .. }: &Item<'_>| {
        let between = span.start.saturating_sub(done);
        done = span.end;
        between <= SEPARATOR && !matches!(entry, Entry::Unknown(_))
    };
    report.items().iter().all(is_next) && report.input().len().saturating_sub(done) <= SEPARATOR
}

/// An entry. Scopes of the catalogue hold nothing to escape, nor does a part of an input without it. A secret has no parts.
fn item(Item { span, entry, .. }: &Item<'_>, input: &str, is_plain: bool, out: &mut Vec<u8>) -> io::Result<()> {
    let is_known = entry.scope().is_some();
    out.extend_from_slice(b"{\"input\":");
    text(&input[span.range()], is_plain, out)?;
    out.extend_from_slice(b",\"span\":");
    place(*span, out)?;
    match entry {
        Entry::Unknown(_) => out.extend_from_slice(b",\"known\":false,\"wire\":null"),
        entry => {
            out.extend_from_slice(b",\"known\":true,\"wire\":");
            text(entry.as_str(), is_known, out)?;
        }
    }
    match entry.parts().filter(|_| is_known || !redact::has_secret(entry.as_str())) {
        Some([service, name, operation]) => {
            out.extend_from_slice(b",\"service\":");
            text(service, is_known, out)?;
            out.extend_from_slice(b",\"name\":");
            text(name, is_known, out)?;
            out.extend_from_slice(b",\"operation\":");
            text(operation, is_known, out)?;
        }
        None => out.extend_from_slice(b",\"service\":null,\"name\":null,\"operation\":null"),
    }
    if let Entry::Admitted(admitted) = entry {
        out.extend_from_slice(b",\"pattern\":");
        text(admitted.pattern().as_str(), false, out)?;
    }
    out.push(b'}');
    Ok(())
}

fn diagnostic(found: &Diagnostic, out: &mut Vec<u8>) -> io::Result<()> {
    out.extend_from_slice(b"{\"code\":");
    text(found.code().as_str(), true, out)?;
    out.extend_from_slice(b",\"severity\":");
    text(found.severity().as_str(), true, out)?;
    out.extend_from_slice(b",\"span\":");
    place(found.span(), out)?;
    out.extend_from_slice(b",\"message\":");
    text(found.message(), false, out)?;
    out.extend_from_slice(b",\"help\":");
    match found.help() {
        Some(help) => text(help, false, out)?,
        None => out.extend_from_slice(b"null"),
    }
    out.extend_from_slice(b",\"suggestion\":");
    match found.suggestions().first() {
        Some(first) => {
            replacement(first, out)?;
            out.push(b'}');
        }
        None => out.extend_from_slice(b"null"),
    }
    out.extend_from_slice(b",\"suggestions\":[");
    separated(found.suggestions(), out, |suggestion, out| {
        replacement(suggestion, out)?;
        out.extend_from_slice(b",\"applicability\":");
        text(suggestion.applicability.as_str(), true, out)?;
        out.push(b'}');
        Ok(())
    })?;
    out.extend_from_slice(b"]}");
    Ok(())
}

/// What a suggestion replaces, and by what; the object is left open.
fn replacement(suggestion: &Suggestion, out: &mut Vec<u8>) -> io::Result<()> {
    out.extend_from_slice(b"{\"span\":");
    place(suggestion.span, out)?;
    out.extend_from_slice(b",\"replacement\":");
    text(&suggestion.replacement, false, out)
}

/// Several things with commas between.
fn separated<T>(
    things: &[T],
    out: &mut Vec<u8>,
    mut write: impl FnMut(&T, &mut Vec<u8>) -> io::Result<()>,
) -> io::Result<()> {
    for (index, thing) in things.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write(thing, out)?;
    }
    Ok(())
}

fn place(span: Span, out: &mut Vec<u8>) -> io::Result<()> {
    out.push(b'[');
    serde_json::to_writer(&mut *out, &span.start)?;
    out.push(b',');
    serde_json::to_writer(&mut *out, &span.end)?;
    out.push(b']');
    Ok(())
}

#[inline]
fn text(text: &str, is_known_to_be_plain: bool, out: &mut Vec<u8>) -> io::Result<()> {
    if is_known_to_be_plain || is_plain(text) {
        out.reserve(text.len() + 2);
        out.push(b'"');
        out.extend_from_slice(text.as_bytes());
        out.push(b'"');
        return Ok(());
    }
    Ok(serde_json::to_writer(out, text)?)
}

/// Whether a text holds nothing that JSON escapes: many bytes at a time, which lazy operators would hinder.
#[expect(clippy::needless_bitwise_bool, reason = "faster")]
fn is_plain(text: &str) -> bool {
    let is_escaped = |byte: u8| (byte < b' ') | (byte == b'"') | (byte == b'\\');
    let mut parts = text.as_bytes().chunks_exact(16);
    let is_in_rest = parts.remainder().iter().any(|byte| is_escaped(*byte));
    !is_in_rest && !parts.any(|part| part.iter().fold(false, |found, byte| found | is_escaped(*byte)))
}
