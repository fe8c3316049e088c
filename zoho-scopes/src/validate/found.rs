//! A list that was found in a text: entry by entry, since anything may stand between them.

use alloc::{format, string::String, vec, vec::Vec};

use zoho_scopes_data::{
    classify::{Class, Part, RawEntry},
    text::normalise::{Normalised, normalise},
};

use super::{list::ListValidator, sources::entries};
use crate::{
    catalogue::{Catalogue, Entry, Scope},
    find::{Form, Kind, List, cells::divided, with_placeholders},
    policy::Policy,
    read::tokens::is_joining,
    report::{Code, Diagnostic, Item, Severity, Span, Suggestion},
};

impl<'a> ListValidator<'a, '_> {
    /// The entries of a list; what is in comments is none.
    pub(super) fn of_found<'p>(catalogue: Catalogue, policy: &'p Policy, list: &List<'a>) -> ListValidator<'a, 'p> {
        let Span { start, end } = list.span();
        let mut validator = ListValidator::new(catalogue, policy, &list.text()[start..end], start);
        validator.is_choice = list.form() == Form::Map;
        for entry in list.matches() {
            let span = Span::new(entry.span.start - start, entry.span.end - start);
            match entry.kind {
                Kind::Scope => validator.found(span),
                Kind::Template => validator.template(list.text(), entry.span.start, span),
                Kind::Commented => {}
            }
        }
        validator.hide_between(list);
        validator
    }

    /// Says what stands beside the entries of a list that was found.
    pub(super) fn beside(&mut self, list: &List<'a>) {
        let Span { start, end } = list.span();
        let is_more = |text: &str| entries(text).next().is_some();
        if let Some(value) = list.value {
            self.taken_from(Some(value.within));
        } else if is_more(&list.text()[..start]) || is_more(&list.text()[end..]) {
            self.taken_out_of("a text");
        }
        for gap in gaps(list) {
            for Part { text, span } in entries(&list.text()[gap.range()]) {
                let place = gap.start - start;
                self.left_out(text, Span::new(place + span.start, place + span.end), is_joining(text));
            }
        }
    }

    /// What stands between entries may be secret, so a report has spaces for its letters and digits.
    fn hide_between(&mut self, list: &List<'_>) {
        let Span { start, end } = list.span();
        let mut input = String::new();
        let mut at = start;
        for gap in gaps(list) {
            let text = &list.text()[gap.range()];
            if !text.contains(char::is_alphanumeric) {
                continue;
            }
            input.push_str(&list.text()[at..gap.start]);
            for c in text.chars() {
                // As many bytes, so that places stay.
                if c.is_alphanumeric() { input.extend([' '].repeat(c.len_utf8())) } else { input.push(c) }
            }
            at = gap.end;
        }
        if at > start {
            input.push_str(&list.text()[at..end]);
            self.shown = Some(input);
        }
    }

    fn found(&mut self, span: Span) {
        if self.is_beyond_limits(span) {
            return;
        }
        let given = &self.list[span.range()];
        if let Some(whole) = self.of_cells(given) {
            return self.in_cells(span, &whole);
        }
        let Normalised { text, offsets, .. } = normalise(given);
        let back = |part: Span| {
            let part = offsets.given(part);
            Span::new(part.start + span.start, part.end + span.start)
        };
        let mut diagnostics = Vec::new();
        let class = self.classify(&RawEntry::new(&text, 0), self.items.len(), &mut diagnostics);
        if let Some(wire) = self.with_dots(given) {
            let whole = Span::new(0, text.len());
            let message = format!("`{text}` has other characters where dots belong");
            let diagnostic = Diagnostic::new(Code::InvalidCharacter, Severity::Error, whole, message);
            let fix = Suggestion::certain(whole, wire);
            diagnostics = vec![diagnostic.with_help(format!("write `{wire}`")).with_suggestions([fix])];
        }
        for diagnostic in diagnostics {
            self.push(diagnostic.with_spans(back));
        }
        self.items.push(Item { span, entry: Entry::of(class, &text).over(given) });
    }

    /// The scope that an entry spells in cells of a table: the first with its name in front, others of the row without.
    fn of_cells(&mut self, given: &str) -> Option<String> {
        let row = self.row.take();
        let (name, operation) = match divided(given) {
            Some((name, operation)) => (String::from(name), operation),
            None => (row.filter(|_| self.classifier.is_operation(given))?, given),
        };
        let whole = format!("{name}.{operation}");
        self.row = Some(name);
        Some(whole)
    }

    fn in_cells(&mut self, span: Span, whole: &str) {
        let mut diagnostics = Vec::new();
        let class = self.classify(&RawEntry::new(whole, 0), self.items.len(), &mut diagnostics);
        for diagnostic in diagnostics {
            self.push(diagnostic.with_spans(|_| span));
        }
        let message = String::from("the operations are in table cells of their own");
        self.written_otherwise(Code::Markup, span, message, Some(format!("it is read as `{whole}`")));
        let given = &self.list[span.range()];
        self.items.push(Item { span, entry: Entry::of(class, whole).over(given) });
    }

    /// The scope that a text spells with other signs in the places of dots.
    fn with_dots(&self, text: &str) -> Option<&'static str> {
        let signs: &[char] = if text.contains('.') { &[':', '/'] } else { &[':', '/', '_'] };
        if !text.contains(signs) {
            return None;
        }
        self.catalogue.find(&text.replace(signs, ".")).map(Scope::as_str)
    }

    /// A template becomes a scope later, so a list to be sent may not hold it; what is written already is checked.
    fn template(&mut self, text: &str, start: usize, span: Span) {
        if self.is_beyond_limits(span) {
            return;
        }
        let given = &self.list[span.range()];
        let template = with_placeholders(text, start).unwrap_or_default();
        if let Some(diagnostic) = self.classifier.template(&template) {
            let part = &template[diagnostic.span().range()];
            // Placeholders and escapes are written otherwise; segments are not.
            let place = given.find(part).map_or(span, |place| {
                let start = span.start + place;
                Span::new(start, start + part.len())
            });
            self.push(diagnostic.with_spans(|_| place));
        }
        let message = format!("`{given}` is a template: a part of it is filled in later");
        let severity = self.severity_of_writing();
        let diagnostic = Diagnostic::new(Code::PlaceholderLeftIn, severity, span, message);
        self.push(diagnostic.with_help(String::from("what is sent is checked once it is filled in")));
        self.items.push(Item { span, entry: Entry::of(Class::Unknown, given).over(given) });
    }

    /// Whether an entry that the finder found lies beyond what a list may have; that is said once.
    fn is_beyond_limits(&mut self, span: Span) -> bool {
        let Policy { max_bytes, max_entries, .. } = *self.policy;
        let limit = if self.is_cut {
            return true;
        } else if span.end > max_bytes {
            format!("the list has {} bytes, {max_bytes} are allowed", self.list.len())
        } else if self.items.len() == max_entries {
            format!("the list has more than {max_entries} entries")
        } else {
            return false;
        };
        self.cut(Span::new(span.start, self.list.len()), limit);
        true
    }
}

/// What stands between the entries of a list.
fn gaps(list: &List<'_>) -> impl Iterator<Item = Span> {
    list.matches().windows(2).map(|pair| Span::new(pair[0].span.end, pair[1].span.start))
}
