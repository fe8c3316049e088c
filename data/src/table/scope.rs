//! What is known of a scope or a pattern, read from the columns of its table.

use core::{cmp::Ordering, fmt, hash, ptr};

use super::{
    columns::Ranges,
    facts::{Covers, Source, Status},
    format::{DISPUTED, DOCUMENTED, OBSERVED, PATTERN, STATUS},
    names::{Name, Service},
    rows::{Details, ScopeRow, Table},
};
use crate::text::order::{equal, output_order};

impl ScopeRow {
    /// The table it stands in.
    #[must_use]
    pub fn table(&self) -> &'static Table {
        self.header.table()
    }

    /// The scope name it stands under in its catalogue file.
    #[must_use]
    pub fn name(&self) -> Name {
        let table = self.table();
        Name::new(table, table.scope_names.get(self.index()))
    }

    /// The service whose catalogue file it comes from, also for words without a dot.
    #[must_use]
    pub fn service(&self) -> Service {
        self.name().service()
    }

    /// The operation, as the wire form spells it; none for a word without a dot.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        // Operations are short: their letters are looked at one by one.
        let dot = self.wire.bytes().rposition(|byte| byte == b'.')?;
        Some(&self.wire[dot + 1..])
    }

    /// Whether it has this operation, in whatever case.
    #[must_use]
    pub fn has_operation(&self, word: &str) -> bool {
        self.operation().is_some_and(|operation| operation.eq_ignore_ascii_case(word))
    }

    /// What it permits, in a sentence without a full stop.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.table().scope_summaries.get(self.index())
    }

    /// What is to be known before it is used.
    #[must_use]
    pub const fn status(&self) -> Status {
        match self.marks & STATUS {
            DOCUMENTED => Status::Documented,
            OBSERVED => Status::Observed,
            DISPUTED => Status::Disputed,
            _ => Status::Deprecated,
        }
    }

    /// What few scopes have.
    #[must_use]
    pub fn details(&self) -> Option<&'static Details> {
        let details = self.table().details;
        details.binary_search_by_key(&self.id, |(id, _)| *id).ok().map(|index| &details[index].1)
    }

    /// Why it is disputed or deprecated, where somebody said it.
    #[must_use]
    pub fn reason(&self) -> Option<&'static str> {
        self.details().and_then(|details| details.reason)
    }

    /// The scope to use instead, if it is deprecated.
    #[must_use]
    pub fn replacement(&self) -> Option<&'static str> {
        self.details().and_then(|details| details.replacement)
    }

    /// Where it was seen, best first.
    #[must_use]
    pub fn sources(&self) -> impl ExactSizeIterator<Item = &'static Source> + use<> {
        let table = self.table();
        table.scope_sources.get(self.index()).iter().map(move |index| &table.sources[usize::from(index)])
    }

    /// Whether its name has a placeholder, such as `ZohoCRM.modules.{module_api_name}.READ`.
    #[must_use]
    pub const fn is_pattern(&self) -> bool {
        self.marks & PATTERN != 0
    }

    /// The ids of what it covers.
    #[inline]
    #[must_use]
    pub const fn covers_ids(&self) -> Ranges {
        Ranges(self.header.covers.get(self.id as usize))
    }

    /// The ids of what it may cover.
    #[must_use]
    pub const fn may_cover_ids(&self) -> Ranges {
        Ranges(self.header.may_cover.get(self.id as usize))
    }

    /// Whether a token with this scope may do all that `other` allows. A scope covers itself.
    #[must_use]
    pub const fn covers(&self, other: &Self) -> Covers {
        if self.header.fingerprint != other.header.fingerprint {
            let same = equal(self.wire.as_bytes(), other.wire.as_bytes());
            return if same { Covers::Yes } else { Covers::No };
        }
        if self.id == other.id || self.covers_ids().holds(other.id) {
            Covers::Yes
        } else if self.may_cover_ids().holds(other.id) {
            Covers::Undocumented
        } else {
            Covers::No
        }
    }

    /// Whether a text that is not in the catalogue spells a scope below this one, of its operation or any if that is
    /// ALL, where this scope covers others below it: then it is likely to cover the text too, and no source says so.
    #[must_use]
    pub fn may_cover_unknown(&self, text: &str) -> bool {
        let Some((stem, operation)) = self.wire.rsplit_once('.') else { return false };
        let below = |text: &str| {
            let (start, rest) = text.split_at_checked(stem.len())?;
            let (name, word) = rest.strip_prefix('.')?.rsplit_once('.')?;
            (start.eq_ignore_ascii_case(stem) && !name.is_empty()).then(|| word.eq_ignore_ascii_case(operation))
        };
        let fits = below(text).is_some_and(|same| same || self.has_operation("ALL"));
        let covered = || self.covers_ids().ids().chain(self.may_cover_ids().ids());
        fits && covered().any(|id| below(self.table().scopes[usize::from(id)].wire).is_some())
    }

    fn index(&self) -> usize {
        usize::from(self.id)
    }
}

impl PartialEq for ScopeRow {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self, other) || self.wire == other.wire
    }
}

impl Eq for ScopeRow {}

impl hash::Hash for ScopeRow {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.wire.hash(state);
    }
}

impl Ord for ScopeRow {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if ptr::eq(self.header, other.header) || self.header.fingerprint == other.header.fingerprint {
            self.id.cmp(&other.id)
        } else {
            output_order(self.wire, other.wire)
        }
    }
}

impl PartialOrd for ScopeRow {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for ScopeRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.wire)
    }
}

impl fmt::Display for ScopeRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.wire)
    }
}
