//! Scopes and sets from serde data.

use alloc::{format, string::String, vec::Vec};
use core::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error as _, SeqAccess, Visitor},
};

use crate::{
    catalogue::{Catalogue, Scope},
    policy::Policy,
    report::{Code, Error, Report, Span},
    set::ScopeSet,
};

impl<'de> Deserialize<'de> for Scope {
    /// Reads a scope from a string, in any case, as `FromStr` does.
    ///
    /// # Errors
    ///
    /// What is wrong in one line (code, place, words), if the text is not a scope of the catalogue.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(OneScope)
    }
}

impl<'de> Deserialize<'de> for ScopeSet {
    /// Reads a set from a string as people paste it ([`Policy::LAX`]), or from an array of such strings, of which
    /// each usually is one scope. An empty array is the empty set.
    ///
    /// # Errors
    ///
    /// What is wrong in one line (code, place, words), if any diagnostic is an error.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, Lists { policy: Policy::LAX, allowed: &[] })
    }
}

impl ScopeSet {
    /// Reads what a token was granted, from a string or an array of strings: unknown scopes are kept, as
    /// [`ScopeSet::granted`] does. For `#[serde(deserialize_with = "ScopeSet::deserialize_granted")]`.
    ///
    /// # Errors
    ///
    /// If a list is longer than [`Policy::GRANTED`] allows.
    pub fn deserialize_granted<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // What a token was granted may be nothing.
        read(deserializer, Lists { policy: Policy::GRANTED, allowed: &[Code::EmptyList] })
    }
}

fn read<'de, D: Deserializer<'de>>(deserializer: D, lists: Lists) -> Result<ScopeSet, D::Error> {
    // Formats for machines alone do not say what follows; there a set is always written as a sequence.
    if deserializer.is_human_readable() {
        deserializer.deserialize_any(lists)
    } else {
        deserializer.deserialize_seq(lists)
    }
}

/// What is wrong in one line, for those who show no report: of each diagnostic the code, the place and the words.
fn located(error: &Error) -> String {
    error.in_line(|diagnostic| {
        let Span { start, end } = diagnostic.span();
        format!("{} at {start}..{end}: {}", diagnostic.code(), diagnostic.in_words())
    })
}

struct OneScope;

impl Visitor<'_> for OneScope {
    type Value = Scope;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a scope")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Scope, E> {
        text.parse().map_err(|error| E::custom(located(&error)))
    }
}

struct Lists {
    policy: Policy,
    /// Errors that do not count.
    allowed: &'static [Code],
}

impl Lists {
    fn report<'a>(&self, list: &'a str) -> Result<Report<'a>, Error> {
        let mut report = Catalogue::builtin().validate(list, &self.policy);
        report.diagnostics.retain(|diagnostic| !self.allowed.contains(&diagnostic.code()));
        if report.is_valid() { Ok(report) } else { Err(Error::new(report)) }
    }
}

impl<'de> Visitor<'de> for Lists {
    type Value = ScopeSet;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a scope list: a string, or an array of strings")
    }

    fn visit_str<E: serde::de::Error>(self, list: &str) -> Result<ScopeSet, E> {
        match self.report(list) {
            Ok(report) => Ok(report.to_set()),
            Err(error) => Err(E::custom(located(&error))),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<ScopeSet, A::Error> {
        let mut entries = Vec::new();
        let mut errors: Vec<String> = Vec::new();
        let mut number = 0;
        while let Some(list) = sequence.next_element::<String>()? {
            number += 1;
            match self.report(&list) {
                Ok(report) => entries.extend(report.items.into_iter().map(|item| item.entry.into_owned())),
                Err(error) => errors.push(format!("element {number}: {}", located(&error))),
            }
        }
        if errors.is_empty() { Ok(entries.into_iter().collect()) } else { Err(A::Error::custom(errors.join("; "))) }
    }
}
