//! Scopes and reports as serde data, in the form the program prints.

use alloc::{collections::BTreeMap, vec::Vec};

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::{
    catalogue::{Entry, Pattern, Scope, ScopeName, Service},
    report::{Item, Report, Span},
    set::{Coverage, ScopeSet},
};

/// Handles and entries are their texts.
macro_rules! texts {
    ($($type:ty)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )*};
}

texts! { Scope Pattern Service ScopeName Entry<'_> }

/// An array, in output order: it shows in a diff what came and went, and editors complete each element. The form
/// of requests, with commas, is what [`ScopeSet`] prints.
impl Serialize for ScopeSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl Serialize for Coverage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let undocumented: Vec<&Entry<'_>> = self.undocumented().iter().map(|item| &item.entry).collect();
        let by: BTreeMap<&str, &[Entry<'_>]> =
            self.covered().iter().map(|item| (item.entry.as_str(), item.by.as_slice())).collect();
        let mut coverage = serializer.serialize_struct("Coverage", 5)?;
        coverage.serialize_field("covered", &self.is_covered())?;
        coverage.serialize_field("missing", self.missing())?;
        coverage.serialize_field("undocumented", &undocumented)?;
        coverage.serialize_field("excess", self.excess())?;
        coverage.serialize_field("by", &by)?;
        coverage.end()
    }
}

/// One entry of a checked list.
#[derive(Serialize)]
struct CheckedScope<'a> {
    input: &'a str,
    span: Span,
    known: bool,
    wire: Option<&'a str>,
    service: Option<&'a str>,
    name: Option<&'a str>,
    operation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
}

impl<'a> CheckedScope<'a> {
    fn new(input: &'a str, item: &'a Item<'_>) -> Self {
        let text = &input[item.span.range()];
        let [service, name, operation] = item.entry.parts().map_or([None; 3], |parts| parts.map(Some));
        let pattern =
            if let Entry::Admitted(admitted) = &item.entry { Some(admitted.pattern().as_str()) } else { None };
        let known = !matches!(item.entry, Entry::Unknown(_));
        let wire = known.then(|| item.entry.as_str());
        Self { input: text, span: item.span, known, wire, service, name, operation, pattern }
    }
}

/// The entries of a checked list, made while they are written.
struct CheckedScopes<'a>(&'a Report<'a>);

impl Serialize for CheckedScopes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.items().iter().map(|item| CheckedScope::new(self.0.input(), item)))
    }
}

/// The form that `check --format json` prints. Nothing reads it back: a report is made by validating its input.
impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 4)?;
        report.serialize_field("input", self.input())?;
        report.serialize_field("valid", &self.is_valid())?;
        report.serialize_field("scopes", &CheckedScopes(self))?;
        report.serialize_field("diagnostics", self.diagnostics())?;
        report.end()
    }
}
