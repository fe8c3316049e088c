//! What a scope literal names, or why it names nothing: the question the macros ask.

use std::ops::Range;

use crate::{
    catalogue::Catalogue,
    model::Service,
    nearest,
    scope::{OPERATIONS, Scope},
    tables::format::fills_hole,
};

/// Why a text is no scope of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// The faulty segments, counted from 0; the whole text where no single one is at fault.
    pub segments: Range<usize>,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What to do, if that is known.
    pub help: Option<String>,
}

impl Catalogue {
    /// The scope whose wire form, or one of whose other official spellings, is exactly `text`.
    ///
    /// # Errors
    ///
    /// A [`Miss`] that says which segment is at fault and, where something lies near, what was
    /// probably meant.
    pub fn resolve(&self, text: &str) -> Result<Scope<'_>, Miss> {
        let scopes = || self.scopes().filter(|scope| !scope.is_pattern());
        if let Some(scope) = scopes().find(|scope| scope.is_spelt(text)) {
            return Ok(scope);
        }
        let count = text.split('.').count();
        let miss = |segments, message: String, help: Option<String>| Err(Miss { segments, message, help });
        if text.is_empty() {
            return miss(0..1, "no scope given".to_owned(), Some("write one, such as `Service.name.READ`".to_owned()));
        }
        if text.contains(|c: char| c == ',' || c.is_whitespace()) {
            let help = "one scope belongs here; `scopes!` takes a list".to_owned();
            return miss(0..count, format!("`{text}` is no single scope"), Some(help));
        }
        if let Some(scope) = scopes().find(|scope| scope.wire().eq_ignore_ascii_case(text)) {
            return miss(
                0..count,
                format!("`{text}` is not how this scope is written"),
                Some(format!("write `{}`", scope.wire())),
            );
        }
        if let Some(mistake) =
            self.services().iter().flat_map(|service| &service.mistakes).find(|mistake| mistake.text == text)
        {
            return miss(
                0..count,
                format!("`{text}` is a known misspelling"),
                Some(format!("write `{}`", mistake.means)),
            );
        }
        let Some((service_word, rest)) = text.split_once('.') else {
            return miss(
                0..1,
                format!("`{text}` lacks a scope name and an operation"),
                Some("write `Service.name.OPERATION`".to_owned()),
            );
        };
        let Some(service) = self.services().iter().find(|service| service.is_spelt(service_word)) else {
            let meant = self.service_meant(service_word).map(|meant| format!("{meant}.{rest}"));
            return miss(0..1, format!("unknown service `{service_word}`"), self.did_you_mean(meant));
        };
        let offered = |name: &str| {
            let scopes = service.scopes().filter(|scope| scope.name == name && !scope.is_pattern());
            scopes.filter_map(|scope| scope.operation).map(|item| item.operation.as_str()).collect::<Vec<_>>()
        };
        let named =
            |name: &str| service.names.keys().find(|known| known.eq_ignore_ascii_case(name) && !known.contains('{'));
        if let Some(name) = named(rest) {
            let help = format!("add one of the operations it offers: {}", offered(name).join(", "));
            return miss(0..count, format!("`{text}` lacks an operation"), Some(help));
        }
        let Some((name, operation)) = rest.rsplit_once('.') else {
            let help = "write `Service.name.OPERATION`".to_owned();
            return miss(0..count, format!("`{text}` has two parts, a scope has at least three"), Some(help));
        };
        if let Some((place, segment)) = text.split('.').enumerate().find(|(_, segment)| !fills_hole(segment)) {
            let help = "segments consist of ASCII letters, digits, `_` and `-`".to_owned();
            return miss(place..place + 1, format!("`{segment}` is no segment of a scope"), Some(help));
        }
        if let Some(pattern) = self.admits(text) {
            let message =
                format!("`{text}` is no scope of the catalogue, but the pattern `{}` admits it", pattern.wire());
            return miss(0..count, message, Some("it has no constant; `scopes!` takes it".to_owned()));
        }
        let Some(known) = named(name) else {
            let candidates = service.names.keys().filter(|name| !name.contains('{'));
            let meant = nearest(name, candidates).map(|meant| format!("{service_word}.{meant}.{operation}"));
            let message = format!("unknown scope name `{name}` in service `{}`", service.service);
            return miss(1..count - 1, message, self.did_you_mean(meant));
        };
        let offered = offered(known);
        let meant = nearest(operation, offered.iter().copied()).map(|meant| format!("{service_word}.{known}.{meant}"));
        let offers = format!("`{}.{known}` offers {}", service.service, offered.join(", "));
        let help = self.did_you_mean(meant).map_or_else(|| offers.clone(), |question| format!("{question} {offers}"));
        let message = format!("scope name `{}.{known}` has no operation `{operation}`", service.service);
        miss(count - 1..count, message, Some(help))
    }

    /// The pattern that admits a text which no scope spells: one segment stands in for its hole, and
    /// that is no operation of any service and, in whatever case, no name of the catalogue.
    #[must_use]
    pub fn admits(&self, text: &str) -> Option<Scope<'_>> {
        let (service, rest) = text.split_once('.')?;
        let (name, operation) = rest.rsplit_once('.')?;
        let mut services = self.services().iter().filter(|known| known.is_spelt(service));
        services.find_map(|service| {
            let mut patterns = service.scopes().filter(Scope::is_pattern);
            patterns.find(|pattern| {
                pattern.operation.is_some_and(|item| item.operation == operation)
                    && service.fills(pattern.name, name, |word| self.is_operation(word))
            })
        })
    }

    /// Whether any service may use this word as an operation.
    fn is_operation(&self, word: &str) -> bool {
        let declared = self.services().iter().flat_map(|service| service.verbs.keys());
        OPERATIONS.into_iter().chain(declared).any(|known| known.eq_ignore_ascii_case(word))
    }

    /// The service that is probably meant by a word that is none.
    fn service_meant(&self, word: &str) -> Option<&str> {
        let folded = self.services().iter().find(|service| {
            service.service.eq_ignore_ascii_case(word)
                || service.misnomers.iter().any(|name| name.eq_ignore_ascii_case(word))
        });
        folded
            .map(|service| service.service.as_str())
            .or_else(|| nearest(word, self.services().iter().map(|service| service.service.as_str())))
    }

    /// A question that names a scope in full: `text` itself, or what it leads to when it is wrong too.
    fn did_you_mean(&self, text: Option<String>) -> Option<String> {
        let text = text?;
        match self.resolve(&text) {
            Ok(scope) => Some(format!("did you mean `{}`?", scope.wire())),
            Err(Miss { help: Some(help), .. }) => Some(help),
            Err(Miss { help: None, .. }) => None,
        }
    }
}

