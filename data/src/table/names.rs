//! Services and scope names: the upper two parts of a scope, as handles into a table.

use core::{fmt, ops::Deref};

use super::{
    name_call::NameCall,
    rows::{Row, ScopeRow, ServiceRow, Table},
};
use crate::text::words::beginning;

/// A service of a table; its row says what is known of it.
#[derive(Clone, Copy)]
pub struct Service {
    table: &'static Table,
    id: u16,
}

impl Service {
    /// The service of this index.
    #[must_use]
    pub const fn new(table: &'static Table, id: u16) -> Self {
        Self { table, id }
    }

    /// The table, and the index in it: what tells services apart.
    #[must_use]
    pub const fn key(self) -> (*const Table, u16) {
        (core::ptr::from_ref(self.table), self.id)
    }

    /// What is known of it.
    #[must_use]
    pub fn row(self) -> &'static ServiceRow {
        &self.table.services[usize::from(self.id)]
    }

    /// The scope names, patterns among them, sorted without regard to case.
    pub fn names(self) -> impl Iterator<Item = Name> {
        let (first, end) = self.row().names;
        (first..end).map(move |id| Name::new(self.table, id))
    }

    /// The scope names without patterns.
    pub fn plain_names(self) -> impl Iterator<Item = Name> {
        self.names().filter(|name| !name.is_pattern())
    }

    /// The scope name of that spelling, in whatever case.
    #[must_use]
    pub fn name_of(self, text: &str) -> Option<Name> {
        self.names().find(|name| name.matches(text))
    }

    /// The scopes, without patterns, in the order of the catalogue file.
    pub fn scopes(self) -> impl Iterator<Item = Row> {
        self.plain_names().flat_map(Name::scopes)
    }

    /// Whether a word is this service's name, in whatever case.
    #[must_use]
    pub fn matches(self, word: &str) -> bool {
        self.row().name.eq_ignore_ascii_case(word)
    }
}

impl Deref for Service {
    type Target = ServiceRow;

    fn deref(&self) -> &ServiceRow {
        self.row()
    }
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.row().name)
    }
}

/// A scope name, or a pattern where it has a placeholder.
#[derive(Clone, Copy)]
pub struct Name {
    table: &'static Table,
    id: u16,
}

impl Name {
    pub(crate) const fn new(table: &'static Table, id: u16) -> Self {
        Self { table, id }
    }

    /// The table, and the index in it: what tells names apart.
    #[must_use]
    pub const fn key(self) -> (*const Table, u16) {
        (core::ptr::from_ref(self.table), self.id)
    }

    /// The name, such as `settings.fields`. A pattern's has a placeholder: `modules.{module_api_name}`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.table.names.names.get(usize::from(self.id))
    }

    /// The service it belongs to.
    #[must_use]
    pub fn service(self) -> Service {
        Service::new(self.table, self.table.names.services.get(usize::from(self.id)))
    }

    /// What data it opens: a noun phrase.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.table.names.summaries.get(usize::from(self.id))
    }

    /// Calls that need it, short paths first: those alone whose paths have a word that the others lack.
    pub fn calls(self) -> impl Iterator<Item = NameCall> {
        self.all_calls().lines().map(NameCall::of)
    }

    /// Those of them in which a word with this stem may begin.
    pub(crate) fn calls_with(self, stem: &str) -> impl Iterator<Item = NameCall> {
        let mut rest = self.all_calls();
        core::iter::from_fn(move || {
            let place = beginning(rest, stem)?;
            let start = rest[..place].rfind('\n').map_or(0, |end| end + 1);
            let (line, after) = rest[start..].split_once('\n')?;
            rest = after;
            Some(NameCall::of(line))
        })
    }

    /// All as one text, a line each.
    fn all_calls(self) -> &'static str {
        self.table.names.calls.get(usize::from(self.id))
    }

    /// Whether it has a placeholder that any one segment may fill.
    #[must_use]
    pub fn is_pattern(self) -> bool {
        self.scopes().next().is_some_and(ScopeRow::is_pattern)
    }

    /// Whether a text is this name, in whatever case.
    #[must_use]
    pub fn matches(self, text: &str) -> bool {
        self.as_str().eq_ignore_ascii_case(text)
    }

    /// Its scopes or patterns, one for each operation, in the order of the catalogue file.
    pub fn scopes(self) -> impl Iterator<Item = Row> {
        let ids = self.table.names.scopes.get(usize::from(self.id)).iter();
        ids.map(move |id| &self.table.scopes[usize::from(id)])
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
