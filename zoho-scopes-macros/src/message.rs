//! Compile errors from diagnostics: the same words, and a caret line where the compiler cannot underline.

use core::ops::Range;

use zoho_scopes_data::{classify::Diagnostic, text::Span};

use crate::input::Written;

/// The compile error of a diagnostic about a text.
pub(crate) fn error(written: &Written, text: &str, diagnostic: &Diagnostic) -> syn::Error {
    let mut lines = vec![format!("{} ({})", diagnostic.message(), diagnostic.code())];
    if matches!(written, Written::Literal(_)) && !text.is_empty() {
        // Inside a literal nothing can be underlined.
        let width = |text: Option<&str>| text.map_or(0, |text| text.chars().count());
        let before = width(text.get(..diagnostic.span().start));
        let marked = width(text.get(diagnostic.span().range())).max(1);
        lines.extend([format!("  {text}"), format!("  {}{}", " ".repeat(before), "^".repeat(marked))]);
    }
    lines.extend(diagnostic.help().map(|help| format!("help: {help}")));
    if let Some(fixed) = fixed(text, diagnostic).map(|fixed| format!("`{fixed}`")) {
        if !lines.iter().any(|line| line.contains(&fixed)) {
            lines.push(format!("suggestion: {fixed}"));
        }
    }
    syn::Error::new(written.span(segments(text, diagnostic.span())), lines.join("\n"))
}

/// The text with the first suggestion applied.
fn fixed(text: &str, diagnostic: &Diagnostic) -> Option<String> {
    let first = diagnostic.suggestions().first()?;
    Some([text.get(..first.span.start)?, &first.replacement, text.get(first.span.end..)?].concat())
}

/// The segments that a span touches.
fn segments(text: &str, span: Span) -> Range<usize> {
    let dots = |text: Option<&str>| text.map_or(0, |text| text.matches('.').count());
    let first = dots(text.get(..span.start));
    first..first + dots(text.get(span.range())) + 1
}

/// The message about a text that is not one entry.
pub(crate) fn of_several(text: &str, is_separator: impl Fn(char) -> bool) -> Option<String> {
    let entries = text.split(is_separator).filter(|entry| !entry.is_empty()).count();
    match entries {
        0 => Some("no scope given\nhelp: write one, such as `Service.name.READ`".to_owned()),
        1 => None,
        _ => Some(format!("one scope is wanted, the text has {entries}\nhelp: `scopes!` takes a list")),
    }
}
