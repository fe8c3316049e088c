//! What was found in a text.

use alloc::vec::Vec;

use crate::{read::value::Value, report::Span};

/// The lists of a text, in the order in which they begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    pub(super) text: &'a str,
    pub(crate) lists: Vec<List<'a>>,
}

/// Scopes that stand in one list; a scope by itself is a list of one. No two lists overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<'a> {
    pub(crate) text: &'a str,
    pub(crate) matches: Vec<Match>,
    pub(crate) form: Form,
    /// The value that it stands in.
    pub(crate) value: Option<Value<'a>>,
    /// Whether nothing but separators stands beside the entries in the value.
    pub(crate) whole: bool,
}

/// An entry of a list, with its place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Match {
    /// Where it stands in the text, in bytes, as it is written there: escapes belong to it. Places rise, and do not
    /// overlap.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A scope, or what was meant to be one.
    Scope,
    /// A scope of which a part is filled in later, such as `ZohoCRM.modules.${module}.READ`.
    Template,
    /// A scope or a template in a comment of the text.
    Commented,
}

/// What a list stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// A list: what is asked for together.
    List,
    /// Scopes with something said of each, such as the scopes of an OpenAPI file: a choice. Nobody asks for all.
    Map,
}

impl<'a> Found<'a> {
    /// The text that was read.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The lists, in the order in which they begin.
    #[must_use]
    pub fn lists(&self) -> &[List<'a>] {
        &self.lists
    }

    /// The entries of all lists.
    ///
    /// ```
    /// let text = "scope=ZohoCliq.Channels.READ,ZohoCliq.Chats.READ&scope2=Desk.basic.READ";
    /// let found = zoho_scopes::Catalogue::builtin().find_all(text);
    /// let scopes: Vec<&str> = found.matches().map(|found| &text[found.span.range()]).collect();
    /// assert_eq!(scopes, ["ZohoCliq.Channels.READ", "ZohoCliq.Chats.READ", "Desk.basic.READ"]);
    /// ```
    pub fn matches(&self) -> impl Iterator<Item = Match> {
        self.lists.iter().flat_map(|list| list.matches.iter().copied())
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }
}

impl<'a> List<'a> {
    /// The text in which the list stands.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The entries, of which there is one at least.
    #[must_use]
    pub fn matches(&self) -> &[Match] {
        &self.matches
    }

    /// What the list stands in.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form
    }

    /// From the first entry to the last.
    ///
    /// ```
    /// let text = "scopes = ['ZohoCliq.Channels.READ', 'ZohoCliq.Chats.READ']";
    /// let found = zoho_scopes::Catalogue::builtin().find_all(text);
    /// assert_eq!(&text[found.lists()[0].span().range()], "ZohoCliq.Channels.READ', 'ZohoCliq.Chats.READ");
    /// ```
    #[must_use]
    pub fn span(&self) -> Span {
        let start = self.matches.first().map_or(0, |first| first.span.start);
        Span::new(start, self.matches.last().map_or(start, |last| last.span.end))
    }
}
