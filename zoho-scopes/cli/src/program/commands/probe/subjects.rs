//! Which scopes are asked about.

use zoho_scopes::{Catalogue, Entry, Policy, Scope};

use crate::program::{
    answer::{Failure, Result},
    input,
    service::service,
    stderr::print,
};

/// The scopes of a list, as they are written there, and those of a service; each once.
pub(super) fn of(list: Option<&str>, of_service: Option<&str>) -> Result<Vec<String>> {
    let mut subjects: Vec<String> = Vec::new();
    let mut add = |text: &str| {
        if !subjects.iter().any(|other| other == text) {
            subjects.push(text.to_owned());
        }
    };
    if let Some(list) = list {
        let list = input::list(list)?;
        let report = Catalogue::builtin().validate(&list, &Policy::LAX.redundant(false));
        let mut others = 0;
        for item in report.items() {
            let (read, written) = (item.entry.as_str(), &report.input()[item.span.range()]);
            let text = if written.eq_ignore_ascii_case(read) { written } else { read };
            let is_word = matches!(item.entry, Entry::Known(_));
            if is_word || is_plain(text) {
                add(text);
            } else {
                others += 1;
            }
        }
        if others > 0 {
            // What they are is not repeated: they may be secrets.
            print(&format!("note: left out, not written like scopes: {others}"));
        }
    }
    if let Some(word) = of_service {
        service(word)?.scopes().map(Scope::as_str).for_each(add);
    }
    if subjects.is_empty() {
        return Err(Failure::Usage("there are no scopes to ask about".into()));
    }
    Ok(subjects)
}

/// A scope of the same service that does not exist.
pub(super) fn control(scope: &str) -> String {
    let service = scope.split('.').next().unwrap_or_default();
    format!("{service}.this_scope_does_not_exist.READ")
}

/// Whether a text is written like a scope: one with a placeholder is not, nor is a token.
fn is_plain(text: &str) -> bool {
    let is_written = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.contains('.') && text.bytes().all(is_written)
}