impl Scope<'_> {
    /// Whether `text` is the wire form or another official spelling of this scope.
    #[must_use]
    pub fn is_spelt(&self, text: &str) -> bool {
        let wire = self.wire();
        let with_alias = || {
            let (service, rest) = text.split_once('.')?;
            Some(self.service.aliases.iter().any(|alias| alias == service) && wire.split_once('.')?.1 == rest)
        };
        wire == text
            || self.operation.is_some_and(|operation| operation.aliases.iter().any(|alias| alias == text))
            || with_alias().unwrap_or_default()
    }
}

impl Service {
    /// Whether a name fits a pattern of this service.
    fn fills(&self, pattern: &str, name: &str, is_operation: impl Fn(&str) -> bool) -> bool {
        let is_hole = |segment: &str| segment.starts_with('{');
        let (segments, found): (Vec<&str>, Vec<&str>) = (pattern.split('.').collect(), name.split('.').collect());
        let Some(hole) = segments.iter().position(|segment| is_hole(segment)) else { return false };
        let fits = segments.len() == found.len()
            && segments.iter().zip(&found).all(|(segment, found)| {
                if is_hole(segment) { fills_hole(found) && !is_operation(found) } else { segment == found }
            });
        fits && {
            let upto = &found[..=hole];
            let same = |(one, other): (&str, &&str)| one.eq_ignore_ascii_case(other);
            let begins = |known: &str| known.split('.').count() > hole && known.split('.').zip(upto).all(same);
            !self.names.keys().any(begins)
        }
    }

    /// Whether `word` is an official spelling of this service.
    #[must_use]
    pub fn is_spelt(&self, word: &str) -> bool {
        self.service == word || self.aliases.iter().any(|alias| alias == word)
    }
}
