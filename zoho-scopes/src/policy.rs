//! How strictly lists are checked: policies are values.

pub use zoho_scopes_data::classify::Unknown;
use zoho_scopes_data::{classify::Strictness, words};

/// How a scope list is read and checked.
///
/// Start from a constant and change what differs:
///
/// ```
/// use zoho_scopes::{Policy, policy::Unknown};
///
/// let policy = Policy::LAX.unknown(Unknown::Warn);
/// assert_ne!(policy, Policy::LAX);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a rule of its own")]
pub struct Policy {
    pub(crate) unknown: Unknown,
    pub(crate) separators: Separators,
    pub(crate) official_spellings_only: bool,
    pub(crate) keeps_any_text: bool,
    pub(crate) wire_form_only: bool,
    pub(crate) redundant: bool,
    pub(crate) over_broad: bool,
    pub(crate) max_bytes: usize,
    pub(crate) max_entries: usize,
    pub(crate) max_diagnostics: usize,
}

/// What may stand between scopes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Separators {
    /// One comma, as requests are sent.
    Comma,
    /// White space, as token responses come; commas are noted.
    Space,
    /// Commas and white space in any mixture, as people paste; others are noted.
    Any,
}

impl Policy {
    /// For your own configuration: official spellings, commas, nothing unknown, and no other way to
    /// write the list than the wire form.
    pub const STRICT: Self = Self {
        unknown: Unknown::Deny,
        separators: Separators::Comma,
        official_spellings_only: true,
        wire_form_only: true,
        ..Self::LAX
    };

    /// For what people paste: any separators, quotes and bullets, a JSON array, a setting such as
    /// `scope: …`, a URL with a `scope` parameter, a token response. What was cleaned is said in notes.
    /// The default.
    pub const LAX: Self = Self {
        unknown: Unknown::ByCompleteness,
        separators: Separators::Any,
        official_spellings_only: false,
        keeps_any_text: false,
        wire_form_only: false,
        redundant: true,
        over_broad: false,
        max_bytes: 1 << 20,
        max_entries: 10_000,
        max_diagnostics: 1_000,
    };

    /// For token responses, whole or their scopes alone: spaces between, unknown scopes kept. What is
    /// granted twice harms nobody.
    pub const GRANTED: Self = Self {
        unknown: Unknown::Allow,
        separators: Separators::Space,
        keeps_any_text: true,
        redundant: false,
        ..Self::LAX
    };

    /// Changes what to do about unknown scopes. Text that no scope can be stays an error, but in token responses.
    #[must_use]
    pub const fn unknown(mut self, unknown: Unknown) -> Self {
        self.unknown = unknown;
        self
    }

    /// Changes what may stand between scopes.
    #[must_use]
    pub const fn separators(mut self, separators: Separators) -> Self {
        self.separators = separators;
        self
    }

    /// Changes whether a scope must be in an official spelling: another case is an error then, not a note.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, Policy};
    ///
    /// let policy = Policy::LAX.official_spellings_only(true);
    /// assert!(!Catalogue::builtin().validate("zohocliq.chats.read", &policy).is_valid());
    /// ```
    #[must_use]
    pub const fn official_spellings_only(mut self, only: bool) -> Self {
        self.official_spellings_only = only;
        self
    }

    /// Changes whether the list must be in wire form: quotes, escapes, and whatever else than the expected separator
    /// stands between scopes, are errors then, not notes.
    #[must_use]
    pub const fn wire_form_only(mut self, only: bool) -> Self {
        self.wire_form_only = only;
        self
    }

    /// How many bytes a list may have.
    #[must_use]
    pub const fn byte_limit(&self) -> usize {
        self.max_bytes
    }

    /// How strictly single entries are checked.
    pub(crate) const fn strictness(&self) -> Strictness {
        let Self { unknown, official_spellings_only, keeps_any_text, .. } = *self;
        Strictness { unknown, official_spellings_only, keeps_any_text }
    }

    /// Changes whether entries are reported that another one covers.
    #[must_use]
    pub const fn redundant(mut self, reported: bool) -> Self {
        self.redundant = reported;
        self
    }

    /// Changes whether entries are reported that cover other scopes, which none of the constants does.
    #[must_use]
    pub const fn over_broad(mut self, reported: bool) -> Self {
        self.over_broad = reported;
        self
    }

    /// Changes how many bytes a list may have. What exceeds it is not read.
    #[must_use]
    pub const fn max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// Changes how many diagnostics are reported. Where there are more, a last one says so, and entries
    /// beyond are looked up, but not checked.
    #[must_use]
    pub const fn max_diagnostics(mut self, diagnostics: usize) -> Self {
        self.max_diagnostics = diagnostics;
        self
    }

    /// Changes how many entries a list may have. Entries beyond are not read.
    #[must_use]
    pub const fn max_entries(mut self, entries: usize) -> Self {
        self.max_entries = entries;
        self
    }
}

words! {
    Separators { Comma => "comma", Space => "space", Any => "any" }
}

impl Default for Policy {
    fn default() -> Self {
        Self::LAX
    }
}
