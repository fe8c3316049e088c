//! Templates: scopes of which a part is filled in later. What is written already is checked.

use alloc::{format, vec::Vec};

use super::{
    classifier::Classifier,
    code::Code,
    diagnostic::{Diagnostic, Suggestion},
    suggest,
};
use crate::{
    table::{Name, Row, Service, pattern},
    text::{Span, distance::nearest},
};

/// What stands for a placeholder in a template: one segment or several, or a part of one.
const PLACEHOLDER: &str = "{}";

impl Classifier {
    /// What is wrong with a template, in which `{}` stands for each placeholder; nothing where some scope or pattern of
    /// the catalogue may come of it.
    #[must_use]
    pub fn template(&self, template: &str) -> Option<Diagnostic> {
        let mut segments: Vec<&str> = template.split('.').collect();
        let word = *segments.first().filter(|word| !word.contains(PLACEHOLDER))?;
        let Some(service) = self.tables.service(word) else {
            return Some(self.unknown_service(word));
        };
        let scopes: Vec<Row> = service.names().flat_map(Name::scopes).collect();
        if self.tables.misspelling(template).is_some() || scopes.iter().any(|scope| admits(&segments, scope)) {
            return None;
        }
        for index in 1..segments.len() {
            let wrong = segments[index];
            if wrong.contains(PLACEHOLDER) {
                continue;
            }
            segments[index] = PLACEHOLDER;
            let admitted = scopes.iter().filter(|scope| admits(&segments, scope));
            let meant: Vec<&str> = admitted.flat_map(|scope| scope.wire.split('.').skip(1)).collect();
            segments[index] = wrong;
            if !meant.is_empty() {
                let known = meant.into_iter().filter(|word| !pattern::is_placeholder(word));
                return Some(self.wrong_segment(service, &segments, index, nearest(wrong, known)));
            }
        }
        let message = format!("no scope of `{service}` comes of `{template}`");
        let whole = Span::new(0, template.len());
        let help = format!("`zoho-scopes list --service {service}` lists them");
        Some(self.strictness.diagnostic(Code::UnknownScopeName, whole, message, Some(help), Vec::new()))
    }

    fn unknown_service(&self, word: &str) -> Diagnostic {
        let span = Span::new(0, word.len());
        let near = suggest::service(self.tables, word);
        let help = near.map(|service| format!("did you mean `{service}`?"));
        let fix = near.map(|service| Suggestion::maybe(span, service.row().name));
        let message = format!("there is no service `{word}`");
        self.strictness.diagnostic(Code::UnknownService, span, message, help, fix.into_iter().collect())
    }

    fn wrong_segment(&self, service: Service, segments: &[&str], index: usize, near: Option<&str>) -> Diagnostic {
        let start = segments[..index].iter().map(|segment| segment.len() + 1).sum();
        let (word, span) = (segments[index], Span::new(start, start + segments[index].len()));
        let is_last = index + 1 == segments.len();
        let (code, message) = if is_last {
            (Code::UnknownOperation, format!("no such scope of `{service}` has the operation `{word}`"))
        } else {
            (Code::UnknownScopeName, format!("no such scope of `{service}` has `{word}` in its name"))
        };
        let help = near.map(|near| format!("did you mean `{near}`?"));
        let help = help.unwrap_or_else(|| format!("`zoho-scopes list --service {service}` lists them"));
        let fix = near.map(|near| Suggestion::maybe(span, near));
        self.strictness.diagnostic(code, span, message, Some(help), fix.into_iter().collect())
    }
}

/// Whether a scope, or a scope of a pattern, may come of a template.
fn admits(template: &[&str], scope: Row) -> bool {
    let known: Vec<&str> = scope.wire.split('.').collect();
    fits(&template[1..], known.get(1..).unwrap_or_default())
}

fn fits(template: &[&str], known: &[&str]) -> bool {
    let ([first, rest @ ..], [word, others @ ..]) = (template, known) else {
        return template.is_empty() && known.is_empty();
    };
    if *first == PLACEHOLDER {
        return (1..=known.len()).any(|count| fits(rest, &known[count..]));
    }
    fits_word(first, word) && fits(rest, others)
}

/// Whether a segment of a template fits one of a scope name; a placeholder may be a part of it.
fn fits_word(segment: &str, word: &str) -> bool {
    if pattern::is_placeholder(word) {
        return true;
    }
    let Some((begins, ends)) = segment.split_once(PLACEHOLDER) else { return segment.eq_ignore_ascii_case(word) };
    let ends = ends.rsplit(PLACEHOLDER).next().unwrap_or_default();
    let (word, begins, ends) = (word.to_ascii_lowercase(), begins.to_ascii_lowercase(), ends.to_ascii_lowercase());
    word.len() >= begins.len() + ends.len() && word.starts_with(&begins) && word.ends_with(&ends)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::fits;

    #[test]
    fn placeholders_stand_for_segments_and_parts() {
        let check = |template: &str, known: &str| {
            let (template, known): (Vec<_>, Vec<_>) = (template.split('.').collect(), known.split('.').collect());
            fits(&template, &known)
        };
        assert!(check("modules.{}.READ", "modules.leads.READ") && check("modules.{}.READ", "modules.{module}.READ"));
        assert!(check("{}", "settings.fields.READ") && check("settings.{}", "settings.fields.READ"));
        assert!(check("ticket{}.read", "tickets.READ") && check("{}s.READ", "tickets.READ"));
        assert!(!check("modulez.{}.READ", "modules.leads.READ") && !check("modules.{}", "modules"));
        assert!(!check("tick{}{}x.READ", "tickets.READ") && !check("", "modules"));
    }
}
