//! A report: the entries of a list with their places, and every diagnostic.

use alloc::{borrow::Cow, vec::Vec};

use super::{Diagnostic, Severity, Span};
use crate::catalogue::Entry;

/// The result of validating a scope list.
///
/// With the feature `serde` it is an answer to whoever supplied the list. Spans are in bytes of `input`, which for
/// a list in ASCII are characters:
///
/// ```
/// # #[cfg(all(feature = "serde", feature = "json"))] {
/// let report = serde_json::to_value(zoho_scopes::validate("ZohoCliq.Chanels.READ"))?;
/// assert_eq!(report, serde_json::json!({
///     "input": "ZohoCliq.Chanels.READ",
///     "valid": false,
///     "scopes": [{
///         "input": "ZohoCliq.Chanels.READ", "span": [0, 21], "known": false, "wire": null,
///         "service": "ZohoCliq", "name": "Chanels", "operation": "READ",
///     }],
///     "diagnostics": [{
///         "code": "unknown-scope-name", "severity": "error", "span": [9, 16],
///         "message": "service `ZohoCliq` has no scope name `Chanels`",
///         "help": "did you mean `ZohoCliq.Channels.READ`?",
///         "suggestion": {"span": [9, 16], "replacement": "Channels"},
///         "suggestions": [{"span": [9, 16], "replacement": "Channels", "applicability": "certain"}],
///     }],
/// }));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "a report may hold errors"]
pub struct Report<'a> {
    pub(crate) input: Cow<'a, str>,
    pub(crate) start: usize,
    pub(crate) items: Vec<Item<'a>>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// An entry with its place in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Item<'a> {
    /// Where it stands, in bytes of the input. Places rise, and do not overlap.
    pub span: Span,
    /// What it is.
    pub entry: Entry<'a>,
}

impl Report<'_> {
    /// The list as it was given, which all spans count from.
    ///
    /// Where it is the value of something (a parameter of a URL, a member of a JSON object, a
    /// setting), it is that value alone: what stands beside it may be secret, and is not kept.
    #[must_use]
    pub fn input(&self) -> &str {
        &self.input
    }

    /// Where the input begins in the text that was validated, in bytes; 0 if that was the list alone.
    ///
    /// ```
    /// let text = "# asked for at login\nscopes: ZohoCliq.Chanels.READ";
    /// let report = zoho_scopes::validate(text);
    /// let at_error = report.diagnostics().last().unwrap().span().range();
    /// assert_eq!(&text[report.start()..][at_error], "Chanels");
    /// ```
    #[must_use]
    pub fn start(&self) -> usize {
        self.start
    }

    /// Whether nothing is wrong: no diagnostic is an error.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.diagnostics.iter().all(|diagnostic| diagnostic.severity() < Severity::Error)
    }

    /// The entries, in the order of the list, repeats among them.
    #[must_use]
    pub fn items(&self) -> &[Item<'_>] {
        &self.items
    }

    /// Every diagnostic, in the order of the list.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The report with its diagnostics changed, or left out where `change` gives none.
    ///
    /// ```
    /// use zoho_scopes::{report::Code, validate};
    ///
    /// let report = validate("zohocliq.chats.read; ZohoCliq.Bots.READ");
    /// let report = report.map_diagnostics(|found| (found.code() != Code::OtherCase).then_some(found));
    /// assert_eq!(report.diagnostics().len(), 1);
    /// ```
    pub fn map_diagnostics(mut self, change: impl FnMut(Diagnostic) -> Option<Diagnostic>) -> Self {
        self.diagnostics = self.diagnostics.into_iter().filter_map(change).collect();
        self
    }

    /// The report with text of its own.
    pub fn into_owned(self) -> Report<'static> {
        let Self { input, start, items, diagnostics } = self;
        let items = items.into_iter().map(|item| Item { span: item.span, entry: item.entry.into_owned() }).collect();
        Report { input: Cow::Owned(input.into_owned()), start, items, diagnostics }
    }
}
